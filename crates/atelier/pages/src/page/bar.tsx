// What one does with a page: save it, take changes back, see what is wrong, print it.
import type { Diag, Held, Page } from "../api";
import { pageHref } from "../router";
import { t } from "../words";
import { canRedo, canUndo } from "./hold";
import type { Session } from "./session";

type BarProps = {
  page: Page;
  session: Session;
  title: string;
  diagnostics: readonly Diag[];
  more: Held["more"];
  canPrint: boolean;
  isFile: boolean;
  goFirst: () => void;
  save: () => void;
  revert: () => void;
  versions: () => void;
  print: () => void;
  /** Shows the whole file in place of the form, or the form again. */
  toggleFile: (() => void) | null;
  /** Shows the previews, where they are hidden. */
  showAside: (() => void) | null;
};

/** How it stands with saving, and how grave that is. */
function stateOf(session: Session): { words: string; kind: "good" | "warn" | "bad" } {
  if (session.unreachable === "session") return { words: t("page-state-session"), kind: "bad" };
  if (session.saving.is === "failed" && session.saving.message) return { words: t("page-state-failed", { message: session.saving.message }), kind: "bad" };
  if (session.unreachable === "gone") return { words: session.isKept ? t("page-state-gone") : t("page-state-gone-unkept"), kind: "bad" };
  if (session.saving.is === "waiting") return { words: t("page-state-saving"), kind: "warn" };
  if (!session.isDirty) return { words: t("page-state-saved"), kind: "good" };
  return session.isKept ? { words: t("page-state-changed"), kind: "warn" } : { words: t("page-state-unkept"), kind: "bad" };
}

export function Bar({ page, session, title, diagnostics, more, canPrint, isFile, goFirst, save, revert, versions, print, toggleFile, showAside }: BarProps) {
  const state = stateOf(session);
  const shown = diagnostics.filter(({ severity }) => severity === "error").length;
  const errors = shown + more.errors;
  const warnings = diagnostics.length - shown + more.warnings;
  const isDirty = session.isDirty;
  return (
    <div class="page-bar">
      <div class="page-title">
        <h1>{title || page.path}</h1>
        <p class={`page-state ${state.kind}`} role="status">
          {state.words}
        </p>
        {page.translations.length > 0 && (
          <ul class="page-languages" aria-label={t("page-translations")}>
            {page.translations.map((one) => (
              <li key={one.path}>
                <a href={pageHref(one.path)} hreflang={one.lang} title={one.title}>
                  {new Intl.DisplayNames(one.lang, { type: "language" }).of(one.lang)}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="row page-buttons">
        {diagnostics.length > 0 && (
          <button type="button" class={errors ? "page-count danger" : "page-count"} onClick={goFirst}>
            {t("page-count", { errors, warnings })}
          </button>
        )}
        <button type="button" class="primary" disabled={session.saving.is === "waiting" || !isDirty} aria-keyshortcuts="Control+S" onClick={save}>
          {t("page-save")}
        </button>
        {canUndo(session.hold) && !isFile && (
          <button type="button" onClick={() => session.undo()}>
            {t("page-undo")}
          </button>
        )}
        {canRedo(session.hold) && !isFile && (
          <button type="button" onClick={() => session.redo()}>
            {t("page-redo")}
          </button>
        )}
        {isDirty && (
          <button type="button" onClick={revert}>
            {t("page-revert")}
          </button>
        )}
        {toggleFile && (
          <button type="button" onClick={toggleFile}>
            {isFile ? t("page-back-to-fields") : t("page-whole-file")}
          </button>
        )}
        <button type="button" onClick={versions}>
          {t("page-versions")}
        </button>
        {canPrint && (
          <button type="button" onClick={print}>
            {t("page-print")}
          </button>
        )}
        {showAside && (
          <button type="button" id="page-aside-toggle" onClick={showAside}>
            {t("page-aside-show")}
          </button>
        )}
      </div>
    </div>
  );
}
