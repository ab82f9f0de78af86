// What to try when a search finds little.
import { fold, stem, wordsOf } from "../shared/analysis";
import { stemmers } from "../shared/languages";
import type { Advice, DisplayFile } from "../shared/protocol";
import type { Dictionary } from "./dictionary";
import { distance } from "./distance";
import type { Expansion } from "./expansion";

const SHORTEST_MEANT = 4;
const MOST_MEANT = 3;

/** Words as people read them in titles, names and filters, by their folded form. */
export type WrittenWords = ReadonlyMap<string, string>;

export function writtenWords({ documents, facets }: DisplayFile): WrittenWords {
  const texts = [
    ...documents.flatMap(({ title, subtitle }) => [title, subtitle]),
    ...facets.flatMap(({ values }) => values.map(([, label]) => label)),
  ];
  const words = texts.flatMap((text) => [...wordsOf(text)]).filter(({ folded }) => folded.length >= SHORTEST_MEANT);
  return new Map(words.map(({ folded, written }) => [folded, written.toLowerCase()]));
}

export function adviseOn(
  words: readonly Expansion[],
  dictionary: Dictionary,
  written: WrittenWords,
  unfiltered: number,
): Advice {
  const meant = didYouMean(words, written);
  const rarest = [...words].sort((a, b) => frequency(a, dictionary) - frequency(b, dictionary))[0];
  if (rarest === undefined || words.length < 2) return { meant, unfiltered };
  const shorter = words.filter((word) => word !== rarest).map(({ word }) => word).join(" ");
  return { shorter, meant, unfiltered };
}

/** The query once more for each word that an unknown one of it may stand for. */
function didYouMean(words: readonly Expansion[], written: WrittenWords): string[] {
  const unknown = words.find(({ terms, similar }) => terms.size === 0 || similar);
  if (unknown === undefined) return [];
  return nearest(unknown.word, written).map((meant) =>
    words.map((word) => (word === unknown ? meant : word.word)).join(" "),
  );
}

function nearest(word: string, written: WrittenWords): string[] {
  const farthest = Math.max(1, Math.floor(word.length / 3));
  const ranked = [...written.keys()]
    .map((folded) => ({ folded, apart: distance(word, folded, farthest) }))
    .filter(({ apart }) => apart <= farthest)
    .sort((a, b) => a.apart - b.apart || (a.folded < b.folded ? -1 : 1));
  return oneOfEachStem(ranked.map(({ folded }) => folded))
    .slice(0, MOST_MEANT)
    .map((folded) => written.get(folded) ?? folded);
}

// `lazeriai` and `lazerių` are one suggestion.
function oneOfEachStem(words: readonly string[]): string[] {
  const seen = new Set<string>();
  return words.filter((word) => {
    const stems = [...stemmers.keys()].map((language) => stem(fold(word), language));
    const isNew = stems.every((known) => !seen.has(known));
    for (const known of stems) seen.add(known);
    return isNew;
  });
}

function frequency({ terms }: Expansion, dictionary: Dictionary): number {
  return [...terms.keys()].reduce((sum, term) => sum + dictionary.frequency(term), 0);
}
