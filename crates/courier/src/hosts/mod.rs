//! The ways to a host.

mod sftp;

pub use sftp::{SftpHost, SshAccess};
