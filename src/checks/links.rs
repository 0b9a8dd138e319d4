//! `dead-link`, `dead-anchor`, `unsafe-link`.

use super::offers;
use crate::diagnostics::{self, Code, Diagnostic, Location};
use crate::edit::FieldStep;
use crate::markdown::term_key;
use crate::model::values::{Phone, Url};
use crate::site::{LinkProblem, PageId, Site, begins_with_www, path_key};

/// Of how many items of a list it is offered to remove them: whatever is offered, all fields are read again to see that
/// nothing else changes.
const MOST_REMOVED: usize = 40;

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    for text in document.texts() {
        for link in &text.facts.links {
            let place = || text.place(&link.span);
            if link.destination.trim().is_empty() {
                let typed = text.markdown().get(link.span.clone()).unwrap_or_default();
                let diagnostic = Diagnostic::new(Code::DeadLink, place()).with("link", typed);
                found.push(offers::without_link(diagnostic.help("help-empty")));
                continue;
            }
            one(site, id, &link.destination, place, found);
        }
    }
    let attachments = document
        .article()
        .map(|article| article.attachments.as_slice());
    let attachments = attachments
        .unwrap_or_default()
        .iter()
        .map(|attachment| &attachment.file);
    let related = document.common.related.iter().enumerate();
    let related = related.map(|(at, link)| ("related", at, link));
    let attachments = attachments.enumerate();
    let attachments = attachments.map(|(at, link)| ("attachments", at, link));
    for (key, at, link) in related.chain(attachments) {
        let before = found.len();
        one(site, id, &link.text, || link.location.clone(), found);
        if at >= MOST_REMOVED {
            continue;
        }
        for diagnostic in found.iter_mut().skip(before) {
            let item = [FieldStep::Item(at)];
            let without = document
                .offer_without("mend-remove-item", &[key], &item)
                .or_else(|| document.offer_without("mend-remove-item", &[key], &[]));
            *diagnostic = diagnostic.clone().offers(without);
        }
    }
}

fn one(
    site: &Site,
    id: PageId,
    destination: &str,
    location: impl Fn() -> Location,
    found: &mut Vec<Diagnostic>,
) {
    let Err(problem) = site.link(id, destination) else {
        if begins_with_www(destination) {
            let meant = format!("https://{destination}");
            let diagnostic = Diagnostic::new(Code::AsMeant, location())
                .with("cause", "url")
                .with("written", destination)
                .with("meant", &meant);
            found.push(mended(diagnostic, destination, &meant));
        }
        return;
    };
    let new = |code| Diagnostic::new(code, location()).with("link", destination);
    found.push(match problem {
        // The reason why the file cannot be read is reported for it.
        LinkProblem::Unread => return,
        LinkProblem::Unsafe => match Url::without_scheme(destination) {
            // `//example.org`, as pages on the web write it.
            Some(url) => mended(
                new(Code::UnsafeLink)
                    .with("nearest", url.as_str())
                    .help("help-web"),
                destination,
                url.as_str(),
            ),
            None => offers::without_link(new(Code::UnsafeLink)),
        },
        LinkProblem::Draft(file) => {
            let diagnostic = new(Code::DeadLink).with("file", &file).help("help-draft");
            offers::without_link(diagnostic)
        }
        LinkProblem::DeadTerm => {
            let glossary = site.glossary(site.page(id).document.language);
            let key = term_key(destination).unwrap_or_default();
            let entries = glossary.map_or(&[][..], |glossary| glossary.near(key));
            let keys = entries.iter().map(|(key, _)| format!("glossary:{key}"));
            let keys: Vec<String> = keys.collect();
            let keys = || keys.iter().map(String::as_str);
            let diagnostic = new(Code::DeadLink).help("help-term");
            let diagnostic = diagnostic.nearest(destination, keys());
            let diagnostic = match diagnostics::nearest(destination, keys()) {
                Some(near) => offers::destination(diagnostic, destination, near),
                None => diagnostic,
            };
            offers::without_link(diagnostic)
        }
        LinkProblem::Dead => {
            if let Some(url) = web_address(destination) {
                let diagnostic = new(Code::DeadLink).with("nearest", url.as_str());
                found.push(mended(
                    diagnostic.help("help-web"),
                    destination,
                    url.as_str(),
                ));
                return;
            }
            if let Some(whole) = contact_address(destination) {
                let diagnostic = new(Code::DeadLink).with("nearest", &whole);
                found.push(mended(diagnostic.help("help-contact"), destination, &whole));
                return;
            }
            let candidates = site.link_candidates(id, destination);
            match meant(destination, &candidates) {
                Some((nearest, is_sure)) => {
                    let diagnostic = new(Code::DeadLink).with("nearest", nearest);
                    let diagnostic = diagnostic.help("help-nearest");
                    let diagnostic = match is_sure {
                        true => mended(diagnostic, destination, nearest),
                        false => offers::destination(diagnostic, destination, nearest),
                    };
                    offers::without_link(diagnostic)
                }
                None => offers::without_link(new(Code::DeadLink)),
            }
        }
        LinkProblem::DeadAnchor(target, anchor) => {
            let target = &site.page(target).document;
            let anchors = target
                .facts
                .headings
                .iter()
                .map(|heading| heading.id.as_str());
            let diagnostic = new(Code::DeadAnchor)
                .with("anchor", &anchor)
                .with("page", &target.file.path)
                .nearest(&anchor, anchors.clone());
            let (path, _) = destination.split_once('#').unwrap_or((destination, ""));
            let diagnostic = likest(&anchor, anchors).fold(diagnostic, |diagnostic, id| {
                offers::destination(diagnostic, destination, &format!("{path}#{id}"))
            });
            match path {
                "" => offers::without_link(diagnostic),
                path => offers::destination(diagnostic, destination, path),
            }
        }
    });
}

/// The anchors most like one that does not exist.
fn likest<'a>(
    written: &str,
    anchors: impl Iterator<Item = &'a str>,
) -> impl Iterator<Item = &'a str> {
    const MOST: usize = 4;
    let anchors = anchors.take(diagnostics::MOST_COMPARED);
    let mut anchors: Vec<(f64, &str)> = anchors
        .map(|anchor| (strsim::jaro_winkler(written, anchor), anchor))
        .collect();
    anchors.sort_by(|a, b| b.0.total_cmp(&a.0));
    anchors.into_iter().take(MOST).map(|(_, anchor)| anchor)
}

/// A diagnostic for a destination, with its replacement as the fix.
pub(super) fn mended(diagnostic: Diagnostic, destination: &str, meant: &str) -> Diagnostic {
    let Location::Place(place) = &diagnostic.location else {
        return diagnostic;
    };
    // The words of a link precede its destination.
    let written = place.file.text.get(place.span.clone()).unwrap_or_default();
    let Some(at) = written.rfind(destination) else {
        return diagnostic;
    };
    let start = place.span.start + at;
    let end = start + destination.len();
    diagnostic.fix(start..end, meant)
}

/// The path that a dead link was meant to have, and whether that is certain: the same name in other letters
/// or another folder, or a similar one.
pub(super) fn meant<'c>(destination: &str, candidates: &'c [String]) -> Option<(&'c str, bool)> {
    let keys: Vec<(&str, String)> = candidates
        .iter()
        .map(|path| (path.as_str(), path_key(path)))
        .collect();
    let key = path_key(destination);
    let file = path_key(destination.rsplit('/').next().unwrap_or_default());
    let only = |is_alike: &dyn Fn(&str) -> bool| {
        let mut alike = keys.iter().filter(|(_, key)| is_alike(key));
        alike.next().filter(|_| alike.next().is_none())
    };
    // Most often, a folder in the path is wrong rather than the file name.
    let same = only(&|other| other == key).or_else(|| only(&|other| name(other) == file));
    if let Some((path, _)) = same {
        return Some((path, true));
    }
    let (file, _) = file.split_once('#').unwrap_or((&file, ""));
    let stem = stem_of(file);
    // The text of a folder has the same name in each.
    if matches!(stem, "" | "index" | "_index") {
        let paths = keys.iter().map(|(path, key)| (*path, key));
        return Some((diagnostics::nearest_in_form(&key, paths)?, false));
    }
    // Paths of one folder are alike, whatever the files in it.
    let stems = keys.iter().map(|(path, key)| (*path, stem_of(name(key))));
    let nearest = diagnostics::nearest_in_form(stem, stems)?;
    let nearest = path_key(nearest);
    let same_name = keys.iter().filter(|(_, key)| name(key) == name(&nearest));
    let likeness = |other: &str| strsim::jaro_winkler(&key, other);
    let nearest = same_name.max_by(|(_, a), (_, b)| likeness(a).total_cmp(&likeness(b)));
    nearest.map(|(path, _)| (*path, false))
}

/// The name of the file in the key of a path.
fn name(key: &str) -> &str {
    key.rsplit('/').next().unwrap_or_default()
}

/// A file's name without its ending.
fn stem_of(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// A destination that is not a file of the site, and looks like a web address: `service-public.fr/page`.
fn web_address(destination: &str) -> Option<Url> {
    // Domain endings that no file extension shares.
    const ENDINGS: &[&str] = &[
        "fr", "org", "com", "net", "eu", "info", "be", "ch", "lu", "ca", "re", "nc", "pf", "bzh",
        "corsica", "alsace", "paris", "asso", "example", "io", "coop", "social",
    ];
    let host = destination
        .split(['/', '?', '#'])
        .next()
        .unwrap_or_default();
    let ending = host.rsplit('.').next().unwrap_or_default();
    let is_web = ENDINGS.contains(&ending.to_ascii_lowercase().as_str());
    is_web.then(|| Url::without_scheme(destination))?
}

/// `accueil@example.org` and `01 99 00 00 10` as link addresses for mail and telephone; `None` for what may
/// be a file.
pub(super) fn contact_address(destination: &str) -> Option<String> {
    if let Some((name, host)) = destination.split_once('@') {
        let is_of_names = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
        let is_sound = !name.is_empty()
            && name.chars().all(is_of_names)
            && Url::without_scheme(host).is_some_and(|url| url.as_str().ends_with(host))
            && host.chars().all(|c| is_of_names(c) && c != '+');
        return is_sound.then(|| format!("mailto:{destination}"));
    }
    let digits = destination.bytes().filter(u8::is_ascii_digit).count();
    let is_whole = digits >= 10 && destination.starts_with(['0', '+']);
    let phone = is_whole.then(|| Phone::parse(destination))?;
    phone.map(|phone| phone.link())
}
