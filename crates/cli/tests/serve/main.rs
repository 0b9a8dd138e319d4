//! The preview, driven over HTTP as a browser and an editor drive it.
#![cfg(feature = "serve")]
#![allow(clippy::unwrap_used, clippy::panic)]

mod answers;
mod edits;
#[cfg(unix)]
mod links;
mod preview;
mod refusals;
#[cfg(feature = "sheets")]
mod sheets;
#[path = "../site/mod.rs"]
mod site;
