//! The data for templates: everything that a sheet says, in order, and nothing about how it looks.

use serde::Serialize;
use tera::Value;

use super::edition::{self, Edition};
use super::text::SheetImages;
use super::{acronyms, address, qr};
use crate::document::Details;
use crate::foreign;
use crate::markdown::{Block, Note};
use crate::model::values::Date;
use crate::model::{Article, FactSource};
use crate::outputs::card::Card;
use crate::outputs::guide::{OpeningView, RestView};
use crate::outputs::voice::Voice;
use crate::site::{GroupKind, LIST_LENGTH, PageId, Sheet, Site, Subject};

/// What is the same for every sheet of a format and language.
#[derive(Serialize)]
pub struct SharedData {
    format: String,
    language: String,
    direction: &'static str,
    site: SheetSiteView,
    publisher: Option<Card>,
    /// Year, month and day for the document's metadata.
    document_date: (i16, i8, i8),
}

#[derive(Serialize)]
struct SheetSiteView {
    title: String,
    summary: Option<String>,
    address: Option<String>,
    /// The site's notice, such as that it is a demonstration; omitted when empty, so that existing data do
    /// not change.
    #[serde(skip_serializing_if = "Option::is_none")]
    notice: Option<String>,
    /// The file of its logo.
    logo: Option<String>,
    /// The motto, shown below the name.
    motto: Option<String>,
    /// Its colour: `#0b4a75`.
    colour: String,
    /// The name of its look: `plain`, `town`, `union`.
    look: &'static str,
    /// How much toner its sheets may take: `full`, `sparing`.
    ink: &'static str,
}

/// The site's notice.
fn notice(voice: &Voice<'_>) -> Option<String> {
    let notice = voice.site.config.notice.as_ref()?;
    Some(voice.words.localized(notice))
}

impl SharedData {
    pub fn new(voice: &Voice<'_>, sheet: Sheet, files: &SheetImages) -> Self {
        let site = voice.site;
        let config = &site.config;
        Self {
            format: sheet.format.name().to_owned(),
            language: voice.language.to_string(),
            direction: voice.language.direction(),
            site: SheetSiteView {
                title: voice.words.localized(&config.title),
                summary: config
                    .summary
                    .as_ref()
                    .map(|text| voice.words.localized(text)),
                address: config.base_url.as_ref().map(|url| url.short().to_owned()),
                notice: notice(voice),
                logo: files.logo(site),
                motto: config
                    .motto
                    .as_ref()
                    .map(|motto| voice.words.localized(motto)),
                colour: config.colour.unwrap_or_default().hex(),
                look: config.look.unwrap_or_default().name(),
                ink: config.ink.unwrap_or_default().name(),
            },
            publisher: site
                .publisher(voice.language)
                .map(|id| Card::of_page(site, id, &voice.words)),
            document_date: document_date(site, sheet.subject),
        }
    }
}

/// The title of what a sheet prints.
pub fn title(voice: &Voice<'_>, subject: Subject) -> String {
    let site = voice.site;
    voice.words.set(match subject {
        Subject::Page(id) => &site.page(id).document.common.title,
        Subject::Section(id) => &site.sections[id as usize].title,
        Subject::Site(_) => site.config.title.get(voice.language),
    })
}

/// The date of a sheet's content: its last review, otherwise its publication, otherwise its sources; for a
/// binder, that of the latest page. Independent of the clock; a text without any date has the Unix epoch.
pub fn document_date(site: &Site, subject: Subject) -> (i16, i8, i8) {
    let day = match subject {
        Subject::Page(id) => page_date(site, id),
        Subject::Section(id) => {
            let pages = site.sections[id as usize].pages.iter();
            pages.filter_map(|id| page_date(site, *id)).max()
        }
        Subject::Site(language) => {
            let pages = site
                .pages_with_id()
                .filter(|(_, page)| page.document.language == language);
            pages.filter_map(|(id, _)| page_date(site, id)).max()
        }
    };
    day.map_or((1970, 1, 1), |date| {
        (date.0.year(), date.0.month(), date.0.day())
    })
}

fn page_date(site: &Site, id: PageId) -> Option<Date> {
    let common = &site.page(id).document.common;
    let sources = common.source.iter().filter_map(|source| source.date);
    common.reviewed_on().or(common.date).or(sources.max())
}

/// The edition of a page's sheets.
pub fn edition_of(voice: &Voice<'_>, id: PageId) -> Edition {
    let content = PageContent::new(voice, id, &SheetImages::default());
    let mut said = serde_json::to_value(&content).unwrap_or_default();
    foreign::strip(&mut said);
    let title = title(voice, Subject::Page(id));
    edition::of_page(page_date(voice.site, id), &title, &said)
}

/// What a page says on paper.
#[derive(Serialize)]
pub struct PageSheet {
    /// The id of the page in the data of a binder: its position on the site.
    pub id: u32,
    /// The four characters of its edition.
    #[serde(skip)]
    pub code: String,
    kind: &'static str,
    title: String,
    /// Its short address, as people copy it.
    address: Option<String>,
    /// The address that says whether this edition is still valid.
    qr: Option<qr::QrCode>,
    edition: String,
    /// The notice that its review is overdue. Not part of the edition: the words are the same.
    overdue: Option<String>,
    /// The site's notice, in the language of the page; not part of the edition either.
    #[serde(skip_serializing_if = "Option::is_none")]
    notice: Option<String>,
    /// The data set that the page comes from. Not part of the edition: a new file of the same words is no news.
    #[serde(skip_serializing_if = "Option::is_none")]
    dataset: Option<SourceSheet>,
    #[serde(flatten)]
    content: PageContent,
}

/// What the edition code is computed from: the words, not where they are published or how they are set.
#[derive(Serialize)]
struct PageContent {
    summary: Option<Value>,
    date: Option<String>,
    reviewed: Option<String>,
    review_every: Option<String>,
    topic: Option<String>,
    keywords: Vec<String>,
    opening: Option<OpeningView>,
    rest: Option<RestView>,
    article: Option<ArticleSheet>,
    organization: Option<OrganizationSheet>,
    body: Vec<Block>,
    notes: Vec<Note>,
    /// For each legal text, the number of the note with its address, if it has one.
    legal_notes: Vec<Option<usize>>,
    acronyms: Vec<acronyms::Acronym>,
    sources: Vec<SourceSheet>,
}

#[derive(Serialize)]
struct ArticleSheet {
    authors: Vec<String>,
    campaign: Option<String>,
    image: Option<ImageSheet>,
    /// What its tract begins and ends with; omitted when empty, like any field that is added later, so that the
    /// editions of existing sheets do not change.
    #[serde(skip_serializing_if = "Option::is_none")]
    hook: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    call: Option<String>,
}

#[derive(Serialize)]
struct ImageSheet {
    file: String,
    alt: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    caption: Option<String>,
}

#[derive(Serialize)]
struct OrganizationSheet {
    card: Card,
    kind: Option<String>,
    services: Vec<String>,
}

#[derive(Serialize)]
struct SourceSheet {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    id: Option<String>,
    date: Option<String>,
    licence: Option<String>,
    address: Option<String>,
}

impl PageSheet {
    /// Its title.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The blocks of its text.
    pub fn body(&self) -> &[Block] {
        &self.content.body
    }

    pub fn new(voice: &Voice<'_>, id: PageId, files: &SheetImages) -> Self {
        let page = voice.site.page(id);
        let voice = &Voice::of_sheet(voice.site, voice.language).reading(&page.document);
        let title = foreign::bare(&voice.words.set(&page.document.common.title));
        let mut content = PageContent::new(voice, id, files);
        let mut said = serde_json::to_value(&content).unwrap_or_default();
        foreign::strip(&mut said);
        content.acronyms = acronyms::used(voice, &said);
        let edition = edition::of_page(page_date(voice.site, id), &title, &said);
        let url = address::of_page(voice.site, id);
        let answer = address::of_answer(voice.site, voice.language, &edition);
        Self {
            id: id.0,
            code: edition.code.clone(),
            kind: page.document.kind().name(),
            edition: edition.to_string(),
            title,
            overdue: voice.overdue(&page.document),
            notice: notice(voice),
            dataset: voice
                .site
                .dataset_beside(&page.document)
                .map(|source| source_sheet(voice, &source)),
            address: url.as_deref().map(address::short),
            qr: answer.and_then(|url| qr::code(&url, files)),
            content,
        }
    }
}

impl PageContent {
    fn new(voice: &Voice<'_>, id: PageId, files: &SheetImages) -> Self {
        let site = voice.site;
        let document = &site.page(id).document;
        let voice = &Voice::of_sheet(site, voice.language).reading(document);
        let words = &voice.words;
        let common = &document.common;
        let mut tree = super::text::tree(voice, id, files);
        let guide = document.guide();
        let period = common.review_every.or(site.config.review_every);
        let groups = |kind| {
            let groups = site.page(id).groups.iter();
            groups
                .map(|(group, _)| &site.groups[*group as usize])
                .filter(move |group| group.kind == kind)
                .map(|group| words.said(&group.title, group.spoken))
        };
        let legal = guide.map_or(&[][..], |guide| &guide.legal);
        let legal_notes = legal
            .iter()
            .map(|text| Some(tree.note_of(text.url.as_ref()?.as_str())))
            .collect();
        Self {
            summary: voice.explain_option(common.summary.as_ref()),
            date: common.date.map(|date| words.date(date)),
            reviewed: common.reviewed_on().map(|date| words.date(date)),
            review_every: common
                .reviewed_on()
                .and(period)
                .map(|period| words.review_every(period)),
            topic: groups(GroupKind::Topic).next(),
            keywords: groups(GroupKind::Keyword).collect(),
            opening: guide.map(|guide| voice.guide_opening(guide)),
            rest: guide.map(|guide| voice.guide_rest(guide)),
            article: match &document.details {
                Details::Article(article) => Some(article_sheet(voice, id, article, files)),
                _ => None,
            },
            organization: document
                .organization()
                .map(|organization| OrganizationSheet {
                    card: Card::of_page(site, id, words),
                    kind: organization.kind.as_ref().map(|kind| words.kind(kind)),
                    services: site
                        .services_at(id, voice.language, LIST_LENGTH)
                        .into_iter()
                        .map(|id| words.title(site, id))
                        .collect(),
                }),
            body: tree.blocks,
            notes: tree.notes,
            legal_notes,
            acronyms: Vec::new(),
            sources: common
                .source
                .iter()
                .map(|source| source_sheet(voice, source))
                .collect(),
        }
    }
}

fn article_sheet(
    voice: &Voice<'_>,
    id: PageId,
    article: &Article,
    files: &SheetImages,
) -> ArticleSheet {
    let image = article.image.as_ref().and_then(|image| {
        let shown = voice.site.image(id, &image.src.text)?;
        Some(ImageSheet {
            file: files.name(voice.site, &shown),
            alt: image.alt.clone().unwrap_or_default(),
            caption: image
                .caption
                .as_ref()
                .map(|caption| voice.words.set(caption)),
        })
    });
    let groups = voice.site.page(id).groups.iter();
    let mut groups = groups.map(|(group, _)| &voice.site.groups[*group as usize]);
    let campaign = groups.find(|group| group.kind == GroupKind::Campaign);
    ArticleSheet {
        authors: article
            .authors
            .iter()
            .map(|who| voice.words.set(who))
            .collect(),
        campaign: campaign.map(|campaign| voice.words.said(&campaign.title, campaign.spoken)),
        image,
        hook: voice.words.set_option(article.hook.as_ref()),
        call: voice.words.set_option(article.call.as_ref()),
    }
}

fn source_sheet(voice: &Voice<'_>, source: &FactSource) -> SourceSheet {
    SourceSheet {
        name: voice.words.set(&source.name),
        file: source.file.clone(),
        id: source.spoken_id().cloned(),
        date: source.date.map(|date| voice.words.date(date)),
        licence: voice.words.set_option(source.licence.as_ref()),
        address: source.url.as_ref().map(|url| url.short().to_owned()),
    }
}
