// A table as it is written: its rows, cells, and where they are.
import type { EditorState } from "@codemirror/state";
import { around } from "./context";

export type Alignment = "left" | "center" | "right" | null;

export interface Cell {
  /** Between the bars, with the spaces at its ends. */
  from: number;
  to: number;
  text: string;
}

export interface Row {
  from: number;
  to: number;
  /** What stands before the table on each of its lines: `> `, spaces. */
  prefix: string;
  opens: boolean;
  closes: boolean;
  cells: Cell[];
}

export interface WrittenTable {
  from: number;
  to: number;
  head: Row;
  delimiter: Row;
  rows: Row[];
  alignments: Alignment[];
}

export function tableAt(state: EditorState, pos = state.selection.main.head): WrittenTable | null {
  const node = around(state, pos, pos, ["Table"]);
  if (!node) return null;
  const first = state.doc.lineAt(node.from).number;
  const last = state.doc.lineAt(node.to).number;
  const lines: Row[] = [];
  for (let number = first; number <= last; number += 1) {
    const line = state.doc.line(number);
    lines.push(row(line.from, line.text));
  }
  const [head, delimiter, ...rows] = lines;
  if (!head || !delimiter) return null;
  return { from: head.from, to: lines[lines.length - 1]!.to, head, delimiter, rows, alignments: delimiter.cells.map((cell) => alignment(cell.text)) };
}

/** A line of a table. A bar after a backslash is part of its cell. */
export function row(from: number, line: string): Row {
  const prefix = /^(?:[ \t]{0,3}>)*[ \t]*/.exec(line)![0];
  const end = line.trimEnd().length;
  const bars = [...line.matchAll(/(?<!\\)\|/g)].map((bar) => bar.index).filter((bar) => bar >= prefix.length && bar < end);
  const opens = bars[0] === prefix.length;
  const closes = bars.length > (opens ? 1 : 0) && bars[bars.length - 1] === end - 1;
  const starts = [...(opens ? [] : [prefix.length]), ...bars.map((bar) => bar + 1)].filter((start) => !closes || start < end);
  const ends = [...bars.slice(opens ? 1 : 0), ...(closes ? [] : [end])];
  const cells = starts.map((start, index) => {
    const stop = ends[index] ?? end;
    return { from: from + start, to: from + stop, text: line.slice(start, stop).trim() };
  });
  return { from, to: from + line.length, prefix, opens, closes, cells };
}

function alignment(text: string): Alignment {
  const left = text.startsWith(":");
  const right = text.endsWith(":");
  return left && right ? "center" : right ? "right" : left ? "left" : null;
}

/** The row of a place, counted from the head (-1) on, and its cell. */
export function position(table: WrittenTable, pos: number): { row: number; column: number } {
  const index = [table.head, table.delimiter, ...table.rows].findIndex((one) => pos >= one.from && pos <= one.to);
  const line = index === 0 ? table.head : index === 1 ? table.delimiter : table.rows[index - 2]!;
  let column = line.cells.findIndex((cell) => pos <= cell.to);
  if (column < 0) column = line.cells.length - 1;
  return { row: index - 2 < -1 ? -1 : Math.max(index - 2, -1), column: Math.max(column, 0) };
}

/** Where the text of a cell begins and ends. */
export function inside(state: EditorState, cell: Cell): { from: number; to: number } {
  const written = state.sliceDoc(cell.from, cell.to);
  if (!cell.text) {
    const at = cell.from + Math.min(1, written.length);
    return { from: at, to: at };
  }
  const from = cell.from + written.indexOf(cell.text);
  return { from, to: from + cell.text.length };
}

/** The columns of a table: GFM counts those of its delimiter. */
export function columns(table: WrittenTable): number {
  return table.alignments.length;
}

/** Cells without more than the bars need. */
export function plainRow(prefix: string, cells: readonly string[]): string {
  return `${prefix}| ${cells.join(" | ")} |`;
}

const RULES: Record<string, string> = { left: ":---", center: ":---:", right: "---:" };

export function rule(alignment: Alignment): string {
  return alignment ? RULES[alignment]! : "---";
}

/** How many columns of a fixed-width font a text takes, near enough. */
function width(text: string): number {
  let count = 0;
  for (const letter of text.replace(/\p{M}|\u200d|\ufe0f/gu, "")) count += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u.test(letter) ? 2 : 1;
  return count;
}

/** The whole table with its bars below one another. */
export function tidy(table: WrittenTable): string {
  const count = columns(table);
  const all = [table.head, ...table.rows].map((one) => Array.from({ length: count }, (_, index) => one.cells[index]?.text ?? ""));
  const widths = Array.from({ length: count }, (_, index) => Math.max(3, ...all.map((cells) => width(cells[index]!))));
  const pad = (text: string, index: number) => {
    const room = widths[index]! - width(text);
    const kind = table.alignments[index];
    const before = kind === "right" ? room : kind === "center" ? Math.floor(room / 2) : 0;
    return " ".repeat(before) + text + " ".repeat(room - before);
  };
  const rules = table.alignments.map((kind, index) => {
    const dashes = "-".repeat(widths[index]! + 2);
    if (kind === "center") return `:${dashes.slice(2)}:`;
    if (kind === "right") return `${dashes.slice(1)}:`;
    return kind === "left" ? `:${dashes.slice(1)}` : dashes;
  });
  const { prefix } = table.head;
  const next = table.delimiter.prefix;
  const lines = all.map((cells, index) => plainRow(index === 0 ? prefix : next, cells.map(pad)));
  lines.splice(1, 0, `${next}|${rules.join("|")}|`);
  return lines.join("\n");
}
