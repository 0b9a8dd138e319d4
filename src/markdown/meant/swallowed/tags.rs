//! Tags that nobody meant as such: `<votre nom>`.

use std::collections::HashSet;

use crate::markdown::meant::PassFindings;
use crate::markdown::meant::reading::Reading;

/// Elements that browsers know or once knew. What no browser knows was meant to be read.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "acronym",
    "address",
    "applet",
    "area",
    "article",
    "aside",
    "audio",
    "b",
    "base",
    "basefont",
    "bdi",
    "bdo",
    "bgsound",
    "big",
    "blink",
    "blockquote",
    "body",
    "br",
    "button",
    "canvas",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "datalist",
    "dd",
    "del",
    "details",
    "dfn",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "fieldset",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "i",
    "iframe",
    "image",
    "img",
    "input",
    "ins",
    "isindex",
    "kbd",
    "keygen",
    "label",
    "legend",
    "li",
    "link",
    "listing",
    "main",
    "map",
    "mark",
    "marquee",
    "math",
    "menu",
    "menuitem",
    "meta",
    "meter",
    "nav",
    "nobr",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "ol",
    "optgroup",
    "option",
    "output",
    "p",
    "param",
    "picture",
    "plaintext",
    "portal",
    "pre",
    "progress",
    "q",
    "rb",
    "rp",
    "rt",
    "rtc",
    "ruby",
    "s",
    "samp",
    "script",
    "search",
    "section",
    "select",
    "slot",
    "small",
    "source",
    "spacer",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "track",
    "tt",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
    "xmp",
];

/// Attributes written without a value.
const FLAGS: &[&str] = &[
    "allowfullscreen",
    "async",
    "autofocus",
    "autoplay",
    "checked",
    "compact",
    "controls",
    "default",
    "defer",
    "disabled",
    "hidden",
    "inert",
    "ismap",
    "itemscope",
    "loop",
    "multiple",
    "muted",
    "nohref",
    "noresize",
    "noshade",
    "novalidate",
    "nowrap",
    "open",
    "readonly",
    "required",
    "reversed",
    "selected",
];

/// Whether this is the name of an element, in lower case.
pub fn is_element(name: &str) -> bool {
    ELEMENTS.contains(&name)
}

/// Whether `<…>` is a tag that nobody meant: `<votre nom>`.
fn is_words(tag: &str, closed: &HashSet<String>) -> bool {
    let inside = tag.trim_start_matches('<').trim_end_matches('>').trim();
    // A declaration, or an instruction to a program.
    if let Some(rest) = inside.strip_prefix(['!', '?']) {
        return rest.starts_with(char::is_alphabetic)
            && !rest.to_ascii_lowercase().starts_with("doctype")
            || inside.starts_with('?');
    }
    // Self-closing tags come from a program.
    if inside.ends_with('/')
        || !inside.starts_with(|c: char| c.is_ascii_alphabetic())
        || inside.contains('=')
    {
        return false;
    }
    let mut words = inside.split_ascii_whitespace();
    let name = words.next().unwrap_or_default().to_ascii_lowercase();
    if is_element(&name) {
        return words.any(|word| !FLAGS.contains(&word.to_ascii_lowercase().as_str()));
    }
    // A custom element, closed by another tag.
    !closed.contains(&name)
}

/// The names of all elements that have an end tag.
fn closed(source: &str) -> HashSet<String> {
    let tags = memchr::memmem::find_iter(source.as_bytes(), "</");
    let names = tags.map(|at| {
        let name = source[at + 2..]
            .bytes()
            .take_while(u8::is_ascii_alphanumeric);
        name.map(|byte| char::from(byte.to_ascii_lowercase()))
            .collect()
    });
    names.collect()
}

pub fn look(reading: &Reading<'_>, found: &mut PassFindings) {
    let closed = match reading.inline_html.is_empty() && reading.html_blocks.is_empty() {
        true => HashSet::new(),
        false => closed(reading.source),
    };
    for span in &reading.inline_html {
        let tag = &reading.source[span.clone()];
        if is_words(tag, &closed) && !reading.source[..span.start].ends_with('<') {
            found.edit(span.start..span.start, "\\");
        }
    }
    for span in &reading.html_blocks {
        let line = reading.source[span.clone()]
            .lines()
            .next()
            .unwrap_or_default();
        let tag = line.split_inclusive('>').next().unwrap_or_default();
        if tag.ends_with('>') && is_words(tag.trim_start(), &closed) {
            let start = span.start + (line.len() - line.trim_start().len());
            found.edit(start..start, "\\");
        }
    }
    // Word's own `<o:p>` is not a tag for Markdown.
    for group in &reading.groups {
        for (mark, _) in ["<o:p>", "</o:p>", "<o:p/>", "<o:p />"]
            .iter()
            .flat_map(|mark| {
                let places = group.places(reading.source, mark).into_iter();
                places.map(move |(at, _)| (at..at + mark.len(), ()))
            })
        {
            found.edit(mark, "");
        }
    }
}
