// Which entries have the words of a query, and how well.
import { tokenise } from "../shared/analysis";
import type { Dictionary } from "./dictionary";
import { expand, type Expansion } from "./expansion";
import { type Scores, scoresOf, type WeightedTerm } from "./postings";
import type { Store } from "./store";

const LONGEST_QUERY = 1_000;
const MOST_WORDS = 10;
/** With fewer complete entries than this, those that have only some of the words follow. */
const ENOUGH_COMPLETE = 3;
/** While somebody types or ticks filters, most words stay as they are. */
const MOST_REMEMBERED = 60;

/** What a query finds, by place. */
export interface Matches {
  readonly words: readonly Expansion[];
  /** 0 for what isn't found, 1 for what has some of the words, 2 for what has all. */
  readonly found: Uint8Array;
  readonly scores: Float64Array;
}

export const SOME = 1;
export const ALL = 2;

/** Finds entries by words. */
export class Matcher {
  readonly #store: Store;
  readonly #dictionary: Dictionary;
  readonly #memory = new Map<string, Promise<unknown>>();

  constructor(store: Store, dictionary: Dictionary) {
    this.#store = store;
    this.#dictionary = dictionary;
  }

  /** The words of a query, each expanded; whatever is beyond the tenth is left out. */
  expandQuery(whole: string): Promise<Expansion[]> {
    const query = whole.slice(0, LONGEST_QUERY);
    const words = [...new Set(tokenise(query))].slice(0, MOST_WORDS);
    const unfinished = /[\p{L}\p{N}\p{M}]$/u.test(query);
    return Promise.all(words.map((word, place) => this.#expand(word, unfinished && place === words.length - 1)));
  }

  async match(query: string): Promise<Matches> {
    const words = await this.expandQuery(query);
    const { entries } = this.#store.manifest;
    // Nothing typed, or nothing that could tell entries apart: everything is a result.
    if (words.length === 0) return { words, found: new Uint8Array(entries).fill(ALL), scores: new Float64Array(entries) };
    const scores = await Promise.all(words.map(({ terms }) => this.scores(terms)));
    return { words, ...combined(scores, entries) };
  }

  /** How well entries say terms of the index. */
  scores(terms: readonly WeightedTerm[]): Promise<Scores> {
    const name = terms.map(({ text, weight }) => `${text} ${weight}`).join(" ");
    return this.#remembered(`scores ${name}`, () => scoresOf(terms, this.#store));
  }

  #expand(word: string, isLast: boolean): Promise<Expansion> {
    return this.#remembered(`terms ${word} ${isLast}`, () => expand(word, isLast, this.#dictionary));
  }

  #remembered<Made>(name: string, make: () => Promise<Made>): Promise<Made> {
    const made = (this.#memory.get(name) as Promise<Made> | undefined) ?? make();
    this.#memory.delete(name);
    this.#memory.set(name, made);
    made.catch(() => this.#memory.delete(name));
    for (const oldest of [...this.#memory.keys()].slice(0, -MOST_REMEMBERED)) this.#memory.delete(oldest);
    return made;
  }
}

/** What all words together find: entries with all of them, and those with most of them if there are few. */
export function combined(words: readonly Scores[], entries: number): Omit<Matches, "words"> {
  const scores = new Float64Array(entries);
  const found = new Uint8Array(entries);
  for (const { places, scores: gained } of words) {
    for (let step = 0; step < places.length; step++) {
      // By the logarithm, so that one word in a name doesn't outweigh all others together.
      scores[places[step]!]! += Math.log1p(gained[step]!);
      found[places[step]!]!++;
    }
  }
  const least = leastCovered(found, words.length);
  for (let place = 0; place < entries; place++) {
    const covered = found[place]!;
    found[place] = covered === words.length ? ALL : covered >= least ? SOME : 0;
  }
  return { scores, found };
}

/** How many of the words a result has at least. */
function leastCovered(covered: Uint8Array, words: number): number {
  const places = new Array<number>(words + 1).fill(0);
  for (const count of covered) places[count]!++;
  if ((places[words] ?? 0) >= ENOUGH_COMPLETE) return words;
  const most = places.findLastIndex((count, some) => count > 0 && some > 0 && some < words);
  return most > 0 ? most : words;
}
