// The shortlist: keys of clusters and openings in the order in which they were starred, each with a note.
import { isObject, readKept, textOf, writeKept } from "../shared/kept";

const KEY = /^(?:cluster|(?:offer|interest)\/[a-z0-9][a-z0-9-]{0,60})\/[a-z0-9][a-z0-9-]{0,60}$/;
const MOST = 500;
export const LONGEST_NOTE = 2_000;
const LONGEST_TITLE = 300;

export interface Starred {
  readonly key: string;
  readonly note: string;
  /** What it was called when it was last seen, for the day on which it is gone. */
  readonly title: string;
}

export function isStarKey(key: unknown): key is string {
  return typeof key === "string" && KEY.test(key);
}

export function readShortlist(): Starred[] {
  const kept = readKept("shortlist");
  const items = Array.isArray(kept) ? kept.slice(0, MOST).flatMap(readItem) : [];
  return [...new Map(items.map((item) => [item.key, item])).values()];
}

export function writeShortlist(items: readonly Starred[]): boolean {
  return items.length <= MOST && writeKept("shortlist", items);
}

/** Star a key, or take its star away; tells whether that could be kept. */
export function toggleStar(key: string): boolean {
  const items = readShortlist();
  const others = items.filter((item) => item.key !== key);
  return writeShortlist(others.length < items.length ? others : [...items, { key, note: "", title: "" }]);
}

function readItem(item: unknown): Starred[] {
  if (!isObject(item)) return [];
  const { key, note, title } = item;
  return isStarKey(key) ? [{ key, note: textOf(note, LONGEST_NOTE), title: textOf(title, LONGEST_TITLE) }] : [];
}
