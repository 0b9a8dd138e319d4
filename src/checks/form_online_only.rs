//! `form-online-only`: a form that the guide only links to. People without the Internet must know where to
//! get it on paper.

use crate::diagnostics::{Code, Diagnostic};
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let channels = document.guide().and_then(|guide| guide.channels.as_ref());
    let routes = channels.map(|channels| channels.paper.as_slice());
    let forms = routes
        .unwrap_or_default()
        .iter()
        .flat_map(|route| &route.forms);
    for form in forms {
        if let (Some(url), None) = (&form.url, &form.place) {
            let diagnostic = Diagnostic::new(Code::FormOnlineOnly, url.location.clone());
            found.push(diagnostic.with("form", &form.title));
        }
    }
}
