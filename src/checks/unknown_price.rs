//! `unknown-price`: a short or premium-rate number without the price of a call. People who pay by the minute
//! must know before they dial.

use super::contacts::calls;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::values::Tariff;
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    // A premium-rate number is already reported, unless the page has an exception: then its price must be
    // beside it.
    let is_meant = document
        .common
        .allow
        .from_rule(Code::PremiumNumber)
        .is_some();
    let unpriced = calls(document).into_iter();
    for call in unpriced.filter(|call| call.price.is_none()) {
        let case = match call.phone.value.tariff() {
            Tariff::Unknown => "short",
            Tariff::Premium if is_meant => "premium",
            Tariff::Premium | Tariff::Free | Tariff::Ordinary => continue,
        };
        found.push(
            Diagnostic::new(Code::UnknownPrice, call.phone.location.clone())
                .with("number", call.phone.value.printed())
                .with("case", case),
        );
    }
}
