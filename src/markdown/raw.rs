//! Raw HTML in an editor's text: what may stand in a page, and what is taken out.

use std::sync::LazyLock;

use super::tags::{UNNESTED, bounded};
use crate::diagnostics::floor_char_boundary;

/// The elements of running text that an editor may write. Images and links inside the site are not among them: written
/// in Markdown, they are checked and lead to the page's address.
const ALLOWED: &[&str] = &[
    "a",
    "abbr",
    "address",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "hr",
    "i",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
];

/// The schemes that a link in raw HTML may have.
const SCHEMES: &[&str] = &["http", "https", "mailto", "tel", "sms"];

/// What is taken out of a piece of raw HTML: the name of each element, attribute or address, and its byte.
pub(super) fn removed(html: &str) -> impl Iterator<Item = (String, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = html[at..].find('<') {
        let start = at + next;
        at = start + 1;
        let name: String = html[at..]
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
            .collect();
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let tag = tag(&html[at + name.len()..]);
        let name = name.to_ascii_lowercase();
        if !ALLOWED.contains(&name.as_str()) {
            found.push((name, start));
            continue;
        }
        found.extend(bad_attribute(tag).map(|attribute| (attribute, start)));
    }
    found.into_iter()
}

/// The start and end tags of a piece of raw HTML, as one level more or less, each with its byte.
///
/// Browsers and sanitisers keep a stack of open elements, and take time with the square of its depth.
pub(super) fn nesting(html: &str) -> impl Iterator<Item = (isize, usize)> {
    html.match_indices('<').filter_map(|(at, _)| {
        let rest = &html[at + 1..];
        let (change, rest) = match rest.strip_prefix('/') {
            Some(rest) => (-1, rest),
            None => (1, rest),
        };
        let end = rest
            .bytes()
            .position(|b| !b.is_ascii_alphanumeric())
            .unwrap_or(rest.len());
        let name = rest[..end].to_ascii_lowercase();
        let nests = name.starts_with(|c: char| c.is_ascii_alphabetic())
            && !UNNESTED.contains(&name.as_str());
        nests.then_some((change, at))
    })
}

/// What stands in a tag: up to its end, and no further than any tag is long.
fn tag(rest: &str) -> &str {
    const LONGEST: usize = 2000;
    let end = rest.bytes().take(LONGEST).position(|byte| byte == b'>');
    &rest[..end.unwrap_or_else(|| floor_char_boundary(rest, LONGEST))]
}

/// An attribute that would run code or style the page, or a link that is not checked.
fn bad_attribute(tag: &str) -> Option<String> {
    let attributes = tag
        .split_ascii_whitespace()
        .filter_map(|part| part.split_once('='));
    for (name, value) in attributes {
        let name = name.to_ascii_lowercase();
        if name.starts_with("on") || name == "style" {
            return Some(name);
        }
        let target = value.trim_matches(['"', '\'']).to_ascii_lowercase();
        let followed = SCHEMES.iter().any(|scheme| {
            target
                .strip_prefix(scheme)
                .is_some_and(|rest| rest.starts_with(':'))
        });
        if name == "href" && !followed {
            return Some(format!("href={value}"));
        }
    }
    None
}

/// Elements of guichet's own markup that an editor may only write in Markdown.
const OURS: &[&str] = &[
    "h1", "h2", "h3", "h4", "h5", "h6", "img", "picture", "source",
];

/// Raw HTML in which such elements, and links inside the site, have another name, so that the sanitiser tells them from guichet's own; `None` where
/// it has none of them.
pub(super) fn set_apart(html: &str) -> Option<String> {
    let is_ours = |rest: &str| {
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        let name_ends = rest.find(|c: char| !c.is_ascii_alphanumeric());
        let (name, tag) = rest.split_at(name_ends.unwrap_or(rest.len()));
        OURS.iter().any(|ours| name.eq_ignore_ascii_case(ours))
            || name.eq_ignore_ascii_case("a")
                && bad_attribute(self::tag(tag)).is_some_and(|name| name.starts_with("href="))
    };
    let starts: Vec<usize> = html
        .match_indices('<')
        .map(|(at, _)| at + 1)
        .filter(|at| is_ours(&html[*at..]))
        .collect();
    if starts.is_empty() {
        return None;
    }
    let mut out = String::with_capacity(html.len() + 8 * starts.len());
    let mut done = 0;
    for at in starts {
        let at = at + usize::from(html[at..].starts_with('/'));
        out.push_str(&html[done..at]);
        out.push_str("raw-");
        done = at;
    }
    out.push_str(&html[done..]);
    Some(out)
}

/// How deep the elements of a page's text are nested at most: texts that are nested deeper than 40 levels are not rendered, and what guichet adds is
/// a few.
const DEEPEST: usize = 200;

/// The HTML without what [`removed`] names. Guichet's own markup passes unharmed.
pub(super) fn sanitise(html: &str) -> String {
    SANITISER.clean(&bounded(html, DEEPEST)).to_string()
}

static SANITISER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut builder = ammonia::Builder::empty();
    builder
        .link_rel(None)
        .tags(ALLOWED.iter().chain(OURS).copied().collect())
        .clean_content_tags(["script", "style"].into())
        .url_schemes(SCHEMES.iter().copied().collect())
        .generic_attributes(
            [
                "aria-label",
                "class",
                "dir",
                "id",
                "lang",
                "role",
                "tabindex",
                "title",
            ]
            .into(),
        )
        .add_tag_attributes("a", ["href", "hreflang"])
        .add_tag_attributes("img", ["src", "alt", "loading", "width", "height"])
        .add_tag_attributes("source", ["srcset", "type"])
        .add_tag_attributes("ol", ["start", "reversed"])
        .add_tag_attributes("time", ["datetime"])
        .add_tag_attributes("details", ["open"])
        .add_tag_attributes("th", ["scope", "colspan", "rowspan"])
        .add_tag_attributes("td", ["colspan", "rowspan"]);
    builder
});
