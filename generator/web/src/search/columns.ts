// Facets as columns: for each value the places that have it.
import { readPlaces } from "./coding";
import type { ColumnFile } from "./files";
import type { Store } from "./store";

export interface Column {
  readonly name: string;
  /** The places of each value, by code. */
  readonly places: ReadonlyMap<string, Int32Array>;
}

export const STATE = "state";

/** The column of a facet, or any other one. */
export function loadColumn(name: string, store: Store): Promise<Column> {
  return store.get(`columns/${name}`, ({ values }: ColumnFile) => ({
    name,
    places: new Map(values.map(([code, coded]) => [code, readPlaces(coded)])),
  }));
}

/** The places that have one of the values, each marked with 1. */
export function marked({ places }: Column, codes: Iterable<string>, entries: number): Uint8Array {
  const marks = new Uint8Array(entries);
  for (const code of codes) {
    for (const place of places.get(code) ?? []) marks[place] = 1;
  }
  return marks;
}
