//! Times in words: `de 9h à 12h`, `9am-5pm`, `à partir de 14 h 30`.

use super::items::HoursReader;
use crate::model::hours::rules::{DAY, TimeSpan};

impl HoursReader<'_> {
    /// `9h`, `9 h 30`, `9:30`, `9`, `midi`; whether it is certainly a time, and how many pieces it takes.
    fn time(&self, by: usize) -> Option<(u16, bool, usize)> {
        match self.word(by) {
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
                if let Some(minute) = minute(by + 2) {
                    minutes += minute;
                    taken = 3;
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
        let meridian = match (self.word(by + taken), self.word(by + taken + 1)) {
            ("am" | "pm", _) => Some((self.word(by + taken) == "pm", 1)),
            ("a" | "p", ".") if self.word(by + taken + 2) == "m" => {
                let dot = usize::from(self.word(by + taken + 3) == ".");
                Some((self.word(by + taken) == "p", 3 + dot))
            }
            _ => None,
        };
        if let Some((after_noon, length)) = meridian {
            if !(1..=12).contains(&hour) {
                return None;
            }
            minutes = minutes % 720 + if after_noon { 720 } else { 0 };
            (taken, sure) = (taken + length, true);
        }
        (minutes <= DAY).then_some((minutes, sure, taken))
    }

    /// `de 9h à 12h`, `9-12h`, `à partir de 9h`.
    pub(super) fn span(&mut self) -> Option<TimeSpan> {
        let mut by = 0;
        let open = ["a partir de", "des"].iter().find_map(|words| {
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
        let (from, from_sure, taken) = self.time(by)?;
        by += taken;
        let link = match self.word(by) {
            "et" | "and" if between => Some(1),
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
        let (mut to, to_sure, taken) = self.time(by)?;
        by += taken;
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
