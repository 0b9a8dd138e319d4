//! Where the pages are that no editor wrote.

use crate::language::Language;
use crate::site::tests::site;

#[test]
fn each_language_but_the_sites_own_has_a_folder() {
    let (french, english) = (Language::french(), Language::english());
    let paths = |language: &str| {
        let configuration = format!("titre: Essai\nlangue: {language}\nlangues: [fr, en]\n");
        let site = site(&[("guichet.yaml", &configuration)]);
        [french, english].map(|language| {
            let legal = site.named_path(language, "address-legal");
            let home = site.home(language);
            [site.prefix(language), home.to_string(), legal.to_string()]
        })
    };
    let in_french = ["", "index.html", "mentions-legales.html"];
    let with_english = ["en/", "en/index.html", "en/legal-notice.html"];
    assert_eq!(paths("fr"), [in_french, with_english]);
    let in_english = ["", "index.html", "legal-notice.html"];
    let with_french = ["fr/", "fr/index.html", "fr/mentions-legales.html"];
    assert_eq!(paths("en"), [with_french, in_english]);
}

#[test]
fn an_address_that_is_no_path_is_replaced_in_its_own_folder() {
    let site = site(&[
        (
            "guichet.yaml",
            "titre: Essai\nlangues: [fr, en]\nhabillage: mien\n",
        ),
        (
            "themes/mien/i18n/fr.ftl",
            "address-legal = Informations légales\naddress-glossary = …\naddress-search = aux\n",
        ),
        (
            "themes/mien/i18n/en.ftl",
            "address-legal = ../legal\naddress-glossary = !\naddress-search = con\n",
        ),
    ]);
    let path = |language, key| site.named_path(language, key).to_string();
    let (french, english) = (Language::french(), Language::english());
    assert_eq!(path(french, "address-legal"), "informations-legales.html");
    assert_eq!(path(english, "address-legal"), "en/legal.html");
    // Nothing of it remains, or a system keeps the name for a device.
    for key in ["address-glossary", "address-search"] {
        assert_eq!(path(french, key), format!("{key}.html"));
        assert_eq!(path(english, key), format!("en/{key}.html"));
    }
}
