// What a day changes: archived entries are one interval of places.
import type { Archive } from "./files";

/** Their archived entries are shown on demand only; a cluster or a guide page never hides. */
const HIDING_KINDS: ReadonlySet<string> = new Set(["offer", "interest", "event"]);

export interface Interval {
  readonly from: number;
  /** The first place behind it. */
  readonly to: number;
}

/** The places of what is archived on a day. */
export function archivedOn(today: string, { open, archived, closing }: Archive): Interval {
  return { from: open, to: open + sum(archived) + sum(closing.filter(([day]) => day < today)) };
}

/** Results without those that hide; whatever closes does so after its day. */
export function withoutHidden(found: Uint8Array, { archived }: Archive, { from, to }: Interval): Uint8Array {
  const shown = found.slice();
  let next = from;
  for (const [kind, count] of archived) {
    if (HIDING_KINDS.has(kind)) shown.fill(0, next, next + count);
    next += count;
  }
  return shown.fill(0, next, to);
}

export function isWithin(place: number, { from, to }: Interval): boolean {
  return place >= from && place < to;
}

/** All places from one to another. */
export function between(from: number, to: number): Int32Array {
  return Int32Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);
}

function sum(counts: readonly (readonly [what: string, count: number])[]): number {
  return counts.reduce((all, [, count]) => all + count, 0);
}
