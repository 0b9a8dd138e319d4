//! Sites with sheets, and what is set on their pages.

use std::path::{Path, PathBuf};

use guichet::outputs::sheet::prepare;
use guichet::press::{FontCoverage, Job};
use guichet::project::Project;
use guichet::site::{Extent, PageOrder, Sheet, Site};
use guichet_press::Engine;
use guichet_press::typst::layout::{Frame, FrameItem};

use crate::site::TestSite;

pub fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_guichet"))
}

/// The site in a folder, assembled with its sheets.
pub fn assembled(site: &TestSite) -> Site {
    let project = Project::read(&site.path(""));
    let (assembled, found) = project.site(Extent::default());
    assert!(found.is_empty(), "{found:?}");
    assembled
}

/// Every sheet of a site: its path and its job.
pub fn jobs(site: &Site) -> Vec<(String, Sheet, Job)> {
    let coverage = FontCoverage::of(&site.theme.plates);
    site.sheets()
        .filter(|sheet| sheet.order == PageOrder::Reading)
        .map(|sheet| {
            let path = site.sheet_path(sheet).unwrap().to_string();
            let prepared = prepare(site, sheet, &coverage, &guichet::images::Studio::default());
            (path, sheet, prepared.job)
        })
        .collect()
}

/// The text on the pages of a job, in drawing order.
pub fn text_of(engine: &Engine, job: &Job) -> String {
    fn gather(frame: &Frame, out: &mut String) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => gather(&group.frame, out),
                FrameItem::Text(text) => {
                    out.push_str(&text.text);
                    out.push('\n');
                }
                _ => {}
            }
        }
    }
    let document = engine
        .lay_out(job)
        .unwrap_or_else(|error| panic!("{error:?}"));
    let mut out = String::new();
    for page in document.pages() {
        gather(&page.frame, &mut out);
    }
    out
}

/// The letters and digits of a text: line breaks do not matter.
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A small site with a sheet of each format.
pub fn sample() -> Site {
    let site = TestSite::copy_of(
        &Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/sheets/site"),
    );
    assembled(&site)
}

pub fn two_guides() -> TestSite {
    let guide = |title: &str| format!("---\ntitre: {title}\n---\n\nUn texte.\n");
    TestSite::new(&[
        (
            "guichet.yaml",
            "titre: Essai\nfiches: { guide: [a4, large-print] }\n",
        ),
        ("content/guides/un.md", &guide("Un")),
        ("content/guides/deux.md", &guide("Deux")),
    ])
}
