//! `online-only`: a procedure that is possible only online shuts out everybody who has no connection. It is
//! refused, unless the guide declares it: then it is published with a plain notice and counted in the report.

use super::no_route::counters;
use crate::diagnostics::{Code, Diagnostic};
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let Some(guide) = document.guide() else {
        return;
    };
    if !document.was_read(&["channels", "online_only"]) {
        return;
    }
    let routes = guide.routes();
    let new = |location| Diagnostic::new(Code::OnlineOnly, location);
    match &guide.online_only {
        None if routes.online && !routes.off_line() => {
            let diagnostic = new(document.file_place(&(0..3))).with("case", "undeclared");
            found.push(diagnostic.offers(counters(site, document)));
        }
        Some(declared) if routes.off_line() => {
            let diagnostic = new(declared.location.clone()).with("case", "contradicted");
            let declared = document.offer_without("mend-remove-field", &["online_only"], &[]);
            found.push(diagnostic.help("help-contradicted").offers(declared));
        }
        _ => {}
    }
}
