// Bundles the unit tests beside the directory's other tests, and runs them with Node's own test runner.
import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { here, scriptOptions } from "./bundles.mjs";

const sources = join(here, "../../tests/web/unit");
const entryPoints = (await readdir(sources)).filter((name) => name.endsWith(".test.ts")).map((name) => join(sources, name));
const outdir = await mkdtemp(join(tmpdir(), "inolink-web-"));
try {
  const shape = { format: "esm", platform: "node", minify: false, outExtension: { ".js": ".mjs" } };
  await build({ ...scriptOptions, ...shape, entryPoints, outdir });
  const tests = (await readdir(outdir)).map((name) => join(outdir, name));
  process.exitCode = spawnSync(process.execPath, ["--test", ...tests], { stdio: "inherit" }).status ?? 1;
} finally {
  await rm(outdir, { recursive: true, force: true });
}
