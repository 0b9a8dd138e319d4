//! Reads what one file of the source is, and what the others need to know of it.

use std::sync::Arc;

use super::links::mended;
use super::shelf::{FileSort, Public, ShelfItem, is_sound};
use super::{centres, terms};
use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};
use crate::import::xml::{self, Element};
use crate::invisible;
use crate::model::values::Date;

/// What is extracted from a file before any is converted.
pub struct Extracted {
    pub item: ShelfItem,
    /// Its titles for other files.
    pub names: Vec<(String, String)>,
    /// Its glossary entries.
    pub terms: Vec<(String, String)>,
    /// The contact centres that it describes.
    pub centres: Vec<String>,
    /// The images that its text names.
    pub images: Vec<String>,
    /// The version of the schema that it names: `3.5`.
    pub schema: Option<String>,
    /// The day on which its text last changed.
    pub changed: Option<String>,
}

/// The diagnostic for a file that cannot be imported.
fn no_xml(file: &Arc<TextFile>, at: usize, reason: &str) -> Diagnostic {
    let place = Place {
        file: Arc::clone(file),
        span: at..at + 1,
    };
    Diagnostic::new(Code::ImportUnreadable, Location::Place(place)).with("reason", reason)
}

/// What a file of the source is.
pub enum FileCard {
    /// Something to convert.
    Item(Box<Extracted>),
    /// A file beside the fiches, or one of which nobody knows what it is.
    Other(Arc<TextFile>, Element),
    /// A file that is not XML, or without a name of its own.
    Bad(Diagnostic),
}

/// Reads what a file is, and what other files need to know of it.
pub fn card(file: &Arc<TextFile>) -> FileCard {
    let root = match xml::parse(&file.text) {
        Ok(root) => root,
        Err(error) => return FileCard::Bad(no_xml(file, error.at, &error.said())),
    };
    let sort = match (root.name.as_str(), root.attribute("type")) {
        ("ServiceComplementaire", _) => FileSort::Service,
        ("Publication", Some("Theme" | "Thème")) => FileSort::Theme,
        ("Publication", Some("Dossier")) => FileSort::Dossier,
        ("Publication", _) => FileSort::Fiche,
        _ => return FileCard::Other(Arc::clone(file), root),
    };
    let id = root.attribute("ID").unwrap_or_default().to_owned();
    if !is_sound(&id) {
        return FileCard::Bad(no_xml(file, root.at, &format!("ID=\"{id}\"")));
    }
    let public = public(&root, &file.path);
    let title = root.text_of("dc:title").or_else(|| root.text_of("Titre"));
    let title = title.filter(|title| !invisible::read(title).trim().is_empty());
    let title = title.unwrap_or_else(|| id.clone());
    let folder = public.folder();
    let path = match sort {
        FileSort::Theme => format!("{folder}/_index.md"),
        FileSort::Dossier => format!("{folder}/{id}/_index.md"),
        FileSort::Service => format!("{folder}/services/{id}.md"),
        FileSort::Fiche => match dossier(&root) {
            Some(dossier) => format!("{folder}/{dossier}/{id}.md"),
            None => format!("{folder}/{id}.md"),
        },
    };
    let item = ShelfItem {
        address: root
            .attribute("spUrl")
            .and_then(mended)
            .unwrap_or_else(|| public.address(&id)),
        id,
        public,
        sort,
        title,
        path,
        file: Arc::clone(file),
    };
    FileCard::Item(Box::new(Extracted {
        item,
        names: names(&root),
        terms: terms::entries(&root)
            .map(|(id, entry)| (id.to_owned(), entry.text()))
            .collect(),
        centres: centres::ids(&root),
        images: images(&root),
        schema: schema(&root),
        changed: changed(&root),
    }))
}

/// The images that a file names.
fn images(root: &Element) -> Vec<String> {
    const PICTURES: &[&str] = &["Image", "ImageIllustration", "Illustration"];
    let pictures = root
        .descendants()
        .filter(|element| PICTURES.contains(&element.name.as_str()));
    pictures
        .filter_map(|picture| Some(picture.attribute("LienPublication")?.to_owned()))
        .collect()
}

/// The version of the schema in `xsi:noNamespaceSchemaLocation`: `3.5` in `../Schemas/3.5/Publication.xsd`.
fn schema(root: &Element) -> Option<String> {
    let place = root.attribute("xsi:noNamespaceSchemaLocation")?;
    let is_version = |step: &&str| {
        step.split_once('.').is_some_and(|(major, minor)| {
            let is_number =
                |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
            is_number(major) && is_number(minor)
        })
    };
    place.split('/').find(is_version).map(str::to_owned)
}

/// The day on which a text last changed: `2023-01-02`.
pub fn changed(root: &Element) -> Option<String> {
    let day = root.text_of("dc:date")?;
    let day = day.trim_start_matches("modified ").trim();
    Date::parse(day).map(|_| day.to_owned())
}

/// The titles that a file uses for the fiches and dossiers that it leads to.
fn names(root: &Element) -> Vec<(String, String)> {
    const NAMING: &[&str] = &[
        "Fiche",
        "Dossier",
        "QuestionReponse",
        "CommentFaireSi",
        "FicheLiee",
    ];
    let naming = root
        .descendants()
        .filter(|element| NAMING.contains(&element.name.as_str()));
    naming
        .filter_map(|element| {
            let title = element.text_of("Titre").unwrap_or_else(|| element.text());
            let id = element.attribute("ID").filter(|_| !title.is_empty())?;
            Some((id.to_owned(), title))
        })
        .collect()
}

/// The dossier that a fiche belongs to.
pub fn dossier(root: &Element) -> Option<&str> {
    let id = root.child("DossierPere")?.attribute("ID")?;
    is_sound(id).then_some(id)
}

/// The audience of a file: from the first step of its path in the official guide, otherwise from its address
/// or its folder.
fn public(root: &Element, path: &str) -> Public {
    let step = root
        .child("FilDAriane")
        .and_then(|path| path.elements().next());
    let step = step.and_then(|step| Public::of(step.attribute("ID")?));
    let by_address = || {
        let address = root.attribute("spUrl").unwrap_or(path).to_lowercase();
        let named = |public: &Public| {
            let host = *public == Public::Professionnels && address.contains("//entreprendre.");
            host || address.contains(&public.name().to_lowercase())
        };
        Public::ALL.into_iter().find(named)
    };
    let by_audience = || Public::of(&root.text_of("Audience")?);
    step.or_else(by_address)
        .or_else(by_audience)
        .unwrap_or(Public::Particuliers)
}
