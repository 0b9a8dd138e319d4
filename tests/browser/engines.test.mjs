// The sample site in Gecko and WebKit: layout, search, folding, printing, find in page, forced colours, sheets; and in the reading mode that
// browsers make of Readability.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";

import { everyPage, launch } from "./chromium.mjs";
import { firefox } from "./firefox.mjs";
import { pages, published, read, root } from "./site.mjs";
import { webkit } from "./webkit.mjs";

const guide = "guides/carte-identite-mineur.html";
const kinds = [
  "index.html", guide, "ar/guides/carte-identite-mineur.html", "guides/index.html", "articles/index.html", "articles/permanence-du-mardi.html", "organizations/index.html",
  "organizations/mairie-exempleville.html", "recherche.html", "fiches.html", "couverture.html", "editions.html", "glossaire.html", "mentions-legales.html", "accessibilite.html", "404.html",
];
const folder = mkdtempSync(join(tmpdir(), "guichet-engines-"));
const types = { html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8", svg: "image/svg+xml", png: "image/png", jpg: "image/jpeg", webp: "image/webp", pdf: "application/pdf" };
let chromium;
let engines;
let origin;
let server;

/** A guide whose cases and whose sixth counter are folded, and whose headings look like comments, menus and advertisements to a reading mode. */
function folded() {
  const words = "Des mots que chacun doit lire, dans tous les navigateurs, sur le papier aussi. ".repeat(8);
  const cases = ["Comment faire si vous louez", "Logement social", "Menu et contacts"].map((title, at) => `## ${title} {.case}\n\n${words}\n\n> [!NOTE]\n> Une remarque${at}.\n\n### Détail ${at}\n\n${words}Fin${at}.\n`);
  const counters = Array.from({ length: 7 }, (_, at) => `    - { nom: Guichet ${at}, adresse: [${at + 1} rue de l’Essai, 00000 Exempleville], téléphone: 01 99 00 00 4${at} }\n`);
  mkdirSync(join(folder, "site/content/guides"), { recursive: true });
  mkdirSync(join(folder, "site/themes"), { recursive: true });
  writeFileSync(join(folder, "site/guichet.yaml"), "titre: Essai\nfiches: { guide: [] }\n");
  writeFileSync(join(folder, "site/content/guides/cas.md"), `---\ntitre: "Logement : le cas de chacun"\ncanaux:\n  sur-place:\n${counters.join("")}source: { nom: service-public.fr, identifiant: F1, date: 2026-01-02 }\nvérifié: 2026-11-02\n---\n\n${cases.join("\n")}`);
  execFileSync(process.env.GUICHET, ["build", "--site", join(folder, "site"), "--today", "2026-11-25", "--no-sheets", "--out", join(folder, "public")], { cwd: root });
}

before(async () => {
  folded();
  server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    if (path === "/frame") return response.setHeader("Content-Type", types.html).end("<!doctype html><title>x</title><body style='margin: 0'>");
    const file = path.startsWith("/folded/") ? join(folder, "public", path.slice(8)) : join(published, path);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.setHeader("Content-Type", types[file.split(".").pop()] ?? "application/octet-stream").end(readFileSync(file));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  origin = `http://127.0.0.1:${server.address().port}`;
  [chromium, ...engines] = await Promise.all([launch(), firefox(), webkit(origin)]);
});
after(async () => {
  await Promise.all([chromium, ...(engines ?? [])].map((one) => one?.close()));
  server.close();
  rmSync(folder, { recursive: true });
});

const at = (path) => `${origin}/${path}`;

/** Runs a check in each engine. */
async function each(check) {
  for (const engine of engines) await check(engine);
}

test("in Firefox and WebKit, no kind of page scrolls sideways, no words lie over others, and what is tapped is 44 px high", () =>
  each(async (engine) => {
    for (const path of kinds) {
      for (const width of [360, 768, 1280]) {
        await (width === 360 ? engine.open(at(path), width) : engine.resize(width));
        const found = await engine.run(() => {
          const boxes = [];
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const range = document.createRange();
          while (texts.nextNode()) {
            const node = texts.currentNode;
            const style = getComputedStyle(node.parentElement);
            if (!node.data.trim() || style.visibility === "hidden" || node.parentElement.closest(".skip, details:not([open]) > :not(summary), script, noscript")) continue;
            range.selectNodeContents(node);
            for (const box of range.getClientRects()) if (box.width > 1) boxes.push({ left: box.left, right: box.right, top: box.top + box.height * 0.2, bottom: box.bottom - box.height * 0.2, words: node.data.trim().slice(0, 30) });
          }
          for (const image of document.images) {
            const box = image.getBoundingClientRect();
            if (box.width) boxes.push({ left: box.left, right: box.right, top: box.top, bottom: box.bottom, words: image.src });
          }
          boxes.sort((a, b) => a.top - b.top);
          const over = [];
          boxes.forEach((one, index) => {
            for (const other of boxes.slice(index + 1)) {
              if (other.top >= one.bottom - 1) break;
              if (other.left < one.right - 1 && one.left < other.right - 1) over.push(`${one.words} / ${other.words}`);
            }
          });
          const small = [...document.querySelectorAll("header a:not(.skip), nav a, .tel a, .list > li > a, .print a, .find a, summary")].filter((link) => {
            const height = link.getBoundingClientRect().height;
            return height > 0 && height < 43.5;
          });
          return { width: innerWidth, words: boxes.length, wide: document.documentElement.scrollWidth - document.documentElement.clientWidth, over, small: small.map((link) => link.outerHTML.slice(0, 90)) };
        });
        const where = `${engine.name}, ${path} at ${width} px`;
        assert.equal(found.width, width, where);
        assert.ok(found.words > 5, where);
        assert.ok(found.wide <= 0, `${where} is ${found.wide} px too wide`);
        assert.deepEqual(found.over, [], where);
        if (width === 360) assert.deepEqual(found.small, [], where);
      }
    }
  }));

test("in Firefox and WebKit, a search typed on the keyboard leads to its page", () =>
  each(async (engine) => {
    await engine.open(at("recherche.html"));
    await engine.run(() => document.getElementById("q").focus());
    await engine.type("demenagement");
    await engine.press("Enter");
    await until(engine, () => document.querySelector("#found a"));
    await engine.run(() => document.querySelector("#found a").focus());
    await engine.press("Enter");
    await until(engine, () => document.readyState === "complete" && /prime-de-demenagement\.html/.test(location.href));
  }));

/** Waits until a script says yes, for twenty seconds. */
async function until(engine, script, ...values) {
  for (const end = Date.now() + 20_000; ; ) {
    if (await engine.run(`(...values) => Boolean((${script})(...values))`, ...values).catch(() => false)) return;
    assert.ok(Date.now() < end, `${engine.name}: in vain for ${script}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

test("in Firefox and WebKit, what is folded opens with the keyboard", () =>
  each(async (engine) => {
    for (const [path, summary] of [["folded/guides/cas.html", ".route summary"], ["folded/guides/cas.html", "details.part summary"], ["articles/une-plateforme-n-est-pas-un-service-public.html", "nav summary"]]) {
      await engine.open(at(path));
      for (const key of ["Enter", " "]) {
        const was = await engine.run((summary) => {
          const folded = document.querySelector(summary);
          folded.focus();
          return folded.parentElement.open;
        }, summary);
        await engine.press(key);
        await until(engine, (summary, was) => document.querySelector(summary).parentElement.open !== was, summary, was);
      }
    }
  }));

// Whether the target, a heading, and the first words of its case are on the screen.
const inView = () => {
  const heading = document.querySelector(":target");
  const words = heading.closest("summary").nextElementSibling;
  const [a, b] = [heading, words].map((element) => element.getBoundingClientRect());
  return a.top >= -1 && a.bottom <= innerHeight && words.checkVisibility({ contentVisibilityAuto: true }) && b.height > 0 && b.top >= a.bottom && b.top < innerHeight;
};

test("a folded case that an address names is open and in view in Firefox, WebKit and Chromium", async () => {
  const address = at("folded/guides/cas.html");
  const anchors = [...readFileSync(join(folder, "public/guides/cas.html"), "utf8").matchAll(/<summary>\s*<h2 id="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(anchors.length, 3);
  for (const anchor of anchors) {
    await each(async (engine) => {
      await engine.open("about:blank");
      await engine.open(`${address}#${anchor}`);
      await until(engine, inView);
    });
    const page = await chromium.newPage();
    await page.goto(`${address}#${anchor}`);
    await page.waitForFunction(inView, null, { timeout: 20_000 });
    await page.close();
  }
});

test("in Firefox and WebKit, a telephone number is found as it is typed, with plain spaces", () =>
  each(async (engine) => {
    for (const path of [guide, "organizations/mairie-exempleville.html", "articles/permanence-du-mardi.html"]) {
      await engine.open(at(path));
      const lost = await engine.run(() => {
        const numbers = new Set([...document.querySelectorAll("a[href^='tel:']")].map((link) => link.textContent.replace(/\s/g, " ")));
        return [...numbers].filter((number) => {
          getSelection().removeAllRanges();
          return !/\d/.test(number) || !window.find(number);
        });
      });
      assert.deepEqual(lost, [], `${engine.name}, ${path}`);
    }
  }));

test("in Firefox and WebKit, the way past the navigation frames one thing at most, and not the whole text", () =>
  each(async (engine) => {
    await engine.open(at(guide));
    await engine.run(() => document.querySelector(".skip").focus());
    await engine.press("Enter");
    await until(engine, () => location.hash === "#_text");
    const framed = await engine.run(() => [...document.querySelectorAll("main, main *")].filter((element) => getComputedStyle(element).outlineStyle !== "none" && element.contains(document.querySelector("h1"))).map((element) => element.tagName));
    assert.deepEqual(framed, [], engine.name);
  }));

test("printed from Firefox, a guide is whole, what is folded included, and no heading is the last of its page", async () => {
  const [engine] = engines;
  const pdf = join(folder, "page.pdf");
  const squeezed = (text) => text.normalize("NFKC").replaceAll(/\s/g, "");
  for (const path of ["folded/guides/cas.html", ...kinds.filter((path) => /^guides\/(?!index)|^articles\/(?!index)/.test(path)), "guides/declarer-un-deces.html", "guides/depot-de-garantie.html", "guides/papiers-a-conserver.html"]) {
    await engine.open(at(path));
    await engine.print(pdf);
    const { headings, blocks } = await engine.run(() => {
      const words = (selector) => [...document.querySelectorAll(selector)].filter((element) => !element.closest("nav, .screen")).map((element) => element.textContent);
      return { headings: words("main :is(h1, h2, h3, h4)"), blocks: words("main :is(dt, dd), :is(.text, .part) > p, .card > p:not(:has(a[href^=http])), .alert > p") };
    });
    const sheets = execFileSync("pdftotext", ["-raw", pdf, "-"], { encoding: "utf8" }).split("\f").slice(0, -1).map(squeezed);
    const text = sheets.join("");
    assert.deepEqual(blocks.filter((block) => !/https?:/.test(block) && !text.includes(squeezed(block).slice(0, 25))), [], path);
    const last = headings.filter((heading) => sheets.some((sheet) => sheet.endsWith(squeezed(heading))));
    assert.deepEqual(last, [], path);
  }
});

test("in Firefox with the reader's own colours, frames, rules and the focus are still seen", async () => {
  const engine = await firefox({ "browser.display.document_color_use": 2, "browser.display.background_color": "#000000", "browser.display.foreground_color": "#ffff00" });
  try {
    for (const path of ["index.html", guide, "articles/permanence-du-mardi.html", "ar/guides/carte-identite-mineur.html"]) {
      await engine.open(at(path));
      const { forced, lost } = await engine.run(() => {
        const ruled = (element, ...sides) => sides.some((side) => {
          const style = getComputedStyle(element);
          return style[`border-${side}-style`] === "solid" && parseFloat(style[`border-${side}-width`]) > 0 && style[`border-${side}-color`] !== getComputedStyle(document.body).backgroundColor;
        });
        const all = (selector) => [...document.querySelectorAll(selector)];
        const lost = [...all(".card, .alert, .route, .facts, .print a, .find a").filter((element) => !ruled(element, "top")), ...all("header, h2").filter((element) => !ruled(element, "bottom", "left"))];
        return { forced: matchMedia("(forced-colors: active)").matches, lost: lost.map((element) => element.outerHTML.slice(0, 80)) };
      });
      assert.ok(forced, "colours are not forced");
      assert.deepEqual(lost, [], path);
      await engine.press("Tab");
      assert.notEqual(await engine.run(() => getComputedStyle(document.activeElement).outlineStyle), "none", path);
    }
  } finally {
    await engine.close();
  }
});

test("in Firefox's reader of PDF files, a sheet has its title, and its numbers and words are found as they are typed", async () => {
  const [engine] = engines;
  for (const [sheet, name, ...words] of [
    ["guides/carte-identite-mineur-a4.pdf", "Renouveler la carte", "Renouveler la carte d’identité d’un enfant", "01 99 00 00 10", "34 00", "Documents à réunir", "pré-demande", "identite"],
    ["guides/carte-identite-mineur-depliant.pdf", "Renouveler la carte", "01 99 00 00 10", "identité"],
    ["organizations/mairie-exempleville-a4.pdf", "Mairie", "01 99 00 00 10", "mairie", "Accès"],
    // Arabic words are found one by one, because those of a line follow each other from left to right in the file.
    ["ar/guides/carte-identite-mineur-a4.pdf", "تجديد", "01 99 00 00 10", "بطاقة", "التعريف", "الأطفال", "إلى", "الميلاد"],
  ]) {
    await engine.open(at(sheet));
    await until(engine, () => PDFViewerApplication.pdfViewer.pageViewsReady);
    const { title, found } = await engine.run(async (words) => {
      const app = PDFViewerApplication;
      const found = [];
      for (const query of words) {
        const state = await new Promise((done) => {
          const listen = ({ state }) => {
            if (state === 3) return;
            app.eventBus.off("updatefindcontrolstate", listen);
            done(state);
          };
          app.eventBus.on("updatefindcontrolstate", listen);
          app.eventBus.dispatch("find", { source: null, type: "", query, caseSensitive: false, entireWord: false, highlightAll: true, findPrevious: false, matchDiacritics: false });
        });
        // 1: not found.
        if (state !== 1) found.push(query);
      }
      return { found, title: document.title };
    }, words);
    assert.ok(title.startsWith(name), `${sheet}: ${title}`);
    assert.deepEqual(found, words, sheet);
  }
});

test("reading modes (Readability) keep every card, route, number, date, source and heading of each page", async () => {
  const source = readFileSync(createRequire(import.meta.url).resolve("@mozilla/readability/Readability.js"), "utf8");
  const addresses = [...pages.filter((path) => read(path).includes("<article")).map((path) => pathToFileURL(join(published, path)).href), at("folded/guides/cas.html")];
  assert.ok(addresses.length > 30);
  await everyPage(chromium, {}, addresses, async (page, address) => {
    await page.goto(address);
    await page.evaluate(`${source}; window.Readability = Readability`);
    const found = await page.evaluate(() => {
      const article = new Readability(document.cloneNode(true)).parse();
      document.querySelectorAll("[aria-hidden], nav, .screen:not(:has(.card))").forEach((element) => element.remove());
      const squeezed = (text) => text.replaceAll(/\s/g, "");
      const title = document.querySelector("h1").textContent;
      const parts = [...document.querySelectorAll("main :is(h2, h3, p, li, dt, dd, td, summary, .card, time)")].map((element) => [element.tagName, element.textContent.trim()]);
      const text = squeezed(article?.textContent ?? "");
      const lost = parts.filter(([, words]) => !text.includes(squeezed(words)));
      return { title: [article?.title, title], lost: lost.map(([tag, words]) => `${tag} ${words.slice(0, 80)}`) };
    });
    assert.deepEqual(found.lost, [], address);
    assert.ok(squeeze(found.title[0]).startsWith(squeeze(found.title[1])), `${address}: ${found.title[0]}`);
  });
});

const squeeze = (text) => text.replaceAll(/\s/g, "");
