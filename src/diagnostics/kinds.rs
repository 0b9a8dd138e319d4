//! Selects the diagnostics that a person reads: grouped by name, the most severe last, each group by its
//! first places.

use std::collections::BTreeSet;

use super::{Code, Diagnostic, Severity};

/// How many diagnostics of a kind are shown in full, if not all are.
pub const WHOLE: usize = 3;

/// How many further errors of a kind get one line each.
pub const LINES: usize = 20;

/// Up to this many diagnostics are listed by file and line, because groups would separate what belongs
/// together.
const FEW: usize = 30;

/// Which diagnostics to show.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Reach {
    /// All if they are few, otherwise the first of each kind.
    #[default]
    Few,
    /// All of them.
    All,
    /// All of these kinds, and no others.
    Rules(Vec<Code>),
}

impl Reach {
    /// Whether diagnostics of this name are shown at all.
    pub fn holds(&self, code: Code) -> bool {
        match self {
            Self::Rules(rules) => rules.contains(&code),
            Self::Few | Self::All => true,
        }
    }
}

/// The diagnostics of one name and severity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiagnosticKind<'d> {
    /// Their severity.
    pub severity: Severity,
    /// Their name; `None` for a group that is small enough to mix names.
    pub code: Option<Code>,
    /// Each of them, by file and line.
    pub found: Vec<&'d Diagnostic>,
    /// How many of them are shown in full.
    pub whole: usize,
    /// How many of the others get one line each.
    pub lines: usize,
    /// Whether a person reads one message for all that are shown, with the place of each.
    pub brief: bool,
}

impl DiagnosticKind<'_> {
    /// How many are only counted.
    pub fn rest(&self) -> usize {
        self.found.len() - self.whole - self.lines
    }

    /// In how many files the ones that are only counted occur.
    pub fn files_of_rest(&self) -> usize {
        let rest = &self.found[self.whole + self.lines..];
        let paths: BTreeSet<&str> = rest.iter().map(|found| found.location.path()).collect();
        paths.len()
    }
}

/// The diagnostics in reading order: warnings, then errors, next to the prompt; within each, by the stage of
/// the pipeline that found them, so that causes precede their consequences.
pub fn kinds<'d>(found: &[(Severity, &'d Diagnostic)], reach: &Reach) -> Vec<DiagnosticKind<'d>> {
    let found = found
        .iter()
        .filter(|(_, diagnostic)| reach.holds(diagnostic.code));
    let mut sorted: Vec<(Severity, &Diagnostic)> = found.copied().collect();
    let all = *reach != Reach::Few;
    if sorted.len() <= FEW {
        sorted.sort_by_key(|(severity, _)| *severity);
        return cut(&sorted, |_| None, true);
    }
    sorted.sort_by_key(|(severity, diagnostic)| (*severity, diagnostic.code));
    cut(&sorted, |diagnostic| Some(diagnostic.code), all)
}

/// Groups neighbours with the same severity and name.
fn cut<'d>(
    sorted: &[(Severity, &'d Diagnostic)],
    name: impl Fn(&Diagnostic) -> Option<Code>,
    all: bool,
) -> Vec<DiagnosticKind<'d>> {
    let groups =
        sorted.chunk_by(|(severity, a), (other, b)| severity == other && name(a) == name(b));
    groups
        .filter_map(|group| {
            let (severity, first) = group.first()?;
            let count = group.len();
            let whole = if all { count } else { count.min(WHOLE) };
            // Each error is something to do; warnings of one kind repeat themselves.
            let lines = match severity {
                Severity::Error => (count - whole).min(LINES),
                Severity::Warning | Severity::Off => 0,
            };
            Some(DiagnosticKind {
                severity: *severity,
                code: name(first),
                found: group.iter().map(|(_, diagnostic)| *diagnostic).collect(),
                whole,
                lines,
                // Of many warnings, a person reads what they are about; one rule after the other can be asked for.
                brief: !all && name(first).is_some() && *severity == Severity::Warning,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Location;

    fn many(code: Code, count: usize) -> Vec<Diagnostic> {
        let file = |number: usize| Location::File(format!("{:04}.md", number / 2));
        (0..count)
            .map(|number| Diagnostic::new(code, file(number)))
            .collect()
    }

    #[test]
    fn thousands_become_a_few_with_the_most_severe_last() {
        let dates = many(Code::BadDate, 30);
        let links = many(Code::DeadLink, 1);
        let stale = many(Code::Stale, 5000);
        let mut found: Vec<(Severity, &Diagnostic)> = Vec::new();
        found.extend(dates.iter().map(|one| (Severity::Error, one)));
        found.extend(stale.iter().map(|one| (Severity::Warning, one)));
        found.extend(links.iter().map(|one| (Severity::Error, one)));
        let shown = |reach: &Reach| -> Vec<(Option<Code>, usize, usize, usize)> {
            let kinds = kinds(&found, reach);
            let sizes =
                |kind: &DiagnosticKind<'_>| (kind.code, kind.whole, kind.lines, kind.rest());
            kinds.iter().map(sizes).collect()
        };
        let few = [
            (Some(Code::Stale), 3, 0, 4997),
            (Some(Code::BadDate), 3, 20, 7),
            (Some(Code::DeadLink), 1, 0, 0),
        ];
        assert_eq!(shown(&Reach::Few), few);
        assert_eq!(shown(&Reach::All)[0], (Some(Code::Stale), 5000, 0, 0));
        let one = Reach::Rules(vec![Code::DeadLink]);
        assert_eq!(shown(&one), [(None, 1, 0, 0)]);
        assert_eq!(kinds(&found, &Reach::Few)[0].files_of_rest(), 2499);
    }
}
