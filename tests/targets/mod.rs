//! One function for each parser of foreign input: it takes any bytes and asserts what must always hold.
//!
//! `tests/found.rs` calls them with the inputs below `tests/found`, and a fuzzer may with any others.
#![allow(dead_code, clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use guichet::checks::{self, Scope};
use guichet::diagnostics::TextFile;
use guichet::document::Document;
use guichet::images::{self, ImageOrder, Purpose, Recipe, Studio};
use guichet::import::{
    self, Before, annuaire, generators, inclusion, service_public, wordpress, xml,
};
use guichet::language::Language;
use guichet::letters;
use guichet::model::ImageStyle;
use guichet::model::config::Config;
use guichet::model::hours::words;
use guichet::model::values::{Hours, Phone};
use guichet::outputs::{Content, Renderer};
use guichet::site::{Extent, Output, Site, SiteParts};
use guichet::theme::{Theme, ThemeChoice};
use tempfile::TempDir;

/// A parser's name and its function.
pub type Target = (&'static str, fn(&[u8]));

/// All of them.
pub const ALL: &[Target] = &[
    ("front_matter", front_matter),
    ("text", text),
    ("hours", hours),
    ("telephones", telephones),
    ("xml", xml),
    ("guide_indexes", guide_indexes),
    ("directory", directory),
    ("inclusion", inclusion),
    ("wxr", wxr),
    ("toml", toml),
    ("pasted", pasted),
    ("svg", svg),
    ("image", image),
    ("query", query),
];

fn string(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace('\0', " ")
}

/// A site of one document: read, checked, rendered as a page and as plain text. Paths and texts.
fn site_of(key: &str, source: String) -> Vec<(String, String)> {
    static THEME: OnceLock<Arc<Theme>> = OnceLock::new();
    let languages = [Language::french()];
    let theme = THEME.get_or_init(|| {
        let (theme, _) = Theme::load(
            Path::new("/nowhere"),
            &ThemeChoice::in_languages(&[Language::french()]),
        );
        Arc::new(theme)
    });
    let file = Arc::new(TextFile::new(format!("content/{key}"), source));
    let (document, _) = Document::parse(key, file, &languages);
    let parts = SiteParts {
        config: Arc::new(Config::default()),
        theme: Arc::clone(theme),
        documents: vec![Arc::new(document)],
        files: Default::default(),
        glossaries: Default::default(),
        written: Vec::new(),
        records: Arc::default(),
        unread: Default::default(),
        extent: Extent::default()
            .with_drafts(true)
            .with_sheets(false)
            .with_texts(true),
    };
    let (site, _) = Site::assemble(parts);
    checks::judge(&site, checks::check(&site, Scope::All));
    let renderer = Renderer::new(&site);
    let shown = site.outputs().filter(|(_, output)| {
        matches!(
            output,
            Output::Page(_) | Output::Text(_) | Output::Messages(_)
        )
    });
    shown
        .map(|(path, output)| match renderer.render(path, output) {
            Ok(Content::Bytes(bytes)) => (path.to_string(), String::from_utf8(bytes).unwrap()),
            other => panic!("{path}: {other:?}"),
        })
        .collect()
}

/// The page is whole around any content, and nothing in it runs.
fn is_sound(written: &[(String, String)]) {
    let pages = written.iter().filter(|(path, _)| path.ends_with(".html"));
    for (_, page) in pages {
        assert_eq!(page.matches("</main>").count(), 1, "{page}");
        assert!(!page.contains("<script src"), "{page}");
        assert!(!page.contains("javascript:alert"), "{page}");
    }
}

/// The head of a guide.
pub fn front_matter(bytes: &[u8]) {
    let source = format!("---\n{}\n---\n\nUn texte.\n", string(bytes));
    is_sound(&site_of("guides/a.md", source));
}

/// Markdown, to its page, its tree and its plain text.
pub fn text(bytes: &[u8]) {
    is_sound(&site_of("a.md", string(bytes)));
}

/// Opening hours: what is understood of words is read again as the same, and what is not is said.
pub fn hours(bytes: &[u8]) {
    let text = string(bytes);
    match Hours::read(&text) {
        Ok(hours) if hours.timetable.is_some() => {
            let again = Hours::read(&hours.written).map(|again| again.timetable);
            assert_eq!(again, Ok(hours.timetable), "{text:?} is {}", hours.written);
        }
        Ok(_) => {}
        Err(unread) => {
            assert!(!unread.to_string().is_empty());
            let part = words::unread_part(&text);
            assert!(part.is_none_or(|part| text.contains(part)), "{part:?}");
        }
    }
    // A string of JSON is one of YAML.
    let hours = serde_json::to_string(&string(bytes)).unwrap();
    let source = format!("---\ntitre: A\ntype: mairie\nhoraires: {hours}\n---\n");
    is_sound(&site_of("organizations/a.md", source));
}

/// Telephone numbers: alone, and in a text.
pub fn telephones(bytes: &[u8]) {
    let text = string(bytes);
    if let Some(phone) = Phone::parse(&text) {
        let link = phone.link();
        let number = link.strip_prefix("tel:").unwrap();
        assert!(
            number.bytes().all(|b| b.is_ascii_digit() || b == b'+'),
            "{link}"
        );
        assert_eq!(
            Phone::parse(&phone.printed()).map(|phone| phone.link()),
            Some(link)
        );
    }
    is_sound(&site_of("a.md", format!("Appelez le {text}.\n")));
}

/// XML, and the official guide's.
pub fn xml(bytes: &[u8]) {
    let text = string(bytes);
    if let Ok(root) = xml::parse(&text) {
        root.text();
        assert!(root.descendants().all(|element| element.at <= text.len()));
    }
    let folder = folder_with("F1.xml", text.as_bytes());
    service_public::import(folder.path(), &Before::default()).unwrap();
}

/// The files beside the fiches of the official guide, which say their order and what replaced them.
pub fn guide_indexes(bytes: &[u8]) {
    let text = string(bytes);
    let fiche = "<Publication ID=\"F1\" type=\"Fiche\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>T</dc:title><FilDAriane>\
                 <Niveau ID=\"Particuliers\">A</Niveau></FilDAriane><Texte><Paragraphe>Un <LienInterne LienPublication=\"F2\">lien</LienInterne>.\
                 </Paragraphe></Texte></Publication>";
    let folder = folder_with("F1.xml", fiche.as_bytes());
    for name in [
        "redirections",
        "arborescence",
        "menu",
        "idxDateModifImp",
        "autre",
    ] {
        fs::write(folder.path().join(format!("{name}.xml")), &text).unwrap();
    }
    let import = service_public::import(folder.path(), &Before::default()).unwrap();
    assert!(import.files.keys().all(|path| is_inside(path)));
    assert!(import.files.keys().any(|path| path.ends_with("/F1.md")));
}

/// The national directory, in whatever it is packed; of an office that serves the commune, the page.
pub fn directory(bytes: &[u8]) {
    let folder = folder_with("source", bytes);
    let mut before = Before::default();
    before.choices.insert("commune", vec!["35360".to_owned()]);
    let import = annuaire::import(&folder.path().join("source"), &before).unwrap();
    assert!(import.files.keys().all(|path| is_inside(path)));
    for (path, content) in import.files {
        if path.ends_with(".md") {
            is_sound(&site_of("organizations/a.md", string(content.bytes())));
        }
    }
}

/// Structures and services of data·inclusion, in whatever they are packed; of those of the commune, the pages.
pub fn inclusion(bytes: &[u8]) {
    let folder = folder_with("source", bytes);
    let mut before = Before::default();
    before.choices.insert("commune", vec!["35360".to_owned()]);
    let import = inclusion::import(&folder.path().join("source"), &before).unwrap();
    assert!(import.files.keys().all(|path| is_inside(path)));
    for (path, content) in import.files {
        let key = match path.starts_with("content/guides/") {
            true => "guides/a.md",
            false => "organizations/a.md",
        };
        if path.ends_with(".md") {
            is_sound(&site_of(key, string(content.bytes())));
        }
    }
}

/// The export of a WordPress site; text that is not one becomes the content of its only post.
pub fn wxr(bytes: &[u8]) {
    let text = string(bytes);
    let whole = match text.starts_with("<rss") {
        true => text,
        false => format!(
            "<rss><channel><link>https://s.example</link><item><title>A</title><link>https://s.example/a</link><wp:post_type>post</wp:post_type>\
             <wp:status>publish</wp:status><content:encoded><![CDATA[{}]]></content:encoded></item></channel></rss>",
            text.replace("]]>", "")
        ),
    };
    let folder = folder_with("a.xml", whole.as_bytes());
    let import = wordpress::import(folder.path(), &Before::default()).unwrap();
    assert!(import.files.keys().all(|path| is_inside(path)));
}

/// The head of a page of another generator, in TOML.
pub fn toml(bytes: &[u8]) {
    let text = format!("+++\n{}\n+++\n\nUn texte.\n", string(bytes));
    let folder = folder_with("content/a.md", text.as_bytes());
    let import = generators::hugo(folder.path(), &Before::default()).unwrap();
    assert!(import.files.keys().all(|path| is_inside(path)));
}

/// HTML of the clipboard; of the Markdown, the page.
pub fn pasted(bytes: &[u8]) {
    is_sound(&site_of("a.md", import::pasted(&string(bytes))));
}

/// A drawing in vectors: what is published of it is still one, and has nothing unsafe.
pub fn svg(bytes: &[u8]) {
    let text = string(bytes);
    let _ = images::vector_head(&text);
    images::unsafe_parts(&text);
    made(text.as_bytes(), "svg");
}

/// An image in pixels, under any name.
pub fn image(bytes: &[u8]) {
    for ending in ["png", "jpg", "gif", "webp"] {
        made(bytes, ending);
    }
}

/// Words, as the search compares them.
pub fn query(bytes: &[u8]) {
    let text = string(bytes);
    let mut words = 0;
    letters::LetterReader::default().words(&text, |word, spelled| {
        words += 1;
        assert!(!word.contains(char::is_whitespace), "{word:?}");
        assert!(!spelled.is_empty(), "{word:?}");
    });
    assert!(words <= 2 * text.len());
    letters::sort_key(&text);
}

/// What is made of an image, if anything.
fn made(bytes: &[u8], ending: &str) {
    let name = format!("a.{ending}");
    let folder = folder_with(&name, bytes);
    let location = folder.path().join(&name);
    let head = match ending {
        "svg" => images::vector_head(&string(bytes)),
        _ => images::head(&location, ending),
    };
    let Ok(head) = head else { return };
    // A larger one takes longer and adds no case.
    if head
        .pixels
        .is_some_and(|(width, height)| u64::from(width) * u64::from(height) > 1 << 20)
    {
        return;
    }
    let order = ImageOrder {
        location,
        size: bytes.len() as u64,
        modified: None,
        recipe: Recipe::new(
            head.kind,
            ImageStyle::default(),
            Purpose::Page,
            480,
            9000,
            guichet::model::Colour::default(),
        ),
    };
    if let Ok(made) = Studio::default().make(&order) {
        assert!(!made.fallback.is_empty());
        if ending == "svg" {
            let clean = String::from_utf8(made.fallback.to_vec()).unwrap();
            assert_eq!(images::unsafe_parts(&clean), [], "{clean}");
        }
    }
}

fn is_inside(path: &str) -> bool {
    let sound = |part: &str| !part.is_empty() && part != ".." && part != ".";
    path.split('/').all(sound)
}

fn folder_with(name: &str, bytes: &[u8]) -> TempDir {
    // In memory, if the system has a file system for that.
    let memory = PathBuf::from("/dev/shm");
    let folder = match memory.is_dir() {
        true => tempfile::tempdir_in(memory),
        false => tempfile::tempdir(),
    };
    let folder = folder.unwrap();
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut file = fs::File::create(path).unwrap();
    file.write_all(bytes).unwrap();
    folder
}
