//! Deliveries to the servers that hosts run, from Debian's packages.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;
mod cut;
mod sftp;
mod sshd;
