// Light or dark: the system decides until the visitor does. Only that choice is kept, in this browser.
export type Scheme = "light" | "dark";

const KEY = "inolink.scheme";

export function chosenScheme(): Scheme | undefined {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "light" || kept === "dark" ? kept : undefined;
  } catch {
    return undefined; // storage may be forbidden
  }
}

export function applyScheme(scheme: Scheme | undefined): void {
  if (scheme === undefined) delete document.documentElement.dataset["scheme"];
  else document.documentElement.dataset["scheme"] = scheme;
}

export function keepScheme(scheme: Scheme): void {
  try {
    localStorage.setItem(KEY, scheme);
  } catch {
    // It holds for this page then.
  }
}
