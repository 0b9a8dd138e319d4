//! `missing-image`, `missing-alt`, `oversized-image`.

use std::ops::Range;

use crate::diagnostics::{Code, Diagnostic, Location};
use crate::site::{Counter, PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let images = document.texts().flat_map(|text| {
        let images = text.facts.images.iter();
        images.map(move |image| (image, text.place(&image.span)))
    });
    for (image, location) in images {
        match image.destination.strip_prefix("organization:") {
            Some(name) => card(site, id, name, &image.span, found),
            None => one(
                site,
                id,
                &image.destination,
                Some(&image.alt),
                &location,
                found,
            ),
        }
    }
    if let Some(image) = document
        .article()
        .and_then(|article| article.image.as_ref())
    {
        let alt = image.alt.as_deref();
        one(site, id, &image.src.text, alt, &image.src.location, found);
    }
}

fn one(
    site: &Site,
    id: PageId,
    destination: &str,
    alt: Option<&str>,
    location: &Location,
    found: &mut Vec<Diagnostic>,
) {
    let new = |code| Diagnostic::new(code, location.clone()).with("image", destination);
    if alt.is_none_or(|alt| alt.trim().is_empty()) {
        found.push(new(Code::MissingAlt));
    }
    let Some((file, _)) = site.image(id, destination) else {
        let candidates = site.link_candidates(id);
        let elsewhere = destination.starts_with("http:") || destination.starts_with("https:");
        found.push(if elsewhere {
            new(Code::MissingImage).help("help-elsewhere")
        } else {
            new(Code::MissingImage).nearest(destination, candidates.iter().map(String::as_str))
        });
        return;
    };
    let budget = u64::from(site.config.image_budget());
    if file.size > budget {
        found.push(
            new(Code::OversizedImage)
                .with("size", file.size.div_ceil(1000).to_string())
                .with("budget", (budget / 1000).to_string()),
        );
    }
}

/// `![](organization:…)` must name an organization.
fn card(site: &Site, id: PageId, name: &str, span: &Range<usize>, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    if site.counter(name, document.language) == Counter::Unknown {
        found.push(
            Diagnostic::new(Code::UnknownOrganization, document.place(span))
                .with("name", name)
                .nearest(name, site.directory.names()),
        );
    }
}
