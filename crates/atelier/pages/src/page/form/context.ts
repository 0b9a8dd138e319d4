// What every field of the form needs: how all fields are, and how to change one.
import { createContext } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { Change, Diag, Fields, FieldSpec, Mend, Path, Value } from "../../api";
import type { Refusal } from "../hold";

/** What the form is of, as far as its words depend on it. */
export type FormKind = "guide" | "settings" | "other";

export type Form = {
  kind: FormKind;
  /** The page's path. */
  path: string;
  /** The language of the page's own words. */
  lang: string;
  /** Whether the file's names are English. */
  english: boolean;
  specs: readonly FieldSpec[];
  values: Fields;
  diagnostics: ReadonlyMap<string, readonly Diag[]>;
  refusals: readonly Refusal[];
  /** Gives a field a value, or none. Edits of one run are one step. */
  edit: (path: Path, value: Value | undefined, run?: string) => void;
  /** Makes changes as one step, whose name comes back. */
  change: (changes: readonly Change[]) => string;
  /** Takes a step back if nothing was changed after it: whether it did. */
  takeBack: (run: string) => boolean;
  mend: (diag: Diag, mend: Mend) => void;
  /** Shows a field in the whole file. */
  showInFile: (path: Path) => void;
};

export const FormContext = createContext<Form | null>(null);

export function useForm(): Form {
  const form = useContext(FormContext);
  if (!form) throw new Error("no form");
  return form;
}

let runs = 0;
export function newRun(): string {
  runs += 1;
  return `run-${runs}`;
}

/** What a widget is given. `id` and `described` tie it to its label, its help and what is wrong with it. */
export type WidgetProps = {
  spec: FieldSpec;
  /** The fields beside it. */
  siblings: readonly FieldSpec[];
  path: Path;
  value: Value | undefined;
  id: string;
  described: string | undefined;
  invalid: boolean;
  /** Names it where it has no label of its own. */
  label?: string;
  commit: (value: Value | undefined, run?: string) => void;
};

/** What ties an input to its label and to what is said of it. */
export function ties({ spec, id, described, invalid, label }: Pick<WidgetProps, "spec" | "id" | "described" | "invalid" | "label">) {
  return { id, "aria-describedby": described, "aria-invalid": invalid || undefined, "aria-required": !spec.optional || undefined, "aria-label": label };
}

/**
 * An input of text. While one types, it shows what is typed: the file has it without spaces at its ends. When the value changes for
 * another reason, it shows that.
 */
export function useTyped(value: string, commit: (text: string, run: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  const run = useRef("");
  const own = useRef({ awaited: false, value });
  if (own.current.awaited || typed === null) own.current = { awaited: false, value };
  const isTheirs = value !== own.current.value;
  useEffect(() => {
    if (isTheirs) setTyped(null);
  }, [isTheirs]);
  return {
    value: isTheirs ? value : (typed ?? value),
    onFocus: () => {
      run.current = newRun();
    },
    onInput: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      run.current ||= newRun();
      const text = event.currentTarget.value;
      setTyped(text);
      own.current.awaited = true;
      commit(text.trim(), run.current);
    },
    onBlur: () => setTyped(null),
  };
}

/** A text as a value: nothing if it is empty. */
export const orNothing = (text: string): string | undefined => (text === "" ? undefined : text);

/** How many lines a text takes where about `width` letters fit in one. */
export function rowsFor(text: string, width = 60, least = 2): number {
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
  return Math.min(14, Math.max(least, lines));
}
