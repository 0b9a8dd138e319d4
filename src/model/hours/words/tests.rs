//! How hours in words are read.

use proptest::prelude::*;

use super::UnreadHours;
use crate::model::hours::Hours;

fn written(text: &str) -> Result<String, UnreadHours> {
    Hours::read(text).map(|hours| hours.written)
}

/// `tests/hours/phrases.txt`, which says how it is written.
#[test]
fn phrases_are_read_as_they_were() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/hours/phrases.txt");
    let table = std::fs::read_to_string(path).unwrap();
    let mut now = String::new();
    for line in table.lines() {
        let (phrase, _) = line.split_once(" | ").unwrap_or((line, ""));
        if phrase.starts_with('#') || phrase.is_empty() {
            now.push_str(line);
        } else {
            let read = match written(&phrase.replace('⏎', "\n")) {
                Ok(hours) => hours,
                Err(unread) => format!("– {unread}"),
            };
            now.push_str(&format!("{phrase} | {read}"));
        }
        now.push('\n');
    }
    if std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite") {
        return std::fs::write(path, now).unwrap();
    }
    let changed: Vec<_> = now
        .lines()
        .zip(table.lines())
        .filter(|(now, before)| now != before)
        .collect();
    assert!(changed.is_empty(), "now and before: {changed:#?}");
}

#[test]
fn what_is_left_out_first_is_left_out_of_what_follows() {
    for (text, hours) in [
        (
            "hors vacances scolaires : mercredi 14h-18h",
            "We 14:00-18:00; SH off",
        ),
        ("sauf août : lundi 9h-12h", "Mo 09:00-12:00; Aug off"),
        ("hors jours fériés : lundi 9h-12h", "Mo 09:00-12:00; PH off"),
        (
            "tous les jours de 9h à 20h sauf le lundi fermé",
            "Mo-Su 09:00-20:00; Mo off",
        ),
    ] {
        assert_eq!(written(text).as_deref(), Ok(hours), "{text}");
    }
}

#[test]
fn hours_that_may_be_open_or_closed_are_refused() {
    for text in [
        "fermé en août : lundi 9h-12h",
        "sauf en août, lundi 9h-12h",
        "fermé le dimanche. Lundi 9h-12h, fermé",
        "vacances scolaires : lundi au vendredi 10h-17h ; hors vacances scolaires : mercredi 14h-18h",
        "hors vacances scolaires : août, lundi 9h-12h",
        "lundi au vendredi 9h-17h sauf vendredi 9h-16h",
        "lundi au vendredi 9h-17h sauf le mercredi de 9h à 12h",
        "lundi au vendredi 9h-17h excepté le mercredi de 14h à 18h",
        "lundi au vendredi sauf 9h-17h",
        "mercredi 14h-18h sauf vacances scolaires ; samedi 10h-12h",
        "mercredi 14h-18h (hors vacances scolaires), samedi 10h-12h",
        "les mercredis hors vacances scolaires : 14h-18h, le samedi : 10h-12h",
        "lundi 9h-12h, fermé les jours fériés sauf le 8 mai",
        "lundi 9h-12h, fermé les jours fériés, sauf le 8 mai",
        "lundi 9h-12h, fermé le mardi de 9h à 12h",
        "du lundi au vendredi, fermé le mercredi, 9h-17h",
        "du lundi au vendredi fermé le mercredi 9h-17h",
        "du lundi au vendredi, sauf, 9h-17h",
        "du lundi au vendredi sauf en août 9h-17h",
    ] {
        let refused = written(text);
        assert!(
            matches!(refused, Err(UnreadHours::Except | UnreadHours::Incomplete)),
            "{text}: {refused:?}"
        );
    }
}

#[test]
fn a_closure_without_days_is_only_clear_by_itself() {
    for (text, hours) in [
        ("fermé", "off"),
        ("sur rendez-vous", "\"sur rendez-vous\""),
        (
            "du lundi au vendredi 9h-12h, sinon fermé",
            "Mo-Fr 09:00-12:00 || off",
        ),
    ] {
        assert_eq!(written(text).as_deref(), Ok(hours), "{text}");
    }
    for text in [
        "du lundi au vendredi 9h-12h, fermé",
        "lundi 9h-12h ; fermé ; mardi 9h-12h",
    ] {
        assert_eq!(written(text), Err(UnreadHours::Incomplete), "{text}");
    }
}

#[test]
fn parts_of_the_year_begin_and_end() {
    for (text, hours) in [
        ("de mars à mai, lundi 9h-12h", "Mar-May Mo 09:00-12:00"),
        ("à partir de 2027, lundi 9h-12h", "2027+ Mo 09:00-12:00"),
        (
            "à partir de 2027 jusqu’à 2029, lundi 9h-12h",
            "2027-2029 Mo 09:00-12:00",
        ),
        ("from 2027 on: Monday 9am-12pm", "2027+ Mo 09:00-12:00"),
    ] {
        assert_eq!(written(text).as_deref(), Ok(hours), "{text}");
    }
}

#[test]
fn bare_numbers_are_times_with_a_hyphen_between_them() {
    for (text, hours) in [
        ("lundi 9-12", "Mo 09:00-12:00"),
        ("lundi entre 9 et 12", "Mo 09:00-12:00"),
    ] {
        assert_eq!(written(text).as_deref(), Ok(hours), "{text}");
    }
    for text in ["lundi 9 à 12", "lundi 9 jusqu’à 12"] {
        assert!(written(text).is_err(), "{text}");
    }
}

#[test]
fn numbers_in_words_are_those_of_hours() {
    for (text, hours) in [
        ("lundi de neuf heures à midi", "Mo 09:00-12:00"),
        (
            "lundi de neuf heures trente à dix-sept heures quarante-cinq",
            "Mo 09:30-17:45",
        ),
        ("lundi de neuf à douze heures", "Mo 09:00-12:00"),
        (
            "lundi, dix heures et demie à onze heures et quart",
            "Mo 10:30-11:15",
        ),
        (
            "lundi de vingt heures à vingt et une heures",
            "Mo 20:00-21:00",
        ),
        (
            "lundi de 14 heures trente à vingt-deux heures",
            "Mo 14:30-22:00",
        ),
        (
            "lundi de neuf heures à midi et de quatorze à seize heures",
            "Mo 09:00-12:00,14:00-16:00",
        ),
    ] {
        assert_eq!(written(text).as_deref(), Ok(hours), "{text}");
    }
    for text in [
        "lundi de neuf à douze",
        "lundi neuf heures moins le quart à midi",
        "lundi de trente heures à midi",
        "deux lundis de neuf heures à midi",
    ] {
        assert!(written(text).is_err(), "{text}");
    }
}

#[test]
fn what_is_missing_is_told() {
    for text in ["lundi jusqu’à 17h", "lundi 9h-12h, mardi jusqu'à midi"] {
        assert_eq!(written(text), Err(UnreadHours::Until), "{text}");
    }
    for text in [
        "un mardi sur deux 9h-12h",
        "une semaine sur deux, le jeudi 9h-12h",
        "tous les quinze jours, le lundi 9h-12h",
        "lundi 9h-12h tous les 15 jours",
    ] {
        assert_eq!(written(text), Err(UnreadHours::EveryOther), "{text}");
    }
}

#[test]
fn what_is_said_before_hours_is_said_of_them() {
    for (text, hours) in [
        (
            "lundi matin sans rdv 9h-12h, après-midi sur rdv 14h-17h",
            "Mo 09:00-12:00 open \"sans rdv\", Mo 14:00-17:00 \"sur rdv\"",
        ),
        (
            "lundi : sans rendez-vous de 9h à 12h ; mardi 9h-12h",
            "Mo 09:00-12:00 open \"sans rendez-vous\"; Tu 09:00-12:00",
        ),
        (
            "sur rendez-vous 9h-12h le lundi",
            "Mo 09:00-12:00 \"sur rendez-vous\"",
        ),
    ] {
        assert_eq!(written(text).as_deref(), Ok(hours), "{text}");
    }
    // A comma separates them.
    assert!(written("lundi sur rendez-vous, 9h-12h").is_err());
    assert!(written("lundi matin sans rdv 14h-17h").is_err());
}

#[test]
fn half_a_day_that_is_closed_anyway_may_be_said() {
    for (text, hours) in [
        ("lundi 9h-12h, fermé l’après-midi", "Mo 09:00-12:00"),
        ("lundi 9h-12h - fermé l'après-midi", "Mo 09:00-12:00"),
        (
            "lundi 14h-17h (fermé le matin) ; mardi 9h-12h",
            "Mo 14:00-17:00; Tu 09:00-12:00",
        ),
    ] {
        assert_eq!(written(text).as_deref(), Ok(hours), "{text}");
    }
    for text in [
        "lundi 9h-17h, fermé l’après-midi",
        "lundi 9h-12h 14h-17h, fermé l’après-midi",
        "lundi 9h-12h, fermé le matin",
        "en août, fermé l’après-midi",
    ] {
        assert!(written(text).is_err(), "{text}");
    }
}

#[test]
fn half_a_day_without_times_is_refused() {
    for text in [
        "le mardi et le jeudi matin",
        "le mardi et le jeudi matin sur rendez-vous",
        "samedi matin",
        "samedi matin (sonner)",
    ] {
        assert_eq!(written(text), Err(UnreadHours::Half), "{text}");
    }
}

#[test]
fn half_a_day_by_appointment_says_which_half() {
    for (text, hours) in [
        (
            "le samedi matin sur rendez-vous",
            "Sa \"matin, sur rendez-vous\"",
        ),
        (
            "lundi 9h-12h, mardi après-midi sur rendez-vous",
            "Mo 09:00-12:00; Tu \"après-midi, sur rendez-vous\"",
        ),
        (
            "du lundi au vendredi sur rendez-vous l'après-midi",
            "Mo-Fr \"après-midi, sur rendez-vous\"",
        ),
    ] {
        assert_eq!(written(text).as_deref(), Ok(hours), "{text}");
    }
}

#[test]
fn what_stands_in_brackets_closes() {
    for (text, hours) in [
        (
            "du lundi au vendredi (sauf mercredi) : 9h-17h",
            "Mo,Tu,Th,Fr 09:00-17:00",
        ),
        (
            "du lundi au vendredi de 9h à 17h (fermé le mercredi)",
            "Mo-Fr 09:00-17:00; We off",
        ),
        (
            "du lundi au vendredi (fermé le mercredi) 9h-17h",
            "Mo,Tu,Th,Fr 09:00-17:00",
        ),
        (
            "tous les jours sauf dimanche et jours fériés de 9h à 17h",
            "Mo-Sa 09:00-17:00; PH off",
        ),
        (
            "en période scolaire : mercredi 14h-18h",
            "We 14:00-18:00; SH off",
        ),
        (
            "lundi 9h-12h (fermé en août), mardi 9h-12h",
            "Mo 09:00-12:00; Tu 09:00-12:00; Aug off",
        ),
    ] {
        assert_eq!(written(text).as_deref(), Ok(hours), "{text}");
    }
    for text in [
        "lundi 9h-12h (fermé quand il pleut)",
        "lundi 9h-12h (sauf pluie)",
        "lundi : fermé quand il pleut",
        "lundi 9h-12h (fermé en août) 14h-17h",
    ] {
        assert!(written(text).is_err(), "{text}");
    }
}

#[test]
fn dates_in_figures_and_lists_of_dates() {
    for (text, hours) in [
        (
            "lundi 9h-12h, fermé du 01/08 au 31/08",
            "Mo 09:00-12:00; Aug 01-Aug 31 off",
        ),
        (
            "lundi 9h-12h, fermé du 24/12/2026 au 02/01/27",
            "Mo 09:00-12:00; 2026 Dec 24-2027 Jan 02 off",
        ),
        (
            "lundi 9h-12h, fermé les 24 et 31 décembre",
            "Mo 09:00-12:00; Dec 24,Dec 31 off",
        ),
        (
            "lundi 9h-12h, fermé les 24 et 25/12",
            "Mo 09:00-12:00; Dec 24,Dec 25 off",
        ),
        (
            "lundi 9h-12h, fermé les 1er, 8 et 29 mai 2027",
            "Mo 09:00-12:00; 2027 May 01,2027 May 08,2027 May 29 off",
        ),
    ] {
        assert_eq!(written(text).as_deref(), Ok(hours), "{text}");
    }
    for text in [
        "lundi 9/12",
        "fermé le 31/2",
        "fermé le 12/24",
        "lundi 9h-12h le 3/13",
    ] {
        assert!(written(text).is_err(), "{text}");
    }
}

#[test]
fn days_and_public_holidays_are_both() {
    for (text, hours) in [
        ("dimanche et jours fériés 10h-12h", "Su,PH 10:00-12:00"),
        ("jours fériés et dimanche : 10h-12h", "Su,PH 10:00-12:00"),
        (
            "du lundi au samedi 9h-19h, dimanches et jours fériés de 10h à 12h",
            "Mo-Sa 09:00-19:00; Su,PH 10:00-12:00",
        ),
    ] {
        assert_eq!(written(text).as_deref(), Ok(hours), "{text}");
    }
    assert!(written("mercredi et vacances scolaires 10h-12h").is_err());
}

#[test]
fn hours_side_by_side_are_hours() {
    for (text, hours) in [
        ("lundi : 9h-12h ; 14h-17h", "Mo 09:00-12:00,14:00-17:00"),
        (
            "lundi et mardi 9h-12h. 14h-17h. Mercredi 9h-12h ; 15h-16h",
            "Mo,Tu 09:00-12:00,14:00-17:00; We 09:00-12:00,15:00-16:00",
        ),
        (
            "lundi 9h-12h sans rendez-vous, 14h-17h sur rendez-vous",
            "Mo 09:00-12:00 open \"sans rendez-vous\", Mo 14:00-17:00 \"sur rendez-vous\"",
        ),
        (
            "lundi : 9h à 12h - 14h à 17h - mardi : 9h à 12h | 14h à 17h",
            "Mo 09:00-12:00,14:00-17:00; Tu 09:00-12:00,14:00-17:00",
        ),
        (
            "lundi 9 h. - 12 h., 14 h. à 17 h.",
            "Mo 09:00-12:00,14:00-17:00",
        ),
        (
            "Accueil du public : lundi 9h-12h. Permanences le jeudi de 14h à 16h",
            "Mo 09:00-12:00; Th 14:00-16:00",
        ),
        ("lundi 9h-12h 14h-17h", "Mo 09:00-12:00,14:00-17:00"),
        ("lundi 8h30-12h 13h30-17h30", "Mo 08:30-12:00,13:30-17:30"),
        (
            "du lundi au vendredi : 8h30/12h et 13h30/17h30",
            "Mo-Fr 08:30-12:00,13:30-17:30",
        ),
        ("en semaine 9h-12h", "Mo-Fr 09:00-12:00"),
        ("L-V 9h-12h", "Mo-Fr 09:00-12:00"),
        (
            "lun. - ven. 9h-12h. Sam. 10h-12h.",
            "Mo-Fr 09:00-12:00; Sa 10:00-12:00",
        ),
    ] {
        assert_eq!(written(text).as_deref(), Ok(hours), "{text}");
    }
    for text in [
        "lundi : 9h ou 10h",
        "lundi : 9h-12h ; 10h-14h",
        "accueil téléphonique : lundi 9h-12h",
        "lundi 9h-12h ; 14h",
        "lundi 9h-12h (14h/17h en été)",
        "lundi au lundi 9h-12h",
    ] {
        assert!(written(text).is_err(), "{text}");
    }
    assert_eq!(
        written("lundi 9h-12h-17h"),
        Err(UnreadHours::Word("9h-12h-17h".to_owned()))
    );
}

/// Days and the hours of one morning and one afternoon, in words and in the OSM syntax.
fn clause() -> impl Strategy<Value = (Vec<&'static str>, String)> {
    const DAYS: [(&str, &str); 4] = [
        ("lundi", "Mo"),
        ("du lundi au mercredi", "Mo-We"),
        ("le mardi et le jeudi", "Tu,Th"),
        ("du mardi au vendredi", "Tu-Fr"),
    ];
    const HOURS: [(&str, &str); 4] = [
        ("9h-12h", "09:00-12:00"),
        ("de 8h30 à 11h45", "08:30-11:45"),
        ("14h - 17h", "14:00-17:00"),
        ("de 13h30 à 18h", "13:30-18:00"),
    ];
    let both = (
        prop::sample::select(&DAYS[..]),
        prop::sample::select(&HOURS[..]),
    );
    both.prop_map(|((days, osm_days), (hours, osm_hours))| {
        let words = days
            .split(' ')
            .chain([":"])
            .chain(hours.split(' '))
            .collect();
        (words, format!("{osm_days} {osm_hours}"))
    })
}

proptest! {
    #[test]
    fn hours_of_days_are_read_as_they_are((words, hours) in clause()) {
        prop_assert_eq!(written(&words.join(" ")), Ok(hours));
    }

    #[test]
    fn no_word_with_a_meaning_is_dropped(
        (mut words, hours) in clause(),
        word in prop::sample::select(&["sauf", "hors", "fermé", "soir", "nuit", "midi", "sinon fermé", "mercredi", "en août"][..]),
        at in 0_usize..12,
        saturday in any::<bool>(),
    ) {
        let mut hours = hours;
        let at = at.min(words.len());
        words.insert(at, word);
        if saturday {
            words.extend([";", "samedi", "10h-11h"]);
            hours.push_str("; Sa 10:00-11:00");
        }
        let read = Hours::read(&words.join(" "));
        if let Ok(read) = read {
            let text = words.join(" ");
            // `mercredi` may be one of the named days.
            prop_assert!(read.written != hours || word == "mercredi" || word == "sinon fermé", "{text}");
            prop_assert!(word != "sauf" && word != "hors", "{text} -> {}", read.written);
            // `le mardi fermé et le jeudi : 9h-12h`.
            prop_assert!(word != "fermé" || read.written.contains("off"), "{text} -> {}", read.written);
        }
    }
}

#[test]
fn the_part_at_fault_is_named() {
    let part = |text| super::unread_part(text).unwrap_or_default();
    for (text, at_fault) in [
        ("mardi 9h-12h, jeudi jusqu’à 19h", "jeudi jusqu’à 19h"),
        (
            "mardi 9h-12h puis sur rendez-vous l’après-midi",
            "puis sur rendez-vous l’après-midi",
        ),
        (
            "samedi 10h-12h une semaine sur deux",
            "une semaine sur deux",
        ),
        (
            "lundi 9h-12h à partir du 1er septembre",
            "à partir du 1er septembre",
        ),
        (
            "lundi 9h-12h, samedi 9h-12h sauf en juillet et août, dimanche 9h-12h",
            "sauf en juillet et août",
        ),
        (
            "du lundi au vendredi de 9h à 12h sauf le jeudi de 10h à 12h",
            "sauf le jeudi de 10h à 12h",
        ),
        (
            "fermé le lundi matin, ouvert du lundi au vendredi de 9h à 12h",
            "fermé le lundi matin",
        ),
        (
            "lundi 9h-12h, mercredi après-midi, vendredi 9h-12h",
            "mercredi après-midi",
        ),
        (
            "lundi 9h-12h. Mardi : accueil sur place. Mercredi 9h-12h",
            "Mardi : accueil sur place",
        ),
        (
            "lundi et mardi de 9h à 12h, et le samedi matin",
            "et le samedi matin",
        ),
        (
            "tous les jours de 8h à 20h, week-end compris",
            "week-end compris",
        ),
        ("ouvert tous les matins sauf le mercredi de 9h à 12h", ""),
        ("lundi 9h-12h", ""),
        (", , ;", ""),
        ("", ""),
    ] {
        assert_eq!(part(text), at_fault, "{text}");
    }
}

#[test]
fn the_word_at_fault_is_named_whole() {
    for (text, word) in [
        ("du lundi au vendredi de 9h à 12h et de 14h à 25h", "25h"),
        (
            "lundi 9h à 12h, jeudi de 8 h 30, vendredi 9h à 12h",
            "8 h 30",
        ),
        ("lundi 8h30-12h (16h le vendredi)", "(16h le vendredi)"),
        ("lundi 9h12h", "9h12h"),
        ("lundi 9h-12h, jeudi idem, vendredi 9h-12h", "idem"),
        ("lundi (9h-12h", "(9h-12h"),
        ("mairie : mardi 14h-18h", "mairie"),
    ] {
        assert_eq!(
            written(text),
            Err(UnreadHours::Word(word.to_owned())),
            "{text}"
        );
    }
}

#[test]
fn many_misspelt_words_are_read_as_their_days() {
    let week = "lunid, marid, mecredi, jeuid, venredi, sameid et dimanhe 9h-12h";
    assert_eq!(written(week).as_deref(), Ok("Mo-Su 09:00-12:00"));
    let text = "lunid 9h-12h ; ".repeat(30);
    assert!(written(&text).is_err());
    assert_eq!(
        written("tous les jours ferriés 9h-12h").as_deref(),
        Ok("PH 09:00-12:00")
    );
}
