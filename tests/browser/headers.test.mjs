// The sample site behind the headers that it is published with: every page obeys its own policy, and nothing else passes it.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launch } from "./chromium.mjs";
import { pages, published } from "./site.mjs";

const kinds = { html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8", svg: "image/svg+xml", png: "image/png", jpg: "image/jpeg", webp: "image/webp" };
const injected = '<script>window.ran = 1</script><style>h1{color:red}</style><img src="https://elsewhere.example/x.png"><form action="https://elsewhere.example/"></form>';
let browser;
let origin;
let server;

// `_headers`: a path, then its headers; `*` stands for anything.
function rules() {
  const found = [];
  for (const line of readFileSync(join(published, "_headers"), "utf8").split("\n").filter(Boolean)) {
    if (!line.startsWith(" ")) {
      const pattern = line.trim().split("*").map((part) => part.replaceAll(/[.?+^${}()|[\]\\]/g, "\\$&")).join(".*");
      found.push({ pattern: new RegExp(`^${pattern}$`), headers: [] });
      continue;
    }
    const [name, value] = line.trim().split(/: (.*)/s);
    found.at(-1).headers.push([name, value]);
  }
  return found;
}

before(async () => {
  const all = rules();
  server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url, "http://x");
    const file = join(published, decodeURIComponent(pathname));
    if (!existsSync(file)) return response.writeHead(404).end();
    for (const rule of all.filter((rule) => rule.pattern.test(pathname))) {
      for (const [name, value] of rule.headers) response.appendHeader(name, value);
    }
    response.setHeader("Content-Type", kinds[file.split(".").pop()] ?? "application/octet-stream");
    const bytes = readFileSync(file);
    response.end(search === "?injected" ? bytes.toString().replace("</main>", `${injected}</main>`) : bytes);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  origin = `http://127.0.0.1:${server.address().port}`;
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.close();
});

async function watched() {
  const page = await browser.newPage();
  const violations = [];
  await page.exposeFunction("violated", (text) => violations.push(text));
  await page.addInitScript(() => document.addEventListener("securitypolicyviolation", (event) => window.violated(`${event.violatedDirective} ${event.blockedURI}`)));
  return { page, violations };
}

test("no page breaks the policy that it is sent with, and the search works behind it", async () => {
  const { page, violations } = await watched();
  for (const path of pages) {
    const response = await page.goto(`${origin}/${path}`);
    assert.match(response.headers()["content-security-policy"], /^default-src 'none'; script-src 'self'; style-src 'sha256-/, path);
    const styled = await page.evaluate(() => getComputedStyle(document.querySelector("header li a")).display);
    assert.equal(styled, "inline-block", `${path} is not styled`);
  }
  await page.goto(`${origin}/recherche.html?q=mairie`);
  await page.waitForSelector("#found li");
  assert.deepEqual(violations, []);
  await page.close();
});

test("what somebody else would slip into a page neither runs, nor styles, nor loads", async () => {
  const { page, violations } = await watched();
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(`${origin}/index.html?injected`);
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.querySelector("h1")).color), "rgb(255, 0, 0)");
  const kinds = violations.map((text) => text.split(" ")[0]).sort();
  assert.deepEqual([...new Set(kinds)], ["img-src", "script-src-elem", "style-src-elem"]);
  await page.close();
});

test("each file has one rule of how long it is kept: pages for minutes, the search's files for a year", async () => {
  for (const [path, expected] of [["/index.html", "max-age=300"], ["/", "max-age=300"], ["/recherche/i.js", "immutable"], ["/en/search/i.js", "immutable"], ["/guides/depot-de-garantie-a4.pdf", "max-age=3600"]]) {
    const matching = rules().filter((rule) => rule.pattern.test(path)).flatMap((rule) => rule.headers.filter(([name]) => name === "Cache-Control"));
    assert.equal(matching.length, 1, path);
    assert.ok(matching[0][1].includes(expected), path);
  }
});
