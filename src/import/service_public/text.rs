//! Turns the text of a fiche into blocks: chapters, cases, lists, tables, callouts, in the order of the XML.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::shelf::{OfficialShelf, ShelfItem};
use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};
use crate::import::markdown::{MarkdownBlock, MarkdownInline, is_blank, plain};
use crate::import::xml::{Element, XmlNode, one_line};
use crate::markdown::slug;

/// Elements without text for readers: they tell a program which parts to show, or repeat what is elsewhere.
const SILENT: &[&str] = &["Condition", "SiSelectionne", "Titre"];

/// Elements that are only containers.
const TRANSPARENT: &[&str] = &[
    "Texte",
    "Introduction",
    "FragmentConditionne",
    "Contenu",
    "Description",
    "Aide",
    "Commentaire",
    "Avertissement",
];

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
            terms: super::shelf::terms(root).into_iter().collect(),
            shown: BTreeSet::new(),
            evidence: Vec::new(),
            takes_evidence: false,
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

    /// Reports an unknown element, with its path. Its text is kept.
    pub fn unknown(&mut self, element: &Element) {
        let path = format!("{}/{}", self.path.join("/"), element.name);
        let diagnostic = self.diagnostic(Code::ImportUnknown, element);
        self.found.push(diagnostic.with("path", path));
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
        let mut out = Vec::new();
        for child in &parent.children {
            match child {
                XmlNode::Text(text) => {
                    out.extend(paragraph(vec![MarkdownInline::Text(text.clone())]));
                }
                XmlNode::Element(element) => self.block(element, level, &mut out),
            }
        }
        out
    }

    fn block(&mut self, element: &Element, level: usize, out: &mut Vec<MarkdownBlock>) {
        match element.name.as_str() {
            name if SILENT.contains(&name) => {}
            name if TRANSPARENT.contains(&name) => {
                let inner = self.inside(element, |me| me.blocks(element, level));
                out.extend(inner);
            }
            "Paragraphe" => out.extend(paragraph(self.inlines(element))),
            "TitreAlternatif" | "IntituleSiSelectionne" => {
                let inner = self.inside(element, |me| me.blocks(element, level));
                out.extend(inner);
            }
            "Liste" => {
                let list = self.list(element, level);
                out.push(list);
            }
            "Tableau" => self.table(element, level, out),
            "Chapitre" | "SousChapitre" => self.chapter(element, level, out),
            "BlocCas" | "ListeSituations" => {
                let inner = self.inside(element, |me| me.blocks(element, level));
                out.extend(inner);
            }
            "Cas" | "Situation" => self.case(element, level, out),
            "ANoter" | "ASavoir" | "Attention" | "Rappel" => {
                let alert = self.alert(element, level);
                out.push(alert);
            }
            "ServiceEnLigne" => {
                let service = self.service(element, level);
                out.extend(service);
            }
            "OuSAdresser" => {
                let contact = self.contact(element, level);
                out.extend(contact);
            }
            "ContenuIllustre" => {
                let inner = self.inside(element, |me| me.blocks(element, level));
                out.extend(inner);
            }
            "Illustration" => self.illustration(element),
            "LienInterne" | "LienExterne" => out.extend(paragraph(self.inline_element(element))),
            _ => {
                self.unknown(element);
                let inner = self.inside(element, |me| me.blocks(element, level));
                out.extend(inner);
            }
        }
    }

    /// An image that the source names but does not contain: its alternative text is in the text beside it.
    fn illustration(&mut self, element: &Element) {
        let name = element.attribute("LienPublication").unwrap_or_default();
        let diagnostic = self.diagnostic(Code::ImportNoImage, element);
        self.found.push(diagnostic.with("name", name));
    }

    pub fn title(&mut self, element: &Element) -> Vec<MarkdownInline> {
        let Some(title) = element.child("Titre") else {
            return Vec::new();
        };
        let paragraphs: Vec<&Element> = title
            .elements()
            .filter(|e| e.name == "Paragraphe")
            .collect();
        if paragraphs.is_empty() {
            return self.inlines(title);
        }
        let mut out = Vec::new();
        for paragraph in paragraphs {
            if !out.is_empty() {
                out.push(MarkdownInline::Text(" ".to_owned()));
            }
            out.extend(self.inlines(paragraph));
        }
        out
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
        let mut inner = self.inside(element, |me| me.blocks(element, level));
        if title != usual && !title.is_empty() {
            let title = MarkdownInline::Strong(vec![MarkdownInline::Text(format!("{title} :"))]);
            match inner.first_mut() {
                Some(MarkdownBlock::Paragraph(text)) => {
                    text.insert(0, MarkdownInline::Text(" ".to_owned()));
                    text.insert(0, title);
                }
                _ => inner.insert(0, MarkdownBlock::Paragraph(vec![title])),
            }
        }
        MarkdownBlock::Alert(kind, inner)
    }

    fn list(&mut self, element: &Element, level: usize) -> MarkdownBlock {
        let start = (element.attribute("type") == Some("numero")).then_some(1);
        let items = self.inside(element, |me| {
            let mut items = Vec::new();
            for item in element.elements() {
                if item.name == "Item" {
                    items.push(me.inside(item, |me| me.blocks(item, level)));
                } else {
                    let mut out = Vec::new();
                    me.block(item, level, &mut out);
                    items.push(out);
                }
            }
            items
        });
        MarkdownBlock::List(start, items)
    }

    /// The pieces of a line.
    pub fn inlines(&mut self, parent: &Element) -> Vec<MarkdownInline> {
        let mut out = Vec::new();
        for child in &parent.children {
            match child {
                XmlNode::Text(text) => out.push(MarkdownInline::Text(text.clone())),
                // A link without words in a paragraph is invisible.
                XmlNode::Element(element)
                    if parent.name == "Paragraphe"
                        && element.name.starts_with("Lien")
                        && element.text().is_empty() => {}
                XmlNode::Element(element) => {
                    let inner = self.inline_element(element);
                    out.extend(inner);
                }
            }
        }
        apart(&mut out);
        out
    }

    fn inline_element(&mut self, element: &Element) -> Vec<MarkdownInline> {
        let inner = self.inside(element, |me| me.inlines(element));
        match element.name.as_str() {
            "MiseEnEvidence" => vec![MarkdownInline::Strong(inner)],
            "Citation" | "Expression" | "TermeEtranger" | "Variable" => {
                vec![MarkdownInline::Emphasis(inner)]
            }
            "Exposant" => vec![MarkdownInline::Text(raised(&plain(&inner)))],
            "Valeur" | "Paragraphe" => inner,
            "LienInterne" => self.link_to(element, inner),
            "LienIntra" => self.link_within(element, inner),
            "LienExterne" | "LienWeb" => self.link_out(element, inner),
            _ => {
                self.unknown(element);
                inner
            }
        }
    }

    /// Moves the items of a list of documents to the guide's evidence; what does not fit there becomes a list
    /// of boxes to tick.
    fn take_papers(&mut self, blocks: &mut Vec<MarkdownBlock>) {
        let is_plain = |block: &MarkdownBlock| match block {
            MarkdownBlock::List(None, items) => items.iter().all(|item| match item.as_slice() {
                [MarkdownBlock::Paragraph(line)] => line
                    .iter()
                    .all(|piece| matches!(piece, MarkdownInline::Text(_))),
                _ => false,
            }),
            _ => false,
        };
        if self.takes_evidence && !blocks.is_empty() && blocks.iter().all(is_plain) {
            let when = self.cases.join(", ");
            let when = (!when.is_empty()).then_some(when);
            for block in std::mem::take(blocks) {
                let MarkdownBlock::List(_, items) = block else {
                    continue;
                };
                for item in items {
                    if let [MarkdownBlock::Paragraph(line)] = item.as_slice() {
                        let name = one_line(&plain(line));
                        self.evidence.push((name, when.clone()));
                    }
                }
            }
            return;
        }
        for block in blocks {
            if let MarkdownBlock::List(None, items) = block {
                for item in items {
                    if let Some(MarkdownBlock::Paragraph(line)) = item.first_mut() {
                        line.insert(0, MarkdownInline::Box);
                    }
                }
            }
        }
    }
}

/// Restores the space that the source omits after an abbreviation: in `MSAau prorata` nobody recognises MSA.
fn apart(line: &mut [MarkdownInline]) {
    let mut after_capitals = false;
    for piece in line {
        if let (true, MarkdownInline::Text(text)) = (after_capitals, &mut *piece)
            && text.chars().take_while(|c| c.is_lowercase()).count() > 1
        {
            text.insert(0, ' ');
        }
        after_capitals = match piece {
            MarkdownInline::Link(_, inner) => {
                let words = plain(inner);
                words.len() > 1 && words.chars().all(char::is_uppercase)
            }
            _ => false,
        };
    }
}

/// Superscript digits as characters that every font has (m²); superscript letters (1er) read as well on the
/// line.
fn raised(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '1' => '¹',
            '2' => '²',
            '3' => '³',
            c => c,
        })
        .collect()
}

/// Whether a chapter lists documents to bring or send.
fn lists_papers(element: &Element, title: &str) -> bool {
    let title = slug(title);
    element.attribute("type") == Some("pieces")
        || [
            "pieces-a-fournir",
            "pieces-a-joindre",
            "pieces-justificatives",
            "documents-a-fournir",
            "documents-a-presenter",
            "documents-a-joindre",
            "justificatifs-a-fournir",
        ]
        .contains(&title.as_str())
}

pub fn paragraph(inlines: Vec<MarkdownInline>) -> Option<MarkdownBlock> {
    (!is_blank(&inlines)).then_some(MarkdownBlock::Paragraph(inlines))
}
