//! The files of a book that hold it together: its pages' frame, its table of contents, and its package.

use super::{Book, Chapter, Images};
use crate::markdown;
use crate::media_types;
use crate::xml::XmlDocument;

/// The file of the package.
pub(super) const PACKAGE: &str = "book/package.opf";

/// Where reading devices find the package.
pub(super) fn container() -> String {
    let attributes = [
        ("version", "1.0"),
        ("xmlns", "urn:oasis:names:tc:opendocument:xmlns:container"),
    ];
    let file = [
        ("full-path", PACKAGE),
        ("media-type", media_types::of(PACKAGE)),
    ];
    let mut document = XmlDocument::declared();
    document.block("container", &attributes, |container| {
        container
            .around("rootfiles", &[], |files| {
                files.empty("rootfile", &file);
            })
            .end_line();
    });
    document.end_line();
    document.finish()
}

/// A page of the book.
pub(super) fn document(
    book: &Book<'_>,
    title: &str,
    body: impl FnOnce(&mut XmlDocument),
) -> String {
    let language = book.language.as_str();
    let attributes = [
        ("xmlns", "http://www.w3.org/1999/xhtml"),
        ("xmlns:epub", "http://www.idpf.org/2007/ops"),
        ("lang", language),
        ("xml:lang", language),
        ("dir", book.language.direction()),
    ];
    let mut document = XmlDocument::declared().html();
    document.block("html", &attributes, |html| {
        html.around("head", &[], |head| {
            head.element("title", &[], title);
            head.empty("link", &[("rel", "stylesheet"), ("href", "style.css")]);
        });
        html.end_line();
        html.block("body", &[], |html| {
            body(html);
            html.end_line();
        });
        html.end_line();
    });
    document.end_line();
    document.finish()
}

/// The table of contents, which is a page.
pub(super) fn contents(book: &Book<'_>, chapters: &[Chapter]) -> String {
    let words = &book.site.theme.strings(book.language).catalogue;
    let heading = words.text("sheet-contents");
    let title = book.title();
    document(book, &title, |body| {
        body.element("h1", &[], &title).end_line();
        notice(book, body);
        let attributes = [("epub:type", "toc"), ("aria-label", &*heading)];
        body.around("nav", &attributes, |nav| {
            nav.block("ol", &[], |list| {
                for chapter in chapters {
                    list.around("li", &[], |item| {
                        item.element("a", &[("href", &chapter.file)], &chapter.title);
                    });
                    list.end_line();
                }
            });
        });
    })
}

/// Writes the site's notice, as a paragraph.
fn notice(book: &Book<'_>, body: &mut XmlDocument) {
    let config = &book.site.config;
    let Some(notice) = &config.notice else {
        return;
    };
    let language = notice.language_of(book.language);
    let language = language.unwrap_or_else(|| config.default_language());
    let text = markdown::typeset(notice.get(book.language), language);
    let attributes = [
        ("lang", language.as_str()),
        ("xml:lang", language.as_str()),
        ("dir", language.direction()),
    ];
    body.element("p", &attributes, &text).end_line();
}

/// What the book is, which files it has, and their order.
pub(super) fn package(book: &Book<'_>, chapters: &[Chapter], images: &Images) -> String {
    let attributes = [
        ("xmlns", "http://www.idpf.org/2007/opf"),
        ("version", "3.0"),
        ("unique-identifier", "id"),
        ("xml:lang", book.language.as_str()),
    ];
    let mut document = XmlDocument::declared();
    document.block("package", &attributes, |package| {
        let names = [("xmlns:dc", "http://purl.org/dc/elements/1.1/")];
        package
            .block("metadata", &names, |package| metadata(book, package))
            .end_line();
        package
            .block("manifest", &[], |package| {
                manifest(chapters, images, package);
            })
            .end_line();
        let direction = [("page-progression-direction", book.language.direction())];
        package.block("spine", &direction, |spine| {
            spine.empty("itemref", &[("idref", "contents")]).end_line();
            for number in 1..=chapters.len() {
                spine
                    .empty("itemref", &[("idref", &format!("p{number}"))])
                    .end_line();
            }
        });
        package.end_line();
    });
    document.end_line();
    document.finish()
}

fn metadata(book: &Book<'_>, package: &mut XmlDocument) {
    let language = book.language;
    package
        .element("dc:identifier", &[("id", "id")], &book.identifier())
        .end_line();
    package.element("dc:title", &[], &book.title()).end_line();
    package
        .element("dc:language", &[], language.as_str())
        .end_line();
    package
        .element("dc:publisher", &[], &book.site.publisher_name(language))
        .end_line();
    if let Some(licence) = &book.site.config.licence {
        package
            .element("dc:rights", &[], licence.get(language))
            .end_line();
    }
    let modified = book.modified();
    // What a reader with a screen reader wants to know before opening it (EPUB Accessibility 1.1, 2.2).
    for (property, value) in [
        ("dcterms:modified", &*modified),
        ("schema:accessMode", "textual"),
        ("schema:accessModeSufficient", "textual"),
        ("schema:accessibilityFeature", "structuralNavigation"),
        ("schema:accessibilityFeature", "tableOfContents"),
        ("schema:accessibilityFeature", "alternativeText"),
        ("schema:accessibilityHazard", "none"),
    ] {
        package
            .element("meta", &[("property", property)], value)
            .end_line();
    }
}

fn manifest(chapters: &[Chapter], images: &Images, package: &mut XmlDocument) {
    let mut item = |id: &str, href: &str, properties: Option<&str>| {
        let mut attributes = vec![
            ("id", id),
            ("href", href),
            ("media-type", media_types::of(href)),
        ];
        attributes.extend(properties.map(|properties| ("properties", properties)));
        package.empty("item", &attributes).end_line();
    };
    item("contents", "contents.xhtml", Some("nav"));
    item("style", "style.css", None);
    for (at, chapter) in chapters.iter().enumerate() {
        let properties = chapter.text.contains("<svg").then_some("svg");
        item(&format!("p{}", at + 1), &chapter.file, properties);
    }
    for (at, (name, _)) in images.named().enumerate() {
        item(&format!("i{}", at + 1), name, None);
    }
}
