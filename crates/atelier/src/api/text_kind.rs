//! What kind of text is at a path of the site: it decides which fields it has.

use std::path::Path;

use guichet::document::{WrittenFields, has_english_fields, is_local};
use guichet::edit::FieldValue;
use guichet::live::Snapshot;
use guichet::model::config::Config;
use guichet::model::record::Record as _;
use guichet::model::{Kind, LocalFields, schema};
use guichet::site::{Glossary, GlossaryEntry};

use crate::keeper::below_content;
use crate::values::FieldTable;

/// What kind of text is at a path: it decides which fields it has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TextKind {
    Page(Kind),
    /// A local note to a page.
    Local,
    Settings,
    /// Words, each with what it means.
    Glossary,
    /// Fields of its editor's own.
    Words,
}

impl TextKind {
    pub fn of(snapshot: &Snapshot, path: &str) -> Self {
        let Some(below) = below_content(path) else {
            return Self::Settings;
        };
        let ending = Path::new(below).extension().unwrap_or_default();
        if ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml") {
            let languages = snapshot.site.config.all_languages();
            return match Glossary::language_of(below, &languages) {
                Some(_) => Self::Glossary,
                None => Self::Words,
            };
        }
        if is_local(below) {
            return Self::Local;
        }
        let page = snapshot.site.page_of_file(path);
        Self::Page(page.map_or(Kind::Page, |page| snapshot.site.page(page).document.kind()))
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Page(kind) => kind.name(),
            Self::Local => "local",
            Self::Settings => "settings",
            Self::Glossary | Self::Words => "words",
        }
    }

    pub fn table(self) -> FieldTable {
        FieldTable::of(match self {
            Self::Page(kind) => schema::page_keys(kind),
            Self::Local => vec![LocalFields::KEYS],
            Self::Settings => vec![Config::KEYS],
            Self::Glossary => return FieldTable::of_entries(GlossaryEntry::KEYS),
            Self::Words => Vec::new(),
        })
    }

    pub fn is_page(self) -> bool {
        matches!(self, Self::Page(_) | Self::Local)
    }

    pub fn fields(self, text: &str) -> WrittenFields {
        match self.is_page() {
            true => WrittenFields::of_page(text),
            false => WrittenFields::of_yaml(text),
        }
    }

    pub fn is_english(self, text: &str) -> bool {
        match self {
            Self::Page(_) | Self::Local => has_english_fields(text),
            Self::Settings | Self::Words => has_english_fields(&format!("---\n{text}\n---\n")),
            // Its own names are words of any language: those below them tell.
            Self::Glossary => match self.fields(text).values {
                FieldValue::Record(entries) => {
                    let below = entries.iter().filter_map(|(_, entry)| match entry {
                        FieldValue::Record(fields) => Some(fields),
                        _ => None,
                    });
                    schema::in_english(below.flatten().map(|(name, _)| name.as_str()))
                }
                _ => false,
            },
        }
    }
}
