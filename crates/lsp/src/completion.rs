//! What may be typed at a place: the keys of a record, the values of a field, destinations of links, words of the
//! glossary.

mod references;

use std::ops::Range;

use guichet::markdown::slug;
use guichet::model::record::Key;
use guichet::site::LinkTarget;
use guichet::spelling::fold_key;
use tower_lsp_server::ls_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionTextEdit, Documentation,
    MarkupContent, MarkupKind, TextEdit,
};

use crate::fields::FieldPart;
use crate::hover;
use crate::query::{FieldQuery, Query};
use crate::typed::TypedText;
use crate::workspace::ClientSettings;

/// How many are offered at a time: whoever types on gets others.
const MOST: usize = 200;

/// From this many letters on, a word may be one of the glossary.
const LETTERS: usize = 3;

/// Something that may be typed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Suggestion {
    /// What is typed, unless `text` says otherwise.
    pub label: String,
    /// What it is, on its line.
    pub detail: String,
    /// What it is, at length, in Markdown.
    pub help: String,
    pub text: Option<String>,
    pub kind: Option<CompletionItemKind>,
}

/// What may be typed at a place.
struct CompletionOffer {
    /// The bytes that are replaced.
    span: Range<usize>,
    suggestions: Vec<Suggestion>,
    /// Whether those come first that have what was typed in them, and others not at all.
    is_narrowed: bool,
}

/// What may be typed at the place of a query.
pub(crate) fn complete(
    query: &Query<'_>,
    text: &TypedText,
    client: &ClientSettings,
) -> Option<CompletionList> {
    let mut offer = match query.field() {
        Some(field) => of_field(query, field),
        None if query.is_page() => of_text(query)?,
        None => return None,
    };
    let typed = slug_of(&query.text[offer.span.start..query.at.max(offer.span.start)]);
    if offer.is_narrowed {
        offer.suggestions.retain(|one| {
            typed.is_empty()
                || slug(&one.label).contains(&typed)
                || slug(&one.detail).contains(&typed)
        });
    }
    let is_incomplete = offer.is_narrowed || offer.suggestions.len() > MOST;
    let range = text.range(&offer.span, client.units);
    let items = offer.suggestions.into_iter().take(MOST).enumerate();
    let items = items.map(|(index, one)| {
        let new_text = one.text.unwrap_or_else(|| one.label.clone());
        CompletionItem {
            filter_text: Some(match one.detail.is_empty() {
                true => one.label.clone(),
                false => format!("{} {}", one.label, one.detail),
            }),
            label: one.label,
            kind: one.kind,
            detail: Some(one.detail).filter(|detail| !detail.is_empty()),
            documentation: Some(one.help).filter(|help| !help.is_empty()).map(|help| {
                Documentation::MarkupContent(MarkupContent {
                    kind: MarkupKind::Markdown,
                    value: help,
                })
            }),
            sort_text: Some(format!("{index:04}")),
            text_edit: Some(CompletionTextEdit::Edit(TextEdit { range, new_text })),
            ..CompletionItem::default()
        }
    });
    Some(CompletionList {
        is_incomplete,
        items: items.collect(),
    })
}

/// What was typed, as names are compared; only its last part, if it is a path.
fn slug_of(typed: &str) -> String {
    let last = typed.rsplit(['/', ':', '#']).next().unwrap_or(typed);
    match last.chars().any(char::is_alphanumeric) {
        true => slug(last),
        false => String::new(),
    }
}

/// What may be typed among fields.
fn of_field(query: &Query<'_>, field: FieldQuery<'_>) -> CompletionOffer {
    let mut suggestions = Vec::new();
    let part = field.place.part;
    let mut is_narrowed = false;
    if part != FieldPart::Key
        && let Some(key) = field.key
    {
        suggestions = references::values(query, key, field.french);
        is_narrowed = suggestions.len() > MOST;
        // A colon and its value are apart.
        if query.text[..field.place.span.start].ends_with(':') {
            for one in &mut suggestions {
                one.text = Some(format!(" {}", one.text.as_ref().unwrap_or(&one.label)));
            }
        }
    }
    if part != FieldPart::Value {
        let siblings: Vec<String> = field
            .place
            .siblings
            .iter()
            .map(|name| fold_key(name))
            .collect();
        let typed = fold_key(&query.text[field.place.span.clone()]);
        let keys = field.keys.iter().filter(|key| {
            let mut siblings = siblings.iter().filter(|name| **name != typed);
            !siblings.any(|name| key.is(name))
        });
        suggestions.extend(keys.map(|key| of_key(query, key, &field)));
    }
    CompletionOffer {
        span: field.place.span,
        suggestions,
        is_narrowed,
    }
}

fn of_key(query: &Query<'_>, key: &Key, field: &FieldQuery<'_>) -> Suggestion {
    let name = key.shown(field.french);
    let after = match (field.place.is_followed, key.fields.is_some()) {
        (true, _) => "",
        (false, true) => ":",
        (false, false) => ": ",
    };
    Suggestion {
        label: name.to_owned(),
        help: hover::of_key(key, field.french, query.words),
        text: Some(format!("{name}{after}")),
        kind: Some(CompletionItemKind::PROPERTY),
        ..Suggestion::default()
    }
}

/// What may be typed in the text of a page.
fn of_text(query: &Query<'_>) -> Option<CompletionOffer> {
    let before = &query.text[..query.at];
    let line = before.rsplit('\n').next().unwrap_or(before);
    let Some(open) = line.rfind("](").map(|at| &line[at + 2..]) else {
        return of_word(query);
    };
    if open.contains([')', ' ']) {
        return of_word(query);
    }
    let rest = &query.text[query.at..];
    let end = rest.find([')', ' ', '\n', '"']).unwrap_or(rest.len());
    let start = query.at - open.len();
    let words = &line[..line.len() - open.len() - 2];
    let is_image = words
        .rfind('[')
        .is_some_and(|bracket| words[..bracket].ends_with('!'));
    if let Some((page, _)) = open.split_once('#') {
        let anchors = anchors(query, page)?;
        return Some(CompletionOffer {
            span: start + page.len() + 1..query.at + end,
            suggestions: anchors,
            is_narrowed: false,
        });
    }
    let mut suggestions = match is_image {
        true => references::cards(query),
        false => references::pages(query),
    };
    suggestions.extend(references::files(query, is_image));
    if !is_image {
        suggestions.extend(references::terms(query));
    }
    Some(CompletionOffer {
        span: start..query.at + end,
        is_narrowed: suggestions.len() > MOST,
        suggestions,
    })
}

/// The headings of the page that a link leads to.
fn anchors(query: &Query<'_>, page: &str) -> Option<Vec<Suggestion>> {
    let of = |facts: &guichet::markdown::Facts| {
        let headings = facts.headings.iter();
        headings
            .map(|heading| Suggestion {
                label: heading.id.clone(),
                detail: heading.text.clone(),
                kind: Some(CompletionItemKind::REFERENCE),
                ..Suggestion::default()
            })
            .collect()
    };
    if page.is_empty() {
        return Some(of(&query.document().facts));
    }
    match query.site.link(query.page()?, page).ok()? {
        LinkTarget::Page(id, _) => Some(of(&query.site.page(id).document.facts)),
        _ => None,
    }
}

/// The words of the glossary that begin as the one that is being typed.
fn of_word(query: &Query<'_>) -> Option<CompletionOffer> {
    let span = query.word();
    let typed = &query.text[span.start..query.at];
    let is_long = typed.chars().count() >= LETTERS;
    if !is_long || !typed.starts_with(char::is_uppercase) {
        return None;
    }
    let folded = typed.to_lowercase();
    let glossary = query.site.glossary(query.language())?;
    let entries = glossary.entries.iter().filter(|(key, entry)| {
        let shown = entry.shown(key).to_lowercase();
        shown.starts_with(&folded)
    });
    let suggestions = entries.map(|(key, entry)| Suggestion {
        label: entry.shown(key).to_owned(),
        detail: entry.name.clone().unwrap_or_default(),
        help: entry.definition.clone().unwrap_or_default(),
        kind: Some(CompletionItemKind::TEXT),
        text: None,
    });
    Some(CompletionOffer {
        span,
        suggestions: suggestions.collect(),
        is_narrowed: false,
    })
}
