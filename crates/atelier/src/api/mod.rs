//! What the pages of the workshop ask, one file a subject. Each answers in JSON; its fields are what
//! `pages/src/api.ts` says.

mod complete;
mod counter;
mod desk;
mod desk_index;
mod files;
mod hours;
mod image;
mod moves;
mod page;
mod paste;
mod preview;
mod print;
mod publish;
mod saving;
mod sheets;
mod site;
mod start;
mod text_kind;
mod upload;
mod versions;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use crate::answer::{PageAnswer, Refusal};
use crate::workshop::Workshop;

pub(crate) use counter::CounterIndex;
pub(crate) use desk_index::DeskIndex;

/// What a request has.
type Shared = axum::extract::State<Arc<Workshop>>;

/// The longest request, in bytes: a text twice, escaped as JSON.
const LONGEST: usize = 16 << 20;

/// Every request that the pages make.
pub(crate) fn routes() -> Router<Arc<Workshop>> {
    let uploads = Router::new()
        .route("/upload", post(upload::upload))
        .layer(DefaultBodyLimit::max(upload::LARGEST));
    Router::new()
        .route("/site", get(site::site))
        .route("/start", post(start::start))
        .route("/desk", get(desk::desk))
        .route("/page", get(page::page))
        .route("/hold", post(page::hold))
        .route("/save", post(saving::save))
        .route("/mend", post(saving::mend))
        .route("/versions", get(versions::versions))
        .route("/version", get(versions::version))
        .route("/new", post(files::new))
        .route("/duplicate", post(files::duplicate))
        .route("/translate", post(files::translate))
        .route("/rename", post(moves::rename))
        .route("/delete", post(moves::delete))
        .route("/bin", get(moves::bin))
        .route("/restore", post(moves::restore))
        .route("/empty", post(moves::empty))
        .route("/complete", get(complete::complete))
        .route("/paste", post(paste::paste))
        .route("/hours", get(hours::read).post(hours::write))
        .route("/counter", get(counter::counter))
        .route("/publish", post(publish::publish))
        .route("/print", post(print::print))
        .layer(DefaultBodyLimit::max(LONGEST))
        .merge(uploads)
}

/// The other files of the workshop: what readers will see, sheets, and images.
pub(crate) use image::image;
pub(crate) use preview::{page as preview, picture, sheet};

/// Answers on a thread that may wait: for files, for the press, for a large site.
async fn apart(
    workshop: Arc<Workshop>,
    work: impl FnOnce(&Workshop) -> PageAnswer + Send + 'static,
) -> PageAnswer {
    let done = tokio::task::spawn_blocking(move || work(&workshop)).await;
    done.unwrap_or_else(|_| Err(Refusal::stopped()))
}
