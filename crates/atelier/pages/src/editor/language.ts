// The Markdown that guichet reads: CommonMark with tables, footnotes, task lists, struck text, headings' identifiers, and,
// where a whole file is shown, the fields above its text.
import { commonmarkLanguage } from "@codemirror/lang-markdown";
import { Language } from "@codemirror/language";
import { tags } from "@lezer/highlight";
import { type BlockContext, type InlineContext, type Line, type MarkdownConfig, type MarkdownParser, Strikethrough, Table, TaskList } from "@lezer/markdown";

const REFERENCE = /^\[\^[^\]\s]+\]/;
const NOTE = /^ {0,3}(\[\^[^\]\s]+\]:)[ \t]*/;
const IDENTIFIER = /^\{[#.][^{}]*\}[ \t]*$/;
const FENCE = /^---[ \t]*$/;
const FIELD = /^([ \t]*(?:-[ \t]+)*)([^\s:#'"{}[\]-][^:#'"{}[\]]*)(?=:(?:\s|$))/;

/** `word[^1]` and `[^1]: its note`. */
const Footnotes: MarkdownConfig = {
  defineNodes: [
    { name: "FootnoteReference", style: tags.labelName },
    { name: "FootnoteDefinition", block: true },
    { name: "FootnoteMark", style: tags.labelName },
  ],
  parseInline: [
    {
      name: "FootnoteReference",
      before: "Link",
      parse(context: InlineContext, next: number, pos: number) {
        const found = next === 91 ? REFERENCE.exec(context.slice(pos, context.end)) : null;
        return found ? context.addElement(context.elt("FootnoteReference", pos, pos + found[0].length)) : -1;
      },
    },
  ],
  parseBlock: [
    {
      name: "FootnoteDefinition",
      before: "LinkReference",
      parse(context: BlockContext, line: Line) {
        const found = NOTE.exec(line.text.slice(line.pos));
        if (!found?.[1]) return false;
        const start = context.lineStart + line.pos;
        const words = start + found[0].length;
        const inside = context.parser.parseInline(line.text.slice(line.pos + found[0].length), words);
        const mark = context.elt("FootnoteMark", start, start + found[1].length);
        context.addElement(context.elt("FootnoteDefinition", start, context.lineStart + line.text.length, [mark, ...inside]));
        context.nextLine();
        return true;
      },
      endLeaf: (_, line) => NOTE.test(line.text.slice(line.pos)),
    },
  ],
};

/** `## Heading {#name}`. */
const Identifiers: MarkdownConfig = {
  defineNodes: [{ name: "Identifier", style: tags.processingInstruction }],
  parseInline: [
    {
      name: "Identifier",
      parse(context: InlineContext, next: number, pos: number) {
        const found = next === 123 ? IDENTIFIER.exec(context.slice(pos, context.end)) : null;
        return found ? context.addElement(context.elt("Identifier", pos, pos + found[0].length)) : -1;
      },
    },
  ],
};

/** The fields between `---` and `---` at the head of a file. */
const Fields: MarkdownConfig = {
  defineNodes: [
    { name: "Fields", block: true },
    { name: "FieldsMark", style: tags.processingInstruction },
    { name: "FieldName", style: tags.propertyName },
    { name: "FieldComment", style: tags.comment },
  ],
  parseBlock: [
    {
      name: "Fields",
      before: "IndentedCode",
      parse(context: BlockContext, line: Line) {
        if (context.lineStart !== 0 || !FENCE.test(line.text)) return false;
        const parts = [context.elt("FieldsMark", 0, 3)];
        let end = line.text.length;
        while (context.nextLine()) {
          const start = context.lineStart;
          end = start + line.text.length;
          if (FENCE.test(line.text)) {
            parts.push(context.elt("FieldsMark", start, start + 3));
            context.nextLine();
            break;
          }
          const field = FIELD.exec(line.text);
          if (field?.[2]) parts.push(context.elt("FieldName", start + (field[1] ?? "").length, start + field[0].length));
          else if (/^\s*#/.test(line.text)) parts.push(context.elt("FieldComment", start, end));
        }
        context.addElement(context.elt("Fields", 0, end, parts));
        return true;
      },
    },
  ],
};

const MARKDOWN: MarkdownConfig[] = [Table, TaskList, Strikethrough, Footnotes, Identifiers];

function language(extensions: MarkdownConfig[]): Language {
  // With the same data as CommonMark's own, its commands know where they are.
  return new Language(commonmarkLanguage.data, (commonmarkLanguage.parser as MarkdownParser).configure(extensions), [], "markdown");
}

export const body = language(MARKDOWN);
export const file = language([...MARKDOWN, Fields]);
