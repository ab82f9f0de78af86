// Words of a query as the index knows them: the twin of generator/inolink/analysis/words.py.
import { letters, type Pass, stemmers, stopWords } from "./languages";

const LONGEST_WORD = 30;
const SHORTEST_WORD = 2;
const VOWEL = /[aeiouy]/;
// `R&D` is one word; letters and digits of any script make the others.
const WORD = /[\p{L}\p{N}]&[\p{L}\p{N}](?![\p{L}\p{N}])|[\p{L}\p{N}]+/gu;

/** A text in lower case and without marks: `Žuvų ūkis` becomes `zuvu ukis`. */
export function fold(text: string): string {
  const bare = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return bare.replace(/[^\0-\x7f]/g, (letter) => letters.get(letter) ?? letter);
}

/** The folded words of a text without stop words and single letters. */
export function tokenise(text: string): string[] {
  return (fold(text).match(WORD) ?? []).map(clip).filter(isWorthFinding);
}

/** The stem of a folded word; a language without a table keeps its words as they are. */
export function stem(word: string, language: string): string {
  return (stemmers.get(language) ?? []).reduce(applyPass, word);
}

/** The same with the first pass of endings only: whoever must not mix words up stops there. */
export function lightStem(word: string, language: string): string {
  return (stemmers.get(language) ?? []).slice(0, 1).reduce(applyPass, word);
}

/** A folded query word and its stems in all languages, since nobody knows the query's language. */
export function queryTerms(word: string): string[] {
  return [...new Set([word, ...[...stemmers.keys()].map((language) => stem(word, language))])];
}

/** Each word of a displayed text as it stands there, folded, and where it begins. */
export function* wordsOf(text: string): Generator<{ start: number; written: string; folded: string }> {
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    yield { start: match.index, written: match[0], folded: fold(match[0]).slice(0, LONGEST_WORD) };
  }
}

function clip(word: string): string {
  return [...word.replace("&", "")].slice(0, LONGEST_WORD).join("");
}

export function isWorthFinding(word: string): boolean {
  return [...word].length >= SHORTEST_WORD && !stopWords.has(word);
}

function applyPass(word: string, pass: Pass): string {
  let shorter = takeEnding(word, pass);
  while (pass.repeat && shorter !== word) {
    word = shorter;
    shorter = takeEnding(word, pass);
  }
  return shorter;
}

function takeEnding(word: string, { keep, endings }: Pass): string {
  for (let start = keep; start < word.length; start++) {
    const replacement = endings.get(word.slice(start));
    if (replacement !== undefined && VOWEL.test(word.slice(0, start))) {
      return word.slice(0, start) + replacement;
    }
  }
  return word;
}
