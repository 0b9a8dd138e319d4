// What the keys do.
import { deleteMarkupBackward, insertNewlineContinueMarkupCommand } from "@codemirror/lang-markdown";
import { deleteLine, historyKeymap, insertNewline, insertNewlineAndIndent, moveLineDown, moveLineUp, standardKeymap } from "@codemirror/commands";
import { closeSearchPanel, findNext, findPrevious, openSearchPanel } from "@codemirror/search";
import type { EditorState, Extension } from "@codemirror/state";
import { EditorView, type KeyBinding, keymap } from "@codemirror/view";
import { announce } from "../../live";
import { t } from "../../words";
import type { Change } from "../commands/context";
import { around } from "../commands/context";
import { toggleMark } from "../commands/inline";
import { inList, indentItem, outdentItem } from "../commands/lists";
import { breakLine, joinParagraphs, leaveBlock, newParagraph } from "../commands/paragraphs";
import { enterCell, moveCell } from "../commands/tables";
import { openHelp } from "../dialogs/help";
import { openLink } from "../dialogs/link";
import type { Desk } from "./desk";
import { closeDiagnostic, enterDiagnostic, nextDiagnostic } from "./diagnostics";

function doing(command: (state: EditorState) => Change) {
  return (view: EditorView): boolean => {
    const change = command(view.state);
    if (change) view.dispatch(change);
    return change !== null;
  };
}

const continueMarkup = insertNewlineContinueMarkupCommand({ nonTightLists: false });

/** Tab indents in a list and goes to the next cell in a table; elsewhere it leaves the text. */
function tab(view: EditorView): boolean {
  const { state } = view;
  if (doing((now) => moveCell(now, 1))(view) || doing(indentItem)(view)) return true;
  if (!inList(state)) return false;
  announce(t("editor-tab-first"));
  return true;
}

function backTab(view: EditorView): boolean {
  return doing((state) => moveCell(state, -1))(view) || doing(outdentItem)(view);
}

/** In fields and code, a line begins where the one above does. */
function plainLine(view: EditorView): boolean {
  const { head } = view.state.selection.main;
  return around(view.state, head, head, ["Fields", "FencedCode", "CodeBlock"]) ? insertNewlineAndIndent(view) : insertNewline(view);
}

export function keys(desk: () => Desk, toToolbar: () => void): Extension {
  const bindings: KeyBinding[] = [
    { key: "Enter", run: (view) => doing(enterCell)(view) || doing(leaveBlock)(view) || doing(newParagraph)(view) || continueMarkup(view) || plainLine(view), shift: (view) => doing(breakLine)(view) || plainLine(view) },
    { key: "Mod-Enter", run: plainLine },
    { key: "Backspace", run: (view) => deleteMarkupBackward(view) || doing(joinParagraphs)(view) },
    { key: "Tab", run: tab, shift: backTab },
    { key: "Mod-b", run: doing((state) => toggleMark(state, "strong")), preventDefault: true },
    { key: "Mod-i", run: doing((state) => toggleMark(state, "emphasis")), preventDefault: true },
    { key: "Mod-k", run: () => (openLink(desk()), true), preventDefault: true },
    { key: "F8", run: (view) => nextDiagnostic(view, 1), shift: (view) => nextDiagnostic(view, -1) },
    { key: "Alt-Enter", run: enterDiagnostic },
    { key: "Escape", run: closeDiagnostic },
    { key: "Alt-F10", run: () => (toToolbar(), true) },
    { key: "F1", run: () => (openHelp(desk()), true), preventDefault: true },
    { key: "Mod-f", run: openSearchPanel, scope: "editor search-panel", preventDefault: true },
    { key: "F3", run: findNext, shift: findPrevious, scope: "editor search-panel", preventDefault: true },
    { key: "Escape", run: closeSearchPanel, scope: "search-panel" },
    { key: "Alt-ArrowUp", run: moveLineUp },
    { key: "Alt-ArrowDown", run: moveLineDown },
    { key: "Shift-Mod-k", run: deleteLine },
    ...historyKeymap,
    ...standardKeymap,
  ];
  return [keymap.of(bindings), escape];
}

/** After Escape, Tab leaves the text, however long one waits. Any other key but Shift takes that back. */
const escape = [
  EditorView.domEventObservers({
    keydown(event, view) {
      if (event.key === "Escape") view.setTabFocusMode(true);
      else if (event.key !== "Tab" && event.key !== "Shift") view.setTabFocusMode(false);
    },
    mousedown(_, view) {
      view.setTabFocusMode(false);
    },
    blur(_, view) {
      view.setTabFocusMode(false);
    },
  }),
];
