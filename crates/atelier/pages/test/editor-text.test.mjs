// Marks, headings, lists, paragraphs, links, footnotes, callouts: what each command makes of a text.
import assert from "node:assert/strict";
import { test } from "node:test";
import { editor, read, run } from "./editor-state.mjs";

/** Each line: before, after. */
function becomes(command, cases, language) {
  for (const [before, after] of cases) assert.equal(run(before, command, language), after, JSON.stringify(before));
}

test("bold goes around a word, a selection without its spaces, each line and each cell, and off again", () => {
  becomes((state) => editor.toggleMark(state, "strong"), [
    ["la ma¦irie est", "la **ma¦irie** est"],
    ["la **ma¦irie** est", "la ma¦irie est"],
    ["la ⟦mairie ⟧est", "la **⟦mairie⟧** est"],
    ["la **⟦mairie⟧** est", "la ⟦mairie⟧ est"],
    ["la ¦", "la **¦**"],
    ["la **¦**", "la ¦"],
    ["- ⟦un\n- deux⟧", "- **⟦un**\n- **deux⟧**"],
    ["> ⟦un\n> deux⟧", "> **⟦un**\n> **deux⟧**"],
    ["a ⟦b **c** d⟧ e", "a **⟦b c d⟧** e"],
    ["| a | b |\n|---|---|\n⟦| c | d |⟧", "| a | b |\n|---|---|\n| **⟦c** | **d⟧** |"],
    ["## ⟦Un titre⟧", "## **⟦Un titre⟧**"],
  ]);
});

test("italic and bold can be on one word", () => {
  becomes((state) => editor.toggleMark(state, "emphasis"), [
    ["la ma¦irie", "la *ma¦irie*"],
    ["**ma¦irie**", "***ma¦irie***"],
    ["l’*arrê¦té*", "l’arrê¦té"],
  ]);
});

test("a heading is set, changed and taken away", () => {
  becomes((state) => editor.setHeading(state, 2), [
    ["Les étap¦es", "## Les étap¦es"],
    ["## Les étap¦es", "Les étap¦es"],
    ["### Les étap¦es", "## Les étap¦es"],
    ["¦", "## ¦"],
    ["- Les étap¦es", "## Les étap¦es"],
    ["> Les étap¦es", "> ## Les étap¦es"],
    ["Les étap¦es\n===\n\na", "## Les étap¦es\n\na"],
    ["⟦un\n\ndeux⟧", "## ⟦un\n\n## deux⟧"],
  ]);
});

test("paragraphs become the items of one list, and its items paragraphs", () => {
  becomes((state) => editor.toggleList(state, "bullet"), [
    ["un¦", "- un¦"],
    ["- un¦", "un¦"],
    ["⟦un\n\ndeux\n\ntrois⟧", "- ⟦un\n- deux\n- trois⟧"],
    ["⟦- un\n- deux⟧", "⟦un\n\ndeux⟧"],
    ["> ⟦un\n> deux⟧", "> - ⟦un\n> - deux⟧"],
    ["1. ⟦un\n2. deux⟧", "- ⟦un\n- deux⟧"],
  ]);
  becomes((state) => editor.toggleList(state, "number"), [
    ["⟦un\n\ndeux\n\ntrois⟧", "1. ⟦un\n2. deux\n3. trois⟧"],
    ["- ⟦un\n  - a\n  - b\n- deux⟧", "1. ⟦un\n  1. a\n  2. b\n2. deux⟧"],
  ]);
  becomes((state) => editor.toggleList(state, "task"), [
    ["- ⟦un\n- deux⟧", "- [ ] ⟦un\n- [ ] deux⟧"],
    ["- [x] un¦", "un¦"],
  ]);
});

test("an item goes below the one above it, with what is part of it, and back", () => {
  becomes(editor.indentItem, [
    ["- un\n- deu¦x", "- un\n  - deu¦x"],
    ["- u¦n\n- deux", null],
    ["1. un\n2. deu¦x\n3. trois", "1. un\n   1. deu¦x\n2. trois"],
    ["1. un\n2. deu¦x\n\n   suite\n\n3. trois\n4. quatre\n\nFin\n\n7. sept", "1. un\n   1. deu¦x\n\n      suite\n\n2. trois\n3. quatre\n\nFin\n\n7. sept"],
    ["1. un\n1. deu¦x\n1. trois\n1. quatre", "1. un\n   1. deu¦x\n1. trois\n1. quatre"],
    ["1. un\n2. deu¦x\n   1. a\n3. trois\n   1. b", "1. un\n   1. deu¦x\n      1. a\n2. trois\n   1. b"],
    ["1. un\n   1. a\n2. deu¦x", "1. un\n   1. a\n   2. deu¦x"],
    ["- un\n- deu¦x\n  - trois\n- quatre", "- un\n  - deu¦x\n    - trois\n- quatre"],
    ["> - un\n> - deu¦x", "> - un\n>   - deu¦x"],
    ["un¦", null],
  ]);
  becomes(editor.outdentItem, [
    ["- un\n  - deu¦x", "- un\n- deu¦x"],
    ["- u¦n", null],
    ["1. un\n   1. deu¦x", "1. un\n2. deu¦x"],
    ["1. un\n   1. a\n   2. b¦\n2. deux\n3. trois", "1. un\n   1. a\n2. b¦\n3. deux\n4. trois"],
    ["> - un\n>   - deu¦x", "> - un\n> - deu¦x"],
  ]);
});

test("Enter begins a paragraph, but not where it means something else", () => {
  becomes(editor.newParagraph, [
    ["La carte est gratuite.¦", "La carte est gratuite.\n\n¦"],
    ["La carte ¦est gratuite.", "La carte\n\n¦est gratuite."],
    ["## Titre¦\n\na", "## Titre\n\n¦\n\na"],
    ["¦", null],
    ["a\n\n¦", null],
    ["¦a", null],
    ["- un¦", null],
    ["> un¦", "> un\n>\n> ¦"],
    ["> [!TIP]¦", null],
    ["> - un¦", null],
    ["```\na¦\n```", null],
    ["[^1]: note¦", "[^1]: note\n\n¦"],
    ["terme\n: définition¦", null],
  ]);
  becomes(editor.newParagraph, [["---\ntitre: a¦\n---\n\nb", null]], editor.file);
});

test("Backspace joins what Enter has separated", () => {
  becomes(editor.joinParagraphs, [
    ["La carte\n\n¦est", "La carte¦est"],
    ["La carte\n\n¦", "La carte¦"],
    ["- un\n\n¦deux", null],
    ["a\n¦b", null],
    ["a\n\nb¦", null],
    ["a\n\n¦- b", null],
  ]);
});

test("a line ends inside its paragraph or item", () => {
  becomes(editor.breakLine, [
    ["Mairie¦ 1 rue", "Mairie\\\n¦ 1 rue"],
    ["- Mairie¦", "- Mairie\\\n  ¦"],
    ["> a ¦", "> a\\\n> ¦"],
    ["## a¦", null],
    ["¦", null],
  ]);
});

test("Enter continues lists and callouts", () => {
  const enter = (marked) => {
    const state = read(marked);
    let after = null;
    editor.insertNewlineContinueMarkupCommand({ nonTightLists: false })({ state, dispatch: (transaction) => (after = transaction.state) });
    return after && `${after.sliceDoc(0, after.selection.main.head)}¦${after.sliceDoc(after.selection.main.head)}`;
  };
  assert.equal(enter("- un¦"), "- un\n- ¦");
  assert.equal(enter("1. un¦"), "1. un\n2. ¦");
  assert.equal(enter("- [x] un¦"), "- [x] un\n- [ ] ¦");
  assert.equal(enter("> [!NOTE]¦"), "> [!NOTE]\n> ¦");
});

test("Enter ends them on an empty line, and a blank line follows", () => {
  becomes(editor.leaveBlock, [
    ["- un\n- ¦", "- un\n\n¦"],
    ["- un\n- ¦\n- deux", "- un\n\n¦\n- deux"],
    ["- un\n  - deux\n  - ¦", "- un\n  - deux\n- ¦"],
    ["- un\n- [ ] ¦", "- un\n\n¦"],
    ["> - un\n> - ¦", "> - un\n>\n> ¦"],
    ["> [!NOTE]\n> un\n>\n> ¦", "> [!NOTE]\n> un\n\n¦"],
    ["> [!NOTE]\n> ¦", "> [!NOTE]\n\n¦"],
    ["> > un\n> > ¦", "> > un\n>\n> ¦"],
    ["- un¦", null],
    ["¦", null],
    ["```\n- ¦\n```", null],
  ]);
});

test("a link is written, read back, changed and removed", () => {
  becomes((state) => editor.setLink(state, "la page", "b.md"), [
    ["voir ¦", "voir [la page](b.md)¦"],
    ["voir ⟦la page⟧ ici", "voir [la page](b.md)¦ ici"],
    ["voir [a](c.m¦d) ici", "voir [la page](b.md)¦ ici"],
    ["voir <https://a¦.fr> ici", "voir [la page](b.md)¦ ici"],
  ]);
  becomes(editor.removeLink, [
    ["voir [a](c.m¦d) ici", "voir ⟦a⟧ ici"],
    ["voir¦", null],
  ]);
  assert.deepEqual(editor.linkAt(read("voir [**a** b](<c d.pdf> \"x\")¦")), { from: 5, to: 29, text: "**a** b", href: "c d.pdf" });
  assert.equal(editor.linkAt(read("![a](b.j¦pg)")), null);
});

test("what would end a link early is written so that it does not", () => {
  assert.equal(editor.link("a ] b", "c.md"), "[a \\] b](c.md)");
  assert.equal(editor.link("a [b] c", "c d.pdf"), "[a [b] c](<c d.pdf>)");
  assert.equal(editor.link("a\n  b", "x(1).pdf"), "[a b](<x(1).pdf>)");
  assert.equal(editor.picture({ src: "a.jpg", alt: "L’entrée", caption: "La « mairie », \"photo\"" }), "![L’entrée](a.jpg \"La « mairie », \\\"photo\\\"\")");
  assert.equal(editor.picture({ src: "a.jpg", alt: "", caption: "" }), "![](a.jpg)");
});

test("an address is told from words", () => {
  for (const [typed, found] of [
    ["https://a.fr/x", "https://a.fr/x"],
    ["www.service-public.fr", "https://www.service-public.fr"],
    ["service-public.fr/x?y", "https://service-public.fr/x?y"],
    ["mairie@ville.fr", "mailto:mairie@ville.fr"],
    ["#les-étapes", "#les-étapes"],
    ["../a.md", "../a.md"],
    ["carte", null],
    ["carte d’identité", null],
    ["M. Martin", null],
    ["javascript:alert(1)", null],
  ]) assert.equal(editor.address(typed), found, typed);
});

test("a word of the glossary is a link to it", () => {
  becomes((state) => editor.setWord(state, "foyer", "R1046"), [["le ⟦foyer⟧", "le [foyer](glossary:R1046)¦"]]);
  becomes((state) => editor.setWord(state, "foyer", "glossaire:R1046"), [["le ⟦foyer⟧", "le [foyer](glossaire:R1046)¦"]]);
});

test("a footnote has the first free number, its mark after the word, and its note at the end", () => {
  becomes(editor.insertFootnote, [
    ["Le délai¦ est long.", "Le délai[^1] est long.\n\n[^1]: ¦\n"],
    ["Le dé¦lai est long.\n\nSuite.\n", "Le délai[^1] est long.\n\nSuite.\n\n[^1]: ¦\n"],
    ["a[^1] b¦\n\n[^1]: Note.\n", "a[^1] b[^2]\n\n[^1]: Note.\n[^2]: ¦\n"],
    ["⟦a b⟧ c", "a b[^1] c\n\n[^1]: ¦\n"],
  ]);
  becomes(editor.otherEnd, [
    ["a[^1¦] b\n\n[^1]: Note.\n", "a[^1] b\n\n[^1]: Note.¦\n"],
    ["a[^x] b\n\n[^x]: No¦te.\n", "a[^x]¦ b\n\n[^x]: Note.\n"],
    ["a¦", null],
  ]);
});

test("a block has a blank line before and after it", () => {
  becomes((state) => editor.insertCard(state, "mairie"), [
    ["¦", "![](organization:mairie)¦\n"],
    ["a\n\n¦\n\nb", "a\n\n![](organization:mairie)¦\n\nb"],
    ["a¦\nb\n\nc", "a\nb\n\n![](organization:mairie)¦\n\nc"],
    ["a\n¦", "a\n\n![](organization:mairie)¦\n"],
    ["- a¦\n- b\n\nc", "- a\n- b\n\n![](organization:mairie)¦\n\nc"],
    ["## a¦\nb", "## a\n\n![](organization:mairie)¦\n\nb"],
  ]);
});

test("a callout is put around a paragraph, changed, and taken away", () => {
  becomes((state) => editor.toggleCallout(state, "TIP"), [
    ["¦", "> [!TIP]\n> ¦\n"],
    ["a\n\nb¦\nc\n\nd", "a\n\n> [!TIP]\n> b¦\n> c\n\nd"],
    ["> [!NOTE]\n> a¦", "> [!TIP]\n> a¦"],
    ["> [!TIP]\n> a¦\n>\n> b", "a¦\n\nb"],
    ["a\n⟦b⟧\nc", "a\n\n> [!TIP]\n> ⟦b⟧\n\nc"],
    ["⟦- a\n- b⟧", "> [!TIP]\n> ⟦- a\n> - b⟧"],
  ]);
});

test("pasted text fits its place", () => {
  const fitted = (marked, text) => {
    const state = read(marked);
    const { from, to } = state.selection.main;
    return state.update({ changes: { from, to, insert: editor.fit(state, from, to, text) } }).state.doc.toString();
  };
  assert.equal(fitted("| a | ¦ |\n|---|---|", "x | y\nz"), "| a | x \\| y z |\n|---|---|");
  assert.equal(fitted("> a ¦", "b\n\nc"), "> a b\n>\n> c");
  assert.equal(fitted("a ¦ b", "- x\n- y"), "a \n\n- x\n- y\n\n b");
  assert.equal(fitted("- ¦", "- x\n- y"), "- x\n- y");
  assert.equal(fitted("- a¦", "- x\n- y"), "- a\n- x\n- y");
  assert.equal(fitted("- a ¦", "x\n\ny"), "- a x\n\n  y");
  assert.equal(fitted("```\n¦\n```", "- x\n| y"), "```\n- x\n| y\n```");
  assert.equal(fitted("a ¦b", "**x** "), "a **x** b");
});

test("only what differs of a text is replaced", () => {
  const state = read("un deux¦ trois");
  assert.deepEqual(editor.difference(state, "un DEUX trois"), { from: 3, to: 7, insert: "DEUX" });
  assert.deepEqual(editor.difference(state, "un deux deux trois"), { from: 8, to: 8, insert: "deux " });
  assert.equal(editor.difference(state, "un deux trois"), null);
  const edits = [{ from: 5, to: 9, insert: "b" }, { from: 0, to: 2, insert: "a" }, { from: 1, to: 3, insert: "x" }, { from: 90, to: 91, insert: "x" }];
  assert.deepEqual(editor.fitting(edits, 20).map(({ insert }) => insert), ["a", "b"]);
});
