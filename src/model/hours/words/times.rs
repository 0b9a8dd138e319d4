//! Times in words: `de 9h à 12h`, `9am-5pm`, `à partir de 14 h 30`.

use super::items::HoursReader;
use crate::model::hours::rules::{DAY, TimeSpan};

impl HoursReader<'_> {
    /// Whether a time of day is next: `9h`, `9:30`, but not `9` or `06.12`, which begins many a telephone number.
    pub(super) fn names_time(&self) -> bool {
        let sure = self.time(0).is_some_and(|(_, sure, _)| sure);
        sure && self.number(0).is_some() && self.word(1) != "."
    }

    /// `9h`, `9 h 30`, `9:30`, `9`, `midi`; whether it is certainly a time, and how many pieces it takes.
    pub(super) fn time(&self, by: usize) -> Option<(u16, bool, usize)> {
        match self.word(by) {
            "midi"
                if self.word(by + 1) == "et" && matches!(self.word(by + 2), "demi" | "demie") =>
            {
                return Some((12 * 60 + 30, true, 3));
            }
            "midi" | "noon" | "midday" => return Some((12 * 60, true, 1)),
            "minuit" | "midnight" => return Some((DAY, true, 1)),
            _ => {}
        }
        let hour = self.number(by).filter(|hour| *hour <= 24)?;
        let minute = |by: usize| {
            let piece = self.pieces.get(self.at + by)?;
            piece
                .number
                .filter(|minute| piece.digits == 2 && *minute < 60)
                // `12h 14h-17h`: the hour of another time.
                .filter(|_| !matches!(self.word(by + 1), "h" | "heures" | "heure"))
        };
        let (mut minutes, mut taken, mut sure) = (hour * 60, 1, false);
        match self.word(by + 1) {
            "h" | "heures" | "heure" | "hr" | "hrs" => {
                (taken, sure) = (2, true);
                // `9h:30`.
                if self.word(by + 2) == ":" && minute(by + 3).is_some() && self.to(by + 3).is_none()
                {
                    taken = 3;
                }
                if let Some(minute) = minute(by + taken) {
                    minutes += minute;
                    taken += 1;
                } else {
                    taken = 2;
                }
                // `9h30min`.
                taken += usize::from(matches!(self.word(by + taken), "min" | "mn"));
                // `9 h. - 12 h.`; at the end it also ends a sentence.
                let shortened = self.word(by + taken) == "." && self.to(by + taken + 1).is_some();
                taken += usize::from(shortened);
            }
            ":" | "." => {
                if let Some(minute) = minute(by + 2) {
                    minutes += minute;
                    (taken, sure) = (3, true);
                }
            }
            _ => {}
        }
        let meridian = self.meridian(by + taken);
        if let Some((after_noon, length)) = meridian {
            // `20h du soir`, but no `13pm`.
            let said_twice = length > 1 && hour > 12;
            if !said_twice && !(1..=12).contains(&hour) {
                return None;
            }
            if !said_twice {
                minutes = minutes % 720 + if after_noon { 720 } else { 0 };
            }
            (taken, sure) = (taken + length, true);
        }
        (minutes <= DAY).then_some((minutes, sure, taken))
    }

    /// Whether `pm` rather than `am` is next, and how many pieces it takes.
    fn meridian(&self, by: usize) -> Option<(bool, usize)> {
        match (self.word(by), self.word(by + 1)) {
            ("am" | "pm", _) => Some((self.word(by) == "pm", 1)),
            ("du", "matin" | "soir") => Some((self.word(by + 1) == "soir", 2)),
            ("a" | "p", ".") if self.word(by + 2) == "m" => {
                let dot = usize::from(self.word(by + 3) == ".");
                Some((self.word(by) == "p", 3 + dot))
            }
            _ => None,
        }
    }

    /// The pieces before this one that say whether a time is before or after noon, if the time ends here: `pm`, `p.m.`.
    fn ends_after_noon(&self, by: usize) -> bool {
        let first = by.saturating_sub(4);
        (first..by).any(|at| {
            self.meridian(at)
                .is_some_and(|(pm, length)| pm && at + length == by)
        })
    }

    /// `de 9h à 12h`, `9-12h`, `à partir de 9h`.
    pub(super) fn span(&mut self) -> Option<TimeSpan> {
        let mut by = 0;
        let open = ["a partir de", "a compter de", "des", "apres", "after"]
            .iter()
            .find_map(|words| {
                let length = words.split(' ').count();
                let same = words
                    .split(' ')
                    .enumerate()
                    .all(|(by, word)| self.word(by) == word);
                same.then_some(length)
            });
        if let Some(length) = open {
            let (from, sure, taken) = self.time(length)?;
            if !sure || from >= DAY {
                return None;
            }
            self.at += length + taken;
            return Some(TimeSpan {
                from,
                to: from,
                open_end: true,
            });
        }
        let between = matches!(self.word(0), "entre" | "between");
        let from_word = self.word(0) == "from";
        by += usize::from(between || matches!(self.word(0), "de" | "from"));
        let (mut from, from_sure, taken) = self.time(by)?;
        let said = (by..by + taken).any(|at| self.meridian(at).is_some());
        let is_named = self.number(by).is_none();
        by += taken;
        let link = match self.word(by) {
            "et" | "and" | "&" if between => Some(1),
            // `8h30/12h`; `9/12` may be a date.
            "/" if from_sure && self.time(by + 1).is_some_and(|(_, sure, _)| sure) => Some(1),
            _ => self.to(by),
        };
        let Some(link) = link else {
            // `from 9:00`, `9h+`.
            if from_sure && (from_word || self.word(by) == "+") {
                self.at += by + usize::from(self.word(by) == "+");
                return Some(TimeSpan {
                    from,
                    to: from,
                    open_end: true,
                });
            }
            return None;
        };
        by += link;
        let (mut to, to_sure, mut taken) = self.time(by)?;
        // `9-12h 14-17h`: the hour of another time.
        let goes_on = self
            .to(by + taken)
            .is_some_and(|link| self.time(by + taken + link).is_some());
        if taken == 3 && goes_on && self.word(by + 1) == "h" {
            (to, taken) = (to / 60 * 60, 2);
        }
        by += taken;
        // `2-4pm`, but `9-5pm` begins in the morning.
        const NOON: u16 = DAY / 2;
        if self.ends_after_noon(by) && !said && !is_named && from < NOON && from + NOON < to {
            from += NOON;
        }
        // `2-4`: in the night?
        const EARLY: u16 = 7 * 60;
        if !from_sure && !to_sure && from < EARLY {
            return None;
        }
        // `du 9 au 12 mai` are days.
        if !from_sure
            && !to_sure
            && (self.word(by) == "er" || self.month(by).is_some() || !between && link != 1)
        {
            return None;
        }
        if !from_sure && !to_sure && self.word(by - taken - link) != "-" && !between {
            return None;
        }
        let from = if from == DAY { 0 } else { from };
        let first = self.at;
        self.at += by;
        let next_day = self.any(&[
            &["le", "lendemain"],
            &["du", "lendemain"],
            &["the", "next", "day"],
        ]);
        // Until after midnight; `14h-12h` is a slip.
        const EVENING: u16 = 17 * 60;
        if to <= from && !next_day && from < EVENING {
            self.at = first;
            return None;
        }
        if to <= from || next_day {
            to += DAY;
        }
        let open_end = self.any(&[&["ou", "plus", "tard"], &["or", "later"], &["+"]]);
        Some(TimeSpan { from, to, open_end })
    }
}
