// Values from short lists: one of them, or several as chips.
import { element } from "../../shared/dom";
import type { Choice, Model } from "../model";
import { accepts } from "../state";
import { button, type FieldPlace, groupField, idOf, type Kit, singleField } from "./kit";

const BOXES_UP_TO = 12;

export function choiceField(kit: Kit, place: FieldPlace): HTMLElement {
  const choices = offered(kit, place.model);
  const control = element("select");
  fillSelect(control, choices, kit, kit.state.textAt(place.pointer));
  const explained = element("p", { class: "il-field__chosen" });
  const explain = (): void => void (explained.textContent = choices.find(([code]) => code === control.value)?.[3] ?? "");
  control.addEventListener("change", () => {
    kit.state.set(place.pointer, coded(place.model, control.value));
    explain();
  });
  explain();
  return singleField(kit, place, control, explained);
}

export function choicesField(kit: Kit, place: FieldPlace): HTMLElement {
  const choices = offered(kit, place.model.items ?? {});
  return choices.length <= BOXES_UP_TO ? boxes(kit, place, choices) : chips(kit, place, choices);
}

/** The choices of a list; of those in the schema alone if it names them. */
export function offered(kit: Kit, model: Model): readonly Choice[] {
  const all = kit.lists[model.list ?? ""] ?? [];
  if (model.enum === undefined) return all;
  return model.enum.map((code) => all.find(([known]) => known === String(code)) ?? ([String(code), String(code)] as const));
}

function boxes(kit: Kit, place: FieldPlace, choices: readonly Choice[]): HTMLElement {
  const list = element("div", { class: "il-boxes" });
  for (const [code, label] of choices) {
    const box = element("input", { type: "checkbox", value: code });
    box.checked = chosen(kit, place).includes(code);
    box.addEventListener("change", () => toggle(kit, place, code, box.checked));
    list.append(element("label", { "data-il-choice": code }, box, " ", label));
  }
  return groupField(kit, place, list);
}

function chips(kit: Kit, place: FieldPlace, choices: readonly Choice[]): HTMLElement {
  const list = element("ul", { class: "il-chosen" });
  const select = element("select", { id: idOf(place.pointer, "add") });
  const draw = (): void => {
    const codes = chosen(kit, place);
    const items = codes.map((code) => chip(kit, choices.find(([known]) => known === code)?.[1] ?? code, () => {
      toggle(kit, place, code, false);
      draw();
      select.focus();
    }));
    list.replaceChildren(...items);
    list.hidden = items.length === 0;
    fillSelect(select, choices.filter(([code]) => !codes.includes(code)), kit, "");
  };
  const add = button(kit.texts.get("forms.add"), () => {
    if (select.value !== "") toggle(kit, place, select.value, true);
    draw();
    select.focus();
  });
  draw();
  const label = element("label", { for: select.id, class: "il-visually-hidden" }, kit.texts.get("forms.choose-from", { name: place.model.label ?? "" }));
  return groupField(kit, place, list, element("div", { class: "il-adder" }, label, select, add));
}

function chip(kit: Kit, label: string, remove: () => void): HTMLElement {
  const said = kit.texts.get("forms.remove-named", { name: label });
  const leave = button("×", remove, "il-chosen__leave");
  leave.setAttribute("aria-label", said);
  leave.title = said;
  return element("li", { class: "il-chosen__item" }, label, " ", leave);
}

function chosen(kit: Kit, { pointer }: FieldPlace): string[] {
  return kit.state.listAt(pointer).map(String);
}

function toggle(kit: Kit, place: FieldPlace, code: string, on: boolean): void {
  const others = chosen(kit, place).filter((other) => other !== code);
  const codes = on ? [...others, code] : others;
  kit.state.set(place.pointer, codes.length > 0 ? codes.map((each) => coded(place.model.items ?? {}, each)) : undefined);
}

/** A code as it stands in a file: some lists are of numbers. */
function coded(model: Model, code: string): string | number | undefined {
  if (code === "") return undefined;
  return accepts(model, "integer") && /^[0-9]+$/.test(code) ? Number(code) : code;
}

/** Fill a select; the narrower terms of a list stand below the broader one. */
export function fillSelect(select: HTMLSelectElement, choices: readonly Choice[], kit: Kit, value: string): void {
  const option = ([code, label]: Choice): HTMLElement => element("option", { value: code }, label);
  const broader = new Map(choices.map(([code, label]) => [code, label]));
  const isNarrow = ([, , above = ""]: Choice): boolean => broader.has(above);
  const groups = choices.filter((choice) => !isNarrow(choice)).map((top) => {
    const narrow = choices.filter((choice) => isNarrow(choice) && choice[2] === top[0]);
    return narrow.length === 0 ? option(top) : element("optgroup", { label: top[1] }, option(top), ...narrow.map(option));
  });
  select.replaceChildren(element("option", { value: "" }, kit.texts.get("forms.choose")), ...groups);
  if (value !== "" && !broader.has(value)) select.append(element("option", { value }, value));
  select.value = value;
}
