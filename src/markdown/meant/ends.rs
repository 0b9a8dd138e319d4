//! Lines that end where their editor wanted them to: an address, a price list, days with their hours, each on
//! its own line. Markdown would run them together.
//!
//! A text wrapped by a program is recognised by this: the first word of each line would not have fitted on
//! the line before.

use super::groups::TextGroup;
use super::reading::Reading;
use super::{PassFindings, openings};

/// Programs wrap text at this width or more, in characters.
const NARROWEST: usize = 60;

/// Lines this short are a third of what a program would have put on each.
const SHORT: usize = 40;

pub fn look(reading: &Reading<'_>, found: &mut PassFindings) {
    let groups = reading.groups.iter();
    for group in groups.filter(|group| group.has_lines() && group.lines.len() > 1) {
        if are_meant(reading.source, group) {
            for line in group.lines.iter().zip(&group.lines[1..]) {
                if !line.1.is_broken {
                    let end = line.0.span.end;
                    found.edit(end..end, "\\");
                }
            }
        }
    }
}

fn are_meant(source: &str, group: &TextGroup) -> bool {
    let lines = || {
        group
            .lines
            .iter()
            .map(|line| source[line.span.clone()].trim())
    };
    let length = |line: &str| line.chars().count();
    let longest = lines().map(length).max().unwrap_or_default();
    if longest > NARROWEST {
        return false;
    }
    let mut pairs = lines().zip(lines().skip(1));
    // Slogans: in ordinary text, two consecutive lines hardly ever end like this.
    let is_cry = |line: &str| line.ends_with(['!', '?']);
    // Lines after a colon, shorter than any program makes them.
    let is_announced = lines().next().is_some_and(|first| first.ends_with(':'))
        && group.lines.len() > 2
        && lines().all(|line| length(line) <= SHORT && !openings::goes_on(line));
    let begins_a_line =
        |line| is_announced || begins(line).is_some_and(opens_line) || is_of_an_address(line);
    lines().all(begins_a_line)
        && pairs.all(|(line, next)| {
            let word = next.split_whitespace().next().unwrap_or_default();
            // A blank to fill in ends with dots, and is not a sentence.
            let line = line.trim_end_matches(|c: char| line.ends_with("....") && c == '.');
            (is_cry(line) && is_cry(next) || !line.ends_with(ends_no_line))
                && !has_number(next)
                && (length(line) + 1 + length(word) <= NARROWEST
                    || is_of_an_address(next)
                    || is_bold(line))
        })
}

/// The first character of a line, ignoring the marks around it.
fn begins(line: &str) -> Option<char> {
    line.trim_start_matches(['*', '_', '[', '!']).chars().next()
}

/// Whether a line may begin with this character: a capital, a digit, a sign such as `✓` or `→`; not one that
/// opens a remark or a quotation.
fn opens_line(c: char) -> bool {
    c.is_uppercase()
        || c.is_numeric()
        || !c.is_alphanumeric() && !"([{<«»“”\"'’‘`&\\~^|".contains(c)
}

/// Whether a line belongs to an address although it begins with a small letter: `c/o Maison des
/// associations`, `www.exemple.fr`.
fn is_of_an_address(line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or_default();
    let is_link = ["http://", "https://", "www.", "c/o"]
        .iter()
        .any(|opening| word.starts_with(opening));
    let is_email = word
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    is_link || is_email
}

/// Whether a whole line is bold, like a heading.
fn is_bold(line: &str) -> bool {
    let inside = line.strip_prefix("**");
    let inside = inside.and_then(|line| line.strip_suffix("**"));
    inside.is_some_and(|words| !words.contains("**"))
}

/// Whether a line looks like a numbered item but is not: a date or a year that a line end happens to precede.
fn has_number(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let after = rest.strip_prefix(['.', ')']);
    // `06.99.00.12.34` is a single number.
    rest.len() < line.len()
        && after.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether the end of a line shows that it continues, or that a sentence is over: sentences follow one
/// another.
fn ends_no_line(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '\\' | '(' | '«' | '-' | '>')
}
