//! Reads everything that can be read of a text with mistakes: each line that cannot be read is left out and
//! reported.

use std::ops::Range;

use super::slips::{self, MendedText, Slip};
use super::{Node, SlipKind, Value, Vocabulary, YamlError, YamlErrorKind, YamlMistake, parse};

/// What a text says, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YamlReading {
    /// What could be read.
    pub node: Node,
    /// What is not quite YAML and was read as it was meant.
    pub slips: Vec<Slip>,
    /// What could not be read, in order.
    pub errors: Vec<YamlError>,
    /// The top-level keys below which something could not be read, as written.
    pub lost: Vec<String>,
}

/// With more mistakes than this in one text, the rest are not told apart.
const MOST_ERRORS: usize = 40;

/// How many bytes may be parsed again in total to find what can be read.
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// Reads one document, line by line where it is not YAML. `keys` are the fields that guichet knows.
pub fn read(text: &str, keys: &dyn Vocabulary) -> YamlReading {
    let strict = parse(text);
    let is_large = matches!(&strict, Err(error) if error.kind == YamlErrorKind::TooLarge);
    let is_sound = match &strict {
        Ok(node) => matches!(node.value, Value::Null | Value::Mapping(_)),
        Err(_) => is_large,
    };
    let holds_slips = || slips::may_hold(text) && !slips::find(text, 2, true, keys).is_empty();
    if is_sound && !holds_slips() {
        return match strict {
            Ok(node) => whole(node, Vec::new()),
            Err(error) => nothing(error),
        };
    }
    // Use the tab width that makes the lines agree.
    let tabs: &[usize] = if text.contains('\t') {
        &[2, 4, 8]
    } else {
        &[2]
    };
    let mut best = None;
    for tab in tabs {
        let found = slips::find(text, *tab, strict.is_ok() && is_sound, keys);
        let mended = MendedText::new(text, &found);
        if let Ok(mut node) = parse(&mended.text) {
            mended.place(&mut node);
            return told(text, whole(node, found));
        }
        best.get_or_insert((mended, found));
    }
    match (strict, best) {
        (Ok(node), _) => whole(node, Vec::new()),
        (Err(error), Some((mended, slips))) if error.kind != YamlErrorKind::TooLarge => {
            told(text, by_lines(&mended, slips))
        }
        (Err(error), _) => nothing(error),
    }
}

/// Turns what has no clear meaning into errors, in order among the others.
fn told(text: &str, mut reading: YamlReading) -> YamlReading {
    for slip in std::mem::take(&mut reading.slips) {
        let SlipKind::Unsure(mistake) = slip.kind else {
            reading.slips.push(slip);
            continue;
        };
        if let Some(key) = topmost_key(text, slip.span.start)
            && !reading.lost.contains(&key)
        {
            reading.lost.push(key);
        }
        reading.errors.push(YamlError {
            at: slip.span.start,
            span: slip.span,
            kind: YamlErrorKind::Syntax(mistake, String::new()),
        });
    }
    reading.errors.sort_by_key(|error| error.span.start);
    reading
}

fn whole(node: Node, slips: Vec<Slip>) -> YamlReading {
    YamlReading {
        node,
        slips,
        errors: Vec::new(),
        lost: Vec::new(),
    }
}

fn nothing(error: YamlError) -> YamlReading {
    YamlReading {
        errors: vec![error],
        ..whole(
            Node {
                span: 0..0,
                value: Value::Null,
            },
            Vec::new(),
        )
    }
}

/// Leaves out one line after another until the rest can be read.
fn by_lines(mended: &MendedText, slips: Vec<Slip>) -> YamlReading {
    let mut text = mended.text.clone();
    let mut errors: Vec<YamlError> = Vec::new();
    let mut lost: Vec<String> = Vec::new();
    let mut parsed = 0;
    let mut node = loop {
        let error = match parse(&text) {
            Ok(node) => break node,
            Err(error) => error,
        };
        parsed += 4 * text.len();
        let candidates = suspects(&text, &error);
        let best = candidates.into_iter().max_by_key(|line| {
            let without = without(&text, line);
            let reached = parse(&without).map_or_else(|error| error.at, |_| usize::MAX);
            // Blame a line that is not a field before its neighbours, and the upper one of two that let the
            // parser get equally far.
            let is_stray = reached > error.at && !text[line.clone()].contains(':');
            (is_stray, reached, std::cmp::Reverse(line.start))
        });
        let Some(line) = best.filter(|_| errors.len() < MOST_ERRORS && parsed < MOST_BYTES) else {
            errors.push(placed(error, mended));
            break Node {
                span: 0..0,
                value: Value::Null,
            };
        };
        if let Some(key) = topmost_key(&text, line.start)
            && !lost.contains(&key)
        {
            lost.push(key);
        }
        let is_stray =
            !text[line.clone()].contains(':') && !text[line.clone()].trim().starts_with('-');
        let kind = match error.kind {
            YamlErrorKind::Syntax(_, reason) if is_stray => {
                YamlErrorKind::Syntax(YamlMistake::Stray, reason)
            }
            kind => kind,
        };
        // The indentation of what is too deep is most of its line.
        let indented = line.end - text[line.clone()].trim_start().len();
        text = without(&text, &line);
        let span = match kind {
            YamlErrorKind::TooDeep => indented..line.end,
            _ => best_span(&error.span, &line),
        };
        let at = error.at;
        errors.push(placed(YamlError { span, at, kind }, mended));
    };
    mended.place(&mut node);
    YamlReading {
        node,
        slips,
        errors,
        lost,
    }
}

fn placed(error: YamlError, mended: &MendedText) -> YamlError {
    YamlError {
        span: mended.back(&error.span),
        ..error
    }
}

/// The mistake's own position if it is on the line left out; otherwise that line.
fn best_span(found: &Range<usize>, line: &Range<usize>) -> Range<usize> {
    let inside = found.start >= line.start && found.end <= line.end && !found.is_empty();
    if inside { found.clone() } else { line.clone() }
}

/// The lines that may be to blame: that of the mistake, that where the parser stopped, and the one before it.
fn suspects(text: &str, error: &YamlError) -> Vec<Range<usize>> {
    let stopped = line_of(text, error.at);
    let is_comment = |line: &Range<usize>| text[line.clone()].trim_start().starts_with('#');
    let line_above = |at: usize| line_of(text, text[..at].trim_end().len());
    let mut above = line_above(stopped.start);
    while above.start > 0 && is_comment(&above) {
        above = line_above(above.start);
    }
    let all = [line_of(text, error.span.start), stopped.clone(), above];
    let mut lines: Vec<Range<usize>> = Vec::new();
    for line in all {
        let is_blank = text[line.clone()].trim().is_empty();
        if !is_blank && !is_comment(&line) && !lines.contains(&line) {
            lines.push(line);
        }
    }
    if lines.is_empty() {
        // A parser that stops at an empty line was reading on from the last line above it.
        let last = text.trim_end().len();
        lines.extend((last > 0).then(|| line_of(text, last)));
    }
    lines
}

fn line_of(text: &str, at: usize) -> Range<usize> {
    let at = crate::diagnostics::floor_char_boundary(text, at);
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    start..end.max(start)
}

/// The text with blanks in place of a line and the lines indented below it: all others keep their positions.
fn without(text: &str, line: &Range<usize>) -> String {
    let indentation = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let own = indentation(&text[line.clone()]);
    let mut end = line.end;
    for below in text[line.end..].split_inclusive('\n').skip(1) {
        if !below.trim().is_empty() && indentation(below) <= own {
            break;
        }
        end += below.len();
    }
    // The newline of the line itself.
    let end = (end + 1).min(text.len());
    let end = crate::diagnostics::floor_char_boundary(text, end);
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..line.start]);
    for byte in text[line.start..end].bytes() {
        out.push(if byte == b'\n' { '\n' } else { ' ' });
    }
    out.push_str(&text[end..]);
    out
}

/// The key at the beginning of a line, this one or the nearest above.
fn topmost_key(text: &str, at: usize) -> Option<String> {
    let end = line_of(text, at).end;
    let mut lines = text[..end].lines().rev();
    let line = lines.find(|line| line.starts_with(|c: char| c.is_alphabetic() || c == '"'))?;
    let key = line.split(':').next().unwrap_or(line);
    Some(key.trim().trim_matches('"').to_owned())
}
