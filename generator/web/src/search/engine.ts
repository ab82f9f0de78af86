import { parseState, shownAtOnce } from "../finder/state";
import { queryTerms } from "../shared/analysis";
import type { Advice, FacetCount, FoundKey, Hit, Search, SearchResult } from "../shared/protocol";
import { adviseOn } from "./advice";
import { Cards } from "./cards";
import { loadColumn, marked } from "./columns";
import { archivedOn } from "./days";
import { Dictionary } from "./dictionary";
import { Finding, type Going } from "./finding";
import { Keys } from "./keys";
import { ALL, Matcher, type Matches } from "./matching";
import type { Store } from "./store";
import { WrittenWords } from "./written";

const ANSWERED_KINDS = ["cluster", "offer", "interest"];

/** Answers searches from the files of one language. */
export class Engine {
  readonly store: Store;
  readonly #dictionary: Dictionary;
  readonly #matcher: Matcher;
  readonly #finding: Finding;
  readonly #cards: Cards;
  readonly #keys: Keys;
  readonly #written: WrittenWords;

  constructor(store: Store) {
    this.store = store;
    this.#dictionary = new Dictionary(store);
    this.#matcher = new Matcher(store, this.#dictionary);
    this.#finding = new Finding(store, this.#matcher);
    this.#cards = new Cards(store);
    this.#keys = new Keys(store);
    this.#written = new WrittenWords(store);
  }

  /** Load what the search of an address needs, as the finder is about to ask for it. */
  async prepare(address: string, today: string, going: Going): Promise<void> {
    const state = parseState(address, Object.keys(this.store.display.labels));
    await this.search({ ...state, ...shownAtOnce(state), groups: [], today }, going);
  }

  /** What is found; facets are counted at once if that asks for nothing more to load. */
  async search(search: Search, going: Going): Promise<SearchResult> {
    const found = await this.#finding.find(search, going);
    const { matches, shown, narrowed, hidden } = found;
    const limit = this.store.isWhole ? search.limit : search.loadedLimit;
    const places = await this.#finding.first(limit, found, search);
    going();
    const isComplete = (place: number): boolean => matches.found[place] === ALL;
    const [hits, advice, facets] = await Promise.all([
      this.#cards.hits([...places], search.today, isComplete),
      this.#advice(matches.words, count(shown, (mark) => mark !== 0)),
      this.#finding.count(this.store.isWhole ? search.groups : [...search.filters.keys()], found),
    ]);
    return {
      hits,
      total: narrowed.total,
      complete: count(narrowed.kept, isComplete),
      hidden,
      facets,
      marked: matches.words.flatMap(({ terms }) => terms.map(({ text }) => text)),
      similar: matches.words.filter(({ similar }) => similar).map(({ word }) => word),
      advice,
      isWhole: this.store.isWhole,
    };
  }

  /** The counts of some facets beside the results of a search. */
  async facets(search: Search, going: Going): Promise<FacetCount[]> {
    return this.#finding.count(search.groups, await this.#finding.find(search, going));
  }

  /** The keys of everything that a search finds, in the order of the places. */
  async keys(search: Search, going: Going): Promise<FoundKey[]> {
    const { narrowed } = await this.#finding.find(search, going);
    const [keys, published] = await Promise.all([this.#keys.all(), this.#published()]);
    return [...narrowed.kept].map((place) => ({ key: keys[place] ?? "", published: published[place] ?? "" }));
  }

  /** What is known of some entries, as far as they are still here. */
  async entries(keys: readonly string[], today: string): Promise<Hit[]> {
    return this.hits([...(await this.#keys.places(keys)).values()], today);
  }

  hits(places: readonly number[], today: string): Promise<Hit[]> {
    return this.#cards.hits(places, today, () => true);
  }

  /** How well each entry says a word, by its place; nothing is guessed. */
  async scores(word: string): Promise<ReadonlyMap<number, number>> {
    const terms = await this.#dictionary.known(queryTerms(word));
    const { places, scores } = await this.#matcher.scores(terms.map((term) => ({ ...term, weight: 1 })));
    return new Map(Array.from(places, (place, step) => [place, scores[step] ?? 0]));
  }

  /** How many postings the most frequent form of a word has. */
  async frequency(word: string): Promise<number> {
    const terms = await this.#dictionary.known(queryTerms(word));
    return Math.max(0, ...terms.map((term) => term.count));
  }

  /** Everything that a partner can answer on a day, marked with 1 by its place. */
  async answerable(today: string): Promise<Uint8Array> {
    const { entries, archive } = this.store.manifest;
    const { from, to } = archivedOn(today, archive);
    return marked(await loadColumn("kind", this.store), ANSWERED_KINDS, entries).fill(0, from, to);
  }

  // Results are shown without advice rather than not at all.
  #advice(words: Matches["words"], unfiltered: number): Promise<Advice> {
    return adviseOn(words, this.#written, unfiltered).catch(() => ({ meant: [], unfiltered }));
  }

  async #published(): Promise<string[]> {
    const { places } = await loadColumn("published", this.store);
    const found: string[] = [];
    for (const [day, each] of places) {
      for (const place of each) found[place] = day;
    }
    return found;
  }
}

function count(values: Uint8Array | Int32Array, counts: (value: number) => boolean): number {
  let sum = 0;
  for (const value of values) sum += Number(counts(value));
  return sum;
}
