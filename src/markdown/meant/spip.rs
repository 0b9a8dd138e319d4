//! The shortcuts of SPIP: `{{{intertitre}}}`, `{{gras}}`, `{italique}`, `[texte->adresse]`, `[[note]]`, `-*`
//! and `-#`, `_ line`, `<doc12|left>`, `[?word]`, `[anchor<-]`.

use std::ops::Range;

use super::links::is_address;
use super::reading::Reading;
use super::{MarkKind, PassFindings, near};
use crate::diagnostics::Edit;

pub fn look(reading: &Reading<'_>, found: &mut PassFindings) {
    let source = reading.source;
    let is_spip = ["{{{", "->", "-*", "[[", "|left>", "|center>", "|right>"];
    let has = |mark: &str| memchr::memmem::find(source.as_bytes(), mark.as_bytes()).is_some();
    let others = ["{{", "|", "-#", "_ ", "[?", "<-]"];
    let has_document = || DOCUMENTS.iter().any(|kind| has(&format!("<{kind}")));
    if !is_spip.into_iter().chain(others).any(has) && !has_document() {
        return;
    }
    // A single brace belongs to SPIP only if other marks of SPIP are present.
    let is_sure = has("{{{")
        || has("->http")
        || has("\n-* ")
        || source.starts_with("-* ")
        || has("|left>")
        || has("|center>")
        || has("|right>");
    let mut notes = InlineNotes {
        before: source.matches("[^spip-").count(),
        texts: Vec::new(),
    };
    let struck = reading.emphases.iter().filter(|_| is_sure);
    for (span, marks) in
        struck.filter(|(span, marks)| *marks == 1 && source[span.clone()].starts_with('~'))
    {
        tie(source, span.start, found);
        tie(source, span.end - marks, found);
    }
    for group in &reading.groups {
        for run in group.runs(source) {
            braces(reading, &run, is_sure, found);
            links(source, &run, found);
            documents(source, &run, found);
            shortcuts(source, &run, found);
            bracketed(source, &run, is_sure, &mut notes, found);
            if is_sure {
                ties(source, &run, found);
            }
            if group.has_lines() {
                line_ends(source, &run, found);
                items(source, &run, group.depth, found);
            }
        }
    }
    if !notes.texts.is_empty() {
        found.edit(source.len()..source.len(), notes.texts.concat());
    }
}

/// Inline footnotes.
struct InlineNotes {
    /// At least as many as an earlier pass has found.
    before: usize,
    texts: Vec<String>,
}

/// Headings, bold and italic text.
fn braces(reading: &Reading<'_>, run: &Range<usize>, is_sure: bool, found: &mut PassFindings) {
    let source = reading.source;
    let text = &source[run.clone()];
    let mut at = 0;
    while let Some(open) = text[at..].find('{').map(|open| at + open) {
        let marks = text[open..]
            .bytes()
            .take_while(|byte| *byte == b'{')
            .count();
        at = open + marks;
        if marks > 3 {
            continue;
        }
        let close = "}".repeat(marks);
        let Some(end) = near(&text[at..]).find(&close).map(|end| at + end) else {
            if marks > 1 {
                let open = run.start + open;
                found.mark(MarkKind::Spip, open..open + marks);
            }
            continue;
        };
        let words = &text[at..end];
        let span = run.start + open..run.start + end + marks;
        if words.trim().is_empty()
            || words.contains(['{', '}'])
            || marks != 2 && words.contains('\n')
        {
            continue;
        }
        let starts_line = source[..span.start]
            .trim_end_matches([' ', '\t'])
            .ends_with('\n')
            || span.start <= reading.text.start;
        let ends_line = source[span.end..]
            .trim_start_matches([' ', '\t', '\r'])
            .starts_with('\n')
            || span.end >= reading.text.end;
        let (before, after) = match marks {
            3 if starts_line && ends_line => ("## ", ""),
            3 => ("**", "**"),
            2 if !is_template(words) => ("**", "**"),
            1 if is_sure && words.trim() == words && words.contains(char::is_alphabetic) => {
                ("*", "*")
            }
            _ => continue,
        };
        let lead = words.len() - words.trim_start().len();
        let trail = words.len() - words.trim_end().len();
        found.edit(span.start..run.start + at + lead, before);
        found.edit(run.start + end - trail..span.end, after);
        at = end + marks;
    }
}

/// Whether the words between two pairs of braces are a template variable or command: `{{ page.title }}`, `{{<
/// figure >}}`.
pub fn is_template(words: &str) -> bool {
    let words = words.trim();
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    words.starts_with(['<', '%', '#', '/', '>', '&', '^', '!'])
        || words.contains(['|', '"', '=', '(', '$'])
        || words.contains(['.', '_']) && words.chars().all(is_name)
}

/// `[texte->https://…]`
fn links(source: &str, run: &Range<usize>, found: &mut PassFindings) {
    let text = &source[run.clone()];
    let mut done = 0;
    for (arrow, _) in text.match_indices("->") {
        // Within an address that has already been read.
        if arrow < done {
            continue;
        }
        let before = std::mem::replace(&mut done, arrow);
        let (Some(open), Some(close)) = (
            text[before..arrow].rfind('[').map(|at| at + before),
            near(&text[arrow..]).find(']').map(|at| at + arrow),
        ) else {
            continue;
        };
        let (words, address) = (&text[open + 1..arrow], &text[arrow + 2..close]);
        if words.contains(['[', ']']) || address.contains(['[', '\n']) {
            continue;
        }
        done = close;
        let at = |place: usize| run.start + place;
        let whole = at(open)..at(close + 1);
        if source[..whole.start].ends_with('\\') {
            continue;
        }
        if !is_address(address) {
            // Its number in the database of another site.
            if address.chars().all(|c| c.is_ascii_alphanumeric()) && !address.is_empty() {
                found.mark(MarkKind::Spip, whole);
            }
            continue;
        }
        let address = address.trim();
        if words.trim().is_empty() {
            found.edit(whole, format!("<{address}>"));
            continue;
        }
        let angle = address.contains([' ', '(', ')']);
        let start = arrow + 2 + text[arrow + 2..close].find(address).unwrap_or_default();
        found.edit(at(arrow)..at(start), if angle { "](<" } else { "](" });
        found.edit(
            at(start + address.len())..at(close + 1),
            if angle { ">)" } else { ")" },
        );
    }
}

/// What SPIP shows in place of `<doc12|left>` and `<emb5>`.
const DOCUMENTS: &[&str] = &[
    "doc",
    "img",
    "emb",
    "image",
    "video",
    "audio",
    "album",
    "article",
    "form",
    "formulaire",
];

/// `[?Conseil municipal]`, a word of SPIP's glossary, which is kept as a word; `[plan<-]`, an anchor.
fn shortcuts(source: &str, run: &Range<usize>, found: &mut PassFindings) {
    let text = &source[run.clone()];
    let mut done = 0;
    for (open, _) in text.match_indices('[') {
        let Some(close) = near(&text[open..]).find(']').map(|at| at + open) else {
            continue;
        };
        let words = &text[open + 1..close];
        if open < done || words.contains('[') || source[..run.start + open].ends_with('\\') {
            continue;
        }
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '#');
        let meant = match (words.strip_prefix('?'), words.strip_suffix("<-")) {
            (Some(word), _) if word.starts_with(char::is_alphanumeric) => {
                word.split(['|', '#']).next().unwrap_or(word)
            }
            (_, Some(name)) if !name.is_empty() && name.chars().all(is_name) => "",
            _ => continue,
        };
        done = close;
        let span = run.start + open..run.start + close + 1;
        // The space before what is removed is removed too.
        let gap = usize::from(meant.is_empty() && source[..span.start].ends_with(' '));
        let fix = Edit {
            span: span.start - gap..span.end,
            text: meant.to_owned(),
        };
        found.mark_with_fix(MarkKind::Spip, span, fix);
    }
}

/// `~`, a no-break space.
fn ties(source: &str, run: &Range<usize>, found: &mut PassFindings) {
    for (at, _) in source[run.clone()].match_indices('~') {
        tie(source, run.start + at, found);
    }
}

fn tie(source: &str, at: usize, found: &mut PassFindings) {
    let (before, after) = (&source[..at], &source[at + 1..]);
    // No address is longer.
    let near = &before[source.floor_char_boundary(at.saturating_sub(super::FARTHEST))..];
    let word = near.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_address = word.contains(['/', '@']) || before.ends_with('\\');
    if is_address || before.ends_with('~') || after.starts_with('~') {
        return;
    }
    // Beside a space it adds nothing.
    let is_beside = before.ends_with([' ', '\n']) || after.starts_with([' ', '\n']);
    found.edit(at..at + 1, if is_beside { "" } else { "\u{a0}" });
}

/// `_ ` at the start of a line: it stays a line of its own.
fn line_ends(source: &str, run: &Range<usize>, found: &mut PassFindings) {
    let text = &source[run.clone()];
    for (at, _) in text.match_indices("_ ") {
        let start = run.start + at;
        let before = source[..start].trim_end_matches([' ', '\t']);
        let Some(lines) = before.strip_suffix('\n') else {
            continue;
        };
        // After the text of the previous line, which may already end with spaces.
        let end = lines.trim_end_matches([' ', '\t', '\\']).len();
        let is_first = lines.trim_end_matches([' ', '\t']).ends_with('\n') || end == 0;
        let words = start + text[at + 1..].len() - text[at + 1..].trim_start_matches(' ').len() + 1;
        match is_first {
            true => found.edit(start..words, ""),
            false => found.edit(end..words, "\\\n"),
        }
    }
}

/// `<doc12|left>`, `<emb5>`
fn documents(source: &str, run: &Range<usize>, found: &mut PassFindings) {
    let text = &source[run.clone()];
    for (open, _) in text.match_indices('<') {
        let rest = &text[open + 1..];
        let Some(close) = near(rest).find('>') else {
            continue;
        };
        let words = &rest[..close];
        let name = words.split_once('|').map_or(words, |(name, _)| name);
        let kind = name.trim_end_matches(|c: char| c.is_ascii_digit());
        if DOCUMENTS.contains(&kind) && kind.len() < name.len() {
            let start = run.start + open;
            found.mark(MarkKind::Spip, start..start + close + 2);
        }
    }
}

/// `[[note]]`
fn bracketed(
    source: &str,
    run: &Range<usize>,
    is_sure: bool,
    notes: &mut InlineNotes,
    found: &mut PassFindings,
) {
    let text = &source[run.clone()];
    let mut done = 0;
    for (open, _) in text.match_indices("[[") {
        if open < done {
            continue;
        }
        let Some(close) = near(&text[open..]).find("]]").map(|at| at + open) else {
            continue;
        };
        let words = &text[open + 2..close];
        let span = run.start + open..run.start + close + 2;
        done = close;
        if words.contains("[[") || words.trim().is_empty() || words.contains("->") {
            continue;
        }
        if !is_sure || words.contains("\n") {
            found.mark(MarkKind::Spip, span);
            continue;
        }
        let number = notes.before + notes.texts.len() + 1;
        let gap = if notes.texts.is_empty() { "\n" } else { "" };
        let note = format!("{gap}\n[^spip-{number}]: {}\n", words.trim());
        notes.texts.push(note);
        // The reference follows the word before it; a space after a bullet belongs to the bullet.
        let before = source[..span.start].trim_end_matches(' ');
        let is_word = |c: char| c.is_alphanumeric() || ".,;:!?…)»”’".contains(c);
        let space = match before.ends_with(is_word) {
            true => span.start - before.len(),
            false => 0,
        };
        found.edit(span.start - space..span.end, format!("[^spip-{number}]"));
    }
}

/// `-*` and `-#` at the start of a line, or several in a row on one line.
fn items(source: &str, run: &Range<usize>, depth: usize, found: &mut PassFindings) {
    let text = &source[run.clone()];
    for (at, _) in text.match_indices('-') {
        let rest = &text[at + 1..];
        let (sign, mark) = match rest.bytes().next() {
            Some(b'*') => ('*', "- "),
            Some(b'#') => ('#', "1. "),
            _ => continue,
        };
        let level = rest.len() - rest.trim_start_matches(sign).len();
        let words = &rest[level..];
        if !words.starts_with([' ', '\u{a0}']) || level > 6 {
            continue;
        }
        let before = &text[..at];
        let starts_line = before.is_empty() && is_line_start(source, run.start)
            || before.trim_end_matches([' ', '>', '\t']).ends_with('\n');
        let is_within = before.ends_with(' ') && !starts_line;
        if !starts_line && !is_within || depth > 1 && is_within {
            continue;
        }
        let indent = " ".repeat((level - 1) * mark.len());
        let space = words.len() - words.trim_start().len();
        let (from, to) = (run.start + at, run.start + at + 1 + level + space);
        match is_within {
            true => {
                let from = from - (before.len() - before.trim_end_matches(' ').len());
                found.edit(from..to, format!("\n{indent}{mark}"));
            }
            false => found.edit(from..to, format!("{indent}{mark}")),
        }
    }
}

fn is_line_start(source: &str, at: usize) -> bool {
    let before = source[..at].trim_end_matches([' ', '>', '\t']);
    before.is_empty() || before.ends_with('\n')
}
