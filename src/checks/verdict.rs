//! Decides how severe each diagnostic is on a site: its configured severity, and the exceptions of its pages.

use std::collections::{HashMap, HashSet};

use super::stage::Ran;
use crate::diagnostics::{self, Code, Diagnostic, Severity};
use crate::edit::FieldStep;
use crate::model::Exceptions;
use crate::site::Site;

/// Gives each diagnostic its severity on this site, removes those that are off or excepted, and sorts the
/// rest.
pub fn judge(site: &Site, mut found: Vec<Diagnostic>) -> Vec<(Severity, Diagnostic)> {
    let exceptions = exceptions(site);
    diagnostics::sort(&mut found);
    found
        .into_iter()
        .filter(|diagnostic| {
            let page = exceptions.get(diagnostic.location.path());
            page.is_none_or(|page| page.from_rule(diagnostic.code).is_none())
        })
        .map(|diagnostic| (site.config.severity(diagnostic.code), diagnostic))
        .filter(|(severity, _)| *severity != Severity::Off)
        .collect()
}

/// `unused-exception`: an exception that is no longer needed hides the next mistake. `ran` says whether the
/// rule of a code was run at all.
pub(super) fn unused(site: &Site, found: &[Diagnostic], ran: Ran<'_>) -> Vec<Diagnostic> {
    let exceptions = exceptions(site);
    if exceptions.is_empty() {
        return Vec::new();
    }
    let used: HashSet<(&str, Code)> = found
        .iter()
        .map(|diagnostic| (diagnostic.location.path(), diagnostic.code))
        .collect();
    let pages = site.pages.iter().map(|page| &page.document);
    let declared = pages.flat_map(|document| {
        let exceptions = document.common.allow.0.iter();
        exceptions.map(move |exception| (document, exception))
    });
    declared
        .filter(|(document, exception)| {
            let path = document.file.path.as_str();
            ran(exception.code)
                && site.config.severity(exception.code) != Severity::Off
                && !used.contains(&(path, exception.code))
        })
        .map(|(document, exception)| {
            let name = FieldStep::Field(exception.rule.text.clone());
            Diagnostic::new(Code::UnusedException, exception.rule.location.clone())
                .with("name", exception.code.name())
                .offers(document.offer_without("mend-remove-exception", &["allow"], &[name]))
        })
        .collect()
}

/// The pages that declare exceptions, by file.
fn exceptions(site: &Site) -> HashMap<&str, &Exceptions> {
    let documents = site.pages.iter().map(|page| &page.document);
    documents
        .filter(|document| !document.common.allow.0.is_empty())
        .map(|document| (document.file.path.as_str(), &document.common.allow))
        .collect()
}
