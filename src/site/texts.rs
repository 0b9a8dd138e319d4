//! A site without a browser: plain texts, messages, the kit.

use std::borrow::Cow;

use super::outputs::OutputList;
use super::{Output, OutputPath, PageId, Site};
use crate::language::Language;
use crate::markdown::slug;

impl Site {
    /// Each page as plain text, and the messages of the guides.
    pub(super) fn list_texts(&self, list: &mut OutputList) {
        if !self.texts {
            return;
        }
        for (id, page) in self.pages_with_id() {
            if let Some(path) = self.text_path(id).filter(|_| !page.document.is_index) {
                list.add(path, Output::Text(id));
            }
        }
        for language in &self.languages {
            if self.guides(*language) > 0 {
                list.add(self.messages_path(*language), Output::Messages(*language));
            }
        }
    }

    /// The plain text of a page, beside it: `guides/x.txt`.
    pub fn text_path(&self, id: PageId) -> Option<OutputPath> {
        let path = self.page(id).path.as_str();
        OutputPath::new(format!("{}.txt", path.trim_end_matches(".html")))
    }

    /// The messages of the guides of a language, `messages.csv`.
    pub fn messages_path(&self, language: Language) -> OutputPath {
        let path = self.named_path(language, "address-messages");
        let stem = path.as_str().trim_end_matches(".html");
        OutputPath::new(format!("{stem}.csv")).unwrap_or(path)
    }

    /// The name of a file at the top of a kit, from a message of the theme: `ouvrir.html`.
    pub fn kit_path(&self, key: &str, ending: &str) -> String {
        let language = self.config.default_language();
        let name = slug(&self.theme.strings(language).catalogue.text(key));
        format!("{name}.{ending}")
    }

    /// How a kit is opened, step by step, in this language.
    pub fn kit_steps(&self, language: Language) -> Vec<String> {
        let words = &self.theme.strings(language).catalogue;
        let file = self.kit_path("address-kit", "html");
        let args = [("file", Cow::Borrowed(&*file))];
        ["kit-step-copy", "kit-step-open", "kit-step-print"]
            .into_iter()
            .map(|key| words.format(key, &args).into_owned())
            .collect()
    }
}
