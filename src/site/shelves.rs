//! How distributors find sheets: on shelves, each with a list and an archive.

use std::collections::HashMap;

use super::outputs::OutputList;
use super::sections::{part_path, parts, with_ending};
use super::{Group, GroupKind, LIST_LENGTH, Output, OutputPath, PageId, Sheet, Site, number};
use crate::language::Language;
use crate::markdown::slug;

/// Pages whose sheets are handed out together: those of a topic, or the others of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shelf {
    /// Those of a topic: its position in [`Site::groups`].
    Topic(u32),
    /// Those of a section that are under no topic: its position in [`Site::sections`].
    Section(u32),
}

impl Site {
    /// The topics of a language with their positions in [`Site::groups`], in the configuration's order.
    pub fn topics(&self, language: Language) -> Vec<(u32, &Group)> {
        let mut order: HashMap<String, usize> = HashMap::new();
        for (position, (key, _)) in self.config.topics.iter().enumerate() {
            order.entry(slug(key)).or_insert(position);
        }
        let groups = self.groups.iter().enumerate();
        let mut topics: Vec<(u32, &Group)> = groups
            .filter(|(_, group)| group.kind == GroupKind::Topic && group.language == language)
            .map(|(index, group)| (number(index), group))
            .collect();
        topics.sort_by_key(|(_, group)| order.get(&group.slug));
        topics
    }

    /// The shelves of a language that hold sheets: topics first, then guides, articles, organizations, other pages.
    pub fn shelves(&self, language: Language) -> Vec<Shelf> {
        let topics = self.topics(language).into_iter();
        let topics = topics.map(|(id, _)| Shelf::Topic(id));
        let sections = self.sections.iter().enumerate();
        let mut sections: Vec<usize> = sections
            .filter(|(_, section)| section.language == language)
            .map(|(index, _)| index)
            .collect();
        sections.sort_by_key(|index| self.sections[*index].kind.rank());
        let sections = sections
            .into_iter()
            .map(|index| Shelf::Section(number(index)));
        let all = topics.chain(sections);
        all.filter(|shelf| self.sheets_on(*shelf) > 0).collect()
    }

    /// Its pages: by title on the shelf of a topic, otherwise in the order of the section.
    pub fn pages_on(&self, shelf: Shelf) -> Vec<PageId> {
        match shelf {
            Shelf::Topic(id) => self.groups[id as usize].pages.clone(),
            Shelf::Section(id) => {
                let pages = self.sections[id as usize].pages.iter().copied();
                pages.filter(|id| self.topic_of(*id).is_none()).collect()
            }
        }
    }

    /// The page whose sheet binds all of a section.
    pub fn binder_on(&self, shelf: Shelf) -> Option<PageId> {
        match shelf {
            Shelf::Topic(_) => None,
            Shelf::Section(id) => self.sections[id as usize].index,
        }
    }

    fn topic_of(&self, id: PageId) -> Option<u32> {
        let mut groups = self.page(id).groups.iter().map(|(group, _)| *group);
        groups.find(|group| self.groups[*group as usize].kind == GroupKind::Topic)
    }

    /// The shelf of a page's sheets; none for a page in no section and under no topic.
    pub fn shelf_of(&self, id: PageId) -> Option<Shelf> {
        let document = &self.page(id).document;
        // What binds a section stays with it.
        if let Some(topic) = self.topic_of(id).filter(|_| !document.is_index) {
            return Some(Shelf::Topic(topic));
        }
        let section = self.section_at(document.folder(), document.language)?;
        Some(Shelf::Section(number(section)))
    }

    /// The sheets on a shelf, its binder first.
    pub fn sheets_of_shelf(&self, shelf: Shelf) -> Vec<Sheet> {
        let pages = self
            .binder_on(shelf)
            .into_iter()
            .chain(self.pages_on(shelf));
        pages.flat_map(|id| self.sheets_of(id)).collect()
    }

    /// The archive of a shelf's sheets, `themes/logement/fiches.zip`; `None` where it has fewer than two.
    pub fn archive_path(&self, shelf: Shelf) -> Option<OutputPath> {
        (self.sheets_on(shelf) >= 2).then(|| self.beside(shelf, "zip"))
    }

    /// A part of the list of a shelf's sheets, `themes/logement/fiches.html`; `None` where the page of all sheets lists
    /// them.
    pub fn shelf_path(&self, shelf: Shelf, part: usize) -> Option<OutputPath> {
        let is_listed = self.sheet_pages(self.language_of_shelf(shelf)) > LIST_LENGTH;
        let is_listed = is_listed && self.sheets_on(shelf) > 0;
        is_listed.then(|| part_path(&self.beside(shelf, "html"), part))
    }

    /// The language of its pages.
    pub fn language_of_shelf(&self, shelf: Shelf) -> Language {
        match shelf {
            Shelf::Topic(id) => self.groups[id as usize].language,
            Shelf::Section(id) => self.sections[id as usize].language,
        }
    }

    /// The path of a shelf's sheets with this ending.
    fn beside(&self, shelf: Shelf, ending: &str) -> OutputPath {
        let strings = &self.theme.strings(self.language_of_shelf(shelf)).catalogue;
        let name = slug(&strings.text("address-sheets"));
        let list = match shelf {
            Shelf::Topic(id) => self.groups[id as usize].part_path(0),
            Shelf::Section(id) => self.sections[id as usize].part_path(0),
        };
        with_ending(&list, ".html", &format!("/{name}.{ending}"), "index.html")
    }

    /// Lists and archives of sheets.
    pub(super) fn list_shelves(&self, language: Language, list: &mut OutputList) {
        for shelf in self.shelves(language) {
            if let Some(path) = self.archive_path(shelf) {
                list.add(path, Output::SheetArchive(shelf));
            }
            for part in 0..parts(self.pages_on(shelf).len()) {
                if let Some(path) = self.shelf_path(shelf, part) {
                    list.add(path, Output::SheetShelf(shelf, number(part)));
                }
            }
        }
    }
}
