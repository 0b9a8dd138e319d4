// What pages are made of, against the compatibility data of MDN: everything works in Firefox 48, Chrome 30 and Safari 9 (2013 to 2016), or
// stands in the list of `docs/reach.md` with what readers of those browsers have instead.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { parse, walk } from "css-tree";

import { pages, read } from "./site.mjs";

const data = createRequire(import.meta.url)("@mdn/browser-compat-data");
const oldest = { firefox: 48, chrome: 30, safari: 9 };

// The lines of the table between the two marks: `name` and why it may be used.
const listed = new Map(
  readFileSync(new URL("../../docs/reach.md", import.meta.url), "utf8")
    .match(/<!-- graceful -->(.*?)<!-- \/graceful -->/s)[1]
    .split("\n")
    .map((line) => line.match(/^\| `([^`]+)` \| (.+) \|$/))
    .filter(Boolean)
    .map(([, name, reason]) => [name, reason]),
);

// The browsers of the three that do not have a feature; undefined for one that MDN does not list.
function missing(feature) {
  const support = feature?.__compat?.support;
  if (!support) return undefined;
  return Object.entries(oldest)
    .filter(([browser, version]) => {
      const claims = [support[browser]].flat();
      return !claims.some((claim) => claim && !claim.flags && !claim.partial_implementation && claim.version_added && claim.version_added !== "preview" && parseFloat(String(claim.version_added).replace("≤", "")) <= version && !(claim.version_removed && parseFloat(claim.version_removed) <= version));
    })
    .map(([browser]) => browser);
}

const used = new Map();
function use(name, feature) {
  if (!used.has(name)) used.set(name, missing(feature));
}

const styles = new Set();
for (const path of pages) {
  const html = read(path);
  styles.add(html.match(/<style>(.*?)<\/style>/s)?.[1] ?? "");
  // Between the tags of scripts and styles stands no HTML, except for the form that the search's script makes.
  const markup = html.replaceAll(/<(style|script)(?! type="text\/plain")[^>]*>.*?<\/\1>/gs, (all) => all.match(/^<[^>]*>/)[0]);
  for (const [, tag, rest] of markup.matchAll(/<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/g)) {
    const name = /^h[1-6]$/.test(tag) ? "Heading_Elements" : tag;
    const element = data.html.elements[name] ?? data.html.elements[tag];
    if (data.svg.elements[tag] && !data.html.elements[tag]) use(`<${tag}>`, data.svg.elements[tag]);
    else use(`<${tag}>`, element ?? (name === "Heading_Elements" ? data.html.elements.h1 : undefined));
    for (const [, attribute] of rest.matchAll(/\s([a-z][a-z-]*)(?:="[^"]*")?/g)) {
      if (/^(aria-|data-)/.test(attribute) || attribute === "role") continue;
      if (data.html.elements[tag] === undefined) continue;
      const feature = element?.[attribute] ?? data.html.global_attributes[attribute];
      if (feature) use(`<${tag} ${attribute}>`, feature);
    }
  }
}
for (const style of styles) {
  walk(parse(style), (node) => {
    if (node.type === "Declaration") {
      const property = data.css.properties[node.property];
      use(node.property, property);
      walk(node.value, (value) => {
        const feature = value.type === "Identifier" && property?.[value.name];
        if (feature) use(`${node.property}: ${value.name}`, feature);
        if (value.type === "Function") use(`${value.name}()`, data.css.types[value.name] ?? data.css.properties.content?.[value.name] ?? data.css.types.attr);
      });
    }
    if (node.type === "PseudoClassSelector" || node.type === "PseudoElementSelector") use(`:${node.name}`, data.css.selectors[node.name]);
    if (node.type === "AttributeSelector") use("[attribute]", data.css.selectors.attribute);
    if (node.type === "Atrule") use(`@${node.name}`, data.css["at-rules"][node.name]);
    if (node.type === "Feature") use(`(${node.name})`, data.css["at-rules"].media[node.name]);
  });
}

test("every element, attribute, property, selector and rule is in Firefox 48, Chrome 30 and Safari 9, or listed with what replaces it", () => {
  assert.ok(used.size > 120, `${used.size} features only`);
  const wrong = [...used].filter(([name, browsers]) => browsers === undefined || browsers.length > 0).filter(([name]) => !listed.has(name));
  assert.deepEqual(wrong.map(([name, browsers]) => `${name}: ${browsers?.join(", ") ?? "not in MDN's data"}`), []);
});

test("the list names nothing that is not used, or that those browsers have", () => {
  const idle = [...listed.keys()].filter((name) => !used.has(name) || used.get(name)?.length === 0);
  assert.deepEqual(idle, []);
});
