//! `premium-number`: a number that costs more than an ordinary call. Since 2021 French administrations may
//! not have one (law 2018-727 of 10 August 2018, article 28); a guide that must name one anyway gives the
//! reason in an exception.

use super::contacts::calls;
use super::from_dataset;
use crate::diagnostics::{Code, Diagnostic};
use crate::document::Document;
use crate::model::values::{Phone, Tariff};
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    found.extend(from_dataset::told(site, id, Code::PremiumNumber, premium));
}

fn premium(document: &Document) -> Vec<Diagnostic> {
    let is_premium = |phone: &Phone| phone.tariff() == Tariff::Premium;
    let told = calls(document)
        .into_iter()
        .filter(|call| is_premium(&call.phone.value))
        .map(|call| (call.phone.value.printed(), call.phone.location.clone()));
    let written = document
        .telephones()
        .iter()
        .filter(|(_, phone)| is_premium(phone))
        .map(|(span, phone)| (phone.printed(), document.place(span)));
    let told = told.chain(written).map(|(number, location)| {
        Diagnostic::new(Code::PremiumNumber, location)
            .with("case", "page")
            .with("number", number)
    });
    told.collect()
}
