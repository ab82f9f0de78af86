import lunr from "lunr";
import type { DisplayFile, FacetColumn, FoundKey, Hit, IndexFile, Search, SearchResult, Sort } from "../shared/protocol";
import { queryTerms } from "../shared/analysis";
import { adviseOn, type WrittenWords, writtenWords } from "./advice";
import { Dictionary } from "./dictionary";
import { expandQuery, match, type Matches, termScores } from "./matching";
import { narrow, valuesAt } from "./narrowing";
import { orderBy, type Ranked } from "./order";

/** Their archived entries are shown on demand only; a cluster or a guide page never hides. */
const HIDING_KINDS: ReadonlySet<string> = new Set(["offer", "interest", "event"]);

const ANSWERED_KINDS: ReadonlySet<string> = new Set(["cluster", "offer", "interest"]);

/** Answers searches from one index and the display file of one language. */
export class Engine {
  /** The build that all files of the search come from. */
  readonly version: string;
  readonly dictionary: Dictionary;
  readonly #index: lunr.Index;
  readonly #display: DisplayFile;
  readonly #written: WrittenWords;

  constructor({ index, version }: IndexFile, display: DisplayFile) {
    this.version = version;
    this.#index = lunr.Index.load(index);
    this.dictionary = new Dictionary(index);
    this.#display = display;
    this.#written = writtenWords(display);
  }

  search(search: Search): SearchResult {
    const matches = this.#match(search.query);
    const ranked = this.#rank(matches, search.today);
    const shown = ranked.filter((entry) => search.archived || !hides(entry));
    const columns = this.#columns(ranked);
    const { places, facets } = narrow(shown.map(({ place }) => place), columns, search.filters);
    const kept = keep(shown, places);
    const everything = search.archived ? kept.length : countKept(ranked, columns, search);
    return {
      hits: this.#ordered(kept, search.sort, matches.words.length === 0).slice(0, search.limit).map((entry) => this.#hit(entry, columns)),
      total: kept.length,
      complete: kept.filter(({ complete }) => complete).length,
      hidden: everything - kept.length,
      facets,
      marked: matches.words.flatMap(({ terms }) => [...terms.keys()]),
      similar: matches.words.filter(({ similar }) => similar).map(({ word }) => word),
      advice: adviseOn(matches.words, this.dictionary, this.#written, shown.length),
    };
  }

  /** The keys of everything that a search finds, in the order of the index. */
  keys(search: Search): FoundKey[] {
    const ranked = this.#rank(this.#match(search.query), search.today);
    const shown = ranked.filter((entry) => search.archived || !hides(entry));
    const { places } = narrow(shown.map(({ place }) => place), this.#columns(ranked), search.filters);
    return keep(shown, places).map(({ document }) => ({ key: document.key, published: document.published ?? "" }));
  }

  /** How well each entry says a word, by its place; nothing is guessed. */
  scores(word: string): Map<number, number> {
    const terms = queryTerms(word).filter((term) => this.dictionary.has(term));
    return new Map(termScores(new Map(terms.map((term) => [term, 1])), this.#index));
  }

  /** Everything that a partner can answer on a day, by its place. */
  answerable(today: string): Map<number, Hit> {
    const everything = this.#rank(this.#match(""), today);
    const columns = this.#columns(everything);
    const open = everything.filter(({ archived, document }) => !archived && ANSWERED_KINDS.has(document.kind));
    return new Map(open.map((entry) => [entry.place, this.#hit(entry, columns)]));
  }

  #match(query: string): Matches {
    const words = expandQuery(query, this.dictionary);
    // Nothing typed, or nothing that could tell entries apart: everything is a result.
    if (words.length === 0) {
      const found = this.#display.documents.map((_, place) => ({ place, score: 0, complete: true }));
      return { words, found };
    }
    return { words, found: match(words, this.#index) };
  }

  #rank({ found }: Matches, today: string): Ranked[] {
    return found.flatMap((entry) => {
      const document = this.#display.documents[entry.place];
      if (document === undefined) return [];
      const archived = document.state === "archived" || (document.closes ?? today) < today;
      return [{ ...entry, document, archived }];
    });
  }

  /** The columns of the display file, with the state as it is today. */
  #columns(ranked: readonly Ranked[]): readonly FacetColumn[] {
    return this.#display.facets.map((column) => (column.name === "state" ? stateToday(column, ranked) : column));
  }

  #ordered(entries: readonly Ranked[], sort: Sort, browsing: boolean): Ranked[] {
    const order = orderBy(sort, this.#display.language);
    // Without words nothing is more relevant than the rest: clusters stand before what they offer.
    const kinds = browsing && sort === "relevance" ? this.#display.facets.find(({ name }) => name === "kind") : undefined;
    const kindOf = ({ place }: Ranked): number => (kinds === undefined ? 0 : (valuesAt(kinds, place)[0] ?? 0));
    return [...entries].sort((a, b) => kindOf(a) - kindOf(b) || order(a, b));
  }

  #hit({ place, document, complete, archived }: Ranked, columns: readonly FacetColumn[]): Hit {
    const labels = columns.map((column) => [column.name, labelsAt(column, place)] as const);
    return { ...document, state: archived ? "archived" : "open", complete, labels: new Map(labels) };
  }
}

function hides({ archived, document }: Ranked): boolean {
  return archived && HIDING_KINDS.has(document.kind);
}

function keep(entries: readonly Ranked[], places: readonly number[]): Ranked[] {
  const kept = new Set(places);
  return entries.filter(({ place }) => kept.has(place));
}

function countKept(ranked: readonly Ranked[], columns: readonly FacetColumn[], { filters }: Search): number {
  return narrow(ranked.map(({ place }) => place), columns, filters).places.length;
}

function stateToday(column: FacetColumn, ranked: readonly Ranked[]): FacetColumn {
  const values = ["open", "archived"].map((code) => column.values.find(([known]) => known === code) ?? ([code, code] as const));
  const rows: number[][] = [];
  for (const { place, archived } of ranked) rows[place] = [archived ? 1 : 0];
  return { name: column.name, values, rows };
}

function labelsAt(column: FacetColumn, place: number): string[] {
  return valuesAt(column, place).flatMap((position) => column.values[position]?.[1] ?? []);
}
