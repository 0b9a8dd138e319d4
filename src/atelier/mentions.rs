//! Where a text names something of its site: a page or a file by its path, an organization or a topic by its name.

use std::ops::Range;

use crate::diagnostics::Location;
use crate::document::{Document, Text};
use crate::model::config::Config;
use crate::model::{Channels, Located};

/// What a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MentionedThing {
    /// A page or a file, by its path.
    Path,
    /// An organization, or a kind of them.
    Organization,
    /// A topic.
    Topic,
}

/// A place where something is named.
pub(super) struct Mention<'s> {
    pub what: MentionedThing,
    /// What is written there.
    pub written: &'s str,
    place: MentionPlace<'s>,
}

enum MentionPlace<'s> {
    Text(Text<'s>, &'s Range<usize>),
    Field(&'s Location),
}

/// What precedes the name of an organization whose card is shown in a text.
const CARD: &str = "organization:";

impl<'s> Mention<'s> {
    fn in_field(what: MentionedThing, named: &'s Located) -> Self {
        Self {
            what,
            written: &named.text,
            place: MentionPlace::Field(&named.location),
        }
    }

    fn in_text(text: Text<'s>, written: &'s str, span: &'s Range<usize>) -> Self {
        let what = match written.starts_with(CARD) {
            true => MentionedThing::Organization,
            false => MentionedThing::Path,
        };
        Self {
            what,
            written,
            place: MentionPlace::Text(text, span),
        }
    }

    /// The name alone: of a card, without what says that it is one.
    pub fn name(&self) -> &'s str {
        match self.what {
            MentionedThing::Organization => self.written.strip_prefix(CARD).unwrap_or(self.written),
            MentionedThing::Path | MentionedThing::Topic => self.written,
        }
    }

    /// The path of the file that it is written in.
    pub fn file(&self) -> &'s str {
        match self.place {
            MentionPlace::Text(text, _) => text.path(),
            MentionPlace::Field(location) => location.path(),
        }
    }

    pub fn location(&self) -> Location {
        match self.place {
            MentionPlace::Text(text, span) => text.place(span),
            MentionPlace::Field(location) => location.clone(),
        }
    }
}

/// Everything that a page and its local note name.
pub(super) fn of_page(document: &Document) -> impl Iterator<Item = Mention<'_>> {
    let in_texts = document.texts().flat_map(|text| {
        let links = text.facts.links.iter();
        let links = links.map(|link| (&*link.destination, &link.span));
        let images = text.facts.images.iter();
        let images = images.map(|image| (&*image.destination, &image.span));
        let all = links.chain(images);
        all.map(move |(written, span)| Mention::in_text(text, written, span))
    });
    let article = document.article();
    let attached = article.into_iter().flat_map(|article| &article.attachments);
    let image = article.and_then(|article| article.image.as_ref());
    let paths = document
        .common
        .related
        .iter()
        .chain(attached.map(|attached| &attached.file))
        .chain(image.map(|image| &image.src));
    let routes = document.guide().and_then(|guide| guide.channels.as_ref());
    let routes = routes.into_iter().flat_map(Channels::organizations);
    let organization = document.organization();
    let whole = organization.and_then(|organization| organization.part_of.as_ref());
    let organizations = routes.chain(whole);
    let topic = document.common.topic.iter();
    in_texts
        .chain(paths.map(|path| Mention::in_field(MentionedThing::Path, path)))
        .chain(organizations.map(|name| Mention::in_field(MentionedThing::Organization, name)))
        .chain(topic.map(|topic| Mention::in_field(MentionedThing::Topic, topic)))
}

/// Everything that the configuration names; paths begin at the content folder.
pub(super) fn of_settings(config: &Config) -> impl Iterator<Item = Mention<'_>> {
    let image = config.image.as_ref().map(|image| &image.src);
    let paths = config.logo.iter().chain(image);
    let publisher = config.publisher.iter();
    paths
        .map(|path| Mention::in_field(MentionedThing::Path, path))
        .chain(publisher.map(|name| Mention::in_field(MentionedThing::Organization, name)))
}
