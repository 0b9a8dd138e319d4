//! How the site looks: templates, one style sheet, the strings of pages. Built in, and overridden file by
//! file.

mod formats;
mod mirror;
mod palette;
mod plates;
mod style;
mod templates;
mod turns;

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use include_dir::{Dir, include_dir};
use tera::Context;
use walkdir::WalkDir;

use crate::catalogue::{self, Catalogue};
use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};
use crate::files;
use crate::language::Language;
use crate::model::config::Config;
use crate::model::{Colour, Located, Look, SheetFormat};
use crate::reasons::reason;
pub use style::Styles;
use templates::Templates;
use turns::Bounded;

/// The theme that the binary carries.
pub static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// The name of the built-in theme, and of the folder that overrides its files.
pub const DEFAULT: &str = "default";

/// A loaded theme.
pub struct Theme {
    templates: Templates,
    /// The templates whose loops did not end, with the error: they are not tried again for each page.
    endless: Mutex<BTreeMap<String, Diagnostic>>,
    /// The minified style sheet, embedded in each page.
    pub style: Styles,
    /// The script of the search page.
    pub script: String,
    strings: BTreeMap<Language, Strings>,
    files: BTreeMap<String, Arc<TextFile>>,
    /// The formats of sheets that the site has added, in order.
    pub formats: Vec<SheetFormat>,
    /// What printing needs: templates, fonts, strings.
    pub plates: Arc<crate::press::Plates>,
}

/// What a site chooses of its look.
#[derive(Debug, Clone, Default)]
pub struct ThemeChoice {
    /// The theme: the built-in one by default.
    pub named: Option<Located>,
    /// The languages whose strings are needed.
    pub languages: Vec<Language>,
    /// The look of the built-in theme.
    pub look: Option<Look>,
    /// The colour of pages.
    pub colour: Colour,
}

impl ThemeChoice {
    /// That of a site's configuration.
    pub fn of(config: &Config) -> Self {
        Self {
            named: config.theme.clone(),
            languages: config.all_languages(),
            look: config.look,
            colour: config.colour.unwrap_or_default(),
        }
    }

    /// The built-in theme in these languages.
    pub fn in_languages(languages: &[Language]) -> Self {
        Self {
            languages: languages.to_vec(),
            ..Self::default()
        }
    }
}

/// The strings of pages in one language.
pub struct Strings {
    /// All messages.
    pub catalogue: Catalogue,
    /// The messages without arguments, as templates read them: `t.search_title`.
    pub plain: tera::Value,
}

impl Theme {
    /// Loads the theme that the site at `root` chooses.
    pub fn load(root: &Path, choice: &ThemeChoice) -> (Self, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let named = choice.named.as_ref();
        let name = named.map_or(DEFAULT, |named| &*named.text);
        let folder = root.join("themes").join(name);
        let sound_name = !name.is_empty() && !name.contains(['/', '\\', '.']);
        if let Some(named) = named
            && (!sound_name || (name != DEFAULT && !folder.is_dir()))
        {
            let diagnostic = Diagnostic::new(Code::UnknownTheme, named.location.clone());
            diagnostics.push(diagnostic.with("name", name));
        }
        let mut files = built_in_files();
        let mut own = BTreeSet::new();
        if sound_name {
            overlay(
                &folder,
                &format!("themes/{name}"),
                &mut files,
                &mut own,
                &mut diagnostics,
            );
        }
        let templates = templates::templates(&files, &own, &mut diagnostics);
        let style = style::style_sheet(&files, &own, choice, &mut diagnostics);
        let strings = choice
            .languages
            .iter()
            .map(|language| (*language, strings(*language, &files, &mut diagnostics)))
            .collect();
        let plates = Arc::new(plates::plates(
            &files,
            &strings,
            sound_name.then_some((&*folder, &*format!("themes/{name}"))),
            &mut diagnostics,
        ));
        let script = files.get("search.min.js");
        let script = script.map_or_else(String::new, |file| file.text.trim_end().to_owned());
        let theme = Self {
            templates,
            endless: Mutex::default(),
            style,
            script,
            strings,
            formats: formats::own(&own),
            files,
            plates,
        };
        (theme, diagnostics)
    }

    /// The strings of a language; those of any other if the theme was not loaded for it.
    #[allow(clippy::expect_used)]
    pub fn strings(&self, language: Language) -> &Strings {
        self.strings
            .get(&language)
            .or_else(|| self.strings.values().next())
            .expect("a site has at least one language")
    }

    /// The style sheet for pages in this language.
    pub fn style(&self, language: Language) -> &str {
        if language.is_right_to_left() {
            &self.style.right_to_left
        } else {
            &self.style.left_to_right
        }
    }

    /// A text file of the theme by its path in it: `sheets/a4.typ`.
    pub fn file(&self, path: &str) -> Option<&Arc<TextFile>> {
        self.files.get(path)
    }

    /// Whether the site's own files change the built-in theme at this path.
    pub fn is_own(&self, path: &str) -> bool {
        let built_in = BUILT_IN.get_file(path);
        let built_in = built_in.and_then(include_dir::File::contents_utf8);
        self.files
            .get(path)
            .is_some_and(|file| Some(&*file.text) != built_in)
    }

    /// Whether any sheet template is the site's own.
    pub fn has_own_sheets(&self) -> bool {
        let sheets = self.files.keys().filter(|path| path.starts_with("sheets/"));
        sheets.into_iter().any(|path| self.is_own(path))
    }

    /// Renders a template to UTF-8. An error in it becomes a diagnostic with its file and line.
    ///
    /// # Errors
    ///
    /// A mistake in the template, as a diagnostic with its file and line.
    pub fn render(&self, template: &str, context: &Context) -> Result<Vec<u8>, Diagnostic> {
        if let Some(diagnostic) = self.endless().get(template) {
            return Err(diagnostic.clone());
        }
        // Enough for the longest pages of a typical site; others grow.
        let mut out = Vec::with_capacity(16 * 1024);
        turns::begin();
        let Templates { tera, counted } = &self.templates;
        tera.render_to(template, context, Bounded(&mut out))
            .map_err(|error| {
                let mut errors = templates::template_errors(&error, &self.files, counted);
                let mut diagnostic = errors.swap_remove(0);
                // An excess of size has no line of its own.
                let file = self.files.get(&format!("templates/{template}"));
                if let (Location::File(path), Some(file)) = (&mut diagnostic.location, file) {
                    path.clone_from(&file.path);
                }
                if diagnostic.args.contains(&("cause", "endless".to_owned())) {
                    let mut endless = self.endless();
                    endless.insert(template.to_owned(), diagnostic.clone());
                }
                diagnostic
            })?;
        Ok(out)
    }

    fn endless(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Diagnostic>> {
        self.endless.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The files of the built-in theme by path.
fn built_in_files() -> BTreeMap<String, Arc<TextFile>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![&BUILT_IN];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            if let Some(text) = file.contents_utf8() {
                let shown = format!("themes/{DEFAULT}/{path}");
                files.insert(path, Arc::new(TextFile::new(shown, text)));
            }
        }
    }
    files
}

/// Replaces built-in files with the text files of a folder, and records which.
fn overlay(
    folder: &Path,
    shown: &str,
    files: &mut BTreeMap<String, Arc<TextFile>>,
    own: &mut BTreeSet<String>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                diagnostics.extend(unreadable(&error, folder, shown));
                continue;
            }
        };
        let is_text = entry.path().extension().is_some_and(|end| {
            end == "html" || end == "css" || end == "ftl" || end == "typ" || end == "js"
        });
        let Ok(relative) = entry.path().strip_prefix(folder) else {
            continue;
        };
        if !is_text || !entry.file_type().is_file() {
            continue;
        }
        let relative = relative.to_string_lossy().replace('\\', "/");
        match files::read_text(entry.path(), &format!("{shown}/{relative}")) {
            Ok(file) => {
                own.insert(relative.clone());
                files.insert(relative, Arc::new(file));
            }
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
}

/// Reports that a part of a theme's folder cannot be read; nothing if the folder does not exist.
fn unreadable(error: &walkdir::Error, folder: &Path, shown: &str) -> Option<Diagnostic> {
    let cause = error.io_error()?;
    let below = error.path()?.strip_prefix(folder).ok()?;
    if below.as_os_str().is_empty() && cause.kind() == ErrorKind::NotFound {
        return None;
    }
    let below = below.to_string_lossy().replace('\\', "/");
    let location = Location::File(format!("{shown}/{below}"));
    Some(Diagnostic::new(Code::Unreadable, location).with("reason", reason(cause)))
}

/// The strings of one language: English as a fallback, then the language's own file.
fn strings(
    language: Language,
    files: &BTreeMap<String, Arc<TextFile>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Strings {
    let english = files.get("i18n/en.ftl");
    let own = files.get(&format!("i18n/{language}.ftl"));
    let sources: Vec<&Arc<TextFile>> = english.into_iter().chain(own).collect();
    let mut keys: Vec<String> = Vec::new();
    for file in &sources {
        let (_, errors) = Catalogue::new(language, &[&*file.text]);
        for error in errors {
            let place = Place {
                file: Arc::clone(file),
                span: error.offset..error.offset,
            };
            diagnostics.push(
                Diagnostic::new(Code::Strings, Location::Place(place))
                    .with("reason", error.message),
            );
        }
        keys.extend(catalogue::keys(&file.text));
    }
    let texts: Vec<&str> = sources.iter().map(|file| &*file.text).collect();
    let (catalogue, _) = Catalogue::new(language, &texts);
    let plain = tera::Value::from_serializable(&catalogue.plain(keys.iter().map(String::as_str)));
    Strings { catalogue, plain }
}

/// The built-in strings of a language, whatever a site makes of them.
pub fn built_in_strings(language: Language) -> Catalogue {
    let source = |name: String| BUILT_IN.get_file(name)?.contents_utf8();
    let sources = ["en", language.as_str()].map(|name| source(format!("i18n/{name}.ftl")));
    let sources: Vec<&str> = sources.into_iter().flatten().collect();
    Catalogue::new(language, &sources).0
}

/// Writes the built-in theme's files that do not exist yet below `folder`, and returns their paths.
///
/// # Errors
///
/// If a file cannot be written.
pub fn eject(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut written = Vec::new();
    let mut folders = vec![&BUILT_IN];
    while let Some(dir) = folders.pop() {
        folders.extend(dir.dirs());
        for file in dir.files() {
            let path = folder.join(file.path());
            if path.exists() {
                continue;
            }
            if let Some(parent) = path.parent() {
                std::fs::create_dir_all(parent)?;
            }
            std::fs::write(&path, file.contents())?;
            written.push(path);
        }
    }
    written.sort();
    Ok(written)
}

#[cfg(test)]
mod tests;
