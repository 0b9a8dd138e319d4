//! Changes to the fields of a page: the rest of its file stays byte for byte.

use std::sync::Arc;

use super::Document;
use super::fences::split;
use super::fields::change_fields;
use crate::diagnostics::{Fix, Remedy, TextFile};
use crate::edit::{FieldChange, FieldStep, FieldValue};
use crate::language::Language;
use crate::model::Kind;
use crate::model::record::Key;
use crate::model::schema;

/// The fix that makes changes to the fields of a page, if they can be made, change anything, and leave the text below
/// the fields as it is.
pub(super) fn fix(file: &Arc<TextFile>, changes: &[FieldChange]) -> Option<Fix> {
    let changed = change_fields(&file.text, changes).ok()?;
    let body = |file: &Arc<TextFile>| split(file, &mut Vec::new()).body;
    let after = Arc::new(TextFile::new(&*file.path, changed));
    let is_same = after.text[body(&after)].trim_start() == file.text[body(file)].trim_start();
    is_same.then(|| Fix::between(file, &after.text))?
}

/// Whether the fields of a file are in French. A file without any has the language of its page.
pub(super) fn in_french(front: &str, language: Language) -> bool {
    let lines = front.lines();
    let fields = lines.filter(|line| line.starts_with(char::is_alphabetic));
    let names = fields.filter_map(|line| Some(line.split_once(':')?.0));
    match names.clone().next() {
        Some(_) => !schema::in_english(names),
        None => language.is_french(),
    }
}

/// The path to a field of a kind of page, by the English names of the keys that lead to it.
pub(super) fn field_path(kind: Kind, french: bool, names: &[&str]) -> Vec<FieldStep> {
    let [common, own] = schema::keys(kind);
    let mut keys: Vec<&Key> = common.iter().chain(own).collect();
    let mut step = |name: &&str| {
        let key = keys.iter().find(|key| key.name == *name).copied();
        let inner = key.and_then(|key| key.fields);
        keys = inner
            .map(|(keys, _)| keys.iter().collect())
            .unwrap_or_default();
        FieldStep::Field(key.map_or(*name, |key| key.shown(french)).to_owned())
    };
    names.iter().map(&mut step).collect()
}

impl Document {
    /// The path to a field as this page's editor names it, by the English names of the keys that lead to it.
    pub fn field(&self, names: &[&str]) -> Vec<FieldStep> {
        let front = &self.file.text[..self.body.start];
        field_path(self.kind(), in_french(front, self.language), names)
    }

    /// The fix that makes changes to its fields, if they can be made and change anything.
    pub fn with_fields(&self, changes: &[FieldChange]) -> Option<Fix> {
        fix(&self.file, changes)
    }

    /// The remedy that gives a field this text.
    pub fn offer_field(&self, message: &'static str, names: &[&str], text: &str) -> Option<Remedy> {
        let value = FieldValue::Text(text.to_owned());
        let fix = self.with_fields(&[FieldChange::Set(self.field(names), value)])?;
        Some(Remedy::new(message, fix).with("text", text))
    }

    /// The remedy that removes a field, or an item of one.
    pub fn offer_without(
        &self,
        message: &'static str,
        names: &[&str],
        inside: &[FieldStep],
    ) -> Option<Remedy> {
        let path = [self.field(names), inside.to_vec()].concat();
        let fix = self.with_fields(&[FieldChange::Remove(path)])?;
        Some(Remedy::new(message, fix))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_named_as_the_page_names_them() {
        let shown = |text: &str, names: &[&str]| {
            let file = Arc::new(TextFile::new("content/guides/a.md", text));
            let (document, _) = Document::parse("guides/a.md", file, &[Language::french()]);
            let steps = document.field(names).into_iter();
            let name = |step| match step {
                FieldStep::Field(name) => name,
                FieldStep::Item(at) => at.to_string(),
            };
            steps.map(name).collect::<Vec<_>>().join("/")
        };
        let path = ["channels", "in_person", "at"];
        assert_eq!(
            shown("---\ntitre: A\n---\n", &path),
            "canaux/sur-place/lieu"
        );
        assert_eq!(
            shown("---\ntitle: A\n---\n", &path),
            "channels/in_person/at"
        );
        assert_eq!(shown("", &["reviewed"]), "vérifié");
    }
}
