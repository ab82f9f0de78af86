// A lunr index of nothing but the terms of a query: its scores are those of the whole index.
import lunr from "lunr";
import { readPlaces, readWords } from "./coding";
import type { Term } from "./dictionary";
import type { PostingsShard } from "./files";
import type { Store } from "./store";

/** Parts of lunr that its types leave out. */
const { Index, TokenSet } = lunr as unknown as {
  readonly Index: new (parts: Readonly<Record<string, unknown>>) => lunr.Index;
  readonly TokenSet: { readonly fromArray: (sorted: readonly string[]) => unknown };
};

/** Weights are lunr's scores, to the thousandth. */
const SCALE = 1000;
const NOTHING = Object.freeze({});

/** The postings of a term in one field. */
export interface FieldPostings {
  readonly field: number;
  readonly places: Int32Array;
  readonly weights: readonly number[];
}

type Shard = ReadonlyMap<string, PostingsShard["postings"][number]>;

/** Load the postings of some terms and make an index of them. */
export async function indexOf(terms: readonly Term[], store: Store): Promise<lunr.Index> {
  const shards = await Promise.all(terms.map(({ shard }) => store.get(`postings/${shard}`, readShard)));
  const postings = terms.map(({ text }, position) => [text, readPostings(shards[position]?.get(text) ?? [])] as const);
  return assemble(postings, store.manifest.fields);
}

/** A lunr index of terms and their postings. */
export function assemble(terms: readonly (readonly [text: string, postings: readonly FieldPostings[]])[], fields: readonly string[]): lunr.Index {
  const invertedIndex = Object.create(null) as Record<string, object>;
  const elements = new Map<string, number[]>();
  for (const [position, [text, postings]] of terms.entries()) {
    invertedIndex[text] = { _index: position, ...Object.fromEntries(fields.map((field) => [field, NOTHING])), ...posting(postings, fields) };
    for (const each of postings) addElements(position, each, fields[each.field] ?? "", elements);
  }
  const texts = terms.map(([text]) => text).sort();
  return new Index({
    invertedIndex,
    fieldVectors: vectors(elements),
    fields: [...fields],
    tokenSet: TokenSet.fromArray(texts),
    pipeline: new lunr.Pipeline(),
  });
}

function posting(postings: readonly FieldPostings[], fields: readonly string[]): object {
  return Object.fromEntries(postings.map(({ field, places }) => [fields[field] ?? "", documents(places)]));
}

function documents(places: Int32Array): object {
  const found: Record<number, object> = {};
  for (const place of places) found[place] = NOTHING;
  return found;
}

function addElements(position: number, { places, weights }: FieldPostings, field: string, elements: Map<string, number[]>): void {
  for (const [at, place] of places.entries()) {
    const ref = `${field}/${place}`; // as lunr.FieldRef writes it
    const weight = (weights[at] ?? 0) / SCALE;
    const known = elements.get(ref);
    if (known === undefined) elements.set(ref, [position, weight]);
    else known.push(position, weight);
  }
}

function vectors(elements: ReadonlyMap<string, number[]>): Record<string, lunr.Vector> {
  const made = Object.create(null) as Record<string, lunr.Vector>;
  for (const [ref, each] of elements) made[ref] = new lunr.Vector(each);
  return made;
}

function readShard({ terms, postings }: PostingsShard): Shard {
  return new Map(readWords(terms).map((term, position) => [term, postings[position] ?? []]));
}

function readPostings(threes: PostingsShard["postings"][number]): FieldPostings[] {
  return Array.from({ length: threes.length / 3 }, (_, step) => {
    const [field, places, weights] = threes.slice(3 * step, 3 * step + 3) as [number, readonly number[], readonly number[]];
    return { field, places: readPlaces(places), weights };
  });
}
