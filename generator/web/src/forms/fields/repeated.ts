// Lists of entries that can be added, removed and moved, all by keyboard.
import { element } from "../../shared/dom";
import { isLocalised } from "../model";
import { accepts } from "../state";
import { isBlock, slugified } from "../values";
import { button, type FieldPlace, groupField, idOf, type Kit, nameOf, spoken } from "./kit";

type Draw = (kit: Kit, place: FieldPlace) => HTMLElement;

const NAMES = ["title", "name", "text", "action", "topic", "label", "partner", "type", "id"];

export function repeatedField(kit: Kit, place: FieldPlace, draw: Draw): HTMLElement {
  return new Repeated(kit, place, draw).element;
}

class Repeated {
  readonly element: HTMLElement;
  readonly #kit: Kit;
  readonly #place: FieldPlace;
  readonly #draw: Draw;
  readonly #list = element("ol", { class: "il-entries" });
  readonly #said = element("p", { class: "il-visually-hidden", role: "status" });
  readonly #add: HTMLButtonElement;

  constructor(kit: Kit, place: FieldPlace, draw: Draw) {
    this.#kit = kit;
    this.#place = place;
    this.#draw = draw;
    this.#add = button(kit.texts.get("forms.add-entry", { name: nameOf(place) }), () => this.#append());
    this.#show();
    this.element = groupField(kit, place, this.#list, this.#add, this.#said);
  }

  get #entries(): readonly unknown[] {
    return this.#kit.state.listAt(this.#place.pointer);
  }

  #show(): void {
    const items = this.#entries.map((_, index) => this.#item(index));
    this.#list.replaceChildren(...items);
    this.#list.hidden = items.length === 0;
    this.#add.disabled = items.length >= (this.#place.model.maxItems ?? Infinity);
  }

  #item(index: number): HTMLElement {
    const { model, pointer } = this.#place;
    const entry = this.#draw(this.#kit, { model: { ...(model.items ?? {}), label: `${nameOf(this.#place)} ${index + 1}` }, pointer: [...pointer, index], required: true });
    const last = this.#entries.length - 1;
    const name = this.#nameOf(index);
    const act = (key: string, disabled: boolean, what: () => void): HTMLElement => {
      const made = button(this.#kit.texts.get(`forms.${key}`), what, "il-link-button");
      made.setAttribute("aria-label", this.#kit.texts.get(`forms.${key}-named`, { name }));
      made.disabled = disabled;
      made.dataset["ilDo"] = key;
      return made;
    };
    const tools = element("p", { class: "il-entries__tools" },
      act("up", index === 0, () => this.#move(index, -1)), " ",
      act("down", index === last, () => this.#move(index, 1)), " ",
      act("remove", false, () => this.#remove(index)));
    return element("li", { class: "il-entries__item" }, entry, tools);
  }

  #append(): void {
    const { items = {} } = this.#place.model;
    this.#replace([...this.#entries, accepts(items, "object") ? {} : ""]);
    this.#focus(this.#entries.length - 1);
  }

  #move(index: number, by: number): void {
    const entries = [...this.#entries];
    const [moved] = entries.splice(index, 1);
    entries.splice(index + by, 0, moved);
    this.#replace(entries);
    const tools = this.#list.children[index + by];
    const wanted = tools?.querySelector<HTMLButtonElement>(`[data-il-do=${by < 0 ? "up" : "down"}]`);
    (wanted?.disabled === false ? wanted : tools?.querySelector<HTMLElement>("[data-il-do=remove]"))?.focus();
    this.#said.textContent = this.#kit.texts.get("forms.moved", { n: index + by + 1 });
  }

  #remove(index: number): void {
    const name = this.#nameOf(index);
    this.#replace(this.#entries.filter((_, place) => place !== index));
    if (this.#entries.length > 0) this.#focus(Math.min(index, this.#entries.length - 1));
    else this.#add.focus();
    this.#said.textContent = this.#kit.texts.get("forms.removed", { name });
  }

  #replace(entries: readonly unknown[]): void {
    this.#kit.state.set(this.#place.pointer, entries.length > 0 ? entries : undefined);
    this.#show();
  }

  #focus(index: number): void {
    this.#list.children[index]?.querySelector<HTMLElement>("input, textarea, select")?.focus();
  }

  #nameOf(index: number): string {
    const entry = this.#entries[index];
    const name = typeof entry === "string" ? entry : isBlock(entry) ? this.#blockName(entry) : "";
    return name === "" ? `${nameOf(this.#place)} ${index + 1}` : name;
  }

  #blockName(entry: Readonly<Record<string, unknown>>): string {
    const value = isLocalised(this.#place.model.items ?? {}) ? entry : NAMES.map((key) => entry[key]).find((each) => each !== undefined);
    return typeof value === "string" ? value : isBlock(value) ? spoken(value as Readonly<Record<string, string>>, this.#kit.language) : "";
  }
}

/** Identifiers are made from names while nobody has written one. */
export function followName(kit: Kit, { model, pointer }: FieldPlace, block: HTMLElement): void {
  if (model.required?.includes("id") !== true) return;
  const source = ["title", "name", "partner"].find((key) => model.properties?.[key] !== undefined);
  let made = kit.state.textAt([...pointer, "id"]) === "" ? "" : undefined;
  block.addEventListener("input", ({ target }) => {
    const field = block.querySelector<HTMLInputElement>(`#${CSS.escape(idOf([...pointer, "id"]))}`);
    if (field === null || source === undefined) return;
    if (target === field) made = undefined;
    else if (made === field.value) {
      const value = kit.state.at([...pointer, source]);
      const name = typeof value === "string" ? value : isBlock(value) ? spoken(value as Readonly<Record<string, string>>, kit.rules.languages[0] ?? "en") : "";
      made = slugified(name, kit.rules.slug);
      field.value = made;
      kit.state.set([...pointer, "id"], made === "" ? undefined : made);
    }
  });
}
