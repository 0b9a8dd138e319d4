//! Pictures and films. What an infographic says is in its description, as text; that text matters more than
//! the picture, and is kept whether the source has the picture or not.

use super::contacts::text;
use super::links::linked;
use super::text::{Converter, paragraph};
use crate::import::markdown::{MarkdownBlock, MarkdownInline, is_blank, plain};
use crate::import::xml::{Element, one_line};
use crate::site::relative;

/// The parts of a picture or a film beside its title and its description.
const PARTS: &[&str] = &[
    "Legende",
    "Credits",
    "TexteDeRemplacement",
    "Description",
    "Titre",
    "TitreRiche",
];

impl Converter<'_> {
    /// A picture: itself if the source has it, its caption, what it says, who made it. Equal texts once.
    pub fn picture(&mut self, element: &Element, level: usize) -> Vec<MarkdownBlock> {
        let name = element.attribute("LienPublication").unwrap_or_default();
        let caption = self.part_of(element, "Legende");
        let replacement = self.part_of(element, "TexteDeRemplacement");
        let title = self.title(element);
        let description = self.described(element, level);
        let mut said = Said::new(&description);
        let mut out = Vec::new();
        let first = [&replacement, &caption, &title];
        let alt = first.iter().map(|line| one_line(&plain(line)));
        let alt = alt.into_iter().find(|alt| !alt.is_empty());
        match self.shelf.image(&self.file.path, name) {
            Some(path) => {
                let to = relative(&self.item.path, &path);
                let alt = alt.unwrap_or_else(|| "Illustration".to_owned());
                out.push(MarkdownBlock::Paragraph(vec![MarkdownInline::Image(
                    to, alt,
                )]));
            }
            None => {
                let is_told = !name.is_empty() && !self.shelf.has_lost_image(name);
                let name = is_told.then(|| name.to_owned());
                self.missing.images.extend(name);
                // Who cannot see the picture reads what stands for it.
                said.add(replacement, |line| line, &mut out);
            }
        }
        said.add(title, |line| vec![MarkdownInline::Strong(line)], &mut out);
        said.add(caption, |line| line, &mut out);
        out.extend(description);
        out.extend(self.others(element, level));
        said.add(self.part_of(element, "Credits"), credits, &mut out);
        out
    }

    /// A film: its title as a link to it, what is said in it, who made it.
    pub fn video(&mut self, element: &Element, level: usize) -> Vec<MarkdownBlock> {
        let mut title = self.title(element);
        let caption = self.part_of(element, "Legende");
        let replacement = self.part_of(element, "TexteDeRemplacement");
        let description = self.described(element, level);
        let address = self.address(element);
        let mut out = Vec::new();
        let mut said = Said::new(&description);
        if is_blank(&title) {
            title.clone_from(&caption);
        }
        said.know(&title);
        let mut line = vec![MarkdownInline::Strong(vec![text("Vidéo :")]), text(" ")];
        line.extend(linked(address, title));
        out.push(MarkdownBlock::Paragraph(line));
        said.add(caption, |line| line, &mut out);
        said.add(replacement, |line| line, &mut out);
        if !description.is_empty() {
            out.push(MarkdownBlock::Quote(description));
        }
        out.extend(self.others(element, level));
        said.add(self.part_of(element, "Credits"), credits, &mut out);
        out
    }

    /// A part of an element on one line; empty if it has none.
    fn part_of(&mut self, element: &Element, name: &str) -> Vec<MarkdownInline> {
        let Some(part) = element.child(name) else {
            return Vec::new();
        };
        self.inside(element, |me| me.inside(part, |me| me.one_line_of(part)))
    }

    fn described(&mut self, element: &Element, level: usize) -> Vec<MarkdownBlock> {
        let parts = element.elements().filter(|part| part.name == "Description");
        let parts: Vec<MarkdownBlock> = parts
            .flat_map(|part| {
                self.inside(element, |me| me.inside(part, |me| me.blocks(part, level)))
            })
            .collect();
        parts
    }

    /// Whatever else is in a picture or a film.
    fn others(&mut self, element: &Element, level: usize) -> Vec<MarkdownBlock> {
        let others = element
            .elements()
            .filter(|part| !PARTS.contains(&part.name.as_str()));
        let mut out = Vec::new();
        for part in others {
            out.extend(self.inside(element, |me| me.one(part, level)));
        }
        out.extend(paragraph(
            element
                .own_text()
                .map(|words| vec![text(&words)])
                .unwrap_or_default(),
        ));
        out
    }
}

fn credits(line: Vec<MarkdownInline>) -> Vec<MarkdownInline> {
    let mut all = vec![text("Crédits : ")];
    all.extend(line);
    vec![MarkdownInline::Emphasis(all)]
}

/// What a picture has said already: its caption, its replacement text and the first line of its description are
/// often the same.
struct Said(Vec<String>);

impl Said {
    fn new(description: &[MarkdownBlock]) -> Self {
        let first = description.first().and_then(|block| match block {
            MarkdownBlock::Paragraph(line) => Some(one_line(&plain(line))),
            _ => None,
        });
        Self(first.into_iter().collect())
    }

    fn know(&mut self, line: &[MarkdownInline]) {
        self.0.push(one_line(&plain(line)));
    }

    /// Adds a line as a paragraph, unless it is blank or has been said.
    fn add(
        &mut self,
        line: Vec<MarkdownInline>,
        shown: impl FnOnce(Vec<MarkdownInline>) -> Vec<MarkdownInline>,
        out: &mut Vec<MarkdownBlock>,
    ) {
        let words = one_line(&plain(&line));
        if !is_blank(&line) && !self.0.contains(&words) {
            self.0.push(words);
            out.extend(paragraph(shown(line)));
        }
    }
}
