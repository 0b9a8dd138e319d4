//! Bounds foreign HTML before it is parsed: parsers keep a stack of open elements and compare each attribute
//! of a tag with those before it, so their time grows with the square of both.

use std::borrow::Cow;

/// The most attributes of a tag; a tag with more is not content.
const MOST_ATTRIBUTES: usize = 100;

/// Elements that have no end tag, or that end where the next one begins.
pub(super) const UNNESTED: &[&str] = &[
    "br", "col", "dd", "dt", "hr", "img", "input", "li", "link", "meta", "p", "source", "td", "th",
    "tr", "wbr",
];

/// The HTML without the tags of elements nested deeper than `deepest`, and without the attributes of tags
/// that have more than a hundred. All text stays.
pub fn bounded(html: &str, deepest: usize) -> Cow<'_, str> {
    let mut out = String::new();
    let mut done = 0;
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(start) = memchr::memchr(b'<', &html.as_bytes()[at..]).map(|found| at + found) {
        let Some(tag) = HtmlTag::at(&html[start..]) else {
            at = start + 1;
            continue;
        };
        at = start + tag.length;
        let is_dropped = match (tag.nests(), tag.is_end) {
            (false, _) => false,
            (true, false) => {
                depth += 1;
                depth > deepest
            }
            (true, true) => {
                depth = depth.saturating_sub(1);
                depth >= deepest
            }
        };
        if is_dropped || tag.attributes > MOST_ATTRIBUTES {
            out.push_str(&html[done..start]);
            done = at;
            if !is_dropped {
                out.push('<');
                out.push_str(tag.name);
                out.push('>');
            }
        }
    }
    if done == 0 {
        return Cow::Borrowed(html);
    }
    out.push_str(&html[done..]);
    Cow::Owned(out)
}

/// A start or end tag.
struct HtmlTag<'h> {
    name: &'h str,
    is_end: bool,
    /// How many attributes it has, those without a value too.
    attributes: usize,
    /// Its bytes, with both angle brackets.
    length: usize,
}

impl<'h> HtmlTag<'h> {
    /// The tag at the start of a text; a comment is a tag without a name.
    fn at(html: &'h str) -> Option<Self> {
        if let Some(comment) = html.strip_prefix("<!--") {
            return Some(Self {
                name: "",
                is_end: false,
                attributes: 0,
                length: comment.find("-->").map_or(html.len(), |end| 4 + end + 3),
            });
        }
        let is_end = html[1..].starts_with('/');
        let begin = 1 + usize::from(is_end);
        let named = &html[begin..];
        if !named.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let name_ends = named.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
        let name = &named[..name_ends.unwrap_or(named.len())];
        let mut quote = None;
        let mut attributes = 0;
        let mut before = b'a';
        for (at, byte) in html.bytes().enumerate().skip(begin + name.len()) {
            let blank = |byte: u8| byte.is_ascii_whitespace() || byte == b'/';
            match quote {
                Some(open) if open == byte => quote = None,
                Some(_) => {}
                None if byte == b'>' => {
                    return Some(Self {
                        name,
                        is_end,
                        attributes,
                        length: at + 1,
                    });
                }
                // Only values are quoted.
                None if matches!(byte, b'"' | b'\'') && before == b'=' => quote = Some(byte),
                None if blank(before) && !blank(byte) && byte != b'=' => attributes += 1,
                None => {}
            }
            if quote.is_none() && !(byte.is_ascii_whitespace() && before == b'=') {
                before = byte;
            }
        }
        // It does not end: nothing after it is a tag or text.
        Some(Self {
            name,
            is_end,
            attributes,
            length: html.len(),
        })
    }

    fn nests(&self) -> bool {
        let name = self.name.to_ascii_lowercase();
        !name.is_empty() && !UNNESTED.contains(&name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    #[test]
    fn what_is_within_the_bounds_stays_as_it_is() {
        let html = "<!-- <b><b><b><b> --><p title=\"a > b\">un <b>deux <i>trois</i></b> a < b <br/><li>c<li>d";
        assert_eq!(bounded(html, 2), html);
        let html = "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul><b>d</b>";
        assert_eq!(
            bounded(html, 2),
            "<ul><li>a<ul><li>b<li>c</li></li></ul></li></ul><b>d</b>"
        );
    }

    #[test]
    fn the_parser_meets_no_depth_and_no_heap_of_attributes() {
        let attributes: String = (0..1000).map(|at| format!(" a{at}=\"x\" b{at}")).collect();
        let html = format!("<p>un <b{attributes}>deux</b> trois</p>");
        assert_eq!(bounded(&html, 9), "<p>un <b>deux</b> trois</p>");
        for nested in ["<ul><li>", "<b a=1>", "<div><p>", "<table><tr><td>"] {
            let html = nested.repeat(3000) + "texte";
            let parsed = Html::parse_fragment(&bounded(&html, 50));
            let text = parsed
                .tree
                .nodes()
                .find(|node| node.value().is_text())
                .unwrap();
            assert!(text.ancestors().count() < 250, "{nested}");
        }
    }
}
