//! How diagnostics look: a few lines of the editor's own text in a terminal; [`machine`] has the forms for machines.

use super::{Diagnostic, Location, Place, Severity, floor_char_boundary, machine};
use crate::catalogue::Catalogue;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

/// The form in which diagnostics are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For a person; in colour or not.
    Text {
        /// With terminal colours.
        colour: bool,
    },
    /// One JSON array.
    Json,
    /// SARIF 2.1.0 (OASIS), which code hosts show beside the lines.
    Sarif,
    /// Workflow commands of GitHub Actions, one a line.
    Github,
    /// A report of GitLab's code quality.
    Gitlab,
}

/// All `diagnostics`, each with its severity, in this form and in the catalogue's language.
pub fn print(
    diagnostics: &[(Severity, &Diagnostic)],
    catalogue: &Catalogue,
    format: Format,
) -> String {
    match format {
        Format::Json => machine::json(diagnostics, catalogue),
        Format::Sarif => machine::sarif(diagnostics, catalogue),
        Format::Github => machine::github(diagnostics, catalogue),
        Format::Gitlab => machine::gitlab(diagnostics, catalogue),
        Format::Text { colour } => {
            let renderer = if colour {
                Renderer::styled().decor_style(DecorStyle::Unicode)
            } else {
                Renderer::plain().decor_style(DecorStyle::Ascii)
            };
            diagnostics
                .iter()
                .fold(String::new(), |mut out, (severity, diagnostic)| {
                    out.push_str(&text(*severity, diagnostic, catalogue, &renderer));
                    out.push_str("\n\n");
                    out
                })
        }
    }
}

/// "2 errors, 1 warning", or nothing where there are none.
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
    renderer.render(&[group])
}

/// The lines that a place covers, cut where they are too long or too many to show.
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
            // Control characters could command a terminal; each becomes one blank of the same length in bytes.
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
