// Facets: within one, any selected value will do; between them, all must fit.
import type { FacetColumn, FacetCount, Filters } from "../shared/protocol";

interface Selection {
  readonly column: FacetColumn;
  /** Positions of the selected values; undefined if nothing is selected. */
  readonly wanted: ReadonlySet<number> | undefined;
  readonly counts: number[];
}

export interface Narrowed {
  readonly places: readonly number[];
  readonly facets: readonly FacetCount[];
}

/** Keep the places that fit the filters; count each facet as if nothing were selected in it. */
export function narrow(places: readonly number[], columns: readonly FacetColumn[], filters: Filters): Narrowed {
  const selections = columns.map((column) => select(column, filters.get(column.name)));
  const kept = places.filter((place) => {
    const failing = selections.filter((selection) => !fits(selection, place));
    const counting = failing.length === 0 ? selections : failing.length === 1 ? failing : [];
    for (const selection of counting) count(selection, place);
    return failing.length === 0;
  });
  return { places: kept, facets: selections.map(toCount) };
}

function select(column: FacetColumn, codes: ReadonlySet<string> | undefined): Selection {
  const counts = column.values.map(() => 0);
  if (codes === undefined || codes.size === 0) return { column, wanted: undefined, counts };
  const positions = column.values.flatMap(([code], position) => (codes.has(code) ? [position] : []));
  return { column, wanted: new Set(positions), counts };
}

function fits({ column, wanted }: Selection, place: number): boolean {
  return wanted === undefined || valuesAt(column, place).some((position) => wanted.has(position));
}

function count({ column, counts }: Selection, place: number): void {
  for (const position of valuesAt(column, place)) counts[position] = (counts[position] ?? 0) + 1;
}

function toCount({ column, counts }: Selection): FacetCount {
  const values = column.values.map(([code, label], position) => ({ code, label, count: counts[position] ?? 0 }));
  return { name: column.name, values };
}

/** Positions of an entry's values in a facet. */
export function valuesAt(column: FacetColumn, place: number): readonly number[] {
  return column.rows[place] ?? [];
}
