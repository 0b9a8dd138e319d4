// The workshop's form: what is written in a file in odd ways, and what people type, paste and move there.
import assert from "node:assert/strict";
import { test } from "node:test";

import { open, pageView, saved, workshop } from "./workshop.mjs";

const SITE = { "guichet.yaml": "titre: Essai\n" };

test("half an emoji is saved as an unreadable letter, in a field and in the text", async (t) => {
  const site = await workshop(t, { ...SITE, "content/guides/a.md": "---\ntitre: A\n---\n\nTexte.\n" });
  const page = await open(t, site, pageView("content/guides/a.md"));
  await page.getByLabel("Résumé").first().fill("Un \uD83D mot");
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("Fin \uDE00.");
  await page.keyboard.press("Control+s");
  await saved(page);
  const text = site.read("content/guides/a.md");
  assert.match(text, /résumé: Un \uFFFD mot/);
  assert.match(text, /Fin \uFFFD\./);
});

test("of a field that is written twice, the form shows and changes the one that counts", async (t) => {
  const site = await workshop(t, { ...SITE, "content/guides/a.md": "---\ntitre: Un\nrésumé:\ntitre: Deux\nrésumé: Dit.\ninconnu: 1\ninconnu: 2\n---\n\nTexte.\n" });
  const page = await open(t, site, pageView("content/guides/a.md"));
  await page.getByText("Écrit 2 fois dans le fichier").first().waitFor();
  assert.equal(await page.getByLabel("Résumé").first().inputValue(), "Dit.");
  assert.equal(await page.getByRole("group", { name: "inconnu" }).count(), 1);
  await page.getByLabel("Titre", { exact: true }).first().fill("Trois");
  await page.keyboard.press("Control+s");
  await saved(page);
  assert.match(site.read("content/guides/a.md"), /titre: Trois\nrésumé:\ntitre: Deux\n/);
});
