//! The official guide to public services of France, *Vos droits et démarches*: the XML of the DILA, schema 3.3 and before,
//! published under the Licence Ouverte 2.0.
//!
//! Each fiche becomes a guide, each dossier a section, each theme a topic, each contact centre an
//! organization, each service and model letter a page; definitions and abbreviations go into a glossary. All
//! text is kept, in order.

mod centres;
mod contacts;
mod fiche;
mod kinds;
mod links;
mod nodes;
mod questions;
mod routes;
mod shelf;
mod tables;
mod terms;
mod text;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::front::FrontFields;
use super::xml::{self, Element};
use super::{Before, Import, archive};
use fiche::ConvertedPage;
use shelf::{FileSort, OfficialShelf, Public, ShelfItem};
use terms::GlossaryTerms;
use text::Converter;

/// The name under which the site keeps what it imported.
pub const NAME: &str = "service-public";

/// What one file of the source becomes.
struct ConvertedFile {
    made: Option<ConvertedPage>,
    public: Public,
    terms: GlossaryTerms,
    /// Contact centres by identifier, each as the page that this file makes of it.
    centres: BTreeMap<String, String>,
    /// The topic that it belongs to.
    topic: Option<String>,
    /// The dossier that it belongs to, if the source has no file of it.
    dossier: Option<ConvertedPage>,
}

/// Reads the guide from a folder or a zip.
///
/// # Errors
///
/// If the source cannot be opened. What is wrong with a single file is a diagnostic of the import.
pub fn import(source: &Path, before: &Before) -> io::Result<Import> {
    let (files, mut found) = archive::read(source, "xml")?;
    let (shelf, more) = OfficialShelf::read(files, before);
    found.extend(more);
    let read: Vec<ConvertedFile> = shelf
        .items()
        .filter_map(|item| read(&shelf, item))
        .collect();
    let mut import = Import {
        scope: shelf.publics().into_iter().map(Public::folder).collect(),
        diagnostics: found,
        ..Import::default()
    };
    let mut terms: BTreeMap<Public, GlossaryTerms> = BTreeMap::new();
    let mut topics: BTreeMap<Public, BTreeMap<String, String>> = BTreeMap::new();
    for file in read {
        if let Some(title) = file.topic {
            let topics = topics.entry(file.public).or_default();
            topics.insert(crate::markdown::slug(&title), title);
        }
        let glossary = terms.entry(file.public).or_default();
        for (id, entry) in file.terms {
            glossary.entry(id).or_insert(entry);
        }
        for (id, page) in file.centres {
            import
                .files
                .entry(nodes::centre_path(&id))
                .or_insert_with(|| page.into());
        }
        for made in file.made.into_iter().chain(file.dossier) {
            import.diagnostics.extend(made.found);
            import
                .files
                .entry(made.path)
                .or_insert_with(|| made.text.into());
        }
    }
    if !shelf.centres.is_empty() {
        let (path, text) = centres::section();
        import.files.insert(path, text.into());
    }
    for public in shelf.publics() {
        let themes: Vec<(&ShelfItem, Element)> = shelf
            .sorted()
            .filter(|item| item.public == public && item.sort == FileSort::Theme)
            .filter_map(|item| Some((item, xml::parse(&item.file.text).ok()?)))
            .collect();
        let made = nodes::public_section(&shelf, public, &themes);
        import.diagnostics.extend(made.found);
        import.files.insert(made.path, made.text.into());
    }
    for (public, terms) in terms.iter().filter(|(_, terms)| !terms.is_empty()) {
        import.files.insert(
            format!("{}/glossary.yaml", public.folder()),
            terms::write(terms).into(),
        );
    }
    for (public, topics) in topics {
        let mut fields = FrontFields::new(true);
        for (key, title) in &topics {
            fields.put(key, title.as_str());
        }
        import.files.insert(
            format!("{}/topics.yaml", public.folder()),
            fields.write().into(),
        );
    }
    Ok(import)
}

fn read(shelf: &OfficialShelf, item: &ShelfItem) -> Option<ConvertedFile> {
    let root = xml::parse(&item.file.text).ok()?;
    let mut me = Converter::new(shelf, item, &root);
    let mut terms = GlossaryTerms::new();
    terms::gather(&mut me, &root, &mut terms);
    let mut centres = BTreeMap::new();
    for element in root
        .descendants()
        .filter(|element| centres::is_centre(element))
    {
        if let Some(id) = element
            .attribute("ID")
            .filter(|id| shelf.centres.contains(*id))
        {
            let path = nodes::centre_path(id);
            let here = ShelfItem {
                path,
                ..item.clone()
            };
            let mut me = Converter::new(shelf, &here, &root);
            let page = centres::page(&mut me, item, &root, element);
            centres.entry(id.to_owned()).or_insert_with(|| page);
        }
    }
    let made = match item.sort {
        FileSort::Fiche => Some(fiche::guide(shelf, item, &root)),
        FileSort::Dossier => Some(nodes::dossier(shelf, item, &root)),
        FileSort::Service => Some(nodes::service(shelf, item, &root)),
        FileSort::Theme => None,
    };
    Some(ConvertedFile {
        made,
        public: item.public,
        terms,
        centres,
        topic: (item.sort == FileSort::Fiche)
            .then(|| root.child("Theme")?.text_of("Titre"))
            .flatten(),
        dossier: unwritten_dossier(shelf, item, &root),
    })
}

/// The section of a fiche's dossier, if the source has no file of the dossier.
fn unwritten_dossier(
    shelf: &OfficialShelf,
    item: &ShelfItem,
    root: &Element,
) -> Option<ConvertedPage> {
    let id = shelf::dossier(root).filter(|_| item.sort == FileSort::Fiche)?;
    let has_file = shelf
        .find(id, item.public)
        .is_some_and(|dossier| dossier.public == item.public);
    let path = format!("{}/{id}/_index.md", item.public.folder());
    (!has_file)
        .then(|| nodes::unwritten_dossier(shelf, &path, item, root))
        .flatten()
}
