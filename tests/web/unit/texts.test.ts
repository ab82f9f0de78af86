// Texts with numbers and names in them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Texts } from "../../../generator/web/src/finder/texts";
import { today } from "../../../generator/web/src/shared/site";

const lithuanian = new Texts(
  { "n.one": "{n} rezultatas", "n.few": "{n} rezultatai", "n.other": "{n} rezultatų", said: "„{word}“ {unknown}" },
  "lt",
);

test("a number takes its language's form", () => {
  const forms = [1, 2, 10, 21].map((n) => lithuanian.count("n", n));
  assert.deepEqual(forms, ["1 rezultatas", "2 rezultatai", "10 rezultatų", "21 rezultatas"]);
});

test("a form that the texts lack falls back to the general one", () => {
  assert.equal(new Texts({ "n.other": "{n} results" }, "en").count("n", 1), "1 results");
});

test("parameters are put in as they are, and only where they are named", () => {
  assert.equal(lithuanian.get("said", { word: "$& {word}" }), "„$& {word}“ {unknown}");
});

test("a missing text shows its key", () => {
  assert.equal(lithuanian.get("constructor"), "constructor");
});

test("the day changes at midnight in the directory's time zone", () => {
  assert.equal(today("Europe/Vilnius", new Date("2026-11-23T21:59:59Z")), "2026-11-23");
  assert.equal(today("Europe/Vilnius", new Date("2026-11-23T22:00:00Z")), "2026-11-24");
});
