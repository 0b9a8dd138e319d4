// What is pasted and dropped: rich text becomes Markdown, addresses become links, images are sent.
import { type EditorState, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { announce } from "../../live";
import { t } from "../../words";
import { VERBATIM, around } from "../commands/context";
import { fit } from "../commands/fit";
import { isPastedAddress, setLink } from "../commands/links";
import { type Desk, alone, hold, run } from "./desk";

/** Text without anything but what is read: an image copied from a page comes with HTML too. */
function says(html: string): boolean {
  return (new DOMParser().parseFromString(html, "text/html").body.textContent ?? "").trim() !== "";
}

function put(desk: Desk, from: number, to: number, text: string): void {
  const { state } = desk.view;
  const insert = fit(state, from, to, text.replace(/\r\n?/g, "\n"));
  desk.view.dispatch(alone({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, userEvent: "input.paste", scrollIntoView: true }));
}

/** Waits for the Markdown of what was pasted; without it, the text alone is better than nothing. */
async function convert(desk: Desk, html: string, text: string, from: number, to: number): Promise<void> {
  const { place, release } = hold(desk, from, to);
  let markdown: string | null = null;
  try {
    markdown = await desk.options.paste(html);
  } catch {
    announce(t("editor-paste-plain"));
  }
  release();
  put(desk, place.from, place.to, (markdown ?? text).replace(/\n+$/, ""));
}

function isVerbatim(state: EditorState): boolean {
  const { from, to } = state.selection.main;
  return around(state, from, to, VERBATIM) !== null;
}

/** Pastes the text of the clipboard alone, where the browser lets a page read it; otherwise it says which keys do. */
export async function pastePlain(desk: Desk): Promise<void> {
  const { main } = desk.view.state.selection;
  const { place, release } = hold(desk, main.from, main.to);
  try {
    const text = await navigator.clipboard.readText();
    if (text) put(desk, place.from, place.to, text);
  } catch {
    announce(t("editor-paste-keys"));
  }
  release();
  desk.view.focus();
}

/** `take` is given files that were pasted or dropped, and where. */
export function transfer(desk: () => Desk, take: (files: File[], at: number) => void): Extension {
  let isPlain = false;
  return [
    EditorView.domEventObservers({
      keydown(event) {
        isPlain = event.shiftKey && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "v";
      },
    }),
    EditorView.domEventHandlers({
      paste(event, view) {
        const data = event.clipboardData;
        if (!data) return false;
        const wantsPlain = isPlain;
        isPlain = false;
        const html = data.getData("text/html");
        const text = data.getData("text/plain");
        const { main } = view.state.selection;
        const files = [...data.files];
        if (files.length > 0 && !wantsPlain && (!html || !says(html))) {
          event.preventDefault();
          take(files, main.from);
          return true;
        }
        if (!text && !html) return false;
        event.preventDefault();
        const selected = view.state.sliceDoc(main.from, main.to);
        if (!main.empty && !isVerbatim(view.state) && isPastedAddress(text) && !selected.includes("\n") && !isPastedAddress(selected)) {
          run(desk(), setLink(view.state, selected, text.trim()));
        } else if (html && !wantsPlain && !isVerbatim(view.state) && !data.types.includes("vscode-editor-data")) {
          void convert(desk(), html, text, main.from, main.to);
        } else put(desk(), main.from, main.to, text);
        return true;
      },
      dragover(event) {
        if (![...(event.dataTransfer?.types ?? [])].includes("Files")) return false;
        event.preventDefault();
        return true;
      },
      drop(event, view) {
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length === 0) return false;
        event.preventDefault();
        take(files, view.posAtCoords({ x: event.clientX, y: event.clientY }, false));
        return true;
      },
    }),
  ];
}
