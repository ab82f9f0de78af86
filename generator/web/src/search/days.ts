// What a day changes: archived entries are one interval of places.
import type { Archive } from "./files";

export interface Interval {
  readonly from: number;
  /** The first place behind it. */
  readonly to: number;
}

/** The places of what is archived on a day. */
export function archivedOn(today: string, { open, archived, closing }: Archive): Interval {
  const closed = closing.reduce((sum, [day, count]) => sum + (day < today ? count : 0), 0);
  return { from: open, to: open + archived + closed };
}

export function isWithin(place: number, { from, to }: Interval): boolean {
  return place >= from && place < to;
}

/** All places from one to another. */
export function between(from: number, to: number): Int32Array {
  return Int32Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);
}
