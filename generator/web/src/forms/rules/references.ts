// What one file says of others, as far as the page knows them: IL308 for identifiers, IL441, IL442, IL444, IL445.
import type { Entry, Found } from "../entry";
import { closest } from "../guess";
import { suggestion } from "../schema";
import { fold } from "../values";
import { type Context, profileOf } from "./context";

export function* references(context: Context): Generator<Found> {
  const { slugs, cluster } = context;
  for (const [entry, way, slug] of named(context)) {
    if (slugs !== undefined && !slugs.has(slug) && slug !== cluster) {
      yield entry.problem("IL441", way, { slug, ...suggestion(closest(slug, [...slugs].map((known) => [known, known]))) });
    }
    if (slug === cluster) yield entry.problem("IL442", way, { slug });
  }
  yield* identifiers(context);
  yield* members(context);
  if (context.kind === "profile") yield* successor(context.top);
}

function* named({ kind, top, rules }: Context): Generator<readonly [Entry, (string | number)[], string]> {
  if (kind === "profile") {
    for (const [entry, key] of [[top, "merged_into"], [top.entry("coordinator"), "profile"]] as const) {
      const slug = entry.text(key);
      if (slug) yield [entry, [key], slug];
    }
    return;
  }
  for (const entry of top.entries(rules.identified[kind] ?? "")) {
    for (const [index, slug] of entry.texts("clusters")) yield [entry, ["clusters", index], slug];
  }
}

function* identifiers({ kind, top, rules }: Context): Generator<Found> {
  const seen = new Set<string>();
  for (const entry of top.entries(rules.identified[kind] ?? "")) {
    const name = entry.text("id");
    if (name !== undefined && seen.has(name)) yield entry.problem("IL308", ["id"], { value: name });
    seen.add(name ?? "");
  }
}

function* members(context: Context): Generator<Found> {
  const { kind, top, profile } = context;
  if (profile === undefined || !(kind === "offer" || kind === "profile")) return;
  const known = profileOf(context).entries("member_organisations").map((member) => member.text("name") ?? "");
  for (const entry of kind === "offer" ? [top] : top.entries("interests")) {
    const name = entry.text("on_behalf_of");
    if (!name || known.some((member) => fold(member) === fold(name))) continue;
    yield entry.problem("IL444", ["on_behalf_of"], { name, ...suggestion(closest(name, known.map((member) => [member, member]))) });
  }
}

function* successor(top: Entry): Generator<Found> {
  const merged = top.text("status") === "merged";
  if (merged && !top.has("merged_into")) yield top.problem("IL445", ["status"], { case: "merged-without-successor" });
  if (top.has("merged_into") && !merged) yield top.problem("IL445", ["merged_into"], { case: "successor-without-merged" });
}
