// Which file a form makes or changes, and where it lies.
import { changed, newFile } from "./changes";
import type { FormModel, Kind } from "./model";
import type { Source } from "./source";
import { type Block, isBlock } from "./values";

export interface Target {
  readonly kind: Kind;
  /** The name under which drafts are kept. */
  readonly draft: string;
  /** The file as it is; undefined for a new one. */
  readonly source: Source | undefined;
  /** The file's path; it may follow from what is written in the form. */
  readonly path: (value: Block) => string;
  readonly start: Block;
}

const SCHEMA = { offer: "../../../schema/offer.schema.json" } as const;

export function textOf({ kind, source }: Target, value: Block, form: FormModel, languages: readonly string[]): string {
  if (source !== undefined) return changed(source, value, form.model, languages);
  const schema = kind === "offer" ? SCHEMA.offer : `../../schema/${kind}.schema.json`;
  return newFile(value, schema, form.model, languages);
}

/** The values of a file as the form begins with them. */
export function startOf({ source, start }: Target): Block {
  return isBlock(source?.value) ? source.value : start;
}

/** A short sign of what a file held, to tell whether it has changed since. */
export function signOf({ source }: Target): string {
  let sign = 5381;
  for (const letter of source?.text ?? "") sign = (sign * 33 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return source === undefined ? "" : sign.toString(36);
}
