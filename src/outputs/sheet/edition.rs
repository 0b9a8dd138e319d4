//! The edition code of a sheet: `2026-10 · K7F3`. It is derived from the content, so that two prints say the
//! same if and only if they have the same code.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value as Json;

use crate::model::values::Date;
use crate::outputs::words::Words;
use crate::site::EDITION_LETTERS;

/// How many characters precede the check character: 12 167 codes, for the few editions that one sheet ever
/// has.
const LENGTH: usize = 3;

/// The edition of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// Year and month of its date, if known.
    month: Option<(i16, i8)>,
    /// The four characters.
    pub code: String,
    /// The hash of each part, for comparing two editions.
    pub parts: Vec<(SheetPart, blake3::Hash)>,
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.month {
            Some((year, month)) => write!(f, "{year:04}-{month:02}\u{a0}·\u{a0}{}", self.code),
            None => f.write_str(&self.code),
        }
    }
}

/// A part of a sheet's content, as people would name a change to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SheetPart {
    /// The title.
    Title,
    /// The summary.
    Summary,
    /// The routes, with the contact points on them.
    Routes,
    /// The documents to bring or send.
    Evidence,
    /// The text.
    Text,
    /// Cost, delay, deadline.
    Practical,
    /// What to do when refused.
    Appeal,
    /// A contact point's own card.
    Contact,
    /// Its pages, for a binder.
    Pages,
    /// Anything else.
    Other,
}

impl SheetPart {
    /// Every part, in the order of the sheet.
    pub const ALL: &[Self] = &[
        Self::Title,
        Self::Summary,
        Self::Routes,
        Self::Evidence,
        Self::Text,
        Self::Practical,
        Self::Appeal,
        Self::Contact,
        Self::Pages,
        Self::Other,
    ];

    /// Its name in records and messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Summary => "summary",
            Self::Routes => "routes",
            Self::Evidence => "evidence",
            Self::Text => "text",
            Self::Practical => "practical",
            Self::Appeal => "appeal",
            Self::Contact => "contact",
            Self::Pages => "pages",
            Self::Other => "other",
        }
    }

    /// The part that a field of a page's data belongs to; `None` for what is not content, such as the review
    /// date: a sheet found right again is the same edition.
    fn of_field(path: &[&str]) -> Option<Self> {
        Some(match path {
            ["reviewed" | "review_every"] => return None,
            ["title"] => Self::Title,
            ["summary"] => Self::Summary,
            ["opening", "evidence"] => Self::Evidence,
            ["opening", "output" | "audience"] => Self::Other,
            ["opening", _] => Self::Routes,
            ["body" | "notes"] => Self::Text,
            ["rest", "costs" | "processing_time" | "deadline"] => Self::Practical,
            ["rest", "appeal"] => Self::Appeal,
            ["organization", _] => Self::Contact,
            _ => Self::Other,
        })
    }
}

/// The edition of a page: the content of its data, without where it is published and how it is set.
pub fn of_page(day: Option<Date>, title: &str, content: &Json) -> Edition {
    let mut hashers: BTreeMap<SheetPart, blake3::Hasher> = BTreeMap::new();
    let mut add = |part: SheetPart, value: &str| {
        let value = narrow_in_numbers(value);
        let value = value.as_bytes();
        let hasher = hashers.entry(part).or_default();
        hasher.update(&(value.len() as u64).to_le_bytes());
        hasher.update(value);
    };
    add(SheetPart::Title, title);
    for (key, value) in content.as_object().into_iter().flatten() {
        let fields = match value {
            Json::Object(fields) if !fields.is_empty() => fields,
            _ => {
                if let Some(part) = SheetPart::of_field(&[key]) {
                    add(part, &value.to_string());
                }
                continue;
            }
        };
        for (field, value) in fields {
            if let Some(part) = SheetPart::of_field(&[key, field]) {
                add(part, &value.to_string());
            }
        }
    }
    let parts = hashers.into_iter();
    of_parts(
        day,
        parts
            .map(|(part, hasher)| (part, hasher.finalize()))
            .collect(),
    )
}

/// The text with the narrow spaces that numbers had when the first editions were recorded: which of two spaces that look alike on paper a
/// number has makes no other edition.
fn narrow_in_numbers(text: &str) -> Cow<'_, str> {
    if !text.contains('\u{a0}') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut letters = text.chars().peekable();
    let mut after_digit = false;
    while let Some(letter) = letters.next() {
        let in_number =
            letter == '\u{a0}' && after_digit && letters.peek().is_some_and(char::is_ascii_digit);
        out.push(if in_number { '\u{202f}' } else { letter });
        after_digit = letter.is_ascii_digit();
    }
    Cow::Owned(out)
}

/// The edition of a binder: its title and the editions of its pages.
pub fn of_binder(day: Option<Date>, title: &str, pages: &[(String, Vec<String>)]) -> Edition {
    let pages = serde_json::to_vec(pages).unwrap_or_default();
    let parts = vec![
        (SheetPart::Title, blake3::hash(title.as_bytes())),
        (SheetPart::Pages, blake3::hash(&pages)),
    ];
    of_parts(day, parts)
}

fn of_parts(day: Option<Date>, parts: Vec<(SheetPart, blake3::Hash)>) -> Edition {
    let mut hasher = blake3::Hasher::new();
    for (part, hash) in &parts {
        hasher.update(&[*part as u8]);
        hasher.update(hash.as_bytes());
    }
    let hash = hasher.finalize();
    let head = hash.as_bytes().iter().take(8);
    let number = head.fold(0u64, |number, byte| number << 8 | u64::from(*byte));
    Edition {
        month: day.map(|day| (day.0.year(), day.0.month())),
        code: with_check(number),
        parts,
    }
}

impl Edition {
    /// The parts as recorded: `title=3f2a routes=99c1`.
    pub fn recorded_parts(&self) -> String {
        let parts = self.parts.iter();
        let parts = parts.map(|(part, hash)| format!("{}={}", part.name(), &hash.to_hex()[..4]));
        parts.collect::<Vec<_>>().join(" ")
    }

    /// The parts that have changed since they were recorded, in the reader's words: `le coût ou les délais`.
    pub fn changes_since(&self, recorded: &str, words: &Words<'_>) -> String {
        let parts = self.changed_since(recorded).into_iter();
        let parts = parts.map(|part| words.text(&format!("edition-part-{}", part.name())));
        words.list(&parts.collect::<Vec<_>>())
    }

    /// The parts that differ from the recorded ones.
    pub fn changed_since(&self, recorded: &str) -> Vec<SheetPart> {
        let now = self.recorded_parts();
        let find = |all: &str, part: SheetPart| {
            let mut words = all.split(' ').filter_map(|word| word.split_once('='));
            let found = words.find(|(name, _)| *name == part.name());
            found.map(|(_, hash)| hash.to_owned())
        };
        let changed = |part: &&SheetPart| find(&now, **part) != find(recorded, **part);
        SheetPart::ALL.iter().filter(changed).copied().collect()
    }
}

/// The four characters at the end of a code as somebody wrote it down: `2026-10 · K7F3`.
pub fn letters(written: &str) -> &str {
    let start = written
        .char_indices()
        .rev()
        .nth(LENGTH)
        .map_or(0, |(at, _)| at);
    &written[start..]
}

fn with_check(mut number: u64) -> String {
    let base = EDITION_LETTERS.len() as u64;
    let mut digits = [0; LENGTH];
    for digit in &mut digits {
        *digit = number % base;
        number /= base;
    }
    let weighted = digits.iter().zip(1..).map(|(digit, weight)| digit * weight);
    let check = weighted.sum::<u64>() % base;
    let characters = digits.iter().chain([&check]);
    characters
        .map(|digit| char::from(EDITION_LETTERS[usize::try_from(*digit).unwrap_or_default()]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_review_that_changes_nothing_is_the_same_edition() {
        let content = |reviewed: &str, cost: &str| serde_json::json!({ "reviewed": reviewed, "summary": "s", "rest": { "costs": [cost], "appeal": [] } });
        let before = of_page(None, "t", &content("2025", "5"));
        assert_eq!(before, of_page(None, "t", &content("2026", "5")));
        let after = of_page(None, "t", &content("2026", "7"));
        assert_ne!(before.code, after.code);
        assert_eq!(
            after.changed_since(&before.recorded_parts()),
            [SheetPart::Practical]
        );
        assert_eq!(letters(&after.to_string()), after.code);
        assert_eq!(letters("2026-10\u{a0}·\u{a0}K7F3"), "K7F3");
        assert_eq!(letters("7"), "7");
    }

    #[test]
    fn the_space_in_a_number_makes_no_other_edition() {
        let content = |space: &str| serde_json::json!({ "summary": format!("Au 01{space}99, 1{space}234\u{a0}€") });
        let of = |space| of_page(None, "t", &content(space));
        assert_eq!(of("\u{a0}"), of("\u{202f}"));
        assert_ne!(of("\u{a0}"), of(" "));
    }

    fn is_sound(code: &[u8]) -> bool {
        let digit = |c: &u8| EDITION_LETTERS.iter().position(|other| other == c).unwrap();
        let weighted = code[..LENGTH]
            .iter()
            .zip(1..)
            .map(|(c, weight)| digit(c) * weight);
        weighted.sum::<usize>() % EDITION_LETTERS.len() == digit(&code[LENGTH])
    }

    #[test]
    fn the_check_character_finds_each_mistake_and_each_exchange() {
        for number in (0..12_167).step_by(7) {
            let code = with_check(number).into_bytes();
            assert!(is_sound(&code));
            for at in 0..=LENGTH {
                for other in EDITION_LETTERS {
                    let mut wrong = code.clone();
                    wrong[at] = *other;
                    assert_eq!(is_sound(&wrong), wrong == code);
                }
            }
            for at in 0..LENGTH - 1 {
                let mut exchanged = code.clone();
                exchanged.swap(at, at + 1);
                assert_eq!(is_sound(&exchanged), exchanged == code);
            }
        }
    }
}
