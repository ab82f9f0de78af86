import type { DisplayFile, IndexFile, Source, TermsFile } from "../shared/protocol";
import { Engine } from "./engine";

/** Load the search of one language. */
export async function loadEngine(source: Source): Promise<Engine> {
  const [index, display] = await loadFiles(source, "default");
  if (index.version === display.version) return new Engine(index, display);
  // One of the two came from the browser's cache and the other from a newer build.
  return new Engine(...(await loadFiles(source, "reload")));
}

/** Load the terms that a description may name; they must come from the same build as the engine's entries. */
export async function loadTerms({ root, language }: Source, version: string): Promise<TermsFile> {
  const address = new URL(`search/terms-${language}.json`, root);
  const terms = await load<TermsFile>(address, "default");
  const fitting = terms.version === version ? terms : await load<TermsFile>(address, "reload");
  if (fitting.version !== version) throw new Error("the search's files come from two builds");
  return fitting;
}

function loadFiles({ root, language }: Source, cache: RequestCache): Promise<[IndexFile, DisplayFile]> {
  return Promise.all([
    load<IndexFile>(new URL("search/index.json", root), cache),
    load<DisplayFile>(new URL(`search/documents-${language}.json`, root), cache),
  ]);
}

async function load<File>(address: URL, cache: RequestCache): Promise<File> {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${address.pathname}: ${response.status}`);
  return (await response.json()) as File;
}
