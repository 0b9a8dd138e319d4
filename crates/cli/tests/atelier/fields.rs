//! The form: every field of every kind, and what it writes.

use serde_json::{Value as Json, json};

use crate::site::TestSite;
use crate::workshop::RunningWorkshop;

/// A value that the field of this widget takes.
fn value_of(spec: &Json) -> Json {
    let text = match spec["widget"].as_str().unwrap() {
        "record" => {
            let fields = spec["fields"].as_array().unwrap().iter();
            let needed = fields.clone().filter(|field| field["optional"] == false);
            let chosen: Vec<&Json> = match needed.clone().count() {
                0 => fields.take(1).collect(),
                _ => needed.collect(),
            };
            let fields = chosen
                .iter()
                .map(|field| json!([field["name"], value_of(field)]));
            return listed(spec, json!({ "fields": fields.collect::<Vec<_>>() }));
        }
        "map" | "checks" => return json!({ "fields": [["un-nom", "Un texte"]] }),
        "date" => "2026-10-01",
        "period" => "6 mois",
        "yesno" => "oui",
        "number" => "1200",
        "hours" => "lundi 9h-12h",
        "phone" => "01 99 00 00 30",
        "price" => "gratuit",
        "email" => "accueil@exemple.fr",
        "url" => "https://www.exemple.fr/",
        "coordinates" => "48.04, -1.60",
        "colour" => "bleu",
        "language" => "fr",
        "choice" | "formats" => spec["choices"][0]["value"].as_str().unwrap(),
        _ => "Un texte",
    };
    listed(spec, json!(text))
}

fn listed(spec: &Json, value: Json) -> Json {
    match spec["list"].as_bool() {
        Some(true) => json!([value]),
        _ => value,
    }
}

fn field<'v>(values: &'v Json, name: &str) -> Option<&'v Json> {
    let fields = values["fields"].as_array()?;
    fields
        .iter()
        .find(|field| field[0] == name)
        .map(|field| &field[1])
}

#[test]
fn every_field_of_every_kind_is_written_and_read_back() {
    let site = TestSite::new(&[
        ("content/guides/a.md", "---\ntitre: A # nom\n---\nUn.\n"),
        ("content/articles/a.md", "---\ntitre: A # nom\n---\nUn.\n"),
        (
            "content/organizations/a.md",
            "---\ntitre: A # nom\n---\nUn.\n",
        ),
        ("content/a.md", "---\ntitle: A # nom\n---\nUn.\n"),
        ("guichet.yaml", "titre: Essai # nom\n"),
    ]);
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    let mut seen = 0;
    for path in [
        "content/guides/a.md",
        "content/articles/a.md",
        "content/organizations/a.md",
        "content/a.md",
        "guichet.yaml",
    ] {
        let page = workshop.page(path);
        let text = page["text"].as_str().unwrap();
        for spec in page["form"].as_array().unwrap() {
            let name = spec["name"].as_str().unwrap();
            let value = value_of(spec);
            let change = json!({ "set": [name], "value": value });
            let held = json!({ "path": path, "text": text, "changes": [change] });
            let held = workshop.done("/api/hold", &held);
            assert_eq!(field(&held["values"], name), Some(&value), "{path} {name}");
            let changed = held["text"].as_str().unwrap();
            // All else is as it was: each line, in its order, but for the comment of a title that is another.
            let rest = text
                .lines()
                .filter(|line| name != "title" || !line.contains("# nom"));
            let mut lines = changed.lines();
            for line in rest {
                assert!(lines.any(|other| other == line), "{path} {name}: {changed}");
            }
            let unknown = held["diagnostics"].as_array().unwrap().iter();
            let mut unknown = unknown
                .filter(|found| found["code"] == "unknown-key" || found["code"] == "wrong-type");
            // A rule or a word that the test makes up is no field that cannot be read.
            let is_made_up = matches!(name, "allow" | "checks");
            assert!(
                is_made_up || unknown.next().is_none(),
                "{path} {name}: {held:#}"
            );
            let gone = json!({ "path": path, "text": changed, "changes": [{ "remove": [name] }] });
            let gone = workshop.done("/api/hold", &gone);
            assert_eq!(field(&gone["values"], name), None, "{path} {name}");
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn a_guide_is_made_of_nothing_without_typing_yaml() {
    let site = TestSite::new(&[(
        "content/organizations/mairie.md",
        "---\ntitre: Mairie de Villefictive\ntype: mairie\ntéléphone: 01 99 00 00 30\nadresse: [1 place du Puits, 00000 Villefictive]\n---\n",
    )]);
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    let made = workshop.done(
        "/api/new",
        &json!({ "kind": "guide", "title": "Demander un composteur" }),
    );
    let path = made["path"].as_str().unwrap();
    assert_eq!(path, "content/guides/demander-un-composteur.md");
    let mut text = workshop.page(path)["text"].as_str().unwrap().to_owned();
    let steps = [
        json!([{ "set": ["summary"], "value": "La mairie prête un composteur aux habitants." }]),
        json!([{ "set": ["channels"], "value": { "fields": [["in_person", "mairie"], ["phone", [{ "fields": [["at", "mairie"]] }]]] } }]),
        json!([{ "set": ["channels", "phone", 0, "hours"], "value": "lundi 9h-12h" }]),
        json!([{ "set": ["evidence"], "value": ["Un justificatif de domicile"] }]),
        json!([{ "insert": ["evidence", 0], "value": { "fields": [["name", "Une pièce d’identité"]] } }]),
        json!([{ "move": ["evidence", 0], "to": 1 }]),
        json!([{ "set": ["cost"], "value": "gratuit" }, { "set": ["reviewed"], "value": "2026-10-01" }]),
    ];
    for changes in &steps {
        let held = json!({ "path": path, "text": text, "changes": changes });
        let held = workshop.done("/api/hold", &held);
        text = held["text"]
            .as_str()
            .unwrap_or_else(|| panic!("{changes}"))
            .to_owned();
    }
    assert!(text.contains("sur-place: mairie\n"), "{text}");
    let order = [text.find("Un justificatif"), text.find("Une pièce")];
    assert!(order[0].is_some() && order[0] < order[1], "{text}");
    let held = workshop.done("/api/hold", &json!({ "path": path, "text": text }));
    let errors = held["diagnostics"].as_array().unwrap().iter();
    let errors: Vec<_> = errors
        .filter(|found| found["severity"] == "error")
        .collect();
    assert_eq!(errors, Vec::<&Json>::new(), "{text}");
    let page = workshop
        .get(&format!("/apercu/{}", held["address"].as_str().unwrap()))
        .text();
    for words in [
        "composteur",
        "Mairie de Villefictive",
        "Une pièce d’identité",
        "tel:+33199000030",
    ] {
        assert!(page.contains(words), "{words} in {page}");
    }
}

#[test]
fn what_is_wrong_has_its_place_in_form_and_text() {
    let text =
        "---\ntitre: 😀 carte\ncoleur: x\nvérifié: 3/11/2026\n---\nÉté [x](nulle-part.md).\n";
    let site = TestSite::new(&[("content/guides/a.md", text)]);
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    let page = workshop.page("content/guides/a.md");
    let units: Vec<u16> = text.encode_utf16().collect();
    let body = usize::try_from(page["body"].as_u64().unwrap()).unwrap();
    assert!(
        String::from_utf16(&units[body..])
            .unwrap()
            .starts_with("Été")
    );
    let found = page["diagnostics"].as_array().unwrap();
    let one = |code: &str| {
        let one = found.iter().find(|one| one["code"] == code);
        one.unwrap_or_else(|| panic!("{code} in {found:#?}"))
    };
    let words = |one: &Json| {
        let [from, to] =
            ["from", "to"].map(|at| usize::try_from(one[at].as_u64().unwrap()).unwrap());
        String::from_utf16(&units[from..to]).unwrap()
    };
    assert_eq!(words(one("dead-link")), "[x](nulle-part.md)");
    assert_eq!(one("dead-link")["field"], Json::Null);
    let date = found.iter().find(|one| one["field"] == json!(["reviewed"]));
    let date = date.unwrap_or_else(|| panic!("{found:#?}"));
    assert_eq!(
        (words(date).as_str(), &date["field"]),
        ("3/11/2026", &json!(["reviewed"]))
    );
    // The button does what it says.
    let edit = &date["mends"][0]["edits"][0];
    assert_eq!(edit["insert"], "2026-11-03");
    assert!(
        date["mends"][0]["words"]
            .as_str()
            .unwrap()
            .contains("2026-11-03")
    );
}
