// Which terms of the vocabularies a description names.
import type { TermKind, TermRow, UnderstoodTerm } from "../shared/protocol";
import { formOf, suits, tellingWords, type Word } from "./reading";

/** How many terms of a kind are worth showing; a long profile names everything once. */
const MOST: Readonly<Record<TermKind, number>> = {
  type: 1, technology: 6, ecosystem: 3, country: 5, cooperation: 3, "partner-type": 3,
};

interface Mention {
  readonly term: TermRow;
  readonly words: Set<string>;
  count: number;
}

interface Phrasebook {
  readonly way: string;
  readonly longest: number;
  readonly terms: ReadonlyMap<string, readonly TermRow[]>;
}

export class TermFinder {
  readonly #books: readonly Phrasebook[];

  constructor(terms: readonly TermRow[]) {
    const ways = new Set(terms.flatMap(({ phrases }) => Object.keys(phrases)));
    this.#books = [...ways].sort().map((way) => phrasebook(way, terms));
  }

  /** The terms that a description names, those named most often first. */
  find(description: readonly Word[]): UnderstoodTerm[] {
    const mentions = new Map<TermRow, Mention>();
    const words = tellingWords(description);
    const books = this.#books.filter(({ way }) => suits(way, description));
    for (const book of books) noteMentions(book, words, mentions);
    const ranked = [...mentions.values()].sort((a, b) => b.count - a.count || compare(a.term, b.term));
    return firstOfEachKind(ranked).map(({ term: { kind, code, label }, words: said }) => ({ kind, code, label, words: [...said] }));
  }
}

function phrasebook(way: string, terms: readonly TermRow[]): Phrasebook {
  const found = new Map<string, TermRow[]>();
  for (const term of terms) {
    for (const phrase of term.phrases[way] ?? []) found.set(phrase, [...(found.get(phrase) ?? []), term]);
  }
  const longest = Math.max(0, ...[...found.keys()].map((phrase) => phrase.split(" ").length));
  return { way, longest, terms: found };
}

function noteMentions({ way, longest, terms }: Phrasebook, words: readonly Word[], mentions: Map<TermRow, Mention>): void {
  const forms = words.map((word) => formOf(word, way));
  let place = 0;
  while (place < words.length) {
    const length = longestPhrase(forms, place, longest, terms);
    const named = terms.get(forms.slice(place, place + length).join(" ")) ?? [];
    for (const term of length > 0 ? named : []) note(term, words.slice(place, place + length), mentions);
    // The words of a phrase name nothing but the phrase: a solar panel is no panel.
    place += Math.max(1, length);
  }
}

function longestPhrase(forms: readonly (string | undefined)[], place: number, longest: number, terms: Phrasebook["terms"]): number {
  for (let length = Math.min(longest, forms.length - place); length > 0; length--) {
    const part = forms.slice(place, place + length);
    if (!part.includes(undefined) && terms.has(part.join(" "))) return length;
  }
  return 0;
}

function note(term: TermRow, words: readonly Word[], mentions: Map<TermRow, Mention>): void {
  const mention = mentions.get(term) ?? { term, words: new Set<string>(), count: 0 };
  mention.count += words.length;
  for (const { written } of words) mention.words.add(written.toLowerCase());
  mentions.set(term, mention);
}

function firstOfEachKind(mentions: readonly Mention[]): Mention[] {
  const counts = new Map<TermKind, number>();
  return mentions.filter(({ term: { kind } }) => {
    const before = counts.get(kind) ?? 0;
    counts.set(kind, before + 1);
    return before < MOST[kind];
  });
}

function compare(a: TermRow, b: TermRow): number {
  const [one, other] = [`${a.kind} ${a.code}`, `${b.kind} ${b.code}`];
  return one < other ? -1 : Number(one > other);
}
