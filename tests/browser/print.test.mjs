// What the workshop hands to the printer: the right sheets, in their order, with the right number of pages. The browser's own dialogue is left out: without a screen,
// Chromium does not survive it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { open, workshop } from "./workshop.mjs";

const guide = (title, sheets) => `---\ntitre: ${title}\ncanaux:\n  sur-place: mairie\nfiches: [${sheets}]\n---\n\n## Les étapes\n\n1. Venez.\n`;
const SITE = {
  "guichet.yaml": "titre: Essai\n",
  "content/organizations/mairie.md": "---\ntitre: Mairie de Villefictive\ntype: mairie\ntéléphone: 01 99 00 00 30\n---\n",
  "content/guides/composteur.md": guide("Emprunter un composteur", "a4"),
  "content/guides/jardin.md": guide("Louer un jardin", "dépliant"),
  "content/guides/salle.md": guide("Louer la salle des fêtes", "a4"),
};

const TEXT = { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] };

/** Keeps what would be printed: `printed()` gives the last document as the texts of its pages, once there is another one. */
async function printer(page, folder) {
  await page.addInitScript(() => {
    window.handed = [];
    const blobs = new Map();
    const made = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      const address = made.call(URL, blob);
      blobs.set(address, blob);
      return address;
    };
    Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", {
      get() {
        const { src } = this;
        return { focus() {}, print: () => window.handed.push(blobs.get(src) ?? src) };
      },
    });
  });
  await page.reload();
  await page.waitForSelector("nav");
  let seen = 0;
  return async () => {
    await page.waitForFunction((seen) => window.handed.length > seen, seen);
    const bytes = await page.evaluate(async () => {
      const last = window.handed.at(-1);
      const blob = typeof last === "string" ? await (await fetch(last)).blob() : last;
      return [...new Uint8Array(await blob.arrayBuffer())];
    });
    seen = await page.evaluate(() => window.handed.length);
    const file = join(folder, "imprime.pdf");
    writeFileSync(file, Buffer.from(bytes));
    const [, count] = execFileSync("pdfinfo", [file], TEXT).match(/^Pages:\s+(\d+)/m);
    const texts = execFileSync("pdftotext", [file, "-"], TEXT).split("\f").slice(0, -1);
    assert.equal(texts.length, Number(count));
    return texts;
  };
}

test("the counter prints one sheet, and the pile all of its own, in their order, on one side of the paper or two", async (t) => {
  const site = await workshop(t, SITE);
  const page = await open(t, site, "#/comptoir");
  const printed = await printer(page, site.folder);
  const search = page.getByRole("searchbox", { name: "Que cherche la personne" });
  await search.fill("compost");
  await page.getByRole("button", { name: /A4/ }).first().waitFor();
  await search.press("Enter");
  const one = await printed();
  assert.equal(one.length, 1);
  assert.match(one[0], /Emprunter un composteur/);
  await page.getByRole("dialog").getByRole("button", { name: "Fermer" }).click();

  await page.getByRole("link", { name: "Imprimer", exact: true }).click();
  const add = page.getByRole("searchbox", { name: /Ajouter une fiche/ });
  for (const [letters, format] of [["compost", /A4/], ["jardin", /Dépliant/], ["salle", /A4/]]) {
    await add.fill(letters);
    const count = await page.locator(".pile li").count();
    await page.getByRole("button", { name: format }).first().click();
    await page.waitForFunction((count) => document.querySelectorAll(".pile li").length === count + 1, count);
  }
  await page.getByRole("button", { name: "Tout imprimer" }).click();
  const all = await printed();
  const titles = (texts) => texts.map((text) => ["composteur", "jardin", "salle des fêtes"].find((word) => text.includes(word)) ?? "");
  assert.equal(all.length, 4);
  assert.deepEqual([titles(all)[0], titles(all).at(-1)], ["composteur", "salle des fêtes"]);
  assert.ok(titles(all).slice(1, 3).includes("jardin"));
  await page.getByRole("dialog").getByRole("button", { name: "Fermer" }).click();

  // On both sides of the paper, no sheet begins on the back of another.
  await page.getByRole("checkbox", { name: /Recto verso/ }).check();
  await page.getByRole("button", { name: "Tout imprimer" }).click();
  const sides = await printed();
  assert.equal(sides.length, 5);
  assert.equal(sides[1].trim(), "");
  assert.equal(titles(sides)[4], "salle des fêtes");
});
