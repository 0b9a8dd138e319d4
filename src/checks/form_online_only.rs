//! `form-online-only`: a form that the guide only links to. People without the Internet must know where to
//! get it on paper. Of guides that come from a data set, which no editor writes, its section alone says so, with their number.

use crate::diagnostics::{Code, Diagnostic, Location};
use crate::document::Document;
use crate::model::channel::Form;
use crate::model::values::Placed;
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    if let Some(file) = document.dataset().and_then(|source| source.file.as_ref()) {
        let below = site.pages.iter().map(|page| &page.document);
        let below = below.filter(|other| site.dataset_page(other) == Some(id));
        let count = below.map(|other| online_only(other).count()).sum::<usize>();
        if count > 0 {
            let location = Location::File(document.file.path.clone());
            let diagnostic = Diagnostic::new(Code::FormOnlineOnly, location)
                .with("case", "file")
                .with("file", file)
                .with("count", count.to_string());
            found.push(diagnostic.help("help-file"));
        }
    } else if site.dataset_page(document).is_none() {
        found.extend(online_only(document).map(|(form, location)| {
            Diagnostic::new(Code::FormOnlineOnly, location.clone())
                .with("case", "page")
                .with("form", &form.title)
        }));
    }
}

/// The forms of a guide that it only links to, each with the place of its link.
fn online_only(document: &Document) -> impl Iterator<Item = (&Form, &Location)> {
    let channels = document.guide().and_then(|guide| guide.channels.as_ref());
    let routes = channels.map(|channels| channels.paper.as_slice());
    let forms = routes
        .unwrap_or_default()
        .iter()
        .flat_map(|route| &route.forms);
    forms.filter_map(|form| match (&form.url, &form.place) {
        (Some(Placed { location, .. }), None) => Some((form, location)),
        _ => None,
    })
}
