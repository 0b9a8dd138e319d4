//! Printed sheets: what is on them, which are printed, and which prints are kept.
#![allow(clippy::unwrap_used, clippy::panic)]

mod cache;
mod common;
mod failures;
mod lists;
mod order;
mod pictures;
#[path = "../site/mod.rs"]
mod site;
mod stand_in;
mod text;
