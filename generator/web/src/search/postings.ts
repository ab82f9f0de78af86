// A lunr index of nothing but the terms of a query: its scores are those of the whole index.
import lunr from "lunr";
import { readPlaces, readWords } from "./coding";
import type { Term } from "./dictionary";
import type { LengthsFile, Manifest, PostingsShard } from "./files";
import type { Store } from "./store";
import { rarity, weigher } from "./weights";

/** Parts of lunr that its types leave out. */
const { Index, TokenSet } = lunr as unknown as {
  readonly Index: new (parts: Readonly<Record<string, unknown>>) => lunr.Index;
  readonly TokenSet: { readonly fromArray: (sorted: readonly string[]) => unknown };
};

/** What each field says of a term: its position, places, how often they say it, how long the field is there. */
const PARTS = 4;
const NOTHING = Object.freeze({});
const FIELD = "all";

/** What a term says about entries, in all fields together. */
export interface Posting {
  readonly text: string;
  readonly places: readonly number[];
  /** By place. */
  readonly weights: ReadonlyMap<number, number>;
}

type Numbers = readonly number[];
type Fields = PostingsShard["postings"][number];

/** Load the postings of some terms and make an index of them. */
export async function indexOf(terms: readonly Term[], store: Store): Promise<lunr.Index> {
  const asked = Promise.all(terms.map(({ shard }) => store.get(`postings/${shard}`, readShard)));
  const lengths = store.manifest.lengths ? await store.get("lengths", (file: LengthsFile) => file) : [];
  const shards = await asked;
  return assemble(terms.map((term, position) => readPosting(term, shards[position]?.get(term.text) ?? [], store.manifest, lengths)));
}

/**
 * A lunr index of terms and their postings.
 *
 * It has one field. A word is always looked for in all fields alike, so that lunr adds up what each of them
 * says; they are weighed already.
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

function readPosting({ text, count }: Term, parts: Fields, manifest: Manifest, lengthsApart: LengthsFile): Posting {
  const weights = new Map<number, number>();
  const rare = rarity(count, manifest.entries);
  for (let at = 0; at < parts.length; at += PARTS) {
    const [field, coded, times, lengths] = parts.slice(at, at + PARTS) as [number, Numbers, Numbers, Numbers];
    const weight = weigher(rare, manifest.averages[field] ?? 1, manifest.boosts[field] ?? 1);
    for (const [step, place] of readPlaces(coded).entries()) {
      const length = lengths[step] ?? lengthsApart[field]?.[place] ?? 0;
      weights.set(place, (weights.get(place) ?? 0) + weight(times[step] ?? 1, length));
    }
  }
  return { text, places: [...weights.keys()], weights };
}
