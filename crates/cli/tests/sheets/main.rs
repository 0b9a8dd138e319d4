//! Printed sheets: what is on them, which are printed, which prints are kept, and how a screen shows them.
#![allow(clippy::unwrap_used, clippy::panic)]

mod cache;
mod common;
mod drawings;
mod failures;
mod lists;
mod order;
mod pictures;
#[path = "../site/mod.rs"]
mod site;
mod stand_in;
mod text;
mod together;
