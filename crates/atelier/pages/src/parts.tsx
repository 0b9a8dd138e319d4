// Parts that several views have.
import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { ApiError, wordsOf } from "./api";
import { useOwnId } from "./own-id";
import { t } from "./words";

/** What had the focus before a dialogue took it. */
let opener: Element | null = null;

/** A dialogue over the page. Escape and its own button close it; the focus goes back to where it was. */
export function Dialog({ title, onClose, children, wide = false }: { title: string; onClose: () => void; children: ComponentChildren; wide?: boolean }) {
  const self = useRef<HTMLDialogElement>(null);
  const name = useOwnId();
  useLayoutEffect(() => {
    const dialog = self.current;
    const focused = document.activeElement;
    if (focused && focused !== document.body && !focused.closest("dialog")) opener = focused;
    dialog?.showModal();
    return () => {
      dialog?.close();
      // One dialogue may lead to the next; after the last, one is where one was before the first.
      setTimeout(() => {
        if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus();
      });
    };
  }, []);
  return (
    <dialog
      ref={self}
      class={wide ? "wide" : ""}
      aria-labelledby={name}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="dialog-head">
        <h2 id={name}>{title}</h2>
        <button type="button" class="quiet" onClick={onClose}>
          {t("close")}
        </button>
      </div>
      {children}
    </dialog>
  );
}

type AskProps = {
  title: string;
  /** What the button says that does it. */
  action: string;
  onSubmit: () => void;
  onClose: () => void;
  wide?: boolean;
  /** It is being done. */
  doing?: boolean;
  /** Why it was not done. */
  error?: unknown;
  /** It takes something away. */
  danger?: boolean;
  /** Whether it can be done now. */
  can?: boolean;
  /** Another button. */
  other?: { words: string; run: () => void } | null;
  children: ComponentChildren;
};

/** A dialogue that asks for something and then does it. What is wrong with an answer is said in these pages, not by the browser. */
export function Ask({ title, action, onSubmit, onClose, wide = false, doing = false, error, danger = false, can = true, other, children }: AskProps) {
  return (
    <Dialog title={title} onClose={onClose} wide={wide}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (can) onSubmit();
        }}
      >
        {children}
        {error ? <Failure error={error} /> : null}
        <div class="actions">
          {other && (
            <button type="button" onClick={other.run}>
              {other.words}
            </button>
          )}
          <button type="button" onClick={onClose}>
            {t("cancel")}
          </button>
          {can && (
            <button class={danger ? "danger" : "primary"} aria-disabled={doing}>
              {action}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

type FieldProps = {
  label: string;
  help?: string | undefined;
  error?: string | null | undefined;
  /** Whether something else in it describes the input: it has the input's name and `-said`. */
  says?: boolean;
  children: (props: { id: string; "aria-describedby"?: string; "aria-invalid"?: boolean }) => JSX.Element;
};

/** A labelled input with what helps to fill it, and what is wrong with it. */
export function Field({ label, help, error, says = false, children }: FieldProps) {
  const id = useOwnId();
  const described = [help && `${id}-help`, says && `${id}-said`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {children({ id, ...(described ? { "aria-describedby": described } : {}), ...(error ? { "aria-invalid": true } : {}) })}
      {error && (
        <p class="wrong" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

/** A small picture of an image beside its name; nothing where there is no such image. */
export function Thumb({ src }: { src: string | null }) {
  const [broken, setBroken] = useState<string | null>(null);
  return src && src !== broken ? <img class="thumb" src={src} alt="" loading="lazy" onError={() => setBroken(src)} /> : null;
}

/** A message in its place. What has gone wrong is read aloud at once. */
export function Notice({ kind, children }: { kind: "bad" | "warn" | "good" | "plain"; children: ComponentChildren }) {
  return (
    <div class={`notice ${kind}`} role={kind === "bad" ? "alert" : undefined}>
      {children}
    </div>
  );
}

/** Shown while something is on its way, if it takes long enough to be noticed. */
export function Waiting() {
  return (
    <p class="waiting" role="status">
      {t("waiting")}
    </p>
  );
}

/** What was refused or did not come, and the way to ask again if there is one. */
export function Failure({ error, again }: { error: unknown; again?: () => void }) {
  return (
    <Notice kind="bad">
      <p>{wordsOf(error) ?? (error instanceof ApiError && error.status > 0 ? t("failed", { status: String(error.status) }) : t("unreachable"))}</p>
      {again && (
        <button type="button" onClick={again}>
          {t("again")}
        </button>
      )}
    </Notice>
  );
}

/** Stands where an answer will be: that it is awaited, or why it does not come. */
export function Coming({ value, error, again }: { value: unknown; error: unknown; again: () => void }) {
  if (error) return <Failure error={error} again={again} />;
  return value ? null : <Waiting />;
}

/** A row of tabs or filters: one of them is chosen. */
export function Choices<T extends string>({ label, value, of, onChoose }: { label: string; value: T; of: { value: T; words: ComponentChildren }[]; onChoose: (value: T) => void }) {
  return (
    <div class="choices" role="group" aria-label={label}>
      {of.map((one) => (
        <button type="button" key={one.value} aria-pressed={one.value === value} onClick={() => onChoose(one.value)}>
          {one.words}
        </button>
      ))}
    </div>
  );
}
