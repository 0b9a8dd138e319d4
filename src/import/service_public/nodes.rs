//! Turns themes and dossiers into the text of sections; services and model letters into pages.

use super::contacts::text;
use super::fiche::{ConvertedPage, attribution, body, dataset};
use super::shelf::{OfficialShelf, Public, ShelfItem};
use super::text::{Converter, MissingParts, paragraph};
use super::{centres, headings};
use crate::import::front::{self, FrontFields, FrontValue};
use crate::import::markdown::{self, MarkdownBlock, MarkdownInline};
use crate::import::xml::Element;
use crate::model::Common;

/// The text of a dossier's section.
pub fn dossier(
    shelf: &OfficialShelf,
    item: &ShelfItem,
    root: &Element,
    aliases: &[String],
) -> ConvertedPage {
    let mut me = Converter::new(shelf, item, root);
    let blocks = body(&mut me, root, &[]);
    let mut front = FrontFields::new(true);
    front.set::<Common>("title", item.title.clone());
    front.set::<Common>("aliases", aliases.to_vec());
    attribution(&mut front, item, root);
    ConvertedPage {
        path: item.path.clone(),
        text: front::page(&front, &markdown::write(&blocks)),
        found: me.found,
        missing: vec![me.missing],
    }
}

/// The text of a dossier without a file in the source: what its fiches say about it.
pub fn unwritten_dossier(
    shelf: &OfficialShelf,
    path: &str,
    of: &ShelfItem,
    root: &Element,
) -> Option<ConvertedPage> {
    let element = root.child("DossierPere")?;
    let item = ShelfItem {
        path: path.to_owned(),
        ..of.clone()
    };
    let mut me = Converter::new(shelf, &item, root);
    let mut blocks = Vec::new();
    for part in element.elements().filter(|part| part.name == "SousDossier") {
        blocks.extend(me.inside(element, |me| super::fiche::sub_folder(me, part)));
    }
    headings::settle(&mut blocks);
    let mut front = FrontFields::new(true);
    let title = element.text_of("Titre");
    let id = element.attribute("ID").unwrap_or("Dossier");
    front.set::<Common>("title", title.unwrap_or_else(|| id.to_owned()));
    Some(ConvertedPage {
        path: item.path.clone(),
        text: front::page(&front, &markdown::write(&blocks)),
        found: me.found,
        missing: vec![me.missing],
    })
}

/// The file of the section of a public.
pub fn section_path(public: Public) -> String {
    format!("{}/_index.md", public.folder())
}

/// The text of a public's section: its themes, with the dossiers of each.
pub fn public_section(
    shelf: &OfficialShelf,
    public: Public,
    themes: &[(&ShelfItem, Element)],
) -> ConvertedPage {
    let path = section_path(public);
    let mut blocks = Vec::new();
    let mut found = Vec::new();
    let mut missing = Vec::new();
    for (item, root) in themes {
        blocks.push(MarkdownBlock::Heading {
            level: 2,
            text: vec![text(&item.title)],
            case: false,
            anchor: None,
        });
        let mut me = Converter::new(shelf, item, root);
        blocks.extend(
            body(&mut me, root, &[])
                .into_iter()
                .map(markdown::one_level_down),
        );
        found.extend(me.found);
        missing.push(me.missing);
    }
    let mut front = FrontFields::new(true);
    front.set::<Common>("title", public.name());
    dataset(&mut front, public, &shelf.name, shelf.changed.as_deref());
    ConvertedPage {
        path,
        text: front::page(&front, &markdown::write(&blocks)),
        found,
        missing,
    }
}

/// The page of a service, form or model letter.
pub fn service(
    shelf: &OfficialShelf,
    item: &ShelfItem,
    root: &Element,
    aliases: &[String],
) -> ConvertedPage {
    let mut me = Converter::new(shelf, item, root);
    let is_letter = root.attribute("type") == Some("Modèle de document");
    let mut blocks = Vec::new();
    let mut line = Vec::new();
    if let Some(web) = root.child("LienWeb") {
        let label = if root.text_of("NumeroCerfa").is_some() {
            "Formulaire"
        } else {
            "Lien"
        };
        line.push(MarkdownInline::Strong(vec![text(&format!("{label} :"))]));
        line.push(text(" "));
        let address = me.address(web);
        line.extend(match address {
            Some(address) => vec![MarkdownInline::Link(address, vec![text(&item.title)])],
            None => vec![text(&item.title)],
        });
        line.extend(super::links::weight(web).map(|weight| text(&format!(" ({weight})"))));
        line.extend(web.child("Source").and_then(super::contacts::named_source));
    }
    for (name, label) in [
        ("NumeroCerfa", "Cerfa n°\u{a0}"),
        ("AutreNumero", "formulaire n°\u{a0}"),
    ] {
        line.extend(
            root.text_of(name)
                .map(|number| text(&format!(" – {label}{number}"))),
        );
    }
    blocks.extend(paragraph(line));
    let mut annexes = Vec::new();
    let mut contacts = Vec::new();
    let mut guides = Vec::new();
    for element in root.elements() {
        match element.name.as_str() {
            name if name.starts_with("dc:") => {}
            "SurTitre" | "Audience" | "Canal" | "FilDAriane" | "Theme" | "Dossier" | "LienWeb"
            | "NumeroCerfa" | "AutreNumero" | "Definition" | "Abreviation" => {}
            "Introduction" | "Texte" => {
                blocks.extend(me.inside(element, |me| me.blocks(element, 2)));
            }
            "NoticeLiee" | "ServiceEnLigneAnnexe" => annexes.push(me.annex(element, 3)),
            "OuSAdresser" | "OuSAdresserSupport" | "QuiPeutMAider" => {
                contacts.push(me.contact_item(element, 3));
            }
            "FicheLiee" | "ServiceEnLigneAlternatif" => {
                let title = match element.child("Titre") {
                    Some(title) => me.inlines(title),
                    None => me.inlines(element),
                };
                let id = element.attribute("ID").unwrap_or_default();
                let line = match me.target(id, element) {
                    Some(target) => vec![MarkdownInline::Link(target, title)],
                    None => title,
                };
                guides.push(paragraph(line).into_iter().collect());
            }
            _ => blocks.extend(me.one(element, 2)),
        }
    }
    for (heading, items) in [
        ("Notices et annexes", annexes),
        ("Où s’adresser", contacts),
        ("Pour quelles démarches ?", guides),
    ] {
        let items: Vec<Vec<MarkdownBlock>> = items;
        if !items.is_empty() {
            blocks.push(MarkdownBlock::Heading {
                level: 2,
                text: vec![text(heading)],
                case: false,
                anchor: None,
            });
            blocks.push(MarkdownBlock::List(None, items));
        }
    }
    headings::settle(&mut blocks);
    let mut front = FrontFields::new(true);
    front.put("kind", FrontValue::Bare("page".to_owned()));
    front.set::<Common>("title", item.title.clone());
    front.set::<Common>("aliases", aliases.to_vec());
    if is_letter && root.child("Texte").is_some() {
        front.set::<Common>("sheets", vec![FrontValue::Bare("a4".to_owned())]);
    }
    attribution(&mut front, item, root);
    ConvertedPage {
        path: item.path.clone(),
        text: front::page(&front, &markdown::write(&blocks)),
        found: me.found,
        missing: vec![me.missing],
    }
}

/// The page of something too long for a page: where to read it. Links to it lead somewhere.
pub fn long_page(item: &ShelfItem, root: &Element, made: ConvertedPage) -> ConvertedPage {
    let mut front = FrontFields::new(true);
    front.put("kind", FrontValue::Bare("page".to_owned()));
    front.set::<Common>("title", item.title.chars().take(200).collect::<String>());
    attribution(&mut front, item, root);
    let link = MarkdownInline::Link(item.address.clone(), vec![text("service-public.gouv.fr")]);
    let line = vec![
        text("Ce texte est trop long pour une page : lisez-le sur "),
        link,
    ];
    let mut missing = made.missing;
    missing.push(MissingParts {
        long: vec![made.path.clone()],
        ..MissingParts::default()
    });
    ConvertedPage {
        path: made.path,
        text: front::page(&front, &markdown::write(&[MarkdownBlock::Paragraph(line)])),
        found: made.found,
        missing,
    }
}

/// The path of a contact centre's page.
pub fn centre_path(id: &str) -> String {
    format!("{}/{id}.md", centres::FOLDER)
}
