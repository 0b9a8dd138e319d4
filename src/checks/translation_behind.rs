//! `translation-behind`: the original of a translation has changed since. The translation carries a code of
//! the original that it was made from; without one, the review dates are compared.

use crate::diagnostics::{Code, Diagnostic, Location};
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let Some(original) = site.original_of(id) else {
        return;
    };
    let document = &site.page(id).document;
    let original = &site.page(original).document;
    let (location, case) = match &document.common.translated_from {
        Some(written) if original.is_text_code(written.text.trim()) => return,
        Some(written) => (written.location.clone(), "code"),
        None => {
            let (ours, theirs) = (document.common.reviewed_on(), original.common.reviewed_on());
            if theirs.is_none() || ours >= theirs {
                return;
            }
            (Location::File(document.file.path.clone()), "day")
        }
    };
    let code = original.text_code();
    let updated = document.offer_field("mend-translated", &["translated_from"], &code);
    found.push(
        Diagnostic::new(Code::TranslationBehind, location)
            .offers(updated)
            .with("case", case)
            .with("original", &original.file.path)
            .with("code", code),
    );
}
