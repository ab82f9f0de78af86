// What the page and the search worker say to each other, and what the search's files hold.

export const SORTS = ["relevance", "newest", "closing"] as const;
export type Sort = (typeof SORTS)[number];

/** Selected codes by facet. */
export type Filters = ReadonlyMap<string, ReadonlySet<string>>;

export interface Search {
  readonly query: string;
  readonly filters: Filters;
  readonly archived: boolean;
  readonly sort: Sort;
  readonly limit: number;
  /** The same where each result has to be loaded first. */
  readonly loadedLimit: number;
  /** The facets whose counts are wanted. */
  readonly groups: readonly string[];
  /** The day it is in the directory's time zone, as `2026-11-23`. */
  readonly today: string;
}

export interface Source {
  /** Absolute address of the site's root. */
  readonly root: string;
  readonly language: string;
}

/** Asks for results, for the counts of facets beside them, or for nothing but the keys of everything that is found. */
export interface SearchRequest extends Search, Source {
  readonly ask: "search" | "facets" | "keys";
  readonly id: number;
}

/** What a worker is told as its name, since a message would wait until the page has time for it. */
export interface Start extends Source {
  readonly timeZone: string;
  /** The parameters of an address whose results are asked for as soon as the page can show them. */
  readonly address?: string;
}

export interface Hit {
  readonly key: string;
  readonly kind: string;
  readonly url: string;
  readonly title: string;
  readonly subtitle: string;
  readonly excerpt: string;
  readonly state: "open" | "archived";
  readonly published?: string;
  readonly closes?: string;
  /** The language of the texts, where it is not the page's. */
  readonly lang?: string;
  /** Labels of this entry's values by facet. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
  /** Whether the entry has every word of the query. */
  readonly complete: boolean;
}

export interface FacetCount {
  readonly name: string;
  readonly values: readonly FacetValue[];
}

export interface FacetValue {
  readonly code: string;
  readonly label: string;
  readonly count: number;
}

export interface Advice {
  /** The query without its rarest word, if there is more than one word. */
  readonly shorter?: string;
  /** The query with unknown words replaced by the nearest ones that are written here. */
  readonly meant: readonly string[];
  /** How many entries the query finds without filters. */
  readonly unfiltered: number;
}

export interface SearchResult {
  readonly hits: readonly Hit[];
  readonly total: number;
  /** How many of them have every word of the query. */
  readonly complete: number;
  /** How many more there would be with archived entries. */
  readonly hidden: number;
  /** Counts of facets that took nothing more to load; all that were wanted, in a small directory. */
  readonly facets: readonly FacetCount[];
  /** Words and stems that were looked for, so that the page can mark them. */
  readonly marked: readonly string[];
  /** Query words that are written nowhere, for which similar words were taken. */
  readonly similar: readonly string[];
  readonly advice: Advice;
  /** Whether the directory is so small that nothing needs to be loaded any more. */
  readonly isWhole: boolean;
}

export type SearchAnswer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly failed: true };

/** Asks what is known of some entries. */
export interface EntriesRequest extends Source {
  readonly ask: "entries";
  readonly id: number;
  readonly keys: readonly string[];
  readonly today: string;
}

/** Nobody waits for an answer any more. */
export interface Withdrawal {
  readonly ask: "nothing";
  readonly id: number;
}

export interface FoundKey {
  readonly key: string;
  readonly published: string;
}

/** Asks who fits a description, which is given as a text or as what was understood of one. */
export interface DescribeRequest extends Source {
  readonly ask: "describe";
  readonly id: number;
  readonly today: string;
  readonly text?: string;
  readonly understood?: Understood;
}

export type WorkerRequest = SearchRequest | EntriesRequest | DescribeRequest;

export const TERM_KINDS = ["type", "technology", "ecosystem", "country", "cooperation", "partner-type"] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** A term of a vocabulary that a description names, with the words of the description that say so. */
export interface UnderstoodTerm {
  readonly kind: TermKind;
  readonly code: string;
  readonly label: string;
  readonly words: readonly string[];
}

export interface Understood {
  readonly terms: readonly UnderstoodTerm[];
  /** Other words that tell entries apart, as the description writes them. */
  readonly words: readonly string[];
}

export type ReasonKind = TermKind | "technology-group" | "words";

export interface MatchReason {
  readonly kind: ReasonKind;
  /** Labels of terms or words; of the kind `type` a code of the directory's own words: offers or seeks. */
  readonly terms: readonly string[];
  readonly weight: number;
}

export interface DescribedMatch {
  readonly hit: Hit;
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

export interface Choice {
  readonly kind: TermKind;
  readonly code: string;
  readonly label: string;
}

export interface Description {
  readonly understood: Understood;
  readonly matches: readonly DescribedMatch[];
  /** Everything that could be understood, for who wants to add it. */
  readonly choices: readonly Choice[];
}

export interface TermRow extends Choice {
  readonly broader?: string;
  /** Phrases by the way in which they are compared with a description's words. */
  readonly phrases: Readonly<Record<string, readonly string[]>>;
}

export type Cues = Readonly<Record<"seeks" | "offers" | "buyers" | "research" | "technology" | "vague", readonly string[]>>;
