//! French telephone numbers in running text become links, so that a finger can dial them, and are found there by checks.

use std::collections::VecDeque;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event};

use super::html::escape;
use crate::model::values::Phone;

/// The numbers of ten digits, and those with `+33`, in a text, each with its place. Short numbers are too like other numbers to
/// be told apart.
pub fn telephones(text: &str) -> impl Iterator<Item = (Range<usize>, Phone)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + memchr::memchr2(b'0', b'+', &text.as_bytes()[from..])?;
            from = start + 1;
            if !begins_here(&text[..start]) {
                continue;
            }
            if let Some(end) = end(text, start)
                && let Some(phone) = Phone::parse(&text[start..end])
            {
                from = end;
                return Some((start..end, phone));
            }
        }
    })
}

const fn is_separator(c: char) -> bool {
    matches!(c, ' ' | '.' | '-' | '\u{a0}' | '\u{202f}')
}

/// Whether a number may begin after this: not in a word, an address or a longer number such as an IBAN.
fn begins_here(before: &str) -> bool {
    let mut before = before.chars().rev();
    match before.next() {
        Some(c) if is_separator(c) && c != '.' && c != '-' => {
            !before.next().is_some_and(|c| c.is_ascii_digit())
        }
        Some(c) => !c.is_alphanumeric() && !matches!(c, '/' | '=' | '_' | '+' | '.' | '-' | ','),
        None => true,
    }
}

/// Where the number that begins at `start` ends: after nine digits that follow `0` or `+33`.
fn end(text: &str, start: usize) -> Option<usize> {
    let rest = &text[start..];
    let after = match rest.strip_prefix('0') {
        Some(after) => after,
        None => {
            let after = rest.strip_prefix("+33")?.trim_start_matches(is_separator);
            after.strip_prefix("(0)").unwrap_or(after)
        }
    };
    let mut digits = 0;
    let mut separated = false;
    let mut characters = after.char_indices();
    for (at, c) in characters.by_ref() {
        if c.is_ascii_digit() {
            // No French number goes on with a zero.
            if digits == 0 && c == '0' {
                return None;
            }
            digits += 1;
            separated = false;
            if digits == 9 {
                let end = text.len() - after.len() + at + 1;
                return ends_here(&text[end..]).then_some(end);
            }
        } else if is_separator(c) && !separated {
            separated = true;
        } else {
            return None;
        }
    }
    None
}

/// Whether a number may end before this.
fn ends_here(after: &str) -> bool {
    let mut after = after.chars();
    match after.next() {
        Some(c) if is_separator(c) => !after.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => !c.is_alphanumeric() && c != '@',
        None => true,
    }
}

/// Queues the text with its numbers linked; nothing where it has none.
pub(super) fn link<'e>(text: &str, pending: &mut VecDeque<Event<'e>>) {
    let mut done = 0;
    for (place, phone) in telephones(text) {
        let piece = |range: Range<usize>| Event::Text(CowStr::from(text[range].to_owned()));
        pending.push_back(piece(done..place.start));
        pending.push_back(Event::InlineHtml(anchor(&phone).into()));
        done = place.end;
    }
    if done > 0 {
        pending.push_back(Event::Text(CowStr::from(text[done..].to_owned())));
    }
}

/// Writes a plain text as HTML, its numbers linked.
pub(super) fn write(text: &str, out: &mut String) {
    let mut done = 0;
    for (place, phone) in telephones(text) {
        out.push_str(&escape(&text[done..place.start]));
        out.push_str(&anchor(&phone));
        done = place.end;
    }
    out.push_str(&escape(&text[done..]));
}

/// The link of a number. The editor's dots and dashes give way to the national form, in which numbers are read aloud.
fn anchor(phone: &Phone) -> String {
    let printed = phone.printed().replace(' ', "\u{202f}");
    format!("<a href=\"{}\">{printed}</a>", phone.link())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        telephones(text).map(|(_, phone)| phone.printed()).collect()
    }

    #[test]
    fn numbers_are_found_however_they_are_written() {
        for written in [
            "01 99 00 00 10",
            "Appelez le 01.99.00.00.10.",
            "(0199000010)",
            "01-99-00-00-10 ou passez",
            "+33 1 99 00 00 10",
            "+33 (0)1 99 00 00 10",
            "au 01\u{202f}99\u{202f}00\u{202f}00\u{202f}10, le matin",
        ] {
            assert_eq!(found(written), ["01 99 00 00 10"], "{written}");
        }
        assert_eq!(
            found("01 99 00 00 10 et 0 800 123 456"),
            ["01 99 00 00 10", "0 800 123 456"]
        );
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for other in [
            "FR76 3000 6000 0112 3456 7890 189",
            "1 84 12 76 451 089 46",
            "le 01 02 2026",
            "0,5 %",
            "réf. 01990000105",
            "01 99 00 00 10 12",
            "https://example.org/0199000010",
            "a0199000010",
            "3939",
        ] {
            assert_eq!(found(other), [""; 0], "{other}");
        }
    }
}
