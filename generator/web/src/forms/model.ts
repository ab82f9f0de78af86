// What the generator hands on to the forms (see generator/inolink/contribute/).

export type Pointer = readonly (string | number)[];

/** A schema in one language, without references. */
export interface Model {
  readonly type?: string | readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Model>>;
  readonly patternProperties?: Readonly<Record<string, Model>>;
  readonly additionalProperties?: boolean;
  readonly items?: Model;
  readonly allOf?: readonly Model[];
  readonly if?: Model;
  readonly then?: Model;
  readonly else?: Model;
  readonly contains?: Model;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly uniqueItems?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  /** The name of the list that codes come from. */
  readonly list?: string;
  readonly reference?: string;
  readonly label?: string;
  readonly help?: string;
  readonly example?: string | number;
}

/** Code, label, the code of the broader term, an explanation. */
export type Choice = readonly [code: string, label: string, broader?: string, help?: string];

export interface FormModel {
  readonly kind: Kind;
  readonly model: Model;
  readonly lists: Readonly<Record<string, readonly Choice[]>>;
  /** The parts of the form with the fields of each; all others come in the last part. */
  readonly groups: readonly { readonly title: string; readonly fields: readonly string[] }[];
}

export const KINDS = ["profile", "strategy", "offer", "initiatives", "partnerships", "events"] as const;
export type Kind = (typeof KINDS)[number];

export interface OfferType {
  readonly mandatory: readonly string[];
  readonly excluded: readonly string[];
}

export interface Rules {
  readonly languages: readonly string[];
  readonly country: string;
  readonly proposal: readonly string[];
  readonly periods: readonly (readonly [string, string])[];
  readonly offers: {
    readonly lifetime: number;
    readonly longest: number;
    readonly notice: number;
    readonly long_word: number;
    readonly types: Readonly<Record<string, OfferType>>;
    readonly cooperation: Readonly<Record<string, { readonly types: readonly string[]; readonly names: readonly string[] }>>;
  };
  readonly labels: {
    readonly levels: readonly string[];
    readonly first: number;
    readonly renewal: number;
    readonly grace: number;
    readonly between: number;
  };
  readonly figures: { readonly parts: readonly string[]; readonly all: readonly string[] };
  readonly freshness: { readonly review: number; readonly stale: number; readonly status: readonly string[] };
  readonly completeness: {
    readonly wanted: readonly (readonly string[])[];
    readonly tolerated: number;
    readonly finished: readonly string[];
  };
  readonly identified: Readonly<Record<string, string>>;
  readonly persons: {
    readonly patterns: Readonly<Record<"email" | "url" | "word" | "after_title" | "after_initial" | "between_names", string>>;
    readonly phones: readonly string[];
    readonly words: Readonly<Record<string, readonly string[]>>;
    readonly longest_office: number;
    readonly longest_name: number;
    readonly telling: number;
  };
  readonly addresses: {
    readonly email: string;
    readonly unsafe: string;
    readonly schemes: readonly string[];
    readonly port: number;
    readonly alphabets: readonly string[];
    readonly link: string;
  };
  readonly forbidden: string;
  readonly largest: number;
  readonly slug: number;
  readonly regions: { readonly letters: Readonly<Record<string, string>>; readonly known: readonly string[] };
}

export type Severity = "error" | "warning" | "notice";

/** The texts of problems in one language. */
export interface Words {
  readonly codes: Readonly<Record<string, { readonly severity: Severity; readonly title: string; readonly message: string; readonly remedy: string }>>;
  readonly phrases: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly did_you_mean: string;
}

export type Localised = Readonly<Record<string, string>>;

export interface ListedFile {
  readonly kind: Kind;
  readonly path: string;
  readonly title?: Localised;
}

export interface ListedCluster {
  readonly slug: string;
  readonly name: Localised;
  readonly files: readonly ListedFile[];
}

export interface FileIndex {
  readonly clusters: readonly ListedCluster[];
  readonly slugs: readonly string[];
}

/** The model of a field, wherever the schema of the block has it. */
export function childModel(model: Model, key: string): Model | undefined {
  const own = model.properties?.[key] ?? byPattern(model, key);
  if (own !== undefined) return own;
  for (const part of model.allOf ?? []) {
    const found = childModel(part, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

function byPattern(model: Model, key: string): Model | undefined {
  return Object.entries(model.patternProperties ?? {}).find(([pattern]) => new RegExp(pattern, "u").test(key))?.[1];
}

export function isLocalised({ format }: Model): boolean {
  return format === "text" || format === "markdown";
}
