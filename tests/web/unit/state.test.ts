// The address of the finder.
import assert from "node:assert/strict";
import { test } from "node:test";
import { countSelected, formatState, parseState, shownAtMost, toggle } from "../../../generator/web/src/finder/state";

const FACETS = ["kind", "technology"];

test("an empty address is the finder's first state, and the other way round", () => {
  const state = parseState("", FACETS);
  assert.equal(formatState(state), "");
  assert.deepEqual([state.query, state.sort, state.view, state.page, state.archived], ["", "relevance", "list", 1, false]);
});

test("every state survives the way through its address", () => {
  const address = "?q=%C5%BEuv%C5%B3+%C5%ABkis+%26&kind=offer&kind=event&technology=lasers&archived=1&sort=closing&view=table&page=3";
  assert.equal(formatState(parseState(address, FACETS)), address);
});

test("whatever an address says beyond that is ignored", () => {
  const state = parseState("?sort=evil&view=3d&page=-7&archived=yes&__proto__=x&colour=red", FACETS);
  assert.equal(formatState(state), "");
});

for (const page of ["0", "NaN", "1e99", "-1", "2.9", ""]) {
  test(`a page «${page}» becomes a number of pages that can be shown`, () => {
    const { page: shown } = parseState(`?page=${page}`, FACETS);
    assert.ok(Number.isInteger(shown) && shown >= 1 && shown <= 500);
  });
}

test("a query as long as a book is cut", () => {
  assert.equal(parseState(`?q=${"x".repeat(10_000)}`, FACETS).query.length, 300);
});

test("selecting and deselecting a value starts on the first page and leaves no empty filter behind", () => {
  const start = parseState("?page=4", FACETS);
  const selected = toggle(start, "kind", "offer", true);
  assert.equal(formatState(selected), "?kind=offer");
  assert.equal(countSelected(selected), 1);
  assert.equal(formatState(toggle(selected, "kind", "offer", false)), "");
  assert.equal(countSelected(start), 0);
});

test("a list grows page by page, a map shows everything at once", () => {
  assert.deepEqual(["", "?page=3"].map((address) => shownAtMost(parseState(address, FACETS)).limit), [20, 60]);
  assert.ok(shownAtMost(parseState("?view=map", FACETS)).limit >= 1000);
});

test("where results have to be loaded one by one, no address asks for thousands of them", () => {
  for (const address of ["?page=500", "?page=500&view=map"]) assert.ok(shownAtMost(parseState(address, FACETS)).loadedLimit <= 1000);
  assert.ok(shownAtMost(parseState("?view=map", FACETS)).loadedLimit <= 100);
});

test("thousands of filters are cut, and endless codes are left out", () => {
  const address = `?${Array.from({ length: 5_000 }, (_, number) => `kind=k${number}`).join("&")}&technology=${"x".repeat(10_000)}`;
  const { filters } = parseState(address, FACETS);
  assert.ok((filters.get("kind")?.size ?? 0) <= 100);
  assert.equal(filters.has("technology"), false);
});
