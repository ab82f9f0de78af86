// What counts as new in a saved search, and what becomes of the address that it was saved under.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseState } from "../../../generator/web/src/finder/state";
import { addressOf, newKeys, searchAt } from "../../../generator/web/src/saved/list";

const SEARCH = { name: "x", address: "", seen: ["offer/a/b", "event/a/fair"], visited: "2026-11-01" };
const TODAY = "2026-11-23";

test("what was not found at the last visit is new", () => {
  const found = [{ key: "offer/a/b", published: "2026-10-01" }, { key: "cluster/c", published: "" }];
  assert.deepEqual([...newKeys(SEARCH, found, TODAY)], ["cluster/c"]);
});

test("an offer published anew since the last visit is new again, on the day itself and before not", () => {
  const at = (published: string): number => newKeys(SEARCH, [{ key: "offer/a/b", published }], TODAY).size;
  assert.deepEqual(["2026-10-31", "2026-11-01", "2026-11", "2026", "2026-11-02", "2026-12-24"].map(at), [0, 0, 0, 0, 1, 0]);
});

test("that an event begins is no news", () => {
  assert.equal(newKeys(SEARCH, [{ key: "event/a/fair", published: "2026-11-20" }], TODAY).size, 0);
});

test("a search is the same search in whatever view and on whatever page it is looked at", () => {
  const one = parseState("?q=+laser+&kind=offer&view=table&page=3", ["kind"]);
  const other = parseState("?q=laser&kind=offer", ["kind"]);
  assert.equal(addressOf(one), addressOf(other));
});

test("an address becomes words and codes, whatever somebody wrote there", () => {
  const search = searchAt("?q=laser&country=DE&country=PL&archived=1&sort=evil&__proto__=x&view=3d&page=9", TODAY);
  assert.equal(search.query, "laser");
  assert.equal(search.sort, "relevance");
  assert.equal(search.archived, true);
  assert.deepEqual([...(search.filters.get("country") ?? [])], ["DE", "PL"]);
  assert.deepEqual([...search.filters.keys()], ["country", "__proto__"]);
});
