//! `unread-link`: a link or an image that is not written as Markdown wants it, and would be printed as it was typed.

use crate::diagnostics::{Code, Diagnostic};
use crate::markdown::Unread;
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    for text in site.page(id).document.texts() {
        for link in &text.facts.unread_links {
            let typed = &text.markdown()[link.span.clone()];
            let mark = if typed.starts_with('!') { "!" } else { "" };
            let diagnostic = Diagnostic::new(Code::UnreadLink, text.place(&link.span))
                .with("link", typed)
                .with("start", format!("{mark}[{}]", link.words))
                .with("address", &link.address);
            found.push(match link.reason {
                Unread::Gap => diagnostic.help("help-gap"),
                Unread::Unclosed => diagnostic.help("help-unclosed"),
                Unread::Quotes => diagnostic.help("help-quotes"),
                Unread::Space => diagnostic.help("help-space"),
                Unread::Other => diagnostic,
            });
        }
    }
}
