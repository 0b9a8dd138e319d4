//! The places that an editor names, now or with an earlier import.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::{PlaceChoice, commune, department, siren};
use crate::diagnostics::{Code, Diagnostic, Location, TextFile};
use crate::files::{LARGEST_TEXT, read_file};
use crate::import::{Before, ImportOption};
use crate::records::{FOLDER, rows, table};

/// The options of an importer that takes what serves some places.
pub const OPTIONS: &[ImportOption] = &[
    ImportOption {
        name: "commune",
        value: "CODE",
    },
    ImportOption {
        name: "departement",
        value: "CODE",
    },
    ImportOption {
        name: "siren",
        value: "NUMBER",
    },
];

/// The file that remembers those of an importer, in the site's folder.
pub fn memory(importer: &str) -> String {
    format!("{FOLDER}/imports/{importer}-choice.csv")
}

/// The places that an editor asks for, before the source has been read.
#[derive(Debug, Default)]
pub struct AskedPlaces {
    pub choice: PlaceChoice,
    /// The communes that are asked for one by one.
    pub communes: Vec<String>,
    /// Intercommunalities, whose communes the source names.
    pub sirens: Vec<String>,
    /// What is no code.
    pub found: Vec<Diagnostic>,
    /// What the next import is to remember.
    pub remembered: String,
}

impl AskedPlaces {
    /// Those that are given now; otherwise those of the last import of this importer.
    pub fn read(importer: &str, before: &Before, source: &Path) -> Self {
        let is_given = OPTIONS
            .iter()
            .any(|option| !before.chosen(option.name).is_empty());
        let given =
            |option: &ImportOption| (option.name.to_owned(), before.chosen(option.name).to_vec());
        let options: BTreeMap<String, Vec<String>> = match is_given {
            true => OPTIONS.iter().map(given).collect(),
            false => earlier(importer, &before.root),
        };
        let mut asked = Self::default();
        let place = Location::File(source.display().to_string());
        let mut kept: Vec<(&str, String)> = Vec::new();
        for (option, values) in &options {
            for value in values {
                let read: Option<(&str, String)> = match option.as_str() {
                    "commune" => commune(value).map(|code| ("commune", code)),
                    "departement" => department(value).map(|code| ("departement", code)),
                    _ => siren(value).map(|number| ("siren", number)),
                };
                match read {
                    Some(read) if kept.contains(&read) => {}
                    Some(read) => kept.push(read),
                    None => {
                        let diagnostic = Diagnostic::new(Code::ImportChoice, place.clone());
                        let diagnostic = diagnostic.with("case", "code").with("value", value);
                        asked
                            .found
                            .push(diagnostic.with("option", option).help("help-code"));
                    }
                }
            }
        }
        let lines = kept
            .iter()
            .map(|(option, value)| vec![*option, value.as_str()]);
        asked.remembered = table(&["option", "value"], lines);
        for (option, value) in kept {
            match option {
                "commune" => {
                    asked.communes.push(value.clone());
                    asked.choice.add_commune(value);
                }
                "departement" => asked.choice.add_department(value),
                _ => asked.sirens.push(value),
            }
        }
        asked
    }
}

/// That nothing says which places to take.
pub fn none_asked(source: &Path) -> Diagnostic {
    let place = Location::File(source.display().to_string());
    Diagnostic::new(Code::ImportChoice, place)
        .with("case", "none")
        .with("value", "")
        .with("option", "")
}

/// What the last import was asked for.
fn earlier(importer: &str, root: &Path) -> BTreeMap<String, Vec<String>> {
    let shown = memory(importer);
    let mut options: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let Ok(bytes) = read_file(&root.join(&shown), LARGEST_TEXT as u64) else {
        return options;
    };
    let file = Arc::new(TextFile::new(
        shown,
        String::from_utf8_lossy(&bytes).into_owned(),
    ));
    let (lines, _) = rows(&file, |row| {
        Ok((
            row.field("option").into_owned(),
            row.field("value").into_owned(),
        ))
    });
    for (option, value) in lines {
        if OPTIONS.iter().any(|known| known.name == option) {
            options.entry(option).or_default().push(value);
        }
    }
    options
}
