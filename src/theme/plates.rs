//! What sheets are printed with.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use include_dir::Dir;
use walkdir::WalkDir;

use super::{BUILT_IN, Strings};
use crate::diagnostics::TextFile;
use crate::language::Language;
use crate::press::Plates;

/// What sheets are printed with: the templates, the fonts of the built-in theme and those in `folder`, and
/// the strings of each language as `words/fr.json`. Fonts in a folder below `fonts/` are used only for
/// characters that the others lack.
pub(super) fn plates(
    files: &BTreeMap<String, Arc<TextFile>>,
    strings: &BTreeMap<Language, Strings>,
    folder: Option<&Path>,
) -> Plates {
    let is_font = |path: &Path| {
        path.extension()
            .is_some_and(|end| end == "ttf" || end == "otf")
    };
    let mut plates: BTreeMap<String, Arc<[u8]>> = BTreeMap::new();
    let templates = files.iter().filter(|(path, _)| path.starts_with("sheets/"));
    plates.extend(templates.map(|(path, file)| (path.clone(), file.text.as_bytes().into())));
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
    let own = folder.map(|folder| folder.join("fonts"));
    let found = own.iter().flat_map(WalkDir::new).flatten();
    for entry in found.filter(|entry| entry.file_type().is_file() && is_font(entry.path())) {
        let below = own
            .as_ref()
            .and_then(|own| entry.path().strip_prefix(own).ok());
        if let (Some(below), Ok(bytes)) = (below, std::fs::read(entry.path())) {
            let name = below.to_string_lossy().replace('\\', "/");
            plates.insert(format!("fonts/{name}"), bytes.into());
        }
    }
    for (language, strings) in strings {
        // As in a sheet's data: see `outputs/sheet/glyphs.rs`.
        let words = serde_json::to_string(&strings.plain).unwrap_or_default();
        let words = words.replace('\u{202f}', "\u{a0}").into_bytes();
        plates.insert(format!("words/{language}.json"), words.into());
    }
    Plates::new(plates)
}
