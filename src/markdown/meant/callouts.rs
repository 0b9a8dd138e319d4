//! `> [!ATTENTION]`: a callout by its French name, or with its text on the same line.

use super::PassFindings;
use super::groups::TextGroupKind;
use super::reading::Reading;
use crate::spelling;

/// What editors call a callout, and its name in Markdown.
const NAMES: &[(&str, &str)] = &[
    ("note", "NOTE"),
    ("à noter", "NOTE"),
    ("info", "NOTE"),
    ("information", "NOTE"),
    ("remarque", "NOTE"),
    ("tip", "TIP"),
    ("à savoir", "TIP"),
    ("astuce", "TIP"),
    ("bon à savoir", "TIP"),
    ("conseil", "TIP"),
    ("important", "IMPORTANT"),
    ("essentiel", "IMPORTANT"),
    ("rappel", "IMPORTANT"),
    ("warning", "WARNING"),
    ("attention", "WARNING"),
    ("avertissement", "WARNING"),
    ("vigilance", "WARNING"),
    ("caution", "CAUTION"),
    ("alerte", "CAUTION"),
    ("danger", "CAUTION"),
    ("urgent", "CAUTION"),
];

/// Longer than any name, in bytes.
const LONGEST: usize = 40;

pub fn look(reading: &Reading<'_>, found: &mut PassFindings) {
    let source = reading.source;
    for group in &reading.groups {
        let Some(line) = group.lines.first().filter(|line| line.is_typed) else {
            continue;
        };
        let span = line.span.clone();
        if group.kind != TextGroupKind::Paragraph || !opens_quotation(source, span.start) {
            continue;
        }
        let Some((name, words)) = called(&source[span.clone()]) else {
            continue;
        };
        let words = span.start + words;
        let line_start = source[..span.start].rfind('\n').map_or(0, |at| at + 1);
        let margin = &source[line_start..span.start];
        let is_alone = words == span.end;
        let next = if is_alone {
            String::new()
        } else {
            format!("\n{margin}")
        };
        found.edit(span.start..words, format!("[!{name}]{next}"));
    }
}

/// The name that Markdown reads of a callout, and where its text begins.
fn called(line: &str) -> Option<(&'static str, usize)> {
    let inner = line.strip_prefix("[!")?;
    let end = inner.get(..inner.floor_char_boundary(LONGEST))?.find(']')?;
    let name = spelling::find(NAMES, &inner[..end])?;
    let rest = &inner[end + 1..];
    // Other programs write a sign here for one that is folded.
    let rest = rest.strip_prefix(['+', '-']).unwrap_or(rest);
    let words = rest.trim_start_matches([' ', '\t', '\u{a0}', '\u{202f}']);
    let words = match words.strip_prefix(':') {
        Some(words) => words.trim_start(),
        None => words,
    };
    Some((name, line.len() - words.len()))
}

/// Whether a text is the first in its quotation.
fn opens_quotation(source: &str, start: usize) -> bool {
    let (before, margin) = match source[..start].rfind('\n') {
        Some(at) => (&source[..at], &source[at + 1..start]),
        None => ("", &source[..start]),
    };
    let depth = |line: &str| line.bytes().filter(|byte| *byte == b'>').count();
    let is_quoted = margin.trim_end().ends_with('>');
    let above = before.rsplit('\n').next().unwrap_or_default();
    let above = &above[..above.len() - above.trim_start_matches([' ', '>']).len()];
    is_quoted && depth(above) < depth(margin)
}
