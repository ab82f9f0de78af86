// The matches of a description, each with what speaks for it in words.
import { element } from "../shared/dom";
import { whatItIs } from "../shared/labels";
import type { DescribedMatch, MatchReason } from "../shared/protocol";
import type { Texts } from "../finder/texts";
import { starButton } from "../shortlist/button";

export function matchList(matches: readonly DescribedMatch[], texts: Texts, root: string): HTMLElement {
  if (matches.length === 0) return element("p", { class: "il-empty" }, texts.get("describe.no-match"));
  const items = matches.map((match) => element("li", { class: "il-results__item", "data-match": match.hit.key }, card(match, texts, root)));
  return element("ol", { class: "il-results" }, ...items);
}

function card({ hit, reasons }: DescribedMatch, texts: Texts, root: string): HTMLElement {
  const badge = element("span", { class: `il-badge il-badge--${hit.kind}` }, whatItIs(hit).label);
  const link = element("a", { href: new URL(hit.url, root).href, lang: hit.lang }, hit.title);
  const told = reasons.map((reason) => element("li", {}, ...tell(reason, texts)));
  return element(
    "article",
    { class: "il-card" },
    element("p", { class: "il-card__meta" }, badge),
    element("h3", { class: "il-card__title" }, link),
    element("p", { class: "il-card__subtitle", lang: hit.lang }, hit.subtitle),
    element("ul", { class: "il-reasons" }, ...told),
    starButton(hit.key, hit.title, texts),
  );
}

function tell({ kind, terms }: MatchReason, texts: Texts): (Node | string)[] {
  if (kind === "type") return [texts.get(`describe.reason.type.${terms[0] ?? "seeks"}`)];
  return [texts.get(`describe.reason.${kind}`), " ", element("strong", {}, terms.join(", "))];
}
