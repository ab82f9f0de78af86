// Labels of cluster excellence follow one another in a fixed order: IL431 to IL433.
import { monthEnd, type PartialDate } from "../dates";
import type { Entry, Found, Parameters } from "../entry";
import type { Context } from "./context";

interface Award {
  readonly entry: Entry;
  readonly level: string;
  readonly awarded: PartialDate;
  readonly renewal: boolean;
}

export function* labels(context: Context): Generator<Found> {
  if (context.kind !== "profile") return;
  const entries = context.top.entries("labels");
  for (const entry of entries) {
    yield* future(entry, context.today);
    if (!entry.has("awarded")) yield entry.problem("IL433", [], { level: entry.text("level") ?? "" });
  }
  const chains = context.rules.labels.levels.map((level) => awards(entries, level));
  for (const [index, level] of context.rules.labels.levels.entries()) {
    yield* chain(context, chains[index] ?? []);
    yield* held(context, entries, level, chains[index] ?? []);
  }
  yield* betweenLevels(context, chains);
}

function* future(entry: Entry, today: string): Generator<Found> {
  for (const key of ["awarded", "held"]) {
    const when = entry.date(key);
    if (when !== undefined && when.earliest > today) yield entry.problem("IL431", [key], { value: when.text });
  }
}

function awards(entries: readonly Entry[], level: string): Award[] {
  const found = entries.flatMap((entry) => {
    const awarded = entry.date("awarded");
    if (entry.text("level") !== level || awarded === undefined) return [];
    return [{ entry, level, awarded, renewal: entry.text("type") === "renewal" }];
  });
  return found.sort((one, other) => (one.awarded.earliest < other.awarded.earliest ? -1 : one.awarded.earliest > other.awarded.earliest ? 1 : 0));
}

function problem({ entry, level, awarded }: Award, name: string, params: Parameters = {}): Found {
  return entry.problem("IL432", ["awarded"], { case: name, level, value: awarded.text, ...params });
}

function* chain({ rules: { labels: months } }: Context, chained: readonly Award[]): Generator<Found> {
  let end: string | undefined;
  for (const award of chained) {
    const deadline = end === undefined ? undefined : monthEnd(end, months.grace);
    if (award.renewal && deadline === undefined) yield problem(award, "renewal-without-first");
    else if (award.renewal && deadline !== undefined && award.awarded.earliest > deadline) yield problem(award, "renewal-too-late", { date: deadline });
    else if (!award.renewal && deadline !== undefined && award.awarded.latest <= deadline) yield problem(award, "first-too-early", { date: deadline });
    end = endOf(award, end, months);
  }
}

function endOf(award: Award, before: string | undefined, months: { readonly first: number; readonly renewal: number }): string {
  return award.renewal ? monthEnd(before ?? award.awarded.latest, months.renewal) : monthEnd(award.awarded.latest, months.first);
}

function* held({ rules: { labels: months } }: Context, entries: readonly Entry[], level: string, chained: readonly Award[]): Generator<Found> {
  for (const entry of entries) {
    const when = entry.date("held");
    if (entry.text("level") !== level || when === undefined) continue;
    const before = chained.filter(({ awarded }) => awarded.earliest <= when.latest);
    const end = before.reduce<string | undefined>((last, award) => endOf(award, last, months), undefined);
    const deadline = end === undefined ? undefined : monthEnd(end, months.grace);
    if (deadline !== undefined && when.earliest > deadline) {
      yield entry.problem("IL432", ["held"], { case: "held-after-end", level, value: when.text, date: deadline });
    }
  }
}

function* betweenLevels({ rules: { labels: months } }: Context, chains: readonly (readonly Award[])[]): Generator<Found> {
  let lower: Award | undefined;
  for (const [first] of chains) {
    if (first !== undefined && lower !== undefined && first.awarded.latest <= monthEnd(lower.awarded.earliest, months.between - 1)) {
      yield problem(first, "higher-too-early", { lower: lower.level, before: lower.awarded.text });
    }
    lower = first ?? lower;
  }
}
