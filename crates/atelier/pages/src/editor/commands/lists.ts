// Lists: with bullets, numbered, with boxes to tick.
import { ChangeSet, type ChangeSpec, EditorSelection, type EditorState, type Line, type Text } from "@codemirror/state";
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
  const { indent } = lineStart(first.text);
  const above = sibling(state, first);
  if (!above) return null;
  const width = content(above.text) - indent.length;
  const changes: ChangeSpec[] = lines
    .filter((line) => !isBlank(line.text))
    .map((line) => ({ from: line.from + lineStart(line.text).quote.length, insert: " ".repeat(width) }));
  return moved(state, changes, first, indent.length);
}

/** Puts items beside the one that holds them; null where none does. */
export function outdentItem(state: EditorState): Change {
  const lines = items(state);
  const first = lines[0];
  if (!first) return null;
  const { indent } = lineStart(first.text);
  const owner = parent(state, first);
  if (!owner) return null;
  const width = indent.length - lineStart(owner.text).indent.length;
  const changes: ChangeSpec[] = lines.map((line) => {
    const start = line.from + lineStart(line.text).quote.length;
    const spaces = Math.min(width, /^ */.exec(line.text.slice(lineStart(line.text).quote.length))![0].length);
    return { from: start, to: start + spaces };
  });
  return moved(state, changes, first, lineStart(owner.text).indent.length);
}

/** Moves items from `first` on; `least`: the outermost column that one leaves or comes to. Numbers follow one another again. */
function moved(state: EditorState, changes: ChangeSpec[], first: Line, least: number): Change {
  const moves = state.changes(changes);
  const doc = moves.apply(state.doc);
  const set = moves.compose(ChangeSet.of(renumbered(doc, first.number, least), doc.length));
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

/** The number that an item is written with, and where. */
function numberAt(line: Line): { at: number; written: string } {
  const { quote, indent } = lineStart(line.text);
  const at = quote.length + indent.length;
  return { at: line.from + at, written: /^\d+/.exec(line.text.slice(at))?.[0] ?? "" };
}

/** The number of the item before a line, in the list at its column; null if it is the first. */
function numberBefore(doc: Text, before: number, column: number): number | null {
  for (let number = before - 1; number > 0; number -= 1) {
    const line = doc.line(number);
    if (isBlank(line.text)) continue;
    const { kind, indent } = lineStart(line.text);
    if (kind && indent.length === column) return kind === "number" ? Number(numberAt(line).written) : null;
    if (indent.length < column && (kind || isBlank(doc.line(number + 1).text))) return null;
  }
  return null;
}

/**
 * What makes the numbers of items follow one another, from an item on that has moved, in the lists down to the column `least`. Items that
 * all have the same number keep it: that is a way of writing.
 */
function renumbered(doc: Text, first: number, least: number): ChangeSpec[] {
  const changes: ChangeSpec[] = [];
  const lists = new Map<number, { number: number; written: string }>();
  for (let number = first; number <= doc.lines; number += 1) {
    const line = doc.line(number);
    if (isBlank(line.text)) continue;
    const { kind, indent } = lineStart(line.text);
    const column = indent.length;
    if (!kind && column <= least && number > 1 && isBlank(doc.line(number - 1).text)) break;
    if (!kind) continue;
    if (column < least) break;
    for (const inner of lists.keys()) if (inner > column) lists.delete(inner);
    if (kind !== "number") {
      lists.delete(column);
      continue;
    }
    const { at, written } = numberAt(line);
    const known = lists.get(column);
    const before = known ? known.number : numberBefore(doc, number, column);
    const isSame = number > first && (known?.written ?? `${before}`) === written;
    const wanted = isSame ? Number(written) : before !== null ? before + 1 : number === first ? 1 : Number(written);
    if (wanted !== Number(written)) changes.push({ from: at, to: at + written.length, insert: `${wanted}` });
    // The number that the moved item had belongs to another list.
    lists.set(column, { number: wanted, written: number === first ? "" : written });
  }
  return changes;
}
