import { distance } from "./distance";
import type { SerialisedIndex } from "../shared/protocol";

/** All terms of the index, sorted, with the number of their postings. */
export class Dictionary {
  readonly #terms: readonly string[];
  readonly #frequency: ReadonlyMap<string, number>;

  constructor(index: SerialisedIndex) {
    this.#frequency = new Map(index.invertedIndex.map(([term, posting]) => [term, countPostings(posting)]));
    this.#terms = [...this.#frequency.keys()].sort(compare);
  }

  has(term: string): boolean {
    return this.#frequency.has(term);
  }

  frequency(term: string): number {
    return this.#frequency.get(term) ?? 0;
  }

  /** The longer terms that begin like this, the shortest first. */
  startingWith(prefix: string, limit: number): string[] {
    const found: string[] = [];
    for (let place = this.#firstFrom(prefix); this.#terms[place]?.startsWith(prefix); place++) {
      found.push(this.#terms[place] as string);
    }
    return found.filter((term) => term !== prefix).sort((a, b) => a.length - b.length || this.#moreFrequent(a, b)).slice(0, limit);
  }

  /** The terms nearest to a misspelt word, all at the same, smallest distance. */
  near(word: string, farthest: number, limit: number): string[] {
    for (let apart = 1; apart <= farthest; apart++) {
      const found = this.#terms.filter((term) => distance(word, term, apart) === apart);
      if (found.length > 0) return found.sort((a, b) => this.#moreAlike(word, a, b)).slice(0, limit);
    }
    return [];
  }

  #firstFrom(prefix: string): number {
    let low = 0;
    let high = this.#terms.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(this.#terms[middle] as string, prefix) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #moreFrequent(a: string, b: string): number {
    return this.frequency(b) - this.frequency(a) || compare(a, b);
  }

  // People seldom miss the first letter of a word.
  #moreAlike(word: string, a: string, b: string): number {
    return Number(b[0] === word[0]) - Number(a[0] === word[0]) || this.#moreFrequent(a, b);
  }
}

function countPostings(posting: Readonly<Record<string, unknown>>): number {
  const fields = Object.values(posting).filter((field) => typeof field === "object" && field !== null);
  return fields.reduce<number>((sum, field) => sum + Object.keys(field as object).length, 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
