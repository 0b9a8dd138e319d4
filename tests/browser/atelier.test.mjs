// The workshop in real browsers, with the real server: pages opened and saved, a server that is gone, another program; every view through axe-core; its weight; Firefox.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";

import { firefox } from "./firefox.mjs";
import { browser, open, pageView, saved, workshop } from "./workshop.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const GUIDE = "---\n# Le guide du guichet\ntitre: 'Carte'   # court\nrésumé: Un mot.\nvoies:\n  sur-place: mairie\n---\n\nUn texte.\n";

test("every page of the sample opened in the browser and left is the same file", async (t) => {
  const site = await workshop(t);
  const paths = readdirSync(join(site.folder, "content"), { recursive: true }).filter((path) => path.endsWith(".md"));
  const before = new Map(paths.map((path) => [path, site.read(`content/${path}`)]));
  const page = await open(t, site);
  for (const path of paths) {
    await page.evaluate((view) => (location.hash = view), pageView(`content/${path}`));
    await page.waitForFunction((path) => location.hash.includes(path.split("/").map(encodeURIComponent).join("/")) && document.querySelector(".cm-content"), path);
    await page.keyboard.press("Control+s");
    await saved(page);
  }
  for (const [path, text] of before) assert.equal(site.read(`content/${path}`), text, path);
  assert.ok(paths.length > 45);
});

test("a field and a text are changed, seen beside, and saved; all else stays", async (t) => {
  const site = await workshop(t, { "guichet.yaml": "titre: Essai\n", "content/guides/carte.md": GUIDE });
  const page = await open(t, site, pageView("content/guides/carte.md"), { viewport: { width: 1440, height: 900 } });
  await page.getByLabel("Titre", { exact: true }).first().fill("Carte d’identité");
  const shown = page.frameLocator("iframe");
  await shown.getByRole("heading", { level: 1, name: "Carte d’identité" }).waitFor();
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" Et un autre.");
  await shown.getByText("Et un autre.").waitFor();
  await page.keyboard.press("Control+s");
  await saved(page);
  const text = site.read("content/guides/carte.md");
  assert.match(text, /^---\n# Le guide du guichet\ntitre: .*Carte d’identité.* {3}# court\nrésumé: Un mot\.\nvoies:\n {2}sur-place: mairie\n---\n/);
  assert.match(text, /Un texte\.[^]*Et un autre\./);
  // The sheet as it will be printed.
  await page.getByRole("tab", { name: "Fiche" }).click();
  await page.waitForFunction(() => [...document.querySelectorAll("img")].some((image) => image.complete && image.naturalWidth > 100));
  // What was before is there to be seen.
  await page.getByRole("tab", { name: "Versions" }).click();
  await page.getByRole("tabpanel").getByRole("button").first().waitFor();
});

test("what is not saved is not lost: a window closed, a server gone, another program", async (t) => {
  const site = await workshop(t, { "guichet.yaml": "titre: Essai\n", "content/guides/carte.md": GUIDE });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "fr" });
  t.after(() => context.close());
  let page = await open(t, site, pageView("content/guides/carte.md"), { context });
  const summary = () => page.getByLabel("Résumé").first();
  await summary().fill("Tapé et pas enregistré.");
  await page.getByText("pas encore enregistré").first().waitFor();
  await page.close();
  page = await open(t, site, pageView("content/guides/carte.md"), { context });
  await page.getByRole("button", { name: "Reprendre" }).click();
  await page.waitForFunction(() => [...document.querySelectorAll("textarea, input")].some((field) => field.value === "Tapé et pas enregistré."));
  // Another program writes meanwhile: nothing is overwritten unasked.
  site.write("content/guides/carte.md", GUIDE.replace("Un texte.", "D’ailleurs."));
  await page.keyboard.press("Control+s");
  const conflict = page.getByRole("dialog");
  await conflict.getByRole("button", { name: "Garder ma version" }).waitFor();
  assert.match(site.read("content/guides/carte.md"), /D’ailleurs/);
  await conflict.getByRole("button", { name: "Garder ma version" }).click();
  await saved(page);
  assert.match(site.read("content/guides/carte.md"), /Tapé et pas enregistré/);
  // The server is gone, and comes back.
  site.stop();
  await summary().fill("Tapé sans serveur.");
  await page.getByText("guichet ne répond").first().waitFor();
  await site.restart();
  await page.goto(site.address);
  await page.evaluate((view) => (location.hash = view), pageView("content/guides/carte.md"));
  await page.getByRole("button", { name: "Reprendre" }).click();
  await page.waitForFunction(() => [...document.querySelectorAll("textarea, input")].some((field) => field.value === "Tapé sans serveur."));
});

test("every view is clean for axe-core, in French and English, light and dark, and works at 1 024 × 600", async (t) => {
  const site = await workshop(t);
  for (const [colorScheme, width] of [["light", 1024], ["dark", 512]]) {
    const page = await open(t, site, "#/", { viewport: { width, height: 600 }, colorScheme });
    for (const view of ["#/", pageView("content/guides/carte-identite-mineur.md"), "#/reglages", "#/comptoir", "#/imprimer", "#/publier", "#/corbeille"]) {
      await page.evaluate((view) => (location.hash = view), view);
      await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
      await page.waitForTimeout(400);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => axe.run(document, { iframes: false, resultTypes: ["violations"] }));
      const found = violations.map((one) => `${view} ${width}: ${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(" | ")}`);
      assert.deepEqual(found, []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 0, `${view} is ${wide} px too wide at ${width}`);
    }
  }
});

test("what the browser loads first is light, and comes from here alone", async (t) => {
  const site = await workshop(t, { "guichet.yaml": "titre: Essai\n", "content/a.md": "---\ntitre: A\n---\n" });
  const context = await browser.newContext({ locale: "fr" });
  t.after(() => context.close());
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  const hosts = new Set();
  page.on("request", (request) => hosts.add(new URL(request.url()).host));
  await page.goto(site.address);
  await page.getByRole("link", { name: "A", exact: true }).waitFor();
  assert.ok(bytes <= 60 * 1024, `${bytes} bytes for the first view`);
  assert.deepEqual([...hosts], [new URL(site.address).host]);
  const before = bytes;
  await page.getByRole("link", { name: "A", exact: true }).click();
  await page.waitForSelector(".cm-content");
  assert.ok(bytes - before <= 250 * 1024, `${bytes - before} bytes for the editor`);
});

test("Firefox opens, changes and saves a page", async (t) => {
  const site = await workshop(t, { "guichet.yaml": "titre: Essai\n", "content/guides/carte.md": GUIDE });
  const window = await firefox();
  t.after(() => window.close());
  await window.open(site.address);
  await window.run((view) => void (location.hash = view), pageView("content/guides/carte.md"));
  const until = async (script, ...values) => {
    for (let turn = 0; turn < 100; turn++) {
      if (await window.run(script, ...values)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.fail(`never true: ${script}`);
  };
  await until(() => document.querySelector(".cm-content") !== null);
  await window.run(() => void document.querySelector(".cm-content").focus());
  await window.type("Bonjour. ");
  await until(() => document.querySelector("iframe")?.contentDocument?.body.textContent.includes("Bonjour."));
  await window.run(() => void [...document.querySelectorAll("button")].find((button) => button.textContent.trim() === "Enregistrer").click());
  await until(() => document.body.textContent.includes("Enregistré"));
  for (let turn = 0; turn < 50 && !site.read("content/guides/carte.md").includes("Bonjour."); turn++) await new Promise((resolve) => setTimeout(resolve, 100));
  assert.match(site.read("content/guides/carte.md"), /Bonjour\. /);
});

test("no file of the workshop's folders is left behind by closing it", async (t) => {
  const site = await workshop(t, { "guichet.yaml": "titre: Essai\n", "content/a.md": "---\ntitre: A\n---\n" });
  const page = await open(t, site);
  await page.getByRole("link", { name: "A", exact: true }).waitFor();
  assert.ok(!existsSync(join(site.folder, ".guichet-versions")) && !existsSync(join(site.folder, ".guichet-corbeille")));
});
