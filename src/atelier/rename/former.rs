//! The earlier addresses of a page that moves.

use crate::document::{change_fields, has_english_fields};
use crate::edit::{FieldChange, FieldError, FieldStep, FieldValue};
use crate::model::Common;
use crate::model::record::Record as _;
use crate::site::{OutputPath, Page};

/// The text of a page that moves to another stem: with the address that readers know it by, and without the one that it
/// gets back. `None` if neither changes anything.
pub(super) fn with_former_address(page: &Page, stem: &str) -> Result<Option<String>, FieldError> {
    let document = &page.document;
    let text = &*document.file.text;
    let key = Common::KEYS.iter().find(|key| key.name == "aliases");
    let name = key.map_or("aliases", |key| key.shown(!has_english_fields(text)));
    let list = || vec![FieldStep::Field(name.to_owned())];
    let old = page.path.as_str();
    // The folder of its language stays.
    let ending = format!("{}.html", document.address);
    let new = old
        .strip_suffix(&ending)
        .map(|folder| format!("{folder}{}.html", document.address_at(stem)));
    let known: Vec<Option<OutputPath>> = document
        .common
        .aliases
        .iter()
        .map(|alias| OutputPath::of_earlier(&alias.text))
        .collect();
    let has = |path: &Option<OutputPath>, wanted: &str| {
        path.as_ref().is_some_and(|path| path.as_str() == wanted)
    };
    let own = |path: &Option<OutputPath>| new.as_deref().is_some_and(|new| has(path, new));
    let mut changes = Vec::new();
    // Nobody has read a draft.
    let is_known = document.common.draft == Some(true)
        || new.as_deref() == Some(old)
        || known.iter().any(|path| has(path, old));
    if !is_known {
        let address = FieldValue::Text(format!("/{}", page.path.encoded()));
        changes.push(FieldChange::Insert(list(), known.len(), address));
    }
    for (at, _) in known.iter().enumerate().rev().filter(|(_, path)| own(path)) {
        let mut item = list();
        item.push(FieldStep::Item(at));
        changes.push(FieldChange::Remove(item));
    }
    match changes.is_empty() {
        true => Ok(None),
        false => change_fields(text, &changes).map(Some),
    }
}
