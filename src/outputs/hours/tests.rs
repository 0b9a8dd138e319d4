use std::path::Path;

use super::*;
use crate::language::Language;
use crate::theme::{Theme, ThemeChoice};

fn in_words(written: &str, language: Language) -> String {
    let hours = Hours::read(written).unwrap();
    let (theme, _) = Theme::load(
        Path::new("/nonexistent"),
        &ThemeChoice::in_languages(&[language]),
    );
    let lines = Words::of(&theme, language).hours(&hours);
    lines.join("; ").replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn hours_are_said_as_people_say_them() {
    for (written, said) in [
        (
            "Mo-Fr 09:00-12:00; PH off",
            "du lundi au vendredi de 9 h à 12 h, fermé les jours fériés",
        ),
        (
            "Mo,We 08:30-12:00,13:30-17:00",
            "le lundi et le mercredi de 8 h 30 à 12 h et de 13 h 30 à 17 h",
        ),
        (
            "Mo-Fr 09:00-17:00, We 18:00-20:00",
            "le lundi, le mardi, le jeudi et le vendredi de 9 h à 17 h; \
             le mercredi de 9 h à 17 h et de 18 h à 20 h",
        ),
        (
            "Mo-Fr 09:00-17:00; Mo 12:00-14:00 off",
            "le lundi de 9 h à 12 h et de 14 h à 17 h; \
             du mardi au vendredi de 9 h à 17 h",
        ),
        (
            "Mo-Fr 08:00-18:00; 12:00-13:00 off",
            "du lundi au vendredi de 8 h à 12 h et de 13 h à 18 h",
        ),
        (
            "Mo-Fr 09:00-12:00; Sa 10:00-12:00 unknown \"appeler avant\"",
            "du lundi au vendredi de 9 h à 12 h; le samedi de 10 h à 12 h : appeler avant",
        ),
        (
            "SH Mo-Fr 09:00-12:00",
            "pendant les vacances scolaires, du lundi au vendredi de 9 h à 12 h",
        ),
        (
            "Mo-Fr 09:00-12:00+",
            "du lundi au vendredi de 9 h à 12 h ou plus tard",
        ),
        (
            "Mo-Fr 00:00-24:00",
            "du lundi au vendredi, 24 heures sur 24",
        ),
        (
            "2026+ Mo-Fr 09:00-12:00",
            "à partir de 2026, du lundi au vendredi de 9 h à 12 h",
        ),
        (
            "2026 Mo-Fr 09:00-12:00",
            "en 2026, du lundi au vendredi de 9 h à 12 h",
        ),
        (
            "2026-2027 Mo-Fr 09:00-12:00",
            "de 2026 à 2027, du lundi au vendredi de 9 h à 12 h",
        ),
        (
            "Mo, Tu, We 09:00-12:00",
            "du lundi au mercredi de 9 h à 12 h",
        ),
        (
            "Mo-Fr 09:00-12:00; Jul 14, Nov 11 off",
            "du lundi au vendredi de 9 h à 12 h, fermé le 14 juillet et le 11 novembre",
        ),
        (
            "Mo-Fr 09:00-17:00; Sa 09:00-12:00; Aug Mo-Fr 09:00-12:00",
            "du lundi au vendredi de 9 h à 17 h; le samedi de 9 h à 12 h; \
             en août, du lundi au samedi de 9 h à 12 h",
        ),
        ("Fr 22:00-03:00", "le vendredi de 22 h à 3 h le lendemain"),
        ("09:00-12:00", "tous les jours de 9 h à 12 h"),
        (
            "Tu[1] 14:00-16:00",
            "le premier mardi du mois de 14 h à 16 h",
        ),
        (
            "Tu[1,3] 14:00-16:00",
            "le premier et le troisième mardi du mois de 14 h à 16 h",
        ),
        (
            "Fr[-1] 14:00-16:00",
            "le dernier vendredi du mois de 14 h à 16 h",
        ),
        (
            "Mo-Fr 09:00-12:00; Aug off",
            "du lundi au vendredi de 9 h à 12 h, fermé en août",
        ),
        (
            "Apr-Sep Mo-Fr 09:00-12:00",
            "d’avril à septembre, du lundi au vendredi de 9 h à 12 h",
        ),
        (
            "Mo-Fr 09:00-12:00; Dec 24-Jan 2 off",
            "du lundi au vendredi de 9 h à 12 h, fermé du 24 décembre au 2 janvier",
        ),
        (
            "Mo-Fr 09:00-12:00; 2026 May 1 off",
            "du lundi au vendredi de 9 h à 12 h, fermé le 1er mai 2026",
        ),
        (
            "week 1-53/2 Th 14:00-17:00",
            "les semaines impaires, le jeudi de 14 h à 17 h",
        ),
        (
            "Th unknown \"sur rendez-vous\"",
            "le jeudi : sur rendez-vous",
        ),
        (
            "Mo-Fr 09:00-12:00 || \"sur rendez-vous\"",
            "du lundi au vendredi de 9 h à 12 h; sinon, sur rendez-vous",
        ),
        ("24/7", "tous les jours, à toute heure"),
        ("Sa 09:00+", "le samedi à partir de 9 h"),
    ] {
        assert_eq!(in_words(written, Language::french()), said, "{written}");
    }
    let english = in_words("Tu[1] 14:00-16:00; Dec 25 off", Language::english());
    assert_eq!(
        english,
        "on the first Tuesday of the month, 14:00 to 16:00, closed on 25 December"
    );
}

#[test]
fn words_agree_with_their_day_and_dates_have_years() {
    for (language, written, said) in [
        (
            "pt",
            "Tu[1,3] 14:00-16:00",
            "na primeira e na terceira terça-feira do mês, das 14h00 às 16h00",
        ),
        (
            "pt",
            "Sa[-1] 14:00-16:00",
            "no último sábado do mês, das 14h00 às 16h00",
        ),
        (
            "uk",
            "Tu[1,3] 14:00-16:00",
            "перший і третій вівторок місяця: 14:00–16:00",
        ),
        (
            "uk",
            "Su[-1] 14:00-16:00",
            "остання неділя місяця: 14:00–16:00",
        ),
        (
            "ro",
            "Tu[1,3] 14:00-16:00",
            "prima și a treia zi de marți din lună, de la 14:00 la 16:00",
        ),
        ("es", "2027 Jan 1 off", "cerrado el 1 de enero de 2027"),
        (
            "ar",
            "Apr-Sep Tu[1] 10:00-12:00",
            "من أبريل إلى سبتمبر، الثلاثاء الأول من الشهر، من 10:00 إلى 12:00",
        ),
    ] {
        assert_eq!(
            in_words(written, Language::parse(language).unwrap()),
            said,
            "{written}"
        );
    }
}

#[test]
fn what_has_no_words_stands_as_it_was_written() {
    for written in [
        "Mo-Fr sunrise-sunset",
        "week03-17/3 Mo 09:00-12:00",
        "easter 10:00-12:00",
    ] {
        assert_eq!(in_words(written, Language::french()), written);
    }
}
