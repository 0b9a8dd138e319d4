//! `missing-date`: an article without a date appears in no archive and no feed, and nobody can tell how old
//! it is.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::Kind;
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let is_missing = document.common.date.is_none() && document.was_read(&["date"]);
    if document.kind() == Kind::Article && is_missing {
        let diagnostic = Diagnostic::new(Code::MissingDate, document.file_place(&(0..3)));
        let today = site.day.to_string();
        found.push(diagnostic.offers(document.offer_field("mend-dated", &["date"], &today)));
    }
}
