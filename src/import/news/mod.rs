//! What an import brings that is new: for editors as a list, for readers as an article.

mod article;
mod links;
mod points;
mod said;

pub use article::announce;
pub(super) use links::without_links;
pub(super) use points::points;
pub(super) use points::points_seen;
pub use points::{day_of, title_of};

use crate::catalogue::Catalogue;

/// What became of a page in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageFate {
    /// Its words have changed.
    Changed,
    /// It is new.
    Added,
    /// The source no longer has it.
    Withdrawn,
}

/// What is new of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct PageNews {
    /// Its file.
    pub path: String,
    /// Its title.
    pub title: String,
    /// What became of it.
    pub fate: PageFate,
    /// What the source has changed, for editors; empty for a change that shows nowhere, such as that of an address.
    pub points: Vec<NewsPoint>,
    /// What readers find changed on the page of this site, where an editor has the last word.
    pub seen: Vec<NewsPoint>,
    /// Whether the source says that it has changed since: otherwise, the importer writes it in another way.
    pub is_newer: bool,
    /// The page that replaces it: title and file.
    pub replaced_by: Option<(String, String)>,
}

/// Something that has changed on a page.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum NewsPoint {
    /// The page had another title.
    Title(String),
    /// An amount, a number, a date: before and now.
    Value(String, String),
    /// The text of the part with this title.
    Part(String),
    /// A new part.
    NewPart(String),
    /// A part that is gone.
    GonePart(String),
    /// A field, by the name that the message `news-field` has for it.
    Field(&'static str),
}

/// How many points of a page are named.
const MOST_POINTS: usize = 5;

impl NewsPoint {
    fn words(&self, catalogue: &Catalogue) -> String {
        let say = |key: &str, args: &[(&str, &str)]| {
            let args: Vec<_> = args
                .iter()
                .map(|(name, value)| (*name, (*value).into()))
                .collect();
            catalogue.format(key, &args).into_owned()
        };
        match self {
            Self::Title(old) => say("news-old-title", &[("title", old)]),
            Self::Value(old, new) => say("news-value", &[("old", old), ("new", new)]),
            Self::Part(title) => say("news-part", &[("title", title)]),
            Self::NewPart(title) => say("news-new-part", &[("title", title)]),
            Self::GonePart(title) => say("news-gone-part", &[("title", title)]),
            Self::Field(name) => say("news-field", &[("field", name)]),
        }
    }
}

impl PageNews {
    /// What the source has changed, in a few words; empty if nothing shows.
    pub fn words(&self, catalogue: &Catalogue) -> String {
        list(&self.points, catalogue)
    }

    /// What readers find changed, in a few words.
    fn words_seen(&self, catalogue: &Catalogue) -> String {
        list(&self.seen, catalogue)
    }

    /// Whether it is news for readers.
    pub fn is_for_readers(&self) -> bool {
        match self.fate {
            PageFate::Changed => self.is_newer && !self.seen.is_empty(),
            PageFate::Added | PageFate::Withdrawn => true,
        }
    }
}

/// The first of these points, in words.
fn list(points: &[NewsPoint], catalogue: &Catalogue) -> String {
    let named = points.iter().take(MOST_POINTS);
    let mut words: Vec<String> = named.map(|point| point.words(catalogue)).collect();
    if points.len() > MOST_POINTS {
        words.push(catalogue.text("news-more-points").into_owned());
    }
    words.join(", ")
}
