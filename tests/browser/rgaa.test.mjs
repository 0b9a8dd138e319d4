// The grid of docs/rgaa.md is whole, names tests that are there, and what it says that no page holds, none holds. With it stand the criteria
// that no other test looks at: titles, languages, landmarks, navigation, tables.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";

import { everyPage, launch } from "./chromium.mjs";
import { links, pages, published, read, root, target } from "./site.mjs";

// How many criteria each of the thirteen themes of RGAA 4.1 has.
const themes = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12];
// A page that has moved leads on, and is no page of its own.
const readable = pages.filter((path) => !read(path).includes('http-equiv="refresh"'));
const address = (path) => pathToFileURL(join(published, path)).href;
let browser;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const rows = (text, columns) => text.split("\n").map((line) => line.match(/^\| (.+) \|$/)?.[1].split(" | ")).filter((cells) => cells?.length === columns);

test("the grid has each of the 106 criteria once, and every claim names a test or a rule that exists", () => {
  const grid = readFileSync(join(root, "docs/rgaa.md"), "utf8");
  const tests = new Map(rows(grid, 3).filter(([key]) => key.startsWith("`")).map(([key, file, title]) => [key.slice(1, -1), [file.slice(1, -1), title]]));
  for (const [key, [file, title]] of tests) assert.ok(readFileSync(join(root, file), "utf8").includes(title), `${key}: no “${title}” in ${file}`);
  const criteria = rows(grid, 4).filter(([number]) => /^\d/.test(number));
  assert.deepEqual(criteria.map(([number]) => number), themes.flatMap((count, theme) => Array.from({ length: count }, (_, at) => `${theme + 1}.${at + 1}`)));
  const named = new Set();
  for (const [number, , state, how] of criteria) {
    assert.ok(["habillage", "texte", "les deux", "sans objet"].includes(state), `${number}: ${state}`);
    const keys = [...how.matchAll(/`([a-z-]+)`/g)].map(([, key]) => key);
    for (const key of keys) {
      named.add(key);
      if (!tests.has(key)) readFileSync(join(root, "docs/rules/fr", `${key}.md`));
    }
    if (state === "les deux") assert.ok(keys.length > 0, `${number} names neither a test nor a rule`);
    else if (state !== "texte") assert.ok(keys.some((key) => tests.has(key)), `${number} names no test`);
  }
  for (const key of tests.keys()) assert.ok(named.has(key), `no criterion names ${key}`);
  const counted = Object.fromEntries([...grid.matchAll(/^- \*\*([a-z ]+)\*\* \((\d+)\)/gm)].map(([, state, count]) => [state, Number(count)]));
  for (const [state, count] of Object.entries(counted)) assert.equal(criteria.filter((row) => row[2] === state).length, count, state);
  assert.equal(Object.values(counted).reduce((sum, count) => sum + count), 106);
});

test("nothing on a page calls for a criterion that the grid says does not apply", async () => {
  const elements = "applet, area, audio, blink, canvas, center, datalist, embed, fieldset, font, frame, frameset, iframe, map, marquee, object, optgroup, select, textarea, track, video, input[type], meta[http-equiv=refresh]";
  const attributes = "[accesskey], [align], [autofocus], [autoplay], [bgcolor], [target], [tabindex]:not([tabindex='0']), img:not([alt]), svg:not([aria-hidden=true])";
  await everyPage(browser, {}, readable, async (page, path) => {
    await page.goto(address(path));
    const found = await page.evaluate((selector) => {
      const wrong = [...document.querySelectorAll(selector)].map((element) => element.outerHTML.slice(0, 100));
      const handlers = [...document.querySelectorAll("*")].flatMap((element) => [...element.attributes].filter(({ name }) => name.startsWith("on")).map(({ name }) => name));
      return [...wrong, ...handlers, ...(document.querySelectorAll("input").length > 1 ? ["several fields"] : [])];
    }, `${elements}, ${attributes}`);
    assert.deepEqual(found, [], path);
    const style = read(path).match(/<style>(.*?)<\/style>/s)[1];
    assert.doesNotMatch(style, /animation|transition|@keyframes|:hover|orientation|position:(fixed|sticky)/, path);
  });
});

test("each page has a language, a title of its own that its heading repeats, one heading of the first level and its landmarks", async () => {
  const titles = new Map();
  await everyPage(browser, {}, readable, async (page, path) => {
    await page.goto(address(path));
    const { language, title, headings, landmarks } = await page.evaluate(() => ({
      language: document.documentElement.lang,
      title: document.title,
      headings: [...document.querySelectorAll("h1")].map((heading) => heading.textContent.trim()),
      landmarks: ["header", "main", "footer"].map((name) => document.querySelectorAll(`body > ${name}`).length),
    }));
    const expected = path.startsWith("en/") ? "en" : path.startsWith("ar/") ? "ar" : "fr";
    assert.equal(language, expected, path);
    assert.equal(headings.length, 1, path);
    assert.ok(title.startsWith(headings[0]), `${path}: “${title}” is headed “${headings[0]}”`);
    assert.equal(titles.get(title), undefined, `${path} is titled like ${titles.get(title)}`);
    titles.set(title, path);
    assert.deepEqual(landmarks, [1, 1, 1], path);
    assert.ok((await page.getByRole("navigation").count()) > 0, path);
    if (await page.locator("#q").count()) {
      assert.equal(await page.getByRole("search").count(), 1, path);
      const [label, field] = await Promise.all([page.locator("label"), page.locator("#q")].map((one) => one.boundingBox()));
      const between = field.y - (label.y + label.height);
      assert.ok(between >= 0 && between < 12, `${path}: the label is not right above its field, but ${between} px`);
    }
  });
});

test("an image that only decorates is silent, and stands beside words; no words are silent", async () => {
  const seen = new Set();
  await everyPage(browser, {}, readable, async (page, path) => {
    await page.goto(address(path));
    const { wrong, kinds } = await page.evaluate(() => {
      const silent = [...document.querySelectorAll("[aria-hidden], img[alt='']")];
      const words = (element) => /[\p{L}\p{N}]/u.test(element.textContent);
      const alone = (element) => !words(element.closest("a, p, h3, li, nav"));
      return { wrong: silent.filter((element) => words(element) || alone(element)).map((element) => element.outerHTML), kinds: silent.map((element) => element.localName) };
    });
    assert.deepEqual(wrong, [], path);
    for (const kind of kinds) seen.add(kind);
  });
  assert.ok(seen.has("svg") && seen.has("span"));
});

test("the navigation is the same on every page of a language, and leads to the search", () => {
  const menus = new Map();
  for (const path of readable) {
    const language = path.match(/^(en|ar)\//)?.[1] ?? "fr";
    const menu = read(path).match(/<nav aria-label="[^"]*"><ul>(.*?)<\/ul>/s)[1];
    // The page for what is not found can be anywhere: its links begin at the root.
    const places = links(menu).map((href) => (href.startsWith("/") ? href.slice(1) : target(path, href).file));
    assert.ok(places.includes({ fr: "recherche.html", en: "en/search.html", ar: "ar/search.html" }[language]), path);
    menus.set(language, (menus.get(language) ?? new Set()).add(places.join(" ")));
  }
  for (const [language, all] of menus) assert.equal(all.size, 1, `${language}: ${[...all].join("\n")}`);
});

test("every table names its headings, and which way they hold", async () => {
  const page = await browser.newPage();
  let seen = 0;
  for (const path of readable.filter((path) => read(path).includes("<table"))) {
    await page.goto(address(path));
    const wrong = await page.evaluate(() => [...document.querySelectorAll("table")].flatMap((table) => {
      const [first, ...others] = table.rows;
      const heads = [...first.cells].every((cell) => cell.tagName === "TH" && cell.scope === "col");
      const rows = others.every((row) => [...row.cells].every((cell) => cell.tagName === "TD" || cell.scope === "row"));
      return heads && rows ? [] : [table.outerHTML.slice(0, 200)];
    }));
    assert.deepEqual(wrong, [], path);
    seen++;
  }
  assert.ok(seen > 4);
  await page.close();
});

test("a caption is tied to its image, and a screen reader hears both as one figure", async () => {
  const page = await browser.newPage();
  let seen = 0;
  for (const path of readable.filter((path) => read(path).includes("<figure"))) {
    await page.goto(address(path));
    for (const figure of await page.locator("figure").all()) {
      const caption = await figure.locator("figcaption").textContent();
      assert.equal(await page.getByRole("figure", { name: caption, exact: true }).count(), 1, path);
      assert.equal(await figure.locator("img[alt]").count(), 1, path);
      seen++;
    }
  }
  assert.ok(seen >= 2);
  await page.close();
});
