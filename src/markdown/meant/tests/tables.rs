//! Tables without their second line, and columns of tabs or spaces.

use super::{assert_read, marks};
use crate::markdown::meant::MarkKind;

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
