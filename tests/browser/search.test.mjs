// The search page from a folder, without a server: what it finds, what it forgives, and what is there without JavaScript.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { parse } from "acorn";
import { minify } from "terser";

import { launch } from "./chromium.mjs";
import { published } from "./site.mjs";

const theme = new URL("../../themes/default/", import.meta.url);
const address = pathToFileURL(join(published, "recherche.html")).href;
let browser;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Waits until a query is answered, in whichever language: by results, which come a moment after their number, or by the words for none. */
function answered(page) {
  return page.waitForFunction(() => document.querySelector("#found li") || document.getElementById("says").textContent === document.getElementById("search").getAttribute("data-none"));
}

/** Asks, and gives the results: of this query, although those of the one before still stand there when the address changes. */
async function search(page, query) {
  await page.evaluate(() => {
    document.getElementById("says").textContent = "";
    document.getElementById("found").innerHTML = "";
  });
  await page.fill("#q", query);
  await page.press("#q", "Enter");
  await page.waitForFunction((text) => decodeURIComponent(location.hash.slice(1)) === text, query);
  await answered(page);
  return results(page);
}

function results(page) {
  return page.$$eval("#found li", (all) => all.map((item) => ({ href: item.querySelector("a").href, title: item.querySelector("a").textContent, summary: item.querySelector("div").textContent })));
}

test("the published script is made from the one that is read, in ECMAScript 5, and is at most 3 100 bytes", async () => {
  const source = readFileSync(new URL("search.js", theme), "utf8");
  const options = { ecma: 5, ie8: true, compress: { passes: 3, unsafe: true }, mangle: true };
  const { code } = await minify(source, options);
  const script = readFileSync(new URL("search.min.js", theme), "utf8");
  assert.equal(script, code, "make it again: npm --prefix tests/browser run search");
  assert.ok(Buffer.byteLength(script) <= 3_100, `${Buffer.byteLength(script)} bytes`);
  parse(script, { ecmaVersion: 5 });
});

test("a search finds titles, keywords and texts, from a folder and without a request to anywhere else", async () => {
  const page = await browser.newPage();
  const requests = [];
  const errors = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => errors.push(error));
  await page.goto(address);
  for (const [query, expected] of [
    ["carte d’identité", "guides/carte-identite-mineur.html"],
    ["DÉCÈS", "guides/declarer-un-deces.html"],
    ["logements sociaux", "guides/demander-un-logement-social.html"],
    // Typing mistakes: a letter too many, one that is missing, two exchanged, a wrong one at the beginning.
    ["garrantie", "guides/depot-de-garantie.html"],
    ["demenagment", "guides/prime-de-demenagement.html"],
    ["avcoat", "guides/consulter-un-avocat.html"],
    ["tocation solidaire complementaire", "guides/complementaire-sante-solidaire.html"],
  ]) {
    const results = await search(page, query);
    assert.ok(results[0]?.href.endsWith(expected), `${query}: ${results.map((result) => result.title).join(", ")}`);
    assert.ok(results[0].summary.length > 20, query);
  }
  await search(page, "xqzwvk");
  assert.equal(await page.textContent("#says"), "Aucune page ne contient ces mots. Essayez-en d’autres, parcourez la liste ci-dessous, ou demandez au guichet.");
  await page.goBack();
  await page.waitForSelector("#found li");
  assert.ok(requests.every((url) => url.startsWith("file:") || url === "data:,"));
  assert.deepEqual(errors, []);
  await page.close();
});

test("a query can come with the address, and more results follow on request", async () => {
  const page = await browser.newPage();
  await page.goto(`${address}?q=mairie`);
  await page.waitForSelector("#found li");
  assert.equal(await page.inputValue("#q"), "mairie");
  assert.equal(await page.locator("#found li").count(), 6);
  const all = Number((await page.getByRole("status").textContent()).match(/\d+/)[0]);
  assert.ok(all > 6);
  await page.click("#more");
  await page.waitForFunction(() => document.querySelectorAll("#found li").length > 6);
  assert.equal(await page.locator("#found li").count(), Math.min(12, all));
  // The button may be gone: whoever pressed it with a key, or hears the page, goes on at the first of the results that came.
  assert.ok(await page.evaluate(() => document.activeElement === document.querySelectorAll("#found a")[6]));
  await page.close();
});

test("the home page leads to the field itself, ready to be written in", async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(published, "index.html")).href);
  await page.click(".find a");
  await page.waitForFunction(() => document.activeElement.id === "q");
  assert.equal(await page.inputValue("#q"), "");
  assert.equal(await page.textContent("#says"), "");
  await page.keyboard.type("demenagement");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#found a");
  await page.close();
});

test("in English, the English pages are found", async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(published, "en/search.html")).href);
  const results = await search(page, "identity cards");
  assert.match(results[0].href, /en\/guides\/carte-identite-mineur\.html$/);
  await page.close();
});

test("on a slow line, a second query is answered by its own results, and those of the first that come late are left out", async () => {
  const page = await browser.newPage();
  let hold;
  const held = new Promise((resolve) => (hold = resolve));
  await page.route(/\/p\d+\.js/, (route) => hold(route), { times: 1 });
  await page.goto(address);
  await page.fill("#q", "divorce");
  await page.press("#q", "Enter");
  const late = await held;
  assert.deepEqual(await results(page), []);
  // Its results stand in another file than those of the first query; if the sample changes that, this waits in vain.
  const second = await search(page, "pacs");
  assert.ok(second[0].href.endsWith("guides/dissoudre-un-pacs.html"), second[0].href);
  await page.evaluate((src) => {
    const script = [...document.scripts].find((script) => script.src === src);
    window.came = new Promise((resolve) => script.addEventListener("load", resolve));
  }, late.request().url());
  await late.continue();
  await page.evaluate(() => window.came);
  assert.deepEqual(await results(page), second);
  await page.close();
});

test("without JavaScript, the page is the list from A to Z, and shows no form that does nothing", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  assert.equal(await page.locator("form, input, button").count(), 0);
  assert.ok(await page.isVisible('main li a:text("Demander un logement social")'));
  assert.ok((await page.locator("main li a").count()) > 40);
  await context.close();
});
