//! `dead-link`, `dead-anchor`, `unsafe-link`.

use crate::diagnostics::{Code, Diagnostic, Location};
use crate::model::Located;
use crate::site::{LinkProblem, PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    for text in document.texts() {
        for link in &text.facts.links {
            let place = || text.place(&link.span);
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
    let written: Vec<&Located> = document.common.related.iter().chain(attachments).collect();
    for link in written {
        one(site, id, &link.text, || link.location.clone(), found);
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
        return;
    };
    let new = |code| Diagnostic::new(code, location()).with("link", destination);
    found.push(match problem {
        LinkProblem::Unsafe => new(Code::UnsafeLink),
        LinkProblem::DeadTerm => {
            let glossary = site.glossary(site.page(id).document.language);
            let entries = glossary.into_iter().flat_map(|glossary| &glossary.entries);
            let keys: Vec<String> = entries.map(|(key, _)| format!("glossary:{key}")).collect();
            new(Code::DeadLink)
                .help("help-term")
                .nearest(destination, keys.iter().map(String::as_str))
        }
        LinkProblem::Dead => {
            let candidates = site.link_candidates(id);
            // A path that went wrong above the file's own name is the commonest mistake.
            let name = destination.rsplit('/').next().unwrap_or_default();
            let mut namesakes = candidates
                .iter()
                .filter(|other| other.rsplit('/').next() == Some(name));
            match (namesakes.next(), namesakes.next()) {
                (Some(only), None) => new(Code::DeadLink)
                    .with("nearest", only)
                    .help("help-nearest"),
                _ => {
                    new(Code::DeadLink).nearest(destination, candidates.iter().map(String::as_str))
                }
            }
        }
        LinkProblem::DeadAnchor(target, anchor) => {
            let target = &site.page(target).document;
            let anchors = target
                .facts
                .headings
                .iter()
                .map(|heading| heading.id.as_str());
            new(Code::DeadAnchor)
                .with("anchor", &anchor)
                .with("page", &target.file.path)
                .nearest(&anchor, anchors)
        }
    });
}
