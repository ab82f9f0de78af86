// What every field is made with, and the parts that all fields have: label, help, a place for problems.
import { element } from "../../shared/dom";
import type { Texts } from "../../finder/texts";
import type { Choice, ListedCluster, Localised, Model, Pointer, Rules } from "../model";
import { pointerText } from "../schema";
import type { FormState } from "../state";

export interface Kit {
  readonly state: FormState;
  readonly texts: Texts;
  readonly lists: Readonly<Record<string, readonly Choice[]>>;
  readonly rules: Rules;
  readonly language: string;
  /** The languages of the site with their names in the language of the page. */
  readonly languages: readonly (readonly [string, string])[];
  readonly clusters: readonly ListedCluster[];
  readonly today: string;
  /** Whether there is no file yet: all wording is the organisation's own then. */
  readonly isNew: boolean;
  /** What may be written for names of members. */
  readonly members: () => readonly string[];
}

export interface FieldPlace {
  readonly model: Model;
  readonly pointer: Pointer;
  readonly required: boolean;
}

export function idOf(pointer: Pointer, part = ""): string {
  return `f${pointerText(pointer).replace(/[^a-z0-9_-]/gi, "-")}${part === "" ? "" : `--${part}`}`;
}

export function nameOf({ model, pointer }: FieldPlace): string {
  return model.label ?? String(pointer.at(-1) ?? "");
}

/** The words of a label: an optional field says so. */
export function labelWords(kit: Kit, place: FieldPlace): (Node | string)[] {
  const mark = place.required ? [] : [" ", element("span", { class: "il-field__optional" }, kit.texts.get("forms.optional"))];
  return [nameOf(place), ...mark];
}

export function help(kit: Kit, { model, pointer }: FieldPlace): HTMLElement[] {
  const example = typeof model.example === "string" || typeof model.example === "number" ? kit.texts.get("forms.example", { example: String(model.example) }) : "";
  const words = [model.help ?? "", model.list === undefined ? example : ""].filter(Boolean).join(" ");
  return words === "" ? [] : [element("p", { class: "il-field__help", id: idOf(pointer, "help") }, words)];
}

/** Where the problems of a value are shown. */
export function problemPlace(pointer: Pointer): HTMLElement {
  return element("div", { class: "il-field__problems", id: idOf(pointer, "problems"), "data-il-problems": pointerText(pointer) });
}

export function describedBy({ model, pointer }: FieldPlace, ...more: readonly string[]): string {
  const own = model.help === undefined && model.example === undefined ? [] : [idOf(pointer, "help")];
  return [...own, ...more, idOf(pointer, "problems")].join(" ");
}

/** A field with one control. */
export function singleField(kit: Kit, place: FieldPlace, control: HTMLElement, ...after: readonly HTMLElement[]): HTMLElement {
  control.id = idOf(place.pointer);
  control.setAttribute("aria-describedby", describedBy(place));
  if (place.required) control.setAttribute("aria-required", "true");
  const label = element("label", { for: control.id, class: "il-field__label" }, ...labelWords(kit, place));
  return wrapped(place, label, ...help(kit, place), control, ...after, problemPlace(place.pointer));
}

/** Several controls under one name. */
export function groupField(kit: Kit, place: FieldPlace, ...children: readonly HTMLElement[]): HTMLElement {
  const legend = element("legend", { class: "il-field__label" }, ...labelWords(kit, place));
  const described = describedBy(place);
  const group = element("fieldset", { class: "il-field il-field--group", "data-il-field": pointerText(place.pointer), "aria-describedby": described, id: idOf(place.pointer), tabindex: "-1" });
  group.append(legend, ...help(kit, place), ...children, problemPlace(place.pointer));
  return group;
}

export function wrapped({ pointer }: FieldPlace, ...children: readonly HTMLElement[]): HTMLElement {
  return element("div", { class: "il-field", "data-il-field": pointerText(pointer) }, ...children);
}

export function button(words: string, act: () => void, kind = "il-button"): HTMLButtonElement {
  const made = element("button", { type: "button", class: kind }, words);
  made.addEventListener("click", act);
  return made;
}

export function spoken(text: Localised | undefined, language: string): string {
  return text?.[language] ?? Object.values(text ?? {})[0] ?? "";
}
