//! Marks within a line: emphasis, links, notes, signs, HTML.

use super::{assert_read, marks, read};
use crate::markdown::meant::MarkKind;

#[test]
fn emphasis_with_spaces_and_signs() {
    assert_read(&[
        (
            "Un ** gras ** et **gras **suite",
            "Un **gras** et **gras** suite",
        ),
        ("**Note :**Le", "**Note :** Le"),
        ("l’**«avis»**fin", "l’**«avis»** fin"),
        ("~~ 25 € ~~ 30 €", "~~25 €~~ 30 €"),
        (
            "cerfa 12100*02 ou 11580*03",
            "cerfa 12100\\*02 ou 11580\\*03",
        ),
        ("agent*es et usager*es", "agent\\*es et usager\\*es"),
        ("12 €*, 15 €*.", "12 €\\*, 15 €\\*."),
    ]);
}

#[test]
fn links_nearly_right() {
    assert_read(&[
        (
            "Voir (le site)[https://a.fr].",
            "Voir [le site](https://a.fr).",
        ),
        ("[le site][https://a.fr]", "[le site](https://a.fr)"),
        ("<https://a.fr/b c>", "<https://a.fr/b%20c>"),
        ("<www.a.fr>", "www.a.fr"),
    ]);
}

#[test]
fn what_would_be_swallowed() {
    assert_read(&[
        ("Écrivez <votre nom> ici", "Écrivez \\<votre nom> ici"),
        ("<votre nom>\n", "\\<votre nom>\n"),
        ("Un <b>mot</b> et <br> fin", "Un <b>mot</b> et <br> fin"),
        ("Dites <<Bonjour>>", "Dites «Bonjour»"),
        ("a<o:p></o:p>", "a"),
        ("Un <!mot là> <? et ?>", "Un \\<!mot là> \\<? et ?>"),
        ("[Attention]: fermé\n", "\\[Attention]: fermé\n"),
        ("## Aide {APL}\n", "## Aide &#123;APL}\n"),
        ("## Aide {.cas}\n", "## Aide {.cas}\n"),
        ("Une phrase.\n---\n", "Une phrase.\n* * *\n"),
        ("Titre\n---\n", "Titre\n---\n"),
        ("> 60 ans : gratuit\n", "\\> 60 ans : gratuit\n"),
    ]);
    assert_eq!(
        marks("a\n\n<!-- b\n\nc"),
        [(MarkKind::Hidden, "<!--".to_owned())]
    );
    assert_eq!(marks("a\n\n```\nb"), [(MarkKind::Fence, "```".to_owned())]);
    assert_eq!(
        marks("<div>\nun **mot** là\n</div>"),
        [(MarkKind::InHtml, "**mot**".to_owned())]
    );
}

#[test]
fn notes_below_their_mark_and_notes_of_one_name() {
    assert_read(&[
        (
            "Le droit[^1].\n\n[^1]:\n- Un\n- Deux\n",
            "Le droit[^1].\n\n[^1]:\n    - Un\n    - Deux\n",
        ),
        (
            "Un[^1].\n\n[^1]: A.\n\nDeux[^1].\n\n[^1]: B.",
            "Un[^1].\n\n[^1]: A.\n\nDeux[^1-2].\n\n[^1-2]: B.",
        ),
    ]);
    assert_eq!(
        marks("Un[^1] et[^2].\n\n[^1]: A\n"),
        [(MarkKind::UnwrittenNote, "[^2]".to_owned())]
    );
    assert_eq!(
        marks("Un[^1].\n\n[^1]:\n"),
        [(MarkKind::EmptyNote, "[^1]:".to_owned())]
    );
    assert_eq!(
        marks("Un[^1].\n\n[^1]: A\n\n[^1]: B\n"),
        [(MarkKind::TwiceNote, "[^1]:".to_owned())]
    );
}

#[test]
fn notes_called_within_links_are_called_behind_them() {
    let notes = "\n\n[^1]: Un.\n\n[^2]: Deux.\n";
    let cases = [
        (
            "Voir [le site[^1]](https://a.fr) et la suite.",
            "Voir [le site](https://a.fr)[^1] et la suite.",
        ),
        (
            "Voir [le[^1] site[^2]](aide.md).",
            "Voir [le site](aide.md)[^1][^2].",
        ),
        (
            "Voir <a href=\"https://a.fr\">le[^1] site[^2]</a>.",
            "Voir <a href=\"https://a.fr\">le site</a>[^1][^2].",
        ),
        (
            "Voir (le site[^1])(plus tard).",
            "Voir (le site[^1])(plus tard).",
        ),
        (
            "Voir \\[le site[^1]](aide.md).",
            "Voir \\[le site[^1]](aide.md).",
        ),
        (
            "[Une remarque[^1]](plus tard)",
            "[Une remarque[^1]](plus tard)",
        ),
    ];
    for (typed, expected) in cases {
        let expected = format!("{expected}{notes}");
        assert_read(&[(&format!("{typed}{notes}"), &expected)]);
    }
}

#[test]
fn html_of_other_programs() {
    assert_read(&[
        (
            "<h2 class=\"a\" id=\"aide\">L’<strong>aide</strong> *</h2>\n",
            "\n\n## L’<strong>aide</strong> \\* {#aide}\n\n\n",
        ),
        (
            "<figure><a href=\"x.jpg\"><img src=\"a b.jpg\" alt=\"Une [salle]\"/></a><figcaption>La \"salle\"</figcaption></figure>\n",
            "\n\n![Une \\[salle\\]](<a b.jpg> \"La \\\"salle\\\"\")\n\n\n",
        ),
        ("Voici <img src=\"a.jpg\"> là", "Voici ![](a.jpg) là"),
        (
            "<quote>Un mot.\nDeux.</quote>",
            "\n\n> Un mot.\n> Deux.\n\n",
        ),
        (
            "<quote>\nUn mot.\n\nDeux.\n</quote>\n",
            "\n\n> Un mot.\n> \n> Deux.\n\n\n",
        ),
    ]);
    for text in [
        "<ul>\n<li>\n<h2>A</h2>\n</li>\n</ul>",
        "<p>Un mot <img src=\"a.jpg\"></p>",
        "<img src=\"https://a.fr/b.jpg\" alt=\"c\">",
        "<img src=\"/uploads/b.jpg\" alt=\"c\">",
        "<figure><a href=\"https://a.fr\"><img src=\"a.jpg\"></a></figure>",
        "<!--\n<h2>A</h2>\n-->",
    ] {
        assert_eq!(read(text), text);
    }
}

#[test]
fn sums_stars_signatures_and_ties() {
    assert_read(&[
        (
            "Couple : 180 €\n+ 40 € par enfant",
            "Couple : 180 €\\\n\\+ 40 € par enfant",
        ),
        ("+ un\n+ deux", "+ un\n+ deux"),
        ("Un\n\n*\n* *\n\nDeux", "Un\n\n* * *\n\nDeux"),
        ("*\n*\n*\n", "* * *\n"),
        ("-\n-\n-\n", "-\n-\n-\n"),
        (
            "Cordialement,\n--\nN. F.\nService",
            "Cordialement,\n\nN. F.\nService",
        ),
        ("Merci\n-- \nN. F.\n", "Merci\n \nN. F.\n"),
        ("Titre\n--\n", "Titre\n--\n"),
        (
            "{{{T}}}\n\nQui ? ~Oui~: [a~b](https://c.fr/~d) https://c.fr/~d",
            "## T\n\nQui ? Oui\u{a0}: [a\u{a0}b](https://c.fr/~d) https://c.fr/~d",
        ),
        ("Environ ~5 km", "Environ ~5 km"),
    ]);
}
