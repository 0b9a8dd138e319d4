//! `heading-order`: people who listen to a page navigate by its headings; a skipped level makes them look for
//! a part that is missing (WCAG 2.2, technique H42).

use crate::diagnostics::{Code, Diagnostic, Edit, Location, Remedy};
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
                false => found.push(levelled(again, 1, 2).help("help-first")),
            }
        } else if heading.level > above + 1 {
            found.push(levelled(diagnostic(), heading.level, above + 1));
        }
        above = heading.level.max(2);
    }
}

/// Offers another level for a heading that begins with signs.
fn levelled(diagnostic: Diagnostic, level: u8, right: u8) -> Diagnostic {
    let signs = "#".repeat(usize::from(level));
    let Location::Place(place) = &diagnostic.location else {
        return diagnostic;
    };
    let written = place.file.text.get(place.span.clone()).unwrap_or_default();
    let start = place.span.start;
    let Some(words) = written
        .strip_prefix(&*signs)
        .filter(|rest| !rest.starts_with('#'))
    else {
        return diagnostic;
    };
    let right = "#".repeat(usize::from(right));
    let shown = format!("{right}{}", words.lines().next().unwrap_or_default());
    let fix = diagnostic.fix_here([Edit {
        span: start..start + signs.len(),
        text: right,
    }]);
    diagnostic.offers(fix.map(|fix| Remedy::new("mend-write", fix).with("text", shown)))
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
