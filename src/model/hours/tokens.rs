//! Splits opening hours into words, numbers and signs.

use std::ops::Range;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind<'t> {
    /// Letters.
    Word(&'t str),
    /// A number, and its number of digits.
    Number(u16, usize),
    /// The text between two straight quotation marks.
    Comment(&'t str),
    /// Any other character.
    Sign(char),
}

/// A token and its position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'t> {
    /// What it is.
    pub kind: TokenKind<'t>,
    /// Its bytes of the text.
    pub at: Range<usize>,
    /// Whether a space precedes it.
    pub spaced: bool,
}

/// The tokens of a text; `None` if a comment does not end or a number is beyond all calendars.
pub fn tokens(text: &str) -> Option<Vec<Token<'_>>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let mut spaced = false;
    while let Some(first) = rest.chars().next() {
        let start = text.len() - rest.len();
        let run = |is: fn(char) -> bool| rest.find(|c| !is(c)).unwrap_or(rest.len());
        let (kind, length) = if first.is_whitespace() {
            spaced = true;
            rest = &rest[first.len_utf8()..];
            continue;
        } else if first.is_ascii_digit() {
            let length = run(|c| c.is_ascii_digit());
            (
                TokenKind::Number(rest[..length].parse().ok()?, length),
                length,
            )
        } else if first.is_alphabetic() {
            let length = run(char::is_alphabetic);
            (TokenKind::Word(&rest[..length]), length)
        } else if first == '"' {
            let end = rest[1..].find('"')?;
            (TokenKind::Comment(rest[1..=end].trim()), end + 2)
        } else {
            (TokenKind::Sign(first), first.len_utf8())
        };
        tokens.push(Token {
            kind,
            at: start..start + length,
            spaced,
        });
        spaced = false;
        rest = &rest[length..];
    }
    Some(tokens)
}
