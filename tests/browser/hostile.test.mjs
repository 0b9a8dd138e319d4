// What a page or a theme of somebody else may try in the workshop's previews: nothing of it runs, asks the workshop for anything, or takes the window elsewhere.
import assert from "node:assert/strict";
import { test } from "node:test";

import { browser, open, pageView, workshop } from "./workshop.mjs";

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" onload="top.ran = 1"><script>top.ran = 1; fetch("/api/desk")</script><rect width="20" height="20"/></svg>';
const HOSTILE = `
<script>top.ran = 1</script>
<img src="x" onerror="top.ran = 1">
<a id="leave" href="javascript:top.ran=1">partir</a>
<a id="top" href="/?sorti" target="_top">dehors</a>
<form id="post" action="/api/publish" method="post" target="_top"><button>Envoyer</button></form>
<form id="here" action="/api/empty" method="post"><button autofocus>Vider</button></form>
<iframe src="/api/desk"></iframe>
<iframe srcdoc="<script>top.ran = 1</script>"></iframe>
<object data="/api/desk"></object>
<embed src="/api/desk">
<meta http-equiv="refresh" content="0; url=/?rafraichi">
<base href="/api/">
<link rel="stylesheet" href="/api/desk">
<link rel="prefetch" href="/api/bin">
<style>body { background: url(/api/versions?path=x) }</style>
<details open ontoggle="top.ran = 1"><summary>…</summary></details>
<input autofocus onfocus="top.ran = 1">
<video src="/api/site" onerror="top.ran = 1" autoplay></video>
${SVG}
<img src="mechant.svg" alt="">
`;
const MARKDOWN = `---\ntitre: A <script>top.ran = 1</script>\nrésumé: <img src=x onerror=top.ran=1>\n---\n${HOSTILE}\n\n[x](javascript:top.ran=1) ![x](mechant.svg) <javascript:top.ran=1>\n`;

/** A window on a page, all that is asked meanwhile, and what must not have happened. */
async function seen(t, site, path) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "fr" });
  t.after(() => context.close());
  const asked = [];
  const dialogs = [];
  const who = (request) => (request.frame() === request.frame().page().mainFrame() ? "window" : "preview");
  context.on("request", (request) => asked.push([who(request), request.method(), new URL(request.url()).pathname]));
  // Images and style sheets of a theme are asked for with the cookie: the workshop answers none of them.
  const answered = [];
  context.on("response", (response) => who(response.request()) === "preview" && response.ok() && answered.push(new URL(response.url()).pathname));
  context.on("dialog", (dialog) => dialogs.push(dialog.message()) && dialog.dismiss());
  const page = await context.newPage();
  const popups = [];
  page.on("popup", (popup) => popups.push(popup.url()));
  await page.goto(site.address);
  await page.waitForSelector("nav");
  await page.evaluate((view) => (location.hash = view), pageView(path));
  const frame = page.frameLocator(".page-frame iframe");
  await frame.locator("body").waitFor();
  await page.waitForTimeout(500);
  return { page, frame, asked, answered, dialogs, popups, context };
}

function nothing({ page, asked, answered, dialogs, popups }, ran, address) {
  assert.equal(ran, undefined, "a script ran");
  assert.deepEqual([dialogs, popups], [[], []]);
  assert.deepEqual(answered.filter((path) => !path.startsWith("/apercu/")), [], "the workshop answered the preview");
  assert.deepEqual(asked.filter(([, method, path]) => method === "POST" && path !== "/api/hold"), []);
  assert.equal(page.url(), address, "the window is elsewhere");
}

test("hostile Markdown and a hostile drawing do nothing in the preview", async (t) => {
  const site = await workshop(t, { "guichet.yaml": "titre: Essai\n", "content/a.md": MARKDOWN, "content/mechant.svg": SVG }, "--no-sheets");
  const all = await seen(t, site, "content/a.md");
  const address = all.page.url();
  // Somebody clicks wherever one can.
  for (const link of await all.frame.locator("a, button, summary").all()) await link.click({ timeout: 1000, force: true }).catch(() => {});
  await all.page.waitForTimeout(500);
  nothing(all, await all.page.evaluate(() => window.ran), address);
});

test("a hostile theme does nothing in the preview, nor where its page is opened alone", async (t) => {
  const theme = `<!doctype html><html><head><title>x</title><meta http-equiv="refresh" content="0; url=/?rafraichi"></head><body onload="top.ran = 1">${HOSTILE}<p>Du thème.</p></body></html>`;
  const site = await workshop(t, { "guichet.yaml": "titre: Essai\n", "content/a.md": "---\ntitre: A\n---\nUn.\n", "content/mechant.svg": SVG, "themes/default/templates/page.html": theme }, "--no-sheets");
  const all = await seen(t, site, "content/a.md");
  const address = all.page.url();
  await all.frame.getByText("Du thème.").waitFor();
  for (const link of await all.frame.locator("a, button, summary").all()) await link.click({ timeout: 1000, force: true }).catch(() => {});
  // What the page is patched with when somebody types is no safer.
  await all.page.locator(".cm-content").click();
  await all.page.keyboard.type("Deux. ");
  await all.page.waitForTimeout(1000);
  nothing(all, await all.page.evaluate(() => window.ran), address);

  const alone = await all.context.newPage();
  all.asked.length = 0;
  const key = await all.page.evaluate(() => localStorage.getItem("guichet-keys").split(" ")[1]);
  await alone.goto(new URL(`/apercu/${key}/a.html`, site.address).href, { waitUntil: "commit" });
  await alone.waitForTimeout(1000);
  assert.deepEqual(all.answered.filter((path) => !path.startsWith("/apercu/")), []);
  assert.deepEqual(all.dialogs, []);
  assert.equal(await alone.evaluate(() => window.ran), undefined);
});
