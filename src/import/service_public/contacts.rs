//! Where to turn and what to fill in: contact points, online services, forms and model letters, as a text
//! mentions them.

use super::links::{linked, weight};
use super::text::{Converter, paragraph};
use crate::import::markdown::{MarkdownBlock, MarkdownInline};
use crate::import::xml::Element;

impl Converter<'_> {
    /// An online service, form or model letter: its kind, its name as a link, its number, the authority
    /// responsible.
    pub fn service(&mut self, element: &Element, level: usize) -> Vec<MarkdownBlock> {
        self.shown.insert(shown_as(element));
        let kind = element.attribute("type").unwrap_or("Service en ligne");
        let kind = kind.split(" personnalisé").next().unwrap_or(kind);
        boxed(named(
            &format!("{kind} :"),
            self.service_item(element, level),
        ))
    }

    /// An online service, form or model letter as a list item: without its kind, which the heading above gives.
    pub fn service_item(&mut self, element: &Element, level: usize) -> Vec<MarkdownBlock> {
        let mut line = Vec::new();
        let mut more = self.inside(element, |me| me.service_line(element, level, &mut line));
        more.insert(0, MarkdownBlock::Paragraph(line));
        more
    }

    fn service_line(
        &mut self,
        element: &Element,
        level: usize,
        line: &mut Vec<MarkdownInline>,
    ) -> Vec<MarkdownBlock> {
        let mut more = Vec::new();
        let mut notices = Vec::new();
        line.extend(self.named_link(element));
        if let Some(number) = number(element) {
            line.push(text(&format!(" – {number}")));
        }
        for child in element.elements() {
            match child.name.as_str() {
                "Titre" | "TitreRiche" | "Condition" => {}
                "Source" => line.extend(named_source(child)),
                "Introduction" | "Texte" => {
                    more.extend(self.inside(child, |me| me.blocks(child, level)));
                }
                "NoticeLiee" | "ServiceEnLigneAnnexe" => notices.push(self.annex(child, level)),
                "PivotLocal" => {}
                _ => more.extend(self.one(child, level)),
            }
        }
        if !notices.is_empty() {
            more.push(MarkdownBlock::List(None, notices));
        }
        more
    }

    /// A notice, or a form that belongs to another.
    pub fn annex(&mut self, element: &Element, level: usize) -> Vec<MarkdownBlock> {
        let mut line = Vec::new();
        let mut more = Vec::new();
        self.inside(element, |me| {
            let web = element.child("LienWeb").unwrap_or(element);
            let title = match element.child("Titre") {
                Some(title) => me.inlines(title),
                None => me.inlines(element),
            };
            let address = me.address(web);
            line.extend(linked(address, title));
            line.extend(weight(web).map(|weight| text(&format!(" ({weight})"))));
            line.extend(number(element).map(|number| text(&format!(" – {number}"))));
            if element.child("Titre").is_none() {
                return;
            }
            for child in element.elements() {
                match child.name.as_str() {
                    "Titre" | "LienWeb" => {}
                    "Texte" => more.extend(me.blocks(child, level)),
                    "NoticeLiee" | "ServiceEnLigneAnnexe" => {
                        let inner = me.annex(child, level);
                        more.push(MarkdownBlock::List(None, vec![inner]));
                    }
                    _ => more.extend(me.one(child, level)),
                }
            }
        });
        more.insert(0, MarkdownBlock::Paragraph(line));
        more
    }

    /// A contact point: what it is for, its name, its location, and the text about it.
    pub fn contact(&mut self, element: &Element, lead: &str, level: usize) -> Vec<MarkdownBlock> {
        self.shown.insert(shown_as(element));
        let mut line = vec![MarkdownInline::Strong(vec![text(lead)]), text(" ")];
        let mut more = self.inside(element, |me| me.contact_line(element, level, &mut line));
        more.insert(0, MarkdownBlock::Paragraph(line));
        boxed(more)
    }

    /// A contact point as a list item.
    pub fn contact_item(&mut self, element: &Element, level: usize) -> Vec<MarkdownBlock> {
        let mut line = Vec::new();
        let mut more = self.inside(element, |me| me.contact_line(element, level, &mut line));
        more.insert(0, MarkdownBlock::Paragraph(line));
        more
    }

    fn contact_line(
        &mut self,
        element: &Element,
        level: usize,
        line: &mut Vec<MarkdownInline>,
    ) -> Vec<MarkdownBlock> {
        let mut more = Vec::new();
        let address = element
            .child("RessourceWeb")
            .and_then(|web| self.address(web));
        let title = self.title(element);
        line.extend(linked(address, title));
        for child in element.elements() {
            match child.name.as_str() {
                "Titre" | "TitreRiche" | "PivotLocal" | "RessourceWeb" | "Condition" => {}
                "Complement" => {
                    line.push(text(" – "));
                    line.extend(self.inlines(child));
                }
                "Source" => line.extend(named_source(child)),
                "Texte" => {
                    let blocks = self.inside(child, |me| me.blocks(child, level));
                    more.extend(blocks.into_iter().map(without_heading));
                }
                _ => more.extend(self.one(child, level)),
            }
        }
        more
    }

    /// The title of an element as a link to its address, with the format and size of the download.
    pub fn named_link(&mut self, element: &Element) -> Vec<MarkdownInline> {
        let title = self.title(element);
        let address = self.address(element);
        let mut line = linked(address, title);
        line.extend(weight(element).map(|weight| text(&format!(" ({weight})"))));
        line
    }
}

/// Distinguishes mentions of a service or contact point: one mention may say more than another.
pub fn shown_as(element: &Element) -> String {
    format!(
        "{} {}",
        element.attribute("ID").unwrap_or_default(),
        element.text()
    )
}

/// In a contact point, `Par téléphone` is not a chapter of the guide.
fn without_heading(block: MarkdownBlock) -> MarkdownBlock {
    match block {
        MarkdownBlock::Heading { text, .. } => {
            MarkdownBlock::Paragraph(vec![MarkdownInline::Strong(text)])
        }
        block => block,
    }
}

/// The blocks with the kind before the first words.
fn named(what: &str, mut blocks: Vec<MarkdownBlock>) -> Vec<MarkdownBlock> {
    if let Some(MarkdownBlock::Paragraph(line)) = blocks.first_mut() {
        let what = [MarkdownInline::Strong(vec![text(what)]), text(" ")];
        line.splice(0..0, what);
    }
    blocks
}

/// More than one paragraph about one thing goes into a box.
fn boxed(blocks: Vec<MarkdownBlock>) -> Vec<MarkdownBlock> {
    match blocks.len() {
        1 => blocks,
        _ => vec![MarkdownBlock::Quote(blocks)],
    }
}

pub fn named_source(element: &Element) -> Option<MarkdownInline> {
    let name = element.text();
    (!name.is_empty()).then(|| text(&format!(" – {name}")))
}

pub fn text(text: &str) -> MarkdownInline {
    MarkdownInline::Text(text.to_owned())
}

/// `Cerfa n° 15692*01, formulaire n° 2042`.
pub fn number(element: &Element) -> Option<String> {
    let cerfa = register_number(element).map(|number| match is_of_register(&number) {
        true => format!("Cerfa n°\u{a0}{number}"),
        false => format!("n°\u{a0}{number}"),
    });
    let numbers: Vec<String> = cerfa.into_iter().chain(other_number(element)).collect();
    (!numbers.is_empty()).then(|| numbers.join(", "))
}

/// The number in the national register of forms: `15692*01`.
pub fn register_number(element: &Element) -> Option<String> {
    let number = element.attribute("numerocerfa")?;
    Some(number.trim_start_matches("N°").trim().to_owned())
}

/// The number that the form's own authority gives it: `formulaire n° 2042`.
pub fn other_number(element: &Element) -> Option<String> {
    let number = element.attribute("autrenumero")?;
    Some(format!(
        "formulaire n°\u{a0}{}",
        number.trim_start_matches("N°").trim()
    ))
}

/// Numbers of the register begin with five digits.
fn is_of_register(number: &str) -> bool {
    number.bytes().take_while(u8::is_ascii_digit).count() == 5
}

/// A paragraph of one line.
pub fn line(inlines: Vec<MarkdownInline>) -> Vec<MarkdownBlock> {
    paragraph(inlines).into_iter().collect()
}
