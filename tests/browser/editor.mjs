// A page with nothing but the workshop's Markdown editor, behind the workshop's own policy, on a port of this machine.
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const pages = fileURLToPath(new URL("../../crates/atelier/pages", import.meta.url));
const require = createRequire(join(pages, "package.json"));
const { build } = require("esbuild");
const NONCE = "c2VjcmV0";
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' 'nonce-${NONCE}'`,
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");

/** What the page around the editor is: what it would ask a server for is here. `window.editor` is the editor, `window.heard` what it said. */
const SCRIPT = `
import { mount } from "./src/editor/index";
import { announceWith } from "./src/live";
import { loadWords } from "./src/words";

const FOUND = {
  page: [["carte.md", "Carte de bibliothèque", "guide"], ["../articles/a (1).md", "La permanence", "article"]],
  file: [["plan.pdf", "plan.pdf", "12 Ko"]],
  image: [["mairie.jpg", "mairie.jpg", "480 × 320"]],
  organization: [["mairie", "Mairie d’Exempleville", "1 place de la République"], ["mdph", "MDPH", "Rennes"]],
  word: [["R1046", "foyer fiscal", "Ensemble des personnes d’une déclaration"]],
};
const fold = (text) => text.normalize("NFD").replace(/\\p{M}/gu, "").toLowerCase();
const heard = (window.heard = { changes: [], said: [], pasted: [], sent: [], mended: 0 });
announceWith(({ words }) => {
  heard.said.push(words);
  document.getElementById("said").textContent = words;
});
await loadWords();
const options = new URLSearchParams(location.search);
window.refusals = [];
document.addEventListener("securitypolicyviolation", (event) => window.refusals.push(event.violatedDirective + " " + event.blockedURI + " " + event.sample));
window.editor = mount(document.getElementById("here"), {
  text: options.get("text") ?? "",
  lang: options.get("lang") ?? "fr",
  nonce: document.querySelector("meta[name=guichet-nonce]").content,
  mode: options.get("mode") ?? "body",
  label: "Texte de la page",
  onChange: (text) => heard.changes.push(text),
  complete: async (what, query) =>
    FOUND[what].filter(([value, title]) => fold(value + " " + title).includes(fold(query))).map(([value, title, detail]) => ({ value, title, detail })),
  upload: async (file, progress, signal) => {
    heard.sent.push(file.name);
    progress?.(0.5);
    if (window.delay) await window.delay;
    if (window.refusal) throw new Error(window.refusal);
    return { src: file.name, width: 10, height: 10 };
  },
  paste: async (html) => {
    heard.pasted.push(html);
    if (window.delay) await window.delay;
    if (window.refusal) throw new Error(window.refusal);
    return new DOMParser().parseFromString(html, "text/html").body.textContent.trim().split(/\\s+/).map((word) => "**" + word + "**").join(" ");
  },
});
`;

async function bundled() {
  const css = readdirSync(join(pages, "src/style")).filter((name) => name.endsWith(".css")).sort();
  const options = { bundle: true, write: false, format: "esm", target: ["chrome100", "firefox102"], jsx: "automatic", jsxImportSource: "preact" };
  const [script, style] = await Promise.all([
    build({ ...options, stdin: { contents: SCRIPT, resolveDir: pages, loader: "ts" } }),
    build({ ...options, stdin: { contents: css.map((name) => `@import "./src/style/${name}";`).join("\n"), resolveDir: pages, loader: "css" } }),
  ]);
  return { script: script.outputFiles[0].text, style: style.outputFiles[0].text };
}

function words(language) {
  const folder = join(pages, "words", language);
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
}

const page = (language) => `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="guichet-nonce" content="${NONCE}">
<meta name="viewport" content="width=device-width"><title>Éditeur</title><link rel="stylesheet" href="/assets/app.css"><link rel="stylesheet" href="/here.css">
<main><h1>Un texte</h1><div id="here"></div><a href="#apres" id="after">Après</a></main><p id="said" class="sr" role="status"></p><script type="module" src="/here.js"></script></html>`;

/** Serves the page; `address` takes ?text= and ?mode=, `close` ends it. */
export async function serve() {
  const { script, style } = await bundled();
  const answers = {
    "/": ["text/html", (query) => page(query.get("tool") ?? "fr")],
    "/here.js": ["text/javascript", () => script],
    "/assets/app.css": ["text/css", () => style],
    "/here.css": ["text/css", () => "main { padding: 8px; } h1 { font-size: 1rem; } #here { height: 70vh; }"],
    "/assets/fr.ftl": ["text/plain", () => words("fr")],
    "/assets/en.ftl": ["text/plain", () => words("en")],
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://here");
    const found = answers[pathname];
    response.writeHead(found ? 200 : 404, { "content-type": `${found?.[0] ?? "text/plain"}; charset=utf-8`, "content-security-policy": POLICY });
    response.end(found ? found[1](searchParams) : "");
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
