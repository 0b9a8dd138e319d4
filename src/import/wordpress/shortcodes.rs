//! Shortcodes: texts in square brackets that a plug-in of WordPress replaces.

use super::html::PostReader;
use crate::diagnostics::Code;
use crate::import::markdown::{MarkdownBlock, MarkdownInline};

impl PostReader<'_> {
    /// Shortcodes stay in the text and are reported; the marks of a caption are removed.
    pub(super) fn shortcodes(&mut self, blocks: &mut [MarkdownBlock]) {
        for block in blocks {
            match block {
                MarkdownBlock::Paragraph(line) => self.shortcodes_in(line),
                MarkdownBlock::Quote(inner) => self.shortcodes(inner),
                MarkdownBlock::List(_, items) => {
                    items.iter_mut().for_each(|item| self.shortcodes(item));
                }
                _ => {}
            }
        }
    }

    fn shortcodes_in(&mut self, line: &mut [MarkdownInline]) {
        for piece in line {
            let MarkdownInline::Text(text) = piece else {
                continue;
            };
            let mut out = String::with_capacity(text.len());
            let mut rest = text.as_str();
            while let Some((before, code, after)) = next_code(rest) {
                out.push_str(before);
                if shortcode_name(code) != "caption" {
                    out.push_str(code);
                    if is_shortcode(code) {
                        self.told.push((Code::ImportShortcode, code.to_owned()));
                    }
                }
                rest = after;
            }
            out.push_str(rest);
            *text = out;
        }
    }
}

/// The first text in square brackets, with what precedes and follows it.
fn next_code(text: &str) -> Option<(&str, &str, &str)> {
    let start = text.find('[')?;
    let end = start + text[start..].find(']')? + 1;
    Some((&text[..start], &text[start..end], &text[end..]))
}

fn shortcode_name(code: &str) -> &str {
    let words = code.trim_start_matches(['[', '/']);
    let end = words.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '_' | '-'));
    &words[..end.unwrap_or(words.len())]
}

/// Whether a text in square brackets is meant for a plug-in rather than for readers.
fn is_shortcode(code: &str) -> bool {
    let name = shortcode_name(code);
    !name.is_empty() && (code.contains('=') || code.starts_with("[/") || KNOWN.contains(&name))
}

/// Shortcodes of WordPress and its commonest form plug-ins that may lack attributes.
const KNOWN: &[&str] = &[
    "gallery",
    "audio",
    "video",
    "playlist",
    "embed",
    "contact-form-7",
    "contact-form",
    "wpforms",
];
