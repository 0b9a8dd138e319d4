//! Raw HTML in an editor's text: what a page may contain and what is removed.

use std::ops::Range;
use std::sync::LazyLock;

use super::tags::{UNNESTED, bounded};
use crate::diagnostics::floor_char_boundary;

/// The inline elements that an editor may write. Images and links within the site are not among them: as
/// Markdown, they are checked and resolved to the page's address.
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

/// The schemes that a link in raw HTML may use.
const SCHEMES: &[&str] = &["http", "https", "mailto", "tel", "sms"];

/// What is removed from a piece of raw HTML: the name of each element, attribute or address, and the bytes of
/// its tag.
pub(super) fn removed(html: &str) -> impl Iterator<Item = (String, Range<usize>)> {
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
        let end = at + name.len() + tag.len();
        if is_text(&html[at..end]) {
            continue;
        }
        // Word's own `<o:p>` is empty.
        if tag.starts_with(':') {
            continue;
        }
        let end = end + usize::from(html[end..].starts_with('>'));
        let name = name.to_ascii_lowercase();
        if !ALLOWED.contains(&name.as_str()) {
            found.push((name, start..end));
            continue;
        }
        found.extend(bad_attribute(tag).map(|attribute| (attribute, start..end)));
    }
    found.into_iter()
}

/// Whether what looks like a tag is text: `<https://…>`, `<mairie@exemple.fr>`, `<votre nom>`. `tag` is the
/// text between the angle brackets.
pub(super) fn is_text(tag: &str) -> bool {
    let end = tag.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
    let (name, rest) = tag.split_at(end.unwrap_or(tag.len()));
    let is_name = name
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b':'));
    let is_address = name.ends_with(':') || !is_name;
    let has_words = rest.contains(|c: char| c.is_alphanumeric()) && !rest.contains('=');
    is_address || has_words && !super::meant::is_element(&name.to_ascii_lowercase())
}

/// The start and end tags of a piece of raw HTML, as plus or minus one level, each with its byte.
///
/// Browsers and sanitisers keep a stack of open elements, and their time grows with the square of its depth.
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

/// The content of a tag: up to its end, but no longer than any tag is.
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

/// Elements of guichet's own markup that an editor can write only as Markdown.
const OURS: &[&str] = &[
    "h1", "h2", "h3", "h4", "h5", "h6", "img", "picture", "source",
];

/// Whether an editor may write an element.
pub(super) fn is_allowed(name: &str) -> bool {
    ALLOWED.contains(&name)
}

/// Whether a tag may stay as it is: a link in raw HTML may lead only to other sites.
pub(super) fn may_stand(name: &str, tag: &str) -> bool {
    name != "a" || !bad_attribute(tag).is_some_and(|name| name.starts_with("href="))
}

/// Whether the content of an element is not text for readers.
pub(super) fn is_hidden(name: &str) -> bool {
    matches!(name, "script" | "style")
}

/// Whether an element has no end tag.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Whether an element ends by itself at the end of its parent.
pub(super) fn may_stay_open(name: &str) -> bool {
    const ENDED: &[&str] = &[
        "caption", "colgroup", "dd", "dt", "li", "p", "rp", "rt", "tbody", "td", "tfoot", "th",
        "thead", "tr",
    ];
    ENDED.contains(&name)
}

/// The elements of which one must be open around an element; none if it is allowed anywhere.
pub(super) fn parents(name: &str) -> &'static [&'static str] {
    match name {
        "li" => &["ul", "ol"],
        "dd" | "dt" => &["dl"],
        "rp" | "rt" => &["ruby"],
        "caption" | "col" | "colgroup" | "tbody" | "td" | "tfoot" | "th" | "thead" | "tr" => {
            &["table"]
        }
        _ => &[],
    }
}

/// The deepest nesting of elements in a page's text: texts nested deeper than 40 levels are not rendered, and
/// guichet adds only a few levels.
const DEEPEST: usize = 200;

/// The HTML without what [`removed`] names. Guichet's own markup passes unchanged.
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
