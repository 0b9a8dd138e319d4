//! `raw-html`: what is taken out of an editor's HTML must not vanish without a word.

use crate::diagnostics::{Code, Diagnostic};
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    for (name, span) in &document.facts.removed_html {
        let diagnostic = Diagnostic::new(Code::RawHtml, document.place(span)).with("name", name);
        found.push(match name.as_str() {
            "img" => diagnostic.help("help-img"),
            name if name.starts_with("href=") => diagnostic.help("help-href"),
            _ => diagnostic,
        });
    }
}
