//! The press: Typst, in a process of its own, with nothing in reach but what it is given.
//!
//! From the inside out: [`Engine`] sets one job in type, `room` finds what stands outside its room, `pack` makes the file small, and
//! [`work`] does so for whoever asks over standard input.

mod engine;
mod pack;
mod room;
mod worker;

pub use engine::Engine;
/// For whoever looks at what [`Engine::lay_out`] has set.
pub use typst;
pub use worker::work;
