// What Enter and Backspace do in running text: as in a word processor, Enter begins a paragraph, which Markdown separates by a blank line.
import { EditorSelection, type EditorState } from "@codemirror/state";
import { type Change, VERBATIM, around, isBlank, lineStart, topBlock } from "./context";
import { outdentItem } from "./lists";

const RUNNING = ["Paragraph", "ATXHeading1", "ATXHeading2", "ATXHeading3", "ATXHeading4", "ATXHeading5", "ATXHeading6", "FootnoteDefinition"];

const TITLE = /^(?:[ \t]{0,3}>[ \t]?)+\[!\w+\][ \t]*$/;

/** Begins a paragraph; null where Enter means something else: in lists, tables, code, fields, at a line's start. */
export function newParagraph(state: EditorState): Change {
  const { main } = state.selection;
  if (state.selection.ranges.length > 1) return null;
  const line = state.doc.lineAt(main.from);
  const before = state.sliceDoc(line.from, main.from);
  if (isBlank(before) || TITLE.test(line.text) || around(state, main.from, main.to, VERBATIM) || around(state, main.from, main.from, ["ListItem"])) return null;
  const { quote } = lineStart(line.text);
  const block = quote ? around(state, main.from, main.from, ["Paragraph"]) : topBlock(state, main.from);
  if (!block || !RUNNING.includes(block.name)) return null;
  // A definition's line follows its term.
  if (/^ {0,3}:[ \t]/.test(line.text)) return null;
  const spaces = /[ \t]*$/.exec(before)![0].length;
  const after = /^[ \t]*/.exec(state.sliceDoc(main.to, state.doc.lineAt(main.to).to))![0].length;
  const insert = `\n${quote.trimEnd()}\n${quote}`;
  return {
    changes: { from: main.from - spaces, to: main.to + after, insert },
    selection: EditorSelection.cursor(main.from - spaces + insert.length),
    userEvent: "input",
    scrollIntoView: true,
  };
}

/** On an item or a quoted line without text, ends the list or quotation; null elsewhere. A blank line follows, or the next words would be part of it. */
export function leaveBlock(state: EditorState): Change {
  const { main } = state.selection;
  const line = state.doc.lineAt(main.head);
  const { quote, marker, text } = lineStart(line.text);
  if (!main.empty || text.trim() || around(state, main.head, main.head, VERBATIM)) return null;
  if (marker) return outdentItem(state) ?? ended(line.from, line.to, quote);
  if (!quote.trim()) return null;
  const above = line.number > 1 ? state.doc.line(line.number - 1) : null;
  const isDouble = above !== null && above.text.includes(">") && isBlank(above.text);
  return ended(isDouble ? above.from : line.from, line.to, quote.replace(/>[ \t]?$/, ""));
}

function ended(from: number, to: number, quote: string): Change {
  const insert = `${quote.trimEnd()}\n${quote}`;
  return { changes: { from, to, insert }, selection: EditorSelection.cursor(from + insert.length), userEvent: "input", scrollIntoView: true };
}

/** Ends a line inside a paragraph: an address, the lines of a poem. */
export function breakLine(state: EditorState): Change {
  const { main } = state.selection;
  const line = state.doc.lineAt(main.from);
  const block = topBlock(state, main.from);
  const isRunning = block && !["Fields", "FencedCode", "CodeBlock", "HTMLBlock", "Table"].includes(block.name) && main.from > line.from;
  const isHeading = /^(?:ATX|Setext)Heading/.test(block?.name ?? "");
  if (!isRunning || isHeading || isBlank(line.text.slice(0, main.from - line.from))) return null;
  const { quote, indent, marker } = lineStart(line.text);
  const start = quote + indent + " ".repeat(marker.replace(/\[[ xX]\][ \t]*$/, "").length);
  const spaces = /[ \t]*$/.exec(state.sliceDoc(line.from, main.from))![0].length;
  const insert = `\\\n${start}`;
  return {
    changes: { from: main.from - spaces, to: main.to, insert },
    selection: EditorSelection.cursor(main.from - spaces + insert.length),
    userEvent: "input",
    scrollIntoView: true,
  };
}

/** At the start of a paragraph, joins it to the one above; null elsewhere. */
export function joinParagraphs(state: EditorState): Change {
  const { main } = state.selection;
  if (!main.empty || state.selection.ranges.length > 1) return null;
  const line = state.doc.lineAt(main.head);
  if (main.head !== line.from || line.number < 3) return null;
  const blank = state.doc.line(line.number - 1);
  const above = state.doc.line(line.number - 2);
  const isParagraph = isBlank(line.text) || topBlock(state, line.from)?.name === "Paragraph";
  const aboveBlock = topBlock(state, above.from)?.name ?? "";
  if (blank.length > 0 || isBlank(above.text) || !isParagraph || !RUNNING.includes(aboveBlock)) return null;
  return { changes: { from: above.to, to: line.from }, selection: EditorSelection.cursor(above.to), userEvent: "delete.backward", scrollIntoView: true };
}
