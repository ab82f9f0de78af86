// Saving the search that the finder shows, and marking what is new in one that was saved.
import { sharedClient } from "../shared/client";
import { element, required } from "../shared/dom";
import type { SearchResult } from "../shared/protocol";
import { type Site, today } from "../shared/site";
import type { FinderState } from "../finder/state";
import type { Texts } from "../finder/texts";
import { addressOf, newKeys, readSearches, searchAt, writeSearches } from "./list";
import { SavedList } from "./view";

export interface Shown {
  readonly result: SearchResult;
  readonly state: FinderState;
}

export class SavedSearches {
  readonly #button: HTMLElement = required("#il-saved-save");
  readonly #site: Site;
  readonly #texts: Texts;
  readonly #list: SavedList;
  /** What was new when a search was opened here; it stays marked as long as the page is open. */
  readonly #news = new Map<string, ReadonlySet<string>>();
  #shown: Shown | undefined;

  constructor(site: Site, texts: Texts) {
    this.#site = site;
    this.#texts = texts;
    this.#list = new SavedList(site, texts, sharedClient);
    this.#button.addEventListener("click", () => void this.#save());
    document.addEventListener("il-saved", () => this.#showButton());
    this.#list.show();
  }

  /** The finder shows new results. */
  async follow(shown: Shown): Promise<void> {
    this.#shown = shown;
    this.#showButton();
    const address = addressOf(shown.state);
    const isSaved = readSearches().some((search) => search.address === address);
    if (isSaved && !this.#news.has(address)) await this.#visit(address);
    if (this.#shown === shown) this.#mark(this.#news.get(address) ?? new Set());
  }

  #showButton(): void {
    const address = this.#shown && addressOf(this.#shown.state);
    const isSaved = readSearches().some((search) => search.address === address);
    this.#button.textContent = this.#texts.get(isSaved ? "saved.is-saved" : "saved.save");
    this.#button.setAttribute("aria-disabled", String(isSaved));
  }

  async #save(): Promise<void> {
    if (this.#shown === undefined || this.#button.getAttribute("aria-disabled") === "true") return;
    const { state, result } = this.#shown;
    const address = addressOf(state);
    const day = today(this.#site.timeZone);
    const found = await sharedClient().keys(searchAt(address, day)).catch(() => undefined);
    const search = { name: this.#nameOf(state, result), address, seen: found?.map(({ key }) => key) ?? [], visited: day };
    const others = readSearches().filter((other) => other.address !== address);
    const kept = found !== undefined && writeSearches([search, ...others]);
    if (kept) this.#news.set(address, new Set());
    this.#list.say(this.#texts.get(kept ? "saved.done" : "saved.failed", { name: search.name }));
    this.#list.show();
    this.#showButton();
  }

  /** What a search says: its words and the labels of its filters. */
  #nameOf({ query, filters, archived }: FinderState, { facets }: SearchResult): string {
    const labels = facets.flatMap(({ name, values }) => values.filter(({ code }) => filters.get(name)?.has(code)).map(({ label }) => label));
    const words = query.trim() === "" ? [] : [this.#texts.get("saved.words", { query: query.trim() })];
    const parts = [...words, ...labels, ...(archived ? [this.#texts.get("saved.archived")] : [])];
    return parts.join(" · ") || this.#texts.get("saved.everything");
  }

  async #visit(address: string): Promise<void> {
    const day = today(this.#site.timeZone);
    const found = await sharedClient().keys(searchAt(address, day)).catch(() => undefined);
    const search = readSearches().find((saved) => saved.address === address);
    if (found === undefined || search === undefined) return;
    this.#news.set(address, newKeys(search, found, day));
    const visited = { ...search, seen: found.map(({ key }) => key), visited: day };
    writeSearches(readSearches().map((saved) => (saved.address === address ? visited : saved)));
    this.#list.show();
  }

  #mark(keys: ReadonlySet<string>): void {
    for (const shown of document.querySelectorAll<HTMLElement>("#il-finder [data-result]")) {
      if (!keys.has(shown.dataset["result"] ?? "") || shown.querySelector(".il-badge--new") !== null) continue;
      const badge = element("span", { class: "il-badge il-badge--new" }, this.#texts.get("saved.is-new"));
      (shown.querySelector(".il-card__meta, th") ?? shown).prepend(badge, " ");
    }
  }
}
