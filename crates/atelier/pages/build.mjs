// Makes ../assets from the sources here. `--check` compares instead: the committed files must be what would be made.
// `--out FOLDER` writes elsewhere.
//
// Three scripts, each loaded when it is needed: app.js at once, page.js when a page is opened, editor.js when its text is shown.
// What src/shared.ts names is in app.js only: the two others import it from there.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv.indexOf("--out");
const assets = out > 0 ? resolve(process.argv[out + 1]) : join(here, "../assets");
const LANGUAGES = ["fr", "en"];
const TARGET = ["chrome100", "firefox102"];

/** Scripts by the module that each starts from. */
const SCRIPTS = { "src/app.tsx": "app.js", "src/page/index.tsx": "page.js", "src/editor/index.ts": "editor.js" };

const options = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  format: "esm",
  charset: "utf8",
  target: TARGET,
  legalComments: "inline",
  jsx: "automatic",
  jsxImportSource: "preact",
  logLevel: "warning",
};

/** The modules that src/shared.ts hands on. */
function sharedModules() {
  const text = readFileSync(join(here, "src/shared.ts"), "utf8");
  return [...text.matchAll(/ from "([^"]+)";/g)].map(([, from]) => (from.startsWith(".") ? resolve(here, "src", from) : from));
}

/** Leaves out of a script what another one has. */
function elsewhere(entry) {
  const shared = new Set(sharedModules());
  const others = new Map(
    Object.entries(SCRIPTS)
      .filter(([start]) => start !== entry)
      .map(([start, script]) => [resolve(here, start), script]),
  );
  const bare = (path) => path.replace(/\.tsx?$/, "");
  const starts = new Map([...others].flatMap(([start, script]) => [[bare(start), script], [bare(start).replace(/\/index$/, ""), script]]));
  return {
    name: "elsewhere",
    setup(work) {
      work.onResolve({ filter: /./ }, ({ path, kind, resolveDir }) => {
        if (kind === "entry-point") return null;
        const name = path.startsWith(".") ? bare(resolve(resolveDir, path)) : path;
        const script = starts.get(name);
        if (script && kind === "dynamic-import") return { path: `./${script}`, external: true };
        if (entry !== "src/app.tsx" && shared.has(name)) return { path: "./app.js", external: true };
        return null;
      });
    },
  };
}

/** The licence of each package that is in a script, once. */
function licences(packages) {
  const parts = [...packages].sort().map((name) => {
    const folder = join(here, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    const text = file ? readFileSync(join(folder, file), "utf8").trim() : `${license}`;
    return `${name} ${version}\n\n${text}\n`;
  });
  return `The scripts beside this file contain the following packages.\n\n${parts.join("\n----\n\n")}`;
}

/** The messages of a file without its comments and empty lines. */
function plain(ftl) {
  return ftl
    .split("\n")
    .filter((line) => line.trim() && !line.startsWith("#"))
    .join("\n");
}

async function made() {
  const files = new Map();
  const packages = new Set();
  for (const [entry, script] of Object.entries(SCRIPTS)) {
    const { outputFiles, metafile } = await build({ ...options, entryPoints: [entry], plugins: [elsewhere(entry)] });
    for (const input of Object.keys(metafile.inputs)) {
      const inside = input.split("node_modules/").pop();
      if (inside !== input) packages.add(inside.split("/").slice(0, inside.startsWith("@") ? 2 : 1).join("/"));
    }
    files.set(script, `/*! Contains the packages of licences.txt. */\n${outputFiles[0].text}`);
  }
  const styles = readdirSync(join(here, "src/style")).filter((name) => name.endsWith(".css")).sort();
  const css = styles.map((name) => `@import "./${name}";`).join("\n");
  const { outputFiles } = await build({
    ...options,
    stdin: { contents: css, resolveDir: join(here, "src/style"), loader: "css" },
  });
  files.set("app.css", outputFiles[0].text);
  for (const language of LANGUAGES) {
    const folder = join(here, "words", language);
    const words = readdirSync(folder).filter((name) => name.endsWith(".ftl")).sort();
    files.set(`${language}.ftl`, `${words.map((name) => plain(readFileSync(join(folder, name), "utf8"))).join("\n")}\n`);
  }
  files.set("licences.txt", licences(packages));
  return files;
}

const files = await made();
const there = existsSync(assets) ? readdirSync(assets) : [];
if (process.argv.includes("--check")) {
  const differ = [...files].filter(([name, text]) => !there.includes(name) || readFileSync(join(assets, name), "utf8") !== text).map(([name]) => name);
  const extra = there.filter((name) => !files.has(name));
  for (const name of [...differ, ...extra]) console.error(`${relative(process.cwd(), join(assets, name))} is not what build.mjs makes`);
  process.exit(differ.length + extra.length > 0 ? 1 : 0);
}
mkdirSync(assets, { recursive: true });
for (const name of there.filter((one) => !files.has(one))) rmSync(join(assets, name));
for (const [name, text] of files) writeFileSync(join(assets, name), text);
