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
const NOT_SAID = -1;

/** What a term says about entries, in all fields together; weights stand by the places beside them. */
export interface Posting {
  readonly text: string;
  readonly places: readonly number[];
  readonly weights: readonly number[];
}

/** What weighing takes besides the postings. */
interface Weighing {
  readonly manifest: Manifest;
  readonly lengths: LengthsFile;
  /** By place what the fields say together; a place that says nothing yet has a sign of its own. */
  readonly sums: Float64Array;
}

type Numbers = readonly number[];
type Fields = PostingsShard["postings"][number];

/** Load the postings of some terms and make an index of them. */
export async function indexOf(terms: readonly Term[], store: Store): Promise<lunr.Index> {
  const asked = Promise.all(terms.map(({ shard }) => store.get(`postings/${shard}`, readShard)));
  const lengths = store.manifest.lengths ? await store.get("lengths", (file: LengthsFile) => file) : [];
  const shards = await asked;
  const sums = new Float64Array(store.manifest.entries).fill(NOT_SAID);
  const postings = terms.map((term, position) => readPosting(term, shards[position]?.get(term.text) ?? [], { manifest: store.manifest, lengths, sums }));
  return assemble(postings, store.manifest.entries);
}

/**
 * A lunr index of terms and their postings.
 *
 * It has one field. A word is always looked for in all fields alike, so that lunr adds up what each of them
 * says; they are weighed already.
 */
function assemble(postings: readonly Posting[], entries: number): lunr.Index {
  const invertedIndex = Object.create(null) as Record<string, object>;
  const elements = new Array<number[] | undefined>(entries);
  for (const [position, { text, places, weights }] of postings.entries()) {
    const documents: Record<number, object> = {};
    for (let step = 0; step < places.length; step++) {
      const place = places[step]!;
      documents[place] = NOTHING;
      (elements[place] ??= []).push(position, weights[step]!);
    }
    invertedIndex[text] = { _index: position, [FIELD]: documents };
  }
  return new Index({
    invertedIndex,
    fieldVectors: vectors(elements),
    fields: [FIELD],
    tokenSet: TokenSet.fromArray(postings.map(({ text }) => text).sort()),
    pipeline: new lunr.Pipeline(),
  });
}

function vectors(elements: readonly (number[] | undefined)[]): Record<string, lunr.Vector> {
  const made = Object.create(null) as Record<string, lunr.Vector>;
  for (let place = 0; place < elements.length; place++) {
    const each = elements[place];
    if (each !== undefined) made[`${FIELD}/${place}`] = new lunr.Vector(each); // named as lunr.FieldRef writes it
  }
  return made;
}

function readShard({ terms, postings }: PostingsShard): ReadonlyMap<string, Fields> {
  return new Map(readWords(terms).map((term, position) => [term, postings[position] ?? []]));
}

function readPosting({ text, count }: Term, parts: Fields, { manifest, lengths: apart, sums }: Weighing): Posting {
  const rare = rarity(count, manifest.entries);
  const said: number[] = [];
  for (let at = 0; at < parts.length; at += PARTS) {
    const [field, coded, times, lengths] = parts.slice(at, at + PARTS) as [number, Numbers, Numbers, Numbers];
    const weight = weigher(rare, manifest.averages[field] ?? 1, manifest.boosts[field] ?? 1);
    const places = readPlaces(coded);
    for (let step = 0; step < places.length; step++) {
      const place = places[step]!;
      const sum = sums[place]!;
      if (sum === NOT_SAID) said.push(place);
      sums[place] = Math.max(sum, 0) + weight(times[step] ?? 1, lengths[step] ?? apart[field]?.[place] ?? 0);
    }
  }
  const weights = said.map((place) => sums[place] ?? 0);
  for (const place of said) sums[place] = NOT_SAID;
  return { text, places: said, weights };
}
