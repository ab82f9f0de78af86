// What the search's files hold, and how they are asked for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { blockOf, readLengths, readNumbers, readPlaces, readWords } from "../../../generator/web/src/search/coding";
import { archivedOn } from "../../../generator/web/src/search/days";
import { Dictionary } from "../../../generator/web/src/search/dictionary";
import type { Display, Manifest } from "../../../generator/web/src/search/files";
import { openStore, Outdated, Store } from "../../../generator/web/src/search/store";

const SOURCE = { root: "https://directory.example/", language: "en" };
const MANIFEST: Manifest = {
  version: "1", entries: 8, fields: ["title"], boosts: [6], averages: [4], steps: [0, 1], lengths: false, archive: { open: 4, archived: [["offer", 1]], closing: [["2026-11-30", 1], ["2026-12-01", 2]] },
  terms: [], cards: 4, facets: ["kind"],
};
const DISPLAY: Display = { version: "1", language: "en", labels: {}, written: [], ordered: false };

function answering(files: ReadonlyMap<string, object | number>): string[] {
  const asked: string[] = [];
  globalThis.fetch = async (address) => {
    const { pathname } = new URL(String(address));
    asked.push(pathname);
    const file = files.get(pathname) ?? 404;
    return typeof file === "number" ? new Response("", { status: file }) : Response.json(file);
  };
  return asked;
}

for (const [coded, places] of [
  ["fam", [5, 6, 19]], ["daaaa", [3, 4, 5, 6, 7]], ["", []], ["Baa", [26, 27]], ["zBAa", [25, 702]],
] as const) {
  test(`the places ${JSON.stringify(coded)} are ${JSON.stringify(places)}`, () => {
    assert.deepEqual([...readPlaces(coded)], places);
  });
}

test("numbers need a capital letter for each further digit", () => {
  assert.deepEqual([...readNumbers("aBazZzBAa")], [0, 26, 25, 675, 676]);
});

test("sorted words share their beginnings", () => {
  assert.deepEqual(readWords("0laser 5s 3t 0žem"), ["laser", "lasers", "last", "žem"]);
  assert.deepEqual(readWords(""), []);
});

test("lengths are given in steps", () => {
  const steps = Array.from({ length: 36 }, (_, step) => step * step);
  assert.deepEqual([...readLengths("019az", steps)], [0, 1, 81, 100, 1225]);
});

test("a word is in the last block that begins before it", () => {
  assert.deepEqual(["a", "b", "bz", "c", "zz"].map((word) => blockOf(word, ["b", "c"])), [-1, 0, 0, 1, 1]);
});

test("every day archives what closed before it", () => {
  const days = ["2026-11-23", "2026-11-30", "2026-12-01", "2026-12-02", "2030-01-01"];
  assert.deepEqual(days.map((day) => archivedOn(day, MANIFEST.archive).to), [5, 5, 6, 8, 8]);
});

test("a small directory carries its files, and asks for nothing more", async () => {
  const asked = answering(new Map());
  const store = new Store(SOURCE, { ...MANIFEST, files: { keys: { blocks: ["a"] } } }, { ...DISPLAY, files: { "cards-en/0": [] } });
  assert.deepEqual(await store.get("keys", (file) => file), { blocks: ["a"] });
  assert.deepEqual(await store.get("cards-en/0", (file) => file), []);
  await assert.rejects(store.get("columns/__proto__", (file) => file));
  assert.deepEqual(asked, []);
});

test("a file is asked for once, however many need it at the same time", async () => {
  const asked = answering(new Map([["/search/1/terms/0.json", {}]]));
  const store = new Store(SOURCE, MANIFEST, DISPLAY);
  await Promise.all([store.get("terms/0", (file) => file), store.get("terms/0", (file) => file)]);
  await store.get("terms/0", (file) => file);
  assert.deepEqual(asked, ["/search/1/terms/0.json"]);
});

test("what could not be loaded is asked for again", async () => {
  const files = new Map<string, object | number>([["/search/1/terms/0.json", 503]]);
  answering(files);
  const store = new Store(SOURCE, MANIFEST, DISPLAY);
  await assert.rejects(store.get("terms/0", (file) => file));
  files.set("/search/1/terms/0.json", { terms: "" });
  assert.deepEqual(await store.get("terms/0", (file) => file), { terms: "" });
});

test("a file that a newer build took away says so", async () => {
  answering(new Map());
  await assert.rejects(new Store(SOURCE, MANIFEST, DISPLAY).get("terms/0", (file) => file), Outdated);
});

test("files of two builds are loaded anew once, and then given up", async () => {
  const asked = answering(new Map<string, object>([["/search/index.json", MANIFEST], ["/search/display-en.json", { ...DISPLAY, version: "2" }]]));
  await assert.rejects(openStore(SOURCE), /two builds/);
  assert.equal(asked.length, 4);
});

/** A dictionary in blocks of two terms. */
function dictionary(...terms: readonly string[]): { known: Dictionary; asked: string[] } {
  const starts = terms.filter((_, position) => position % 2 === 0);
  const blocks = starts.map((_, block) => {
    const words = terms.slice(2 * block, 2 * block + 2);
    return [`/search/1/terms/${block}.json`, { terms: words.map((word) => `0${word}`).join(" "), counts: words.map((word) => word.length), shard: block, cuts: [1] }] as const;
  });
  const asked = answering(new Map(blocks));
  return { known: new Dictionary(new Store(SOURCE, { ...MANIFEST, terms: starts }, DISPLAY)), asked };
}

const WORDS = ["kaun", "klast", "klaster", "laser", "lasers", "last", "wlaser", "zinc"];

test("a word is looked up in one block", async () => {
  const { known, asked } = dictionary(...WORDS);
  assert.deepEqual(await known.known(["laser", "nothing", "aaa"]), [{ text: "laser", count: 5, shard: 2 }]);
  assert.deepEqual(asked, ["/search/1/terms/1.json", "/search/1/terms/2.json"]);
});

test("what begins like a word is found in all its blocks, the shortest first", async () => {
  const { known } = dictionary(...WORDS);
  assert.deepEqual((await known.startingWith("kl")).map(({ text }) => text), ["klast", "klaster"]);
  assert.deepEqual((await known.startingWith("las")).map(({ text }) => text), ["last", "laser", "lasers"]);
  assert.deepEqual(await known.startingWith("x"), []);
});

test("a misspelt word is looked for among words with its first letter before all others", async () => {
  const { known, asked } = dictionary(...WORDS);
  assert.deepEqual((await known.nearAlike("lasrs", 1)).map(({ text }) => text), ["lasers"]);
  assert.ok(!asked.includes("/search/1/terms/0.json"));
  assert.deepEqual((await known.nearUnlike("xinc", 1)).map(({ text }) => text), ["zinc"]);
  assert.deepEqual([...(await known.nearAlike("laser", 0)), ...(await known.nearUnlike("laser", 0))], []);
});
