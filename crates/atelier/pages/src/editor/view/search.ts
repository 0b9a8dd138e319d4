// Looking for words in the text, and writing others in their place.
import {
  SearchQuery,
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  replaceAll,
  replaceNext,
  search,
  setSearchQuery,
} from "@codemirror/search";
import type { Extension } from "@codemirror/state";
import { type EditorView, type Panel, type ViewUpdate, runScopeHandlers } from "@codemirror/view";
import { t } from "../../words";

/** More than this many are not counted. */
const MOST = 1000;

function input(label: string): { label: HTMLLabelElement; field: HTMLInputElement } {
  const outer = document.createElement("label");
  const field = document.createElement("input");
  outer.append(label, field);
  return { label: outer, field };
}

function button(words: string, run: () => void): HTMLButtonElement {
  const dom = document.createElement("button");
  dom.type = "button";
  dom.textContent = words;
  dom.addEventListener("click", run);
  return dom;
}

function panel(view: EditorView): Panel {
  const query = getSearchQuery(view.state);
  const dom = document.createElement("div");
  dom.className = "md-search";
  dom.setAttribute("role", "search");
  const find = input(t("editor-find-what"));
  find.field.value = query.search;
  find.field.setAttribute("main-field", "true");
  const other = input(t("editor-find-replace"));
  other.field.value = query.replace;
  const exact = input(t("editor-find-case"));
  exact.field.type = "checkbox";
  exact.field.checked = query.caseSensitive;
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  const commit = () => {
    const next = new SearchQuery({ search: find.field.value, replace: other.field.value, caseSensitive: exact.field.checked, literal: true });
    if (!next.eq(getSearchQuery(view.state))) view.dispatch({ effects: setSearchQuery.of(next) });
  };
  for (const { field } of [find, other, exact]) field.addEventListener("input", commit);
  dom.append(
    find.label,
    button(t("editor-find-next"), () => findNext(view)),
    button(t("editor-find-previous"), () => findPrevious(view)),
    exact.label,
    said,
    other.label,
    button(t("editor-find-replace-one"), () => replaceNext(view)),
    button(t("editor-find-replace-all"), () => replaceAll(view)),
    button(t("close"), () => {
      closeSearchPanel(view);
      view.focus();
    }),
  );
  dom.addEventListener("keydown", (event) => {
    const isEnter = event.key === "Enter" && event.target instanceof HTMLInputElement;
    if (runScopeHandlers(view, event, "search-panel")) event.preventDefault();
    else if (isEnter) {
      event.preventDefault();
      if (event.target === other.field) replaceNext(view);
      else if (event.shiftKey) findPrevious(view);
      else findNext(view);
    }
  });
  const count = () => {
    const now = getSearchQuery(view.state);
    said.textContent = now.valid ? t("editor-find-count", counted(view, now)) : "";
  };
  count();
  return {
    dom,
    top: true,
    mount: () => find.field.select(),
    update(update: ViewUpdate) {
      const isNew = update.transactions.some(({ effects }) => effects.some((effect) => effect.is(setSearchQuery)));
      if (isNew) {
        const now = getSearchQuery(view.state);
        if (now.search !== find.field.value) find.field.value = now.search;
      }
      if (isNew || update.docChanged || update.selectionSet) count();
    },
  };
}

/** How many there are, and which of them is selected (0 for none). */
function counted(view: EditorView, query: SearchQuery): { count: number; at: number } {
  const { from, to } = view.state.selection.main;
  let count = 0;
  let at = 0;
  const cursor = query.getCursor(view.state);
  for (let next = cursor.next(); !next.done && count < MOST; next = cursor.next()) {
    count += 1;
    if (next.value.from === from && next.value.to === to) at = count;
  }
  return { count, at };
}

export const searching: Extension = search({ createPanel: panel });
