// The order of results; whatever leaves two entries equal is decided by their places.
import type { Sort } from "../shared/protocol";
import { loadColumn } from "./columns";
import { archivedOn, between, type Interval, isWithin } from "./days";
import type { OrderFile } from "./files";
import { ALL, type Matches } from "./matching";
import type { Store } from "./store";

/** Beside an open entry with the same words, an archived one counts half. */
const ARCHIVED_WEIGHT = 0.5;

/** The first of some ascending places, the best match first: what has all words stands before what has some. */
export function byRelevance(places: Int32Array, limit: number, { found, scores }: Matches, archived: Interval): Int32Array {
  const weight = (place: number): number => scores[place]! * (isWithin(place, archived) ? ARCHIVED_WEIGHT : 1);
  const complete = heaviest(places.filter((place) => found[place] === ALL), limit, weight);
  const left = limit - complete.length;
  const others = left > 0 ? heaviest(places.filter((place) => found[place] !== ALL), left, weight) : [];
  return Int32Array.from([...complete, ...others]);
}

/** The first places by weight; sorting all of them would take longer than everything else that a query does. */
function heaviest(places: Int32Array, limit: number, weight: (place: number) => number): Int32Array {
  const weights = new Float64Array(places.length);
  for (let step = 0; step < places.length; step++) weights[step] = weight(places[step]!);
  const least = weights.slice().sort()[Math.max(0, places.length - limit)]!;
  const heavier = places.filter((_, step) => weights[step]! > least).sort((a, b) => weight(b) - weight(a) || a - b);
  const equal = places.filter((_, step) => weights[step] === least);
  return Int32Array.from([...heavier, ...equal.subarray(0, limit - heavier.length)]);
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
