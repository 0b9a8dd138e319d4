//! Turns a fiche into a guide.

use std::collections::BTreeSet;

use super::contacts::{line, named_source, shown_as, text};
use super::questions;
use super::routes::{self, routes};
use super::shelf::{OfficialShelf, Public, ShelfItem};
use super::text::{Converter, MissingParts};
use super::{card, headings};
use crate::diagnostics::Diagnostic;
use crate::import::front::{self, FrontFields, FrontValue};
use crate::import::markdown::{self, MarkdownBlock, MarkdownInline, is_blank};
use crate::import::xml::{Element, one_line};
use crate::markdown::slug;
use crate::model::channel::{Evidence, OnlineOnly};
use crate::model::kinds::LegalResource;
use crate::model::{Common, FactSource, Guide};

/// The licence of the official guide, and the author to credit.
const LICENCE: &str = "Licence Ouverte 2.0";
const NAME: &str = "Service-Public.gouv.fr / DILA";

/// What one file of the source becomes.
#[derive(Default)]
pub struct ConvertedPage {
    pub path: String,
    pub text: String,
    pub found: Vec<Diagnostic>,
    /// What each text of it lacks.
    pub missing: Vec<MissingParts>,
}

/// The lists around the text of a publication, in the order in which they first occur.
#[derive(Default)]
pub struct Lists(Vec<(&'static str, Vec<Vec<MarkdownBlock>>)>);

impl Lists {
    fn add(&mut self, heading: &'static str, item: Vec<MarkdownBlock>) {
        if item.is_empty() {
            return;
        }
        match self.0.iter_mut().find(|(other, _)| *other == heading) {
            Some((_, items)) => items.push(item),
            None => self.0.push((heading, vec![item])),
        }
    }

    fn write(self, out: &mut Vec<MarkdownBlock>) {
        for (heading, items) in self.0 {
            out.push(MarkdownBlock::Heading {
                level: 2,
                text: vec![text(heading)],
                case: false,
                anchor: None,
            });
            out.push(MarkdownBlock::List(None, items));
        }
    }
}

/// Parts of a publication about its context, not its content; the front matter has them.
const AROUND: &[&str] = &[
    "SurTitre",
    "Audience",
    "Canal",
    "FilDAriane",
    "Theme",
    "SousThemePere",
    "DossierPere",
    "SousDossierPere",
    "Definition",
    "Abreviation",
    "Cible",
];

/// The blocks of a publication: its text, then its lists. `to_model` are the parts that go into the front
/// matter.
pub fn body(me: &mut Converter<'_>, root: &Element, to_model: &[&str]) -> Vec<MarkdownBlock> {
    let mut out = Vec::new();
    let mut lists = Lists::default();
    // Pictures open the page of a screen; on paper and in a text browser, the introduction does.
    let mut pictures: Vec<MarkdownBlock> = Vec::new();
    for element in root.elements() {
        let name = element.name.as_str();
        if name.starts_with("dc:") || AROUND.contains(&name) || to_model.contains(&name) {
            continue;
        }
        match name {
            "ImageIllustration" | "VideoIllustration" => pictures.extend(me.one(element, 2)),
            "Introduction" => {
                out.extend(me.inside(element, |me| me.blocks(element, 2)));
                out.append(&mut pictures);
            }
            "Texte" => out.extend(me.inside(element, |me| me.blocks(element, 2))),
            "Avertissement" => {
                let mut inner = me.inside(element, |me| me.blocks(element, 3));
                if let Some(title) = element.text_of("Titre") {
                    inner.insert(
                        0,
                        MarkdownBlock::Paragraph(vec![MarkdownInline::Strong(vec![text(&title)])]),
                    );
                }
                out.push(MarkdownBlock::Alert("IMPORTANT", inner));
            }
            "ListeSituations" => out.extend(me.inside(element, |me| me.blocks(element, 2))),
            "Problematiques" => out.extend(me.inside(element, |me| questions::guided(me, element))),
            "Questionnaire" => {
                out.extend(me.inside(element, |me| questions::questionnaire(me, element)));
            }
            "OuSAdresser" | "ServiceEnLigne" | "Reference" => {}
            "VoirAussi" => {
                for child in element.elements() {
                    lists.add("Voir aussi", me.inside(element, |me| see_also(me, child)));
                }
            }
            "Fiche" | "Dossier" => lists.add("Dans ce dossier", see_also(me, element)),
            "SousDossier" | "SousTheme" => {
                out.extend(me.inside(element, |me| sub_folder(me, element)));
            }
            "CommentFaireSi" => lists.add("Comment faire si…", link_item(me, element)),
            "QuestionReponse" => lists.add("Questions fréquentes", link_item(me, element)),
            "RechercheGuidee" | "RechercheGuideePere" => {
                lists.add("Recherche guidée", link_item(me, element));
            }
            "QuiPeutMAider" => lists.add(
                "Qui peut m’aider ?",
                me.inside(element, |me| me.contact_item(element, 3)),
            ),
            "PourEnSavoirPlus" => lists.add(
                "Pour en savoir plus",
                me.inside(element, |me| web_item(me, element)),
            ),
            "Partenaire" => lists.add(
                "Partenaires",
                me.inside(element, |me| web_item(me, element)),
            ),
            "LienExterneCommente" => lists.add(
                "Sites à consulter",
                me.inside(element, |me| commented(me, element)),
            ),
            _ => out.extend(me.one(element, 2)),
        }
    }
    out.append(&mut pictures);
    rest(me, root, to_model, &mut lists);
    lists.write(&mut out);
    headings::settle(&mut out);
    out
}

/// Contact points, services and legal texts beside the text that neither the text nor the front matter shows.
fn rest(me: &mut Converter<'_>, root: &Element, to_model: &[&str], lists: &mut Lists) {
    let shown = me.shown.clone();
    let is_shown = |element: &Element| shown.contains(&shown_as(element));
    for element in root.elements().filter(|element| !is_shown(element)) {
        let kind = element.attribute("type").unwrap_or_default();
        match element.name.as_str() {
            "OuSAdresser" => {
                let in_front = to_model.contains(&"OuSAdresser")
                    && kind.starts_with("Local")
                    && routes::holds(element, routes::OF_PLACE);
                if !in_front {
                    lists.add("Où s’adresser", me.contact_item(element, 3));
                }
            }
            "ServiceEnLigne" => {
                let ways = ["Formulaire", "Modèle de document", "Téléservice"];
                let in_front = to_model.contains(&"ServiceEnLigne")
                    && ways.contains(&kind)
                    && routes::holds(element, routes::OF_SERVICE);
                if !in_front {
                    let heading = if kind == "Formulaire" || kind == "Modèle de document" {
                        "Formulaires et modèles"
                    } else {
                        "Services en ligne"
                    };
                    lists.add(heading, me.service_item(element, 3));
                }
            }
            "Reference" if !to_model.contains(&"Reference") => {
                let mut item = me.named_link(element);
                if let Some(complement) = element.text_of("Complement") {
                    item.push(text(&format!(" – {complement}")));
                }
                lists.add("Textes de loi", line(item));
            }
            _ => {}
        }
    }
}

/// A fiche or dossier for further reading, with its theme.
fn see_also(me: &mut Converter<'_>, element: &Element) -> Vec<MarkdownBlock> {
    let title = match element.child("Titre") {
        Some(title) => me.inlines(title),
        None => me.inlines(element),
    };
    let mut item = link(me, element, title);
    if let Some(theme) = element
        .child("Theme")
        .and_then(|theme| theme.text_of("Titre"))
    {
        item.push(text(&format!(" – {theme}")));
    }
    let mut blocks = line(item);
    if element.child("Titre").is_some() {
        blocks.extend(others(me, element, &["Titre", "Theme"]));
    }
    blocks
}

/// The blocks of the children that are not among these.
fn others(me: &mut Converter<'_>, element: &Element, known: &[&str]) -> Vec<MarkdownBlock> {
    let others = element
        .elements()
        .filter(|child| !known.contains(&child.name.as_str()));
    let mut blocks = Vec::new();
    for child in others {
        blocks.extend(me.inside(element, |me| me.one(child, 3)));
    }
    blocks
}

fn link(me: &Converter<'_>, element: &Element, title: Vec<MarkdownInline>) -> Vec<MarkdownInline> {
    let id = element.attribute("ID").unwrap_or_default();
    match me.target(id, element) {
        Some(target) => vec![MarkdownInline::Link(target, title)],
        None => title,
    }
}

fn link_item(me: &mut Converter<'_>, element: &Element) -> Vec<MarkdownBlock> {
    let Some(title) = element.child("Titre") else {
        let title = me.inlines(element);
        return line(link(me, element, title));
    };
    let title = me.inlines(title);
    let mut blocks = line(link(me, element, title));
    blocks.extend(others(me, element, &["Titre"]));
    blocks
}

fn web_item(me: &mut Converter<'_>, element: &Element) -> Vec<MarkdownBlock> {
    let mut item = if element.child("Titre").is_some() {
        me.named_link(element)
    } else {
        let title = me.inlines(element);
        match me.address(element) {
            Some(address) => vec![MarkdownInline::Link(address, title)],
            None => title,
        }
    };
    item.extend(element.child("Source").and_then(named_source));
    let mut blocks = line(item);
    if element.child("Titre").is_some() {
        blocks.extend(others(me, element, &["Titre", "Source"]));
    }
    blocks
}

fn commented(me: &mut Converter<'_>, element: &Element) -> Vec<MarkdownBlock> {
    let mut item = Vec::new();
    let mut more = Vec::new();
    for child in element.elements() {
        match child.name.as_str() {
            "LienExterne" => {
                let title = me.inlines(child);
                item.extend(match me.address(child) {
                    Some(address) => vec![MarkdownInline::Link(address, title)],
                    None => title,
                });
                item.extend(
                    super::links::weight(child).map(|weight| text(&format!(" ({weight})"))),
                );
            }
            "Source" => item.extend(named_source(child)),
            "Titre" => {}
            _ => more.extend(me.blocks(child, 3)),
        }
    }
    let mut blocks = line(item);
    blocks.extend(more);
    blocks
}

/// A part of a dossier or theme: its title and its content.
pub fn sub_folder(me: &mut Converter<'_>, element: &Element) -> Vec<MarkdownBlock> {
    let title = me.title(element);
    let mut items = Vec::new();
    let mut more = Vec::new();
    for child in element.elements() {
        match child.name.as_str() {
            "Titre" | "TitreRiche" => {}
            _ if child.attribute("ID").is_some() && child.name != "SousDossier" => {
                items.push(see_also(me, child));
            }
            _ => more.extend(me.inside(element, |me| me.one(child, 3))),
        }
    }
    let mut blocks = Vec::new();
    if !is_blank(&title) {
        blocks.push(MarkdownBlock::Heading {
            level: 2,
            text: title,
            case: false,
            anchor: None,
        });
    }
    if !items.is_empty() {
        blocks.push(MarkdownBlock::List(None, items));
    }
    blocks.extend(more);
    blocks
}

/// The guide of a fiche.
pub fn guide(
    shelf: &OfficialShelf,
    item: &ShelfItem,
    root: &Element,
    aliases: &[String],
) -> ConvertedPage {
    let mut me = Converter::new(shelf, item, root);
    me.takes_evidence = true;
    let mut blocks = body(
        &mut me,
        root,
        &["OuSAdresser", "ServiceEnLigne", "Reference"],
    );
    let mut front = FrontFields::new(true);
    front.set::<Common>("title", item.title.clone());
    front.set::<Common>("summary", summary(root, &mut blocks));
    front.set::<Common>(
        "topic",
        root.child("Theme")
            .and_then(|theme| theme.text_of("Titre"))
            .filter(|_| shelf.has_topics(item.public))
            .map(|title| slug(&title)),
    );
    front.set::<Common>(
        "keywords",
        // A comma divides keywords.
        root.text_of("SousThemePere")
            .iter()
            .flat_map(|title| title.split(", "))
            .map(str::to_owned)
            .collect::<Vec<_>>(),
    );
    let found = routes(root, &item.address, &shelf.centres);
    if found.channels.is_empty() {
        front.set::<Guide>("nature", "information");
    }
    if found.is_online_only {
        let mut declared = FrontFields::new(true);
        declared.set::<OnlineOnly>("note", "La fiche officielle ne nomme aucune autre voie.");
        front.set::<Guide>("online_only", declared);
    }
    front.set::<Guide>("channels", found.channels);
    front.set::<Guide>("evidence", evidence(&me.evidence));
    front.set::<Guide>("legal", legal(&mut me, root));
    front.set::<Guide>("authority", authority(root));
    front.set::<Guide>("audience", audience(root));
    front.set::<Common>("aliases", aliases.to_vec());
    attribution(&mut front, item, root);
    ConvertedPage {
        path: item.path.clone(),
        text: front::page(&front, &markdown::write(&blocks)),
        found: me.found,
        missing: vec![me.missing],
    }
}

/// The day on which the source last changed a text, and the attribution that its licence requires.
pub fn attribution(front: &mut FrontFields, item: &ShelfItem, root: &Element) {
    let day = card::changed(root);
    if let Some(day) = &day {
        front.set::<Common>("reviewed", FrontValue::Bare(day.clone()));
    }
    let mut source = FrontFields::new(true);
    source
        .set::<FactSource>("name", NAME)
        .set::<FactSource>("id", item.id.clone())
        .set::<FactSource>("date", FrontValue::Bare(day.unwrap_or_default()))
        .set::<FactSource>("license", LICENCE)
        .set::<FactSource>("url", item.address.clone());
    front.set::<Common>("source", source);
}

/// What the pages of a public come from: the file, and the day of its last change. Its licence asks for both.
pub fn dataset(front: &mut FrontFields, public: Public, file: &str, changed: Option<&str>) {
    let day = changed.unwrap_or_default();
    let source = front::dataset(true, [NAME, file, day, LICENCE, &public.download()]);
    front.set::<Common>("source", source);
}

/// The first paragraph, if it is plain text: it opens the page, before the routes. Otherwise the source's own
/// description, unless the text says the same.
fn summary(root: &Element, blocks: &mut Vec<MarkdownBlock>) -> Option<String> {
    if let Some(MarkdownBlock::Paragraph(line)) = blocks.first()
        && is_plain(line)
        && markdown::plain(line).len() <= LONGEST_SUMMARY
    {
        let said = one_line(&markdown::plain(line));
        // A paragraph that introduces a list stays with it.
        if !said.ends_with(':') {
            blocks.remove(0);
            return Some(said);
        }
    }
    let described = root.text_of("dc:description")?;
    let first = blocks.iter().find_map(|block| match block {
        MarkdownBlock::Paragraph(line) => Some(one_line(&markdown::plain(line))),
        _ => None,
    });
    let beginning: String = described.chars().take(60).collect();
    let is_said = first.is_some_and(|first| first.starts_with(&beginning))
        || described == root.text_of("dc:title").unwrap_or_default();
    (!is_said && described.len() <= LONGEST_SUMMARY).then_some(described)
}

/// Whether a line is only words: a summary has no links.
fn is_plain(line: &[MarkdownInline]) -> bool {
    line.iter().all(|piece| match piece {
        MarkdownInline::Text(_) => true,
        MarkdownInline::Strong(inner) | MarkdownInline::Emphasis(inner) => is_plain(inner),
        _ => false,
    })
}

/// In bytes: anything longer is not a summary.
const LONGEST_SUMMARY: usize = 900;

fn evidence(papers: &[(String, Option<String>)]) -> Vec<FrontValue> {
    let papers = papers.iter().filter(|(name, _)| !name.is_empty());
    papers
        .map(|(name, when)| {
            let mut fields = FrontFields::new(true);
            fields
                .set::<Evidence>("name", name.clone())
                .set::<Evidence>("when", when.clone());
            fields.into()
        })
        .collect()
}

fn legal(me: &mut Converter<'_>, root: &Element) -> Vec<FrontValue> {
    let references = root
        .elements()
        .filter(|element| element.name == "Reference");
    references
        .map(|reference| {
            let parts = ["Titre", "Complement", "Source"].iter();
            let parts: Vec<String> = parts.filter_map(|part| reference.text_of(part)).collect();
            let address = me.address(reference);
            let title = match parts.is_empty() {
                true => address.clone().unwrap_or_default(),
                false => parts.join(" – "),
            };
            let mut fields = FrontFields::new(true);
            fields
                .set::<LegalResource>("title", title)
                .set::<LegalResource>("url", address);
            fields.into()
        })
        .collect()
}

/// The authority behind the fiche: `…, Ministère chargé du travail` is the ministry.
fn authority(root: &Element) -> Option<String> {
    let contributors = root.text_of("dc:contributor")?;
    contributors.rsplit(", ").next().map(str::to_owned)
}

fn audience(root: &Element) -> Vec<String> {
    let said = root
        .elements()
        .filter(|element| matches!(element.name.as_str(), "Audience" | "Cible"));
    let mut seen = BTreeSet::new();
    said.map(Element::text)
        .filter(|who| !who.is_empty() && seen.insert(who.clone()))
        .collect()
}
