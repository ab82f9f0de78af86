// From a query word to the terms of the index that it may mean, each with a weight.
import { queryTerms } from "../shared/analysis";
import type { Dictionary, Term } from "./dictionary";
import type { WeightedTerm } from "./postings";

const WEIGHTS = { exact: 10, stem: 6, prefix: 3, similar: 2 } as const;
const MOST_PREFIXED = 40;
const MOST_SIMILAR = 8;
const LONG_WORD = 5;
/** What a word may mean besides itself is taken from so many shards of postings, however large the index is. */
const MOST_SHARDS = 2;
/** A word with so many postings is said often enough: what else it may mean would cost more than it finds. */
const ENOUGH_POSTINGS = 10_000;

export interface Expansion {
  readonly word: string;
  /** Terms of the index and their weights; empty if nothing here is like the word. */
  readonly terms: readonly WeightedTerm[];
  /** The word is written nowhere, these are words like it. */
  readonly similar: boolean;
}

/** Expand a word; the last one of a query may still be unfinished. */
export async function expand(word: string, isLast: boolean, dictionary: Dictionary): Promise<Expansion> {
  const terms = new Map<string, WeightedTerm>();
  const known = await dictionary.known(queryTerms(word));
  for (const term of known) add(terms, term, term.text === word ? WEIGHTS.exact : WEIGHTS.stem);
  const isFrequent = known.some(({ count }) => count >= ENOUGH_POSTINGS);
  for (const beginning of isFrequent ? [] : beginnings(word, isLast)) {
    const longer = await dictionary.startingWith(beginning);
    for (const term of fromFewShards(longer, known).slice(0, MOST_PREFIXED)) {
      add(terms, term, (WEIGHTS.prefix * beginning.length) / term.text.length);
    }
  }
  if (terms.size > 0) return { word, terms: [...terms.values()], similar: false };
  for (const term of await similarTerms(word, dictionary)) add(terms, term, WEIGHTS.similar);
  return { word, terms: [...terms.values()], similar: terms.size > 0 };
}

function beginnings(word: string, isLast: boolean): string[] {
  return queryTerms(word).filter((term) => term.length >= LONG_WORD || (isLast && term === word));
}

async function similarTerms(word: string, dictionary: Dictionary): Promise<Term[]> {
  const words = queryTerms(word);
  const alike = await Promise.all(words.map((term) => dictionary.nearAlike(term, allowedDistance(term))));
  const found = alike.some((terms) => terms.length > 0)
    ? alike
    : await Promise.all(words.map((term) => dictionary.nearUnlike(term, allowedDistance(term))));
  const likely = found.flatMap((terms) => terms.slice(0, MOST_SIMILAR));
  const single = [...new Map(likely.map((term) => [term.text, term])).values()];
  return fromFewShards(single, []).slice(0, MOST_SIMILAR);
}

/** Those of the terms that are in the shards of the known ones or in few others, which the first terms choose. */
function fromFewShards(terms: readonly Term[], known: readonly Term[]): Term[] {
  const others = new Set<number>();
  const own = new Set(known.map(({ shard }) => shard));
  return terms.filter(({ shard }) => {
    if (!own.has(shard) && others.size < MOST_SHARDS) others.add(shard);
    return own.has(shard) || others.has(shard);
  });
}

/** Short words have too many neighbours to guess among them. */
export function allowedDistance(word: string): number {
  if (word.length >= 9) return 2;
  return word.length >= 5 ? 1 : 0;
}

function add(terms: Map<string, WeightedTerm>, term: Term, weight: number): void {
  const before = terms.get(term.text)?.weight ?? 0;
  terms.set(term.text, { ...term, weight: Math.max(weight, before) });
}
