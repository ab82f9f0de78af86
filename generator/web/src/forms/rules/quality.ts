// What could be better: figures (IL471, IL472), confirmation (IL481, IL482), translations (IL483), gaps (IL484).
import { daysBetween } from "../dates";
import type { Entry, Found } from "../entry";
import { isLocalised, type Pointer } from "../model";
import { fold, isBlock } from "../values";
import { type Context, nodes } from "./context";

const NAMED_AT_MOST = 5;

export function* quality(context: Context): Generator<Found> {
  yield* translations(context);
  if (context.kind !== "profile") return;
  yield* figures(context);
  yield* freshness(context);
  yield* completeness(context);
}

function* translations({ form, top, rules }: Context): Generator<Found> {
  for (const language of rules.languages.slice(1)) {
    const texts = [...nodes(form.model, top.value)].filter(({ model, value }) => isLocalised(model) && isBlock(value) && !Object.hasOwn(value, language));
    const [first] = texts;
    if (first !== undefined) yield { code: "IL483", pointer: first.pointer, params: { language, count: texts.length, fields: fieldNames(texts.map(({ pointer }) => pointer)) } };
  }
}

function fieldNames(pointers: readonly Pointer[]): string {
  const fields = [...new Set(pointers.map((way) => way.filter((part) => typeof part === "string").join(".")))];
  return fields.slice(0, NAMED_AT_MOST).join(", ") + (fields.length > NAMED_AT_MOST ? ", …" : "");
}

function* figures(context: Context): Generator<Found> {
  const { top, rules } = context;
  const [members, keyFigures] = [top.entries("members"), top.entries("key_figures")];
  for (const entry of [...members, ...keyFigures]) if (!entry.has("as_of")) yield entry.problem("IL472");
  for (const entry of members) {
    const total = entry.number("total");
    for (const key of entry.has("note") ? [] : rules.figures.parts) {
      const value = entry.number(key);
      if (total !== undefined && value !== undefined && value > total) yield entry.problem("IL471", [key], { case: "part-above-total", key, value, total });
    }
  }
  yield* disagreements([...members, ...keyFigures], rules.figures.all);
}

function* disagreements(entries: readonly Entry[], memberFigures: readonly string[]): Generator<Found> {
  const seen = new Map<string, number>();
  for (const entry of entries.filter((each) => each.has("as_of") && !each.has("note"))) {
    const pairs = entry.has("value") ? [[figureName(entry), "value"] as const] : memberFigures.map((key) => [key, key] as const);
    for (const [name, key] of pairs) {
      const [value, date] = [entry.number(key), entry.text("as_of") ?? ""];
      if (value === undefined) continue;
      const other = seen.get(`${name} ${date}`) ?? value;
      seen.set(`${name} ${date}`, other);
      if (other !== value) yield entry.problem("IL471", [key], { case: "figures-differ", key: name, date, other, value });
    }
  }
}

function figureName(entry: Entry): string {
  const name = entry.text("figure") ?? [...entry.localised("name").values()][0] ?? "";
  return [fold(name), entry.text("unit") ?? ""].filter(Boolean).join(" ");
}

function* freshness({ top, rules: { freshness: numbers }, today }: Context): Generator<Found> {
  const reviewed = top.date("last_reviewed");
  if (reviewed === undefined || !numbers.status.includes(top.text("status") ?? "")) return;
  const days = daysBetween(reviewed.latest, today);
  if (days > numbers.review) yield top.problem(days > numbers.stale ? "IL482" : "IL481", ["last_reviewed"], { days, today });
}

function* completeness({ top, rules: { completeness: numbers }, hasOffers }: Context): Generator<Found> {
  const gaps = numbers.wanted.filter((group) => !group.some((key) => top.has(key))).map((group) => group.join(" / "));
  const missing = hasOffers ? gaps.filter((name) => name !== "interests") : gaps;
  if (missing.length > numbers.tolerated && !numbers.finished.includes(top.text("status") ?? "")) yield top.problem("IL484", [], { missing: missing.join(", ") });
}
