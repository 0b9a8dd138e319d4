//! The images of a site: which pages show which, how, and what is published of them.

use std::sync::Arc;

use super::outputs::OutputList;
use super::{Output, OutputPath, PageId, Site, address};
use crate::diagnostics::{Diagnostic, Location};
use crate::files::{self, CONTENT};
use crate::images::{ImageHeader, ImageKind, ImageOrder, Purpose, Recipe, THUMBNAIL_SIDE};
use crate::model::{ImageStyle, Located};
use crate::percent::decode;
use crate::source::SourceFile;

/// An image where a page shows it.
#[derive(Debug, Clone)]
pub struct ImageUse {
    /// The file.
    pub file: Arc<SourceFile>,
    /// What its header says.
    pub head: ImageHeader,
    /// How it is shown.
    pub style: ImageStyle,
    /// The style that the page asks for, if any.
    pub asked: Option<ImageStyle>,
    key: String,
}

/// An image that a page loads, and where it is written.
#[derive(Debug, Clone)]
pub struct ShownImage<'s> {
    /// The image.
    pub image: ImageUse,
    /// What it is used for.
    pub purpose: Purpose,
    /// Its destination, as written.
    pub destination: &'s str,
    /// Where that is.
    pub location: Location,
}

/// A file made from an image.
#[derive(Debug, Clone, PartialEq)]
pub struct ImageFile {
    /// The editor's file.
    pub source: Arc<SourceFile>,
    /// What is made from it.
    pub recipe: Recipe,
    /// Whether this is the WebP.
    pub is_webp: bool,
}

impl ImageFile {
    /// The order that this is a part of.
    pub fn order(&self) -> ImageOrder {
        order(&self.source, self.recipe)
    }
}

/// What to make from a file.
fn order(file: &SourceFile, recipe: Recipe) -> ImageOrder {
    ImageOrder {
        location: file.location.clone(),
        size: file.size,
        modified: file.modified,
        recipe,
    }
}

/// The style after the name of an image, `plan.png#grey`: the name, and the style as written.
fn style_mark(destination: &str) -> (&str, Option<&str>) {
    let (name, mark) = match destination.split_once('#') {
        Some((name, mark)) => (name, Some(mark)),
        None => (destination, None),
    };
    (name.split('?').next().unwrap_or_default(), mark)
}

impl ImageUse {
    /// Its addresses for a purpose: what every browser loads, and the WebP, if there is one.
    pub fn paths(&self, purpose: Purpose) -> Option<(OutputPath, Option<OutputPath>)> {
        let (fallback, webp) = self.head.addresses(&self.key, self.style, purpose);
        Some((OutputPath::new(fallback)?, webp.and_then(OutputPath::new)))
    }

    /// Width and height at which a list shows it: sharp on screens with two pixels to a point.
    pub fn shown_small(&self) -> Option<(u32, u32)> {
        self.head.shown(self.style, THUMBNAIL_SIDE / 2)
    }

    /// Width and height at which a page shows it.
    pub fn shown(&self, site: &Site) -> Option<(u32, u32)> {
        self.head.shown(self.style, site.config.image_side())
    }

    /// The recipe for a purpose; `None` if the editor's file itself is published.
    pub fn order(&self, site: &Site, purpose: Purpose) -> Option<ImageOrder> {
        Some(order(&self.file, self.recipe(site, purpose)?))
    }

    /// What is printed: in grey, like most printers and all copiers, unless the page asks for something else.
    pub fn printed(&self, site: &Site) -> ImageOrder {
        let style = match self.asked {
            Some(ImageStyle::Original) => ImageStyle::Colour,
            Some(asked) => asked,
            None => ImageStyle::Grey,
        };
        order(
            &self.file,
            recipe(site, self.head.kind, style, Purpose::Sheet),
        )
    }

    fn recipe(&self, site: &Site, purpose: Purpose) -> Option<Recipe> {
        // An SVG drawing is always cleaned, unless its folder is served unchanged.
        let is_made = match self.head.kind {
            ImageKind::Vector => !site.config.is_free(&self.key),
            _ => self.style != ImageStyle::Original,
        };
        is_made.then(|| recipe(site, self.head.kind, self.style, purpose))
    }
}

fn recipe(site: &Site, kind: ImageKind, style: ImageStyle, purpose: Purpose) -> Recipe {
    let config = &site.config;
    Recipe::new(
        kind,
        style,
        purpose,
        config.image_side(),
        config.image_budget(),
        config.colour.unwrap_or_default(),
    )
}

impl Site {
    /// The image that a destination on a page leads to.
    pub fn image(&self, from: PageId, destination: &str) -> Option<ImageUse> {
        let (name, mark) = style_mark(destination);
        let name = decode(name);
        let key = address::join(self.page(from).document.folder(), &files::normal(&name))?;
        self.image_at(key, mark)
    }

    /// What follows the name of an image and is not a style, or not one that the image can have.
    pub fn bad_image_style<'d>(&self, from: PageId, destination: &'d str) -> Option<&'d str> {
        let mark = style_mark(destination).1?;
        let image = self.image(from, destination)?;
        let fits = match image.asked {
            Some(ImageStyle::Original | ImageStyle::Colour) => true,
            Some(_) => image.head.kind != ImageKind::Vector,
            None => false,
        };
        (!fits).then_some(mark)
    }

    /// The logo of the configuration.
    pub fn logo(&self) -> Option<ImageUse> {
        let logo = self.own_image(&self.config.logo.as_ref()?.text)?;
        // A logo keeps its colours, even where pictures are grey.
        let style = logo.asked.unwrap_or(ImageStyle::Colour);
        Some(ImageUse { style, ..logo })
    }

    /// The picture of the home page.
    pub fn home_image(&self) -> Option<ImageUse> {
        self.own_image(&self.config.image.as_ref()?.src.text)
    }

    /// The picture of an article for lists. It is never the editor's own file, which may be large.
    pub fn thumbnail(&self, id: PageId) -> Option<ImageUse> {
        let article = self.page(id).document.article()?;
        let image = self.image(id, &article.image.as_ref()?.src.text)?;
        let style = match image.style {
            ImageStyle::Original => ImageStyle::Colour,
            style => style,
        };
        Some(ImageUse { style, ..image })
    }

    /// Every image that an output loads.
    pub fn images_shown_by(&self, output: &Output) -> Vec<ShownImage<'_>> {
        let mut shown = Vec::new();
        if let Some(id) = output.text_of(self) {
            for (destination, _, location) in self.images_of(id) {
                shown.extend(self.image(id, destination).map(|image| ShownImage {
                    image,
                    purpose: Purpose::Page,
                    destination,
                    location,
                }));
            }
        }
        let mut of =
            |image: Option<ImageUse>, purpose, written| {
                shown.extend(image.zip(written).map(|(image, written): (_, &Located)| {
                    ShownImage {
                        image,
                        purpose,
                        destination: &written.text,
                        location: written.location.clone(),
                    }
                }));
            };
        if let Output::Home(language) = output {
            let written = self.config.image.as_ref().map(|image| &image.src);
            of(self.home_image(), Purpose::Page, written);
            for id in self.latest_articles(*language) {
                let article = self.page(id).document.article();
                let written = article.and_then(|article| Some(&article.image.as_ref()?.src));
                of(self.thumbnail(id), Purpose::Thumbnail, written);
            }
        }
        if output.is_page() {
            of(self.logo(), Purpose::Logo, self.config.logo.as_ref());
        }
        shown
    }

    /// An image that the configuration names: its path below the content folder, with or without the folder's own name.
    fn own_image(&self, written: &str) -> Option<ImageUse> {
        let (name, mark) = style_mark(written);
        let name = name.trim_start_matches('/');
        let below = name
            .strip_prefix(CONTENT)
            .and_then(|rest| rest.strip_prefix('/'));
        let key = address::join("", &files::normal(below.unwrap_or(name)))?;
        self.image_at(key, mark)
    }

    fn image_at(&self, key: String, mark: Option<&str>) -> Option<ImageUse> {
        let file = self.files.get(&key)?;
        let asked = mark.and_then(|mark| ImageStyle::parse(&decode(mark)));
        Some(ImageUse {
            file: Arc::clone(file),
            head: file.image?,
            style: asked.unwrap_or_else(|| self.config.image_style()),
            asked,
            key,
        })
    }

    /// The target file of a link, and its address: for an image, a large picture, or the file itself if the
    /// link or the configuration asks for it.
    pub(super) fn linked_file(
        &self,
        key: &str,
        mark: Option<&str>,
    ) -> Option<(&Arc<SourceFile>, OutputPath)> {
        let file = self.files.get(key)?;
        if !self.is_handed_out(key, file) {
            return None;
        }
        let path = match self.image_at(key.to_owned(), mark) {
            Some(image) => image.paths(Purpose::Large)?.0,
            None => OutputPath::new(key)?,
        };
        Some((file, path))
    }

    /// An attachment of an article: the editor's own file, except that SVG drawings are cleaned as on a page.
    pub fn attachment(
        &self,
        from: PageId,
        destination: &str,
    ) -> Option<(&Arc<SourceFile>, OutputPath)> {
        let (name, _) = style_mark(destination);
        let name = decode(name);
        let key = address::join(self.page(from).document.folder(), &files::normal(&name))?;
        let file = self.files.get(&key)?;
        self.is_handed_out(&key, file)
            .then(|| Some((file, OutputPath::new(key)?)))?
    }

    /// Every image that a page shows, in the order of its text, the picture of an article last; with its
    /// alternative text, and where it is written.
    pub fn images_of(&self, id: PageId) -> impl Iterator<Item = (&str, Option<&str>, Location)> {
        let document = &self.page(id).document;
        let in_texts = document.texts().flat_map(|text| {
            text.facts.images.iter().map(move |image| {
                let alt = Some(image.alt.as_str());
                (image.destination.as_str(), alt, text.place(&image.span))
            })
        });
        let article = document
            .article()
            .and_then(|article| article.image.as_ref());
        let of_article = article.map(|image| {
            let alt = image.alt.as_deref();
            (image.src.text.as_str(), alt, image.src.location.clone())
        });
        in_texts.chain(of_article)
    }

    /// What is published of the images that pages show, link to and attach. Nothing of an image that no page
    /// names.
    pub(super) fn list_images(&self, list: &mut OutputList, diagnostics: &mut Vec<Diagnostic>) {
        if self.files.values().all(|file| file.image.is_none()) {
            return;
        }
        if let Some(logo) = self.logo() {
            self.list_image(&logo, Purpose::Logo, list, diagnostics);
        }
        if let Some(image) = self.home_image() {
            self.list_image(&image, Purpose::Page, list, diagnostics);
        }
        for language in &self.languages {
            for id in self.latest_articles(*language) {
                if let Some(image) = self.thumbnail(id) {
                    self.list_image(&image, Purpose::Thumbnail, list, diagnostics);
                }
            }
        }
        for (id, page) in self.pages_with_id() {
            let document = &page.document;
            for (destination, ..) in self.images_of(id) {
                if let Some(image) = self.image(id, destination) {
                    self.list_image(&image, Purpose::Page, list, diagnostics);
                }
            }
            for link in document.texts().flat_map(|text| &text.facts.links) {
                if let Some(image) = self.image(id, &link.destination) {
                    self.list_image(&image, Purpose::Large, list, diagnostics);
                }
            }
            let attachments = document
                .article()
                .map_or(&[][..], |article| &article.attachments);
            for attachment in attachments {
                let destination = &attachment.file.text;
                match self.image(id, destination) {
                    Some(image) if image.head.kind == ImageKind::Vector => {
                        self.list_image(&image, Purpose::Large, list, diagnostics);
                    }
                    Some(image) => {
                        if let Some((file, path)) = self.attachment(id, destination) {
                            let output = Output::File(Arc::clone(file));
                            list.add_image(path, output, &image.file, diagnostics);
                        }
                    }
                    None => {}
                }
            }
        }
    }

    fn list_image(
        &self,
        image: &ImageUse,
        purpose: Purpose,
        list: &mut OutputList,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let Some((fallback, webp)) = image.paths(purpose) else {
            return;
        };
        let Some(recipe) = image.recipe(self, purpose) else {
            let output = Output::File(Arc::clone(&image.file));
            return list.add_image(fallback, output, &image.file, diagnostics);
        };
        let made = |is_webp| {
            Output::Image(Arc::new(ImageFile {
                source: Arc::clone(&image.file),
                recipe,
                is_webp,
            }))
        };
        list.add_image(fallback, made(false), &image.file, diagnostics);
        if let Some(webp) = webp {
            list.add_image(webp, made(true), &image.file, diagnostics);
        }
    }
}
