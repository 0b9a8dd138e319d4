//! `untranslated`: a page of the site's language that is missing in another language of the site.

use crate::diagnostics::{Code, Diagnostic, Location};
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let default = site.config.default_language();
    if document.language != default {
        return;
    }
    let all = site.translations(&document.stem);
    let has = |language| {
        all.iter()
            .any(|id| site.page(*id).document.language == language)
    };
    let missing: Vec<String> = site
        .config
        .all_languages()
        .into_iter()
        .filter(|language| !has(*language))
        .map(|language| language.to_string())
        .collect();
    if let Some(first) = missing.first() {
        let path = &document.file.path;
        let stem = path.strip_suffix(".md").unwrap_or(path);
        let stem = stem.strip_suffix(&format!(".{default}")).unwrap_or(stem);
        found.push(
            Diagnostic::new(Code::Untranslated, Location::File(path.clone()))
                .with("languages", missing.join(", "))
                .with("file", format!("{stem}.{first}.md")),
        );
    }
}
