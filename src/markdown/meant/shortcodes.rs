//! What only another program can resolve: `[caption]`, `[gallery ids="1,2"]`, `{{< figure >}}`, `{% include
//! %}`.

use std::collections::HashSet;
use std::ops::Range;

use super::reading::Reading;
use super::spip::is_template;
use super::{MarkKind, PassFindings, near};

/// Shortcodes of WordPress and its most common plug-ins that also occur without a value.
const NAMES: &[&str] = &[
    "caption",
    "gallery",
    "embed",
    "audio",
    "video",
    "playlist",
    "contact-form",
    "contact-form-7",
    "button",
    "column",
    "columns",
    "row",
    "toc",
    "wp_caption",
    "vc_row",
    "vc_column",
    "et_pb_section",
    "youtube",
    "vimeo",
    "google-map",
    "ninja_form",
    "gravityform",
    "wpforms",
    "shortcode",
];

pub fn look(reading: &Reading<'_>, found: &mut PassFindings) {
    let source = reading.source;
    let closed = closed(source);
    for group in &reading.groups {
        for run in group.runs(source) {
            brackets(source, &run, &closed, found);
            braces(source, &run, found);
        }
    }
    containers(reading, found);
}

/// `:::info` and `:::`, around what another program shows in a box: Markdown would take the colons for a
/// definition.
fn containers(reading: &Reading<'_>, found: &mut PassFindings) {
    let source = reading.source;
    let mut fences = reading.fences.iter().peekable();
    for (at, _) in source.match_indices(":::") {
        while fences.next_if(|fence| fence.end <= at).is_some() {}
        let is_code = fences.peek().is_some_and(|fence| fence.start <= at);
        let before = source[..at].trim_end_matches(' ');
        if is_code || at - before.len() > 3 || !(before.is_empty() || before.ends_with('\n')) {
            continue;
        }
        let line = source[at..].lines().next().unwrap_or_default();
        found.edit(at..at, "\\");
        found.mark_at_once(MarkKind::Shortcode, at..at + line.trim_end().len());
    }
}

/// The names of all shortcodes with a closing tag: `[/caption]`.
fn closed(source: &str) -> HashSet<&str> {
    let marks = memchr::memmem::find_iter(source.as_bytes(), "[/");
    let names = marks.filter_map(|at| near(&source[at + 2..]).split_once(']'));
    names.map(|(name, _)| name).collect()
}

/// `[caption id="…"]`; its closing tag is reported with it.
fn brackets(source: &str, run: &Range<usize>, closed: &HashSet<&str>, found: &mut PassFindings) {
    let text = &source[run.clone()];
    for (open, _) in text.match_indices('[') {
        let rest = &text[open + 1..];
        let Some(close) = near(rest).find(']') else {
            continue;
        };
        let words = &rest[..close];
        let name = words.split([' ', '=']).next().unwrap_or_default();
        let is_name = !name.is_empty()
            && name
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
        let has_value = words.contains("=\"") || words.contains("='");
        let at = run.start + open;
        if is_name
            && !rest[close + 1..].starts_with(['(', '['])
            && (has_value || NAMES.contains(&name) || closed.contains(name))
        {
            found.mark(MarkKind::Shortcode, at..at + close + 2);
        }
    }
}

/// `{{< … >}}`, `{{ page.title }}`, `{% … %}`
fn braces(source: &str, run: &Range<usize>, found: &mut PassFindings) {
    let text = &source[run.clone()];
    for (open, close) in [("{{", "}}"), ("{%", "%}")] {
        let mut at = 0;
        while let Some(start) = text[at..].find(open).map(|start| at + start) {
            let inside = start + open.len();
            let Some(end) = text[inside..].find(close).map(|end| inside + end) else {
                break;
            };
            let words = &text[start + 2..end];
            at = end + 2;
            if open == "{%" || is_template(words) {
                found.mark(MarkKind::Shortcode, run.start + start..run.start + at);
            }
        }
    }
}
