// The order of results.
import assert from "node:assert/strict";
import { test } from "node:test";
import { byRelevance } from "../../../generator/web/src/search/order";

const FOUND = Uint8Array.of(2, 1, 2, 2, 1, 2, 2, 2);
const SCORES = Float64Array.of(1, 9, 3, 1, 9, 4, 1, 3);
const PLACES = Int32Array.from(FOUND.keys());
const ARCHIVED = { from: 5, to: 6 };
/** The halved score of the archived one stands between the others. */
const ALL_IN_ORDER = [2, 7, 5, 0, 3, 6, 1, 4];

test("what has all words stands first, then the better match, then the earlier place", () => {
  const order = byRelevance(PLACES, PLACES.length, { words: [], found: FOUND, scores: SCORES }, ARCHIVED);
  assert.deepEqual([...order], ALL_IN_ORDER);
});

test("any number of the first results is the beginning of them all", () => {
  for (let limit = 0; limit <= PLACES.length + 2; limit++) {
    const order = byRelevance(PLACES, limit, { words: [], found: FOUND, scores: SCORES }, ARCHIVED);
    assert.deepEqual([...order], ALL_IN_ORDER.slice(0, limit));
  }
});
