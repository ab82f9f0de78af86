// Which type of offer needs, and allows, which fields: IL301 for sources, IL411 to IL414, IL425.
import type { Entry, Found } from "../entry";
import { fold } from "../values";
import type { Context } from "./context";

const RE_SIGNS = /[.*+?^${}()|[\]\\/-]/gu;

export function* offerRules(context: Context): Generator<Found> {
  if (context.kind !== "offer") return;
  const { top } = context;
  if (top.text("origin") === "transcribed" && !top.has("sources")) yield top.problem("IL301", [], { key: "sources" });
  yield* outcome(top);
  const type = context.rules.offers.types[top.text("type") ?? ""];
  if (type === undefined) return;
  const code = top.text("type") ?? "";
  for (const key of type.excluded) if (top.has(key)) yield top.problem("IL412", [key], { key, type: code });
  if (top.text("origin") === "transcribed") return;
  yield* mandatory(context, type.mandatory, code);
  yield* cooperation(context, code);
}

function* outcome(top: Entry): Generator<Found> {
  const fulfilled = top.text("status") === "fulfilled";
  if (fulfilled && !top.has("outcome")) yield top.problem("IL425", ["status"], { case: "fulfilled-without-outcome" });
  if (top.has("outcome") && !fulfilled) yield top.problem("IL425", ["outcome"], { case: "outcome-without-fulfilled" });
}

function* mandatory({ top, form }: Context, ways: readonly string[], type: string): Generator<Found> {
  const groups = new Map<string, string[]>();
  for (const way of ways.filter((each) => !isThere(top, each))) {
    const block = way.split(".")[0] ?? way;
    const group = top.has(block) ? way : block;
    groups.set(group, [...(groups.get(group) ?? []), way]);
  }
  for (const [group, missing] of groups) {
    const block = group.split(".")[0] ?? group;
    if (!(form.model.required ?? []).includes(block)) yield top.problem("IL411", [block], { key: missing.join(", "), type });
  }
}

function isThere(top: Entry, way: string): boolean {
  const parts = way.split(".");
  const key = parts.pop() ?? way;
  return parts.reduce((entry, block) => entry.entry(block), top).has(key);
}

function* cooperation({ top, rules }: Context, type: string): Generator<Found> {
  const known = rules.offers.cooperation;
  const allowed = Object.entries(known).flatMap(([code, { types }]) => (types.includes(type) ? [code] : []));
  const texts = [...top.localised("summary").values(), ...top.entry("partner_sought").localised("role").values()];
  const words = fold(texts.join(" "));
  for (const [index, code] of top.texts("cooperation")) {
    const names = known[code]?.names;
    if (names === undefined) continue;
    if (!allowed.includes(code)) yield top.problem("IL413", ["cooperation", index], { cooperation: code, type, allowed: allowed.join(", ") });
    if (!isNamed(words, names, rules.offers.long_word)) yield top.problem("IL414", ["cooperation", index], { cooperation: code });
  }
}

function isNamed(words: string, names: readonly string[], longWord: number): boolean {
  return names.some((name) => fold(name).split(" ").every((word) => begins(words, word, longWord)));
}

/** Whether a word stands in the text with any ending. */
function begins(words: string, word: string, longWord: number): boolean {
  const stem = word.length >= longWord ? word.slice(0, -2) : word;
  const boundary = /^[\p{L}\p{N}_]/u.test(stem) ? "(?<![\\p{L}\\p{N}_])" : "(?<=[\\p{L}\\p{N}_])";
  return new RegExp(`${boundary}${stem.replace(RE_SIGNS, "\\$&")}`, "u").test(words);
}
