//! What editors write in front matter: what is read, what is suggested, and what `check --fix` would write.

use std::sync::Arc;

use super::*;
use crate::diagnostics::{Code, Diagnostic, TextFile};
use crate::document::{Details, Document, LocalNote};
use crate::edit;
use crate::language::Language;

mod slips;

/// A page below `content` with this front matter.
fn page(key: &str, front: &str) -> (Document, Vec<Diagnostic>) {
    let text = format!("---\ntitre: Essai\n{front}---\n\nUn mot.\n");
    let file = TextFile::new(format!("content/{key}"), text);
    Document::parse(key, Arc::new(file), &[Language::french()])
}

fn guide(front: &str) -> (Guide, Vec<Diagnostic>) {
    let (document, found) = page("guides/essai.md", front);
    match document.details {
        Details::Guide(guide) => (*guide, found),
        other => panic!("{other:?}"),
    }
}

/// The front matter as the correction of a diagnostic would leave it.
fn mended(found: &Diagnostic) -> Option<String> {
    let fix = found.fix.as_ref()?;
    let text = edit::apply(&fix.file.text, &fix.edits).unwrap();
    let (_, front) = text.split_once("titre: Essai\n").unwrap();
    Some(front.split_once("---\n").unwrap().0.to_owned())
}

#[test]
fn a_list_given_twice_is_put_together_item_by_item() {
    for (written, expected) in [
        (
            "public: Parents\npublic: Enfants\n",
            Some("public:\n  - Parents\n  - Enfants\n"),
        ),
        (
            "mots-clés: [acte, mairie]\nmots-clés: état civil\n",
            Some("mots-clés:\n  - acte\n  - mairie\n  - état civil\n"),
        ),
        (
            "pièces: RIB\npièces:\n  - nom: Photo\n    remarque: récente\n",
            Some("pièces:\n  - RIB\n  - nom: Photo\n    remarque: récente\n"),
        ),
        (
            "pièces:\n  - RIB\ncoût: 1\npièces:\n- Photo # deux\n",
            Some("pièces:\n  - RIB\n  - Photo # deux\ncoût: 1\n"),
        ),
        // On a line of its own, the first would be « Aide ».
        ("public: Aide #1\npublic: Enfants\n", None),
    ] {
        let (_, found) = guide(written);
        let twice = found
            .iter()
            .find(|found| found.args.contains(&("cause", "twice".to_owned())))
            .unwrap();
        assert_eq!(mended(twice).as_deref(), expected, "{written}");
        let help = match expected {
            Some(_) => "help-twice",
            None => "help-twice-by-hand",
        };
        assert_eq!(twice.help, help, "{written}");
    }
}

#[test]
fn commas_part_words_and_not_sentences() {
    let long = "mot, ".repeat(120);
    let long = long.trim_end_matches(", ");
    for (item, keywords) in [
        ("acte, naissance", vec!["acte", "naissance"]),
        ("acte; naissance", vec!["acte", "naissance"]),
        ("\"acte, naissance\"", vec!["acte, naissance"]),
        ("acte", vec!["acte"]),
        (long, vec![long]),
    ] {
        let front = format!("mots-clés:\n  - {item}\n");
        let (document, found) = page("guides/essai.md", &front);
        let read: Vec<&str> = document
            .common
            .keywords
            .iter()
            .map(|word| &**word)
            .collect();
        assert_eq!(read, keywords);
        let is_told = found.iter().any(|found| found.code == Code::AsMeant);
        assert_eq!(is_told, keywords.len() > 1, "{item}");
    }
    let (guide, found) = guide("pièces:\n  - Photo, de face\n  - RIB\n");
    let names: Vec<&str> = guide.evidence.iter().map(|paper| &*paper.name).collect();
    assert_eq!(names, ["Photo, de face", "RIB"]);
    assert_eq!(found, []);
}

#[test]
fn amounts_on_lines_of_their_own_are_a_list_only_if_all_are_amounts() {
    let (read, found) = guide("coût:\n  adulte: 86 €\n  mineur: 42 €\n");
    let codes: Vec<Code> = found.iter().map(|found| found.code).collect();
    assert_eq!(codes, [Code::AsMeant; 2]);
    assert_eq!(read.cost.len(), 2);
    // Two dashes for three lines would be no list.
    let (_, found) = guide("coût:\n  adulte: 86 €\n  enfant: offert\n  mineur: 42 €\n");
    let codes: Vec<Code> = found.iter().map(|found| found.code).collect();
    assert_eq!(codes, [Code::UnknownKey; 3]);
}

#[test]
fn what_belongs_elsewhere_in_a_page_is_said_of_pages_only() {
    let help = |found: &[Diagnostic]| -> Vec<&'static str> {
        let unknown = found.iter().filter(|found| found.code == Code::UnknownKey);
        unknown.map(|found| found.help).collect()
    };
    let (_, found) = guide("validité: 10 ans\n");
    assert_eq!(help(&found), ["help-text"]);
    // A local note has four fields, which are named.
    let file = TextFile::new(
        "content/guides/essai.local.md",
        "---\nvalidité: 10 ans\n---\n",
    );
    let (_, found) = LocalNote::parse(&Arc::new(file));
    assert_eq!(help(&found), ["help"]);
}

#[test]
fn an_address_on_an_envelope_has_its_lines() {
    for written in [
        "Mairie, 1 rue du Lac, 99100 Saint-Aubin",
        "Mairie, 1 rue du Lac,, 99100 Saint-Aubin,",
        "|\n      Mairie\n\n      1 rue du Lac\n      99100 Saint-Aubin",
    ] {
        let front = format!("canaux:\n  papier:\n    envoyer-à: {written}\n");
        let (guide, _) = guide(&front);
        let channels = guide.channels.unwrap();
        let Some(Recipient::Written(recipient)) = &channels.paper[0].send_to else {
            panic!("{written}");
        };
        let lines = &recipient.address.as_ref().unwrap().value.lines;
        assert_eq!(recipient.name, "Mairie", "{written}");
        assert_eq!(lines, &["1 rue du Lac", "99100 Saint-Aubin"], "{written}");
    }
}

#[test]
fn an_extension_becomes_the_label_of_a_number() {
    for (written, expected) in [
        (
            "téléphones:\n  - 01 99 00 00 16 poste 12\n",
            Some("téléphones:\n  - { numéro: 01 99 00 00 16, libellé: poste 12 }\n"),
        ),
        (
            "téléphone: 01 99 00 00 16 (p. 12)\n",
            Some("téléphone: { numéro: 01 99 00 00 16, libellé: p. 12 }\n"),
        ),
        (
            "phone: 01 99 00 00 16, ext 12\n",
            Some("phone: { number: 01 99 00 00 16, label: ext 12 }\n"),
        ),
        ("téléphone: 01 99 00 00 16 le matin\n", None),
        ("téléphone: 01 99 00 16 poste 12\n", None),
        ("téléphone: \"01 99 00 00 16 poste 12\"\n", None),
        ("téléphone: demander à l’accueil\n", None),
    ] {
        let (_, found) = page("organizations/essai.md", written);
        let found = found.iter().find(|found| found.code == Code::BadPhone);
        assert_eq!(mended(found.unwrap()).as_deref(), expected, "{written}");
    }
}

#[test]
fn a_field_is_located_without_its_quotation_marks() {
    for (written, bare) in [
        ("Les parents", Some("Les parents")),
        ("'Les parents'", Some("Les parents")),
        ("\"Les parents\"", Some("Les parents")),
        ("|\n    Les parents", Some("Les parents")),
        // Only the whole has a position.
        ("\"Les\\tparents\"", Some("\"Les\\tparents\"")),
        ("*parents", None),
    ] {
        let before = "public: ";
        let file = TextFile::new("a.md", format!("{before}{written}\n"));
        let span = before.len()..before.len() + written.len();
        let field = WrittenField::new(&span, Wording::Text, None).unwrap();
        let place = field.text(&file).map(|(_, place)| place);
        assert_eq!(place.map(|place| &file.text[place]), bare, "{written}");
        let is_whole = bare == Some("Les parents");
        let text = field.text(&file).filter(|_| is_whole).map(|(text, _)| text);
        assert_eq!(text.as_deref(), bare.filter(|_| is_whole), "{written}");
    }
}

#[test]
fn an_empty_field_gives_way_to_one_of_its_name() {
    for front in ["délai:\ndélai: un mois\n", "délai: un mois\ndélai:\n"] {
        let (read, found) = guide(front);
        assert_eq!(read.processing_time.as_deref(), Some("un mois"), "{front}");
        let help: Vec<&str> = found.iter().map(|found| found.help).collect();
        assert_eq!(help, ["help-idle"], "{front}");
        assert_eq!(mended(&found[0]).as_deref(), Some("délai: un mois\n"));
    }
}

#[test]
fn a_field_that_is_there_is_not_suggested_again() {
    for (front, help) in [
        ("résumés: Une aide.\n", "help-nearest"),
        ("résumé: Une aide.\nrésumés: Une autre.\n", "help-written"),
    ] {
        let (_, found) = guide(front);
        let found: Vec<_> = found.iter().map(|found| (found.code, found.help)).collect();
        assert_eq!(found, [(Code::UnknownKey, help)], "{front}");
    }
}

#[test]
fn a_wrong_name_is_compared_with_all_others_unless_they_are_many() {
    let near = |count: usize| {
        let mut topics = Listed::default();
        for n in 0..count {
            topics.add(format!("thème {n}"), n);
        }
        topics.near("zoo").len()
    };
    assert_eq!([200, 201].map(near), [200, 100]);
}

/// A comma that a spreadsheet would read as one makes two lists of digits of an amount.
#[test]
fn an_amount_between_brackets_is_one_amount() {
    let (read, found) = guide("coût: [12,50]\n");
    assert_eq!(read.cost.len(), 1, "{found:?}");
    assert_eq!(
        mended(&found[0]).as_deref(),
        Some("coût: 12,50\n"),
        "{found:?}"
    );
    // Two amounts have a space between them, or are no cents.
    for two in ["coût: [12, 50]\n", "coût: [12,5]\n"] {
        assert_eq!(guide(two).0.cost.len(), 2, "{two}");
    }
}
