//! Where each generator keeps its files, and where it publishes them.

use super::front::Front;
use crate::markdown::slug;
use crate::model::values::Date;

/// A generator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    Hugo,
    Zola,
    Jekyll,
}

/// What a page of the source becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DestinationKind {
    Page,
    Article,
}

/// The destination of a page of the source.
#[derive(Debug)]
pub struct Destination {
    /// The path of its file in the site's folder.
    pub target: String,
    pub kind: DestinationKind,
    /// Its former address; `None` for the home page and for what was not published.
    pub address: Option<String>,
    /// A title for a page that has none.
    pub title: String,
    /// The date in its name.
    pub date: Option<Date>,
    pub is_draft: bool,
}

/// Sections whose name means news: their articles go directly into `content/articles`.
const NEWS: &[&str] = &["posts", "post", "blog", "articles", "article"];

impl Dialect {
    /// The folder of the texts below the source; `None` if it is the source itself.
    pub fn content_of<'p>(self, mut paths: impl Iterator<Item = &'p str>) -> String {
        let has_content = self != Self::Jekyll && paths.any(|path| path.starts_with("content/"));
        if has_content {
            "content/".to_owned()
        } else {
            String::new()
        }
    }

    /// The destination of an image or document; `None` for what the source does not publish.
    pub fn asset(self, content: &str, path: &str) -> Option<String> {
        let below = match path.strip_prefix("static/") {
            Some(below) if self != Self::Jekyll => below,
            _ => match path.strip_prefix(content) {
                Some(below)
                    if self == Self::Jekyll
                        || !content.is_empty()
                        || !below.starts_with("static/") =>
                {
                    below
                }
                _ => return None,
            },
        };
        if self == Self::Jekyll && below.starts_with('_') {
            return None;
        }
        Some(format!("content/{}", asset_folder(below)))
    }

    /// The address at which the source published it.
    pub fn asset_address(self, content: &str, path: &str) -> String {
        let below = path
            .strip_prefix("static/")
            .or_else(|| path.strip_prefix(content))
            .unwrap_or(path);
        super::plain_address(below)
    }

    /// The destination of a text; `None` for what is not a page of the site.
    pub fn place(self, content: &str, path: &str, front: &Front) -> Option<Destination> {
        match self {
            Self::Jekyll => jekyll(path, front),
            Self::Hugo | Self::Zola => folders(path.strip_prefix(content)?, front),
        }
    }

    /// The file of the source that a link names: by path, or by the generator's own syntax.
    pub fn source_file(self, destination: &str, from: &str) -> Option<String> {
        if let Some(path) = destination.strip_prefix("@/") {
            return Some(format!("content/{path}"));
        }
        if destination.starts_with('/') {
            return None;
        }
        let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
        crate::site::join(folder, destination)
    }
}

/// `posts/x/a.jpg` is beside the article, as `content/articles/x/a.jpg` is.
fn asset_folder(below: &str) -> String {
    match below.split_once('/') {
        Some((first, rest)) if NEWS.contains(&first) => format!("articles/{rest}"),
        _ => below.to_owned(),
    }
}

fn title_of(name: &str) -> String {
    let name = name.replace(['-', '_'], " ");
    let mut characters = name.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}

/// Hugo and Zola: the path is the address. `posts/x.md` and `posts/x/index.md` are the same page.
fn folders(below: &str, front: &Front) -> Option<Destination> {
    let bare = below.rsplit_once('.').map_or(below, |(bare, _)| bare);
    let is_index = bare == "_index" || bare.ends_with("/_index");
    let stem = bare.strip_suffix("/index").unwrap_or(bare);
    let (section, rest) = stem.split_once('/').unwrap_or(("", stem));
    let name = stem.rsplit('/').next().unwrap_or(stem);
    let is_news = NEWS.contains(&section);
    let is_article = !is_index && !section.is_empty() && (front.date.is_some() || is_news);
    let target = match (is_news, is_article) {
        (true, _) => format!("content/articles/{rest}.md"),
        (false, true) => format!("content/articles/{stem}.md"),
        (false, false) => format!("content/{stem}.md"),
    };
    let folder = stem
        .rsplit_once('/')
        .map(|(folder, _)| format!("{folder}/"))
        .unwrap_or_default();
    let usual = match (&front.url, &front.slug, is_index) {
        (Some(url), ..) => Some(url.clone()),
        (None, _, true) => None,
        (None, Some(slug), _) => Some(format!("{folder}{slug}/")),
        (None, None, _) => Some(format!("{}/", stem.to_lowercase().replace(' ', "-"))),
    };
    Some(Destination {
        target,
        kind: if is_article {
            DestinationKind::Article
        } else {
            DestinationKind::Page
        },
        address: usual,
        title: title_of(name),
        date: None,
        is_draft: false,
    })
}

/// Jekyll: `_posts/2019-05-01-greve.md` is `/2019/05/01/greve.html`, below its categories.
fn jekyll(path: &str, front: &Front) -> Option<Destination> {
    let bare = path.rsplit_once('.').map_or(path, |(bare, _)| bare);
    let name = bare.rsplit('/').next().unwrap_or(bare);
    let parts: Vec<&str> = path.split('/').collect();
    let in_posts = parts.contains(&"_posts");
    let in_drafts = parts.contains(&"_drafts");
    if in_posts || in_drafts {
        let date = name.get(..10).and_then(Date::parse);
        let short = if date.is_some() {
            name.get(11..).unwrap_or(name)
        } else {
            name
        };
        let day = front.date.or(date);
        let categories: Vec<String> = front
            .categories
            .iter()
            .map(|category| slug(category))
            .collect();
        let address = day.map(|day| {
            let mut parts = categories;
            parts.push(day.to_string().replace('-', "/"));
            parts.push(format!("{}.html", front.slug.as_deref().unwrap_or(short)));
            parts.join("/")
        });
        return Some(Destination {
            target: format!("content/articles/{name}.md"),
            kind: DestinationKind::Article,
            address: front
                .url
                .clone()
                .filter(|url| !url.contains(':'))
                .or(address.filter(|_| !in_drafts)),
            title: title_of(short),
            date,
            is_draft: in_drafts,
        });
    }
    let is_page = !matches!(
        name.to_ascii_uppercase().as_str(),
        "README" | "LICENSE" | "CONTRIBUTING" | "CHANGELOG" | "404"
    );
    let hidden = parts
        .iter()
        .any(|part| part.starts_with('_') && *part != "_pages");
    if !is_page || hidden {
        return None;
    }
    let below = bare.strip_prefix("_pages/").unwrap_or(bare);
    let stem = match below {
        "index" => "_index".to_owned(),
        below => below
            .strip_suffix("/index")
            .map_or_else(|| below.to_owned(), |folder| format!("{folder}/_index")),
    };
    let usual = (!stem.ends_with("_index")).then(|| format!("{below}.html"));
    Some(Destination {
        target: format!("content/{stem}.md"),
        kind: DestinationKind::Page,
        address: front.url.clone().or(usual),
        title: title_of(name),
        date: None,
        is_draft: false,
    })
}
