//! The organization that publishes a site.

use super::{Counter, PageId, Site};
use crate::language::Language;

impl Site {
    /// The page of the organization that publishes the site.
    pub fn publisher(&self, language: Language) -> Option<PageId> {
        let name = &self.config.publisher.as_ref()?.text;
        match self.counter(name, language, 1) {
            Counter::Organizations(ids) => ids.first().copied(),
            Counter::Kind(_) | Counter::Unknown => None,
        }
    }

    /// The name of the publisher, or the site's title if there is none.
    pub fn publisher_name(&self, language: Language) -> String {
        self.publisher(language).map_or_else(
            || self.config.title.get(language).to_owned(),
            |id| self.page(id).document.common.title.clone(),
        )
    }
}
