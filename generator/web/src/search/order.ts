import type { DisplayDocument, Sort } from "../shared/protocol";
import type { Match } from "./matching";

/** Beside an open entry with the same words, an archived one counts half. */
const ARCHIVED_WEIGHT = 0.5;

export interface Ranked extends Match {
  readonly document: DisplayDocument;
  readonly archived: boolean;
}

type Order = (a: Ranked, b: Ranked) => number;

/** The order that a visitor asked for; entries that it leaves equal stand by their titles. */
export function orderBy(sort: Sort, language: string): Order {
  const { compare } = new Intl.Collator(language);
  const byTitle: Order = (a, b) => compare(a.document.title, b.document.title) || a.place - b.place;
  const orders: Record<Sort, Order> = { relevance: byRelevance, newest: byNewest, closing: byClosing };
  return (a, b) => orders[sort](a, b) || byTitle(a, b);
}

function byRelevance(a: Ranked, b: Ranked): number {
  return Number(b.complete) - Number(a.complete) || weight(b) - weight(a);
}

function byNewest(a: Ranked, b: Ranked): number {
  return compareText(b.document.published ?? "", a.document.published ?? "");
}

function byClosing(a: Ranked, b: Ranked): number {
  return Number(a.archived) - Number(b.archived) || compareText(closing(a), closing(b));
}

function weight({ score, archived }: Ranked): number {
  return archived ? score * ARCHIVED_WEIGHT : score;
}

// What never closes stands behind everything that does.
function closing({ document }: Ranked): string {
  return document.closes ?? "9999";
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
