// The sample site as its readers meet it: valid, accessible, light, whole from a folder, legible in a terminal and on paper.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";

import { everyPage, launch } from "./chromium.mjs";
import { files, links, pages, published, read, target } from "./site.mjs";

const require = createRequire(import.meta.url);
const guides = pages.filter((path) => /^guides\/(?!index)/.test(path));
let browser;

before(async () => {
  assert.ok(pages.length > 50, "the sample site is not built");
  browser = await launch();
});
after(() => browser?.close());

test("every page is valid HTML (vnu)", () => {
  const jar = join(require.resolve("vnu-jar/package.json"), "../build/dist/vnu.jar");
  // A card without a name is a section nevertheless: what reading modes leave out is made of div.
  const headless = ["--filterpattern", "Section lacks heading.*"];
  const result = spawnSync("java", ["-jar", jar, ...headless, "--skip-non-html", published], { encoding: "utf8" });
  assert.equal(result.status, 0, result.stderr);
  assert.equal(result.stderr, "");
});

test("no page breaks an accessibility rule at 320 and 1280 px (axe-core, targets of WCAG 2.5.8 among them), scrolls sideways or loads anything", async () => {
  const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  const requests = new Map();
  await everyPage(browser, { viewport: { width: 320, height: 800 } }, pages, async (page, path) => {
    if (!requests.has(page)) page.on("request", (request) => requests.get(page).push(request.url()));
    requests.set(page, []);
    const address = pathToFileURL(join(published, path)).href;
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(address);
    await page.evaluate(axe);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const { violations, overflow, images, scripts } = await page.evaluate(async () => {
        const shown = [...document.querySelectorAll("img")];
        return {
          overflow: document.documentElement.scrollWidth - innerWidth,
          images: shown.flatMap((image) => [image.src, image.currentSrc].filter(Boolean)),
          scripts: [...document.querySelectorAll("script[src]")].map((script) => script.src),
          violations: (await axe.run({ rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] })).violations,
        };
      });
      // The search page alone has a script, from beside it.
      assert.ok(scripts.length <= (read(path).includes('<div id="search"') ? 1 : 0), path);
      const allowed = new Set([address, "data:,", ...images, ...scripts]);
      assert.deepEqual(requests.get(page).filter((url) => !allowed.has(url)), [], path);
      assert.ok(images.every((url) => url.startsWith("file:")), path);
      assert.ok(overflow <= 0, `${path} is ${overflow} px too wide at ${width} px`);
      const told = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" | ")}`);
      assert.deepEqual(told, [], `${path} at ${width} px`);
    }
  });
});

test("dark mode keeps its contrast, and twice the text size does not scroll sideways", async () => {
  const axe = require.resolve("axe-core/axe.min.js");
  const context = await browser.newContext({ colorScheme: "dark", viewport: { width: 640, height: 800 } });
  const page = await context.newPage();
  for (const path of ["index.html", ...guides]) {
    await page.goto(pathToFileURL(join(published, path)).href);
    await page.addScriptTag({ path: axe });
    const { violations } = await page.evaluate(() => axe.run({ runOnly: ["color-contrast", "color-contrast-enhanced"] }));
    assert.deepEqual(violations.map((one) => one.id), [], path);
    await page.evaluate(() => (document.documentElement.style.fontSize = "225%"));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${path} is ${overflow} px too wide at twice the size`);
  }
  await context.close();
});

test("contrast is 7:1 and more (WCAG 2.2, 1.4.6)", async () => {
  const axe = require.resolve("axe-core/axe.min.js");
  const page = await browser.newPage();
  for (const path of ["index.html", ...guides]) {
    await page.goto(pathToFileURL(join(published, path)).href);
    await page.addScriptTag({ path: axe });
    const { violations } = await page.evaluate(() => axe.run({ runOnly: ["color-contrast-enhanced"] }));
    assert.deepEqual(violations.map((one) => one.id), [], path);
  }
  await page.close();
});

test("navigation, telephone numbers and lists can be hit with a thumb (44 px)", async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  for (const path of ["index.html", "articles/index.html", "fiches.html", "couverture.html", "recherche.html", "organizations/index.html", ...guides]) {
    await page.goto(pathToFileURL(join(published, path)).href);
    const small = await page.$$eval("header a:not(.skip), nav a, .tel a, .list a, .print a, .find a, summary", (all) =>
      all.filter((link) => link.getBoundingClientRect().height < 44).map((link) => link.outerHTML),
    );
    assert.deepEqual(small, [], path);
  }
  await context.close();
});

test("no telephone number of a contact card is cut, however wide the window is", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  for (const path of ["organizations/index.html", ...guides]) {
    await page.goto(pathToFileURL(join(published, path)).href);
    for (const width of [320, 400, 500, 600, 700, 800]) {
      await page.setViewportSize({ width, height: 800 });
      const cut = await page.$$eval(".tel a", (all) =>
        all.filter((link) => link.getBoundingClientRect().height > 60).map((link) => link.textContent),
      );
      assert.deepEqual(cut, [], `${path} at ${width} px`);
    }
  }
  await context.close();
});

test("every link leads to a file and a heading that are there, and every page is reached from the first", () => {
  const reached = new Set(["index.html"]);
  const queue = ["index.html"];
  while (queue.length > 0) {
    const page = queue.pop();
    for (const href of links(read(page))) {
      const leads = target(page, href);
      if (!leads) continue;
      assert.ok(existsSync(join(published, leads.file)), `${page}: ${href}`);
      if (leads.anchor) assert.ok(read(leads.file).includes(` id="${decodeURIComponent(leads.anchor)}"`), `${page}: ${href}`);
      if (leads.file.endsWith(".html") && !reached.has(leads.file)) {
        reached.add(leads.file);
        queue.push(leads.file);
      }
    }
  }
  const lost = pages.filter((path) => !reached.has(path) && !path.endsWith("404.html"));
  assert.deepEqual(lost, []);
});

test("a page arrives in one flight: 14 600 bytes, of which at most 2 500 are not its text", () => {
  const weight = (text) => gzipSync(text, { level: 6 }).length;
  for (const path of pages) {
    const html = read(path);
    assert.ok(weight(html) <= 14_600, `${path}: ${weight(html)}`);
    // What is left of the page without its text: head, style, navigation, footer.
    const frame = html
      .replace(/(<main[^>]*>).*(<\/main>)/s, "$1$2")
      .replace(/<title>.*?<\/title>/s, "<title></title>")
      .replace(/(<meta name="description" content=")[^"]*/, "$1")
      .replace(/(<meta property="og:title" content=")[^"]*/, "$1")
      .replace(/<script type="application\/ld\+json">.*?<\/script>\n?/s, "");
    assert.ok(weight(frame) <= 2_500, `${path}: ${weight(frame)} bytes besides its text`);
    // And what the whole page weighs more than its text alone, structured data included.
    const text = html.match(/<main[^>]*>(.*)<\/main>/s)[1];
    assert.ok(weight(html) - weight(text) <= 2_500, `${path}: ${weight(html) - weight(text)} bytes more than its text`);
  }
});

test("a page says what it weighs when it is sent, to a thousand bytes", () => {
  for (const path of pages.filter((path) => !/^(en|ar)\//.test(path) && !read(path).includes("<img"))) {
    const html = read(path);
    const said = Number(html.match(/Cette page pèse (\d+)&nbsp;ko/)?.[1]);
    const sent = gzipSync(html, { level: 6 }).length / 1000;
    assert.ok(Math.abs(said - sent) < 1.5, `${path}: ${said} said, ${sent} sent`);
  }
});

test("no page needs a script, and none but the search page runs one", () => {
  for (const path of pages) {
    const html = read(path);
    // The form of the search is text until its script makes it.
    const texts = ['<script type="application/ld+json">', '<script type="text/plain" id="form">'];
    const scripts = (html.match(/<script\b[^>]*>/g) ?? []).filter((tag) => !texts.includes(tag));
    const own = html.includes('<div id="search" ');
    assert.ok(scripts.every((tag) => own && /^<script src="[a-z]+\/search\.js\?[0-9a-f]+">$/.test(tag.replaceAll("../", "").replace(/"(en|ar)\//, "\""))), path);
    assert.doesNotMatch(html, / on[a-z]+="|href="javascript:/, path);
  }
});

for (const [name, dump] of [
  ["w3m", (path) => ["w3m", ["-dump", "-cols", "80", "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8", path]]],
  ["lynx", (path) => ["lynx", ["-dump", "-nolist", "-width=80", "-display_charset=UTF-8", "-assume_charset=UTF-8", path]]],
]) {
  test(`in ${name}, a guide gives its routes in words, those off the Internet first`, () => {
    for (const guide of guides) {
      const html = read(guide);
      if (!html.includes("<h2>Comment faire</h2>")) continue;
      const [command, args] = dump(join(published, guide));
      const text = execFileSync(command, args, { encoding: "utf8" });
      const order = ["Comment faire", "Sur place", "Par courrier", "Par téléphone", "Sur Internet", "Documents à réunir"];
      const expected = order.filter((title) => html.includes(`>${title}</h`));
      const found = [...expected].sort((a, b) => text.indexOf(a) - text.indexOf(b));
      assert.deepEqual(found, expected, guide);
      for (const title of expected) assert.ok(text.includes(title), `${guide}: ${title}`);
      for (const [, number] of html.matchAll(/<a href="tel:[^"]*">([^<]*)</g)) {
        assert.ok(text.replaceAll(/\s/g, "").includes(number.replaceAll(/\s/g, "")), `${guide}: ${number}`);
      }
      const boxes = html.match(/class="box"/g)?.length ?? 0;
      assert.equal(text.match(/☐/g)?.length ?? 0, boxes, guide);
    }
  });
}

test("printed, a guide is its text alone on A4: no navigation, addresses in full, boxes to tick", async () => {
  const folder = mkdtempSync(join(tmpdir(), "guichet-print-"));
  const page = await browser.newPage();
  for (const guide of guides) {
    await page.goto(pathToFileURL(join(published, guide)).href);
    const pdf = join(folder, "page.pdf");
    writeFileSync(pdf, await page.pdf({ format: "A4", preferCSSPageSize: true }));
    const info = execFileSync("pdfinfo", [pdf], { encoding: "utf8" });
    assert.match(info, /Page size:\s+59[45][\d.]* x 84[12][\d.]* pts/, guide);
    const sheets = Number(info.match(/Pages:\s+(\d+)/)[1]);
    assert.ok(sheets <= 3, `${guide}: ${sheets} sheets`);
    const text = execFileSync("pdftotext", ["-raw", pdf, "-"], { encoding: "utf8" }).replaceAll(/\s+/g, "");
    assert.ok(!text.includes("Aller au texte".replaceAll(" ", "")) && !text.includes("Mots-clés"), guide);
    assert.ok(!text.includes("Àlireaussi"), guide);
    const main = read(guide).match(/<main[^>]*>(.*)<\/main>/s)[1];
    for (const [tag, href] of main.matchAll(/<a [^>]*href="(https?:[^"]*)"/g)) {
      const shown = href.replaceAll("&amp;", "&").replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
      assert.ok(text.includes(shown.replaceAll(/\s/g, "")), `${guide}: ${href} (${tag})`);
    }
  }
  await page.close();
});

test("the feeds and the site map are well-formed, and say what the pages say", () => {
  for (const path of files(published).filter((path) => path.endsWith(".xml"))) {
    execFileSync("xmllint", ["--noout", join(published, path)]);
  }
  for (const path of pages) {
    const data = read(path).match(/<script type="application\/ld\+json">(.*?)<\/script>/s);
    if (data) assert.equal(JSON.parse(data[1])["@context"], "https://schema.org", path);
  }
});
