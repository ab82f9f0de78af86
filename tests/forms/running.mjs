// Bundles the forms' code and answers questions with it, one JSON line each.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [web, files] = process.argv.slice(2);
const { build } = await import(pathToFileURL(join(web, "node_modules/esbuild/lib/main.js")).href);
const { scriptOptions } = await import(pathToFileURL(join(web, "bundles.mjs")).href);
const folder = mkdtempSync(join(tmpdir(), "inolink-forms-"));
const outfile = join(folder, "core.mjs");
await build({ ...scriptOptions, format: "esm", entryPoints: [join(web, "src/forms/core.ts")], outfile });
const core = await import(pathToFileURL(outfile).href);
rmSync(folder, { recursive: true, force: true });

const load = (name) => JSON.parse(readFileSync(join(files, "contribute/forms", name), "utf8"));
const rules = load("rules.json");
const { languages } = rules;

const answers = {
  /** What the browser says of a file. */
  check({ text, kind, around, language = "en" }) {
    const source = core.readSource(text);
    if (source === undefined) return null;
    const surroundings = { ...around, kind, slugs: new Set(around.slugs) };
    const words = load(`words-${language}.json`);
    return core.check(source, load(`${kind}-${language}.json`), rules, surroundings).map((found) => ({
      code: found.code,
      pointer: core.pointerText(found.pointer),
      params: found.params,
      ...core.say(found, words),
    }));
  },
  read: ({ text }) => core.readSource(text)?.value ?? null,
  change: ({ text, kind, value }) => core.changed(core.readSource(text), value, load(`${kind}-en.json`).model, languages),
  make: ({ kind, value }) => core.newFile(value, "schema.json", load(`${kind}-en.json`).model, languages),
  url: ({ url }) => core.urlFlaw(url, rules.addresses) ?? null,
  email: ({ address }) => core.emailFlaw(address, rules.addresses),
  link: ({ forge, path, text }) => core.proposalLink(forge, path, text),
  conform: ({ kind, value }) => core.conforming(value, load(`${kind}-en.json`).model) ?? null,
};

for await (const line of createInterface({ input: process.stdin })) {
  const { ask, ...question } = JSON.parse(line);
  console.log(JSON.stringify(answers[ask](question)));
}
