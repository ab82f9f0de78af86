// Asks the search's small files and lunr's whole index the same: one folder in, whatever differs out.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const web = process.argv[2];
const { folder: site, whole, queries } = JSON.parse(readFileSync(0, "utf8"));
const ROUNDING = 1e-9;
const PARTS = ["store", "dictionary", "matching"];

async function bundled() {
  const { build } = await import(pathToFileURL(join(web, "node_modules/esbuild/lib/main.js")).href);
  const { scriptOptions } = await import(pathToFileURL(join(web, "bundles.mjs")).href);
  const folder = mkdtempSync(join(tmpdir(), "inolink-sharding-"));
  try {
    const contents = [...PARTS.map((part) => `export * from "./src/search/${part}";`), 'export { default as lunr } from "lunr";'].join("\n");
    const outfile = join(folder, "sharding.mjs");
    await build({ ...scriptOptions, format: "esm", stdin: { contents, resolveDir: web, loader: "ts" }, outfile });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What differs between two answers: other documents, another score, or another order of what isn't equally good. */
function difference(some, others) {
  if (some.length !== others.length) return `${some.length} documents and ${others.length}`;
  const scores = new Map(others);
  for (const [rank, [place, score]] of some.entries()) {
    const other = scores.get(place);
    if (other === undefined || Math.abs(score - other) > ROUNDING) return `place ${place}: ${score} and ${other}`;
    if (Math.abs(others[rank][1] - score) > ROUNDING) return `rank ${rank}: ${place} and ${others[rank][0]}`;
  }
  return undefined;
}

/** What lunr's index says of terms. */
function lunrScores(terms, index) {
  if (terms.length === 0) return []; // lunr would return every entry
  const results = index.query((query) => {
    for (const { text, weight } of terms) query.term(text, { boost: weight, usePipeline: false });
  });
  return results.map(({ ref, score }) => [Number(ref), score]);
}

/** The best first, as lunr returns them. */
function ranked({ places, scores }) {
  return Array.from(places, (place, step) => [place, scores[step]]).sort((a, b) => b[1] - a[1]);
}

function apart(pairs) {
  return { places: Int32Array.from(pairs, ([place]) => place), scores: Float64Array.from(pairs, ([, score]) => score) };
}

globalThis.fetch = async (address) => {
  const text = readFileSync(join(site, new URL(address).pathname), "utf8");
  return { ok: true, status: 200, json: async () => JSON.parse(text) };
};
const { combined, Dictionary, lunr, Matcher, openStore } = await bundled();
const store = await openStore({ root: "https://directory.example/", language: "en" });
const matcher = new Matcher(store, new Dictionary(store));
const index = lunr.Index.load(JSON.parse(readFileSync(whole, "utf8")));

const differing = [];
let [found, terms] = [0, 0];
for (const query of queries) {
  const words = await matcher.expandQuery(query);
  const wholes = words.map((word) => lunrScores(word.terms, index));
  for (const [position, word] of words.entries()) {
    const differs = difference(ranked(await matcher.scores(word.terms)), wholes[position]);
    if (differs !== undefined) differing.push(`${query} (${word.word}): ${differs}`);
    found += wholes[position].length;
    terms += word.terms.length;
  }
  const { found: some, scores } = await matcher.match(query);
  const { found: others, scores: expected } = combined(wholes.map(apart), store.manifest.entries);
  const isSame = some.every((mark, place) => mark === others[place] && Math.abs(scores[place] - expected[place]) <= ROUNDING);
  if (words.length > 0 && !isSame) differing.push(`${query}: other matches`);
}
console.log(JSON.stringify({ differing, found, terms }));
