// Bundles the scripts and the styles into the package's theme, and draws the ground of its maps.
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { here, scriptOptions, scripts } from "./bundles.mjs";
import { writeShapes } from "./shapes.mjs";

const target = join(here, "../inolink/pages/theme/assets/bundled");
const shapes = join(here, "../inolink/pages/maps/shapes");

/** The style sheets in one order on every machine: base first, since the others build on it. */
async function styleImports() {
  const names = (await readdir(join(here, "styles"))).filter((name) => name.endsWith(".css")).sort();
  const ordered = [...names.filter((name) => name === "base.css"), ...names.filter((name) => name !== "base.css")];
  return ordered.map((name) => `@import "./styles/${name}";`).join("\n");
}

await rm(target, { recursive: true, force: true });
await build({ ...scriptOptions, entryPoints: scripts, outdir: target });
const styleOptions = {
  ...scriptOptions,
  format: undefined,
  target: ["chrome123", "firefox120", "safari17.5"],
  external: ["*.woff2", "*.svg", "*.png"],
};
await build({
  ...styleOptions,
  stdin: { contents: await styleImports(), loader: "css", resolveDir: here },
  outfile: join(target, "inolink.css"),
});
await build({ ...styleOptions, entryPoints: ["src/embed/embed.css"], outdir: target });
await writeShapes(shapes);
