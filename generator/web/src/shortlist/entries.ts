// What the search knows of each entry that is kept or shared, as far as it was asked for.
import type { SearchClient } from "../shared/client";
import type { Hit } from "../shared/protocol";

export class Entries {
  readonly #client: () => Pick<SearchClient, "entries">;
  readonly #today: string;
  readonly #known = new Map<string, Hit | undefined>();

  constructor(client: () => Pick<SearchClient, "entries">, today: string) {
    this.#client = client;
    this.#today = today;
  }

  get(key: string): Hit | undefined {
    return this.#known.get(key);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  /** Ask for those of some entries that weren't asked for before; without any, nothing is asked. */
  async load(keys: readonly string[]): Promise<void> {
    const unknown = keys.filter((key) => !this.#known.has(key));
    if (unknown.length === 0) return;
    const hits = await this.#client().entries(unknown, this.#today);
    for (const key of unknown) this.#known.set(key, undefined);
    for (const hit of hits) this.#known.set(hit.key, hit);
  }
}
