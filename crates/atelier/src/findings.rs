//! What is wrong with a file, as the pages of the workshop show it.

use std::cell::Cell;
use std::sync::Arc;

use guichet::checks::{self, Scope};
use guichet::diagnostics::{Diagnostic, Edit, Fix, Location, Severity, TextFile};
use guichet::document::WrittenFields;
use guichet::live::Snapshot;
use serde::Serialize;
use serde_json::Value as Json;

use crate::units::Utf16Places;
use crate::values::{FieldTable, path_to_json};
use crate::workshop::Workshop;

/// How many findings are shown of a text, with what mends them: nobody reads more, and every key stroke sends them.
const MOST: usize = 200;

/// What is wrong with a text, for the pages.
#[derive(Debug, Serialize)]
pub(crate) struct ShownFindings {
    /// What is shown of it: errors first, each kind in the order of the text.
    pub diagnostics: Vec<ShownFinding>,
    /// How many more errors there are, and how many more warnings.
    pub more: MoreFindings,
}

/// How many findings are not shown.
#[derive(Debug, Default, Serialize)]
pub(crate) struct MoreFindings {
    errors: usize,
    warnings: usize,
}

/// One thing that is wrong.
#[derive(Debug, Serialize)]
pub(crate) struct ShownFinding {
    code: &'static str,
    severity: &'static str,
    message: String,
    help: Option<String>,
    path: String,
    /// Whether it points into this text.
    here: bool,
    /// UTF-16 units of this text.
    from: usize,
    to: usize,
    line: usize,
    /// The field that it is in.
    field: Json,
    mends: Vec<ShownMend>,
}

/// A way to mend it: edits of this text, or of another file.
#[derive(Debug, Serialize)]
struct ShownMend {
    /// What it is known by, until the text changes.
    id: String,
    words: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    edits: Option<Vec<ShownEdit>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
}

#[derive(Debug, Serialize)]
struct ShownEdit {
    from: usize,
    to: usize,
    insert: String,
}

/// What is wrong with a file in this state of the site, with its severity; of what only the whole site can show, what
/// its last check has found.
pub(crate) fn of_file(
    workshop: &Workshop,
    snapshot: &Snapshot,
    path: &str,
) -> Vec<(Severity, Diagnostic)> {
    let of_file = |found: &&Diagnostic| found.location.path() == path;
    let mut found: Vec<Diagnostic> = snapshot.found.iter().filter(of_file).cloned().collect();
    let page = snapshot.site.page_of_file(path);
    if let Some(page) = page {
        found.extend(checks::check_page(&snapshot.site, page, Scope::All));
    }
    let check = workshop.check();
    // No other check of a file that is no page has been made: this one counts while the file says the same.
    let is_of_check = |found: &Diagnostic| match page {
        Some(_) => checks::is_of_whole_site(found.code),
        None => checks::is_outside_pages(found.code),
    };
    let of_site = check.of(path).iter().map(|(_, found)| found);
    let of_site = of_site
        .filter(|found| is_of_check(found) && (page.is_some() || is_current(snapshot, found)));
    let known: Vec<&Diagnostic> = found.iter().filter(|found| is_of_check(found)).collect();
    let missing = of_site.filter(|one| !known.contains(one));
    let missing: Vec<Diagnostic> = missing.cloned().collect();
    found.extend(missing);
    checks::judge(&snapshot.site, found)
}

/// Whether the text in which this was found still says what it said then.
fn is_current(snapshot: &Snapshot, found: &Diagnostic) -> bool {
    let Location::Place(place) = &found.location else {
        return true;
    };
    let mut written = snapshot.site.written.iter();
    written
        .any(|written| written.file.path == place.file.path && written.file.text == place.file.text)
}

/// The corrections of what is wrong: the certain one first; each with what it is known by and its words.
pub(crate) fn mends<'d>(
    workshop: &Workshop,
    found: &'d Diagnostic,
) -> Vec<(String, String, &'d Fix)> {
    let start = match &found.location {
        Location::Place(place) => place.span.start,
        _ => 0,
    };
    let messages = &workshop.messages;
    let certain = found.fix.iter().map(|fix| (fix, fix.words(messages)));
    let offers = found.offers.iter();
    let offers = offers.map(|offer| (&offer.fix, offer.words(messages)));
    let all = certain.chain(offers).enumerate();
    all.map(|(index, (fix, words))| {
        let id = format!("{}:{start}:{index}", found.code.name());
        (id, words, fix)
    })
    .collect()
}

/// The text that the pages have, of the file at a path.
struct ShownText<'t> {
    path: &'t str,
    text: &'t str,
    /// The file last compared with it, and what came of that: most diagnostics and corrections share theirs.
    compared: Cell<Option<(*const TextFile, bool)>>,
}

impl ShownText<'_> {
    /// Whether a file is this one, with the same text.
    fn is_of(&self, file: &Arc<TextFile>) -> bool {
        let compared = self.compared.get();
        if let Some((_, is_same)) = compared.filter(|(last, _)| *last == Arc::as_ptr(file)) {
            return is_same;
        }
        let is_same = file.path == self.path && *file.text == *self.text;
        self.compared.set(Some((Arc::as_ptr(file), is_same)));
        is_same
    }
}

/// What is wrong with the file at a path whose text is this, for the pages.
pub(crate) fn shown(
    workshop: &Workshop,
    found: &[(Severity, Diagnostic)],
    path: &str,
    text: &str,
    fields: &WrittenFields,
    table: &FieldTable,
) -> ShownFindings {
    let places = Utf16Places::of(text);
    let text = ShownText {
        path,
        text,
        compared: Cell::new(None),
    };
    let of = |is_error: bool| {
        let found = found.iter();
        found.filter(move |(severity, _)| (*severity == Severity::Error) == is_error)
    };
    let [errors, warnings] = [true, false].map(|is_error| of(is_error).count());
    let show = |(severity, found): &(Severity, Diagnostic)| {
        let span = match &found.location {
            Location::Place(place) if text.is_of(&place.file) => Some(place.span.clone()),
            _ => None,
        };
        let steps = span
            .as_ref()
            .and_then(|span| match span.start < fields.body {
                true => fields.at(span.start),
                false => None,
            });
        let mends = mends(workshop, found).into_iter();
        let mends = mends.filter_map(|(id, words, fix)| {
            let is_here = text.is_of(&fix.file);
            let edit = |edit: &Edit| ShownEdit {
                from: places.at(edit.span.start),
                to: places.at(edit.span.end),
                insert: edit.text.clone(),
            };
            // A file that is only saved anew changes nothing that is shown.
            (!fix.edits.is_empty()).then(|| ShownMend {
                id,
                words,
                edits: is_here.then(|| fix.edits.iter().map(edit).collect()),
                file: (!is_here).then(|| fix.file.path.clone()),
            })
        });
        ShownFinding {
            code: found.code.name(),
            severity: match severity {
                Severity::Error => "error",
                Severity::Warning | Severity::Off => "warning",
            },
            message: found.message(&workshop.messages),
            help: found.help_line(&workshop.messages),
            path: found.location.path().to_owned(),
            here: span.is_some(),
            from: span.as_ref().map_or(0, |span| places.at(span.start)),
            to: span.as_ref().map_or(0, |span| places.at(span.end)),
            line: found.location.line_and_column().map_or(0, |(line, _)| line),
            field: steps.map_or(Json::Null, |steps| path_to_json(steps, table)),
            mends: mends.collect(),
        }
    };
    ShownFindings {
        diagnostics: of(true).chain(of(false)).take(MOST).map(show).collect(),
        more: MoreFindings {
            errors: errors.saturating_sub(MOST),
            warnings: (errors.min(MOST) + warnings).saturating_sub(MOST),
        },
    }
}
