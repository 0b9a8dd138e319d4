//! The site as its readers will see it, and its sheets as they will be printed.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use guichet::live::Snapshot;
use guichet::media_types::content_type;
use guichet::outputs::Content;
use guichet::outputs::sheet::Printer;
use guichet::site::{Output, OutputPath, Sheet};
use serde::Deserialize;

use super::sheets::named;
use super::{Shared, apart};
use crate::access::{PICTURE_POLICY, PREVIEW_POLICY};
use crate::answer::{PageAnswer, Refusal};
use crate::workshop::Workshop;

#[derive(Deserialize)]
pub(crate) struct PictureQuery {
    #[serde(default)]
    page: usize,
}

/// `GET /apercu/{key}/…`: a page or another file of the site.
pub(crate) async fn page(
    State(workshop): Shared,
    Path((key, path)): Path<(String, String)>,
) -> Response {
    let found = apart(workshop, move |workshop| {
        let snapshot = workshop.snapshot();
        // The path has been decoded; what is a file's name in it stays one.
        let found = OutputPath::new(path.as_str()).and_then(|path| {
            let output = snapshot.site.output(&path)?.clone();
            Some((path, output))
        });
        match found {
            Some((path, output)) => output_of(workshop, &snapshot, &key, &path, &output),
            None => Err(Refusal::missing(&workshop.messages, &path)),
        }
    });
    sandboxed(found.await)
}

fn output_of(
    workshop: &Workshop,
    snapshot: &Snapshot,
    key: &str,
    path: &OutputPath,
    output: &Output,
) -> PageAnswer {
    if let Some(address) = snapshot.stand_in(output) {
        return Ok(Redirect::temporary(&format!("/apercu/{key}{address}")).into_response());
    }
    let missing = || Refusal::missing(&workshop.messages, path.as_str());
    let bytes = match snapshot.render(path, output) {
        Ok(Content::Bytes(bytes)) => bytes,
        Ok(Content::Shared(bytes)) => bytes.to_vec(),
        Ok(Content::File(file)) => std::fs::read(&file.location).map_err(|_| missing())?,
        Ok(Content::Missing) => return Err(missing()),
        Err(found) => return Err(unrendered(workshop, &found)),
    };
    let kind = content_type(path.as_str());
    let mut response = Body::from(bytes).into_response();
    if let Ok(kind) = HeaderValue::from_str(&kind) {
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
    }
    Ok(response)
}

/// What is wrong with what cannot be rendered or printed.
pub(super) fn unrendered(workshop: &Workshop, found: &guichet::diagnostics::Diagnostic) -> Refusal {
    let message = found.message(&workshop.messages);
    let args = [("reason", &*message)];
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    Refusal::new(
        status,
        "unrendered",
        &workshop.messages,
        "atelier-unrendered",
        &args,
    )
}

/// An answer in which no script runs, and which only the workshop shows in a frame.
fn sandboxed(found: PageAnswer) -> Response {
    let mut response = found.unwrap_or_else(Refusal::into_response);
    response.headers_mut().insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(PREVIEW_POLICY),
    );
    response
}

/// `GET /fiche/{key}/a4/content/guides/carte.md`: the sheet of a page, as it will be printed.
pub(crate) async fn sheet(
    State(workshop): Shared,
    Path((_, path)): Path<(String, String)>,
) -> PageAnswer {
    apart(workshop, move |workshop| {
        let snapshot = workshop.snapshot();
        let pdf = printed(workshop, &snapshot, asked(workshop, &snapshot, &path)?)?;
        Ok(pdf_of(pdf.to_vec()))
    })
    .await
}

/// A PDF for the browser's own viewer, which shows it in a frame of the workshop.
pub(super) fn pdf_of(pdf: Vec<u8>) -> Response {
    let mut response = Body::from(pdf).into_response();
    let headers = response.headers_mut();
    let kind = HeaderValue::from_static("application/pdf");
    headers.insert(header::CONTENT_TYPE, kind);
    let policy = HeaderValue::from_static(
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    );
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    response
}

/// The sheet that a path names.
pub(super) fn asked(
    workshop: &Workshop,
    snapshot: &Snapshot,
    path: &str,
) -> Result<Sheet, Refusal> {
    named(snapshot, path).ok_or_else(|| Refusal::missing(&workshop.messages, path))
}

/// The PDF of a sheet.
fn printed(workshop: &Workshop, snapshot: &Snapshot, sheet: Sheet) -> Result<Arc<[u8]>, Refusal> {
    let closed = || Refusal::missing(&workshop.messages, sheet.format.name());
    let shop = snapshot.print_shop.as_ref().ok_or_else(closed)?;
    let printer = Printer::new(&snapshot.site, shop, &snapshot.studio);
    match printer.copy(sheet) {
        Some(pdf) => Ok(pdf),
        None => Err(match printer.complaints_of(sheet).first() {
            Some(found) => unrendered(workshop, found),
            None => closed(),
        }),
    }
}

/// `GET /feuille/{key}/a4/content/guides/carte.md?page=0`: a page of a sheet, as a picture; and how many pages there are.
pub(crate) async fn picture(
    State(workshop): Shared,
    Path((_, path)): Path<(String, String)>,
    Query(query): Query<PictureQuery>,
) -> PageAnswer {
    apart(workshop, move |workshop| {
        let snapshot = workshop.snapshot();
        let sheet = asked(workshop, &snapshot, &path)?;
        let missing = || Refusal::missing(&workshop.messages, &path);
        let shop = snapshot.print_shop.as_ref().ok_or_else(missing)?;
        let printer = Printer::new(&snapshot.site, shop, &snapshot.studio);
        let number = u32::try_from(query.page)
            .unwrap_or(u32::MAX)
            .saturating_add(1);
        let drawn = printer.pictures(sheet, Some(number));
        let Some(picture) = drawn.pictures.into_iter().next() else {
            return Err(match drawn.diagnostics.first() {
                Some(found) if drawn.pages == 0 => unrendered(workshop, found),
                // The sheet has become shorter.
                _ => missing().with("pages", drawn.pages),
            });
        };
        let mut response = Body::from(picture.svg.to_vec()).into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("image/svg+xml"),
        );
        headers.insert(
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(PICTURE_POLICY),
        );
        headers.insert("x-pages", HeaderValue::from(drawn.pages));
        headers.insert("x-version", HeaderValue::from(snapshot.version));
        Ok(response)
    })
    .await
}
