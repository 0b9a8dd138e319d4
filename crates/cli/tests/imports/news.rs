//! What an import tells editors and readers that is new.

use std::collections::BTreeMap;

use super::official::{errors_of, guide, write_guide};
use super::site::{TestSite, files};

const ARTICLES: &str = "content/articles/guide-officiel";

type GuideFiles = BTreeMap<String, Vec<u8>>;

/// A file of the site, its no-break spaces as plain ones.
fn read(site: &TestSite, path: &str) -> String {
    plain(&site.read(path))
}

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// All articles.
fn articles(site: &TestSite) -> String {
    let files = files(&site.path(ARTICLES)).into_values();
    files
        .map(|bytes| plain(&String::from_utf8(bytes).unwrap()))
        .collect()
}

/// Changes a file of a guide.
fn change(guide: &mut GuideFiles, name: &str, from: &str, to: &str) {
    let text = String::from_utf8(guide[name].clone()).unwrap();
    assert!(text.contains(from), "{from} is not in {text}");
    guide.insert(name.to_owned(), text.replace(from, to).into_bytes());
}

fn import(site: &TestSite, guide: &GuideFiles, options: &[&str]) -> String {
    write_guide(site, guide);
    let run = site.run(&[&["import", "service-public", "xml"], options].concat());
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    run.stdout + &run.stderr
}

fn published(site: &TestSite) {
    let build = site.run(&["build", "--no-sheets"]);
    assert_eq!(build.status, Some(0), "{}", build.stderr);
}

#[test]
fn a_new_import_tells_what_is_new() {
    let site = TestSite::new(&[]);
    let mut today = guide();
    let first = import(&site, &today, &[]);
    assert!(first.contains("A1.xml (<Actualite>)"), "{first}");
    assert!(!site.path(ARTICLES).exists(), "all is new");
    let again = import(&site, &today, &[]);
    assert!(
        again.contains("Rien n’a changé.") && again.contains("« --all » redit"),
        "{again}"
    );
    assert!(!again.contains("A1.xml"), "{again}");
    assert!(import(&site, &today, &["--all"]).contains("A1.xml (<Actualite>)"));

    change(&mut today, "F2.xml", "2026-09-01", "2026-10-15");
    change(&mut today, "F2.xml", "est faite", "est faite en 3 jours");
    change(&mut today, "idxDateModifImp.xml", "F1", "F2");
    change(
        &mut today,
        "idxDateModifImp.xml",
        "2026-10-01",
        "2026-10-15",
    );
    let before = files(&site.path(""));
    let said = import(&site, &today, &["--dry-run", "--since", "2026-10-02"]);
    assert_eq!(files(&site.path("")).len(), before.len());
    for told in [
        "Une page a changé depuis le dernier import, d’une source du 2026-10-01 :\n  Que faire si la carte est perdue ? : le texte\n",
        "depuis le 2026-10-02 : une page",
        "2026-10-15 Que faire si la carte est perdue ? (content/guides/particuliers/N1/F2.md), changement important",
        "Pour les lecteurs, ce qui a changé : content/articles/guide-officiel/2026-10-15.md",
        "Rien n’a été écrit.",
    ] {
        assert!(said.contains(told), "{told}: {said}");
    }
    import(&site, &today, &[]);
    let article = read(&site, &format!("{ARTICLES}/2026-10-15.md"));
    assert!(
        article.contains("titre: \"Guide officiel : une page a changé\""),
        "{article}"
    );
    assert!(
        article.contains("résumé: Cela concerne « Que faire si la carte est perdue ? »."),
        "{article}"
    );
    assert!(
        article.contains(
            "- [Que faire si la carte est perdue ?](../../guides/particuliers/N1/F2.md) : le texte"
        ),
        "{article}"
    );
    published(&site);

    // Two changes of one day; a date alone is no news.
    change(&mut today, "F2.xml", "3 jours", "4 jours");
    change(&mut today, "F2.xml", "2026-10-15", "2026-10-16");
    change(&mut today, "F1.xml", "2026-10-01", "2026-10-16");
    let said = import(&site, &today, &[]);
    assert!(
        said.contains("3 jours devient 4 jours")
            && !said.contains("Demander une carte de lecteur :"),
        "{said}"
    );
    change(
        &mut today,
        "F1.xml",
        "permet d'emprunter",
        "sert à emprunter",
    );
    change(&mut today, "F1.xml", "2026-10-16", "2026-10-17");
    change(&mut today, "F2.xml", "2026-10-16", "2026-10-17");
    import(&site, &today, &[]);
    let titles: Vec<String> = files(&site.path(ARTICLES)).into_keys().collect();
    assert_eq!(
        titles,
        [
            "2026-10-15.md",
            "2026-10-16.md",
            "2026-10-17.md",
            "_index.md"
        ]
    );
    // What the importer writes in another way on the same day is no news for readers.
    change(
        &mut today,
        "F1.xml",
        "sert à emprunter",
        "permet d'emprunter",
    );
    import(&site, &today, &[]);
    assert_eq!(files(&site.path(ARTICLES)).len(), 4);
    published(&site);
    assert!(
        site.path("public/articles/guide-officiel/2026-10-17.html")
            .exists()
    );
}

#[test]
fn articles_are_the_editors_and_lead_nowhere_wrong() {
    let site = TestSite::new(&[(
        "guichet.yaml",
        "titre: Essai\nadresse: https://exemple.fr/\n",
    )]);
    let mut today = guide();
    import(&site, &today, &[]);
    let news = |today: &mut GuideFiles, from: &str, to: &str| {
        change(today, "F2.xml", from, to);
        change(today, "F2.xml", "est faite", "est vite faite");
    };
    news(&mut today, "2026-09-01", "2026-10-15");
    import(&site, &today, &[]);
    published(&site);
    assert!(
        site.read("public/articles/guide-officiel/atom.xml")
            .contains("Que faire si la carte est perdue")
    );
    let path = format!("{ARTICLES}/2026-10-15.md");
    let article = read(&site, &path).replace(
        "## Ce qui a changé\n",
        "## Ce qui a changé\n\nVenez nous voir.\n",
    );
    site.write(&path, article);

    // The source withdraws the page: the article says its title.
    let f2 = today.remove("F2.xml").unwrap();
    assert_eq!(errors_of_import(&site, &today), "");
    let article = read(&site, &path);
    assert!(
        article.contains("Venez nous voir.")
            && article.contains("- Que faire si la carte est perdue ? :"),
        "{article}"
    );
    // The editor deletes a page that an article links to: the next import says its title there, too.
    today.insert("F2.xml".to_owned(), f2);
    assert_eq!(errors_of_import(&site, &today), "");
    let linked = "(../../guides/particuliers/N1/F2.md)";
    let all = articles(&site);
    assert!(all.contains(linked), "{all}");
    std::fs::remove_file(site.path("content/guides/particuliers/N1/F2.md")).unwrap();
    assert_eq!(errors_of_import(&site, &today), "");
    let all = articles(&site);
    assert!(!all.contains(linked), "{all}");

    // A deleted article stays deleted; without the text of the section, there are no more.
    std::fs::remove_file(site.path(&path)).unwrap();
    assert_eq!(errors_of_import(&site, &today), "");
    assert!(!site.path(&path).exists());
    std::fs::remove_file(site.path(&format!("{ARTICLES}/_index.md"))).unwrap();
    let before = files(&site.path(ARTICLES)).len();
    change(
        &mut today,
        "F1.xml",
        "permet d'emprunter",
        "sert à emprunter",
    );
    change(&mut today, "F1.xml", "2026-10-01", "2026-11-01");
    assert_eq!(errors_of_import(&site, &today), "");
    assert_eq!(files(&site.path(ARTICLES)).len(), before);
}

fn errors_of_import(site: &TestSite, guide: &GuideFiles) -> String {
    write_guide(site, guide);
    errors_of(site)
}

#[test]
fn the_title_of_an_article_counts_its_pages() {
    let site = TestSite::new(&[("guichet.yaml", "title: Trial\nlanguage: en\n")]);
    let mut today = guide();
    let text = String::from_utf8(today["F2.xml"].clone()).unwrap();
    let fiche = |id: &str, from: &str, to: &str| {
        let text = text.replace("ID=\"F2\"", &format!("ID=\"{id}\""));
        text.replace(from, to).into_bytes()
    };
    for id in ["F3", "F4", "F5"] {
        today.insert(format!("{id}.xml"), fiche(id, "Que faire", "Que faire"));
    }
    import(&site, &today, &[]);
    for id in ["F3", "F4"] {
        today.insert(format!("{id}.xml"), fiche(id, "2026-09-01", "2026-11-02"));
        change(
            &mut today,
            &format!("{id}.xml"),
            "est faite",
            "est vite faite",
        );
    }
    today.remove("F5.xml");
    today.insert(
        "F6.xml".to_owned(),
        fiche("F6", "Que faire si", "Comment savoir si"),
    );
    import(&site, &today, &[]);
    let article = read(&site, &format!("{ARTICLES}/2026-11-02.md"));
    for said in [
        "title: \"Official guide: 2 pages have changed, one page is new, one page has been withdrawn\"",
        // Three of the four have one title.
        "summary: This concerns “Que faire si la carte est perdue ?” and “Comment savoir si la carte est perdue ?”.",
    ] {
        assert!(article.contains(said), "{said}: {article}");
    }
    for path in ["F3.md", "F4.md", "F6.md"] {
        assert_eq!(article.matches(path).count(), 1, "{path}: {article}");
    }
}

#[test]
fn an_article_in_another_encoding_stays_byte_for_byte() {
    let site = TestSite::new(&[]);
    let mut today = guide();
    import(&site, &today, &[]);
    change(&mut today, "F2.xml", "2026-09-01", "2026-10-15");
    change(&mut today, "F2.xml", "est faite", "est vite faite");
    import(&site, &today, &[]);
    let path = format!("{ARTICLES}/2026-10-15.md");
    let article = read(&site, &path);
    let latin: Vec<u8> = article
        .replace(['’', '…'], "'")
        .chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap())
        .collect();
    let lines = article.replace('\n', "\r\n");
    let title = "Que faire si la carte est perdue ?";
    let link = format!("[{title}](../../guides/particuliers/N1/F2.md)");
    assert!(lines.contains(&link), "{lines}");
    let without = lines.replace(&link, title).into_bytes();
    today.remove("F2.xml");
    for (bytes, expected) in [(latin.clone(), latin), (lines.into_bytes(), without)] {
        site.write(&path, bytes);
        import(&site, &today, &[]);
        let found = std::fs::read(site.path(&path)).unwrap();
        assert!(found == expected, "{}", String::from_utf8_lossy(&found));
    }
}

#[test]
fn a_great_change_is_a_light_page() {
    let site = TestSite::new(&[]);
    let mut today = guide();
    let template = String::from_utf8(today["F2.xml"].clone()).unwrap();
    let fiche = |number: usize, word: &str, day: &str| {
        let text = template.replace("ID=\"F2\"", &format!("ID=\"F{number}\""));
        let text = text
            .replace("est faite", &format!("est {word}"))
            .replace("2026-09-01", day);
        text.replace("Que faire si", &format!("Et {number}, que faire si"))
            .into_bytes()
    };
    for number in 100..400 {
        today.insert(
            format!("F{number}.xml"),
            fiche(number, "faite", "2026-09-01"),
        );
    }
    import(&site, &today, &[]);
    for number in 100..400 {
        today.insert(
            format!("F{number}.xml"),
            fiche(number, "refaite", "2026-11-02"),
        );
    }
    let said = import(&site, &today, &[]);
    assert!(
        said.contains("300 pages ont changé") && said.contains("… et 280 autres"),
        "{said}"
    );
    let article = read(&site, &format!("{ARTICLES}/2026-11-02.md"));
    assert!(
        article.contains("- **Papiers** : 300 pages, dont [Et 100, que faire"),
        "{article}"
    );
    assert_eq!(article.matches("](").count(), 3, "{article}");
    published(&site);
}

#[test]
fn links_to_what_is_withdrawn_are_told() {
    let site = TestSite::new(&[(
        "content/pages/nous.md",
        "---\ntitre: Nous\nkind: page\nvoir-aussi:\n  - ../guides/particuliers/N1/F2.md\n---\n\nVoyez [la carte](../guides/particuliers/N1/F2.md#x).\n",
    )]);
    let mut today = guide();
    import(&site, &today, &[]);
    let f2 = today.remove("F2.xml").unwrap();
    let said = import(&site, &today, &["--dry-run"]);
    for told in [
        "attention[dead-link]",
        "content/pages/nous.md:5:5",
        "content/pages/nous.md:8:18",
        "l’import retire cette page",
    ] {
        assert!(said.contains(told), "{told}: {said}");
    }
    // Replaced by another: the remedy is its path.
    today.insert("F2.xml".to_owned(), f2);
    today.remove("F2.xml");
    change(
        &mut today,
        "redirections.xml",
        "ancien=\"F90\"",
        "ancien=\"F2\"",
    );
    let said = import(&site, &today, &[]);
    assert!(
        said.contains("que remplace « ../guides/particuliers/N1/F1.md »"),
        "{said}"
    );
    let page = site
        .read("content/pages/nous.md")
        .replace("F2.md#x", "F1.md")
        .replace("F2.md", "F1.md");
    site.write("content/pages/nous.md", page);
    assert_eq!(errors_of(&site), "");
}

#[test]
fn what_an_editor_deletes_from_the_glossary_is_said_without_a_link() {
    let site = TestSite::new(&[]);
    let mut today = guide();
    import(&site, &today, &[]);
    let glossary = "content/guides/particuliers/glossary.yaml";
    let page = "content/guides/particuliers/N1/F2.md";
    assert!(
        site.read(page).contains("[domicile](glossary:R7)"),
        "{}",
        site.read(page)
    );
    let all = site.read(glossary);
    let start = all.find("R7:").unwrap();
    let end = all[start + 1..]
        .find("\nR")
        .map_or(all.len(), |at| start + 1 + at + 1);
    site.write(glossary, format!("{}{}", &all[..start], &all[end..]));
    for changed in [false, true] {
        if changed {
            // The source changes what it means.
            change(&mut today, "F1.xml", "Là où l'on habite", "Là où l'on vit");
        }
        assert_eq!(errors_of_import(&site, &today), "");
        assert!(
            site.read(page).contains("si le domicile est le même"),
            "{}",
            site.read(page)
        );
        assert!(!site.path(ARTICLES).exists(), "that is no news");
    }
    // It is in another glossary of the site.
    site.write("content/glossary.yaml", &all[start..end]);
    assert_eq!(errors_of_import(&site, &today), "");
    assert!(
        site.read(page).contains("[domicile](glossary:R7)"),
        "{}",
        site.read(page)
    );
}
