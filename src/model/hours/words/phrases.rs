//! Fixed phrases, in French and English.

use super::items::{HoursItem, HoursReader};
use crate::model::hours::calendar::{Days, Holidays, WeekDays, Weeks};
use crate::model::hours::rules::TimeSpan;

/// Words that join others and carry no meaning.
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

impl HoursReader<'_> {
    /// Fixed phrases and signs.
    pub(super) fn phrase(&mut self) -> bool {
        let all_day = HoursItem::Times(TimeSpan::DAY);
        let every_day = HoursItem::Days(Days::ALL);
        let table: [(&[&[&str]], &[HoursItem]); 16] = [
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
                &[HoursItem::Holidays(Holidays {
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
                &[HoursItem::Holidays(Holidays {
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
                    &["en", "semaine"],
                    &["weekdays"],
                    &["l", "-", "v"],
                    &["l", "a", "v"],
                ],
                &[HoursItem::Days(Days::Week(WeekDays::range(0, 4)))],
            ),
            (
                &[
                    &["week", "-", "ends"],
                    &["week", "-", "end"],
                    &["weekends"],
                    &["weekend"],
                ],
                &[HoursItem::Days(Days::Week(WeekDays::range(5, 6)))],
            ),
            (
                &[
                    &["semaines", "impaires"],
                    &["in", "odd", "-", "numbered", "weeks"],
                    &["odd", "weeks"],
                ],
                &[HoursItem::Weeks(Weeks {
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
                &[HoursItem::Weeks(Weeks {
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
                &[HoursItem::Closed],
            ),
            (
                &[&["periode", "scolaire"], &["periodes", "scolaires"]],
                &[
                    HoursItem::Except,
                    HoursItem::Holidays(Holidays {
                        public: false,
                        school: true,
                    }),
                ],
            ),
            (
                &[
                    &["sauf"],
                    &["hors"],
                    &["excepte"],
                    &["except"],
                    &["a", "l", "'", "exception"],
                ],
                &[HoursItem::Except],
            ),
            (
                &[
                    &["horaires", "d", "'", "ouverture"],
                    &["heures", "d", "'", "ouverture"],
                    &["horaires"],
                    &["ouverture", "au", "public"],
                    &["ouvert", "au", "public"],
                    &["accueil", "du", "public"],
                    &["accueil"],
                    &["permanences"],
                    &["permanence"],
                    &["opening", "hours"],
                    &["ouverture"],
                    &["ouverte"],
                    &["ouvert"],
                    &["ouverts"],
                    &["open"],
                ],
                &[HoursItem::Open],
            ),
            (
                &[
                    &["et", "aussi"],
                    &["et", "egalement"],
                    &["ainsi", "que"],
                    &["and", "also"],
                    &["aussi"],
                ],
                &[HoursItem::Also],
            ),
            (&[&["sinon"], &["otherwise"]], &[HoursItem::Otherwise]),
            (
                &[&["et"], &["and"], &["puis"], &["&"], &["+"]],
                &[HoursItem::And],
            ),
        ];
        for (phrases, items) in &table {
            if self.any(phrases) {
                self.items.extend(items.iter().cloned());
                return true;
            }
        }
        let first = self.at;
        if self.any(&[
            &["apres", "-", "midi"],
            &["aprem"],
            &["afternoons"],
            &["afternoon"],
        ]) {
            return self.half(first, false);
        }
        if self.any(&[
            &["matinee"],
            &["matins"],
            &["matin"],
            &["mornings"],
            &["morning"],
        ]) {
            return self.half(first, true);
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
            return self.put(HoursItem::End);
        }
        // `lundi / mardi`, `9h-12h / 14h-17h`.
        if self.any(&[&["/"], &[","], &["|"]]) {
            return self.put(HoursItem::Comma);
        }
        // `9h à 12h - 14h à 17h`, `lundi : 9h-12h - mardi : …`.
        let said = matches!(
            self.items.last(),
            Some(HoursItem::Times(_) | HoursItem::Closed)
        );
        if said && self.word(0) == "-" {
            self.at += 1;
            return self.put(HoursItem::Comma);
        }
        if self.any(&[&[":"]]) {
            return self.put(HoursItem::Colon);
        }
        if self.any(&[&["."]]) {
            const SHORT: [&str; 26] = [
                "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "janv", "fev", "fevr", "avr",
                "juil", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thur",
                "thurs", "fri", "sat", "sun",
            ];
            // It ends a sentence, or abbreviates a word.
            let before = self.at.checked_sub(2).and_then(|at| self.pieces.get(at));
            let short = before.is_some_and(|piece| SHORT.contains(&piece.word.as_str()));
            // `9 h. - 12 h., 14 h. - 17 h.`
            let joins = matches!(self.word(0), "," | "et" | "and" | "/" | "|" | ";");
            return short || joins || self.put(HoursItem::End);
        }
        false
    }

    fn half(&mut self, first: usize, morning: bool) -> bool {
        let word = self.between(first, self.at);
        self.put(HoursItem::Half { morning, word })
    }
}
