// The words of the pages: the same in both languages, all there, all used, and set as the language wants.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "@fluent/syntax";

const root = join(import.meta.dirname, "..");
const MARK = /[:;?!]/;

/** All that is below a node of a message. */
function* below(node) {
  if (Array.isArray(node)) for (const one of node) yield* below(one);
  else if (node && typeof node === "object") {
    yield node;
    for (const [key, one] of Object.entries(node)) if (key !== "span" && key !== "annotations") yield* below(one);
  }
}

/** Each message with its place, the names of its arguments and its pieces of text. */
function messages(language) {
  const folder = join(root, "words", language);
  const found = new Map();
  for (const file of readdirSync(folder)) {
    for (const entry of parse(readFileSync(join(folder, file), "utf8"), {}).body) {
      assert.notEqual(entry.type, "Junk", `${language}/${file}: ${entry.content}`);
      if (entry.type !== "Message") continue;
      const inside = [...below(entry.value)];
      assert(!found.has(entry.id.name), `${language}/${file}: ${entry.id.name} is there twice`);
      found.set(entry.id.name, {
        file,
        args: new Set(inside.filter(({ type }) => type === "VariableReference").map(({ id }) => id.name)),
        texts: inside.filter(({ type }) => type === "TextElement" || type === "StringLiteral").map(({ value }) => value),
      });
    }
  }
  return found;
}

/** Where `t` is called: `name`, or what a computed name begins with, and the arguments if they are written there. */
function calls() {
  const found = [];
  const files = readdirSync(join(root, "src"), { recursive: true }).filter((name) => /\.tsx?$/.test(name));
  for (const file of files) {
    const text = readFileSync(join(root, "src", file), "utf8");
    for (const { 1: quoted, index, 0: whole } of text.matchAll(/(?<![\w.])t\(\s*("[^"]*"|`[^`]*`)/g)) {
      const computed = quoted.startsWith("`");
      const name = computed ? quoted.slice(1, quoted.indexOf("${")) : quoted.slice(1, -1);
      const rest = text.slice(index + whole.length);
      const args = /^,\s*\{([^{}]*)\}\s*,?\s*\)/.exec(rest);
      const names = args && args[1].split(/,(?![^(]*\))/).map((one) => /^\s*(\w+)/.exec(one)?.[1]).filter(Boolean);
      found.push({ file, name, computed, args: names ?? (/^\s*\)/.test(rest) ? [] : null) });
    }
    for (const [call] of text.matchAll(/(?<![\w.])t\(\s*(?!["`])[^)]*\)/g))
      assert(file === "words.ts", `${file}: ${call}: write the name, or what it begins with`);
  }
  return found;
}

const french = messages("fr");
const english = messages("en");

test("both languages have the same messages with the same arguments", () => {
  assert.deepEqual([...french.keys()].sort(), [...english.keys()].sort());
  for (const [name, { args, file }] of french) {
    assert.deepEqual([...args].sort(), [...english.get(name).args].sort(), name);
    assert.equal(file, english.get(name).file, name);
  }
});

test("what is called is there, and what is there is called", () => {
  const used = new Set();
  for (const { file, name, computed, args } of calls()) {
    const meant = computed ? [...french.keys()].filter((one) => one.startsWith(name)) : french.has(name) ? [name] : [];
    assert(meant.length > 0, `${file}: no message ${name}`);
    assert(!computed || name.length > 2, `${file}: ${name}: say what the names begin with`);
    for (const one of meant) {
      used.add(one);
      if (!computed && args) assert.deepEqual([...args].sort(), [...french.get(one).args].sort(), `${file}: arguments of ${one}`);
    }
  }
  assert.deepEqual([...french.keys()].filter((name) => !used.has(name)), []);
});

test("French is set as French", () => {
  for (const [name, { texts }] of french) {
    for (const text of texts) {
      assert(!/['"]|\.\.\./.test(text), `${name}: ' or " or ... in: ${text}`);
      // The hour 8:30 and the scheme of an address have no space before their colon.
      for (const { 0: mark, index } of text.replace(/https?:/g, "").matchAll(/[:;?!»]/g)) {
        const before = text.replace(/https?:/g, "")[index - 1];
        if (before === undefined || (mark === ":" && /\d/.test(before))) continue;
        const wanted = mark === ":" || mark === "»" ? "\u00A0" : "\u202F";
        assert(before === wanted || MARK.test(before), `${name}: before ${mark} in: ${text}`);
      }
      assert(!/«(?!\u00A0)/.test(text.replace(/«$/, "")), `${name}: after « in: ${text}`);
    }
  }
});

test("English is set as English", () => {
  for (const [name, { texts }] of english) for (const text of texts) assert(!/['"]|\.\.\.|\s[:;?!]/.test(text), `${name}: ${text}`);
});

test("French uses the words of docs/french.md", () => {
  const table = readFileSync(join(root, "../../../docs/french.md"), "utf8");
  const rivals = [...table.matchAll(/^\|.*\|([^|]*)\|$/gm)].slice(2).flatMap(([, last]) => (last.includes("(") ? [] : last.split(",").map((word) => word.trim()).filter(Boolean)));
  assert(rivals.length > 20);
  for (const [name, { texts }] of french) {
    const words = texts.join(" ").toLowerCase();
    for (const rival of rivals) assert(!new RegExp(`(?<![\\p{L}-])${rival.toLowerCase()}(?![\\p{L}-])`, "u").test(words), `${name}: ${rival}`);
  }
});
