// Two texts side by side, line by line.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { around, lines } = await load("page/diff.ts");
const shown = (before, after) => lines(before, after).map(({ what, text }) => ({ same: " ", gone: "-", new: "+" })[what] + text);

test("what is gone and what is new stands between what is the same", () => {
  assert.deepEqual(shown("a\nb\nc", "a\nB\nc"), [" a", "-b", "+B", " c"]);
  assert.deepEqual(shown("a\nb\nc\nd", "a\nc\nd\ne"), [" a", "-b", " c", " d", "+e"]);
  assert.deepEqual(shown("", "a"), ["-", "+a"]);
  assert.deepEqual(shown("a\nb", "a\nb"), [" a", " b"]);
});

test("lines that are far from any difference are only counted", () => {
  const text = Array.from({ length: 20 }, (_, at) => `${at}`);
  const parts = around(lines(text.join("\n"), [...text.slice(0, 10), "x", ...text.slice(11)].join("\n")), 1);
  assert.deepEqual(parts.map((part) => (part.what === "skipped" ? part.count : part.text)), [9, "9", "10", "x", "11", 8]);
});

test("both texts can be read back, and no line is said to differ that need not", () => {
  let seed = 7;
  const below = (count) => (seed = (seed * 1103515245 + 12345) % 2147483648) % count;
  const longest = (a, b) => {
    const table = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0));
    for (let i = 1; i <= a.length; i += 1) for (let j = 1; j <= b.length; j += 1) table[i][j] = a[i - 1] === b[j - 1] ? table[i - 1][j - 1] + 1 : Math.max(table[i - 1][j], table[i][j - 1]);
    return table[a.length][b.length];
  };
  for (let round = 0; round < 500; round += 1) {
    const some = () => Array.from({ length: 1 + below(12) }, () => "abcd"[below(4)]);
    const [a, b] = [some(), some()];
    const all = lines(a.join("\n"), b.join("\n"));
    assert.deepEqual(all.filter(({ what }) => what !== "new").map(({ text }) => text), a);
    assert.deepEqual(all.filter(({ what }) => what !== "gone").map(({ text }) => text), b);
    assert.equal(all.filter(({ what }) => what === "same").length, longest(a, b), `${a} ${b}`);
  }
});
