//! What tells a translation that the page which it was made from has changed: a code of all that the page says.

use blake3::Hasher;

use super::Document;
use super::fences::split;
use crate::model::Organization;
use crate::model::record::{Key, Record};
use crate::model::schema;
use crate::spelling::fold_key;
use crate::yaml::{self, Node, Value};

/// Keys of the front matter, by their English names, that say nothing to a reader which a translation would repeat.
const UNTRANSLATED: &[&str] = &[
    "reviewed",
    "review_every",
    "maintainer",
    "aliases",
    "keywords",
    "sheets",
    "allow",
    "slug",
];

/// As much of a hash as people copy.
const LENGTH: usize = 6;

impl Document {
    /// Six characters that stand for all that a translation of the file has to say: they change with its texts, and not with
    /// when and by whom it was reviewed, how it is found or printed, nor with how its keys are spelled.
    pub fn text_code(&self) -> String {
        let parts = split(&self.file, &mut Vec::new());
        let reading = yaml::read(&self.file.text[parts.front.unwrap_or(0..0)], &schema::Names);
        let mut hasher = Hasher::new();
        // Every kind of page may say which it is.
        let [common, own] = schema::keys(self.kind());
        let keys = [common, own, Organization::KEYS];
        let below = ValuePath {
            records: &keys,
            is_top: true,
            is_words: false,
        };
        add_fields(&reading.node, below, &mut hasher);
        self.add_text(&mut hasher);
        short(&hasher)
    }

    /// Whether a translation that bears this code was made from the file as it is. Codes of before keys were read in all their spellings
    /// hold: they were of the lines of the front matter.
    pub fn is_text_code(&self, code: &str) -> bool {
        code == self.code_of_lines() || code == self.text_code()
    }

    fn code_of_lines(&self) -> String {
        let keys = schema::keys(self.kind());
        let mut hasher = Hasher::new();
        let mut skipped = false;
        for line in self.file.text[..self.body.start].lines() {
            let is_entry = !line.starts_with([' ', '\t', '-', '#']) && line.contains(':');
            if is_entry {
                skipped = is_untranslated(line.split(':').next().unwrap_or_default(), &keys);
            }
            if !skipped {
                hasher.update(line.trim_end().as_bytes());
                hasher.update(b"\n");
            }
        }
        self.add_text(&mut hasher);
        short(&hasher)
    }

    fn add_text(&self, hasher: &mut Hasher) {
        hasher.update(self.file.text[self.body.clone()].trim().as_bytes());
    }
}

fn short(hasher: &Hasher) -> String {
    hasher.finalize().to_hex()[..LENGTH].to_owned()
}

fn key_of<'k>(written: &str, records: &[&'k [Key]]) -> Option<&'k Key> {
    let folded = fold_key(written);
    let mut keys = records.iter().flat_map(|keys| keys.iter());
    keys.find(|key| key.is(&folded))
}

fn is_untranslated(written: &str, records: &[&[Key]]) -> bool {
    key_of(written, records).is_some_and(|key| UNTRANSLATED.contains(&key.name))
}

/// Where a value is that is added to a hash.
#[derive(Clone, Copy)]
struct ValuePath<'r> {
    /// The records that it may be.
    records: &'r [&'static [Key]],
    /// Whether it is the whole front matter.
    is_top: bool,
    /// Whether it is words of the editor's own: any other word is compared as names are.
    is_words: bool,
}

/// Adds what the fields of a record say, each under the one name that all its spellings have.
fn add_fields(node: &Node, below: ValuePath<'_>, hasher: &mut Hasher) {
    let ValuePath {
        records,
        is_top,
        is_words,
    } = below;
    match &node.value {
        Value::Null => add(b'0', "", hasher),
        Value::Scalar(text) if is_words => add(b's', text.trim(), hasher),
        Value::Scalar(text) => add(b's', &fold_key(text), hasher),
        Value::Sequence(items) => {
            add(b'[', "", hasher);
            let item = ValuePath {
                is_top: false,
                ..below
            };
            items.iter().for_each(|node| add_fields(node, item, hasher));
            add(b']', "", hasher);
        }
        Value::Mapping(entries) => {
            add(b'{', "", hasher);
            for (name, value) in entries {
                let Value::Scalar(written) = &name.value else {
                    continue;
                };
                let key = key_of(written, records);
                if is_top && key.is_some_and(|key| UNTRANSLATED.contains(&key.name)) {
                    continue;
                }
                match key {
                    Some(key) => add(b'k', key.name, hasher),
                    None => add(b'k', &fold_key(written), hasher),
                }
                let below = key.and_then(|key| key.fields).map(|(keys, _)| keys);
                let below: Vec<&'static [Key]> = below.into_iter().collect();
                let below = ValuePath {
                    records: &below,
                    is_top: false,
                    is_words: key.is_none_or(|key| key.wording.is_some() || key.fields.is_some()),
                };
                add_fields(value, below, hasher);
            }
            add(b'}', "", hasher);
        }
    }
}

/// Adds a piece, so that no two pieces read as another one.
fn add(sign: u8, text: &str, hasher: &mut Hasher) {
    hasher.update(&[sign]);
    hasher.update(&text.len().to_le_bytes());
    hasher.update(text.as_bytes());
}
