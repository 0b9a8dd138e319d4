//! Images of the site as their files are, for those who choose one.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse as _;
use guichet::media_types::content_type;

use super::{Shared, apart};
use crate::access::PICTURE_POLICY;
use crate::answer::{PageAnswer, Refusal};
use crate::keeper::below_content;

/// `GET /image/{key}/content/guides/photo.jpg`: an image that a page may name, whether one does or not.
pub(crate) async fn image(
    State(workshop): Shared,
    Path((_, path)): Path<(String, String)>,
) -> PageAnswer {
    apart(workshop, move |workshop| {
        let missing = || Refusal::missing(&workshop.messages, &path);
        let kind = content_type(&path);
        let snapshot = workshop.snapshot();
        let key = below_content(&path).filter(|_| kind.starts_with("image/"));
        let file = key.and_then(|key| snapshot.site.files.get(key));
        let file = file.ok_or_else(missing)?;
        let bytes = std::fs::read(&file.location).map_err(|_| missing())?;
        let mut response = Body::from(bytes).into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(PICTURE_POLICY),
        );
        if let Ok(kind) = HeaderValue::from_str(&kind) {
            headers.insert(header::CONTENT_TYPE, kind);
        }
        Ok(response)
    })
    .await
}
