//! A page whose title is a heading at the start of its text, as other programs read it, and not in its front matter.

use std::ops::Range;
use std::sync::Arc;

use super::body::{self, ReadBody};
use crate::diagnostics::{Code, Diagnostic, Edit, Location, Place, TextFile};
use crate::yaml::scalar;

/// The title of such a page, and where its text begins. What was reported of the missing title says what to do with the heading;
/// `None` if the title is not missing, or the text does not begin with a heading.
pub(super) fn of_text(
    file: &Arc<TextFile>,
    front: Option<&Range<usize>>,
    read: &ReadBody,
    diagnostics: &mut [Diagnostic],
) -> Option<(String, usize)> {
    let mut found = diagnostics.iter_mut();
    let missing = found.find(|found| found.code == Code::MissingTitle)?;
    let heading = read.facts.headings.first()?;
    let span = body::span(&read.body, read.meant.as_deref(), &heading.span);
    let before = file.text.get(read.body.start..span.start)?;
    if heading.level != 1 || heading.text.is_empty() || !before.trim().is_empty() {
        return None;
    }
    let after = file.text.get(span.end..)?;
    let start = span.end + after.len() - after.trim_start_matches(['\n', '\r']).len();
    let key = missing.args.iter().find(|(name, _)| *name == "key");
    let line = format!(
        "{}: {}",
        key.map_or("title", |(_, key)| key),
        scalar(&heading.text)
    );
    let edit = |span: Range<usize>, text: String| Edit { span, text };
    let (help, edits) = match front {
        None => {
            let head = edit(
                read.body.start..start,
                format!(
                    "---\n{line}\n---\n{}",
                    if start < file.text.len() { "\n" } else { "" }
                ),
            );
            ("help-heading", vec![head])
        }
        Some(front) => {
            // Fields that are set in, or in braces, would not be beside this one.
            let fields = file
                .text
                .get(front.clone())?
                .trim_start_matches(['\n', '\r']);
            if !fields.is_empty() && !fields.starts_with(char::is_alphabetic) {
                return None;
            }
            let head = edit(front.start..front.start, format!("{line}\n"));
            let taken_out = edit(span.start..start, String::new());
            ("help-heading-below", vec![head, taken_out])
        }
    };
    let place = Place {
        file: Arc::clone(file),
        span,
    };
    let diagnostic = Diagnostic::new(Code::MissingTitle, Location::Place(place))
        .with("case", "heading")
        .with("line", &line)
        .help(help);
    *missing = diagnostic.fixes(edits);
    Some((heading.text.clone(), start))
}
