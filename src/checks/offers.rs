//! What several rules offer: a name instead of another, a link without its brackets, a change to the configuration.

use std::ops::Range;

use crate::diagnostics::{Diagnostic, Edit, Fix, Location, Place, Remedy};
use crate::edit::{self, FieldChange};
use crate::model::config;
use crate::model::schema;
use crate::site::Site;

fn gone(span: Range<usize>) -> Edit {
    let text = String::new();
    Edit { span, text }
}

/// The text that a diagnostic points to, and its place.
pub(super) fn written(diagnostic: &Diagnostic) -> Option<(&str, &Place)> {
    match &diagnostic.location {
        Location::Place(place) => Some((place.file.text.get(place.span.clone())?, place)),
        Location::File(_) | Location::Site => None,
    }
}

/// The fix that makes changes to the site's configuration.
pub(super) fn in_configuration(site: &Site, changes: &[FieldChange]) -> Option<Fix> {
    let mut files = site.written.iter();
    let config = files.find(|written| written.file.path == config::FILE)?;
    let text = edit::change(&config.file.text, &schema::Names, changes).ok()?;
    Fix::between(&config.file, &text)
}

/// The words of a link as typed, and the bytes of its destination: of `[words](destination)` or `[words][name]`.
pub(super) fn parts(link: &str) -> Option<(&str, Range<usize>)> {
    let inner = link.strip_prefix('[')?;
    let end = link.strip_suffix([')', ']'])?.len();
    let at = inner.rfind("](").or_else(|| inner.rfind("]["))?;
    let words = &inner[..at];
    let count = |bracket: char| words.matches(bracket).count();
    (count('[') == count(']')).then_some((words, at + 3..end))
}

/// Offers to remove a link and to keep its words.
pub(super) fn without_link(diagnostic: Diagnostic) -> Diagnostic {
    let Some((link, place)) = written(&diagnostic) else {
        return diagnostic;
    };
    let Some((words, _)) = parts(link) else {
        return diagnostic;
    };
    let start = place.span.start;
    let edits = match words.trim().is_empty() {
        true => vec![gone(place.span.clone())],
        false => {
            let end = start + 1 + words.len();
            vec![gone(start..start + 1), gone(end..place.span.end)]
        }
    };
    diagnostic.offer_edits("mend-unlink", edits)
}

/// Offers these words for a link in place of its own.
pub(super) fn words_of_link(diagnostic: Diagnostic, meant: &str) -> Diagnostic {
    let is_plain = |c: char| !c.is_control() && !"[]*_`<>\\".contains(c);
    let Some((link, place)) = written(&diagnostic) else {
        return diagnostic;
    };
    let Some((words, _)) = parts(link).filter(|_| meant.chars().all(is_plain)) else {
        return diagnostic;
    };
    let start = place.span.start + 1;
    let fix = diagnostic.fix_here([Edit {
        span: start..start + words.len(),
        text: meant.to_owned(),
    }]);
    diagnostic.offers(fix.map(Remedy::plain))
}

/// Offers another destination in place of the one that the diagnostic points to, or to the end of.
pub(super) fn destination(diagnostic: Diagnostic, destination: &str, meant: &str) -> Diagnostic {
    let Some((text, place)) = written(&diagnostic) else {
        return diagnostic;
    };
    // The words of a link precede its destination.
    let Some(at) = text.rfind(destination).filter(|_| !destination.is_empty()) else {
        return diagnostic;
    };
    let start = place.span.start + at;
    let fix = diagnostic.fix_here([Edit {
        span: start..start + destination.len(),
        text: meant.to_owned(),
    }]);
    let remedy = fix.map(|fix| Remedy::new("mend-write", fix).with("text", meant));
    diagnostic.offers(remedy)
}

/// Offers to remove an image from a text, with its line if nothing else is on it; or to make it a link.
pub(super) fn without_image(diagnostic: Diagnostic, is_elsewhere: bool) -> Diagnostic {
    let Some((image, place)) = written(&diagnostic) else {
        return diagnostic;
    };
    let (before, after) = place.around();
    // A link around it would be left without words.
    if !image.starts_with("![") || before.ends_with('[') {
        return diagnostic;
    }
    let start = place.span.start;
    let has_words = parts(&image[1..]).is_some_and(|(words, _)| !words.trim().is_empty());
    let is_alone = before.trim().is_empty() && after.trim().is_empty();
    let rest = place.file.text.get(place.span.end..).unwrap_or_default();
    let lines = rest.len() - rest.trim_start_matches('\n').len();
    let span = match is_alone && before.is_empty() {
        true => start..place.span.end + lines,
        false => place.span.clone(),
    };
    let diagnostic = match is_elsewhere && has_words {
        true => diagnostic.offer_edits("mend-image-as-link", [gone(start..start + 1)]),
        false => diagnostic,
    };
    diagnostic.offer_edits("mend-remove-image", [gone(span)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_taken_apart() {
        assert_eq!(parts("[a](b.md)"), Some(("a", 4..8)));
        assert_eq!(parts("[a [b]](c)"), Some(("a [b]", 8..9)));
        assert_eq!(parts("[a][b]"), Some(("a", 4..5)));
        for not in ["a", "[a]", "<a>", "[a] b](c)", "![a](b)"] {
            assert_eq!(parts(not), None, "{not}");
        }
    }
}
