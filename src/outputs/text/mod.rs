//! Plain text of a page, at most 72 columns wide, for e-mail, messages and terminals; and its text message.
//!
//! The text is made from the page as its template renders it, so that it says everything the page says,
//! whatever the theme.

mod blocks;
mod message;

pub use message::messages;

use crate::foreign;
use crate::language::Language;
use crate::markdown::{Note, escape, tree};
use crate::outputs::words::Words;
use crate::site::{OutputPath, PageId, Site, join, scheme};
use blocks::Writer;

/// The width that survives quoting once or twice in e-mail (RFC 3676, 4.2, requires less than 80).
pub const COLUMNS: usize = 72;

/// The text of a page, from its HTML.
pub fn text(site: &Site, id: PageId, html: &str) -> String {
    let page = site.page(id);
    let words = Words::new(site, page.document.language);
    let main = main_of(html);
    let (title, rest) = title_of(main);
    let tree = tree(&with_whole_addresses(rest, &page.path, site));
    let mut writer = Writer::new(words.text("colon"));
    writer.title(&plain(title));
    writer.blocks(&tree.blocks);
    if !tree.notes.is_empty() {
        writer.heading(1, &words.text("notes"));
        for (at, note) in tree.notes.iter().enumerate() {
            match note {
                Note::Address { url, .. } => writer.note(at + 1, url),
                Note::Text { children } => writer.note_blocks(at + 1, children),
            }
        }
    }
    if let Some(notice) = &site.config.notice {
        writer.paragraph(&words.localized(notice));
    }
    let mut end = vec![site.publisher_name(page.document.language)];
    end.extend(message::phone_of_publisher(site, page.document.language));
    let mut text = foreign::bare(&writer.finish());
    text.push_str("-- \n");
    text.push_str(&blocks::spaced(&end.join(" · ")));
    text.push('\n');
    if let Some(address) = site.config.absolute(&page.path.encoded()) {
        text.push_str(&address);
        text.push('\n');
    }
    text
}

/// The instructions for a kit.
pub fn kit_readme(site: &Site, language: Language, folder: &str) -> String {
    let words = Words::new(site, language);
    let mut writer = Writer::new(words.text("colon"));
    writer.title(&words.localized(&site.config.title));
    writer.paragraph(&words.text("kit-lead"));
    for (at, step) in site.kit_steps(language).iter().enumerate() {
        writer.paragraph(&format!("{}. {step}", at + 1));
    }
    writer.paragraph(&format!("{folder}/{}", site.messages_path(language)));
    writer.paragraph(&words.text("kit-help"));
    writer.finish()
}

/// The HTML inside `main`.
pub fn main_of(html: &str) -> &str {
    let begin = html
        .find("<main")
        .and_then(|at| Some(at + html[at..].find('>')? + 1));
    let begin = begin.unwrap_or(0);
    let end = html.rfind("</main>").unwrap_or(html.len()).max(begin);
    &html[begin..end]
}

/// The page's title, and what follows it.
fn title_of(main: &str) -> (&str, &str) {
    let inside = |main| -> Option<(&str, &str)> {
        let (_, rest) = str::split_once(main, "<h1")?;
        let (_, rest) = rest.split_once('>')?;
        rest.split_once("</h1>")
    };
    inside(main).unwrap_or(("", main))
}

/// The text of a line of HTML.
fn plain(html: &str) -> String {
    let tree = tree(&format!("<p>{html}</p>"));
    let mut writer = Writer::new(String::new());
    writer.blocks(&tree.blocks);
    foreign::bare(&writer.finish()).trim().replace('\n', " ")
}

/// The HTML with addresses as they are typed: absolute for the site's own, or none if the site has no
/// address.
fn with_whole_addresses(html: &str, path: &OutputPath, site: &Site) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find("href=\"") {
        let (before, after) = rest.split_at(at + "href=\"".len());
        out.push_str(before);
        let end = after.find('"').unwrap_or(after.len());
        let href = &after[..end];
        if scheme(href).is_some() || href.starts_with('#') {
            out.push_str(href);
        } else {
            let (file, anchor) = href.split_at(href.find(['#', '?']).unwrap_or(href.len()));
            let absolute = (!file.is_empty())
                .then(|| join(path.folder(), file).and_then(|path| site.config.absolute(&path)))
                .flatten();
            out.push_str(&absolute.map_or(String::new(), |address| {
                escape(&(address + anchor)).into_owned()
            }));
        }
        rest = &after[end..];
    }
    out + rest
}
