//! A post or page of an export: what it says, where it goes, and its front matter.

use std::collections::BTreeMap;

use super::html;
use super::links::LinkMap;
use crate::import::front::{FrontFields, FrontValue};
use crate::import::xml::Element;
use crate::markdown::slug;
use crate::model::kinds::Image;
use crate::model::values::Date;
use crate::model::{Article, Common};

/// A post or page.
pub struct Post {
    title: String,
    pub target: String,
    is_article: bool,
    is_draft: bool,
    date: Option<Date>,
    author: Option<String>,
    keywords: Vec<String>,
    /// Its former address, below the host.
    pub address: Option<String>,
    pub link: String,
    summary: Option<String>,
    pub content: String,
    /// Its featured image: the address, and the alternative text.
    picture: Option<(String, String)>,
}

impl Post {
    /// Reads an item of the export.
    pub fn read(
        item: &Element,
        is_article: bool,
        names: &BTreeMap<String, (String, String)>,
        authors: &BTreeMap<String, String>,
        attachments: &BTreeMap<String, (String, String)>,
    ) -> Self {
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
        Self {
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

    /// Its front matter.
    pub fn front(&self, site: &LinkMap, french: bool) -> FrontFields {
        let mut fields = FrontFields::new(french);
        fields.set::<Common>("title", self.title.clone());
        fields.set::<Common>("summary", self.summary.clone());
        let date = self.date.map(|date| date.to_string()).unwrap_or_default();
        if self.is_article {
            fields.set::<Common>("date", FrontValue::Bare(date));
            fields.set::<Article>("authors", self.author.iter().cloned().collect::<Vec<_>>());
            if let Some((url, shows)) = &self.picture
                && let Some(source) = site.fetched(url, &self.target)
            {
                let mut image = FrontFields::new(french);
                image
                    .set::<Image>("src", source)
                    .set::<Image>("alt", shows.clone());
                fields.set::<Article>("image", image);
            }
        }
        if self.is_draft {
            fields.set::<Common>(
                "draft",
                FrontValue::Bare(if french { "oui" } else { "true" }.to_owned()),
            );
        }
        fields.set::<Common>("keywords", self.keywords.clone());
        fields.set::<Common>("aliases", self.address.iter().cloned().collect::<Vec<_>>());
        fields
    }
}

/// The name of a file for an item: that of its address, or from its title.
pub fn name_of(item: &Element) -> String {
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
pub fn meta(item: &Element, key: &str) -> Option<String> {
    let mut metas = item
        .elements()
        .filter(|element| element.name == "wp:postmeta")
        .filter(|meta| meta.text_of("wp:meta_key").as_deref() == Some(key));
    metas.find_map(|meta| meta.text_of("wp:meta_value"))
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
