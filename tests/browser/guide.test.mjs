// A guide made from nothing through the form alone, by somebody who does not know YAML: seen, printed and published.
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { parse } from "yaml";

import { open, opened, saved, workshop } from "./workshop.mjs";

const SITE = {
  "guichet.yaml": "titre: Essai\n",
  "content/organizations/mairie.md": "---\ntitre: Mairie de Villefictive\ntype: mairie\ntéléphone: 01 99 00 00 30\nadresse: [1 place du Puits, 00000 Villefictive]\n---\n",
  "content/organizations/recyclerie.md":
    "---\ntitre: Recyclerie du Vallon\ntype: autre\ntéléphone: 01 99 00 00 31\nadresse: [3 rue du Lavoir, 00000 Villefictive]\nhoraires: mercredi et samedi 9h-12h\n---\n",
};
const PATH = "content/guides/emprunter-un-composteur.md";

/** A photograph as a browser makes it. */
async function photograph(page) {
  const bytes = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 400 });
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#2a7f3c";
    pen.fillRect(0, 0, 640, 400);
    const blob = await new Promise((made) => canvas.toBlob(made, "image/jpeg"));
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  return { name: "Composteur du jardin.jpg", mimeType: "image/jpeg", buffer: Buffer.from(bytes) };
}

test("a guide with two routes, papers, a price, a photograph and a leaflet is made from nothing and published, without typing YAML", async (t) => {
  const site = await workshop(t, SITE);
  const page = await open(t, site, "#/", { viewport: { width: 1280, height: 900 } });
  await page.getByRole("button", { name: "Nouvelle page" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/Guide/).check();
  await dialog.getByRole("textbox", { name: "Titre" }).fill("Emprunter un composteur");
  await dialog.getByRole("button", { name: "Créer la page" }).click();
  await opened(page, "Emprunter un composteur");

  const form = page.getByRole("form", { name: "Champs de la page" });
  const group = (name) => form.getByRole("group", { name, exact: true });
  const type = (place, name, text) => place.getByRole("textbox", { name, exact: true }).fill(text);
  const press = (place, name) => place.getByRole("button", { name, exact: true }).click();
  await type(form, "Résumé", "La recyclerie prête un composteur aux habitants.");

  const there = group("Sur place, 1 sur 1");
  await there.getByRole("combobox", { name: "Lieu ou organisme" }).fill("recy");
  await there.getByRole("option", { name: /Recyclerie du Vallon/ }).click();
  await press(form, "Retirer : Par courrier, 1");
  const phone = group("Téléphone, 1 sur 1");
  await phone.getByRole("combobox", { name: "Lieu ou organisme" }).fill("");
  await type(phone, "Numéro", "01 99 00 00 32");
  await press(phone, "Horaires");
  await type(phone, "Horaires", "du lundi au vendredi de 9h à 12h");
  await phone.getByText("guichet comprend").waitFor();

  await type(group("Papiers à apporter, 1 sur 1"), "Nom", "Un justificatif de domicile");
  await press(form, "Ajouter : Papiers à apporter");
  await type(group("Papiers à apporter, 2 sur 2"), "Nom", "Une pièce d’identité");
  await press(group("Papiers à apporter, 1 sur 2"), "Dans quel cas");
  await type(group("Papiers à apporter, 1 sur 2"), "Dans quel cas", "vous habitez la commune depuis moins d’un an");
  await form.getByRole("combobox", { name: "Sorte de prix : Coût" }).selectOption("Gratuit");
  await press(form, "Fiches");
  await form.getByRole("checkbox", { name: "Dépliant" }).check();
  await form.getByRole("combobox", { name: "Brouillon" }).selectOption("Non précisé");

  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("1. Demandez un composteur à la recyclerie.\nVenez le chercher.\n\n");
  await page.getByRole("button", { name: "Image", exact: true }).click();
  await dialog.getByLabel("Un fichier de cet ordinateur").setInputFiles(await photograph(page));
  await dialog.getByLabel("Ce qu’on y voit").fill("Un composteur en bois au fond d’un jardin.");
  await dialog.getByLabel("Légende").fill("Il tient dans un mètre carré.");
  await dialog.getByRole("button", { name: "Insérer" }).click();

  // What readers will see, and hold in their hands.
  const shown = page.frameLocator("iframe");
  const picture = shown.getByRole("img", { name: "Un composteur en bois au fond d’un jardin." });
  await picture.scrollIntoViewIfNeeded();
  assert.ok(await picture.evaluate((image) => image.decode().then(() => image.naturalWidth > 100)));
  for (const words of ["Recyclerie du Vallon", "01 99 00 00 32", "vous habitez la commune", "Il tient dans un mètre carré."]) await shown.getByText(words).first().waitFor();
  await page.getByRole("tab", { name: "Fiche" }).click();
  await page.getByRole("region", { name: /Fiche, Dépliant/ }).getByRole("img", { name: "Feuille 2 sur 2" }).waitFor();
  await page.getByRole("tab", { name: "À corriger" }).click();
  await page.getByText("Il n’y a rien à corriger.").waitFor();
  await page.keyboard.press("Control+s");
  await saved(page);

  // The file is one that an editor could have typed: lists below their names, nothing left of what was taken away, nothing in marks that it does not need.
  const [, front, body] = site.read(PATH).match(/^---\n([^]*?)\n---\n([^]*)$/);
  const said = front.replace(/ *#.*/g, "").replace(/\n+/g, "\n").trimEnd();
  const today = new Date();
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) => `${part}`.padStart(2, "0")).join("-");
  assert.equal(
    said,
    `titre: Emprunter un composteur
résumé: La recyclerie prête un composteur aux habitants.
mots-clés: []
canaux:
  sur-place:
    - lieu: recyclerie
      rendez-vous: possible
  téléphone:
    - numéro: 01 99 00 00 32
      horaires: du lundi au vendredi de 9h à 12h
pièces:
  - nom: Un justificatif de domicile
    quand: vous habitez la commune depuis moins d’un an
  - Une pièce d’identité
coût: gratuit
délai:
recours:
vérifié: ${day}
fiches:
  - dépliant`,
  );
  assert.equal(parse(front).canaux.téléphone.length, 1);
  assert.equal(body, '1. Demandez un composteur à la recyclerie.\n2. Venez le chercher.\n\n![Un composteur en bois au fond d’un jardin.](composteur-du-jardin.jpg "Il tient dans un mètre carré.")\n');
  assert.ok(existsSync(join(site.folder, "content/guides/composteur-du-jardin.jpg")));

  await page.getByRole("link", { name: "Publier", exact: true }).click();
  await page.getByRole("button", { name: "Publier", exact: true }).click();
  await page.getByText(/^Le site est publié\s:/).waitFor();
  const published = readdirSync(join(site.folder, "public"), { recursive: true });
  assert.ok(published.includes("guides/emprunter-un-composteur.html"));
  assert.ok(published.some((path) => /depliant.*\.pdf$|leaflet.*\.pdf$/.test(path)), published.filter((path) => path.endsWith(".pdf")).join());
  assert.match(site.read("public/guides/emprunter-un-composteur.html"), /Un composteur en bois au fond d’un jardin\./);
});
