//! The press, from the side that asks: a [`Job`] (a Typst template of the theme, and the data that it prints) → a PDF, or pictures of its pages.
//!
//! No text of an editor is ever Typst source: templates read it as data, from `/sheet.json`. The press knows nothing of
//! guides or sites. What sets a job in type is a crate of its own, `guichet-press`, in processes of its own: `pool` keeps
//! those at work, each of them a `worker`. `coverage` knows which characters the fonts have; `easel` keeps the latest pictures.

mod coverage;
mod easel;
mod pool;
mod shop;
mod worker;

pub use coverage::FontCoverage;
pub use guichet_wire::{
    Drawing, Files, Job, PagePicture, Plates, Print, PrintFacts, Remark, TemplateMistake, WORKER,
};
pub use pool::{Limits, Press, PressError, PrintEngine};
pub use shop::PrintShop;
