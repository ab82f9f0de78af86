// How well entries say the terms of a query, from nothing but the postings of these terms.
//
// lunr's score of an entry is the product of two vectors: how much each term counts in the query, and what it
// weighs in the entry. So these sums are its scores, and an index to ask for them would cost ten times as much.
import { readLengths, readNumbers, readPlaces, readWords } from "./coding";
import type { Term } from "./dictionary";
import type { LengthsFile, Manifest, PostingsShard } from "./files";
import type { Store } from "./store";
import { rarity, weigher } from "./weights";

/** What each field says of a term: its position, places, how often they say it, how long the field is there. */
const PARTS = 4;
const NOT_SAID = -1;

/** The places that say something, and beside each how well. */
export interface Scores {
  readonly places: Int32Array;
  readonly scores: Float64Array;
}

export interface WeightedTerm extends Term {
  /** How much it counts beside the other terms. */
  readonly weight: number;
}

/** Sums by place, and the places that have one, as they come. */
interface Sums {
  readonly by: Float64Array;
  readonly places: number[];
}

type Fields = PostingsShard["postings"][number];
type Part = readonly [field: number, places: string, more: string, lengths: string];

/** Load the postings of some terms and add up what they say. */
export async function scoresOf(terms: readonly WeightedTerm[], store: Store): Promise<Scores> {
  const { manifest } = store;
  const asked = Promise.all(terms.map(({ shard }) => store.get(`postings/${shard}`, readShard)));
  const lengths = manifest.lengths ? await store.get("lengths", (file: LengthsFile) => file.map((each) => readLengths(each, manifest.steps))) : [];
  const shards = await asked;
  const sums: Sums = { by: new Float64Array(manifest.entries).fill(NOT_SAID), places: [] };
  for (const [position, term] of terms.entries()) {
    addPostings(term, shards[position]?.get(term.text) ?? [], { manifest, lengths, sums });
  }
  const all = Math.hypot(...terms.map(({ weight }) => weight));
  const places = Int32Array.from(sums.places);
  return { places, scores: Float64Array.from(places, (place) => sums.by[place]! / all) };
}

function readShard({ terms, postings }: PostingsShard): ReadonlyMap<string, Fields> {
  return new Map(readWords(terms).map((term, position) => [term, postings[position] ?? []]));
}

interface Adding {
  readonly manifest: Manifest;
  /** Those of whole fields by place, where they aren't beside the postings. */
  readonly lengths: readonly Int32Array[];
  readonly sums: Sums;
}

function addPostings({ count, weight: counts }: WeightedTerm, fields: Fields, { manifest, lengths: apart, sums }: Adding): void {
  const rare = rarity(count, manifest.entries);
  for (let at = 0; at < fields.length; at += PARTS) {
    const [field, coded, more, near] = fields.slice(at, at + PARTS) as unknown as Part;
    const weigh = weigher(rare, manifest.averages[field] ?? 1, manifest.boosts[field] ?? 1);
    const places = readPlaces(coded);
    const again = readNumbers(more);
    const lengths = readLengths(near, manifest.steps);
    for (let step = 0; step < places.length; step++) {
      const place = places[step]!;
      addTo(sums, place, counts * weigh(1 + (again[step] ?? 0), lengths[step] ?? apart[field]?.[place] ?? 0));
    }
  }
}

function addTo({ by, places }: Sums, place: number, weight: number): void {
  const before = by[place]!;
  if (before === NOT_SAID) places.push(place);
  by[place] = Math.max(before, 0) + weight;
}
