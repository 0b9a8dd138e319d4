//! `raw-html`: reports what is removed from an editor's HTML.

use std::ops::Range;

use super::offers::written;
use crate::diagnostics::{Code, Diagnostic, Edit};
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let removed = document.texts().flat_map(|text| {
        let removed = text.facts.removed_html.iter();
        removed.map(move |(name, span)| (name, text.place(span)))
    });
    for (name, place) in removed {
        let diagnostic = Diagnostic::new(Code::RawHtml, place).with("name", name);
        let diagnostic = match attribute_of(&diagnostic, name) {
            Some(edit) => diagnostic.offer_edits("mend-remove-attribute", [edit]),
            None => without_tag(diagnostic),
        };
        found.push(match name.as_str() {
            "img" => diagnostic.help("help-img"),
            name if name.starts_with("href=") => diagnostic.help("help-href"),
            _ => diagnostic,
        });
    }
}

/// Elements whose content is not text.
const WITHOUT_TEXT: &[&str] = &[
    "script", "style", "iframe", "object", "svg", "video", "audio",
];

/// The edit that removes an attribute of this name from a tag that may stay: a table without its `style` is still one.
fn attribute_of(diagnostic: &Diagnostic, name: &str) -> Option<Edit> {
    let (tag, place) = written(diagnostic)?;
    let span = attribute(tag, name)?;
    let start = place.span.start;
    Some(Edit {
        span: start + span.start..start + span.end,
        text: String::new(),
    })
}

/// The bytes of an attribute of a tag, with the space before it.
fn attribute(tag: &str, name: &str) -> Option<Range<usize>> {
    let spaces = tag.match_indices(|c: char| c.is_ascii_whitespace());
    let mut values = spaces.filter_map(|(start, space)| {
        let found = start + space.len();
        let rest = tag.get(found + name.len()..)?.strip_prefix('=')?;
        let is_it = tag
            .get(found..found + name.len())?
            .eq_ignore_ascii_case(name);
        is_it.then_some((start, rest))
    });
    let (start, value) = values.next()?;
    let length = match value.chars().next()? {
        quote @ ('"' | '\'') => value.get(1..)?.find(quote)? + 2,
        _ => value.find(|c: char| c.is_ascii_whitespace() || c == '>')?,
    };
    Some(start..tag.len() - value.len() + length)
}

/// Offers to remove a tag, and the one that closes its element; what is between them stays if it is text.
fn without_tag(diagnostic: Diagnostic) -> Diagnostic {
    let Some((tag, place)) = written(&diagnostic) else {
        return diagnostic;
    };
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let inner = tag.strip_prefix('<').unwrap_or_default();
    let name = &inner[..inner.len() - inner.trim_start_matches(is_name).len()];
    if name.is_empty() || !tag.ends_with('>') {
        return diagnostic;
    }
    let name = name.to_ascii_lowercase();
    let from = place.span.end;
    let closes = closing(place.file.text.get(from..).unwrap_or_default(), &name);
    let closes = closes.map(|(start, end)| (from + start, from + end));
    let gone = |start, end| Edit {
        span: start..end,
        text: String::new(),
    };
    let start = place.span.start;
    match closes {
        Some((_, end)) if WITHOUT_TEXT.contains(&&*name) => {
            diagnostic.offer_edits("mend-remove-element", [gone(start, end)])
        }
        None if WITHOUT_TEXT.contains(&&*name) => diagnostic,
        Some((close, end)) => {
            let tags = [gone(start, from), gone(close, end)];
            diagnostic.offer_edits("mend-remove-tag", tags)
        }
        None => diagnostic.offer_edits("mend-remove-tag", [gone(start, from)]),
    }
}

/// The bytes of the tag that closes an element of this name, which is open where the text begins.
fn closing(text: &str, name: &str) -> Option<(usize, usize)> {
    let mut depth = 0;
    for (at, _) in text.match_indices('<') {
        let rest = &text[at + 1..];
        let (is_end, rest) = match rest.strip_prefix('/') {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        let (Some(found), Some(after)) = (rest.get(..name.len()), rest.get(name.len()..)) else {
            continue;
        };
        if !found.eq_ignore_ascii_case(name) || after.starts_with(char::is_alphanumeric) {
            continue;
        }
        match (is_end, depth) {
            (false, _) => depth += 1,
            (true, 0) => return Some((at, text.len() - after.len() + after.find('>')? + 1)),
            (true, _) => depth -= 1,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::attribute;

    #[test]
    fn an_attribute_goes_with_its_value() {
        let without = |tag: &str, name: &str| {
            let span = attribute(tag, name)?;
            Some(format!("{}{}", &tag[..span.start], &tag[span.end..]))
        };
        let tags = [
            ("<table style='a: b; c: d' border=1>", "<table border=1>"),
            ("<table border=1 STYLE=\"a\">", "<table border=1>"),
            ("<td width=3\n style=a:b>", "<td width=3\n>"),
            ("<td style=''>", "<td>"),
        ];
        for (tag, wanted) in tags {
            assert_eq!(without(tag, "style").as_deref(), Some(wanted));
        }
        for tag in ["<table style='a>", "<style>", "<p title=style>"] {
            assert_eq!(attribute(tag, "style"), None, "{tag}");
        }
    }
}
