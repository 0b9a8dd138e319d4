// Addresses: those of the workshop's own views, and those that pages get from their names.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { parse, href, pageHref } = await load("router.ts");
const { addressOf, searchOf } = await load("desk/query.ts");
const { isSectionText, partsOf, slug } = await load("desk/address.ts");

test("every view has an address that leads back to it", () => {
  for (const view of ["desk", "settings", "bin", "publish", "counter", "print"]) assert.equal(parse(href(view)).view, view);
  for (const path of ["content/guides/carte.md", "content/guides/été & co/50 % ?.md", "content/a#b.md"]) {
    const { view, path: there, query } = parse(pageHref(path, { champ: "titre" }));
    assert.deepEqual([view, there, query.champ], ["page", path, "titre"]);
  }
});

test("what is no address is the desk", () => {
  for (const fragment of ["", "#", "#/", "#/nulle-part", "#/constructor", "#main", "#/page%"]) assert.equal(parse(fragment).view, "desk");
  assert.equal(parse("#/page/%E0%A4%A").path, "%E0%A4%A");
});

test("what is looked for stands in the address", () => {
  const search = { q: "carte d’identité & cie", kind: "guide", section: "content/guides", state: "overdue", sort: "review", page: 3 };
  assert.deepEqual(searchOf(parse(addressOf(search)).query), search);
  const first = { q: "", kind: "", section: "", state: "", sort: "title", page: 1 };
  assert.deepEqual(searchOf({}), first);
  assert.equal(addressOf(first), "#/");
  assert.deepEqual(searchOf({ state: "gone", sort: "size", page: "-4" }), first);
});

test("a name becomes what can stand in an address", () => {
  const cases = { "Carte d’identité": "carte-d-identite", "  Œuvres & Cie  ": "oeuvres-cie", "déjà-vu": "deja-vu", "12 rue": "12-rue", "…": "", "../../etc": "etc" };
  for (const [name, wanted] of Object.entries(cases)) assert.equal(slug(name), wanted);
});

test("a file has a folder, a name and a language", () => {
  assert.deepEqual(partsOf("content/guides/carte.md"), { folder: "content/guides", name: "carte", rest: ".md" });
  assert.deepEqual(partsOf("content/guides/carte.en.md"), { folder: "content/guides", name: "carte", rest: ".en.md" });
  assert.deepEqual(partsOf("content/aide.zh-hant.md"), { folder: "content", name: "aide", rest: ".zh-hant.md" });
  for (const path of ["content/_index.md", "content/guides/_index.en.md"]) assert(isSectionText(path));
  for (const path of ["content/index.md", "content/guides/mon_index.md"]) assert(!isSectionText(path));
});
