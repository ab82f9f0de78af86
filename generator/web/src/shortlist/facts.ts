// The facts by which entries are compared and exported.
import { whatItIs } from "../shared/labels";
import type { Hit } from "../shared/protocol";
import type { Texts } from "../finder/texts";

const FACETS = ["ecosystem", "technology", "region", "country", "cooperation", "label", "language"] as const;

export const FACTS = ["kind", "organisation", "summary", ...FACETS, "state", "published"] as const;
export type Fact = (typeof FACTS)[number];
/** Facts that are texts of their own: that they differ says nothing. */
export const PROSE: ReadonlySet<Fact> = new Set(["summary"]);

export class FactReader {
  readonly #texts: Texts;
  readonly #date: Intl.DateTimeFormat;

  constructor(texts: Texts, language: string) {
    this.#texts = texts;
    this.#date = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
  }

  /** The values of a fact; none if it isn't known. */
  values(hit: Hit, fact: Fact): readonly string[] {
    const known: Partial<Record<Fact, readonly string[]>> = {
      kind: this.#kinds(hit),
      organisation: given(hit.subtitle),
      summary: given(hit.excerpt),
      state: [this.state(hit)],
      published: given(this.#day(hit.published)),
    };
    return known[fact] ?? hit.labels.get(fact) ?? [];
  }

  state({ state, closes }: Hit): string {
    if (state === "archived") return this.#texts.get("shortlist.archived");
    return closes === undefined ? this.#texts.get("shortlist.open") : this.#texts.get("shortlist.until", { date: this.#day(closes) });
  }

  #kinds(hit: Hit): string[] {
    const type = hit.labels.get("type") ?? [];
    return [...new Set([whatItIs(hit).label, ...type])].filter((label) => label !== "");
  }

  // Days have no time zone; months and years alone stand as they are.
  #day(day = ""): string {
    const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : Number.NaN;
    return Number.isNaN(time) ? day : this.#date.format(time);
  }
}

function given(text: string): string[] {
  return text === "" ? [] : [text];
}
