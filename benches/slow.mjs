// Time to load a page on a slow line: 50 kbit/s, with half a second from each request to the first byte of its answer.
//
//     node benches/slow.mjs NAME=FOLDER/PAGE.html ...
//     node benches/slow.mjs guichet=public/guides/depot-de-garantie.html mdbook=/tmp/book/book/depot-de-garantie.html
//
// Each folder is served as common hosts do, compressed by gzip at level 6, to a browser with an empty cache. The server sends the bytes of all
// answers one after another as such a line would: Chromium's own emulation holds them back until the last one has come, and nothing is shown of
// a page that is halfway there. Five alternating rounds; medians of the time to the first text, of the time to load everything, and of the
// bytes with their headers.
import { createServer } from "node:http";
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { launch } from "../tests/browser/chromium.mjs";

const ROUNDS = 5;
const LATENCY = 500; // ms
const SPEED = 50_000 / 8 / 1000; // bytes a millisecond
const HEADERS = 250; // bytes of an answer before its body
const kinds = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", svg: "image/svg+xml", json: "application/json", woff2: "font/woff2" };
const packed = new Set(["woff2", "png", "jpg", "webp", "pdf"]);

// What is on the line, in turn.
const sending = [];
let free = 0;
function send(response, bytes) {
  sending.push({ response, bytes, at: -HEADERS });
  if (sending.length === 1) {
    free = performance.now();
    tick();
  }
}
function tick() {
  let room = Math.floor((performance.now() - free) * SPEED);
  free += room / SPEED;
  while (room > 0 && sending.length > 0) {
    const answer = sending.shift();
    const end = Math.min(answer.bytes.length, answer.at + Math.min(room, 100));
    if (end > 0) answer.response.write(answer.bytes.subarray(Math.max(0, answer.at), end));
    room -= end - answer.at;
    answer.at = end;
    if (end === answer.bytes.length) answer.response.end();
    else sending.push(answer);
  }
  if (sending.length > 0) setTimeout(tick, 10);
}

function serve(folder) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    const ending = file.split(".").pop();
    const bytes = readFileSync(file);
    response.setHeader("Content-Type", kinds[ending] ?? "application/octet-stream");
    const sent = packed.has(ending) ? bytes : gzipSync(bytes, { level: 6 });
    if (sent !== bytes) response.setHeader("Content-Encoding", "gzip");
    response.setHeader("Content-Length", sent.length);
    setTimeout(send, LATENCY, response, sent);
  });
  return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(server)));
}

// The folder that a page belongs to: the topmost above it with an index.
function top(page) {
  let folder = dirname(page);
  for (let above = folder; above !== dirname(above); above = dirname(above)) if (existsSync(join(above, "index.html"))) folder = above;
  return folder;
}

async function load(browser, address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const seen = { bytes: 0, requests: 0 };
  session.on("Network.loadingFinished", (event) => {
    seen.bytes += event.encodedDataLength;
    seen.requests++;
  });
  await page.goto(address, { waitUntil: "networkidle", timeout: 180_000 });
  const times = await page.evaluate(() => ({
    first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    whole: performance.getEntriesByType("navigation")[0].loadEventEnd,
  }));
  await context.close();
  return { ...times, ...seen };
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const browser = await launch();
const sites = [];
for (const argument of process.argv.slice(2)) {
  const [name, page] = argument.split("=");
  const folder = top(page);
  const server = await serve(folder);
  sites.push({ name, server, address: `http://127.0.0.1:${server.address().port}/${page.slice(folder.length + 1)}`, runs: [] });
}
for (let round = 0; round < ROUNDS; round++) for (const site of sites) site.runs.push(await load(browser, site.address));
for (const { name, runs, address, server } of sites) {
  const of = (key) => median(runs.map((run) => run[key]));
  console.log(`${name} (${basename(address)}): first text ${(of("first") / 1000).toFixed(2)} s, whole page ${(of("whole") / 1000).toFixed(2)} s, ${of("bytes")} bytes, ${of("requests")} requests`);
  server.close();
}
await browser.close();
