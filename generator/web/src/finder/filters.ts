// The filter column: made once, then only its numbers and ticks change, so that the focus stays where it is.
// Groups that are closed are counted when somebody opens them, unless everything is here anyway.
import { element } from "../shared/dom";
import type { FacetCount, FacetValue } from "../shared/protocol";
import { type FinderState, toggle } from "./state";
import type { Texts } from "./texts";

const OPEN_AT_FIRST: ReadonlySet<string> = new Set(["kind", "type", "ecosystem", "technology"]);
/** Where each group's numbers have to be loaded first. */
const LOADED_AT_FIRST: ReadonlySet<string> = new Set(["kind", "type"]);

type Change = (change: (state: FinderState) => FinderState) => void;

interface Row {
  readonly facet: string;
  readonly code: string;
  readonly item: HTMLElement;
  readonly box: HTMLInputElement;
  readonly count: HTMLElement;
}

interface Group {
  readonly element: HTMLDetailsElement;
  readonly list: HTMLElement;
  rows: readonly Row[];
  /** Whether a visitor opened it; groups that are open from the start come with the first results. */
  wasOpened: boolean;
}

export class FilterColumn {
  readonly #place: HTMLElement;
  readonly #texts: Texts;
  readonly #facets: readonly string[];
  readonly #change: Change;
  readonly #onOpen: (facet: string) => void;
  readonly #groups = new Map<string, Group>();
  #openAtFirst = LOADED_AT_FIRST;

  constructor(place: HTMLElement, texts: Texts, facets: readonly string[], change: Change, onOpen: (facet: string) => void) {
    this.#place = place;
    this.#texts = texts;
    this.#facets = facets;
    this.#change = change;
    this.#onOpen = onOpen;
  }

  /** The facets whose numbers can be seen. */
  get open(): string[] {
    return this.#facets.filter((facet) => this.#groups.get(facet)?.element.open ?? this.#openAtFirst.has(facet));
  }

  /** More groups are open from the start where that costs nothing. */
  set isWhole(isWhole: boolean) {
    this.#openAtFirst = isWhole ? OPEN_AT_FIRST : LOADED_AT_FIRST;
  }

  /** Tick what a state selects; the numbers follow. */
  tick({ filters }: FinderState): void {
    for (const { facet, code, box } of this.#rows()) box.checked = filters.get(facet)?.has(code) ?? false;
  }

  /** Show the numbers of some facets; those of all others stay as they are. */
  show(facets: readonly FacetCount[], state: FinderState): void {
    if (this.#groups.size === 0 && facets.length > 0) this.#build();
    for (const { name, values } of facets) {
      const group = this.#groups.get(name);
      if (group === undefined) continue;
      if (group.rows.length === 0) this.#fill(group, name, values);
      const counts = new Map(values.map(({ code, count }) => [code, count]));
      for (const row of group.rows) refresh(row, counts.get(row.code) ?? 0, state, this.#texts);
      // One value alone divides nothing; but what somebody opened doesn't go away.
      const shown = group.rows.filter(({ item }) => !item.hidden);
      group.element.hidden = shown.length < 2 && !shown.some(({ box }) => box.checked) && !group.wasOpened;
    }
  }

  /** Say that the numbers are on their way. */
  await(isAwaited: boolean): void {
    this.#place.setAttribute("aria-busy", String(isAwaited));
  }

  #rows(): Row[] {
    return [...this.#groups.values()].flatMap(({ rows }) => rows);
  }

  #build(): void {
    for (const facet of this.#facets) this.#groups.set(facet, this.#group(facet));
    this.#place.replaceChildren(...[...this.#groups.values()].map(({ element: shown }) => shown));
  }

  #group(facet: string): Group {
    const title = this.#texts.get(`finder.facet.${facet}`);
    const list = element("ul", { class: "il-facet__values", "aria-label": title });
    const summary = element("summary", { class: "il-facet__title" }, title);
    const shown = element("details", { class: "il-facet", open: this.#openAtFirst.has(facet) }, summary, list);
    const group: Group = { element: shown, list, rows: [], wasOpened: false };
    summary.addEventListener("click", () => (group.wasOpened = !shown.open));
    shown.addEventListener("toggle", () => shown.open && group.wasOpened && this.#onOpen(facet));
    return group;
  }

  #fill(group: Group, facet: string, values: readonly FacetValue[]): void {
    group.rows = values.map((value) => this.#row(facet, value));
    group.list.replaceChildren(...group.rows.map(({ item }) => item));
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

function refresh({ facet, code, item, box, count }: Row, found: number, { filters }: FinderState, texts: Texts): void {
  box.checked = filters.get(facet)?.has(code) ?? false;
  count.textContent = texts.number(found);
  item.hidden = found === 0 && !box.checked;
}

function id(facet: string, code: string): string {
  return `il-facet-${facet}-${code}`;
}
