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

const PAPERS = "---\ntitre: A\npièces:\n  - Un\n  # court\n  - nom: Deux\n    remarque: original\n  - Trois\n---\n\nTexte.\n";

/** Drags an item of a list by its handle to the middle of another one, or below it. */
async function drag(page, item, onto) {
  await item.scrollIntoViewIfNeeded();
  const from = await item.locator(".drag").first().boundingBox();
  const to = await onto.boundingBox();
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, to.y + to.height - 2, { steps: 5 });
  await page.mouse.up();
}

test("papers are put in another order with the mouse, taken out and put back, undone and redone", async (t) => {
  const site = await workshop(t, { ...SITE, "content/guides/a.md": PAPERS });
  const page = await open(t, site, pageView("content/guides/a.md"), { viewport: { width: 1400, height: 1600 } });
  const papers = page.locator('[data-field="evidence"] > .page-list > ol > li');
  await papers.nth(2).waitFor();
  const order = () => papers.evaluateAll((all) => all.map((one) => one.querySelector("input, textarea").value).join(" "));
  const until = (wanted) => page.waitForFunction((wanted) => [...document.querySelectorAll('[data-field="evidence"] > .page-list > ol > li')].map((one) => one.querySelector("input, textarea").value).join(" ") === wanted, wanted);
  await drag(page, papers.nth(0), papers.nth(2));
  await until("Deux Trois Un");
  // Escape leaves all as it was.
  const from = await papers.nth(0).locator(".drag").boundingBox();
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 400, { steps: 3 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  assert.equal(await order(), "Deux Trois Un");
  await page.getByRole("button", { name: "Retirer : Papiers à apporter, 1" }).click();
  await until("Trois Un");
  await page.getByRole("button", { name: "Remettre" }).click();
  await until("Deux Trois Un");
  assert.equal(await page.getByRole("button", { name: "Remettre" }).count(), 0);
  // Changed meanwhile: what was taken out comes back, and the change stays.
  await page.getByRole("button", { name: "Retirer : Papiers à apporter, 1" }).click();
  await until("Trois Un");
  await page.getByLabel("Titre", { exact: true }).first().fill("B");
  await page.getByRole("button", { name: "Remettre" }).click();
  await until("Deux Trois Un");
  assert.equal(await page.getByLabel("Titre", { exact: true }).first().inputValue(), "B");
  await page.getByRole("button", { name: "Défaire" }).click();
  await until("Trois Un");
  await page.getByRole("button", { name: "Refaire" }).click();
  await until("Deux Trois Un");
  await page.keyboard.press("Control+s");
  await saved(page);
  assert.match(site.read("content/guides/a.md"), /titre: B\npièces:\n(?: {2}# court\n)? {2}- nom: Deux\n {4}remarque: original\n(?: {2}# court\n)? {2}- Trois\n {2}- Un\n/);
});

test("the sheets to print are put in another order with the mouse and by keyboard", async (t) => {
  const guide = (title) => `---\ntitre: ${title}\n---\n\nTexte.\n`;
  const site = await workshop(t, { ...SITE, "content/guides/a.md": guide("Alpha"), "content/guides/b.md": guide("Beta"), "content/guides/c.md": guide("Gamma") });
  const page = await open(t, site, "#/");
  for (const title of ["Alpha", "Beta", "Gamma"]) await page.getByRole("checkbox", { name: title }).check();
  await page.getByRole("button", { name: /Imprimer/ }).last().click();
  const pile = page.locator(".pile li");
  await pile.nth(2).waitFor();
  const order = () => pile.evaluateAll((all) => all.map((one) => one.firstElementChild.textContent).join(" "));
  await drag(page, pile.nth(0), pile.nth(2));
  assert.equal(await order(), "Beta Gamma Alpha");
  await page.getByRole("button", { name: "Descendre : Beta, 1" }).focus();
  await page.keyboard.press("Enter");
  assert.equal(await order(), "Gamma Beta Alpha");
  assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /^Descendre.: Beta, 2$/);
});

test("an image that is chosen is seen", async (t) => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>';
  const site = await workshop(t, { "guichet.yaml": "titre: Essai\nlogo: dessins/logo.svg\n", "content/dessins/logo.svg": svg, "content/a.md": "---\ntitre: A\n---\n" });
  const page = await open(t, site, "#/reglages");
  await page.locator("img.thumb").first().waitFor();
  await page.waitForFunction(() => document.querySelector("img.thumb").naturalWidth > 0);
  // It opens as a picture alone, that cannot run anything, and only of the site.
  const of = (path) => page.evaluate(async (path) => {
    const of = new URL(document.querySelector("img.thumb").src);
    const key = of.pathname.split("/")[2];
    const answer = await fetch(`/image/${key}/${path.split("/").map(encodeURIComponent).join("/")}`);
    return [answer.status, answer.headers.get("content-security-policy")?.startsWith("sandbox") ?? false];
  }, path);
  assert.deepEqual(await of("content/dessins/logo.svg"), [200, true]);
  for (const path of ["content/a.md", "guichet.yaml", "content/../guichet.yaml", "content/autre.png"]) assert.equal((await of(path))[0], 404, path);
});
