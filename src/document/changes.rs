//! Changes to the fields of a page: the rest of its file stays byte for byte.

use std::sync::Arc;

use super::Document;
use super::fences::split;
use super::fields::change_fields;
use crate::diagnostics::{Edit, Fix, Remedy, TextFile};
use crate::edit::{FieldChange, FieldStep, FieldValue};
use crate::language::Language;
use crate::model::Kind;
use crate::model::record::Key;
use crate::model::schema;
use crate::spelling::fold_key;
use crate::yaml::scalar;

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

/// Whether a line of fields opens nothing that another line closes, and is a field of its own if it is not set in.
fn is_plain(line: &str) -> bool {
    let bare = line.trim();
    let begins = line.starts_with([' ', '-', '#']) || line.is_empty();
    let value = match bare.split_once(": ") {
        Some((_, value)) => value.trim(),
        None => bare.trim_start_matches("- "),
    };
    let value = value.trim_start_matches("- ");
    let is_closed = [('"', '"'), ('\'', '\''), ('[', ']'), ('{', '}')]
        .iter()
        .all(|(open, close)| {
            !value.starts_with(*open) || value.len() > 1 && value.ends_with(*close)
        });
    let is_field = bare.ends_with(':') || bare.contains(": ");
    is_closed && (begins || is_field && line.starts_with(char::is_alphabetic))
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

    /// The fix that adds these lines below the other fields. Without reading them again, which takes a hundred times
    /// as long: `None` if the page has the field of this English name, or its fields are not plain enough for that.
    pub fn with_lines(&self, name: &str, lines: &str) -> Option<Fix> {
        let front = self.file.text.get(..self.body.start)?;
        let fields = front.strip_prefix("---\n")?.strip_suffix("---\n")?;
        let keys = schema::keys(self.kind());
        let key = keys
            .iter()
            .flat_map(|keys| keys.iter())
            .find(|key| key.name == name)?;
        let is_other = |line: &str| {
            let name = line.split(':').next().unwrap_or_default();
            line.starts_with([' ', '-', '#']) || line.is_empty() || !key.is(&fold_key(name))
        };
        let is_fit = |line: &str| is_plain(line) && is_other(line);
        let at = "---\n".len() + fields.len();
        let is_whole = fields.is_empty() || fields.ends_with('\n');
        (is_whole && fields.lines().all(is_fit)).then(|| Fix {
            file: Arc::clone(&self.file),
            edits: [Edit {
                span: at..at,
                text: lines.to_owned(),
            }]
            .into(),
        })
    }

    /// The remedy that gives a field this text.
    pub fn offer_field(&self, message: &'static str, names: &[&str], text: &str) -> Option<Remedy> {
        let path = self.field(names);
        let added = match (&*path, names) {
            ([FieldStep::Field(shown)], [name]) => {
                self.with_lines(name, &format!("{shown}: {}\n", scalar(text)))
            }
            _ => None,
        };
        let value = FieldValue::Text(text.to_owned());
        let set = || self.with_fields(&[FieldChange::Set(path, value)]);
        let fix = added.or_else(set)?;
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
    use crate::edit::apply;

    #[test]
    fn lines_are_added_only_where_that_is_safe() {
        let added = |text: &str| {
            let file = Arc::new(TextFile::new("content/guides/a.md", text));
            let (document, _) = Document::parse("guides/a.md", file, &[Language::french()]);
            let fix = document.with_lines("reviewed", "vérifié: 2026-11-30\n")?;
            apply(text, &fix.edits)
        };
        let plain =
            "---\ntitre: \"A : b\"\ncanaux:\n  sur-place:\n    - lieu: mairie\n---\nUn texte.\n";
        let after = plain.replace("mairie\n", "mairie\nvérifié: 2026-11-30\n");
        assert_eq!(added(plain), Some(after));
        for not in [
            "Un texte.\n",
            "---\ntitre: A\nVérifié:\n---\n",
            "---\ntitre: \"A\n  b\"\n---\n",
            "---\n{ titre: A }\n---\n",
            "---\ntitre: A\npublic: [a,\n  b]\n---\n",
            "---\ntitre: A\nencore\n---\n",
            "titre: A\n---\n",
        ] {
            assert_eq!(added(not), None, "{not}");
        }
    }

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
