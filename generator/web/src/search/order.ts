// The order of results; whatever leaves two entries equal is decided by their places.
import type { Sort } from "../shared/protocol";
import { loadColumn } from "./columns";
import { archivedOn, between, type Interval, isWithin } from "./days";
import type { OrderFile } from "./files";
import { ALL, type Matches } from "./matching";
import type { Store } from "./store";

/** Beside an open entry with the same words, an archived one counts half. */
const ARCHIVED_WEIGHT = 0.5;

/** Some places, the best match first. */
export function byRelevance(places: Int32Array, { found, scores }: Matches, archived: Interval): Int32Array {
  const weight = (place: number): number => (scores[place] ?? 0) * (isWithin(place, archived) ? ARCHIVED_WEIGHT : 1);
  const isComplete = (place: number): number => Number(found[place] === ALL);
  return places.sort((a, b) => isComplete(b) - isComplete(a) || weight(b) - weight(a) || a - b);
}

/** The orders that no query changes, each made once a day. */
export class Orders {
  readonly #store: Store;
  readonly #made = new Map<string, Promise<Int32Array>>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** All places in an order; without words nothing is more relevant than the rest, so `relevance` goes by kinds. */
  everything(sort: Sort, today: string): Promise<Int32Array> {
    const name = `${sort} ${today}`;
    const known = this.#made.get(name);
    const made = known ?? this.#make(sort, archivedOn(today, this.#store.manifest.archive));
    this.#made.set(name, made);
    made.catch(() => this.#made.delete(name));
    return made;
  }

  #make(sort: Sort, archived: Interval): Promise<Int32Array> {
    if (sort === "newest") return this.#newest();
    return sort === "closing" ? Promise.resolve(this.#closing(archived)) : this.#byKind(archived);
  }

  // What has no date stands behind everything that has one.
  async #newest(): Promise<Int32Array> {
    const { places } = await loadColumn("published", this.#store);
    const dated = [...places].sort(([a], [b]) => (a < b ? 1 : -1)).flatMap(([, each]) => [...each]);
    return Int32Array.from(new Set([...dated, ...between(0, this.#store.manifest.entries)]));
  }

  // What closes stands by its day, then what never closes, then what did.
  #closing(archived: Interval): Int32Array {
    const { entries } = this.#store.manifest;
    return Int32Array.from([...between(archived.to, entries), ...between(0, archived.from), ...between(archived.from, archived.to)]);
  }

  /** Clusters before what they offer, by their titles; what is open stands before what isn't. */
  async #byKind(archived: Interval): Promise<Int32Array> {
    const { manifest, display } = this.#store;
    const [{ places }, titles] = await Promise.all([loadColumn("kind", this.#store), this.#byTitle(archived.from)]);
    const kinds = new Uint8Array(manifest.entries);
    for (const [position, [code]] of (display.labels["kind"] ?? []).entries()) {
      for (const place of places.get(code) ?? []) kinds[place] = position;
    }
    const all = [...titles, ...between(archived.to, manifest.entries), ...between(archived.from, archived.to)];
    return Int32Array.from(all).sort((a, b) => (kinds[a] ?? 0) - (kinds[b] ?? 0));
  }

  // Places themselves stand by the titles of the directory's first language, for which there is no file.
  #byTitle(open: number): Promise<Int32Array> {
    const { language, ordered } = this.#store.display;
    if (!ordered) return Promise.resolve(between(0, open));
    return this.#store.get(`columns/order-${language}`, ({ order }: OrderFile) => Int32Array.from(order));
  }
}
