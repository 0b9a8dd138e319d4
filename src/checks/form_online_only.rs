//! `form-online-only`: a form that the guide only links to. People without the Internet must know where to
//! get it on paper.

use super::from_dataset;
use crate::diagnostics::{Code, Diagnostic};
use crate::document::Document;
use crate::model::values::Placed;
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    found.extend(from_dataset::told(
        site,
        id,
        Code::FormOnlineOnly,
        online_only,
    ));
}

/// The forms of a guide that it only links to, each with the place of its link.
fn online_only(document: &Document) -> Vec<Diagnostic> {
    let channels = document.guide().and_then(|guide| guide.channels.as_ref());
    let routes = channels.map(|channels| channels.paper.as_slice());
    let forms = routes
        .unwrap_or_default()
        .iter()
        .flat_map(|route| &route.forms);
    let linked = forms.filter_map(|form| match (&form.url, &form.place) {
        (Some(Placed { location, .. }), None) => Some((form, location)),
        _ => None,
    });
    let told = linked.map(|(form, location)| {
        Diagnostic::new(Code::FormOnlineOnly, location.clone())
            .with("case", "page")
            .with("form", &form.title)
    });
    told.collect()
}
