// A star for what a script draws; the script of every page brings it to life.
import { element } from "../shared/dom";
import type { Texts } from "../finder/texts";
import { isStarKey } from "./list";

export function starButton(key: string, title: string, texts: Texts): HTMLElement | string {
  if (!isStarKey(key)) return "";
  const label = texts.get("shortlist.star", { name: title });
  return element("button", { type: "button", class: "il-star", "data-il-star": key, "aria-label": label, title: label, hidden: true });
}

/** Give each result of the finder its star. */
export function addStars(texts: Texts): void {
  for (const shown of document.querySelectorAll<HTMLElement>("#il-finder [data-result]")) {
    const title = shown.querySelector("a")?.textContent ?? "";
    if (shown.querySelector("[data-il-star]") !== null) continue;
    (shown.querySelector("article, th") ?? shown).append(starButton(shown.dataset["result"] ?? "", title, texts));
  }
  document.dispatchEvent(new Event("il-stars"));
}
