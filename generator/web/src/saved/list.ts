// Saved searches: what they say, where they lead, and what was found at the last visit.
import { isObject, readKept, textOf, writeKept } from "../shared/kept";
import type { FoundKey, Search } from "../shared/protocol";
import { type FinderState, formatState, parseState } from "../finder/state";

const MOST = 50;
const MOST_SEEN = 20_000;
const MOST_NAMES = 100;
const LONGEST_NAME = 200;
const LONGEST_ADDRESS = 2_000;
const RECORD = /^[a-z]+\/[a-z0-9][a-z0-9/-]{0,200}$/;
/** What is published on a day; of an event the search knows when it begins. */
const DATED = /^(?:offer|interest)\//;
const DAY = /^\d{4}-\d\d-\d\d$/;
const OWN_PARAMETERS: ReadonlySet<string> = new Set(["q", "archived", "sort", "view", "page"]);

export interface SavedSearch {
  readonly name: string;
  /** The finder's parameters, as `?q=laser&country=DE`; empty for everything. */
  readonly address: string;
  /** The keys of what it found at the last visit. */
  readonly seen: readonly string[];
  /** The day of the last visit. */
  readonly visited: string;
}

export function readSearches(): SavedSearch[] {
  const kept = readKept("searches");
  const searches = Array.isArray(kept) ? kept.slice(0, MOST).flatMap(readSearch) : [];
  return [...new Map(searches.map((search) => [search.address, search])).values()];
}

export function writeSearches(searches: readonly SavedSearch[]): boolean {
  return searches.length <= MOST && writeKept("searches", searches);
}

/** The address by which a search is known, however its results are looked at. */
export function addressOf(state: FinderState): string {
  return formatState({ ...state, query: state.query.trim(), view: "list", page: 1 });
}

/** The search behind an address; whatever somebody wrote there, it becomes words and codes. */
export function searchAt(address: string, today: string): Search {
  const names = [...new Set(new URLSearchParams(address).keys())].slice(0, MOST_NAMES);
  const state = parseState(address, names.filter((name) => !OWN_PARAMETERS.has(name)));
  return { ...state, limit: 0, loadedLimit: 0, groups: [], today };
}

/** What a search finds now and didn't at the last visit, or what was published anew since. */
export function newKeys({ seen, visited }: SavedSearch, found: readonly FoundKey[], today: string): Set<string> {
  const known = new Set(seen);
  // Of a search that found more than can be kept, nobody knows what else was there.
  const isKnown = (key: string): boolean => known.has(key) || known.size >= MOST_SEEN;
  const again = ({ key, published }: FoundKey): boolean => DATED.test(key) && published > visited && published <= today;
  return new Set(found.filter((entry) => !isKnown(entry.key) || again(entry)).map(({ key }) => key));
}

function readSearch(search: unknown): SavedSearch[] {
  if (!isObject(search)) return [];
  const { name, address, seen, visited } = search;
  const known = Array.isArray(seen) ? seen.slice(0, MOST_SEEN).filter((key) => typeof key === "string" && RECORD.test(key)) : [];
  const label = textOf(name, LONGEST_NAME).trim();
  if (label === "" || typeof address !== "string" || typeof visited !== "string" || !DAY.test(visited)) return [];
  const parameters = new URLSearchParams(address.slice(0, LONGEST_ADDRESS)).toString();
  return [{ name: label, address: parameters === "" ? "" : `?${parameters}`, seen: known, visited }];
}
