//! Topics that come with the pages of a folder.

use super::*;
use crate::diagnostics::Code;
use crate::site::tests::site;

fn parse(text: &str) -> (Topics, Vec<Diagnostic>) {
    Topics::parse(&Arc::new(TextFile::new("content/themes.yaml", text)))
}

/// The identifiers and titles, in order.
fn titles(topics: &Listed<Localized>, language: Language) -> Vec<(&str, &str)> {
    let all = topics.iter();
    all.map(|(key, title)| (&**key, title.get(language)))
        .collect()
}

#[test]
fn any_folder_may_have_a_file_of_topics() {
    for named in [
        "topics.yaml",
        "themes.yaml",
        "guides/themes.yml",
        "a/b/topics.yaml",
        "themes.fr.yaml",
    ] {
        assert!(Topics::is_named(named), "{named}");
    }
    for other in [
        "themes.en.yaml",
        "themes.txt",
        "themes",
        "mes-themes.yaml",
        "themes2.yaml",
        "themes.yaml/a.md",
        "glossaire.yaml",
    ] {
        assert!(!Topics::is_named(other), "{other}");
    }
}

#[test]
fn topics_are_listed_as_they_are_written() {
    let (topics, found) =
        parse("logement: Logement\netat-civil: { fr: État civil, en: Records }\n");
    assert_eq!(found, []);
    let french = [("logement", "Logement"), ("etat-civil", "État civil")];
    assert_eq!(titles(&topics.0, Language::french()), french);
    let english = [("logement", "Logement"), ("etat-civil", "Records")];
    assert_eq!(titles(&topics.0, Language::english()), english);
}

#[test]
fn an_empty_file_lists_none_and_a_wrong_one_is_told() {
    for empty in ["", "# à venir\n", "\n\n"] {
        assert_eq!(parse(empty), (Topics::default(), Vec::new()), "{empty:?}");
    }
    let (topics, found) = parse("- logement\n- état civil\n");
    assert_eq!(topics, Topics::default());
    let codes: Vec<Code> = found.iter().map(|found| found.code).collect();
    assert_eq!(codes, [Code::WrongType]);
    // What is right beside it is read.
    let (topics, found) = parse("logement: [a, b]\nemploi: Emploi\n");
    assert_eq!(
        titles(&topics.0, Language::french()),
        [("emploi", "Emploi")]
    );
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].location.line_and_column(), Some((1, 11)));
}

#[test]
fn the_configuration_takes_precedence() {
    let site = site(&[
        (
            "guichet.yaml",
            "titre: Essai\nthèmes: { logement: Se loger, emploi: Emploi }\n",
        ),
        (
            "content/themes.yaml",
            "Logement: Logement\nfamille: Famille\n",
        ),
        (
            "content/guides/topics.yaml",
            "famille: Les familles\nsante: Santé\n",
        ),
    ]);
    let expected = [
        ("logement", "Se loger"),
        ("emploi", "Emploi"),
        ("sante", "Santé"),
        ("famille", "Famille"),
    ];
    let mut found = titles(&site.config.topics, Language::french());
    // Those of the configuration come first.
    assert_eq!(found[..2], expected[..2]);
    found.sort_unstable();
    let mut keys: Vec<&str> = expected.iter().map(|(key, _)| *key).collect();
    keys.sort_unstable();
    let found: Vec<&str> = found.iter().map(|(key, _)| *key).collect();
    assert_eq!(found, keys);
}
