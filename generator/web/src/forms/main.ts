// The pages with forms: a new offer, a new cluster, and changes of what there is.
import { readTexts, type Texts } from "../finder/texts";
import { element, required } from "../shared/dom";
import { readSite, type Site, today } from "../shared/site";
import { fileChooser, selectField } from "./choosers";
import { readDraft } from "./drafts";
import { FormView, type Setting } from "./form";
import type { Forge } from "./forge";
import { spoken } from "./fields/kit";
import { Files } from "./loading";
import type { Kind, ListedCluster, ListedFile } from "./model";
import type { Target } from "./target";
import { isBlock, slugified } from "./values";

interface PageData {
  readonly languages: readonly (readonly [string, string])[];
  readonly home: string;
  readonly forge: Forge | null;
  readonly contact: string | null;
}

class FormPage {
  readonly #place: HTMLElement;
  readonly #site: Site;
  readonly #texts: Texts;
  readonly #data: PageData;
  readonly #files: Files;
  readonly #form = element("div", {});
  #clusters: readonly ListedCluster[] = [];
  #slugs: readonly string[] = [];
  #cluster = "";
  #profile: unknown;
  /** The file that was chosen last; one that was chosen before may come later. */
  #file: string | undefined;
  #view: FormView | undefined;

  constructor(place: HTMLElement, site: Site) {
    [this.#place, this.#site, this.#texts] = [place, site, readTexts(site.language)];
    this.#data = JSON.parse(required("#il-form-data").textContent ?? "{}") as PageData;
    this.#files = new Files(site.root, site.language);
  }

  async start(): Promise<void> {
    this.#place.hidden = false;
    try {
      ({ clusters: this.#clusters, slugs: this.#slugs } = await this.#files.index());
      await this.#startKind(this.#place.dataset["ilForm"] ?? "");
      this.#place.dataset["ilState"] = "ready";
    } catch {
      this.#fail();
    }
  }

  #fail(): void {
    this.#place.dataset["ilState"] = "failed";
    this.#place.replaceChildren(element("p", { class: "il-empty", role: "alert" }, this.#texts.get("forms.failed")));
  }

  async #startKind(kind: string): Promise<void> {
    if (kind === "new-offer") return this.#newOffer();
    if (kind === "new-cluster") return this.#newCluster();
    await this.#edit();
  }

  async #newOffer(): Promise<void> {
    const asked = new URLSearchParams(location.search).get("cluster") ?? readDraft("new-offer")?.cluster ?? "";
    const choose = selectField("il-form-cluster", this.#texts.get("forms.cluster"), this.#texts.get("forms.choose"), this.#names(), asked, (slug) => void this.#choose(slug));
    this.#place.replaceChildren(choose, this.#form);
    await this.#choose(this.#clusters.some(({ slug }) => slug === asked) ? asked : "");
    const start = { published: today(this.#site.timeZone) };
    await this.#show({ kind: "offer", draft: "new-offer", source: undefined, start, path: (value) => `clusters/${this.#cluster || "…"}/offers/${this.#slugOf(value["title"], this.#taken())}.yml` });
  }

  #taken(): ReadonlySet<string> {
    const files = this.#clusters.find(({ slug }) => slug === this.#cluster)?.files ?? [];
    return new Set(files.map(({ path }) => path.replace(/^.*\/|\.yml$/g, "")));
  }

  async #newCluster(): Promise<void> {
    const slug = element("input", { type: "text", id: "il-form-slug", spellcheck: "false", "aria-describedby": "il-form-slug-help" });
    const label = element("label", { for: slug.id, class: "il-field__label" }, this.#texts.get("forms.slug"));
    const help = element("p", { class: "il-field__help", id: "il-form-slug-help" }, this.#texts.get("forms.slug-help"));
    this.#place.replaceChildren(element("div", { class: "il-field" }, label, help, slug), this.#form);
    slug.addEventListener("input", () => this.#view?.outdate());
    const taken = new Set(this.#slugs);
    const start = { organisation_type: "cluster", status: "active", last_reviewed: today(this.#site.timeZone) };
    const path = (value: Readonly<Record<string, unknown>>): string => `clusters/${this.#slugOf(slug.value.trim() || (value["short_name"] ?? value["name"]), taken)}/profile.yml`;
    await this.#show({ kind: "profile", draft: "new-cluster", source: undefined, start, path });
  }

  async #edit(): Promise<void> {
    const asked = new URLSearchParams(location.search).get("file") ?? "";
    this.#place.replaceChildren(fileChooser(this.#clusters, this.#texts, this.#site.language, asked, (cluster, file) => void this.#openFile(cluster, file).catch(() => this.#fail())), this.#form);
    const cluster = this.#clusters.find(({ files }) => files.some(({ path }) => path === asked));
    const file = cluster?.files.find(({ path }) => path === asked);
    if (cluster !== undefined && file !== undefined) await this.#openFile(cluster.slug, file);
    else if (asked !== "") this.#form.replaceChildren(element("p", { class: "il-empty", role: "alert" }, this.#texts.get("forms.no-file", { path: asked.slice(0, 120) })));
  }

  async #openFile(cluster: string, { kind, path }: ListedFile): Promise<void> {
    history.replaceState(null, "", `?file=${encodeURIComponent(path).replaceAll("%2F", "/")}`);
    this.#file = path;
    await this.#choose(cluster);
    const isNew = !this.#clusters.some(({ files }) => files.some((file) => file.path === path));
    const source = isNew ? undefined : await this.#files.source(path);
    if (source === undefined && !isNew) throw new Error(path);
    await this.#show({ kind, draft: path, source, start: {}, path: () => path });
  }

  async #choose(slug: string): Promise<void> {
    this.#cluster = slug;
    this.#place.setAttribute("aria-busy", "true");
    const profile = slug === "" ? undefined : await this.#files.profile(slug);
    // Another one may have been chosen meanwhile.
    if (slug !== this.#cluster) return;
    this.#profile = profile;
    this.#view?.refresh();
    this.#place.setAttribute("aria-busy", "false");
  }

  async #show(target: Target): Promise<void> {
    const setting = await this.#setting(target.kind);
    if (this.#file !== undefined && this.#file !== target.draft) return;
    this.#view = new FormView(setting, target);
    this.#form.replaceChildren(this.#view.element);
  }

  async #setting(kind: Kind): Promise<Setting> {
    const [form, rules, words] = await Promise.all([this.#files.model(kind), this.#files.rules(), this.#files.words()]);
    const { languages, home, forge, contact } = this.#data;
    return {
      texts: this.#texts, form, rules, words, languages, home, language: this.#site.language, clusters: this.#clusters, slugs: this.#slugs,
      forge: forge ?? undefined, contact: contact ?? undefined, today: today(this.#site.timeZone),
      cluster: () => this.#cluster, profile: () => this.#profile,
    };
  }

  #names(): (readonly [string, string])[] {
    const named = this.#clusters.map(({ slug, name }) => [slug, spoken(name, this.#site.language)] as const);
    return named.sort(([, one], [, other]) => one.localeCompare(other, this.#site.language));
  }

  /** A name for a file that no other has. */
  #slugOf(name: unknown, taken: ReadonlySet<string>): string {
    const text = typeof name === "string" ? name : isBlock(name) ? spoken(name as Readonly<Record<string, string>>, this.#data.languages[0]?.[0] ?? "en") : "";
    const slug = slugified(text, 58) || "new";
    return [slug, ...Array.from({ length: 98 }, (_, place) => `${slug}-${place + 2}`)].find((each) => !taken.has(each)) ?? slug;
  }
}

const place = document.querySelector<HTMLElement>("#il-form");
if (place !== null) void new FormPage(place, readSite()).start();
