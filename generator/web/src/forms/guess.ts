// Did you mean …? The known word that comes closest to a written one, if one comes close.
import { fold } from "./values";

const CLOSE = 0.6;
const LONGEST_WORD = 80;

/** The meaning of the closest word; `meanings` are pairs of a word and what it means. */
export function closest(word: string, meanings: Iterable<readonly [string, string]>): string | undefined {
  const asked = fold(word).slice(0, LONGEST_WORD);
  let best: { readonly score: number; readonly meaning: string } | undefined;
  for (const [name, meaning] of meanings) {
    const score = likeness(asked, fold(name));
    if (score >= CLOSE && score > (best?.score ?? 0)) best = { score, meaning };
  }
  return best?.meaning;
}

/** Twice the common part of two words by the length of both: 1 for the same word, 0 for nothing in common. */
function likeness(one: string, other: string): number {
  const whole = one.length + other.length;
  return whole === 0 ? 1 : (2 * common(one, other)) / whole;
}

function common(one: string, other: string): number {
  const [start, end, size] = longestMatch(one, other);
  if (size === 0) return 0;
  return size + common(one.slice(0, start), other.slice(0, end)) + common(one.slice(start + size), other.slice(end + size));
}

function longestMatch(one: string, other: string): readonly [number, number, number] {
  let best: readonly [number, number, number] = [0, 0, 0];
  let before = new Array<number>(other.length + 1).fill(0);
  for (let i = 0; i < one.length; i++) {
    const row = new Array<number>(other.length + 1).fill(0);
    for (let j = 0; j < other.length; j++) {
      if (one[i] !== other[j]) continue;
      const size = (row[j + 1] = (before[j] ?? 0) + 1);
      if (size > best[2]) best = [i - size + 1, j - size + 1, size];
    }
    before = row;
  }
  return best;
}
