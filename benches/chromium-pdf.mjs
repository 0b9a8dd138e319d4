// Prints pages to A4 with one Chromium, and writes the processor seconds of all its processes to standard output. See sheets.py.
import { readFileSync, writeFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "../tests/browser/chromium.mjs";

const { pages, out, fonts } = JSON.parse(readFileSync(0, "utf8"));
const faces = fonts.map((file, index) => {
  const [weight, style] = [[400, "normal"], [700, "normal"], [400, "italic"], [700, "italic"]][index];
  return `@font-face { font-family: Sheet; font-weight: ${weight}; font-style: ${style}; src: url(${pathToFileURL(file)}) }`;
});
const style = `${faces.join("\n")}\nhtml { font-family: Sheet !important }`;

// Clock ticks that this process and all that it started have used, in hundredths of a second.
function ticks() {
  const parents = new Map();
  const used = new Map();
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      parents.set(pid, fields[1]);
      used.set(pid, fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0));
    } catch {}
  }
  const mine = (pid) => pid === String(process.pid) || (parents.has(pid) && mine(parents.get(pid)));
  return [...used].filter(([pid]) => mine(pid)).reduce((sum, [, count]) => sum + count, 0);
}

const browser = await launch();
const page = await (await browser.newContext()).newPage();
async function print(file) {
  await page.goto(pathToFileURL(file).href);
  await page.addStyleTag({ content: style });
  await page.evaluate(() => document.fonts.ready);
  return page.pdf({ format: "A4", tagged: true });
}
await print(pages[0]);
const begin = ticks();
for (const file of pages) {
  writeFileSync(path.join(out, `${path.basename(file, ".html")}.pdf`), await print(file));
}
process.stdout.write(String((ticks() - begin) / 100));
await browser.close();
