// The finder's texts, which its page carries as a data block in the page's language.
import { required } from "../shared/dom";

type Parameters = Readonly<Record<string, string | number>>;

export class Texts {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #forms: Forms;

  constructor(texts: Readonly<Record<string, string>>, language: string) {
    this.#texts = new Map(Object.entries(texts));
    this.#forms = formsOf(language);
  }

  /** The text of a key, with `{name}` replaced by the parameter of that name. */
  get(key: string, parameters: Parameters = {}): string {
    const values = new Map(Object.entries(parameters));
    return (this.#texts.get(key) ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => this.#format(values.get(name)) ?? whole);
  }

  /** The text of a number of things, in the language's form for that number. */
  count(key: string, n: number): string {
    const form = `${key}.${this.#forms.plural.select(n)}`;
    return this.get(this.#texts.has(form) ? form : `${key}.other`, { n });
  }

  /** A number as the language writes it. */
  number(n: number): string {
    return this.#forms.number.format(n);
  }

  #format(value: string | number | undefined): string | undefined {
    return typeof value === "number" ? this.number(value) : value;
  }
}

interface Forms {
  readonly plural: Intl.PluralRules;
  readonly number: Intl.NumberFormat;
}

const known = new Map<string, Forms>();

/** How a language counts; it takes a browser a hundredth of a second to know, so all texts of a page share it. */
function formsOf(language: string): Forms {
  const forms = known.get(language) ?? { plural: new Intl.PluralRules(language), number: new Intl.NumberFormat(language) };
  known.set(language, forms);
  return forms;
}

/** Read the texts that the page carries in a data block. */
export function readTexts(language: string, id = "il-texts"): Texts {
  const block = required(`#${id}`).textContent ?? "{}";
  return new Texts(JSON.parse(block) as Record<string, string>, language);
}
