// What to try when a search finds nothing, or not everything that was asked for.
import { element } from "../shared/dom";
import type { SearchResult } from "../shared/protocol";
import { countSelected, formatState, type FinderState } from "./state";
import type { Texts } from "./texts";

/** A remark above the results: which words were taken for others, which entries lack a word, what a map leaves out. */
export function notes({ hits, total, complete, hidden, similar, advice }: SearchResult, state: FinderState, texts: Texts): HTMLElement[] {
  const remarks: (Node | string)[][] = [];
  if (similar.length > 0 && total > 0) {
    remarks.push([texts.get("finder.similar", { words: similar.join(", ") }), " ", ...meantLinks(advice.meant, state)]);
  }
  if (total > 0 && complete === 0 && advice.shorter !== undefined) {
    remarks.push([texts.get("finder.partial.all"), " ", shorterLink(advice.shorter, state, texts)]);
  }
  if (total > 0 && complete === 0 && hidden > 0) remarks.push([archivedLink(hidden, state, texts)]);
  if (state.view === "map" && hits.length < total) remarks.push([texts.get("finder.map.part", { shown: hits.length, total })]);
  return remarks.map((parts) => element("p", { class: "il-note" }, ...parts));
}

/** Instead of results: everything that may help, as links. */
export function nothingFound(result: SearchResult, state: FinderState, texts: Texts): HTMLElement {
  const { meant, shorter, unfiltered } = result.advice;
  const ideas: (Node | string)[][] = [];
  if (meant.length > 0) ideas.push([texts.get("finder.meant"), " ", ...meantLinks(meant, state)]);
  if (countSelected(state) > 0 && unfiltered > 0) ideas.push([unfilteredLink(unfiltered, state, texts)]);
  if (result.hidden > 0) ideas.push([archivedLink(result.hidden, state, texts)]);
  if (shorter !== undefined) ideas.push([shorterLink(shorter, state, texts)]);
  ideas.push([texts.get("finder.nothing.words")]);
  return element(
    "div",
    { class: "il-nothing" },
    element("h2", {}, texts.get("finder.nothing")),
    element("ul", {}, ...ideas.map((parts) => element("li", {}, ...parts))),
  );
}

function meantLinks(meant: readonly string[], state: FinderState): (Node | string)[] {
  return meant.flatMap((query, place) => [place > 0 ? ", " : "", link(query, { ...state, query })]);
}

function shorterLink(query: string, state: FinderState, texts: Texts): HTMLElement {
  return link(texts.get("finder.shorter", { query }), { ...state, query });
}

function unfilteredLink(n: number, state: FinderState, texts: Texts): HTMLElement {
  return link(texts.count("finder.unfiltered", n), { ...state, filters: new Map() });
}

function archivedLink(n: number, state: FinderState, texts: Texts): HTMLElement {
  return link(texts.count("finder.show-archived", n), { ...state, archived: true });
}

// A real address: the finder takes a plain click over, a new tab works as well.
function link(text: string, state: FinderState): HTMLElement {
  return element("a", { href: formatState({ ...state, page: 1 }) || "?", "data-il-state": true }, text);
}
