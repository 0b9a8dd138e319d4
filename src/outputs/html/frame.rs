//! What surrounds the text of every page: head, navigation, breadcrumbs, footer.

use serde::Serialize;
use tera::{Context, Value};

use super::Scene;
use crate::foreign;
use crate::images::Purpose;
use crate::language::Language;
use crate::outputs::card::Card;
use crate::outputs::words::Words;
use crate::site::{ImageUse, Section, Site};

/// The placeholder for the page's weight in the template, until the page's length is known. A private-use
/// character (U+E000), which no text needs.
pub const WEIGHT: char = '\u{e000}';

/// What all pages of a language share.
pub struct SharedFrame {
    strings: Value,
    style: Value,
    site: Value,
    publisher: Value,
}

#[derive(Serialize)]
struct SiteView {
    title: String,
    home: String,
    nav: Vec<Link>,
    legal: String,
    feed: Option<String>,
    /// The motto, shown below the name.
    motto: Option<String>,
    logo: Option<LogoView>,
    /// The address of its icon; none if its initial is drawn instead.
    icon: Option<String>,
    /// The first letter of the longest word of its title, by which people know it.
    initial: String,
    /// Its colour as six digits: `0b4a75`.
    colour: String,
}

/// The logo at the head of a page.
#[derive(Serialize)]
struct LogoView {
    src: String,
    width: u32,
    height: u32,
}

impl LogoView {
    /// How tall it is shown, in pixels, unless it is wider than [`Self::WIDEST`].
    const TALL: u32 = 48;
    const WIDEST: u32 = 192;

    fn new(logo: &ImageUse) -> Option<Self> {
        let (src, _) = logo.paths(Purpose::Logo)?;
        let (width, height) = logo.head.pixels.unwrap_or((1, 1));
        let scaled = |side: u32, by: u32, of: u32| {
            let side = u64::from(side) * u64::from(by) / u64::from(of.max(1));
            u32::try_from(side).unwrap_or(u32::MAX)
        };
        let wide = scaled(width, Self::TALL, height);
        let (width, height) = match wide > Self::WIDEST {
            true => (Self::WIDEST, scaled(height, Self::WIDEST, width)),
            false => (wide, Self::TALL),
        };
        Some(Self {
            src: src.encoded(),
            width: width.max(1),
            height: height.max(1),
        })
    }

    /// Whether it can still be recognized in a square of 16 pixels.
    fn is_icon(&self) -> bool {
        self.width <= 2 * self.height && self.height <= 2 * self.width
    }
}

/// The first letter of the longest word of a title: of « Le guichet d’Exempleville », an E.
fn initial(title: &str) -> String {
    let words = title.split(|c: char| !c.is_alphabetic());
    let longest = words.rev().max_by_key(|word| word.chars().count());
    let first = longest.and_then(|word| word.chars().next());
    first.map_or_else(String::new, |letter| letter.to_uppercase().collect())
}

/// A link of the site: its address from the top.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// Its text.
    pub title: String,
    /// Its address from the top.
    pub path: String,
}

impl SharedFrame {
    /// Prepares it.
    pub fn new(site: &Site, language: Language) -> Self {
        let words = Words::of_page(site, language);
        let strings = site.theme.strings(language);
        let legal = site.legal_page(language).map_or_else(
            || site.named_path(language, "address-legal").encoded(),
            |id| site.page_path(id).encoded(),
        );
        let feed = site
            .config
            .base_url
            .is_some()
            .then(|| format!("{}atom.xml", site.prefix(language)));
        let logo = site.logo().as_ref().and_then(LogoView::new);
        let icon = logo.as_ref().filter(|logo| logo.is_icon());
        let title = words.localized(&site.config.title);
        let colour = site.config.colour.unwrap_or_default().hex();
        let view = SiteView {
            icon: icon.map(|icon| icon.src.clone()),
            motto: site
                .config
                .motto
                .as_ref()
                .map(|motto| words.localized(motto)),
            initial: initial(&foreign::bare(&title)),
            colour: colour.trim_start_matches('#').to_owned(),
            logo,
            title,
            home: site.home(language).encoded(),
            nav: navigation(site, language, &words),
            legal,
            feed,
        };
        let publisher = site
            .publisher(language)
            .map(|id| Card::of_page(site, id, &words));
        Self {
            strings: strings.plain.clone(),
            style: Value::safe_string(site.theme.style(language)),
            site: Value::from_serializable(&view),
            publisher: Value::from_serializable(&publisher),
        }
    }

    /// What a partial template needs besides its own values.
    pub fn insert_into(&self, context: &mut Context) {
        context.insert_value("t", self.strings.clone());
    }
}

/// The top-level sections in the order of what readers look for: guides, articles, the directory, other
/// pages; then the search.
fn navigation(site: &Site, language: Language, words: &Words<'_>) -> Vec<Link> {
    let mut sections: Vec<&Section> = site
        .sections
        .iter()
        .filter(|section| section.language == language && !section.folder.contains('/'))
        .collect();
    sections.sort_by_key(|section| section.kind.rank());
    let mut links: Vec<Link> = sections
        .into_iter()
        .map(|section| Link {
            title: words.set(&section.title),
            path: section.part_path(0).encoded(),
        })
        .collect();
    links.push(Link {
        title: words.text(match site.config.search {
            Some(false) => "index-title",
            _ => "search",
        }),
        path: site.search_path(language, 0).encoded(),
    });
    links
}

/// What the frame shows for one page.
#[derive(Debug, Default)]
pub struct Frame {
    /// The page's title.
    pub title: String,
    /// For `<meta name="description">`.
    pub description: Option<String>,
    /// The breadcrumbs from the home page.
    pub breadcrumbs: Vec<Link>,
    /// The translations of this page.
    pub translations: Vec<Translation>,
    /// The feed of this page, besides the site's.
    pub feed: Option<Link>,
    /// The JSON-LD of the page.
    pub json_ld: Option<String>,
    /// Whether this is the home page.
    pub is_home: bool,
    /// Whether search engines should skip it: it only leads to other pages.
    pub unlisted: bool,
}

/// A translation of a page.
#[derive(Debug, Clone, Serialize)]
pub struct Translation {
    /// Its language.
    pub lang: Language,
    /// The language's own name.
    pub name: String,
    /// Its address from the top.
    pub path: String,
}

#[derive(Serialize)]
struct PageView<'f> {
    title: &'f str,
    description: Option<&'f str>,
    canonical: Option<String>,
    breadcrumbs: &'f [Link],
    translations: &'f [Translation],
    feed: Option<&'f Link>,
    is_home: bool,
    unlisted: bool,
}

impl Frame {
    /// Adds the frame to the template's values.
    pub fn fill(&self, scene: &Scene<'_>, context: &mut Context) {
        let config = &scene.site.config;
        let view = PageView {
            title: &self.title,
            description: self.description.as_deref(),
            canonical: match self.unlisted {
                true => None,
                false => config.absolute(&scene.path.encoded()),
            },
            breadcrumbs: &self.breadcrumbs,
            translations: &self.translations,
            feed: self.feed.as_ref(),
            is_home: self.is_home,
            unlisted: self.unlisted,
        };
        scene.shared.insert_into(context);
        context.insert("lang", &scene.language);
        context.insert("dir", scene.language.direction());
        context.insert("root", &scene.root);
        context.insert("page", &view);
        context.insert("weight", &WEIGHT);
        context.insert_value("style", scene.shared.style.clone());
        context.insert_value("site", scene.shared.site.clone());
        context.insert_value("publisher", scene.shared.publisher.clone());
        if let Some(json_ld) = &self.json_ld {
            context.insert_value("json_ld", Value::safe_string(json_ld));
        }
    }
}
