//! Prints diagnostics: in a terminal, with a few lines of the editor's own text; [`machine`] has the forms
//! for machines.

use std::fmt::Write as _;

use super::{
    Diagnostic, DiagnosticKind, Location, Place, Reach, Severity, floor_char_boundary, kinds,
    machine,
};
use crate::catalogue::Catalogue;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

/// The form in which diagnostics are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// For a person, with or without colour.
    Text {
        /// With terminal colours.
        colour: bool,
    },
    /// One JSON array.
    Json,
    /// SARIF 2.1.0 (OASIS), which code hosts show beside the lines.
    Sarif,
    /// Workflow commands of GitHub Actions, one per line.
    Github,
    /// A GitLab code quality report.
    Gitlab,
}

/// Prints the diagnostics of this reach, each with its severity, in this form and in the catalogue's
/// language. People get the first of each kind and a count of the rest; machines get all, in the order of the
/// files.
pub fn print(
    diagnostics: &[(Severity, &Diagnostic)],
    catalogue: &Catalogue,
    format: Format,
    reach: &Reach,
) -> String {
    let wanted = |(_, diagnostic): &&(Severity, &Diagnostic)| reach.holds(diagnostic.code);
    let all =
        || -> Vec<(Severity, &Diagnostic)> { diagnostics.iter().filter(wanted).copied().collect() };
    match format {
        Format::Json => machine::json(&all(), catalogue),
        Format::Sarif => machine::sarif(&all(), catalogue),
        Format::Gitlab => machine::gitlab(&all(), catalogue),
        Format::Github => machine::github(&kinds(diagnostics, reach), catalogue),
        Format::Text { colour } => {
            let renderer = if colour {
                Renderer::styled().decor_style(DecorStyle::Unicode)
            } else {
                Renderer::plain().decor_style(DecorStyle::Ascii)
            };
            let kinds = kinds(diagnostics, reach);
            let texts = kinds
                .iter()
                .map(|kind| kind_text(kind, catalogue, &renderer));
            texts.collect()
        }
    }
}

/// The diagnostics of a kind: in full, then one line each, then a count.
fn kind_text(kind: &DiagnosticKind<'_>, catalogue: &Catalogue, renderer: &Renderer) -> String {
    let mut out = String::new();
    let (whole, others) = kind.found.split_at(kind.whole);
    if kind.brief
        && let Some(first) = whole.first()
    {
        out.push_str(&text(
            kind.severity,
            &brief(first, whole),
            catalogue,
            renderer,
        ));
        out.push_str(if others.is_empty() { "\n\n" } else { "\n" });
    }
    for diagnostic in whole.iter().filter(|_| !kind.brief) {
        out.push_str(&text(kind.severity, diagnostic, catalogue, renderer));
        out.push_str("\n\n");
    }
    for diagnostic in &others[..kind.lines] {
        // Writing to a string does not fail.
        let _ = writeln!(
            out,
            "{}: {}",
            place(&diagnostic.location),
            diagnostic.message(catalogue)
        );
    }
    if let Some(line) = rest_line(kind, catalogue) {
        out.push_str(&line);
        out.push('\n');
    }
    if !others.is_empty() {
        out.push('\n');
    }
    out
}

/// The first of some diagnostics, at the places of all of them.
fn brief(first: &Diagnostic, all: &[&Diagnostic]) -> Diagnostic {
    let places = all.iter().map(|found| place(&found.location));
    let places: Vec<String> = places.filter(|place| !place.is_empty()).collect();
    let mut shown = first.clone();
    shown.location = match places.is_empty() {
        true => Location::Site,
        false => Location::File(places.join(", ")),
    };
    shown
}

/// "and 7,846 more of `stale`, in 1,200 files", if not all of a kind are shown.
pub fn rest_line(kind: &DiagnosticKind<'_>, catalogue: &Catalogue) -> Option<String> {
    let name = kind.code?.name();
    let thousands = |number: usize| thousands(number, catalogue).into();
    let args = [
        ("count", kind.rest().to_string().into()),
        ("shown", thousands(kind.rest())),
        ("total", thousands(kind.found.len())),
        ("files", thousands(kind.files_of_rest())),
        ("name", name.into()),
        // What an import finds in its source, no check of the site finds again.
        (
            "by",
            match name.starts_with("import-") {
                true => "import".into(),
                false => "check".into(),
            },
        ),
    ];
    (kind.rest() > 0).then(|| catalogue.format("diagnostics-rest", &args).into_owned())
}

/// A number with the language's thousands separators.
fn thousands(number: usize, catalogue: &Catalogue) -> String {
    let digits = number.to_string();
    let separator = catalogue.text("thousands-separator");
    let mut out = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push_str(&separator);
        }
        out.push(digit);
    }
    out
}

/// `file:line:column`, as far as the location has them.
pub fn place(location: &Location) -> String {
    match location.line_and_column() {
        Some((line, column)) => format!("{}:{line}:{column}", location.path()),
        None => location.path().to_owned(),
    }
}

/// "2 errors, 1 warning", or nothing if there are none.
pub fn summary(diagnostics: &[(Severity, &Diagnostic)], catalogue: &Catalogue) -> Option<String> {
    let count = |wanted| {
        diagnostics
            .iter()
            .filter(|(severity, _)| *severity == wanted)
            .count()
    };
    let parts: Vec<String> = [
        (count(Severity::Error), "count-errors"),
        (count(Severity::Warning), "count-warnings"),
    ]
    .into_iter()
    .filter(|(n, _)| *n > 0)
    .map(|(n, key)| {
        catalogue
            .format(key, &[("count", n.to_string().into())])
            .into_owned()
    })
    .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

impl Diagnostic {
    /// What is wrong, in one sentence.
    pub fn message(&self, catalogue: &Catalogue) -> String {
        catalogue
            .format(self.code.name(), &self.fluent_args())
            .into_owned()
    }

    /// What to do about it.
    pub fn help_line(&self, catalogue: &Catalogue) -> Option<String> {
        catalogue.find(
            &format!("{}.{}", self.code.name(), self.help),
            &self.fluent_args(),
        )
    }
}

fn text(
    severity: Severity,
    diagnostic: &Diagnostic,
    catalogue: &Catalogue,
    renderer: &Renderer,
) -> String {
    let (level, key) = match severity {
        Severity::Error => (Level::ERROR, "severity-error"),
        Severity::Warning | Severity::Off => (Level::WARNING, "severity-warning"),
    };
    let name = catalogue.text(key);
    let help_name = catalogue.text("severity-help");
    let message = diagnostic.message(catalogue);
    let help = diagnostic.help_line(catalogue);
    let title = level
        .with_name(name.as_ref())
        .primary_title(message.as_str())
        .id(diagnostic.code.name());
    let mut group = match &diagnostic.location {
        Location::Place(place) => {
            let excerpt = Excerpt::of(place);
            title.element(
                Snippet::source(excerpt.text)
                    .line_start(excerpt.first_line)
                    .path(place.file.path.as_str())
                    .annotation(AnnotationKind::Primary.span(excerpt.span)),
            )
        }
        Location::File(path) => title.element(Origin::path(path.as_str())),
        Location::Site => title.elements(Vec::<Origin<'_>>::new()),
    };
    if let Some(help) = &help {
        group = group.element(
            Level::HELP
                .with_name(help_name.as_ref())
                .message(help.as_str()),
        );
    }
    let text = renderer.render(&[group]);
    match diagnostic.location {
        Location::Site => without_empty_margin(&text),
        _ => text,
    }
}

/// The text without lines that hold only the `|` of an excerpt’s margin; coloured output has no such lines.
fn without_empty_margin(text: &str) -> String {
    let lines: Vec<&str> = text.lines().filter(|line| line.trim() != "|").collect();
    lines.join("\n")
}

/// The lines that a place covers, cut if they are too long or too many to show.
struct Excerpt {
    text: String,
    first_line: usize,
    span: std::ops::Range<usize>,
}

impl Excerpt {
    fn of(place: &Place) -> Self {
        const WIDEST: usize = 240;
        let text = &*place.file.text;
        let start = floor_char_boundary(text, place.span.start);
        let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let line_end = text[start..]
            .find('\n')
            .map_or(text.len(), |newline| start + newline);
        let from = floor_char_boundary(text, line_start.max(start.saturating_sub(WIDEST / 2)));
        let to = floor_char_boundary(text, line_end.min(from + WIDEST)).max(start);
        let end = floor_char_boundary(text, place.span.end.clamp(start, to));
        Self {
            // Control characters could control a terminal; each becomes a blank of the same length in bytes.
            text: text[from..to]
                .chars()
                .flat_map(|c| {
                    let width = if c.is_control() { c.len_utf8() } else { 1 };
                    std::iter::repeat_n(if c.is_control() { ' ' } else { c }, width)
                })
                .collect(),
            first_line: place.line_and_column().0,
            span: start - from..end - from,
        }
    }
}
