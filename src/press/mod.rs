//! The press, from the side that asks: a [`Job`] (a Typst template of the theme, and the data that it prints) → a PDF.
//!
//! No text of an editor is ever Typst source: templates read it as data, from `/sheet.json`. The press knows nothing of
//! guides or sites. What sets a job in type is a crate of its own, `guichet-press`, in processes of its own: `pool` keeps
//! those at work. `coverage` knows which characters the fonts have.

mod coverage;
mod pool;
mod shop;

pub use coverage::FontCoverage;
pub use guichet_wire::{Files, Job, Plates, Print, PrintFacts, Remark, TemplateMistake, WORKER};
pub use pool::{Limits, Press, PressError, PrintEngine};
pub use shop::PrintShop;
