// A block somewhere in a file, asked by rules. Rules also run on values that the schema refuses, so what is
// missing or of the wrong kind is simply not there.
import { parseDate, type PartialDate } from "./dates";
import type { Pointer } from "./model";
import { type Block, isBlock, isList } from "./values";

export type Parameters = Readonly<Record<string, string | number>>;

/** One thing that is wrong at one place. */
export interface Found {
  readonly code: string;
  readonly pointer: Pointer;
  readonly params: Parameters;
}

export class Entry {
  readonly value: Block;
  readonly pointer: Pointer;

  constructor(value: unknown, pointer: Pointer = []) {
    this.value = isBlock(value) ? value : {};
    this.pointer = pointer;
  }

  has(key: string): boolean {
    return Object.hasOwn(this.value, key);
  }

  text(key: string): string | undefined {
    const value = this.#at(key);
    return typeof value === "string" ? value : undefined;
  }

  number(key: string): number | undefined {
    const value = this.#at(key);
    return typeof value === "number" ? value : undefined;
  }

  date(key: string): PartialDate | undefined {
    return parseDate(this.text(key) ?? "");
  }

  entry(key: string): Entry {
    return new Entry(this.#at(key), [...this.pointer, key]);
  }

  entries(key: string): Entry[] {
    return this.#list(key).flatMap((value, index) => (isBlock(value) ? [new Entry(value, [...this.pointer, key, index])] : []));
  }

  texts(key: string): (readonly [number, string])[] {
    return this.#list(key).flatMap((value, index) => (typeof value === "string" ? [[index, value] as const] : []));
  }

  /** The texts below a key by language. */
  localised(key: string): Map<string, string> {
    const texts = Object.entries(this.entry(key).value);
    return new Map(texts.filter((pair): pair is [string, string] => typeof pair[1] === "string"));
  }

  problem(code: string, way: Pointer = [], params: Parameters = {}): Found {
    return { code, pointer: [...this.pointer, ...way], params };
  }

  #at(key: string): unknown {
    return this.has(key) ? this.value[key] : undefined;
  }

  #list(key: string): readonly unknown[] {
    const value = this.#at(key);
    return isList(value) ? value : [];
  }
}
