//! `expired`: a page that says itself until when it holds, and that day is past. It stays, with a notice, and loses its
//! sheets: what is handed out cannot be called back.

use crate::diagnostics::{Code, Diagnostic};
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let until = document.common.valid_until.as_ref();
    if let Some(until) = until.filter(|_| site.is_expired(document)) {
        let diagnostic = Diagnostic::new(Code::Expired, until.location.clone());
        found.push(diagnostic.with("until", until.value.to_string()));
    }
}
