// One worker per page, started by the first search; header and finder share it.
import type { Search, SearchAnswer, SearchRequest, SearchResult } from "./protocol";
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
  }

  /** Search; the promise is rejected if the search can't be loaded. */
  search(search: Search): Promise<SearchResult> {
    const id = ++this.#last;
    const { root, language } = this.#site;
    const request: SearchRequest = { ...search, id, root, language };
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, (answer) => ("result" in answer ? resolve(answer.result) : reject(new Error("search failed"))));
      this.#worker.postMessage(request);
    });
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

export function sharedClient(): SearchClient {
  window.ilSearch ??= new SearchClient(readSite());
  return window.ilSearch;
}
