//! Cuts words into items: days, times, parts of the year, closures.

use unicode_normalization::UnicodeNormalization;

use super::parts::DayPart;
use super::{UnreadHours, misspelt, numbers, phrases};
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
    /// A part of the day, as written.
    Part {
        part: DayPart,
        word: String,
    },
    /// The days of the week that were not named before.
    OtherDays,
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

/// No phrase has more pieces than these.
const LONGEST_PHRASE: usize = 16;

/// The items of a text.
///
/// # Errors
///
/// The first unknown word.
pub fn items(text: &str) -> Result<Vec<HoursItem>, UnreadHours> {
    let text = plain(text);
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
    let mut reader = HoursReader::of(&text, numbers::in_figures(pieces.collect()));
    // Where each item begins: its piece, and how many items precede it.
    let mut begun: Vec<(usize, usize)> = Vec::new();
    while reader.at < reader.pieces.len() {
        let here = (reader.at, reader.items.len());
        if reader.item() {
            begun.push(here);
            continue;
        }
        // A letter too many or too few: it may be part of a phrase that begins earlier.
        let unread = reader.at..reader.pieces.len().min(reader.at + misspelt::REACH);
        let corrected = unread.into_iter().find_map(|at| {
            let word = misspelt::meant(&reader.pieces.get(at)?.word)?;
            Some((at, word))
        });
        let Some((at, word)) = corrected else {
            return Err(reader.unread());
        };
        if let Some(piece) = reader.pieces.get_mut(at) {
            word.clone_into(&mut piece.word);
        }
        let mut again = here;
        while let Some(before) = begun.pop_if(|(piece, _)| here.0 - *piece <= LONGEST_PHRASE) {
            again = before;
        }
        (reader.at, reader.items) = (again.0, reader.items.into_iter().take(again.1).collect());
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

/// The text with one sign for all that mean the same, and without what only decorates it.
fn plain(text: &str) -> String {
    let text = text.replace("->", "-").replace("=>", "-");
    let plain: String = text.nfc().map(plain_sign).collect();
    // `« lundi 9h-12h »`, and a quotation mark that was left over.
    let plain = plain.trim_matches([' ', LINE]);
    let bare = plain.strip_prefix('«').unwrap_or(plain);
    let bare = bare.strip_suffix('»').unwrap_or(bare);
    match bare.matches('"').count() {
        1 => bare.trim_matches('"').to_owned(),
        _ => bare.to_owned(),
    }
}

/// The end of a line.
pub(super) const LINE: char = '¶';

fn plain_sign(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '→' | '➔' | '➜' | '>' | '~' => '-',
        '’' | 'ʼ' | '‘' | '´' | '`' => '\'',
        '\u{a0}' | '\u{202f}' | '\u{2009}' | '\t' | '*' | '_' => ' ',
        '\n' => LINE,
        '•' | '·' | '◦' | '▪' | '■' | '●' => ';',
        '“' | '”' => '"',
        '[' => '(',
        ']' => ')',
        '!' => '.',
        '=' => ':',
        c => c,
    }
}

pub(super) fn fold(word: &str) -> String {
    word.nfd()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36f}'))
        .flat_map(char::to_lowercase)
        .collect()
}

pub(super) struct HoursReader<'t> {
    pub(super) text: &'t str,
    pub(super) pieces: Vec<HoursWord>,
    pub(super) at: usize,
    pub(super) items: Vec<HoursItem>,
}

impl<'t> HoursReader<'t> {
    pub(super) fn of(text: &'t str, pieces: Vec<HoursWord>) -> Self {
        Self {
            text,
            pieces,
            at: 0,
            items: Vec::new(),
        }
    }
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

    /// A word as written, with its capitals.
    pub(super) fn as_written(&self, by: usize) -> &str {
        let piece = self.pieces.get(self.at + by);
        let written = piece.and_then(|piece| self.text.get(piece.at..piece.at + piece.word.len()));
        written.unwrap_or_default()
    }

    /// Why the text here is not read.
    fn unread(&self) -> UnreadHours {
        if self.names_every_other(0..self.pieces.len()) {
            UnreadHours::EveryOther
        } else if self.has_one_end() {
            UnreadHours::Season
        } else if matches!(self.word(0), "jusqu" | "until" | "avant" | "before") {
            UnreadHours::Until
        } else {
            UnreadHours::Word(self.shown())
        }
    }

    /// Whether these pieces say that it is one in two: `une semaine sur deux`, `tous les quinze jours`.
    pub(super) fn names_every_other(&self, mut pieces: std::ops::Range<usize>) -> bool {
        let is = |at: usize, words: &[&str]| {
            let word = self.pieces.get(at).map_or("", |piece| &piece.word);
            words.contains(&word)
        };
        pieces.any(|at| {
            is(at, &["sur"]) && is(at + 1, &["deux", "2"])
                || is(at, &["quinze", "15"]) && is(at + 1, &["jours"])
                || is(at, &["every"]) && is(at + 1, &["other", "second"])
        })
    }

    /// Whether a date is next that begins or ends a part of the year: `à partir du 1er septembre`, `jusqu’en juin`.
    fn has_one_end(&self) -> bool {
        let word = |by: usize| self.word(by);
        let by = match (word(0), word(1)) {
            ("partir" | "compter", _) => 1,
            ("jusqu", "'") => 2,
            ("until" | "from" | "since" | "depuis" | "avant" | "before", _) => 1,
            _ => return false,
        };
        let links = ["du", "de", "d", "'", "le", "au", "en", "a"];
        let dated = (by..).find(|by| !links.contains(&word(*by)));
        dated.is_some_and(|by| self.date(by).is_some() || self.month(by).is_some())
    }

    /// What is not understood here, as written: a word, a time, what is in brackets.
    fn shown(&self) -> String {
        let mut first = self.at;
        let mut last = self.at;
        if let Some((_, _, taken)) = self.time(0) {
            last += taken - 1;
            // `14h à 25h`: the end is no time.
            let end = self.to(taken).map(|link| taken + link);
            if let Some(by) =
                end.filter(|by| self.number(*by).is_some() && self.time(*by).is_none())
            {
                (first, last) = (self.at + by, self.at + by);
            }
        } else if self.word(0) == "(" {
            let mut rest = self.pieces.iter().skip(self.at);
            last += rest.position(|piece| piece.word == ")").unwrap_or(0);
        }
        let start = |piece: usize| self.pieces.get(piece).map_or(0, |piece| piece.at);
        let apart = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | LINE);
        let (before, _) = self.text.split_at_checked(start(first)).unwrap_or_default();
        let (upto, rest) = self.text.split_at_checked(start(last)).unwrap_or_default();
        // The whole words, even if their first pieces were understood.
        let begun = before.rsplit(apart).next().unwrap_or_default();
        let rest = rest.split(apart).next().unwrap_or_default();
        let between = upto.get(before.len()..).unwrap_or_default();
        format!("{begun}{between}{rest}")
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
    pub(super) fn item(&mut self) -> bool {
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
            "-" if self.word(by + 1) == "-" => Some(2),
            "-" | "a" | "au" | "to" | "until" | "till" | "til" | "through" | "thru" => Some(1),
            "jusqu" if self.word(by + 1) == "'" => Some(3),
            _ => None,
        }
    }
}
