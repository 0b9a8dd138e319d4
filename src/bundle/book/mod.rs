//! Makes a section into a book for reading devices: EPUB 3.3 (W3C), from the pages of the site.

mod package;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use package::{PACKAGE, container, contents, document, package};

use super::xhtml::{Places, xhtml};
use super::{Archive, BundleError};
use crate::diagnostics::Diagnostic;
use crate::files::names_image;
use crate::language::Language;
use crate::media_types;
use crate::outputs::{Content, Renderer, main_of_page};
use crate::percent::decode;
use crate::site::{Output, OutputPath, PageId, Section, Site, join, scheme};

/// A possible book: a section with everything below it, or a whole language of the site.
#[derive(Clone, Copy)]
pub struct Book<'s> {
    site: &'s Site,
    language: Language,
    /// The section's folder; empty for the whole site.
    folder: &'s str,
}

/// A page of a book: where the site has it, and its title.
struct BookPage<'s> {
    path: OutputPath,
    output: Output,
    title: &'s str,
}

/// A chapter: its file in the book, its title, its text.
struct Chapter {
    file: String,
    title: String,
    text: String,
}

impl<'s> Book<'s> {
    /// The book of a folder; `None` if it has no page in this language.
    pub fn of(site: &'s Site, language: Language, folder: &'s str) -> Option<Self> {
        let book = Self {
            site,
            language,
            folder: folder.trim_matches('/'),
        };
        (!book.pages().is_empty()).then_some(book)
    }

    /// The pages in the order of the site: section by section, each in its own order after its introduction;
    /// then those outside any section.
    fn pages(&self) -> Vec<BookPage<'s>> {
        let page = |id: &PageId| {
            let page = self.site.page(*id);
            BookPage {
                path: page.path.clone(),
                output: Output::Page(*id),
                title: &page.document.common.title,
            }
        };
        let is_below = |section: &&Section| {
            let rest = section.folder.strip_prefix(self.folder);
            self.folder.is_empty()
                || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let mut pages = Vec::new();
        for section in self
            .site
            .sections_of(self.language)
            .iter()
            .filter(|s| is_below(s))
        {
            let index = section.index.map(|id| &self.site.page(id).document);
            if index.is_some_and(|index| !index.text().trim().is_empty()) {
                let path = section.part_path(0);
                if let Some(output) = self.site.output(&path) {
                    pages.push(BookPage {
                        path,
                        output: output.clone(),
                        title: &section.title,
                    });
                }
            }
            pages.extend(section.pages.iter().map(page));
        }
        if self.folder.is_empty() {
            pages.extend(
                self.site
                    .pages_outside_sections(self.language)
                    .iter()
                    .map(page),
            );
        }
        pages
    }

    /// The number of pages.
    pub fn length(&self) -> usize {
        self.pages().len()
    }

    fn title(&self) -> String {
        let mut sections = self.site.sections.iter();
        let section = sections
            .find(|section| section.language == self.language && section.folder == self.folder);
        let site = self.site.config.title.get(self.language);
        section.map_or_else(
            || site.to_owned(),
            |section| format!("{} – {site}", section.title),
        )
    }

    /// The identifier of the book across its editions: its address, as a UUID (version 8 of RFC 9562, from
    /// its BLAKE3 hash).
    fn identifier(&self) -> String {
        let name = format!(
            "{}{}/{}",
            self.site.config.absolute("").unwrap_or_default(),
            self.language,
            self.folder
        );
        let mut bytes = *blake3::hash(name.as_bytes()).as_bytes();
        bytes[6] = bytes[6] & 0x0f | 0x80;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        let hex: String = bytes[..16]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        format!(
            "urn:uuid:{}-{}-{}-{}-{}",
            &hex[..8],
            &hex[8..12],
            &hex[12..16],
            &hex[16..20],
            &hex[20..]
        )
    }

    /// The latest date on which one of its pages was written or reviewed.
    fn modified(&self) -> String {
        let pages = self.pages();
        let days = pages.iter().filter_map(|page| {
            let common = &self.site.page(page.output.page()?).document.common;
            common.reviewed_on().max(common.date)
        });
        let day = days
            .max()
            .map_or_else(|| "1970-01-01".to_owned(), |day| day.to_string());
        format!("{day}T00:00:00Z")
    }
}

/// Writes a book to `out`.
///
/// # Errors
///
/// If the file system refuses, or a template of the theme has a mistake.
pub fn write(book: &Book<'_>, out: &Path) -> Result<(), BundleError> {
    let renderer = Renderer::new(book.site);
    let pages = book.pages();
    let files: BTreeMap<&OutputPath, String> = pages
        .iter()
        .enumerate()
        .map(|(at, page)| (&page.path, format!("p{}.xhtml", at + 1)))
        .collect();
    let mut images = Images::default();
    let mut chapters = Vec::new();
    for page in &pages {
        let chapter = chapter(book, &renderer, page, &files, &mut images);
        chapters.push(chapter?);
    }
    let mut archive = Archive::create(out)?;
    // The first file identifies the archive, and is not compressed (OCF, 4.2).
    archive.store("mimetype", media_types::of(".epub").as_bytes())?;
    archive.add("META-INF/container.xml", container().as_bytes())?;
    archive.add(PACKAGE, package(book, &chapters, &images).as_bytes())?;
    archive.add("book/contents.xhtml", contents(book, &chapters).as_bytes())?;
    let style = book
        .site
        .theme
        .file("book.css")
        .map_or("", |file| &file.text);
    archive.add("book/style.css", style.as_bytes())?;
    for chapter in &chapters {
        let page = document(book, &chapter.title, |body| {
            body.markup(&chapter.text);
        });
        archive.add(&format!("book/{}", chapter.file), page.as_bytes())?;
    }
    for (name, path) in images.named() {
        archive.add(&format!("book/{name}"), &image(&renderer, path)?)?;
    }
    archive.finish()
}

/// The bytes of an image, as the site publishes it.
fn image(renderer: &Renderer<'_>, path: &OutputPath) -> Result<Arc<[u8]>, BundleError> {
    let missing = || BundleError::Missing(path.to_string());
    let output = renderer.site().output(path).ok_or_else(missing)?;
    match renderer.render(path, output)? {
        Content::Bytes(bytes) => Ok(bytes.into()),
        Content::Shared(bytes) => Ok(bytes),
        Content::File(file) => {
            let bytes = std::fs::read(&file.location);
            let bytes = bytes.map_err(|error| BundleError::Io(file.location.clone(), error))?;
            Ok(bytes.into())
        }
        Content::Missing => Err(missing()),
    }
}

fn chapter(
    book: &Book<'_>,
    renderer: &Renderer<'_>,
    page: &BookPage<'_>,
    files: &BTreeMap<&OutputPath, String>,
    images: &mut Images,
) -> Result<Chapter, Diagnostic> {
    let main = main_of_page(renderer, &page.path, &page.output)?;
    let mut places = Within {
        book,
        path: &page.path,
        files,
        images,
    };
    Ok(Chapter {
        file: files[&page.path].clone(),
        title: page.title.to_owned(),
        text: xhtml(&main, &mut places),
    })
}

/// The images of a book, which are numbered so that `a/b.png` and `a-b.png`, or `x.png` and `X.png`, stay
/// distinct.
#[derive(Default)]
struct Images {
    names: BTreeMap<OutputPath, String>,
}

impl Images {
    /// The name of an image in the book; `None` if reading devices do not support its format.
    fn name(&mut self, path: OutputPath) -> Option<String> {
        let (_, ending) = path.as_str().rsplit_once('.')?;
        let ending = ending.to_ascii_lowercase();
        // Of the images that pages show, they need not support one (EPUB 3.3, 3.2).
        if !names_image(path.as_str()) || ending == "avif" {
            return None;
        }
        let number = self.names.len() + 1;
        let name = self.names.entry(path);
        Some(
            name.or_insert_with(|| format!("images/i{number}.{ending}"))
                .clone(),
        )
    }

    /// Each name, with its image of the site, sorted by the latter.
    fn named(&self) -> impl Iterator<Item = (&str, &OutputPath)> {
        self.names.iter().map(|(path, name)| (name.as_str(), path))
    }
}

/// The targets of a book page's links.
struct Within<'b> {
    book: &'b Book<'b>,
    path: &'b OutputPath,
    files: &'b BTreeMap<&'b OutputPath, String>,
    images: &'b mut Images,
}

impl Within<'_> {
    /// The path on the site of a relative address.
    fn path(&self, href: &str) -> Option<OutputPath> {
        OutputPath::new(join(self.path.folder(), &decode(href))?)
    }
}

impl Places for Within<'_> {
    fn link(&mut self, href: &str) -> Option<String> {
        if scheme(href).is_some() || href.starts_with('#') {
            return Some(href.to_owned());
        }
        let (file, anchor) = href.split_at(href.find(['#', '?']).unwrap_or(href.len()));
        let path = self.path(file)?;
        match self.files.get(&path) {
            Some(file) => Some(format!("{file}{anchor}")),
            None => self.book.site.config.absolute(&(path.encoded() + anchor)),
        }
    }

    fn image(&mut self, src: &str) -> Option<String> {
        let path = self.path(src)?;
        self.book.site.output(&path)?;
        self.images.name(path)
    }
}
