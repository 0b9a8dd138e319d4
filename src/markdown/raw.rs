//! Raw HTML in an editor's text: what may stand in a page, and what is taken out.

use std::sync::LazyLock;

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
        let tag = &html[at + name.len()..];
        let tag = &tag[..tag.find('>').unwrap_or(tag.len())];
        let name = name.to_ascii_lowercase();
        if !ALLOWED.contains(&name.as_str()) {
            found.push((name, start));
            continue;
        }
        found.extend(bad_attribute(tag).map(|attribute| (attribute, start)));
    }
    found.into_iter()
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
const OURS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6", "img"];

/// Raw HTML in which such elements, and links inside the site, have another name, so that the sanitiser tells them from guichet's own; `None` where
/// it has none of them.
pub(super) fn set_apart(html: &str) -> Option<String> {
    let is_ours = |rest: &str| {
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        let name_ends = rest.find(|c: char| !c.is_ascii_alphanumeric());
        let (name, tag) = rest.split_at(name_ends.unwrap_or(rest.len()));
        let tag = &tag[..tag.find('>').unwrap_or(tag.len())];
        OURS.iter().any(|ours| name.eq_ignore_ascii_case(ours))
            || name.eq_ignore_ascii_case("a")
                && bad_attribute(tag).is_some_and(|name| name.starts_with("href="))
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

/// The HTML without what [`removed`] names. Guichet's own markup passes unharmed.
pub(super) fn sanitise(html: &str) -> String {
    SANITISER.clean(html).to_string()
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
        .add_tag_attributes("ol", ["start", "reversed"])
        .add_tag_attributes("time", ["datetime"])
        .add_tag_attributes("details", ["open"])
        .add_tag_attributes("th", ["scope", "colspan", "rowspan"])
        .add_tag_attributes("td", ["colspan", "rowspan"]);
    builder
});
