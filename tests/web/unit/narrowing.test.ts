// Facets and their counts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Narrowed } from "../../../generator/web/src/search/narrowing";

const COLUMNS = [
  { name: "colour", places: new Map([["g", Int32Array.of(1, 2)], ["r", Int32Array.of(0, 2)]]) },
  { name: "size", places: new Map([["l", Int32Array.of(2, 3)], ["s", Int32Array.of(0, 1)]]) },
];
const LABELS = { colour: [["r", "Red"], ["g", "Green"]], size: [["s", "Small"], ["l", "Large"]] } as const;
const ALL = Uint8Array.of(1, 1, 1, 1);

function numbers(selected: Readonly<Record<string, readonly string[]>>, results = ALL): { places: readonly number[]; counts: number[][] } {
  const filters = new Map(Object.entries(selected).map(([name, codes]) => [name, new Set(codes)]));
  const narrowed = new Narrowed(results, COLUMNS.filter(({ name }) => filters.has(name)), filters);
  const counts = COLUMNS.map((column) => narrowed.count(column, LABELS[column.name as keyof typeof LABELS]).values.map(({ count }) => count));
  assert.equal(narrowed.total, narrowed.kept.length);
  return { places: [...narrowed.kept], counts };
}

test("without filters every place stays and every value is counted", () => {
  assert.deepEqual(numbers({}), { places: [0, 1, 2, 3], counts: [[2, 2], [2, 2]] });
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

test("what is no result is neither kept nor counted", () => {
  assert.deepEqual(numbers({ size: ["s"] }, Uint8Array.of(0, 2, 0, 1)), { places: [1], counts: [[0, 1], [1, 1]] });
});
