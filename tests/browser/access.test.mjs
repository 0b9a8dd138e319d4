// What rules cannot see: the keyboard alone, large letters, forced colours, the order in which a screen reader meets a page.
import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";

import { launch } from "./chromium.mjs";
import { published } from "./site.mjs";

const address = (path) => pathToFileURL(join(published, path)).href;
const guide = "guides/carte-identite-mineur.html";
const some = ["index.html", guide, "recherche.html", "articles/index.html", "organizations/index.html", "couverture.html", "editions.html", "ar/guides/carte-identite-mineur.html", "accessibilite.html"];
let browser;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());

test("with the keyboard alone, the first step is to the text, each step is seen, in the order of the page, and none is a trap", async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 700 } });
  for (const path of some) {
    await page.goto(address(path));
    const expected = await page.$$eval("a[href], button, input, summary, [tabindex='0']", (all) => all.filter((element) => element.checkVisibility()).length);
    let before = -1;
    for (let step = 0; step < expected; step++) {
      await page.keyboard.press("Tab");
      const focus = await page.evaluate(() => {
        const element = document.activeElement;
        const style = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        const every = [...document.querySelectorAll("*")];
        return {
          skip: element.className === "skip", place: every.indexOf(element), name: element.outerHTML.slice(0, 100),
          outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth), inside: box.left >= 0 && box.right <= innerWidth + 1 && box.bottom > 0 && box.top < innerHeight,
        };
      });
      if (step === 0) assert.ok(focus.skip, `${path}: the first step is ${focus.name}`);
      assert.ok(focus.place > before, `${path}: ${focus.name} is before the one before it`);
      // WCAG 2.2, 2.4.7, 2.4.11 and 2.4.13: seen, not hidden, and thick enough.
      assert.ok(focus.outline >= 1 && focus.inside, `${path}: ${focus.name} ${JSON.stringify(focus)}`);
      before = focus.place;
    }
    await page.goto(address(path));
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const inside = await page.evaluate(() => document.activeElement === document.body || document.querySelector("main").contains(document.activeElement) || document.querySelector("footer").contains(document.activeElement));
    assert.ok(inside, `${path}: the link to the text does not lead past the navigation`);
  }
  await page.close();
});

test("with the keyboard alone, a search is made and its first result opened", async () => {
  const page = await browser.newPage();
  await page.goto(address("recherche.html"));
  while (!(await page.evaluate(() => document.activeElement.id === "q"))) await page.keyboard.press("Tab");
  await page.keyboard.type("demenagement");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#found a");
  while (!(await page.evaluate(() => document.activeElement.closest("#found")))) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(/prime-de-demenagement\.html/);
  await page.close();
});

test("at 320 px and at twice the text size, nothing is cut off and nothing scrolls sideways (WCAG 1.4.4, 1.4.10, 1.4.12)", async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 600 } });
  const spaced = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }";
  for (const path of some) {
    for (const [name, change] of [
      ["320 px", () => {}],
      ["twice the size", () => (document.documentElement.style.fontSize = "225%")],
      ["spaced", (css) => { document.documentElement.style.fontSize = ""; document.head.appendChild(document.createElement("style")).textContent = css; }],
    ]) {
      if (name === "320 px") await page.goto(address(path));
      await page.evaluate(change, spaced);
      const width = name === "twice the size" ? 640 : 320;
      await page.setViewportSize({ width, height: 600 });
      const cut = await page.evaluate(() => {
        const wide = document.documentElement.scrollWidth - innerWidth;
        // A table alone may scroll, in a frame of its own.
        const hidden = [...document.querySelectorAll("main *")].filter((element) => getComputedStyle(element).overflowX === "hidden" && element.scrollWidth > element.clientWidth);
        return { wide, hidden: hidden.map((element) => element.outerHTML.slice(0, 80)) };
      });
      assert.ok(cut.wide <= 0 && cut.hidden.length === 0, `${path}, ${name}: ${JSON.stringify(cut)}`);
    }
  }
  await page.close();
});

test("in forced colours, frames, links and the focus are still seen", async () => {
  const context = await browser.newContext({ forcedColors: "active", colorScheme: "dark" });
  const page = await context.newPage();
  for (const path of some) {
    await page.goto(address(path));
    const lost = await page.evaluate(() => {
      const wrong = [];
      const ruled = (element, ...sides) => sides.some((side) => getComputedStyle(element)[`border-${side}-style`] === "solid");
      for (const element of document.querySelectorAll(".card, .alert, .route, .facts, .print a, .find a")) if (!ruled(element, "top")) wrong.push(element.outerHTML.slice(0, 80));
      for (const element of document.querySelectorAll("header, h2")) if (!ruled(element, "bottom", "left")) wrong.push(element.outerHTML.slice(0, 80));
      for (const link of document.querySelectorAll("main p a, main li a")) if (!getComputedStyle(link).textDecorationLine.includes("underline")) wrong.push(link.outerHTML.slice(0, 80));
      const backs = getComputedStyle(document.body).backgroundColor === getComputedStyle(document.body).color;
      return backs ? ["text and ground have one colour"] : wrong;
    });
    assert.deepEqual(lost, [], path);
    await page.keyboard.press("Tab");
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), "none", path);
  }
  await context.close();
});

test("a screen reader meets the title, then the routes off the Internet, then what to bring, then the steps", async () => {
  const page = await browser.newPage();
  await page.goto(address(guide));
  const heard = await page.locator("body").ariaSnapshot();
  const order = ["link \"Aller au texte\"", "navigation \"Rubriques\"", "navigation \"Vous êtes ici\"", "main", "heading \"Renouveler la carte d’identité d’un enfant\" [level=1]", "heading \"Comment faire\" [level=2]", "heading \"Sur place\" [level=3]", "heading \"Par téléphone\" [level=3]", "heading \"Sur Internet\" [level=3]", "heading \"Documents à réunir\" [level=2]", "list", "heading \"Les étapes\" [level=2]", "list", "contentinfo"];
  let at = -1;
  for (const part of order) {
    const next = heard.indexOf(`- ${part}`, at + 1);
    assert.ok(next > at, `“${part}” is not heard after what stands before it:\n${heard.slice(0, 3000)}`);
    at = next;
  }
  assert.equal((heard.match(/heading .*\[level=1\]/g) ?? []).length, 1);
  // In Arabic too, names are in the page's language, and what is not says so.
  await page.goto(address("ar/guides/depot-de-garantie.html"));
  assert.equal(await page.getAttribute("html", "dir"), "rtl");
  assert.equal(await page.getAttribute("h1", "lang"), "fr");
  await page.close();
});
