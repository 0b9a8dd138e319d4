// What surrounds the cursor. Commands are functions of a state: they give the change to make, or null where there is nothing to do.
import { ensureSyntaxTree, syntaxTree } from "@codemirror/language";
import type { EditorState, Line, TransactionSpec } from "@codemirror/state";
import type { SyntaxNode, Tree } from "@lezer/common";

export type Change = TransactionSpec | null;

/** Longer texts are read as far as they were read already. */
const PATIENCE = 200;

export function tree(state: EditorState): Tree {
  return ensureSyntaxTree(state, state.doc.length, PATIENCE) ?? syntaxTree(state);
}

/** The innermost node with one of these names that covers a passage. */
export function around(state: EditorState, from: number, to: number, names: readonly string[]): SyntaxNode | null {
  const all = tree(state);
  for (const side of [1, -1] as const) {
    for (let node: SyntaxNode | null = all.resolveInner(from, side); node; node = node.parent) {
      if (names.includes(node.name) && node.from <= from && node.to >= to) return node;
    }
  }
  return null;
}

/** The outermost block at a place, of which the others are parts. */
export function topBlock(state: EditorState, pos: number): SyntaxNode | null {
  for (const side of [1, -1] as const) {
    let node: SyntaxNode | null = tree(state).resolveInner(pos, side);
    while (node?.parent && !node.parent.type.isTop) node = node.parent;
    if (node?.parent) return node;
  }
  return null;
}

/** The lines of the selection, without a last one that is only begun. */
export function selectedLines(state: EditorState): Line[] {
  const { from, to, empty } = state.selection.main;
  const first = state.doc.lineAt(from).number;
  const end = state.doc.lineAt(to);
  const last = !empty && end.from === to && end.number > first ? end.number - 1 : end.number;
  return Array.from({ length: last - first + 1 }, (_, index) => state.doc.line(first + index));
}

/** The parts before a line's own text. */
export interface LineStart {
  /** `> `, once for each quotation around it. */
  quote: string;
  indent: string;
  /** `- `, `1. `, `- [ ] `, with what separates it from the text. */
  marker: string;
  kind: "bullet" | "number" | "task" | null;
  /** `## `. */
  heading: string;
  text: string;
}

const START = /^((?:[ \t]{0,3}>[ \t]?)*)([ \t]*)((?:([-*+])|(\d{1,9})[.)])(?:[ \t]+(\[[ xX]\])(?=[ \t]|$))?(?:[ \t]+|$))?(#{1,6}(?:[ \t]+|$))?/;

export function lineStart(text: string): LineStart {
  const found = START.exec(text);
  const [all = "", quote = "", indent = "", marker = "", bullet, , box, heading = ""] = found ?? [];
  const kind = !marker ? null : box ? "task" : bullet ? "bullet" : "number";
  return { quote, indent, marker, kind, heading, text: text.slice(all.length) };
}

/** Where a line's own text begins. */
export function textStart(line: Line): number {
  return line.from + line.length - lineStart(line.text).text.length;
}

export function isBlank(text: string): boolean {
  return /^[ \t>]*$/.test(text);
}

/** Nodes whose text is not Markdown's to change. */
export const VERBATIM = ["FencedCode", "CodeBlock", "HTMLBlock", "Fields", "InlineCode"] as const;
