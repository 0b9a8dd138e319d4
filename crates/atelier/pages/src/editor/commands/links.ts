// Links, words of the glossary, and what opens one.
import { EditorSelection, type EditorState } from "@codemirror/state";
import { type Change, around } from "./context";

export interface WrittenLink {
  from: number;
  to: number;
  text: string;
  /** As it leads, without the signs around it. */
  href: string;
}

/** The link at the cursor. */
export function linkAt(state: EditorState): WrittenLink | null {
  const { from, to } = state.selection.main;
  const node = around(state, from, to, ["Link", "Autolink"]);
  if (!node) return null;
  const written = state.sliceDoc(node.from, node.to);
  if (node.name === "Autolink") return { from: node.from, to: node.to, text: written.slice(1, -1), href: written.slice(1, -1) };
  const url = node.getChild("URL");
  const marks = node.getChildren("LinkMark");
  if (!url || !marks[1]) return null;
  const text = state.sliceDoc(node.from + 1, marks[1].from);
  return { from: node.from, to: node.to, text, href: bare(state.sliceDoc(url.from, url.to)) };
}

function bare(url: string): string {
  return url.startsWith("<") && url.endsWith(">") ? url.slice(1, -1) : url;
}

/** Text as it stands between brackets. */
export function escapeText(text: string): string {
  const line = text.replace(/\s*\n\s*/g, " ").trim();
  let depth = 0;
  const isBalanced = [...line.replace(/\\./g, "")].every((letter) => (depth += letter === "[" ? 1 : letter === "]" ? -1 : 0) >= 0) && depth === 0;
  return isBalanced ? line : line.replace(/(?<!\\)[[\]]/g, "\\$&");
}

/** An address as it stands between parentheses. */
export function escapeAddress(href: string): string {
  const address = href.trim().replace(/[\n\r]/g, "");
  return /[\s()<>]/.test(address) ? `<${address.replace(/[<>]/g, (sign) => (sign === "<" ? "%3C" : "%3E"))}>` : address;
}

export function link(text: string, href: string): string {
  return `[${escapeText(text)}](${escapeAddress(href)})`;
}

const SCHEME = /^(?:https?:\/\/|mailto:|tel:|glossary:|glossaire:)\S+$/i;
const DOMAIN = /^(?:www\.)?(?:[\p{L}\p{N}-]+\.)+[a-z]{2,}(?:[/?#]\S*)?$/iu;
const MAIL = /^[^\s@/]+@(?:[\p{L}\p{N}-]+\.)+[a-z]{2,}$/iu;
const PATH = /^(?:#|\.{0,2}\/)\S+$|^\S+\.(?:md|pdf)(?:#\S*)?$/;

/** What somebody typed, as the address that it is; null if it is only words. */
export function address(typed: string): string | null {
  const text = typed.trim();
  if (SCHEME.test(text) || PATH.test(text)) return text;
  if (MAIL.test(text)) return `mailto:${text}`;
  return DOMAIN.test(text) ? `https://${text}` : null;
}

/** Whether a text that is pasted is nothing but an address on the web. */
export function isPastedAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text.trim());
}

/** Writes a link in place of the selection, or of the link at the cursor. */
export function setLink(state: EditorState, text: string, href: string): Change {
  const { from, to } = linkAt(state) ?? state.selection.main;
  const insert = link(text || href.replace(/^(?:https?:\/\/|mailto:)/, ""), href);
  return { changes: { from, to, insert }, selection: EditorSelection.cursor(from + insert.length), userEvent: "input", scrollIntoView: true };
}

/** Leaves the text of the link at the cursor. */
export function removeLink(state: EditorState): Change {
  const found = linkAt(state);
  if (!found) return null;
  const { from, to, text } = found;
  return { changes: { from, to, insert: text }, selection: EditorSelection.range(from, from + text.length), userEvent: "input" };
}

/** `[words](glossary:KEY)`. */
export function setWord(state: EditorState, text: string, value: string): Change {
  return setLink(state, text, /^gloss(?:ary|aire):/.test(value) ? value : `glossary:${value}`);
}
