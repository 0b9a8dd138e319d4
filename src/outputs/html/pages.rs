//! Pages that an editor wrote.

use serde::Serialize;
use tera::{Context, Value};

use super::Scene;
use super::article::ImageView;
use super::frame::{Frame, Link};
use crate::diagnostics::Diagnostic;
use crate::document::{Details, Document};
use crate::model::values::Date;
use crate::model::{Common, FactSource};
use crate::outputs::card::Card;
use crate::outputs::json_ld::json_ld;
use crate::outputs::words::Words;
use crate::site::{GroupKind, PageId};

/// A page with this many headings and words has a table of contents.
const TOC_HEADINGS: usize = 4;
const TOC_WORDS: usize = 500;

/// What templates know about any page.
#[derive(Serialize)]
struct DocumentView {
    title: String,
    summary: Option<Value>,
    date: Option<DateView>,
    reviewed: Option<DateView>,
    review_every: Option<String>,
    /// The date since which its review is overdue.
    overdue: Option<String>,
    /// The notice that it is no longer valid, and since when.
    expired: Option<String>,
    body: Value,
    toc: Vec<TocEntry>,
    keywords: Vec<Link>,
    topic: Option<Link>,
    related: Vec<Link>,
    sources: Vec<SourceView>,
}

/// A date for machines and for readers.
#[derive(Debug, Clone, Serialize)]
pub struct DateView {
    iso: String,
    text: String,
}

impl DateView {
    /// The view of a date.
    pub fn new(date: Date, words: &Words<'_>) -> Self {
        Self {
            iso: date.to_string(),
            text: words.date(date),
        }
    }
}

#[derive(Serialize)]
struct TocEntry {
    id: String,
    text: String,
}

#[derive(Serialize)]
struct SourceView {
    name: String,
    file: Option<String>,
    id: Option<String>,
    date: Option<DateView>,
    licence: Option<String>,
    url: Option<String>,
}

impl Scene<'_> {
    /// The page of a document.
    pub fn document_page(&self, id: PageId) -> Result<(&'static str, Frame, Context), Diagnostic> {
        let document = &self.site.page(id).document;
        if matches!(document.details, Details::Legal) {
            return self.legal(Some(id));
        }
        let words = self.voice.words;
        let mut context = Context::new();
        // Abbreviations are spelled out at their first use, so what is above the text must come first here
        // too.
        let summary = self.voice.explain_option(document.common.summary.as_ref());
        let opening = document
            .guide()
            .map(|guide| self.voice.guide_opening(guide));
        context.insert("document", &self.document(id, summary, &words));
        let sheets = self.sheets(id, &words);
        context.insert("sheets", &sheets);
        context.insert("no_sheet", &self.lacks_sheets(id, &sheets));
        if self.site.texts {
            let text = self.site.text_path(id).map(|path| path.encoded());
            context.insert("text", &text);
        }
        let template = match &document.details {
            Details::Guide(guide) => {
                context.insert("opening", &opening);
                context.insert("guide", &self.voice.guide_rest(guide));
                "guide.html"
            }
            Details::Article(article) => {
                context.insert("article", &self.article(id, article, &words));
                "article.html"
            }
            Details::Organization(_) => {
                let card = Card::of_page(self.site, id, &words);
                context.insert("contact", &card.says_how());
                context.insert("card", &card);
                context.insert("kind", &self.organization_kind(document, &words));
                context.insert("services", &self.services_at(id));
                "organization.html"
            }
            Details::Page | Details::Legal => "page.html",
        };
        Ok((template, self.document_frame(id, &words), context))
    }

    /// The legal notice: what the configuration knows, and the text of an editor, if there is one.
    pub fn legal(&self, id: Option<PageId>) -> Result<(&'static str, Frame, Context), Diagnostic> {
        let words = self.voice.words;
        let config = &self.site.config;
        let mut context = Context::new();
        context.insert(
            "editor_in_chief",
            &config
                .editor_in_chief
                .as_ref()
                .map(|name| words.of_place(name)),
        );
        let host: Vec<String> = config
            .host
            .iter()
            .flat_map(|host| host.lines())
            .map(|line| words.of_place(line))
            .collect();
        context.insert("host", &host);
        let accessibility = self.site.named_path(self.language, "address-accessibility");
        context.insert("accessibility", &accessibility.encoded());
        context.insert(
            "licence",
            &config.licence.as_ref().map(|text| words.localized(text)),
        );
        let frame = match id {
            Some(id) => {
                context.insert("document", &self.document(id, None, &words));
                self.document_frame(id, &words)
            }
            None => Frame {
                title: words.text("legal-title"),
                breadcrumbs: self.breadcrumbs_below_home(),
                translations: self
                    .translations_of(|language| self.site.named_path(language, "address-legal")),
                ..Frame::default()
            },
        };
        Ok(("legal.html", frame, context))
    }

    fn document_frame(&self, id: PageId, words: &Words<'_>) -> Frame {
        let page = self.site.page(id);
        let common = &page.document.common;
        let summary = page.document.summary();
        Frame {
            title: words.set(&common.title),
            description: (!summary.is_empty()).then(|| words.set(summary)),
            breadcrumbs: self.breadcrumbs(&page.document),
            translations: self.page_translations(id),
            json_ld: json_ld(self.site, id),
            ..Frame::default()
        }
    }

    fn document(&self, id: PageId, summary: Option<Value>, words: &Words<'_>) -> DocumentView {
        let document = &self.site.page(id).document;
        let common = &document.common;
        DocumentView {
            title: words.set(&common.title),
            summary,
            date: common.date.map(|date| DateView::new(date, words)),
            reviewed: common.reviewed_on().map(|date| DateView::new(date, words)),
            review_every: self.review_every(common, words),
            overdue: self.voice.overdue(document),
            expired: self.voice.expired(document),
            body: Value::safe_string(&self.body(id)),
            toc: toc(document, words),
            keywords: self.group_links(id, GroupKind::Keyword, words),
            topic: self.group_links(id, GroupKind::Topic, words).pop(),
            related: self.related(id, words),
            sources: common
                .source
                .iter()
                .chain(&self.site.dataset_beside(document))
                .map(|source| source_view(source, words))
                .collect(),
        }
    }

    /// How often the page is checked, if it has been checked at all.
    fn review_every(&self, common: &Common, words: &Words<'_>) -> Option<String> {
        common.reviewed.as_ref()?;
        let period = common.review_every.or(self.site.config.review_every)?;
        Some(words.review_every(period))
    }

    fn organization_kind(&self, document: &Document, words: &Words<'_>) -> Option<String> {
        let kind = document.organization()?.kind.as_ref()?;
        Some(words.kind(kind))
    }
}

fn toc(document: &Document, words: &Words<'_>) -> Vec<TocEntry> {
    let headings = || {
        document
            .facts
            .headings
            .iter()
            .filter(|heading| heading.level <= 2)
    };
    if document.facts.words < TOC_WORDS || headings().count() < TOC_HEADINGS {
        return Vec::new();
    }
    headings()
        .map(|heading| TocEntry {
            id: heading.id.clone(),
            text: words.set(&heading.text),
        })
        .collect()
}

fn source_view(source: &FactSource, words: &Words<'_>) -> SourceView {
    SourceView {
        name: words.set(&source.name),
        file: source.file.clone(),
        id: source.spoken_id().cloned(),
        date: source.date.map(|date| DateView::new(date, words)),
        licence: words.set_option(source.licence.as_ref()),
        url: source.url.as_ref().map(|url| url.as_str().to_owned()),
    }
}

/// A page as an entry of a list.
#[derive(Serialize)]
pub struct ListEntry {
    title: String,
    path: String,
    summary: Option<String>,
    date: Option<DateView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<ImageView>,
}

impl Scene<'_> {
    /// The list entry of a page; with a date if the list has dates.
    pub fn entry(&self, id: PageId, dated: bool, words: &Words<'_>) -> ListEntry {
        let page = self.site.page(id);
        let common: &Common = &page.document.common;
        let date = common.date.filter(|_| dated || page.is_article());
        ListEntry {
            title: words.title(self.site, id),
            path: self.href(id),
            summary: words
                .reading(self.site, &page.document)
                .set_option(common.summary.as_ref()),
            date: date.map(|date| DateView::new(date, words)),
            image: None,
        }
    }

    /// The list entry of an article, with its date and its picture.
    pub fn illustrated_entry(&self, id: PageId, words: &Words<'_>) -> ListEntry {
        let image = self.site.thumbnail(id);
        ListEntry {
            image: image.as_ref().and_then(ImageView::small),
            ..self.entry(id, true, words)
        }
    }
}
