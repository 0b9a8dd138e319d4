//! Lines that begin as only a new line does: `Question :` and `Réponse :`, days and hours of an agenda, `(1)`
//! and `(2)`, `a.` and `b.`, the recitals of an act. Each stays on its own line, however long it is.

use std::collections::HashSet;

use super::PassFindings;
use super::reading::Reading;

pub fn look(reading: &Reading<'_>, found: &mut PassFindings) {
    let groups = reading.groups.iter();
    for group in groups.filter(|group| group.has_lines() && group.lines.len() > 1) {
        let text = |at: usize| reading.source[group.lines[at].span.clone()].trim();
        let lines: Vec<&str> = (0..group.lines.len()).map(text).collect();
        let openings = Openings::of(&lines);
        for at in 1..lines.len() {
            if !group.lines[at].is_broken && openings.begins_a_line(at, lines[at - 1]) {
                let end = group.lines[at - 1].span.end;
                found.edit(end..end, "\\");
            }
        }
    }
}

/// What a line begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LineOpening {
    /// `Réponse :`
    Label,
    /// `mardi 8`, `14 h`, `8/12`
    Moment,
    /// `(1)`
    Note(u32),
    /// `a.`
    Letter(u8),
    /// `Vu la loi`
    Recital,
}

/// What the lines of a paragraph begin with.
#[derive(Default)]
struct Openings {
    of_lines: Vec<Option<LineOpening>>,
    labels: usize,
    moments: usize,
    /// Whether the very first line, or the first after a colon, begins with a day or an hour.
    is_agenda: bool,
    notes: HashSet<u32>,
    letters: HashSet<u8>,
}

impl Openings {
    fn of(lines: &[&str]) -> Self {
        let mut openings = Self {
            of_lines: lines.iter().map(|line| opening(line)).collect(),
            ..Self::default()
        };
        for (at, opening) in openings.of_lines.iter().enumerate() {
            match opening {
                Some(LineOpening::Label) => openings.labels += 1,
                Some(LineOpening::Moment) => {
                    if openings.moments == 0 {
                        openings.is_agenda = at == 0 || lines[at - 1].ends_with(':');
                    }
                    openings.moments += 1;
                }
                Some(LineOpening::Note(number)) => {
                    openings.notes.insert(*number);
                }
                Some(LineOpening::Letter(letter)) => {
                    openings.letters.insert(*letter);
                }
                Some(LineOpening::Recital) | None => {}
            }
        }
        openings
    }

    /// Whether a line is one of its own; `before` is the previous line.
    fn begins_a_line(&self, at: usize, before: &str) -> bool {
        match self.of_lines[at] {
            Some(LineOpening::Label) => self.labels > 1,
            // Prose that a program has wrapped begins with neither, and continues after a word such as « de
            // ».
            Some(LineOpening::Moment) => self.moments > 1 && self.is_agenda && !goes_on(before),
            Some(LineOpening::Note(number)) => number > 0 && self.notes.contains(&(number - 1)),
            Some(LineOpening::Letter(letter)) => self.letters.contains(&(letter - 1)),
            Some(LineOpening::Recital) => before.ends_with([',', ';', ':']),
            None => false,
        }
    }
}

fn opening(line: &str) -> Option<LineOpening> {
    let line = line.trim_start_matches(['*', '_']);
    if let Some(rest) = line.strip_prefix('(') {
        let (number, rest) = rest.split_once(')')?;
        let number = number.parse().ok().filter(|number| *number < 100)?;
        return rest
            .contains(char::is_alphanumeric)
            .then_some(LineOpening::Note(number));
    }
    if let [letter @ b'a'..=b'z', b'.', b' ', ..] = line.as_bytes() {
        return Some(LineOpening::Letter(*letter));
    }
    if ["Vu ", "Considérant ", "Attendu "]
        .iter()
        .any(|word| line.starts_with(word))
    {
        return Some(LineOpening::Recital);
    }
    if is_moment(line) {
        return Some(LineOpening::Moment);
    }
    is_label(line).then_some(LineOpening::Label)
}

/// Whether a line begins with a few words and a colon, or with the letter of a question or an answer.
fn is_label(line: &str) -> bool {
    if line.starts_with("Q. ") || line.starts_with("R. ") {
        return true;
    }
    const LONGEST: usize = 30;
    const MOST: usize = 4;
    let Some((words, rest)) = line.split_once(':') else {
        return false;
    };
    let words = words.trim_end_matches(['*', '_', ' ', '\u{a0}', '\u{202f}']);
    let is_of_words = |c: char| c.is_alphanumeric() || " .’'-/°\u{a0}".contains(c);
    let rest = rest.trim_start_matches(['*', '_']);
    words.starts_with(char::is_uppercase)
        && words.chars().count() <= LONGEST
        && words.split_whitespace().count() <= MOST
        && words.chars().all(is_of_words)
        && (rest.is_empty() || rest.starts_with(char::is_whitespace))
}

const DAYS: &[&str] = &[
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lun", "mar", "mer",
    "jeu", "ven", "sam", "dim",
];

const MONTHS: &[&str] = &[
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// Whether a line begins with a day or an hour, and continues.
fn is_moment(line: &str) -> bool {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=2).contains(&digits) {
        let rest = line[digits..]
            .trim_start_matches("er")
            .trim_start_matches([' ', '\u{a0}']);
        let after = |rest: &str| !rest.starts_with(char::is_alphabetic);
        let is_hour = rest.strip_prefix('h').is_some_and(after);
        let is_date = line[digits..]
            .strip_prefix('/')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let is_month = MONTHS
            .iter()
            .any(|month| rest.strip_prefix(month).is_some_and(after));
        return is_hour || is_date || is_month;
    }
    let end = line
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(line.len());
    let (word, rest) = line.split_at(end);
    let rest = rest.trim_start_matches(['.', '*', '_', ' ', '\u{a0}']);
    let is_followed =
        rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, ':' | '–' | '-'));
    DAYS.contains(&word.to_lowercase().as_str()) && is_followed
}

/// Whether a line ends with a word that another must follow: « de 9 h à ».
pub fn goes_on(line: &str) -> bool {
    const WORDS: &[&str] = &[
        "à",
        "au",
        "aux",
        "de",
        "du",
        "des",
        "le",
        "la",
        "les",
        "et",
        "ou",
        "un",
        "une",
        "entre",
        "dès",
        "chaque",
        "jusqu’à",
        "jusqu’au",
        "jusqu'à",
        "jusqu'au",
        "puis",
        "par",
        "pour",
        "sauf",
        "ce",
        "dernier",
        "premier",
    ];
    let word = line.rsplit(char::is_whitespace).next().unwrap_or_default();
    WORDS.contains(&word.to_lowercase().as_str()) || line.ends_with(['(', '-', '–'])
}
