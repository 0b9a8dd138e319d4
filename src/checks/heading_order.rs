//! `heading-order`: people who hear a page find their way by its headings; a level that is skipped leaves them looking
//! for the part that is missing (WCAG 2.2, technique H42).

use crate::diagnostics::{Code, Diagnostic};
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    // The page's title is its first-level heading.
    let mut above = 1;
    for heading in &document.facts.headings {
        let diagnostic = || {
            Diagnostic::new(Code::HeadingOrder, document.place(&heading.span))
                .with("title", &heading.text)
                .with("right", "#".repeat(usize::from(above) + 1))
        };
        if heading.level == 1 {
            found.push(diagnostic().with("case", "title").help("help-first"));
        } else if heading.level > above + 1 {
            found.push(diagnostic());
        }
        above = heading.level.max(2);
    }
}
