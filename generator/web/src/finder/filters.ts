// The filter column: made once, then only its numbers and ticks change, so that the focus stays where it is.
import { element } from "../shared/dom";
import type { FacetCount, FacetValue } from "../shared/protocol";
import { type FinderState, toggle } from "./state";
import type { Texts } from "./texts";

const OPEN_AT_FIRST: ReadonlySet<string> = new Set(["kind", "type", "ecosystem", "technology"]);

type Change = (change: (state: FinderState) => FinderState) => void;

interface Row {
  readonly facet: string;
  readonly code: string;
  readonly item: HTMLElement;
  readonly box: HTMLInputElement;
  readonly count: HTMLElement;
}

export class FilterColumn {
  readonly #place: HTMLElement;
  readonly #texts: Texts;
  readonly #change: Change;
  readonly #groups = new Map<string, HTMLDetailsElement>();
  #rows: readonly Row[] = [];

  constructor(place: HTMLElement, texts: Texts, change: Change) {
    this.#place = place;
    this.#texts = texts;
    this.#change = change;
  }

  show(facets: readonly FacetCount[], state: FinderState): void {
    if (this.#rows.length === 0) this.#build(facets);
    const counts = new Map(facets.flatMap(({ name, values }) => values.map((value) => [id(name, value.code), value.count])));
    for (const row of this.#rows) refresh(row, counts.get(id(row.facet, row.code)) ?? 0, state);
    for (const [facet, group] of this.#groups) {
      // One value alone divides nothing.
      const shown = this.#rows.filter((row) => row.facet === facet && !row.item.hidden);
      group.hidden = shown.length < 2 && !shown.some(({ box }) => box.checked);
    }
  }

  #build(facets: readonly FacetCount[]): void {
    this.#rows = facets.flatMap(({ name, values }) => values.map((value) => this.#row(name, value)));
    const groups = facets.map(({ name }) => this.#group(name));
    this.#place.replaceChildren(...groups);
  }

  #group(facet: string): HTMLDetailsElement {
    const items = this.#rows.filter((row) => row.facet === facet).map(({ item }) => item);
    const title = this.#texts.get(`finder.facet.${facet}`);
    const list = element("ul", { class: "il-facet__values", "aria-label": title }, ...items);
    const summary = element("summary", { class: "il-facet__title" }, title);
    const group = element("details", { class: "il-facet", open: OPEN_AT_FIRST.has(facet) }, summary, list);
    this.#groups.set(facet, group);
    return group;
  }

  #row(facet: string, { code, label }: FacetValue): Row {
    const box = element("input", { type: "checkbox", id: id(facet, code), name: facet, value: code });
    const count = element("span", { class: "il-facet__count" });
    const name = element("span", { class: "il-facet__label" }, label);
    const item = element("li", {}, element("label", { for: box.id }, box, name, " ", count));
    box.addEventListener("change", () => this.#change((state) => toggle(state, facet, code, box.checked)));
    return { facet, code, item, box, count };
  }
}

function refresh({ facet, code, item, box, count }: Row, found: number, { filters }: FinderState): void {
  box.checked = filters.get(facet)?.has(code) ?? false;
  count.textContent = String(found);
  item.hidden = found === 0 && !box.checked;
}

function id(facet: string, code: string): string {
  return `il-facet-${facet}-${code}`;
}
