import { sharedClient } from "../shared/client";
import { element, required, setAttributes } from "../shared/dom";
import { type Search, SORTS, type SearchResult } from "../shared/protocol";
import { type Site, today } from "../shared/site";
import { FilterColumn } from "./filters";
import { notes, nothingFound } from "./help";
import { StateHistory } from "./history";
import { rest } from "./rest";
import { ResultView } from "./results";
import { asQuery, countSelected, type FinderState, type Limits, parseState, shownAtMost, shownAtOnce, VIEWS } from "./state";
import type { Texts } from "./texts";

const TYPING_PAUSE = 80;

/** The finder's page: its controls change the state, each state asks for results, results are shown. */
export class Finder {
  readonly #page: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #site: Site;
  readonly #texts: Texts;
  readonly #history: StateHistory;
  readonly #filters: FilterColumn;
  readonly #results: ResultView;
  readonly #facets: readonly string[];
  /** Ends what is asked for as soon as something else is. */
  #asking = new AbortController();
  #counted: ReadonlySet<string> = new Set();
  #pause: number | undefined;

  constructor(page: HTMLElement, site: Site, texts: Texts) {
    this.#page = page;
    this.#site = site;
    this.#texts = texts;
    this.#facets = (page.dataset["ilFacets"] ?? "").split(" ");
    this.#input = required("input[type=search]", page);
    this.#history = new StateHistory(this.#facets, ({ query }) => {
      this.#input.value = query;
      void this.#update();
    });
    const change = (made: (state: FinderState) => FinderState): void => this.#go(made(this.#history.state));
    this.#filters = new FilterColumn(this.#part("facets"), texts, this.#facets, change, (facet) => void this.#count([facet]));
    this.#results = new ResultView(texts, site.root, site.language);
    this.#attach();
    this.#input.value = this.#history.state.query;
    this.#page.hidden = false;
    void this.#update();
  }

  #attach(): void {
    this.#input.addEventListener("input", () => this.#onInput());
    this.#page.addEventListener("submit", (event) => this.#onSubmit(event));
    this.#page.addEventListener("change", (event) => this.#onChange(event.target as HTMLElement));
    this.#page.addEventListener("click", (event) => this.#onClick(event));
    const wide = window.matchMedia("(min-width: 60em)");
    const fit = (): void => setAttributes(this.#part("filters"), { open: wide.matches });
    wide.addEventListener("change", fit);
    this.#part("filters").addEventListener("toggle", () => void this.#count(this.#visibleGroups()));
    fit();
  }

  #onInput(): void {
    window.clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => this.#typed(), TYPING_PAUSE);
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    window.clearTimeout(this.#pause);
    this.#typed();
  }

  #typed(): void {
    const query = asQuery(this.#input.value);
    if (query !== this.#history.state.query) this.#go({ query, page: 1 }, true);
  }

  #onChange(control: HTMLElement): void {
    if (control instanceof HTMLSelectElement) this.#go({ sort: SORTS.find((sort) => sort === control.value) ?? SORTS[0], page: 1 });
    if (control === this.#part("archived")) this.#go({ archived: (control as HTMLInputElement).checked, page: 1 });
  }

  #onClick(event: MouseEvent): void {
    const control = (event.target as Element).closest<HTMLElement>("[data-il-do], a[data-il-state]");
    if (control === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (control instanceof HTMLAnchorElement) {
      event.preventDefault();
      return this.#go(parseState(control.search, this.#facets));
    }
    const { state } = this.#history;
    const view = VIEWS.find((known) => known === control.dataset["ilDo"]);
    if (view !== undefined) this.#go({ view });
    if (control.dataset["ilDo"] === "more") this.#go({ page: state.page + 1 });
    if (control.dataset["ilDo"] === "clear") this.#go({ filters: new Map(), page: 1 });
    if (control.dataset["ilDo"] === "retry") void this.#update();
  }

  #go(change: Partial<FinderState>, typed = false): void {
    this.#history.set({ ...this.#history.state, ...change }, typed);
    // While somebody types, the box may be ahead of the state.
    if (!typed) this.#input.value = this.#history.state.query;
    void this.#update();
  }

  async #update(): Promise<void> {
    this.#asking.abort();
    const asking = new AbortController();
    this.#asking = asking;
    this.#counted = new Set();
    const { state } = this.#history;
    try {
      // Whatever the page shows meanwhile, the search is on its way.
      const asked = sharedClient().search(this.#search(state, this.#facets, shownAtOnce(state)), asking.signal);
      this.#setState("loading");
      this.#showControls(state);
      const result = await asked;
      if (!asking.signal.aborted) this.#show(result, state);
    } catch {
      if (!asking.signal.aborted) this.#fail();
    }
  }

  #search(state: FinderState, groups: readonly string[], limits: Limits): Search {
    return { ...state, ...limits, groups, today: today(this.#site.timeZone) };
  }

  /** Show the results that weren't loaded at once, in the places that were kept for them. */
  async #showRest(places: HTMLElement, state: FinderState, shown: number): Promise<void> {
    const { signal } = this.#asking;
    const result = await sharedClient().search(this.#search(state, [], shownAtMost(state)), signal);
    if (signal.aborted) return;
    const items = this.#results.items(result, shown);
    const hadFocus = places.contains(document.activeElement);
    places.replaceWith(...items);
    if (hadFocus) items[0]?.querySelector("a")?.focus();
    this.#tell(result, state);
  }

  #tell(result: SearchResult, state: FinderState): void {
    document.dispatchEvent(new CustomEvent("il-results", { detail: { result, state } }));
  }

  #visibleGroups(): string[] {
    return (this.#part("filters") as HTMLDetailsElement).open ? this.#filters.open : [];
  }

  /** Show the numbers of facets that didn't come with the results; without them everything else still works. */
  async #count(facets: readonly string[]): Promise<void> {
    const missing = facets.filter((facet) => !this.#counted.has(facet));
    if (missing.length === 0 || this.#page.dataset["finderState"] !== "ready") return;
    const { state } = this.#history;
    const { signal } = this.#asking;
    this.#counted = new Set([...this.#counted, ...missing]);
    this.#filters.await(true);
    const counts = await sharedClient().facets(this.#search(state, missing, shownAtMost(state)), signal).catch(() => undefined);
    if (signal.aborted) return;
    if (counts === undefined) this.#counted = new Set([...this.#counted].filter((facet) => !missing.includes(facet)));
    this.#filters.show(counts ?? [], state);
    this.#filters.await(false);
  }

  #showControls({ sort, archived, view }: FinderState): void {
    required<HTMLSelectElement>("select", this.#page).value = sort;
    (this.#part("archived") as HTMLInputElement).checked = archived;
    for (const button of this.#page.querySelectorAll<HTMLElement>(".il-finder__views [data-il-do]")) {
      button.setAttribute("aria-pressed", String(button.dataset["ilDo"] === view));
    }
  }

  #show(result: SearchResult, state: FinderState): void {
    this.#filters.isWhole = result.isWhole;
    this.#filters.tick(state);
    this.#filters.show(result.facets, state);
    this.#filters.await(false);
    this.#counted = new Set(result.facets.map(({ name }) => name));
    this.#part("count").textContent = this.#texts.count("finder.count", result.total);
    this.#part("hidden").textContent = result.hidden > 0 ? `(${this.#texts.number(result.hidden)})` : "";
    const selected = countSelected(state);
    this.#part("clear").hidden = selected === 0;
    this.#part("selected").textContent = selected > 0 ? `(${selected})` : "";
    this.#part("notes").replaceChildren(...notes(result, state, this.#texts));
    const shown = result.total > 0 ? this.#results.render(result, state.view) : nothingFound(result, state, this.#texts);
    const left = result.isWhole ? 0 : Math.min(result.total, shownAtMost(state).loadedLimit) - result.hits.length;
    if (left > 0) {
      const places = rest(left, this.#texts.count("finder.rest", left), () => this.#showRest(places, state, result.hits.length));
      shown.append(places);
    }
    this.#replaceResults(shown, canShowMore(result, state));
    this.#part("browse").hidden = result.total > 0;
    this.#setState("ready");
    this.#tell(result, state);
    void this.#count(this.#visibleGroups());
  }

  #fail(): void {
    this.#part("count").textContent = "";
    this.#part("notes").replaceChildren();
    const retry = element("button", { type: "button", class: "md-button", "data-il-do": "retry" }, this.#texts.get("finder.retry"));
    const message = element("div", { class: "il-nothing", role: "alert" }, element("p", {}, this.#texts.get("finder.failed")), retry);
    this.#replaceResults(message, false);
    this.#part("browse").hidden = false;
    this.#setState("failed");
  }

  #setState(state: "loading" | "ready" | "failed"): void {
    setAttributes(this.#page, { "data-finder-state": state, "aria-busy": String(state === "loading") });
  }

  #replaceResults(shown: HTMLElement, hasMore: boolean): void {
    const more = this.#part("more");
    const place = this.#part("results");
    const before = place.querySelectorAll("[data-result]").length;
    const askedForMore = document.activeElement === more;
    place.replaceChildren(shown);
    more.hidden = !hasMore;
    // The button moves down or goes away: the first new result takes the focus.
    if (askedForMore) shown.querySelectorAll<HTMLElement>("[data-result] a")[before]?.focus();
  }

  #part(name: string): HTMLElement {
    return required(`#il-finder-${name}`, this.#page);
  }
}

function canShowMore({ hits, total, isWhole }: SearchResult, state: FinderState): boolean {
  const [now, next] = [shownAtMost(state), shownAtMost({ ...state, page: state.page + 1 })];
  const grows = isWhole ? next.limit > now.limit : next.loadedLimit > now.loadedLimit;
  return hits.length < total && grows;
}
