//! A site that is being worked on: its state between two changes of its files, any part of it rendered when somebody
//! asks, and who may ask.
//!
//! The preview and the workshop are made of this. Both hold a [`Project`](crate::project::Project), read again what
//! [`FolderChanges`] names, and answer requests from a [`Snapshot`].

mod guard;
mod snapshot;
mod watch;

pub use guard::{is_for_this_machine, is_of_this_site, kept_apart, listen};
pub use snapshot::Snapshot;
pub use watch::{Change, FolderChanges};
