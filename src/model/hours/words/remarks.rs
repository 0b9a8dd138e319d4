//! What is said beside days and hours: remarks, appointments, and what stands in brackets.

use super::items::{HoursItem, HoursReader, HoursWord};

/// How people say that an appointment is needed or not, and whether the hours depend on it. Longer ones first.
const APPOINTMENTS: [(&[&str], bool); 29] = [
    (&["uniquement", "sur", "rendez", "-", "vous"], true),
    (&["sur", "rendez", "-", "vous"], true),
    (&["sur", "rendez", "vous"], true),
    (&["sur", "rendezvous"], true),
    (&["sur", "rdv"], true),
    (&["sur", "inscription"], true),
    (&["avec", "ou", "sans", "rendez", "-", "vous"], false),
    (&["avec", "ou", "sans", "rendez", "vous"], false),
    (&["avec", "ou", "sans", "rdv"], false),
    (&["avec", "rendez", "-", "vous"], true),
    (&["avec", "rdv"], true),
    (&["sans", "rendez", "-", "vous"], false),
    (&["sans", "rendez", "vous"], false),
    (&["sans", "rdv"], false),
    (&["prendre", "rendez", "-", "vous"], true),
    (&["prendre", "rdv"], true),
    (&["rendez", "-", "vous", "obligatoire"], true),
    (&["rdv", "obligatoire"], true),
    (&["entree", "libre"], false),
    (&["acces", "libre"], false),
    (&["by", "prior", "appointment"], true),
    (&["by", "appointment", "only"], true),
    (&["by", "appointment"], true),
    (&["on", "appointment"], true),
    (&["appointment", "only"], true),
    (&["no", "appointment", "needed"], false),
    (&["no", "appointment", "necessary"], false),
    (&["without", "appointment"], false),
    (&["with", "or", "without", "appointment"], false),
];

impl HoursReader<'_> {
    /// `(sonner)`, `sur rendez-vous`, `: appeler avant`, `"appeler avant"`.
    pub(super) fn comment(&mut self) -> Option<HoursItem> {
        let decides = |text: &str| HoursItem::Comment {
            text: text.trim().to_owned(),
            decides: true,
        };
        if let Some(comment) = self.word(0).strip_prefix('"') {
            let comment = decides(comment);
            self.at += 1;
            return Some(comment);
        }
        let first = self.at;
        if let Some((_, decides)) = APPOINTMENTS.iter().find(|(words, _)| self.words(words)) {
            if *decides {
                self.how_to_arrange();
            }
            return Some(HoursItem::Comment {
                text: self.between(first, self.at),
                decides: *decides,
            });
        }
        if self.word(0) == "(" {
            let length = self.bracketed()?;
            let text = self.between(self.at + 1, self.at + length);
            if self.decides_hours(self.at + 1, self.at + length) {
                return None;
            }
            self.at += length + 1;
            return (!text.is_empty()).then_some(HoursItem::Comment {
                text,
                decides: false,
            });
        }
        if self.word(0) == ":"
            && matches!(
                self.items.last(),
                Some(HoursItem::Times(_) | HoursItem::Days(_))
            )
        {
            let rest = &self.pieces[self.at + 1..];
            let length = rest
                .iter()
                .position(|piece| matches!(piece.word.as_str(), ";" | "¶"))
                .unwrap_or(rest.len());
            let first = self.at + 1;
            // Hours, closures, or nothing: not a comment.
            let mut ahead = HoursReader::of(self.text, rest[..length].to_vec());
            let says = |piece: &HoursWord| piece.word.chars().any(char::is_alphanumeric);
            if !ahead.pieces.iter().any(says)
                || ahead.word(0) == "neant"
                || ahead.item()
                    && !matches!(ahead.items.as_slice(), [HoursItem::Comment { .. }] | [])
            {
                return None;
            }
            if ahead.items.is_empty() && ahead.at > 0 && ahead.item() && !ahead.items.is_empty() {
                return None;
            }
            // `lundi : mairie, mardi 9h-12h`.
            if self.decides_hours(first, first + length) || self.names_days(first, first + length) {
                return None;
            }
            let text = self.between(first, first + length);
            self.at = first + length;
            return Some(decides(&text));
        }
        None
    }

    /// How many pieces there are to the end of the bracket that begins here.
    fn bracketed(&self) -> Option<usize> {
        let rest = self.pieces.get(self.at..)?;
        rest.iter().position(|piece| piece.word == ")")
    }

    /// What decides over hours in brackets: `(sauf le mercredi)`, `(fermé en août)`, `(semaines paires)`, `(9h-12h)`, `(matin)`.
    pub(super) fn bracket(&mut self) -> bool {
        let Some(length) = self.bracketed().filter(|_| self.word(0) == "(") else {
            return false;
        };
        let pieces = self.pieces.get(self.at + 1..self.at + length);
        let mut inner = HoursReader::of(self.text, pieces.unwrap_or_default().to_vec());
        while inner.at < inner.pieces.len() {
            if !inner.item() {
                return false;
            }
        }
        let closes = matches!(
            inner.items.first(),
            Some(HoursItem::Closed | HoursItem::Except)
        );
        if closes {
            // `du lundi au vendredi (fermé le mercredi) : 9h-17h`.
            let days_alone = matches!(self.items.last(), Some(HoursItem::Days(_)));
            if days_alone && inner.items.len() > 1 {
                inner.items[0] = HoursItem::Except;
            }
            self.at += length + 1;
            self.items.append(&mut inner.items);
            // A closure on some days does not affect the hours after it.
            if self.items.last() != Some(&HoursItem::Closed) && self.word(0) == "," {
                self.at += 1;
                self.items.push(HoursItem::End);
            }
            return true;
        }
        let part = |item: &HoursItem| matches!(item, HoursItem::Part { .. });
        let alike = |is: fn(&HoursItem) -> bool| {
            let link = |item: &HoursItem| matches!(item, HoursItem::And | HoursItem::Comma);
            inner.items.iter().all(|item| is(item) || link(item))
        };
        let days = |item: &HoursItem| matches!(item, HoursItem::Days(_));
        let times = |item: &HoursItem| matches!(item, HoursItem::Times(_));
        let said = alike(HoursItem::is_part_of_year) || alike(days) || alike(times);
        if said || matches!(inner.items.as_slice(), [one] if part(one)) {
            self.at += length + 1;
            self.items.append(&mut inner.items);
            return true;
        }
        false
    }

    /// Whether these pieces name a time of day, one week in two or a closure, so that they are hours that were
    /// not understood rather than a remark.
    fn decides_hours(&self, from: usize, to: usize) -> bool {
        if self.names_every_other(from..to) {
            return true;
        }
        let pieces = self.pieces.get(from..to).unwrap_or_default();
        let mut inner = HoursReader::of(self.text, pieces.to_vec());
        (0..pieces.len()).any(|at| {
            inner.at = at;
            inner.items.clear();
            inner.names_time()
                || inner.phrase()
                    && matches!(
                        inner.items.first(),
                        Some(HoursItem::Closed | HoursItem::Except | HoursItem::Weeks(_))
                    )
        })
    }

    /// Whether these pieces name a day of the week.
    fn names_days(&self, from: usize, to: usize) -> bool {
        let pieces = self.pieces.get(from..to).unwrap_or_default();
        let mut inner = HoursReader::of(self.text, pieces.to_vec());
        (0..pieces.len()).any(|at| {
            inner.at = at;
            // Shorter words are often others: `sa`, `je`.
            inner.word(0).len() >= 5 && inner.week_days()
        })
    }

    /// Consumes how an appointment is made: `au 01 99 00 00 16`, `par téléphone`, `auprès de l’accueil`.
    fn how_to_arrange(&mut self) {
        let number = |by: usize| self.number(by).is_some() || self.word(by) == ".";
        if self.word(0) == "au" && (1..9).take_while(|by| number(*by)).count() >= 4 {
            self.at += 1;
            while self.number(0).is_some() || self.word(0) == "." && self.number(1).is_some() {
                self.at += 1;
            }
        }
        if !matches!(self.word(0), "par" | "aupres" | "via" | "avec" | "with") {
            return;
        }
        let ends = |by: usize| {
            matches!(
                self.word(by),
                "" | "," | ";" | "¶" | "." | "(" | ")" | ":" | "/" | "le" | "les" | "du"
            )
        };
        let length = (0..).find(|by| ends(*by)).unwrap_or_default();
        let (from, to) = (self.at, self.at + length);
        if !self.decides_hours(from, to) && !self.names_days(from, to) {
            self.at = to;
        }
    }
}

impl HoursItem {
    /// Whether it is a part of the year, or what holidays it is about.
    pub(super) fn is_part_of_year(&self) -> bool {
        matches!(
            self,
            Self::Dates(_) | Self::Weeks(_) | Self::Holidays(_) | Self::Years(_)
        )
    }
}
