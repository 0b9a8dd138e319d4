// The kit as it comes off a stick: opened from a folder with the network off, each link followed, the search asked, each sheet opened.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { after, before, test } from "node:test";

import { launch } from "./chromium.mjs";

const folder = mkdtempSync(join(tmpdir(), "guichet-kit-"));
let browser;
let context;

before(async () => {
  assert.ok(process.env.KIT, "KIT: the kit of the sample site");
  execFileSync("unzip", ["-q", process.env.KIT, "-d", folder]);
  browser = await launch();
  context = await browser.newContext({ offline: true });
});
after(() => browser?.close());

const all = (below) => readdirSync(below, { recursive: true }).filter((path) => statSync(join(below, path)).isFile());

test("at the top stand a page to begin at, how it is done, and a list to print; nothing else but the site", () => {
  const top = readdirSync(folder).sort();
  assert.deepEqual(top, ["lisez-moi.txt", "ouvrir.html", "site", "sommaire-ar.pdf", "sommaire-en.pdf", "sommaire.pdf"]);
  const list = execFileSync("pdftotext", ["-layout", join(folder, "sommaire.pdf"), "-"], { encoding: "utf8" });
  for (const title of ["Sommaire", "Demander un logement social", "site/guides/depot-de-garantie.html", "Annuaire"]) {
    assert.ok(list.includes(title), title);
  }
  assert.match(readFileSync(join(folder, "lisez-moi.txt"), "utf8"), /ouvrir\.html/);
});

test("from the first page, with the network off, every link of every page leads to a file that opens", async () => {
  const page = await context.newPage();
  const failed = [];
  // What was still loading when the next page was opened is no dead link.
  const isCutOff = (request) => request.failure()?.errorText === "net::ERR_ABORTED";
  page.on("requestfailed", (request) => isCutOff(request) || failed.push(`${request.url()} ${request.failure()?.errorText}`));
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) failed.push(request.url());
  });
  const queue = [join(folder, "ouvrir.html")];
  const seen = new Set(queue);
  const opened = { html: 0, pdf: 0 };
  while (queue.length > 0) {
    const path = queue.pop();
    await page.goto(pathToFileURL(path).href);
    opened.html++;
    const links = await page.$$eval("a[href]", (every) => every.map((link) => link.href));
    for (const href of links.filter((href) => href.startsWith("file:"))) {
      const target = fileURLToPath(href.replace(/[?#].*$/, ""));
      assert.ok(existsSync(target) && statSync(target).isFile(), `${relative(folder, path)}: ${href}`);
      assert.ok(resolve(target).startsWith(folder), `${relative(folder, path)} leads out of the kit: ${href}`);
      if (seen.has(target)) continue;
      seen.add(target);
      if (target.endsWith(".html")) queue.push(target);
      if (target.endsWith(".pdf")) {
        assert.equal(readFileSync(target).subarray(0, 5).toString(), "%PDF-", target);
        opened.pdf++;
      }
    }
  }
  assert.deepEqual(failed, []);
  const files = all(folder);
  const lost = files.filter((path) => /\.(html|pdf)$/.test(path) && !seen.has(join(folder, path)) && !/404\.html$|sommaire-/.test(path));
  assert.deepEqual(lost, []);
  assert.ok(opened.html > 200 && opened.pdf > 60, JSON.stringify(opened));
  await page.close();
});

test("with the network off, the search of each language answers", async () => {
  const page = await context.newPage();
  for (const [path, query, expected] of [
    ["site/recherche.html", "demenagment", "prime-de-demenagement.html"],
    ["site/en/search.html", "death", "declarer-un-deces.html"],
    ["site/ar/search.html", "بطاقة", "carte-identite-mineur.html"],
  ]) {
    await page.goto(`${pathToFileURL(join(folder, path)).href}?q=${encodeURIComponent(query)}`);
    await page.waitForSelector("#found li");
    const first = await page.$eval("#found a", (link) => link.href);
    assert.ok(first.endsWith(expected), `${query}: ${first}`);
    assert.ok(existsSync(fileURLToPath(first)), first);
    assert.equal(dirname(fileURLToPath(first)).startsWith(join(folder, "site")), true);
  }
  await page.close();
});
