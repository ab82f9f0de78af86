// What a link shares, and what a spreadsheet gets.
import assert from "node:assert/strict";
import { test } from "node:test";
import { toCsv } from "../../../generator/web/src/shortlist/csv";
import { Entries } from "../../../generator/web/src/shortlist/entries";
import { isStarKey } from "../../../generator/web/src/shortlist/list";
import { readShared, sharedLink } from "../../../generator/web/src/shortlist/sharing";

const PAGE = "https://directory.example/lt/shortlist/?x=1#keys=old";

test("a list survives the way through its link", () => {
  const keys = ["cluster/litek", "offer/bhv/bhv-nis2", "interest/plastics/subcontract-capacity"];
  const link = sharedLink(keys, PAGE);
  assert.equal(link, `https://directory.example/lt/shortlist/#keys=${keys.join(",")}`);
  assert.deepEqual(readShared(new URL(link).hash), { keys, unread: 0 });
});

test("an address that shares nothing is no shared list", () => {
  for (const hash of ["", "#", "#own", "#interest-x", "#%E0%A4%A"]) assert.equal(readShared(hash), undefined);
});

for (const part of ["javascript:alert(1)", "<img src=x>", "cluster/", "cluster/a/b", "offer/a", "../../etc", "guide/about", "cluster/A", "event/a/b", "cluster/%00"]) {
  test(`«${part}» in a link is told as unread and never shown`, () => {
    assert.deepEqual(readShared(`#keys=cluster/litek,${encodeURIComponent(part)}`), { keys: ["cluster/litek"], unread: 1 });
  });
}

test("a link with thousands of keys is cut, and says so", () => {
  const keys = Array.from({ length: 3000 }, (_, number) => `cluster/c${number}`);
  const shared = readShared(`#keys=${keys.join(",")}`);
  assert.equal(shared?.keys.length, 100);
  assert.equal(shared?.unread, 2900);
});

test("a key said twice is one entry", () => {
  assert.deepEqual(readShared("#keys=cluster/a,cluster/a,,"), { keys: ["cluster/a"], unread: 0 });
});

test("only clusters and openings have stars", () => {
  assert.ok(["cluster/a", "offer/a/b", "interest/a-1/b-2"].every(isStarKey));
  assert.ok(![undefined, 7, null, {}, "event/a/b", "guide/x", "cluster", "__proto__", `cluster/${"a".repeat(99)}`].some(isStarKey));
});

for (const start of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=cmd|' /C calc'!A0"]) {
  test(`a cell that begins ${JSON.stringify(start)} is a text in every spreadsheet`, () => {
    assert.equal(toCsv([[start]]), `\uFEFF"'${start}"\r\n`);
  });
}

test("quotes, commas and lines stay within their cell", () => {
  assert.equal(toCsv([['a "b", c\nd', "ž"]]), '\uFEFF"a ""b"", c\nd","ž"\r\n');
});

test("what the search knows of an entry is asked for once, and nothing of what is gone", async () => {
  const asked: (readonly string[])[] = [];
  const hit = { key: "cluster/a", kind: "cluster", url: "x/", title: "A", subtitle: "", excerpt: "", state: "open", complete: true, labels: new Map() } as const;
  const client = { entries: async (keys: readonly string[]) => (asked.push(keys), [hit]) };
  const entries = new Entries(() => client, "2026-11-23");
  await entries.load([]);
  await entries.load(["cluster/a", "cluster/gone"]);
  await entries.load(["cluster/gone", "cluster/a"]);
  assert.deepEqual(asked, [["cluster/a", "cluster/gone"]]);
  assert.equal(entries.get("cluster/a")?.title, "A");
  assert.equal(entries.has("cluster/gone"), false);
});
