//! Collects what a text contains in one pass: headings, links, images, footnotes, words.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, LinkType, Parser, Tag, TagEnd};

use super::unread::{UnreadLink, unread};
use super::{addresses, cases, notes, raw, slug, term_key};

/// The facts of one text; every span is in bytes of that text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// Headings, in order.
    pub headings: Vec<Heading>,
    /// Their positions, sorted by their anchors.
    by_anchor: Vec<u32>,
    /// Links, in order.
    pub links: Vec<LinkUse>,
    /// Links and images that Markdown did not read as such.
    pub unread_links: Vec<UnreadLink>,
    /// Images, in order.
    pub images: Vec<WrittenImage>,
    /// Footnotes that are referenced but not defined, or defined but not referenced.
    pub loose_notes: Vec<(String, Range<usize>)>,
    /// The number of words, counted by the spaces between them.
    pub words: usize,
    /// The first paragraph, cut at 200 characters, for use where no summary is written.
    pub lead: String,
    /// Whether the text contains raw HTML.
    pub raw_html: bool,
    /// Whether a link leads to the glossary.
    pub has_terms: bool,
    /// Whether its running text may contain an address.
    pub has_addresses: bool,
    /// Whether a heading is one of several cases.
    pub has_cases: bool,
    /// What is removed from the raw HTML, by name, and where.
    pub removed_html: Vec<(String, Range<usize>)>,
    /// How deeply its blocks and spans are nested.
    pub depth: usize,
    /// The byte where that depth is first reached.
    pub deepest: usize,
}

/// A heading and its anchor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Unique on the page.
    pub id: String,
    /// Its text.
    pub text: String,
    /// Where it is in the text.
    pub span: Range<usize>,
}

/// A link as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkUse {
    /// Its destination.
    pub destination: String,
    /// Where it is in the text.
    pub span: Range<usize>,
}

/// An image as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenImage {
    /// Its destination.
    pub destination: String,
    /// Its alternative text.
    pub alt: String,
    /// Where it is in the text.
    pub span: Range<usize>,
}

impl Facts {
    /// Whether a heading has this anchor.
    pub fn has_anchor(&self, anchor: &str) -> bool {
        let id = |at: &u32| {
            self.headings
                .get(*at as usize)
                .map(|found| found.id.as_str())
        };
        let found = self
            .by_anchor
            .binary_search_by(|at| id(at).cmp(&Some(anchor)));
        found.is_ok()
    }
}

/// Reads the facts of a text.
pub fn facts(text: &str) -> Facts {
    let mut gatherer = FactGatherer {
        source: text,
        ..FactGatherer::default()
    };
    for (event, span) in Parser::new_ext(text, super::options()).into_offset_iter() {
        gatherer.event(event, span);
    }
    gatherer.finish()
}

#[derive(Default)]
struct FactGatherer<'t> {
    source: &'t str,
    facts: Facts,
    /// The last piece of running text; adjacent pieces are joined.
    running: Range<usize>,
    /// Whether it has just been broken by a line end.
    after_break: bool,
    in_code: bool,
    depth: usize,
    /// How many elements of raw HTML are open.
    raw_depth: usize,
    ids: HashMap<String, usize>,
    heading: Option<Heading>,
    image: Option<WrittenImage>,
    lead: Lead,
    /// The footnotes being read, outermost first.
    notes: Vec<String>,
    /// References to footnotes: the label, the position, and the footnote that contains it.
    references: Vec<(String, Range<usize>, Option<String>)>,
    definitions: Vec<(String, Range<usize>)>,
}

/// How far the first paragraph has been read.
#[derive(Default, PartialEq)]
enum Lead {
    #[default]
    Awaited,
    Reading,
    Read,
}

const LONGEST_LEAD: usize = 200;

impl FactGatherer<'_> {
    fn event(&mut self, event: Event<'_>, span: Range<usize>) {
        if matches!(event, Event::Text(_)) && !self.in_code {
            let after_break = std::mem::take(&mut self.after_break);
            let between = self.source.get(self.running.end..span.start).unwrap_or("x");
            let joins = between.is_empty()
                || after_break
                    && between
                        .bytes()
                        .all(|byte| matches!(byte, b' ' | b'\t' | b'>'));
            if !joins {
                self.look_for_unread_links();
                self.running.start = span.start;
            }
            self.running.end = span.end;
        }
        // A link broken over two lines is one link.
        if event == Event::SoftBreak && self.running.end == span.start && !self.in_code {
            self.running.end = span.end;
            self.after_break = true;
        }
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.text(&text),
            Event::SoftBreak | Event::HardBreak => self.text(" "),
            Event::Html(html) | Event::InlineHtml(html) => self.raw_html(&html, &span),
            Event::FootnoteReference(label) => {
                let note = self.notes.last().cloned();
                self.references.push((label.to_string(), span, note));
            }
            _ => {}
        }
    }

    fn look_for_unread_links(&mut self) {
        let found = unread(self.source, self.running.clone());
        self.facts.unread_links.extend(found);
    }

    fn raw_html(&mut self, html: &str, span: &Range<usize>) {
        self.facts.raw_html = true;
        let removed = raw::removed(html);
        let removed =
            removed.map(|(name, tag)| (name, span.start + tag.start..span.start + tag.end));
        self.facts.removed_html.extend(removed);
        for (change, at) in raw::nesting(html) {
            self.raw_depth = self.raw_depth.saturating_add_signed(change);
            self.deeper(self.depth + self.raw_depth, span.start + at);
        }
    }

    fn deeper(&mut self, depth: usize, at: usize) {
        if depth > self.facts.depth {
            self.facts.depth = depth;
            self.facts.deepest = at;
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Range<usize>) {
        self.depth += 1;
        self.deeper(self.depth + self.raw_depth, span.start);
        match tag {
            Tag::Heading {
                level, id, classes, ..
            } => {
                self.facts.has_cases |= cases::is_case(&classes);
                self.heading = Some(Heading {
                    level: level_number(level),
                    id: id.map(|id| slug(&id)).unwrap_or_default(),
                    text: String::new(),
                    span,
                });
            }
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => {
                let scheme = if link_type == LinkType::Email {
                    "mailto:"
                } else {
                    ""
                };
                let destination = format!("{scheme}{dest_url}");
                self.facts.has_terms |= term_key(&destination).is_some();
                self.facts.links.push(LinkUse { destination, span });
            }
            Tag::Image { dest_url, .. } => {
                self.image = Some(WrittenImage {
                    destination: dest_url.to_string(),
                    alt: String::new(),
                    span,
                });
            }
            Tag::CodeBlock(_) => self.in_code = true,
            Tag::FootnoteDefinition(label) => {
                self.notes.push(notes::key(&label));
                self.definitions.push((label.to_string(), span));
            }
            Tag::Paragraph if self.lead == Lead::Awaited => self.lead = Lead::Reading,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        self.depth = self.depth.saturating_sub(1);
        match tag {
            TagEnd::Heading(_) => {
                if let Some(mut heading) = self.heading.take() {
                    heading.id = self.unique_id(&heading);
                    self.facts.headings.push(heading);
                }
            }
            TagEnd::CodeBlock => self.in_code = false,
            TagEnd::FootnoteDefinition => {
                self.notes.pop();
            }
            TagEnd::Image => self.facts.images.extend(self.image.take()),
            TagEnd::Paragraph if self.lead == Lead::Reading => {
                // A paragraph with only an image is no summary.
                self.lead = if self.facts.lead.trim().is_empty() {
                    Lead::Awaited
                } else {
                    Lead::Read
                };
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(image) = &mut self.image {
            image.alt.push_str(text);
            return;
        }
        self.facts.has_addresses = self.facts.has_addresses || addresses::may_have(text);
        self.facts.words += text.bytes().filter(|byte| *byte == b' ').count() + 1;
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(text);
        } else if self.lead == Lead::Reading && self.facts.lead.len() < 2 * LONGEST_LEAD {
            self.facts.lead.push_str(text);
        }
    }

    fn unique_id(&mut self, heading: &Heading) -> String {
        let base = match (heading.id.as_str(), slug(&heading.text)) {
            ("", text) if text.is_empty() => "section".to_owned(),
            ("", text) => text,
            (written, _) => written.to_owned(),
        };
        let mut id = base.clone();
        // `x-2` may itself be the text of another heading: try until one is free.
        while self.ids.contains_key(&id) {
            let count = self.ids.entry(base.clone()).or_insert(1);
            *count += 1;
            id = format!("{base}-{count}");
        }
        self.ids.insert(id.clone(), 1);
        id
    }

    fn finish(mut self) -> Facts {
        self.look_for_unread_links();
        let headings = &self.facts.headings;
        self.facts.by_anchor = (0..).take(headings.len()).collect();
        let id = |at: &u32| headings.get(*at as usize).map(|heading| &heading.id);
        self.facts.by_anchor.sort_by(|a, b| id(a).cmp(&id(b)));
        self.facts.loose_notes = self.loose_notes();
        if let Some((cut, _)) = self.facts.lead.char_indices().nth(LONGEST_LEAD) {
            let cut = self.facts.lead[..cut].rfind(' ').unwrap_or(cut);
            self.facts.lead.truncate(cut);
            self.facts.lead.push('…');
        }
        self.facts
    }

    /// Footnotes that are referenced but not defined, then those that are defined but referenced neither by
    /// the text nor by a footnote that it references.
    fn loose_notes(&self) -> Vec<(String, Range<usize>)> {
        let written = self.definitions.iter().map(|(label, _)| notes::key(label));
        let written: HashSet<String> = written.collect();
        let mut called: HashSet<String> = HashSet::new();
        let mut by_note: HashMap<&str, Vec<String>> = HashMap::new();
        let mut next = Vec::new();
        for (label, _, note) in &self.references {
            match note {
                Some(note) => by_note.entry(note).or_default().push(notes::key(label)),
                None => next.push(notes::key(label)),
            }
        }
        while let Some(label) = next.pop() {
            if !called.contains(&label) {
                next.extend(by_note.remove(label.as_str()).unwrap_or_default());
                called.insert(label);
            }
        }
        let references = self.references.iter().map(|(label, span, _)| (label, span));
        let unwritten = references.filter(|(label, _)| !written.contains(&notes::key(label)));
        let definitions = self.definitions.iter().map(|(label, span)| (label, span));
        let unused = definitions.filter(|(label, _)| !called.contains(&notes::key(label)));
        let mut told = HashSet::new();
        let unwritten = unwritten.filter(|(label, _)| told.insert(notes::key(label)));
        let loose = unwritten.chain(unused);
        loose
            .map(|(label, span)| (label.clone(), span.clone()))
            .collect()
    }
}

pub(super) fn level_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_unique_whatever_the_headings_are() {
        let facts = facts("## A\n## A\n## A 2\n## !\n## A {#a-2}\n");
        let mut ids: Vec<_> = facts
            .headings
            .iter()
            .map(|heading| heading.id.as_str())
            .collect();
        assert_eq!(ids, ["a", "a-2", "a-2-2", "section", "a-2-3"]);
        assert!(ids.iter().all(|id| facts.has_anchor(id)) && !facts.has_anchor("b"));
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), 5);
    }

    #[test]
    fn the_lead_is_the_first_paragraph_with_words() {
        assert_eq!(
            facts("## T\n\n![x](a.png)\n\nUn *mot*\nde plus.\n\nAutre.").lead,
            "Un mot de plus."
        );
    }
}
