//! What sheets are printed with.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use include_dir::Dir;
use ttf_parser::Face;
use walkdir::WalkDir;

use super::{BUILT_IN, Strings, unreadable};
use crate::diagnostics::{Code, Diagnostic, Location, TextFile};
use crate::files::read_file;
use crate::language::Language;
use crate::press::Plates;
use crate::reasons::reason;

/// The largest file of a theme that sheets are printed with, in bytes: the fonts of Noto for Chinese have 20 MB.
const LARGEST: u64 = 32 * 1024 * 1024;

/// What sheets are printed with: the templates, the fonts of the built-in theme, the strings of each language as `words/fr.json`, and
/// from the theme's own folder, its fonts and all other files below `sheets/`. Fonts in a folder below `fonts/` are used only for
/// characters that the others lack. Reports what cannot be read.
pub(super) fn plates(
    files: &BTreeMap<String, Arc<TextFile>>,
    strings: &BTreeMap<Language, Strings>,
    own: Option<(&Path, &str)>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Plates {
    let mut plates: BTreeMap<String, Arc<[u8]>> = BTreeMap::new();
    let fonts = BUILT_IN.get_dir("fonts").into_iter();
    let folders = fonts.flat_map(|fonts| std::iter::once(fonts).chain(fonts.dirs()));
    for font in folders
        .flat_map(Dir::files)
        .filter(|file| is_font(file.path()))
    {
        plates.insert(
            font.path().to_string_lossy().replace('\\', "/"),
            font.contents().into(),
        );
    }
    if let Some((folder, shown)) = own {
        for below in ["fonts", "sheets"] {
            plates.extend(own_files(folder, below, shown, diagnostics));
        }
    }
    let templates = files.iter().filter(|(path, _)| path.starts_with("sheets/"));
    plates.extend(templates.map(|(path, file)| (path.clone(), file.text.as_bytes().into())));
    for (language, strings) in strings {
        // As in a sheet's data: see `outputs/sheet/glyphs.rs`.
        let words = serde_json::to_string(&strings.plain).unwrap_or_default();
        let words = words.replace('\u{202f}', "\u{a0}").into_bytes();
        plates.insert(format!("words/{language}.json"), words.into());
    }
    Plates::new(plates)
}

fn is_font(path: &Path) -> bool {
    path.extension()
        .is_some_and(|end| end == "ttf" || end == "otf")
}

/// The fonts, or what templates of sheets read, of a theme's folder.
fn own_files(
    folder: &Path,
    below: &str,
    shown: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Arc<[u8]>> {
    let mut found = BTreeMap::new();
    for entry in WalkDir::new(folder.join(below)).sort_by_file_name() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                diagnostics.extend(unreadable(
                    &error,
                    &folder.join(below),
                    &format!("{shown}/{below}"),
                ));
                continue;
            }
        };
        let path = entry.path();
        // Templates are texts of the theme.
        let is_read = match below {
            "fonts" => is_font(path),
            _ => path.extension().is_some_and(|end| end != "typ"),
        };
        if !entry.file_type().is_file() || !is_read {
            continue;
        }
        let Ok(relative) = path.strip_prefix(folder) else {
            continue;
        };
        let name = relative.to_string_lossy().replace('\\', "/");
        let read = read_file(path, LARGEST).and_then(|bytes| match below {
            "fonts" if Face::parse(&bytes, 0).is_err() => Err(ErrorKind::InvalidData.into()),
            _ => Ok(bytes),
        });
        match read {
            Ok(bytes) => _ = found.insert(name, bytes.into()),
            Err(error) => {
                let location = Location::File(format!("{shown}/{name}"));
                let mut diagnostic = Diagnostic::new(Code::Unreadable, location);
                if error.kind() == ErrorKind::InvalidData {
                    diagnostic = diagnostic.help("help-font");
                }
                diagnostics.push(diagnostic.with("reason", reason(&error)));
            }
        }
    }
    found
}
