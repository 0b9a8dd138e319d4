// What the pages of the workshop know of the Markdown editor. `assets/editor.js` is loaded by `import()` and exports
// `mount: Mount`; everything else imports only these types.
//
// All offsets are UTF-16 code units in the mounted text, whose lines end with \n. In the mode `body`, the mounted text begins
// where the Markdown does: whoever holds offsets in the file subtracts where its body begins.

/** Something to choose: what is written for it, and how people know it. */
export interface EditorFound {
  value: string;
  title: string;
  detail?: string | null;
}

export type EditorSearch = "page" | "organization" | "word" | "image" | "file";

/** One replacement in the text. Those of a list all have the offsets of the text before any of them. */
export interface EditorEdit {
  from: number;
  to: number;
  insert: string;
}

/**
 * A button that mends. With `edits`, the editor makes them (one undo step), at the places where the text has moved to since
 * `setDiagnostics`, and takes the button away when that passage was changed. With `run`, it calls that instead.
 */
export interface EditorMend {
  words: string;
  edits?: EditorEdit[];
  run?: () => void;
}

export interface EditorDiagnostic {
  from: number;
  to: number;
  severity: "error" | "warning";
  message: string;
  help?: string | null;
  mends?: EditorMend[];
}

export interface EditorUpload {
  /** Where the image is, as the page writes it. */
  src: string;
  width: number;
  height: number;
}

export interface EditorOptions {
  text: string;
  /** The language of the text, for the spelling checker and the direction of its lines. */
  lang: string;
  /** The content of `<meta name="guichet-nonce">`, for the style sheets that CodeMirror adds. */
  nonce: string;
  /** `body`: Markdown. `file`: the whole file, with its fields above the text. */
  mode: "body" | "file";
  /** After each change that somebody makes here, undoing included; not after `setText`. */
  onChange: (text: string) => void;
  complete: (what: EditorSearch, query: string) => Promise<EditorFound[]>;
  /** Fails with a message for people. `progress` is told the share that was sent, from 0 to 1, where it is known. */
  upload: (file: File, progress?: (share: number) => void, signal?: AbortSignal) => Promise<EditorUpload>;
  /** Where an image of the site can be seen, by what is written for it. */
  picture?: (src: string) => string | null;
  /** HTML → Markdown. */
  paste: (html: string) => Promise<string>;
  /** The accessible name of the text. */
  label: string;
}

export interface Editor {
  /** Replaces the text without telling `onChange`. Only what differs is replaced, so that it can be undone. */
  setText: (text: string, options?: { keepSelection?: boolean }) => void;
  /** Makes all edits as one undo step, and tells `onChange`. */
  apply: (edits: readonly EditorEdit[]) => void;
  setDiagnostics: (list: readonly EditorDiagnostic[]) => void;
  /** Selects a passage, brings it into view and gives it the focus. */
  goTo: (from: number, to?: number) => void;
  focus: () => void;
  /** Puts Markdown in place of the selection. */
  insert: (markdown: string) => void;
  text: () => string;
  destroy: () => void;
}

export type Mount = (parent: HTMLElement, options: EditorOptions) => Editor;
