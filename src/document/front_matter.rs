//! Front matter: YAML as typed values.

use std::sync::Arc;

use super::Details;
use super::fences::FileParts;
use crate::diagnostics::{Code, Diagnostic, TextFile};
use crate::model::choice::decode_choice;
use crate::model::decoder::{Decoder, Fields, Findings};
use crate::model::record::{Decode, Record};
use crate::model::schema;
use crate::model::{Article, Common, Guide, Kind, Organization, WrittenField};
use crate::spelling::fold_key;
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
    let read = Fields::of(&node, &mut decoder).map(|fields| {
        let kind = kind(&fields, folder_kind, &mut decoder);
        let read = decode(fields, kind, &mut decoder);
        // A title under a mistyped key is not missing.
        decoder.forgive(&node, 0, |unknown, missing| {
            let named = |found: &Diagnostic, name| {
                let mut args = found.args.iter();
                args.find_map(|(other, value)| (*other == name).then(|| fold_key(value)))
            };
            let nearest = named(unknown, "nearest");
            nearest.is_some_and(|nearest| {
                let mut keys = Common::KEYS.iter();
                keys.any(|key| key.name == "title" && key.is(&nearest))
                    && missing.code == Code::MissingTitle
            })
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

/// The value of `kind:`, or the kind of the folder. In the directory's folder, `kind:` is the kind of
/// organization instead.
fn kind(fields: &Fields<'_>, folder_kind: Kind, decoder: &mut Decoder) -> Kind {
    if let Some((_, kind)) = page_kind(fields) {
        return kind;
    }
    match fields.peek("kind") {
        Some(node) if folder_kind != Kind::Organization => {
            decode_choice(Kind::NAMES, node, decoder).unwrap_or(folder_kind)
        }
        _ => folder_kind,
    }
}

/// The key that says what kind of page this is, in whichever spelling, and the kind.
fn page_kind(fields: &Fields<'_>) -> Option<(&'static str, Kind)> {
    let mut keys = Organization::KEYS.iter();
    let key = keys.find(|key| key.name == "kind")?;
    let mut names = std::iter::once(&key.name).chain(key.aliases);
    names.find_map(|name| match &fields.peek(name)?.value {
        Value::Scalar(text) => Some((*name, Kind::parse(text)?)),
        _ => None,
    })
}

fn decode(mut fields: Fields<'_>, kind: Kind, decoder: &mut Decoder) -> (Common, Details) {
    match page_kind(&fields) {
        Some((name, _)) => fields.remove(name),
        None if kind != Kind::Organization => fields.remove("kind"),
        None => {}
    }
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
