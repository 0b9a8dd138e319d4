//! Turns the export of a WordPress site (WXR) into articles and pages.
//!
//! WXR contains the texts but not the files: images go into a list, for somebody with a good enough
//! connection to download. Until then, a page has a link in place of each; the next import after that makes
//! it an image.

mod html;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;
use std::sync::Arc;

use super::front::{FrontFields, FrontValue, page};
use super::xml::{self, Element};
use super::{Before, Import, archive, markdown};
use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};
use crate::markdown::slug;
use crate::model::kinds::Image;
use crate::model::values::{Date, Url};
use crate::model::{Article, Common};
use crate::percent::{BLANK, encode_only};
use crate::records;
use crate::site::relative;
use html::PostReader;

/// The name under which the site keeps what it imported.
pub const NAME: &str = "wordpress";

/// The list of images and documents to download: the address of each, and where it goes.
const FILES: &str = "records/imports/wordpress-files.csv";

/// A post or page.
struct Post {
    title: String,
    target: String,
    is_article: bool,
    is_draft: bool,
    date: Option<Date>,
    author: Option<String>,
    keywords: Vec<String>,
    /// Its former address, below the host.
    address: Option<String>,
    link: String,
    summary: Option<String>,
    content: String,
    /// Its featured image: the address, and the alternative text.
    picture: Option<(String, String)>,
}

/// The targets of a site's links.
pub struct LinkMap {
    /// The file of each page, by its address without scheme and trailing slash.
    pages: BTreeMap<String, String>,
    /// The address of the site, and the same without its scheme.
    base: String,
    home: String,
    /// Files that have been downloaded into the site.
    fetched: BTreeSet<String>,
}

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
            Err(error) => found.push(unreadable(&file, error.at, &error.reason)),
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
        let mut post = post(item, is_article, &names, &authors, &attachments);
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
    let pages = posts
        .iter()
        .map(|post| (plain_address(&post.link), post.target.clone()))
        .collect();
    let mut site = LinkMap {
        pages,
        home: plain_address(&home),
        base: home.trim_end_matches('/').to_owned(),
        fetched: BTreeSet::new(),
    };
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
        let front = front(post, &site, before.french);
        import.files.insert(
            post.target.clone(),
            page(&front, &markdown::write(&blocks)).into(),
        );
    }
}

impl LinkMap {
    /// Records a file of the site that is to be downloaded, or has been.
    fn note(&mut self, url: &str, before: &Before, fetch: &mut BTreeMap<String, String>) {
        let Some(path) = self.upload(url) else {
            return;
        };
        if before.root.join(&path).is_file() {
            self.fetched.insert(path.clone());
        }
        fetch.insert(url.to_owned(), path);
    }

    /// The destination of one of the site's files: `https://site/wp-content/uploads/2019/05/a.jpg` is
    /// `content/uploads/2019/05/a.jpg`.
    fn upload(&self, url: &str) -> Option<String> {
        let plain = url.split(['?', '#']).next()?;
        let (_, below) = plain.split_once("/wp-content/uploads/")?;
        let ours = plain_address(plain).starts_with(&self.home) || plain.starts_with('/');
        let sound = below
            .split('/')
            .all(|part| !part.is_empty() && part != ".." && !part.contains(['\\', ':']));
        (ours && sound).then(|| format!("content/uploads/{below}"))
    }

    /// The path of a file, relative to a page, if it has been downloaded.
    pub fn fetched(&self, url: &str, target: &str) -> Option<String> {
        let path = self.upload(url)?;
        self.fetched
            .contains(&path)
            .then(|| relative(target, &path))
    }

    /// An external address that readers can follow: a path becomes one on the old site. `None` if it is no
    /// address.
    pub fn elsewhere(&self, url: &str) -> Option<String> {
        let whole = match url.strip_prefix('/') {
            Some(path) if !path.starts_with('/') => format!("{}/{path}", self.base),
            _ => encode_only(url, BLANK).into_owned(),
        };
        let is_mail = whole.starts_with("mailto:") || whole.starts_with("tel:");
        (is_mail || Url::parse(&whole).is_some()).then_some(whole)
    }

    /// The file of a page of the site, relative to another.
    pub fn page(&self, url: &str, target: &str) -> Option<String> {
        // Headings have their own anchors here.
        let bare = url.split('#').next().filter(|bare| !bare.is_empty())?;
        let whole = match bare.strip_prefix('/') {
            Some(path) => format!("{}/{path}", self.home),
            None => bare.to_owned(),
        };
        let found = self.pages.get(&plain_address(&whole))?;
        Some(relative(target, found))
    }
}

/// An address without scheme, `www.` and trailing slash, for comparing two of them.
fn plain_address(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    rest.trim_end_matches('/').to_lowercase()
}

fn name_of(item: &Element) -> String {
    let name = item
        .text_of("wp:post_name")
        .map(|name| slug(&name))
        .filter(|name| !name.is_empty());
    let title = || {
        item.text_of("title")
            .map(|title| slug(&title))
            .filter(|title| !title.is_empty())
    };
    let number = || {
        format!(
            "texte-{}",
            item.text_of("wp:post_id")
                .map(|id| slug(&id))
                .unwrap_or_default()
        )
    };
    let mut name = name.or_else(title).unwrap_or_else(number);
    name.truncate(80);
    name
}

/// A value that WordPress or a plug-in stores beside a text.
fn meta(item: &Element, key: &str) -> Option<String> {
    let mut metas = item
        .elements()
        .filter(|element| element.name == "wp:postmeta")
        .filter(|meta| meta.text_of("wp:meta_key").as_deref() == Some(key));
    metas.find_map(|meta| meta.text_of("wp:meta_value"))
}

fn post(
    item: &Element,
    is_article: bool,
    names: &BTreeMap<String, (String, String)>,
    authors: &BTreeMap<String, String>,
    attachments: &BTreeMap<String, (String, String)>,
) -> Post {
    let name = name_of(item);
    let target = if is_article {
        format!("content/articles/{name}.md")
    } else {
        format!("content/{}.md", page_path(item, &name, names))
    };
    let link = item.text_of("link").unwrap_or_default();
    let address = link
        .split_once("://")
        .and_then(|(_, rest)| rest.split_once('/'))
        .map(|(_, path)| path);
    let address = address
        .filter(|path| !path.is_empty() && !path.contains('?'))
        .map(|path| format!("/{path}"));
    let author = item.text_of("dc:creator");
    let date = item
        .text_of("wp:post_date")
        .and_then(|date| Date::parse(date.get(..10)?));
    let mut keywords: Vec<String> = Vec::new();
    for category in item.elements().filter(|element| element.name == "category") {
        let is_one = matches!(category.attribute("domain"), Some("category" | "post_tag"));
        let word = category.text();
        let is_default = matches!(
            category.attribute("nicename"),
            Some("uncategorized" | "non-classe")
        );
        if is_one && !is_default && !word.is_empty() && !keywords.contains(&word) {
            keywords.push(word);
        }
    }
    Post {
        title: item.text_of("title").unwrap_or_else(|| name.clone()),
        target,
        is_article,
        is_draft: item.text_of("wp:status").as_deref() != Some("publish"),
        date,
        author: author.map(|login| authors.get(&login).cloned().unwrap_or(login)),
        keywords,
        address,
        link,
        summary: item
            .text_of("excerpt:encoded")
            .map(|excerpt| html::plain(&excerpt))
            .filter(|text| !text.is_empty()),
        content: item
            .child("content:encoded")
            .map(Element::raw_text)
            .unwrap_or_default(),
        picture: meta(item, "_thumbnail_id").and_then(|id| attachments.get(&id).cloned()),
    }
}

/// `union/bureau/contact`: a page is below its parents.
fn page_path(item: &Element, name: &str, names: &BTreeMap<String, (String, String)>) -> String {
    let mut parts = vec![name.to_owned()];
    let mut parent = item.text_of("wp:post_parent").unwrap_or_default();
    while let Some((name, above)) = names.get(&parent) {
        // A page that is its own ancestor, however indirectly, stops here.
        if parts.len() > 10 {
            break;
        }
        parts.push(name.clone());
        parent.clone_from(above);
    }
    parts.reverse();
    parts.join("/")
}

fn front(post: &Post, site: &LinkMap, french: bool) -> FrontFields {
    let mut fields = FrontFields::new(french);
    fields.set::<Common>("title", post.title.clone());
    fields.set::<Common>("summary", post.summary.clone());
    let date = post.date.map(|date| date.to_string()).unwrap_or_default();
    if post.is_article {
        fields.set::<Common>("date", FrontValue::Bare(date));
        fields.set::<Article>("authors", post.author.iter().cloned().collect::<Vec<_>>());
        if let Some((url, shows)) = &post.picture
            && let Some(source) = site.fetched(url, &post.target)
        {
            let mut image = FrontFields::new(french);
            image
                .set::<Image>("src", source)
                .set::<Image>("alt", shows.clone());
            fields.set::<Article>("image", image);
        }
    }
    if post.is_draft {
        fields.set::<Common>(
            "draft",
            FrontValue::Bare(if french { "oui" } else { "true" }.to_owned()),
        );
    }
    fields.set::<Common>("keywords", post.keywords.clone());
    fields.set::<Common>("aliases", post.address.iter().cloned().collect::<Vec<_>>());
    fields
}
