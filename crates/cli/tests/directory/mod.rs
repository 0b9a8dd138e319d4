//! The national directory: each file of `imports/annuaire` with what is imported from it, and records of any shape.

use std::collections::BTreeMap;
use std::path::Path;

use proptest::prelude::*;
use serde_json::{Value, json};
use snapbox::{Assert, Data};

use crate::site::TestSite;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/imports/annuaire");

/// A site with a file of the directory in it.
fn site_with(file: &str) -> TestSite {
    let site = TestSite::new(&[(
        "guichet.yaml",
        "titre: Essai\nadresse: https://essai.example.org/\n",
    )]);
    put(&site, file);
    site
}

/// Copies a file of the directory into a site, as `source`.
fn put(site: &TestSite, file: &str) {
    site.write(
        "source",
        std::fs::read(Path::new(FOLDER).join(file)).unwrap(),
    );
}

/// The pages of the directory, one below another.
fn pages(site: &TestSite) -> BTreeMap<String, String> {
    let folder = site.path("content/organizations/annuaire");
    if !folder.is_dir() {
        return BTreeMap::new();
    }
    let files = crate::site::files(&folder).into_iter();
    files
        .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .collect()
}

/// What an import said, the pages that it wrote, and whether the site can be published.
fn imported(site: &TestSite, options: &[&str]) -> String {
    let run = site.run(&[&["import", "annuaire", "source", "--all"], options].concat());
    let mut said = format!("{}{}[{:?}]\n", run.stdout, run.stderr, run.status.unwrap());
    for (path, text) in pages(site) {
        said += &format!("\n=== {path}\n{text}");
    }
    let build = site.run(&["build", "--no-sheets"]);
    assert_eq!(build.status, Some(0), "{}\n{said}", build.stderr);
    said
}

fn compare(name: &str, said: String) {
    let expected = Path::new(FOLDER).join("expected").join(name);
    let assert = Assert::new().action_env("SNAPSHOTS").normalize_paths(false);
    if let Err(error) = assert.try_eq(
        Some(&name),
        Data::text(said),
        Data::read_from(&expected, None),
    ) {
        panic!("{error}");
    }
}

#[test]
fn each_trap_gives_what_is_expected() {
    let cities = "35360,35991,35992,35993,75056,69382,13207,98799,2A999,35999";
    for (file, communes) in [
        ("town-halls.json", cities),
        ("hours.json", "35360"),
        ("contacts.json", "35360"),
        ("kinds.json", "35360"),
        ("texts.json", "35360"),
        ("api.csv", "35360"),
    ] {
        let site = site_with(file);
        let said = imported(&site, &["--commune", communes]);
        let again = site.run(&["import", "annuaire", "source"]);
        assert!(
            again.stdout.contains("Rien n’a changé"),
            "{file}: {}",
            again.stdout
        );
        compare(&format!("{file}.txt"), said);
    }
}

#[test]
fn a_hostile_file_is_told_and_what_is_sound_in_it_is_imported() {
    let mut said = String::new();
    for file in [
        "api-answer.json",
        "bare-list.json",
        "bytes.json",
        "commas.csv",
        "cut.json",
        "deep.json",
        "empty.json",
        "ids.json",
        "latin-1.json",
        "lone-surrogate.json",
        "mark.json",
        "not-a-list.json",
        "nothing.json",
        "other-keys.json",
        "records.json",
        "short-rows.csv",
        "trailing.json",
        "twice.json",
        "utf-16.json",
    ] {
        let site = site_with(&format!("hostile/{file}"));
        let run = site.run(&[
            "import",
            "annuaire",
            "source",
            "--all",
            "--commune",
            "35360",
        ]);
        said += &format!(
            "=== {file} [{:?}]\n{}{}",
            run.status.unwrap(),
            run.stdout,
            run.stderr
        );
        for (path, text) in pages(&site) {
            let title = text
                .lines()
                .find(|line| line.starts_with("titre:"))
                .unwrap_or_default();
            said += &format!("{path}: {}\n", title.chars().take(60).collect::<String>());
        }
        let build = site.run(&["build", "--no-sheets"]);
        assert_eq!(build.status, Some(0), "{file}: {}", build.stderr);
    }
    compare("hostile.txt", said);
}

#[test]
fn the_next_version_is_merged_with_what_an_editor_has_changed() {
    let site = site_with("again/before.json");
    imported(&site, &["--commune", "35360"]);
    let page = "content/organizations/annuaire/mairie-35360.md";
    let mine = site
        .read(page)
        .replace("1 place de la Mairie", "1 place de la Mairie, porte B");
    site.write(page, mine + "\nL’entrée est dans la cour.\n");
    let ccas = "content/organizations/annuaire/ccas-35360.md";
    let mine = site.read(ccas).replace("CCAS de Villefictive", "CCAS");
    site.write(ccas, mine);
    std::fs::remove_file(site.path("content/organizations/annuaire/msa-35360.md")).unwrap();
    put(&site, "again/after.json");
    // The commune is remembered.
    compare("again.txt", imported(&site, &[]));
}

#[test]
fn other_places_replace_those_of_the_last_import() {
    let site = site_with("town-halls.json");
    imported(&site, &["--commune", "35360"]);
    let names = |site: &TestSite| pages(site).into_keys().collect::<Vec<_>>();
    assert_eq!(
        names(&site),
        ["_index.md", "mairie-35360.md", "mairie-mobile-35360.md"]
    );
    imported(&site, &["--commune", "35992"]);
    assert_eq!(names(&site), ["_index.md", "mairie-35992.md"]);
    imported(&site, &["--commune", "35360,35992"]);
    assert_eq!(
        names(&site),
        [
            "_index.md",
            "mairie-35360.md",
            "mairie-35992.md",
            "mairie-mobile-35360.md"
        ]
    );
    imported(&site, &["--departement", "53", "--commune", "2a999"]);
    assert_eq!(
        names(&site),
        ["_index.md", "mairie-2a999.md", "mairie-53990.md"]
    );
}

#[test]
fn counters_are_as_fresh_as_their_file_and_it_is_told_once() {
    let site = site_with("town-halls.json");
    let yaml = site.read("guichet.yaml") + "vérifier-tous-les: 12 mois\n";
    site.write("guichet.yaml", yaml);
    imported(&site, &["--commune", "35360"]);
    let told = |day: &str| {
        let check = site.run(&["check", "--all", "--today", day]);
        let stale = check.stderr.split("\n\n").map(str::to_owned);
        stale
            .filter(|said| said.contains("[stale]"))
            .collect::<Vec<_>>()
    };
    assert_eq!(told("2026-12-01"), Vec::<String>::new());
    let told = told("2030-01-01");
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].contains("annuaire/_index.md"), "{}", told[0]);
    assert!(told[0].contains("« source »"), "{}", told[0]);
}

#[test]
fn an_intercommunality_is_its_communes() {
    let site = site_with("kinds.json");
    let run = site.run(&["import", "annuaire", "source", "--siren", "249 900 009"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert!(
        pages(&site).contains_key("epci-35360.md"),
        "{:?}",
        pages(&site).keys()
    );
    for (siren, said) in [
        ("219900001", "ne dit pas"),
        ("123456789", "n’a le numéro"),
        ("12", "n’est pas un code"),
    ] {
        let run = site.run(&["import", "annuaire", "source", "--siren", siren]);
        assert_eq!(run.status, Some(1));
        assert!(
            (run.stdout.clone() + &run.stderr).contains(said),
            "{siren}: {}{}",
            run.stdout,
            run.stderr
        );
    }
}

/// The record that has every field.
fn whole() -> Value {
    let text = std::fs::read_to_string(Path::new(FOLDER).join("town-halls.json")).unwrap();
    let all: Value = serde_json::from_str(&text).unwrap();
    let mut whole = all["service"][3].clone();
    let texts: Value = serde_json::from_str(
        &std::fs::read_to_string(Path::new(FOLDER).join("texts.json")).unwrap(),
    )
    .unwrap();
    whole["information_complementaire"] = texts["service"][0]["information_complementaire"].clone();
    whole["telecopie"] = json!(["01 99 00 00 11"]);
    whole
}

/// Texts that mean something to YAML, Markdown, HTML, a shell or a file system.
pub const HOSTILE: &[&str] = &[
    "---\ntitre: x\n---\n",
    "{{ x }} {% y %} ${z}",
    "](javascript:alert(1))",
    "[x](../../../etc/passwd) ![y](z.png)",
    "<script>alert(1)</script><img src=x>",
    "# Titre\n\n::: {.case}\n\n> [!ATTENTION]\n> x",
    "\u{202e}x\u{2066}y\0z",
    "&lt;b&gt; &#0; &#x202e; &amp;amp;",
    "~~~\n```\n    code\n| a | b |\n|---|---|",
    "../../outside",
    "*anchor &alias !tag",
    "[^1] [^1]: note",
    "\"'\\",
    ": - #",
    "null",
    "<a href='https://a.example'>x</a> <a href=\"#y\">z</a>",
    "https://a.example/](x) mailto:x@y.example",
    "glossary:x [y](glossary:z)",
    "<table><tr><td>x",
    "[[x]] {.case} $x$",
];

/// Each field of a record, and of what is in it, in turn as something else.
pub fn mutilated(whole: &Value) -> Vec<Value> {
    fn paths(value: &Value, here: &str, found: &mut Vec<String>) {
        let inner: Vec<(String, &Value)> = match value {
            Value::Object(fields) => fields
                .iter()
                .map(|(key, value)| (format!("{here}/{key}"), value))
                .collect(),
            Value::Array(items) => items
                .iter()
                .enumerate()
                .map(|(at, value)| (format!("{here}/{at}"), value))
                .collect(),
            _ => Vec::new(),
        };
        for (path, value) in inner {
            paths(value, &path, found);
            found.push(path);
        }
    }
    let mut all = Vec::new();
    let mut found = Vec::new();
    paths(whole, "", &mut found);
    let hostile = HOSTILE.iter().map(|text| json!(text));
    let others = [
        json!(null),
        json!(12),
        json!(-0.5),
        json!(true),
        json!([]),
        json!({}),
        json!([[["x"]]]),
        json!("x".repeat(5_000)),
        json!(" \n "),
        json!("9".repeat(40)),
    ];
    let values: Vec<Value> = others.into_iter().chain(hostile).collect();
    for (number, path) in found.iter().enumerate() {
        // One mutilation of each field keeps the import short; all fields together have each of them many times.
        for step in 0..4 {
            let mut record = whole.clone();
            *record.pointer_mut(path).unwrap() = values[(number * 4 + step) % values.len()].clone();
            all.push(record);
        }
        let mut record = whole.clone();
        let (parent, key) = path.rsplit_once('/').unwrap();
        if let Some(fields) = record.pointer_mut(parent).and_then(Value::as_object_mut) {
            fields.remove(key);
            all.push(record);
        }
    }
    all
}

/// Imports records and builds the site.
fn built(records: &[Value]) -> (TestSite, crate::site::Run) {
    let site = TestSite::new(&[]);
    site.write("source", json!({ "service": records }).to_string());
    let run = site.run(&["import", "annuaire", "source", "--commune", "35360"]);
    assert!(
        matches!(run.status, Some(0 | 1)),
        "{:?}: {}",
        run.status,
        run.stderr
    );
    let build = site.run(&["build", "--no-sheets"]);
    (site, build)
}

#[test]
fn what_is_imported_from_a_record_of_any_shape_can_be_published() {
    let mut records = mutilated(&whole());
    for (at, record) in records.iter_mut().enumerate() {
        // Offices of their own, so that each has a page.
        let id = format!("{at:08x}-0000-4000-8000-000000000000");
        if record["id"] == whole()["id"] {
            record["id"] = json!(id);
        }
        if record["pivot"] == whole()["pivot"] {
            record["pivot"][0]["type_service_local"] = json!("ccas");
        }
    }
    let (site, build) = built(&records);
    assert_eq!(build.status, Some(0), "{}", build.stderr);
    assert!(
        pages(&site).len() > records.len() / 2,
        "{}",
        pages(&site).len()
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Many fields at once.
    #[test]
    fn what_is_imported_from_texts_of_any_kind_can_be_published(
        texts in prop::collection::vec(prop::sample::select(HOSTILE), 40), words in prop::collection::vec("\\PC{0,30}", 40)
    ) {
        let mut records = Vec::new();
        for at in 0..20 {
            let mut record = whole();
            let mut next = texts.iter().zip(&words).cycle().skip(at * 7);
            let mut said = || next.next().map(|(text, word)| format!("{word}{text}")).unwrap();
            record["id"] = json!(format!("{at:08}-a"));
            record["nom"] = json!(said());
            record["pivot"] = json!([{ "type_service_local": said(), "code_insee_commune": ["35360"] }, { "type_service_local": "ccas", "code_insee_commune": ["35360"] }]);
            for key in ["mission", "information_complementaire", "service_disponible", "sigle", "date_modification", "url_service_public", "commentaire_plage_ouverture"] {
                record[key] = json!(said());
            }
            for key in ["telecopie", "adresse_courriel", "ancien_nom", "formulaire_contact"] {
                record[key] = json!([said(), said()]);
            }
            record["telephone"] = json!([{ "valeur": said(), "description": said() }, { "valeur": "01 99 00 00 10", "description": said() }]);
            record["site_internet"] = json!([{ "valeur": said(), "libelle": said() }, { "valeur": "https://a.example/", "libelle": said() }]);
            for key in ["complement1", "numero_voie", "code_postal", "nom_commune", "pays", "longitude", "accessibilite", "note_accessibilite"] {
                record["adresse"][0][key] = json!(said());
            }
            for key in ["nom_jour_debut", "valeur_heure_debut_1", "commentaire"] {
                record["plage_ouverture"][0][key] = json!(said());
            }
            records.push(record);
        }
        let (site, build) = built(&records);
        prop_assert_eq!(build.status, Some(0), "{}", build.stderr);
        let again = site.run(&["import", "annuaire", "source"]);
        prop_assert!(again.stdout.contains("Rien n’a changé"), "{}", again.stdout);
    }
}
