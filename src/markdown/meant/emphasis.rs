//! `** gras **`, `**gras :**suite`, and stars that are not emphasis: `12100*02 … 11580*03`, `agent*es`.

use std::collections::BTreeMap;
use std::ops::Range;

use super::groups::{TextGroup, TextGroupKind};
use super::reading::Reading;
use super::{MarkKind, PassFindings};

pub fn look(reading: &Reading<'_>, found: &mut PassFindings) {
    for (span, marks) in &reading.emphases {
        not_meant(reading.source, span, *marks, found);
    }
    for group in &reading.groups {
        for mark in ["**", "__", "~~"] {
            halves(reading.source, group, mark, found);
        }
    }
}

/// Escapes stars between two digits, and others that only look like emphasis.
fn not_meant(source: &str, span: &Range<usize>, marks: usize, found: &mut PassFindings) {
    let (open, close) = (span.start..span.start + marks, span.end - marks..span.end);
    // Where marks overlap in quoted items, the parser's positions are sometimes not those of the marks.
    let is_marks = |span: &Range<usize>| {
        let marks = source.get(span.clone());
        marks.is_some_and(|marks| marks.bytes().all(|byte| byte == b'*'))
    };
    if !is_marks(&open) || !is_marks(&close) || open.end > close.start {
        return;
    }
    let around = |mark: &Range<usize>| {
        let before = source[..mark.start].chars().next_back();
        let after = source[mark.end..].chars().next();
        (before, after)
    };
    let between_digits = |mark: &Range<usize>| {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let (before, after) = around(mark);
        digit(before) && digit(after)
    };
    let mut literal = |mark: &Range<usize>| {
        for at in mark.clone() {
            found.edit(at..at, "\\");
        }
    };
    let (before, first) = around(&open);
    let (last, after) = around(&close);
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let inside = &source[open.end..close.start];
    // « agent*es et usager*es », « agent*e*s »
    let within_words = is_letter(before) && is_letter(first) && is_letter(after);
    let is_inclusive = marks == 1
        && within_words
        && (inside.contains(' ') && is_letter(last) || after == Some('s') && is_ending(inside));
    // « 12 €*, 15 €* »: references to a remark.
    let is_call = before.is_some_and(|c| !c.is_whitespace() && !is_opening(c))
        && first.is_some_and(|c| matches!(c, ',' | ';' | '.' | ':' | ')' | '!' | '?'));
    if is_inclusive || is_call {
        literal(&open);
        literal(&close);
        return;
    }
    for mark in [&open, &close] {
        if between_digits(mark) {
            literal(mark);
        }
    }
}

fn is_opening(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '«' | '“' | '"' | '\'' | '’')
}

/// Endings that French writes between two marks to make a word cover both genders.
fn is_ending(text: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "e", "le", "ne", "te", "se", "ve", "fe", "ère", "rice", "trice", "euse",
    ];
    ENDINGS.contains(&text)
}

/// Pairs unread marks with those that were meant to close them.
fn halves(source: &str, group: &TextGroup, mark: &str, found: &mut PassFindings) {
    let sign = mark.as_bytes()[0];
    let is_two = |at: usize| {
        let run = source[at..]
            .bytes()
            .take(3)
            .take_while(|byte| *byte == sign)
            .count();
        run == 2 && !source.as_bytes()[..at].ends_with(&[sign])
    };
    let places = group.places(source, mark).into_iter();
    // By the span that contains them: a link, an emphasis.
    let mut by_parent: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, parent) in places.filter(|(at, _)| is_two(*at)) {
        by_parent.entry(parent).or_default().push(at);
    }
    for places in by_parent.values() {
        pairs(source, group, mark, places, found);
    }
}

fn pairs(source: &str, group: &TextGroup, mark: &str, places: &[usize], found: &mut PassFindings) {
    let mut rest = places;
    while let Some((&first, others)) = rest.split_first() {
        // « 12 €** et 15 €** »: a mark that can only close opens nothing.
        let before = source[..first].chars().next_back();
        let closes = before.is_some_and(|c| !c.is_whitespace())
            && source[first + 2..].starts_with(char::is_whitespace);
        if closes {
            rest = others;
            continue;
        }
        let Some((&second, others)) = others.split_first() else {
            alone(source, group, mark, first, found);
            break;
        };
        rest = others;
        let content = first + 2..second;
        let words = source[content.clone()].trim();
        let is_blank =
            mark == "__" && words.len() + 2 <= content.len() && words.len() < content.len() - 1;
        if words.contains(char::is_alphanumeric)
            && !is_blank
            && paired(source, group, mark, &content, found)
        {
            continue;
        }
        if mark == "**" {
            found.mark(MarkKind::Strong, first..first + 2);
        }
    }
}

fn alone(source: &str, group: &TextGroup, mark: &str, at: usize, found: &mut PassFindings) {
    let after = source[at + 2..].chars().next();
    let before = source[..at].chars().next_back();
    // « 12 €** » and « ** hors vacances » are a reference and its remark.
    let opens =
        after.is_some_and(char::is_alphanumeric) && before.is_none_or(|c| !c.is_alphanumeric());
    if mark == "**" && opens && group.kind != TextGroupKind::Other {
        found.mark(MarkKind::Strong, at..at + 2);
    }
}

/// Rewrites a pair so that Markdown reads it; returns false if it already does.
fn paired(
    source: &str,
    group: &TextGroup,
    mark: &str,
    content: &Range<usize>,
    found: &mut PassFindings,
) -> bool {
    let inside = &source[content.clone()];
    let words = inside.trim();
    let lead = inside.len() - inside.trim_start().len();
    let trail = inside.len() - inside.trim_end().len();
    let whole = group.span();
    let before = source[whole.start..content.start - 2].chars().next_back();
    let after = source[content.end + 2..whole.end.max(content.end + 2)]
        .chars()
        .next();
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_joined = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
    let (first, last) = (words.chars().next(), words.chars().next_back());
    // Markdown reads a mark between a letter and a sign only with a space on one side.
    let gap_before = lead > 0 && is_joined(before) && !before.is_some_and(is_opening)
        || is_word(before) && !is_word(first);
    let gap_after = trail > 0 && is_word(after) || is_word(after) && !is_word(last);
    let open = if gap_before {
        format!(" {mark}")
    } else {
        mark.to_owned()
    };
    let close = if gap_after {
        format!("{mark} ")
    } else {
        mark.to_owned()
    };
    let (from, to) = (content.start - 2, content.start + lead);
    let is_changed = source[from..to] != open;
    if is_changed {
        found.edit(from..to, open);
    }
    let (from, to) = (content.end - trail, content.end + 2);
    let is_closed = source[from..to] != close;
    if is_closed {
        found.edit(from..to, close);
    }
    is_changed || is_closed
}
