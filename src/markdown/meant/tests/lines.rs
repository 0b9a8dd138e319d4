//! Where lines end and begin: indentation, words cut by a PDF, lines of their own.

use super::{assert_read, marks, read};
use crate::markdown::meant::MarkKind;

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
fn callouts_have_french_names_too() {
    assert_read(&[
        (
            "> [!ATTENTION]\n> Ne signez rien.\n",
            "> [!WARNING]\n> Ne signez rien.\n",
        ),
        (
            "> [!Attention] Ne signez rien.\n",
            "> [!WARNING]\n> Ne signez rien.\n",
        ),
        (
            "> [!Attention] : Ne signez\n> rien.\n",
            "> [!WARNING]\n> Ne signez\n> rien.\n",
        ),
        (
            "> [!WARNING] Ne signez rien.\n",
            "> [!WARNING]\n> Ne signez rien.\n",
        ),
        ("> [!À noter]\n> Fermé.\n", "> [!NOTE]\n> Fermé.\n"),
        ("> [!ASTUCE]- Venez tôt.\n", "> [!TIP]\n> Venez tôt.\n"),
        (
            "- un\n\n  > [!danger] **Non.**\n",
            "- un\n\n  > [!CAUTION]\n  > **Non.**\n",
        ),
        (
            "a\n\n> > [!Rappel]\n> > b\n",
            "a\n\n> > [!IMPORTANT]\n> > b\n",
        ),
    ]);
    for text in [
        "> [!note]\n> a\n",
        "> [!Rantanplan] a\n",
        "> a\n>\n> [!ATTENTION] a\n",
        "[!ATTENTION] a\n",
        "`> [!ATTENTION]`\n",
    ] {
        assert_eq!(read(text), text);
    }
}
