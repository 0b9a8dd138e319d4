// Footnotes: the mark in the text, and the note at its end.
import { EditorSelection, type EditorState } from "@codemirror/state";
import { type Change, around, tree } from "./context";

const NAME = /\[\^([^\]\s]+)\]/;

/** Inserts the mark and an empty note with the first number that is free, and goes to the note. */
export function insertFootnote(state: EditorState): Change {
  const text = state.doc.toString();
  const taken = new Set([...text.matchAll(/\[\^([^\]\s]+)\]/g)].map((found) => found[1]));
  let number = 1;
  while (taken.has(`${number}`)) number += 1;
  const mark = `[^${number}]`;
  const at = endOfWord(state);
  const end = text.trimEnd().length;
  const lastLine = state.doc.lineAt(Math.max(end, at));
  const isNote = around(state, lastLine.from, lastLine.from, ["FootnoteDefinition"]) !== null;
  const note = `${isNote && at <= lastLine.from ? "\n" : "\n\n"}${mark}: `;
  const from = Math.max(end, at);
  const changes = state.changes([
    { from: at, insert: mark },
    { from, to: text.length, insert: `${note}\n` },
  ]);
  const cursor = from + (at <= from ? mark.length : 0) + note.length;
  return { changes, selection: EditorSelection.cursor(cursor), userEvent: "input", scrollIntoView: true };
}

/** The mark goes after the word at the cursor, or after the selection. */
function endOfWord(state: EditorState): number {
  const { main } = state.selection;
  if (!main.empty) return main.to;
  const word = state.wordAt(main.head);
  return word && word.from < main.head ? word.to : main.head;
}

/** From a mark to its note, or from a note to its mark. */
export function otherEnd(state: EditorState): Change {
  const { head } = state.selection.main;
  const here = around(state, head, head, ["FootnoteReference", "FootnoteDefinition"]);
  const name = here && NAME.exec(state.sliceDoc(here.from, here.to))?.[1];
  if (!here || !name) return null;
  const wanted = here.name === "FootnoteReference" ? "FootnoteDefinition" : "FootnoteReference";
  let place: number | null = null;
  tree(state).iterate({
    enter: (node) => {
      if (place === null && node.name === wanted && NAME.exec(state.sliceDoc(node.from, node.to))?.[1] === name) place = node.to;
    },
  });
  return place === null ? null : { selection: EditorSelection.cursor(place), scrollIntoView: true };
}
