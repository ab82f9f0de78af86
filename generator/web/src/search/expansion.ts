// From a query word to the terms of the index that it may mean, each with a weight.
import { queryTerms } from "../shared/analysis";
import type { Dictionary } from "./dictionary";

const WEIGHTS = { exact: 10, stem: 6, prefix: 3, similar: 2 } as const;
const MOST_PREFIXED = 40;
const MOST_SIMILAR = 8;
const LONG_WORD = 5;

export interface Expansion {
  readonly word: string;
  /** Terms of the index and their weights; empty if nothing here is like the word. */
  readonly terms: ReadonlyMap<string, number>;
  /** The word is written nowhere, these are words like it. */
  readonly similar: boolean;
}

/** Expand a word; the last one of a query may still be unfinished. */
export function expand(word: string, isLast: boolean, dictionary: Dictionary): Expansion {
  const terms = new Map<string, number>();
  const known = queryTerms(word).filter((term) => dictionary.has(term));
  for (const term of known) add(terms, term, term === word ? WEIGHTS.exact : WEIGHTS.stem);
  for (const beginning of beginnings(word, isLast)) {
    for (const term of dictionary.startingWith(beginning, MOST_PREFIXED)) {
      add(terms, term, (WEIGHTS.prefix * beginning.length) / term.length);
    }
  }
  if (terms.size > 0) return { word, terms, similar: false };
  for (const term of similarTerms(word, dictionary)) add(terms, term, WEIGHTS.similar);
  return { word, terms, similar: terms.size > 0 };
}

function beginnings(word: string, isLast: boolean): string[] {
  return queryTerms(word).filter((term) => term.length >= LONG_WORD || (isLast && term === word));
}

function similarTerms(word: string, dictionary: Dictionary): string[] {
  const found = queryTerms(word).flatMap((term) => dictionary.near(term, allowedDistance(term), MOST_SIMILAR));
  return [...new Set(found)].slice(0, MOST_SIMILAR);
}

/** Short words have too many neighbours to guess among them. */
export function allowedDistance(word: string): number {
  if (word.length >= 9) return 2;
  return word.length >= 5 ? 1 : 0;
}

function add(terms: Map<string, number>, term: string, weight: number): void {
  terms.set(term, Math.max(weight, terms.get(term) ?? 0));
}
