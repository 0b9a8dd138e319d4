// What stands between two blank lines: contact cards, images, callouts.
import { type ChangeSpec, EditorSelection, type EditorState } from "@codemirror/state";
import { type Change, around, isBlank, lineStart, selectedLines, topBlock } from "./context";
import { escapeAddress, escapeText } from "./links";

/** Puts a block at the cursor's blank line, or below the block around the cursor. Selects `select` in it, otherwise goes to its end. */
export function insertBlock(state: EditorState, block: string, select?: { from: number; to: number }): Change {
  const { head } = state.selection.main;
  const line = state.doc.lineAt(head);
  const isHere = line.text.trim() === "" && topBlock(state, head)?.name !== "FencedCode";
  const end = isHere ? line.from : endOfBlock(state, head);
  const before = state.sliceDoc(0, end).replace(/[ \t]+$/, "");
  const after = state.sliceDoc(isHere ? line.to : end);
  const opening = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const closing = after === "" ? "\n" : /^\n[ \t]*(?:\n|$)/.test(after) ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  const start = end + opening.length;
  const range = select ? EditorSelection.range(start + select.from, start + select.to) : EditorSelection.cursor(start + block.length);
  return {
    changes: { from: end, to: isHere ? line.to : end, insert: opening + block + closing },
    selection: range,
    userEvent: "input",
    scrollIntoView: true,
  };
}

function endOfBlock(state: EditorState, head: number): number {
  const block = topBlock(state, head);
  return state.doc.lineAt(Math.max(head, Math.min(block?.to ?? head, state.doc.length))).to;
}

/** `![](organization:mdph)`. */
export function insertCard(state: EditorState, value: string): Change {
  return insertBlock(state, `![](${value.startsWith("organization:") ? value : `organization:${value}`})`);
}

export interface Picture {
  src: string;
  /** Empty where the image says nothing. */
  alt: string;
  caption: string;
}

/** `![What one sees](name.jpg "The caption")`. */
export function picture({ src, alt, caption }: Picture): string {
  const title = caption.trim().replace(/\s*\n\s*/g, " ").replace(/["\\]/g, "\\$&");
  return `![${escapeText(alt)}](${escapeAddress(src)}${title ? ` "${title}"` : ""})`;
}

/** The callouts that readers tell apart, by their names in Markdown. */
export const CALLOUTS = ["NOTE", "TIP", "IMPORTANT", "WARNING"] as const;

export type Callout = (typeof CALLOUTS)[number];

const TITLE = /^[ \t]*\[!(\w+)\][ \t]*$/;

/** The callout around the cursor: its name and where it is. */
export function calloutAt(state: EditorState): { name: string; from: number; to: number } | null {
  const { from, to } = state.selection.main;
  let node = around(state, from, to, ["Blockquote"]);
  for (; node; node = node.parent) {
    if (node.name !== "Blockquote") continue;
    const name = TITLE.exec(state.doc.lineAt(node.from).text.slice(node.from - state.doc.lineAt(node.from).from + 1))?.[1];
    if (name) return { name: name.toUpperCase(), from: node.from, to: node.to };
  }
  return null;
}

/** Puts the selected lines, or the paragraph at the cursor, into a callout; changes the one around it; undoes it if it is the same. */
export function toggleCallout(state: EditorState, name: Callout): Change {
  const found = calloutAt(state);
  if (found) return found.name === name ? unwrap(state, found) : rename(state, found, name);
  const { main } = state.selection;
  const line = state.doc.lineAt(main.head);
  if (main.empty && line.text.trim() === "") {
    const block = `> [!${name}]\n> `;
    return insertBlock(state, block, { from: block.length, to: block.length });
  }
  const lines = selectedLines(state);
  const paragraph = main.empty ? around(state, main.head, main.head, ["Paragraph"]) : null;
  const isTop = paragraph?.parent?.type.isTop;
  const first = isTop ? state.doc.lineAt(paragraph.from) : lines[0]!;
  const last = isTop ? state.doc.lineAt(paragraph.to) : lines[lines.length - 1]!;
  const changes: ChangeSpec[] = [{ from: first.from, insert: `${gap(state, first.number - 1, "\n")}> [!${name}]\n` }];
  for (let number = first.number; number <= last.number; number += 1) {
    const each = state.doc.line(number);
    changes.push({ from: each.from, insert: each.text.trim() === "" ? ">" : "> " });
  }
  changes.push({ from: last.to, insert: gap(state, last.number + 1, "\n") });
  const set = state.changes(changes);
  const head = set.mapPos(main.head, 1);
  return { changes: set, selection: main.empty ? EditorSelection.cursor(Math.min(head, set.mapPos(last.to, -1))) : undefined, userEvent: "input", scrollIntoView: true };
}

/** A line end where the line of this number is not blank. */
function gap(state: EditorState, number: number, end: string): string {
  return number >= 1 && number <= state.doc.lines && !isBlank(state.doc.line(number).text) ? end : "";
}

function rename(state: EditorState, found: { from: number }, name: Callout): Change {
  const line = state.doc.lineAt(found.from);
  const at = line.text.indexOf("[!", found.from - line.from);
  const from = line.from + at + 2;
  return { changes: { from, to: line.from + line.text.indexOf("]", at), insert: name }, userEvent: "input" };
}

function unwrap(state: EditorState, found: { from: number; to: number }): Change {
  const first = state.doc.lineAt(found.from);
  const last = state.doc.lineAt(found.to).number;
  const changes: ChangeSpec[] = [{ from: first.from, to: Math.min(first.to + 1, state.doc.length) }];
  const depth = found.from - first.from;
  for (let number = first.number + 1; number <= last; number += 1) {
    const line = state.doc.line(number);
    const mark = /^[ \t]{0,3}>[ \t]?/.exec(line.text.slice(Math.min(depth, line.length)))?.[0];
    if (mark) changes.push({ from: line.from + depth, to: line.from + depth + mark.length });
  }
  return { changes, userEvent: "input", scrollIntoView: true };
}

/** Whether a line's block is a paragraph of its own and not part of a list, a table or a quotation. */
export function isPlain(state: EditorState, pos: number): boolean {
  const line = state.doc.lineAt(pos);
  const { quote, marker, indent } = lineStart(line.text);
  return !quote && !marker && indent.length < 4 && topBlock(state, pos)?.name !== "Table";
}
