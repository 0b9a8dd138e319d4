// `guichet schema` describes what editors write: the sample site is sound by it, and a mistake is not.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { parse } from "yaml";

import { files, root } from "./site.mjs";

const guichet = process.env.GUICHET ?? join(root, "target/debug/guichet");

function schema(name) {
  return JSON.parse(execFileSync(guichet, ["schema", name], { encoding: "utf8" }));
}

/** What is wrong with a value; nothing where it is sound. */
function mistakes(described, value) {
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(described);
  return validate(value) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message}`);
}

test("the front matter of each page of the sample site", () => {
  const described = schema("page");
  const kinds = { guides: "guide", articles: "article", organizations: "organization" };
  for (const path of files(join(root, "content")).filter((path) => path.endsWith(".md"))) {
    const [, front] = readFileSync(join(root, "content", path), "utf8").match(/^---\n(.*?)\n---\n/s);
    const kind = path.includes("_index") ? "page" : (kinds[path.split("/")[0]] ?? "page");
    const own = { ...described, anyOf: [{ $ref: `#/$defs/${kind}` }] };
    const value = parse(front);
    assert.deepEqual(mistakes(own, value), [], path);
    assert.notDeepEqual(mistakes(own, { ...value, titel: "x" }), [], path);
    assert.notDeepEqual(mistakes(own, { ...value, titre: undefined, title: undefined }), [], path);
  }
});

test("the configuration and the glossary", () => {
  assert.deepEqual(mistakes(schema("config"), parse(readFileSync(join(root, "guichet.yaml"), "utf8"))), []);
  assert.deepEqual(mistakes(schema("glossary"), parse(readFileSync(join(root, "content/glossary.yaml"), "utf8"))), []);
});
