//! Bullets, numbers and headings at the start of a line.

use super::{assert_read, marks};
use crate::markdown::meant::MarkKind;

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
