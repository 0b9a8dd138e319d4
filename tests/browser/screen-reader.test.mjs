// The workshop as a screen reader is told of it: Chromium's accessibility tree, in its order.
import assert from "node:assert/strict";
import { test } from "node:test";

import { open, pageView, saved, workshop } from "./workshop.mjs";

const SITE = {
  "guichet.yaml": "titre: Essai\n",
  "content/organizations/mairie.md": "---\ntitre: Mairie de Villefictive\ntype: mairie\ntéléphone: 01 99 00 00 30\n---\n",
  "content/guides/carte.md":
    "---\ntitre: Carte\nrésumé: Un mot.\ncanaux:\n  sur-place: mairie\n  téléphone:\n    - numéro: 01 99\n      horaires: souvent le matin\npièces:\n  - Une photo\n  - Un justificatif\nvérifié: hier\n---\n\n## Les étapes\n\n1. Venez [ici](rien.md).\n",
};
const CONTROLS = new Set(["button", "textbox", "searchbox", "combobox", "checkbox", "radio", "link", "tab", "spinbutton", "slider", "listbox", "option", "menuitem", "Date", "DisclosureTriangle", "ColorWell", "switch"]);

/** What is said at once, of which the words count. */
const LIVE = new Set(["status", "alert"]);

/** The nodes of the tree in reading order, each with its role, name, description and properties. */
async function read(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const of = new Map(nodes.map((node) => [node.nodeId, node]));
  const within = (node) => (node?.role?.value === "StaticText" ? node.name.value : (node?.childIds ?? []).map((id) => within(of.get(id))).join(""));
  const inOrder = [];
  const walk = (id) => {
    const node = of.get(id);
    if (!node) return;
    const role = node.role?.value;
    if (!node.ignored) {
      const properties = Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value]));
      inOrder.push({ role, name: (node.name?.value ?? "").trim(), description: node.description?.value ?? "", said: LIVE.has(role) ? within(node) : "", ...properties });
    }
    for (const child of node.childIds ?? []) walk(child);
  };
  walk(nodes[0].nodeId);
  return inOrder;
}

const opening = async (t, site) => {
  const page = await open(t, site, pageView("content/guides/carte.md"), { viewport: { width: 1440, height: 900 } });
  await page.locator(".cm-content").waitFor();
  await page.frameLocator("iframe").getByRole("heading", { level: 1 }).waitFor();
  return page;
};

test("the page of a guide, read in order: every control has a name, each field says what it is for and what is wrong with it", async (t) => {
  const site = await workshop(t, SITE, "--no-sheets");
  const nodes = await read(await opening(t, site));
  const controls = nodes.filter(({ role }) => CONTROLS.has(role));
  assert.ok(controls.length > 80, `${controls.length}`);
  assert.deepEqual(controls.filter(({ name }) => name === ""), []);
  // A button says of what: there are many of its kind.
  const alone = ["Choisir", "Retirer", "Monter", "Descendre", "Ajouter", "Aujourd’hui", "Par jour…"];
  assert.deepEqual(controls.filter(({ role, name }) => role === "button" && alone.includes(name)), []);

  const field = (name, role = "textbox") => nodes.find((node) => node.role === role && node.name === name);
  for (const [name, words] of [["Numéro", "4 chiffres"], ["Horaires", "souvent"], ["Vérifié", "n’est pas une date"]]) {
    const { invalid, description } = field(name);
    assert.equal(invalid, "true", name);
    assert.match(description, new RegExp(`Erreur.*${words}`), name);
  }
  assert.equal(field("Résumé").invalid, "false");
  assert.equal(field("Titre").required, true);
  assert.equal(field("Résumé").required, false);
  assert.ok(nodes.filter(({ role }) => role === "combobox" || role === "textbox").every(({ description, name }) => description !== "" || /sur \d+$|Sorte de prix|Unité/.test(name)));

  // Landmarks and headings, in the order of what one does.
  const landmarks = nodes.filter(({ role }) => ["banner", "navigation", "main", "form", "region", "tablist", "tabpanel"].includes(role));
  assert.deepEqual(
    landmarks.map(({ role, name }) => `${role} ${name}`.trim()),
    [
      "banner",
      "navigation Atelier",
      "main",
      "navigation Parties de la page",
      "form Champs de la page",
      "region L’essentiel",
      "region Façons de faire et papiers",
      "region À savoir",
      "region Vérification et sources",
      "region Impression",
      "region Autres champs",
      "region Texte",
      "tablist Aperçus",
      "tabpanel Page",
    ],
  );
  const headings = nodes.filter(({ role }) => role === "heading").map(({ level }) => level);
  assert.equal(headings[0], 1);
  headings.forEach((level, at) => assert.ok(level <= (headings[at - 1] ?? 0) + 1, `${headings}`));
});

test("what happens is said: what is typed and saved, where an item has gone, what a button has mended, what is found", async (t) => {
  const site = await workshop(t, SITE, "--no-sheets");
  const page = await opening(t, site);
  const hears = async (words) => {
    for (let turn = 0; turn < 50; turn++) {
      if ((await read(page)).some(({ live, said }) => live && words.test(said))) return;
      await new Promise((done) => setTimeout(done, 100));
    }
    const said = (await read(page)).filter(({ said }) => said).map(({ said }) => said);
    assert.fail(`${words} is not said: ${JSON.stringify(said)}`);
  };
  await hears(/^Enregistré$/);
  await page.getByRole("button", { name: "Monter : Papiers à apporter, 2" }).click();
  await hears(/Papiers à apporter\s: place 1 sur 2/);
  await hears(/^Modifié, pas encore enregistré/);
  // The focus goes with what is moved.
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")?.replace(/\s/g, " ")), "Descendre : Papiers à apporter, 1");
  await page.getByRole("button", { name: "Retirer : Papiers à apporter, 2" }).click();
  await hears(/Papiers à apporter\s: retiré/);
  await page.keyboard.press("Control+s");
  await saved(page);
  await hears(/^Enregistré$/);

  await page.getByRole("combobox", { name: "Lieu ou organisme" }).first().fill("mair");
  await hears(/possibilités?/);
  await page.keyboard.press("ArrowDown");
  const chosen = (await read(page)).find(({ role, expanded }) => role === "combobox" && expanded === true);
  assert.ok("activedescendant" in chosen, "the option that the arrow is at");
  await page.keyboard.press("Enter");

  await page.getByRole("tab", { name: /^À corriger/ }).click();
  await page.getByRole("tabpanel").getByRole("button", { name: /Retirer le lien/ }).click();
  await hears(/^Fait\s: Retirer le lien/);
});
