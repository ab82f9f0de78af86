// The results, as a list of cards, as a table or on a map.
import { element } from "../shared/dom";
import { whatItIs } from "../shared/labels";
import { appendMarked } from "../shared/marks";
import type { Hit, SearchResult } from "../shared/protocol";
import { ResultMap } from "./map";
import type { View } from "./state";
import type { Texts } from "./texts";

const META_FACETS = ["type", "region"];
const CHIP_FACETS = ["ecosystem", "technology"];
const MOST_CHIPS = 4;

export class ResultView {
  readonly #texts: Texts;
  readonly #root: string;
  readonly #date: Intl.DateTimeFormat;
  readonly #map: ResultMap;

  constructor(texts: Texts, root: string, language: string) {
    this.#texts = texts;
    this.#root = root;
    this.#map = new ResultMap(texts, root, language);
    // Days have no time zone; read at midnight UTC they must be written there too.
    this.#date = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
  }

  render(result: SearchResult, view: View): HTMLElement {
    if (view === "list") return element("ol", { class: "il-results" }, ...this.items(result));
    const marked = new Set(result.marked);
    return view === "table" ? this.#table(result.hits, marked) : this.#map.render(result.hits, (hit) => this.#line(hit, marked));
  }

  /** The items of a list from one of the results on. */
  items({ hits, complete, marked }: SearchResult, from = 0): HTMLElement[] {
    const words = new Set(marked);
    return hits.flatMap((hit, place) => {
      if (place < from) return [];
      const isFirstPartial = !hit.complete && (place === 0 || hits[place - 1]?.complete === true);
      const item = element("li", { class: "il-results__item", "data-result": hit.key }, this.#card(hit, words));
      return isFirstPartial && complete > 0 ? [this.#divider(), item] : [item];
    });
  }

  #divider(): HTMLElement {
    return element("li", { class: "il-results__divider" }, this.#texts.get("finder.partial.follow"));
  }

  #card(hit: Hit, marked: ReadonlySet<string>): HTMLElement {
    const card = element("article", { class: cardClass(hit), lang: hit.lang });
    card.append(element("p", { class: "il-card__meta" }, ...this.#badges(hit).flatMap((badge) => [badge, " "]), this.#meta(hit)));
    card.append(element("h2", { class: "il-card__title" }, this.#link(hit, marked)));
    for (const [name, text] of [["il-card__subtitle", hit.subtitle], ["il-card__text", hit.excerpt]] as const) {
      if (text === "") continue;
      const paragraph = element("p", { class: name });
      appendMarked(paragraph, text, marked);
      card.append(paragraph);
    }
    const chips = CHIP_FACETS.flatMap((facet) => hit.labels.get(facet) ?? []).slice(0, MOST_CHIPS);
    if (chips.length > 0) card.append(chipList(chips));
    return card;
  }

  #link(hit: Hit, marked: ReadonlySet<string>): HTMLElement {
    const link = element("a", { href: new URL(hit.url, this.#root).href, lang: hit.lang });
    appendMarked(link, hit.title, marked);
    return link;
  }

  #badges(hit: Hit): HTMLElement[] {
    const kind = element("span", { class: `il-badge il-badge--${hit.kind}` }, whatItIs(hit).label);
    const archived = element("span", { class: "il-badge il-badge--archived" }, this.#texts.get("finder.archived"));
    return hit.state === "archived" ? [kind, archived] : [kind];
  }

  #meta(hit: Hit): HTMLElement {
    const closes = hit.closes !== undefined && hit.state === "open" ? this.#texts.get("finder.closes", { date: this.#day(hit.closes) }) : "";
    const facets = META_FACETS.filter((facet) => facet !== whatItIs(hit).facet);
    const parts = [...facets.flatMap((facet) => hit.labels.get(facet)?.[0] ?? []), this.#sought(hit), closes].filter((part) => part !== "");
    return element("span", { class: "il-card__facts" }, parts.join(" · "));
  }

  /** Where a partner is sought; of a cluster that would look like its own country. */
  #sought({ kind, labels }: Hit): string {
    const countries = kind === "cluster" ? [] : (labels.get("country") ?? []);
    return countries.length === 0 ? "" : this.#texts.get("finder.sought", { countries: countries.join(", ") });
  }

  #table(hits: readonly Hit[], marked: ReadonlySet<string>): HTMLElement {
    const columns = ["title", "kind", "type", "ecosystem", "region", "closes"];
    const head = columns.map((column) => element("th", { scope: "col" }, this.#texts.get(`finder.column.${column}`)));
    const rows = hits.map((hit) => this.#row(hit, marked));
    const table = element("table", { class: "il-table" }, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows));
    const name = this.#texts.get("finder.view.table");
    return element("div", { class: "il-table-wrap", role: "region", "aria-label": name, tabindex: "0" }, table);
  }

  #row(hit: Hit, marked: ReadonlySet<string>): HTMLElement {
    const facts = ["kind", "type", "ecosystem", "region"].map((facet) => (hit.labels.get(facet) ?? []).join(", "));
    const cells = [...facts, this.#until(hit)].map((fact) => element("td", {}, fact));
    return element("tr", { "data-result": hit.key }, element("th", { scope: "row" }, this.#link(hit, marked)), ...cells);
  }

  #line(hit: Hit, marked: ReadonlySet<string>): HTMLElement {
    const kind = element("span", { class: "il-muted" }, whatItIs(hit).label);
    return element("li", { "data-result": hit.key }, this.#link(hit, marked), " ", kind);
  }

  #until({ state, closes }: Hit): string {
    if (state === "archived") return this.#texts.get("finder.archived");
    return closes === undefined ? "" : this.#day(closes);
  }

  #day(day: string): string {
    const time = Date.parse(day);
    return Number.isNaN(time) ? day : this.#date.format(time);
  }
}

function cardClass({ state }: Hit): string {
  return state === "archived" ? "il-card il-archived" : "il-card";
}

function chipList(labels: readonly string[]): HTMLElement {
  const chips = labels.map((label) => element("li", { class: "il-chip" }, label));
  return element("ul", { class: "il-chips" }, ...chips);
}
