// The outlines of the maps.
import assert from "node:assert/strict";
import { test } from "node:test";
// @ts-expect-error it is plain JavaScript, run while the package is built
import { PathWriter } from "../../../generator/web/paths.mjs";

function drawn(smallest: number, ...rings: (readonly [number, number])[][]): string {
  const writer = new PathWriter(smallest);
  for (const [start, ...rest] of rings) {
    writer.moveTo(...(start ?? [0, 0]));
    for (const point of rest) writer.lineTo(...point);
    writer.closePath();
  }
  return writer.toString();
}

test("a ring is written in whole numbers and relative steps", () => {
  assert.equal(drawn(0, [[0.2, 0.4], [10.1, 0], [10, 9.8], [0, 10], [0.2, 0.4]]), "M0 0l10 0 0 10-10 0z");
});

test("points that say nothing new are left out", () => {
  assert.equal(drawn(0, [[0, 0], [5, 0], [5.1, 0.1], [10, 0], [10, 10]]), "M0 0l10 0 0 10z");
});

test("islets too small to be seen are left out, unless they are all there is", () => {
  const islet: [number, number][] = [[50, 50], [51, 50], [51, 51]];
  const land: [number, number][] = [[0, 0], [10, 0], [10, 10]];
  assert.equal(drawn(8, land, islet), "M0 0l10 0 0 10z");
  assert.equal(drawn(8, islet), "M50 50l1 0 0 1z");
});

test("what shrinks to nothing leaves nothing", () => {
  assert.equal(drawn(8, [[3, 3], [3.1, 3.1], [3, 3.2]]), "");
});
