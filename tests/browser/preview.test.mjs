// The preview as an editor's browser shows it: many tabs at once, and a mistake that stays in view.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { launch } from "./chromium.mjs";

const program = process.env.GUICHET ?? fileURLToPath(new URL("../../target/debug/guichet", import.meta.url));
let browser, context, folder, preview, address;

function write(path, text) {
  writeFileSync(join(folder, path), text);
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "guichet-preview-"));
  mkdirSync(join(folder, "content"));
  write("guichet.yaml", "titre: Essai\n");
  write("content/a.md", "---\ntitre: A\n---\n\nun\n");
  preview = spawn(program, ["serve", "--port", "0", "--no-sheets"], { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
  const [line] = await new Promise((resolve) => createInterface(preview.stdout).once("line", (line) => resolve([line])));
  address = line.match(/http:\S+/)[0];
  browser = await launch();
  context = await browser.newContext();
});
after(async () => {
  await browser?.close();
  preview?.kill();
  rmSync(folder, { recursive: true, force: true });
});

const shows = (page, text) => page.waitForFunction((text) => document.querySelector("main").textContent.includes(text), text);

test("twelve tabs are open, and each shows what is saved", async () => {
  const tabs = [];
  for (let number = 0; number < 12; number++) {
    const tab = await context.newPage();
    await tab.goto(`${address}a.html`);
    tabs.push(tab);
  }
  write("content/a.md", "---\ntitre: A\n---\n\ndeux\n");
  for (const tab of tabs) await shows(tab, "deux");
  // The one that listens is closed: another takes its place.
  await tabs.shift().close();
  write("content/a.md", "---\ntitre: A\n---\n\ntrois\n");
  for (const tab of tabs) await shows(tab, "trois");
  for (const tab of tabs) await tab.close();
});

test("a browser without locks listens in the tab that is seen", async () => {
  const old = await browser.newContext();
  await old.addInitScript(() => {
    Object.defineProperty(navigator, "locks", { value: undefined });
    let hidden = false;
    Object.defineProperty(document, "hidden", { get: () => hidden });
    window.hide = (value) => { hidden = value; document.dispatchEvent(new Event("visibilitychange")); };
  });
  const tabs = [];
  for (let number = 0; number < 9; number++) {
    const tab = await old.newPage();
    await tab.goto(`${address}a.html`);
    await tab.evaluate(() => window.hide(true));
    tabs.push(tab);
  }
  write("content/a.md", "---\ntitre: A\n---\n\nquatre\n");
  await tabs[0].evaluate(() => window.hide(false));
  await shows(tabs[0], "quatre");
  await old.close();
});

test("whoever has scrolled sees that there is a mistake, and is led to it with the keyboard", async () => {
  const text = Array.from({ length: 80 }, (_, at) => `Ligne ${at}, avec [un lien](https://example.org/${at}).\n`).join("\n");
  write("content/a.md", `---\ntitre: A\n---\n\n${text}\n`);
  const page = await context.newPage();
  await page.goto(`${address}a.html`);
  await shows(page, "Ligne 79");
  assert.equal(await page.locator("#guichet-problems-bar").count(), 0);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2));
  write("content/a.md", `---\ntitre: A\n---\n\n${text}\n[rien](rien.md)\n`);
  const bar = page.locator("#guichet-problems-bar");
  await bar.waitFor();
  assert.match(await bar.textContent(), /^1 erreur · /);
  const inView = () => page.evaluate(() => {
    const box = document.getElementById("guichet-problems-bar").getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight + 1;
  });
  for (const part of [0, 0.5, 1]) {
    await page.evaluate((part) => window.scrollTo(0, document.documentElement.scrollHeight * part), part);
    assert.ok(await inView(), `at ${part}`);
  }
  // At the end of the page nothing stands below it.
  assert.ok(await page.evaluate(() => {
    const bar = document.getElementById("guichet-problems-bar").getBoundingClientRect();
    return document.querySelector("footer").getBoundingClientRect().bottom <= bar.top + 1;
  }));
  await bar.locator("a").focus();
  await page.keyboard.press("Enter");
  const box = page.locator("#guichet-problems");
  assert.ok(await box.evaluate((box) => box.getBoundingClientRect().top >= 0 && box.getBoundingClientRect().top < innerHeight));
  assert.match(await box.textContent(), /dead-link/);
  await page.emulateMedia({ media: "print" });
  assert.ok(!(await bar.isVisible()));
  await page.close();
});
