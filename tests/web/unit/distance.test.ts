// How far apart two words are.
import assert from "node:assert/strict";
import { test } from "node:test";
import { distance } from "../../../generator/web/src/search/distance";

const PAIRS: readonly (readonly [string, string, number])[] = [
  ["laser", "laser", 0],
  ["lasr", "laser", 1],
  ["lasser", "laser", 1],
  ["lazer", "laser", 1],
  ["lasre", "laser", 1],
  ["photncis", "photonics", 2],
  ["", "ab", 2],
];

for (const [a, b, apart] of PAIRS) {
  test(`«${a}» and «${b}» are ${apart} apart, in both directions`, () => {
    assert.equal(distance(a, b, 3), apart);
    assert.equal(distance(b, a, 3), apart);
  });
}

test("words farther apart than asked for are all just too far", () => {
  assert.equal(distance("laser", "plastics", 2), 3);
  assert.equal(distance("aaaaa", "bbbbb", 1), 2);
});
