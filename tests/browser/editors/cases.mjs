// What editors type, one mistake at a time, as secretaries of town halls do who know Word and have never seen YAML. Each case is a name and the files of its
// site, of which the first is opened; then what is shown of it, by the names of the
// diagnostics, and what is still shown once every button has been pressed. What guichet reads as it was meant shows nothing.

const GUIDE = "content/guides/ecole.md";
const OFFICE = "content/organizations/mediatheque.md";
const ARTICLE = "content/articles/permanence.md";
const BODY = "## Les étapes\n\n1. Apportez le livret de famille.\n";

/** A text with these fields, and others in their place: a value that begins a line is below its name, `null` takes a field away. */
const page = (fields, changes, body) => {
  const lines = Object.entries({ ...fields, ...changes }).flatMap(([name, value]) => (value === null ? [] : [`${name}:${value.startsWith("\n") ? "" : " "}${value}\n`]));
  return `---\n${lines.join("")}---\n\n${body}`;
};
const FIELDS = { titre: "Inscrire un enfant à l’école", résumé: "L’inscription se fait à la mairie.", canaux: "\n  sur-place:\n    - lieu: mairie", vérifié: "2026-11-20" };
const guide = (changes, body = BODY) => ({ [GUIDE]: page(FIELDS, changes, body) });
const written = (body, more = {}) => ({ ...guide({}, body), ...more });
const routes = (lines) => guide({ canaux: `\n${lines}` });
const phone = (lines) => routes(`  téléphone:\n    - ${lines}`);
const office = (changes) => ({ [OFFICE]: page({ titre: "Médiathèque du Vallon", type: "bibliothèque", vérifié: "2026-11-20" }, changes, "") });
const article = (changes, body = "Elle a lieu à la mairie.\n") => ({ [ARTICLE]: page({ titre: "Permanence du conciliateur", résumé: "La permanence change de jour.", date: "2026-11-03" }, changes, body) });
const settings = (lines) => ({ "guichet.yaml": lines });
const raw = (text) => ({ [GUIDE]: text });

/** The smallest picture that is one: a grey point. */
const PICTURE = Buffer.from("/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AR//Z", "base64");
const HEIC = Buffer.from("AAAAGGZ0eXBoZWljAAAAAG1pZjFoZWlj", "base64");

export const CASES = [
  // The marks around the fields.
  ["no marks around the fields", raw("titre: Inscrire un enfant à l’école\nrésumé: À la mairie\n\n## Étapes\n\nApportez le livret de famille.\n"), "never-reviewed no-route unclosed-front-matter"],
  ["no closing marks", raw("---\ntitre: Inscrire un enfant à l’école\nrésumé: À la mairie\n\n## Étapes\n\nApportez le livret de famille.\n"), "never-reviewed no-route unclosed-front-matter"],
  ["no opening marks", raw("titre: Inscrire un enfant à l’école\nrésumé: À la mairie\n---\n\n## Étapes\n\nApportez le livret de famille.\n"), "as-meant never-reviewed no-route"],
  ["five dashes", raw("-----\ntitre: Inscrire un enfant à l’école\nrésumé: À la mairie\n-----\n\nApportez le livret de famille.\n"), "never-reviewed no-route"],
  ["empty lines above", raw(`\n\n\n${page(FIELDS, {}, BODY)}`), ""],
  ["saved by Notepad", raw(`\uFEFF${page(FIELDS, {}, BODY).replaceAll("\n", "\r\n")}`), ""],
  ["in Latin-1", raw(Buffer.from(page(FIELDS, { titre: "Inscrire un enfant à l'école", résumé: "L'inscription se fait à la mairie." }, BODY), "latin1")), "as-meant", "as-meant"],
  ["indented with tabs", routes("\tsur-place:\n\t\t- lieu: mairie"), "as-meant"],

  // Names and values.
  ["Word's quotation marks", guide({ titre: "“Inscrire un enfant”" }), "as-meant"],
  ["a colon in a title", guide({ titre: "École: inscrire un enfant" }), "as-meant"],
  ["a no-break space before the colon", guide({ "coût\u00A0": "gratuit" }), ""],
  ["a full-width colon", raw(page(FIELDS, {}, BODY).replace("vérifié:", "coût：gratuit\nvérifié:")), "as-meant"],
  ["names without accents", guide({ vérifié: null, verifie: "2026-11-20", delai: "2 semaines" }), ""],
  ["names in capitals", guide({ titre: null, TITRE: "Inscrire un enfant à l’école", Coût: "Gratuit" }), ""],
  ["misspelt names", guide({ "piéce": "\n  - Le livret de famille", vérifié: null, verifier: "2026-11-20" }), "unknown-key unknown-key"],
  ["names that guichet does not know", guide({ auteur: "Le service scolaire", service: "Affaires scolaires" }), "unknown-key unknown-key"],
  ["a name twice", guide({ coût: "gratuit\ncoût: 5 €" }), "duplicate-key"],
  ["a brace that is never closed", guide({ pièces: "\n  - { nom: Le livret de famille, remarque: tenu à jour" }), "as-meant"],

  // Days.
  ["a day with slashes", guide({ vérifié: "20/11/2026" }), "as-meant"],
  ["a day in words", guide({ vérifié: "20 novembre 2026" }), "as-meant"],
  ["a day with dots", guide({ vérifié: "20.11.2026" }), "as-meant"],
  ["a day that does not exist", guide({ vérifié: "2026-11-31" }), "bad-date"],
  ["a month alone", guide({ vérifié: "novembre 2026" }), "bad-date"],
  ["a day to come", guide({ vérifié: "2027-11-20" }), "future-review"],
  ["checked long ago", guide({ vérifié: "2024-02-01" }), "stale"],
  ["never checked", guide({ vérifié: null }), "never-reviewed"],

  // Telephones.
  ["a number with dots", phone("numéro: 01.99.00.00.30"), ""],
  ["a number from abroad", phone("numéro: +33 (0)1 99 00 00 30"), ""],
  ["a number that is too short", phone("numéro: 01 99 00 00"), "bad-phone", "bad-phone"],
  ["two numbers in one", phone("numéro: 01 99 00 00 30 ou 06 39 98 00 30"), "bad-phone"],
  ["tel", routes("  tel:\n    - 01 99 00 00 30"), ""],
  ["a number that costs more", phone("numéro: 08 99 00 00 30"), "premium-number", "premium-number"],

  // Hours.
  ["hours of a telephone in words", phone("numéro: 01 99 00 00 30\n      horaires: lundi à jeudi 9h-12h et 14h-17h"), "hours-in-words"],
  ["hours in a sentence", office({ horaires: "du mardi au vendredi de 14h à 18h, le samedi de 9h30 à 12h" }), ""],
  ["days cut short", office({ horaires: "Mar-Ven 14h-18h / 20h-21h" }), "hours-in-words"],
  ["hours day by day", office({ horaires: "\n  mardi: 14h00-18h00\n  mercredi: 10h-12h" }), "hours-in-words", "hours-in-words"],
  ["hours without zeros", office({ horaires: "Tu-Fr 9:30-12:00" }), ""],
  ["English days, French hours", office({ horaires: "Tu-Fr 9h-12h" }), "hours-in-words"],
  ["the first Saturday of the month", office({ horaires: "1er samedi du mois 10h-12h" }), "hours-in-words"],
  ["but for the school holidays", office({ horaires: "mercredi 14h-18h sauf vacances scolaires" }), "hours-in-words"],
  ["a rule that replaces another", office({ horaires: "Tu-Fr 09:00-12:00; Tu-Fr 14:00-18:00" }), "hours-replaced"],
  ["hours that nobody can read", office({ horaires: "souvent ouvert le matin" }), "bad-hours", "bad-hours"],

  // Organizations.
  ["an address in one line", office({ adresse: "4 rue du Moulin 00000 Villefictive" }), ""],
  ["an address upside down", office({ adresse: "|\n  00000 Villefictive\n  4 rue du Moulin" }), "postal-order"],
  ["a kind of one's own", office({ type: "Ressourcerie" }), ""],
  ["other names for mail, telephone and site", office({ email: "mediatheque@villefictive.example", tel: "01 99 00 00 33", site: "www.villefictive.example" }), "as-meant"],
  ["a site without https", office({ site: "www.villefictive.example" }), "as-meant"],

  // Routes.
  ["an address of Internet without https", routes("  sur-place:\n    - lieu: mairie\n  internet:\n    - adresse: www.exemple.fr"), "as-meant"],
  ["online in another word", routes("  sur-place:\n    - lieu: mairie\n  en ligne:\n    - https://www.exemple.fr"), ""],
  ["online only", routes("  internet:\n    - adresse: https://www.exemple.fr/"), "online-only"],
  ["no route", guide({ canaux: null }), "no-route"],
  ["routes as a list", routes("  - sur place\n  - téléphone"), "wrong-type", "wrong-type"],
  ["routes with a space", routes("  sur place:\n    - lieu: mairie"), ""],
  ["at the counter", routes("  guichet:\n    - lieu: mairie"), "unknown-key"],
  ["a place as one text", routes("  sur-place: mairie"), ""],
  ["an appointment: yes", routes("  sur-place:\n    - lieu: mairie\n      rendez-vous: oui"), ""],
  ["an appointment: no", routes("  sur-place:\n    - lieu: mairie\n      rdv: non"), ""],
  ["an appointment, advised", routes("  sur-place:\n    - lieu: mairie\n      rendez-vous: conseille"), ""],
  ["a misspelt organization", routes("  sur-place:\n    - lieu: mediateque"), "unknown-organization"],

  // Papers, prices, topics.
  ["papers in one sentence", guide({ pièces: "Le livret de famille et un justificatif de domicile" }), ""],
  ["a colon in a paper", guide({ pièces: "\n  - Justificatif de domicile: moins de 3 mois" }), "as-meant"],
  ["dashes without a space", guide({ pièces: "\n  -Le livret de famille\n  -Le carnet de vaccination" }), "as-meant as-meant"],
  ["bullets of Word in a list", guide({ pièces: "\n  • Le livret de famille\n  • Le carnet de vaccination" }), "as-meant as-meant"],
  ["an amount", guide({ coût: "12 €" }), ""],
  ["a price in words", guide({ coût: "selon le quotient familial" }), ""],
  ["a price in bold", guide({ coût: "*gratuit*" }), "as-meant"],
  ["a topic that the site does not have", guide({ thème: "écoles" }), "unknown-topic"],
  ["formats that do not exist", guide({ fiches: "[a4, dépliants, A2]" }), "unknown-value unknown-value", "unknown-value"],
  ["an exception without a reason", guide({ exceptions: "[no-route]" }), "wrong-type", "wrong-type"],
  ["an exception for nothing", guide({ exceptions: "\n  premium-number: pas le choix" }), ""],
  ["an exception from no rule", guide({ exceptions: "\n  numero-surtaxe: pas le choix" }), "unknown-check"],
  ["a draft", guide({ brouillon: "oui" }), ""],

  // Articles.
  ["a campaign that the site does not have", article({ campagne: "rentrée" }), "unknown-campaign"],
  ["an article without a day", article({ date: null }), "missing-date"],
  ["an article's day with slashes", article({ date: "3/11/2026" }), "as-meant"],
  ["an article of next year", article({ date: "2027-11-03" }), ""],
  ["a picture that is not there", article({ image: "affiche.jpg" }), "missing-alt missing-image"],
  ["an attachment that is not there", article({ "pièces-jointes": "\n  - affiche.pdf" }), "dead-link"],
  ["words between commas", article({ "mots-clés": "permanence, conciliateur" }), "as-meant"],
  ["a link to a file with spaces in its name", { ...article({}, "Voir [l’affiche](affiche de novembre.pdf).\n"), "content/articles/affiche de novembre.pdf": Buffer.from("%PDF-1.4\n") }, "unread-link"],

  // Links.
  ["a link to a page that is not there", written("Voir [le périscolaire](periscolaire.md).\n"), "dead-link"],
  ["a link to a heading of another name", written("Voir [les horaires](#horaires).\n\n## L’horaire\n\nÀ partir de 8 h 30.\n"), "dead-anchor"],
  ["a link without https", written("Voir [le site](www.exemple.fr).\n"), "as-meant vague-link"],
  ["a link to a name of the Internet", written("Voir [le site](exemple.fr).\n"), "dead-link vague-link"],
  ["links to a disk", written("Voir [le dossier](file:///C:/Users/Mairie/Documents/dossier.docx) et [là](C:\\Users\\Mairie\\dossier.pdf).\n"), "unsafe-link unsafe-link vague-link"],
  ["a link to nothing", written("Voir [le site]().\n"), "dead-link vague-link"],
  ["a link with its marks exchanged", written("Voir (le site)[https://www.exemple.fr].\n"), "vague-link", "vague-link"],
  ["click here", written("Pour en savoir plus, [cliquez ici](https://www.exemple.fr/).\n"), "vague-link"],

  // Pictures.
  ["a picture with a space in its name", written("![La cour](Photo 12.JPG)\n", { "content/guides/Photo 12.JPG": PICTURE }), "unread-link"],
  ["a picture with a space, between marks", written("![La cour](<Photo 12.JPG>)\n", { "content/guides/Photo 12.JPG": PICTURE }), ""],
  ["a picture in other letters", written("![La cour](photo_12.jpg)\n", { "content/guides/PHOTO_12.JPG": PICTURE }), "missing-image"],
  ["a picture without words", written("![](photo.jpg)\n", { "content/guides/photo.jpg": PICTURE }), "missing-alt"],
  ["a picture of a telephone", written("![La cour](photo.heic)\n", { "content/guides/photo.heic": HEIC }), "missing-image"],
  ["a picture of a telephone under another name", written("![La cour](photo.jpg)\n", { "content/guides/photo.jpg": HEIC }), ""],
  ["a picture of another site", written("![La cour](https://www.exemple.fr/cour.jpg)\n"), "missing-image"],
  ["a picture with a look of its own", written("![La cour](photo.jpg#gris)\n", { "content/guides/photo.jpg": PICTURE }), ""],

  // What Word makes of a text.
  ["a table of Word", written('<p class=MsoNormal><span style="font-family:Calibri">Bonjour <o:p></o:p></span></p>\n\n<table class=MsoTableGrid border=1><tr><td width=200><p class=MsoNormal>Mardi</p></td><td>9h-12h</td></tr></table>\n'), "raw-html"],
  ["a script", written("<script>alert(1)</script>\n"), "raw-html"],
  ["centred, red, underlined", written('<center><font color="red">ATTENTION</font></center>\n\n<u>souligné</u> <b>gras</b><br>suite\n'), "raw-html raw-html"],
  ["a table with tabs", written("Tranche\tPrix\n0-400\t1,20 €\n401-800\t2,10 €\n"), ""],
  ["headings and numbers without a space", written("##Les étapes\n\n1.Venez.\n2.Signez.\n"), ""],
  ["headings of the wrong level", written("# Inscrire un enfant\n\n#### Détail\n\nTexte.\n"), "heading-order heading-order"],
  ["bullets of Word", written("• Le livret de famille\n• Le carnet de vaccination\n· un stylo\n– un timbre\n"), ""],
  ["indented like a letter", written("    Madame, Monsieur,\n\n\tVeuillez trouver ci-joint.\n"), ""],
  ["a footnote without its text", written("Voir la note[^1].\n"), "footnote"],
  ["a long sentence of the administration", written("L’usager est invité à se rapprocher des services compétents du CCAS et de la DDTM afin de procéder à l’instruction de sa demande, en joignant à celle-ci les documents susmentionnés, nonobstant les dispositions prises par délibération du conseil municipal relative à la tarification des services périscolaires.\n"), "jargon jargon jargon long-sentence undefined-acronym undefined-acronym", "long-sentence undefined-acronym undefined-acronym"],
  ["emoji and arrows", written("📞 Appelez 😊 la mairie → ✅\n"), ""],

  // Files.
  ["a file with spaces and an apostrophe", { "content/guides/Inscription à l'école (nouveau).md": page(FIELDS, {}, BODY) }, ""],
  ["MD in capitals", { "content/guides/Ecole.MD": page(FIELDS, {}, BODY) }, ""],
  ["two files of one address", { ...guide({}), "content/guides/Ecole.md": page(FIELDS, {}, BODY) }, "duplicate-address", "duplicate-address"],
  ["an empty file", raw(""), "missing-title never-reviewed no-route"],
  ["no title", guide({ titre: null }), "missing-title"],
  ["a heading as title", raw("# Inscrire un enfant\n\nApportez le livret de famille.\n"), "missing-title never-reviewed no-route"],
  ["nothing but a text", raw("Apportez le livret de famille.\n"), "missing-title never-reviewed no-route"],

  // Settings.
  ["settings that guichet does not know", settings("titre: Villefictive\nadresse: https://villefictive.example/\nbandeau: oui\ncouleur: bleu\n"), "unknown-key"],
  ["an address of the site without https", settings("titre: Villefictive\nadresse: www.villefictive.example\n"), "as-meant"],
  ["a language in words", settings("titre: Villefictive\nlangue: français\n"), "as-meant"],
  ["a colon in the title of the site", settings("titre: Villefictive : le site\nthèmes:\n- papiers\n- famille\n"), "as-meant wrong-type", "wrong-type"],
  ["a logo that is not there", settings("titre: Villefictive\nlogo: logo.png\n"), "missing-image", "missing-image"],
];

/** Files that are no pages: not opened, and said where they are. */
export const NO_PAGES = [
  ["a document of Word", "content/guides/cantine.docx", Buffer.from("UEsDBA==", "base64")],
  ["two endings", "content/guides/cantine.md.txt", Buffer.from(page(FIELDS, {}, BODY))],
];

/** What one asks for that cannot be done, as commands are mistyped elsewhere: each is refused in words. */
export const REFUSED = [
  ["a page of no kind", "/api/new", { kind: "fiche", title: "X" }],
  ["a page without a title", "/api/new", { kind: "guide", title: "  " }],
  ["a sheet of no format", "/api/print", { sheets: ["fiches/ecole-carte.pdf"] }],
  ["no sheet at all", "/api/print", { sheets: [] }],
  ["a language that is none", "/api/translate", { path: GUIDE, lang: "français" }],
  ["a name that is none", "/api/rename", { path: GUIDE, to: "" }],
  ["a copy of nothing", "/api/duplicate", { path: "content/guides/rien.md", title: "X" }],
];
