//! Lines that Markdown joins to the text before them or takes for items, but that are neither: pointers (`→
//! Voir la mairie`), starred remarks below a text or a table (`* : sauf le mercredi`), added amounts (`+ 40 €
//! par enfant`), the two dashes above an e-mail signature, three stars used as a rule.

use super::PassFindings;
use super::groups::{TextGroup, TextGroupKind};
use super::reading::Reading;

pub fn look(reading: &Reading<'_>, found: &mut PassFindings) {
    let source = reading.source;
    stars(reading, found);
    let mut is_called = false;
    for group in &reading.groups {
        if group.has_lines() {
            for (before, line) in group.lines.iter().zip(group.lines.iter().skip(1)) {
                let text = &source[line.span.clone()];
                let stands_alone = is_pointer(text) || is_remark(text);
                if line.is_typed && !line.is_broken && stands_alone {
                    found.edit(before.span.end..before.span.end, "\\");
                }
            }
            remark(source, group, is_called, found);
            addition(source, group, found);
            signature(source, group, found);
        }
        is_called |= has_call(source, group);
    }
}

/// `→ Voir la mairie`
fn is_pointer(line: &str) -> bool {
    let arrows = ["→", "➔", "➜", "➡", "⇒", "==>", "=>", "->"];
    let rest = arrows.iter().find_map(|arrow| line.strip_prefix(arrow));
    rest.is_some_and(|rest| rest.starts_with([' ', '\t', '\u{a0}', '\u{fe0f}']))
}

/// `** : sur rendez-vous`
fn is_remark(line: &str) -> bool {
    let rest = line.trim_start_matches('*');
    (1..=3).contains(&(line.len() - rest.len())) && opens_with_colon(rest)
}

fn opens_with_colon(text: &str) -> bool {
    let words = text.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    words
        .strip_prefix(':')
        .is_some_and(|rest| rest.starts_with([' ', '\u{a0}']))
}

/// `* : sauf le mercredi`, and `* Sauf le mercredi` where a word above has a star: not an item, though it
/// looks like one.
fn remark(source: &str, group: &TextGroup, is_called: bool, found: &mut PassFindings) {
    let Some(line) = group.lines.first().filter(|line| line.is_typed) else {
        return;
    };
    let start = source[..line.span.start]
        .rfind('\n')
        .map_or(0, |newline| newline + 1);
    if source[start..line.span.start].trim_end() != "*" {
        return;
    }
    let is_item = |line: &str| line.trim_start().starts_with(['*', '-', '+', '•']);
    let before = source[..start].lines().next_back().unwrap_or_default();
    let last_words = source[..start].trim_end().lines().next_back();
    let is_alone = !last_words.is_some_and(is_item)
        && !source[group.span().end..]
            .trim_start()
            .lines()
            .next()
            .is_some_and(is_item);
    if opens_with_colon(&source[line.span.clone()])
        || is_called && is_alone && group.kind == TextGroupKind::Item
    {
        // Below a table it would become a row.
        let gap = if before.trim().is_empty() { "" } else { "\n" };
        found.edit(start..start, format!("{gap}\\"));
    }
}

/// `+ 40 € par enfant`: an amount, whose sign Markdown would take for a bullet.
fn addition(source: &str, group: &TextGroup, found: &mut PassFindings) {
    let Some(line) = group.lines.first().filter(|line| line.is_typed) else {
        return;
    };
    let start = source[..line.span.start]
        .rfind('\n')
        .map_or(0, |newline| newline + 1);
    let before = source[start..line.span.start].trim_end();
    let text = &source[line.span.clone()];
    // Alone, or after the number or bullet of an item: « 1. + 10 % pour tous ».
    let is_mark = before.strip_suffix('+').is_some_and(|mark| {
        let mark = mark.trim();
        mark.len() < 4 && (mark.is_empty() || mark.ends_with(['.', ')', '-', '*', '>']))
    });
    let is_sum = text.starts_with(|c: char| c.is_ascii_digit()) && text.contains(['€', '%']);
    if group.kind == TextGroupKind::Item && is_mark && is_sum {
        let at = start + before.len() - 1;
        found.edit(at..at, "\\");
    }
}

/// The two dashes that separate an e-mail from its signature.
fn signature(source: &str, group: &TextGroup, found: &mut PassFindings) {
    if let [line, _, ..] = &group.lines[..]
        && source[line.span.clone()].trim() == "--"
    {
        found.edit(line.span.clone(), "");
    }
}

/// Three stars, on one line or as a triangle, are a rule; Markdown reads empty items.
fn stars(reading: &Reading<'_>, found: &mut PassFindings) {
    for span in &reading.bullets {
        let list = reading.source[span.clone()].trim_end();
        let is_drawn = list.contains('\n')
            && list.matches('*').count() == 3
            && list.chars().all(|c| c == '*' || c.is_whitespace());
        if is_drawn {
            found.edit(span.start..span.start + list.len(), "* * *");
        }
    }
}

/// Whether a word of the text ends with a star, as words do that have a remark below.
fn has_call(source: &str, group: &TextGroup) -> bool {
    let places = group.places(source, "*").into_iter();
    places.into_iter().any(|(at, _)| {
        let before = source[..at].chars().next_back();
        let after = source[at + 1..].chars().next();
        before.is_some_and(|c| c.is_alphanumeric() || matches!(c, ')' | '€' | '%'))
            && after.is_none_or(|c| c.is_whitespace() || matches!(c, '|' | ')' | ',' | '.' | ';'))
    })
}
