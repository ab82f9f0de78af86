// What visitors can do with a search beyond looking at it: keep results, save it, describe what they need instead.
import { DescribePanel } from "../describe/panel";
import { SavedSearches, type Shown } from "../saved/finder";
import type { Site } from "../shared/site";
import { addStars } from "../shortlist/button";
import { readTexts } from "./texts";

export function attachServices(page: HTMLElement, site: Site): void {
  const texts = readTexts(site.language, "il-service-texts");
  const saved = new SavedSearches(site, texts);
  new DescribePanel(page, site, texts);
  document.addEventListener("il-results", (event) => {
    addStars(texts);
    void saved.follow((event as CustomEvent<Shown>).detail);
  });
}
