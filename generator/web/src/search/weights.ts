// How much a term tells about an entry: BM25 as lunr's builder computes it, with lunr's own settings.
const K1 = 1.2;
const B = 0.75;
const DECIMALS = 1000;

/** How much it tells that an entry has a term, by the number of the term's postings. */
export function rarity(count: number, entries: number): number {
  return Math.log(1 + Math.abs((entries - count + 0.5) / (count + 0.5)));
}

/** What a term weighs in one field, by how often the field says it and how long it is; lunr rounds this. */
export function weigher(rare: number, average: number, boost: number): (times: number, length: number) => number {
  return (times, length) => {
    const score = (rare * ((K1 + 1) * times)) / (K1 * (1 - B + B * (length / average)) + times);
    return Math.round(score * boost * DECIMALS) / DECIMALS;
  };
}
