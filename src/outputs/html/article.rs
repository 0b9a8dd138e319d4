//! What an article's page has besides its text: authors, picture, campaign, attachments.

use serde::Serialize;

use super::Scene;
use super::frame::Link;
use crate::images::Purpose;
use crate::model::Article;
use crate::model::kinds::Attachment;
use crate::outputs::words::Words;
use crate::site::{GroupKind, PageId};

#[derive(Serialize)]
pub struct ArticleView {
    authors: Vec<String>,
    campaign: Option<Link>,
    image: Option<ImageView>,
    attachments: Vec<AttachmentView>,
}

#[derive(Serialize)]
struct ImageView {
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

impl Scene<'_> {
    /// The view of an article.
    pub fn article(&self, id: PageId, article: &Article, words: &Words<'_>) -> ArticleView {
        let image = article.image.as_ref().and_then(|image| {
            let shown = self.site.image(id, &image.src.text)?;
            let (fallback, webp) = shown.paths(Purpose::Page)?;
            Some(ImageView {
                src: fallback.encoded(),
                webp: webp.map(|webp| webp.encoded()),
                alt: image.alt.clone().unwrap_or_default(),
                caption: image.caption.as_ref().map(|caption| words.set(caption)),
                pixels: shown.shown(self.site),
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
            attachments: article.attachments.iter().filter_map(attachment).collect(),
        }
    }
}
