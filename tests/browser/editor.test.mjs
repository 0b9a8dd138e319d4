// The workshop's Markdown editor as people use it: by keyboard, pasting, dropping, choosing; with axe-core; in Chromium and Firefox.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { launch } from "./chromium.mjs";
import { serve } from "./editor.mjs";
import { firefox } from "./firefox.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser;
let server;
before(async () => {
  server = await serve();
  browser = await launch();
});
after(async () => {
  await browser.close();
  server.close();
});

/** A page with this text, its cursor at ¦. */
async function open(t, marked = "¦", options = {}) {
  const context = await browser.newContext({ viewport: { width: 1024, height: 600 }, permissions: ["clipboard-read", "clipboard-write"], ...options });
  context.setDefaultTimeout(5000);
  const page = await context.newPage();
  const failures = [];
  page.on("pageerror", (error) => failures.push(error.message));
  await page.goto(`${server.address}?mode=${options.mode ?? "body"}&text=${encodeURIComponent(marked.replace("¦", ""))}`);
  await page.waitForSelector(".cm-content");
  await page.evaluate((at) => window.editor.goTo(at), Math.max(marked.indexOf("¦"), 0));
  t.after(async () => {
    assert.deepEqual(failures, []);
    assert.deepEqual(await page.evaluate(() => window.refusals), [], "the policy refused something");
    await context.close();
  });
  return page;
}

const text = (page) => page.evaluate(() => window.editor.text());
const focused = (page) => page.evaluate(() => document.activeElement.textContent.trim() || document.activeElement.tagName);
const inText = (page) => page.evaluate(() => document.activeElement.classList.contains("cm-content"));
const settle = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

async function isClean(page, what) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } }));
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)} ${nodes[0].failureSummary}`), [], what);
}

test("the toolbar is one stop, arrows go through it, and its buttons act on the text", async (t) => {
  const page = await open(t, "la ma¦irie");
  await press(page, "Shift+Tab");
  assert.equal(await focused(page), "Titre");
  await press(page, "ArrowRight", "ArrowRight");
  assert.equal(await focused(page), "Gras");
  await press(page, "Enter");
  assert.equal(await text(page), "la **mairie**");
  assert(await inText(page));
  assert.equal(await page.getAttribute("button:text-is('Gras')", "aria-pressed"), "true");
  await press(page, "Alt+F10");
  assert.equal(await focused(page), "Gras", "it comes back to where it was");
  await press(page, "End", "ArrowRight");
  assert.equal(await focused(page), "Titre");
  await press(page, "Escape");
  assert(await inText(page));
});

test("a menu opens from its button, by arrows and letters, and closes without doing anything", async (t) => {
  const page = await open(t, "Le délai est long.¦");
  await page.focus("button:text-is('Encadré')");
  await press(page, "ArrowDown");
  assert.equal(await focused(page), "À noter");
  await press(page, "Escape");
  assert.equal(await focused(page), "Encadré");
  await press(page, "Enter", "a");
  assert.equal(await focused(page), "Attention");
  await press(page, "Enter");
  assert.equal(await text(page), "> [!WARNING]\n> Le délai est long.");
  assert(await inText(page));
  await press(page, "Control+z");
  assert.equal(await text(page), "Le délai est long.");
});

test("Tab leaves the text; in lists and tables it moves, and after Escape it leaves", async (t) => {
  const page = await open(t, "bonjour¦");
  await press(page, "Tab");
  assert.equal(await focused(page), "Après");
  await page.evaluate(() => {
    window.editor.setText("- un\n- deux");
    window.editor.goTo(11);
  });
  await press(page, "Tab");
  assert.equal(await text(page), "- un\n  - deux");
  await press(page, "Shift+Tab");
  assert.equal(await text(page), "- un\n- deux");
  await page.evaluate(() => window.editor.goTo(3));
  await press(page, "Tab");
  assert(await inText(page));
  assert.match(await page.evaluate(() => window.heard.said.join()), /premier élément/);
  await press(page, "Escape", "Tab");
  assert.equal(await focused(page), "Après");
  await page.evaluate(() => window.editor.goTo(3));
  await press(page, "Escape", "Shift+Tab");
  assert.equal(await focused(page), "Titre");
  await page.evaluate(() => window.editor.goTo(11));
  await press(page, "Escape", "x", "Tab");
  assert.equal(await text(page), "- un\n  - deuxx", "another key takes Escape back");
});

test("typing as in a word processor gives Markdown", async (t) => {
  const page = await open(t);
  await page.keyboard.type("Bonjour.");
  await press(page, "Enter");
  await page.keyboard.type("- un");
  await press(page, "Enter");
  await page.keyboard.type("deux");
  await press(page, "Enter", "Enter");
  await page.keyboard.type("Fin");
  await press(page, "Shift+Enter");
  await page.keyboard.type("de ligne");
  assert.equal(await text(page), "Bonjour.\n\n- un\n- deux\n\nFin\\\nde ligne");
});

test("rich text is converted, an address becomes the link of what is selected, and Ctrl+Shift+V pastes the text alone", async (t) => {
  const page = await open(t, "¦");
  const copy = (html, plain) =>
    page.evaluate(
      ([a, b]) => navigator.clipboard.write([new ClipboardItem({ ...(a ? { "text/html": new Blob([a], { type: "text/html" }) } : {}), "text/plain": new Blob([b], { type: "text/plain" }) })]),
      [html, plain],
    );
  await copy("<p><b>un</b> deux</p>", "un deux");
  await press(page, "Control+v");
  await page.waitForFunction(() => window.editor.text() !== "");
  assert.equal(await text(page), "**un** **deux**");
  await press(page, "Control+z");
  assert.equal(await text(page), "");
  await press(page, "Control+Shift+v");
  assert.equal(await text(page), "un deux");
  assert.equal(await page.evaluate(() => window.heard.pasted.length), 1);
  await copy(null, "https://example.org/a");
  await press(page, "Control+a", "Control+v");
  assert.equal(await text(page), "[un deux](https://example.org/a)");
});

test("the menu pastes text alone, and says which keys do where a browser lets no page read what is copied", async (t) => {
  const page = await open(t, "Un ¦mot");
  await page.evaluate(() => navigator.clipboard.write([new ClipboardItem({ "text/plain": new Blob(["deux"], { type: "text/plain" }), "text/html": new Blob(["<b>deux</b>"], { type: "text/html" }) })]));
  const paste = async () => {
    await page.getByRole("button", { name: "Insérer" }).click();
    await page.getByRole("menuitem", { name: "Coller sans mise en forme" }).click();
  };
  await paste();
  await page.waitForFunction(() => window.editor.text() === "Un deuxmot");
  assert.ok(await inText(page));
  await page.evaluate(() => (navigator.clipboard.readText = () => Promise.reject(new Error("no"))));
  await paste();
  await page.waitForFunction(() => window.heard.said.some((words) => words.includes("Ctrl + Maj + V")));
  assert.equal(await text(page), "Un deuxmot");
});

test("a paste that takes its time goes where it was, and one that fails leaves its text", async (t) => {
  const page = await open(t, "a ¦ z");
  const paste = (html, plain) =>
    page.evaluate(
      ([a, b]) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/html", a);
        clipboardData.setData("text/plain", b);
        document.querySelector(".cm-content").dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      },
      [html, plain],
    );
  await page.evaluate(() => void (window.delay = new Promise((done) => (window.go = done))));
  await paste("<b>b</b>", "b");
  await page.keyboard.type("c");
  await page.evaluate(() => window.editor.apply([{ from: 0, to: 0, insert: "0 " }]));
  await page.evaluate(() => window.go());
  await page.waitForFunction(() => window.editor.text().includes("**"));
  assert.equal(await text(page), "0 a **b**c z");
  await page.evaluate(() => (window.refusal = "non"));
  await paste("<b>d</b>", "d");
  await page.waitForFunction(() => window.editor.text().includes("d"));
  assert.match(await page.evaluate(() => window.heard.said.join()), /texte seul/);
});

test("an image that is dropped is sent, described and inserted, and can be undone", async (t) => {
  const page = await open(t, "Voici.¦");
  const drop = (...names) =>
    page.evaluate((all) => {
      const dataTransfer = new DataTransfer();
      for (const [name, type] of all) dataTransfer.items.add(new File(["x"], name, { type }));
      const at = document.querySelector(".cm-line").getBoundingClientRect();
      document.querySelector(".cm-content").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true, clientX: at.left + 200, clientY: at.top + 5 }));
    }, names);
  await page.evaluate(() => (window.refusal = "Le disque est plein."));
  await drop(["entree.png", "image/png"]);
  await page.waitForSelector("dialog [role=alert]");
  assert.match(await page.textContent("dialog [role=alert]"), /Le disque est plein/);
  await page.evaluate(() => delete window.refusal);
  await page.click("text=Réessayer");
  await page.waitForSelector("text=entree.png est dans le site.");
  await page.click("dialog button:text-is('Insérer')");
  assert.match(await page.textContent("dialog .wrong"), /Dites ce que l’image montre/);
  await isClean(page, "the dialogue of an image");
  await page.fill("dialog textarea", "L’entrée [de la] mairie");
  await page.getByLabel("Légende").fill("Photo « A. Martin »");
  await page.click("dialog button:text-is('Insérer')");
  assert.equal(await text(page), "Voici.\n\n![L’entrée [de la] mairie](entree.png \"Photo « A. Martin »\")\n");
  await press(page, "Control+z");
  assert.equal(await text(page), "Voici.");

  await drop(["un.png", "image/png"], ["plan.pdf", "application/pdf"], ["x.exe", "application/octet-stream"]);
  await page.check("dialog input[type=checkbox]");
  await page.click("dialog button:text-is('Insérer')");
  await page.waitForFunction(() => window.editor.text().includes("plan"));
  assert.match(await text(page), /!\[\]\(un\.png\)[^]*\[plan\]\(plan\.pdf\)/);
  await page.waitForFunction(() => /x\.exe n’a pas été pris/.test(window.heard.said.join()));
  assert.deepEqual(await page.evaluate(() => window.heard.sent), ["entree.png", "entree.png", "un.png", "plan.pdf"]);
});

test("a link is chosen by typing, and an address is taken as it is", async (t) => {
  const page = await open(t, "Voir ¦.");
  await press(page, "Control+k");
  await page.waitForSelector("[role=combobox]:focus");
  await page.keyboard.type("perm");
  await press(page, "Enter");
  await page.waitForFunction(() => /permanence/.test(document.querySelector("[role=combobox]").value));
  await page.fill("dialog [role=combobox]", "cart");
  await page.waitForFunction(() => document.querySelectorAll("[role=option]").length === 1);
  await press(page, "ArrowDown");
  await isClean(page, "a list");
  await press(page, "Enter");
  assert.match(await page.textContent("dialog [role=status]"), /carte\.md/);
  await isClean(page, "the dialogue of a link");
  await press(page, "Enter");
  assert.equal(await text(page), "Voir [La permanence](carte.md).");
  assert(await inText(page));
  await press(page, "ArrowLeft", "Control+k");
  assert.equal(await page.inputValue("dialog [role=combobox]"), "carte.md");
  await page.fill("dialog [role=combobox]", "rien de tel");
  await page.click("dialog button.primary");
  assert.match(await page.textContent("dialog .wrong"), /Choisissez une page/);
  await page.fill("dialog [role=combobox]", "www.service-public.fr");
  await press(page, "Enter");
  assert.equal(await text(page), "Voir [La permanence](https://www.service-public.fr).");
  await press(page, "ArrowLeft", "Control+k");
  await page.click("text=Enlever le lien");
  assert.equal(await text(page), "Voir La permanence.");
});

test("cards, words, footnotes and tables are inserted from the menu", async (t) => {
  const page = await open(t, "Le foyer¦ fiscal");
  const insert = async (name) => {
    await page.click("button:text-is('Insérer')");
    await page.click(`[role=menuitem]:text-is('${name}')`);
  };
  await insert("Mot du glossaire");
  await page.waitForSelector("[role=option]");
  await press(page, "Enter");
  await page.click("dialog button.primary");
  assert.equal(await text(page), "Le [foyer](glossary:R1046) fiscal");
  await insert("Note de bas de page");
  await page.keyboard.type("Voir la loi.");
  assert.equal(await text(page), "Le [foyer](glossary:R1046)[^1] fiscal\n\n[^1]: Voir la loi.\n");
  await page.evaluate(() => {
    window.editor.setText("");
    window.editor.goTo(0);
  });
  await insert("Coordonnées d’un organisme");
  await page.waitForSelector("[role=combobox]:focus");
  await page.keyboard.type("MDPH");
  await page.waitForFunction(() => document.querySelectorAll("[role=option]").length === 1);
  await press(page, "Enter", "Enter");
  assert.equal(await text(page), "![](organization:mdph)\n");
  await insert("Tableau");
  await page.waitForSelector("dialog input:focus");
  await page.keyboard.type("3");
  await isClean(page, "the dialogue of a table");
  await press(page, "Enter");
  await page.waitForSelector(".md-table-bar");
  await page.keyboard.type("Papier");
  await press(page, "Tab", "Tab", "Tab");
  await page.keyboard.type("Facture");
  assert.match(await text(page), /\| Papier \| Titre 2 \| Titre 3 \|\n\|---\|---\|---\|\n\| Facture/);
  await page.click("button:text-is('Colonne')");
  await page.click("text=Enlever la colonne");
  assert.match(await text(page), /\n\| Titre 2 \| Titre 3 \|\n\|---\|---\|\n/);
  await page.click("text=Ranger les colonnes");
  await isClean(page, "the bar of a table");
});

test("what is wrong is reached and mended by the keyboard, at its place", async (t) => {
  const page = await open(t, "¦le 3/11/2026 à la mairie");
  await page.evaluate(() =>
    window.editor.setDiagnostics([
      {
        from: 3,
        to: 12,
        severity: "error",
        message: "la date est mal écrite",
        help: "Écrivez l’année d’abord.",
        mends: [
          { words: "Écrire « 2026-11-03 »", edits: [{ from: 3, to: 12, insert: "2026-11-03" }] },
          { words: "Autre fichier", run: () => (window.heard.mended += 1) },
        ],
      },
      { from: 18, to: 24, severity: "warning", message: "quelle mairie ?" },
    ]),
  );
  await page.keyboard.type("Vu ");
  await press(page, "F8");
  await page.waitForSelector(".md-problems[role=group]");
  await isClean(page, "an explanation");
  await settle(page);
  await press(page, "Alt+Enter");
  assert.equal(await focused(page), "Écrire « 2026-11-03 »");
  await press(page, "Tab");
  assert.equal(await focused(page), "Autre fichier");
  await press(page, "Enter");
  assert.equal(await page.evaluate(() => window.heard.mended), 1);
  await press(page, "F8", "F8");
  await settle(page);
  assert.match(await page.textContent(".md-problems"), /la date est mal écrite/);
  await press(page, "Alt+Enter", "Enter");
  assert.equal(await text(page), "Vu le 2026-11-03 à la mairie");
  assert(await inText(page));
  await press(page, "Control+z");
  assert.equal(await text(page), "Vu le 3/11/2026 à la mairie");
  await page.evaluate(() => window.editor.apply([{ from: 8, to: 9, insert: "2" }]));
  await press(page, "F8", "F8", "F8");
  await settle(page);
  assert.equal(await page.locator(".md-problems button").count(), 0, "the passage has changed");
});

test("suggestions follow brackets", async (t) => {
  const page = await open(t, "¦");
  await page.keyboard.type("[car");
  await page.click(".cm-tooltip-autocomplete li");
  assert.equal(await text(page), "[Carte de bibliothèque](carte.md)");
  await page.keyboard.type(" [la](perm");
  await page.click(".cm-tooltip-autocomplete li");
  assert.match(await text(page), / \[la\]\(<\.\.\/articles\/a \(1\)\.md>\)$/);
  await press(page, "Enter");
  await page.keyboard.type("![](organization:md");
  await page.waitForSelector(".cm-tooltip-autocomplete");
  await isClean(page, "suggestions");
  await press(page, "Enter");
  assert.match(await text(page), /\n!\[\]\(organization:mdph\)$/);
});

test("words are found and replaced", async (t) => {
  const page = await open(t, "¦un deux un trois un");
  await press(page, "Control+f");
  await page.keyboard.type("un");
  await press(page, "Enter", "Enter");
  assert.equal(await page.textContent(".md-search [role=status]"), "2 sur 3");
  await isClean(page, "the search");
  await page.fill(".md-search label:nth-of-type(3) input", "1");
  await page.click("text=Tout remplacer");
  assert.equal(await text(page), "1 deux 1 trois 1");
  await page.focus(".md-search input");
  await press(page, "Escape");
  assert(await inText(page));
});

test("a text from outside keeps the selection and is not told; edits from outside are one step", async (t) => {
  const page = await open(t, "un deux¦ trois");
  await page.evaluate(() => window.editor.setText("zéro un deux trois", { keepSelection: true }));
  assert.deepEqual(await page.evaluate(() => window.heard.changes), []);
  await page.keyboard.type("!");
  assert.equal(await text(page), "zéro un deux! trois");
  assert.deepEqual(await page.evaluate(() => window.heard.changes), ["zéro un deux! trois"]);
  await page.evaluate(() =>
    window.editor.apply([
      { from: 14, to: 19, insert: "3" },
      { from: 0, to: 4, insert: "0" },
    ]),
  );
  assert.equal(await text(page), "0 un deux! 3");
  await press(page, "Control+z");
  assert.equal(await text(page), "zéro un deux! trois");
  await page.evaluate(() => window.editor.insert("a\n\nb"));
  assert.equal(await text(page), "zéro un deux!a\n\nb trois");
  await page.evaluate(() => window.editor.destroy());
  assert.equal(await page.evaluate(() => document.getElementById("here").childElementCount), 0);
});

test("everything has a name and enough contrast, in light and in dark, wide and narrow", async (t) => {
  const all = readFileSync(new URL("../../content/guides/carte-identite-mineur.md", import.meta.url), "utf8");
  for (const options of [{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }, { viewport: { width: 512, height: 600 }, colorScheme: "dark" }]) {
    const page = await open(t, `¦${all}`, { mode: "file", ...options });
    await isClean(page, JSON.stringify(options));
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true, "nothing is cut off");
    const name = await page.evaluate(() => {
      const content = document.querySelector(".cm-content");
      return [content.getAttribute("aria-label"), document.getElementById(content.getAttribute("aria-describedby")).textContent, content.lang, content.spellcheck];
    });
    assert.equal(name[0], "Texte de la page");
    assert.match(name[1], /Échap puis Tab/);
    assert.deepEqual(name.slice(2), ["fr", true]);
    await press(page, "F1");
    await isClean(page, "the help");
  }
});

test("Firefox does the same", async (t) => {
  const fox = await firefox();
  t.after(() => fox.close());
  await fox.open(`${server.address}?text=${encodeURIComponent("la mairie")}`);
  const until = async (script, what) => {
    for (let left = 100; left > 0; left -= 1) {
      if (await fox.run(script)) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    assert.fail(what);
  };
  await until(() => Boolean(window.editor), "the editor comes");
  await fox.run(() => window.editor.goTo(9));
  await fox.press("Enter");
  await fox.type("- un");
  await fox.press("Enter");
  await fox.type("deux");
  assert.equal(await fox.run(() => window.editor.text()), "la mairie\n\n- un\n- deux");
  await fox.press("Tab");
  assert.equal(await fox.run(() => window.editor.text()), "la mairie\n\n- un\n  - deux");
  await fox.press("Escape");
  await fox.press("Tab");
  assert.equal(await fox.run(() => document.activeElement.id), "after");
  await fox.run(() => {
    window.editor.goTo(5);
    [...document.querySelectorAll("button")].find((one) => one.textContent === "Gras").click();
  });
  assert.equal(await fox.run(() => window.editor.text()), "la **mairie**\n\n- un\n  - deux");
  await fox.run(() => [...document.querySelectorAll("button")].find((one) => one.textContent === "Lien").click());
  await until(() => document.activeElement.getAttribute("role") === "combobox", "the dialogue has the focus");
  await fox.type("perm");
  await until(() => document.querySelectorAll("[role=option]").length === 1, "the page is found");
  await fox.press("Enter");
  await until(() => /permanence/.test(document.querySelector("[role=combobox]").value), "the page is chosen");
  await fox.press("Enter");
  await until(() => window.editor.text().includes("](<../articles"), "the link is there");
  await fox.run(() => window.editor.setDiagnostics([{ from: 0, to: 2, severity: "error", message: "non", mends: [{ words: "Oui", edits: [{ from: 0, to: 2, insert: "La" }] }] }]));
  await fox.press("F8");
  await until(() => document.querySelector(".md-problems[role=group] button") !== null, "the explanation opens");
  await fox.run(() => document.querySelector(".md-problems button").click());
  assert.match(await fox.run(() => window.editor.text()), /^La /);
  await fox.run(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", "<b>x</b>");
    clipboardData.setData("text/plain", "x");
    window.editor.goTo(0);
    // Firefox has no events of the clipboard that a page could make.
    const event = new Event("paste", { bubbles: true, cancelable: true });
    document.querySelector(".cm-content").dispatchEvent(Object.assign(event, { clipboardData }));
  });
  await until(() => window.editor.text().startsWith("**x**"), "what was pasted is converted");
  assert.deepEqual(await fox.run(() => window.refusals), []);
});
