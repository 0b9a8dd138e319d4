// Lists: with bullets, numbered, with boxes to tick.
import { type ChangeSpec, EditorSelection, type EditorState, type Line } from "@codemirror/state";
import { type Change, around, isBlank, lineStart, selectedLines } from "./context";

export type ListKind = "bullet" | "number" | "task";

export function listKind(state: EditorState): ListKind | null {
  const line = state.doc.lineAt(state.selection.main.head);
  const { kind } = lineStart(line.text);
  return kind && isItem(state, line) ? kind : null;
}

/** Makes a list of the selected lines, or paragraphs again where they are a list of this kind. */
export function toggleList(state: EditorState, kind: ListKind): Change {
  const lines = selectedLines(state);
  const written = lines.length > 1 ? lines.filter((line) => !isBlank(line.text)) : lines;
  const isList = written.every((line) => lineStart(line.text).kind === kind);
  const changes: { from: number; to: number; insert?: string }[] = [];
  const counts = new Map<string, number>();
  written.forEach((line, index) => {
    const start = lineStart(line.text);
    const from = line.from + start.quote.length + start.indent.length;
    const to = from + start.marker.length + (isList ? 0 : start.heading.length);
    const count = (counts.get(start.indent) ?? 0) + 1;
    counts.set(start.indent, count);
    const marker = isList ? "" : kind === "number" ? `${count}. ` : kind === "task" ? "- [ ] " : "- ";
    const previous = written[index - 1];
    if (previous && isList && previous.number === line.number - 1) changes.push({ from: line.from, to: line.from, insert: `${start.quote.trimEnd()}\n` });
    if (previous && !isList && previous.number < line.number - 1) changes.push({ from: previous.to, to: line.from - 1 });
    changes.push({ from, to, insert: marker });
  });
  const set = state.changes(changes);
  return { changes: set, selection: state.selection.map(set, 1), userEvent: "input", scrollIntoView: true };
}

function isItem(state: EditorState, line: Line): boolean {
  const { kind, quote, indent } = lineStart(line.text);
  const at = line.from + quote.length + indent.length;
  return kind !== null && around(state, at, at, ["ListItem"]) !== null;
}

/** Whether the cursor is in an item of a list. */
export function inList(state: EditorState): boolean {
  const { head } = state.selection.main;
  return around(state, head, head, ["ListItem"]) !== null;
}

/** The lines of the items that begin in the selection, with all that is part of them. */
function items(state: EditorState): Line[] {
  const numbers = new Set<number>();
  for (const line of selectedLines(state)) {
    const at = line.from + lineStart(line.text).quote.length + lineStart(line.text).indent.length;
    const item = around(state, at, at, ["ListItem"]);
    if (!item) continue;
    const last = state.doc.lineAt(item.to).number;
    for (let number = line.number; number <= last; number += 1) numbers.add(number);
  }
  return [...numbers].sort((a, b) => a - b).map((number) => state.doc.line(number));
}

/** Puts items below the one above them; null for the first of a list. */
export function indentItem(state: EditorState): Change {
  const lines = items(state);
  const first = lines[0];
  if (!first || lineStart(first.text).kind === null) return null;
  const { quote, indent, kind } = lineStart(first.text);
  const above = sibling(state, first);
  if (!above) return null;
  const width = content(above.text) - indent.length;
  const changes: ChangeSpec[] = lines
    .filter((line) => !isBlank(line.text))
    .map((line) => ({ from: line.from + lineStart(line.text).quote.length, insert: " ".repeat(width) }));
  // The first of a numbered list inside another begins again.
  if (kind === "number") {
    const from = first.from + quote.length + indent.length;
    const last = lastBelow(state, above, first);
    changes.push({ from, to: from + /^\d+/.exec(first.text.slice(quote.length + indent.length))![0].length, insert: `${last + 1}` });
  }
  return moved(state, changes);
}

/** Puts items beside the one that holds them; null where none does. */
export function outdentItem(state: EditorState): Change {
  const lines = items(state);
  const first = lines[0];
  if (!first) return null;
  const { quote, indent } = lineStart(first.text);
  const owner = parent(state, first);
  if (!owner) return null;
  const width = indent.length - lineStart(owner.text).indent.length;
  const changes: ChangeSpec[] = lines.map((line) => {
    const start = line.from + lineStart(line.text).quote.length;
    const spaces = Math.min(width, /^ */.exec(line.text.slice(lineStart(line.text).quote.length))![0].length);
    return { from: start, to: start + spaces };
  });
  const { kind, indent: level } = lineStart(owner.text);
  if (kind === "number" && lineStart(first.text).kind === "number") {
    const from = first.from + quote.length + indent.length;
    const number = Number(/^\d+/.exec(owner.text.slice(quote.length + level.length))![0]) + 1;
    changes.push({ from, to: from + /^\d+/.exec(first.text.slice(quote.length + indent.length))![0].length, insert: `${number}` });
  }
  return moved(state, changes);
}

function moved(state: EditorState, changes: ChangeSpec[]): Change {
  const set = state.changes(changes);
  const ranges = state.selection.ranges.map((range) => EditorSelection.range(set.mapPos(range.anchor, 1), set.mapPos(range.head, 1)));
  return { changes: set, selection: EditorSelection.create(ranges, state.selection.mainIndex), userEvent: "indent", scrollIntoView: true };
}

/** The column at which an item's text begins, without quotations around it. */
function content(text: string): number {
  const { indent, marker } = lineStart(text);
  return indent.length + /^(?:[-*+]|\d+[.)])[ \t]?/.exec(marker)![0].length;
}

/** The item above at the same level. */
function sibling(state: EditorState, line: Line): Line | null {
  return above(state, line, (indent, own) => indent === own);
}

/** The item that holds this one. */
function parent(state: EditorState, line: Line): Line | null {
  return above(state, line, (indent, own) => indent < own);
}

function above(state: EditorState, line: Line, isWanted: (indent: number, own: number) => boolean): Line | null {
  const own = lineStart(line.text).indent.length;
  for (let number = line.number - 1; number > 0; number -= 1) {
    const other = state.doc.line(number);
    if (isBlank(other.text)) continue;
    const { kind, indent } = lineStart(other.text);
    if (kind && isWanted(indent.length, own)) return other;
    if (indent.length < own && kind) return null;
    if (indent.length === 0 && !kind && isBlank(state.doc.line(number + 1).text)) return null;
  }
  return null;
}

/** The number of the last item directly below another, before a line. */
function lastBelow(state: EditorState, owner: Line, before: Line): number {
  const column = content(owner.text);
  for (let number = before.number - 1; number > owner.number; number -= 1) {
    const { kind, indent, quote } = lineStart(state.doc.line(number).text);
    if (kind === "number" && indent.length === column) return Number(/^\d+/.exec(state.doc.line(number).text.slice(quote.length + column))![0]);
  }
  return 0;
}
