//! What a glossary tells readers, and its editors.

use super::*;
use crate::edit;
use crate::site::tests::site;

fn parse(text: &str) -> (Glossary, Vec<Diagnostic>) {
    let file = Arc::new(TextFile::new("content/glossaire.yaml", text));
    let (glossary, found) = Glossary::parse(&file);
    (glossary, found.diagnostics)
}

/// A glossary in which nothing is wrong.
fn glossary(text: &str) -> Glossary {
    let (glossary, found) = parse(text);
    assert_eq!(found, []);
    glossary
}

/// The abbreviations that pages explain, and how.
fn explained(glossary: &Glossary) -> Vec<(&str, &str)> {
    let all = glossary.abbreviations.0.iter();
    all.map(|(word, name)| (&**word, &**name)).collect()
}

/// Where something is missing: line and column.
fn missing(found: &[Diagnostic]) -> Vec<(usize, usize)> {
    let missing = found.iter().filter(|found| found.code == Code::MissingKey);
    missing
        .filter_map(|found| found.location.line_and_column())
        .collect()
}

#[test]
fn a_glossary_is_named_after_its_language() {
    let languages = [Language::french(), Language::english()];
    let language = |key: &str| Glossary::language_of(key, &languages);
    for key in ["glossary.yaml", "glossaire.yml", "a/b/glossaire.yaml"] {
        assert_eq!(language(key), Some(Language::french()), "{key}");
    }
    for key in ["glossary.en.yaml", "guides/glossaire.en.yml"] {
        assert_eq!(language(key), Some(Language::english()), "{key}");
    }
    for key in [
        // Not a language of the site, or none at all.
        "glossary.de.yaml",
        "glossary.anglais.yaml",
        "glossaryen.yaml",
        "mon-glossaire.yaml",
        "glossaire.txt",
        "glossaire.yaml/a.md",
    ] {
        assert_eq!(language(key), None, "{key}");
    }
    assert_eq!(Glossary::language_of("glossaire.yaml", &[]), None);
}

#[test]
fn a_word_may_have_an_expansion_a_definition_or_both() {
    let glossary = glossary(
        "RSA: Revenu de solidarité active\n\
         caf: { nom: Caisse d’allocations familiales, mot: CAF, définition: Elle *verse* les aides. }\n\
         quotient: { définition: Un calcul. }\n",
    );
    let term = |key| {
        let term = glossary.term(key)?;
        Some((term.word, term.expansion, term.definition))
    };
    let rsa = ("RSA", Some("Revenu de solidarité active"), None);
    assert_eq!(term("RSA"), Some(rsa));
    let caf = (
        "CAF",
        Some("Caisse d’allocations familiales"),
        Some("Elle *verse* les aides."),
    );
    assert_eq!(term("caf"), Some(caf));
    assert_eq!(
        term("quotient"),
        Some(("quotient", None, Some("Un calcul.")))
    );
    for absent in ["CAF", "rsa", "", "zzz"] {
        assert_eq!(term(absent), None, "{absent}");
    }
    // What readers see, not what links name.
    let expected = [
        ("CAF", "Caisse d’allocations familiales"),
        ("RSA", "Revenu de solidarité active"),
    ];
    assert_eq!(explained(&glossary), expected);
    for word in ["RSA", "CAF", "QUOTIENT"] {
        assert!(glossary.has_capitals(word), "{word}");
    }
    assert!(!glossary.has_capitals("quotient") && !glossary.has_capitals("RS"));
}

#[test]
fn an_abbreviation_with_two_meanings_is_not_explained() {
    let text = |second: &str| {
        format!(
            "pac: {{ mot: PAC, nom: Politique agricole commune }}\n\
             pac-2: {{ mot: PAC, nom: {second} }}\n\
             PME: Petite ou moyenne entreprise\n"
        )
    };
    let two = glossary(&text("Pompe à chaleur"));
    let pme = ("PME", "Petite ou moyenne entreprise");
    assert_eq!(explained(&two), [pme]);
    assert_eq!(
        two.term("pac-2").unwrap().expansion,
        Some("Pompe à chaleur")
    );
    let one = glossary(&text("Politique agricole commune"));
    let pac = ("PAC", "Politique agricole commune");
    assert_eq!(explained(&one), [pac, pme]);
}

#[test]
fn an_entry_that_says_nothing_is_told_once() {
    for empty in ["", "# à venir\n"] {
        let (glossary, found) = parse(empty);
        assert_eq!((glossary, found), (Glossary::default(), Vec::new()));
    }
    let text = "RSA: Revenu\ncaf: { mot: CAF }\nquotient: { définition: Un calcul. }\n";
    let (read, found) = parse(text);
    assert_eq!(missing(&found), [(2, 1)]);
    assert_eq!(found.len(), 1);
    assert_eq!(read.entries.len(), 3);
    let french = crate::messages::of(Language::french());
    assert!(found[0].message(&french).contains("signification"));
    assert!(
        found[0]
            .help_line(&french)
            .unwrap()
            .contains("après le mot")
    );

    // A mistake in the entry explains that it is empty: only the mistake is told.
    let (_, found) = parse("caf: { nom: [a, b] }\nAAH: { mot: AAH }\n");
    assert_eq!(missing(&found), [(2, 1)]);
    assert_eq!(found.len(), 2);
    let (read, found) = parse("- RSA\n");
    assert_eq!(read, Glossary::default());
    let codes: Vec<Code> = found.iter().map(|found| found.code).collect();
    assert_eq!(codes, [Code::WrongType]);
}

#[test]
fn of_several_glossaries_the_first_wins() {
    let first = glossary("b: Un\nCAF: Caisse\n");
    let second = glossary("a: Deux\nb: Deux\n");
    let merged = Glossary::merged([&first, &second].into_iter());
    let name = |key| merged.term(key).and_then(|term| term.expansion);
    let names = ["a", "b", "CAF", "c"].map(name);
    assert_eq!(names, [Some("Deux"), Some("Un"), Some("Caisse"), None]);
    assert_eq!(merged.entries.len(), 3);
}

#[test]
fn the_glossary_nearest_to_the_top_wins() {
    let site = site(&[
        ("guichet.yaml", "titre: Essai\nlangues: [fr, en]\n"),
        ("content/a/b/glossaire.yaml", "CAF: Tout en bas\nX: Bas\n"),
        ("content/glossaire.yaml", "CAF: En haut\n"),
        ("content/a/glossaire.yaml", "CAF: Au milieu\nX: Milieu\n"),
    ]);
    let french = Language::french();
    let name = |key| site.term(key, french).and_then(|term| term.expansion);
    assert_eq!(
        ["CAF", "X", "Y"].map(name),
        [Some("En haut"), Some("Milieu"), None]
    );
    assert!(site.glossary(french).is_some());
    // No language has another’s words.
    assert!(site.glossary(Language::english()).is_none());
    assert!(site.term("CAF", Language::english()).is_none());
}

#[test]
fn expansions_are_set_as_their_language_is() {
    let read = || glossary("CAF: \"Caisse : l'aide\"\nRSA: Revenu\n");
    let french = read().typeset(Language::french());
    let expected = [("CAF", "Caisse\u{a0}: l’aide"), ("RSA", "Revenu")];
    assert_eq!(explained(&french), expected);
    let english = read().typeset(Language::english());
    let expected = [("CAF", "Caisse : l'aide"), ("RSA", "Revenu")];
    assert_eq!(explained(&english), expected);
}

#[test]
fn a_wrong_key_is_compared_with_its_neighbours() {
    let text: String = (0..1000).map(|n| format!("k{n:03}: Mot {n}\n")).collect();
    let glossary = glossary(&text);
    let near = |key: &str| {
        let near = glossary.near(key);
        let ends = (near.first().unwrap(), near.last().unwrap());
        (ends.0.0.as_str(), ends.1.0.as_str(), near.len())
    };
    assert_eq!(near("k500"), ("k250", "k749", 500));
    assert_eq!(near("k499x"), ("k250", "k749", 500));
    assert_eq!(near("a"), ("k000", "k249", 250));
    assert_eq!(near("z"), ("k750", "k999", 250));
    assert!(Glossary::default().near("a").is_empty());
}

/// The last line ends with the file.
#[test]
fn a_last_line_that_says_nothing_new_can_be_taken_out() {
    let (_, found) = parse("CAF:\n  nom: Caisse\n  nom: Caisse");
    let fix = found[0].fix.as_ref().unwrap();
    let mended = edit::apply(&fix.file.text, &fix.edits);
    assert_eq!(mended.as_deref(), Some("CAF:\n  nom: Caisse"));
}

#[test]
fn the_schema_describes_each_entry() {
    let schema = Glossary::schema();
    assert_eq!(schema["type"], "object");
    let entry = schema["additionalProperties"].to_string();
    for key in ["nom", "name", "définition", "mot"] {
        assert!(entry.contains(&format!("\"{key}\"")), "{key}: {entry}");
    }
}
