//! Shortcuts of SPIP and shortcodes.

use super::{assert_read, marks};
use crate::markdown::meant::{MarkKind, meant};

#[test]
fn lines_of_spip() {
    assert_read(&[
        ("Un\n_ Deux\n_  Trois\n", "Un\\\nDeux\\\nTrois\n"),
        ("Un\n\n_ Deux\n", "Un\n\nDeux\n"),
        ("Nom _ _ _ _\n", "Nom _ _ _ _\n"),
        ("un_ deux\n", "un_ deux\n"),
    ]);
    let marks = |text: &str| -> Vec<(String, Option<String>)> {
        let marks = meant(text).map_or_else(Vec::new, |meant| meant.marks);
        marks
            .into_iter()
            .map(|mark| (text[mark.span].to_owned(), mark.fix.map(|fix| fix.text)))
            .collect()
    };
    let told = |mark: &str, fix: Option<&str>| vec![(mark.to_owned(), fix.map(str::to_owned))];
    assert_eq!(marks("Un <emb5> ici"), told("<emb5>", None));
    assert_eq!(marks("Un [?mot|def] ici"), told("[?mot|def]", Some("mot")));
    assert_eq!(marks("Un [ici<-] mot"), told("[ici<-]", Some("")));
    for text in ["Un [?] mot", "Un \\[?mot] ici", "`[?mot]`", "a[x<-5]"] {
        assert_eq!(marks(text), [], "{text}");
    }
}

#[test]
fn shortcuts_of_spip_and_shortcodes() {
    assert_read(&[
        (
            "{{{Titre}}}\n\n{{18 h}} {ou} [a->https://b.fr]",
            "## Titre\n\n**18 h** *ou* [a](https://b.fr)",
        ),
        ("A -* b -* c", "A\n- b\n- c"),
        ("-* a\n-** b\n-* c", "- a\n  - b\n- c"),
        ("[->https://b.fr]", "<https://b.fr>"),
        (
            "{{{T}}}\n\nUn[[note]] mot",
            "## T\n\nUn[^spip-1] mot\n\n[^spip-1]: note\n",
        ),
    ]);
    assert_eq!(
        marks("<doc12|left>"),
        [(MarkKind::Spip, "<doc12|left>".to_owned())]
    );
    assert_eq!(
        marks("[a->art12]"),
        [(MarkKind::Spip, "[a->art12]".to_owned())]
    );
    assert_eq!(
        marks("[gallery ids=\"1\"] [note] [le texte](x.md)"),
        [(MarkKind::Shortcode, "[gallery ids=\"1\"]".to_owned())]
    );
    assert_eq!(marks("{{< figure >}} {{ page.title }}").len(), 2);
}
