// What another port of the machine gets of the workshop's keys in real browsers: the cookie, which alone opens nothing. New windows and windows that are loaded again go on.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";

import { firefox } from "./firefox.mjs";
import { browser, open, workshop } from "./workshop.mjs";

const SITE = { "guichet.yaml": "titre: Essai\n", "content/a.md": "---\ntitre: A\n---\n\nSecret.\n" };

/** A server on another port that keeps the cookies that browsers bring. */
async function neighbour(t) {
  const cookies = [];
  const server = createServer((request, answer) => {
    cookies.push(request.headers.cookie ?? "");
    answer.setHeader("content-type", "text/html");
    answer.end("<!doctype html><title>Voisin</title><p>Voisin");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  return { address: `http://localhost:${server.address().port}/`, cookies };
}

/** What a program gets that has this cookie and says whatever a browser would. */
async function robbed(site, cookie) {
  const { origin, host } = new URL(site.address);
  const headers = { cookie, host, origin, "sec-fetch-site": "same-origin", "x-guichet": "atelier" };
  const answers = [];
  for (const [method, path] of [["GET", "/api/page?path=content/a.md"], ["GET", "/api/desk"], ["GET", "/apercu/a.html"], ["GET", "/api/events"], ["POST", "/api/save"]]) {
    const body = method === "POST" ? JSON.stringify({ path: "content/b.md", text: "x", base: null }) : undefined;
    answers.push((await fetch(new URL(path, site.address), { method, headers: { ...headers, "content-type": "application/json" }, body })).status);
  }
  const page = await (await fetch(new URL("/", site.address), { headers })).text();
  return { answers, hasKeys: page.includes("guichet-keys") };
}

const NOTHING = { answers: [403, 403, 403, 403, 403], hasKeys: false };

test("Chromium brings the cookie to another port, and it opens nothing", async (t) => {
  const site = await workshop(t, SITE);
  const other = await neighbour(t);
  const page = await open(t, site);
  assert.equal(new URL(page.url()).search, "");
  await page.reload();
  await page.getByRole("link", { name: "A", exact: true }).waitFor();
  const second = await page.context().newPage();
  await second.goto(new URL("/", site.address).href);
  await second.getByRole("link", { name: "A", exact: true }).waitFor();
  await second.goto(other.address);
  const cookie = other.cookies.find((cookie) => cookie.includes("guichet-atelier"));
  assert.ok(cookie);
  assert.equal(await second.evaluate(() => localStorage.length), 0);
  assert.deepEqual(await robbed(site, cookie), NOTHING);
  // The address of the terminal opens it in another browser, too.
  const context = await browser.newContext({ locale: "fr" });
  t.after(() => context.close());
  await open(t, site, "#/", { context });
});

test("Firefox brings it, too", async (t) => {
  const site = await workshop(t, SITE);
  const other = await neighbour(t);
  const window = await firefox();
  t.after(() => window.close());
  const shown = async () => {
    for (let turn = 0; turn < 100; turn++) {
      if (await window.run(() => [...document.querySelectorAll("a")].some((link) => link.textContent.trim() === "A"))) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.fail("the page is not on the desk");
  };
  await window.open(site.address);
  await shown();
  await window.open(other.address);
  const cookie = other.cookies.find((cookie) => cookie.includes("guichet-atelier"));
  assert.ok(cookie);
  assert.deepEqual(await robbed(site, cookie), NOTHING);
  await window.open(new URL("/", site.address).href);
  await shown();
});
