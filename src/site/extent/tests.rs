//! What a site publishes more or less of.

use super::*;
use crate::site::tests::site_of;

/// The endings of a small site's files that depend on the extent.
fn published(extent: Extent) -> Vec<String> {
    let site = site_of(
        &[
            ("guichet.yaml", "titre: Essai\nfiches: { guide: [a4] }\n"),
            ("content/guides/a.md", "---\ntitre: A\n---\nUn mot.\n"),
            (
                "content/guides/b.md",
                "---\ntitre: B\nbrouillon: oui\n---\nUn mot.\n",
            ),
        ],
        extent,
    );
    let ending = |path: &str| {
        let name = path.strip_prefix("guides/")?;
        let (name, ending) = name.rsplit_once('.')?;
        let is_page = name.starts_with(['a', 'b']);
        is_page.then(|| format!("{}.{ending}", &name[..1]))
    };
    let paths = site.outputs().filter_map(|(path, _)| ending(path.as_str()));
    let mut paths: Vec<String> = paths.collect();
    paths.sort();
    paths
}

#[test]
fn drafts_sheets_and_texts_are_published_if_asked_for() {
    let usual = Extent::on(Date(jiff::civil::date(2026, 11, 25)));
    assert_eq!(published(usual), ["a.html", "a.pdf"]);
    let drafts = published(usual.with_drafts(true));
    assert_eq!(drafts, ["a.html", "a.pdf", "b.html", "b.pdf"]);
    assert_eq!(published(usual.with_sheets(false)), ["a.html"]);
    let texts = published(usual.with_texts(true));
    assert_eq!(texts, ["a.html", "a.pdf", "a.txt"]);
    // What is asked for last counts, and nothing else changes.
    let all = usual.with_drafts(true).with_sheets(false).with_texts(true);
    assert_eq!(published(all), ["a.html", "a.txt", "b.html", "b.txt"]);
    let back = all.with_drafts(false).with_sheets(true).with_texts(false);
    assert_eq!(back, usual);
    assert_eq!(all.day, usual.day);
}

#[test]
fn without_a_day_it_is_no_day() {
    assert_eq!(Extent::default(), Extent::on(Date::ZERO));
    assert_eq!(published(Extent::default()), ["a.html", "a.pdf"]);
}
