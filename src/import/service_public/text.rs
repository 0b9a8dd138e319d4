//! Turns the text of a fiche into blocks: chapters, cases, lists, tables, callouts, in the order of the XML.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::contacts::text;
use super::elements::{BOXES, NAMED, SILENT, TRANSPARENT, is_block, is_of_line};
use super::links::linked;
use super::papers::lists_papers;
use super::shelf::{OfficialShelf, ShelfItem};
use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};
use crate::import::markdown::{MarkdownBlock, MarkdownInline, is_blank, plain};
use crate::import::xml::{Element, XmlNode};
use crate::markdown::slug;

/// What a text has that nobody knows, or names and the source does not contain.
#[derive(Debug, Default)]
pub struct MissingParts {
    /// The file of the text.
    pub file: String,
    /// The names of elements that nobody knows.
    pub elements: BTreeSet<String>,
    /// The files of images.
    pub images: Vec<String>,
    /// Words that lead to a glossary entry.
    pub terms: Vec<String>,
    /// Pages that are too long to be published.
    pub long: Vec<String>,
}

/// Converts the text of one file.
pub struct Converter<'s> {
    pub shelf: &'s OfficialShelf,
    pub item: &'s ShelfItem,
    pub file: Arc<TextFile>,
    pub found: Vec<Diagnostic>,
    /// The names of the elements that contain the current one.
    path: Vec<String>,
    /// The titles of the cases that contain the current one.
    pub cases: Vec<String>,
    /// The chapters that can be linked to on this page.
    pub anchors: BTreeSet<String>,
    /// The file's definitions, by identifier.
    pub terms: BTreeMap<String, String>,
    /// Contact points and services that the text itself shows.
    pub shown: BTreeSet<String>,
    /// Documents to bring: what, and in which case.
    pub evidence: Vec<(String, Option<String>)>,
    /// Whether lists of documents move from the text to the guide's evidence.
    pub takes_evidence: bool,
    /// What the text names and the source does not contain.
    pub missing: MissingParts,
}

impl<'s> Converter<'s> {
    pub fn new(shelf: &'s OfficialShelf, item: &'s ShelfItem, root: &Element) -> Self {
        let anchors = root
            .descendants()
            .filter(|element| element.name == "Chapitre");
        Self {
            shelf,
            item,
            file: Arc::clone(&item.file),
            found: Vec::new(),
            path: vec![root.name.clone()],
            cases: Vec::new(),
            anchors: anchors
                .filter_map(|chapter| Some(chapter.attribute("ID")?.to_owned()))
                .collect(),
            terms: super::terms::entries(root)
                .map(|(id, entry)| (id.to_owned(), entry.text()))
                .collect(),
            shown: BTreeSet::new(),
            evidence: Vec::new(),
            takes_evidence: false,
            missing: MissingParts {
                file: item.file.path.clone(),
                ..MissingParts::default()
            },
        }
    }

    /// A diagnostic at the start of an element.
    fn diagnostic(&self, code: Code, element: &Element) -> Diagnostic {
        let place = Place {
            file: Arc::clone(&self.file),
            span: element.at..element.at + element.name.len() + 1,
        };
        Diagnostic::new(code, Location::Place(place))
    }

    /// Notes an unknown element. Its text is kept.
    pub fn unknown(&mut self, element: &Element) {
        self.missing.elements.insert(element.name.clone());
    }

    /// Reports an address that cannot be followed.
    pub fn unsound(&mut self, element: &Element, address: &str) {
        let diagnostic = self.diagnostic(Code::ImportBadAddress, element);
        self.found.push(diagnostic.with("value", address));
    }

    /// Reads the content of an element, which stays on the path that diagnostics show.
    pub fn inside<T>(&mut self, element: &Element, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(element.name.clone());
        let value = read(self);
        self.path.pop();
        value
    }

    /// The blocks in an element; headings begin at `level`.
    pub fn blocks(&mut self, parent: &Element, level: usize) -> Vec<MarkdownBlock> {
        let has_words = parent.own_text().is_some();
        let mut out = Vec::new();
        let mut line = Vec::new();
        for child in &parent.children {
            match child {
                XmlNode::Text(text) => line.push(MarkdownInline::Text(text.clone())),
                XmlNode::Element(element) if has_words && is_of_line(element) => {
                    line.extend(self.inline_element(element));
                }
                XmlNode::Element(element) => {
                    out.extend(paragraph(std::mem::take(&mut line)));
                    self.block(element, level, &mut out);
                }
            }
        }
        out.extend(paragraph(line));
        out
    }

    /// The blocks of one element among others.
    pub fn one(&mut self, element: &Element, level: usize) -> Vec<MarkdownBlock> {
        let mut out = Vec::new();
        self.block(element, level, &mut out);
        out
    }

    fn block(&mut self, element: &Element, level: usize, out: &mut Vec<MarkdownBlock>) {
        let name = element.name.as_str();
        match name {
            _ if SILENT.contains(&name) => {}
            _ if TRANSPARENT.contains(&name) => out.extend(self.everything(element, level)),
            "Paragraphe" if element.elements().any(|part| is_block(&part.name)) => {
                out.extend(self.inside(element, |me| me.blocks(element, level)));
            }
            "Paragraphe" => out.extend(paragraph(self.inlines(element))),
            "Liste" => self.list(element, level, out),
            "Tableau" => self.table(element, level, out),
            "Chapitre" | "SousChapitre" | "Conclusion" => self.chapter(element, level, out),
            "TitreFlottant" => self.floating_title(element, level, out),
            "Cas" | "Situation" => self.case(element, level, out),
            "ANoter" | "ASavoir" | "Attention" | "Rappel" | "Exemple" => {
                let alert = self.alert(element, level);
                out.push(alert);
            }
            "Groupe" => out.extend(self.everything(element, level)),
            "ServiceEnLigne" => out.extend(self.service(element, level)),
            "OuSAdresser" => out.extend(self.contact(element, "Où s’adresser :", level)),
            "QuiPeutMAider" => out.extend(self.contact(element, "Qui peut m’aider ?", level)),
            "Contact" => out.extend(self.contact(element, "Contact :", level)),
            "Illustration" | "Image" | "ImageIllustration" => {
                out.extend(self.picture(element, level));
            }
            "Video" | "VideoIllustration" => out.extend(self.video(element, level)),
            "LienInterne" | "LienExterne" => out.extend(paragraph(self.inline_element(element))),
            _ => match NAMED.iter().find(|(known, _)| *known == name) {
                Some((_, shown)) => {
                    let inner = self.inside(element, |me| me.blocks(element, level));
                    out.extend(led_by(text(&format!("{shown} :")), inner));
                }
                None => {
                    self.unknown(element);
                    out.extend(self.everything(element, level));
                }
            },
        }
    }

    /// All that an element says: its title in bold, as a link if it has an address, and its content.
    fn everything(&mut self, element: &Element, level: usize) -> Vec<MarkdownBlock> {
        let title = self.title(element);
        let address = self.address(element);
        let lead = linked(address, title);
        let mut out = Vec::new();
        if !is_blank(&lead) {
            out.extend(paragraph(vec![MarkdownInline::Strong(lead)]));
        }
        out.extend(self.inside(element, |me| me.blocks(element, level)));
        out
    }

    fn floating_title(&mut self, element: &Element, level: usize, out: &mut Vec<MarkdownBlock>) {
        let title = self.inside(element, |me| me.one_line_of(element));
        if is_blank(&title) {
            return;
        }
        let is_boxed = self.path.iter().any(|name| BOXES.contains(&name.as_str()));
        out.push(match is_boxed {
            true => MarkdownBlock::Paragraph(vec![MarkdownInline::Strong(title)]),
            false => MarkdownBlock::Heading {
                level,
                text: title,
                case: false,
                anchor: None,
            },
        });
    }

    pub fn title(&mut self, element: &Element) -> Vec<MarkdownInline> {
        let titles = element.elements();
        let mut titles = titles.filter(|part| matches!(&*part.name, "Titre" | "TitreRiche"));
        match titles.next() {
            Some(title) => self.one_line_of(title),
            None => Vec::new(),
        }
    }

    fn chapter(&mut self, element: &Element, level: usize, out: &mut Vec<MarkdownBlock>) {
        let title = self.title(element);
        let anchor = element.attribute("ID").map(slug);
        let is_titled = !is_blank(&title);
        let words = plain(&title);
        let mut inner = self.inside(element, |me| {
            me.blocks(element, level + usize::from(is_titled))
        });
        if lists_papers(element, &words) {
            self.take_papers(&mut inner);
            if inner.is_empty() {
                return;
            }
        }
        if is_titled {
            out.push(MarkdownBlock::Heading {
                level,
                text: title,
                case: false,
                anchor,
            });
        }
        out.extend(inner);
    }

    fn case(&mut self, element: &Element, level: usize, out: &mut Vec<MarkdownBlock>) {
        let title = self.title(element);
        let words = plain(&title);
        let is_titled = !is_blank(&title);
        // There are only six heading levels, and cases may be deeper: then the title says which case it
        // belongs to.
        let text = match self.cases.last() {
            Some(outer) if level > 6 => {
                let mut text = vec![MarkdownInline::Text(format!("{outer} – "))];
                text.extend(title);
                text
            }
            _ => title,
        };
        if is_titled {
            let shown = plain(&text);
            self.cases.push(if level > 6 { shown } else { words });
            out.push(MarkdownBlock::Heading {
                level,
                text,
                case: true,
                anchor: None,
            });
        }
        let inner = self.inside(element, |me| {
            me.blocks(element, level + usize::from(is_titled))
        });
        out.extend(inner);
        if is_titled {
            self.cases.pop();
        }
    }

    fn alert(&mut self, element: &Element, level: usize) -> MarkdownBlock {
        let title = element.text_of("Titre").unwrap_or_default();
        let (kind, usual) = match element.name.as_str() {
            "Attention" => ("WARNING", "Attention"),
            "ASavoir" => ("TIP", "À savoir"),
            "Rappel" if title == "Rappel" => ("IMPORTANT", ""),
            _ => ("NOTE", "À noter"),
        };
        let title = match title.as_str() {
            "" if element.name == "Exemple" => "Exemple".to_owned(),
            _ => title,
        };
        let mut inner = self.inside(element, |me| me.blocks(element, level));
        if title != usual && !title.is_empty() {
            inner = led_by(text(&format!("{title} :")), inner);
        }
        MarkdownBlock::Alert(kind, inner)
    }

    fn list(&mut self, element: &Element, level: usize, out: &mut Vec<MarkdownBlock>) {
        let kind = element.attribute("type");
        let start = (kind == Some("numero")).then_some(1);
        let title = self.title(element);
        if !is_blank(&title) {
            out.extend(paragraph(vec![MarkdownInline::Strong(title)]));
        }
        let mut items = self.inside(element, |me| {
            let mut items = Vec::new();
            for item in element.elements() {
                items.push(match item.name.as_str() {
                    "Item" => me.inside(item, |me| me.blocks(item, level)),
                    _ => me.one(item, level),
                });
            }
            items
        });
        items.retain(|item| !item.is_empty());
        if kind == Some("caseACocher") {
            for item in &mut items {
                if let Some(MarkdownBlock::Paragraph(line)) = item.first_mut() {
                    line.insert(0, MarkdownInline::Box);
                }
            }
        }
        if !items.is_empty() {
            out.push(MarkdownBlock::List(start, items));
        }
    }
}

/// Blocks with a title before their first words.
pub fn led_by(title: MarkdownInline, mut blocks: Vec<MarkdownBlock>) -> Vec<MarkdownBlock> {
    let title = MarkdownInline::Strong(vec![title]);
    match blocks.first_mut() {
        Some(MarkdownBlock::Paragraph(line)) => {
            line.splice(0..0, [title, text(" ")]);
        }
        _ => blocks.insert(0, MarkdownBlock::Paragraph(vec![title])),
    }
    blocks
}

pub fn paragraph(inlines: Vec<MarkdownInline>) -> Option<MarkdownBlock> {
    (!is_blank(&inlines)).then_some(MarkdownBlock::Paragraph(inlines))
}
