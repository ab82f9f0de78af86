// What the finder shows is said by its address alone: it can be shared, kept and gone back to.
import { type Filters, type Search, SORTS, type Sort } from "../shared/protocol";

export const VIEWS = ["list", "table", "map"] as const;
export type View = (typeof VIEWS)[number];

export const PAGE_SIZE = 20;
/** A map shows all results at once, up to this number. */
const MOST_ON_A_MAP = 2000;
/** Where results have to be loaded first, it shows fewer of them at once. */
const LOADED_ON_A_MAP = 100;
const MOST_LOADED = 1000;
/** Of the last page of a list so many are loaded at once, and the others when somebody comes near them. */
const LOADED_AT_ONCE = 5;
const MOST_PAGES = 500;
const LONGEST_QUERY = 300;
const LONGEST_CODE = 100;
const MOST_CODES = 100;

export interface FinderState {
  readonly query: string;
  readonly filters: Filters;
  readonly archived: boolean;
  readonly sort: Sort;
  readonly view: View;
  /** How many pages of results are shown below each other. */
  readonly page: number;
}

/** How many results are shown, in a small directory and where each has to be loaded first. */
export type Limits = Pick<Search, "limit" | "loadedLimit">;

/** The facets' names are the parameters' names; whatever else an address says is ignored. */
export function parseState(search: string, facets: readonly string[]): FinderState {
  const parameters = new URLSearchParams(search);
  const selected = facets.map((facet) => [facet, codesOf(parameters, facet)] as const);
  return {
    query: asQuery(parameters.get("q") ?? ""),
    filters: new Map(selected.filter(([, codes]) => codes.size > 0)),
    archived: parameters.get("archived") === "1",
    sort: oneOf(SORTS, parameters.get("sort")),
    view: oneOf(VIEWS, parameters.get("view")),
    page: Math.min(MOST_PAGES, Math.max(1, Math.trunc(Number(parameters.get("page"))) || 1)),
  };
}

/** A text as far as it is looked for. */
export function asQuery(text: string): string {
  return text.slice(0, LONGEST_QUERY);
}

/** The shortest address parameters that say a state. */
export function formatState({ query, filters, archived, sort, view, page }: FinderState): string {
  const parameters = new URLSearchParams();
  if (query.trim() !== "") parameters.set("q", query);
  for (const [facet, codes] of filters) {
    for (const code of codes) parameters.append(facet, code);
  }
  if (archived) parameters.set("archived", "1");
  if (sort !== SORTS[0]) parameters.set("sort", sort);
  if (view !== VIEWS[0]) parameters.set("view", view);
  if (page > 1) parameters.set("page", String(page));
  const written = parameters.toString();
  return written === "" ? "" : `?${written}`;
}

/** How many results a state shows. */
export function shownAtMost({ view, page }: FinderState): Limits {
  const [limit, loaded] = view === "map" ? [MOST_ON_A_MAP, page * LOADED_ON_A_MAP] : [page * PAGE_SIZE, page * PAGE_SIZE];
  return { limit, loadedLimit: Math.min(loaded, MOST_LOADED) };
}

/** How many of them are asked for at once: rows and points are small, cards fill a screen. */
export function shownAtOnce(state: FinderState): Limits {
  const { limit, loadedLimit } = shownAtMost(state);
  return state.view === "list" ? { limit, loadedLimit: loadedLimit - PAGE_SIZE + LOADED_AT_ONCE } : { limit, loadedLimit };
}

/** A state with one code of a facet selected or not. */
export function toggle(state: FinderState, facet: string, code: string, selected: boolean): FinderState {
  const codes = new Set(state.filters.get(facet));
  if (selected) codes.add(code);
  else codes.delete(code);
  const filters = new Map(state.filters).set(facet, codes);
  if (codes.size === 0) filters.delete(facet);
  return { ...state, filters, page: 1 };
}

export function countSelected({ filters }: FinderState): number {
  return [...filters.values()].reduce((sum, codes) => sum + codes.size, 0);
}

function codesOf(parameters: URLSearchParams, facet: string): Set<string> {
  const codes = parameters.getAll(facet).filter((code) => code.length <= LONGEST_CODE);
  return new Set(codes.slice(0, MOST_CODES));
}

function oneOf<Value extends string>(values: readonly [Value, ...Value[]], asked: string | null): Value {
  return values.find((value) => value === asked) ?? values[0];
}
