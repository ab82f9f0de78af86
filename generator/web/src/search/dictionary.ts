import { blockOf, firstFrom, readWords } from "./coding";
import { distance } from "./distance";
import type { TermsBlock } from "./files";
import type { Store } from "./store";

/** A term of the index. */
export interface Term {
  readonly text: string;
  /** The number of its postings in all fields. */
  readonly count: number;
  /** Where its postings are. */
  readonly shard: number;
}

/** A short beginning may have many blocks; the first of them are enough while somebody types. */
const MOST_BLOCKS = 6;
/** A dictionary of more blocks isn't loaded whole for a word that may have its first letter wrong. */
const MOST_SEARCHED = 64;

interface Block {
  readonly words: readonly string[];
  readonly at: (position: number) => Term;
}

/** All terms of the index, sorted, in blocks of which only those are loaded that a query needs. */
export class Dictionary {
  readonly #store: Store;
  readonly #firsts: readonly string[];

  constructor(store: Store) {
    this.#store = store;
    this.#firsts = store.manifest.terms;
  }

  /** Those of the words that are terms. */
  async known(words: readonly string[]): Promise<Term[]> {
    const found = await Promise.all(words.map((word) => this.#find(word)));
    return found.flatMap((term) => term ?? []);
  }

  /** The longer terms that begin like this, the shortest first. */
  async startingWith(prefix: string): Promise<Term[]> {
    const first = Math.max(0, blockOf(prefix, this.#firsts));
    const after = firstFrom(this.#firsts, (word) => word > prefix && !word.startsWith(prefix));
    const blocks = await this.#blocks(numbers(first, Math.min(after, first + MOST_BLOCKS)));
    const found = blocks.flatMap(({ words, at }) => {
      const from = firstFrom(words, (word) => word >= prefix);
      const to = firstFrom(words, (word) => word > prefix && !word.startsWith(prefix));
      return numbers(from, to).map(at);
    });
    return found.filter(({ text }) => text !== prefix).sort((a, b) => a.text.length - b.text.length || moreFrequent(a, b));
  }

  /** The terms with its first letter that are nearest to a misspelt word, all at the same, smallest distance. */
  async nearAlike(word: string, farthest: number): Promise<Term[]> {
    const alike = numbers(0, this.#firsts.length).filter((block) => farthest > 0 && this.#mayHold(block, word.charAt(0)));
    return nearest(word, farthest, await this.#blocks(alike), (term) => term[0] === word[0]);
  }

  /** The same with any other first letter, which people seldom miss: that takes all blocks. */
  async nearUnlike(word: string, farthest: number): Promise<Term[]> {
    const all = farthest > 0 && this.#firsts.length <= MOST_SEARCHED ? numbers(0, this.#firsts.length) : [];
    return nearest(word, farthest, await this.#blocks(all), (term) => term[0] !== word[0]);
  }

  async #find(word: string): Promise<Term | undefined> {
    const [block] = await this.#blocks([blockOf(word, this.#firsts)].filter((position) => position >= 0));
    if (block === undefined) return undefined;
    const position = firstFrom(block.words, (term) => term >= word);
    return block.words[position] === word ? block.at(position) : undefined;
  }

  /** Whether a block has terms with this first letter: its own first one has it, or the next block begins after it. */
  #mayHold(block: number, letter: string): boolean {
    const [first = "", next] = this.#firsts.slice(block, block + 2);
    return first.charAt(0) <= letter && (next === undefined || next.charAt(0) >= letter);
  }

  #blocks(positions: readonly number[]): Promise<Block[]> {
    return Promise.all(positions.map((position) => this.#store.get(`terms/${position}`, readBlock)));
  }
}

function readBlock({ terms, counts, shard, cuts }: TermsBlock): Block {
  const words = readWords(terms);
  const shardAt = (position: number): number => shard + cuts.filter((cut) => cut <= position).length;
  return { words, at: (position) => ({ text: words[position] ?? "", count: counts[position] ?? 0, shard: shardAt(position) }) };
}

function nearest(word: string, farthest: number, blocks: readonly Block[], isAsked: (term: string) => boolean): Term[] {
  for (let apart = 1; apart <= farthest; apart++) {
    const found = blocks.flatMap(({ words, at }) => {
      return words.flatMap((term, position) => (isAsked(term) && distance(word, term, apart) === apart ? [at(position)] : []));
    });
    if (found.length > 0) return found.sort(moreFrequent);
  }
  return [];
}

function moreFrequent(a: Term, b: Term): number {
  return b.count - a.count || (a.text < b.text ? -1 : Number(a.text > b.text));
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);
}
