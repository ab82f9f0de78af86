// Which field is shown for which part of a model.
import { element } from "../../shared/dom";
import { isLocalised, type Model } from "../model";
import { accepts } from "../state";
import { isBlock } from "../values";
import { choiceField, choicesField } from "./choices";
import { type FieldPlace, groupField, type Kit, nameOf } from "./kit";
import { localisedField } from "./localised";
import { plainField } from "./plain";
import { followName, repeatedField } from "./repeated";

export function field(kit: Kit, place: FieldPlace): HTMLElement {
  const { model } = place;
  if (isLocalised(model)) return localisedField(kit, place);
  if (accepts(model, "array")) return hasList(kit, model.items ?? {}) ? choicesField(kit, place) : repeatedField(kit, place, field);
  if (accepts(model, "object")) return blockField(kit, place);
  return hasList(kit, model) || model.enum !== undefined ? choiceField(kit, place) : plainField(kit, place);
}

function blockField(kit: Kit, place: FieldPlace): HTMLElement {
  const block = groupField(kit, place, ...fieldsOf(kit, place));
  followName(kit, place, block);
  return block;
}

export function fieldsOf(kit: Kit, { model, pointer }: FieldPlace): HTMLElement[] {
  return Object.entries(model.properties ?? {}).map(([key, child]) => field(kit, { model: child, pointer: [...pointer, key], required: model.required?.includes(key) === true }));
}

/** A field that is folded away until it holds something: blocks and lists of blocks are long, unless asked otherwise. */
export function foldedField(kit: Kit, place: FieldPlace, unfolded = false): HTMLElement {
  const { model, pointer } = place;
  const isLong = (accepts(model, "object") || accepts(model.items ?? {}, "object")) && !isLocalised(model);
  if (place.required || unfolded || !isLong) return field(kit, place);
  const value = kit.state.at(pointer);
  const count = Array.isArray(value) ? ` (${value.length})` : "";
  const summary = element("summary", {}, `${nameOf(place)}${count}`);
  const details = element("details", { class: "il-field il-field--folded" }, summary, field(kit, place));
  details.open = Array.isArray(value) ? value.length > 0 && value.length <= 3 : isBlock(value);
  return details;
}

function hasList(kit: Kit, { list = "" }: Model): boolean {
  return kit.lists[list] !== undefined;
}
