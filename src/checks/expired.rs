//! `expired`: a page past the last day of validity that it declares. It stays online with a notice and loses
//! its sheets, because paper that has been handed out cannot be called back.

use crate::diagnostics::{Code, Diagnostic};
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let until = document.common.valid_until.as_ref();
    if let Some(until) = until.filter(|_| site.is_expired(document)) {
        let diagnostic = Diagnostic::new(Code::Expired, until.location.clone());
        let unlimited = document.offer_without("mend-unlimited", &["valid_until"], &[]);
        let diagnostic = diagnostic.with("until", until.value.to_string());
        found.push(diagnostic.offers(unlimited));
    }
}
