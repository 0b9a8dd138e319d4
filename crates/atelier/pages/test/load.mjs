// Runs modules of src, which are TypeScript, in tests.
import { join } from "node:path";
import { build } from "esbuild";

/** What a module of src exports, bundled with what it imports. */
export async function load(path) {
  const entry = join(import.meta.dirname, "../src", path);
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: "esm", write: false, jsx: "automatic", jsxImportSource: "preact" });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
}
