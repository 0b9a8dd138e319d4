// Each kind of input of the workshop's form, as a person uses it: set, saved, read in the file, there when the page is opened again, and taken back, after which the file
// has the same bytes as before. The names of fields are those of people.
import assert from "node:assert/strict";
import { test } from "node:test";

import { open, pageView, workshop } from "./workshop.mjs";

const GUIDE = "content/guides/carte.md";
const OFFICE = "content/organizations/mairie.md";
const ARTICLE = "content/articles/une.md";
const SITE = {
  "guichet.yaml": "# Le site\ntitre: Essai  # court\nlangues: [fr, en]\nthèmes:\n  papiers: Papiers\ncampagnes:\n  rentree: Rentrée\n",
  [GUIDE]: "---\n# Un guide\ntitre: 'Carte'   # court\ncanaux:\n  sur-place: mairie\n---\n\nUn texte.\n",
  "content/guides/autre.md": "---\ntitre: Autre démarche\n---\n",
  [OFFICE]: '---\ntitre: "Mairie de Villefictive"\n\ntype: mairie # sorte\n---\n',
  "content/organizations/pole.md": "---\ntitre: Pôle du Vallon\n---\n",
  [ARTICLE]: "---\ntitre: Une nouvelle\ndate: 2026-11-03 # jour\n---\n\nUn texte.\n",
  "content/articles/affiche.pdf": "%PDF-1.4\n",
};
const PICTURE = { name: "Photo 1.png", mimeType: "image/png", buffer: Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNg+M/wHwAEAQH/7yMK/gAAAABJRU5ErkJggg==", "base64") };

/** The form of a window. A field is found by its label, a button and an input by their names. */
function formOf(page) {
  const form = page.locator(".page-form");
  const field = (label, within = form) => within.locator(`xpath=.//*[@data-field][./div[contains(@class, "page-label")]/*[normalize-space(.)="${label}"]]`).first();
  const item = (name, at = 1) => form.getByRole("group", { name: new RegExp(`^${name}, ${at} sur`) });
  return {
    form,
    field,
    item,
    press: (name, within = form) => within.getByRole("button", { name, exact: true }).first().click(),
    /** The input of a field, which is asked for if it is not shown. */
    async input(label, within = form) {
      if ((await field(label, within).count()) === 0) {
        const more = within.locator("details.page-add:not([open]) > summary").filter({ has: page.locator(`xpath=..//button[normalize-space(.)="${label}"]`) });
        if ((await more.count()) > 0) await more.first().click();
        await within.locator(".page-add button").filter({ hasText: new RegExp(`^${label}$`) }).first().click();
      }
      return field(label, within).locator("input:not([type=file]), textarea, select").first();
    },
  };
}

/** Fills an input of text, and empties it again. */
const text = (label, written, said, within) => ({
  label,
  said,
  set: async (f) => (await f.input(label, within?.(f))).fill(written),
  shown: async (f) => assert.equal(await (await f.input(label, within?.(f))).inputValue(), written),
  back: async (f) => (await f.input(label, within?.(f))).fill(""),
});
/** Chooses among a few. */
const choice = (label, chosen, said, nothing = "Non précisé") => ({
  label,
  said,
  set: async (f) => (await f.input(label)).selectOption(chosen),
  shown: async (f) => assert.equal(await (await f.input(label)).locator("option:checked").innerText(), chosen),
  back: async (f) => (await f.input(label)).selectOption(nothing),
});
/** Types a few letters and takes what is found. */
const picked = (label, letters, option, said, back) => ({
  label,
  said,
  async set(f) {
    await (await f.input(label)).fill(letters);
    await f.field(label).getByRole("option", { name: option }).click();
  },
  shown: async (f) => f.field(label).getByText(option).first().waitFor(),
  back: back ?? (async (f) => (await f.input(label)).fill("")),
});
/** Checks two of several. */
const checks = (label, names, said) => ({
  label,
  said,
  async set(f) {
    await f.input(label);
    for (const name of names) await f.field(label).getByRole("checkbox", { name, exact: true }).check();
  },
  async shown(f) {
    for (const name of names) assert.ok(await f.field(label).getByRole("checkbox", { name, exact: true }).isChecked());
  },
  async back(f) {
    for (const name of names) await f.field(label).getByRole("checkbox", { name, exact: true }).uncheck();
  },
});

const WAYS = {
  [GUIDE]: [
    { ...text("Titre", "L’autre: carte", /titre: 'L’autre: carte' {3}# court\n/), back: async (f) => (await f.input("Titre")).fill("Carte") },
    text("Résumé", "Ce que c’est : une carte.", /\nrésumé: "Ce que c’est : une carte\."\n/),
    text("Vérifié", "2026-11-20", /\nvérifié: 2026-11-20\n/),
    { ...text("Vérifier tous les", "6", /\nvérifier-tous-les: 6 mois\n/), set: async (f) => {
      await (await f.input("Vérifier tous les")).fill("6");
      await f.form.getByRole("combobox", { name: "Unité : Vérifier tous les" }).selectOption("mois");
    } },
    choice("Brouillon", "Oui", /\nbrouillon: oui\n/),
    choice("Sorte", "Guide", /\ntype: guide\n/),
    text("Mots-clés", "carte, papiers d’identité", /\nmots-clés:(?: \[carte, papiers d’identité\]|\n {2}- carte\n {2}- papiers d’identité)\n/),
    picked("Thème", "pap", /Papiers/, /\nthème: papiers\n/),
    checks("Fiches", ["A4", "Dépliant"], /\nfiches:\n {2}- a4\n {2}- dépliant\n/),
    {
      label: "Coût",
      said: /\ncoût: 25,50 €\n/,
      async set(f) {
        await f.input("Coût");
        await f.form.getByRole("combobox", { name: "Sorte de prix : Coût" }).selectOption("Gratuit");
        await f.item("Coût").getByRole("textbox").fill("25,50 €");
      },
      shown: async (f) => assert.equal(await f.form.getByRole("combobox", { name: "Sorte de prix : Coût" }).locator("option:checked").innerText(), "Un montant"),
      back: async (f) => f.press("Retirer : Coût, 1"),
    },
    {
      label: "a list with its order",
      said: /\npièces:\n {2}- Une photo\n {2}- nom: Un justificatif\n {4}remarque: de moins de trois mois\n/,
      async set(f) {
        await f.input("Papiers à apporter");
        await (await f.input("Nom", f.item("Papiers à apporter"))).fill("Un justificatif");
        await f.press("Ajouter : Papiers à apporter");
        await (await f.input("Nom", f.item("Papiers à apporter", 2))).fill("Une photo");
        await f.press("Monter : Papiers à apporter, 2");
        await (await f.input("Remarque", f.item("Papiers à apporter", 2))).fill("de moins de trois mois");
      },
      shown: async (f) => assert.equal(await (await f.input("Nom", f.item("Papiers à apporter"))).inputValue(), "Une photo"),
      async back(f) {
        await f.press("Retirer : Papiers à apporter, 2");
        await f.press("Retirer : Papiers à apporter, 1");
      },
    },
    {
      label: "a telephone with its hours by day and its price",
      said: /\n {2}téléphone:\n {4}- numéro: 01 99 00 00 30\n {6}horaires: [^\n]*\n {6}prix: gratuit\n/,
      async set(f) {
        await f.press("Téléphone", f.field("Façons de faire"));
        const phone = f.item("Téléphone");
        await (await f.input("Numéro", phone)).fill("01 99 00 00 30");
        await f.input("Horaires", phone);
        await f.press("Par jour… : Horaires", phone);
        await f.press("Ajouter des heures : Lundi", phone);
        const opens = phone.getByRole("textbox", { name: "Lundi, ouverture" });
        await opens.fill("8h30");
        await opens.press("Tab");
        await f.press("Comme au-dessus : Mardi", phone);
        await phone.getByText(/guichet comprend\s: .*mardi/).waitFor();
        await f.input("Prix", phone);
        await phone.getByRole("combobox", { name: "Sorte de prix : Prix" }).selectOption("gratuit");
      },
      async shown(f) {
        const phone = f.item("Téléphone");
        await phone.getByText(/guichet comprend\s: .*mardi.*8\sh\s30/).waitFor();
        await f.press("Par jour… : Horaires", phone);
        assert.equal(await phone.getByRole("textbox", { name: "Mardi, ouverture" }).inputValue(), "08:30");
      },
      back: async (f) => f.press("Retirer : Téléphone, 1"),
    },
    {
      label: "an organization of the directory in place of another",
      said: /\n {2}sur-place: pole\n/,
      async set(f) {
        await f.item("Sur place").getByRole("combobox", { name: "Lieu ou organisme" }).fill("vall");
        await f.form.getByRole("option", { name: /Pôle du Vallon/ }).click();
      },
      shown: async (f) => f.item("Sur place").getByText("Pôle du Vallon").waitFor(),
      back: async (f) => f.item("Sur place").getByRole("combobox", { name: "Lieu ou organisme" }).fill("mairie"),
    },
    {
      label: "another page",
      said: /\nvoir-aussi:\n {2}- autre\.md\n/,
      async set(f) {
        await f.input("Voir aussi");
        await f.item("Voir aussi").getByRole("combobox").fill("autre");
        await f.form.getByRole("option", { name: /Autre démarche/ }).click();
      },
      shown: async (f) => assert.equal(await f.item("Voir aussi").getByRole("combobox").inputValue(), "autre.md"),
      back: async (f) => f.press("Retirer : Voir aussi, 1"),
    },
    {
      label: "a name of one's own with what it stands for",
      said: /\nexceptions:\n {2}no-route: "?rien à faire"?\n/,
      async set(f) {
        await f.press("Exceptions");
        await f.press("Ajouter : Contrôle");
        await f.form.getByRole("combobox", { name: "Contrôle", exact: true }).selectOption("no-route");
        await f.press("Ajouter : Contrôle");
        await f.form.getByRole("group", { name: "Un guide ne dit pas comment faire." }).getByRole("textbox").fill("rien à faire");
      },
      shown: async (f) => assert.equal(await f.form.getByRole("group", { name: "Un guide ne dit pas comment faire." }).getByRole("textbox").inputValue(), "rien à faire"),
      back: async (f) => f.press("Retirer : Un guide ne dit pas comment faire."),
    },
    {
      label: "fields of a field",
      said: /\ninternet-seulement:\n {2}depuis: 2026\n {2}contesté-par:\n {4}- Le comité\n/,
      async set(f) {
        await f.press("Internet seulement");
        await (await f.input("Depuis", f.field("Internet seulement"))).fill("2026");
        await f.input("Contesté par", f.field("Internet seulement"));
        await f.item("Contesté par").getByRole("textbox").fill("Le comité");
      },
      shown: async (f) => assert.equal(await (await f.input("Depuis")).inputValue(), "2026"),
      back: async (f) => f.press("Retirer : Internet seulement"),
    },
  ],
  [OFFICE]: [
    text("Adresse", "1 place du Puits\n00000 Villefictive", /\nadresse:\n {2}- 1 place du Puits\n {2}- 00000 Villefictive\n/),
    text("Coordonnées", "48.04, -1.60", /\ncoordonnées: 48\.04, -1\.60\n/),
    text("Courriel", "accueil@exemple.fr", /\ncourriel: accueil@exemple\.fr\n/),
    text("Site", "https://www.exemple.fr/", /\nsite: https:\/\/www\.exemple\.fr\/\n/),
    text("Horaires", "du lundi au jeudi de 9h à 12h", /\nhoraires: du lundi au jeudi de 9h à 12h\n/),
    picked("Fait partie de", "vall", /Pôle du Vallon/, /\nfait-partie-de: pole\n/),
    {
      label: "a record with a yes or no",
      said: /\naccès:\n {2}sans-marche: oui\n/,
      set: async (f) => (await f.input("Sans marche")).selectOption("Oui"),
      shown: async (f) => assert.equal(await (await f.input("Sans marche")).locator("option:checked").innerText(), "Oui"),
      back: async (f) => (await f.input("Sans marche")).selectOption("Non précisé"),
    },
  ],
  [ARTICLE]: [
    picked("Campagne", "ren", /Rentrée/, /\ncampagne: rentree\n/),
    {
      label: "a picture of this machine",
      said: /\nimage:\n {2}fichier: photo-1\.png\n {2}texte: La cour de l’école\.\n/,
      async set(f) {
        await f.form.locator("input[type=file]").first().setInputFiles(PICTURE);
        await f.form.getByText(/est dans le site\s/).first().waitFor();
        await (await f.input("Texte", f.field("Image"))).fill("La cour de l’école.");
      },
      shown: async (f) => assert.equal(await (await f.input("Fichier de l’image")).inputValue(), "photo-1.png"),
      async back(f) {
        await (await f.input("Texte", f.field("Image"))).fill("");
        await (await f.input("Fichier de l’image")).fill("");
      },
    },
    {
      label: "a file of the site",
      said: /\npièces-jointes:\n {2}- (?:fichier: )?affiche\.pdf\n/,
      async set(f) {
        await f.input("Pièces jointes");
        await f.item("Pièces jointes").getByRole("combobox").fill("aff");
        await f.form.getByRole("option", { name: /affiche/ }).click();
      },
      shown: async (f) => assert.equal(await f.item("Pièces jointes").getByRole("combobox").inputValue(), "affiche.pdf"),
      back: async (f) => f.press("Retirer : Pièces jointes, 1"),
    },
    {
      label: "a list of texts",
      said: /\nauteurs:\n {2}- Le service scolaire\n/,
      set: async (f) => f.item("Auteurs").getByRole("textbox").fill("Le service scolaire"),
      shown: async (f) => assert.equal(await f.item("Auteurs").getByRole("textbox").inputValue(), "Le service scolaire"),
      back: async (f) => f.press("Retirer : Auteurs, 1"),
    },
  ],
  "guichet.yaml": [
    {
      ...text("Couleur", "#2a7f3c", /\ncouleur: "#2a7f3c"\n/),
      set: async (f) => {
        await f.input("Couleur");
        await f.form.getByLabel("Choisir : Couleur").fill("#2a7f3c");
      },
    },
    choice("Langue", "français", /\nlangue: fr\n/),
    choice("Apparence", "Commune", /\napparence: commune\n/),
    { ...text("Taille", "1200", /\nimages:\n {2}taille: 1200\n/, (f) => f.field("Images")), set: async (f) => {
      await f.input("Images");
      await (await f.input("Taille", f.field("Images"))).fill("1200");
    } },
    checks("Compression", ["Gz", "Br"], /\ncompression:\n {2}- gz\n {2}- br\n/),
    {
      label: "a text in each language",
      said: /\nthèmes:\n {2}papiers:\n {4}fr: Papiers\n {4}en: Papers\n/,
      async set(f) {
        await f.press("Une version par langue", f.form.getByRole("group", { name: "papiers", exact: true }));
        await (await f.input("anglais", f.form.getByRole("group", { name: "papiers", exact: true }))).fill("Papers");
      },
      shown: async (f) => assert.equal(await (await f.input("anglais")).inputValue(), "Papers"),
      async back(f) {
        await (await f.input("anglais")).fill("");
        await f.press("Une seule version pour toutes les langues");
      },
    },
  ],
};

for (const [path, ways] of Object.entries(WAYS)) {
  test(`each kind of field of ${path} is set, saved, read again and taken back`, async (t) => {
    const site = await workshop(t, SITE, "--no-sheets");
    const page = await open(t, site, "#/", { viewport: { width: 1440, height: 900 } });
    const f = formOf(page);
    const view = path === "guichet.yaml" ? "#/reglages" : pageView(path);
    const show = async () => {
      await page.evaluate(() => (location.hash = "#/corbeille"));
      await page.getByRole("heading", { name: "Corbeille" }).waitFor();
      await page.evaluate((view) => (location.hash = view), view);
      await f.form.waitFor();
    };
    const save = async () => {
      await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
      await page.locator(".page-state.good").waitFor();
    };
    for (const { label, set, said, shown, back } of ways) {
      await t.test(label, async () => {
        const before = site.read(path);
        await show();
        await set(f);
        await save();
        assert.match(site.read(path), said);
        await show();
        await shown(f);
        await back(f);
        await save();
        assert.equal(site.read(path), before);
      });
    }
  });
}
