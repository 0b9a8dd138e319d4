//! When a rule runs, and what it looks at.

use super::rendering::{Built, RenderedPage};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::WrittenFile;
use crate::outputs::Renderer;
use crate::site::{PageId, Site};

/// Whether the rule of a code was run at all.
pub(super) type Ran<'f> = &'f dyn Fn(Code) -> bool;

/// When a rule runs, and what it looks at.
#[derive(Clone, Copy)]
pub(super) enum Stage {
    /// Each page of an assembled site; in the preview, the page that is shown.
    Page(fn(&Site, PageId, &mut Vec<Diagnostic>)),
    /// Each file of an assembled site that is not a page: the configuration, a glossary.
    File(fn(&Site, &WrittenFile, &mut Vec<Diagnostic>)),
    /// An assembled site as a whole.
    Site(fn(&Site) -> Vec<Diagnostic>),
    /// A site whose sheets are printed, before anything is rendered.
    Sheets(fn(&Renderer<'_>, &mut Vec<Diagnostic>)),
    /// Each page of the published site, once it is rendered.
    Rendered(fn(&RenderedPage<'_>, &mut Vec<Diagnostic>)),
    /// A site of which everything is rendered.
    Build(fn(&Site, &Built, &mut Vec<Diagnostic>)),
    /// What all other rules have found.
    Found(fn(&Site, &[Diagnostic], Ran<'_>) -> Vec<Diagnostic>),
    /// No function of these: a file that is read (`document`), or a drawing (`images`), says it itself.
    Reading,
    /// No function of these: what takes an address says it, when the outputs are listed (`site/outputs.rs`).
    Listing,
    /// No function of these: a printed sheet says it itself (`outputs/sheet`).
    Printing,
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::RULES;
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::diagnostics::explanations;
    use crate::language::Language;

    /// All that a diagnostic needs besides its line in the table of codes, and does not have.
    #[test]
    fn each_diagnostic_has_all_that_it_needs() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let read = |path: &str| std::fs::read_to_string(root.join(path)).unwrap_or_default();
        let index = read("docs/checks.md");
        // The diagnostics without a case are named there, with the reason.
        let remedies = read("crates/cli/tests/remedies.rs");
        assert!(!index.is_empty() && !remedies.is_empty());
        let languages = [Language::french(), Language::english()];
        let mut missing = Vec::new();
        for code in Code::ALL {
            let name = code.name();
            let mut require = |is_there: bool, what: String| {
                if !is_there {
                    missing.push(format!("{name}: {what}"));
                }
            };
            for language in languages {
                let source = read(&format!("src/messages/{language}.ftl"));
                let (words, _) = Catalogue::new(language, &[&source]);
                for key in [name.to_owned(), format!("{name}.help")] {
                    let is_there = words.find(&key, &[]).is_some();
                    require(is_there, format!("`{key}` in src/messages/{language}.ftl"));
                }
            }
            let has_case = root.join("tests/remedies").join(name).is_dir()
                || remedies.contains(&format!("Code::{code:?},"));
            require(has_case, format!("a case tests/remedies/{name}"));
            if !code.is_adjustable() {
                continue;
            }
            for language in languages {
                let page = explanations::page(*code, language);
                let is_there = page.starts_with(&format!("# {name}\n"));
                require(is_there, format!("a page docs/rules/{language}/{name}.md"));
            }
            let entry = format!("](rules/en/{name}.md)");
            require(
                index.contains(&entry),
                "a line in docs/checks.md".to_owned(),
            );
            require(
                RULES.iter().any(|(codes, _)| codes.contains(code)),
                "a line in the list of src/checks/mod.rs".to_owned(),
            );
        }
        assert!(missing.is_empty(), "missing:\n{}", missing.join("\n"));
    }

    /// What advises runs only for the writer: a rule is advice as a whole, or not at all.
    #[test]
    fn no_rule_is_advice_in_part() {
        for (codes, _) in RULES {
            let advice = codes.iter().filter(|code| code.is_advice()).count();
            assert!(advice == 0 || advice == codes.len(), "{codes:?}");
        }
    }
}
