//! Front matter: YAML as typed values.

use std::sync::Arc;

use super::Details;
use super::fences::FileParts;
use crate::diagnostics::{Code, Diagnostic, TextFile};
use crate::model::decoder::{Decoder, Fields, Findings};
use crate::model::kinds::PageKind;
use crate::model::record::{Decode, Record};
use crate::model::schema;
use crate::model::{Article, Common, Guide, Kind, Organization, WrittenField};
use crate::yaml::Value;

pub(super) struct FrontMatter {
    pub common: Common,
    pub details: Details,
    /// The English names of the keys that could not be read in full.
    pub unread: Vec<&'static str>,
    /// The fields that hold the editor's own words.
    pub written: Box<[WrittenField]>,
}

pub(super) fn front_matter(
    file: &Arc<TextFile>,
    parts: &FileParts,
    folder_kind: Kind,
    diagnostics: &mut Vec<Diagnostic>,
) -> FrontMatter {
    let (node, mut decoder) = Decoder::read(file, parts.front.clone().unwrap_or(0..0));
    let read = Fields::of(&node, &mut decoder).map(|mut fields| {
        let kind = take_kind(&mut fields, folder_kind, &mut decoder);
        let read = decode(fields, kind, &mut decoder);
        // A title under a mistyped key is not missing.
        decoder.forgive(&node, 0, |unknown, missing| {
            let mut args = unknown.args.iter();
            let nearest = args.find(|(name, _)| *name == "nearest");
            nearest.is_some_and(|(_, nearest)| schema::is_title(nearest))
                && missing.code == Code::MissingTitle
        });
        read
    });
    let found = decoder.findings();
    diagnostics.extend(found.diagnostics);
    match read {
        Some((common, details)) => FrontMatter {
            common,
            details,
            unread: found.unread,
            written: found.written.into(),
        },
        None => FrontMatter {
            common: Common::default(),
            details: details_of(folder_kind),
            unread: schema::keys(folder_kind)
                .iter()
                .flat_map(|keys| keys.iter().map(|key| key.name))
                .collect(),
            written: Box::default(),
        },
    }
}

/// The front matter of a file that is not a page, as the record that it holds, and what else was found in it.
pub(super) fn decoded<R: Decode>(
    file: &Arc<TextFile>,
    parts: &FileParts,
    diagnostics: &mut Vec<Diagnostic>,
) -> (R, Findings) {
    let (node, mut decoder) = Decoder::read(file, parts.front.clone().unwrap_or(0..0));
    let read = match node.value {
        Value::Null => R::default(),
        _ => R::decode(&node, &mut decoder).unwrap_or_default(),
    };
    let mut found = decoder.findings();
    diagnostics.append(&mut found.diagnostics);
    (read, found)
}

fn details_of(kind: Kind) -> Details {
    match kind {
        Kind::Page => Details::Page,
        Kind::Legal => Details::Legal,
        Kind::Guide => Details::Guide(Box::default()),
        Kind::Article => Details::Article(Box::default()),
        Kind::Organization => Details::Organization(Box::default()),
    }
}

/// Takes the kind that a page says it has; without one, it has the kind of its folder. In the directory's folder,
/// the same key tells the kind of organization, unless its value is a kind of page.
fn take_kind(fields: &mut Fields<'_>, folder_kind: Kind, decoder: &mut Decoder) -> Kind {
    match page_kind(fields) {
        // Its own kind may be beside it, under the key's other name.
        Some((name, Kind::Organization)) => {
            fields.remove(name);
            Kind::Organization
        }
        None if folder_kind == Kind::Organization => folder_kind,
        _ => {
            let read = PageKind::from_fields(fields, decoder);
            read.kind.unwrap_or(folder_kind)
        }
    }
}

/// The name under which a page says of what kind it is, and the kind.
fn page_kind(fields: &Fields<'_>) -> Option<(&'static str, Kind)> {
    let keys = PageKind::KEYS.iter();
    let mut names = keys.flat_map(|key| std::iter::once(&key.name).chain(key.aliases));
    names.find_map(|name| match &fields.peek(name)?.value {
        Value::Scalar(text) => Some((*name, Kind::parse(text)?)),
        _ => None,
    })
}

fn decode(mut fields: Fields<'_>, kind: Kind, decoder: &mut Decoder) -> (Common, Details) {
    let common = Common::from_fields(&mut fields, decoder);
    let details = match kind {
        Kind::Page => Details::Page,
        Kind::Legal => Details::Legal,
        Kind::Guide => Details::Guide(Box::new(Guide::from_fields(&mut fields, decoder))),
        Kind::Article => Details::Article(Box::new(Article::from_fields(&mut fields, decoder))),
        Kind::Organization => {
            Details::Organization(Box::new(Organization::from_fields(&mut fields, decoder)))
        }
    };
    fields.finish(&schema::keys(kind), decoder);
    (common, details)
}
