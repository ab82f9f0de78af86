// Facets and their counts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { narrow } from "../../../generator/web/src/search/narrowing";

const COLUMNS = [
  { name: "colour", values: [["r", "Red"], ["g", "Green"]] as const, rows: [[0], [1], [0, 1], []] },
  { name: "size", values: [["s", "Small"], ["l", "Large"]] as const, rows: [[0], [0], [1], [1]] },
];
const ALL = [0, 1, 2, 3];

function numbers(selected: Readonly<Record<string, readonly string[]>>): { places: readonly number[]; counts: number[][] } {
  const filters = new Map(Object.entries(selected).map(([name, codes]) => [name, new Set(codes)]));
  const { places, facets } = narrow(ALL, COLUMNS, filters);
  return { places, counts: facets.map(({ values }) => values.map(({ count }) => count)) };
}

test("without filters every place stays and every value is counted", () => {
  assert.deepEqual(numbers({}), { places: ALL, counts: [[2, 2], [2, 2]] });
});

test("two values of one facet widen it, and its own counts stay", () => {
  assert.deepEqual(numbers({ colour: ["r"] }), { places: [0, 2], counts: [[2, 2], [1, 1]] });
  assert.deepEqual(numbers({ colour: ["r", "g"] }), { places: [0, 1, 2], counts: [[2, 2], [2, 1]] });
});

test("values of two facets narrow down, and each facet counts under the other's filter", () => {
  assert.deepEqual(numbers({ colour: ["r"], size: ["s"] }), { places: [0], counts: [[1, 1], [1, 1]] });
});

test("a value that nobody knows leaves nothing", () => {
  assert.deepEqual(numbers({ size: ["__proto__"] }).places, []);
});
