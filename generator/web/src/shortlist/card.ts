// One entry of the shortlist: what it is, a note of one's own, and whether it is compared.
import { element } from "../shared/dom";
import { whatItIs } from "../shared/labels";
import type { Hit } from "../shared/protocol";
import type { Texts } from "../finder/texts";
import type { FactReader } from "./facts";
import { LONGEST_NOTE, type Starred } from "./list";

export interface CardParts {
  readonly texts: Texts;
  readonly facts: FactReader;
  readonly root: string;
  /** Of a list that somebody shared, neither notes nor removal. */
  readonly own: boolean;
}

export function entryCard(item: Starred, hit: Hit, { texts, facts, root, own }: CardParts): HTMLElement {
  const kind = element("span", { class: `il-badge il-badge--${hit.kind}` }, whatItIs(hit).label);
  const state = element("span", { class: "il-card__facts" }, hit.kind === "cluster" ? "" : facts.state(hit));
  const link = element("a", { href: new URL(hit.url, root).href, lang: hit.lang }, hit.title);
  const card = element("li", { class: "il-kept-card", "data-il-item": item.key });
  card.append(
    element("p", { class: "il-card__meta" }, kind, " ", state),
    element("h2", { class: "il-kept-card__title" }, link),
    element("p", { class: "il-card__subtitle" }, hit.subtitle),
    element("p", { class: "il-card__text", lang: hit.lang }, hit.excerpt),
  );
  if (own) card.append(noteField(item, hit.title, texts));
  card.append(actions(item, hit.title, texts, own));
  return card;
}

/** What was starred and isn't here any more: its note stays until its owner lets go of it. */
export function lostCard(item: Starred, { texts, own }: CardParts): HTMLElement {
  const title = item.title || item.key;
  const card = element("li", { class: "il-kept-card il-kept-card--lost", "data-il-item": item.key });
  card.append(
    element("p", { class: "il-card__meta" }, element("span", { class: "il-badge il-badge--archived" }, texts.get("shortlist.gone"))),
    element("h2", { class: "il-kept-card__title" }, title),
    element("p", { class: "il-card__text" }, texts.get("shortlist.gone-help", { key: item.key })),
  );
  if (own && item.note !== "") card.append(noteField(item, title, texts));
  if (own) card.append(element("p", { class: "il-kept-card__actions" }, removeButton(title, texts)));
  return card;
}

function noteField({ key, note }: Starred, title: string, texts: Texts): HTMLElement {
  const id = `il-note-${key.replaceAll("/", "-")}`;
  const field = element("textarea", { id, rows: "2", maxlength: String(LONGEST_NOTE), "data-il-note": true });
  field.value = note;
  const name = element("span", { class: "il-visually-hidden" }, `: ${title}`);
  const label = element("label", { for: id }, texts.get("shortlist.note"), name);
  // On paper a field shows only as much as it is high.
  const printed = element("p", { class: "il-kept-card__printed", "aria-hidden": "true" }, note);
  return element("div", { class: "il-kept-card__note" }, label, field, printed);
}

function actions({ key }: Starred, title: string, texts: Texts, own: boolean): HTMLElement {
  const box = element("input", { type: "checkbox", "data-il-compare": key });
  const name = element("span", { class: "il-visually-hidden" }, `: ${title}`);
  const compare = element("label", { class: "il-kept-card__compare" }, box, " ", texts.get("shortlist.compare-this"), name);
  return element("p", { class: "il-kept-card__actions" }, compare, ...(own ? [removeButton(title, texts)] : []));
}

function removeButton(title: string, texts: Texts): HTMLElement {
  const name = element("span", { class: "il-visually-hidden" }, `: ${title}`);
  return element("button", { type: "button", class: "il-link-button", "data-il-do": "remove" }, texts.get("shortlist.remove"), name);
}
