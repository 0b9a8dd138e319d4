// Makes the structure of a text visible: larger headings, dimmed marks, callouts with their names.
import { syntaxHighlighting, syntaxTree } from "@codemirror/language";
import { type Extension, RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate, WidgetType } from "@codemirror/view";
import { tagHighlighter, tags } from "@lezer/highlight";
import { t } from "../../words";
import { CALLOUTS } from "../commands/blocks";

const words = tagHighlighter([
  { tag: tags.strong, class: "md-strong" },
  { tag: tags.emphasis, class: "md-emphasis" },
  { tag: tags.strikethrough, class: "md-struck" },
  { tag: tags.monospace, class: "md-code" },
  { tag: tags.link, class: "md-link" },
  { tag: tags.url, class: "md-address" },
  { tag: tags.string, class: "md-caption" },
  { tag: tags.labelName, class: "md-note" },
  { tag: tags.propertyName, class: "md-field" },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.comment, tags.angleBracket], class: "md-mark" },
]);

/** What whole lines look like, by the block that they are part of. */
const LINES: Record<string, string> = {
  ATXHeading1: "md-h1",
  ATXHeading2: "md-h2",
  ATXHeading3: "md-h3",
  ATXHeading4: "md-h4",
  ATXHeading5: "md-h4",
  ATXHeading6: "md-h4",
  SetextHeading1: "md-h1",
  SetextHeading2: "md-h2",
  Table: "md-table",
  FencedCode: "md-block",
  CodeBlock: "md-block",
  HTMLBlock: "md-block",
  FootnoteDefinition: "md-footnote",
  Fields: "md-fields",
};

const TITLE = /^[ \t]{0,3}>[ \t]*\[!(\w+)\][ \t]*$/;

class CalloutName extends WidgetType {
  constructor(readonly name: string) {
    super();
  }
  override eq(other: CalloutName) {
    return other.name === this.name;
  }
  toDOM() {
    const dom = document.createElement("span");
    dom.className = "md-callout-name";
    dom.textContent = calloutName(this.name);
    return dom;
  }
}

/** What readers see above a callout. */
export function calloutName(name: string): string {
  return (CALLOUTS as readonly string[]).includes(name) ? t(`editor-callout-${name.toLowerCase()}`) : t("editor-callout-warning");
}

function decorate(view: EditorView): DecorationSet {
  const { state } = view;
  const lines = new Map<number, string>();
  const names: { from: number; to: number; name: string }[] = [];
  const head = state.doc.lineAt(state.selection.main.head).number;
  const add = (from: number, to: number, look: string) => {
    for (let number = state.doc.lineAt(from).number; number <= state.doc.lineAt(to).number; number += 1) {
      lines.set(number, `${lines.get(number) ?? ""} ${look}`);
    }
  };
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(state).iterate({
      from,
      to,
      enter: ({ name, from: start, to: end }) => {
        const [first, last] = [Math.max(start, from), Math.min(end, to)];
        if (name === "Blockquote") {
          const line = state.doc.lineAt(start);
          const title = TITLE.exec(line.text)?.[1]?.toUpperCase();
          add(first, last, title ? `md-quote md-callout md-${title.toLowerCase()}` : "md-quote");
          if (title && first === start) {
            add(start, start, "md-callout-title");
            if (line.number !== head) names.push({ from: line.from + line.text.indexOf("[!"), to: line.to, name: title });
          }
        } else if (LINES[name] && first <= last) add(first, last, LINES[name]);
      },
    });
  }
  const all: { from: number; to: number; look: Decoration }[] = [...lines].map(([number, look]) => {
    const { from } = state.doc.line(number);
    return { from, to: from, look: Decoration.line({ class: look.trim() }) };
  });
  all.push(...names.map(({ from, to, name }) => ({ from, to, look: Decoration.replace({ widget: new CalloutName(name) }) })));
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to, look } of all.sort((a, b) => a.from - b.from || a.look.startSide - b.look.startSide)) builder.add(from, to, look);
  return builder.finish();
}

const structure = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    tree;
    constructor(view: EditorView) {
      this.decorations = decorate(view);
      this.tree = syntaxTree(view.state);
    }
    update(update: ViewUpdate) {
      const tree = syntaxTree(update.state);
      if (update.docChanged || update.viewportChanged || update.selectionSet || tree !== this.tree) {
        this.tree = tree;
        this.decorations = decorate(update.view);
      }
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

export const highlighting: Extension = [syntaxHighlighting(words), structure];
