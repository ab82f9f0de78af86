// What begins must begin before it ends (IL403), and regions belong to countries (IL404).
import { Entry, type Found } from "../entry";
import { isBlock, isList } from "../values";
import type { Context } from "./context";

const NUTS3_LENGTH = 5;

export function* datesInOrder({ top, rules }: Context): Generator<Found> {
  for (const entry of blocks(top)) {
    for (const [firstKey, lastKey] of rules.periods) {
      const [first, last] = [entry.date(firstKey), entry.date(lastKey)];
      if (first === undefined || last === undefined || last.latest >= first.earliest) continue;
      yield entry.problem("IL403", [lastKey], { first_key: firstKey, first: first.text, last: lastKey, second: last.text });
    }
  }
}

function* blocks(entry: Entry): Generator<Entry> {
  yield entry;
  for (const [key, value] of Object.entries(entry.value)) {
    if (isBlock(value)) yield* blocks(entry.entry(key));
    else if (isList(value)) for (const child of entry.entries(key)) yield* blocks(child);
  }
}

export function* regionFitsCountry({ kind, top, rules }: Context): Generator<Found> {
  const address = top.entry("address");
  const [value, country] = [address.text("nuts3"), address.text("country") ?? rules.country];
  if (kind !== "profile" || value === undefined) return;
  const letters = rules.regions.letters[country] ?? country;
  const exists = value.length === NUTS3_LENGTH && rules.regions.known.includes(value);
  if (!value.startsWith(letters) || !exists) yield address.problem("IL404", ["nuts3"], { value, country });
}
