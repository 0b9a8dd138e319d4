//! Finds links and images that Markdown does not read: a space in a file name, French quotation marks around
//! a caption, a space between the brackets. They would appear as typed.

use std::ops::Range;

use crate::files::names_file;

/// A link or an image that appears in the text as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadLink {
    /// The text between the square brackets.
    pub words: String,
    /// The address, without what follows it.
    pub address: String,
    /// Why it was not read.
    pub reason: UnreadLinkCause,
    /// Where it is.
    pub span: Range<usize>,
}

/// Why a link is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnreadLinkCause {
    /// There is a space between the square and the round brackets.
    Gap,
    /// The round bracket is not closed.
    Unclosed,
    /// The caption is not between two `"`, or contains others.
    Quotes,
    /// The address has a space.
    Space,
    /// The name between the second square brackets has no address.
    Key,
    /// Something else.
    Other,
}

/// The unread links in a piece of running text. Links that Markdown read are not in running text.
pub(super) fn unread(source: &str, span: Range<usize>) -> Vec<UnreadLink> {
    let piece = source.get(span.clone()).unwrap_or_default();
    let start = span.start;
    let is_escaped = |at: usize| source[..start + at].ends_with('\\');
    let mut found = Vec::new();
    // Nothing is examined twice, so a long text full of brackets takes linear time.
    let mut done = 0;
    for (end, _) in piece.match_indices(']') {
        if end < done {
            continue;
        }
        let before = std::mem::replace(&mut done, end + 1);
        let rest = &piece[end + 1..];
        if rest.starts_with('[') {
            let opened = piece[before..end].rfind('[').map(|at| before + at);
            if let Some(link) = opened.and_then(|open| keyed(source, &span, open, end)) {
                done = link.span.end - start;
                found.push(link);
            }
            continue;
        }
        let gap = rest.len() - rest.trim_start_matches([' ', '\n']).len();
        let (Some(inside), Some(open)) = (
            rest[gap..].strip_prefix('('),
            piece[before..end].rfind('[').map(|at| before + at),
        ) else {
            continue;
        };
        if is_escaped(open) || is_escaped(end) || gap > 0 && !opens_with_address(inside) {
            continue;
        }
        let close = closing(inside);
        let inside = &inside[..close.unwrap_or(inside.len())];
        let (address, caption) = parted(inside);
        let reason = match close {
            _ if gap > 0 => UnreadLinkCause::Gap,
            None => UnreadLinkCause::Unclosed,
            _ if address.contains(char::is_whitespace) => UnreadLinkCause::Space,
            _ if !caption.is_empty() => UnreadLinkCause::Quotes,
            _ => UnreadLinkCause::Other,
        };
        let from = open - usize::from(piece[..open].ends_with('!'));
        done = end + 1 + gap + 1 + inside.len() + usize::from(close.is_some());
        found.push(UnreadLink {
            words: piece[open + 1..end].to_owned(),
            address: address.to_owned(),
            reason,
            span: start + from..start + done,
        });
    }
    found
}

/// `[words][key]` without a line `[key]: address`. Two numbers are a reference to a book.
fn keyed(source: &str, run: &Range<usize>, open: usize, end: usize) -> Option<UnreadLink> {
    // Nobody gives an address a longer name.
    const LONGEST: usize = 100;
    let piece = &source[run.clone()];
    let words = &piece[open + 1..end];
    let rest = &piece[end + 2..];
    let close = rest[..rest.floor_char_boundary(LONGEST)].find(']')?;
    let key = &rest[..close];
    let is_escaped = |at: usize| source[..run.start + at].ends_with('\\');
    // An index, as in `a[i][j]`.
    let is_index = source[..run.start + open].ends_with(char::is_alphanumeric);
    let is_name =
        key.chars().any(char::is_alphabetic) && !key.starts_with('^') && !key.contains(['[', '\n']);
    if is_index
        || is_escaped(open)
        || is_escaped(end)
        || !is_name
        || !words.chars().any(char::is_alphabetic)
    {
        return None;
    }
    Some(UnreadLink {
        words: words.to_owned(),
        address: key.to_owned(),
        reason: UnreadLinkCause::Key,
        span: run.start + open..run.start + end + 2 + close + 1,
    })
}

/// Characters that look like quotation marks but that Markdown does not know.
const QUOTES: [char; 5] = ['«', '»', '“', '”', '„'];

/// The end of the round bracket that opened before this text.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0;
    text.char_indices()
        .find(|(_, c)| {
            match c {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            depth < 0
        })
        .map(|(at, _)| at)
}

/// The address, and the caption with its quotation marks.
fn parted(inside: &str) -> (&str, &str) {
    let quote = |c: char| c == '"' || QUOTES.contains(&c);
    let at = inside.find(quote).unwrap_or(inside.len());
    (inside[..at].trim(), &inside[at..])
}

/// Whether a round bracket opens with an address rather than a remark.
fn opens_with_address(text: &str) -> bool {
    let ends = text.find(|c: char| c == ')' || c.is_whitespace());
    let address = &text[..ends.unwrap_or(text.len())];
    address.contains("://") || names_file(address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::facts;

    fn found(text: &str) -> Vec<(String, String, UnreadLinkCause)> {
        let all = facts(text).unread_links.into_iter();
        all.map(|link| (text[link.span].to_owned(), link.address, link.reason))
            .collect()
    }

    #[test]
    fn what_was_meant_as_a_link_is_found() {
        for (typed, address, reason) in [
            ("![A](ma photo.jpg)", "ma photo.jpg", UnreadLinkCause::Space),
            (
                "![A](photo (1).jpg)",
                "photo (1).jpg",
                UnreadLinkCause::Space,
            ),
            (
                "[A](ma note.md \"x\")",
                "ma note.md",
                UnreadLinkCause::Space,
            ),
            ("![A](a.jpg « b »)", "a.jpg", UnreadLinkCause::Quotes),
            ("![A](a.jpg “b”)", "a.jpg", UnreadLinkCause::Quotes),
            ("![A](a.jpg \"b)", "a.jpg", UnreadLinkCause::Quotes),
            (
                "![A](a.jpg \"b \"c\" d\")",
                "a.jpg",
                UnreadLinkCause::Quotes,
            ),
            ("[A] (a.md)", "a.md", UnreadLinkCause::Gap),
            ("[A](a.md", "a.md", UnreadLinkCause::Unclosed),
            ("[A](a.md b)", "a.md b", UnreadLinkCause::Space),
            ("[A](<a.md)", "<a.md", UnreadLinkCause::Other),
            ("[A]\n(a.md)", "a.md", UnreadLinkCause::Gap),
            (
                "[A](https://a.fr/\nb)",
                "https://a.fr/\nb",
                UnreadLinkCause::Space,
            ),
            ("[A][clé]", "clé", UnreadLinkCause::Key),
        ] {
            let text = format!("Un [vrai](v.md), {typed}");
            let expected = vec![(typed.to_owned(), address.to_owned(), reason)];
            assert_eq!(found(&text), expected, "{typed}");
            let twice = format!("{typed} et *{typed}* [vrai](v.md)");
            assert_eq!(found(&twice).len(), 2, "{twice}");
        }
    }

    #[test]
    fn what_is_no_link_is_left_alone() {
        for text in [
            "`[A](ma photo.jpg)`",
            "```\n[A](ma photo.jpg)\n```",
            "\\[A](ma photo.jpg) et [A\\](a b)",
            "l’article 3 [modifié] (voir l’annexe)",
            "[1] (2019)",
            "a[i][j] et [1][2]",
            "f(x)](y)",
            "[A](<ma photo.jpg>)",
            "[A](a.md \"b\") et [B][b]\n\n[b]: b.md",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
