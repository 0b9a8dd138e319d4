//! Turns the export of a WordPress site (WXR) into articles and pages.
//!
//! WXR contains the texts but not the files: images go into a list, for somebody with a good enough
//! connection to download. Until then, a page has a link in place of each; the next import after that makes
//! it an image.

pub(super) mod html;
pub(super) mod links;
mod post;
mod shortcodes;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;
use std::sync::Arc;

use super::front::page;
use super::xml::{self, Element};
use super::{Before, Import, archive, markdown};
use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};
use crate::records;
use html::PostReader;
use links::LinkMap;
use post::{Post, meta, name_of};

/// The name under which the site keeps what it imported.
pub const NAME: &str = "wordpress";

/// The list of images and documents to download: the address of each, and where it goes.
const FILES: &str = "records/imports/wordpress-files.csv";

/// Reads an export.
///
/// # Errors
///
/// If it cannot be opened.
pub fn import(source: &Path, before: &Before) -> io::Result<Import> {
    let (files, mut found) = archive::read(source, "xml")?;
    let mut import = Import {
        scope: vec!["content".to_owned()],
        ..Import::default()
    };
    let mut fetch: BTreeMap<String, String> = BTreeMap::new();
    for file in files {
        match xml::parse(&file.text) {
            Ok(root) if root.child("channel").is_some() => {
                export(&root, &file, before, &mut import, &mut fetch);
            }
            Ok(root) => found.push(unreadable(&file, root.at, &format!("<{}>", root.name))),
            Err(error) => found.push(unreadable(&file, error.at, &error.said())),
        }
    }
    if !fetch.is_empty() {
        let rows = fetch
            .iter()
            .map(|(url, path)| vec![url.as_str(), path.as_str()]);
        import.files.insert(
            FILES.to_owned(),
            records::table(&["url", "path"], rows).into(),
        );
    }
    found.append(&mut import.diagnostics);
    import.diagnostics = found;
    Ok(import)
}

fn unreadable(file: &Arc<TextFile>, at: usize, reason: &str) -> Diagnostic {
    let place = Place {
        file: Arc::clone(file),
        span: at..at + 1,
    };
    Diagnostic::new(Code::ImportUnreadable, Location::Place(place)).with("reason", reason)
}

fn export(
    root: &Element,
    file: &Arc<TextFile>,
    before: &Before,
    import: &mut Import,
    fetch: &mut BTreeMap<String, String>,
) {
    let Some(channel) = root.child("channel") else {
        return;
    };
    let authors: BTreeMap<String, String> = channel
        .elements()
        .filter(|element| element.name == "wp:author")
        .filter_map(|author| {
            Some((
                author.text_of("wp:author_login")?,
                author.text_of("wp:author_display_name")?,
            ))
        })
        .collect();
    let items: Vec<&Element> = channel
        .elements()
        .filter(|element| element.name == "item")
        .collect();
    let kind = |item: &Element| item.text_of("wp:post_type").unwrap_or_default();
    let attachments: BTreeMap<String, (String, String)> = items
        .iter()
        .filter(|item| kind(item) == "attachment")
        .filter_map(|item| {
            let shows = meta(item, "_wp_attachment_image_alt").or_else(|| item.text_of("title"));
            let url = item.text_of("wp:attachment_url")?;
            Some((
                item.text_of("wp:post_id")?,
                (url, shows.unwrap_or_default()),
            ))
        })
        .collect();
    let names: BTreeMap<String, (String, String)> = items
        .iter()
        .filter_map(|item| {
            let parent = item.text_of("wp:post_parent").unwrap_or_default();
            Some((item.text_of("wp:post_id")?, (name_of(item), parent)))
        })
        .collect();
    let parents: BTreeSet<&str> = names.values().map(|(_, parent)| parent.as_str()).collect();
    let mut posts: Vec<Post> = Vec::new();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    // The last number used after each name.
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let mut others: BTreeMap<String, usize> = BTreeMap::new();
    for item in &items {
        let is_article = match kind(item).as_str() {
            "post" => true,
            "page" => false,
            // Menus, styles and revisions belong to WordPress.
            "attachment"
            | "nav_menu_item"
            | "revision"
            | "custom_css"
            | "customize_changeset"
            | "wp_global_styles"
            | "wp_navigation"
            | "wp_template"
            | "wp_template_part"
            | "wp_block"
            | "oembed_cache"
            | "user_request" => continue,
            other => {
                *others.entry(other.to_owned()).or_default() += 1;
                continue;
            }
        };
        let status = item.text_of("wp:status").unwrap_or_default();
        if matches!(status.as_str(), "trash" | "auto-draft" | "inherit") {
            continue;
        }
        let mut post = Post::read(item, is_article, &names, &authors, &attachments);
        // A page that has pages below it is the text of their section.
        let id = item.text_of("wp:post_id").unwrap_or_default();
        if !is_article && parents.contains(id.as_str()) {
            post.target = format!("{}/_index.md", post.target.trim_end_matches(".md"));
        }
        // Two texts with one name are two files.
        let bare = post.target.trim_end_matches(".md").to_owned();
        while !taken.insert(post.target.clone()) {
            let number = numbers.entry(bare.clone()).or_insert(1);
            *number += 1;
            post.target = format!("{bare}-{number}.md");
        }
        posts.push(post);
    }
    for (kind, count) in others {
        let diagnostic = Diagnostic::new(Code::ImportKind, Location::File(file.path.clone()));
        import.diagnostics.push(
            diagnostic
                .with("kind", kind)
                .with("count", count.to_string()),
        );
    }
    let home = channel
        .text_of("wp:base_site_url")
        .or_else(|| channel.text_of("link"))
        .unwrap_or_default();
    let pages = posts.iter().map(|post| (&*post.link, post.target.clone()));
    let mut site = LinkMap::new(&home, pages);
    for (url, _) in attachments.values() {
        site.note(url, before, fetch);
    }
    for post in &posts {
        for url in html::images(&post.content) {
            site.note(&url, before, fetch);
        }
    }
    for post in &mut posts {
        let earlier: Vec<String> = post.address.take().into_iter().collect();
        let found = &mut import.diagnostics;
        post.address = super::earlier_addresses(&earlier, &post.target, found).pop();
        let mut reader = PostReader::new(&site, &post.target);
        let blocks = reader.read(&post.content);
        for (code, value) in reader.told {
            let diagnostic = Diagnostic::new(code, Location::File(post.target.clone()));
            import.diagnostics.push(diagnostic.with("code", value));
        }
        let front = post.front(&site, before.french);
        import.files.insert(
            post.target.clone(),
            page(&front, &markdown::write(&blocks)).into(),
        );
    }
}
