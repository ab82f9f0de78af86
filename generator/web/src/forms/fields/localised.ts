// A text in the languages of the site, side by side.
import { element } from "../../shared/dom";
import { childModel, type Model } from "../model";
import { isList, length } from "../values";
import { describedBy, type FieldPlace, groupField, idOf, type Kit, nameOf, problemPlace } from "./kit";

const ONE_LINE = 120;
const KEYWORD = 80;
const OWN = "machine_translated";

export function localisedField(kit: Kit, place: FieldPlace): HTMLElement {
  const columns = element("div", { class: "il-languages" });
  for (const [code, name] of kit.languages) columns.append(column(kit, place, code, name));
  return groupField(kit, place, columns);
}

function column(kit: Kit, place: FieldPlace, code: string, name: string): HTMLElement {
  const model = childModel(place.model, code) ?? {};
  const pointer = [...place.pointer, code];
  const id = idOf(pointer);
  const control = textControl(model.maxLength ?? 0);
  control.id = id;
  control.lang = code;
  control.value = kit.state.textAt(pointer);
  control.setAttribute("aria-describedby", describedBy(place, idOf(pointer, "problems"), idOf(pointer, "count")));
  if (place.required && code === kit.rules.languages[0]) control.setAttribute("aria-required", "true");
  const counter = counterOf(kit, model, idOf(pointer, "count"), control.value);
  control.addEventListener("input", () => {
    kit.state.set(pointer, cleaned(kit, control.value));
    counter.show(control.value);
  });
  const label = element("label", { for: id }, name, element("span", { class: "il-visually-hidden" }, `: ${nameOf(place)}`));
  const children = [label, control, counter.element, problemPlace(pointer), ...translationBox(kit, place, model, code)];
  return element("div", { class: "il-languages__column", "data-il-field": `/${pointer.join("/")}` }, ...children);
}

/** Signs that nobody can see come along when one copies from elsewhere. */
export function cleaned(kit: Kit, text: string): string | undefined {
  const seen = text.replaceAll("\r\n", "\n").replace(new RegExp(kit.rules.forbidden, "gu"), "").replaceAll("\t", " ").trim();
  return seen === "" ? undefined : seen;
}

export function textControl(longest: number): HTMLInputElement | HTMLTextAreaElement {
  return longest > ONE_LINE ? element("textarea", { rows: longest > 1_000 ? "8" : "4" }) : element("input", { type: "text" });
}

interface Counter {
  readonly element: HTMLElement;
  show(text: string): void;
}

export function counterOf(kit: Kit, { maxLength = 0 }: Model, id: string, text: string): Counter {
  const shown = element("p", { class: "il-field__count", id });
  const show = (written: string): void => {
    const count = length(written.trim());
    shown.textContent = kit.texts.get("forms.count", { n: count, limit: maxLength });
    shown.toggleAttribute("data-il-over", count > maxLength);
  };
  show(text);
  return { element: shown, show };
}

/** Whose wording it is: a translation by the directory is marked as such. */
function translationBox(kit: Kit, { model, pointer }: FieldPlace, { maxLength = 0 }: Model, code: string): HTMLElement[] {
  const way = [...pointer, OWN];
  const codes = (): readonly unknown[] => kit.state.listAt(way);
  if (childModel(model, OWN) === undefined || ((kit.isNew || maxLength <= KEYWORD) && !codes().includes(code))) return [];
  const box = element("input", { type: "checkbox" });
  box.checked = isList(codes()) && codes().includes(code);
  box.addEventListener("change", () => {
    const others = codes().filter((other) => other !== code);
    const all = box.checked ? [...others, code] : others;
    kit.state.set(way, all.length > 0 ? all : undefined);
  });
  return [element("label", { class: "il-languages__translated" }, box, " ", kit.texts.get("forms.translated"))];
}
