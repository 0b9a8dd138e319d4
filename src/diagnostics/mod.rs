//! Diagnostics: what is wrong, where, and what to write instead.
//!
//! A [`Diagnostic`] is a value: its words are looked up in the catalogue of the editor's language only when
//! it is printed. Stages return diagnostics beside their values; nothing stops at the first.

mod code;
mod error;
pub mod explanations;
mod fix;
mod kinds;
mod machine;
mod mending;
mod print;
mod remedy;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use crate::spelling::fold_key;
pub use code::Code;
pub use fix::{Edit, Fix};
pub use kinds::{DiagnosticKind, LINES, Reach, WHOLE, kinds};
pub use mending::Mending;
pub use print::{Format, place, print, rest_line, summary};
pub use remedy::Remedy;

/// The severity of a diagnostic.
// Exhaustive: the command line says each in its own words, and the compiler asks for those of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Not shown at all.
    Off,
    /// Shown; the site is published.
    Warning,
    /// Shown; nothing is published.
    Error,
}

impl Severity {
    /// The words of `checks:` in the configuration, English and French.
    pub const NAMES: &[(&str, Self)] = &[
        ("error", Self::Error),
        ("warn", Self::Warning),
        ("off", Self::Off),
        ("erreur", Self::Error),
        ("avertissement", Self::Warning),
        ("non", Self::Off),
    ];
}

/// A text file of the site as it was read, with the path that an editor knows.
#[derive(Debug, PartialEq, Eq)]
pub struct TextFile {
    /// Relative to the site's folder, `/` between its parts.
    pub path: String,
    /// The whole text.
    pub text: Arc<str>,
    /// Where each line begins, computed on demand.
    lines: OnceLock<Vec<usize>>,
}

impl TextFile {
    /// A text with the path that an editor knows.
    pub fn new(path: impl Into<String>, text: impl Into<Arc<str>>) -> Self {
        Self {
            path: path.into(),
            text: text.into(),
            lines: OnceLock::new(),
        }
    }

    /// The line of a byte, counted from 0, and the byte at which it begins.
    fn line(&self, at: usize) -> (usize, usize) {
        let starts = self.lines.get_or_init(|| {
            let ends = self.text.match_indices('\n');
            std::iter::once(0)
                .chain(ends.map(|(at, _)| at + 1))
                .collect()
        });
        let line = starts
            .partition_point(|start| *start <= at)
            .saturating_sub(1);
        (line, starts.get(line).copied().unwrap_or_default())
    }
}

/// A place in a text file: a range of bytes of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub file: Arc<TextFile>,
    /// Bytes of the file's text.
    pub span: Range<usize>,
}

impl Place {
    /// The text before it on its line, and after its end on that line.
    pub fn around(&self) -> (&str, &str) {
        let text = &self.file.text;
        let start = floor_char_boundary(text, self.span.start);
        let end = floor_char_boundary(text, self.span.end);
        let before = text[..start].rsplit('\n').next().unwrap_or_default();
        let after = text[end..].split('\n').next().unwrap_or_default();
        (before, after)
    }

    /// Line and column, both from 1; the column counts characters.
    pub fn line_and_column(&self) -> (usize, usize) {
        let text = &self.file.text;
        let start = floor_char_boundary(text, self.span.start);
        let (line, line_start) = self.file.line(start);
        (line + 1, text[line_start..start].chars().count() + 1)
    }
}

/// The nearest character boundary at or before `index`, never past the end.
pub(crate) fn floor_char_boundary(text: &str, index: usize) -> usize {
    let mut index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

/// Where a diagnostic points.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Location {
    /// Lines of a text.
    Place(Place),
    /// A file that is not text, or is too large to show: its path.
    File(String),
    /// The site as a whole.
    #[default]
    Site,
}

impl Location {
    /// The file's path, relative to the site's folder; empty for the site as a whole.
    pub fn path(&self) -> &str {
        match self {
            Self::Place(place) => &place.file.path,
            Self::File(path) => path,
            Self::Site => "",
        }
    }

    /// Line and column from 1, if it has lines.
    pub fn line_and_column(&self) -> Option<(usize, usize)> {
        match self {
            Self::Place(place) => Some(place.line_and_column()),
            Self::File(_) | Self::Site => None,
        }
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its stable name.
    pub code: Code,
    /// Where.
    pub location: Location,
    /// The message's arguments, as `(argument, value)`.
    pub args: Vec<(&'static str, String)>,
    /// Which of the code's help lines applies (`help`, or an attribute such as `help-nearest`).
    pub help: &'static str,
    /// The correction, if it is certain and mechanical.
    pub fix: Option<Fix>,
    /// Ways to mend it that only the editor can choose between.
    pub offers: Box<[Remedy]>,
}

impl Diagnostic {
    /// A diagnostic of this code at this location, without arguments.
    pub fn new(code: Code, location: Location) -> Self {
        Self {
            code,
            location,
            args: Vec::new(),
            help: "help",
            fix: None,
            offers: Box::default(),
        }
    }

    /// The diagnostic for a name that is not an adjustable check.
    pub fn unknown_check(name: &str, location: Location) -> Self {
        let adjustable = Code::ALL.iter().filter(|code| code.is_adjustable());
        let names: Vec<&str> = adjustable.map(|code| code.name()).collect();
        Self::new(Code::UnknownCheck, location)
            .with("name", name)
            .with("known", names.join(", "))
            .nearest_name(name, names.iter().copied())
            .offer_nearest()
    }

    /// Adds an argument of the message, in characters that are safe on one line of a terminal.
    pub fn with(mut self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.args.push((name, printable(value.as_ref())));
        self
    }

    /// Selects another of the code's help lines.
    pub fn help(mut self, attribute: &'static str) -> Self {
        self.help = attribute;
        self
    }

    /// Adds the candidate nearest to `written` as `nearest` in the help line, if one is near enough.
    pub fn nearest<'a>(self, written: &str, candidates: impl Iterator<Item = &'a str>) -> Self {
        match nearest(written, candidates) {
            Some(found) => self.with("nearest", found).help("help-nearest"),
            None => self,
        }
    }

    /// Adds the name nearest to `written`, both in any spelling of keys, as `nearest` in the help line, if one is
    /// near enough.
    fn nearest_name<'a>(self, written: &str, names: impl Iterator<Item = &'a str>) -> Self {
        match nearest_by(&fold_key(written), names, fold_key) {
            Some(found) => self.with("nearest", found).help("help-nearest"),
            None => self,
        }
    }

    /// Offers the candidate that [`nearest`](Self::nearest) found in place of what the diagnostic points to.
    fn offer_nearest(self) -> Self {
        let mut args = self.args.iter();
        let near = args.find(|(name, _)| *name == "nearest");
        match near.map(|(_, near)| near.clone()) {
            Some(near) => self.offer_instead(near),
            None => self,
        }
    }

    pub(crate) fn fluent_args(&self) -> Vec<(&str, Cow<'_, str>)> {
        self.args
            .iter()
            .map(|(name, value)| (*name, Cow::Borrowed(value.as_str())))
            .collect()
    }

    /// The order in which diagnostics are shown: file, then position, then name.
    fn sort_key(&self) -> (&str, usize, &str) {
        let start = match &self.location {
            Location::Place(place) => place.span.start,
            _ => 0,
        };
        (self.location.path(), start, self.code.name())
    }
}

/// Sorts by file and line, and removes exact duplicates.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| {
        a.sort_key()
            .cmp(&b.sort_key())
            .then_with(|| a.args.cmp(&b.args))
    });
    diagnostics.dedup();
}

/// How many candidates a name is compared with at most: there may be many wrong names and many known ones.
pub(crate) const MOST_COMPARED: usize = 500;

/// The candidate most like `written`, if it is similar enough to be what was meant. Never the same text,
/// since writing it again would change nothing. Looks only at the first `MOST_COMPARED`.
pub fn nearest<'a>(written: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    nearest_in_form(written, candidates.map(|candidate| (candidate, candidate)))
}

/// Whether a text differs from another by one letter: missing, added, changed, or swapped with its neighbour.
pub(crate) fn is_slip_of_the_pen(written: &str, meant: &str) -> bool {
    const SHORTEST: usize = 4;
    written.chars().count() >= SHORTEST && strsim::osa_distance(written, meant) <= 1
}

/// As `nearest`, for candidates that are compared in another form than the one shown.
pub(crate) fn nearest_by<'a>(
    written: &str,
    candidates: impl Iterator<Item = &'a str>,
    form: impl Fn(&str) -> String,
) -> Option<&'a str> {
    nearest_in_form(
        written,
        candidates.map(|candidate| (candidate, form(candidate))),
    )
}

/// As `nearest_by`, for candidates that come with the form in which they are compared.
pub(crate) fn nearest_in_form<'a>(
    written: &str,
    candidates: impl Iterator<Item = (&'a str, impl AsRef<str>)>,
) -> Option<&'a str> {
    // Jaro–Winkler above 0.8 accepts transpositions and a missing letter, and rejects unrelated words.
    const LIKE_ENOUGH: f64 = 0.8;
    // `F10` is not a slip for `F100`, nor `R54905` for `R51495`: a wrong number leads to something else.
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let number = digits(written);
    let is_same_number = |candidate: &str| {
        number.is_empty() || {
            let other = digits(candidate);
            other.is_empty() || number == other
        }
    };
    candidates
        .take(MOST_COMPARED)
        .filter(|(candidate, _)| *candidate != written && is_same_number(candidate))
        .map(|(candidate, form)| (strsim::jaro_winkler(written, form.as_ref()), candidate))
        .filter(|(likeness, _)| *likeness > LIKE_ENOUGH)
        .max_by(|(a, first), (b, second)| a.total_cmp(b).then_with(|| second.cmp(first)))
        .map(|(_, candidate)| candidate)
}

/// A text on one line, without characters that could control a terminal: a tab becomes ⇥, a line end a space,
/// other control characters �. Cut after 200 characters.
pub fn printable(text: &str) -> String {
    const LONGEST: usize = 200;
    let mut shown: String = text
        .chars()
        .take(LONGEST)
        .map(|c| match c {
            '\t' => '⇥',
            '\n' => ' ',
            c if c.is_control() => '\u{fffd}',
            c => c,
        })
        .collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}
