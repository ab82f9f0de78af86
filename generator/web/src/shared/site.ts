// What every page says about itself in its element #il-site, which stands before all scripts.

export interface Site {
  /** Absolute address of the site's root. */
  readonly root: string;
  readonly language: string;
  readonly timeZone: string;
}

export function readSite(): Site {
  const { root = ".", language = "en", timeZone = "UTC" } = document.querySelector<HTMLElement>("#il-site")?.dataset ?? {};
  return { root: new URL(root, document.baseURI).href, language, timeZone };
}

/** The day it is at a moment in a time zone, as `2026-11-23`. */
export function today(timeZone: string, now: Date = new Date()): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(now);
  const part = (type: string): string => parts.find((entry) => entry.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}
