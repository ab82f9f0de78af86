import { element, setAttributes } from "../shared/dom";
import { whatItIs } from "../shared/labels";
import { appendMarked } from "../shared/marks";
import type { Hit } from "../shared/protocol";

interface Texts {
  readonly label: string;
  /** How many suggestions there are, with `{n}` for the number. */
  readonly count: string;
}

/** The list of suggestions that belongs to an input: WAI-ARIA's combobox with a listbox. */
export class Listbox {
  readonly #input: HTMLInputElement;
  readonly #list = document.createElement("ul");
  readonly #status = document.createElement("span");
  readonly #texts: Texts;
  #active = -1;

  constructor(form: HTMLFormElement, input: HTMLInputElement, texts: Texts) {
    this.#input = input;
    this.#texts = texts;
    this.#list.id = `${input.id || "il-search"}-list`;
    this.#list.className = "il-suggestions";
    this.#list.hidden = true;
    this.#status.className = "il-visually-hidden";
    setAttributes(this.#list, { role: "listbox", "aria-label": texts.label });
    setAttributes(this.#status, { role: "status" });
    setAttributes(input, { role: "combobox", "aria-autocomplete": "list", "aria-controls": this.#list.id });
    setAttributes(input, { "aria-expanded": "false", autocomplete: "off" });
    // A press on an option must not take the focus from the input before the click arrives.
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
    form.append(this.#list, this.#status);
  }

  show(hits: readonly Hit[], marked: ReadonlySet<string>, root: string): void {
    this.#list.replaceChildren(...hits.map((hit, place) => this.#option(hit, place, marked, root)));
    this.#status.textContent = this.#texts.count.replace("{n}", String(hits.length));
    this.#list.hidden = hits.length === 0;
    this.#input.setAttribute("aria-expanded", String(hits.length > 0));
    this.#activate(-1);
  }

  /** Close the list; tells whether it was open. */
  close(): boolean {
    const wasOpen = !this.#list.hidden;
    this.#list.hidden = true;
    this.#input.setAttribute("aria-expanded", "false");
    this.#activate(-1);
    return wasOpen;
  }

  /** Move to the next or the previous option; from either end on to the input itself, then around. */
  move(step: number): boolean {
    if (this.#list.hidden) return false;
    const stops = this.#list.children.length + 1;
    this.#activate(((this.#active + 1 + step + stops) % stops) - 1);
    return true;
  }

  /** Open the active option; tells whether there was one. */
  follow(): boolean {
    const link = this.#list.children[this.#active]?.querySelector("a");
    link?.click();
    return link instanceof HTMLAnchorElement;
  }

  #activate(place: number): void {
    this.#active = place;
    for (const [position, option] of [...this.#list.children].entries()) {
      option.setAttribute("aria-selected", String(position === place));
    }
    const active = this.#list.children[place];
    active?.scrollIntoView({ block: "nearest" });
    if (active) this.#input.setAttribute("aria-activedescendant", active.id);
    else this.#input.removeAttribute("aria-activedescendant");
  }

  #option(hit: Hit, place: number, marked: ReadonlySet<string>, root: string): HTMLElement {
    const option = element("li", { role: "option", id: `${this.#list.id}-${place}`, "aria-selected": "false" });
    const address = new URL(hit.url, root).href;
    const link = element("a", { href: address, tabindex: "-1", class: "il-suggestions__link", lang: hit.lang });
    appendMarked(link, hit.title, marked);
    link.append(" ", element("span", { class: "il-suggestions__kind" }, whatItIs(hit).label));
    option.append(link);
    return option;
  }
}
