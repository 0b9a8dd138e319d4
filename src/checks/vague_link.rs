//! `vague-link`: a link whose words do not say where it leads. People who move from link to link with a
//! screen reader hear only these words, and on paper there is nothing to click (WCAG 2.2, 2.4.4 and 2.4.9;
//! RGAA 4.1, 6.1).

use super::offers::words_of_link;
use crate::diagnostics::{Code, Diagnostic};
use crate::files::is_extension;
use crate::language::Language;
use crate::model::Wording;
use crate::site::{LinkTarget, PageId, Site};

/// French words that say nothing on their own, in lower case with straight apostrophes.
const FRENCH: &[&str] = &[
    "accéder",
    "ce document",
    "ce lien",
    "ce site",
    "cette page",
    "cliquer ici",
    "cliquez ici",
    "cliquez sur ce lien",
    "consulter",
    "en savoir plus",
    "ici",
    "la suite",
    "le document",
    "le lien",
    "le site",
    "lien",
    "lire",
    "lire la suite",
    "lire plus",
    "là",
    "page",
    "par ici",
    "plus d'informations",
    "plus d'infos",
    "plus de détails",
    "savoir plus",
    "site",
    "site internet",
    "site web",
    "suite",
    "suivez ce lien",
    "télécharger",
    "télécharger ici",
    "voir",
    "voir ici",
    "voir plus",
];

/// English words that say nothing on their own, in lower case.
const ENGLISH: &[&str] = &[
    "click here",
    "document",
    "download",
    "download here",
    "find out more",
    "follow this link",
    "here",
    "learn more",
    "link",
    "more",
    "more details",
    "more info",
    "more information",
    "page",
    "read more",
    "see",
    "see here",
    "see more",
    "site",
    "the site",
    "this document",
    "this link",
    "this page",
    "this site",
    "website",
];

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let vague = if document.language.is_french() {
        FRENCH
    } else if document.language == Language::english() {
        ENGLISH
    } else {
        return;
    };
    // What kind of file it is does not say what is in it.
    let is_vague = |words: &str| {
        let words = plain(words);
        vague.contains(&&*words) || is_extension(&words)
    };
    for text in document.texts() {
        let labels = text.fields();
        for (_, label, span) in labels.filter(|(wording, ..)| *wording == Wording::Link) {
            let words = bare(&label);
            if is_vague(&words) {
                let place = text.file_place(span);
                let diagnostic = Diagnostic::new(Code::VagueLink, place).with("link", words);
                found.push(diagnostic.help("help-field"));
            }
        }
        for link in &text.facts.links {
            let Some(words) = text.markdown().get(link.span.clone()).and_then(words) else {
                continue;
            };
            if !is_vague(&words) {
                continue;
            }
            let diagnostic =
                Diagnostic::new(Code::VagueLink, text.place(&link.span)).with("link", words);
            found.push(match site.link(id, &link.destination) {
                Ok(LinkTarget::Page(to, _)) if to != id => {
                    let title = &site.page(to).document.common.title;
                    let diagnostic = diagnostic
                        .with("title", title)
                        .with("destination", &link.destination)
                        .help("help-page");
                    words_of_link(diagnostic, title)
                }
                Ok(LinkTarget::Elsewhere(_)) => match host(&link.destination) {
                    Some(host) => words_of_link(diagnostic, host),
                    None => diagnostic,
                },
                _ => diagnostic,
            });
        }
    }
}

/// The name of the site that a link leads to, which says at least that; `None` for one that is not on the web.
fn host(destination: &str) -> Option<&str> {
    let (scheme, rest) = destination.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':', '@']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (matches!(scheme, "http" | "https") && host.contains('.')).then_some(host)
}

/// The words of a link on one line: `ici` of `[**ici**](…)`. `None` for an address alone, which is fine on
/// paper.
fn words(link: &str) -> Option<String> {
    let (words, _) = link.strip_prefix('[')?.split_once(']')?;
    Some(bare(words))
}

/// Words on one line, without surrounding signs.
fn bare(words: &str) -> String {
    let words = words.trim_matches(|c: char| !c.is_alphanumeric());
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// In lower case, with straight apostrophes.
fn plain(words: &str) -> String {
    words.to_lowercase().replace('’', "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_as_texts_are_compared() {
        for entry in FRENCH.iter().chain(ENGLISH) {
            assert_eq!(plain(entry), *entry);
            assert_eq!(words(&format!("[{entry}](x)")).as_deref(), Some(*entry));
        }
    }

    #[test]
    fn words_of_a_link() {
        for (link, expected) in [
            ("[ici](a.md)", Some("ici")),
            ("[→ **Cliquez\nici** !](a.md)", Some("Cliquez ici")),
            ("[ici][a]", Some("ici")),
            ("[![Le plan](plan.png)](a.md)", Some("Le plan")),
            ("<https://example.org/>", None),
            ("[", None),
        ] {
            assert_eq!(words(link).as_deref(), expected, "{link}");
        }
    }
}
