// Puts an editor into the page: its toolbar, its text, and the dialogues that they open.
import { history, isolateHistory } from "@codemirror/commands";
import { Annotation, EditorState, Transaction } from "@codemirror/state";
import { EditorView, drawSelection, dropCursor, tooltips } from "@codemirror/view";
import { type ComponentChild, render } from "preact";
import { t } from "../words";
import { fitting, replaceText } from "./commands/edits";
import { fit } from "./commands/fit";
import { takeFiles } from "./dialogs/image";
import * as language from "./language";
import type { Editor, EditorOptions } from "./types";
import { completion } from "./view/completion";
import { type Desk, alone, move } from "./view/desk";
import { diagnostics, showDiagnostics } from "./view/diagnostics";
import { facts } from "./view/facts";
import { highlighting } from "./view/highlight";
import { keys } from "./view/keys";
import { searching } from "./view/search";
import { tableBar } from "./view/table-bar";
import { Toolbar } from "./view/toolbar";
import { transfer } from "./view/transfer";

/** Marks a change that whoever mounted the editor knows of. */
const known = Annotation.define<boolean>();

const RIGHT_TO_LEFT = /^(?:ar|fa|he|ur|ps|yi|dv|ug)(?:-|$)/;
let count = 0;

function part(look: string): HTMLDivElement {
  const dom = document.createElement("div");
  dom.className = look;
  return dom;
}

export function mount(parent: HTMLElement, options: EditorOptions): Editor {
  count += 1;
  const help = `md-help-${count}`;
  const root = part("md-editor");
  const toolbar = part("md-head");
  const dialogue = part("md-dialogue");
  const description = document.createElement("p");
  description.id = help;
  description.className = "sr";
  description.textContent = t("editor-description");

  const toToolbar = () => toolbar.querySelector<HTMLElement>('[data-stop][tabindex="0"]')?.focus();
  const phrases = {
    Completions: t("editor-completions"),
    "current match": t("editor-find-current"),
    "replaced $ matches": t("editor-find-replaced"),
    "replaced match on line $": t("editor-find-replaced-line"),
    "on line": t("editor-find-line"),
    "Control character": t("editor-control-character"),
  };
  const view = new EditorView({
    state: EditorState.create({
      doc: options.text,
      extensions: [
        EditorView.cspNonce.of(options.nonce),
        EditorState.phrases.of(phrases),
        EditorView.lineWrapping,
        EditorView.perLineTextDirection.of(true),
        EditorView.contentAttributes.of({
          "aria-label": options.label,
          "aria-describedby": help,
          lang: options.lang,
          dir: RIGHT_TO_LEFT.test(options.lang) ? "rtl" : "ltr",
          tabindex: "0",
          spellcheck: "true",
          autocorrect: "on",
          autocapitalize: "sentences",
          writingsuggestions: "true",
        }),
        history(),
        drawSelection(),
        dropCursor(),
        tooltips({ position: "absolute" }),
        options.mode === "file" ? language.file : language.body,
        // Where the page scrolls and not the text, the toolbar stays above it.
        EditorView.scrollMargins.of(({ dom }) => ({ top: Math.max(0, toolbar.getBoundingClientRect().bottom - dom.getBoundingClientRect().top) })),
        highlighting,
        completion(options.complete),
        searching,
        diagnostics,
        tableBar(() => desk),
        keys(() => desk, toToolbar),
        transfer(
          () => desk,
          (files, at) => void takeFiles(desk, files, at),
        ),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) move(desk.places, update);
          if (update.docChanged && !update.transactions.every((one) => !one.docChanged || one.annotation(known))) options.onChange(text());
          if (update.docChanged || update.selectionSet) draw();
        }),
      ],
    }),
  });
  const text = () => view.state.doc.toString();
  const desk: Desk = {
    view,
    options,
    open: (content: ComponentChild) => render(content, dialogue),
    close: () => {
      render(null, dialogue);
      view.focus();
    },
    places: new Set(),
  };
  const draw = () => render(<Toolbar desk={desk} facts={facts(view.state)} />, toolbar);
  root.append(toolbar, description, view.dom, dialogue);
  parent.append(root);
  draw();

  return {
    setText(next, { keepSelection = false } = {}) {
      const change = replaceText(view.state, next, keepSelection);
      if (change) view.dispatch({ ...change, annotations: [known.of(true), isolateHistory.of("full"), Transaction.userEvent.of("set")] });
    },
    apply(edits) {
      const changes = fitting(edits, view.state.doc.length);
      if (changes.length > 0) view.dispatch(alone({ changes, userEvent: "input.mend" }));
    },
    setDiagnostics: (list) => showDiagnostics(view, list),
    goTo(from, to = from) {
      const { length } = view.state.doc;
      const [anchor, head] = [Math.min(from, length), Math.min(Math.max(from, to), length)];
      view.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
      view.focus();
    },
    focus: () => view.focus(),
    insert(markdown) {
      const { from, to } = view.state.selection.main;
      const insert = fit(view.state, from, to, markdown);
      view.dispatch(alone({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, userEvent: "input", scrollIntoView: true }));
      view.focus();
    },
    text,
    destroy() {
      render(null, dialogue);
      render(null, toolbar);
      view.destroy();
      root.remove();
    },
  };
}
