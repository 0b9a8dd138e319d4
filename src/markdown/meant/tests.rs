use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use walkdir::WalkDir;

use super::*;

fn read(text: &str) -> String {
    match meant(text).and_then(|meant| meant.text) {
        Some(read) => read,
        None => text.to_owned(),
    }
}

fn marks(text: &str) -> Vec<(MarkKind, String)> {
    let marks = meant(text).map(|meant| meant.marks).unwrap_or_default();
    marks
        .into_iter()
        .map(|mark| (mark.kind, text[mark.span].to_owned()))
        .collect()
}

/// Each pair: as typed, and as read.
fn assert_read(cases: &[(&str, &str)]) {
    for (typed, expected) in cases {
        assert_eq!(read(typed), *expected, "{typed}");
        assert_eq!(read(expected), *expected, "read twice: {typed}");
    }
}

#[test]
fn levels_of_bullets_pointers_and_remarks() {
    assert_read(&[
        (
            "• A\no\tB\no\tC\n§\tD\n•\tE\n",
            "- A\n  - B\n  - C\n    - D\n- E\n",
        ),
        ("- A\no\tB\n- C\n", "- A\n  - B\n- C\n"),
        ("1. A\no\tB\n2. C\n", "1. A\n   - B\n2. C\n"),
        ("o\tA\no\tB\n", "- A\n- B\n"),
        ("• A\n\to\tB\n", "- A\n\t- B\n"),
        (
            "• A\n\nAutre texte.\n\no\tB\n",
            "- A\n\nAutre texte.\n\n- B\n",
        ),
        ("- A\n→ Voir B\n→ Voir C\n", "- A\\\n→ Voir B\\\n→ Voir C\n"),
        ("A → B\net C → D\n", "A → B\net C → D\n"),
        (
            "A\n\n* : remarque\n** : autre\n",
            "A\n\n\\* : remarque\\\n** : autre\n",
        ),
        (
            "| A | B |\n|---|---|\n| 1* | 2 |\n* : remarque\n",
            "| A | B |\n|---|---|\n| 1* | 2 |\n\n\\* : remarque\n",
        ),
        (
            "| A | B |\n|---|---|\n| 1* | 2 |\n\n* Sauf le mercredi\n",
            "| A | B |\n|---|---|\n| 1* | 2 |\n\n\\* Sauf le mercredi\n",
        ),
        (
            "Tarif* réduit\n\n* Un\n* Deux\n",
            "Tarif* réduit\n\n* Un\n* Deux\n",
        ),
        ("A\n\n* Un\n", "A\n\n* Un\n"),
        ("*Un mot* ici\n\n* Un\n", "*Un mot* ici\n\n* Un\n"),
    ]);
}

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
fn what_opens_a_line() {
    assert_read(&[
        (
            "##Les étapes\n\n1.Venez.\n2.Signez.\n",
            "## Les étapes\n\n1. Venez.\n2. Signez.\n",
        ),
        ("##Titre##\n", "## Titre\n"),
        (
            "• Une pièce\n• Deux\n· autre\n– encore\n",
            "- Une pièce\n- Deux\n- autre\n- encore\n",
        ),
        (
            "Pièces :\n-Une pièce\n-Un avis\n",
            "Pièces :\n- Une pièce\n- Un avis\n",
        ),
        ("Pièces :\n– une photo\n", "Pièces :\n- une photo\n"),
        ("\u{f0b7}\tUne pièce\n", "- Une pièce\n"),
        ("-\u{a0}Une pièce\n#\u{a0}Titre", "- Une pièce\n# Titre"),
        (
            "Étapes :\n1- Venez\n2- Signez",
            "Étapes :\n1. Venez\n2. Signez",
        ),
        ("1/ Venez\n2/ Signez", "1. Venez\n2. Signez"),
        ("1°) Venez\n2°) Signez", "1. Venez\n2. Signez"),
        (
            "Suite :\n2. Venez\n3. Signez",
            "Suite :\n\n2. Venez\n3. Signez",
        ),
        ("a) un\nb) deux\nc) trois", "a) un\\\nb) deux\\\nc) trois"),
        ("[ ] à faire\n[x] fait", "- [ ] à faire\n- [x] fait"),
        ("☐ à faire\n☑ fait", "- [ ] à faire\n- [x] fait"),
        ("- [] à faire", "- [ ] à faire"),
        ("- • Une pièce", "- Une pièce"),
        ("Un\n\n=====\n\nDeux", "Un\n\n* * *\n\nDeux"),
    ]);
}

#[test]
fn bullets_and_numbers_with_tabs_are_no_tables() {
    assert_read(&[
        ("•\tUne pièce\n•\tDeux\n", "- Une pièce\n- Deux\n"),
        ("o\tUne pièce\no\tDeux\n", "- Une pièce\n- Deux\n"),
        ("• Une pièce • Deux • Trois", "- Une pièce\n- Deux\n- Trois"),
        ("Un\n\n## \n\nDeux", "Un\n\n\n\nDeux"),
        ("{{en\ngras}}", "**en\ngras**"),
    ]);
    assert_eq!(marks("{{sans fin"), [(MarkKind::Spip, "{{".to_owned())]);
}

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
fn tables_without_their_second_line_or_by_tabs() {
    assert_read(&[
        (
            "| a | b |\n| c | d |\n",
            "| a | b |\n|---|---|\n| c | d |\n",
        ),
        ("a | b\nc | d", "a | b\n|---|---|\nc | d"),
        (
            "T :\n| a | b | c |\n|---|---|\n| d | e | f |\n",
            "T :\n\n| a | b | c |\n|---|---|---|\n| d | e | f |\n",
        ),
        ("A\tB\n1\t2|3\n", "| A | B |\n|---|---|\n| 1 | 2\\|3 |\n"),
        (
            "- x\n\n  A\tB\n  1\t2\n",
            "- x\n\n  | A | B |\n  |---|---|\n  | 1 | 2 |\n",
        ),
        (
            "| a | b |\n|---|---|\n| c | d | e |\n",
            "| a | b | |\n|---|---|---|\n| c | d | e |\n",
        ),
        (
            "a | b\n--|--\nc | d | e\n",
            "a | b | |\n--|--|---|\nc | d | e\n",
        ),
        (
            "| a | b |\n\n|---|---|\n\n| c | d |\n",
            "| a | b |\n|---|---|\n| c | d |\n",
        ),
    ]);
    let extra = "| a | b |\n|---|---|\n| c | d | e |\n";
    assert_eq!(
        marks(extra),
        [(MarkKind::ExtraCell, "| c | d | e |".to_owned())]
    );
    assert_eq!(
        marks("A\tB\n1\t2\t3\n"),
        [(MarkKind::Tabs, "A\tB\n1\t2\t3".to_owned())]
    );
    assert_eq!(
        marks("| a | b |\n"),
        [(MarkKind::Row, "| a | b |".to_owned())]
    );
}

#[test]
fn indented_prose_is_no_code() {
    assert_read(&[
        (
            "    Texte en retrait.\n\n\tEt un autre.\n",
            "Texte en retrait.\n\nEt un autre.\n",
        ),
        (
            "    3 rue des Lilas\n    00000 Saint-Aubin\n",
            "3 rue des Lilas\\\n00000 Saint-Aubin\n",
        ),
        (
            "- a\n\n      Suite du texte.\n",
            "- a\n\n  Suite du texte.\n",
        ),
        (
            "> a\n\n>     Suite du texte.\n",
            "> a\n\n> Suite du texte.\n",
        ),
        ("    let x = y();\n", "    let x = y();\n"),
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

#[test]
fn what_is_right_is_left_alone() {
    for text in [
        "## Titre\n\nUn **gras**, un *ital*ique, `code **a`, [lien](x.md \"a\").\n\n- un\n- deux\n  - trois\n\n1. a\n2. b\n",
        "| a | b |\n|:--|--:|\n| c | d |\n",
        "« Oui », dit-il.\n\nIl fait -5 °C, 3*4, a_b_c, 10-12 h, 2.5 km.",
        "« Il viendra\n-peut-être.",
        "– Bonjour, dit-il.",
        "Une note[^1] [modifiée] (voir l’annexe).\n\n[^1]: La note.\n\n    Sa suite.\n",
        "#StopFermeture\n\nLigne coupée\\\nici",
        "[a][b]\n\n[b]: https://c.fr \"d\"\n",
        "- [ ] a\n- [x] b\n",
        "Prix : 5 € * 3\n\n* Hors taxes",
        "```\n##x\n• y\n```\n",
        "\\##x et \\** a \\**",
        "Le 3\n2026. Une année.",
        "***\n\n_____\n\nA\n===\n",
        "Ceci (voir l’article 3)[modifié]",
    ] {
        assert_eq!(read(text), text);
        assert_eq!(marks(text), [], "{text}");
    }
    // A second reading does not change them either.
    for text in [
        "## Titre\n\nUn **gras**, un *ital*ique, [lien](x.md), « mot ».\n\n- un\n- deux\n  - trois\n\n1. a\n2. b\n",
        "| a | b |\n|:--|--:|\n| c | d |\n\nSuite (c).\n\n1. **Venez** à la mairie.\n2. Signez.\n",
        "Une note[^1].\n\n[^1]: La note.\n",
    ] {
        assert!(!suspicion::suspects(text), "{text}");
    }
}

#[test]
fn places_are_those_of_the_text_as_it_was_typed() {
    let typed = "##Titre\n\n• Un ** gras ** mot\n\n[x][y]";
    let read = meant(typed).unwrap();
    let text = read.text.as_deref().unwrap();
    for word in ["Titre", "gras", "mot", "[x][y]"] {
        let at = text.find(word).unwrap();
        assert_eq!(&typed[read.span(&(at..at + word.len()))], word);
    }
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
fn numbers_that_are_no_list_stay_as_they_were_typed() {
    assert_read(&[
        (
            "25. décembre\n1. janvier\n8. mai\n",
            "25\\. décembre\\\n1\\. janvier\\\n8\\. mai\n",
        ),
        (
            "1) Venez\n3) Payez\n7) Signez",
            "1\\) Venez\\\n3\\) Payez\\\n7\\) Signez",
        ),
        (
            "2026. Une année\n\n12. mars",
            "2026\\. Une année\n\n12\\. mars",
        ),
        (
            "1. un\n2. deux\n\n1. alpha\n2. beta\n",
            "1. un\n2. deux\n\n1) alpha\n2) beta\n",
        ),
        ("1. un\n1. deux\n1. trois", "1. un\n1. deux\n1. trois"),
        (
            "1. un\n2. deux\n2. trois\n3. quatre",
            "1. un\n2. deux\n2. trois\n3. quatre",
        ),
        ("4. quatre\n5. cinq", "4. quatre\n5. cinq"),
        (
            "1. un\n\n   Suite.\n\n2. deux",
            "1. un\n\n   Suite.\n\n2. deux",
        ),
    ]);
    assert_eq!(
        marks("1. un\n\n   Suite.\n\n5. cinq"),
        [(MarkKind::Numbers, "1. un".to_owned())]
    );
}

#[test]
fn lines_that_end_where_their_editor_wanted_them_to() {
    assert_read(&[
        (
            "Mairie\n1 place de l’Église\n00120 Saint-Aubin\n",
            "Mairie\\\n1 place de l’Église\\\n00120 Saint-Aubin\n",
        ),
        (
            "Adulte.........86 €\nÉtudiant.......17 €",
            "Adulte : 86 €\\\nÉtudiant : 17 €",
        ),
        (
            "**Lundi** : 8h-12h\n**Mardi** : 8h-12h",
            "**Lundi** : 8h-12h\\\n**Mardi** : 8h-12h",
        ),
        (
            "✓ gratuit\n✓ sans rendez-vous",
            "✓ gratuit\\\n✓ sans rendez-vous",
        ),
        (
            "- Mairie\n  1 place de l’Église\n- CCAS",
            "- Mairie\\\n  1 place de l’Église\n- CCAS",
        ),
        ("> Mairie\n> 1 place", "> Mairie\\\n> 1 place"),
        // Sentences, and texts that a program has wrapped.
        (
            "Venez tôt.\nApportez le formulaire.",
            "Venez tôt.\nApportez le formulaire.",
        ),
        ("Venez avec\nle formulaire", "Venez avec\nle formulaire"),
        (
            "La demande se fait auprès du service de l’état civil de la\nMairie de Saint-Aubin",
            "La demande se fait auprès du service de l’état civil de la\nMairie de Saint-Aubin",
        ),
        ("Un\\\nDeux", "Un\\\nDeux"),
        ("Un  \nDeux", "Un  \nDeux"),
    ]);
}

#[test]
fn boxes_of_other_programs_are_told_and_lose_nothing() {
    let text = ":::info\nVenez tôt.\n:::\n";
    assert_eq!(read(text), "\\:::info\nVenez tôt.\n\\:::\n");
    assert_eq!(
        marks(text),
        [
            (MarkKind::Shortcode, ":::info".to_owned()),
            (MarkKind::Shortcode, ":::".to_owned())
        ]
    );
    assert_read(&[
        (
            "| a | b |\n|—|—|\n| c | d |",
            "| a | b |\n|---|---|\n| c | d |",
        ),
        (
            "| a | b |\n|====|====|\n| c | d |",
            "| a | b |\n|---|---|\n| c | d |",
        ),
    ]);
}

#[test]
fn what_a_stranger_found() {
    // A two-byte letter at the end of nine bytes.
    assert_eq!(
        marks("Texte.\n\n<!-- Voté hier\nsuite\n"),
        [(MarkKind::Hidden, "<!--".to_owned())]
    );
    assert_read(&[
        (
            "• voir `un • deux` • trois\n• quatre",
            "- voir `un • deux`\n- trois\n- quatre",
        ),
        (
            "[^1]:\n## Titre\n\nTexte[^1].",
            "[^1]:\n## Titre\n\nTexte[^1].",
        ),
        ("x\n\\*a | b\nc | d", "x\n\\*a | b\nc | d"),
        (
            "{{{Titre}}}\n\nTexte [[B]].\n\n-* [[A]] un point\n",
            "## Titre\n\nTexte[^spip-1].\n\n- [^spip-2] un point\n\n\n[^spip-1]: B\n\n[^spip-2]: A\n",
        ),
    ]);
}

#[test]
fn words_that_a_pdf_has_cut() {
    assert_read(&[
        (
            "Le conseil de la com-\nmune, réuni en novem-\nbre, a voté.",
            "Le conseil de la commune, réuni en novembre, a voté.",
        ),
        ("les vingt-\ncinq", "les vingt-cinq"),
        ("adressez-\nvous", "adressez-vous"),
        ("une auto-\nécole", "une auto-école"),
        (
            "la réser-\nvation, toute réservation",
            "la réservation, toute réservation",
        ),
        ("les pré- et\npost-natals", "les pré- et\npost-natals"),
        ("les pré-\net post-natals", "les pré-\net post-natals"),
        ("novem\u{ad}\nbre", "novembre"),
        ("novem¬\nbre", "novembre"),
        (
            "> la com-\n> mune et le dé-\n> partement",
            "> la commune et le département",
        ),
        ("Il y a 3 -\nun et deux", "Il y a 3 -\nun et deux"),
    ]);
    // One alone may be either.
    assert_eq!(read("les chèques-\nrepas"), "les chèques-repas");
    assert_eq!(
        marks("un timbre-\nposte"),
        [(MarkKind::Hyphen, "timbre-\nposte".to_owned())]
    );
    assert_eq!(read("un timbre-\nposte"), "un timbre-poste");
}

#[test]
fn lines_that_only_a_new_line_begins_so() {
    let long = "une phrase qui est si longue qu’elle va au-delà de la marge de tous les programmes";
    assert_read(&[
        (
            &format!("Question : {long} ?\nRéponse : oui"),
            &format!("Question : {long} ?\\\nRéponse : oui"),
        ),
        ("Q: Et ?\nR: Non.", "Q: Et ?\\\nR: Non."),
        (
            &format!("mardi 8/12 : {long}\net la suite\nmardi 15/12 : rien"),
            &format!("mardi 8/12 : {long}\net la suite\\\nmardi 15/12 : rien"),
        ),
        (
            "Ouvert de 9 h à\n12 h, puis le\nmardi 8 de\n14 h à 15 h",
            "Ouvert de 9 h à\n12 h, puis le\nmardi 8 de\n14 h à 15 h",
        ),
        (
            "(1) ou mineure\n(2) voir la liste",
            "(1) ou mineure\\\n(2) voir la liste",
        ),
        ("a. si oui\nb. si non", "a. si oui\\\nb. si non"),
        (
            &format!("Vu la loi, {long},\nVu l’avis,\nConsidérant {long},"),
            &format!("Vu la loi, {long},\\\nVu l’avis,\\\nConsidérant {long},"),
        ),
        ("Le maire,\nHélène Vasseur", "Le maire,\\\nHélène Vasseur"),
        (
            "Collectif\nc/o Maison des associations de la ville\nhttps://www.un-long-exemple.fr",
            "Collectif\\\nc/o Maison des associations de la ville\\\nhttps://www.un-long-exemple.fr",
        ),
        (
            "Nom : ......\nAdresse : ......\nSignature :",
            "Nom : ......\\\nAdresse : ......\\\nSignature :",
        ),
    ]);
}

#[test]
fn columns_parted_by_spaces() {
    assert_read(&[
        (
            "          matin        après-midi\nlundi     fermé        14h-19h\nmardi     12h-14h      16h-20h\nsamedi                 14h-18h\n",
            "| | matin | après-midi |\n|---|---|---|\n| lundi | fermé | 14h-19h |\n| mardi | 12h-14h | 16h-20h |\n| samedi | | 14h-18h |\n",
        ),
        (
            "Signent :\nLe maire          Le secrétaire\nH. Vasseur        P. Mercier\nMerci.",
            "Signent :\n\n| Le maire | Le secrétaire |\n|---|---|\n| H. Vasseur | P. Mercier |\n\nMerci.",
        ),
        (
            "- x\n\n  A     1\n  B     2\n",
            "- x\n\n  | A | 1 |\n  |---|---|\n  | B | 2 |\n",
        ),
        (
            "Un mot.  Deux mots.\nTrois.  Quatre.\nCinq mots.  Six.",
            "Un mot.  Deux mots.\nTrois.  Quatre.\nCinq mots.  Six.",
        ),
    ]);
}

#[test]
fn tabs_typed_until_columns_stand_below_one_another() {
    assert_read(&[
        (
            "Nom\t\t\tPrix\nAdulte\t\t4 €\nDemandeur d’emploi\t3 €",
            "| Nom | Prix |\n|---|---|\n| Adulte | 4 € |\n| Demandeur d’emploi | 3 € |",
        ),
        (
            "A\tB\tC\n1\t\t3",
            "| A | B | C |\n|---|---|---|\n| 1 |  | 3 |",
        ),
    ]);
}

#[test]
fn a_tab_before_the_head_parts_an_empty_cell() {
    assert_read(&[(
        "Horaires\n\n\tÉTÉ\tHIVER\n\t(avril)\t(octobre)\nLundi\t8h-12h\t9h-12h\n",
        "Horaires\n\n| \u{a0} | ÉTÉ | HIVER |\n|---|---|---|\n| \u{a0} | (avril) | (octobre) |\n| Lundi | 8h-12h | 9h-12h |\n",
    )]);
}

#[test]
fn slogans_and_short_lines_behind_a_colon() {
    assert_read(&[
        (
            "Ne lâchons rien !\nTou·te·s en grève !",
            "Ne lâchons rien !\\\nTou·te·s en grève !",
        ),
        (
            "Tarif :\n1 m³ = 25 €\nau-delà : 20 €",
            "Tarif :\\\n1 m³ = 25 €\\\nau-delà : 20 €",
        ),
        (
            "Il faut :\nvenir avec le\nformulaire",
            "Il faut :\nvenir avec le\nformulaire",
        ),
        (
            "**Rendez-vous jeudi 3 décembre à 12 h devant la mairie**\nApportez vos sifflets !!\nAmenez vos collègues !!",
            "**Rendez-vous jeudi 3 décembre à 12 h devant la mairie**\\\nApportez vos sifflets !!\\\nAmenez vos collègues !!",
        ),
        (
            "Contact : Claire Dubreuil\n06.99.00.12.34\nclaire@exemple.fr",
            "Contact : Claire Dubreuil\\\n06.99.00.12.34\\\nclaire@exemple.fr",
        ),
        ("Q. Quand ?\nR. En mai.", "Q. Quand ?\\\nR. En mai."),
        (
            "Trop vite.\n=> Deux panneaux.",
            "Trop vite.\\\n=> Deux panneaux.",
        ),
        (
            "1. + 10 % pour tous\n2. Rien",
            "1. \\+ 10 % pour tous\n2. Rien",
        ),
    ]);
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

/// The lines of the texts kept by the suite, in any combination.
fn lines_of_the_suite() -> Vec<String> {
    let suite = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite");
    let files = WalkDir::new(suite)
        .sort_by_file_name()
        .into_iter()
        .flatten();
    let texts = files
        .filter(|file| file.path().extension().is_some_and(|end| end == "md"))
        .filter_map(|file| std::fs::read_to_string(file.path()).ok());
    let mut seen = HashSet::new();
    let mut lines = Vec::new();
    for text in texts {
        for line in text.lines().filter(|line| line.len() < 200) {
            if seen.insert(line.to_owned()) {
                lines.push(line.to_owned());
            }
        }
    }
    lines
}

#[test]
fn what_is_not_suspected_is_read_as_it_was_typed() {
    let lines = lines_of_the_suite();
    assert!(lines.len() > 1000);
    let mut overlooked = BTreeMap::new();
    for step in 1..60 {
        for at in 0..lines.len() {
            let beside = &lines[(at * 7919 + step * 104_729) % lines.len()];
            let text = match step % 3 {
                0 => format!("{}\n{beside}\n", lines[at]),
                1 => format!("Un texte.\n\n{}\n{beside}\n", lines[at]),
                _ => format!(
                    "{}\n{}\n{beside}\n",
                    lines[(at + 1) % lines.len()],
                    lines[at]
                ),
            };
            if suspicion::suspects(&text) {
                continue;
            }
            let mut found = PassFindings::default();
            look(&text, false, &mut found);
            if !found.edits.is_empty() || !found.marks.is_empty() {
                overlooked.insert(text, format!("{:?}", (found.edits, found.marks)));
            }
        }
    }
    assert_eq!(overlooked.iter().next(), None, "{}", overlooked.len());
}
