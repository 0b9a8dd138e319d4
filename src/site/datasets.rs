//! Data sets: one file of somebody else's that many pages come from, such as the official guide. The text of a section
//! names it (`source:` with `fichier:`), and the pages below it are as fresh as it is.

use super::{PageId, Site};
use crate::document::Document;
use crate::model::FactSource;

/// The data sets of a site, each with the folder of its pages.
#[derive(Debug, Clone, Default)]
pub(super) struct Datasets(Vec<(String, PageId)>);

impl Datasets {
    fn of(site: &Site) -> Self {
        let named = site.pages_with_id().filter_map(|(id, page)| {
            let document = &page.document;
            let folder = document.stem.strip_suffix("_index")?;
            document.dataset().map(|_| (folder.to_owned(), id))
        });
        Self(named.collect())
    }
}

impl Document {
    /// The data set that the text of a section names for the pages below it.
    pub fn dataset(&self) -> Option<&FactSource> {
        let mut sources = self.common.source.iter();
        let named = sources.find(|source| source.file.is_some());
        named.filter(|_| self.is_index)
    }
}

impl Site {
    fn datasets(&self) -> &[(String, PageId)] {
        &self.datasets.get_or_init(|| Datasets::of(self)).0
    }

    /// The data set that a page comes from: that of the nearest section above it, in its language. A page without a source of its
    /// own is an editor's, and comes from none.
    pub fn dataset_of(&self, document: &Document) -> Option<&FactSource> {
        let id = self.dataset_page(document)?;
        self.page(id).document.dataset()
    }

    /// The data set that a page comes from, as it is named beside the sources of the page: by its file alone where one of them has the
    /// same publisher, and without the licence and the day that this one gives.
    pub fn dataset_beside(&self, document: &Document) -> Option<FactSource> {
        let mut dataset = self.dataset_of(document)?.clone();
        let longer = format!("{},", dataset.name);
        let is_same = |own: &&FactSource| own.name == dataset.name || own.name.starts_with(&longer);
        if let Some(own) = document.common.source.iter().find(is_same)
            && let Some(file) = dataset.file.take()
        {
            dataset.name = file;
            dataset.licence = dataset
                .licence
                .filter(|said| own.licence.as_ref() != Some(said));
            dataset.date = dataset.date.filter(|day| own.date != Some(*day));
        }
        Some(dataset)
    }

    /// The text of the section that names the data set of a page.
    pub fn dataset_page(&self, document: &Document) -> Option<PageId> {
        if document.common.source.is_empty() || document.dataset().is_some() {
            return None;
        }
        let above = self.datasets().iter().filter(|(folder, id)| {
            document.stem.starts_with(folder.as_str())
                && self.page(*id).document.language == document.language
        });
        above
            .max_by_key(|(folder, _)| folder.len())
            .map(|(_, id)| *id)
    }
}
