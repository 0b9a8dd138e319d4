//! Telephone numbers: how they are read, printed and dialled, and what a call costs.
//!
//! A number is stored as it is dialled from anywhere, so that every form of it (links, cards, data for
//! machines) dials the same. [`plan`] has the rules of France, [`abroad`] what is known about other
//! countries.

mod abroad;
mod plan;
#[cfg(test)]
mod tests;

use std::fmt::Write as _;

use serde_json::{Value as Json, json};

pub use plan::Tariff;

use super::Placed;
use crate::diagnostics::{Code, Diagnostic, Place};
use crate::model::decoder::Decoder;
use crate::model::record::{Decode, FieldInput};
use crate::record;
use crate::yaml::{Node, scalar};

/// A telephone number.
#[derive(Debug, Clone, Default)]
pub struct Phone {
    /// `+` and the digits with the calling code, or the few digits of a number without an international form.
    dialled: String,
    /// The digits of a foreign number after the calling code, grouped as written.
    groups: String,
}

/// Two spellings of a number are one number.
impl PartialEq for Phone {
    fn eq(&self, other: &Self) -> bool {
        self.dialled == other.dialled
    }
}

impl Eq for Phone {}

/// Why a text is not a telephone number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotAPhone {
    /// There are several, each as it was written.
    #[error("there are several numbers: {}", .0.join(", "))]
    Several(Vec<String>),
    /// It has this many digits, which no number of France has, or not with this prefix.
    #[error("no number of France has these {0} digits")]
    Digits(usize),
    /// It begins with `+` and no country's calling code.
    #[error("no country has its calling code")]
    NoCountry,
    /// It has a calling code, but the wrong number of digits for its country.
    #[error("no number of its country has as many digits")]
    Abroad,
    /// It is not digits.
    #[error("it has words in it")]
    Words,
}

/// The most digits that are read: twice the longest number (ITU-T E.164).
const MOST_DIGITS: usize = 30;

impl Phone {
    /// Reads a number written with spaces, dots, dashes or brackets: ten digits in France, a short number (`17`, `39 39`, `116 117`), or one
    /// with `+` or `00` and the code of its country.
    ///
    /// # Errors
    ///
    /// Why it cannot be read.
    pub fn read(text: &str) -> Result<Self, NotAPhone> {
        let text = without_word(text.trim());
        Self::one(text).map_err(|reason| match several(text) {
            Some(numbers) => NotAPhone::Several(numbers),
            None => reason,
        })
    }

    /// A number as [`read`](Self::read) reads it; `None` if it cannot be read.
    pub fn parse(text: &str) -> Option<Self> {
        Self::read(text).ok()
    }

    fn one(text: &str) -> Result<Self, NotAPhone> {
        let (is_international, groups) = groups(text).ok_or(NotAPhone::Words)?;
        let digits = groups.concat();
        match is_international {
            true => Self::international(&digits, &groups),
            false if plan::is_national(&digits) => Ok(Self::french(&digits)),
            false if plan::is_short(&digits) => Ok(Self {
                dialled: digits,
                groups: String::new(),
            }),
            false => Err(NotAPhone::Digits(digits.len())),
        }
    }

    /// A number of ten digits.
    fn french(national: &str) -> Self {
        Self {
            dialled: format!("+{}", plan::international(national)),
            groups: String::new(),
        }
    }

    /// A number written with a calling code.
    fn international(digits: &str, groups: &[String]) -> Result<Self, NotAPhone> {
        let country = abroad::country(digits).ok_or(NotAPhone::NoCountry)?;
        let after = &digits[country.code.len()..];
        // `+33 (0)1` and `+33 01`: the zero is dialled only within the country.
        let rest = match after.strip_prefix('0') {
            Some(rest) if !country.keeps_zero(after.len()) => rest,
            _ => after,
        };
        let has_zero = rest.starts_with('0') && !country.keeps_zero(rest.len());
        if has_zero || !country.has_numbers_of(rest.len()) {
            return Err(NotAPhone::Abroad);
        }
        // `+33 262` does not work: it means the overseas territory.
        if country.code == plan::FRANCE {
            return Ok(Self::french(&format!("0{rest}")));
        }
        Ok(Self {
            dialled: format!("+{}{rest}", country.code),
            groups: last_digits(groups, rest.len()),
        })
    }

    /// The number as people read it aloud: pairs in the French national form, `0262 90 00 00` overseas, `39
    /// 39`, `112`; a foreign one after its calling code, grouped as written.
    pub fn printed(&self) -> String {
        let national = self.national();
        match national.as_bytes() {
            [b'+', ..] => {
                let code = national.len() - self.groups.bytes().filter(u8::is_ascii_digit).count();
                format!("{} {}", &national[..code], self.groups)
            }
            // Toll-free and shared-cost numbers are grouped as 0 800 123 456 (ARCEP's numbering plan, 08
            // numbers).
            [b'0', b'8', b'0' | b'1' | b'2' | b'9', ..] => {
                let (head, tail) = (&national[1..4], &national[4..]);
                format!("0 {head} {} {}", &tail[..3], &tail[3..])
            }
            [b'0', ..] => match plan::overseas(&national) {
                Some(_) => format!("{} {}", &national[..4], grouped(&national[4..], 2)),
                None => grouped(&national, 2),
            },
            _ if national.len() == 4 => grouped(&national, 2),
            _ => grouped(&national, 3),
        }
    }

    /// The number as it stands on pages and sheets: no line breaks inside it. Its spaces are those that browsers and PDF readers find when a
    /// plain space is typed; Firefox and pdf.js do not find the narrow one of French typography.
    pub fn typeset(&self) -> String {
        self.printed().replace(' ', "\u{a0}")
    }

    /// The target of a `tel:` link (RFC 3966): with the calling code, except for short numbers, which have
    /// none.
    pub fn link(&self) -> String {
        format!("tel:{}", self.dialled)
    }

    /// The number without spaces, as it is dialled from anywhere: `+33199000000`, `3939`.
    pub fn dialled(&self) -> &str {
        &self.dialled
    }

    /// What a call costs in France.
    pub fn tariff(&self) -> Tariff {
        plan::tariff(&self.national())
    }

    /// The digits as dialled in France; those of other countries with their `+`.
    fn national(&self) -> String {
        let digits = self.dialled.strip_prefix('+').unwrap_or_default();
        for code in plan::NINE_DIGITS {
            if let Some(rest) = digits.strip_prefix(code) {
                let national = format!("0{rest}");
                // Under the code of an overseas territory, only its own numbers have the form that they have
                // in France.
                let is_its_own = code == plan::FRANCE || plan::overseas(&national) == Some(code);
                return if is_its_own {
                    national
                } else {
                    self.dialled.clone()
                };
            }
        }
        match digits.strip_prefix(plan::SAINT_PIERRE) {
            Some(rest) if rest.len() == 6 => format!("0508{rest}"),
            Some(rest) => format!("0{rest}"),
            None => self.dialled.clone(),
        }
    }
}

/// The text after a word that announces it: `Tél. : 01 99 00 00 00`, `tel:+33199000000`.
fn without_word(text: &str) -> &str {
    let rest = ["téléphone", "telephone", "tél", "tel", "☎"]
        .iter()
        .find_map(|word| {
            let head = text.get(..word.len())?;
            (head.to_lowercase() == *word).then(|| &text[word.len()..])
        });
    rest.map_or(text, |rest| {
        rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ':' | '\u{a0}'))
    })
}

/// Groups of digits between separators, and whether they have a calling code; `None` if there is anything
/// else.
fn groups(text: &str) -> Option<(bool, Vec<String>)> {
    let (mut is_international, mut count) = (false, 0);
    let mut groups = vec![String::new()];
    for c in text.chars() {
        match c {
            '0'..='9' => {
                groups.last_mut()?.push(c);
                count += 1;
            }
            '+' if count == 0 && !is_international => is_international = true,
            _ if is_separator(c) => groups.push(String::new()),
            // Contact lists put invisible direction marks around numbers.
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}' => {}
            _ => return None,
        }
    }
    groups.retain(|group| !group.is_empty());
    if count == 0 || count > MOST_DIGITS {
        return None;
    }
    // `0033` is how `+33` is dialled.
    if !is_international && let Some(rest) = groups[0].strip_prefix("00") {
        is_international = true;
        groups[0] = rest.to_owned();
    }
    Some((is_international, groups))
}

/// What may separate groups of digits.
const fn is_separator(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '.' | '-' | '(' | ')' | '/' | '\u{a0}' | '\u{2009}'
            ..='\u{2011}' | '\u{2013}' | '\u{202f}'
    )
}

/// Several numbers with a word or a mark between them; `None` if it is not that.
fn several(text: &str) -> Option<Vec<String>> {
    let text = text.replace(" ou ", "/").replace(" et ", "/");
    let text = text.replace(" or ", "/").replace(" and ", "/");
    let parts: Vec<&str> = text
        .split(['/', ',', ';', '|', '\n'])
        .map(|part| without_word(part.trim()))
        .collect();
    let are_numbers = parts.len() > 1 && parts.iter().all(|part| Phone::one(part).is_ok());
    are_numbers.then(|| parts.into_iter().map(str::to_owned).collect())
}

/// The last digits of groups, this many, with a space between groups; one long group is split into pairs.
fn last_digits(groups: &[String], count: usize) -> String {
    let mut skip = groups.iter().map(String::len).sum::<usize>() - count;
    let mut kept = Vec::new();
    for group in groups {
        let skipped = skip.min(group.len());
        skip -= skipped;
        if skipped < group.len() {
            kept.push(&group[skipped..]);
        }
    }
    match kept.as_slice() {
        [one] if one.len() > 4 => {
            let (head, pairs) = one.split_at(if one.len() % 2 == 1 { 3 } else { 2 });
            format!("{head} {}", grouped(pairs, 2))
        }
        _ => kept.join(" "),
    }
}

/// Digits with a space after every so many.
fn grouped(digits: &str, size: usize) -> String {
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && at % size == 0 {
            out.push(' ');
        }
        let _ = write!(out, "{digit}");
    }
    out
}

record! {
    /// A telephone number of a contact point.
    pub struct PhoneNumber {
        shorthand "number";
        /// The number.
        "number" | "numéro" => number: Placed<Phone>,
        /// What a call costs.
        text "price" | "prix" => price: Option<String>,
        /// Whom one reaches, such as the registry office.
        "label" | "libellé" => label: Option<String>,
    }
}

/// Several numbers as a list for their field, if they are all it holds; `None` if something else depends on
/// which of them it is, such as a price.
fn as_list(place: &Place, numbers: &[String]) -> Option<String> {
    let (before, after) = place.around();
    if !after.trim().is_empty() {
        return None;
    }
    match before.trim_start() {
        // An item of a list becomes several.
        "- " => Some(numbers.join(&format!("\n{before}"))),
        "téléphone: " | "téléphones: " | "phone: " | "phones: " => {
            Some(format!("[{}]", numbers.join(", ")))
        }
        _ => None,
    }
}

/// `01 99 00 00 16 poste 12` as a number and its label, if the number is all that its field or item holds.
fn with_label(place: &Place, text: &str) -> Option<String> {
    let at = text.find(char::is_alphabetic)?;
    let (number, label) = text.split_at(at);
    let number = number.trim_end_matches(|c: char| !c.is_ascii_digit());
    let label = label.trim().trim_end_matches(')');
    let word = label.split(|c: char| !c.is_alphabetic()).next()?;
    let is_extension = matches!(word.to_lowercase().as_str(), "poste" | "p" | "ext");
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '-');
    if !is_extension || !label.chars().all(is_plain) || Phone::one(number.trim()).is_err() {
        return None;
    }
    let (before, after) = place.around();
    let key = before.trim_start().trim_start_matches("- ");
    let is_alone = after.trim().is_empty()
        && !place
            .file
            .text
            .get(place.span.clone())?
            .starts_with(['"', '\'']);
    let (first, second) = match key {
        "" | "téléphone: " | "téléphones: " | "tel: " | "tél: " => ("numéro", "libellé"),
        "phone: " | "phones: " => ("number", "label"),
        _ => return None,
    };
    let number = number.trim();
    is_alone.then(|| format!("{{ {first}: {number}, {second}: {label} }}"))
}

impl Decode for Phone {
    const INPUT: FieldInput = FieldInput::Phone;

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder.text(node, "phone")?;
        let reason = match Self::read(text) {
            Ok(phone) => return Some(phone),
            Err(reason) => reason,
        };
        let (cause, help) = match &reason {
            NotAPhone::Several(_) => ("several", "help-several"),
            NotAPhone::Digits(0 | 1) | NotAPhone::Words => ("words", "help"),
            NotAPhone::Digits(_) => ("digits", "help-digits"),
            NotAPhone::NoCountry => ("country", "help-country"),
            NotAPhone::Abroad => ("abroad", "help-country"),
        };
        let mut diagnostic = Diagnostic::new(Code::BadPhone, decoder.location(node))
            .with("value", text.trim())
            .with("cause", cause)
            .help(help);
        match &reason {
            NotAPhone::Several(numbers) => {
                for (name, number) in ["first", "second"].into_iter().zip(numbers) {
                    diagnostic = diagnostic.with(name, number);
                }
            }
            NotAPhone::Digits(count) => diagnostic = diagnostic.with("count", count.to_string()),
            _ => {}
        }
        if let NotAPhone::Several(numbers) = &reason
            && let Some(list) = as_list(&decoder.place(node), numbers)
        {
            diagnostic = diagnostic.instead(list);
        }
        if let NotAPhone::Several(numbers) = &reason {
            for number in numbers {
                diagnostic = diagnostic.offer_instead(scalar(number));
            }
        }
        if matches!(reason, NotAPhone::Words)
            && let Some(meant) = with_label(&decoder.place(node), text)
        {
            diagnostic = diagnostic.instead(meant);
        }
        decoder.report(diagnostic);
        None
    }

    fn schema() -> Json {
        json!({ "type": ["string", "integer"] })
    }
}
