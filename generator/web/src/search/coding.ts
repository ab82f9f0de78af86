// The encodings of the search's files: small numbers, ascending places, sorted words, and lengths of fields.

const SMALL_A = "a".charCodeAt(0);
const CAPITAL_A = "A".charCodeAt(0);
const BASE = 26;

/** Numbers in letters: the last letter of each is small, those before it are capitals. */
export function readNumbers(coded: string): Int32Array {
  const numbers = new Int32Array(coded.length);
  let [count, higher] = [0, 0];
  for (let at = 0; at < coded.length; at++) {
    const code = coded.charCodeAt(at);
    if (code < SMALL_A) higher = (higher + code - CAPITAL_A) * BASE;
    else {
      numbers[count++] = higher + code - SMALL_A;
      higher = 0;
    }
  }
  return numbers.subarray(0, count);
}

/** Ascending places: each number says how many are skipped before the next one. */
export function readPlaces(coded: string): Int32Array {
  const places = readNumbers(coded);
  let next = 0;
  for (let at = 0; at < places.length; at++) {
    next += places[at]!;
    places[at] = next++;
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

function digit(code: number): number {
  return code < SMALL_A ? code - ZERO : code - SMALL_A + 10;
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
