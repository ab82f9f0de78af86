// Which terms the entries have that a partner can answer.
import { type Column, loadColumn } from "../search/columns";
import type { Store } from "../search/store";
import type { TermKind, TermRow } from "../shared/protocol";

export class EntryTerms {
  readonly #columns: ReadonlyMap<string, Column>;
  /** For each place its terms, in the order of the terms' file. */
  readonly #rows: TermRow[][] = [];

  constructor(terms: readonly TermRow[], columns: ReadonlyMap<string, Column>) {
    this.#columns = columns;
    for (const term of terms) {
      for (const place of this.having(term)) (this.#rows[place] ??= []).push(term);
    }
  }

  at(place: number): readonly TermRow[] {
    return this.#rows[place] ?? [];
  }

  /** The places that have a term. */
  having({ kind, code }: { readonly kind: TermKind; readonly code: string }): Int32Array {
    return this.#columns.get(kind)?.places.get(code) ?? new Int32Array();
  }
}

/** Load which entries have the terms of some kinds. */
export async function loadEntryTerms(terms: readonly TermRow[], kinds: Iterable<TermKind>, store: Store): Promise<EntryTerms> {
  const columns = await Promise.all([...kinds].map(async (kind) => [kind, await loadColumn(`terms-${kind}`, store)] as const));
  return new EntryTerms(terms, new Map(columns));
}
