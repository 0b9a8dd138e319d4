// A workshop of a folder of its own, and windows of it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";

import { launch } from "./chromium.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const program = process.env.GUICHET ?? join(root, "target/debug/guichet");
export let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** A folder with these files, or a copy of the sample, and its workshop; both end with the test. */
export async function workshop(t, files, ...more) {
  const folder = mkdtempSync(join(tmpdir(), "guichet-atelier-"));
  if (files === undefined) {
    for (const part of ["content", "guichet.yaml", "records"]) cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  for (const [path, text] of Object.entries(files ?? {})) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const start = async (port) => {
    const process = spawn(program, ["atelier", "--no-open", "--port", port, ...more], { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
    const line = await new Promise((resolve) => createInterface(process.stdout).once("line", resolve));
    return { process, address: line.match(/http:\S+/)[0] };
  };
  let running = await start("0");
  t.after(() => {
    running.process.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    get address() {
      return running.address;
    },
    read: (path) => readFileSync(join(folder, path), "utf8"),
    write: (path, text) => writeFileSync(join(folder, path), text),
    stop: () => running.process.kill(),
    async restart() {
      running = await start(new URL(running.address).port);
    },
  };
}

/** A window of the workshop at a view, of which every mistake of the page's own is one of the test. */
export async function open(t, site, fragment = "#/", options = {}) {
  const context = options.context ?? (await browser.newContext({ viewport: { width: 1024, height: 600 }, locale: "fr", ...options }));
  context.setDefaultTimeout(15000);
  const page = await context.newPage();
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("console", (message) => message.type() === "error" && !/net::ERR|status of (4|5)/.test(message.text()) && wrong.push(message.text()));
  t.after(async () => {
    assert.deepEqual(wrong, []);
    if (!options.context) await context.close();
  });
  await page.goto(site.address);
  await page.waitForSelector("nav");
  await page.evaluate((fragment) => (location.hash = fragment), fragment);
  return page;
}

export const pageView = (path) => `#/page/${path.split("/").map(encodeURIComponent).join("/")}`;
export const opened = (page, title) => page.waitForFunction((title) => document.querySelector("main h1, main h2")?.textContent.includes(title), title);
export const saved = (page) => page.getByText("Enregistré", { exact: true }).first().waitFor();
