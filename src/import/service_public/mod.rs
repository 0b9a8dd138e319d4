//! The official guide to public services of France, *Vos droits et démarches*: the XML of the DILA, schemas 3.3 to 3.5,
//! published under the Licence Ouverte 2.0.
//!
//! Each fiche becomes a guide, each dossier a section, each theme a topic, each contact centre an
//! organization, each service and model letter a page; definitions and abbreviations go into a glossary. All
//! text is kept, in order.

mod aliases;
mod card;
mod centres;
mod contacts;
mod elements;
mod fiche;
mod headings;
mod indexes;
mod known;
mod links;
mod media;
mod nodes;
mod papers;
mod questions;
mod routes;
mod schemas;
mod shelf;
mod standing;
mod tables;
mod terms;
mod text;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::front::{self, FrontFields};
use super::merge::UNREAD;
use super::xml::{self, Element};
use super::{Before, Import, archive};
use crate::images;
use aliases::Aliases;
use fiche::ConvertedPage;
use shelf::{FileSort, OfficialShelf, Public, ShelfItem};
use terms::GlossaryTerms;
use text::{Converter, MissingParts};

/// The name under which the site keeps what it imported.
pub const NAME: &str = "service-public";

/// The folder of articles that tell readers what has changed in it.
pub const ARTICLES: &str = "guide-officiel";

/// The address at which the guide for people is published in 2026.
pub const DOWNLOAD: &str =
    "https://lecomarquage.service-public.gouv.fr/vdd/3.5/part/zip/vosdroits-latest.zip";

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

/// The most bytes of a page: half of what a build reads, which leaves room for an editor's words.
const LARGEST_PAGE: usize = 1_000_000;

/// The most bytes of front matter. A tenth of this is more than any fiche has.
const LARGEST_FRONT: usize = 200_000;

/// Reads the guide from a folder or a zip.
///
/// # Errors
///
/// If the source cannot be opened. What is wrong with a single file is a diagnostic of the import.
pub fn import(source: &Path, before: &Before) -> io::Result<Import> {
    let (files, mut found) = archive::read(source, "xml")?;
    let (mut shelf, wanted, more) = OfficialShelf::read(files, before);
    found.extend(more);
    shelf.name = front::file_name(source, shelf::FILE);
    let images = archive::named(source, &wanted)?.into_iter();
    let images = images.filter(|(name, bytes)| images::can_be_shown(bytes, name));
    let images = shelf.take_images(images.collect(), before);
    let is_whole = !found.iter().any(|found| UNREAD.contains(&found.code));
    if !is_whole {
        shelf.keep_standing(before)?;
    }
    let aliases = Aliases::of(&shelf, before, is_whole)?;
    let read: Vec<ConvertedFile> = shelf
        .items()
        .filter_map(|item| read(&shelf, item, &aliases))
        .collect();
    let mut import = Import {
        scope: scope(&shelf),
        diagnostics: found,
        files: images,
        remarks: schemas::remarks(&shelf.schemas, shelf.changed.as_deref()),
        changed: shelf.changed.clone(),
        important: shelf.important(),
        ..Import::default()
    };
    for (path, root) in &shelf.strangers {
        import.pass_over("strangers", format!("{path} (<{root}>)"));
    }
    let mut missing: Vec<MissingParts> = Vec::new();
    let mut terms: BTreeMap<Public, GlossaryTerms> = BTreeMap::new();
    let mut topics: BTreeMap<Public, BTreeMap<String, String>> = BTreeMap::new();
    for file in read {
        if let Some(title) = file.topic {
            if let Some(made) = &file.made {
                import.topics.insert(made.path.clone(), title.clone());
            }
            let topics = topics.entry(file.public).or_default();
            topics.insert(crate::markdown::slug(&title), title);
        }
        let glossary = terms.entry(file.public).or_default();
        for (id, entry) in file.terms {
            glossary.entry(id).or_insert(entry);
        }
        for (id, page) in file.centres {
            let path = nodes::centre_path(&id);
            if !shelf.is_of_standing(&path, file.public, before)? {
                import.files.entry(path).or_insert_with(|| page.into());
            }
        }
        for made in file.made.into_iter().chain(file.dossier) {
            import.diagnostics.extend(made.found);
            missing.extend(made.missing);
            import
                .files
                .entry(made.path)
                .or_insert_with(|| made.text.into());
        }
    }
    if !shelf.centres.is_empty() {
        let (path, text) = centres::section(&shelf);
        import.files.insert(path, text.into());
    }
    for public in shelf.publics() {
        // Of a theme that cannot be read, the section still says what it said.
        if !is_whole && before.written.contains(&nodes::section_path(public)) {
            continue;
        }
        let mut themes: Vec<(&ShelfItem, Element)> = shelf
            .sorted()
            .filter(|item| item.public == public && item.sort == FileSort::Theme)
            .filter_map(|item| Some((item, xml::parse(&item.file.text).ok()?)))
            .collect();
        themes.sort_by_key(|(item, _)| shelf.index.position(&item.id));
        let made = nodes::public_section(&shelf, public, &themes);
        import.diagnostics.extend(made.found);
        missing.extend(made.missing);
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
    tell_missing(&mut import, missing);
    Ok(import)
}

/// Counts what texts have that nobody knows, and what they name that the source does not contain.
fn tell_missing(import: &mut Import, missing: Vec<MissingParts>) {
    let mut unknown: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for part in missing {
        for path in part.long {
            import.pass_over("long-pages", path);
        }
        for name in part.images {
            import.pass_over("images", name);
        }
        for name in part.terms {
            import.pass_over("terms", name);
        }
        for name in part.elements {
            unknown.entry(name).or_default().insert(part.file.clone());
        }
    }
    for (name, files) in unknown {
        let first = files.first().map_or("", String::as_str);
        import.pass_over("elements", format!("{name} × {} ({first})", files.len()));
    }
}

/// The folders that the source covers. Since schema 3.4, what was for associations is for particuliers.
fn scope(shelf: &OfficialShelf) -> Vec<String> {
    let mut publics = shelf.publics();
    let has_associations = publics.contains(&Public::Associations);
    if publics.contains(&Public::Particuliers)
        && !has_associations
        && shelf.has_merged_associations()
    {
        publics.push(Public::Associations);
    }
    publics.into_iter().map(Public::folder).collect()
}

fn read(shelf: &OfficialShelf, item: &ShelfItem, aliases: &Aliases) -> Option<ConvertedFile> {
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
        FileSort::Fiche => Some(fiche::guide(shelf, item, &root, aliases.of_page(item))),
        FileSort::Dossier => Some(nodes::dossier(shelf, item, &root, aliases.of_page(item))),
        FileSort::Service => Some(nodes::service(shelf, item, &root, aliases.of_page(item))),
        FileSort::Theme => None,
    };
    let made = made.map(|made| match is_too_long(&made.text) {
        true => nodes::long_page(item, &root, made),
        false => made,
    });
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

fn is_too_long(page: &str) -> bool {
    let front = page.split("\n---\n").next().unwrap_or_default();
    page.len() > LARGEST_PAGE || front.len() > LARGEST_FRONT
}

/// The section of a fiche's dossier, if the source has no file of the dossier.
fn unwritten_dossier(
    shelf: &OfficialShelf,
    item: &ShelfItem,
    root: &Element,
) -> Option<ConvertedPage> {
    let id = card::dossier(root).filter(|_| item.sort == FileSort::Fiche)?;
    let has_file = shelf
        .find(id, item.public)
        .is_some_and(|dossier| dossier.public == item.public)
        || shelf.standing(id, item.public).is_some();
    let path = format!("{}/{id}/_index.md", item.public.folder());
    (!has_file)
        .then(|| nodes::unwritten_dossier(shelf, &path, item, root))
        .flatten()
}
