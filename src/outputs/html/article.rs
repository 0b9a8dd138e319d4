//! What an article's page has besides its text: authors, picture, campaign, attachments.

use serde::Serialize;

use super::Scene;
use super::frame::Link;
use crate::images::Purpose;
use crate::model::Article;
use crate::model::kinds::Attachment;
use crate::outputs::words::Words;
use crate::site::{GroupKind, ImageUse, PageId, Site};

#[derive(Serialize)]
pub struct ArticleView {
    authors: Vec<String>,
    campaign: Option<Link>,
    image: Option<ImageView>,
    /// What it asks readers to do.
    call: Option<String>,
    attachments: Vec<AttachmentView>,
}

/// A picture above the text of a page.
#[derive(Serialize)]
pub struct ImageView {
    src: String,
    webp: Option<String>,
    alt: String,
    caption: Option<String>,
    pixels: Option<(u32, u32)>,
}

#[derive(Serialize)]
struct AttachmentView {
    title: String,
    href: String,
    kilobytes: u64,
}

impl ImageView {
    /// The view of an image in a list, beside the words that it goes with.
    pub fn small(shown: &ImageUse) -> Option<Self> {
        let (fallback, webp) = shown.paths(Purpose::Thumbnail)?;
        Some(Self {
            src: fallback.encoded(),
            webp: webp.map(|webp| webp.encoded()),
            alt: String::new(),
            caption: None,
            pixels: shown.shown_small(),
        })
    }

    /// The view of an image without a caption; `None` if its name is no address.
    pub fn new(site: &Site, shown: &ImageUse, alt: Option<String>) -> Option<Self> {
        let (fallback, webp) = shown.paths(Purpose::Page)?;
        Some(Self {
            src: fallback.encoded(),
            webp: webp.map(|webp| webp.encoded()),
            alt: alt.unwrap_or_default(),
            caption: None,
            pixels: shown.shown(site),
        })
    }
}

impl Scene<'_> {
    /// The view of an article.
    pub fn article(&self, id: PageId, article: &Article, words: &Words<'_>) -> ArticleView {
        let image = article.image.as_ref().and_then(|image| {
            let shown = self.site.image(id, &image.src.text)?;
            Some(ImageView {
                caption: image.caption.as_ref().map(|caption| words.set(caption)),
                ..ImageView::new(self.site, &shown, image.alt.clone())?
            })
        });
        let attachment = |attachment: &Attachment| {
            let (file, path) = self.site.attachment(id, &attachment.file.text)?;
            let name = || {
                path.as_str()
                    .rsplit('/')
                    .next()
                    .unwrap_or_default()
                    .to_owned()
            };
            Some(AttachmentView {
                title: attachment
                    .title
                    .as_ref()
                    .map_or_else(name, |title| words.set(title)),
                href: path.encoded(),
                kilobytes: file.size.div_ceil(1000),
            })
        };
        ArticleView {
            authors: article
                .authors
                .iter()
                .map(|author| words.set(author))
                .collect(),
            campaign: self.group_links(id, GroupKind::Campaign, words).pop(),
            image,
            call: words.set_option(article.call.as_ref()),
            attachments: article.attachments.iter().filter_map(attachment).collect(),
        }
    }
}
