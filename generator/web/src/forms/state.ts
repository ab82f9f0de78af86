// What somebody has written so far: plain values, changed one at a time.
import type { Model, Pointer } from "./model";
import { childModel } from "./model";
import { type Block, isBlock, isList, pruned, valueAt } from "./values";

const DEEPEST = 12;

export class FormState {
  #value: Block;
  readonly #listeners: ((pointer: Pointer) => void)[] = [];

  constructor(value: Block) {
    this.#value = value;
  }

  /** Everything that says something. */
  get value(): Block {
    const value = pruned(this.#value);
    return isBlock(value) ? value : {};
  }

  at(pointer: Pointer): unknown {
    return valueAt(this.#value, pointer);
  }

  textAt(pointer: Pointer): string {
    const value = this.at(pointer);
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  }

  listAt(pointer: Pointer): readonly unknown[] {
    const value = this.at(pointer);
    return isList(value) ? value : [];
  }

  set(pointer: Pointer, value: unknown): void {
    this.#value = put(this.#value, pointer, value) as Block;
    for (const listener of this.#listeners) listener(pointer);
  }

  onChange(listener: (pointer: Pointer) => void): void {
    this.#listeners.push(listener);
  }
}

/** The same value with another one at the end of a way; undefined takes it out. */
export function put(value: unknown, [first, ...rest]: Pointer, put_: unknown): unknown {
  if (first === undefined) return put_;
  if (typeof first === "number") {
    const list = isList(value) ? [...value] : [];
    list[first] = put(list[first], rest, put_);
    return list;
  }
  const block = isBlock(value) ? value : {};
  const child = put(Object.hasOwn(block, first) ? block[first] : undefined, rest, put_);
  const others = Object.entries(block).filter(([key]) => key !== first);
  if (child === undefined) return Object.fromEntries(others);
  return Object.fromEntries(Object.hasOwn(block, first) ? Object.entries(block).map(([key, old]) => [key, key === first ? child : old]) : [...others, [first, child]]);
}

/** What of a stranger's value has the kinds that a form can show; undefined if nothing has. */
export function conforming(value: unknown, model: Model, depth = 0): unknown {
  if (depth > DEEPEST) return undefined;
  if (isBlock(value)) return accepts(model, "object") ? conformingBlock(value, model, depth) : undefined;
  if (isList(value)) {
    const { items } = model;
    if (!accepts(model, "array") || items === undefined) return undefined;
    return value.slice(0, model.maxItems ?? value.length).map((item) => conforming(item, items, depth + 1)).filter((item) => item !== undefined);
  }
  if (typeof value === "number") return Number.isFinite(value) && (accepts(model, "number") || accepts(model, "integer")) ? value : undefined;
  return accepts(model, typeof value) ? value : undefined;
}

function conformingBlock(value: Block, model: Model, depth: number): Block {
  const fields = Object.entries(value).flatMap(([key, child]) => {
    const known = childModel(model, key);
    const kept = known === undefined ? undefined : conforming(child, known, depth + 1);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return Object.fromEntries(fields);
}

export function accepts({ type, allOf = [] }: Model, kind: string): boolean {
  if (type === undefined) return allOf.some((part) => accepts(part, kind));
  return typeof type === "string" ? type === kind : type.includes(kind);
}
