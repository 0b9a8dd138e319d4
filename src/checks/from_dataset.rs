//! What no editor can mend: of pages that come from a data set, its section alone tells what a rule finds, with their number.

use crate::diagnostics::{Code, Diagnostic, Location};
use crate::document::Document;
use crate::site::{PageId, Site};

/// What a rule finds on a page; on the text of a section that names a data set, also one diagnostic for all pages that come from it, with
/// the arguments `file` and `count` and the case `file`.
pub(super) fn told(
    site: &Site,
    id: PageId,
    code: Code,
    of_page: impl Fn(&Document) -> Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let document = &site.page(id).document;
    let Some(file) = document.dataset().and_then(|source| source.file.as_ref()) else {
        return match site.dataset_page(document) {
            Some(_) => Vec::new(),
            None => of_page(document),
        };
    };
    let pages = site.pages.iter().map(|page| &page.document);
    let below = pages.filter(|other| site.dataset_page(other) == Some(id));
    let count = below.map(|other| of_page(other).len()).sum::<usize>();
    let mut told = of_page(document);
    if count == 0 {
        return told;
    }
    let diagnostic = Diagnostic::new(code, Location::File(document.file.path.clone()))
        .with("case", "file")
        .with("file", file)
        .with("count", count.to_string());
    told.push(diagnostic.help("help-file"));
    told
}
