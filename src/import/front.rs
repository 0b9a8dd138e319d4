//! Writes front matter as an editor would: the keys of a record in the site's language, with texts quoted
//! where YAML needs it.

use std::path::Path;

use crate::model::record::Record;
use crate::model::{Common, FactSource};
use crate::spelling::fold_key;
use crate::yaml::{self, Value, scalar};

/// A value of front matter.
#[derive(Debug, Clone, PartialEq)]
pub enum FrontValue {
    /// Words.
    Text(String),
    /// A number, a date, yes or no: written as is.
    Bare(String),
    /// Values, one per line.
    List(Vec<FrontValue>),
    /// Keys and values.
    Fields(FrontFields),
}

/// The keys of one or more records, with their values, in the order of writing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FrontFields {
    french: bool,
    entries: Vec<(String, FrontValue)>,
}

impl FrontFields {
    /// Empty fields. `french` selects the language of the keys.
    pub fn new(french: bool) -> Self {
        Self {
            french,
            entries: Vec::new(),
        }
    }

    /// Adds a key of a record, by its English name, and its value; an empty value is not written.
    pub fn set<R: Record>(&mut self, name: &str, value: impl Into<FrontValue>) -> &mut Self {
        let key = R::KEYS.iter().find(|key| key.name == name);
        debug_assert!(key.is_some(), "{name}");
        let shown = key.map_or(name, |key| key.shown(self.french)).to_owned();
        self.put(&shown, value)
    }

    /// Adds a key as is.
    pub fn put(&mut self, key: &str, value: impl Into<FrontValue>) -> &mut Self {
        let value = value.into();
        if !value.is_empty() {
            self.entries.push((key.to_owned(), value));
        }
        self
    }

    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The YAML of the fields, one key per line.
    pub fn write(&self) -> String {
        let mut out = String::new();
        self.write_at(0, &mut out);
        out
    }

    fn write_at(&self, indent: usize, out: &mut String) {
        for (index, (key, value)) in self.entries.iter().enumerate() {
            if index > 0 {
                *out += &" ".repeat(indent);
            }
            *out += &scalar(key);
            out.push(':');
            value.write_after_key(indent, out);
        }
    }
}

impl FrontValue {
    fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) | Self::Bare(text) => text.is_empty(),
            Self::List(values) => values.iter().all(Self::is_empty),
            Self::Fields(fields) => fields.is_empty(),
        }
    }

    fn write_after_key(&self, indent: usize, out: &mut String) {
        match self {
            Self::Text(text) => *out += &format!(" {}\n", scalar(text)),
            Self::Bare(text) => *out += &format!(" {text}\n"),
            Self::Fields(fields) => {
                *out += &format!("\n{}", " ".repeat(indent + 2));
                fields.write_at(indent + 2, out);
            }
            Self::List(values) => {
                out.push('\n');
                for value in values.iter().filter(|value| !value.is_empty()) {
                    *out += &format!("{}- ", " ".repeat(indent + 2));
                    match value {
                        Self::Text(text) => *out += &format!("{}\n", scalar(text)),
                        Self::Bare(text) => *out += &format!("{text}\n"),
                        Self::Fields(fields) => fields.write_at(indent + 4, out),
                        // No record has a list within a list.
                        Self::List(_) => out.push('\n'),
                    }
                }
            }
        }
    }
}

impl From<&str> for FrontValue {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for FrontValue {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Option<String>> for FrontValue {
    fn from(text: Option<String>) -> Self {
        Self::Text(text.unwrap_or_default())
    }
}

impl From<FrontFields> for FrontValue {
    fn from(fields: FrontFields) -> Self {
        Self::Fields(fields)
    }
}

impl<V: Into<FrontValue>> From<Vec<V>> for FrontValue {
    fn from(values: Vec<V>) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}

/// The texts of a list in the front matter of a page, by the English name of its key; empty if it has none, or cannot
/// be read.
pub fn list_of<R: Record>(page: &str, name: &str) -> Vec<String> {
    let front = page.strip_prefix("---\n");
    let front = front.and_then(|rest| rest.split_once("\n---").map(|(front, _)| front));
    let node = front.and_then(|front| yaml::parse(front).ok());
    let key = R::KEYS.iter().find(|key| key.name == name);
    let (Some(Value::Mapping(entries)), Some(key)) = (node.map(|node| node.value), key) else {
        return Vec::new();
    };
    let is_key = |node: &yaml::Node| match &node.value {
        Value::Scalar(written) => std::iter::once(&key.name)
            .chain(key.aliases)
            .any(|name| fold_key(name) == fold_key(written)),
        _ => false,
    };
    let values = entries.into_iter().find(|(key, _)| is_key(key));
    let text = |node: yaml::Node| match node.value {
        Value::Scalar(text) => Some(text),
        _ => None,
    };
    match values.map(|(_, value)| value.value) {
        Some(Value::Sequence(values)) => values.into_iter().filter_map(text).collect(),
        Some(Value::Scalar(value)) => vec![value],
        _ => Vec::new(),
    }
}

/// Whether a page is a draft.
pub fn is_draft(page: &str) -> bool {
    let said = list_of::<Common>(page, "draft").into_iter().next();
    said.is_some_and(|said| matches!(said.to_lowercase().as_str(), "oui" | "yes" | "true"))
}

/// The source of a section whose pages come from one file: who publishes it, its name, the day of its last change, its
/// licence and where it is to be had.
pub fn dataset(french: bool, [name, file, day, licence, address]: [&str; 5]) -> FrontFields {
    let mut source = FrontFields::new(french);
    source
        .set::<FactSource>("name", name)
        .set::<FactSource>("file", file)
        .set::<FactSource>("date", FrontValue::Bare(day.to_owned()))
        .set::<FactSource>("license", licence)
        .set::<FactSource>("url", address);
    source
}

/// The name of a file that is imported; of a folder, or without a name, the usual one.
pub fn file_name(source: &Path, usual: &str) -> String {
    let name = source.file_name().filter(|_| source.is_file());
    name.map_or_else(
        || usual.to_owned(),
        |name| name.to_string_lossy().into_owned(),
    )
}

/// A page that an import wrote, with other fields where it has this key, or at the end of its front matter. `None` if it has none.
pub fn replaced<R: Record>(page: &str, name: &str, fields: &FrontFields) -> Option<String> {
    const FENCE: &str = "---\n";
    let key = R::KEYS.iter().find(|key| key.name == name)?;
    let end = page.strip_prefix(FENCE)?.find("\n---\n")? + FENCE.len() + 1;
    let (front, rest) = page.split_at(end);
    let is_it = |line: &str| {
        let written = fold_key(line.split(':').next().unwrap_or_default());
        let mut names = std::iter::once(&key.name).chain(key.aliases);
        names.any(|name| fold_key(name) == written)
    };
    let (mut out, mut new, mut is_within) = (String::new(), Some(fields.write()), false);
    for line in front.split_inclusive('\n') {
        // What is indented belongs to the key above.
        if !line.starts_with([' ', '-']) || line == FENCE {
            is_within = is_it(line);
        }
        match is_within {
            true => out.extend(new.take()),
            false => out.push_str(line),
        }
    }
    out.extend(new);
    Some(out + rest)
}

/// A page: front matter and text.
pub fn page(front: &FrontFields, text: &str) -> String {
    let separator = if text.is_empty() { "" } else { "\n" };
    format!("---\n{}---\n{separator}{text}", front.write())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_text_is_read_as_it_was_written(text in "\\PC{0,40}", key in "[a-zé :#'\"-]{1,12}") {
            let mut fields = FrontFields::new(true);
            let mut inner = FrontFields::new(true);
            inner.put(&key, text.as_str());
            fields.put("a", vec![FrontValue::from(text.as_str()), FrontValue::Fields(inner)]);
            let written = fields.write();
            let parsed = yaml::parse(&written);
            // What is well written is never taken for a slip.
            let reading = yaml::read(&written, &crate::model::schema::Names);
            if let Ok(node) = &parsed {
                prop_assert_eq!((&reading.node, reading.slips.len()), (node, 0), "{}", written);
            }
            if text.is_empty() {
                return Ok(());
            }
            let node = parsed.unwrap();
            let yaml::Value::Mapping(entries) = &node.value else { panic!("{node:?}") };
            let yaml::Value::Sequence(items) = &entries[0].1.value else { panic!("{node:?}") };
            // Invisible characters are written as escapes, and are not read.
            let text = crate::invisible::read(&text).into_owned();
            prop_assert_eq!(&items[0].value, &yaml::Value::Scalar(text.clone()));
            let yaml::Value::Mapping(entries) = &items[1].value else { panic!("{node:?}") };
            prop_assert_eq!(&entries[0].1.value, &yaml::Value::Scalar(text));
        }
    }
}
