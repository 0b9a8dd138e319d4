//! How the site looks: templates, one style sheet, the words of pages. Built in, overridden file by file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};
use tera::{Context, ErrorKind, Tera};
use walkdir::WalkDir;

use crate::catalogue::{self, Catalogue};
use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};
use crate::language::Language;
use crate::model::Located;
use crate::source;

/// The theme that the binary carries.
pub static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// The name of the built-in theme, and of the folder that overrides some of its files.
pub const DEFAULT: &str = "default";

/// A theme, ready to render with.
pub struct Theme {
    tera: Tera,
    /// The style sheet, minified, to be set into each page.
    pub style: String,
    strings: BTreeMap<Language, Strings>,
    files: BTreeMap<String, Arc<TextFile>>,
    /// What sheets are printed with: templates, fonts, words.
    #[cfg(feature = "sheets")]
    pub plates: Arc<crate::press::Plates>,
}

/// The words of pages in one language.
pub struct Strings {
    /// All messages.
    pub catalogue: Catalogue,
    /// Those without arguments, as templates read them: `t.search_title`.
    pub plain: tera::Value,
}

/// The oldest browsers whose CSS the style sheet is written down to (the budget of reach: a browser of 2014 to 2016).
fn oldest_browsers() -> Targets {
    let version = |major: u32| Some(major << 16);
    Targets::from(Browsers {
        chrome: version(30),
        firefox: version(48),
        safari: version(9),
        ios_saf: version(9),
        ..Browsers::default()
    })
}

impl Theme {
    /// Loads the theme that the configuration of the site at `root` names (the built-in one where it names none), with
    /// words for `languages`.
    pub fn load(
        root: &Path,
        named: Option<&Located>,
        languages: &[Language],
    ) -> (Self, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
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
        if sound_name {
            overlay(
                &folder,
                &format!("themes/{name}"),
                &mut files,
                &mut diagnostics,
            );
        }
        let tera = templates(&files, &mut diagnostics);
        let style = style_sheet(&files, &mut diagnostics);
        let strings = languages
            .iter()
            .map(|language| (*language, strings(*language, &files, &mut diagnostics)))
            .collect();
        #[cfg(feature = "sheets")]
        let plates = Arc::new(plates(&files, &strings, sound_name.then_some(&*folder)));
        let theme = Self {
            tera,
            style,
            strings,
            files,
            #[cfg(feature = "sheets")]
            plates,
        };
        (theme, diagnostics)
    }

    /// The words of a language; those of any other where the theme was not loaded for it.
    #[allow(clippy::expect_used)]
    pub fn strings(&self, language: Language) -> &Strings {
        self.strings
            .get(&language)
            .or_else(|| self.strings.values().next())
            .expect("a site has at least one language")
    }

    /// A text file of the theme by its path in it: `sheets/a4.typ`.
    pub fn file(&self, path: &str) -> Option<&Arc<TextFile>> {
        self.files.get(path)
    }

    /// Renders a template to UTF-8. An error in it is a diagnostic with its file and line.
    pub fn render(&self, template: &str, context: &Context) -> Result<Vec<u8>, Diagnostic> {
        // The longest pages of a typical site fit; the others grow.
        let mut out = Vec::with_capacity(16 * 1024);
        self.tera
            .render_to(template, context, &mut out)
            .map_err(|error| {
                let mut errors = template_errors(&error, &self.files);
                errors.swap_remove(0)
            })?;
        Ok(out)
    }
}

/// The files of the built-in theme by their path in it.
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

/// What sheets are printed with: the templates, the fonts of the built-in theme and those in `folder`, and the words of
/// each language as `words/fr.json`.
#[cfg(feature = "sheets")]
fn plates(
    files: &BTreeMap<String, Arc<TextFile>>,
    strings: &BTreeMap<Language, Strings>,
    folder: Option<&Path>,
) -> crate::press::Plates {
    let is_font = |path: &Path| {
        path.extension()
            .is_some_and(|end| end == "ttf" || end == "otf")
    };
    let mut plates: BTreeMap<String, Arc<[u8]>> = BTreeMap::new();
    let templates = files.iter().filter(|(path, _)| path.starts_with("sheets/"));
    plates.extend(templates.map(|(path, file)| (path.clone(), file.text.as_bytes().into())));
    let fonts = BUILT_IN.get_dir("fonts").into_iter().flat_map(Dir::files);
    for font in fonts.filter(|file| is_font(file.path())) {
        plates.insert(
            font.path().to_string_lossy().into_owned(),
            font.contents().into(),
        );
    }
    let own = folder.map(|folder| folder.join("fonts"));
    let own = own.iter().flat_map(WalkDir::new).flatten();
    for entry in own.filter(|entry| entry.file_type().is_file() && is_font(entry.path())) {
        if let Ok(bytes) = std::fs::read(entry.path()) {
            let name = entry.file_name().to_string_lossy();
            plates.insert(format!("fonts/{name}"), bytes.into());
        }
    }
    for (language, strings) in strings {
        // As in the data of a sheet: see `outputs/sheet/glyphs.rs`.
        let words = serde_json::to_string(&strings.plain).unwrap_or_default();
        let words = words.replace('\u{202f}', "\u{a0}").into_bytes();
        plates.insert(format!("words/{language}.json"), words.into());
    }
    crate::press::Plates::new(plates)
}

/// Puts the text files of a folder in the place of the built-in ones.
fn overlay(
    folder: &Path,
    shown: &str,
    files: &mut BTreeMap<String, Arc<TextFile>>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for entry in WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .flatten()
    {
        let is_text = entry
            .path()
            .extension()
            .is_some_and(|end| end == "html" || end == "css" || end == "ftl" || end == "typ");
        let Ok(relative) = entry.path().strip_prefix(folder) else {
            continue;
        };
        if !is_text || !entry.file_type().is_file() {
            continue;
        }
        let relative = relative.to_string_lossy().replace('\\', "/");
        match source::read_text(entry.path(), &format!("{shown}/{relative}")) {
            Ok(file) => {
                files.insert(relative, Arc::new(file));
            }
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
}

/// All templates. Where those of the site have mistakes, the built-in ones stand alone, so that one mistake does not make
/// every page a mistake.
fn templates(files: &BTreeMap<String, Arc<TextFile>>, diagnostics: &mut Vec<Diagnostic>) -> Tera {
    fn sources(
        files: &BTreeMap<String, Arc<TextFile>>,
    ) -> impl Iterator<Item = (&str, &str)> + Clone {
        files
            .iter()
            .filter_map(|(path, file)| Some((path.strip_prefix("templates/")?, &*file.text)))
    }
    let mut tera = Tera::default();
    let Err(error) = tera.add_raw_templates(sources(files)) else {
        return tera;
    };
    diagnostics.extend(template_errors(&error, files));
    let built_in = built_in_files();
    let mut sound = Tera::default();
    if let Err(error) = sound.add_raw_templates(sources(&built_in)) {
        diagnostics.extend(template_errors(&error, &built_in));
    }
    // The engine stops at the first file with a mistake: each is tried by itself.
    for (name, text) in sources(files) {
        if let Err(error) = sound.clone().add_raw_template(name, text)
            && !matches!(error.kind(), ErrorKind::MissingParent { .. })
        {
            diagnostics.extend(template_errors(&error, files));
        }
    }
    sound
}

/// What is wrong with a template; one diagnostic at least.
fn template_errors(
    error: &tera::Error,
    files: &BTreeMap<String, Arc<TextFile>>,
) -> Vec<Diagnostic> {
    let file = |name: &str| files.get(&format!("templates/{name}"));
    let new = |location: Option<Place>, reason: &str| {
        let themes = || Location::File("themes".to_owned());
        let location = location.map_or_else(themes, Location::Place);
        Diagnostic::new(Code::Template, location).with("reason", reason)
    };
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let place = file(report.filename()).map(|file| Place {
                file: Arc::clone(file),
                span: report.span().range.clone(),
            });
            vec![new(place, report.message())]
        }
        ErrorKind::Msg(text) => {
            let mut errors = Vec::new();
            let mut reason = text.lines().next().unwrap_or_default();
            for line in text.lines() {
                // Filters and functions that do not exist come as one text: `error: reason`, ` --> file:line:column`.
                if let Some(rest) = line.strip_prefix("error: ") {
                    reason = rest;
                } else if let Some(at) = line.trim_start().strip_prefix("--> ") {
                    errors.push(new(place_of(at, file), reason));
                }
            }
            if errors.is_empty() {
                errors.push(new(None, reason));
            }
            errors
        }
        other => vec![new(None, &other.to_string())],
    }
}

/// The place that `page.html:3:20` names: line from 1, column from 1 in characters.
fn place_of<'f>(at: &str, file: impl Fn(&str) -> Option<&'f Arc<TextFile>>) -> Option<Place> {
    let mut parts = at.rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let line: usize = parts.next()?.parse().ok()?;
    let file = file(parts.next()?)?;
    let mut lines = file.text.split_inclusive('\n');
    let before: usize = lines.by_ref().take(line - 1).map(str::len).sum();
    let characters = lines.next()?.char_indices();
    let start = before + characters.map(|(at, _)| at).nth(column - 1)?;
    Some(Place {
        file: Arc::clone(file),
        span: start..start + 1,
    })
}

fn style_sheet(
    files: &BTreeMap<String, Arc<TextFile>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> String {
    let Some(file) = files.get("style.css") else {
        return String::new();
    };
    match minify(&file.text) {
        Ok(css) => css,
        Err((line, reason)) => {
            let start: usize = file
                .text
                .split_inclusive('\n')
                .take(line)
                .map(str::len)
                .sum();
            let place = Place {
                file: Arc::clone(file),
                span: start..start,
            };
            diagnostics.push(
                Diagnostic::new(Code::StyleSheet, Location::Place(place)).with("reason", reason),
            );
            String::new()
        }
    }
}

/// The style sheet for old browsers, without a byte too many; or the line (from 0) and the mistake in it.
fn minify(css: &str) -> Result<String, (usize, String)> {
    let mut sheet = StyleSheet::parse(css, ParserOptions::default()).map_err(|error| {
        let line = error.loc.as_ref().map_or(0, |loc| loc.line as usize);
        (line, error.kind.to_string())
    })?;
    let targets = oldest_browsers();
    sheet
        .minify(MinifyOptions {
            targets,
            ..MinifyOptions::default()
        })
        .map_err(|error| (0, error.kind.to_string()))?;
    let printed = sheet
        .to_css(PrinterOptions {
            minify: true,
            targets,
            ..PrinterOptions::default()
        })
        .map_err(|error| (0, error.kind.to_string()))?;
    if printed.code.contains("</") {
        return Err((0, "</".to_owned()));
    }
    Ok(printed.code)
}

/// The words of one language: English for what is missing, then the language's own file.
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

/// Writes the built-in theme's files that are not there yet below `folder`; gives their paths.
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
mod tests {
    use super::*;

    #[test]
    fn the_built_in_theme_is_sound_in_both_languages() {
        let languages = [Language::french(), Language::english()];
        let (theme, diagnostics) = Theme::load(Path::new("/nowhere"), None, &languages);
        assert_eq!(diagnostics, []);
        assert!(!theme.style.is_empty());
        let keys = |name: &str| catalogue::keys(&theme.files[name].text);
        assert_eq!(keys("i18n/fr.ftl"), keys("i18n/en.ftl"));
    }
}
