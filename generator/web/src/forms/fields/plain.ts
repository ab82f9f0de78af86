// Texts of one language, addresses, numbers, dates, yes and no, and names of clusters: one native control each.
import { element } from "../../shared/dom";
import { hasDateForm, parseDate } from "../dates";
import { accepts } from "../state";
import { fillSelect } from "./choices";
import { button, type FieldPlace, idOf, type Kit, singleField, spoken } from "./kit";
import { cleaned, counterOf, textControl } from "./localised";

const COUNTED_FROM = 60;
const DAY = 10;
const SAID_TODAY = new Set(["last_reviewed", "extended_on"]);
const TYPES: Readonly<Record<string, string | undefined>> = { url: "url", email: "email" };

export function plainField(kit: Kit, place: FieldPlace): HTMLElement {
  const { model } = place;
  if (model.reference === "cluster") return clusterField(kit, place);
  if (accepts(model, "boolean")) return yesNoField(kit, place);
  if (accepts(model, "integer") || accepts(model, "number")) return numberField(kit, place);
  return model.format === "date" ? dateField(kit, place) : textField(kit, place);
}

function textField(kit: Kit, place: FieldPlace): HTMLElement {
  const { model, pointer } = place;
  const control = model.format === undefined ? textControl(model.maxLength ?? 0) : element("input", { type: TYPES[model.format] ?? "text" });
  control.value = kit.state.textAt(pointer);
  control.spellcheck = model.format === undefined;
  if (model.format === "url") control.setAttribute("placeholder", "https://");
  const counter = model.format === undefined && (model.maxLength ?? 0) >= COUNTED_FROM ? counterOf(kit, model, idOf(pointer, "count"), control.value) : undefined;
  control.addEventListener("input", () => {
    kit.state.set(pointer, cleaned(kit, control.value));
    counter?.show(control.value);
  });
  const names = pointer.at(-1) === "on_behalf_of" ? memberNames(kit, control, pointer) : [];
  return singleField(kit, place, control, ...names, ...(counter === undefined ? [] : [counter.element]));
}

function memberNames(kit: Kit, control: HTMLElement, pointer: readonly (string | number)[]): HTMLElement[] {
  const list = element("datalist", { id: idOf(pointer, "names") });
  control.setAttribute("list", list.id);
  control.addEventListener("focus", () => list.replaceChildren(...kit.members().map((name) => element("option", { value: name }))));
  return [list];
}

function numberField(kit: Kit, place: FieldPlace): HTMLElement {
  const { model, pointer } = place;
  const whole = !accepts(model, "number");
  const control = element("input", { type: "number", step: whole ? "1" : "any", inputmode: whole ? "numeric" : "decimal" });
  control.value = kit.state.textAt(pointer);
  control.addEventListener("input", () => {
    const number = Number(control.value);
    kit.state.set(pointer, control.value === "" || !Number.isFinite(number) ? undefined : number);
  });
  return singleField(kit, place, control);
}

/** The browser's own calendar; a day that it would not show stays a text. */
function dateField(kit: Kit, place: FieldPlace): HTMLElement {
  const value = kit.state.textAt(place.pointer);
  const isDay = value === "" || (hasDateForm(value) && value.length === DAY && parseDate(value) !== undefined);
  const control = element("input", { type: isDay ? "date" : "text" });
  control.value = value;
  control.addEventListener("input", () => kit.state.set(place.pointer, control.value === "" ? undefined : control.value));
  return singleField(kit, place, control, ...todayButton(kit, place, control));
}

/** What is confirmed or extended is so on the day on which somebody says it. */
function todayButton(kit: Kit, { pointer }: FieldPlace, control: HTMLInputElement): HTMLElement[] {
  if (!SAID_TODAY.has(String(pointer.at(-1)))) return [];
  const today = button(kit.texts.get("forms.today"), () => {
    control.type = "date";
    control.value = kit.today;
    kit.state.set(pointer, kit.today);
    control.focus();
  }, "il-link-button");
  return [today];
}

function yesNoField(kit: Kit, place: FieldPlace): HTMLElement {
  const control = element("select");
  const value = kit.state.at(place.pointer);
  fillSelect(control, [["true", kit.texts.get("forms.yes")], ["false", kit.texts.get("forms.no")]], kit, typeof value === "boolean" ? String(value) : "");
  control.addEventListener("change", () => kit.state.set(place.pointer, control.value === "" ? undefined : control.value === "true"));
  return singleField(kit, place, control);
}

function clusterField(kit: Kit, place: FieldPlace): HTMLElement {
  const control = element("select");
  const choices = kit.clusters.map(({ slug, name }) => [slug, spoken(name, kit.language)] as const);
  fillSelect(control, choices, kit, kit.state.textAt(place.pointer));
  control.addEventListener("change", () => kit.state.set(place.pointer, control.value === "" ? undefined : control.value));
  return singleField(kit, place, control);
}
