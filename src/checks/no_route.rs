//! `no-route`: a guide to a procedure that names no way to do it.

use crate::diagnostics::{Code, Diagnostic};
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let Some(guide) = document.guide().filter(|_| !document.is_index) else {
        return;
    };
    let was_read = document.was_read(&["channels", "nature", "online_only"]);
    if was_read && guide.routes().is_empty() && !guide.informs() && guide.online_only.is_none() {
        found.push(Diagnostic::new(Code::NoRoute, document.file_place(&(0..3))));
    }
}
