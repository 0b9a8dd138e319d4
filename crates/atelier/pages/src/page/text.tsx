// The text of a page in the Markdown editor, which is loaded when it is first needed.
import { useEffect, useRef, useState } from "preact/hooks";
import { api, picture, type Diag, type Mend } from "../api";
import type { Editor, EditorDiagnostic } from "../editor/types";
import { Notice } from "../parts";
import { t } from "../words";
import { textOf } from "./hold";
import type { Session } from "./session";

type TextProps = {
  session: Session;
  /** The Markdown alone, or the whole file. */
  mode: "body" | "file";
  lang: string;
  /** What is wrong with the text as it is now; `null` while nobody knows. */
  diagnostics: readonly Diag[] | null;
  mend: (diag: Diag, mend: Mend) => void;
  /** Is given the editor, for as long as there is one. */
  onEditor: (editor: Opened | null) => void;
};

/** The editor, in offsets of the whole file. */
export type Opened = {
  mode: "body" | "file";
  goTo: (from: number, to: number) => void;
  focus: () => void;
  apply: (edits: { from: number; to: number; insert: string }[]) => void;
};

/** Where the mounted text begins in the file. */
function startOf(session: Session, mode: "body" | "file"): number {
  const text = textOf(session.hold);
  return mode === "file" ? 0 : text === null ? session.hold.front.length : text.length - session.hold.body.length;
}

const shownText = (session: Session, mode: "body" | "file") => (mode === "file" ? (textOf(session.hold) ?? session.hold.front + session.hold.body) : session.hold.body);

function forEditor({ from, to, severity, message, help, mends }: Diag, start: number, run: (mend: Mend) => void): EditorDiagnostic {
  return {
    from: from - start,
    to: to - start,
    severity,
    message,
    help,
    mends: mends.map((mend) => {
      const isInside = mend.edits?.every((edit) => edit.from >= start);
      return isInside ? { words: mend.words, edits: (mend.edits ?? []).map((edit) => ({ ...edit, from: edit.from - start, to: edit.to - start })) } : { words: mend.words, run: () => run(mend) };
    }),
  };
}

export function TextPane(props: TextProps) {
  const { session, mode, lang, diagnostics, mend, onEditor } = props;
  const parent = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  // What the editor has said itself need not be told it.
  const known = useRef(shownText(session, mode));
  const [state, setState] = useState<"loading" | "ready" | "missing">("loading");
  const text = shownText(session, mode);
  const typed = (now: string) => {
    known.current = now;
    if (mode === "file") session.typedFile(now);
    else session.typed(now);
  };

  useEffect(() => {
    let isGone = false;
    import("../editor/index").then(
      ({ mount }) => {
        if (isGone || !parent.current) return;
        known.current = shownText(session, mode);
        const made = mount(parent.current, {
          text: known.current,
          lang,
          nonce: document.querySelector<HTMLMetaElement>('meta[name="guichet-nonce"]')?.content ?? "",
          mode,
          label: mode === "file" ? t("page-file-label") : t("page-text-label"),
          onChange: typed,
          complete: async (what, query) => (await api.complete(what, query, session.path)).found,
          upload: async (file) => api.upload(session.path, file.name, file),
          picture: (src) => picture(session.path, src),
          paste: async (html) => (await api.paste(html)).markdown,
        });
        editor.current = made;
        const start = () => startOf(session, mode);
        onEditor({
          mode,
          goTo: (from, to) => made.goTo(Math.max(0, from - start()), Math.max(0, to - start())),
          focus: made.focus,
          apply: (edits) => {
            const at = start();
            made.apply(edits.map((edit) => ({ ...edit, from: edit.from - at, to: edit.to - at })));
          },
        });
        setState("ready");
      },
      () => !isGone && setState("missing"),
    );
    return () => {
      isGone = true;
      onEditor(null);
      editor.current?.destroy();
      editor.current = null;
    };
  }, []);

  useEffect(() => {
    // What was shown when this was drawn may be older than what has been typed since.
    const now = shownText(session, mode);
    if (!editor.current || now === known.current) return;
    known.current = now;
    editor.current.setText(now, { keepSelection: true });
  }, [text, state]);

  useEffect(() => {
    if (!editor.current || !diagnostics) return;
    const start = startOf(session, mode);
    const own = diagnostics.filter((diag) => diag.here && diag.from >= start);
    editor.current.setDiagnostics(own.map((diag) => forEditor(diag, start, (one) => mend(diag, one))));
  }, [diagnostics, state]);

  return (
    <div class={`page-text ${mode}`}>
      <div ref={parent} hidden={state !== "ready"} />
      {state !== "ready" && <textarea aria-label={mode === "file" ? t("page-file-label") : t("page-text-label")} value={text} rows={18} spellcheck={mode === "body"} lang={lang} onInput={(event) => typed(event.currentTarget.value)} />}
      {state === "missing" && <Notice kind="warn">{t("page-editor-missing")}</Notice>}
    </div>
  );
}
