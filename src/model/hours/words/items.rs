//! Cuts words into items: days, times, parts of the year, closures.

use unicode_normalization::UnicodeNormalization;

use super::{UnreadHours, numbers, phrases};
use crate::model::hours::calendar::{Dates, Days, Holidays, Weeks, Years};
use crate::model::hours::rules::TimeSpan;
use crate::model::hours::tokens::{TokenKind, tokens};

/// What a few words mean.
#[derive(Debug, Clone, PartialEq)]
pub enum HoursItem {
    Days(Days),
    Years(Years),
    Dates(Dates),
    Weeks(Weeks),
    Holidays(Holidays),
    Times(TimeSpan),
    /// The morning, or the afternoon.
    Half {
        morning: bool,
        word: String,
    },
    Open,
    Closed,
    /// Except.
    Except,
    Also,
    Otherwise,
    /// A comment, and whether it decides if the place is open.
    Comment {
        text: String,
        decides: bool,
    },
    And,
    Comma,
    /// What precedes it is what the rest is about.
    Colon,
    /// The end of a clause.
    End,
}

/// A word or sign, in lower case without accents; numbers are unchanged.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct HoursWord {
    pub(super) word: String,
    pub(super) number: Option<u16>,
    pub(super) digits: usize,
    /// Where it begins in the text.
    at: usize,
}

/// The items of a text.
///
/// # Errors
///
/// The first unknown word.
pub fn items(text: &str) -> Result<Vec<HoursItem>, UnreadHours> {
    let text: String = text.nfc().map(plain_sign).collect();
    let found = tokens(&text).ok_or_else(|| UnreadHours::Word(text.clone()))?;
    let pieces = found.iter().map(|token| {
        let (word, number, digits) = match token.kind {
            TokenKind::Word(word) => (fold(word), None, 0),
            TokenKind::Number(number, digits) => (number.to_string(), Some(number), digits),
            TokenKind::Comment(comment) => (format!("\"{comment}"), None, 0),
            TokenKind::Sign(sign) => (sign.to_string(), None, 0),
        };
        HoursWord {
            word,
            number,
            digits,
            at: token.at.start,
        }
    });
    let mut reader = HoursReader {
        text: &text,
        pieces: numbers::in_figures(pieces.collect()),
        at: 0,
        items: Vec::new(),
    };
    while reader.at < reader.pieces.len() {
        if !reader.item() {
            return Err(reader.unread());
        }
    }
    Ok(reader.items)
}

impl HoursWord {
    /// A number in place of this piece.
    pub(super) fn figure(&self, number: u16, digits: usize) -> Self {
        Self {
            word: number.to_string(),
            number: Some(number),
            digits,
            at: self.at,
        }
    }
}

fn plain_sign(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '’' | 'ʼ' => '\'',
        '\u{a0}' | '\u{202f}' | '\u{2009}' | '\t' => ' ',
        '\n' => ';',
        '•' | '·' => ';',
        '“' | '”' => '"',
        c => c,
    }
}

fn fold(word: &str) -> String {
    word.nfd()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36f}'))
        .flat_map(char::to_lowercase)
        .collect()
}

pub(super) struct HoursReader<'t> {
    text: &'t str,
    pub(super) pieces: Vec<HoursWord>,
    pub(super) at: usize,
    pub(super) items: Vec<HoursItem>,
}

impl HoursReader<'_> {
    pub(super) fn word(&self, by: usize) -> &str {
        self.pieces
            .get(self.at + by)
            .map_or("", |piece| &piece.word)
    }

    pub(super) fn number(&self, by: usize) -> Option<u16> {
        self.pieces.get(self.at + by).and_then(|piece| piece.number)
    }

    /// Why the text here is not read.
    fn unread(&self) -> UnreadHours {
        let is = |at: usize, words: &[&str]| {
            let word = self.pieces.get(at).map_or("", |piece| &piece.word);
            words.contains(&word)
        };
        let every_other = |at: usize| {
            is(at, &["sur"]) && is(at + 1, &["deux", "2"])
                || is(at, &["quinze", "15"]) && is(at + 1, &["jours"])
                || is(at, &["every"]) && is(at + 1, &["other", "second"])
        };
        if (0..self.pieces.len()).any(every_other) {
            UnreadHours::EveryOther
        } else if matches!(self.word(0), "jusqu" | "until") {
            UnreadHours::Until
        } else {
            UnreadHours::Word(self.shown())
        }
    }

    /// The word here, as written.
    fn shown(&self) -> String {
        let start = self.pieces.get(self.at).map_or(0, |piece| piece.at);
        let apart = |c: char| c.is_whitespace() || matches!(c, ',' | ';');
        let (before, rest) = self.text.split_at_checked(start).unwrap_or_default();
        // The whole word, even if its first pieces were understood.
        let begun = before.rsplit(apart).next().unwrap_or_default();
        let rest = rest.split(apart).next().unwrap_or_default();
        format!("{begun}{rest}")
    }

    /// Consumes the words if they are next.
    pub(super) fn words(&mut self, words: &[&str]) -> bool {
        let found = words
            .iter()
            .enumerate()
            .all(|(by, word)| self.word(by) == *word);
        if found {
            self.at += words.len();
        }
        found
    }

    pub(super) fn any(&mut self, phrases: &[&[&str]]) -> bool {
        phrases.iter().any(|words| self.words(words))
    }

    pub(super) fn put(&mut self, item: HoursItem) -> bool {
        self.items.push(item);
        true
    }

    /// Reads what comes next; `false` if it is unknown.
    fn item(&mut self) -> bool {
        if self.bracket() {
            return true;
        }
        if let Some(comment) = self.comment() {
            return self.put(comment);
        }
        if self.phrase() {
            return true;
        }
        if let Some(span) = self.span() {
            return self.put(HoursItem::Times(span));
        }
        if self.nth_days() || self.week_days() || self.calendar() {
            return true;
        }
        if phrases::LINKS.contains(&self.word(0)) {
            self.at += 1;
            return true;
        }
        false
    }

    /// `(sonner)`, `sur rendez-vous`, `: appeler avant`, `"appeler avant"`.
    fn comment(&mut self) -> Option<HoursItem> {
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
        for words in [
            &["uniquement", "sur", "rendez", "-", "vous"] as &[&str],
            &["sur", "rendez", "-", "vous"],
            &["sur", "rdv"],
            &["avec", "rendez", "-", "vous"],
            &["avec", "rdv"],
            &["sans", "rendez", "-", "vous"],
            &["sans", "rdv"],
            &["by", "appointment", "only"],
            &["by", "appointment"],
        ] {
            if self.words(words) {
                let comment = self.between(first, self.at);
                let decides = words[0] != "sans";
                return Some(HoursItem::Comment {
                    text: comment,
                    decides,
                });
            }
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
                .position(|piece| piece.word == ";")
                .unwrap_or(rest.len());
            let first = self.at + 1;
            // Hours, closures, or nothing: not a comment.
            let mut ahead = HoursReader {
                text: self.text,
                pieces: rest[..length].to_vec(),
                at: 0,
                items: Vec::new(),
            };
            if length == 0
                || ahead.item()
                    && !matches!(ahead.items.as_slice(), [HoursItem::Comment { .. }] | [])
            {
                return None;
            }
            if ahead.items.is_empty() && ahead.at > 0 && ahead.item() && !ahead.items.is_empty() {
                return None;
            }
            if self.decides_hours(first, first + length) {
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

    /// A closure in brackets: `(sauf le mercredi)`, `(fermé en août)`.
    fn bracket(&mut self) -> bool {
        let Some(length) = self.bracketed().filter(|_| self.word(0) == "(") else {
            return false;
        };
        let mut inner = HoursReader {
            text: self.text,
            pieces: self.pieces[self.at + 1..self.at + length].to_vec(),
            at: 0,
            items: Vec::new(),
        };
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
        }
        closes
    }

    /// Whether these pieces name a time of day, one week in two or a closure, so that they are hours that were
    /// not understood rather than a remark.
    fn decides_hours(&self, from: usize, to: usize) -> bool {
        let pieces = self.pieces.get(from..to).unwrap_or_default();
        let mut inner = HoursReader {
            text: self.text,
            pieces: pieces.to_vec(),
            at: 0,
            items: Vec::new(),
        };
        let closes = (0..pieces.len()).any(|at| {
            inner.at = at;
            inner.items.clear();
            inner.phrase()
                && matches!(
                    inner.items.first(),
                    Some(HoursItem::Closed | HoursItem::Except | HoursItem::Weeks(_))
                )
        });
        if closes {
            return true;
        }
        pieces.windows(2).any(|pair| {
            pair[0].number.is_some_and(|hour| hour <= 24)
                && matches!(
                    pair[1].word.as_str(),
                    "h" | "heure" | "heures" | "am" | "pm"
                )
        })
    }

    /// The text from one piece to before another.
    pub(super) fn between(&self, from: usize, to: usize) -> String {
        let start = |piece: usize| {
            self.pieces
                .get(piece)
                .map_or(self.text.len(), |piece| piece.at)
        };
        let text = self.text.get(start(from)..start(to)).unwrap_or_default();
        text.trim().to_owned()
    }

    /// Whether a word between the two ends of a range is `by` ahead, and how many pieces it takes.
    pub(super) fn to(&self, by: usize) -> Option<usize> {
        match self.word(by) {
            "-" | "a" | "au" | "to" | "until" => Some(1),
            "jusqu" if self.word(by + 1) == "'" => Some(3),
            _ => None,
        }
    }
}
