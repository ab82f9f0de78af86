// Up to five entries side by side. What one has and another lacks is marked.
import { element } from "../shared/dom";
import type { Hit } from "../shared/protocol";
import type { Texts } from "../finder/texts";
import { type Fact, type FactReader, FACTS, PROSE } from "./facts";

export const MOST_COMPARED = 5;

interface Row {
  readonly fact: Fact;
  readonly cells: readonly (readonly string[])[];
  readonly differs: boolean;
}

export class Comparison {
  readonly #texts: Texts;
  readonly #facts: FactReader;
  readonly #root: string;

  constructor(texts: Texts, facts: FactReader, root: string) {
    this.#texts = texts;
    this.#facts = facts;
    this.#root = root;
  }

  table(hits: readonly Hit[], onlyDifferences: boolean): HTMLElement {
    const rows = FACTS.map((fact) => this.#row(fact, hits)).filter(({ cells }) => cells.some((values) => values.length > 0));
    const shown = rows.filter(({ differs }) => differs || !onlyDifferences);
    const corner = element("td", {}, "");
    const head = element("tr", {}, corner, ...hits.map((hit) => this.#title(hit)));
    const table = element("table", { class: "il-compare" }, element("thead", {}, head), element("tbody", {}, ...shown.map((row) => this.#line(row))));
    const name = this.#texts.get("shortlist.compare");
    return element("div", { class: "il-compare__wrap", role: "region", "aria-label": name, tabindex: "0" }, table);
  }

  #row(fact: Fact, hits: readonly Hit[]): Row {
    const cells = hits.map((hit) => this.#facts.values(hit, fact));
    return { fact, cells, differs: !PROSE.has(fact) && cells.some((values) => !sameValues(values, cells[0] ?? [])) };
  }

  #title(hit: Hit): HTMLElement {
    return element("th", { scope: "col" }, element("a", { href: new URL(hit.url, this.#root).href, lang: hit.lang }, hit.title));
  }

  #line({ fact, cells, differs }: Row): HTMLElement {
    const head = element("th", { scope: "row" }, this.#texts.get(`shortlist.fact.${fact}`));
    if (differs) head.append(" ", element("span", { class: "il-compare__differs" }, this.#texts.get("shortlist.differs")));
    const line = element("tr", { "data-fact": fact, "data-differs": differs });
    line.append(head, ...cells.map((values) => this.#cell(values, differs ? ownValues(cells) : [])));
    return line;
  }

  #cell(values: readonly string[], own: readonly string[]): HTMLElement {
    if (values.length === 0) return element("td", { class: "il-compare__none" }, this.#texts.get("shortlist.unknown"));
    const shown = values.map((value) => element("li", {}, own.includes(value) ? element("mark", {}, value) : value));
    return element("td", {}, element("ul", {}, ...shown));
  }
}

/** The values that some have and others don't; where nobody shares any, marking them all would tell nothing. */
function ownValues(cells: readonly (readonly string[])[]): string[] {
  const all = [...new Set(cells.flat())];
  const holders = (value: string): number => cells.filter((values) => values.includes(value)).length;
  return all.some((value) => holders(value) > 1) ? all.filter((value) => holders(value) < cells.length) : [];
}

function sameValues(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((value) => others.includes(value));
}
