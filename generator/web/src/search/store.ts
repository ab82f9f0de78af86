// The search's files by their names: a small directory carries them in the two that come first.
import type { Source } from "../shared/protocol";
import type { Display, Manifest, TermsFile } from "./files";

/** A newer build took the files away that were asked for. */
export class Outdated extends Error {}

export class Store {
  readonly manifest: Manifest;
  readonly display: Display;
  readonly #source: Source;
  /** What a small directory carries; undefined in a large one. */
  readonly #carried: ReadonlyMap<string, unknown> | undefined;
  readonly #known = new Map<string, Promise<unknown>>();

  constructor(source: Source, manifest: Manifest, display: Display) {
    this.#source = source;
    this.manifest = manifest;
    this.display = display;
    this.#carried = manifest.files && new Map(Object.entries({ ...manifest.files, ...display.files }));
  }

  /** Whether nothing needs to be loaded any more. */
  get isWhole(): boolean {
    return this.#carried !== undefined;
  }

  /** A file by its name, read once; what fails is asked for again the next time. */
  get<Content, Read>(name: string, read: (content: Content) => Read): Promise<Read> {
    const known = this.#known.get(name);
    if (known !== undefined) return known as Promise<Read>;
    const asked = this.#load<Content>(name).then(read);
    this.#known.set(name, asked);
    asked.catch(() => this.#known.delete(name));
    return asked;
  }

  /** The terms that a description may name; they must come from the same build as everything else. */
  async terms(): Promise<TermsFile> {
    const address = new URL(`search/terms-${this.#source.language}.json`, this.#source.root);
    const terms = await load<TermsFile>(address, "default");
    const fitting = terms.version === this.manifest.version ? terms : await load<TermsFile>(address, "reload");
    if (fitting.version !== this.manifest.version) throw new Outdated("the search's files come from two builds");
    return fitting;
  }

  async #load<Content>(name: string): Promise<Content> {
    if (this.#carried !== undefined) {
      if (!this.#carried.has(name)) throw new Error(`search: there is no ${name}`);
      return this.#carried.get(name) as Content;
    }
    return load<Content>(new URL(`search/${this.manifest.version}/${name}.json`, this.#source.root), "default");
  }
}

/** Open the files of one language, past the browser's cache where that holds files of two builds. */
export async function openStore(source: Source, isAnew = false): Promise<Store> {
  const [manifest, display] = await loadBoth(source, isAnew);
  if (manifest.version === display.version) return new Store(source, manifest, display);
  if (isAnew) throw new Error("the search's files come from two builds");
  return openStore(source, true);
}

function loadBoth({ root, language }: Source, isAnew: boolean): Promise<[Manifest, Display]> {
  const cache = isAnew ? "reload" : "default";
  return Promise.all([
    load<Manifest>(new URL("search/index.json", root), cache),
    load<Display>(new URL(`search/display-${language}.json`, root), cache),
  ]);
}

async function load<Content>(address: URL, cache: RequestCache): Promise<Content> {
  const response = await fetch(address, { cache });
  if (response.status === 404) throw new Outdated(`${address.pathname}: 404`);
  if (!response.ok) throw new Error(`${address.pathname}: ${response.status}`);
  return (await response.json()) as Content;
}
