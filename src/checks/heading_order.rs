//! `heading-order`: people who listen to a page navigate by its headings; a skipped level makes them look for
//! a part that is missing (WCAG 2.2, technique H42).

use crate::diagnostics::{Code, Diagnostic, Location};
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let title = || letters(&document.common.title);
    // A heading may be the title that is missing from the front matter.
    let is_titled = document.was_read(&["title"]);
    // The page's title is its first-level heading.
    let mut above = 1;
    for heading in &document.facts.headings {
        let diagnostic = || {
            Diagnostic::new(Code::HeadingOrder, document.place(&heading.span))
                .with("title", &heading.text)
                .with("right", "#".repeat(usize::from(above) + 1))
        };
        if heading.level == 1 {
            let again = diagnostic().with("case", "title");
            match letters(&heading.text) == title() {
                _ if !is_titled => {}
                true => found.push(taken_out(again)),
                false => found.push(again.help("help-first")),
            }
        } else if heading.level > above + 1 {
            found.push(diagnostic());
        }
        above = heading.level.max(2);
    }
}

/// Removes the heading, and the blank lines below it, as the fix: it repeats the title of the page.
fn taken_out(diagnostic: Diagnostic) -> Diagnostic {
    let Location::Place(place) = &diagnostic.location else {
        return diagnostic;
    };
    let after = place.file.text.get(place.span.end..).unwrap_or_default();
    let blank = after.len() - after.trim_start_matches(['\n', '\r']).len();
    let span = place.span.start..place.span.end + blank;
    diagnostic.help("help-again").fix(span, "")
}

/// The letters and digits of a title, for comparison regardless of markup and case.
fn letters(title: &str) -> String {
    title
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
