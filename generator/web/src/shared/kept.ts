// What a visitor keeps lies in this browser's own storage, under one key. Nothing of it is ever sent.
const KEY = "inolink.kept.v1";
const PARTS = ["shortlist", "searches"] as const;
type Part = (typeof PARTS)[number];

/** A part of what is kept, as it was found: others may have written it. */
export function readKept(part: Part): unknown {
  return everything()[part];
}

/** Keep a part; tells whether the browser did, since storage may be full or forbidden. */
export function writeKept(part: Part, value: unknown): boolean {
  const { shortlist, searches } = everything();
  try {
    localStorage.setItem(KEY, JSON.stringify({ shortlist, searches, [part]: value }));
    return true;
  } catch {
    return false;
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** A text of at most so many characters; anything else is an empty one. */
export function textOf(value: unknown, longest: number): string {
  return typeof value === "string" ? value.slice(0, longest) : "";
}

function everything(): Partial<Readonly<Record<Part, unknown>>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return isObject(kept) ? kept : {};
  } catch {
    return {};
  }
}
