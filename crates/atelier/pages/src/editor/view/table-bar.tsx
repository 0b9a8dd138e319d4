// What can be done to the table at the cursor: a bar below the text, so that nothing moves when it comes.
import { type EditorState, type Extension, StateField } from "@codemirror/state";
import { type EditorView, type Panel, type ViewUpdate, showPanel } from "@codemirror/view";
import { render } from "preact";
import { t } from "../../words";
import type { Change } from "../commands/context";
import { addColumn, addRow, alignColumn, removeColumn, removeRow, tidyTable } from "../commands/tables";
import { Bar, type Entry } from "./bar";
import { type Desk, run } from "./desk";
import { tableFacts } from "./facts";

function TableBar({ desk, state }: { desk: Desk; state: EditorState }) {
  const facts = tableFacts(state);
  if (!facts) return null;
  const change = (command: (state: EditorState) => Change) => () => void run(desk, command(desk.view.state));
  const aligned = (alignment: "left" | "center" | "right", words: string): Entry => ({
    words,
    isOn: facts.alignment === alignment,
    run: change((now) => alignColumn(now, alignment)),
  });
  const menu = (words: string, list: Entry[], isOn = false): Entry => ({ words, run: () => {}, isOn, menu: list });
  const rows: Entry[] = [
    { words: t("editor-row-below"), run: change((now) => addRow(now, "below")) },
    ...(facts.isHead ? [] : [{ words: t("editor-row-above"), run: change((now) => addRow(now, "above")) }, { words: t("editor-row-remove"), run: change(removeRow) }]),
  ];
  const cells: Entry[] = [
    { words: t("editor-column-after"), run: change((now) => addColumn(now, "after")) },
    { words: t("editor-column-before"), run: change((now) => addColumn(now, "before")) },
    ...(facts.isOnlyColumn ? [] : [{ words: t("editor-column-remove"), run: change(removeColumn) }]),
  ];
  const alignments = [aligned("left", t("editor-align-left")), aligned("center", t("editor-align-center")), aligned("right", t("editor-align-right"))];
  const entries = [
    menu(t("editor-row"), rows),
    menu(t("editor-column"), cells),
    menu(t("editor-align"), alignments, facts.alignment !== null),
    { words: t("editor-tidy"), run: change(tidyTable) },
  ];
  return (
    <Bar label={t("editor-table-bar")} look="md-table-bar" entries={entries} onLeave={() => desk.view.focus()}>
      <span class="md-bar-name" aria-hidden="true">
        {t("editor-table-bar")}
      </span>
    </Bar>
  );
}

function panel(desk: () => Desk) {
  return (view: EditorView): Panel => {
    const dom = document.createElement("div");
    const draw = (state: EditorState) => render(<TableBar desk={desk()} state={state} />, dom);
    return {
      dom,
      mount: () => draw(view.state),
      update: ({ state, docChanged, selectionSet }: ViewUpdate) => {
        if (docChanged || selectionSet) draw(state);
      },
      destroy: () => render(null, dom),
    };
  };
}

/** Shown while the cursor is in a table. */
export function tableBar(desk: () => Desk): Extension {
  const show = panel(desk);
  return StateField.define<boolean>({
    create: (state) => tableFacts(state) !== null,
    update: (isIn, { state, docChanged, selection }) => (docChanged || selection ? tableFacts(state) !== null : isIn),
    provide: (self) => showPanel.from(self, (isIn) => (isIn ? show : null)),
  });
}
