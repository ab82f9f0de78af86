// What the search's files hold (see docs/maintainers/search-files.md).
import type { Cues, TermRow } from "../shared/protocol";

type Files = Readonly<Record<string, unknown>>;

/** search/index.json: what there is and where. */
export interface Manifest {
  readonly version: string;
  /** How many entries there are. */
  readonly entries: number;
  readonly fields: readonly string[];
  /** How much a word in each field says, beside a word in the text. */
  readonly boosts: readonly number[];
  /** How many words each field has on average. */
  readonly averages: readonly number[];
  /** The lengths that fields may have. */
  readonly steps: readonly number[];
  /** Whether the lengths of all fields are in one file, and not beside the postings. */
  readonly lengths: boolean;
  readonly archive: Archive;
  /** The first term of each block of the dictionary. */
  readonly terms: readonly string[];
  /** How many entries are in a file of cards. */
  readonly cards: number;
  /** The facets that have a column, in the order of display. */
  readonly facets: readonly string[];
  /** Files by their names, in a small directory. */
  readonly files?: Files;
}

/** Where the archived entries stand among the places. */
export interface Archive {
  readonly open: number;
  /** How many entries of each kind the build archives. */
  readonly archived: readonly (readonly [kind: string, count: number])[];
  /** How many entries close on which day, the first day first. */
  readonly closing: readonly (readonly [day: string, count: number])[];
}

/** search/display-<language>.json: what facets and their values are called. */
export interface Display {
  readonly version: string;
  readonly language: string;
  readonly labels: Readonly<Record<string, readonly Labelled[]>>;
  /** The first word of each block of written words. */
  readonly written: readonly string[];
  /** Whether there is a `columns/order-<language>`, since places stand by the titles of another language. */
  readonly ordered: boolean;
  readonly files?: Files;
}

export type Labelled = readonly [code: string, label: string];

export interface TermsBlock {
  readonly terms: string;
  readonly counts: readonly number[];
  readonly shard: number;
  readonly cuts: readonly number[];
}

export interface PostingsShard {
  readonly terms: string;
  /** For each term, field by field: its position, coded places, how often each says the term again, and how long the field is there. */
  readonly postings: readonly (readonly (number | string)[])[];
}

/** By field, how long it is at all places. */
export type LengthsFile = readonly string[];

export interface ColumnFile {
  readonly values: readonly (readonly [code: string, places: string])[];
}

export interface OrderFile {
  readonly order: readonly number[];
}

/** What a result shows. */
export interface Card {
  readonly key: string;
  readonly kind: string;
  readonly url: string;
  readonly title: string;
  readonly subtitle: string;
  readonly excerpt: string;
  readonly published?: string;
  readonly closes?: string;
  /** The language of the texts, where it is not the page's. */
  readonly lang?: string;
  /** Codes by facet. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
}

export interface WrittenBlock {
  readonly words: string;
}

export interface KeysIndex {
  readonly blocks: readonly string[];
}

export interface KeysBlock {
  readonly keys: string;
  readonly places: readonly number[];
}

/** search/terms-<language>.json: what a description may name. */
export interface TermsFile {
  readonly version: string;
  readonly language: string;
  readonly terms: readonly TermRow[];
  readonly cues: Cues;
}
