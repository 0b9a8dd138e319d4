//! Resolves links and images to their addresses on the site.

use std::collections::VecDeque;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::html::{Rendering, escape};

/// Replaces the destinations of links with addresses of the site; a link without words gets those of its
/// target.
pub(super) fn links<'e>(
    events: impl Iterator<Item = Event<'e>>,
    rendering: &Rendering<'_>,
) -> impl Iterator<Item = Event<'e>> {
    let resolve = rendering.resolve;
    let mut events = events.peekable();
    let mut words = None;
    std::iter::from_fn(move || {
        if let Some(words) = words.take() {
            return Some(Event::Text(CowStr::from(words)));
        }
        let event = events.next()?;
        let Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) = event
        else {
            return Some(event);
        };
        if events.peek() == Some(&Event::End(TagEnd::Link)) {
            words = resolve.words(&dest_url);
        }
        // A link that cannot be followed is an error elsewhere; in a preview it leads nowhere.
        let dest_url = match link_type {
            LinkType::Email => dest_url,
            _ => resolve.link(&dest_url).unwrap_or_default().into(),
        };
        Some(Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }))
    })
}

/// Replaces images with `<img>` and its size, images with a caption (`![…](plan.png "Caption")`) with a
/// figure, and `![](organization:id)` with a contact card.
pub(super) fn images<'e>(
    events: impl Iterator<Item = Event<'e>>,
    rendering: &Rendering<'_>,
) -> impl Iterator<Item = Event<'e>> {
    let mut events = events.peekable();
    let mut pending = VecDeque::new();
    std::iter::from_fn(move || {
        if let Some(event) = pending.pop_front() {
            return Some(event);
        }
        match events.next()? {
            Event::Start(Tag::Paragraph) if is_card(events.peek()) => {
                card(&mut events, &mut pending, rendering);
                // A card is a block: the paragraph starts only after it, if anything is left of it.
                if events
                    .next_if(|event| *event == Event::End(TagEnd::Paragraph))
                    .is_none()
                {
                    pending.push_back(Event::Start(Tag::Paragraph));
                }
                pending.pop_front()
            }
            Event::Start(Tag::Paragraph) if is_captioned(events.peek()) => {
                captioned(&mut events, &mut pending, rendering);
                pending.pop_front()
            }
            Event::Start(Tag::Image { dest_url, .. }) if organization(&dest_url).is_some() => {
                pending.push_back(card_of(&dest_url, rendering));
                alternative_text(&mut events);
                pending.push_back(Event::Start(Tag::Paragraph));
                Some(Event::End(TagEnd::Paragraph))
            }
            Event::Start(Tag::Image {
                dest_url, title, ..
            }) => {
                let alt = alternative_text(&mut events);
                within_text(image(&dest_url, &alt, rendering), title, &mut pending);
                pending.pop_front()
            }
            event => Some(event),
        }
    })
}

fn organization(destination: &str) -> Option<&str> {
    destination.strip_prefix("organization:")
}

fn is_card(event: Option<&Event<'_>>) -> bool {
    matches!(event, Some(Event::Start(Tag::Image { dest_url, .. })) if organization(dest_url).is_some())
}

/// Whether a paragraph opens with an image that has a caption.
fn is_captioned(event: Option<&Event<'_>>) -> bool {
    matches!(event, Some(Event::Start(Tag::Image { title, .. })) if !title.trim().is_empty())
}

/// Reads such an image, and queues it: as a figure if it is the whole paragraph.
fn captioned<'e>(
    events: &mut std::iter::Peekable<impl Iterator<Item = Event<'e>>>,
    pending: &mut VecDeque<Event<'e>>,
    rendering: &Rendering<'_>,
) {
    let Some(Event::Start(Tag::Image {
        dest_url, title, ..
    })) = events.next()
    else {
        return;
    };
    let image = image(&dest_url, &alternative_text(events), rendering);
    let ends = |event: &Event<'_>| *event == Event::End(TagEnd::Paragraph);
    if events.next_if(ends).is_none() {
        pending.push_back(Event::Start(Tag::Paragraph));
        within_text(image, title, pending);
        return;
    }
    let opening = format!("<figure>{image}<figcaption><small>");
    pending.push_back(Event::Html(opening.into()));
    pending.push_back(Event::Text(title));
    pending.push_back(Event::Html("</small></figcaption></figure>\n".into()));
}

/// Queues an image within a text; its caption, if any, follows it.
fn within_text<'e>(image: String, title: CowStr<'e>, pending: &mut VecDeque<Event<'e>>) {
    if title.trim().is_empty() {
        pending.push_back(Event::InlineHtml(image.into()));
        return;
    }
    pending.push_back(Event::InlineHtml(format!("{image} <small>").into()));
    pending.push_back(Event::Text(title));
    pending.push_back(Event::InlineHtml("</small>".into()));
}

/// Reads an image that names an organization, and queues its card.
fn card<'e>(
    events: &mut impl Iterator<Item = Event<'e>>,
    pending: &mut VecDeque<Event<'e>>,
    rendering: &Rendering<'_>,
) {
    if let Some(Event::Start(Tag::Image { dest_url, .. })) = events.next() {
        pending.push_back(card_of(&dest_url, rendering));
        alternative_text(events);
    }
}

fn card_of<'e>(destination: &str, rendering: &Rendering<'_>) -> Event<'e> {
    let card = organization(destination).and_then(|name| rendering.resolve.card(name));
    Event::Html(card.unwrap_or_default().into())
}

/// The text up to the end of the image.
fn alternative_text<'e>(events: &mut impl Iterator<Item = Event<'e>>) -> String {
    let mut alt = String::new();
    let mut depth = 1;
    for event in events {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Text(text) | Event::Code(text) => alt.push_str(&text),
            Event::SoftBreak | Event::HardBreak => alt.push(' '),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    alt
}

fn image(destination: &str, alt: &str, rendering: &Rendering<'_>) -> String {
    let alt = escape(alt);
    match rendering.resolve.image(destination) {
        None => format!("<img alt=\"{alt}\">"),
        Some(image) => {
            let size = image.pixels.map_or_else(String::new, |(width, height)| {
                format!(" width=\"{width}\" height=\"{height}\"")
            });
            let src = escape(&image.address);
            let img = format!("<img src=\"{src}\" alt=\"{alt}\"{size} loading=\"lazy\">");
            // A browser that does not know `picture` shows only its content.
            match image.webp {
                Some(webp) => format!(
                    "<picture><source srcset=\"{}\" type=\"image/webp\">{img}</picture>",
                    escape(&webp)
                ),
                None => img,
            }
        }
    }
}
