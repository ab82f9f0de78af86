// How long an offer lives: IL421 to IL424.
import { daysBetween, daysLater } from "../dates";
import type { Found } from "../entry";
import type { Context } from "./context";

export function* lifetimes(context: Context): Generator<Found> {
  if (context.kind === "profile") yield* future(context, "last_reviewed");
  if (context.kind !== "offer") return;
  if (context.top.text("type") !== "research-request") {
    yield* tooLong(context);
    yield* extension(context);
  }
  yield* call(context);
  yield* future(context, "published");
  yield* future(context, "extended_on");
}

function* tooLong({ top, rules: { offers } }: Context): Generator<Found> {
  const [published, expires] = [top.date("published"), top.date("expires")];
  if (published === undefined || expires === undefined) return;
  const limit = top.has("extended_on") ? offers.longest : offers.lifetime;
  const days = daysBetween(published.earliest, expires.latest);
  if (days > limit) yield top.problem("IL421", ["expires"], { days, limit, date: daysLater(published.earliest, limit) });
}

function* extension({ top, rules: { offers } }: Context): Generator<Found> {
  const [published, extended] = [top.date("published"), top.date("extended_on")];
  if (published === undefined || extended === undefined) return;
  const from = daysLater(published.earliest, offers.lifetime - offers.notice);
  const to = daysLater(published.earliest, offers.longest);
  if (extended.latest < from || extended.earliest > to) yield top.problem("IL422", ["extended_on"], { value: extended.text, from, to });
}

function* call({ top }: Context): Generator<Found> {
  const entry = top.entry("call");
  const [closes, answer, expires] = [entry.date("call_deadline"), entry.date("eoi_deadline"), top.date("expires")];
  if (closes === undefined) return;
  if (answer !== undefined && answer.earliest > closes.latest) {
    yield entry.problem("IL423", ["eoi_deadline"], { case: "eoi-after-call", eoi: answer.text, call: closes.text });
  }
  const apart = expires !== undefined && !(expires.earliest <= closes.latest && closes.earliest <= expires.latest);
  if (apart && top.text("type") === "research-request") {
    yield top.problem("IL423", ["expires"], { case: "expires-not-call", expires: expires.text, call: closes.text });
  }
}

function* future({ top, today }: Context, key: string): Generator<Found> {
  const when = top.date(key);
  if (when !== undefined && when.earliest > today) yield top.problem("IL424", [key], { key, value: when.text, today });
}
