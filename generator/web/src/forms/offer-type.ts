// What an offer's type asks for: its fields are marked, those of other types step back while they are empty.
import type { Texts } from "../finder/texts";
import type { FormModel, Rules } from "./model";
import { pointerText } from "./schema";
import { type Block, isBlock } from "./values";

export class OfferType {
  readonly #value: Block;
  readonly #rules: Rules;

  constructor(value: Block, rules: Rules) {
    [this.#value, this.#rules] = [value, rules];
  }

  apply(fields: HTMLElement, { model }: FormModel, texts: Texts): void {
    const type = String(this.#value["type"] ?? "");
    const { mandatory = [], excluded = [] } = this.#rules.offers.types[type] ?? {};
    const isCopied = this.#value["origin"] === "transcribed";
    for (const key of Object.keys(model.properties ?? {})) {
      const place = this.#find(fields, [key]);
      if (place !== null) outermost(place, fields).hidden = excluded.includes(key) && this.#value[key] === undefined;
    }
    for (const part of fields.querySelectorAll<HTMLElement>(".il-form__part")) part.hidden = [...part.children].slice(1).every((child) => (child as HTMLElement).hidden);
    const wanted = new Set(isCopied ? [] : mandatory.flatMap((way) => [way, way.split(".")[0] ?? way]));
    for (const way of ways(model)) this.#mark(fields, way, wanted.has(way) || (model.required ?? []).includes(way), texts);
    this.#offerCooperation(fields, type, isCopied);
  }

  #mark(fields: HTMLElement, way: string, needed: boolean, texts: Texts): void {
    const place = this.#find(fields, way.split("."));
    const label = place?.querySelector<HTMLElement>(".il-field__label");
    if (label == null) return;
    const mark = label.querySelector(".il-field__optional");
    if (needed) mark?.remove();
    else if (mark === null) {
      const words = Object.assign(document.createElement("span"), { className: "il-field__optional", textContent: texts.get("forms.optional") });
      label.append(" ", words);
    }
  }

  /** Of the forms of cooperation only those that the type allows, and those that are chosen already. */
  #offerCooperation(fields: HTMLElement, type: string, all: boolean): void {
    const chosen = Array.isArray(this.#value["cooperation"]) ? this.#value["cooperation"] : [];
    const group = this.#find(fields, ["cooperation"]);
    for (const choice of group?.querySelectorAll<HTMLElement>("[data-il-choice], option[value]") ?? []) {
      const code = choice.dataset["ilChoice"] ?? choice.getAttribute("value") ?? "";
      const types = this.#rules.offers.cooperation[code]?.types;
      choice.hidden = !all && type !== "" && types !== undefined && !types.includes(type) && !chosen.includes(code);
      if (choice instanceof HTMLOptionElement) choice.disabled = choice.hidden;
    }
  }

  #find(fields: HTMLElement, way: readonly string[]): HTMLElement | null {
    return fields.querySelector(`[data-il-field="${CSS.escape(pointerText(way))}"]`);
  }
}

/** The fields and those one level below, as the rules name them. */
function ways({ properties = {} }: FormModel["model"]): string[] {
  return Object.entries(properties).flatMap(([key, child]) => [key, ...Object.keys(isBlock(child.properties) ? child.properties : {}).map((below) => `${key}.${below}`)]);
}

function outermost(place: HTMLElement, fields: HTMLElement): HTMLElement {
  const folded = place.closest<HTMLElement>("details.il-field--folded");
  return folded !== null && fields.contains(folded) ? folded : place;
}
