//! Text indented by four spaces or a tab, as copied from word processors: prose, not the code that Markdown
//! takes it for.

use std::ops::Range;

use super::PassFindings;
use super::reading::Reading;

pub fn look(reading: &Reading<'_>, found: &mut PassFindings) {
    for lines in &reading.indented {
        let text = |line: &Range<usize>| &reading.source[line.clone()];
        let written: Vec<&Range<usize>> = lines
            .iter()
            .filter(|line| !text(line).trim().is_empty())
            .collect();
        let is_prose = written.iter().any(|line| says(text(line)))
            && !written.iter().any(|line| is_code(text(line)));
        if !is_prose {
            continue;
        }
        let head = leads_columns(reading.source, &written);
        for (at, line) in written.iter().enumerate() {
            if head {
                found.edit(
                    line_start(reading.source, line.start)..line.start,
                    "\u{a0}\t",
                );
                continue;
            }
            outdent(reading.source, line.start, found);
            // Short lines one below another, such as those of an address, stay on lines of their own.
            let next = written.get(at + 1);
            let follows = next.is_some_and(|next| {
                reading.source[line.start..next.start].matches('\n').count() == 1
            });
            if follows
                && is_short(text(line))
                && !opens_block(text(line))
                && next.is_some_and(|next| !opens_block(text(next)))
            {
                let end = line.start + text(line).trim_end().len();
                found.edit(end..end, "\\");
            }
        }
    }
}

fn line_start(source: &str, at: usize) -> usize {
    source[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// Whether a tab before these lines separates an empty first cell from the others: the rows below have as
/// many tabs.
fn leads_columns(source: &str, lines: &[&Range<usize>]) -> bool {
    let tabs = |line: &str| line.trim_matches([' ', '\r']).matches('\t').count();
    let Some(last) = lines.last() else {
        return false;
    };
    let mut rest = source[last.start..].split('\n').skip(1);
    let below = rest.next().unwrap_or_default();
    let is_row = |line: &&Range<usize>| {
        let start = line_start(source, line.start);
        let whole = source[start..].split('\n').next().unwrap_or_default();
        whole.starts_with('\t') && tabs(whole) > 1 && tabs(whole) == tabs(below)
    };
    !below.starts_with([' ', '\t']) && lines.iter().all(is_row)
}

/// Lines that end on purpose are shorter than those of a text wrapped at a margin.
fn is_short(line: &str) -> bool {
    const MARGIN: usize = 60;
    line.trim().chars().count() < MARGIN
}

/// Whether a line starts a list, a table or a heading of its own.
fn opens_block(line: &str) -> bool {
    line.trim_start()
        .starts_with(['-', '*', '+', '|', '#', '>', '•', '·', '–', '☐', '['])
        || line.contains('\t')
        || super::columns::has_gap(line)
        || line.trim_start().starts_with(|c: char| c.is_ascii_digit()) && line.contains(['.', ')'])
}

/// Whether a line is natural language: a sentence, a name, an item.
fn says(line: &str) -> bool {
    let line = line.trim();
    let words = line.split_whitespace().filter(|word| {
        word.chars()
            .all(|c| c.is_alphabetic() || matches!(c, '’' | '\'' | ',' | '.' | '-'))
    });
    let opens = line
        .trim_start_matches(|c: char| !c.is_alphabetic())
        .starts_with(char::is_uppercase);
    let is_foreign = line.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    let ends = line.ends_with(['.', '!', '?', ':', ';', ',', '…']);
    let count = words.count();
    count >= 4 || count >= 1 && (opens || is_foreign || ends)
}

/// Whether a line has what program code has and sentences do not.
fn is_code(line: &str) -> bool {
    const SIGNS: &[&str] = &[
        "{", "}", "()", "</", "/>", "=\"", "==", "=>", "::", "&&", "||", "$", "\\", "--", "#!",
        "./",
    ];
    let line = line.trim();
    SIGNS.iter().any(|sign| line.contains(sign))
        || line.starts_with('<') && line.ends_with('>')
        || line.ends_with(';') && line.contains(['(', '='])
}

/// Removes the indent that makes a line code, and keeps that of its list.
fn outdent(source: &str, at: usize, found: &mut PassFindings) {
    const TAB: usize = 4;
    let is_blank = |c: char| matches!(c, ' ' | '\t');
    let words = at + source[at..].len() - source[at..].trim_start_matches(is_blank).len();
    let before = source[..at].trim_end_matches(is_blank);
    let start = before.len();
    let columns = |text: &str| {
        text.chars().fold(0, |column, c| match c {
            '\t' => column + TAB - column % TAB,
            _ => column + 1,
        })
    };
    let kept = match before.ends_with('\n') || before.is_empty() {
        true => columns(&source[start..at]).saturating_sub(TAB),
        // After the mark of an item or a quotation.
        false => 1,
    };
    found.edit(start..words, " ".repeat(kept));
}
