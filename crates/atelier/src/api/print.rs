//! Several sheets as one document for the printer.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use guichet::outputs::sheet::Printer;
use serde::Deserialize;

use super::preview::{asked, pdf_of, unrendered};
use super::{Shared, apart};
use crate::answer::{PageAnswer, Refusal};

#[derive(Deserialize)]
pub(super) struct PrintRequest {
    sheets: Vec<String>,
    /// Whether both sides of the paper are printed.
    #[serde(default)]
    duplex: bool,
}

/// The most sheets of one document.
const MOST: usize = 200;

/// `POST /api/print`: the sheets one after another. On both sides of the paper, none begins on the back of another.
pub(super) async fn print(
    State(workshop): Shared,
    Json(request): Json<PrintRequest>,
) -> PageAnswer {
    apart(workshop, move |workshop| {
        let messages = &workshop.messages;
        if request.sheets.is_empty() || request.sheets.len() > MOST {
            let most = MOST.to_string();
            let status = StatusCode::BAD_REQUEST;
            let args = [("most", &*most)];
            return Err(Refusal::new(
                status,
                "too-many",
                messages,
                "atelier-print-count",
                &args,
            ));
        }
        let snapshot = workshop.snapshot();
        let sheets = request.sheets.iter();
        let sheets = sheets.map(|path| asked(workshop, &snapshot, path));
        let sheets = sheets.collect::<Result<Vec<_>, Refusal>>()?;
        let closed = || Refusal::missing(messages, "PDF");
        let shop = snapshot.print_shop.as_ref().ok_or_else(closed)?;
        let printer = Printer::new(&snapshot.site, shop, &snapshot.studio);
        let choice = printer.together(&sheets, request.duplex);
        match (choice.pdf, choice.missing.is_empty()) {
            (Some(pdf), true) => Ok(pdf_of(pdf.to_vec())),
            // Nobody hands out a pile without knowing that a sheet is missing in it.
            _ => Err(choice
                .diagnostics
                .first()
                .map_or_else(closed, |found| unrendered(workshop, found))),
        }
    })
    .await
}
