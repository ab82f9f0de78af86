// What a search keeps, before anything is loaded that only shows it.
import type { FacetCount, Search } from "../shared/protocol";
import { type Column, loadColumn, STATE } from "./columns";
import { archivedOn, between, type Interval, withoutHidden } from "./days";
import type { Matcher, Matches } from "./matching";
import { Narrowed } from "./narrowing";
import { byRelevance, Orders } from "./order";
import type { Store } from "./store";

export interface Found {
  readonly matches: Matches;
  readonly archived: Interval;
  /** The results that aren't hidden, whether or not they fit the filters. */
  readonly shown: Uint8Array;
  readonly narrowed: Narrowed;
  /** How many more there would be with archived entries. */
  readonly hidden: number;
}

/** Throws if nobody waits for the answer any more. */
export type Going = () => void;

export class Finding {
  readonly #store: Store;
  readonly #matcher: Matcher;
  readonly #orders: Orders;
  /** What was found last: its counts and more of its results are asked for next. */
  #last: { readonly name: string; readonly found: Promise<Found> } | undefined;

  constructor(store: Store, matcher: Matcher) {
    this.#store = store;
    this.#matcher = matcher;
    this.#orders = new Orders(store);
  }

  async find(search: Search, going: Going): Promise<Found> {
    const { query, filters, archived, today } = search;
    const name = JSON.stringify([query, archived, today, [...filters].map(([facet, codes]) => [facet, ...codes])]);
    const last = this.#last?.name === name ? this.#last : { name, found: this.#find(search) };
    this.#last = last;
    last.found.catch(() => this.#last === last && (this.#last = undefined));
    const found = await last.found;
    going();
    return found;
  }

  async #find({ query, filters, archived: all, today }: Search): Promise<Found> {
    const { archive } = this.#store.manifest;
    const archived = archivedOn(today, archive);
    const selected = [...filters.keys()].filter((facet) => this.#knows(facet));
    const [matches, ...columns] = await Promise.all([
      this.#matcher.match(query),
      ...selected.map((facet) => this.#column(facet, archived)),
    ]);
    const shown = all ? matches.found : withoutHidden(matches.found, archive, archived);
    const narrowed = new Narrowed(shown, columns, filters);
    const hidden = all ? 0 : new Narrowed(matches.found, columns, filters).total - narrowed.total;
    return { matches, archived, shown, narrowed, hidden };
  }

  /** The first of the places that are kept, in the order that was asked for. */
  async first(limit: number, { matches, archived, narrowed }: Found, { sort, today }: Search): Promise<Int32Array> {
    if (sort === "relevance" && matches.words.length > 0) return byRelevance(narrowed.kept, limit, matches, archived);
    return (await this.#orders.everything(sort, today)).filter((place) => narrowed.keeps(place)).subarray(0, limit);
  }

  /** Count the values of facets; whatever else somebody asks for is left out. */
  count(facets: readonly string[], { narrowed, archived }: Found): Promise<FacetCount[]> {
    const known = facets.filter((facet) => this.#knows(facet));
    return Promise.all(
      known.map(async (facet) => narrowed.count(await this.#column(facet, archived), this.#store.display.labels[facet] ?? [])),
    );
  }

  #knows(facet: string): boolean {
    return facet === STATE || this.#store.manifest.facets.includes(facet);
  }

  // The state follows from the day.
  async #column(facet: string, { from, to }: Interval): Promise<Column> {
    if (facet !== STATE) return loadColumn(facet, this.#store);
    const { entries } = this.#store.manifest;
    const open = Int32Array.from([...between(0, from), ...between(to, entries)]);
    return { name: STATE, places: new Map([["open", open], ["archived", between(from, to)]]) };
  }
}
