// The files that a form page needs, all from the site itself.
import type { FileIndex, FormModel, Kind, Rules, Words } from "./model";
import { readSource, type Source } from "./source";
import { isBlock } from "./values";

export class Files {
  readonly #root: string;
  readonly #language: string;

  constructor(root: string, language: string) {
    this.#root = root;
    this.#language = language;
  }

  model(kind: Kind): Promise<FormModel> {
    return this.#json(`contribute/forms/${kind}-${this.#language}.json`);
  }

  rules(): Promise<Rules> {
    return this.#json("contribute/forms/rules.json");
  }

  words(): Promise<Words> {
    return this.#json(`contribute/forms/words-${this.#language}.json`);
  }

  /** What there is to change, and the names of all clusters that can be referred to. */
  index(): Promise<FileIndex> {
    return this.#json("contribute/files/index.json");
  }

  /** A file of the directory as it was when the site was built. */
  async source(path: string): Promise<Source | undefined> {
    return readSource(await (await this.#fetch(`contribute/files/${path}`)).text());
  }

  /** The values of a cluster's profile; undefined if it can't be had. */
  async profile(slug: string): Promise<unknown> {
    try {
      const value = (await this.source(`clusters/${slug}/profile.yml`))?.value;
      return isBlock(value) ? value : undefined;
    } catch {
      return undefined;
    }
  }

  async #json<Content>(path: string): Promise<Content> {
    return (await (await this.#fetch(path)).json()) as Content;
  }

  async #fetch(path: string): Promise<Response> {
    const response = await fetch(new URL(path, this.#root));
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response;
  }
}
