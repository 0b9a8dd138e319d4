//! data·inclusion: what is imported can be published, whatever a record is; however the records are packed, they say the same; what the
//! site itself publishes is read again.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::Path;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::directory::{HOSTILE, mutilated};
use super::site::{TestSite, files};

/// The records of a file of `imports/inclusion`.
fn records(name: &str) -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/imports/inclusion");
    let text = fs::read_to_string(folder.join(name)).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn site() -> TestSite {
    TestSite::new(&[(
        "guichet.yaml",
        "titre: Essai\nadresse: https://essai.example.org/\ndonnées: [data-inclusion]\n",
    )])
}

fn put(site: &TestSite, name: &str, records: &[Value]) {
    site.write(name, serde_json::to_string_pretty(records).unwrap());
}

/// The pages of an import, without the name of the file that they come from.
fn pages(site: &TestSite) -> BTreeMap<String, String> {
    let all = files(&site.path("content")).into_iter();
    all.map(|(path, bytes)| {
        let text = String::from_utf8(bytes).unwrap();
        let lines = text.lines().filter(|line| !line.starts_with("  fichier:"));
        (path, lines.collect::<Vec<_>>().join("\n"))
    })
    .collect()
}

/// Imports, and says what a build complains of; empty if something is there to import, and publishes without an error.
fn errors_of(site: &TestSite, arguments: &[&str]) -> String {
    let import = site.run(&[&["import", "inclusion"], arguments].concat());
    let build = site.run(&["build", "--no-sheets"]);
    match (import.status, build.status) {
        (Some(0), Some(0)) => String::new(),
        _ => format!("{}{}\n{}", import.stdout, import.stderr, build.stderr),
    }
}

/// A table of records.
fn table(records: &[Value]) -> String {
    let names: BTreeSet<&String> = records
        .iter()
        .flat_map(|record| record.as_object().unwrap().keys())
        .collect();
    let cell = |value: Option<&Value>| match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => format!("\"{}\"", text.replace('"', "\"\"")),
        Some(value) => format!("\"{}\"", value.to_string().replace('"', "\"\"")),
    };
    let header: Vec<String> = names.iter().map(|name| (*name).clone()).collect();
    let rows = records.iter().map(|record| {
        let cells = names.iter().map(|name| cell(record.get(name.as_str())));
        cells.collect::<Vec<_>>().join(",")
    });
    std::iter::once(header.join(","))
        .chain(rows)
        .map(|row| row + "\r\n")
        .collect()
}

fn gzip(text: &str) -> Vec<u8> {
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gz.write_all(text.as_bytes()).unwrap();
    gz.finish().unwrap()
}

/// Files by their names.
type PackedFiles = Vec<(&'static str, Vec<u8>)>;

#[test]
fn records_say_the_same_however_they_are_packed() {
    let (structures, services) = (records("structures.json"), records("services.json"));
    let expected = {
        let site = site();
        put(&site, "src/structures.json", &structures);
        put(&site, "src/services.json", &services);
        assert_eq!(errors_of(&site, &["src", "--commune", "35360"]), "");
        pages(&site)
    };
    assert!(expected.len() > 18, "{:?}", expected.keys());
    let lines: String = structures
        .iter()
        .chain(&services)
        .map(|record| format!("{record}\n"))
        .collect();
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, records) in [
        ("a/structures.json", &structures),
        ("a/services.json", &services),
    ] {
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file(name, options).unwrap();
        zip.write_all(json!(records).to_string().as_bytes())
            .unwrap();
    }
    let zip = zip.finish().unwrap().into_inner();
    let object = json!({ "version": "1", "structures": structures, "services": services });
    let ways: Vec<(&str, PackedFiles)> = vec![
        ("src", vec![("src", object.to_string().into_bytes())]),
        ("src.gz", vec![("src.gz", gzip(&object.to_string()))]),
        ("src.jsonl", vec![("src.jsonl", lines.into_bytes())]),
        ("src.zip", vec![("src.zip", zip)]),
        (
            "src",
            vec![
                ("src/services.csv.gz", gzip(&table(&services))),
                ("src/structures.csv", table(&structures).into_bytes()),
                ("src/README.md", b"# Nothing".to_vec()),
            ],
        ),
    ];
    for (source, files) in ways {
        let site = site();
        for (name, bytes) in &files {
            site.write(name, bytes);
        }
        assert_eq!(errors_of(&site, &[source, "--commune", "35360"]), "");
        assert_eq!(pages(&site), expected, "{:?}", files.first().unwrap().0);
    }
}

#[test]
fn one_file_after_the_other_says_the_same_as_both() {
    // A structure of another commune is wanted because of its service.
    let here = |name: &str| -> Vec<Value> {
        let mut records = records(name);
        records.retain(|record| record["id"] != "dora--10" && record["structure_id"] != "dora--10");
        records
    };
    let both = site();
    put(&both, "src/structures.json", &here("structures.json"));
    put(&both, "src/services.json", &here("services.json"));
    assert_eq!(errors_of(&both, &["src", "--commune", "35360"]), "");
    let site = site();
    put(&site, "structures.json", &here("structures.json"));
    put(&site, "services.json", &here("services.json"));
    for (source, options) in [
        ("structures.json", &["--commune", "35360"][..]),
        ("services.json", &[]),
        ("structures.json", &[]),
        ("services.json", &[]),
    ] {
        assert_eq!(errors_of(&site, &[&[source], options].concat()), "");
    }
    assert_eq!(pages(&site), pages(&both));
}

#[test]
fn what_an_editor_deletes_or_changes_stays_so_and_leaves_no_error() {
    let site = site();
    put(&site, "src/structures.json", &records("structures.json"));
    put(&site, "src/services.json", &records("services.json"));
    assert_eq!(errors_of(&site, &["src"]), "");
    for (name, bytes) in &files(&site.path("content")) {
        let path = format!("content/{name}");
        fs::remove_file(site.path(&path)).unwrap();
        assert_eq!(errors_of(&site, &["src"]), "", "without {path}");
        assert!(!site.path(&path).exists(), "{path}");
        site.write(&path, bytes);
        assert_eq!(errors_of(&site, &["src"]), "", "{path} is back");
    }
    let page = "content/organizations/inclusion/mission-locale-antenne-de-villefictive.md";
    let mine = site
        .read(page)
        .replace("résumé:", "résumé: Au premier étage.\n#");
    site.write(page, mine + "\nSonnez deux fois.\n");
    assert_eq!(errors_of(&site, &["src/services.json"]), "");
    assert_eq!(errors_of(&site, &["src/structures.json"]), "");
    let text = site.read(page);
    for said in [
        "Au premier étage",
        "Sonnez deux fois.",
        "## Services",
        "Aucune voie",
    ] {
        assert!(text.contains(said), "{text}");
    }
}

#[test]
fn a_structure_that_is_gone_leaves_guides_that_can_be_published() {
    let site = site();
    put(&site, "structures.json", &records("structures.json"));
    put(&site, "services.json", &records("services.json"));
    assert_eq!(
        errors_of(&site, &["structures.json", "--commune", "35360"]),
        ""
    );
    assert_eq!(errors_of(&site, &["services.json"]), "");
    let some: Vec<Value> = records("structures.json").split_off(2);
    put(&site, "structures.json", &some);
    assert_eq!(errors_of(&site, &["structures.json"]), "");
    assert!(
        !site
            .path("content/organizations/inclusion/ccas-de-villefictive.md")
            .exists()
    );
    let guide = site.read("content/guides/inclusion/les-quatre-voies.md");
    for said in [
        "lieu: france-services-de-villefictive",
        "organisme:",
        "01 99 00 00 61",
    ] {
        assert!(guide.contains(said), "{guide}");
    }
}

#[test]
fn what_an_editor_corrects_on_the_page_of_a_structure_is_right_in_its_guides() {
    let site = site();
    put(&site, "src/structures.json", &records("structures.json"));
    put(&site, "src/services.json", &records("services.json"));
    assert_eq!(errors_of(&site, &["src", "--commune", "35360"]), "");
    let guide = "guides/inclusion/telephoner-au-numero-de-la-structure";
    let page = "content/organizations/inclusion/ccas-de-villefictive.md";
    let text = site.read(&format!("content/{guide}.md"));
    assert!(!text.contains("01 99 00 00"), "{text}");
    site.write(
        page,
        site.read(page).replace("01 99 00 00 42", "01 99 00 00 98"),
    );
    for _ in 0..2 {
        assert_eq!(errors_of(&site, &["src"]), "");
        let html = site.read(&format!("public/{guide}.html"));
        assert!(html.contains("tel:+33199000098"), "{html}");
        assert!(!html.contains("tel:+33199000042"), "{html}");
    }
}

#[test]
fn readers_see_no_code() {
    let site = site();
    let mut structures = records("structures.json");
    structures[0]["horaires_accueil"] = json!("Mo-Xx 25:00-12:00");
    structures[1]["horaires_accueil"] = json!("le matin, selon les jours");
    let mut services = records("services.json");
    services[0]["horaires_accueil"] = json!("week 60 Tu 25:00 \"--><b>x\"");
    services[0]["zone_eligibilite"] = json!(["35360"]);
    services[0]["commune"] = Value::Null;
    put(&site, "src/structures.json", &structures);
    put(&site, "src/services.json", &services);
    let run = site.run(&["import", "inclusion", "src", "--commune", "35360"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let told = run.stdout + &run.stderr;
    for written in [
        "Mo-Xx 25:00-12:00",
        "week 60 Tu",
        "le matin, selon les jours",
    ] {
        assert!(told.contains(written), "{told}");
    }
    assert_eq!(errors_of(&site, &["src"]), "");
    let all = pages(&site).into_values().collect::<String>();
    assert!(
        all.contains("Mo-Xx 25:00-12:00 -->") && all.contains("week 60 Tu"),
        "{all}"
    );
    let public = files(&site.path("public")).into_iter();
    let public: String = public
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(_, bytes)| String::from_utf8(bytes).unwrap())
        .collect();
    assert!(!public.contains("25:00") && !public.contains("commune 35360"));
    assert!(public.contains("le matin, selon les jours"));
    assert!(public.contains("Habitants de Villefictive"));
}

/// Imports these records, and says what a build complains of.
fn errors_of_records(structures: &[Value], services: &[Value]) -> (TestSite, String) {
    let site = site();
    put(&site, "src/structures.json", structures);
    put(&site, "src/services.json", services);
    let errors = errors_of(&site, &["src", "--departement", "35"]);
    (site, errors)
}

#[test]
fn records_of_any_shape_give_pages_that_can_be_published() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/imports/inclusion/odd.json");
    let odd: Value = serde_json::from_str(&fs::read_to_string(folder).unwrap()).unwrap();
    let first = |name: &str| records(name).swap_remove(0);
    for (structure, service) in [
        (first("structures.json"), first("services.json")),
        (odd["structures"][2].clone(), odd["services"][2].clone()),
    ] {
        let apart = |whole: &Value, all: Vec<Value>| -> Vec<Value> {
            let of_its_own = |(at, mut record): (usize, Value)| {
                if record["id"] == whole["id"] {
                    record["id"] = json!(format!("x--{at}"));
                }
                if record["adresse"] == whole["adresse"] {
                    record["adresse"] = json!(format!("{at} rue du Lavoir"));
                }
                // Each has a page of its own.
                if record["nom"] == whole["nom"] {
                    record["nom"] = json!(format!("Nom {at}"));
                }
                record
            };
            all.into_iter().enumerate().map(of_its_own).collect()
        };
        let structures = apart(&structure, mutilated(&structure));
        let mut services = apart(&service, mutilated(&service));
        let (_, errors) = errors_of_records(std::slice::from_ref(&structure), &services);
        assert_eq!(errors, "");
        for (at, service) in services.iter_mut().enumerate() {
            if let Some(fields) = service.as_object_mut() {
                fields.insert("structure_id".to_owned(), json!(format!("x--{at}")));
            }
        }
        let (site, errors) = errors_of_records(&structures, &services);
        assert_eq!(errors, "");
        let again = site.run(&["import", "inclusion", "src"]);
        assert!(again.stdout.contains("Rien n’a changé"), "{}", again.stdout);
        assert!(
            pages(&site).len() > structures.len(),
            "{}",
            pages(&site).len()
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    /// Many fields at once.
    #[test]
    fn texts_of_any_kind_give_pages_that_can_be_published(
        texts in prop::collection::vec(prop::sample::select(HOSTILE), 40), words in prop::collection::vec("\\PC{0,30}", 40)
    ) {
        let mut all = [records("structures.json"), records("services.json")];
        let mut next = texts.iter().zip(&words).cycle();
        for (kind, records) in all.iter_mut().enumerate() {
            for (at, record) in records.iter_mut().enumerate() {
                for (number, (key, value)) in record.as_object_mut().unwrap().iter_mut().enumerate() {
                    // What says that it is wanted, and that it is a page.
                    if ["code_insee", "structure_id"].contains(&key.as_str()) || key == "id" && kind == 0 || (at + number) % 3 == 0 {
                        continue;
                    }
                    let (text, word) = next.next().unwrap();
                    *value = match value.is_array() {
                        true => json!([text, word]),
                        false => json!(format!("{word}{text}")),
                    };
                }
            }
        }
        let [structures, services] = all;
        let (site, errors) = errors_of_records(&structures, &services);
        prop_assert_eq!(errors, "");
        let again = site.run(&["import", "inclusion", "src"]);
        let said = again.stdout + &again.stderr;
        prop_assert!(again.status == Some(0) && said.contains("Rien n’a changé"), "{said}");
    }
}

#[test]
fn a_hostile_file_is_told_in_plain_words() {
    let whole = serde_json::to_string(&records("structures.json")).unwrap();
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(whole.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let latin = latin_1(&whole);
    let deep = format!(
        "[{{\"id\":\"a\",\"nom\":\"A\",\"code_insee\":\"35360\",\"x\":{}{}}}]",
        "[".repeat(10),
        "]".repeat(10)
    );
    let long = whole.replacen("L’équipe", &"x".repeat(2 * 1024 * 1024), 1);
    for (name, bytes, said) in [
        (
            "cut",
            whole.as_bytes()[..whole.len() / 2].to_vec(),
            "incomplet",
        ),
        ("UTF-16", utf16, "UTF-8"),
        ("Latin 1", latin, ""),
        (
            "no JSON",
            b"Bonjour tout le monde".to_vec(),
            "donnez le fichier",
        ),
        ("nothing", Vec::new(), "un fichier vide"),
        (
            "numbers",
            b"[1, 2, \"35360\"]".to_vec(),
            "d’une autre sorte",
        ),
        ("deep", deep.into_bytes(), ""),
        ("very deep", "[".repeat(100_000).into_bytes(), "incomplet"),
        ("long", long.into_bytes(), ""),
        (
            "a page",
            b"<!DOCTYPE html><html>35360</html>".to_vec(),
            "une page web",
        ),
    ] {
        let site = site();
        site.write("src.json", bytes);
        let run = site.run(&["import", "inclusion", "src.json", "--commune", "35360"]);
        let all = run.stdout.clone() + &run.stderr;
        assert!(matches!(run.status, Some(0 | 1)), "{name}: {all}");
        assert!(all.contains(said), "{name}: {all}");
        assert!(run.status == Some(0) || !run.stderr.is_empty(), "{name}");
        let build = site.run(&["build", "--no-sheets"]);
        assert_eq!(build.status, Some(0), "{name}: {}", build.stderr);
    }
    let site = site();
    let run = site.run(&["import", "inclusion", "absent.json"]);
    assert_eq!(run.status, Some(1));
    assert!(run.stderr.contains("absent.json"), "{}", run.stderr);
}

/// A text as an old program writes it (Windows-1252).
fn latin_1(text: &str) -> Vec<u8> {
    let byte = |c: char| match c {
        '’' => 0x92,
        c => u8::try_from(u32::from(c)).unwrap_or(b'?'),
    };
    text.chars().map(byte).collect()
}

#[test]
fn a_large_file_asks_for_a_place() {
    let site = site();
    let many: Vec<Value> = (0..600)
        .map(|at| {
            let mut record = records("structures.json").swap_remove(0);
            record["id"] = json!(format!("x--{at}"));
            record
        })
        .collect();
    put(&site, "src.json", &many);
    let run = site.run(&["import", "inclusion", "src.json"]);
    assert_eq!(run.status, Some(1));
    let said = run.stdout + &run.stderr;
    assert!(said.contains("--commune"), "{said}");
    assert!(!site.path("content/organizations").exists());
}

/// What a structure says, without its identifiers.
fn said(structures: &Value) -> BTreeMap<String, Value> {
    let said = structures.as_array().unwrap().iter().map(|structure| {
        let mut fields = structure.as_object().unwrap().clone();
        for key in ["id", "source", "lien_source", "description"] {
            fields.remove(key);
        }
        (
            fields["nom"].as_str().unwrap().to_owned(),
            Value::Object(fields),
        )
    });
    said.collect()
}

#[test]
fn what_a_site_publishes_is_read_again() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for folder in [root.clone(), root.join("tests/suite/data")] {
        let theirs = TestSite::empty();
        for (name, bytes) in files(&folder.join("content")) {
            theirs.write(&format!("content/{name}"), bytes);
        }
        let yaml = fs::read_to_string(folder.join("guichet.yaml")).unwrap();
        let lines = yaml.lines().filter(|line| !line.starts_with("données:"));
        let yaml = lines.collect::<Vec<_>>().join("\n");
        theirs.write("guichet.yaml", yaml + "\ndonnées: [data-inclusion]\n");
        let build = theirs.run(&["build", "--no-sheets"]);
        assert_eq!(build.status, Some(0), "{}", build.stderr);
        let data = |site: &TestSite, name: &str| -> Value {
            let path = format!("public/data/data-inclusion/{name}.json");
            serde_json::from_str(&site.read(&path)).unwrap()
        };
        let ours = site();
        for name in ["structures", "services"] {
            ours.write(&format!("src/{name}.json"), data(&theirs, name).to_string());
        }
        assert_eq!(errors_of(&ours, &["src"]), "");
        let (sent, received) = (data(&theirs, "structures"), data(&ours, "structures"));
        assert!(sent.as_array().unwrap().len() > 1);
        assert_eq!(said(&received), said(&sent));
        let names = |services: Value| -> BTreeSet<String> {
            let names = services.as_array().unwrap().iter();
            names
                .map(|service| service["nom"].as_str().unwrap().to_owned())
                .collect()
        };
        assert_eq!(
            names(data(&ours, "services")),
            names(data(&theirs, "services"))
        );
    }
}
