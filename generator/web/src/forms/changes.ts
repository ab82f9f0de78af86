// Changes of a file that leave everything else as it is: comments, order, unknown fields, line breaks.
//
// The file's document says where each value stands; only the lines of values that are otherwise are written anew.
import { isMap, isScalar, isSeq, type Pair, type ParsedNode, type YAMLMap, type YAMLSeq } from "yaml";
import { childModel, type Model } from "./model";
import { keysInOrder, renderField, renderFile, renderItem } from "./rendering";
import { readSource, type Source } from "./source";
import { type Block, isBlock, isList, written } from "./values";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type BlockMap = YAMLMap<ParsedNode, ParsedNode | null>;
type Field = Pair<ParsedNode, ParsedNode | null>;

/** The text of a file with other values; `value` is what the file shall hold. */
export function changed(source: Source, value: Block, model: Model, languages: readonly string[]): string {
  if (written(source.value) === written(value)) return source.text;
  const { contents } = source.document;
  if (isMap(contents) && !contents.flow && contents.items.length > 0) {
    const text = new Changes(source.text, languages).of(contents as BlockMap, source.value as Block, value, model);
    if (written(readSource(text)?.value) === written(value)) return text;
  }
  return rewritten(source, value, model, languages);
}

/** A new file; `schema` is the way from it to its schema. */
export function newFile(value: Block, schema: string, model: Model, languages: readonly string[]): string {
  return `# yaml-language-server: $schema=${schema}\n${renderFile(value, model, languages)}`;
}

/** The last resort: the document's own way to change, which keeps comments but breaks lines anew. */
function rewritten(source: Source, value: Block, model: Model, languages: readonly string[]): string {
  const document = readSource(source.text)?.document;
  const before = isBlock(source.value) ? source.value : {};
  if (document?.contents == null) return `${source.text.replace(/\n*$/, "\n")}${renderFile(value, model, languages)}`;
  for (const key of Object.keys(before)) if (!Object.hasOwn(value, key)) document.delete(key);
  for (const [key, child] of Object.entries(value)) if (written(before[key]) !== written(child)) document.set(key, document.createNode(child));
  return document.toString({ lineWidth: 0 });
}

class Changes {
  readonly #text: string;
  readonly #languages: readonly string[];
  readonly #edits: Edit[] = [];

  constructor(text: string, languages: readonly string[]) {
    this.#text = text.endsWith("\n") ? text : `${text}\n`;
    this.#languages = languages;
  }

  of(map: BlockMap, before: Block, after: Block, model: Model): string {
    this.#map(map, before, after, model);
    const edits = this.#edits.map((edit, place) => ({ ...edit, place }));
    edits.sort((one, other) => other.start - one.start || other.end - one.end || other.place - one.place);
    return edits.reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), this.#text);
  }

  #map(map: BlockMap, before: Block, after: Block, model: Model | undefined): void {
    for (const [place, field] of map.items.entries()) {
      const key = keyOf(field);
      if (!Object.hasOwn(after, key)) this.#removeField(map, place);
      else if (written(before[key]) !== written(after[key])) this.#field(map, field, before[key], after[key], childOf(model, key));
    }
    this.#insertFields(map, before, after, model);
  }

  #field(map: BlockMap, { key, value }: Field, before: unknown, after: unknown, model: Model | undefined): void {
    if (isMap(value) && !value.flow && isBlock(before) && isBlock(after) && keepsOne(before, after)) return this.#map(value as BlockMap, before, after, model);
    if (isSeq(value) && !value.flow && isList(before) && isList(after) && this.#hasOwnLines(value)) return this.#list(value, before, after, model);
    const column = this.#column(map);
    const [start, end] = [key.range[0], value === null ? key.range[2] : contentEnd(this.#text, value)];
    this.#replace(start, Math.max(end, this.#text.indexOf(":", key.range[1]) + 1), renderField(String((key as { value?: unknown }).value), after, column, model, this.#languages));
  }

  /** Put lines into the place of a value; a comment behind it goes to the end of their first line. */
  #replace(start: number, end: number, lines: string): void {
    const text = lines.trimStart();
    const lineEnd = this.#lineEnd(end);
    const comment = this.#text.slice(end, lineEnd);
    if (!text.includes("\n") || comment.trim() === "") return void this.#edits.push({ start, end, text });
    const [first = "", ...rest] = text.split("\n");
    this.#edits.push({ start, end: lineEnd, text: [`${first}${comment}`, ...rest].join("\n") });
  }

  #removeField(map: BlockMap, place: number): void {
    const field = map.items[place];
    const next = map.items[place + 1];
    if (field === undefined) return;
    const start = field.key.range[0];
    const isAlone = this.#text.slice(this.#lineStart(start), start).trim() === "";
    if (!isAlone && next !== undefined) this.#edits.push({ start, end: next.key.range[0], text: "" });
    else this.#edits.push({ start: isAlone ? this.#lineStart(start) : start, end: this.#after(fieldEnd(this.#text, field)), text: "" });
  }

  #insertFields(map: BlockMap, before: Block, after: Block, model: Model | undefined): void {
    const order = keysInOrder([...new Set([...Object.keys(before), ...Object.keys(after)])], model, this.#languages);
    for (const key of order.filter((name) => !Object.hasOwn(before, name))) {
      const column = this.#column(map);
      const lines = renderField(key, after[key], column, childOf(model, key), this.#languages);
      const earlier = order.slice(0, order.indexOf(key));
      const last = map.items.filter((field) => earlier.includes(keyOf(field))).at(-1);
      if (last !== undefined) {
        const at = this.#after(fieldEnd(this.#text, last));
        this.#edits.push({ start: at, end: at, text: `${lines}\n` });
      } else {
        const at = map.items[0]?.key.range[0] ?? 0;
        this.#edits.push({ start: at, end: at, text: `${lines.trimStart()}\n${" ".repeat(column)}` });
      }
    }
  }

  #list(list: YAMLSeq, before: readonly unknown[], after: readonly unknown[], model: Model | undefined): void {
    const [head, tail] = sameEnds(before, after);
    const [gone, come] = [before.length - head - tail, after.length - head - tail];
    for (let place = head; place < head + Math.min(gone, come); place++) {
      this.#item(list, place, before[place], after[place], model?.items);
    }
    for (let place = head + come; place < head + gone; place++) this.#removeItem(list, place);
    const news = after.slice(head + gone, head + come);
    if (news.length > 0) this.#insertItems(list, head + gone, news, model?.items);
  }

  #item(list: YAMLSeq, place: number, before: unknown, after: unknown, model: Model | undefined): void {
    const item = list.items[place] as ParsedNode;
    if (written(before) === written(after)) return;
    if (isMap(item) && !item.flow && isBlock(before) && isBlock(after) && keepsOne(before, after)) return this.#map(item as BlockMap, before, after, model);
    const dash = this.#dash(item);
    this.#replace(dash, contentEnd(this.#text, item), renderItem(after, dash - this.#lineStart(dash), model, this.#languages));
  }

  #removeItem(list: YAMLSeq, place: number): void {
    const item = list.items[place] as ParsedNode;
    this.#edits.push({ start: this.#lineStart(this.#dash(item)), end: this.#after(contentEnd(this.#text, item)), text: "" });
  }

  #insertItems(list: YAMLSeq, place: number, news: readonly unknown[], model: Model | undefined): void {
    const [first, last] = [list.items[0] as ParsedNode, list.items[place - 1] as ParsedNode | undefined];
    const dash = this.#dash(first);
    const column = dash - this.#lineStart(dash);
    const at = last === undefined ? this.#lineStart(dash) : this.#after(contentEnd(this.#text, last));
    this.#edits.push({ start: at, end: at, text: news.map((item) => `${renderItem(item, column, model, this.#languages)}\n`).join("") });
  }

  #hasOwnLines(list: YAMLSeq): boolean {
    return list.items.every((item) => {
      const dash = this.#dash(item as ParsedNode);
      return dash >= 0 && this.#text.slice(this.#lineStart(dash), dash).trim() === "";
    });
  }

  #dash(item: ParsedNode): number {
    return this.#text.lastIndexOf("-", item.range[0] - 1);
  }

  #column(map: BlockMap): number {
    const start = map.items[0]?.key.range[0] ?? 0;
    return start - this.#lineStart(start);
  }

  #lineStart(index: number): number {
    return this.#text.lastIndexOf("\n", index - 1) + 1;
  }

  #lineEnd(index: number): number {
    const end = this.#text.indexOf("\n", index);
    return end < 0 ? this.#text.length : end;
  }

  /** The start of the line after the one in which a value ends. */
  #after(end: number): number {
    return Math.min(this.#lineEnd(end) + 1, this.#text.length);
  }
}

function keyOf({ key }: Field): string {
  return String(isScalar(key) ? key.value : "");
}

function childOf(model: Model | undefined, key: string): Model | undefined {
  return model === undefined ? undefined : childModel(model, key);
}

function keepsOne(before: Block, after: Block): boolean {
  return Object.keys(before).some((key) => Object.hasOwn(after, key));
}

function fieldEnd(text: string, { key, value }: Field): number {
  return value === null ? key.range[1] : contentEnd(text, value);
}

/** Where the last sign of a value stands; comments and empty lines behind it are no part of it. */
function contentEnd(text: string, node: ParsedNode): number {
  if (isMap(node) && !node.flow) {
    const last = node.items.at(-1) as Field | undefined;
    if (last !== undefined) return fieldEnd(text, last);
  }
  if (isSeq(node) && !node.flow && node.items.length > 0) return contentEnd(text, node.items.at(-1) as ParsedNode);
  return node.range[0] + text.slice(node.range[0], node.range[1]).trimEnd().length;
}

/** How many values are the same at the beginning and at the end of two lists. */
function sameEnds(before: readonly unknown[], after: readonly unknown[]): readonly [number, number] {
  const shorter = Math.min(before.length, after.length);
  const isSame = (one: unknown, other: unknown): boolean => written(one) === written(other);
  let head = 0;
  while (head < shorter && isSame(before[head], after[head])) head++;
  let tail = 0;
  while (tail < shorter - head && isSame(before.at(-1 - tail), after.at(-1 - tail))) tail++;
  return [head, tail];
}
