//! `template-text`: placeholder text that `guichet new` and `guichet init` wrote, in this version or an
//! earlier one. It looks true and is not: a telephone number that nobody has, a delay « to be filled in ».

use std::ops::Range;

use crate::diagnostics::{Code, Diagnostic};
use crate::document::{Document, TEMPLATE_NUMBER as NUMBER, TEMPLATE_STREET as STREET};
use crate::site::{PageId, Site};

/// The hours below the number in templates.
const HOURS: &str = "Mo-Fr 09:00-12:00";

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    // Placeholders are fine in a draft.
    if document.common.draft == Some(true) {
        return;
    }
    let left: Vec<(&str, Range<usize>)> = document
        .template_texts()
        .iter()
        .filter(|(template, span)| {
            let is_left = !is_in_comment(document, span)
                && match *template {
                    NUMBER | STREET => is_line(document, span),
                    town if is_of_town(town) => is_line(document, span),
                    _ => is_whole(document, span),
                };
            is_left && !is_true(document, template)
        })
        .cloned()
        .collect();
    let front = &document.file.text[..document.body.start];
    let is_written = |line: &str| line.contains(HOURS) && !line.trim_start().starts_with('#');
    let has_others =
        front.lines().any(is_written) || left.iter().any(|(template, _)| *template != NUMBER);
    for (template, span) in left {
        // On its own, the number is one that somebody else made up.
        if template != NUMBER || has_others {
            let place = document.file_place(&span);
            let diagnostic = Diagnostic::new(Code::TemplateText, place);
            found.push(diagnostic.with("text", template));
        }
    }
}

/// The text before and after these bytes on their line; `None` if the line is too long for a lone
/// placeholder.
fn around<'t>(text: &'t str, span: &Range<usize>) -> Option<(&'t str, &'t str)> {
    const LONGEST: usize = 1000;
    let bytes = text.as_bytes();
    let before = bytes.get(span.start.saturating_sub(LONGEST)..span.start)?;
    let before = memchr::memrchr(b'\n', before).map_or(before.len(), |at| before.len() - at - 1);
    let after = bytes.get(span.end..text.len().min(span.end + LONGEST))?;
    let after = memchr::memchr(b'\n', after).unwrap_or(after.len());
    let is_long = before == LONGEST || after == LONGEST;
    let before = text.get(span.start - before..span.start);
    let after = text.get(span.end..span.end + after);
    before.zip(after).filter(|_| !is_long)
}

/// Whether these bytes are in a comment of the fields: an example that no reader sees.
fn is_in_comment(document: &Document, span: &Range<usize>) -> bool {
    let before = around(&document.file.text, span).map_or("", |(before, _)| before);
    let is_quoted = |at: usize| before[..at].contains(['"', '\'']);
    let mut signs = before.match_indices('#').map(|(at, _)| at);
    span.end <= document.body.start
        && signs.any(|at| !is_quoted(at) && !before[..at].ends_with(|c: char| !c.is_whitespace()))
}

/// Whether these bytes are the whole of a field, an item or a line of the text.
fn is_whole(document: &Document, span: &Range<usize>) -> bool {
    let Some((before, after)) = around(&document.file.text, span) else {
        return false;
    };
    let in_front = span.end <= document.body.start;
    let before = before.trim_end_matches(['"', '\'', '“']).trim();
    let begins = before.is_empty()
        || matches!(before, "-" | "*" | "+")
        || before
            .trim_end_matches(['.', ')'])
            .bytes()
            .all(|b| b.is_ascii_digit())
        || in_front && before.ends_with([':', '[', '-'])
        || in_front && before.ends_with(',') && before.contains('[');
    let after = after.trim_start_matches(['"', '\'', '”']);
    let rest = after.trim();
    let ends = rest.is_empty()
        || in_front && (after.starts_with(" #") || rest.starts_with([',', ']', '}']));
    begins && ends
}

/// Whether these bytes are exactly as in the templates: alone after a key or in a list, without quotation
/// marks. Number, street and town are common choices for fiction, and are placeholders only in that form.
fn is_line(document: &Document, span: &Range<usize>) -> bool {
    let Some((before, after)) = around(&document.file.text, span) else {
        return false;
    };
    span.end <= document.body.start
        && before.trim_end().ends_with([':', '-'])
        && !before.contains(['{', '[', '"', '\''])
        && after
            .split('#')
            .next()
            .unwrap_or_default()
            .trim()
            .is_empty()
}

/// Whether a template's text is true here: a street of that name in a real town, or a fictional town on a
/// site that uses one.
fn is_true(document: &Document, template: &str) -> bool {
    let front = &document.file.text[..document.body.start];
    let mut numbers = front.split(|c: char| !c.is_ascii_digit());
    if template == STREET {
        return numbers.any(|digits| digits.len() == 5 && digits != "00000");
    }
    // The templates used a town that does not exist, with this number.
    is_of_town(template) && !front.contains(NUMBER)
}

fn is_of_town(template: &str) -> bool {
    template.contains("Exempleville") || template.contains("Exampletown")
}
