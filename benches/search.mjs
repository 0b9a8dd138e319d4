// Searches a published folder with guichet's script and with Pagefind's in one Chromium. See search.py.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { launch } from "../tests/browser/chromium.mjs";

const { public: folder, queries } = JSON.parse(readFileSync(0, "utf8"));
const bare = `<!doctype html><meta charset=utf-8><title>Pagefind</title><script type=module>
const pagefind = await import("./pagefind/pagefind.js");
window.find = async (query) => {
  const { results } = await pagefind.search(query);
  return (await Promise.all(results.slice(0, 6).map((result) => result.data()))).map((data) => data.url);
};
</script>`;
const kinds = { html: "text/html", js: "text/javascript", css: "text/css", json: "application/json" };

// What has been sent since the beginning: workers of a page are seen by no tool of the browser that counts for the page.
const served = { bytes: 0, requests: 0 };
const server = createServer(async (request, response) => {
  const name = decodeURIComponent(new URL(request.url, "http://x").pathname).slice(1);
  try {
    const bytes = name === "pagefind.html" ? Buffer.from(bare) : await readFile(path.join(folder, name));
    const kind = kinds[name.split(".").pop()];
    response.setHeader("Content-Type", kind ? `${kind}; charset=utf-8` : "application/octet-stream");
    response.setHeader("Cache-Control", "max-age=3600");
    if (kind) response.setHeader("Content-Encoding", "gzip");
    const body = kind ? gzipSync(bytes, { level: 6 }) : bytes;
    response.setHeader("Content-Length", body.length);
    served.requests++;
    // The headers and the line before them, as they go over the line.
    served.bytes += body.length + 60 + response.getHeaderNames().reduce((sum, key) => sum + key.length + String(response.getHeader(key)).length + 4, 0);
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await launch();

// A page of its own cache, and what it has loaded so far.
async function open(address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const before = { ...served };
  const seen = () => ({ bytes: served.bytes - before.bytes, requests: served.requests - before.requests });
  await page.goto(origin + address, { waitUntil: "networkidle" });
  return { page, seen, close: () => context.close() };
}

const ways = {
  guichet: {
    address: "/recherche.html",
    async find(page, query) {
      // What the query before found must not be taken for what this one finds.
      await page.evaluate(() => (document.getElementById("says").innerHTML = document.getElementById("found").innerHTML = ""));
      await page.fill("#q", query);
      await page.click("#search button");
      await page.waitForFunction(() => document.querySelector("#found li") || document.getElementById("says").textContent === document.getElementById("search").getAttribute("data-none"));
      return page.$$eval("#found a", (links) => links.map((link) => link.href));
    },
  },
  pagefind: {
    address: "/pagefind.html",
    async find(page, query) {
      await page.waitForFunction(() => window.find);
      return page.evaluate((text) => window.find(text), query);
    },
  },
};

const told = {};
for (const [name, way] of Object.entries(ways)) {
  const measured = { first: [], second: [], results: [] };
  for (const [at, query] of queries.entries()) {
    const { page, seen, close } = await open(way.address);
    measured.results.push(await way.find(page, query));
    await page.waitForLoadState("networkidle");
    const first = seen();
    await way.find(page, queries[(at + 1) % queries.length]);
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(200);
    measured.first.push(first);
    const both = seen();
    measured.second.push({ bytes: both.bytes - first.bytes, requests: both.requests - first.requests });
    await close();
  }
  told[name] = measured;
}
await browser.close();
server.close();
console.log(JSON.stringify(told));
