// The text of a file, and the values that it holds: read as the generator reads it (generator/inolink/yamlcore.py).
import { type Document, isMap, isScalar, isSeq, parseDocument, type ParsedNode, type ScalarTag, type Tags } from "yaml";
import { pointerText } from "./schema";

const INTEGER = /^-?(?:0|[1-9][0-9]{0,14})$/;
const FLOAT = /^-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?(?:[eE][-+]?[0-9]{1,3})?$/;

export interface Source {
  readonly text: string;
  readonly document: Document.Parsed;
  readonly value: unknown;
  /** The pointers of whole numbers that were written as decimals. */
  readonly decimals: ReadonlySet<string>;
}

/** Numbers with leading zeros are texts here, and so is what no number could hold exactly. */
function customTags(tags: Tags): Tags {
  const kept = tags.filter((tag) => typeof tag === "string" || !/:(?:int|float)$/.test(tag.tag));
  return [...kept, number("int", INTEGER), number("float", FLOAT)];
}

function number(name: string, test: RegExp): ScalarTag {
  return {
    identify: (value) => typeof value === "number" && Number.isInteger(value) === (name === "int"),
    default: true,
    tag: `tag:yaml.org,2002:${name}`,
    test,
    resolve: Number,
    stringify: ({ value }) => String(value),
  };
}

// Other programs read YAML as well: what they could take for a number is quoted.
export const OPTIONS = { version: "1.2", schema: "core", compat: "core", customTags, uniqueKeys: true, stringKeys: true } as const;

/** Read a file; undefined if it is none that could be published. */
export function readSource(text: string): Source | undefined {
  const plain = text.replaceAll("\r\n", "\n");
  const document = parseDocument(plain, OPTIONS);
  if (document.errors.length > 0 || !(document.contents === null || isMap(document.contents))) return undefined;
  try {
    return { text: plain, document, value: document.toJS({ maxAliasCount: 0 }) ?? {}, decimals: new Set(decimals(document.contents, [])) };
  } catch {
    return undefined;
  }
}

function* decimals(node: ParsedNode | null | undefined, pointer: readonly (string | number)[]): Generator<string> {
  if (isScalar(node) && typeof node.value === "number" && /[.eE]/.test(node.source ?? "")) yield pointerText(pointer);
  if (isMap(node)) for (const { key, value } of node.items) yield* decimals(value as ParsedNode | null, [...pointer, String(isScalar(key) ? key.value : "")]);
  if (isSeq(node)) for (const [index, item] of node.items.entries()) yield* decimals(item as ParsedNode, [...pointer, index]);
}
