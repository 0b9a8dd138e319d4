//! The published folder: replaced as a whole or not at all, and nothing else is ever touched.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;
mod files;
mod interruptions;
#[cfg(unix)]
mod others;
mod places;
#[path = "../site/mod.rs"]
mod site;
