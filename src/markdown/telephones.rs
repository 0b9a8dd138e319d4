//! Turns telephone numbers in running text into links, so that a tap dials them, and finds them for checks.

use std::collections::VecDeque;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event};

use super::html::escape;
use crate::model::values::Phone;

/// The numbers of ten digits, and those with a calling code (`+32`, `0033`), in a text, each with its
/// position. Short numbers look too much like other numbers to be recognised.
pub fn telephones(text: &str) -> impl Iterator<Item = (Range<usize>, Phone)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + memchr::memchr2(b'0', b'+', &text.as_bytes()[from..])?;
            from = start + 1;
            if begins_here(&text[..start])
                && let Some(length) = length(&text[start..])
                && let Some(phone) = Phone::parse(&text[start..start + length])
            {
                from = start + length;
                return Some((start..from, phone));
            }
        }
    })
}

const fn is_separator(c: char) -> bool {
    matches!(c, ' ' | '.' | '-' | '\u{a0}' | '\u{202f}')
}

/// Whether a number may begin after this character: not inside a word, an address or a longer number such as
/// an IBAN.
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

/// The bytes of the number at the start of a text: digits with at most one separator between any two.
fn length(text: &str) -> Option<usize> {
    const LONGEST: usize = 18;
    let national = text.strip_prefix('0').filter(|rest| !rest.starts_with('0'));
    let after = match national {
        Some(_) => text,
        // Of the numbers that begin with two zeros, only those of France are certain to be telephone numbers.
        None => text.strip_prefix('+').or_else(|| {
            text.strip_prefix("00")
                .filter(|rest| rest.starts_with("33"))
        })?,
    };
    let mut groups: Vec<usize> = vec![0];
    let mut end = 0;
    let mut at = 0;
    while let Some(c) = after[at..].chars().next() {
        if c.is_ascii_digit() {
            at += 1;
            end = at;
            *groups.last_mut()? += 1;
        } else if let Some(rest) = after[at..].strip_prefix("(0)")
            && national.is_none()
        {
            at = after.len() - rest.len();
        } else if is_separator(c) && (end == at || after[..at].ends_with(')')) && at > 0 {
            at += c.len_utf8();
            groups.push(0);
        } else {
            break;
        }
        if groups.iter().sum::<usize>() > LONGEST {
            return None;
        }
    }
    let digits: usize = groups.iter().sum();
    // A date and an hour have ten digits too.
    let is_date = matches!(groups.as_slice(), [2, 2, 4, ..]);
    let is_sound = national.is_none() || (digits == 10 && !is_date);
    let end = text.len() - after.len() + end;
    (is_sound && ends_here(&text[end..])).then_some(end)
}

/// Whether a number may end before this character: not inside a word, nor before the sign of an amount or a
/// percentage.
fn ends_here(after: &str) -> bool {
    let is_amount = after
        .trim_start_matches(is_separator)
        .starts_with(['€', '%']);
    let next = after.chars().next();
    !is_amount && !next.is_some_and(|c| c.is_alphanumeric() || c == '@')
}

/// Queues the text with its numbers linked; queues nothing if it has none.
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

/// Writes a plain text as HTML, with its numbers linked.
pub(super) fn write(text: &str, out: &mut String) {
    let mut done = 0;
    for (place, phone) in telephones(text) {
        out.push_str(&escape(&text[done..place.start]));
        out.push_str(&anchor(&phone));
        done = place.end;
    }
    out.push_str(&escape(&text[done..]));
}

/// The link for a number. The national form, in which numbers are read aloud, replaces the editor's dots and
/// dashes.
fn anchor(phone: &Phone) -> String {
    format!("<a href=\"{}\">{}</a>", phone.link(), phone.typeset())
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
        for (written, printed) in [
            ("au 0262 90 00 00.", "0262 90 00 00"),
            ("+262 262 90 00 00", "0262 90 00 00"),
            ("0033 1 99 00 00 10", "01 99 00 00 10"),
            ("(+32 2 123 45 67)", "+32 2 123 45 67"),
            ("+44 (0)20 7946 0958, de 9 h à 12 h", "+44 20 7946 0958"),
        ] {
            assert_eq!(found(written), [printed], "{written}");
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
            "le 01-02-2026 10:30",
            "le 01.02.2026 10 h 30",
            "+20 12 345 678 €",
            "00 12 34 56 78 90",
            "+99 12 34 56 78",
        ] {
            assert_eq!(found(other), [""; 0], "{other}");
        }
    }
}
