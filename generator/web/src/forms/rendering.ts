// Values as YAML, in the style of the shipped files: short lists in brackets, long texts folded.
import { Document, isMap, isScalar, isSeq, type Node, Scalar } from "yaml";
import { childModel, isLocalised, type Model } from "./model";
import { OPTIONS, readSource } from "./source";
import { isBlock, isList, written } from "./values";

export const WIDTH = 110;
const INDENT = 2;
const SHORT_CODE = /^[\p{L}\p{N}][\p{L}\p{N} _.-]{0,39}$/u;

/** A field with its value, as lines that begin in a column. */
export function renderField(key: string, value: unknown, column: number, model: Model | undefined, languages: readonly string[]): string {
  const text = stringify({ [key]: value }, WIDTH - column, { properties: model === undefined ? {} : { [key]: model } }, languages);
  return indented(text, column);
}

/** An entry of a list, its dash in a column. */
export function renderItem(value: unknown, column: number, model: Model | undefined, languages: readonly string[]): string {
  return indented(stringify([value], WIDTH - column, model === undefined ? {} : { items: model }, languages), column);
}

/** A whole file without its first line. */
export function renderFile(value: unknown, model: Model, languages: readonly string[]): string {
  return `${stringify(value, WIDTH, model, languages)}\n`;
}

function stringify(value: unknown, width: number, model: Model, languages: readonly string[]): string {
  const document = new Document(ordered(value, model, languages), OPTIONS);
  dress(document.contents, width, model);
  const text = lines(document, width);
  if (holds(text, value)) return text;
  quoteTexts(document.contents);
  return lines(document, width);
}

function lines(document: Document, width: number): string {
  return document.toString({ lineWidth: width, indent: INDENT, singleQuote: true, flowCollectionPadding: false }).replace(/\n+$/, "");
}

function holds(text: string, value: unknown): boolean {
  const wrapped = isList(value) ? `x:\n${indented(text, INDENT)}\n` : `${text}\n`;
  const read = readSource(wrapped)?.value;
  return written(isList(value) ? (isBlock(read) ? read["x"] : undefined) : read) === written(value);
}

/** Fields in the order of the schema, languages in that of the site; what neither knows comes last. */
function ordered(value: unknown, model: Model | undefined, languages: readonly string[]): unknown {
  if (isList(value)) return value.map((item) => ordered(item, model?.items, languages));
  if (!isBlock(value)) return value;
  const keys = keysInOrder(Object.keys(value), model, languages);
  return Object.fromEntries(keys.map((key) => [key, ordered(value[key], model === undefined ? undefined : childModel(model, key), languages)]));
}

export function keysInOrder(keys: readonly string[], model: Model | undefined, languages: readonly string[]): string[] {
  const known = model !== undefined && isLocalised(model) ? [...languages] : Object.keys(model?.properties ?? {});
  const place = (key: string): number => {
    if (key === "machine_translated") return known.length + 1;
    return known.includes(key) ? known.indexOf(key) : known.length;
  };
  return [...keys].sort((one, other) => place(one) - place(other));
}

function dress(node: unknown, width: number, model: Model | undefined): void {
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      const name = String((key as Scalar).value);
      dressValue(value, width - name.length - INDENT, width - INDENT, model === undefined ? undefined : childModel(model, name));
    }
  } else if (isSeq(node)) {
    for (const item of node.items) dressItem(item, width - INDENT, model?.items);
  }
}

function dressItem(item: unknown, room: number, model: Model | undefined): void {
  dressValue(item, room, room, model);
  if (isMap(item) && model !== undefined && isLocalised(model) && fitsOnLine(item, room)) item.flow = true;
}

function dressValue(value: unknown, room: number, below: number, model: Model | undefined): void {
  if (isScalar(value)) {
    if (typeof value.value === "string" && needsFolding(value.value, room)) value.type = Scalar.BLOCK_FOLDED;
  } else if (isSeq(value) && value.items.every(isShortCode) && fitsOnLine(value as Node, room)) {
    value.flow = true;
  } else {
    dress(value, below, model);
  }
}

function needsFolding(text: string, room: number): boolean {
  return text.includes("\n") || (text.includes(" ") && text.length + INDENT > room);
}

function isShortCode(item: unknown): boolean {
  return isScalar(item) && (typeof item.value === "number" || (typeof item.value === "string" && SHORT_CODE.test(item.value)));
}

function fitsOnLine(node: Node, room: number): boolean {
  return JSON.stringify(node).length <= room;
}

/** The form that holds any text whatever. */
function quoteTexts(node: unknown): void {
  if (isScalar(node) && typeof node.value === "string") node.type = Scalar.QUOTE_DOUBLE;
  if (isMap(node)) for (const { value } of node.items) quoteTexts(value);
  if (isSeq(node)) for (const item of node.items) quoteTexts(item);
}

function indented(text: string, column: number): string {
  const margin = " ".repeat(column);
  return text.split("\n").map((line) => (line === "" ? line : `${margin}${line}`)).join("\n");
}
