// What a description says, as far as the directory has words for it.
import { fold } from "../shared/analysis";
import type { Cues, TermRow, Understood, UnderstoodTerm } from "../shared/protocol";
import { readCue, referenceIn, typeOf } from "./intent";
import { readWords, tellingWords, type Word } from "./reading";
import { TermFinder } from "./terms";

const MOST_WORDS = 10;
const SHORTEST_WORD = 3;

/** So many words are weighed exactly, which takes their postings. */
const MOST_WEIGHED = 16;

/** What the index knows of words. */
export interface WordLore {
  /** How often a word is written here at most. */
  readonly frequency: (word: string) => Promise<number>;
  /** How much a word says: 0 if nothing here says it, or everything. */
  readonly rarity: (word: string) => Promise<number>;
}

interface CountedWord {
  readonly folded: string;
  readonly written: string;
  readonly count: number;
}

export class Reader {
  readonly #finder: TermFinder;
  readonly #terms: readonly TermRow[];
  readonly #cues: Cues;
  readonly #vague: readonly ReturnType<typeof readCue>[];
  readonly #lore: WordLore;

  constructor(terms: readonly TermRow[], cues: Cues, lore: WordLore) {
    this.#finder = new TermFinder(terms);
    this.#terms = terms;
    this.#cues = cues;
    this.#vague = cues.vague.map(readCue);
    this.#lore = lore;
  }

  async understand(text: string): Promise<Understood> {
    const all = readWords(text);
    const named = this.#finder.find(all);
    const terms = withWanted(named, this.#wanted(all, named));
    const said = new Set(terms.flatMap(({ words }) => words.map(fold)));
    return { terms, words: await this.#words(tellingWords(all).filter(({ folded }) => !said.has(folded))) };
  }

  /** The type that the description would be, and the country of a reference. */
  #wanted(all: readonly Word[], named: readonly UnderstoodTerm[]): UnderstoodTerm[] {
    const reference = referenceIn(all);
    const said = named.find(({ kind }) => kind === "type")?.code;
    const type = reference?.type ?? said ?? typeOf(all, this.#cues);
    return [this.#term("type", type), this.#term("country", reference?.country)].flatMap((term) => term ?? []);
  }

  #term(kind: "type" | "country", code: string | undefined): UnderstoodTerm | undefined {
    const term = this.#terms.find((known) => known.kind === kind && known.code === code);
    return term && { kind, code: term.code, label: term.label, words: [] };
  }

  async #words(words: readonly Word[]): Promise<string[]> {
    const found = new Map<string, CountedWord>();
    for (const { folded, written } of words.filter((word) => !this.#isVague(word.folded))) {
      const before = found.get(folded) ?? { folded, written: written === written.toUpperCase() ? written : written.toLowerCase(), count: 0 };
      found.set(folded, { ...before, count: before.count + 1 });
    }
    const likely = await ranked([...found.values()], async (word) => 1 / (await this.#lore.frequency(word)));
    const telling = await ranked(likely.slice(0, MOST_WEIGHED), this.#lore.rarity);
    return telling.slice(0, MOST_WORDS).map(({ written }) => written);
  }

  #isVague(folded: string): boolean {
    return folded.length < SHORTEST_WORD || /^\d+$/.test(folded) || this.#vague.some(([fits]) => fits?.(folded) === true);
  }
}

/** The words that have a value, the most valuable first; who repeats a word means it. */
async function ranked(words: readonly CountedWord[], valueOf: (word: string) => Promise<number>): Promise<CountedWord[]> {
  const values = await Promise.all(words.map(({ folded }) => valueOf(folded)));
  const valued = words.map((word, position) => ({ word, value: (values[position] ?? 0) * Math.sqrt(word.count) }));
  const known = valued.filter(({ value }) => value > 0 && value !== Infinity);
  known.sort((a, b) => b.value - a.value || (a.word.folded < b.word.folded ? -1 : 1));
  return known.map(({ word }) => word);
}

function withWanted(named: readonly UnderstoodTerm[], wanted: readonly UnderstoodTerm[]): UnderstoodTerm[] {
  const isNew = (term: UnderstoodTerm): boolean => !named.some(({ kind, code }) => kind === term.kind && code === term.code);
  const others = named.filter(({ kind }) => kind !== "type");
  const types = wanted.filter(({ kind }) => kind === "type");
  return [...types, ...others, ...wanted.filter((term) => term.kind !== "type" && isNew(term))];
}
