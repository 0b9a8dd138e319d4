// Tables: made, moved through, and changed by rows and columns. What is not changed keeps its bytes.
import { type ChangeSpec, EditorSelection, type EditorState } from "@codemirror/state";
import { insertBlock } from "./blocks";
import type { Change } from "./context";
import { type Alignment, type Row, type WrittenTable, columns, inside, plainRow, position, row, rule, tableAt, tidy } from "./table";

/** A table of this many rows below its head, with the cursor in its first cell. */
export function insertTable(state: EditorState, rows: number, count: number, heading: (column: number) => string): Change {
  const heads = Array.from({ length: count }, (_, index) => heading(index + 1));
  const empty = plainRow("", Array.from({ length: count }, () => "  "));
  const rules = `|${Array.from({ length: count }, () => "---").join("|")}|`;
  const block = [plainRow("", heads), rules, ...Array.from({ length: rows }, () => empty)].join("\n");
  return insertBlock(state, block, { from: 2, to: 2 + heads[0]!.length });
}

/** A new row above or below that of the cursor. A row is never put above the head. */
export function addRow(state: EditorState, where: "above" | "below"): Change {
  const table = tableAt(state);
  if (!table) return null;
  const { row: at, column } = position(table, state.selection.main.head);
  const after = lineOf(table, where === "below" ? Math.max(at, -1) : Math.max(at - 1, -1));
  const { prefix } = table.delimiter;
  const insert = `\n${plainRow(prefix, Array.from({ length: columns(table) }, () => " "))}`;
  const cell = row(after.to + 1, insert.slice(1)).cells[column] ?? { from: after.to + 1 };
  return { changes: { from: after.to, insert }, selection: EditorSelection.cursor(cell.from + 1), userEvent: "input", scrollIntoView: true };
}

/** The line after which a row below this one goes: the head has its rule between. */
function lineOf(table: WrittenTable, at: number): Row {
  return at < 0 ? table.delimiter : table.rows[at]!;
}

/** Takes away the cursor's row; null for the head. */
export function removeRow(state: EditorState): Change {
  const table = tableAt(state);
  if (!table) return null;
  const { row: at, column } = position(table, state.selection.main.head);
  const line = table.rows[at];
  if (!line) return null;
  const next = table.rows[at + 1];
  const target = next ?? table.rows[at - 1] ?? table.head;
  const cell = target.cells[Math.min(column, target.cells.length - 1)]!;
  const shift = next ? line.to + 1 - line.from : 0;
  return {
    changes: { from: line.from - 1, to: line.to },
    selection: EditorSelection.cursor(inside(state, cell).from - shift),
    userEvent: "delete",
    scrollIntoView: true,
  };
}

/** A new column before or after that of the cursor. */
export function addColumn(state: EditorState, where: "before" | "after"): Change {
  const table = tableAt(state);
  if (!table) return null;
  const { column } = position(table, state.selection.main.head);
  const changes: ChangeSpec[] = [];
  for (const line of [table.head, table.delimiter, ...table.rows]) {
    const filler = line === table.delimiter ? "---" : "   ";
    changes.push(...(where === "before" ? [cellBefore(line, column, filler)] : [cellAfter(line, column, filler)]));
  }
  const set = state.changes(changes);
  return changed(state, set, table.from, (now, at) => ({ row: at.row, column: where === "before" ? column : column + 1, table: now }));
}

function cellBefore(line: Row, column: number, filler: string): { from: number; insert: string } {
  const cell = line.cells[column];
  if (!cell) return cellAfter(line, column, filler);
  // A first cell may have no bar before it.
  return { from: cell.from, insert: column === 0 && !line.opens ? `| ${filler.trim()} | ` : `${filler}|` };
}

function cellAfter(line: Row, column: number, filler: string): { from: number; insert: string } {
  const cell = line.cells[column];
  const missing = column - (line.cells.length - 1);
  const isLast = column >= line.cells.length - 1;
  if (cell && (!isLast || line.closes)) return { from: cell.to, insert: `|${filler}` };
  const end = line.cells[line.cells.length - 1]?.to ?? line.to;
  if (cell || !line.closes) return { from: end, insert: `${" |   ".repeat(Math.max(0, missing))} |${filler}|` };
  return { from: end, insert: `|   `.repeat(missing) + `|${filler}` };
}

/** Takes away the cursor's column; null for the only one. */
export function removeColumn(state: EditorState): Change {
  const table = tableAt(state);
  if (!table || columns(table) < 2) return null;
  const { column } = position(table, state.selection.main.head);
  const changes: ChangeSpec[] = [];
  for (const line of [table.head, table.delimiter, ...table.rows]) {
    const cell = line.cells[column];
    const next = line.cells[column + 1];
    if (!cell) continue;
    // With the bar behind it, or for the last one without such a bar, that before it.
    if (next || line.closes) changes.push({ from: cell.from, to: cell.to + 1 });
    else changes.push({ from: Math.max(line.from + line.prefix.length, cell.from - 1), to: cell.to });
  }
  const set = state.changes(changes);
  return changed(state, set, table.from, (now, at) => ({ row: at.row, column: Math.min(column, columns(now) - 1), table: now }));
}

/** A change of columns, with the cursor in a cell of the table that results. */
function changed(
  state: EditorState,
  changes: ReturnType<EditorState["changes"]>,
  from: number,
  where: (table: WrittenTable, at: { row: number; column: number }) => { row: number; column: number; table: WrittenTable },
): Change {
  const before = tableAt(state)!;
  const next = state.update({ changes }).state;
  const table = tableAt(next, from + before.head.prefix.length);
  if (!table) return { changes, userEvent: "input" };
  const place = where(table, position(before, state.selection.main.head));
  const line = place.row < 0 ? table.head : table.rows[place.row]!;
  const cell = line.cells[Math.min(place.column, line.cells.length - 1)]!;
  return { changes, selection: EditorSelection.cursor(inside(next, cell).from), userEvent: "input", scrollIntoView: true };
}

/** Sets a column to the left, the middle or the right; again, to where it was. */
export function alignColumn(state: EditorState, alignment: Exclude<Alignment, null>): Change {
  const table = tableAt(state);
  if (!table) return null;
  const { column } = position(table, state.selection.main.head);
  const cell = table.delimiter.cells[column];
  if (!cell) return null;
  const wanted = table.alignments[column] === alignment ? null : alignment;
  const { from, to } = inside(state, cell);
  const dashes = Math.max(3, to - from);
  const short = rule(wanted);
  const insert = short.replace("---", "-".repeat(dashes - (short.length - 3)));
  return { changes: { from, to, insert: insert.length < 3 ? short : insert }, userEvent: "input" };
}

/** Puts the bars below one another. */
export function tidyTable(state: EditorState): Change {
  const table = tableAt(state);
  if (!table) return null;
  const insert = tidy(table);
  const at = position(table, state.selection.main.head);
  if (insert === state.sliceDoc(table.from, table.to)) return null;
  const changes = state.changes({ from: table.from, to: table.to, insert });
  return changed(state, changes, table.from, (now) => ({ ...at, table: now }));
}

/** To the next cell or the one before; a new row below the last; null before the first. */
export function moveCell(state: EditorState, step: 1 | -1): Change {
  const table = tableAt(state);
  if (!table) return null;
  const lines = [table.head, ...table.rows];
  const at = position(table, state.selection.main.head);
  const count = columns(table);
  let line = at.row + 1;
  let column = at.column + step;
  if (column >= count || column >= (lines[line]?.cells.length ?? 0)) [line, column] = step > 0 ? [line + 1, 0] : [line, column];
  if (column < 0) {
    line -= 1;
    column = Math.min(count, lines[line]?.cells.length ?? 0) - 1;
  }
  if (line < 0) return null;
  const target = lines[line]?.cells[column];
  if (!target) return lastRow(state, table);
  const { from, to } = inside(state, target);
  return { selection: EditorSelection.range(from, to), userEvent: "select", scrollIntoView: true };
}

function lastRow(state: EditorState, table: WrittenTable): Change {
  const last = table.rows[table.rows.length - 1] ?? table.delimiter;
  const insert = `\n${plainRow(table.delimiter.prefix, Array.from({ length: columns(table) }, () => " "))}`;
  const cell = row(last.to + 1, insert.slice(1)).cells[0]!;
  return { changes: { from: last.to, insert }, selection: EditorSelection.cursor(cell.from + 1), userEvent: "input", scrollIntoView: true };
}

/** To the cell below; a new row below the last; out of the table where the last row is empty, which goes. */
export function enterCell(state: EditorState): Change {
  const table = tableAt(state);
  if (!table) return null;
  const at = position(table, state.selection.main.head);
  const below = table.rows[at.row + 1];
  const line = table.rows[at.row];
  if (below) {
    const cell = below.cells[Math.min(at.column, below.cells.length - 1)]!;
    return { selection: EditorSelection.cursor(inside(state, cell).to), userEvent: "select", scrollIntoView: true };
  }
  if (line && line.cells.every((cell) => !cell.text)) {
    const quote = table.delimiter.prefix.trimEnd();
    const insert = `${quote}\n${table.delimiter.prefix}`;
    return { changes: { from: line.from, to: line.to, insert }, selection: EditorSelection.cursor(line.from + insert.length), userEvent: "input", scrollIntoView: true };
  }
  return addRow(state, "below");
}
