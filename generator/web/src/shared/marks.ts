// Matching words of a displayed text, wrapped in <mark>.
import { queryTerms, wordsOf } from "./analysis";

/** Append a text to an element; words that the search looked for are marked. */
export function appendMarked(parent: Element, text: string, marked: ReadonlySet<string>): void {
  let end = 0;
  for (const { start, written, folded } of marked.size > 0 ? wordsOf(text) : []) {
    if (!queryTerms(folded).some((term) => marked.has(term))) continue;
    const mark = document.createElement("mark");
    mark.textContent = written;
    parent.append(text.slice(end, start), mark);
    end = start + written.length;
  }
  parent.append(text.slice(end));
}
