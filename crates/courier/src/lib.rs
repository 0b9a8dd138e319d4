//! Sends a published site to its host: only what changed, file by whole file, and touches nothing else there.
//!
//! A folder of guichet's own on the host ([`OWN_FOLDER`]) keeps what guichet has put there and the hash of each file ([`RemoteSite`]).
//! A delivery compares it with the published folder, writes down what it is about to do, sends new names, then pages, then the lists
//! that lead to them and the home page, writes down what is there now, and only then deletes what the site no longer has. Cut at any
//! moment, it leaves whole files and a record from which the next one goes on.

mod connection;
mod delivery;
mod error;
mod host;
pub mod hosts;
mod local;
mod lock;
mod plan;
mod records;
mod remote;

pub use delivery::{Delivered, DeliveryOptions, Progress, deliver};
pub use error::{CourierError, HostError};
pub use host::{RemoteEntry, RemoteFolder, RemoteHost};
pub use local::{LocalFile, LocalSite, SendRank};
pub use lock::LockOwner;
pub use records::OWN_FOLDER;
pub use remote::RemoteSite;

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
