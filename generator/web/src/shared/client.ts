// One worker per page, started by the first search; header and finder share it.
import type {
  Description, DescribeRequest, FacetCount, FoundKey, Hit, Search, SearchAnswer, SearchResult, Start, Withdrawal, WorkerRequest,
} from "./protocol";
import { readSite, type Site } from "./site";

export class SearchClient {
  readonly #site: Site;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (answer: SearchAnswer) => void>();
  #last = 0;

  /** The worker begins to load what the search of an address needs. */
  constructor(site: Site, address?: string) {
    this.#site = site;
    const start: Start = { ...site, ...(address !== undefined && { address }) };
    this.#worker = new Worker(new URL("assets/bundled/search-worker.js", site.root), { name: JSON.stringify(start) });
    this.#worker.addEventListener("message", ({ data }: MessageEvent<SearchAnswer>) => this.#settle(data));
    this.#worker.addEventListener("error", () => this.#failAll());
  }

  /** Search; the promise is rejected if the search can't be loaded, or if nobody waits for it any more. */
  search(search: Search, signal?: AbortSignal): Promise<SearchResult> {
    return this.#ask((source) => ({ ...search, ...source, ask: "search" }), signal);
  }

  /** The counts of a search's facets. */
  facets(search: Search, signal?: AbortSignal): Promise<readonly FacetCount[]> {
    return this.#ask((source) => ({ ...search, ...source, ask: "facets" }), signal);
  }

  /** The keys of everything that a search finds. */
  keys(search: Search): Promise<readonly FoundKey[]> {
    return this.#ask((source) => ({ ...search, ...source, ask: "keys" }));
  }

  /** What is known of some entries; those that are gone are left out. */
  entries(keys: readonly string[], day: string): Promise<readonly Hit[]> {
    return this.#ask((source) => ({ ...source, keys, today: day, ask: "entries" }));
  }

  /** Who fits a description. */
  describe(description: Pick<DescribeRequest, "text" | "understood" | "today">, signal?: AbortSignal): Promise<Description> {
    return this.#ask((source) => ({ ...description, ...source, ask: "describe" }), signal);
  }

  #ask<Result>(make: (source: Site & { readonly id: number }) => WorkerRequest, signal?: AbortSignal): Promise<Result> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, (answer) => ("result" in answer ? resolve(answer.result as Result) : reject(new Error("search failed"))));
      signal?.addEventListener("abort", () => this.#withdraw(id));
      this.#worker.postMessage(make({ ...this.#site, id }));
    });
  }

  #withdraw(id: number): void {
    if (!this.#waiting.has(id)) return;
    const withdrawal: Withdrawal = { ask: "nothing", id };
    this.#worker.postMessage(withdrawal);
    this.#settle({ id, failed: true });
  }

  #settle(answer: SearchAnswer): void {
    this.#waiting.get(answer.id)?.(answer);
    this.#waiting.delete(answer.id);
  }

  #failAll(): void {
    for (const id of [...this.#waiting.keys()]) this.#settle({ id, failed: true });
  }
}

declare global {
  interface Window {
    ilSearch?: SearchClient;
  }
}

export function sharedClient(address?: string): SearchClient {
  window.ilSearch ??= new SearchClient(readSite(), address);
  return window.ilSearch;
}
