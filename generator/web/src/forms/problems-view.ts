// Problems beside the fields that have them, and all of them in a list with links.
import { element } from "../shared/dom";
import type { Texts } from "../finder/texts";
import type { Found } from "./entry";
import { type Said, say } from "./messages";
import type { Pointer, Words } from "./model";
import { pointerText } from "./schema";

const RANKS = ["error", "warning", "notice"] as const;

interface Shown {
  readonly found: Found;
  readonly said: Said;
  readonly place: HTMLElement | undefined;
}

export class ProblemsView {
  readonly #fields: HTMLElement;
  readonly #summary: HTMLElement;
  readonly #words: Words;
  readonly #texts: Texts;
  readonly #home: string;
  readonly #touched = new Set<string>();
  #all = false;

  constructor(fields: HTMLElement, summary: HTMLElement, words: Words, texts: Texts, home: string) {
    [this.#fields, this.#summary, this.#words, this.#texts, this.#home] = [fields, summary, words, texts, home];
    this.#summary.addEventListener("click", (event) => this.#onLink(event));
  }

  touch(pointer: Pointer): void {
    this.#touched.add(pointerText(pointer));
  }

  /** From now on also say what is wrong with fields that nobody has come to yet. */
  showAll(): void {
    this.#all = true;
  }

  show(problems: readonly Found[]): void {
    const shown = problems.map((found) => ({ found, said: say(found, this.#words), place: this.#placeOf(targetOf(found)) }));
    for (const place of this.#fields.querySelectorAll<HTMLElement>("[data-il-problems]")) {
      const own = shown.filter((each) => each.place === place && this.#isDue(each.found));
      const lines = own.map(({ said, found }) => problemLine(said, found, this.#home));
      if (place.childElementCount > 0 || lines.length > 0) place.replaceChildren(...lines);
      markControls(place, own.some(({ said }) => said.severity === "error"));
    }
    this.#showSummary(this.#all ? shown : []);
  }

  /** Whether somebody has been at the field, or at one in the same block. */
  #isDue(found: Found): boolean {
    const target = pointerText(targetOf(found));
    return this.#all || [...this.#touched].some((touched) => touched === target || touched.startsWith(`${target}/`) || target.startsWith(`${touched}/`));
  }

  /** The nearest place to a value where problems can be shown. */
  #placeOf(pointer: Pointer): HTMLElement | undefined {
    for (let length = pointer.length; length > 0; length--) {
      const place = this.#fields.querySelector<HTMLElement>(`[data-il-problems="${CSS.escape(pointerText(pointer.slice(0, length)))}"]`);
      if (place !== null) return place;
    }
    return undefined;
  }

  #showSummary(shown: readonly Shown[]): void {
    const sorted = RANKS.flatMap((rank) => shown.filter(({ said }) => said.severity === rank));
    const errors = shown.filter(({ said }) => said.severity === "error").length;
    const heading = element("h2", {}, errors > 0 ? this.#texts.count("forms.errors", errors) : this.#texts.get("forms.no-errors"));
    const lines = sorted.map((each) => element("li", {}, summaryLine(each, this.#texts)));
    this.#summary.replaceChildren(...(this.#all && shown.length > 0 ? [heading, element("ul", {}, ...lines)] : []));
    this.#summary.hidden = !this.#all || shown.length === 0;
  }

  #onLink(event: Event): void {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const target = link === null ? null : document.getElementById(link.hash.slice(1));
    if (target === null) return;
    event.preventDefault();
    reveal(target);
    target.focus();
  }
}

/** The value that has to be changed: of a field that is missing, its place. */
export function targetOf({ code, pointer, params }: Found): Pointer {
  if (code === "IL301") return [...pointer, String(params["key"])];
  if (code === "IL411") return String(params["key"]).split(", ")[0]?.split(".") ?? pointer;
  return pointer;
}

function problemLine(said: Said, { code }: Found, home: string): HTMLElement {
  const link = element("a", { href: `${home}contribute/problems/${code.toLowerCase()}/`, target: "_blank" }, code);
  return element("p", { class: `il-problem il-problem--${said.severity}` }, `${said.message} ${said.remedy} `, link);
}

function summaryLine({ said, place }: Shown, texts: Texts): HTMLElement {
  const group = place?.closest<HTMLElement>("[data-il-field]");
  const words = [element("strong", {}, `${texts.get(`severity.${said.severity}`)}: `), nameOf(group), said.message];
  const control = group?.querySelector<HTMLElement>("input, textarea, select, button") ?? group;
  if (control == null) return element("span", {}, ...words);
  if (control.id === "") control.id = `${group?.id || "f"}--first`;
  return element("a", { href: `#${control.id}` }, ...words);
}

/** What a field is called; the text of one language by its field and the language. */
function nameOf(group: HTMLElement | null | undefined): string {
  const name = (of: Element | null | undefined): string => of?.querySelector(".il-field__label, label")?.firstChild?.textContent ?? "";
  const isColumn = group?.classList.contains("il-languages__column") === true;
  const whole = isColumn ? `${name(group?.parentElement?.closest("[data-il-field]"))} (${name(group)})` : name(group);
  return whole === "" ? "" : `${whole} – `;
}

function markControls(place: HTMLElement, wrong: boolean): void {
  const field = place.closest<HTMLElement>("[data-il-field]");
  for (const control of field?.querySelectorAll<HTMLElement>("input, textarea, select") ?? []) {
    if (control.closest("[data-il-field]") !== field) continue;
    if (wrong) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }
}

function reveal(target: HTMLElement): void {
  for (let above: HTMLElement | null = target; above !== null; above = above.parentElement) {
    if (above instanceof HTMLDetailsElement) above.open = true;
  }
}
