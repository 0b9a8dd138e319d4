// Changes that come from outside: mends, whole texts.
import { type EditorState, type TransactionSpec } from "@codemirror/state";
import type { EditorEdit } from "../types";

/** Edits that fit into the text, in order, without any that overlaps one before it. */
export function fitting(edits: readonly EditorEdit[], length: number): EditorEdit[] {
  const sorted = edits.filter(({ from, to }) => 0 <= from && from <= to && to <= length).sort((a, b) => a.from - b.from || a.to - b.to);
  return sorted.filter((edit, index) => index === 0 || sorted[index - 1]!.to <= edit.from);
}

/** The smallest single replacement that makes one text of another. */
export function difference(state: EditorState, text: string): EditorEdit | null {
  const now = state.doc.toString();
  if (now === text) return null;
  const shortest = Math.min(now.length, text.length);
  let from = 0;
  while (from < shortest && now.charCodeAt(from) === text.charCodeAt(from)) from += 1;
  let end = 0;
  while (end < shortest - from && now.charCodeAt(now.length - 1 - end) === text.charCodeAt(text.length - 1 - end)) end += 1;
  return { from, to: now.length - end, insert: text.slice(from, text.length - end) };
}

export function replaceText(state: EditorState, text: string, keepsSelection: boolean): TransactionSpec | null {
  const edit = difference(state, text);
  if (!edit) return keepsSelection ? null : { selection: { anchor: 0 } };
  return keepsSelection ? { changes: edit } : { changes: edit, selection: { anchor: 0 }, scrollIntoView: true };
}
