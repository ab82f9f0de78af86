// Runs the bundled search worker in Node: requests come in as JSON lines, answers go out the same way.
import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { runInThisContext } from "node:vm";

const [bundle, site] = process.argv.slice(2);
const waiting = [];
let listener;

const ROOT = "https://directory.example/";

globalThis.self = {
  name: JSON.stringify({ root: ROOT, language: "en", timeZone: "UTC" }),
  addEventListener: (_, heard) => (listener = heard),
  postMessage: (answer) => waiting.shift()(answer),
};
globalThis.fetch = async (address) => {
  const path = join(site, new URL(address).pathname);
  if (!existsSync(path)) return { ok: false, status: 404 };
  const text = readFileSync(path, "utf8");
  return { ok: true, status: 200, json: async () => JSON.parse(text) };
};
const plain = (_, value) => (value instanceof Map ? Object.fromEntries(value) : value);

runInThisContext(readFileSync(bundle, "utf8"));
for await (const line of createInterface({ input: process.stdin })) {
  const { filters = {}, ...request } = JSON.parse(line);
  const sets = new Map(Object.entries(filters).map(([facet, codes]) => [facet, new Set(codes)]));
  const answer = new Promise((resolve) => waiting.push(resolve));
  listener({ data: { ...request, filters: sets, root: ROOT } });
  console.log(JSON.stringify(await answer, plain));
}
