//! Rust source as tokens: what is code, and what tests alone contain.

use std::ops::Range;

/// A word or sign of the source; comments, texts and letters in quotes are left out.
#[derive(Debug, Clone, Copy)]
pub struct SourceToken<'t> {
    pub text: &'t str,
    /// From 1.
    pub line: usize,
    start: usize,
}

impl SourceToken<'_> {
    pub fn is_word(&self) -> bool {
        self.text.starts_with(is_letter)
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The tokens of a file that are shipped: without those of [tests](tests).
pub fn shipped(text: &str) -> Vec<SourceToken<'_>> {
    let tests = tests(text);
    let mut all = tokens(text);
    all.retain(|token| !tests.iter().any(|test| test.contains(&token.start)));
    all
}

/// The lines of a file that are shipped, from 1, comments among them.
pub fn shipped_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let tests = tests(text);
    let mut start = 0;
    let lines = (1..)
        .zip(text.split_inclusive('\n'))
        .map(move |(number, line)| {
            start += line.len();
            (number, line, start - line.len())
        });
    let is_test = move |at: &usize| tests.iter().any(|test| test.contains(at));
    lines.filter_map(move |(number, line, start)| (!is_test(&start)).then_some((number, line)))
}

/// Where items are that `#[cfg(test)]` keeps for tests, from that attribute to the end of each.
fn tests(text: &str) -> Vec<Range<usize>> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let rest = tokens[at..].iter().map(|token| token.text);
        if !rest.take(7).eq(["#", "[", "cfg", "(", "test", ")", "]"]) {
            at += 1;
            continue;
        }
        let start = tokens[at].start;
        at += 7;
        let mut depth = 0;
        let is_attribute = |at: usize| tokens.get(at).is_some_and(|token| token.text == "#");
        let mut in_attribute = is_attribute(at);
        while let Some(token) = tokens.get(at) {
            at += 1;
            match token.text {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => depth -= 1,
                _ => {}
            }
            let ends = match token.text {
                "]" if in_attribute && depth == 0 => {
                    in_attribute = is_attribute(at);
                    false
                }
                "}" | ";" => depth == 0,
                _ => false,
            };
            if ends {
                found.push(start..token.start + 1);
                break;
            }
        }
    }
    found
}

/// Every token of a source.
fn tokens(text: &str) -> Vec<SourceToken<'_>> {
    let mut found = Vec::new();
    let (mut at, mut line, mut counted) = (0, 1, 0);
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let (length, is_code) = match first {
            _ if rest.starts_with("//") => (rest.find('\n').unwrap_or(rest.len()), false),
            _ if rest.starts_with("/*") => (comment(rest), false),
            '"' => (quoted(rest), false),
            '\'' => (letter(rest), false),
            _ if prefix(rest).is_some() => (prefix(rest).unwrap_or(1), false),
            c if is_letter(c) => (rest.find(|c| !is_letter(c)).unwrap_or(rest.len()), true),
            c if c.is_whitespace() => (c.len_utf8(), false),
            _ if rest.starts_with("::") => (2, true),
            c => (c.len_utf8(), true),
        };
        if is_code {
            line += text[counted..at].matches('\n').count();
            counted = at;
            found.push(SourceToken {
                text: &rest[..length],
                line,
                start: at,
            });
        }
        at += length;
    }
    found
}

/// The length of a comment in `/*` and `*/`, which may contain others.
fn comment(text: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < text.len() {
        let rest = &text.as_bytes()[at..];
        if rest.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    text.len()
}

/// The length of a text in quotes.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of `'x'` or `'\u{e9}'`, or of the quote of a lifetime.
fn letter(text: &str) -> usize {
    let mut letters = text.char_indices().skip(1);
    let close = match letters.next() {
        Some((_, '\\')) => text[3..].find('\'').map(|at| at + 3),
        _ => letters.next().filter(|(_, c)| *c == '\'').map(|(at, _)| at),
    };
    close.map_or(1, |at| at + 1)
}

/// The length of a text whose quotes have letters before them, such as `b"…"` and `r#"…"#`; `None` for anything else.
fn prefix(text: &str) -> Option<usize> {
    let letters = text.len() - text.trim_start_matches(['b', 'c', 'r']).len();
    let rest = &text[letters..];
    let bars = rest.len() - rest.trim_start_matches('#').len();
    let raw = text[..letters].ends_with('r');
    if letters == 0 || letters > 2 || !rest[bars..].starts_with('"') || (bars > 0 && !raw) {
        return None;
    }
    if !raw {
        return Some(letters + quoted(rest));
    }
    let close = format!("\"{}", "#".repeat(bars));
    let inner = &rest[bars + 1..];
    let end = inner.find(&close)?;
    Some(letters + bars + 1 + end + close.len())
}
