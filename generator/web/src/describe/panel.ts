// "Describe what you need": a text, what is understood of it, and who fits. The text stays in this page.
import { sharedClient } from "../shared/client";
import { element, required } from "../shared/dom";
import { type Choice, type Description, TERM_KINDS, type Understood, type UnderstoodTerm } from "../shared/protocol";
import { type Site, today } from "../shared/site";
import type { Texts } from "../finder/texts";
import { matchList } from "./matches";

const EMPTY: Understood = { terms: [], words: [] };

export class DescribePanel {
  readonly #panel: HTMLDetailsElement = required("#il-describe");
  readonly #form: HTMLElement;
  readonly #text: HTMLTextAreaElement = required("#il-describe-text");
  readonly #add: HTMLInputElement = required("#il-describe-add");
  readonly #site: Site;
  readonly #texts: Texts;
  #understood: Understood = EMPTY;
  #choices: readonly Choice[] = [];
  #asked = 0;

  constructor(form: HTMLElement, site: Site, texts: Texts) {
    this.#form = form;
    this.#site = site;
    this.#texts = texts;
    this.#panel.addEventListener("click", ({ target }) => this.#onClick(target as Element));
    this.#panel.addEventListener("toggle", () => this.#cover());
    this.#text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void this.#read();
    });
    this.#add.addEventListener("keydown", (event) => this.#onAddKey(event));
    this.#add.addEventListener("change", () => this.#addTerm());
  }

  #onClick(target: Element): void {
    const control = target.closest<HTMLElement>("[data-il-describe]");
    const leave = control?.dataset["ilDescribe"];
    if (leave === undefined) return;
    if (leave === "read") return void this.#read();
    if (leave === "clear") return this.#clear();
    if (leave === "add") return this.#addTerm();
    this.#leaveOut(leave);
  }

  // Enter in the field must not send the finder's form.
  #onAddKey(event: KeyboardEvent): void {
    if (event.key !== "Enter") return;
    event.preventDefault();
    this.#addTerm();
  }

  #read(): Promise<void> {
    if (this.#text.value.trim() === "") {
      this.#part("status").textContent = this.#texts.get("describe.nothing-written");
      this.#text.focus();
      return Promise.resolve();
    }
    return this.#ask({ text: this.#text.value });
  }

  #clear(): void {
    this.#asked++;
    this.#text.value = "";
    this.#understood = EMPTY;
    this.#part("answer").hidden = true;
    this.#part("status").textContent = "";
    this.#cover();
    this.#text.focus();
  }

  #leaveOut(id: string): void {
    const { terms, words } = this.#understood;
    this.#understood = { terms: terms.filter((term) => idOf(term) !== id), words: words.filter((word) => `word ${word}` !== id) };
    this.#showUnderstood();
    void this.#ask({ understood: this.#understood });
  }

  #addTerm(): void {
    const asked = this.#add.value.trim().toLowerCase();
    const chosen = this.#choices.find((choice) => this.#choiceName(choice).toLowerCase() === asked || choice.label.toLowerCase() === asked);
    if (chosen === undefined || asked === "") return;
    this.#add.value = "";
    const { terms, words } = this.#understood;
    const others = terms.filter((term) => idOf(term) !== idOf(chosen) && (chosen.kind !== "type" || term.kind !== "type"));
    this.#understood = { terms: [...others, { ...chosen, words: [] }], words };
    this.#showUnderstood();
    void this.#ask({ understood: this.#understood });
  }

  async #ask(question: { readonly text: string } | { readonly understood: Understood }): Promise<void> {
    const asked = ++this.#asked;
    this.#panel.setAttribute("aria-busy", "true");
    try {
      const answer = await sharedClient().describe({ ...question, today: today(this.#site.timeZone) });
      if (asked === this.#asked) this.#show(answer);
    } catch {
      if (asked === this.#asked) this.#part("status").textContent = this.#texts.get("describe.failed");
    }
    if (asked === this.#asked) this.#panel.setAttribute("aria-busy", "false");
  }

  #show({ understood, matches, choices }: Description): void {
    this.#understood = understood;
    this.#choices = choices;
    this.#part("choices").replaceChildren(...choices.map((choice) => element("option", { value: this.#choiceName(choice) })));
    this.#showUnderstood();
    this.#part("matches").replaceChildren(matchList(matches, this.#texts, this.#site.root));
    this.#part("answer").hidden = false;
    this.#part("status").textContent = this.#texts.count("describe.count", matches.length);
    this.#cover();
    document.dispatchEvent(new Event("il-stars"));
  }

  #showUnderstood(): void {
    const { terms, words } = this.#understood;
    const ordered = TERM_KINDS.flatMap((kind) => terms.filter((term) => term.kind === kind));
    const chips = [...ordered.map((term) => this.#chip(idOf(term), term.kind, term.label)), ...words.map((word) => this.#chip(`word ${word}`, "word", word))];
    const buttons = (): HTMLElement[] => [...this.#part("understood").querySelectorAll<HTMLElement>("button")];
    const focused = buttons().findIndex((button) => button === document.activeElement);
    this.#part("understood").replaceChildren(element("ul", { class: "il-understood" }, ...chips));
    // Whoever leaves one out goes on with the next.
    if (focused >= 0) (buttons()[Math.min(focused, chips.length - 1)] ?? this.#add).focus();
    this.#part("understood").hidden = chips.length === 0;
    this.#part("not-understood").hidden = chips.length > 0;
  }

  #chip(id: string, kind: string, label: string): HTMLElement {
    const name = element("span", { class: "il-understood__kind" }, this.#texts.get(`describe.kind.${kind}`));
    const said = this.#texts.get("describe.leave-out", { name: label });
    const leave = element("button", { type: "button", class: "il-understood__leave", "data-il-describe": id, "aria-label": said, title: said });
    return element("li", { class: `il-understood__item il-understood__item--${kind}` }, name, " ", element("span", {}, label), leave);
  }

  #choiceName({ kind, label }: Choice): string {
    return `${label} (${this.#texts.get(`describe.kind.${kind}`)})`;
  }

  /** Where matches are shown, the finder's own results step back. */
  #cover(): void {
    const covers = this.#panel.open && !this.#part("answer").hidden;
    this.#form.toggleAttribute("data-il-described", covers);
  }

  #part(name: string): HTMLElement {
    return required(`#il-describe-${name}`, this.#panel);
  }
}

function idOf({ kind, code }: Pick<UnderstoodTerm, "kind" | "code">): string {
  return `${kind} ${code}`;
}
