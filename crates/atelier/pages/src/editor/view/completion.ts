// What may follow between brackets: pages, files, words of the glossary, images, organizations.
import { type Completion, type CompletionContext, type CompletionResult, autocompletion } from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { VERBATIM, around } from "../commands/context";
import { escapeAddress, link } from "../commands/links";
import type { EditorFound, EditorOptions, EditorSearch } from "../types";

type Complete = EditorOptions["complete"];
type Write = (found: EditorFound) => string;

interface Opening {
  pattern: RegExp;
  searches: { what: EditorSearch; value: Write }[];
  /** Whether the address is closed after it. */
  closes: boolean;
}

const prefixed = (prefix: string, value: string) => (/^(?:organization|glossary|glossaire):/.test(value) ? value : prefix + value);
const organization: Write = ({ value }) => prefixed("organization:", value);
const word: Write = ({ value }) => prefixed("glossary:", value);
const plain: Write = ({ value }) => escapeAddress(value);

/** The first that fits what is before the cursor decides. The last group of each is what was typed. */
const OPENINGS: Opening[] = [
  { pattern: /!\[[^\]\n]*\]\(organization:([^()\s]*)$/, searches: [{ what: "organization", value: organization }], closes: true },
  {
    pattern: /!\[[^\]\n]*\]\(([^()\s]*)$/,
    searches: [
      { what: "image", value: plain },
      { what: "organization", value: organization },
    ],
    closes: true,
  },
  { pattern: /\]\(gloss(?:ary|aire):([^()\s]*)$/, searches: [{ what: "word", value: word }], closes: true },
  {
    pattern: /\]\(([^()\s:]*)$/,
    searches: [
      { what: "page", value: plain },
      { what: "file", value: plain },
      { what: "word", value: word },
    ],
    closes: true,
  },
  {
    pattern: /(?<![!\]])\[([^[\]^!\s][^[\]\n]+)$/,
    searches: [
      { what: "page", value: ({ title, value }) => link(title, value) },
      { what: "word", value: (found) => link(found.title, word(found)) },
    ],
    closes: false,
  },
];

export function opening(before: string): { opening: Opening; query: string; from: number } | null {
  for (const one of OPENINGS) {
    const found = one.pattern.exec(before);
    if (!found) continue;
    const query = found[1] ?? "";
    const named = /(?:organization|glossary|glossaire):$/.exec(before.slice(0, before.length - query.length))?.[0] ?? "";
    return { opening: one, query, from: before.length - query.length - named.length - (one.closes ? 0 : 1) };
  }
  return null;
}

async function source(complete: Complete, context: CompletionContext): Promise<CompletionResult | null> {
  const { state, pos } = context;
  if (around(state, pos, pos, VERBATIM)) return null;
  const line = state.doc.lineAt(pos);
  const found = opening(line.text.slice(0, pos - line.from));
  if (!found) return null;
  const { query, from, opening: one } = found;
  const lists = await Promise.all(one.searches.map(async ({ what, value }) => (await complete(what, query)).map((each) => option(each, value(each), one.closes))));
  const options = lists.flat();
  return options.length > 0 && !context.aborted ? { from: line.from + from, options, filter: false } : null;
}

function option({ title, detail, value }: EditorFound, written: string, closes: boolean): Completion {
  return {
    label: title || value,
    ...(detail ? { detail } : {}),
    apply(view: EditorView, _: Completion, from: number, to: number) {
      const next = view.state.sliceDoc(to, to + 1);
      const end = closes ? (next === ")" ? to + 1 : to) : next === "]" ? to + 1 : to;
      const insert = closes ? `${written})` : written;
      view.dispatch({ changes: { from, to: end, insert }, selection: { anchor: from + insert.length }, userEvent: "input.complete", scrollIntoView: true });
    },
  };
}

export function completion(complete: Complete): Extension {
  return autocompletion({ override: [(context) => source(complete, context)], icons: false, closeOnBlur: true });
}
