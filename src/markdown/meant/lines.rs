//! What opens a line: headings without their space, bullets of word processors, numbers, boxes.

use super::groups::{TextGroup, TextGroupKind, TextLine};
use super::levels::Levels;
use super::reading::Reading;
use super::{MarkKind, PassFindings};
use crate::diagnostics::Edit;

/// Characters that are always bullets at the start of a line; the last ones come from the fonts Symbol and
/// Wingdings, as copied from word processors.
const BULLETS: &[char] = &[
    '•', '‣', '◦', '⁃', '∙', '●', '○', '■', '▪', '▫', '►', '▸', '▶', '➢', '➤', '❖', '◆', '◇', '·',
    '\u{f0b7}', '\u{f0a7}', '\u{f0d8}', '\u{f0fc}', '\u{f076}', '\u{f0a8}', '\u{f02d}',
];

/// Characters that may also open a sentence or a line of dialogue: bullets if two lines begin with one, or
/// after a colon.
const DASHES: &[char] = &['–', '—', '‑', '−', '‐', '-', '*', '+'];

/// Boxes to tick, empty and ticked.
const BOXES: &[(&str, bool)] = &[
    ("[ ]", false),
    ("[]", false),
    ("[x]", true),
    ("[X]", true),
    ("☐", false),
    ("□", false),
    ("☑", true),
    ("☒", true),
];

/// What a line begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum BlockOpening {
    /// This many `#`.
    Heading(usize),
    /// A bullet, and whether it can be nothing else.
    Bullet(bool),
    /// A number, and whether it can only number an item.
    Number(u32, bool),
    /// `a)`, by its place in the alphabet.
    Letter(u8),
    /// A box, and whether it is ticked.
    Box(bool),
    /// A line of signs alone.
    Rule,
}

/// A line with its opening, and where its words begin.
struct Opened<'r> {
    line: &'r TextLine,
    group: &'r TextGroup,
    /// Its number in the group.
    number: usize,
    opening: Option<(BlockOpening, usize)>,
}

pub fn look(reading: &Reading<'_>, found: &mut PassFindings) {
    let lines = opened(reading);
    let mut levels = Levels::default();
    for (at, line) in lines.iter().enumerate() {
        let indent = indent(reading.source, &lines, at, &mut levels);
        let Some((opening, words)) = line.opening else {
            continue;
        };
        let start = line.line.span.start;
        let words = start + words;
        let has_neighbour = |fits: &dyn Fn(BlockOpening) -> bool| {
            neighbours(reading.source, &lines, at)
                .any(|other| other.opening.is_some_and(|(other, _)| fits(other)))
        };
        match opening {
            BlockOpening::Heading(1) => heading_or_hashtag(reading.source, line, words, found),
            BlockOpening::Heading(level) => {
                found.edit(start..words, format!("{} ", "#".repeat(level)));
                closing_marks(reading.source, line.line, found);
            }
            // The item already has a bullet.
            BlockOpening::Bullet(is_sure)
                if line.group.kind == TextGroupKind::Item && line.number == 0 =>
            {
                if is_sure {
                    found.edit(start..words, "");
                }
            }
            BlockOpening::Number(..)
                if line.group.kind == TextGroupKind::Item && line.number == 0 => {}
            BlockOpening::Bullet(is_sure) => {
                let is_bullet =
                    |other| matches!(other, BlockOpening::Bullet(_) | BlockOpening::Box(_));
                let glued = reading.source[start..].starts_with('-') && is_alone(line);
                if is_sure
                    || glued
                    || has_neighbour(&is_bullet)
                    || follows_colon(reading.source, line)
                {
                    found.edit(start..words, format!("{}- ", " ".repeat(indent)));
                    behind_one_another(reading.source, line, words, found);
                }
            }
            BlockOpening::Box(done)
                if line.group.kind == TextGroupKind::Item && line.number == 0 =>
            {
                found.edit(start..words, if done { "[x] " } else { "[ ] " });
            }
            BlockOpening::Box(done) => {
                found.edit(start..words, if done { "- [x] " } else { "- [ ] " });
            }
            BlockOpening::Number(value, is_sure) => {
                let next = |other| matches!(other, BlockOpening::Number(other, _) if other == value + 1 || value == other + 1);
                if is_sure || has_neighbour(&next) {
                    numbered(reading.source, line, words, value, found);
                }
            }
            BlockOpening::Letter(letter) => {
                let next = |other| matches!(other, BlockOpening::Letter(other) if other == letter + 1 || letter == other + 1);
                if line.number > 0 && !line.line.is_broken && has_neighbour(&next) {
                    let end = line.group.lines[line.number - 1].span.end;
                    found.edit(end..end, "\\");
                }
            }
            BlockOpening::Rule => found.edit(line.line.span.clone(), "* * *"),
        }
    }
}

fn opened<'r>(reading: &'r Reading<'_>) -> Vec<Opened<'r>> {
    let groups = reading.groups.iter().filter(|group| group.has_lines());
    let lines = groups.flat_map(|group| {
        let lines = group.lines.iter().enumerate();
        lines.map(move |(number, line)| Opened {
            opening: line
                .is_typed
                .then(|| opening(&reading.source[line.span.clone()], is_whole(group)))
                .flatten(),
            line,
            group,
            number,
        })
    });
    lines.collect()
}

fn is_whole(group: &TextGroup) -> bool {
    group.lines.len() == 1 && group.kind == TextGroupKind::Paragraph
}

/// How many columns to indent an item that a word processor nested below another; 0 if it is indented
/// already.
fn indent(source: &str, lines: &[Opened<'_>], at: usize, levels: &mut Levels) -> usize {
    let line = &lines[at];
    let start = line.line.span.start;
    let line_start = source[..start].rfind('\n').map_or(0, |newline| newline + 1);
    if at == 0 || !touches(source, lines, at - 1) {
        levels.close();
    }
    let is_first = line.number == 0;
    let is_within = line.group.kind == TextGroupKind::Item || line.group.depth > 1;
    let indent = match line.opening {
        // An item of Markdown, at any depth.
        _ if is_first && is_within => {
            levels.close();
            levels.item('-', start - line_start)
        }
        Some((BlockOpening::Bullet(_), _)) => {
            let bullet = source[start..].chars().find(|c| !is_space(*c));
            levels.item(bullet.unwrap_or('-'), "- ".len())
        }
        Some((BlockOpening::Number(..), _)) => levels.item('1', "1. ".len()),
        _ => {
            if is_first {
                levels.close();
            }
            0
        }
    };
    if start == line_start { indent } else { 0 }
}

/// `• une pièce • une photo`: items of a line that has lost its line ends.
fn behind_one_another(source: &str, line: &Opened<'_>, words: usize, found: &mut PassFindings) {
    let start = line.line.span.start;
    let mark = source[start..words].trim();
    if line.group.depth > 1 || !mark.starts_with(BULLETS) || mark.starts_with('·') {
        return;
    }
    let mark = format!(" {mark} ");
    let places = line.group.places(source, &mark).into_iter();
    let end = line.line.span.end;
    for (at, _) in places.filter(|(at, parent)| *parent == 0 && (words..end).contains(at)) {
        found.edit(at..at + mark.len(), "\n- ");
    }
}

/// Whether it is the only line of its paragraph.
fn is_alone(line: &Opened<'_>) -> bool {
    is_whole(line.group)
}

/// The previous and next lines, if nothing is in between.
fn neighbours<'a, 'r>(
    source: &'a str,
    lines: &'a [Opened<'r>],
    at: usize,
) -> impl Iterator<Item = &'a Opened<'r>> {
    let before = at
        .checked_sub(1)
        .filter(|before| touches(source, lines, *before));
    let after = touches(source, lines, at).then_some(at + 1);
    before
        .into_iter()
        .chain(after)
        .filter_map(|other| lines.get(other))
}

/// Whether nothing is between a line and the next.
fn touches(source: &str, lines: &[Opened<'_>], first: usize) -> bool {
    let (Some(first), Some(second)) = (lines.get(first), lines.get(first + 1)) else {
        return false;
    };
    let between = source.get(first.line.span.end..second.line.span.start);
    between.is_some_and(|between| {
        between
            .bytes()
            .all(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\\' | b'>'))
    })
}

/// Whether the previous line of the same paragraph announces a list.
fn follows_colon(source: &str, line: &Opened<'_>) -> bool {
    let before = line
        .number
        .checked_sub(1)
        .and_then(|before| line.group.lines.get(before));
    before.is_some_and(|before| source[before.span.clone()].trim_end().ends_with(':'))
}

/// A space that Markdown does not accept after a mark, or that is invisible.
fn is_odd_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, ' ' | '\t')
        || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{fe0f}')
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || is_odd_space(c)
}

/// Where the words of a line begin, if a mark precedes them.
pub fn words_of(line: &str) -> Option<usize> {
    opening(line, false).map(|(_, words)| words)
}

/// What a line begins with, and the byte where its words begin.
fn opening(line: &str, is_alone: bool) -> Option<(BlockOpening, usize)> {
    let rest = line.trim_start_matches(is_odd_space);
    let lead = line.len() - rest.len();
    let first = rest.chars().next()?;
    let words_after = |mark: usize| {
        let words = rest[mark..].trim_start_matches(is_space);
        (!words.is_empty()).then(|| line.len() - words.len())
    };
    let glued = |mark: usize| !rest[mark..].starts_with([' ', '\t']);
    if is_alone && is_rule(rest) {
        return Some((BlockOpening::Rule, line.len()));
    }
    let boxes = || {
        let (mark, done) = BOXES.iter().find(|(mark, _)| rest.starts_with(mark))?;
        let after = &rest[mark.len()..];
        // Several boxes on a line are answers to choose from.
        let others = BOXES.iter().any(|(mark, _)| after.contains(mark));
        let spaced = after.starts_with(is_space) || !mark.starts_with('[');
        (spaced && !others).then_some((BlockOpening::Box(*done), words_after(mark.len())?))
    };
    match first {
        '#' => {
            let level = rest.len() - rest.trim_start_matches('#').len();
            let text = &rest[level..];
            let is_heading = (1..=6).contains(&level) && (lead > 0 || glued(level));
            (is_heading && text.contains(char::is_alphanumeric))
                .then_some((BlockOpening::Heading(level), words_after(level)?))
        }
        '[' | '☐' | '□' | '☑' | '☒' => boxes(),
        'o' | '§' if rest[first.len_utf8()..].starts_with('\t') => {
            Some((BlockOpening::Bullet(true), words_after(first.len_utf8())?))
        }
        '0'..='9' => number(rest, lead).and_then(|(value, mark, is_sure)| {
            Some((BlockOpening::Number(value, is_sure), words_after(mark)?))
        }),
        'a'..='z' => {
            let after = rest[1..].strip_prefix(')')?;
            after
                .starts_with(is_space)
                .then_some((BlockOpening::Letter(first as u8 - b'a'), 0))
        }
        _ if BULLETS.contains(&first) => {
            Some((BlockOpening::Bullet(true), words_after(first.len_utf8())?))
        }
        _ if DASHES.contains(&first) => dash(rest, first, lead).and_then(|is_sure| {
            Some((
                BlockOpening::Bullet(is_sure),
                words_after(first.len_utf8())?,
            ))
        }),
        _ => None,
    }
}

/// Whether a character that is not always a bullet may be one here, and if so, whether that is certain.
fn dash(rest: &str, first: char, lead: usize) -> Option<bool> {
    let after = rest[first.len_utf8()..].chars().next()?;
    let is_markdown = matches!(first, '-' | '*' | '+');
    if is_markdown && (is_odd_space(after) || lead > 0 && after == ' ') {
        return Some(true);
    }
    if after == first || after == '>' {
        return None;
    }
    match first {
        '+' | '*' => (after.is_alphabetic()).then_some(false),
        // -5 °C is not an item, nor is –18 ans.
        _ => (is_space(after) || after.is_alphabetic() || matches!(after, '«' | '“' | '"'))
            .then_some(false),
    }
}

/// The value of a number that opens a line, the bytes of its mark, and whether it certainly numbers an item.
fn number(rest: &str, lead: usize) -> Option<(u32, usize, bool)> {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 3 {
        return None;
    }
    let value = rest[..digits].parse().ok()?;
    let after = &rest[digits..];
    let trimmed = after.trim_start_matches(is_space);
    let gap = after.len() - trimmed.len();
    let signs = ["°)", "°/", "/", "°", ".-", ".", ")", "-", "–"];
    let sign = signs.iter().find(|sign| trimmed.starts_with(**sign))?;
    let mark = digits + gap + sign.len();
    let next = rest[mark..].chars().next()?;
    let is_markdown = gap == 0 && matches!(*sign, "." | ")");
    if is_markdown && (is_odd_space(next) || lead > 0) {
        return Some((value, mark, true));
    }
    let is_sure = is_markdown && (next.is_uppercase() || next == '«');
    let spaced = is_space(next);
    match *sign {
        "." | ")" if is_markdown => {
            (spaced || next.is_alphabetic() || next == '*').then_some((value, mark, is_sure))
        }
        // 9 h - 12 h, 3/4 and 5-10 are not items.
        "-" | "–" | "/" => {
            (spaced || gap == 0 && next.is_uppercase()).then_some((value, mark, false))
        }
        _ => (spaced || next.is_alphabetic()).then_some((value, mark, false)),
    }
}

/// Three or more equal signs, used as a rule.
fn is_rule(line: &str) -> bool {
    let line = line.trim_end();
    let mut signs = line.chars();
    let first = signs.next();
    let draws = matches!(
        first,
        Some('=' | '—' | '–' | '─' | '━' | '_' | '~' | '*' | '-')
    );
    draws && line.chars().count() >= 3 && signs.all(|sign| Some(sign) == first)
}

/// `#Les étapes` alone on its line may be a heading of the page, but cannot be told from `#StopFermeture`.
fn heading_or_hashtag(source: &str, line: &Opened<'_>, words: usize, found: &mut PassFindings) {
    let span = line.line.span.clone();
    let text = &source[words..span.end];
    let odd = source[span.start..words].chars().any(is_odd_space);
    if odd {
        found.edit(span.start..words, "# ");
    } else if is_alone(line)
        && text.contains(' ')
        && !text.contains('#')
        && text.starts_with(char::is_uppercase)
    {
        let mark = span.start..words;
        let fix = Edit {
            span: mark.clone(),
            text: "## ".to_owned(),
        };
        found.mark_with_fix(MarkKind::Heading, mark, fix);
    }
}

/// `##Titre##`: the trailing marks close the heading.
fn closing_marks(source: &str, line: &TextLine, found: &mut PassFindings) {
    let text = source[line.span.clone()].trim_end();
    let end = line.span.start + text.len();
    let words = text.trim_end_matches('#');
    if text.len() - words.len() >= 2 {
        found.edit(line.span.start + words.trim_end().len()..end, "");
    }
}

/// An item of a numbered list; within a paragraph, a list starts with 1 or after an empty line.
fn numbered(source: &str, line: &Opened<'_>, words: usize, value: u32, found: &mut PassFindings) {
    let start = line.line.span.start;
    let mark = source[start..words].trim_start_matches(|c: char| c.is_ascii_digit());
    let is_read = mark.starts_with(". ") || mark.starts_with(") ");
    let before = line
        .number
        .checked_sub(1)
        .and_then(|before| line.group.lines.get(before));
    let follows = before.is_some_and(|before| {
        let opens = opening(&source[before.span.clone()], false);
        before.is_typed
            && matches!(opens, Some((BlockOpening::Number(other, _), _)) if other + 1 == value)
    });
    let needs_gap = before.is_some() && value != 1 && !follows;
    if needs_gap && line.group.depth > 1 || is_read && !needs_gap {
        return;
    }
    let gap = if needs_gap { "\n" } else { "" };
    found.edit(start..words, format!("{gap}{value}. "));
}
