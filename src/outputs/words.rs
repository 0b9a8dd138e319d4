//! Formats typed values in the reader's words: dates, money, lengths of time.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::catalogue::Catalogue;
use crate::document::Document;
use crate::foreign;
use crate::language::Language;
use crate::markdown::typeset;
use crate::model::cost::PricedCost;
use crate::model::kind_words;
use crate::model::values::{Date, Localized, Period, is_euro};
use crate::site::{PageId, Site};
use crate::theme::Theme;

/// The strings of one language, and how an editor's texts are written among them.
#[derive(Clone, Copy)]
pub struct Words<'s> {
    catalogue: &'s Catalogue,
    /// The language of the editor's texts.
    spoken: Language,
    /// The language of the place: of the site, and so of postal addresses and of configuration texts given
    /// once for all languages.
    place: Language,
    /// The texts of the original of this page, with their language: what is identical was not translated.
    original: Option<(Language, &'s HashSet<String>)>,
    /// Whether texts in another language are marked ([`foreign`]): on pages and sheets.
    marks: bool,
    /// Whether lines are isolated by characters: on paper. Pages have an element for it, because old browsers
    /// show the characters.
    on_paper: bool,
}

impl<'s> Words<'s> {
    /// The strings of the site's theme in this language, for texts without language marks.
    pub fn new(site: &'s Site, language: Language) -> Self {
        Self {
            place: site.config.default_language(),
            ..Self::of(&site.theme, language)
        }
    }

    /// The strings of the site's theme in this language, for a page: each text in another language is marked.
    pub fn of_page(site: &'s Site, language: Language) -> Self {
        Self {
            marks: true,
            ..Self::new(site, language)
        }
    }

    /// The strings of a theme in this language.
    pub fn of(theme: &'s Theme, language: Language) -> Self {
        Self {
            spoken: language,
            place: language,
            ..Self::of_catalogue(&theme.strings(language).catalogue)
        }
    }

    /// These strings, for texts in their language.
    pub fn of_catalogue(catalogue: &'s Catalogue) -> Self {
        Self {
            catalogue,
            spoken: catalogue.language(),
            place: catalogue.language(),
            original: None,
            marks: false,
            on_paper: false,
        }
    }

    /// These words for a printed sheet.
    #[must_use]
    pub fn on_paper(self) -> Self {
        Self {
            on_paper: true,
            ..self
        }
    }

    /// These words for the texts of a document: in its language, except for those identical to its original's.
    #[must_use]
    pub fn reading(self, site: &'s Site, document: &'s Document) -> Self {
        Self {
            spoken: document.language,
            original: site.original_texts(document),
            ..self
        }
    }

    /// The language of an editor's text.
    pub fn language_of(&self, text: &str) -> Language {
        match self.original {
            // One word may be the same in both languages: `parents`.
            Some((language, texts)) if text.trim().contains(' ') && texts.contains(text) => {
                language
            }
            _ => self.spoken,
        }
    }

    /// An editor's plain text, typeset.
    pub fn set(&self, text: &str) -> String {
        self.said(text, self.language_of(text))
    }

    /// A text in a language, typeset.
    pub fn said(&self, text: &str, language: Language) -> String {
        self.marked(typeset(text, language).into_owned(), language)
    }

    /// A finished text, with its language if that differs.
    pub fn marked(&self, text: String, language: Language) -> String {
        // Digits are read in the language of the page.
        let is_foreign = self.marks && language != self.language();
        match is_foreign && text.contains(char::is_alphabetic) {
            true => foreign::mark(&text, language),
            false => text,
        }
    }

    /// An optional text, typeset.
    pub fn set_option(&self, text: Option<&String>) -> Option<String> {
        text.map(|text| self.set(text))
    }

    /// The title of a page, which may be in another language.
    pub fn title(&self, site: &'s Site, id: PageId) -> String {
        let document = &site.page(id).document;
        self.reading(site, document).set(&document.common.title)
    }

    /// An editor's text, typeset, with an initial capital.
    pub fn sentence(&self, text: &str) -> String {
        self.said(&capitalised(text.to_owned()), self.language_of(text))
    }

    /// A configuration text given once for all languages.
    pub fn of_place(&self, text: &str) -> String {
        self.said(text, self.place)
    }

    /// A line of its own that may begin with a number: in isolation characters (Unicode's UAX 9) if the
    /// language runs from right to left, so that `3 rue des Tanneurs` does not end with its number. On a
    /// page, the template does this. It is in the language of the place, unless it is in another script.
    pub fn line(&self, text: &str) -> String {
        let is_latin = |c: char| !c.is_alphabetic() || c <= '\u{24f}';
        let language = match text.chars().all(is_latin) {
            true => self.place,
            false => self.spoken,
        };
        let set = self.said(text, language);
        if self.on_paper && self.language().is_right_to_left() {
            format!("\u{2068}{set}\u{2069}")
        } else {
            set
        }
    }

    /// A configuration text in this language, typeset; if it has none in this language, in the one that it
    /// has.
    pub fn localized(&self, text: &Localized) -> String {
        let language = text.language_of(self.language()).unwrap_or(self.place);
        self.said(text.get(self.language()), language)
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.catalogue.language()
    }

    /// A message of the theme.
    pub fn text(&self, key: &str) -> String {
        self.catalogue.text(key).into_owned()
    }

    /// A message of the theme, if it exists.
    pub fn find(&self, key: &str) -> Option<String> {
        self.catalogue.find(key, &[])
    }

    /// A kind of organization in the reader's words: `Caisse d’allocations familiales (Caf)`.
    pub fn kind(&self, kind: &str) -> String {
        let name = crate::markdown::slug(kind);
        self.find(&format!("kind-{name}"))
            .unwrap_or_else(|| self.kind_of_table(kind, &name, false))
    }

    /// Several organizations of a kind: `Mairies`.
    pub fn kinds(&self, kind: &str) -> String {
        let name = crate::markdown::slug(kind);
        self.find(&format!("kinds-{name}"))
            .unwrap_or_else(|| self.kind_of_table(kind, &name, true))
    }

    /// A kind for which the theme has no words: what is on the door is in French, except in English.
    fn kind_of_table(&self, written: &str, name: &str, several: bool) -> String {
        let in_english = self.language() == Language::english();
        let language = match in_english {
            true => self.language(),
            false => Language::french(),
        };
        match kind_words::name_of(name, several, in_english) {
            Some(words) => self.said(words, language),
            None => self.set(&kind_words::in_words(written)),
        }
    }

    /// A message of the theme with arguments.
    pub fn format(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, Cow<'_, str>)> = args
            .iter()
            .map(|(name, value)| (*name, Cow::Borrowed(*value)))
            .collect();
        self.catalogue.format(key, &args).into_owned()
    }

    /// `1er octobre 2026`.
    pub fn date(&self, date: Date) -> String {
        let month = self.text(&format!("month-{}", date.0.month()));
        self.format(
            "date-long",
            &[
                ("day", &date.0.day().to_string()),
                ("month", &month),
                ("year", &date.0.year().to_string()),
            ],
        )
    }

    /// `12 mois`.
    pub fn period(&self, period: Period) -> String {
        let parts = [
            (period.years, "period-years"),
            (period.months, "period-months"),
            (period.days, "period-days"),
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, key)| self.format(key, &[("count", &count.to_string())]))
            .collect();
        parts.join(" ")
    }

    /// `à revoir tous les ans`, `à revoir tous les 6 mois`.
    pub fn review_every(&self, period: Period) -> String {
        let (key, count) = match (period.years, period.months, period.days) {
            (years, 0, 0) => ("review-every-years", years),
            (0, months, 0) => ("review-every-months", months),
            (0, 0, days) => ("review-every-days", days),
            _ => return self.format("review-every", &[("period", &self.period(period))]),
        };
        self.format(key, &[("count", &count.to_string())])
    }

    /// `25 €`, `25,50 €`, `25 € (en cas de perte)`.
    pub fn cost(&self, cost: &PricedCost) -> String {
        let (units, cents) = (cost.amount.cents / 100, cost.amount.cents % 100);
        let units = group_thousands(units, &self.text("thousands-separator"));
        let units = typeset(&units, self.language()).into_owned();
        let amount = if cents == 0 {
            units
        } else {
            format!("{units}{}{cents:02}", self.text("decimal-separator"))
        };
        let euro = || self.format("money-euro", &[("amount", &amount)]);
        let price = match cost.currency.as_deref() {
            None => euro(),
            Some(currency) if is_euro(currency) => euro(),
            Some(currency) => format!("{amount}\u{a0}{currency}"),
        };
        match &cost.when {
            Some(when) => aside(&price, &self.set(when)),
            None => price,
        }
    }

    /// `a, b et c`.
    pub fn list(&self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => {
                let first = first.join(&self.text("comma"));
                self.format("list-last", &[("first", &first), ("last", last)])
            }
        }
    }
}

/// The text with an initial capital: editors write `si vous déménagez`, and it is on a line of its own.
pub fn capitalised(text: String) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(characters).collect(),
        _ => text,
    }
}

/// `1234567` as `1 234 567`, or with another language's separator; four digits stay together, as in a year.
fn group_thousands(number: u64, separator: &str) -> String {
    let digits = number.to_string();
    if digits.len() <= 4 {
        return digits;
    }
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .filter_map(|group| std::str::from_utf8(group).ok())
        .collect();
    groups.join(separator)
}

/// A text with a remark in brackets; after a dash if the remark has brackets of its own.
pub fn aside(said: &str, remark: &str) -> String {
    match remark.contains('(') {
        true => format!("{said} – {remark}"),
        false => format!("{said} ({remark})"),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::theme::ThemeChoice;

    #[test]
    fn plurals_dates_and_sums_are_those_of_the_language() {
        let languages: Vec<Language> = ["fr", "uk", "ro", "ar", "es"]
            .into_iter()
            .filter_map(Language::parse)
            .collect();
        let (theme, _) = Theme::load(
            Path::new("/nowhere"),
            &ThemeChoice::in_languages(&languages),
        );
        let months = |language: &str, months: u32| {
            let words = Words::of(&theme, Language::parse(language).unwrap());
            words.format("period-months", &[("count", &months.to_string())])
        };
        assert_eq!(months("uk", 1), "1 місяць");
        assert_eq!(months("uk", 3), "3 місяці");
        assert_eq!(months("uk", 12), "12 місяців");
        assert_eq!(months("uk", 21), "21 місяць");
        assert_eq!(months("ro", 3), "3 luni");
        assert_eq!(months("ro", 24), "24 de luni");
        assert_eq!(months("ar", 2), "شهران");
        assert_eq!(months("ar", 6), "6 أشهر");
        assert_eq!(months("ar", 12), "12 شهرا");
        assert_eq!(months("ar", 100), "100 شهر");
        let words = |language: &str| Words::of(&theme, Language::parse(language).unwrap());
        let every = |period: &str| words("fr").review_every(Period::parse(period).unwrap());
        assert_eq!(every("1 an"), "à revoir tous les ans");
        assert_eq!(every("6 mois"), "à revoir tous les 6 mois");
        let date = Date::parse("2026-10-01").unwrap();
        assert_eq!(words("es").date(date), "1 de octubre de 2026");
        assert_eq!(words("uk").date(date), "1 жовтня 2026 року");
        assert_eq!(words("fr").date(date), "1er\u{a0}octobre 2026");
        assert_eq!(words("ar").line("3 rue"), "3 rue");
        assert_eq!(
            words("ar").on_paper().line("3 rue"),
            "\u{2068}3 rue\u{2069}"
        );
        assert_eq!(words("fr").line("3 rue"), "3 rue");
        let parts = ["ا", "ب", "ج"].map(str::to_owned);
        assert_eq!(words("ar").list(&parts), "ا، ب وج");
    }
}
