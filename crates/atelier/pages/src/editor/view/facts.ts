// What the toolbars show of the place of the cursor.
import { redoDepth, undoDepth } from "@codemirror/commands";
import type { EditorState } from "@codemirror/state";
import { calloutAt } from "../commands/blocks";
import { headingLevel } from "../commands/headings";
import { hasMark } from "../commands/inline";
import { linkAt } from "../commands/links";
import { type ListKind, listKind } from "../commands/lists";
import { type Alignment, position, tableAt } from "../commands/table";

export interface Facts {
  heading: number;
  isBold: boolean;
  isItalic: boolean;
  list: ListKind | null;
  isLink: boolean;
  callout: string | null;
  canUndo: boolean;
  canRedo: boolean;
}

export function facts(state: EditorState): Facts {
  return {
    heading: headingLevel(state),
    isBold: hasMark(state, "strong"),
    isItalic: hasMark(state, "emphasis"),
    list: listKind(state),
    isLink: linkAt(state) !== null,
    callout: calloutAt(state)?.name ?? null,
    canUndo: undoDepth(state) > 0,
    canRedo: redoDepth(state) > 0,
  };
}

export interface TableFacts {
  isHead: boolean;
  isOnlyColumn: boolean;
  alignment: Alignment;
}

export function tableFacts(state: EditorState): TableFacts | null {
  const table = tableAt(state);
  if (!table) return null;
  const { row, column } = position(table, state.selection.main.head);
  return { isHead: row < 0, isOnlyColumn: table.alignments.length < 2, alignment: table.alignments[column] ?? null };
}
