//! What the values of fields name: other things of a site.

use crate::model::record::Key;

/// What a value names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamedThing {
    /// An organization, or a kind of organization.
    Counter,
    /// An organization.
    Organization,
    /// A kind of organization.
    OrganizationKind,
    /// A topic of the configuration.
    Topic,
    /// A line of action of the configuration.
    Campaign,
    /// Another page, by the path to its file.
    Page,
    /// An image, by the path to its file.
    Image,
    /// A file to download, by the path to it.
    File,
    /// A language.
    SiteLanguage,
}

/// By the English names of keys.
const NAMED: &[(&str, NamedThing)] = &[
    ("at", NamedThing::Counter),
    ("send_to", NamedThing::Counter),
    ("part_of", NamedThing::Organization),
    ("publisher", NamedThing::Organization),
    ("kind", NamedThing::OrganizationKind),
    ("acts_as", NamedThing::OrganizationKind),
    ("topic", NamedThing::Topic),
    ("campaign", NamedThing::Campaign),
    ("related", NamedThing::Page),
    ("src", NamedThing::Image),
    ("logo", NamedThing::Image),
    ("file", NamedThing::File),
    ("language", NamedThing::SiteLanguage),
    ("languages", NamedThing::SiteLanguage),
];

/// What the value of a field names; `None` if it names nothing of the site, or is one of few words.
pub fn named_thing(key: &Key) -> Option<NamedThing> {
    let found = NAMED.iter().find(|(name, _)| *name == key.name);
    found
        .filter(|_| key.choices.is_none())
        .map(|(_, named)| *named)
}
