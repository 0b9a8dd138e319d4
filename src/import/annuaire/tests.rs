use serde_json::json;

use super::hours::hours;
use super::record::RecordUse;
use super::*;
use crate::import::places::{commune, department, siren};

fn choice(codes: &[&str]) -> PlaceChoice {
    let mut choice = PlaceChoice::default();
    codes
        .iter()
        .for_each(|code| choice.add_commune(commune(code).unwrap()));
    choice
}

/// A town hall by name, old code, communes and day.
fn hall(name: &str, old: &str, codes: &[&str], day: &str) -> OfficeRecord {
    let fields = json!({
        "id": name, "nom": name, "ancien_code_pivot": old, "date_modification": day,
        "pivot": [{ "type_service_local": "mairie", "code_insee_commune": codes }],
    });
    let fields = OfficeFields(fields.as_object().unwrap().clone());
    let mut all = PlaceChoice::default();
    (1..=99).for_each(|number| all.add_department(format!("{number:02}")));
    match OfficeRecord::of(&fields, &all) {
        RecordUse::Taken(office) => *office,
        _ => panic!("{name}"),
    }
}

#[test]
fn the_main_town_hall_is_chosen_by_code() {
    let day = "01/02/2026 00:00:00";
    let halls = [
        hall("Annexe", "mairie-35360-02", &["35360"], day),
        hall("Ancienneville", "mairie-35361-01", &["35360"], day),
        hall("Villefictive", "mairie-35360-01", &["35360"], day),
        hall(
            "Double d’avant",
            "mairie-35993-01",
            &["35993"],
            "01/02/2019",
        ),
        hall("Double", "mairie-35993-01", &["35993"], day),
        hall("Sanscode, annexe du port", "", &["35991"], day),
        hall("Sanscode", "", &["35991"], day),
        hall("Seule", "mairie-35992-02", &["35992"], day),
        hall("Ville", "mairie-75056-01", &["75056"], day),
        hall("Premier", "mairie-75101-01", &["75101"], day),
        hall("Secteur", "", &["75101", "75102"], day),
    ];
    for (codes, main, guessed) in [
        (&["35360"][..], &["Villefictive"][..], &[][..]),
        (&["35993"], &["Double"], &[]),
        (&["35991"], &["Sanscode"], &["Sanscode"]),
        (&["35992"], &["Seule"], &[]),
        (&["75101"], &["Premier"], &[]),
        (&["75102"], &["Secteur"], &[]),
        // A district without a town hall has that of its city, and a city its districts.
        (&["75103"], &["Ville"], &[]),
        (&["75056"], &["Premier", "Secteur", "Ville"], &[]),
    ] {
        let choice = choice(codes);
        let wanted: Vec<OfficeRecord> = halls
            .iter()
            .filter_map(|hall| match OfficeRecord::of(&hall.fields(), &choice) {
                RecordUse::Taken(office) => Some(*office),
                _ => None,
            })
            .collect();
        let found = TownHalls::among(wanted.iter(), &choice);
        assert_eq!(found.main.iter().collect::<Vec<_>>(), main, "{codes:?}");
        assert_eq!(
            found.guessed.keys().collect::<Vec<_>>(),
            guessed,
            "{codes:?}"
        );
    }
}

#[test]
fn codes_are_read_as_the_institute_writes_them() {
    for (text, code) in [("35360", "35360"), (" 2a004 ", "2A004"), ("97411", "97411")] {
        assert_eq!(commune(text).as_deref(), Some(code));
    }
    for text in ["", "3536", "353600", "Rennes", "35 360", "2C004", "é5360"] {
        assert_eq!(commune(text), None, "{text}");
    }
    for (text, is_code) in [
        ("35", true),
        ("2b", true),
        ("974", true),
        ("97", false),
        ("3", false),
        ("351", false),
    ] {
        assert_eq!(department(text).is_some(), is_code, "{text}");
    }
    assert_eq!(siren(" 249 900 009").as_deref(), Some("249900009"));
}

/// A line: days, times, a remark.
fn line(days: [&str; 2], times: [&str; 4], remark: &str) -> serde_json::Value {
    json!({
        "nom_jour_debut": days[0], "nom_jour_fin": days[1], "commentaire": remark,
        "valeur_heure_debut_1": times[0], "valeur_heure_fin_1": times[1],
        "valeur_heure_debut_2": times[2], "valeur_heure_fin_2": times[3],
    })
}

#[test]
fn hours_are_written_in_the_syntax_with_their_remarks_beside() {
    let week = ["Lundi", "Vendredi"];
    let morning = ["09:00:00", "12:00:00", "", ""];
    for (lines, remark, written, note) in [
        (
            vec![line(
                week,
                ["09:00:00", "12:00:00", "14:00:00", "17:00:00"],
                "",
            )],
            "",
            "Mo-Fr 09:00-12:00,14:00-17:00",
            "",
        ),
        (
            vec![line(week, ["", "", "14:00:00", "17:00:00"], "")],
            "",
            "Mo-Fr 14:00-17:00",
            "",
        ),
        (
            vec![line(
                week,
                ["09:00:00", "12:00:00", "12:00:00", "17:00:00"],
                "",
            )],
            "",
            "Mo-Fr 09:00-17:00",
            "",
        ),
        (
            vec![
                line(["Mardi", ""], morning, ""),
                line(
                    ["Mardi", "Mardi"],
                    ["16:00", "19h", "", ""],
                    "sur rendez-vous",
                ),
            ],
            "Été : voir le site.",
            "Tu 09:00-12:00,16:00-19:00",
            "mardi\u{a0}: sur rendez-vous\u{202f}; Été : voir le site",
        ),
        (
            vec![
                line(["Lundi", "Lundi"], morning, "Hors vacances."),
                line(["Mardi", "Mardi"], morning, "Hors vacances."),
            ],
            "",
            "Mo,Tu 09:00-12:00",
            "Hors vacances",
        ),
        (
            vec![line(["Vendredi", "Lundi"], morning, "")],
            "",
            "Fr-Mo 09:00-12:00",
            "",
        ),
        (
            vec![line(
                ["Lundi", "Dimanche"],
                ["00:00:00", "00:00:00", "", ""],
                "",
            )],
            "",
            "24/7",
            "",
        ),
        (
            vec![line(
                ["Lundi", "Dimanche"],
                ["00:00:00", "23:59:00", "", ""],
                "",
            )],
            "",
            "24/7",
            "",
        ),
        (
            vec![line(
                ["", ""],
                ["", "", "", ""],
                "Sur rendez-vous uniquement.",
            )],
            "",
            "",
            "Sur rendez-vous uniquement",
        ),
        (
            vec![line(["Samedi", "Samedi"], ["09:00:00", "", "", ""], "")],
            "",
            "",
            "samedi à partir de 09:00",
        ),
        (
            vec![
                line(["Jeudi", "Jeudi"], ["14:00:00", "12:00:00", "", ""], ""),
                line(["Lundi", ""], morning, ""),
            ],
            "",
            "Mo 09:00-12:00",
            "jeudi 14:00-12:00",
        ),
        (
            vec![
                line(["Jours fériés", ""], morning, ""),
                line(["Lundi", ""], morning, ""),
            ],
            "",
            "Mo 09:00-12:00; PH 09:00-12:00",
            "",
        ),
        (
            vec![
                line(week, morning, ""),
                line(["Mercredi", ""], ["09:00", "17:00", "", ""], ""),
            ],
            "",
            "Mo,Tu,Th,Fr 09:00-12:00; We 09:00-17:00",
            "",
        ),
        (vec![], "", "", ""),
    ] {
        let found = hours(&lines, remark);
        assert_eq!(found.written.unwrap_or_default(), written, "{lines:?}");
        assert_eq!(found.note.unwrap_or_default(), note, "{lines:?}");
    }
}

#[test]
fn names_are_those_that_people_say_where_that_is_certain() {
    for (name, town, said) in [
        (
            "Mairie - Villefictive",
            "Villefictive",
            "Mairie de Villefictive",
        ),
        ("Mairie - Essaiville", "Essaiville", "Mairie d’Essaiville"),
        ("Mairie - Le Modèle", "Le Modèle", "Mairie du Modèle"),
        (
            "Sous-préfecture - Les Essais",
            "LES ESSAIS",
            "Sous-préfecture des Essais",
        ),
        (
            "France services - L'Essai",
            "L’Essai",
            "France services de L’Essai",
        ),
        // Of nobody knows which h.
        ("Mairie - Hauteville", "Hauteville", "Mairie - Hauteville"),
        // Not the town: a part of it, or more than it.
        (
            "Mairie annexe - Les Guichets",
            "Villefictive",
            "Mairie annexe - Les Guichets",
        ),
        (
            "Mission locale - Nord - Villefictive",
            "Villefictive",
            "Mission locale - Nord - Villefictive",
        ),
        (
            "CPAM d'Ille-et-Vilaine - Villefictive",
            "Villefictive",
            "CPAM d'Ille-et-Vilaine - Villefictive",
        ),
        ("Mairie", "Villefictive", "Mairie"),
        (" - ", "", " - "),
    ] {
        assert_eq!(super::names::as_said(name, &[town.to_owned()]), said);
    }
}
