// Plain values as they stand in a file: texts, numbers, true and false, lists and blocks.

export type Block = { readonly [key: string]: unknown };

export function isBlock(value: unknown): value is Block {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** The same text for equal values, in whatever order their fields stand. */
export function written(value: unknown): string {
  if (isList(value)) return `[${value.map(written).join()}]`;
  if (!isBlock(value)) return JSON.stringify(value) ?? "null";
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${written(value[key])}`).join()}}`;
}

/** Without what says nothing: empty texts, lists and blocks, null. Undefined if nothing is left. */
export function pruned(value: unknown): unknown {
  if (isList(value)) {
    const kept = value.map(pruned).filter((item) => item !== undefined);
    return kept.length > 0 ? kept : undefined;
  }
  if (isBlock(value)) {
    const kept = Object.entries(value).flatMap(([key, child]) => {
      const left = pruned(child);
      return left === undefined ? [] : [[key, left] as const];
    });
    const spoken = kept.filter(([key]) => key !== "machine_translated");
    return spoken.length > 0 ? Object.fromEntries(kept) : undefined;
  }
  return value === null || value === "" ? undefined : value;
}

/** The value at the end of a way. */
export function valueAt(value: unknown, way: readonly (string | number)[]): unknown {
  return way.reduce<unknown>((here, part) => {
    if (isList(here) && typeof part === "number") return here[part];
    return isBlock(here) && Object.hasOwn(here, part) ? here[String(part)] : undefined;
  }, value);
}

/** A text without marks, capitals and double spaces, as the check compares texts. */
export function fold(text: string): string {
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
  return bare.split(/\s+/u).filter(Boolean).join(" ");
}

/** The identifier that comes closest to a name. */
export function slugified(text: string, longest: number): string {
  return fold(text).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, longest);
}

export function length(text: string): number {
  return [...text].length;
}
