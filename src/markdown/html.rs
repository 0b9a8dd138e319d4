//! Renders Markdown to the HTML of a page's text, in a chain of small steps.

use std::borrow::Cow;

use pulldown_cmark::{CowStr, Event, LinkType, Parser, Tag, TagEnd, TextMergeStream};

use super::terms::{self, Term};
use super::{
    Abbreviations, Facts, Spelled, Typography, abbreviations, addresses, balance, blocks, cases,
    frames, media, notes, raw,
};
use crate::catalogue::Catalogue;
use crate::invisible;
use crate::language::Language;

/// What is needed to render the text of a page.
pub struct Rendering<'a> {
    /// The facts of this text.
    pub facts: &'a Facts,
    /// The language of the text, whose typography applies.
    pub language: Language,
    /// The abbreviations to spell out.
    pub abbreviations: &'a Abbreviations,
    /// Those that the page has already spelled out above this text; `None` if this text spells none out.
    pub spelled: Option<&'a Spelled>,
    /// Those listed below the text, if it spells none out.
    pub listed: &'a Abbreviations,
    /// Whether cases are folded.
    pub folds: bool,
    /// How many footnotes of the page precede this text.
    pub notes_above: usize,
    /// The strings of the page's language.
    pub strings: &'a Catalogue,
    /// Where links and images lead.
    pub resolve: &'a dyn Resolve,
}

/// Resolves the destinations that editors write into addresses relative to the page being rendered.
pub trait Resolve {
    /// The address that a link leads to; `None` if it leads nowhere or must not be followed.
    fn link(&self, destination: &str) -> Option<String>;
    /// The text for a link without words of its own: the title of a page, or its address.
    fn words(&self, destination: &str) -> Option<String>;
    /// The image at this destination.
    fn image(&self, destination: &str) -> Option<ResolvedImage>;
    /// The HTML of the contact card of an organization.
    fn card(&self, organization: &str) -> Option<String>;
    /// The entry of the glossary with this key.
    fn term(&self, key: &str) -> Option<Term<'_>>;
}

/// An image of the site.
pub struct ResolvedImage {
    /// Its address relative to the page.
    pub address: String,
    /// The address of its WebP version, if there is one.
    pub webp: Option<String>,
    /// Width and height.
    pub pixels: Option<(u32, u32)>,
}

/// The HTML of a text. Raw HTML in it is sanitised: no script, style, form, frame or event survives.
pub fn html(text: &str, rendering: &Rendering<'_>) -> String {
    let events = TextMergeStream::new(Parser::new_ext(text, super::options()));
    let events = match rendering.facts.raw_html {
        true => Either::Changed(balance::balance(events)),
        false => Either::Same(events),
    };
    // Most texts need neither, and each extra step costs a build a few per cent.
    let events = match rendering.facts.has_terms {
        true => Either::Changed(terms::explain(events, rendering)),
        false => Either::Same(events),
    };
    let events = match rendering.folds && rendering.facts.has_cases {
        true => Either::Changed(cases::fold(events)),
        false => Either::Same(events),
    };
    let events = anchors(events, rendering.facts);
    let events = media::links(events, rendering);
    let events = media::images(events, rendering);
    let notes_title = rendering.strings.text("notes");
    let events = notes::gather(events, &notes_title, rendering.notes_above);
    let events = blocks::task_lists(events);
    let events = blocks::restyle(events, rendering);
    let events = match rendering.facts.has_addresses {
        true => Either::Changed(addresses::link(events)),
        false => Either::Same(events),
    };
    let events = typography(events, rendering.language);
    let events = abbreviations::spell_out(events, rendering.abbreviations, rendering.spelled);
    let mut out = String::with_capacity(text.len() + text.len() / 2);
    pulldown_cmark::html::push_html(&mut out, events);
    // The text itself was cleaned of them, but it can name them as character references.
    if text.contains("&#")
        && let Cow::Owned(visible) = invisible::without(&out)
    {
        out = visible;
    }
    if rendering.facts.raw_html {
        let label = rendering.strings.text("table");
        return frames::tables(raw::sanitise(&out), &escape(&label));
    }
    out
}

/// Events that either go through a step or bypass it.
enum Either<C, S> {
    Changed(C),
    Same(S),
}

impl<T, C: Iterator<Item = T>, S: Iterator<Item = T>> Iterator for Either<C, S> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        match self {
            Self::Changed(events) => events.next(),
            Self::Same(events) => events.next(),
        }
    }
}

/// What Readability, of which the reading modes of browsers are made, takes for comments, advertisements and menus when an anchor has it: in
/// French, the beginning of “comment faire”, “social” and “remarques”.
const SUSPECTS: [&str; 25] = [
    "banner",
    "com-",
    "combx",
    "comment",
    "community",
    "contact",
    "disqus",
    "extra",
    "footer",
    "gdpr",
    "header",
    "legends",
    "media",
    "menu",
    "meta",
    "pager",
    "pagination",
    "promo",
    "related",
    "remark",
    "replies",
    "rss",
    "share",
    "social",
    "tags",
];

/// The class with which a reading mode keeps a heading that it would throw away because of its anchor.
fn kept_by_readers(id: &str) -> Option<CowStr<'static>> {
    let is_suspect = SUSPECTS.iter().any(|word| id.contains(word));
    is_suspect.then(|| "content".into())
}

/// Gives each heading the anchor from the facts, and none of the editor's classes or attributes.
fn anchors<'e>(
    events: impl Iterator<Item = Event<'e>>,
    facts: &Facts,
) -> impl Iterator<Item = Event<'e>> {
    let mut headings = facts.headings.iter();
    events.map(move |event| match event {
        Event::Start(Tag::Heading { level, .. }) => {
            let id = headings.next().map(|heading| &*heading.id);
            Event::Start(Tag::Heading {
                // The page's title is its only first-level heading.
                level: level.max(pulldown_cmark::HeadingLevel::H2),
                id: id.map(|id| id.to_owned().into()),
                classes: id.and_then(kept_by_readers).into_iter().collect(),
                attrs: Vec::new(),
            })
        }
        Event::End(TagEnd::Heading(level)) => {
            Event::End(TagEnd::Heading(level.max(pulldown_cmark::HeadingLevel::H2)))
        }
        event => event,
    })
}

pub(super) fn typography<'e>(
    events: impl Iterator<Item = Event<'e>>,
    language: Language,
) -> impl Iterator<Item = Event<'e>> {
    let mut typography = Typography::of(language);
    let (mut in_code, mut in_address) = (false, false);
    events.map(move |event| match event {
        Event::Text(text) if !in_code && !in_address => {
            // The typeset text borrows from a value that does not outlive this closure.
            match typography.set(&text) {
                Cow::Borrowed(_) => Event::Text(text),
                Cow::Owned(set) => Event::Text(set.into()),
            }
        }
        Event::Start(Tag::CodeBlock(_)) => {
            in_code = true;
            event
        }
        // `<https://…>` is shown as written.
        Event::Start(Tag::Link {
            link_type: LinkType::Autolink | LinkType::Email,
            ..
        }) => {
            in_address = true;
            event
        }
        Event::End(TagEnd::Link) if in_address => {
            in_address = false;
            typography.after_object();
            event
        }
        Event::End(TagEnd::CodeBlock) => {
            in_code = false;
            typography.new_block();
            event
        }
        Event::End(
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::DefinitionListTitle,
        ) => {
            typography.new_block();
            event
        }
        Event::Code(_) | Event::InlineHtml(_) => {
            typography.after_object();
            event
        }
        event => event,
    })
}

/// The text with `& < > " '` escaped for HTML.
pub fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    // Writing to a string does not fail.
    let _ = pulldown_cmark_escape::escape_html(&mut out, text);
    Cow::Owned(out.replace('\'', "&#39;"))
}
