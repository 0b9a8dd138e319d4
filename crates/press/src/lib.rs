//! The press: Typst, in a process of its own, with nothing in reach but what it is given.
//!
//! From the inside out: [`Engine`] sets one job in type and prints or draws it, `room` finds text outside its room, `pack` makes the file
//! small, [`join()`] makes one file of several, and [`work`] serves requests from standard input.

mod engine;
mod error;
mod join;
mod pack;
mod room;
mod worker;

pub use engine::Engine;
pub use error::EngineError;
pub use join::join;
/// For callers that examine the document of [`Engine::lay_out`].
pub use typst;
pub use worker::work;
