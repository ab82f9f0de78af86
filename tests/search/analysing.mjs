// Bundles the browser's analysis and runs it over texts: JSON in, JSON out.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const web = process.argv[2];
const { build } = await import(pathToFileURL(join(web, "node_modules/esbuild/lib/main.js")).href);
const { scriptOptions } = await import(pathToFileURL(join(web, "bundles.mjs")).href);
const folder = mkdtempSync(join(tmpdir(), "inolink-analysis-"));
try {
  const outfile = join(folder, "analysis.mjs");
  await build({ ...scriptOptions, format: "esm", entryPoints: [join(web, "src/shared/analysis.ts")], outfile });
  const { queryTerms, tokenise } = await import(pathToFileURL(outfile).href);
  const texts = JSON.parse(readFileSync(0, "utf8"));
  console.log(JSON.stringify(texts.map((text) => tokenise(text).map((word) => queryTerms(word)))));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
