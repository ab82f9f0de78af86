// What a description says, as far as the directory has words for it.
import { fold } from "../shared/analysis";
import type { Cues, TermRow, Understood, UnderstoodTerm } from "../shared/protocol";
import { readCue, referenceIn, typeOf } from "./intent";
import { readWords, tellingWords, type Word } from "./reading";
import { TermFinder } from "./terms";

const MOST_WORDS = 10;
const SHORTEST_WORD = 3;

/** Tells how much a word says: 0 if nothing here says it, or everything. */
export type Rarity = (word: string) => number;

export class Reader {
  readonly #finder: TermFinder;
  readonly #terms: readonly TermRow[];
  readonly #cues: Cues;
  readonly #vague: readonly ReturnType<typeof readCue>[];
  readonly #rarity: Rarity;

  constructor(terms: readonly TermRow[], cues: Cues, rarity: Rarity) {
    this.#finder = new TermFinder(terms);
    this.#terms = terms;
    this.#cues = cues;
    this.#vague = cues.vague.map(readCue);
    this.#rarity = rarity;
  }

  understand(text: string): Understood {
    const all = readWords(text);
    const named = this.#finder.find(all);
    const terms = withWanted(named, this.#wanted(all, named));
    const said = new Set(terms.flatMap(({ words }) => words.map(fold)));
    return { terms, words: this.#words(tellingWords(all).filter(({ folded }) => !said.has(folded))) };
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

  #words(words: readonly Word[]): string[] {
    const found = new Map<string, { written: string; count: number }>();
    for (const { folded, written } of words) {
      const before = found.get(folded) ?? { written: written === written.toUpperCase() ? written : written.toLowerCase(), count: 0 };
      found.set(folded, { ...before, count: before.count + 1 });
    }
    const ranked = [...found].flatMap(([folded, { written, count }]) => {
      const value = this.#isVague(folded) ? 0 : this.#rarity(folded) * Math.sqrt(count);
      return value > 0 ? [{ written, folded, value }] : [];
    });
    ranked.sort((a, b) => b.value - a.value || (a.folded < b.folded ? -1 : 1));
    return ranked.slice(0, MOST_WORDS).map(({ written }) => written);
  }

  #isVague(folded: string): boolean {
    return folded.length < SHORTEST_WORD || /^\d+$/.test(folded) || this.#vague.some(([fits]) => fits?.(folded) === true);
  }
}

function withWanted(named: readonly UnderstoodTerm[], wanted: readonly UnderstoodTerm[]): UnderstoodTerm[] {
  const isNew = (term: UnderstoodTerm): boolean => !named.some(({ kind, code }) => kind === term.kind && code === term.code);
  const others = named.filter(({ kind }) => kind !== "type");
  const types = wanted.filter(({ kind }) => kind === "type");
  return [...types, ...others, ...wanted.filter((term) => term.kind !== "type" && isNew(term))];
}
