// The commands of the editor, run on texts: ¦ is the cursor, ⟦ and ⟧ are the ends of the selection.
import { join } from "node:path";
import { build } from "esbuild";

const MODULES = ["blocks", "edits", "fit", "footnotes", "headings", "inline", "links", "lists", "paragraphs", "table", "tables"];
const contents = [
  ...MODULES.map((name) => `export * from "./src/editor/commands/${name}";`),
  `export { body, file } from "./src/editor/language";`,
  `export { EditorSelection, EditorState } from "@codemirror/state";`,
  `export { syntaxTree, ensureSyntaxTree } from "@codemirror/language";`,
  `export { insertNewlineContinueMarkupCommand } from "@codemirror/lang-markdown";`,
].join("\n");
const { outputFiles } = await build({
  stdin: { contents, resolveDir: join(import.meta.dirname, ".."), loader: "ts" },
  bundle: true,
  format: "esm",
  write: false,
});

export const editor = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);

/** A state of a text with marks. */
export function read(marked, language = editor.body) {
  const from = marked.search(/[¦⟦]/);
  const doc = marked.replace(/[¦⟦⟧]/g, "");
  const to = marked.includes("⟧") ? marked.indexOf("⟧") - 1 : from;
  const state = editor.EditorState.create({ doc, selection: { anchor: Math.max(from, 0), head: Math.max(to, 0) }, extensions: [language] });
  editor.ensureSyntaxTree(state, doc.length, 5000);
  return state;
}

/** A text with marks of a state. */
export function write(state) {
  const { from, to, empty } = state.selection.main;
  const text = state.doc.toString();
  return empty ? `${text.slice(0, from)}¦${text.slice(from)}` : `${text.slice(0, from)}⟦${text.slice(from, to)}⟧${text.slice(to)}`;
}

/** What a command makes of a text; null where it does nothing. */
export function run(marked, command, language) {
  const state = read(marked, language);
  const change = command(state);
  return change && write(state.update(change).state);
}
