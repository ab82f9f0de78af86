// What is bundled, and how: shared by the build and by the tests, so that the tests run what browsers run.
import { fileURLToPath } from "node:url";

export const here = fileURLToPath(new URL(".", import.meta.url));

/** Options for every script: minified and without anything that differs between two runs. */
export const scriptOptions = {
  absWorkingDir: here,
  bundle: true,
  charset: "utf8",
  format: "iife",
  legalComments: "none",
  logLevel: "warning",
  minify: true,
  target: "es2022",
};

export const scripts = {
  page: "src/page/main.ts",
  scheme: "src/scheme.ts",
  "embed-element": "src/embed/element.ts",
  "embed-frame": "src/embed/frame.ts",
  finder: "src/finder/main.ts",
  "finder-start": "src/finder/start.ts",
  shortlist: "src/shortlist/main.ts",
  forms: "src/forms/main.ts",
  "search-worker": "src/search/worker.ts",
};
