// The finished file, and the ways in which it becomes a proposal.
import type { Texts } from "../finder/texts";
import { element } from "../shared/dom";
import { download } from "../shortlist/csv";
import { button } from "./fields/kit";
import { editPage, type Forge, proposalLink } from "./forge";

const FORGE_NAMES = { github: "GitHub", gitlab: "GitLab", forgejo: "Forgejo" } as const;
/** Mail programs cut what is longer. */
const LONGEST_MAIL = 1_800;

export interface Outcome {
  readonly path: string;
  readonly text: string;
  readonly isNew: boolean;
}

export class ResultView {
  readonly #place: HTMLElement;
  readonly #texts: Texts;
  readonly #forge: Forge | undefined;
  readonly #contact: string | undefined;

  constructor(place: HTMLElement, texts: Texts, forge: Forge | undefined, contact: string | undefined) {
    [this.#place, this.#texts, this.#forge, this.#contact] = [place, texts, forge, contact];
  }

  hide(): void {
    this.#place.hidden = true;
    this.#place.replaceChildren();
  }

  show(outcome: Outcome): void {
    const text = element("textarea", { id: "il-form-text", rows: "14", readonly: true, spellcheck: "false" });
    text.value = outcome.text;
    const heading = element("h2", { id: "il-form-result", tabindex: "-1" }, this.#texts.get("forms.ready"));
    const label = element("label", { for: text.id }, this.#texts.get("forms.file", { path: outcome.path }));
    this.#place.replaceChildren(heading, this.#ways(outcome, text), label, text, this.#proposalChecks());
    this.#place.hidden = false;
    heading.focus();
  }

  #ways(outcome: Outcome, text: HTMLTextAreaElement): HTMLElement {
    const status = element("p", { role: "status" });
    const copy = button(this.#texts.get("forms.copy"), () => void this.#copy(text, status));
    const save = button(this.#texts.get("forms.download"), () => download(outcome.path.slice(outcome.path.lastIndexOf("/") + 1), outcome.text, "text/yaml"));
    const first = this.#forge === undefined ? [] : this.#atForge(this.#forge, outcome, copy);
    const others = element("p", { class: "il-form__actions" }, ...(first.includes(copy) ? [] : [copy]), " ", save, " ", ...this.#mail(outcome));
    return element("div", {}, ...first, others, status);
  }

  #atForge(forge: Forge, outcome: Outcome, copy: HTMLElement): HTMLElement[] {
    const name = FORGE_NAMES[forge.kind];
    const { href, filled } = outcome.isNew ? proposalLink(forge, outcome.path, outcome.text) : { href: editPage(forge, outcome.path), filled: false };
    const open = element("a", { class: "il-button il-button--main", id: "il-form-open", href, target: "_blank", rel: "noopener" }, this.#texts.get(filled ? "forms.open-filled" : "forms.open", { name }));
    const steps = filled ? ["filled-1", "filled-2"] : outcome.isNew ? ["paste-1", "paste-2", "filled-2"] : ["edit-1", "edit-2", "filled-2"];
    const list = element("ol", {}, ...steps.map((step) => element("li", {}, this.#texts.get(`forms.step-${step}`, { name }))));
    const actions = element("p", { class: "il-form__actions" });
    actions.append(...(filled ? [open] : [copy, " ", open]));
    return filled ? [list, actions] : [list, copy, actions];
  }

  #mail({ path, text }: Outcome): HTMLElement[] {
    if (this.#contact === undefined) return [];
    const body = text.length <= LONGEST_MAIL ? text : this.#texts.get("forms.mail-attach");
    const query = [["subject", this.#texts.get("forms.mail-subject", { path })], ["body", body]].map(([key, value]) => `${key}=${encodeURIComponent(value ?? "")}`).join("&");
    return [element("a", { class: "il-button", id: "il-form-mail", href: `mailto:${this.#contact}?${query}` }, this.#texts.get("forms.mail"))];
  }

  #proposalChecks(): HTMLElement {
    const later = ["duplicates", "references", "logos"].map((key) => element("li", {}, this.#texts.get(`forms.later-${key}`)));
    return element("div", {}, element("p", {}, this.#texts.get("forms.later")), element("ul", {}, ...later));
  }

  async #copy(text: HTMLTextAreaElement, status: HTMLElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(text.value);
      status.textContent = this.#texts.get("forms.copied");
    } catch {
      text.focus();
      text.select();
      status.textContent = this.#texts.get("forms.copy-failed");
    }
  }
}
