//! `guichet lsp`, driven over its standard input and output as editors' programs drive it.
#![cfg(feature = "lsp")]
#![allow(clippy::unwrap_used, clippy::panic)]

mod actions;
mod completion;
mod diagnostics;
mod editor;
mod hover;
mod protocol;
#[path = "../site/mod.rs"]
mod site;
