//! The words of each output of a site, and those that one lacks.

use std::collections::BTreeSet;
use std::io::Read as _;
use std::sync::OnceLock;

use guichet::bundle::{Book, write_book};
use guichet::checks::{self, Scope};
use guichet::diagnostics::{Code, Diagnostic, Location};
use guichet::images::Studio;
use guichet::model::values::Date;
use guichet::outputs::sheet::prepare;
use guichet::outputs::{Content, Renderer};
use guichet::press::FontCoverage;
use guichet::project::Project;
use guichet::site::{Extent, PageOrder, Site};
use scraper::{Html, Selector};

use crate::site::TestSite;
use crate::texts::{set, words};

pub const WHOLE: Extent = Extent::on(Date::ZERO).with_drafts(true).with_texts(true);

pub fn render(site: &Site, wanted: &str) -> String {
    let (path, output) = site
        .outputs()
        .find(|(path, _)| path.as_str() == wanted)
        .unwrap();
    match Renderer::new(site).render(path, output) {
        Ok(Content::Bytes(bytes)) => String::from_utf8(bytes).unwrap(),
        _ => panic!("{wanted}"),
    }
}

/// What a page says: its text, and that of its images.
fn page_words(html: &str) -> BTreeSet<String> {
    let html = Html::parse_document(html);
    let main = html
        .select(&Selector::parse("main").unwrap())
        .next()
        .unwrap();
    let mut text: String = main.text().collect::<Vec<_>>().join("\n");
    for image in html.select(&Selector::parse("main img").unwrap()) {
        text.push_str(image.value().attr("alt").unwrap_or_default());
    }
    set(&text)
}

fn book_words(site: &Site, folder: &std::path::Path) -> BTreeSet<String> {
    let language = site.config.default_language();
    let out = folder.join("livre.epub");
    write_book(&Book::of(site, language, "").unwrap(), &out).unwrap();
    let mut book = zip::ZipArchive::new(std::fs::File::open(&out).unwrap()).unwrap();
    let mut text = String::new();
    for at in 0..book.len() {
        let mut file = book.by_index(at).unwrap();
        if file.name().unwrap().ends_with(".xhtml") {
            file.read_to_string(&mut text).unwrap();
        }
    }
    set(&text)
}

fn coverage(site: &Site) -> &'static FontCoverage {
    static COVERAGE: OnceLock<FontCoverage> = OnceLock::new();
    COVERAGE.get_or_init(|| FontCoverage::of(&site.theme.plates))
}

/// The words of a text that are no text for readers: addresses, comments, names of languages of code.
fn unsaid(text: &str, destinations: &[String]) -> BTreeSet<String> {
    let mut unsaid: BTreeSet<String> = destinations.iter().flat_map(|link| set(link)).collect();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("<!--") {
        // One without an end hides all that follows, which is reported.
        let Some(end) = after.find("-->") else { break };
        unsaid.extend(set(&after[..end]));
        rest = &after[end..];
    }
    for line in text.lines().filter(|line| line.contains("```")) {
        unsaid.extend(set(line));
    }
    unsaid
}

/// Whether a diagnostic says that text is taken away, or not read.
fn tells(code: Code) -> bool {
    matches!(
        code,
        Code::Footnote
            | Code::HiddenText
            | Code::RawHtml
            | Code::UnreadMark
            | Code::UnreadLink
            | Code::MissingImage
            | Code::TooDeep
    )
}

fn told(found: &[Diagnostic], file: &str, at: usize) -> bool {
    found
        .iter()
        .filter(|diagnostic| tells(diagnostic.code))
        .any(|diagnostic| match &diagnostic.location {
            Location::Place(place) if place.file.path == file => {
                // What is hidden is all that follows.
                place.span.contains(&at)
                    || diagnostic.code == Code::HiddenText && at >= place.span.start
            }
            _ => false,
        })
}

/// Each word of the texts that one of the outputs lacks.
pub fn lost(texts: &[String]) -> Vec<String> {
    let front = "---\ntitre: Essai\nfiches: [a4]\n---\n";
    let pages: Vec<(String, String)> = texts
        .iter()
        .enumerate()
        .map(|(number, text)| (format!("content/p{number}.md"), format!("{front}{text}")))
        .collect();
    let mut files: Vec<(&str, &str)> = pages
        .iter()
        .map(|(path, text)| (&**path, &**text))
        .collect();
    files.push(("guichet.yaml", "titre: Essai\ntextes: oui\n"));
    files.push(("content/x.md", "---\ntitre: X\n---\n\nX.\n"));
    let folder = TestSite::new(&files);
    let (site, mut found) = Project::read(&folder.path("")).site(WHOLE);
    found.extend(checks::check(&site, Scope::All));
    let book = book_words(&site, &folder.path(""));
    let mut lost = Vec::new();
    for (number, (path, text)) in pages.iter().enumerate() {
        let (_, page) = site
            .pages_with_id()
            .find(|(_, page)| page.document.file.path == *path)
            .unwrap();
        let facts = &page.document.facts;
        let destinations = facts.links.iter().map(|link| link.destination.clone());
        let destinations =
            destinations.chain(facts.images.iter().map(|image| image.destination.clone()));
        let unsaid = unsaid(text, &destinations.collect::<Vec<_>>());
        let address = format!("p{number}");
        let sheet = site.sheets().find(|sheet| {
            let printed = site.sheet_path(*sheet);
            sheet.order == PageOrder::Reading
                && printed.is_some_and(|printed| {
                    printed.as_str().contains(&format!("{address}."))
                        || printed.as_str().contains(&format!("{address}-"))
                })
        });
        let data = sheet.map(|sheet| {
            prepare(&site, sheet, coverage(&site), &Studio::default())
                .job
                .data
        });
        // Where long words may be parted is no part of them.
        let data = data.map(|data| String::from_utf8_lossy(&data).replace('\u{200b}', ""));
        let outputs = [
            (
                "page",
                page_words(&render(&site, &format!("{address}.html"))),
            ),
            ("text", set(&render(&site, &format!("{address}.txt")))),
            ("sheet", set(&data.unwrap_or_default())),
            ("book", book.clone()),
        ];
        for (word, at) in words(text) {
            let lacks = outputs
                .iter()
                .filter(|(_, words)| !words.contains(&word))
                .map(|(name, _)| *name);
            let lacks: Vec<&str> = lacks.collect();
            if !lacks.is_empty() && !unsaid.contains(&word) && !told(&found, path, at) {
                lost.push(format!("{word}: {lacks:?} of {:?}", &text[front.len()..]));
            }
        }
    }
    lost
}
