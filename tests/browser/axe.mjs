// Every page of a folder against the rules of axe-core (WCAG 2.2 A and AA, and its best practices), 320 px wide.
//
//     node tests/browser/axe.mjs FOLDER
import { createRequire } from "node:module";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "./chromium.mjs";

const folder = process.argv[2];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pages = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(".html")).sort();
// A page that only leads to another is left before it can be asked.
const asked = pages.filter((path) => !readFileSync(join(folder, path), "utf8").includes('http-equiv="refresh"'));
const browser = await launch();
const wrong = [];

async function work() {
  const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
  await page.addInitScript(axe);
  for (let path = asked.shift(); path; path = asked.shift()) {
    await page.goto(pathToFileURL(join(folder, path)).href);
    const { violations } = await page.evaluate(() => axe.run({ rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] }));
    wrong.push(...violations.map((one) => `${path}: ${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`));
  }
  await page.close();
}

const count = asked.length;
await Promise.all([work(), work()]);
await browser.close();
for (const line of wrong.sort()) console.log(line);
console.log(`${count} pages, ${wrong.length} rules broken (axe-core)`);
process.exit(wrong.length > 0 || count === 0 ? 1 : 0);
