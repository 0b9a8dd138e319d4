//! The templates of pages, and what is wrong with them.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{ErrorKind, Tera};

use super::built_in_files;
use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};

/// All templates. Where those of the site have mistakes, the built-in ones stand alone, so that one mistake does not make
/// every page a mistake.
pub(super) fn templates(
    files: &BTreeMap<String, Arc<TextFile>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Tera {
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
pub(super) fn template_errors(
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
