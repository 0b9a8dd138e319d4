// Headings: « Titre » is `##`, since `#` is the page's title, and « Sous-titre » is `###`.
import type { EditorState } from "@codemirror/state";
import { type Change, around, isBlank, lineStart, selectedLines, tree } from "./context";

/** The level of the heading at the cursor, or 0. */
export function headingLevel(state: EditorState): number {
  const line = state.doc.lineAt(state.selection.main.head);
  const { heading } = lineStart(line.text);
  if (heading) return heading.trim().length;
  const setext = around(state, line.from, line.to, ["SetextHeading1", "SetextHeading2"]);
  return setext ? Number(setext.name.slice(-1)) : 0;
}

/** Makes headings of the selected lines, or plain text again where they are headings of this level. */
export function setHeading(state: EditorState, level: number): Change {
  const lines = selectedLines(state);
  const written = lines.length > 1 ? lines.filter((line) => !isBlank(line.text)) : lines;
  const wanted = written.every((line) => lineStart(line.text).heading.trim().length === level) ? 0 : level;
  const changes: { from: number; to: number; insert?: string }[] = [];
  for (const line of written) {
    const { quote, indent, marker, heading } = lineStart(line.text);
    const from = line.from + quote.length;
    const opening = indent.length + heading.length + marker.length;
    changes.push({ from, to: from + opening, insert: wanted > 0 ? `${"#".repeat(wanted)} ` : marker });
    const underline = around(state, line.from, line.to, ["SetextHeading1", "SetextHeading2"])?.getChild("HeaderMark");
    if (underline) {
      const under = state.doc.lineAt(underline.from);
      changes.push({ from: under.from - 1, to: under.to });
    }
  }
  if (changes.length === 0) return null;
  const set = state.changes(changes);
  return { changes: set, selection: state.selection.map(set, 1), userEvent: "input", scrollIntoView: true };
}

/** Whether a place is inside a heading. */
export function isHeading(state: EditorState, pos: number): boolean {
  let found = false;
  tree(state).iterate({ from: pos, to: pos, enter: (node) => void (found ||= /^(ATX|Setext)Heading/.test(node.name)) });
  return found;
}
