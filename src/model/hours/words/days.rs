//! Days of the week and of the month in words.

use super::items::{HoursItem, HoursReader};
use super::signs::is_short;
use crate::model::hours::calendar::{Days, WeekDays};

impl HoursReader<'_> {
    pub(super) fn day(&self, by: usize) -> Option<u8> {
        const NAMES: [&[&str]; 7] = [
            &[
                "lundi", "lundis", "lun", "lu", "monday", "mondays", "mon", "mo",
            ],
            &[
                "mardi", "mardis", "mar", "ma", "tuesday", "tuesdays", "tue", "tues", "tu",
            ],
            &[
                "mercredi",
                "mercredis",
                "mer",
                "merc",
                "mercr",
                "me",
                "wednesday",
                "wednesdays",
                "wed",
                "weds",
                "we",
            ],
            &[
                "jeudi",
                "jeudis",
                "jeu",
                "je",
                "thursday",
                "thursdays",
                "thu",
                "thur",
                "thurs",
                "th",
            ],
            &[
                "vendredi",
                "vendredis",
                "ven",
                "vend",
                "vendr",
                "ve",
                "friday",
                "fridays",
                "fri",
                "fr",
            ],
            &[
                "samedi",
                "samedis",
                "sam",
                "sa",
                "saturday",
                "saturdays",
                "sat",
            ],
            &[
                "dimanche",
                "dimanches",
                "dim",
                "di",
                "sunday",
                "sundays",
                "sun",
                "su",
            ],
        ];
        let word = self.word(by);
        // `le WE` is the weekend.
        if word == "we" && self.as_written(by) != "We" {
            return None;
        }
        let found = NAMES.iter().position(|names| names.contains(&word))?;
        u8::try_from(found).ok()
    }

    pub(super) fn week_days(&mut self) -> bool {
        // `un mercredi sur deux (semaines paires)` says which.
        let which = self.pieces.iter().map(|piece| piece.word.as_str());
        let said = |word: &str| matches!(word, "paires" | "impaires" | "paire" | "impaire");
        if matches!(self.word(0), "un" | "1")
            && let Some(day) = self.day(1)
            && self.word(2) == "sur"
            && matches!(self.word(3), "deux" | "2")
            && which.into_iter().any(said)
        {
            self.at += 4;
            return self.put(HoursItem::Days(Days::Week(WeekDays::range(day, day))));
        }
        if self.as_written(0) == "WE" {
            self.at += 1;
            return self.put(HoursItem::Days(Days::Week(WeekDays::range(5, 6))));
        }
        let Some(from) = self.day(0) else {
            return false;
        };
        self.at += 1;
        // `lun. au ven.`; after a whole word, a sentence ends.
        let short = self.at.checked_sub(1).and_then(|at| self.pieces.get(at));
        let short = short.is_some_and(|piece| is_short(&piece.word));
        let more = self.to(1).is_some() || self.day(1).is_some();
        let dot = usize::from(self.word(0) == "." && short && more);
        let range = self
            .to(dot)
            .and_then(|to| self.day(dot + to).map(|day| (dot + to, day)));
        let Some((by, to)) = range else {
            self.at += dot;
            let mut day = WeekDays::default();
            day.insert(from);
            return self.put(HoursItem::Days(Days::Week(day)));
        };
        // `lundi au lundi` is the whole week, or a slip.
        if from == to {
            self.at -= 1;
            return false;
        }
        self.at += by + 1;
        self.put(HoursItem::Days(Days::Week(WeekDays::range(from, to))))
    }

    /// `le premier et le troisième mardi du mois`.
    pub(super) fn nth_days(&mut self) -> bool {
        let first = self.at;
        let mut which = Vec::new();
        loop {
            while matches!(
                self.word(0),
                "le" | "les" | "the" | "on" | "tous" | "chaque" | "every" | "each"
            ) {
                self.at += 1;
            }
            let Some(nth) = self.nth() else { break };
            which.push(nth);
            if !self.any(&[&[","], &["et"], &["and"], &["&"], &["/"], &["puis"]]) {
                break;
            }
        }
        if which.is_empty() {
            self.at = first;
            return false;
        }
        let Some(day) = self.day(0) else {
            self.at = first;
            return false;
        };
        self.at += 1;
        self.any(&[
            &["du", "mois"],
            &["de", "chaque", "mois"],
            &["of", "the", "month"],
            &["of", "each", "month"],
            &["of", "every", "month"],
        ]);
        self.put(HoursItem::Days(Days::Nth(day, which)))
    }

    fn nth(&mut self) -> Option<i8> {
        const NAMES: [(&[&str], i8); 6] = [
            (&["premier", "premiers", "first"], 1),
            (&["deuxieme", "deuxiemes", "second", "seconds"], 2),
            (&["troisieme", "troisiemes", "third"], 3),
            (&["quatrieme", "quatriemes", "fourth"], 4),
            (&["cinquieme", "cinquiemes", "fifth"], 5),
            (&["dernier", "derniers", "last"], -1),
        ];
        let named = NAMES
            .iter()
            .find(|(names, _)| names.contains(&self.word(0)));
        if let Some((_, nth)) = named {
            self.at += 1;
            return Some(*nth);
        }
        let number = self.number(0).filter(|number| (1..=5).contains(number))?;
        let ordinal = matches!(
            self.word(1),
            "er" | "ers"
                | "e"
                | "es"
                | "eme"
                | "emes"
                | "ieme"
                | "iemes"
                | "d"
                | "nd"
                | "st"
                | "rd"
                | "th"
        );
        if !ordinal {
            return None;
        }
        self.at += 2;
        i8::try_from(number).ok()
    }
}
