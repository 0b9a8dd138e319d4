//! Links written almost as Markdown reads them: `(texte)[adresse]`, `[texte][adresse]`, `<https://a.fr/b c>`.

use std::ops::Range;

use super::reading::Reading;
use super::{FARTHEST, PassFindings, near};
use crate::files::names_file;
use crate::percent::{BLANK, encode_only};

/// Whether a text is an address rather than a remark.
pub fn is_address(text: &str) -> bool {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let path = lower.split(['#', '?']).next().unwrap_or_default();
    let schemes = [
        "https://",
        "http://",
        "www.",
        "mailto:",
        "tel:",
        "glossary:",
        "glossaire:",
        "organization:",
    ];
    schemes.iter().any(|scheme| lower.starts_with(scheme))
        || names_file(path)
        || text.starts_with('#') && text.len() > 1 && !text.contains(' ')
        || text.starts_with(['/', '.']) && text.len() > 2 && !text.contains(' ')
}

pub fn look(reading: &Reading<'_>, found: &mut PassFindings) {
    let source = reading.source;
    for group in &reading.groups {
        for run in group.runs(source) {
            reversed(source, &run, found);
            squared(source, &run, found);
            angled(source, &run, found);
        }
    }
    if !reading.calls.is_empty() {
        noted(reading, found);
        noted_in_html(reading, found);
    }
}

fn is_escaped(source: &str, at: usize) -> bool {
    source[..at].ends_with('\\')
}

/// `(texte)[adresse]`
fn reversed(source: &str, run: &Range<usize>, found: &mut PassFindings) {
    let text = &source[run.clone()];
    let mut done = 0;
    for (middle, _) in text.match_indices(")[") {
        if middle < done {
            continue;
        }
        let before = std::mem::replace(&mut done, middle + 2);
        let Some(open) = text[before..middle].rfind('(').map(|at| at + before) else {
            continue;
        };
        let Some(close) = near(&text[middle..]).find(']').map(|at| at + middle) else {
            continue;
        };
        let (words, address) = (&text[open + 1..middle], &text[middle + 2..close]);
        if words.trim().is_empty()
            || !is_address(address)
            || address.contains('\n')
            || is_escaped(source, run.start + open)
        {
            continue;
        }
        let at = |place: usize| run.start + place;
        found.edit(at(open)..at(open + 1), "[");
        let angle = address.contains([' ', '(', ')']);
        found.edit(at(middle)..at(middle + 2), if angle { "](<" } else { "](" });
        found.edit(at(close)..at(close + 1), if angle { ">)" } else { ")" });
        done = close;
    }
}

/// `[texte][adresse]`
fn squared(source: &str, run: &Range<usize>, found: &mut PassFindings) {
    let text = &source[run.clone()];
    let mut done = 0;
    for (middle, _) in text.match_indices("][") {
        if middle < done {
            continue;
        }
        let before = std::mem::replace(&mut done, middle + 1);
        let Some(open) = text[before..middle].rfind('[').map(|at| at + before) else {
            continue;
        };
        let rest = near(&text[middle + 2..]);
        let Some(close) = rest.find(']').map(|at| at + middle + 2) else {
            continue;
        };
        let address = &text[middle + 2..close];
        let at = |place: usize| run.start + place;
        let is_link = is_address(address)
            && !address.contains(['"', '«', '<', '>', '(', ')', '[', ' ', '\n']);
        if !is_link
            || text[open + 1..middle].trim().is_empty()
            || is_escaped(source, at(open))
            || is_escaped(source, at(middle))
        {
            continue;
        }
        found.edit(at(middle + 1)..at(middle + 2), "(");
        found.edit(at(close)..at(close + 1), ")");
        done = close;
    }
}

/// `[texte[^1]](adresse)`: Markdown reads no link around a footnote reference, so the reference moves after
/// it.
fn noted(reading: &Reading<'_>, found: &mut PassFindings) {
    // Looks for brackets outside those of the references.
    let mut source = reading.source.to_owned();
    for (_, call) in &reading.calls {
        source.replace_range(call.clone(), &"x".repeat(call.len()));
    }
    for (_, call) in &reading.calls {
        let start = source.floor_char_boundary(call.start.saturating_sub(FARTHEST));
        let open = source[start..call.start].rfind(['[', ']']);
        let Some(open) = open.map(|at| start + at) else {
            continue;
        };
        let rest = near(&source[call.end..]);
        let Some(close) = rest.find(['[', ']']) else {
            continue;
        };
        let Some(end) = rest[close..].find(')').map(|at| close + at) else {
            continue;
        };
        let is_link = source[open..].starts_with('[')
            && rest[close..].starts_with("](")
            && !is_escaped(&source, open)
            && is_address(rest[close + 2..end].trim_matches(['<', '>']))
            && !source[open..call.end + end].contains("\n\n");
        if is_link {
            moved(reading.source, call, call.end + end + 1, found);
        }
    }
}

/// `<a href="…">texte[^1]</a>`: likewise.
fn noted_in_html(reading: &Reading<'_>, found: &mut PassFindings) {
    let mut calls = reading.calls.iter().peekable();
    let mut open = None;
    for tag in &reading.inline_html {
        let html = reading.source[tag.clone()].to_ascii_lowercase();
        if html.starts_with("<a ") {
            open = Some(tag.end);
        } else if html.starts_with("</a") {
            let Some(open) = open.take() else { continue };
            let is_link = !reading.source[open..tag.start].contains("\n\n");
            while let Some((_, call)) = calls.next_if(|(_, call)| call.start < tag.start) {
                if call.start >= open && is_link {
                    moved(reading.source, call, tag.end, found);
                }
            }
        }
    }
}

/// Moves a footnote reference elsewhere.
fn moved(source: &str, call: &Range<usize>, to: usize, found: &mut PassFindings) {
    found.edit(call.clone(), "");
    found.edit(to..to, &source[call.clone()]);
}

/// `<https://a.fr/b c>` and `<www.a.fr>`
fn angled(source: &str, run: &Range<usize>, found: &mut PassFindings) {
    let text = &source[run.clone()];
    for (open, _) in text.match_indices('<') {
        let rest = &text[open + 1..];
        let Some(close) = near(rest).find('>') else {
            continue;
        };
        let address = &rest[..close];
        let lower = address.to_ascii_lowercase();
        let at = run.start + open;
        if address.contains(['<', '\n', '"']) || is_escaped(source, at) {
            continue;
        }
        if lower.starts_with("https://") || lower.starts_with("http://") {
            for (space, _) in address.match_indices(' ') {
                let space = at + 1 + space;
                found.edit(space..space + 1, encode_only(" ", BLANK));
            }
        } else if lower.starts_with("www.") && !address.contains(' ') {
            found.edit(at..at + 1, "");
            found.edit(at + 1 + close..at + 2 + close, "");
        }
    }
}
