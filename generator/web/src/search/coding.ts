// The encodings of the search's files: ascending places, sorted words, and lengths of fields.

/** Ascending places: `n >= 0` skips as many and takes the next, `n < 0` takes the next `-n` places. */
export function readPlaces(coded: readonly number[]): Int32Array {
  const places = new Int32Array(coded.reduce((sum, step) => sum + (step < 0 ? -step : 1), 0));
  let [next, at] = [0, 0];
  for (const step of coded) {
    if (step >= 0) next += step;
    for (let left = step < 0 ? -step : 1; left > 0; left--) places[at++] = next++;
  }
  return places;
}

/** Sorted words: the first sign of each says how many it shares with the word before. */
export function readWords(coded: string): string[] {
  const words = coded === "" ? [] : coded.split(" ");
  let before = "";
  return words.map((word) => (before = before.slice(0, Number.parseInt(word[0] ?? "0", 36)) + word.slice(1)));
}

/** Lengths of fields: each letter says in base 36 which of the steps one is. */
export function readLengths(coded: string, steps: readonly number[]): Int32Array {
  return Int32Array.from({ length: coded.length }, (_, at) => steps[digit(coded.charCodeAt(at))] ?? 0);
}

const ZERO = "0".charCodeAt(0);
const TEN = "a".charCodeAt(0);

function digit(code: number): number {
  return code < TEN ? code - ZERO : code - TEN + 10;
}

/** The position of the block that would hold a word, by the first words of all blocks; -1 if it stands before them all. */
export function blockOf(word: string, firsts: readonly string[]): number {
  return firstFrom(firsts, (first) => first > word) - 1;
}

/** The first position whose word is late enough, where all later ones are as well. */
export function firstFrom(words: readonly string[], isLateEnough: (word: string) => boolean): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isLateEnough(words[middle] as string)) high = middle;
    else low = middle + 1;
  }
  return low;
}
