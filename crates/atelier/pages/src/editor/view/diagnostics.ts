// What is wrong in the text: underlined, marked at the edge of its line, and explained with its mends as buttons.
import { type EditorState, type Extension, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, type Tooltip, gutter, hoverTooltip, showTooltip } from "@codemirror/view";
import { t } from "../../words";
import { fitting } from "../commands/edits";
import type { EditorDiagnostic, EditorEdit, EditorMend } from "../types";
import { alone } from "./desk";

interface HeldMend extends EditorMend {
  edits?: EditorEdit[];
}

interface Held extends EditorDiagnostic {
  mends: HeldMend[];
}

interface Diagnostics {
  list: readonly Held[];
  /** The place whose explanation stays open. */
  open: number | null;
}

const setList = StateEffect.define<readonly EditorDiagnostic[]>();
const setOpen = StateEffect.define<number | null>();

export const field = StateField.define<Diagnostics>({
  create: () => ({ list: [], open: null }),
  update({ list, open }, transaction) {
    const { changes, docChanged, selection } = transaction;
    if (docChanged) list = list.map((one) => mapped(one, changes));
    if (docChanged || selection) open = null;
    for (const effect of transaction.effects) {
      if (effect.is(setList)) {
        const { length } = transaction.newDoc;
        list = effect.value
          .filter(({ from, to }) => from <= length && to <= length)
          .map((one) => ({ ...one, to: Math.max(one.from, one.to), mends: one.mends ?? [] }))
          .sort((a, b) => a.from - b.from);
        if (!list.some(({ from, to }) => open !== null && from <= open && open <= to)) open = null;
      }
      if (effect.is(setOpen)) open = effect.value;
    }
    return { list, open };
  },
  provide: (self) => [
    EditorView.decorations.from(self, ({ list }) => (view) => underlines(view.state, list)),
    showTooltip.from(self, ({ list, open }) => (open === null ? null : tooltip(list, open, true))),
  ],
});

/** A diagnostic where the text has moved it to, without the mends whose passage has changed. */
function mapped(one: Held, changes: { mapPos: (pos: number, side?: number) => number; touchesRange: (from: number, to?: number) => boolean | "cover" }): Held {
  const move = ({ from, to, insert }: EditorEdit) => ({ from: changes.mapPos(from, 1), to: Math.max(changes.mapPos(from, 1), changes.mapPos(to, -1)), insert });
  const mends = one.mends
    .filter(({ edits }) => !edits?.some(({ from, to }) => changes.touchesRange(from, to)))
    .map((mend) => (mend.edits ? { ...mend, edits: mend.edits.map(move) } : mend));
  const from = changes.mapPos(one.from, 1);
  return { ...one, from, to: Math.max(from, changes.mapPos(one.to, -1)), mends };
}

export function showDiagnostics(view: EditorView, list: readonly EditorDiagnostic[]): void {
  view.dispatch({ effects: setList.of(list) });
}

function underlines(state: EditorState, list: readonly Held[]) {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to, severity } of list) {
    const line = state.doc.lineAt(from);
    // A place without letters shows at the nearest one of its line.
    const start = from === to && from === line.to ? Math.max(line.from, from - 1) : from;
    const end = Math.max(to, Math.min(start + 1, line.to));
    if (end > start) builder.add(start, end, Decoration.mark({ class: `md-wrong md-${severity}` }));
  }
  return builder.finish();
}

class Sign extends GutterMarker {
  constructor(
    readonly severity: string,
    readonly message: string,
  ) {
    super();
  }
  override eq(other: Sign) {
    return other.severity === this.severity && other.message === this.message;
  }
  override toDOM() {
    const dom = document.createElement("span");
    dom.className = `md-sign md-${this.severity}`;
    dom.textContent = this.severity === "error" ? "✕" : "!";
    dom.title = this.message;
    return dom;
  }
}

class Nothing extends GutterMarker {
  override toDOM() {
    const dom = document.createElement("span");
    dom.className = "md-sign";
    return dom;
  }
}

const signs = gutter({
  class: "md-signs",
  lineMarker(view, line) {
    const here = view.state.field(field).list.filter(({ from }) => line.from <= from && from <= line.to);
    const worst = here.find(({ severity }) => severity === "error") ?? here[0];
    return worst ? new Sign(worst.severity, here.map(({ message }) => message).join("\n")) : null;
  },
  lineMarkerChange: ({ startState, state }) => startState.field(field) !== state.field(field),
  initialSpacer: () => new Nothing(),
  domEventHandlers: {
    mousedown(view, line) {
      const here = view.state.field(field).list.find(({ from }) => line.from <= from && from <= line.to);
      if (here) show(view, here, false);
      return here !== undefined;
    },
  },
});

function at(list: readonly Held[], pos: number): Held[] {
  return list.filter(({ from, to }) => from <= pos && pos <= to);
}

function tooltip(list: readonly Held[], pos: number, stays: boolean): Tooltip | null {
  const here = at(list, pos);
  const first = here[0];
  if (!first) return null;
  return { pos: first.from, end: Math.max(...here.map(({ to }) => to)), create: (view) => ({ dom: explanation(view, here, stays) }) };
}

/** The explanations of a place, one below the other. */
function explanation(view: EditorView, here: readonly Held[], stays: boolean): HTMLElement {
  const dom = element("div", "md-problems");
  if (stays) {
    dom.setAttribute("role", "group");
    dom.setAttribute("aria-label", t("editor-problem"));
    dom.tabIndex = -1;
  }
  for (const one of here) {
    const part = element("div", `md-problem md-${one.severity}`);
    const words = element("p", "md-message");
    words.append(element("b", "", one.severity === "error" ? t("editor-error") : t("editor-warning")), ` ${one.message}`);
    part.append(words);
    if (one.help) part.append(element("p", "md-help", one.help));
    const buttons = element("div", "row");
    for (const mend of one.mends) {
      const button = element("button", "", mend.words);
      button.setAttribute("type", "button");
      button.addEventListener("click", () => apply(view, mend));
      buttons.append(button);
    }
    if (one.mends.length > 0) part.append(buttons);
    dom.append(part);
  }
  dom.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    view.dispatch({ effects: setOpen.of(null) });
    view.focus();
  });
  return dom;
}

function element(name: string, look: string, text = ""): HTMLElement {
  const dom = document.createElement(name);
  if (look) dom.className = look;
  dom.textContent = text;
  return dom;
}

function apply(view: EditorView, { edits, run }: HeldMend): void {
  view.dispatch({ effects: setOpen.of(null) });
  view.focus();
  if (edits) view.dispatch(alone({ changes: fitting(edits, view.state.doc.length), userEvent: "input.mend", scrollIntoView: true }));
  else run?.();
}

function show(view: EditorView, one: Held, selects: boolean): void {
  view.dispatch(selects ? { selection: { anchor: one.from, head: one.to }, scrollIntoView: true } : {}, { effects: setOpen.of(one.from) });
  const mends = one.mends.length > 0 ? t("editor-problem-mends", { count: one.mends.length }) : "";
  view.dispatch({ effects: EditorView.announce.of(`${one.severity === "error" ? t("editor-error") : t("editor-warning")} ${one.message} ${mends}`) });
}

/** Goes to the next diagnostic, or the one before, around the end of the text. */
export function nextDiagnostic(view: EditorView, step: 1 | -1): boolean {
  const { list } = view.state.field(field);
  const { main } = view.state.selection;
  const found =
    step > 0 ? (list.find(({ from }) => from > main.from) ?? list[0]) : ([...list].reverse().find(({ from }) => from < main.from) ?? list[list.length - 1]);
  if (found) show(view, found, true);
  return found !== undefined;
}

/** Opens what is explained at the cursor and goes to its first button. */
export function enterDiagnostic(view: EditorView): boolean {
  const { list } = view.state.field(field);
  const { main } = view.state.selection;
  const found = at(list, main.from)[0] ?? at(list, main.to)[0];
  if (!found) return false;
  if (view.state.field(field).open === null) show(view, found, false);
  const dom = view.dom.querySelector<HTMLElement>('.md-problems[role="group"]');
  (dom?.querySelector("button") ?? dom)?.focus();
  return true;
}

/** Closes what is explained. */
export function closeDiagnostic(view: EditorView): boolean {
  if (view.state.field(field).open === null) return false;
  view.dispatch({ effects: setOpen.of(null) });
  return true;
}

export const diagnostics: Extension = [field, signs, hoverTooltip((view, pos) => (view.state.field(field).open === null ? tooltip(view.state.field(field).list, pos, false) : null))];
