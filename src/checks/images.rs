//! `missing-image`, `missing-alt`, `moving-image`, `unknown-image-style`, `unused-image`.

use std::collections::HashSet;

use super::links::{meant, mended};
use super::names::unknown_organization;
use super::offers;
use crate::diagnostics::{Code, Diagnostic, Location};
use crate::files::IMAGES;
use crate::model::ImageStyle;
use crate::site::{Counter, PageId, Site, begins_with_www};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    for (destination, alt, location) in site.images_of(id) {
        match destination.strip_prefix("organization:") {
            Some(name) => card(site, name, &location, found),
            None => one(site, id, destination, alt, &location, found),
        }
    }
    let links = site.page(id).document.texts().flat_map(|text| {
        let links = text.facts.links.iter();
        links.map(move |link| (&*link.destination, text.place(&link.span)))
    });
    for (destination, location) in links {
        bad_style(site, id, destination, &location, found);
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
        let is_field = matches!(location, Location::Place(place)
            if place.span.start < site.page(id).document.body.start && alt.is_none());
        found.push(match is_field {
            true => {
                let document = &site.page(id).document;
                let image = document.offer_without("mend-remove-image", &["image"], &[]);
                new(Code::MissingAlt).help("help-field").offers(image)
            }
            false => offers::without_image(new(Code::MissingAlt), false),
        });
    }
    let image = site.image(id, destination);
    if let Some(image) = &image
        && image.head.moves
        && image.style != ImageStyle::Original
    {
        found.push(new(Code::MovingImage));
    }
    if image.is_none() {
        let missing = missing(site, id, destination, new(Code::MissingImage));
        let document = &site.page(id).document;
        found.extend(missing.map(|missing| match &missing.location {
            Location::Place(place)
                if place.file == document.file && place.span.start < document.body.start =>
            {
                missing.offers(document.offer_without("mend-remove-image", &["image"], &[]))
            }
            _ => {
                let is_elsewhere = missing.help == "help-elsewhere";
                offers::without_image(missing, is_elsewhere)
            }
        }));
    }
    bad_style(site, id, destination, location, found);
}

/// The images that the configuration names.
pub(super) fn of_configuration(site: &Site) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let config = &site.config;
    let logo = config.logo.as_ref().map(|logo| (logo, site.logo()));
    let image = config.image.as_ref();
    let image = image.map(|image| (&image.src, site.home_image()));
    for (written, image) in logo.into_iter().chain(image) {
        if image.is_none() {
            let new = Diagnostic::new(Code::MissingImage, written.location.clone());
            let new = new.with("image", &*written.text);
            let files = site.files.iter();
            let images = files.filter(|(_, file)| file.image.is_some());
            let keys: Vec<String> = images.map(|(key, _)| key.clone()).collect();
            found.push(match meant(&written.text, &keys) {
                Some((nearest, _)) => {
                    let new = new.with("nearest", nearest).help("help-nearest");
                    offers::destination(new, &written.text, nearest)
                }
                None => new.help("help-content"),
            });
        }
    }
    if let Some(image) = &config.image
        && image.alt.is_none()
    {
        let new = Diagnostic::new(Code::MissingAlt, image.src.location.clone());
        found.push(new.with("image", &*image.src.text).help("help-field"));
    }
    found
}

/// The diagnostic for an image that does not exist.
fn missing(site: &Site, id: PageId, destination: &str, new: Diagnostic) -> Option<Diagnostic> {
    let elsewhere = destination.starts_with("http:") || destination.starts_with("https:");
    if elsewhere || begins_with_www(destination) {
        return Some(new.help("help-elsewhere"));
    }
    match site.unread_file(id, destination) {
        Some(Code::UnpublishedFile) => return Some(new.help("help-format")),
        // The reason why it cannot be read is reported for the file.
        Some(_) => return None,
        None => {}
    }
    let mut candidates = site.link_candidates(id, destination);
    candidates.retain(|path| {
        let end = path.rsplit('.').next().unwrap_or_default();
        IMAGES.contains(&end.to_lowercase().as_str())
    });
    let (name, _) = destination.split_once('#').unwrap_or((destination, ""));
    Some(match meant(name, &candidates) {
        Some((nearest, is_sure)) => {
            let new = new.with("nearest", nearest).help("help-nearest");
            match is_sure {
                true => mended(new, name, nearest),
                false => offers::destination(new, name, nearest),
            }
        }
        None => new,
    })
}

/// The most styles to offer.
const MOST_STYLES: usize = 6;

/// What follows the name of an image says how to show it.
fn bad_style(
    site: &Site,
    id: PageId,
    destination: &str,
    location: &Location,
    found: &mut Vec<Diagnostic>,
) {
    let Some(mark) = site.bad_image_style(id, destination) else {
        return;
    };
    let french = site.config.default_language().is_french();
    let is_style = ImageStyle::parse(mark).is_some();
    let known = match is_style {
        // An SVG drawing has no styles.
        true => vec![ImageStyle::Original.shown(french)],
        false => ImageStyle::shown_names(french),
    };
    let new = Diagnostic::new(Code::UnknownImageStyle, location.clone())
        .with("style", mark)
        .with("known", known.join(", "));
    found.push(match is_style {
        true => new.help("help-vector"),
        false => {
            let new = new.nearest(mark, known.iter().copied());
            let (path, _) = destination.rsplit_once('#').unwrap_or((destination, ""));
            let styles = known.iter().take(MOST_STYLES);
            styles.fold(new, |new, style| {
                offers::destination(new, destination, &format!("{path}#{style}"))
            })
        }
    });
}

/// `![](organization:…)` must name an organization.
fn card(site: &Site, name: &str, location: &Location, found: &mut Vec<Diagnostic>) {
    if site.counter_kind(name) == Counter::Unknown {
        found.extend(unknown_organization(site, name, location.clone()));
    }
}

/// `unused-image`: an image is published with the pages that use it, and with no other.
pub(super) fn unused(site: &Site) -> Vec<Diagnostic> {
    let published: HashSet<&str> = site
        .outputs()
        .filter_map(|(_, output)| output.source())
        .map(|file| file.shown.as_str())
        .collect();
    let images = site.files.values().filter(|file| file.image.is_some());
    let unused = images.filter(|file| !published.contains(file.shown.as_str()));
    unused
        .map(|file| Diagnostic::new(Code::UnusedImage, Location::File(file.shown.clone())))
        .collect()
}
