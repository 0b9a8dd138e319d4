//! The workshop, driven over HTTP as its pages and as strangers drive it.
#![cfg(feature = "atelier")]
#![allow(clippy::unwrap_used, clippy::panic)]

mod attacks;
mod desk;
mod fields;
mod files;
mod moves;
mod publishing;
mod saving;
#[cfg(feature = "sheets")]
mod sheets;
#[path = "../site/mod.rs"]
mod site;
mod start;
mod workshop;
