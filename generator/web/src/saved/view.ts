// The list of saved searches, on the finder and beside the shortlist.
import type { SearchClient } from "../shared/client";
import { element, required } from "../shared/dom";
import { type Site, today } from "../shared/site";
import type { Texts } from "../finder/texts";
import { newKeys, readSearches, type SavedSearch, searchAt, writeSearches } from "./list";

export class SavedList {
  readonly #place: HTMLElement = required("#il-saved");
  readonly #site: Site;
  readonly #texts: Texts;
  readonly #client: () => SearchClient;
  #asked = 0;

  constructor(site: Site, texts: Texts, client: () => SearchClient) {
    this.#site = site;
    this.#texts = texts;
    this.#client = client;
    this.#place.addEventListener("click", ({ target }) => this.#onClick(target as Element));
    addEventListener("storage", () => this.show());
  }

  show(): void {
    const searches = readSearches();
    this.#place.hidden = searches.length === 0;
    required("#il-saved-count", this.#place).textContent = String(searches.length);
    required("#il-saved-list", this.#place).replaceChildren(
      element("ul", { class: "il-saved__list" }, ...searches.map((search) => this.#item(search))),
    );
    void this.#countNews(searches);
  }

  say(text: string): void {
    required("#il-saved-status").textContent = text;
  }

  #item({ name, address }: SavedSearch): HTMLElement {
    const find = new URL(this.#place.dataset["ilFind"] ?? "", document.baseURI).href;
    const link = element("a", { href: find + address }, name);
    const news = element("span", { class: "il-badge il-badge--new", hidden: true });
    const label = this.#texts.get("saved.delete", { name });
    const remove = element("button", { type: "button", class: "il-saved__delete", "data-il-address": address, "aria-label": label, title: label });
    return element("li", { class: "il-saved__item" }, link, " ", news, remove);
  }

  async #countNews(searches: readonly SavedSearch[]): Promise<void> {
    const asked = ++this.#asked;
    const badges = [...this.#place.querySelectorAll<HTMLElement>(".il-badge--new")];
    const day = today(this.#site.timeZone);
    let sum = 0;
    for (const [place, search] of searches.entries()) {
      const found = await this.#client().keys(searchAt(search.address, day)).catch(() => []);
      if (asked !== this.#asked) return;
      const count = newKeys(search, found, day).size;
      sum += count;
      const badge = badges[place];
      if (badge === undefined || count === 0) continue;
      badge.hidden = false;
      badge.textContent = this.#texts.count("saved.new", count);
    }
    required("#il-saved-news", this.#place).textContent = sum > 0 ? this.#texts.count("saved.new", sum) : "";
    this.#place.dataset["ilState"] = "counted";
  }

  #onClick(target: Element): void {
    const button = target.closest<HTMLElement>("[data-il-address]");
    if (button === null) return;
    const address = button.dataset["ilAddress"];
    const place = [...this.#place.querySelectorAll("[data-il-address]")].indexOf(button);
    const kept = writeSearches(readSearches().filter((search) => search.address !== address));
    this.say(this.#texts.get(kept ? "saved.deleted" : "saved.failed"));
    this.show();
    const others = this.#place.querySelectorAll<HTMLElement>("[data-il-address]");
    (others[Math.min(place, others.length - 1)] ?? required<HTMLElement>("#il-saved-status")).focus();
    document.dispatchEvent(new Event("il-saved"));
  }
}
