// Facets: within one, any selected value will do; between them, all must fit.
import type { FacetCount, Filters } from "../shared/protocol";
import { type Column, marked } from "./columns";
import type { Labelled } from "./files";

/** Which places fit the selected values of a facet. */
interface Selection {
  readonly name: string;
  readonly fits: Uint8Array;
}

/** What is no result at all fails everything. */
const NO_RESULT = 255;

/** The results, by how many selections each of them fails. */
export class Narrowed {
  /** How many places are kept. */
  readonly total: number;
  readonly #failed: Uint8Array;
  readonly #selections: readonly Selection[];

  /** Of the results, marked by anything but 0, see which ones fit; `columns` are those of the filters' facets. */
  constructor(results: Uint8Array, columns: readonly Column[], filters: Filters) {
    this.#selections = columns.map((column) => ({ name: column.name, fits: marked(column, filters.get(column.name) ?? [], results.length) }));
    this.#failed = new Uint8Array(results.length);
    let total = 0;
    for (let place = 0; place < results.length; place++) {
      const failed = results[place] === 0 ? NO_RESULT : this.#failing(place);
      this.#failed[place] = failed;
      if (failed === 0) total++;
    }
    this.total = total;
  }

  keeps(place: number): boolean {
    return this.#failed[place] === 0;
  }

  /** The places that are kept, ascending. */
  get kept(): Int32Array {
    const kept = new Int32Array(this.total);
    let next = 0;
    for (let place = 0; place < this.#failed.length; place++) {
      if (this.#failed[place] === 0) kept[next++] = place;
    }
    return kept;
  }

  /** Count the values of a facet as if nothing were selected in it. */
  count({ name, places }: Column, labels: readonly Labelled[]): FacetCount {
    const own = this.#selections.find((selection) => selection.name === name)?.fits;
    const counts = (place: number): boolean => {
      const failed = this.#failed[place];
      return failed === 0 || (failed === 1 && own?.[place] === 0);
    };
    const values = labels.map(([code, label]) => ({ code, label, count: countOf(places.get(code) ?? [], counts) }));
    return { name, values };
  }

  #failing(place: number): number {
    let failing = 0;
    for (const { fits } of this.#selections) {
      if (fits[place] === 0) failing++;
    }
    return failing;
  }
}

function countOf(places: Iterable<number>, counts: (place: number) => boolean): number {
  let sum = 0;
  for (const place of places) sum += Number(counts(place));
  return sum;
}
