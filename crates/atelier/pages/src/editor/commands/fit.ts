// Makes pasted text fit the place where it goes.
import type { EditorState } from "@codemirror/state";
import { VERBATIM, around, isBlank, lineStart } from "./context";

/** What only the start of a line can be. */
const BLOCK = /^(?:#{1,6} |[-*+] |\d{1,9}[.)] |> ?|\||```|!\[[^\]\n]*\]\([^)\n]*\)\s*$)/;
const ITEM = /^(?:[-*+]|\d{1,9}[.)]) +(?:\[[ xX]\] +)?/;

/** A text in place of a passage: on one line in a cell of a table, with the marks of the quotation around it, as blocks of its own. */
export function fit(state: EditorState, from: number, to: number, text: string): string {
  if (around(state, from, to, VERBATIM)) return text;
  if (around(state, from, from, ["Table"])) return text.trim().replace(/\s*\n\s*/g, " ").replace(/(?<!\\)\|/g, "\\|");
  const first = state.doc.lineAt(from);
  const last = state.doc.lineAt(to);
  const before = first.text.slice(0, from - first.from);
  const after = last.text.slice(to - last.from);
  const { quote, indent, marker } = lineStart(first.text);
  const isItem = marker !== "" && before.length >= quote.length + indent.length + marker.length;
  if (isItem && ITEM.test(text)) return items(text, before.length === quote.length + indent.length + marker.length, quote + indent);
  const lines = text.split("\n");
  const opens = BLOCK.test(text) && !isBlank(before) ? "\n\n" : "";
  const closes = !isBlank(after) && BLOCK.test(lines[lines.length - 1]!) ? "\n\n" : "";
  const margin = quote + (isItem ? indent + " ".repeat(marker.replace(/\[[ xX]\][ \t]*$/, "").length) : "");
  return (opens + text + closes).replace(/\n(?=(.?))/g, (_, next: string) => `\n${next === "" || next === "\n" ? margin.trimEnd() : margin}`);
}

/** Items of a list, in a list. */
function items(text: string, isEmpty: boolean, margin: string): string {
  return (isEmpty ? text.replace(ITEM, "") : `\n${text}`).replace(/\n(?=.)/g, `\n${margin}`);
}
