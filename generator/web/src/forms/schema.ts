// What the schema refuses, in the words of the check (IL301 to IL309): of each value the most basic problem.
import type { Found, Parameters } from "./entry";
import { closest } from "./guess";
import { childModel, isLocalised, type Model, type Pointer } from "./model";
import { type Block, isBlock, isList, length, written } from "./values";

const LEFT_TO_RULES = new Set(["url", "email"]);
const FIXED_FORMS = new Set(["date", "partial-date", "slug"]);
const LISTED_AT_MOST = 12;

/** The problems of form of a value. `decimals` are the pointers of whole numbers that were written as decimals. */
export function formProblems(model: Model, value: unknown, decimals: ReadonlySet<string> = new Set()): Found[] {
  const found = [...visit(model, value, [], decimals)].sort((one, other) => (one.code < other.code ? -1 : one.code > other.code ? 1 : 0));
  const byPlace = new Map<string, Found>();
  for (const problem of found) {
    const gap = problem.code === "IL301" ? `IL301 ${problem.params["key"]}` : "";
    const place = `${pointerText(problem.pointer)} ${gap}`;
    if (!byPlace.has(place)) byPlace.set(place, problem);
  }
  return [...byPlace.values()];
}

export function pointerText(pointer: Pointer): string {
  return pointer.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function* visit(model: Model, value: unknown, pointer: Pointer, decimals: ReadonlySet<string>): Generator<Found> {
  const problem = (code: string, params: Parameters = {}, way: Pointer = []): Found => ({ code, pointer: [...pointer, ...way], params });
  const kind = kindOf(value, decimals.has(pointerText(pointer)));
  if (!hasType(model, kind)) yield problem("IL303", { expected: expected(model), found: kind });
  yield* ofChoice(model, value, problem);
  if (typeof value === "string") yield* ofText(model, value, problem);
  if (typeof value === "number") yield* ofNumber(model, value, problem);
  if (isList(value)) yield* ofList(model, value, problem);
  if (isBlock(value)) yield* ofBlock(model, value, problem);
  for (const part of applied(model, value)) yield* visit(part, value, pointer, decimals);
  yield* below(model, value, pointer, decimals);
}

type Maker = (code: string, params?: Parameters, way?: Pointer) => Found;

function* below(model: Model, value: unknown, pointer: Pointer, decimals: ReadonlySet<string>): Generator<Found> {
  if (isList(value) && model.items !== undefined) {
    for (const [index, item] of value.entries()) yield* visit(model.items, item, [...pointer, index], decimals);
  }
  if (!isBlock(value)) return;
  for (const [key, child] of Object.entries(value)) {
    const known = childModel({ ...model, allOf: [] }, key);
    if (known !== undefined) yield* visit(known, child, [...pointer, key], decimals);
  }
}

function applied(model: Model, value: unknown): Model[] {
  const branch = model.if === undefined ? undefined : isValid(model.if, value) ? model.then : model.else;
  return [...(model.allOf ?? []), ...(branch === undefined ? [] : [branch])];
}

function isValid(model: Model, value: unknown): boolean {
  const { contains } = model;
  if (contains !== undefined && isList(value) && !value.some((item) => isValid(contains, item))) return false;
  return visit(model, value, [], new Set()).next().done === true;
}

function* ofChoice(model: Model, value: unknown, problem: Maker): Generator<Found> {
  const choices = model.enum ?? (Object.hasOwn(model, "const") ? [model.const] : undefined);
  if (choices === undefined || choices.some((choice) => written(choice) === written(value))) return;
  const allowed = choices.map(String);
  const listed = allowed.slice(0, LISTED_AT_MOST).join(", ") + (allowed.length > LISTED_AT_MOST ? ", …" : "");
  yield problem("IL304", { value: String(value), allowed: listed, ...suggestion(closest(String(value), allowed.map((code) => [code, code]))) });
}

function* ofText(model: Model, text: string, problem: Maker): Generator<Found> {
  const { minLength = 0, maxLength = Infinity, pattern, format = "" } = model;
  const size = length(text);
  const tooShort = size < minLength;
  if (tooShort || size > maxLength) {
    if (FIXED_FORMS.has(format)) yield wrongForm(model, text, problem);
    else yield problem("IL305", { length: size, bound: tooShort ? "at-least" : "at-most", limit: tooShort ? minLength : maxLength });
  }
  const fits = pattern === undefined || new RegExp(pattern, "u").test(text);
  if (!fits && !LEFT_TO_RULES.has(format)) yield wrongForm(model, text, problem);
}

function wrongForm(model: Model, text: string, problem: Maker): Found {
  const form = model.format ?? (text.trim() === "" ? "blank" : model.example);
  return problem("IL306", { value: text, form: String(form ?? model.pattern ?? "") });
}

function* ofNumber({ minimum = -Infinity, maximum = Infinity }: Model, value: number, problem: Maker): Generator<Found> {
  if (value < minimum) yield problem("IL309", { value, bound: "at-least", limit: minimum });
  if (value > maximum) yield problem("IL309", { value, bound: "at-most", limit: maximum });
}

function* ofList(model: Model, items: readonly unknown[], problem: Maker): Generator<Found> {
  const { minItems = 0, maxItems = Infinity } = model;
  const count = items.length;
  if (count < minItems) yield problem("IL307", { count, bound: "at-least", limit: minItems });
  if (count > maxItems) yield problem("IL307", { count, bound: "at-most", limit: maxItems });
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const text = written(item);
    if (model.uniqueItems === true && seen.has(text)) yield problem("IL308", { value: typeof item === "string" ? item : text }, [index]);
    seen.add(text);
  }
}

function* ofBlock(model: Model, block: Block, problem: Maker): Generator<Found> {
  const keys = Object.keys(block);
  const { minProperties = 0, maxProperties = Infinity } = model;
  if (keys.length < minProperties) yield problem("IL307", { count: keys.length, bound: "at-least", limit: minProperties });
  if (keys.length > maxProperties) yield problem("IL307", { count: keys.length, bound: "at-most", limit: maxProperties });
  for (const key of model.required ?? []) if (!Object.hasOwn(block, key)) yield problem("IL301", { key });
  if (model.additionalProperties !== false) return;
  const names = Object.keys(model.properties ?? {});
  for (const key of keys.filter((name) => childModel({ ...model, allOf: [] }, name) === undefined)) {
    yield problem("IL302", { key, ...suggestion(closest(key, names.map((name) => [name, name]))) }, [key]);
  }
}

export function suggestion(guess: string | undefined): Parameters {
  return guess === undefined ? {} : { suggestion: guess };
}

function expected(model: Model): string {
  return isLocalised(model) ? "localised" : typesOf(model).join(" or ");
}

function typesOf({ type }: Model): readonly string[] {
  return type === undefined ? [] : typeof type === "string" ? [type] : type;
}

function hasType(model: Model, kind: string): boolean {
  const types = typesOf(model);
  return types.length === 0 || types.includes(kind) || (kind === "integer" && types.includes("number"));
}

function kindOf(value: unknown, decimal: boolean): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "number") return Number.isInteger(value) && !decimal ? "integer" : "number";
  if (isList(value)) return "array";
  return isBlock(value) ? "object" : typeof value;
}
