// Problems in words: the texts of the codes with their parameters filled in.
import type { Found } from "./entry";
import type { Severity, Words } from "./model";

const LONGEST_PARAMETER = 120;

export interface Said {
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly remedy: string;
}

export function say({ code, params }: Found, words: Words): Said {
  const text = words.codes[code] ?? { severity: "error", title: code, message: code, remedy: "" };
  const shown = new Map(Object.entries(params).map(([name, value]) => [name, shorten(String(value))]));
  for (const [name, value] of Object.entries(params)) {
    const phrase = words.phrases[name]?.[String(value)];
    if (phrase !== undefined) shown.set(name, filled(phrase, shown));
  }
  const guess = params["suggestion"] === undefined ? "" : `${filled(words.did_you_mean, shown)} `;
  return { ...text, message: filled(text.message, shown), remedy: `${guess}${filled(text.remedy, shown)}` };
}

function filled(template: string, values: ReadonlyMap<string, string>): string {
  return template.replace(/\{\{|\}\}|\{(\w+)\}/g, (whole, name?: string) => (name === undefined ? whole.slice(1) : (values.get(name) ?? whole)));
}

function shorten(text: string): string {
  const visible = text.split(/\s+/u).filter(Boolean).join(" ").replace(/\p{C}/gu, "\u{FFFD}");
  return visible.length <= LONGEST_PARAMETER ? visible : `${visible.slice(0, LONGEST_PARAMETER - 1)}…`;
}
