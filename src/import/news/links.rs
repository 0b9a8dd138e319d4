//! Takes links to what is gone out of a text, and keeps those of earlier articles alive.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;

use crate::files::CONTENT;
use crate::import::merge::{ImportChanges, ReadError};
use crate::percent::decode;
use crate::site::join;

/// In articles of earlier imports, links to pages that are gone become their words: nothing else is changed.
pub(super) fn keep_links_alive(
    root: &Path,
    changes: &mut ImportChanges,
    folder: &str,
) -> Result<(), ReadError> {
    let earlier: BTreeSet<String> = changes.known_below(folder).map(str::to_owned).collect();
    for path in earlier {
        // A file that is not in UTF-8 stays byte for byte.
        let Some(text) = changes.exact_text_of(root, &path)? else {
            continue;
        };
        let below = folder.strip_prefix(CONTENT).unwrap_or(folder);
        let is_gone = |destination: &str| {
            // An editor's link to another site, or to a name with spaces.
            let is_here = !destination.contains("://");
            let target = join(below, &decode(destination)).filter(|_| is_here);
            let target = target.map(|target| format!("{CONTENT}/{target}"));
            target
                .is_some_and(|target| target.ends_with(".md") && !changes.will_stand(root, &target))
        };
        let whole = without_links(&text, is_gone);
        if whole != text {
            changes.amend(root, &path, whole);
        }
    }
    Ok(())
}

/// Longer destinations are not those of pages: bytes.
const LONGEST_TARGET: usize = 4000;

/// The text with the words of these links in place of the links.
pub(in crate::import) fn without_links(text: &str, is_gone: impl Fn(&str) -> bool) -> String {
    let bytes = text.as_bytes();
    // Square brackets that are open here, and the marks of links that go.
    let mut open: Vec<usize> = Vec::new();
    let mut gone: Vec<Range<usize>> = Vec::new();
    let (mut at, mut is_blank) = (0, true);
    // Where the next destination ends.
    let mut closes = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' if bytes.get(at + 1) != Some(&b'\n') => at += 1,
            // No link goes over an empty line.
            b'\n' if is_blank => open.clear(),
            b'[' => open.push(at),
            b']' => {
                let opens = open.pop();
                let start = at + 2;
                if closes < start && bytes.get(at + 1) == Some(&b'(') {
                    let rest = bytes.get(start..).unwrap_or_default();
                    let length = rest.iter().position(|byte| matches!(byte, b')' | b'\n'));
                    closes = start + length.unwrap_or(rest.len());
                }
                let target = text.get(start..closes);
                let target = target.filter(|target| target.len() <= LONGEST_TARGET);
                if let (Some(opens), Some(target)) = (opens, target)
                    && bytes.get(at + 1) == Some(&b'(')
                    && bytes.get(closes) == Some(&b')')
                    && is_gone(target.trim_matches(['<', '>']))
                {
                    gone.push(opens..opens + 1);
                    gone.push(at..closes + 1);
                    at = closes;
                }
            }
            _ => {}
        }
        is_blank = match byte {
            b'\n' => true,
            b' ' | b'\t' | b'\r' => is_blank,
            _ => false,
        };
        at += 1;
    }
    gone.sort_by_key(|range| range.start);
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for Range { start, end } in gone {
        out.push_str(text.get(from..start).unwrap_or_default());
        from = end;
    }
    out.push_str(&text[from..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_what_is_gone_become_their_words() {
        let is_gone = |to: &str| to == "x.md";
        for (text, expected) in [
            ("[a](x.md) et [b](y.md)", "a et [b](y.md)"),
            ("[a [b] c](x.md)[d](<x.md>)", "a [b] cd"),
            ("[a](y.md)[\\[b\\]](x.md)", "[a](y.md)\\[b\\]"),
            ("[![i](i.png)](x.md)", "![i](i.png)"),
            ("[a\r\nb](x.md)\r\n", "a\r\nb\r\n"),
            // These are no links.
            ("[a\r\n\r\nb](x.md)", "[a\r\n\r\nb](x.md)"),
            ("a](x.md) [b](x.md", "a](x.md) [b](x.md"),
            ("\\[a](x.md) [b\\](x.md)", "\\[a](x.md) [b\\](x.md)"),
        ] {
            assert_eq!(without_links(text, is_gone), expected, "{text}");
        }
    }
}
