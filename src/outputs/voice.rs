//! Writes an editor's words in one language: typeset and, on a page of the site, with abbreviations spelled
//! out.

use tera::Value;

use super::words::{Words, capitalised};
use crate::document::Document;
use crate::language::Language;
use crate::markdown::{self, Abbreviations, Spelled};
use crate::site::Site;

/// The words of one page or sheet.
pub struct Voice<'s> {
    /// The site.
    pub site: &'s Site,
    /// Its language.
    pub language: Language,
    /// The theme's strings in it.
    pub words: Words<'s>,
    /// The abbreviations that the page has spelled out so far; `None` if they are listed at the end instead.
    spelled: Option<Spelled>,
}

impl<'s> Voice<'s> {
    /// The voice of an HTML page: text is HTML, with abbreviations spelled out on first use.
    pub fn of_page(site: &'s Site, language: Language) -> Self {
        Self {
            site,
            language,
            words: Words::of_page(site, language),
            spelled: Some(Spelled::default()),
        }
    }

    /// The voice of a printed sheet: text is plain.
    pub fn of_sheet(site: &'s Site, language: Language) -> Self {
        let page = Self::of_page(site, language);
        Self {
            spelled: None,
            words: page.words.on_paper(),
            ..page
        }
    }

    /// The voice of a text without language marks.
    pub fn of_message(site: &'s Site, language: Language) -> Self {
        Self {
            words: Words::new(site, language),
            ..Self::of_page(site, language)
        }
    }

    /// This voice for the texts of a document: in its language.
    #[must_use]
    pub fn reading(self, document: &'s Document) -> Self {
        Self {
            words: self.words.reading(self.site, document),
            ..self
        }
    }

    /// The notice that a page's review is overdue, if it is.
    pub fn overdue(&self, document: &Document) -> Option<String> {
        let due = self.site.review_due(document)?;
        // A page that is no longer valid says that instead.
        let is_told = due < self.site.day && !self.site.is_expired(document);
        let day = is_told.then(|| self.words.date(due))?;
        Some(self.words.format("overdue", &[("date", &day)]))
    }

    /// The notice that a page is no longer valid, if so.
    pub fn expired(&self, document: &Document) -> Option<String> {
        let until = document.common.valid_until.as_ref()?;
        let day = self.words.date(until.value);
        let expired = self.site.is_expired(document);
        expired.then(|| self.words.format("expired", &[("date", &day)]))
    }

    /// What has been spelled out so far.
    pub fn spelled(&self) -> Option<&Spelled> {
        self.spelled.as_ref()
    }

    /// A text of the front matter.
    pub fn explain(&self, text: &str) -> Value {
        self.explain_in(text, self.words.language_of(text))
    }

    fn explain_in(&self, text: &str, language: Language) -> Value {
        let Some(spelled) = &self.spelled else {
            return Value::from_serializable(&self.words.said(text, language));
        };
        let text = markdown::typeset(text, language);
        let glossary = self.site.glossary(language);
        let none = Abbreviations::default();
        let abbreviations = glossary.map_or(&none, |glossary| &glossary.abbreviations);
        let html = markdown::explain(&text, abbreviations, spelled);
        Value::safe_string(&self.words.marked(html, language))
    }

    /// A text of the front matter that may be absent.
    pub fn explain_option(&self, text: Option<&String>) -> Option<Value> {
        text.map(|text| self.explain(text))
    }

    /// A text of the front matter that may be absent, beginning with a capital.
    pub fn explain_sentence(&self, text: Option<&String>) -> Option<Value> {
        text.map(|text| self.explain_in(&capitalised(text.clone()), self.words.language_of(text)))
    }
}
