//! Fixed phrases, in French and English.

use super::items::{Item, Reader};
use crate::model::hours::calendar::{Days, Holidays, WeekDays, Weeks};
use crate::model::hours::rules::Span;

/// Words that join others and say nothing themselves.
pub(super) const LINKS: [&str; 27] = [
    "le",
    "la",
    "les",
    "l",
    "'",
    "de",
    "du",
    "des",
    "d",
    "en",
    "au",
    "aux",
    "a",
    "on",
    "the",
    "of",
    "in",
    "from",
    "at",
    "pendant",
    "durant",
    "during",
    "tous",
    "toutes",
    "chaque",
    "every",
    "uniquement",
];

impl Reader<'_> {
    /// Fixed phrases and signs.
    pub(super) fn phrase(&mut self) -> bool {
        let all_day = Item::Times(Span::DAY);
        let every_day = Item::Days(Days::ALL);
        let table: [(&[&[&str]], &[Item]); 14] = [
            (
                &[
                    &["tous", "les", "jours", ",", "a", "toute", "heure"],
                    &["24", "hours", "a", "day", ",", "7", "days", "a", "week"],
                    &["24", "/", "7"],
                    &["24", "h", "/", "24", "et", "7", "j", "/", "7"],
                    &["24", "h", "/", "24", ",", "7", "j", "/", "7"],
                    &["24", "h", "/", "24", "7", "j", "/", "7"],
                ],
                &[every_day.clone(), all_day.clone()],
            ),
            (
                &[
                    &["24", "heures", "sur", "24"],
                    &["24", "h", "/", "24"],
                    &["24", "h", "sur", "24"],
                    &["24", "hours", "a", "day"],
                    &["jour", "et", "nuit"],
                    &["a", "toute", "heure"],
                ],
                &[all_day],
            ),
            (
                &[
                    &["tous", "les", "jours", "feries"],
                    &["jours", "feries"],
                    &["jour", "ferie"],
                    &["feries"],
                    &["on", "public", "holidays"],
                    &["public", "holidays"],
                    &["bank", "holidays"],
                    &["ph"],
                ],
                &[Item::Holidays(Holidays {
                    public: true,
                    school: false,
                })],
            ),
            (
                &[
                    &["vacances", "scolaires"],
                    &["vacances"],
                    &["school", "holidays"],
                    &["sh"],
                ],
                &[Item::Holidays(Holidays {
                    public: false,
                    school: true,
                })],
            ),
            (
                &[
                    &["tous", "les", "jours"],
                    &["7", "j", "/", "7"],
                    &["7", "jours", "sur", "7"],
                    &["tlj"],
                    &["every", "day"],
                    &["daily"],
                ],
                &[every_day],
            ),
            (
                &[
                    &["week", "-", "ends"],
                    &["week", "-", "end"],
                    &["weekends"],
                    &["weekend"],
                ],
                &[Item::Days(Days::Week(WeekDays::range(5, 6)))],
            ),
            (
                &[
                    &["semaines", "impaires"],
                    &["in", "odd", "-", "numbered", "weeks"],
                    &["odd", "weeks"],
                ],
                &[Item::Weeks(Weeks {
                    from: 1,
                    to: 53,
                    step: 2,
                })],
            ),
            (
                &[
                    &["semaines", "paires"],
                    &["in", "even", "-", "numbered", "weeks"],
                    &["even", "weeks"],
                ],
                &[Item::Weeks(Weeks {
                    from: 2,
                    to: 52,
                    step: 2,
                })],
            ),
            (
                &[
                    &["fermeture"],
                    &["ferme", "e"],
                    &["ferme"],
                    &["fermee"],
                    &["fermes"],
                    &["fermees"],
                    &["closed"],
                    &["off"],
                ],
                &[Item::Closed],
            ),
            (
                &[
                    &["sauf"],
                    &["hors"],
                    &["excepte"],
                    &["except"],
                    &["a", "l", "'", "exception"],
                ],
                &[Item::Except],
            ),
            (
                &[
                    &["ouverture"],
                    &["ouverte"],
                    &["ouvert"],
                    &["ouverts"],
                    &["open"],
                ],
                &[Item::Open],
            ),
            (
                &[
                    &["et", "aussi"],
                    &["et", "egalement"],
                    &["ainsi", "que"],
                    &["and", "also"],
                    &["aussi"],
                ],
                &[Item::Also],
            ),
            (&[&["sinon"], &["otherwise"]], &[Item::Otherwise]),
            (
                &[&["et"], &["and"], &["puis"], &["&"], &["+"]],
                &[Item::And],
            ),
        ];
        for (phrases, items) in &table {
            if self.any(phrases) {
                self.items.extend(items.iter().cloned());
                return true;
            }
        }
        if self.any(&[
            &["apres", "-", "midi"],
            &["aprem"],
            &["afternoons"],
            &["afternoon"],
        ]) {
            return self.put(Item::Half { morning: false });
        }
        if self.any(&[
            &["matinee"],
            &["matins"],
            &["matin"],
            &["mornings"],
            &["morning"],
        ]) {
            return self.put(Item::Half { morning: true });
        }
        // What hours say by themselves.
        if self.any(&[
            &["sans", "interruption"],
            &["non", "-", "stop"],
            &["non", "stop"],
            &["en", "continu"],
            &["journee", "continue"],
        ]) {
            return true;
        }
        if self.any(&[&[";"]]) {
            return self.put(Item::End);
        }
        // `lundi / mardi`, `9h-12h / 14h-17h`.
        if self.any(&[&["/"], &[","]]) {
            return self.put(Item::Comma);
        }
        if self.word(0) == "." || self.word(0) == ":" {
            self.at += 1;
            return true;
        }
        false
    }
}
