//! Whether readers can still rely on a page, on the day of the site.

use super::Site;
use crate::document::Document;
use crate::model::Kind;
use crate::model::values::{Date, Period};

/// The review interval if neither the page nor the configuration sets one.
const REVIEW_EVERY: Period = Period {
    years: 1,
    months: 0,
    days: 0,
};

impl Site {
    /// The day by which a page must be checked again; `None` where it has never been. Who publishes a data set checks it: its pages
    /// count as checked on the day of the data set, and the text of the section that names it as well.
    pub fn review_due(&self, document: &Document) -> Option<Date> {
        let of_section = document.dataset().and_then(|source| source.date);
        let reviewed = document.common.reviewed_on().or(of_section)?;
        let dataset = self.dataset_of(document).and_then(|source| source.date);
        let reviewed = dataset.map_or(reviewed, |day| day.max(reviewed));
        let period = document.common.review_every.or(self.config.review_every);
        period.unwrap_or(REVIEW_EVERY).after(reviewed)
    }

    /// Whether the review of a page is overdue.
    pub fn is_stale(&self, document: &Document) -> bool {
        self.review_due(document).is_some_and(|due| due < self.day)
    }

    /// Whether a page declares that it is no longer valid.
    pub fn is_expired(&self, document: &Document) -> bool {
        is_expired(document, self.day)
    }

    /// Whether somebody must have checked a page before readers can rely on it: guides and contact points,
    /// whose facts change without notice. Other pages only if they have a review date.
    pub fn needs_review(&self, document: &Document) -> bool {
        matches!(document.kind(), Kind::Guide | Kind::Organization) && !document.is_index
    }
}

pub(super) fn is_expired(document: &Document, day: Date) -> bool {
    let until = document.common.valid_until.as_ref();
    until.is_some_and(|until| until.value < day)
}
