// Tables: rows and columns put in and taken out, cells one moves through, bars below one another.
import assert from "node:assert/strict";
import { test } from "node:test";
import { editor, read, run } from "./editor-state.mjs";

const table = (...lines) => lines.join("\n");

test("a table is made with its head", () => {
  assert.equal(
    run("¦", (state) => editor.insertTable(state, 1, 2, (column) => `Titre ${column}`)),
    table("| ⟦Titre 1⟧ | Titre 2 |", "|---|---|", "|    |    |", ""),
  );
});

test("cells are what is between bars, whatever the bars at the ends", () => {
  const cells = (line) => editor.row(0, line).cells.map(({ text }) => text);
  assert.deepEqual(cells("| a | b |"), ["a", "b"]);
  assert.deepEqual(cells("a | b"), ["a", "b"]);
  assert.deepEqual(cells("| a | b"), ["a", "b"]);
  assert.deepEqual(cells("a | b |  "), ["a", "b"]);
  assert.deepEqual(cells("| a \\| b | |"), ["a \\| b", ""]);
  assert.deepEqual(cells("> | a | b |"), ["a", "b"]);
  assert.deepEqual(editor.tableAt(read("| a | b | c |\n|:--|:-:|--:|\n| ¦ |||")).alignments, ["left", "center", "right"]);
  assert.equal(editor.tableAt(read("a¦ | b")), null);
});

test("a row is added and removed, and nothing else changes", () => {
  const below = (state) => editor.addRow(state, "below");
  const above = (state) => editor.addRow(state, "above");
  assert.equal(run(table("| a | b |", "|---|--:|", "| 1¦ | 2 |", "", "fin"), below), table("| a | b |", "|---|--:|", "| 1 | 2 |", "| ¦  |   |", "", "fin"));
  assert.equal(run(table("| a | b¦ |", "|---|--:|", "| 1 | 2 |"), below), table("| a | b |", "|---|--:|", "|   | ¦  |", "| 1 | 2 |"));
  assert.equal(run(table("| a | b |", "|---|--:|", "| 1 | 2¦ |"), above), table("| a | b |", "|---|--:|", "|   | ¦  |", "| 1 | 2 |"));
  assert.equal(run(table("> | a |", "> |---|", "> | 1¦ |"), below), table("> | a |", "> |---|", "> | 1 |", "> | ¦  |"));
  assert.equal(run(table("| a | b |", "|---|---|", "| 1 | 2¦ |", "| 3 | 4 |"), editor.removeRow), table("| a | b |", "|---|---|", "| 3 | ¦4 |"));
  assert.equal(run(table("| a | b |", "|---|---|", "| 1 | 2¦ |"), editor.removeRow), table("| a | ¦b |", "|---|---|"));
  assert.equal(run(table("| a¦ | b |", "|---|---|", "| 1 | 2 |"), editor.removeRow), null);
  assert.equal(run("a¦", below), null);
});

test("a column is added and removed on all lines", () => {
  const after = (state) => editor.addColumn(state, "after");
  const before = (state) => editor.addColumn(state, "before");
  assert.equal(run(table("| a | b |", "|---|--:|", "| 1¦ | 2 |"), after), table("| a |   | b |", "|---|---|--:|", "| 1 | ¦  | 2 |"));
  assert.equal(run(table("| a | b |", "|---|--:|", "| 1 | 2¦ |"), after), table("| a | b |   |", "|---|--:|---|", "| 1 | 2 | ¦  |"));
  assert.equal(run(table("| a¦ | b |", "|---|--:|"), before), table("| ¦  | a | b |", "|---|---|--:|"));
  assert.equal(run(table("| a | b |", "|---|---|", "| 1 | 2¦ |"), editor.removeColumn), table("| a |", "|---|", "| ¦1 |"));
  assert.equal(run(table("| a | b |", "|---|---|", "| 1¦ | 2 |"), editor.removeColumn), table("| b |", "|---|", "| ¦2 |"));
  assert.equal(run(table("| a¦ |", "|---|"), editor.removeColumn), null);
});

test("columns of tables without bars at their ends, or with short rows, are changed too", () => {
  const count = (marked, command) => {
    const after = read(run(marked, command).replace(/[⟦⟧]/g, ""));
    const found = editor.tableAt(after);
    return [found.head, found.delimiter, ...found.rows].map(({ cells }) => cells.length);
  };
  const after = (state) => editor.addColumn(state, "after");
  const before = (state) => editor.addColumn(state, "before");
  const bare = table("a | b", "--|--", "1¦ | 2");
  assert.deepEqual(count(bare, after), [3, 3, 3]);
  assert.deepEqual(count(bare, before), [3, 3, 3]);
  assert.deepEqual(count(table("a | b", "--|--", "1 | 2¦"), after), [3, 3, 3]);
  assert.deepEqual(count(table("a | b", "--|--", "1 | 2¦"), editor.removeColumn), [1, 1, 1]);
  assert.deepEqual(count(table("| a | b |", "|---|---|", "| 1 |", "| 2 | 3¦ |"), after), [3, 3, 3, 3]);
  assert.deepEqual(count(table("| a | b |", "|---|---|", "| 1 |", "| 2 | 3¦ |"), editor.removeColumn), [1, 1, 1, 1]);
});

test("a column is aligned and set back", () => {
  const right = (state) => editor.alignColumn(state, "right");
  const once = run(table("| a | b |", "|---|---|", "| 1 | 2¦ |"), right);
  assert.equal(once, table("| a | b |", "|---|--:|", "| 1 | 2¦ |"));
  assert.equal(run(once, right), table("| a | b |", "|---|---|", "| 1 | 2¦ |"));
  assert.equal(run(table("| a¦ |", "|:-----|"), (state) => editor.alignColumn(state, "center")), table("| a¦ |", "|:----:|"));
});

test("bars are put below one another, once", () => {
  const tidied = run(table("> |a|bcd ef|", "> |-|-:|", "> |1234¦|é|", "> |5|"), editor.tidyTable);
  assert.equal(tidied, table("> | a    | bcd ef |", "> |------|-------:|", "> | ¦1234 |      é |", "> | 5    |        |"));
  assert.equal(run(tidied, editor.tidyTable), null);
});

test("Tab and Enter go through the cells, and a new row comes below the last", () => {
  const next = (state) => editor.moveCell(state, 1);
  const back = (state) => editor.moveCell(state, -1);
  const two = table("| a | b |", "|---|---|", "| 1 | 2 |");
  const at = (text, mark) => text.replace(mark, `${mark}¦`);
  assert.equal(run(at(two, "a"), next), two.replace("b", "⟦b⟧"));
  assert.equal(run(at(two, "b"), next), two.replace("1", "⟦1⟧"));
  assert.equal(run(at(two, "1"), back), two.replace("b", "⟦b⟧"));
  assert.equal(run(at(two, "a"), back), null);
  assert.equal(run(at(two, "2"), next), `${two}\n| ¦  |   |`);
  assert.equal(run(at(two, "a"), editor.enterCell), two.replace("1", "1¦"));
  assert.equal(run(at(two, "2"), editor.enterCell), `${two}\n|   | ¦  |`);
  assert.equal(run(`${two}\n|   | ¦  |`, editor.enterCell), `${two}\n\n¦`);
  assert.equal(run("a¦", next), null);
});
