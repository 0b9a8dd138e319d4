//! Parts of the day, and the times that belong to them.

use super::items::{HoursItem, HoursReader};
use crate::model::hours::rules::TimeSpan;

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayPart {
    Morning,
    /// Around noon, when counters close for lunch.
    Noon,
    Afternoon,
    Evening,
    Night,
}

impl DayPart {
    /// Whether times are in this part of the day; `None` if only some of them are.
    pub(super) fn holds(self, span: TimeSpan) -> Option<bool> {
        let at = |hour: u16| hour * 60;
        let until = |hour: u16| span.to <= at(hour) && !span.open_end;
        let (inside, outside) = match self {
            Self::Morning => (span.from < at(12) && until(14), span.from >= at(12)),
            Self::Noon => (
                span.from >= at(11) && until(15),
                until(12) || span.from >= at(14),
            ),
            Self::Afternoon => (span.from >= at(12), until(14)),
            Self::Evening => (span.from >= at(16), until(18)),
            Self::Night => (
                span.from >= at(18) || until(9),
                span.from >= at(6) && until(22),
            ),
        };
        (inside || outside).then_some(inside)
    }
}

const NAMES: [(DayPart, &[&[&str]]); 5] = [
    (
        DayPart::Afternoon,
        &[
            &["apres", "-", "midis"],
            &["apres", "-", "midi"],
            &["apres", "midi"],
            &["aprem"],
            &["afternoons"],
            &["afternoon"],
        ],
    ),
    (
        DayPart::Morning,
        &[
            &["matinees"],
            &["matinee"],
            &["matins"],
            &["matin"],
            &["mornings"],
            &["morning"],
        ],
    ),
    (
        DayPart::Evening,
        &[
            &["soirees"],
            &["soiree"],
            &["soirs"],
            &["soir"],
            &["evenings"],
            &["evening"],
        ],
    ),
    (
        DayPart::Noon,
        &[
            &["entre", "midi", "et", "deux"],
            &["entre", "midi", "et", "2"],
            &["pause", "dejeuner"],
            &["pause", "meridienne"],
            &["le", "midi"],
            &["for", "lunch"],
            &["at", "lunchtime"],
        ],
    ),
    (DayPart::Night, &[&["la", "nuit"], &["at", "night"]]),
];

impl HoursReader<'_> {
    /// `matin`, `l’après-midi`, `le soir`.
    pub(super) fn part_of_day(&mut self) -> bool {
        let first = self.at;
        for (part, names) in NAMES {
            if self.any(names) {
                let word = self.between(first, self.at);
                return self.put(HoursItem::Part { part, word });
            }
        }
        // `samedi midi 12h-14h`, but `samedi midi à 14h`.
        let day = matches!(self.items.last(), Some(HoursItem::Days(_)));
        let bare = [("midi", DayPart::Noon), ("nuit", DayPart::Night)];
        let bare = bare.iter().find(|(name, _)| *name == self.word(0));
        if let (true, Some((_, part))) = (day && self.to(1).is_none(), bare) {
            self.at += 1;
            let word = self.between(first, self.at);
            return self.put(HoursItem::Part { part: *part, word });
        }
        false
    }
}
