// A description cut into words, as often as comparing needs it.
import { isWorthFinding, lightStem, stem, wordsOf } from "../shared/analysis";
import { stopWordsOf } from "../shared/languages";

const LONGEST_TEXT = 20_000;
const EVERYWHERE = "en";
const MOST_WORDS = 2_000;

export interface Word {
  readonly written: string;
  readonly folded: string;
}

/** All words of a description; `R&D` is one. */
export function readWords(text: string): Word[] {
  const whole = text.slice(0, LONGEST_TEXT).normalize("NFC").replace(/(\p{L})&(\p{L})(?!\p{L})/gu, "$1$2");
  return [...wordsOf(whole)].slice(0, MOST_WORDS).map(({ written, folded }) => ({ written, folded }));
}

/** Those of the words that may name something. */
export function tellingWords(words: readonly Word[]): Word[] {
  return words.filter(({ folded }) => isWorthFinding(folded));
}

/**
 * Which ways of comparing suit a description. English words stand in texts of any language; in an English text
 * a word that another language would stem to the same is another word: a place is no `platinimas`.
 */
export function suits(way: string, words: readonly Word[]): boolean {
  const language = way.replace("+", "");
  if (!stopWordsOf.has(language) || language === EVERYWHERE) return true;
  return stopWordsIn(words, language) >= stopWordsIn(words, EVERYWHERE);
}

function stopWordsIn(words: readonly Word[], language: string): number {
  return words.filter(({ folded }) => stopWordsOf.get(language)?.has(folded) === true).length;
}

/** A word in the form in which a way of comparing wants it; undefined if it doesn't look at such words. */
export function formOf({ written, folded }: Word, way: string): string | undefined {
  if (way === "^") return written === written.toUpperCase() ? folded : undefined;
  if (way === "") return folded;
  return way.endsWith("+") ? lightStem(folded, way.slice(0, -1)) : stem(folded, way);
}
