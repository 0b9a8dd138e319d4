// Bold, italic, struck.
import { type ChangeSpec, EditorSelection, type EditorState, type SelectionRange } from "@codemirror/state";
import { type Change, around, textStart, tree } from "./context";

const MARKS = {
  strong: { mark: "**", node: "StrongEmphasis" },
  emphasis: { mark: "*", node: "Emphasis" },
} as const;

export type InlineMark = keyof typeof MARKS;

export function hasMark(state: EditorState, kind: InlineMark): boolean {
  const { from, to } = state.selection.main;
  return around(state, from, to, [MARKS[kind].node]) !== null;
}

/** Marks the selection or the word at the cursor, or takes the marks away. */
export function toggleMark(state: EditorState, kind: InlineMark): Change {
  return { ...state.changeByRange((range) => toggleRange(state, range, kind)), userEvent: "input", scrollIntoView: true };
}

function toggleRange(state: EditorState, range: SelectionRange, kind: InlineMark): { range: SelectionRange; changes?: ChangeSpec } {
  const { mark, node } = MARKS[kind];
  const covering = around(state, range.from, range.to, [node]);
  if (covering) return remapped(state, range, marksOf(covering));
  const word = range.empty ? state.wordAt(range.head) : range;
  if (!word || word.empty) return aroundNothing(state, range, mark);
  const changes: { from: number; to: number; insert?: string }[] = [];
  const parts = segments(state, word.from, word.to);
  for (const [from, to] of parts) {
    tree(state).iterate({
      from,
      to,
      enter: (inner) => {
        if (inner.name === node) changes.push(...marksOf(inner.node).filter((one) => one.from >= from && one.to <= to));
      },
    });
    changes.push({ from, to: from, insert: mark }, { from: to, to, insert: mark });
  }
  const [first, last] = [parts[0], parts[parts.length - 1]];
  return remapped(state, range.empty || !first || !last ? range : EditorSelection.range(first[0], last[1]), changes);
}

function marksOf(node: { firstChild: { from: number; to: number } | null; lastChild: { from: number; to: number } | null }) {
  return [node.firstChild, node.lastChild].filter((child) => child !== null).map(({ from, to }) => ({ from, to }));
}

/** `**|**` for what is typed next, or nothing again. */
function aroundNothing(state: EditorState, range: SelectionRange, mark: string) {
  const at = range.head;
  const isBetween = state.sliceDoc(at - mark.length, at) === mark && state.sliceDoc(at, at + mark.length) === mark;
  if (isBetween) {
    return { range: EditorSelection.cursor(at - mark.length), changes: { from: at - mark.length, to: at + mark.length } };
  }
  return { range: EditorSelection.cursor(at + mark.length), changes: { from: at, insert: mark + mark } };
}

function remapped(state: EditorState, range: SelectionRange, changes: { from: number; to: number; insert?: string }[]) {
  const set = state.changes(changes);
  const head = range.empty ? set.mapPos(range.head, 1) : undefined;
  const mapped = head === undefined ? EditorSelection.range(set.mapPos(range.from, 1), set.mapPos(range.to, -1)) : EditorSelection.cursor(head);
  return { range: mapped, changes };
}

/** What of a passage can be marked: on each line and in each cell, without what opens it and the spaces at its ends. */
function segments(state: EditorState, from: number, to: number): [number, number][] {
  const found: [number, number][] = [];
  const last = state.doc.lineAt(to).number;
  for (let number = state.doc.lineAt(from).number; number <= last; number += 1) {
    const line = state.doc.line(number);
    const start = Math.max(from, textStart(line));
    const end = Math.min(to, line.to);
    const isTable = around(state, line.from, line.from, ["Table"]) !== null;
    const parts = isTable ? cellsOf(state.sliceDoc(start, end)) : [[0, end - start] as const];
    for (const [a, b] of parts) {
      const text = state.sliceDoc(start + a, start + b);
      const words = text.trim();
      if (!words || (isTable && /^[:|\s-]+$/.test(words))) continue;
      const begin = start + a + text.indexOf(words);
      found.push([begin, begin + words.length]);
    }
  }
  return found;
}

function cellsOf(text: string): [number, number][] {
  const bars = [...text.matchAll(/(?<!\\)\|/g)].map((bar) => bar.index);
  return [-1, ...bars].map((bar, index) => [bar + 1, bars[index] ?? text.length]);
}
