// Which entries have the words of a query, and how well.
import type lunr from "lunr";
import { tokenise } from "../shared/analysis";
import type { Dictionary } from "./dictionary";
import { expand, type Expansion } from "./expansion";

const MOST_WORDS = 10;
/** With fewer complete entries than this, those that have only some of the words follow. */
const ENOUGH_COMPLETE = 3;

export interface Match {
  /** The place of the entry in the list of documents. */
  readonly place: number;
  readonly score: number;
  readonly complete: boolean;
}

export interface Matches {
  readonly words: readonly Expansion[];
  readonly found: readonly Match[];
}

interface Candidate {
  readonly place: number;
  readonly score: number;
  readonly covered: number;
}

/** The words of a query, each expanded; whatever is beyond the tenth is left out. */
export function expandQuery(query: string, dictionary: Dictionary): Expansion[] {
  const words = [...new Set(tokenise(query))].slice(0, MOST_WORDS);
  const unfinished = /[\p{L}\p{N}\p{M}]$/u.test(query);
  return words.map((word, place) => expand(word, unfinished && place === words.length - 1, dictionary));
}

export function match(words: readonly Expansion[], index: lunr.Index): Match[] {
  const candidates = candidatesFor(words, index);
  const complete = candidates.filter(({ covered }) => covered === words.length);
  const most = Math.max(0, ...candidates.map(({ covered }) => covered).filter((covered) => covered < words.length));
  const partial = candidates.filter(({ covered }) => covered === most && covered > 0);
  const shown = complete.length >= ENOUGH_COMPLETE ? complete : [...complete, ...partial];
  return shown.map(({ place, score, covered }) => ({ place, score, complete: covered === words.length }));
}

function candidatesFor(words: readonly Expansion[], index: lunr.Index): Candidate[] {
  const candidates = new Map<number, Candidate>();
  for (const word of words) {
    for (const [place, gained] of termScores(word.terms, index)) {
      const { score, covered } = candidates.get(place) ?? { score: 0, covered: 0 };
      // By the logarithm, so that one word in a name doesn't outweigh all others together.
      candidates.set(place, { place, score: score + Math.log1p(gained), covered: covered + 1 });
    }
  }
  return [...candidates.values()];
}

/** How well entries say terms of the index, by their places. */
export function termScores(terms: ReadonlyMap<string, number>, index: lunr.Index): [place: number, score: number][] {
  if (terms.size === 0) return []; // lunr would return every entry
  const results = index.query((query) => {
    for (const [term, boost] of terms) query.term(term, { boost, usePipeline: false });
  });
  return results.map(({ ref, score }) => [Number(ref), score]);
}
