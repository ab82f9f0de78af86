// What readers will see: a card as in the lists, and the page in plain lines.
import { element } from "../shared/dom";
import type { Texts } from "../finder/texts";
import { spoken } from "./fields/kit";
import { childModel, type FormModel, isLocalised, type Localised, type Model } from "./model";
import { type Block, isBlock, isList } from "./values";

const BADGES = ["type", "organisation_type", "kind", "stage"];
const FACTS = ["cooperation", "ecosystems", "technologies", "countries", "published", "expires", "start", "country"];
const HEADINGS = ["title", "name"];

export class Preview {
  readonly #place: HTMLElement;
  readonly #form: FormModel;
  readonly #texts: Texts;
  readonly #language: string;

  constructor(place: HTMLElement, form: FormModel, texts: Texts, language: string) {
    [this.#place, this.#form, this.#texts, this.#language] = [place, form, texts, language];
  }

  show(value: Block): void {
    const page = element("details", { class: "il-preview__page" }, element("summary", {}, this.#texts.get("forms.preview-page")), this.#lines(value, this.#form.model));
    page.open = this.#place.querySelector("details")?.open ?? false;
    this.#place.replaceChildren(...this.#cards(value), page);
  }

  #cards(value: Block): HTMLElement[] {
    const list = Object.values(value).find((child) => isList(child) && child.some(isBlock));
    const isActivities = ["initiatives", "partnerships", "events"].includes(this.#form.kind);
    if (!isActivities) return [this.#card(value, this.#form.model)];
    const model = Object.values(this.#form.model.properties ?? {})[0]?.items ?? {};
    return (isList(list) ? list : []).filter(isBlock).slice(-3).map((entry) => this.#card(entry, model));
  }

  #card(value: Block, model: Model): HTMLElement {
    const title = HEADINGS.map((key) => this.#text(value[key])).find((text) => text !== "") ?? this.#text(value["partner"]);
    const badges = BADGES.filter((key) => value[key] !== undefined).map((key) => this.#words(value[key], childModel(model, key)).join(", "));
    const facts = FACTS.filter((key) => value[key] !== undefined).map((key) => element("li", {}, this.#words(value[key], childModel(model, key)).join(", ")));
    const heading = element("p", { class: "il-preview__title" }, title === "" ? this.#texts.get("forms.preview-untitled") : title);
    const summary = this.#text(value["summary"] ?? value["text"] ?? value["subject"]);
    return element("div", { class: "il-preview__card" }, element("p", { class: "il-preview__kind" }, badges.join(" · ")), heading, element("p", {}, summary), element("ul", { class: "il-preview__facts" }, ...facts));
  }

  #lines(value: Block, model: Model): HTMLElement {
    const lines = Object.entries(value).flatMap(([key, child]) => {
      const known = childModel(model, key);
      return known === undefined || key === "machine_translated" ? [] : [element("div", {}, element("dt", {}, known.label ?? key), element("dd", {}, this.#content(child, known)))];
    });
    return element("dl", { class: "il-preview__lines" }, ...lines);
  }

  #content(value: unknown, model: Model): Node {
    if (isLocalised(model)) return paragraphs(this.#text(value));
    if (isList(value) && value.some(isBlock) && !isLocalised(model.items ?? {})) {
      return element("ol", {}, ...value.filter(isBlock).map((item) => element("li", {}, this.#lines(item, model.items ?? {}))));
    }
    if (isBlock(value)) return this.#lines(value, model);
    return document.createTextNode(this.#words(value, model).join(", "));
  }

  #words(value: unknown, model: Model | undefined): string[] {
    if (isList(value)) return value.flatMap((item) => this.#words(item, model?.items));
    if (isBlock(value)) return [this.#text(value)];
    if (typeof value === "boolean") return [this.#texts.get(value ? "forms.yes" : "forms.no")];
    const code = String(value ?? "");
    return [this.#form.lists[model?.list ?? ""]?.find(([known]) => known === code)?.[1] ?? code];
  }

  #text(value: unknown): string {
    if (typeof value === "string") return value;
    const text = isBlock(value) ? spoken(value as Localised, this.#language) : "";
    return typeof text === "string" ? text : "";
  }
}

function paragraphs(text: string): Node {
  const fragment = document.createDocumentFragment();
  fragment.append(...text.split(/\n{2,}/).map((part) => element("p", {}, part)));
  return fragment;
}
