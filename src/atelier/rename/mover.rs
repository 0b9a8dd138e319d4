//! Finds the edits that a renamed page takes: in links, in names of organizations, in its own earlier addresses.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::former::with_former_address;
use super::{RenameError, Renaming};
use crate::atelier::mentions::{self, Mention, MentionedThing};
use crate::atelier::{Namer, References, below_content};
use crate::diagnostics::{Edit, Fix, Location, TextFile};
use crate::document::Document;
use crate::edit;
use crate::files::CONTENT;
use crate::model::Kind;
use crate::percent::encode_path;
use crate::site::{LinkTarget, Page, PageId, Site, join, relative};

/// Moves a page.
pub(super) struct Mover<'s> {
    site: &'s Site,
    /// The stem after the move.
    stem: String,
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
            stem: to.to_owned(),
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

    /// What changes, of the pages that move and of what names them.
    pub fn renaming(mut self, references: &References) -> Result<Renaming, RenameError> {
        let site = self.site;
        for id in self.concerned(references) {
            let document = &site.page(id).document;
            for mention in mentions::of_page(document) {
                self.mention(id, &mention);
            }
            self.addresses_of(id, document)?;
        }
        for mention in mentions::of_settings(&site.config) {
            if mention.what == MentionedThing::Organization {
                self.organization(&mention);
            }
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

    /// The pages that move, and those that name them.
    fn concerned(&self, references: &References) -> BTreeSet<PageId> {
        let site = self.site;
        let own = self.moved.keys();
        let own = own.filter_map(|path| site.page_of_file(&format!("{CONTENT}/{path}")));
        let by_path = self.moved.keys().flat_map(|path| references.of_path(path));
        let by_id = self.ids.iter().flat_map(|(id, _)| references.of_name(id));
        let others = by_path.chain(by_id).filter_map(Namer::page);
        own.chain(others).collect()
    }

    /// The earlier addresses of a page that moves.
    fn addresses_of(&mut self, id: PageId, document: &Document) -> Result<(), RenameError> {
        if !self.moved.contains_key(below_content(&document.file.path)) {
            return Ok(());
        }
        let file = &document.file;
        let text = with_former_address(self.site.page(id), &self.stem)
            .map_err(|error| RenameError::Fields(file.path.clone(), error))?;
        if let Some(text) = text {
            self.add(file, edit::difference(&file.text, &text));
        }
        Ok(())
    }

    fn add(&mut self, file: &Arc<TextFile>, edit: Edit) {
        let entry = self.edits.entry(file.path.clone());
        let (_, edits) = entry.or_insert_with(|| (Arc::clone(file), Vec::new()));
        if !edits.contains(&edit) {
            edits.push(edit);
        }
    }

    /// What a text names that is called otherwise after the move.
    fn mention(&mut self, id: PageId, mention: &Mention<'_>) {
        match mention.what {
            MentionedThing::Path => {
                let here = mention.file().to_owned();
                if let Some(new) = self.destination(id, below_content(&here), mention.written) {
                    self.replace(&mention.location(), mention.written, &new);
                }
            }
            MentionedThing::Organization => self.organization(mention),
            MentionedThing::Topic => {}
        }
    }

    /// The name of an organization: in routes, as the part of another, in cards.
    fn organization(&mut self, mention: &Mention<'_>) {
        if let Some((old, new)) = self.ids.clone()
            && mention.name() == old
        {
            let written = mention.written;
            let new = format!("{}{new}", written.strip_suffix(&*old).unwrap_or_default());
            self.replace(&mention.location(), written, &new);
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
