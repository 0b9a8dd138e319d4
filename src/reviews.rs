//! Site → what is to be reviewed next, by maintainer, as a list and as an iCalendar file.

use std::collections::BTreeMap;

use icalendar::{Calendar, Component as _, Event, Property};

use crate::document::Document;
use crate::markdown::slug;
use crate::model::values::Date;
use crate::site::{PageId, Site};

/// A page that somebody must review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Review {
    /// The due date; the day of the site if nobody has ever reviewed the page.
    pub due: Date,
    /// The reason.
    pub why: Why,
    /// The page.
    pub page: PageId,
}

/// Why a page must be reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It ceases to be valid on that day.
    Expires,
    /// Its last review is too old.
    Due,
    /// It has no review date.
    NeverReviewed,
}

impl Why {
    /// The suffix of its messages' names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Expires => "expires",
            Self::Due => "due",
            Self::NeverReviewed => "never",
        }
    }
}

/// The reviews due until and including a day, by maintainer from A to Z, with those of nobody last. Each
/// maintainer's most urgent come first.
pub fn due(site: &Site, until: Date) -> Vec<(Option<String>, Vec<Review>)> {
    let mut keepers: BTreeMap<(bool, String, Option<String>), Vec<Review>> = BTreeMap::new();
    for (id, page) in site.pages_with_id() {
        let document = &page.document;
        let keeper = document.common.maintainer.clone();
        for (due, why) in reasons(site, document) {
            if due <= until {
                let sorted = slug(keeper.as_deref().unwrap_or_default());
                let key = (keeper.is_none(), sorted, keeper.clone());
                let review = Review { due, why, page: id };
                keepers.entry(key).or_default().push(review);
            }
        }
    }
    let keepers = keepers.into_iter();
    keepers
        .map(|((_, _, keeper), mut reviews)| {
            reviews.sort();
            (keeper, reviews)
        })
        .collect()
}

fn reasons(site: &Site, document: &Document) -> impl Iterator<Item = (Date, Why)> {
    let until = document.common.valid_until.as_ref();
    let expires = until.map(|until| (until.value, Why::Expires));
    let due = site
        .review_due(document)
        .filter(|_| !site.is_expired(document));
    let due = due.map(|due| (due, Why::Due));
    let never = site.needs_review(document) && document.common.reviewed.is_none();
    let never = never.then_some((site.day, Why::NeverReviewed));
    expires.into_iter().chain(due).chain(never)
}

/// An iCalendar file (RFC 5545) with an all-day event for each review; `summary` says what to do. An overdue
/// review is on the day of the site, and each keeps its identifier, so that a calendar that imports the file
/// again moves the event.
pub fn calendar(
    site: &Site,
    reviews: &[(Option<String>, Vec<Review>)],
    summary: impl Fn(&Review) -> String,
) -> String {
    let mut calendar = Calendar::new();
    calendar.append_property(("PRODID", "-//guichet//reviews//FR"));
    for (keeper, reviews) in reviews {
        for review in reviews {
            let file = &site.page(review.page).document.file.path;
            let mut description = file.clone();
            if let Some(keeper) = keeper {
                description = format!("{keeper}\n{description}");
            }
            let day = compact(review.due.max(site.day));
            let mut start = Property::new("DTSTART", &day);
            start.append_parameter(icalendar::ValueType::Date);
            let event = Event::new()
                .uid(&format!("{}-{}@guichet", slug(file), review.why.name()))
                .add_property("DTSTAMP", format!("{}T000000Z", compact(site.day)))
                .append_property(start)
                .summary(&summary(review))
                .description(&description)
                .done();
            calendar.push(event);
        }
    }
    calendar.done().to_string()
}

/// `20261001`, the date format of RFC 5545.
fn compact(day: Date) -> String {
    day.to_string().replace('-', "")
}
