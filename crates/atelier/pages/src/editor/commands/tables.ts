// Tables: made, moved through, and changed by rows and columns. What is not changed keeps its bytes.
import { type ChangeSet, type ChangeSpec, EditorSelection, type EditorState } from "@codemirror/state";
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
  const at = where === "before" ? column : column + 1;
  const changes = isRegular(table)
    ? lines(table).map((line) => {
        const cell = line.cells[column]!;
        const filler = line === table.delimiter ? "---" : "   ";
        return where === "before" ? { from: cell.from, insert: `${filler}|` } : { from: cell.to, insert: `|${filler}` };
      })
    : rewritten(table, (cells, line) => cells.splice(at, 0, line === table.delimiter ? "---" : " "));
  return changed(state, state.changes(changes), table, (row) => ({ row, column: at }));
}

/** Takes away the cursor's column; null for the only one. */
export function removeColumn(state: EditorState): Change {
  const table = tableAt(state);
  if (!table || columns(table) < 2) return null;
  const { column } = position(table, state.selection.main.head);
  const changes = isRegular(table)
    ? lines(table).map((line) => ({ from: line.cells[column]!.from, to: line.cells[column]!.to + 1 }))
    : rewritten(table, (cells) => cells.splice(column, 1));
  return changed(state, state.changes(changes), table, (row) => ({ row, column: Math.min(column, columns(table) - 2) }));
}

function lines(table: WrittenTable): Row[] {
  return [table.head, table.delimiter, ...table.rows];
}

/** Whether all lines have the bars and cells that they may have. */
function isRegular(table: WrittenTable): boolean {
  return lines(table).every(({ opens, closes, cells }) => opens && closes && cells.length === columns(table));
}

/** Each line written anew with all its bars and cells: without bars at its ends, a table of one column would be none. */
function rewritten(table: WrittenTable, change: (cells: string[], line: Row) => void): ChangeSpec[] {
  return lines(table).map((line) => {
    const cells = Array.from({ length: columns(table) }, (_, index) => line.cells[index]?.text || " ");
    change(cells, line);
    return { from: line.from, to: line.to, insert: plainRow(line.prefix, cells) };
  });
}

/** A change of columns, with the cursor in a cell of the table that results. */
function changed(state: EditorState, changes: ChangeSet, before: WrittenTable, where: (row: number) => { row: number; column: number }): Change {
  const next = state.update({ changes }).state;
  const table = tableAt(next, before.from + before.head.prefix.length);
  if (!table) return { changes, userEvent: "input" };
  const { row: at, column } = where(position(before, state.selection.main.head).row);
  const line = at < 0 ? table.head : table.rows[at]!;
  const cell = line.cells[Math.min(column, line.cells.length - 1)]!;
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
  return changed(state, changes, table, () => at);
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
  if (!target) return lastRow(table);
  const { from, to } = inside(state, target);
  return { selection: EditorSelection.range(from, to), userEvent: "select", scrollIntoView: true };
}

function lastRow(table: WrittenTable): Change {
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
