// What to try when a search finds little.
import { fold, stem } from "../shared/analysis";
import { stemmers } from "../shared/languages";
import type { Advice } from "../shared/protocol";
import type { Expansion } from "./expansion";
import type { WrittenWords } from "./written";

const MOST_MEANT = 3;

export async function adviseOn(words: readonly Expansion[], written: WrittenWords, unfiltered: number): Promise<Advice> {
  const meant = await didYouMean(words, written);
  const rarest = [...words].sort((a, b) => frequency(a) - frequency(b))[0];
  if (rarest === undefined || words.length < 2) return { meant, unfiltered };
  const shorter = words.filter((word) => word !== rarest).map(({ word }) => word).join(" ");
  return { shorter, meant, unfiltered };
}

/** The query once more for each word that an unknown one of it may stand for. */
async function didYouMean(words: readonly Expansion[], written: WrittenWords): Promise<string[]> {
  const unknown = words.find(({ terms, similar }) => terms.length === 0 || similar);
  if (unknown === undefined) return [];
  const likely = await nearest(unknown.word, written);
  return likely.map((meant) => words.map((word) => (word === unknown ? meant : word.word)).join(" "));
}

async function nearest(word: string, written: WrittenWords): Promise<string[]> {
  const near = await written.near(word, Math.max(1, Math.floor(word.length / 3)));
  return oneOfEachStem([...near.keys()])
    .slice(0, MOST_MEANT)
    .map((folded) => near.get(folded) ?? folded);
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

function frequency({ terms }: Expansion): number {
  return terms.reduce((sum, { count }) => sum + count, 0);
}
