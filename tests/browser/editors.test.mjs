// What editors type in Word, opened in the workshop: each mistake is shown with its place, and mended by the buttons that are offered, or says what to do. `editors/` has
// the texts: a table of one mistake each, and six guides with many.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { CASES, NO_PAGES, REFUSED } from "./editors/cases.mjs";
import { open, opened, pageView, saved, workshop } from "./workshop.mjs";

// The day for which the site is built: 25 November 2026.
process.env.SOURCE_DATE_EPOCH = "1795564800";

const SITE = {
  "guichet.yaml": "titre: Villefictive\n",
  "content/organizations/mairie.md": "---\ntitre: Mairie de Villefictive\ntype: mairie\ntéléphone: 01 99 00 00 30\nadresse: [1 place du Puits, 00000 Villefictive]\nvérifié: 2026-11-20\n---\n",
};
/** More buttons than any case needs. */
const MOST = 30;

/** What the workshop's pages ask the server. */
async function asker(site) {
  const { origin } = new URL(site.address);
  const entered = await fetch(site.address, { redirect: "manual" });
  const [key] = (await entered.text()).match(/"guichet-keys" content="([^" ]+)/).slice(1);
  const headers = { cookie: entered.headers.get("set-cookie").split(";")[0], origin, "x-guichet": key, "content-type": "application/json" };
  return async (path, body) => {
    const answer = await fetch(origin + path, body === undefined ? { headers } : { method: "POST", headers, body: JSON.stringify(body) });
    return { status: answer.status, data: await answer.json() };
  };
}

const pageOf = async (ask, path) => ask(`/api/page?path=${encodeURIComponent(path)}`);
const spliced = (text, edits) => [...edits].sort((a, b) => b.from - a.from).reduce((all, { from, to, insert }) => all.slice(0, from) + insert + all.slice(to), text);
const errors = (diagnostics) => new Set(diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code));

/** What every diagnostic has: words, a place, and a way out. */
function isSaid({ message, help, path, line, mends, code }) {
  assert.ok(message.length > 10 && path && Number.isInteger(line), message);
  assert.ok(mends.length > 0 || help?.length > 10, `${code} has neither a button nor a word on what to do`);
}

/** Presses each button that is offered, one after another; how many there were. */
async function mended(ask, path, first) {
  let held = first;
  let { text } = first;
  let pressed = 0;
  for (;;) {
    held.diagnostics.forEach(isSaid);
    const wrong = held.diagnostics.find(({ mends }) => mends.length > 0);
    if (!wrong) return { text, held, pressed };
    const [mend] = wrong.mends;
    if (mend.edits) text = spliced(text, mend.edits);
    else assert.equal((await ask("/api/mend", { path, text, id: mend.id, version: held.version })).status, 200, mend.words);
    const { status, data } = await ask("/api/hold", { path, text });
    assert.equal(status, 200);
    const same = data.diagnostics.filter(({ code, message, line }) => code === wrong.code && message === wrong.message && line === wrong.line);
    assert.deepEqual(same, [], `${mend.words} does not mend`);
    const before = errors(held.diagnostics);
    assert.deepEqual([...errors(data.diagnostics)].filter((code) => !before.has(code)), [], `${mend.words} makes another mistake`);
    pressed += 1;
    assert.ok(pressed < MOST, "there is no end of buttons");
    held = data;
  }
}

test("each mistake of the table is shown with its place, and mended by its buttons or in words", async (t) => {
  let withMends = 0;
  for (const [name, files, codes, left = ""] of CASES) {
    await t.test(name, async (t) => {
      const site = await workshop(t, { ...SITE, ...files }, "--no-sheets");
      const ask = await asker(site);
      const [path] = Object.keys(files);
      let { status, data: page } = await pageOf(ask, path);
      assert.equal(status, 200);
      const found = () => page.diagnostics.map(({ code }) => code).sort().join(" ");
      // What only the whole site shows comes a little later.
      for (let turn = 0; turn < 50 && found() !== codes; turn++) {
        await new Promise((done) => setTimeout(done, 100));
        ({ data: page } = await pageOf(ask, path));
      }
      assert.equal(found(), codes);
      const { held, pressed } = await mended(ask, path, page);
      assert.equal(held.diagnostics.map(({ code }) => code).sort().join(" "), left);
      if (pressed > 0) withMends += 1;
    });
  }
  assert.ok(CASES.length >= 115 && withMends >= 60, `${withMends} of ${CASES.length} cases have mends`);
});

test("what is no page is not opened, and what cannot be done is refused, in words", async (t) => {
  const site = await workshop(t, { ...SITE, ...CASES[4][1], ...Object.fromEntries(NO_PAGES.map(([, path, bytes]) => [path, bytes])) }, "--no-sheets");
  const ask = await asker(site);
  const refused = async (name, asked) => {
    const { status, data } = await asked;
    assert.ok(status >= 400 && status < 500, `${name}: ${status}`);
    assert.ok(data.error?.length > 10, `${name}: ${JSON.stringify(data)}`);
  };
  for (const [name, path] of NO_PAGES) await refused(name, pageOf(ask, path));
  for (const [name, path, body] of REFUSED) await refused(name, ask(path, body));
});

/** Waits for what a button changes in the list of what is to be corrected. */
async function pressed(page, press) {
  const list = page.getByRole("tabpanel");
  const before = await list.innerText();
  await press();
  const dialog = page.getByRole("dialog");
  // A button that changes another file asks first.
  const done = page.waitForFunction((before) => document.querySelector("[role=tabpanel]:not(.write)")?.innerText !== before, before);
  await Promise.race([done, dialog.locator("button.primary").click().catch(() => {})]);
  await done;
}

/** Opens a page with the list of what is to be corrected, and presses all buttons: those of the fields, those of the text, in the margin, and those of the list. */
async function mendedByButtons(page, path, title) {
  await page.evaluate((view) => (location.hash = view), pageView(path));
  if (title) await opened(page, title);
  await page.getByRole("tab", { name: /^À corriger/ }).click();
  await page.locator(".cm-content").waitFor();
  const fields = page.locator(".page-form .page-wrong button").filter({ hasNotText: "Voir dans le fichier" });
  let count = 0;
  for (; (await fields.count()) > 0; count++) {
    assert.ok(count < MOST);
    await pressed(page, () => fields.first().click());
  }
  const signs = page.locator(".md-sign.md-error, .md-sign.md-warning");
  for (let sign = 0; sign < (await signs.count()); ) {
    assert.ok(count < MOST);
    // The margin is drawn after the list: a sign may be gone.
    const isThere = await signs.nth(sign).click({ timeout: 1000 }).then(() => true, () => false);
    if (!isThere) continue;
    const mend = page.locator(".md-problems button").first();
    if ((await mend.count()) === 0) {
      sign += 1;
      continue;
    }
    await pressed(page, () => mend.click());
    count += 1;
    sign = 0;
  }
  // What has no place in the form and none in the text: the marks around the fields.
  const others = page.locator(".page-problems .row button:not(.quiet)");
  for (; (await others.count()) > 0; count++) {
    assert.ok(count < MOST);
    await pressed(page, () => others.first().click());
  }
  return count;
}

const GUIDES = fileURLToPath(new URL("editors/guides/", import.meta.url));

test("six guides typed in Word are mended by buttons, finished in the form, and published", async (t) => {
  const names = readdirSync(GUIDES);
  const guides = names.map((name) => [`content/guides/${name}`, readFileSync(join(GUIDES, name))]);
  const site = await workshop(t, { ...SITE, ...Object.fromEntries(guides) }, "--no-sheets");
  const page = await open(t, site, "#/", { viewport: { width: 1440, height: 900 } });
  const form = page.getByRole("form", { name: "Champs de la page" });
  const group = (name) => form.getByRole("group", { name, exact: true });
  /** What no button can know. */
  const finish = {
    "cimetiere.md": async () => {
      const phone = group("Téléphone, 1 sur 1");
      await phone.getByRole("textbox", { name: "Numéro" }).fill("01 99 00 00 30");
      await phone.getByRole("textbox", { name: "Horaires" }).fill("du lundi au vendredi de 9h à 12h");
    },
    "recensement.md": async () => {
      await group("Façons de faire").getByRole("button", { name: "Effacer et écrire de nouveau" }).click();
      await group("Façons de faire").getByRole("button", { name: "Sur place" }).click();
      await group("Sur place, 1 sur 1").getByRole("combobox", { name: "Lieu ou organisme" }).fill("mairie");
    },
  };
  let pressedInAll = 0;
  for (const name of names) {
    pressedInAll += await mendedByButtons(page, `content/guides/${name}`, site.read(`content/guides/${name}`).match(/titre ?: “?(.{10})/i)[1]);
    await finish[name]?.();
    await page.waitForFunction(() => !document.querySelector(".page-problems .error"));
    await page.keyboard.press("Control+s");
    await saved(page);
  }
  assert.ok(pressedInAll >= 35, `${pressedInAll}`);
  await page.getByRole("link", { name: "Publier", exact: true }).click();
  await page.getByRole("button", { name: "Publier", exact: true }).click();
  await page.getByText(/^Le site est publié\s:/).waitFor();
  for (const name of names) {
    const html = site.read(`public/guides/${basename(name, ".md")}.html`);
    assert.match(html, /tel:\+33199000030/, name);
    assert.doesNotMatch(html, /<o:p|[“”]/, name);
  }
  // A table of Word stays one.
  assert.match(site.read("public/guides/centre-de-loisirs.html"), /<table[^]*Moins de 500[^]*<\/table>/);
  // What was typed is what stays, but for what was wrong.
  assert.match(site.read("content/guides/listes-electorales.md"), /^---\nTitre : "S’inscrire sur les listes électorales"\n[^]*\n {6}rdv: non\n[^]*Coût : Gratuit\nVérifié : 2026-11-03\n/);
});

test("ten mistakes of the table are mended in the browser as over HTTP", async (t) => {
  const chosen = CASES.filter(([, files, codes, left]) => codes && !left && Object.keys(files).join() === "content/guides/ecole.md").filter((_, at) => at % 4 === 0);
  assert.ok(chosen.length >= 10);
  const numbered = chosen.slice(0, 12).map(([, files], at) => [`content/guides/cas-${at}.md`, Object.values(files)[0]]);
  const [inBrowser, overHttp] = [await workshop(t, { ...SITE, ...Object.fromEntries(numbered) }, "--no-sheets"), await workshop(t, { ...SITE, ...Object.fromEntries(numbered) }, "--no-sheets")];
  const page = await open(t, inBrowser, "#/", { viewport: { width: 1440, height: 900 } });
  const ask = await asker(overHttp);
  for (const [path] of numbered) {
    assert.ok((await mendedByButtons(page, path)) > 0, path);
    await page.keyboard.press("Control+s");
    await saved(page);
    const { data } = await pageOf(ask, path);
    assert.equal(inBrowser.read(path), (await mended(ask, path, data)).text, path);
  }
});

test("what prevents publishing is said with its file, which is a link if it can be opened", async (t) => {
  const [, picture] = CASES.find(([name]) => name === "a picture of a telephone under another name");
  const [, date] = CASES.find(([name]) => name === "a month alone");
  const site = await workshop(t, { ...SITE, ...picture, "content/guides/date.md": Object.values(date)[0] }, "--no-sheets");
  const page = await open(t, site, "#/publier");
  const wrong = page.locator(".notice.bad li");
  await wrong.nth(1).waitFor();
  assert.equal(await wrong.count(), 2);
  const ofPicture = wrong.filter({ hasText: "photo.jpg" });
  assert.match(await ofPicture.innerText(), /photo\.jpg/);
  assert.equal(await ofPicture.getByRole("link").count(), 0);
  // A page is called by its title.
  const link = wrong.getByRole("link");
  assert.equal(await link.count(), 1);
  assert.doesNotMatch(await link.innerText(), /\.md/);
  await link.click();
  await page.getByRole("textbox", { name: "Vérifié" }).waitFor();
});
