//! `unknown-price`: a short or premium-rate number without the price of a call. People who pay by the minute
//! must know before they dial.

use super::contacts::calls;
use super::from_dataset;
use crate::diagnostics::{Code, Diagnostic};
use crate::document::Document;
use crate::model::values::Tariff;
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    found.extend(from_dataset::told(site, id, Code::UnknownPrice, unpriced));
}

fn unpriced(document: &Document) -> Vec<Diagnostic> {
    // A premium-rate number is already reported, unless the page has an exception: then its price must be
    // beside it.
    let is_meant = document
        .common
        .allow
        .from_rule(Code::PremiumNumber)
        .is_some();
    let calls = calls(document).into_iter();
    let unpriced = calls.filter(|call| call.price.is_none());
    let told = unpriced.filter_map(|call| {
        let case = match call.phone.value.tariff() {
            Tariff::Unknown => "short",
            Tariff::Premium if is_meant => "premium",
            Tariff::Premium | Tariff::Free | Tariff::Ordinary => return None,
        };
        let diagnostic = Diagnostic::new(Code::UnknownPrice, call.phone.location.clone());
        Some(
            diagnostic
                .with("number", call.phone.value.printed())
                .with("case", case),
        )
    });
    told.collect()
}
