// Rules on single values by what the schema says they mean: IL311, IL312, IL401, IL402, IL461, IL462.
import { hasDateForm, parseDate } from "../dates";
import type { Found } from "../entry";
import { closest } from "../guess";
import { pointerText, suggestion } from "../schema";
import { isBlock } from "../values";
import { emailFlaw, urlFlaw } from "./addresses";
import { type Context, type Node, nodes } from "./context";

/** A rule of its own: a region must also fit its country. */
const REGIONS = "nuts";

export function* values(context: Context): Generator<Found> {
  for (const node of nodes(context.form.model, context.top.value)) {
    if (context.refused.has(pointerText(node.pointer))) continue;
    if (node.model.list !== undefined) yield* code(context, node, node.model.list);
    else yield* BY_FORMAT[node.model.format ?? ""]?.(context, node) ?? [];
  }
}

function* code({ form }: Context, { pointer, value }: Node, list: string): Generator<Found> {
  const choices = form.lists[list] ?? [];
  if (list === REGIONS || !(typeof value === "string" || typeof value === "number")) return;
  if (choices.some(([known]) => known === String(value))) return;
  const meanings = choices.flatMap(([known, label]) => [[label, known], [known, known]] as const);
  yield { code: "IL401", pointer, params: { value, list, ...suggestion(closest(String(value), meanings)) } };
}

type Check = (context: Context, node: Node) => Iterable<Found>;

function* date(_context: Context, { pointer, value }: Node): Generator<Found> {
  if (typeof value === "string" && hasDateForm(value) && parseDate(value) === undefined) yield { code: "IL402", pointer, params: { value } };
}

function* url({ rules }: Context, { pointer, value }: Node): Generator<Found> {
  const reason = typeof value === "string" ? urlFlaw(value, rules.addresses) : undefined;
  if (reason !== undefined) yield { code: "IL461", pointer, params: { reason } };
}

function* email({ rules }: Context, { pointer, value }: Node): Generator<Found> {
  if (typeof value === "string" && emailFlaw(value, rules.addresses)) yield { code: "IL462", pointer, params: { value } };
}

function* localised({ rules }: Context, { pointer, value }: Node): Generator<Found> {
  if (!isBlock(value)) return;
  const [first = "en"] = rules.languages;
  if (!Object.hasOwn(value, first)) yield { code: "IL311", pointer, params: { language: first } };
  for (const language of Object.keys(value)) {
    if (!rules.languages.includes(language) && /^[a-z]{2}$/.test(language)) yield { code: "IL312", pointer: [...pointer, language], params: { language } };
  }
}

/** A long text may hold links as well. */
function* markdown(context: Context, node: Node): Generator<Found> {
  yield* localised(context, node);
  const numbers = context.rules.addresses;
  for (const [language, text] of isBlock(node.value) ? Object.entries(node.value) : []) {
    for (const found of typeof text === "string" ? text.matchAll(new RegExp(numbers.link, "gu")) : []) {
      const reason = linkFlaw(found[1] ?? "", context);
      if (reason !== undefined) yield { code: "IL461", pointer: [...node.pointer, language], params: { reason } };
    }
  }
}

function linkFlaw(target: string, { rules }: Context): string | undefined {
  const address = target.startsWith("mailto:") ? target.slice("mailto:".length) : undefined;
  return address !== undefined && !emailFlaw(address, rules.addresses) ? undefined : urlFlaw(target, rules.addresses);
}

const BY_FORMAT: Readonly<Record<string, Check | undefined>> = {
  date, "partial-date": date, url, email, text: localised, markdown,
};
