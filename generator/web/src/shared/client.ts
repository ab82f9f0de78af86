// One worker per page, started by the first search; header and finder share it.
import type {
  Beginning, Description, DescribeRequest, FacetCount, FoundKey, Handover, Hit, Search, SearchAnswer, SearchResult, Withdrawal, WorkerRequest,
} from "./protocol";
import { readSite, type Site } from "./site";

export class SearchClient {
  readonly #site: Site;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (answer: SearchAnswer) => void>();
  #last = 0;

  constructor(site: Site) {
    this.#site = site;
    this.#worker = new Worker(new URL("assets/bundled/search-worker.js", site.root));
    this.#worker.addEventListener("message", ({ data }: MessageEvent<SearchAnswer>) => this.#settle(data));
    this.#worker.addEventListener("error", () => this.#failAll());
    void this.#begin();
  }

  /** Begin to load what a query needs; if that fails, the search itself says so. */
  prepare(query: string): void {
    this.#ask((source) => ({ ...source, query, ask: "prepare" })).catch(() => undefined);
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

  async #begin(): Promise<void> {
    const { root, language } = this.#site;
    const asked = ["index", `display-${language}`].map((name) => bytes(new URL(`search/${name}.json`, root)));
    const files = (await Promise.all(asked).catch(() => undefined)) as Beginning;
    const handover: Handover = { ask: "begin", files };
    this.#worker.postMessage(handover, [...(files ?? [])]);
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

async function bytes(address: URL): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname}: ${response.status}`);
  return response.arrayBuffer();
}

declare global {
  interface Window {
    ilSearch?: SearchClient;
  }
}

export function sharedClient(): SearchClient {
  window.ilSearch ??= new SearchClient(readSite());
  return window.ilSearch;
}
