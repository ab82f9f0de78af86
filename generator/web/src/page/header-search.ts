// Suggestions under the header's search box (a combobox); without them the form is a plain link to the finder.
import { sharedClient } from "../shared/client";
import type { SearchResult } from "../shared/protocol";
import { readSite, type Site, today } from "../shared/site";
import { Listbox } from "./listbox";

const MOST_SUGGESTIONS = 6;

export function attachHeaderSearch(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>("input[type=search]");
  input?.addEventListener("focus", () => new HeaderSearch(form, input), { once: true });
}

class HeaderSearch {
  readonly #input: HTMLInputElement;
  readonly #site: Site = readSite();
  readonly #list: Listbox;
  #asking = new AbortController();

  constructor(form: HTMLFormElement, input: HTMLInputElement) {
    this.#input = input;
    const { ilLabel = "", ilCount = "{n}" } = form.dataset;
    this.#list = new Listbox(form, input, { label: ilLabel, count: ilCount });
    input.addEventListener("input", () => void this.#suggest());
    input.addEventListener("keydown", (event) => this.#onKey(event));
    form.addEventListener("focusout", (event) => {
      if (!form.contains(event.relatedTarget as Node | null)) this.#list.close();
    });
    void this.#suggest();
  }

  async #suggest(): Promise<void> {
    const query = this.#input.value;
    const result = query.trim() === "" ? undefined : await this.#search(query);
    // Answers to what was typed before are of no use any more.
    if (query !== this.#input.value || document.activeElement !== this.#input) return;
    if (result === undefined) this.#list.close();
    else this.#list.show(result.hits, new Set(result.marked), this.#site.root);
  }

  async #search(query: string): Promise<SearchResult | undefined> {
    const limits = { limit: MOST_SUGGESTIONS, loadedLimit: MOST_SUGGESTIONS, groups: [] };
    const rest = { filters: new Map(), archived: false, sort: "relevance", ...limits } as const;
    this.#asking.abort();
    this.#asking = new AbortController();
    // The form still leads to the finder, which says what is wrong.
    return sharedClient()
      .search({ ...rest, query, today: today(this.#site.timeZone) }, this.#asking.signal)
      .catch(() => undefined);
  }

  #onKey(event: KeyboardEvent): void {
    const keys: Record<string, (() => boolean) | undefined> = {
      ArrowDown: () => this.#list.move(1),
      ArrowUp: () => this.#list.move(-1),
      Enter: () => this.#list.follow(),
      Escape: () => this.#list.close(),
    };
    if (!event.isComposing && keys[event.key]?.() === true) event.preventDefault();
  }
}
