//! Signs between items: what they part, and what they join.

use super::items::{HoursItem, HoursReader};
use crate::model::hours::calendar::Days;

/// Abbreviations that end with a dot.
const SHORT: [&str; 30] = [
    "lun", "mar", "mer", "merc", "mercr", "jeu", "ven", "vend", "vendr", "sam", "dim", "janv",
    "fev", "fevr", "avr", "juil", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu",
    "thur", "thurs", "fri", "sat", "sun",
];

/// Whether a dot after this word abbreviates it.
pub(super) fn is_short(word: &str) -> bool {
    SHORT.contains(&word)
}

impl HoursReader<'_> {
    /// Reads a sign.
    pub(super) fn sign(&mut self) -> bool {
        if self.at == 0 {
            self.dash_of_a_list();
            if self.at > 0 {
                return true;
            }
        }
        if self.any(&[&[";"]]) {
            return self.put(HoursItem::End);
        }
        if self.seven_of_seven() {
            return self.put(HoursItem::Days(Days::ALL));
        }
        if self.any(&[&["¶"]]) {
            self.dash_of_a_list();
            // Hours may be below their days.
            return self.waits_for_hours() || self.put(HoursItem::End);
        }
        // `mardi : –`, `mardi : néant`.
        let told = matches!(self.items.last(), Some(HoursItem::Colon));
        let nothing = matches!(self.word(0), "-" | "/" | "neant");
        if told && nothing && matches!(self.word(1), "" | ";" | "," | "¶" | "/") {
            self.at += 1;
            return self.put(HoursItem::Closed);
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
        // `lundi – 9h à 12h`.
        let named = self.items.last().is_some_and(|item| {
            matches!(item, HoursItem::Days(_) | HoursItem::Part { .. }) || item.is_part_of_year()
        });
        if named && self.word(0) == "-" && self.to(0) == Some(1) {
            self.at += 1;
            return self.put(HoursItem::Colon);
        }
        if self.any(&[&[":"]]) {
            return self.put(HoursItem::Colon);
        }
        if self.any(&[&["."]]) {
            // It ends a sentence, or abbreviates a word.
            let before = self.at.checked_sub(2).and_then(|at| self.pieces.get(at));
            let short = before.is_some_and(|piece| is_short(&piece.word));
            // `9 h. - 12 h., 14 h. - 17 h.`
            let joins = matches!(self.word(0), "," | "et" | "and" | "/" | "|" | ";" | "¶");
            return short || joins || self.put(HoursItem::End);
        }
        false
    }

    /// `ouvert 7/7`, `24h/24, 7/7`; but `le 7/7` is a day in July.
    fn seven_of_seven(&mut self) -> bool {
        let before = |by: usize| {
            let at = self.at.checked_sub(by);
            let piece = at.and_then(|at| self.pieces.get(at));
            piece.map_or("", |piece| piece.word.as_str())
        };
        let follows = match before(1) {
            "," => matches!(before(2), "24" | "h"),
            word => matches!(word, "" | "24" | "h" | "ouvert" | "ouverte"),
        };
        follows && self.word(3) != "/" && self.words(&["7", "/", "7"])
    }

    /// Consumes the dash before an entry of a list.
    fn dash_of_a_list(&mut self) {
        let is_number = self.number(1).is_some();
        if self.word(0) == "-" && !is_number {
            self.at += 1;
        }
    }

    /// Whether the line so far names days and says nothing of them.
    fn waits_for_hours(&self) -> bool {
        let line = self.items.rsplit(|item| *item == HoursItem::End).next();
        let line = line.unwrap_or_default();
        let names = |item: &HoursItem| matches!(item, HoursItem::Days(_)) || item.is_part_of_year();
        let says = |item: &HoursItem| {
            matches!(
                item,
                HoursItem::Times(_)
                    | HoursItem::Closed
                    | HoursItem::Comment { .. }
                    | HoursItem::Also
                    | HoursItem::Otherwise
            )
        };
        line.iter().any(names) && !line.iter().any(says)
    }
}
