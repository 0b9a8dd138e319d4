//! The templates of pages, and what is wrong with them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use tera::{ErrorKind, Tera};

use super::built_in_files;
use super::turns::{self, Counted};
use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};

/// The templates of a theme, and what is needed to locate mistakes in them.
pub(super) struct Templates {
    /// The engine that renders them.
    pub tera: Tera,
    /// The site's own, by name, as the engine reads them.
    pub counted: BTreeMap<String, Counted>,
}

/// All templates; `own` are the paths of the site's own files. If those have mistakes, only the built-in ones
/// are used, so that one mistake does not break every page.
pub(super) fn templates(
    files: &BTreeMap<String, Arc<TextFile>>,
    own: &BTreeSet<String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Templates {
    let own = own
        .iter()
        .filter_map(|path| Some((path.strip_prefix(FOLDER)?, files.get(path)?)));
    let counted: BTreeMap<String, Counted> = own
        .map(|(name, file)| (name.to_owned(), Counted::new(&file.text)))
        .collect();
    let sources: Vec<(&str, &str)> = sources(files)
        .map(|(name, text)| (name, counted.get(name).map_or(text, |read| &read.text)))
        .collect();
    let mut tera = engine();
    let Err(error) = tera.add_raw_templates(sources.iter().copied()) else {
        return Templates { tera, counted };
    };
    diagnostics.extend(template_errors(&error, files, &counted));
    let built_in = built_in_files();
    let mut sound = Templates {
        tera: engine(),
        counted: BTreeMap::new(),
    };
    if let Err(error) = sound.tera.add_raw_templates(self::sources(&built_in)) {
        diagnostics.extend(template_errors(&error, &built_in, &sound.counted));
    }
    // The engine stops at the first file with a mistake, so each is tried on its own.
    for (name, text) in sources {
        if let Err(error) = sound.tera.clone().add_raw_template(name, text)
            && !matches!(error.kind(), ErrorKind::MissingParent { .. })
        {
            diagnostics.extend(template_errors(&error, files, &counted));
        }
    }
    sound
}

/// The folder of page templates in a theme.
const FOLDER: &str = "templates/";

fn engine() -> Tera {
    let mut tera = Tera::default();
    turns::register(&mut tera);
    tera
}

fn sources(files: &BTreeMap<String, Arc<TextFile>>) -> impl Iterator<Item = (&str, &str)> + Clone {
    files
        .iter()
        .filter_map(|(path, file)| Some((path.strip_prefix(FOLDER)?, &*file.text)))
}

/// What is wrong with a template; at least one diagnostic.
pub(super) fn template_errors(
    error: &tera::Error,
    files: &BTreeMap<String, Arc<TextFile>>,
    counted: &BTreeMap<String, Counted>,
) -> Vec<Diagnostic> {
    let template = |name: &str| Template {
        file: files.get(&format!("{FOLDER}{name}")),
        counted: counted.get(name),
    };
    let new = |location: Option<Place>, reason: &str| {
        let themes = || Location::File("themes".to_owned());
        let location = location.map_or_else(themes, Location::Place);
        let diagnostic = Diagnostic::new(Code::Template, location);
        match reason.contains(turns::TOO_MANY) {
            true => diagnostic.with("cause", "endless").with("reason", ""),
            false => diagnostic.with("cause", "other").with("reason", reason),
        }
    };
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let place = template(report.filename()).place(report.span().range.clone());
            vec![new(place, report.message())]
        }
        ErrorKind::Msg(text) => {
            let mut errors = Vec::new();
            let mut reason = text.lines().next().unwrap_or_default();
            for line in text.lines() {
                // Unknown filters and functions come as one text: `error: reason`, ` --> file:line:column`.
                if let Some(rest) = line.strip_prefix("error: ") {
                    reason = rest;
                } else if let Some(at) = line.trim_start().strip_prefix("--> ") {
                    errors.push(new(place_of(at, template), reason));
                }
            }
            if errors.is_empty() {
                errors.push(new(None, reason));
            }
            errors
        }
        ErrorKind::Io(turns::TOO_LARGE) => vec![new(None, turns::TOO_MANY)],
        other => vec![new(None, &other.to_string())],
    }
}

/// A template, as the engine reads it.
struct Template<'f> {
    file: Option<&'f Arc<TextFile>>,
    counted: Option<&'f Counted>,
}

impl Template<'_> {
    /// Maps a range of what the engine reads to the file.
    fn place(&self, span: Range<usize>) -> Option<Place> {
        let written = |at| self.counted.map_or(at, |counted| counted.written(at));
        Some(Place {
            file: Arc::clone(self.file?),
            span: written(span.start)..written(span.end),
        })
    }
}

/// The position that `page.html:3:20` names: line from 1, column from 1 in characters.
fn place_of<'f>(at: &str, template: impl Fn(&str) -> Template<'f>) -> Option<Place> {
    let mut parts = at.rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let line: usize = parts.next()?.parse().ok()?;
    let template = template(parts.next()?);
    let text = match template.counted {
        Some(counted) => &*counted.text,
        None => &template.file?.text,
    };
    let mut lines = text.split_inclusive('\n');
    let before: usize = lines
        .by_ref()
        .take(line.checked_sub(1)?)
        .map(str::len)
        .sum();
    let characters = lines.next()?.char_indices();
    let start = before + characters.map(|(at, _)| at).nth(column.checked_sub(1)?)?;
    template.place(start..start + 1)
}
