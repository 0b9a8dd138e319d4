// Debian's Chromium, with nothing of its own that would call out.
import { availableParallelism } from "node:os";

import { chromium } from "playwright-core";

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Visits every path with a tab for each core, of a context of these options: `visit(tab, path)`. The first that fails ends all. */
export async function everyPage(browser, options, paths, visit) {
  const context = await browser.newContext(options);
  const left = [...paths];
  const work = async () => {
    const tab = await context.newPage();
    for (let path = left.shift(); path; path = left.shift()) await visit(tab, path);
  };
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, work));
  } finally {
    left.length = 0;
    await context.close();
  }
}
