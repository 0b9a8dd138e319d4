//! Turns addresses in running text into links: `https://…`, `www.…` and e-mail addresses, as most people
//! write them.

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::LazyLock;

use linkify::{LinkFinder, LinkKind};
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::html::escape;
use super::telephones;

static FINDER: LazyLock<LinkFinder> = LazyLock::new(|| {
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false);
    finder
});

/// Whether a text may contain an address. Most contain none and are read no further. This runs on every piece
/// of every text, so a search for single bytes comes before longer ones.
pub(super) fn may_have(text: &str) -> bool {
    memchr::memchr3(b'@', b':', b'w', text.as_bytes()).is_some()
        && (text.contains('@') || text.contains("://") || text.contains("www."))
}

/// The addresses in a text, each with its position and the target of a link to it.
fn addresses(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    // No-break spaces and French quotation marks also end an address.
    let ends = |c: char| c.is_whitespace() || matches!(c, '«' | '»' | '“' | '”' | '<' | '>');
    let text = if may_have(text) { text } else { "" };
    let words = text.split(ends).filter(|word| may_have(word));
    words.flat_map(move |word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        FINDER.links(word).filter_map(move |link| {
            let written = link.as_str();
            let lower = written.to_ascii_lowercase();
            let is_handle = word[..link.start()].ends_with('@');
            let href = match link.kind() {
                LinkKind::Email if !is_handle => format!("mailto:{written}"),
                LinkKind::Url if lower.starts_with("http://") || lower.starts_with("https://") => {
                    written.to_owned()
                }
                LinkKind::Url if lower.starts_with("www.") => format!("https://{written}"),
                _ => return None,
            };
            Some((start + link.start()..start + link.end(), href))
        })
    })
}

/// Whether this part of a text is an address that becomes a link to this target.
pub fn links_itself(text: &str, part: &Range<usize>, target: &str) -> bool {
    addresses(text).any(|(place, href)| place == *part && href == target)
}

/// Links the addresses of running text; leaves links, headings and code alone.
pub(super) fn link<'e>(
    mut events: impl Iterator<Item = Event<'e>>,
) -> impl Iterator<Item = Event<'e>> {
    let mut pending = VecDeque::new();
    // How many headings, links or code blocks are open.
    let mut closed = 0_usize;
    std::iter::from_fn(move || {
        if let Some(event) = pending.pop_front() {
            return Some(event);
        }
        let event = events.next()?;
        match &event {
            Event::Start(Tag::Heading { .. } | Tag::Link { .. } | Tag::CodeBlock(_)) => closed += 1,
            Event::End(TagEnd::Heading(_) | TagEnd::Link | TagEnd::CodeBlock) => {
                closed = closed.saturating_sub(1);
            }
            Event::Text(text) if closed == 0 && may_have(text) => {
                let mut done = 0;
                for (place, href) in addresses(text) {
                    pending.push_back(piece(text, done..place.start));
                    let html = anchor(&text[place.clone()], &href);
                    pending.push_back(Event::InlineHtml(html.into()));
                    done = place.end;
                }
                if done > 0 {
                    pending.push_back(piece(text, done..text.len()));
                    return pending.pop_front();
                }
            }
            _ => {}
        }
        Some(event)
    })
}

/// Writes a plain text as HTML, its addresses and telephone numbers linked.
pub(super) fn write(text: &str, out: &mut String) {
    let mut done = 0;
    for (place, href) in addresses(text) {
        telephones::write(&text[done..place.start], out);
        out.push_str(&anchor(&text[place.clone()], &href));
        done = place.end;
    }
    telephones::write(&text[done..], out);
}

fn piece<'e>(text: &str, range: Range<usize>) -> Event<'e> {
    Event::Text(CowStr::from(text[range].to_owned()))
}

/// The class keeps print style sheets from printing the address after the words.
fn anchor(written: &str, href: &str) -> String {
    let (written, href) = (escape(written), escape(href));
    format!("<a class=\"url\" href=\"{href}\">{written}</a>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_as_people_write_them() {
        for (text, expected) in [
            (
                "Voir https://a.fr/b?c=d_e.",
                vec![("https://a.fr/b?c=d_e", "https://a.fr/b?c=d_e")],
            ),
            (
                "(www.caf.fr), puis HTTP://A.FR",
                vec![
                    ("www.caf.fr", "https://www.caf.fr"),
                    ("HTTP://A.FR", "HTTP://A.FR"),
                ],
            ),
            (
                "« https://a.fr » ou «\u{a0}https://b.fr\u{a0}»",
                vec![
                    ("https://a.fr", "https://a.fr"),
                    ("https://b.fr", "https://b.fr"),
                ],
            ),
            (
                "à mairie@exemple.fr, le matin",
                vec![("mairie@exemple.fr", "mailto:mairie@exemple.fr")],
            ),
            (
                "l’adresse https://a.fr/(b)\u{a0}: là",
                vec![("https://a.fr/(b)", "https://a.fr/(b)")],
            ),
        ] {
            let found: Vec<_> = addresses(text)
                .map(|(place, href)| (&text[place], href))
                .collect();
            let found: Vec<_> = found
                .iter()
                .map(|(text, href)| (*text, href.as_str()))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_address_is_left_alone() {
        for text in [
            "exemple.fr",
            "fin.Début",
            "javascript://a.fr",
            "ftp://a.fr",
            "@syndicat et @syndicat@masto.fr",
            "a @ b",
            "www.",
            "https://",
        ] {
            assert_eq!(addresses(text).count(), 0, "{text}");
        }
    }
}
