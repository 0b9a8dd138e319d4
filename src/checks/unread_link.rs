//! `unread-link`: a link or an image with a mistake in its Markdown, which would appear as typed.

use super::links::contact_address;
use crate::diagnostics::{Code, Diagnostic};
use crate::markdown::{UnreadLink, UnreadLinkCause};
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    for text in site.page(id).document.texts() {
        for link in &text.facts.unread_links {
            let typed = &text.markdown()[link.span.clone()];
            let mark = if typed.starts_with('!') { "!" } else { "" };
            let diagnostic = Diagnostic::new(Code::UnreadLink, text.place(&link.span))
                .with("link", typed)
                .with("start", format!("{mark}[{}]", link.words))
                .with("address", &link.address);
            found.push(match link.reason {
                UnreadLinkCause::Gap => mended(diagnostic.help("help-gap"), typed, link),
                UnreadLinkCause::Unclosed => diagnostic.help("help-unclosed"),
                UnreadLinkCause::Quotes => diagnostic.help("help-quotes"),
                UnreadLinkCause::Space if link.address.contains('\n') => {
                    diagnostic.help("help-line")
                }
                UnreadLinkCause::Space => match contact_address(link.address.trim()) {
                    Some(address) => {
                        let diagnostic = diagnostic.with("meant", &address).help("help-contact");
                        instead(diagnostic, typed, &link.address, &address)
                    }
                    None => mended(diagnostic.help("help-space"), typed, link),
                },
                UnreadLinkCause::Key => diagnostic.help("help-key"),
                UnreadLinkCause::Other => diagnostic,
            });
        }
    }
}

/// Adds the help line's text as the fix, if the address in the brackets is right as it is.
fn mended(diagnostic: Diagnostic, typed: &str, link: &UnreadLink) -> Diagnostic {
    let (Some((head, tail)), false) = (
        typed.rsplit_once(&link.address),
        link.address.contains(['<', '>', '\n']),
    ) else {
        return diagnostic;
    };
    let (address, head) = match link.reason {
        UnreadLinkCause::Gap => {
            let words = head.trim_end_matches('(').trim_end();
            (link.address.clone(), format!("{words}("))
        }
        _ => (format!("<{}>", link.address), head.to_owned()),
    };
    diagnostic.instead(format!("{head}{address}{tail}"))
}

/// With another address in place of the one in brackets.
fn instead(diagnostic: Diagnostic, typed: &str, address: &str, meant: &str) -> Diagnostic {
    match typed.rsplit_once(address) {
        Some((head, tail)) => diagnostic.instead(format!("{head}{meant}{tail}")),
        None => diagnostic,
    }
}
