//! Finds the edits that a renamed page takes: in links, in names of organizations, in its own earlier addresses.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::{RenameError, Renaming};
use crate::diagnostics::{Edit, Fix, Location, TextFile};
use crate::document::{Document, change_fields, has_english_fields};
use crate::edit::{self, FieldChange, FieldError, FieldStep, FieldValue};
use crate::files::CONTENT;
use crate::model::record::Record as _;
use crate::model::{Common, Kind};
use crate::percent::encode_path;
use crate::site::{LinkTarget, Page, PageId, Site, join, relative};

/// Moves a page.
pub(super) struct Mover<'s> {
    site: &'s Site,
    /// Where each file of the page goes: paths below the content folder.
    moved: BTreeMap<String, String>,
    /// The id of an organization, before and after.
    ids: Option<(String, String)>,
    /// The edits of each file, by its path.
    edits: BTreeMap<String, (Arc<TextFile>, Vec<Edit>)>,
    left: BTreeSet<String>,
}

impl<'s> Mover<'s> {
    pub fn new(site: &'s Site, from: &str, to: &str) -> Result<Self, RenameError> {
        let mut mover = Self {
            site,
            moved: BTreeMap::new(),
            ids: None,
            edits: BTreeMap::new(),
            left: BTreeSet::new(),
        };
        let of_page = |page: &&Page| page.document.stem == from;
        let pages: Vec<&Page> = site
            .pages_with_id()
            .map(|(_, page)| page)
            .filter(of_page)
            .collect();
        for page in pages {
            let document = &page.document;
            let note = document.local.iter().map(|note| &note.file);
            for file in note.chain([&document.file]) {
                let path = below_content(&file.path);
                let rest = path
                    .strip_prefix(from)
                    .ok_or_else(|| RenameError::NoPage(path.to_owned()))?;
                mover.moved.insert(path.to_owned(), format!("{to}{rest}"));
            }
            let id = |stem: &str| stem.rsplit('/').next().unwrap_or(stem).to_owned();
            if document.kind() == Kind::Organization && id(from) != id(to) {
                mover.ids = Some((id(from), id(to)));
            }
        }
        for new in mover.moved.values() {
            let file = format!("{CONTENT}/{new}");
            if !mover.moved.contains_key(new) && site.page_of_file(&file).is_some() {
                return Err(RenameError::Taken(file));
            }
        }
        Ok(mover)
    }

    pub fn renaming(mut self) -> Result<Renaming, RenameError> {
        for (id, page) in self.site.pages_with_id() {
            self.links_of(id, &page.document);
            self.names_of(&page.document);
            self.address_of(id, &page.document)?;
        }
        if let (Some((old, new)), Some(publisher)) = (self.ids.clone(), &self.site.config.publisher)
            && publisher.text == old
        {
            self.replace(&publisher.location, &old, &new);
        }
        let shown = |path: String| format!("{CONTENT}/{path}");
        let moves = self
            .moved
            .into_iter()
            .map(|(old, new)| (shown(old), shown(new)));
        let fixes = self.edits.into_values().map(|(file, edits)| Fix {
            file,
            edits: edits.into(),
        });
        Ok(Renaming {
            moves: moves.collect(),
            fixes: fixes.collect(),
            left: self.left,
        })
    }

    /// The earlier address of a published page that moves.
    fn address_of(&mut self, id: PageId, document: &Document) -> Result<(), RenameError> {
        let Some(address) = earlier_address(self.site, id, &self.moved) else {
            return Ok(());
        };
        let file = &document.file;
        let text = with_alias(document, &address)
            .map_err(|error| RenameError::Fields(file.path.clone(), error))?;
        self.add(file, edit::difference(&file.text, &text));
        Ok(())
    }

    fn add(&mut self, file: &Arc<TextFile>, edit: Edit) {
        let entry = self.edits.entry(file.path.clone());
        let (_, edits) = entry.or_insert_with(|| (Arc::clone(file), Vec::new()));
        if !edits.contains(&edit) {
            edits.push(edit);
        }
    }

    /// Links and images that lead to the page, and those of the page itself.
    fn links_of(&mut self, id: PageId, document: &Document) {
        for text in document.texts() {
            let here = below_content(text.place(&(0..0)).path()).to_owned();
            let links = text
                .facts
                .links
                .iter()
                .map(|link| (&link.destination, &link.span));
            let images = text
                .facts
                .images
                .iter()
                .map(|image| (&image.destination, &image.span));
            for (destination, span) in links.chain(images) {
                if let Some(new) = self.destination(id, &here, destination) {
                    self.replace(&text.place(span), destination, &new);
                }
            }
        }
        let here = below_content(&document.file.path).to_owned();
        let attachments = document
            .article()
            .map(|article| article.attachments.as_slice());
        let attachments = attachments
            .unwrap_or_default()
            .iter()
            .map(|attachment| &attachment.file);
        let image = document
            .article()
            .and_then(|article| article.image.as_ref())
            .map(|image| &image.src);
        for link in document
            .common
            .related
            .iter()
            .chain(attachments)
            .chain(image)
        {
            if let Some(new) = self.destination(id, &here, &link.text) {
                self.replace(&link.location.clone(), &link.text, &new);
            }
        }
    }

    /// The names of an organization: in routes, as the part of another, in cards.
    fn names_of(&mut self, document: &Document) {
        let Some((old, new)) = self.ids.clone() else {
            return;
        };
        let routes = document.guide().and_then(|guide| guide.channels.as_ref());
        let routes = routes
            .into_iter()
            .flat_map(crate::model::Channels::organizations);
        let part_of = document
            .organization()
            .and_then(|organization| organization.part_of.as_ref());
        let places: Vec<Location> = routes
            .chain(part_of)
            .filter(|name| name.text == old)
            .map(|name| name.location.clone())
            .collect();
        for place in places {
            self.replace(&place, &old, &new);
        }
        let card = format!("organization:{old}");
        for text in document.texts() {
            for image in text
                .facts
                .images
                .iter()
                .filter(|image| image.destination == card)
            {
                self.replace(
                    &text.place(&image.span),
                    &card,
                    &format!("organization:{new}"),
                );
            }
        }
    }

    /// What a destination written in a file must be after the move; `None` if it stays.
    fn destination(&self, page: PageId, here: &str, destination: &str) -> Option<String> {
        let after = self.moved.get(here).map_or(here, String::as_str);
        let at = destination.find(['#', '?']).unwrap_or(destination.len());
        let (path, rest) = destination.split_at(at);
        if path.is_empty() {
            return None;
        }
        let target = match self.site.link(page, destination) {
            Ok(LinkTarget::Page(target, _)) => Some(&self.site.page(target).document.file.path),
            Ok(LinkTarget::Elsewhere(_) | LinkTarget::Term) => return None,
            _ => None,
        };
        // The file that is written, rather than the page in the reader's language that it leads to.
        let folder = here.rsplit_once('/').map_or("", |(folder, _)| folder);
        let written = join(folder, path);
        let named = written.as_ref().and_then(|path| self.moved.get(path));
        let moved = named.or_else(|| self.moved.get(below_content(target?)));
        let new = match moved {
            Some(moved) => match path.starts_with('/') {
                true => format!("/{}", encode_path(moved)),
                false => encode_path(&relative(after, moved)),
            },
            // Only a relative path depends on where it is written.
            None if after == here || path.starts_with('/') || path.contains(':') => return None,
            None => {
                let slash = if path.ends_with('/') { "/" } else { "" };
                format!("{}{slash}", relative(after, &written?))
            }
        };
        (new != path).then(|| new + rest)
    }

    /// Replaces a text at or in a place: the last one there, since the words of a link precede its destination; or the
    /// definition of a link that is written elsewhere in the file.
    fn replace(&mut self, location: &Location, old: &str, new: &str) {
        let Location::Place(place) = location else {
            return;
        };
        let text = &place.file.text;
        let written = text.get(place.span.clone()).unwrap_or_default();
        let spans: Vec<Range<usize>> = match written.rfind(old) {
            Some(at) => {
                let start = place.span.start + at;
                std::iter::once(start..start + old.len()).collect()
            }
            None => definitions(text, old),
        };
        if spans.is_empty() {
            self.left.insert(place.file.path.clone());
        }
        for span in spans {
            let text = new.to_owned();
            self.add(&place.file, Edit { span, text });
        }
    }
}

/// The destinations of `[name]: destination` that are this one.
fn definitions(text: &str, destination: &str) -> Vec<Range<usize>> {
    let found = text.match_indices(destination).filter(|(at, _)| {
        let before = text.get(..*at).unwrap_or_default();
        let after = text.get(at + destination.len()..).unwrap_or_default();
        let before = before.trim_end_matches('<').trim_end_matches(' ');
        let is_end = after.is_empty() || after.starts_with(['\n', ' ', '>']);
        before.ends_with("]:") && is_end
    });
    found.map(|(at, found)| at..at + found.len()).collect()
}

fn below_content(path: &str) -> &str {
    path.strip_prefix(CONTENT)
        .map_or(path, |below| below.trim_start_matches('/'))
}

/// The address of a published page that it will not have any more.
fn earlier_address(site: &Site, id: PageId, moved: &BTreeMap<String, String>) -> Option<String> {
    let page = site.page(id);
    let document = &page.document;
    if document.common.draft == Some(true) {
        return None;
    }
    let new = moved.get(below_content(&document.file.path))?;
    let folder = |path: &str| {
        path.rsplit_once('/')
            .map_or("", |(folder, _)| folder)
            .to_owned()
    };
    let keeps_name = document.common.slug.is_some();
    let keeps_folder = folder(below_content(&document.file.path)) == folder(new);
    (!keeps_name || !keeps_folder).then(|| format!("/{}", page.path.encoded()))
}

/// A page with another earlier address.
fn with_alias(document: &Document, address: &str) -> Result<String, FieldError> {
    let text = &*document.file.text;
    let known = document.common.aliases.len();
    let key = Common::KEYS.iter().find(|key| key.name == "aliases");
    let name = key.map_or("aliases", |key| key.shown(!has_english_fields(text)));
    let change = FieldChange::Insert(
        vec![FieldStep::Field(name.to_owned())],
        known,
        FieldValue::Text(address.to_owned()),
    );
    change_fields(text, &[change])
}
