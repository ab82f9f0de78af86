// One form: its fields, what is wrong with them, the preview, the draft, and the file that comes out.
import type { Texts } from "../finder/texts";
import { element } from "../shared/dom";
import { check } from "./check";
import { type Draft, eraseDraft, readDraft, writeDraft } from "./drafts";
import type { Found } from "./entry";
import { foldedField } from "./fields/field";
import { button, type Kit } from "./fields/kit";
import type { Forge } from "./forge";
import { OfferType } from "./offer-type";
import { say } from "./messages";
import type { FormModel, ListedCluster, Model, Rules, Words } from "./model";
import { Preview } from "./preview";
import { ProblemsView } from "./problems-view";
import { ResultView } from "./result";
import { readSource } from "./source";
import { conforming, FormState } from "./state";
import { signOf, startOf, type Target, textOf } from "./target";
import { type Block, isBlock, isList, written } from "./values";

const PAUSE = 250;

/** Everything that a form of any file is made with. */
export interface Setting {
  readonly texts: Texts;
  readonly form: FormModel;
  readonly rules: Rules;
  readonly words: Words;
  readonly clusters: readonly ListedCluster[];
  readonly slugs: readonly string[];
  readonly language: string;
  readonly languages: readonly (readonly [string, string])[];
  readonly home: string;
  readonly forge: Forge | undefined;
  readonly contact: string | undefined;
  readonly today: string;
  /** The slug of the cluster and its published profile. */
  readonly cluster: () => string;
  readonly profile: () => unknown;
}

export class FormView {
  readonly element = element("div", { class: "il-form__body" });
  readonly #setting: Setting;
  readonly #target: Target;
  readonly #fields = element("div", { class: "il-form__fields" });
  readonly #summary = element("div", { class: "il-form__summary", hidden: true });
  readonly #draftNote = element("p", { class: "il-form__draft", role: "status" });
  readonly #tally = element("p", { class: "il-form__tally", role: "status" });
  readonly #previewPlace = element("div", { class: "il-preview" });
  readonly #resultPlace = element("section", { class: "il-form__result", hidden: true });
  readonly #preview: Preview;
  readonly #result: ResultView;
  #state: FormState;
  #problems: ProblemsView;
  #timer = 0;

  constructor(setting: Setting, target: Target) {
    [this.#setting, this.#target] = [setting, target];
    const { form, texts, language, forge, contact } = setting;
    this.#preview = new Preview(this.#previewPlace, form, texts, language);
    this.#result = new ResultView(this.#resultPlace, texts, forge, contact);
    this.#problems = this.#newProblems();
    this.#state = new FormState(startOf(target));
    this.#layOut();
    this.#open(this.#restored());
  }

  get #languages(): readonly string[] {
    return this.#setting.rules.languages;
  }

  /** Something outside of the fields has changed, such as the cluster. */
  refresh(): void {
    this.outdate();
    this.#later();
  }

  /** What was made before is no longer what would be made now. */
  outdate(): void {
    this.#result.hide();
  }

  #newProblems(): ProblemsView {
    const { words, texts, home } = this.#setting;
    return new ProblemsView(this.#fields, this.#summary, words, texts, home);
  }

  #layOut(): void {
    const { texts } = this.#setting;
    const finish = button(texts.get("forms.finish"), () => this.#finish(), "il-button il-button--main");
    finish.id = "il-form-finish";
    const again = button(texts.get("forms.again"), () => this.#startAgain(), "il-link-button");
    const heading = element("h2", {}, texts.get("forms.preview"));
    const aside = element("aside", { class: "il-form__aside", "aria-label": texts.get("forms.preview") }, heading, this.#previewPlace);
    const main = element("div", { class: "il-form__main" }, this.#summary, this.#fields, this.#tally, element("p", { class: "il-form__actions" }, finish, " ", again), this.#draftNote, this.#resultPlace);
    this.element.append(main, aside);
  }

  #restored(): Block {
    const { form, texts, language } = this.#setting;
    const start = startOf(this.#target);
    const draft = readDraft(this.#target.draft);
    const value = this.#safely(() => draft && conforming(draft.value, form.model));
    if (draft === undefined || !isBlock(value) || written(value) === written(start)) return start;
    const when = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(draft.saved));
    if (draft.base !== signOf(this.#target)) {
      this.#draftNote.textContent = texts.get("forms.outdated", { when });
      return start;
    }
    this.#draftNote.textContent = texts.get("forms.restored", { when });
    return { ...this.#unknown(start), ...value };
  }

  /** Fields of the file that no form shows stay as they are. */
  #unknown(start: Block): Block {
    const known = this.#setting.form.model.properties ?? {};
    return Object.fromEntries(Object.entries(start).filter(([key]) => !Object.hasOwn(known, key)));
  }

  #safely<Value>(make: () => Value): Value | undefined {
    try {
      return make();
    } catch {
      return undefined;
    }
  }

  #open(value: Block): void {
    this.#state = new FormState(value);
    this.#fields.replaceChildren(...this.#groups());
    this.#problems = this.#newProblems();
    this.#state.onChange((pointer) => {
      this.#problems.touch(pointer);
      this.#result.hide();
      this.#later();
    });
    this.#update();
  }

  #groups(): HTMLElement[] {
    const { form, texts } = this.#setting;
    const properties = form.model.properties ?? {};
    const named = new Set(form.groups.flatMap(({ fields }) => fields));
    const rest = Object.keys(properties).filter((key) => !named.has(key));
    const groups = [...form.groups, { title: texts.get("forms.more"), fields: rest }];
    return groups.flatMap(({ title, fields }, place) => {
      const known = fields.filter((key) => properties[key] !== undefined);
      if (known.length === 0) return [];
      const heading = element("h2", { id: `il-form-part-${place}` }, title);
      return [element("section", { class: "il-form__part", "aria-labelledby": heading.id }, heading, ...known.map((key) => this.#field(key, properties[key] ?? {})))];
    });
  }

  #field(key: string, model: Model): HTMLElement {
    const required = this.#setting.form.model.required?.includes(key) === true;
    return foldedField(this.#kit(), { model, pointer: [key], required }, this.#target.kind === "offer" && key !== "topics");
  }

  #kit(): Kit {
    const { texts, form, rules, language, languages, clusters, today } = this.#setting;
    return { state: this.#state, texts, today, lists: form.lists, rules, language, languages, clusters, isNew: this.#target.source === undefined, members: () => this.#members() };
  }

  #members(): readonly string[] {
    const profile = this.#target.kind === "profile" ? this.#state.value : this.#setting.profile();
    const members = isBlock(profile) ? profile["member_organisations"] : [];
    return (isList(members) ? members : []).flatMap((member) => (isBlock(member) && typeof member["name"] === "string" ? [member["name"]] : []));
  }

  #later(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#update();
      this.#keep();
    }, PAUSE);
  }

  /** Show what is wrong and what readers will see; returns the problems. */
  #update(): readonly Found[] {
    const value = this.#state.value;
    const problems = this.#check();
    this.#problems.show(problems);
    this.#preview.show(value);
    const { texts, words, rules, form } = this.#setting;
    if (form.kind === "offer") new OfferType(value, rules).apply(this.#fields, form, texts);
    const errors = problems.filter((found) => say(found, words).severity === "error").length;
    tell(this.#tally, errors > 0 ? texts.count("forms.to-do", errors) : texts.get("forms.nothing-to-do"));
    this.element.dataset["ilErrors"] = String(errors);
    return problems;
  }

  #text(): string {
    return textOf(this.#target, this.#state.value, this.#setting.form, this.#languages);
  }

  /** Check the text that would be proposed, not what was meant by it. */
  #check(): readonly Found[] {
    const { form, rules, clusters, slugs, today, cluster, profile } = this.#setting;
    const slug = cluster() === "" ? undefined : cluster();
    const file = readSource(this.#text()) ?? { value: this.#state.value, decimals: new Set<string>() };
    const listed = clusters.find((each) => each.slug === slug);
    const hasOffers = listed?.files.some(({ kind }) => kind === "offer") ?? false;
    return check(file, form, rules, { kind: form.kind, cluster: slug, profile: profile(), hasOffers, today, slugs: new Set(slugs) });
  }

  #keep(): void {
    const { texts, cluster } = this.#setting;
    const draft: Draft = { saved: new Date().toISOString(), cluster: cluster(), base: signOf(this.#target), value: this.#state.value };
    const kept = written(draft.value) === written(startOf(this.#target)) || writeDraft(this.#target.draft, draft);
    tell(this.#draftNote, texts.get(kept ? "forms.kept" : "forms.not-kept"));
  }

  #startAgain(): void {
    window.clearTimeout(this.#timer);
    eraseDraft(this.#target.draft);
    this.#result.hide();
    this.#open(startOf(this.#target));
    this.#draftNote.textContent = this.#setting.texts.get("forms.erased");
    this.#fields.querySelector<HTMLElement>("input, select, textarea")?.focus();
  }

  #finish(): void {
    const { form, texts, words } = this.#setting;
    this.#problems.showAll();
    const problems = this.#update();
    const value = this.#state.value;
    if (problems.some((found) => say(found, words).severity === "error")) {
      this.#result.hide();
      this.#summary.querySelector<HTMLElement>("a")?.focus();
      return;
    }
    if (this.#setting.cluster() === "" && form.kind === "offer") {
      this.#tally.textContent = texts.get("forms.choose-cluster");
      document.querySelector<HTMLElement>("#il-form-cluster")?.focus();
      return;
    }
    if (this.#target.source !== undefined && written(value) === written(startOf(this.#target))) {
      this.#tally.textContent = texts.get("forms.unchanged");
      return;
    }
    this.#result.show({ path: this.#target.path(value), text: this.#text(), isNew: this.#target.source === undefined });
  }
}

/** Say something new: a screen reader would read out again what is only repeated. */
function tell(place: HTMLElement, words: string): void {
  if (place.textContent !== words) place.textContent = words;
}
