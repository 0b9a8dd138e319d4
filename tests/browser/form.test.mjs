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

test("help is said in plain words, with an example, and nothing of YAML", async (t) => {
  const site = await workshop(t, { "guichet.yaml": "titre: Essai\ncouleur: bleu\nadresse: https://exemple.fr/\n" });
  const page = await open(t, site, "#/reglages");
  await page.getByText("Par exemple").first().waitFor();
  await page.locator("summary", { hasText: "Ajouter un champ" }).first().click();
  const help = await page.locator(".page-form .help").allTextContents();
  assert.ok(help.length > 4);
  assert.deepEqual(help.filter((one) => /[`{}]|yaml/i.test(one)), []);
});

test("checks are chosen from a list of sentences", async (t) => {
  const site = await workshop(t, { "guichet.yaml": "titre: Essai\ncontrôles: { Long_Sentence: non }\n" });
  const page = await open(t, site, "#/reglages");
  const long = page.getByLabel("Une phrase est trop longue.");
  assert.equal(await long.inputValue(), "non");
  await page.locator("summary", { hasText: "Le site et ses pages" }).click();
  await page.getByLabel("Un lien ne mène nulle part.").selectOption({ label: "Avertissement" });
  await long.selectOption("");
  await page.keyboard.press("Control+s");
  await saved(page);
  assert.match(site.read("guichet.yaml"), /^titre: Essai\ncontrôles: \{ ?dead-link: avertissement ?\}\n$/);
});

test("hard words are pairs, and one that is meant is ticked", async (t) => {
  const site = await workshop(t, { "guichet.yaml": "titre: Essai\njargon:\n  octroi: attribution\n" });
  const page = await open(t, site, "#/reglages");
  await page.getByRole("button", { name: "Ajouter : Mot difficile" }).click();
  await page.keyboard.type("allocataire");
  await page.keyboard.press("Enter");
  // The plainer word is what is typed next.
  await page.waitForFunction(() => document.activeElement.closest(".field")?.textContent.includes("Mot plus simple"));
  await page.keyboard.type("la personne");
  await page.getByRole("checkbox", { name: "Ne pas signaler « octroi »" }).check();
  await page.keyboard.press("Control+s");
  await saved(page);
  assert.match(site.read("guichet.yaml"), /^titre: Essai\njargon:\n  octroi: non\n  allocataire: "?la personne"?\n$/);
});

test("a glossary has a form", async (t) => {
  const text = "# Les sigles.\nAPL:\n  nom: aide au logement\nAspa: allocation de solidarité\n";
  const site = await workshop(t, { ...SITE, "content/glossaire.yaml": text });
  const page = await open(t, site, pageView("content/glossaire.yaml"));
  const aspa = page.getByRole("group", { name: "Aspa" });
  await aspa.getByLabel("Définition").fill("Pour les plus de 65 ans.");
  await page.getByRole("button", { name: "Ajouter : Mot ou sigle" }).click();
  await page.keyboard.type("CAF");
  await page.keyboard.press("Enter");
  await page.getByRole("group", { name: "CAF" }).getByLabel("Nom", { exact: true }).fill("caisse d’allocations familiales");
  await page.keyboard.press("Control+s");
  await saved(page);
  assert.equal(
    site.read("content/glossaire.yaml"),
    `${text.replace("Aspa: allocation de solidarité\n", "Aspa:\n  nom: allocation de solidarité\n  définition: Pour les plus de 65 ans.\n")}CAF: "caisse d’allocations familiales"\n`,
  );
});

test("a week in the grid says whether it is closed on public holidays, and refuses what overlaps", async (t) => {
  const site = await workshop(t, { ...SITE, "content/organizations/mairie.md": "---\ntitre: Mairie\ntype: mairie\nhoraires: lundi 9h-12h, fermé les jours fériés\n---\n" });
  const page = await open(t, site, pageView("content/organizations/mairie.md"));
  await page.getByRole("button", { name: "Par jour…" }).click();
  const closed = page.getByLabel("Fermé les jours fériés");
  assert.equal(await closed.isChecked(), true);
  await closed.uncheck();
  const hours = page.getByLabel("Horaires", { exact: true });
  await page.waitForFunction(() => ![...document.querySelectorAll("textarea")].some(({ value }) => value.includes("fériés")));
  const before = await hours.inputValue();
  await page.getByRole("button", { name: "Ajouter des heures : Lundi" }).click();
  await page.getByLabel("Lundi, ouverture").nth(1).fill("11h");
  await page.keyboard.press("Tab");
  await page.getByText("se chevauchent").waitFor();
  assert.notEqual(before, "");
  assert.doesNotMatch(await hours.inputValue(), /11/);
});
