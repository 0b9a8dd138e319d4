//! A new site from the official files: one command, and what it says when a file is not there.
#![allow(clippy::unwrap_used, clippy::panic)]

mod site;

use site::TestSite;

/// The guide and the directory of other tests, in a folder without a site.
fn folder() -> TestSite {
    let imports = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/imports");
    let folder = TestSite::copy_of(imports.as_ref());
    let suite = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/suite");
    let directory = std::fs::read(format!("{suite}/import-annuaire/annuaire.json")).unwrap();
    folder.write("all_latest.json", directory);
    folder
}

/// The directory, cut after the annexe, which is there before the town hall.
fn cut(folder: &TestSite) -> String {
    let whole = folder.read("all_latest.json");
    let at = whole.find("\"Mairie - Villefictive\"").unwrap();
    whole[..at].to_owned()
}

#[test]
fn a_site_has_the_guide_the_counters_and_the_name_of_its_commune() {
    let folder = folder();
    let run = folder.run(&[
        "init",
        "ville",
        "--commune",
        "35360",
        "--guide",
        "official",
        "--annuaire",
        "all_latest.json",
    ]);
    assert_eq!(run.status, Some(0), "{}{}", run.stdout, run.stderr);
    let config = folder.read("ville/guichet.yaml");
    assert!(
        config.contains("titre: Mairie de Villefictive\n"),
        "{config}"
    );
    assert!(config.contains("éditeur: mairie-35360"), "{config}");
    assert!(config.contains("apparence: commune"), "{config}");
    // Nothing made up, and no second town hall.
    assert!(
        !folder
            .path("ville/content/guides/carte-de-bibliotheque.md")
            .exists()
    );
    assert!(
        !folder
            .path("ville/content/organizations/mairie-35360.md")
            .exists()
    );
    let build = folder.run(&["build", "--site", "ville", "--no-sheets"]);
    assert_eq!(build.status, Some(0), "{}", build.stderr);
    let home = folder.read("ville/public/index.html");
    assert!(home.contains("Mairie de Villefictive"), "{home}");
    // The next import knows what this one wrote.
    let again = folder.run(&["import", "annuaire", "all_latest.json", "--site", "ville"]);
    assert_eq!(again.status, Some(0), "{}", again.stderr);
    assert!(!again.stdout.contains("content/"), "{}", again.stdout);
}

#[test]
fn another_publisher_keeps_its_name_beside_the_counters_of_the_town() {
    let folder = folder();
    let name = "Union locale de Villefictive";
    let run = folder.run(&[
        "init",
        "union",
        "--commune",
        "35360",
        "--annuaire",
        "all_latest.json",
        "--name",
        name,
    ]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert!(
        folder
            .path("union/content/organizations/union-locale-de-villefictive.md")
            .exists()
    );
    assert!(
        folder
            .path("union/content/organizations/annuaire/mairie-35360.md")
            .exists()
    );
    let build = folder.run(&["build", "--site", "union", "--no-sheets"]);
    assert_eq!(build.status, Some(0), "{}", build.stderr);
}

#[test]
fn what_is_missing_is_named_with_what_to_type() {
    let folder = folder();
    let run = folder.run(&["init", "ville", "--commune", "35360"]);
    assert_eq!(run.status, Some(2));
    for said in [
        "curl -LO https://lecomarquage.service-public.gouv.fr/donnees_locales_v4/all_latest.tar.bz2",
        "curl -LO https://lecomarquage.service-public.gouv.fr/vdd/3.5/part/zip/vosdroits-latest.zip",
        "guichet init ville --commune 35360 --guide vosdroits-latest.zip --annuaire all_latest.tar.bz2",
    ] {
        assert!(run.stderr.contains(said), "{}", run.stderr);
    }
    let guide = [
        "init",
        "ville",
        "--commune",
        "35360",
        "--guide",
        "official",
        "--annuaire",
        "non.json",
    ];
    let run = folder.run(&guide);
    assert_eq!(run.status, Some(2));
    assert!(run.stderr.contains("non.json"), "{}", run.stderr);
    assert!(
        run.stderr
            .contains("--guide official --annuaire all_latest.tar.bz2"),
        "{}",
        run.stderr
    );
    assert!(!run.stderr.contains("vosdroits"), "{}", run.stderr);
    let run = folder.run(&[
        "init",
        "ville",
        "--commune",
        "Villefictive",
        "--annuaire",
        "all_latest.json",
    ]);
    assert_eq!(run.status, Some(2));
    assert!(run.stderr.contains("comme 35360"), "{}", run.stderr);
    // A postcode is not the code of a commune.
    let run = folder.run(&[
        "init",
        "ville",
        "--commune",
        "35990",
        "--annuaire",
        "all_latest.json",
    ]);
    assert_eq!(run.status, Some(1));
    assert!(run.stderr.contains("Villefictive 35360"), "{}", run.stderr);
    assert!(!folder.path("ville").exists());
    // Of a cut file, an annexe may be the only town hall.
    folder.write("cut.json", cut(&folder));
    let run = folder.run(&[
        "init",
        "ville",
        "--commune",
        "35360",
        "--annuaire",
        "cut.json",
    ]);
    assert_eq!(run.status, Some(1), "{}{}", run.stdout, run.stderr);
    assert!(run.stderr.contains("incomplet"), "{}", run.stderr);
    assert!(!folder.path("ville").exists());
}

#[test]
fn a_cut_file_takes_no_town_hall_away_and_another_place_no_publisher() {
    let folder = folder();
    let files = ["--annuaire", "all_latest.json"];
    let run = folder.run(&[&["init", "ville", "--commune", "35360"], &files[..]].concat());
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let hall = folder.read("ville/content/organizations/annuaire/mairie-35360.md");
    folder.write("cut.json", cut(&folder));
    let run = folder.run(&["--site", "ville", "import", "annuaire", "cut.json"]);
    assert!(run.stderr.contains("incomplet"), "{}", run.stderr);
    let page = "ville/content/organizations/annuaire/mairie-35360.md";
    assert_eq!(folder.read(page), hall, "{}", run.stdout);
    // Another commune instead of this one: its town hall still publishes the site.
    let other = [
        "import",
        "annuaire",
        "all_latest.json",
        "--commune",
        "53990",
    ];
    let run = folder.run(&[&["--site", "ville"], &other[..]].concat());
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert!(run.stdout.contains("éditeur du site"), "{}", run.stdout);
    assert_eq!(folder.read(page), hall);
    let build = folder.run(&["build", "--site", "ville", "--no-sheets"]);
    assert_eq!(build.status, Some(0), "{}", build.stderr);
    let directory = folder.read("ville/public/organizations/index.html");
    assert!(directory.contains("annuaire/index.html"), "{directory}");
}

#[test]
fn what_a_fiche_that_cannot_be_read_needs_stays() {
    let folder = folder();
    let run = folder.run(&["init", "ville", "--guide", "official"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let mut names: Vec<String> = std::fs::read_dir(folder.path("official"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".xml"))
        .collect();
    names.sort();
    for name in names {
        let path = format!("official/{name}");
        let whole = folder.read(&path);
        let cut: String = whole.chars().take(whole.chars().count() * 2 / 3).collect();
        folder.write(&path, cut);
        let import = ["--site", "ville", "import", "service-public", "official"];
        let run = folder.run(&import);
        // The rest is imported.
        assert_eq!(run.status, Some(0), "{name}: {}", run.stderr);
        let build = folder.run(&["build", "--site", "ville", "--no-sheets"]);
        assert_eq!(build.status, Some(0), "{name}: {}", build.stderr);
        folder.write(&path, whole);
    }
}

#[test]
fn all_that_is_missing_is_said_in_one_run() {
    let folder = folder();
    let files = ["--guide", "a.zip", "--annuaire", "b.json"];
    let run = folder.run(&[&["init", "ville"], &files[..]].concat());
    assert_eq!(run.status, Some(2), "{}", run.stderr);
    for said in [
        "a.zip n’existe pas",
        "b.json n’existe pas",
        "--commune",
        "curl -LO",
    ] {
        assert!(run.stderr.contains(said), "{said}: {}", run.stderr);
    }
    let swapped = ["--guide", "all_latest.json", "--annuaire", "official"];
    let run = folder.run(&[&["init", "ville", "--commune", "35360"], &swapped[..]].concat());
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    for said in ["« --annuaire »", "« --guide »"] {
        assert!(run.stderr.contains(said), "{said}: {}", run.stderr);
    }
    assert!(!folder.path("ville").exists());
}

#[test]
fn the_number_of_the_editor_is_on_the_page_of_the_publisher() {
    const PAGE: &str = "content/organizations/annuaire/mairie-35360.md";
    let folder = folder();
    let start = [
        "init",
        "ville",
        "--commune",
        "35360",
        "--annuaire",
        "all_latest.json",
        "--phone",
    ];
    let run = folder.run(&[&start[..], &["02 99 00 00 77"]].concat());
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert!(run.stdout.contains(PAGE), "{}", run.stdout);
    assert!(run.stdout.contains("01 99 00 00 10"), "{}", run.stdout);
    let page = folder.read(&format!("ville/{PAGE}"));
    assert!(
        page.contains("téléphones:\n  - \"02 99 00 00 77\"\ncourriel:"),
        "{page}"
    );
    assert!(!page.contains("01 99 00 00 10"), "{page}");
    let again = folder.run(&["--site", "ville", "import", "annuaire", "all_latest.json"]);
    assert_eq!(again.status, Some(0), "{}", again.stderr);
    assert_eq!(folder.read(&format!("ville/{PAGE}")), page);
    // What the directory says already is no change.
    std::fs::remove_dir_all(folder.path("ville")).unwrap();
    let run = folder.run(&[&start[..], &["01.99.00.00.10"]].concat());
    assert!(!run.stdout.contains("Votre numéro"), "{}", run.stdout);
}

#[test]
fn a_page_to_complete_shows_each_line_in_french() {
    let folder = TestSite::empty();
    let run = folder.run(&["init", "union", "--name", "Union locale de Villefictive"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let page = folder.read("union/content/organizations/union-locale-de-villefictive.md");
    assert!(page.contains("\ntype: syndicat\n# téléphone: "), "{page}");
    let run = folder.run(&[
        "init",
        "ville",
        "--name",
        "Mairie d’Exempleville",
        "--phone",
        "01 99 00 00 10",
    ]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let page = folder.read("ville/content/organizations/mairie.md");
    assert!(
        page.contains("\ntype: mairie\ntéléphone: \"01 99 00 00 10\"\n"),
        "{page}"
    );
}

/// No success is told before what could not be written.
#[test]
fn what_cannot_be_written_is_all_that_is_said() {
    let folder = folder();
    folder.write("ville/content/guides", "");
    let run = folder.run(&["init", "ville", "--guide", "official"]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    assert_eq!(run.stdout, "");
    assert!(!run.stderr.contains("os error"), "{}", run.stderr);
    folder.write("fichier", "");
    let run = folder.run(&["init", "fichier"]);
    assert_eq!(run.status, Some(1));
    assert!(run.stderr.contains("porte déjà ce nom"), "{}", run.stderr);
}
