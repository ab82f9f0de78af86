// The page of the shortlist: one's own, or one that somebody shared by a link.
import { element, required } from "../shared/dom";
import type { Hit } from "../shared/protocol";
import { type Site, today } from "../shared/site";
import type { Texts } from "../finder/texts";
import { type CardParts, entryCard, lostCard } from "./card";
import { Comparison, MOST_COMPARED } from "./comparison";
import { download, toCsv } from "./csv";
import type { Entries } from "./entries";
import { FactReader, FACTS } from "./facts";
import { readShortlist, type Starred, writeShortlist } from "./list";
import { readShared, sharedLink, type SharedList } from "./sharing";

export class ShortlistPage {
  readonly #page: HTMLElement;
  readonly #site: Site;
  readonly #texts: Texts;
  readonly #entries: Entries;
  readonly #facts: FactReader;
  readonly #comparison: Comparison;
  #shared: SharedList | undefined;
  #compared: ReadonlySet<string> = new Set();
  #before: readonly Starred[] = [];

  constructor(page: HTMLElement, site: Site, texts: Texts, entries: Entries) {
    this.#page = page;
    this.#site = site;
    this.#texts = texts;
    this.#entries = entries;
    this.#facts = new FactReader(texts, site.language);
    this.#comparison = new Comparison(texts, this.#facts, site.root);
    this.#attach();
    void this.#open();
  }

  #attach(): void {
    this.#page.addEventListener("click", ({ target }) => this.#onClick(target as Element));
    this.#page.addEventListener("input", ({ target }) => this.#onNote(target as HTMLElement));
    this.#page.addEventListener("change", ({ target }) => this.#onChange(target as HTMLElement));
    addEventListener("hashchange", () => void this.#open());
    addEventListener("storage", () => void this.#load().then((isLoaded) => isLoaded && this.#show()));
  }

  /** Show what the address asks for, all of it compared as far as there is room. */
  async #open(): Promise<void> {
    this.#shared = readShared(location.hash);
    if (!(await this.#load())) return;
    const known = this.#items().filter(({ key }) => this.#entries.has(key));
    this.#compared = new Set(known.slice(0, MOST_COMPARED).map(({ key }) => key));
    this.#rememberTitles();
    this.#show();
  }

  /** Load what is known of the items; tells whether that is here. */
  async #load(): Promise<boolean> {
    try {
      await this.#entries.load(this.#items().map(({ key }) => key));
      return true;
    } catch {
      this.#page.dataset["ilState"] = "failed";
      this.#say(this.#texts.get("shortlist.unloaded"));
      return false;
    }
  }

  #items(): Starred[] {
    const own = readShortlist();
    return this.#shared === undefined ? own : this.#shared.keys.map((key) => ({ key, note: "", title: "" }));
  }

  #rememberTitles(): void {
    const own = readShortlist();
    const named = own.map((item) => ({ ...item, title: this.#entries.get(item.key)?.title ?? item.title }));
    if (named.some(({ title }, place) => title !== own[place]?.title)) writeShortlist(named);
  }

  #show(): void {
    const items = this.#items();
    const isOwn = this.#shared === undefined;
    this.#showSharing(items);
    const cards = items.map((item) => this.#card(item, isOwn));
    this.#part("items").replaceChildren(...(cards.length === 0 ? [] : [element("ul", { class: "il-shortlist__items" }, ...cards)]));
    this.#part("empty").hidden = items.length > 0 || !isOwn;
    this.#part("tools").hidden = items.length === 0;
    this.#part("clear").hidden = !isOwn;
    this.#part<HTMLInputElement>("link").value = sharedLink(items.map(({ key }) => key), location.href);
    this.#showComparison();
    this.#page.dataset["ilState"] = "ready";
  }

  #showSharing(items: readonly Starred[]): void {
    this.#part("shared").hidden = this.#shared === undefined;
    const { unread = 0 } = this.#shared ?? {};
    this.#part("shared-count").textContent = this.#texts.count("shortlist.shared", items.length);
    this.#part("shared-unread").textContent = unread > 0 ? this.#texts.count("shortlist.unread", unread) : "";
    this.#part("keep").hidden = items.length === 0;
  }

  #card(item: Starred, own: boolean): HTMLElement {
    const parts: CardParts = { texts: this.#texts, facts: this.#facts, root: this.#site.root, own };
    const hit = this.#entries.get(item.key);
    return hit === undefined ? lostCard(item, parts) : entryCard(item, hit, parts);
  }

  #showComparison(): void {
    const hits = this.#items().flatMap(({ key }) => (this.#compared.has(key) ? (this.#entries.get(key) ?? []) : []));
    for (const box of this.#page.querySelectorAll<HTMLInputElement>("[data-il-compare]")) {
      box.checked = this.#compared.has(box.dataset["ilCompare"] ?? "");
      box.disabled = !box.checked && hits.length >= MOST_COMPARED;
    }
    this.#part("compare").hidden = this.#items().length < 2;
    this.#part("compare-hint").textContent = this.#hint(hits);
    const only = this.#part<HTMLInputElement>("differences").checked;
    this.#part("table").replaceChildren(...(hits.length < 2 ? [] : [this.#comparison.table(hits, only)]));
  }

  #hint({ length }: readonly Hit[]): string {
    if (length < 2) return this.#texts.get("shortlist.compare-more");
    return length >= MOST_COMPARED ? this.#texts.get("shortlist.compare-full", { n: MOST_COMPARED }) : "";
  }

  #onClick(target: Element): void {
    const control = target.closest<HTMLElement>("[data-il-do]");
    const key = control?.closest<HTMLElement>("[data-il-item]")?.dataset["ilItem"];
    const actions: Record<string, (() => void) | undefined> = {
      remove: () => this.#replace(readShortlist().filter((item) => item.key !== key), "shortlist.removed"),
      clear: () => this.#replace([], "shortlist.cleared"),
      undo: () => this.#restore(),
      keep: () => void this.#keep(),
      csv: () => this.#export(),
    };
    actions[control?.dataset["ilDo"] ?? ""]?.();
  }

  #replace(items: readonly Starred[], said: string): void {
    const before = readShortlist();
    if (!this.#write(items)) return;
    this.#before = before;
    this.#show();
    const undo = element("button", { type: "button", class: "il-link-button", "data-il-do": "undo" }, this.#texts.get("shortlist.undo"));
    this.#say(this.#texts.get(said), undo);
    undo.focus();
  }

  #restore(): void {
    const kept = new Set(readShortlist().map(({ key }) => key));
    const all = [...this.#before, ...readShortlist().filter(({ key }) => !this.#before.some((item) => item.key === key))];
    if (!this.#write(all)) return;
    const back = all.find(({ key }) => !kept.has(key))?.key;
    this.#show();
    this.#say(this.#texts.get("shortlist.restored"));
    this.#page.querySelector<HTMLElement>(`[data-il-item="${back}"] a`)?.focus();
  }

  async #keep(): Promise<void> {
    const own = readShortlist();
    const news = this.#items().filter(({ key }) => !own.some((item) => item.key === key));
    if (!this.#write([...own, ...news])) return;
    history.replaceState(null, "", location.pathname);
    await this.#open();
    this.#say(this.#texts.count("shortlist.kept", news.length));
    this.#part("status").focus();
  }

  #export(): void {
    const head = ["key", ...FACTS].map((fact) => this.#texts.get(`shortlist.fact.${fact}`));
    const rows = this.#items().map(({ key, note, title }) => {
      const hit = this.#entries.get(key);
      const facts = FACTS.map((fact) => (hit === undefined ? "" : this.#facts.values(hit, fact).join("; ")));
      const address = hit === undefined ? "" : new URL(hit.url, this.#site.root).href;
      return [key, ...facts, hit?.title ?? title, address, note];
    });
    const further = ["title", "address", "note"].map((fact) => this.#texts.get(`shortlist.fact.${fact}`));
    download(`shortlist-${today(this.#site.timeZone)}.csv`, toCsv([[...head, ...further], ...rows]));
  }

  #onNote(field: HTMLElement): void {
    if (!(field instanceof HTMLTextAreaElement)) return;
    const key = field.closest<HTMLElement>("[data-il-item]")?.dataset["ilItem"];
    const noted = readShortlist().map((item) => (item.key === key ? { ...item, note: field.value } : item));
    field.nextElementSibling?.replaceChildren(field.value);
    if (this.#write(noted)) this.#say(this.#texts.get("shortlist.note-kept"));
  }

  #onChange(control: HTMLElement): void {
    if (!(control instanceof HTMLInputElement) || control.type !== "checkbox") return;
    const key = control.dataset["ilCompare"];
    const others = [...this.#compared].filter((compared) => compared !== key);
    if (key !== undefined) this.#compared = new Set(control.checked ? [...others, key] : others);
    this.#showComparison();
  }

  #write(items: readonly Starred[]): boolean {
    const kept = writeShortlist(items);
    if (!kept) this.#say(this.#texts.get("shortlist.failed"));
    document.dispatchEvent(new Event("il-stars"));
    return kept;
  }

  #say(...parts: readonly (Node | string)[]): void {
    this.#part("status").replaceChildren(...parts.flatMap((part) => [part, " "]));
  }

  #part<Part extends HTMLElement = HTMLElement>(name: string): Part {
    return required<Part>(`#il-shortlist-${name}`, this.#page);
  }
}
