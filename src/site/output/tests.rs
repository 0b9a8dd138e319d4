//! Each kind of file that a site can have is the output of a case in `tests/suite`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::super::Extent;
use super::Output;
use crate::model::values::Date;
use crate::project::Project;

/// A new variant does not compile until it is in this list, and then the test asks for its case.
macro_rules! variants {
    ($($Variant:ident)*) => {
        const VARIANTS: &[&str] = &[$(stringify!($Variant)),*];

        fn variant(output: &Output) -> &'static str {
            match output {
                $(Output::$Variant { .. } => stringify!($Variant),)*
            }
        }
    };
}

variants! {
    Page Text Messages Untranslated Redirect Home Section Group Search SearchFile Glossary Legal Accessibility NotFound
    SiteFeed SectionFeed GroupFeed Sitemap Robots Sheet SheetArchive SheetList SheetShelf Editions EditionAnswers
    Coverage CoverageData Data Headers File Image
}

/// The files that the cases compare, by the kind of output that each is.
fn compared() -> BTreeMap<&'static str, Vec<String>> {
    let suite = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite");
    let mut compared: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for case in fs::read_dir(suite).unwrap() {
        let folder = case.unwrap().path();
        let expected = folder.join("expected/public");
        if !expected.is_dir() {
            continue;
        }
        let name = folder.file_name().unwrap().to_str().unwrap();
        let (site, _) = Project::read(&folder).site(Extent {
            drafts: true,
            // What `tests/README.md` says of the names of cases.
            sheets: name.starts_with("sheet"),
            texts: true,
            // Cases are built on that day.
            day: Date::parse("2026-11-25").unwrap(),
        });
        for (path, output) in site.outputs() {
            let text = fs::read_to_string(expected.join(path.as_str()));
            if text.is_ok_and(|text| text != "(not published)\n") {
                let paths = compared.entry(variant(output)).or_default();
                paths.push(format!("{name}/expected/public/{path}"));
            }
        }
    }
    compared
}

#[test]
fn each_output_has_a_case_that_compares_it() {
    let compared = compared();
    let missing = VARIANTS.iter().filter(|name| !compared.contains_key(*name));
    let missing: Vec<String> = missing.map(|name| format!("Output::{name}")).collect();
    assert!(
        missing.is_empty(),
        "No case of tests/suite compares, below expected/public/:\n{}",
        missing.join("\n")
    );
}
