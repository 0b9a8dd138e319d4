//! What small sites consist of.

use std::fs;
use std::path::Path;

use super::*;
use crate::images::Purpose;
use crate::model::values::Date;
use crate::project::Project;

/// A site of these files, which prints sheets.
pub(super) fn site(files: &[(&str, &str)]) -> Site {
    let extent = Extent {
        sheets: true,
        texts: true,
        ..Extent::on(Date(jiff::civil::date(2026, 11, 25)))
    };
    site_of(files, extent)
}

/// What of these files is published.
pub(super) fn site_of(files: &[(&str, &str)], extent: Extent) -> Site {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap_or(Path::new(""))).unwrap();
        fs::write(path, text).unwrap();
    }
    Project::read(folder.path()).site(extent).0
}

#[test]
fn a_shelf_holds_sheets() {
    let configuration = "titre: Essai\nfiches: { guide: [a4, tract], article: [] }\n";
    let site = site(&[
        ("guichet.yaml", configuration),
        ("content/guides/a.md", "---\ntitre: A\n---\nUn mot.\n"),
        ("content/articles/b.md", "---\ntitre: B\n---\nUn mot.\n"),
    ]);
    assert_eq!(site.sections.len(), 2);
    let shelves = site.shelves(Language::french());
    let held: Vec<usize> = shelves.iter().map(|shelf| site.sheets_on(*shelf)).collect();
    // A tract is there to read and to print.
    assert_eq!(held, [3]);
    let zips = site
        .outputs()
        .filter(|(path, _)| path.as_str().ends_with(".zip"));
    let zips: Vec<String> = zips.map(|(path, _)| path.to_string()).collect();
    assert_eq!(zips, ["guides/fiches.zip"]);
}

#[test]
fn a_kit_is_opened_in_three_steps() {
    let site = site(&[("guichet.yaml", "titre: Essai\nlangues: [fr, en]\n")]);
    let file = site.kit_path("address-kit", "html");
    assert_eq!(file, "ouvrir.html");
    for (language, words) in [
        (Language::french(), ["Copiez", "Ouvrez", "imprimer"]),
        (Language::english(), ["Copy", "Open", "print"]),
    ] {
        let steps = site.kit_steps(language);
        assert_eq!(steps.len(), 3, "{language}");
        for (step, word) in steps.iter().zip(words) {
            assert!(step.contains(word), "{step}");
        }
        assert!(steps[1].contains(&file), "{}", steps[1]);
    }
}

#[test]
fn a_translation_has_the_texts_of_its_original() {
    let site = site(&[
        ("guichet.yaml", "titre: Essai\nlangues: [fr, en]\n"),
        (
            "content/guides/a.md",
            "---\ntitre: Un acte\nrésumé: À la mairie\n---\nUn mot.\n",
        ),
        (
            "content/guides/a.en.md",
            "---\ntitle: A record\nsummary: À la mairie\n---\nA word.\n",
        ),
        (
            "content/guides/b.en.md",
            "---\ntitle: Alone\n---\nA word.\n",
        ),
    ]);
    let texts = |file: &str| {
        let id = site
            .page_of_file(&format!("content/guides/{file}"))
            .unwrap();
        site.original_texts(&site.page(id).document)
    };
    let (language, said) = texts("a.en.md").unwrap();
    assert_eq!(language, Language::french());
    assert!(said.contains("À la mairie") && !said.contains("A record"));
    assert_eq!(texts("a.md"), None);
    assert_eq!(texts("b.en.md"), None);
}

#[test]
fn a_list_of_pages_has_no_texts_of_sections_and_none_of_other_languages() {
    let site = site(&[
        ("guichet.yaml", "titre: Essai\nlangues: [fr, en]\n"),
        (
            "content/guides/_index.md",
            "---\ntitre: Guides\n---\nUn mot.\n",
        ),
        ("content/guides/a.md", "---\ntitre: Un acte\n---\nUn mot.\n"),
        (
            "content/guides/a.en.md",
            "---\ntitle: A record\n---\nA word.\n",
        ),
    ]);
    let listed = |language| -> Vec<&str> {
        let pages = site.searched_pages(language).into_iter();
        pages
            .map(|id| &*site.page(id).document.common.title)
            .collect()
    };
    assert_eq!(listed(Language::french()), ["Un acte"]);
    assert_eq!(listed(Language::english()), ["A record"]);
}

#[test]
fn one_page_says_that_a_page_and_its_translation_are_in_no_other_language() {
    let site = site(&[
        ("guichet.yaml", "titre: Essai\nlangues: [fr, en, ar]\n"),
        (
            "content/articles/_index.md",
            "---\ntitre: Articles\n---\nUn mot.\n",
        ),
        ("content/guides/b.ar.md", "---\ntitre: شهادة\n---\nكلمة.\n"),
        ("content/guides/a.md", "---\ntitre: Un acte\n---\nUn mot.\n"),
        (
            "content/guides/a.en.md",
            "---\ntitle: A record\nslug: a-record\n---\nA word.\n",
        ),
    ]);
    let says_so = |output: &Output| matches!(output, Output::Untranslated(..));
    let all = site.outputs().filter(|(_, output)| says_so(output));
    let all: Vec<&str> = all.map(|(path, _)| path.as_str()).collect();
    let arabic_a = "ar/guides/a-record.html";
    assert_eq!(all, [arabic_a, "en/guides/b.html", "guides/b.html"]);
    let arabic = Language::parse("ar").unwrap();
    for file in ["content/guides/a.md", "content/guides/a.en.md"] {
        let id = site.page_of_file(file).unwrap();
        let path = site.path_in(id, arabic).unwrap();
        assert_eq!(path.as_str(), arabic_a, "{file}");
    }
}

#[test]
fn a_list_from_a_to_z_of_several_pages_has_one_for_the_form_before_it() {
    let names: Vec<String> = (0..=INDEX_LENGTH)
        .map(|number| format!("content/guides/g{number}.md"))
        .collect();
    let page = "---\ntitre: Un acte\n---\nUn mot.\n";
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), page)).collect();
    for (pages, parts) in [(INDEX_LENGTH, 1), (INDEX_LENGTH + 1, 3)] {
        let site = site(&files[..pages]);
        assert_eq!(site.index_parts(Language::french()), parts, "{pages}");
    }
}

#[test]
fn a_drawing_is_cleaned_unless_its_folder_is_served_as_it_is() {
    let drawing = r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>"#;
    let is_cleaned = |free: &str| {
        let configuration = format!("titre: Essai\nlogo: content/plans/blason.svg\n{free}");
        let site = site(&[
            ("guichet.yaml", &configuration),
            ("content/plans/blason.svg", drawing),
        ]);
        let logo = site.logo().unwrap();
        logo.order(&site, Purpose::Logo).is_some()
    };
    assert!(is_cleaned(""));
    assert!(!is_cleaned("fichiers-libres: [plans]\n"));
}

#[test]
fn sections_are_offered_guides_first() {
    let page = |title: &str| format!("---\ntitre: {title}\n---\nUn mot.\n");
    let files = [
        "content/vie-locale/a.md",
        "content/organizations/b.md",
        "content/articles/c.md",
        "content/guides/papiers/d.md",
        "content/guides/e.md",
        "content/guides/e.en.md",
    ];
    let pages: Vec<(&str, String)> = files.iter().map(|path| (*path, page(path))).collect();
    let mut files: Vec<(&str, &str)> = pages.iter().map(|(p, text)| (*p, &**text)).collect();
    files.push(("guichet.yaml", "titre: Essai\nlangues: [fr, en]\n"));
    let site = site(&files);
    let offered = |language| -> Vec<&str> {
        let sections = site.sections_of(language).into_iter();
        sections.map(|section| &*section.folder).collect()
    };
    assert_eq!(
        offered(Language::french()),
        [
            "guides",
            "guides/papiers",
            "articles",
            "organizations",
            "vie-locale"
        ]
    );
    assert_eq!(offered(Language::english()).first(), Some(&"guides"));
}

#[test]
fn a_link_to_a_file_elsewhere_publishes_none_here() {
    for (link, is_published) in [
        ("/plans/a.pdf", true),
        ("../plans/a.pdf?dl=1#page=2", true),
        ("//plans/a.pdf", false),
        ("https:/plans/a.pdf", false),
        ("#plans/a.pdf", false),
    ] {
        let page = format!("---\ntitre: A\n---\nVoir [le plan]({link}).\n");
        let site = site(&[
            ("content/guides/a.md", &page),
            ("content/plans/a.pdf", "%PDF-1.7"),
        ]);
        assert_eq!(site.unpublished_files().is_empty(), is_published, "{link}");
    }
}
