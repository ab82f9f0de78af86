// What else a word of a query may mean.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Dictionary } from "../../../generator/web/src/search/dictionary";
import { expand } from "../../../generator/web/src/search/expansion";
import type { Display, Manifest } from "../../../generator/web/src/search/files";
import { Store } from "../../../generator/web/src/search/store";

/** A dictionary of three terms, the first of which has so many postings. */
function dictionary(often: number): Dictionary {
  const files = { "terms/0": { terms: "0laser 5guide 5s", counts: [often, 2, 1], shard: 0, cuts: [] } };
  const manifest = { terms: ["laser"], files } as unknown as Manifest;
  return new Dictionary(new Store({ root: "https://directory.example/", language: "en" }, manifest, {} as Display));
}

async function terms(often: number): Promise<string[]> {
  return (await expand("laser", true, dictionary(often))).terms.map(({ text }) => text);
}

test("a word stands for longer ones that begin like it", async () => {
  assert.deepEqual(await terms(9_999), ["laser", "lasers", "laserguide"]);
});

test("a word that is said very often stands for itself alone", async () => {
  assert.deepEqual(await terms(10_000), ["laser"]);
});
