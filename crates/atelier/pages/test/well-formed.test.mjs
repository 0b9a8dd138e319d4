// Halves of letters that somebody has typed or pasted.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { wellFormed } = await load("well-formed.ts");
const { keyOf } = await load("page/places.ts");

test("halves of letters are replaced, whole letters are not", () => {
  assert.equal(wellFormed("a\uD83Db"), "a\uFFFDb");
  assert.equal(wellFormed("\uDE00\uD83D"), "\uFFFD\uFFFD");
  assert.equal(wellFormed("😀 é\u0301 ﷽"), "😀 é\u0301 ﷽");
});

test("a field whose name has half a letter has a place", () => {
  assert.equal(keyOf(["jargon", "x\uD83D", 0]), "jargon/x%EF%BF%BD/0");
});
