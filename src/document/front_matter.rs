//! The head of a file: where it ends, and its YAML as typed values.

use std::ops::Range;
use std::sync::Arc;

use super::Details;
use crate::config::bad_yaml;
use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};
use crate::model::choice::decode_choice;
use crate::model::decoder::{Decoder, Fields};
use crate::model::record::{Decode, Record};
use crate::model::schema;
use crate::model::{Article, Common, Guide, Kind, Organization};
use crate::yaml::{self, Node, Value};

/// Where front matter and Markdown stand in a file.
pub(super) struct Parts {
    pub front: Option<Range<usize>>,
    pub body: Range<usize>,
}

/// Splits a file that begins with `---` at the next line that is `---` or `...`.
pub(super) fn split(file: &Arc<TextFile>, diagnostics: &mut Vec<Diagnostic>) -> Parts {
    let text = &*file.text;
    let Some(rest) = text.strip_prefix("---\n") else {
        return Parts {
            front: None,
            body: 0..text.len(),
        };
    };
    let start = text.len() - rest.len();
    let mut at = start;
    for line in rest.split_inclusive('\n') {
        let end = at + line.len();
        if matches!(line.trim_end(), "---" | "...") {
            return Parts {
                front: Some(start..at),
                body: end..text.len(),
            };
        }
        at = end;
    }
    let place = Place {
        file: Arc::clone(file),
        span: 0..3,
    };
    diagnostics.push(Diagnostic::new(
        Code::UnclosedFrontMatter,
        Location::Place(place),
    ));
    Parts {
        front: None,
        body: text.len()..text.len(),
    }
}

pub(super) struct FrontMatter {
    pub common: Common,
    pub details: Details,
}

pub(super) fn front_matter(
    file: &Arc<TextFile>,
    parts: &Parts,
    folder_kind: Kind,
    diagnostics: &mut Vec<Diagnostic>,
) -> FrontMatter {
    let unreadable = FrontMatter {
        common: Common::default(),
        details: details_of(folder_kind),
    };
    let broken = parts.front.is_none() && !diagnostics.is_empty();
    let range = parts.front.clone().unwrap_or(0..0);
    let node = match yaml::parse(&file.text[range.clone()]) {
        Ok(node) => node,
        Err(error) => {
            diagnostics.push(bad_yaml(&error, file, range.start));
            return unreadable;
        }
    };
    let mut decoder = Decoder::new(Arc::clone(file), range.start, true);
    let read = Fields::of(&node, &mut decoder).map(|fields| {
        let kind = kind(&fields, folder_kind, &mut decoder);
        decode(fields, kind, &mut decoder)
    });
    // Where the front matter does not end, nothing in it was read: that it lacks a title is not news.
    if !broken {
        diagnostics.extend(decoder.finish());
    }
    read.unwrap_or(unreadable)
}

/// The front matter of a file that is no page, as the record that it holds.
pub(super) fn decoded<R: Decode>(
    file: &Arc<TextFile>,
    parts: &Parts,
    diagnostics: &mut Vec<Diagnostic>,
) -> R {
    let Some(range) = parts.front.clone() else {
        return R::default();
    };
    match yaml::parse(&file.text[range.clone()]) {
        Ok(node) if node.value == Value::Null => R::default(),
        Ok(node) => {
            let mut decoder = Decoder::new(Arc::clone(file), range.start, true);
            let read = R::decode(&node, &mut decoder).unwrap_or_default();
            diagnostics.extend(decoder.finish());
            read
        }
        Err(error) => {
            diagnostics.push(bad_yaml(&error, file, range.start));
            R::default()
        }
    }
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

/// What `kind:` says, or the folder. In the directory's folder `kind:` says what the organization is instead.
fn kind(fields: &Fields<'_>, folder_kind: Kind, decoder: &mut Decoder) -> Kind {
    let Some(node) = fields.peek("kind") else {
        return folder_kind;
    };
    let named = match &node.value {
        Value::Scalar(text) => Kind::NAMES.iter().find(|(name, _)| name == text),
        _ => None,
    };
    match named {
        Some((_, kind)) => *kind,
        None if folder_kind == Kind::Organization => Kind::Organization,
        None => decode_choice(Kind::NAMES, node, decoder).unwrap_or(folder_kind),
    }
}

fn decode(mut fields: Fields<'_>, kind: Kind, decoder: &mut Decoder) -> FrontMatter {
    let is_page_kind = |node: &Node| match &node.value {
        Value::Scalar(text) => Kind::NAMES.iter().any(|(name, _)| name == text),
        _ => false,
    };
    let consumed = kind != Kind::Organization || fields.peek("kind").is_some_and(is_page_kind);
    if consumed {
        fields.remove("kind");
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
    FrontMatter { common, details }
}
