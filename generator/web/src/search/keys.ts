// From keys to places and back: for what visitors keep.
import { blockOf, readWords } from "./coding";
import type { KeysBlock, KeysIndex } from "./files";
import type { Store } from "./store";

export class Keys {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The places of those of the keys that are known, by key. */
  async places(keys: readonly string[]): Promise<Map<string, number>> {
    const firsts = await this.#firsts();
    const blocks = new Set(keys.map((key) => blockOf(key, firsts)).filter((block) => block >= 0));
    const known = new Map((await Promise.all([...blocks].map((block) => this.#block(block)))).flatMap((block) => [...block]));
    return new Map(keys.flatMap((key) => (known.has(key) ? [[key, known.get(key) ?? 0]] : [])));
  }

  /** All keys by place. */
  async all(): Promise<string[]> {
    const firsts = await this.#firsts();
    const found: string[] = [];
    for (const block of await Promise.all(firsts.map((_, position) => this.#block(position)))) {
      for (const [key, place] of block) found[place] = key;
    }
    return found;
  }

  #firsts(): Promise<readonly string[]> {
    return this.#store.get("keys", ({ blocks }: KeysIndex) => blocks);
  }

  #block(position: number): Promise<readonly (readonly [key: string, place: number])[]> {
    return this.#store.get(`keys/${position}`, ({ keys, places }: KeysBlock) => readWords(keys).map((key, at) => [key, places[at] ?? 0] as const));
  }
}
