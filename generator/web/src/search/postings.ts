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
const FIELD = "all";

/** What a term says about entries, in all fields together. */
export interface Posting {
  readonly text: string;
  readonly places: readonly number[];
  /** By place. */
  readonly weights: ReadonlyMap<number, number>;
}

type Fields = PostingsShard["postings"][number];

/** Load the postings of some terms and make an index of them. */
export async function indexOf(terms: readonly Term[], store: Store): Promise<lunr.Index> {
  const shards = await Promise.all(terms.map(({ shard }) => store.get(`postings/${shard}`, readShard)));
  return assemble(terms.map(({ text }, position) => readPosting(text, shards[position]?.get(text) ?? [])));
}

/**
 * A lunr index of terms and their postings.
 *
 * It has one field. A word is always looked for in all fields alike, so that lunr adds up what each of them
 * says; the build has weighed the fields already.
 */
function assemble(postings: readonly Posting[]): lunr.Index {
  const invertedIndex = Object.create(null) as Record<string, object>;
  const elements = new Map<number, number[]>();
  for (const [position, { text, places, weights }] of postings.entries()) {
    const documents: Record<number, object> = {};
    for (const place of places) {
      documents[place] = NOTHING;
      elementsAt(place, elements).push(position, weights.get(place) ?? 0);
    }
    invertedIndex[text] = { _index: position, [FIELD]: documents };
  }
  const vectors = [...elements].map(([place, each]) => [`${FIELD}/${place}`, new lunr.Vector(each)] as const);
  return new Index({
    invertedIndex,
    fieldVectors: Object.fromEntries(vectors), // named as lunr.FieldRef writes it
    fields: [FIELD],
    tokenSet: TokenSet.fromArray(postings.map(({ text }) => text).sort()),
    pipeline: new lunr.Pipeline(),
  });
}

function elementsAt(place: number, elements: Map<number, number[]>): number[] {
  const known = elements.get(place);
  if (known !== undefined) return known;
  const fresh: number[] = [];
  elements.set(place, fresh);
  return fresh;
}

function readShard({ terms, postings }: PostingsShard): ReadonlyMap<string, Fields> {
  return new Map(readWords(terms).map((term, position) => [term, postings[position] ?? []]));
}

function readPosting(text: string, threes: Fields): Posting {
  const weights = new Map<number, number>();
  for (let at = 0; at < threes.length; at += 3) {
    const [places, own] = threes.slice(at + 1, at + 3) as [readonly number[], readonly number[]];
    for (const [step, place] of readPlaces(places).entries()) {
      weights.set(place, (weights.get(place) ?? 0) + (own[step] ?? 0) / SCALE);
    }
  }
  return { text, places: [...weights.keys()], weights };
}
