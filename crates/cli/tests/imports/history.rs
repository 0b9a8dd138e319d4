//! One fiche in ten versions, with an editor's changes between the imports: each import gives what the editor expects.

use super::site::{Run, TestSite};

const PAGE: &str = "content/guides/particuliers/F1.md";

/// What a version of the fiche says.
#[derive(Clone)]
struct FicheVersion {
    day: u32,
    title: &'static str,
    /// Its parts: the title of each (none for the first), and its paragraphs as XML.
    parts: Vec<(&'static str, Vec<String>)>,
}

fn paragraph(text: &str) -> String {
    format!("<Paragraphe>{text}</Paragraphe>")
}

fn list(items: &[&str]) -> String {
    let items: String = items
        .iter()
        .map(|item| format!("<Item>{}</Item>", paragraph(item)))
        .collect();
    format!("<Liste type=\"puce\">{items}</Liste>")
}

fn table(rows: &[[&str; 2]]) -> String {
    let row = |row: &[&str; 2]| {
        let cells = row.map(|cell| format!("<Cellule>{}</Cellule>", paragraph(cell)));
        format!("<Rangée>{}</Rangée>", cells.concat())
    };
    let rows: String = rows.iter().map(row).collect();
    format!("<Tableau><Colonne/><Colonne/>{rows}</Tableau>")
}

impl FicheVersion {
    fn xml(&self, id: &str) -> String {
        let part = |(title, paragraphs): &(&str, Vec<String>)| match *title {
            "" => paragraphs.concat(),
            title => format!(
                "<Chapitre><Titre>{}</Titre>{}</Chapitre>",
                paragraph(title),
                paragraphs.concat()
            ),
        };
        let parts: String = self.parts.iter().map(part).collect();
        format!(
            "<Publication ID=\"{id}\" type=\"Fiche\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title>\
             <dc:date>modified 2026-01-{:02}</dc:date><FilDAriane><Niveau ID=\"Particuliers\">A</Niveau></FilDAriane>\
             <Texte>{parts}</Texte></Publication>",
            self.title, self.day
        )
    }

    fn part(&mut self, title: &str) -> &mut Vec<String> {
        let part = self.parts.iter_mut().find(|(found, _)| *found == title);
        &mut part.unwrap().1
    }
}

fn first() -> FicheVersion {
    FicheVersion {
        day: 1,
        title: "Demander une carte",
        parts: vec![
            (
                "",
                vec![
                    paragraph("Une carte pour la bibliothèque."),
                    paragraph("La carte sert à emprunter des livres."),
                ],
            ),
            (
                "Qui",
                vec![
                    paragraph("Toute personne peut la demander."),
                    paragraph("Téléphone : 01 99 00 00 00."),
                    paragraph("La carte est personnelle."),
                    paragraph("Suivez les actualités."),
                ],
            ),
            ("Coût", vec![paragraph("La carte coûte 5 € par an.")]),
            (
                "Documents",
                vec![
                    list(&["Pièce d’identité", "Photo"]),
                    paragraph("Un mineur vient avec un parent."),
                ],
            ),
            (
                "Horaires",
                vec![table(&[["Lundi", "9 h"], ["Mardi", "10 h"]])],
            ),
        ],
    }
}

/// Imports a version; the site must be published after it.
fn import(site: &TestSite, version: &FicheVersion) -> Run {
    site.write("xml/F1.xml", version.xml("F1"));
    import_folder(site)
}

fn import_folder(site: &TestSite) -> Run {
    let run = site.run(&["import", "service-public", "xml"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    site.build();
    run
}

fn edit(site: &TestSite, from: &str, to: &str) {
    let text = site.read(PAGE);
    assert!(text.contains(from), "{from} is not in {text}");
    site.write(PAGE, text.replacen(from, to, 1));
}

/// The page has all of these, in this order, and no comment.
fn holds(site: &TestSite, words: &[&str]) {
    let text = site.read(PAGE);
    let mut at = 0;
    for word in words {
        let found = text[at..].find(word);
        at += found.unwrap_or_else(|| panic!("{word} is not after {at} in {text}"));
    }
    assert!(!text.contains("guichet import"), "{text}");
}

fn lacks(site: &TestSite, word: &str) {
    let text = site.read(PAGE);
    assert!(!text.contains(word), "{word} is in {text}");
}

#[test]
fn ten_versions_and_an_editor_between_them() {
    let site = TestSite::new(&[]);
    let mut version = first();
    import(&site, &version);
    // 1: the editor adds a note. The source changes a text beside it.
    edit(
        &site,
        "des livres.\n",
        "des livres.\n\nÀ Exempleville, venez le mardi.\n",
    );
    version.day = 2;
    version.part("")[1] = paragraph("La carte sert à emprunter des livres et des films.");
    let run = import(&site, &version);
    assert_eq!(run.stderr, "");
    assert!(
        run.stdout.contains("Demander une carte : le texte"),
        "{}",
        run.stdout
    );
    holds(
        &site,
        &[
            "des livres et des films.",
            "À Exempleville, venez le mardi.",
            "## Qui",
        ],
    );

    // 2: the editor gives the local number. The source moves the next paragraph to another part.
    edit(&site, "01 99 00 00 00", "01 99 00 00 22");
    version.day = 3;
    let personal = version.part("Qui").remove(2);
    version.part("Coût").push(personal);
    assert_eq!(import(&site, &version).stderr, "");
    holds(
        &site,
        &[
            "01 99 00 00 22",
            "## Coût",
            "par an.",
            "La carte est personnelle.",
        ],
    );

    // 3: the editor deletes a paragraph. The source's list grows.
    edit(&site, "Suivez les actualités.\n\n", "");
    version.day = 4;
    version.part("Documents")[0] = list(&["Pièce d’identité", "Photo", "Justificatif de domicile"]);
    assert_eq!(import(&site, &version).stderr, "");
    lacks(&site, "Suivez");
    holds(
        &site,
        &["01 99 00 00 22", "- Photo", "Justificatif de domicile"],
    );

    // 4: the editor mends a word. The source cuts a part in two.
    edit(
        &site,
        "Toute personne peut la demander.",
        "Tout le monde peut la demander.",
    );
    version.day = 5;
    let minor = version.part("Documents").remove(1);
    version
        .parts
        .insert(4, ("Documents d’un mineur", vec![minor]));
    let run = import(&site, &version);
    assert_eq!(run.stderr, "");
    assert!(
        run.stdout
            .contains("nouvelle partie « Documents d’un mineur »"),
        "{}",
        run.stdout
    );
    holds(
        &site,
        &[
            "Tout le monde",
            "## Documents\n",
            "## Documents d’un mineur\n",
            "Un mineur vient",
        ],
    );

    // 5: the editor adds a part at the end. The source changes the cost.
    let text = site.read(PAGE);
    site.write(
        PAGE,
        format!("{text}\n## À Exempleville\n\nLa carte est prête le jour même.\n"),
    );
    version.day = 6;
    version.part("Coût")[0] = paragraph("La carte coûte 7 € par an.");
    let run = import(&site, &version);
    assert_eq!(run.stderr, "");
    assert!(
        run.stdout.contains("« Coût », 5 € devient 7 €"),
        "{}",
        run.stdout
    );
    holds(
        &site,
        &[
            "7 € par an.",
            "## Horaires",
            "## À Exempleville",
            "le jour même.",
        ],
    );

    // 6: the editor puts the cost behind the papers. The source adds a row to the table, and changes the cost again.
    let cost = "## Coût\n\nLa carte coûte 7 € par an.\n\nLa carte est personnelle.\n\n";
    edit(&site, cost, "");
    let minor = "## Documents d’un mineur";
    edit(&site, minor, &format!("{cost}{minor}"));
    version.day = 7;
    version.part("Horaires")[0] = table(&[["Lundi", "9 h"], ["Mardi", "10 h"], ["Jeudi", "14 h"]]);
    version.part("Coût")[0] = paragraph("La carte coûte 8 € par an.");
    assert_eq!(import(&site, &version).stderr, "");
    holds(
        &site,
        &[
            "## Qui",
            "Justificatif",
            "## Coût",
            "8 € par an.",
            "La carte est personnelle.",
            minor,
            "Jeudi",
            "## À Exempleville",
        ],
    );
    assert_eq!(site.read(PAGE).matches("## Coût").count(), 1);

    // 7: the source changes what the editor has changed: both are there, and it is told.
    version.day = 8;
    version.part("Qui")[1] = paragraph("Téléphone : 01 99 00 00 33, gratuit.");
    let run = import(&site, &version);
    assert!(run.stderr.contains("import-conflict"), "{}", run.stderr);
    let text = site.read(PAGE);
    assert!(
        text.contains(
            "01 99 00 00 22.\n\n<!-- guichet import:\nTéléphone : 01 99 00 00 33, gratuit.\n-->"
        ),
        "{text}"
    );
    // Once; until it is settled, each import counts it.
    let again = import(&site, &version);
    assert_eq!(again.stderr, "");
    assert!(
        again
            .stdout
            .contains("pas encore départagés : 1\n  content/guides/particuliers/F1.md:"),
        "{}",
        again.stdout
    );
    // The remedy: one of the two, without the comment.
    edit(
        &site,
        "\n\n<!-- guichet import:\nTéléphone : 01 99 00 00 33, gratuit.\n-->",
        "",
    );

    // 8: the source has another title.
    version.day = 9;
    version.title = "Obtenir une carte";
    let run = import(&site, &version);
    assert_eq!(run.stderr, "");
    assert!(!run.stdout.contains("départagés"), "{}", run.stdout);
    assert!(
        run.stdout
            .contains("Obtenir une carte : nouveau titre, au lieu de « Demander une carte »"),
        "{}",
        run.stdout
    );
    holds(&site, &["titre: Obtenir une carte", "01 99 00 00 22"]);

    // 9: the source withdraws a part that the editor has moved, and one in which the editor writes now.
    edit(
        &site,
        "Un mineur vient avec un parent.\n",
        "Un mineur vient avec un parent.\n\nLe nôtre a un formulaire.\n",
    );
    version.day = 10;
    version
        .parts
        .retain(|(title, _)| !matches!(*title, "Coût" | "Documents d’un mineur"));
    let run = import(&site, &version);
    assert!(
        run.stderr
            .contains("la source n’a plus ce passage, où vous avez écrit"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("Le nôtre a un formulaire."),
        "{}",
        run.stderr
    );
    lacks(&site, "## Coût");
    holds(
        &site,
        &[
            "## Documents d’un mineur",
            "Le nôtre a un formulaire.",
            "## Horaires",
        ],
    );
    assert_eq!(import(&site, &version).stderr, "");

    // 10: the source replaces the fiche with another, then has it again.
    let kept = site.read(PAGE);
    std::fs::rename(site.path("xml/F1.xml"), site.path("xml/F9.xml")).unwrap();
    site.write(
        "xml/F9.xml",
        FicheVersion {
            day: 11,
            ..version.clone()
        }
        .xml("F9"),
    );
    site.write(
        "xml/redirections.xml",
        "<R><Redirection ancien=\"F1\" nouveau=\"F9\"/></R>",
    );
    let run = import_folder(&site);
    assert!(
        run.stdout
            .contains("Retirés par la source, gardés parce que vous les avez changés : 1"),
        "{}",
        run.stdout
    );
    assert_eq!(site.read(PAGE), kept);
    let again = import_folder(&site);
    assert!(again.stdout.contains("Rien n’a changé"), "{}", again.stdout);
    std::fs::remove_file(site.path("xml/redirections.xml")).unwrap();
    version.day = 12;
    version.part("Documents")[0] = list(&["Pièce d’identité"]);
    assert_eq!(import(&site, &version).stderr, "");
    lacks(&site, "Justificatif");
    holds(
        &site,
        &[
            "titre: Obtenir une carte",
            "À Exempleville, venez le mardi.",
            "Tout le monde",
            "01 99 00 00 22",
            "## Documents d’un mineur",
            "Le nôtre a un formulaire.",
            "## À Exempleville",
        ],
    );
}

#[cfg(feature = "sheets")]
#[test]
fn an_edition_of_each_import_is_answered() {
    let site = TestSite::new(&[(
        "guichet.yaml",
        "titre: Essai\nadresse: https://exemple.fr/\nfiches: { guide: [a4] }\n",
    )]);
    let mut version = first();
    import(&site, &version);
    assert_eq!(site.run(&["record"]).status, Some(0));
    let code_of = |site: &TestSite| {
        let records = site.read("records/editions.csv");
        let last = records.lines().last().unwrap().to_owned();
        let edition = last.split(',').nth(2).unwrap().to_owned();
        edition.rsplit(' ').next().unwrap().to_owned()
    };
    let old = code_of(&site);
    version.day = 2;
    version.part("Coût")[0] = paragraph("La carte coûte 7 € par an.");
    import(&site, &version);
    let answer = |site: &TestSite| {
        let first = old.chars().next().unwrap().to_ascii_lowercase();
        let build = site.run(&["build"]);
        assert_eq!(build.status, Some(0), "{}", build.stderr);
        let page = site.read(&format!("public/editions/{first}.html"));
        let start = page
            .find(&old)
            .unwrap_or_else(|| panic!("{old} is not in {page}"));
        page[start..].to_owned()
    };
    // Not yet recorded, it is answered all the same.
    let before = answer(&site);
    assert!(before.contains("les explications"), "{before}");
    assert_eq!(site.run(&["record"]).status, Some(0));
    let new = code_of(&site);
    assert_ne!(old, new);
    let after = answer(&site);
    assert!(
        after.contains("les explications") && after.contains(&new),
        "{after}"
    );
    assert!(after.contains("guides/particuliers/f1.html"), "{after}");
}
