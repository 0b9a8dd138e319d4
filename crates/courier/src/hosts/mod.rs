//! The ways to a host.

mod sftp;

use std::path::{Path, PathBuf};

use guichet::model::PublicationTarget;
use guichet::reasons::reason;

use crate::{HostError, RemoteHost};
pub use sftp::{SftpHost, SshAccess};

/// The variable of the environment that has the password.
pub const PASSWORD: &str = "GUICHET_PASSWORD";

/// The port of SSH (RFC 4253, 4.1).
const SSH_PORT: u16 = 22;

/// Where `ssh` has a user's keys, below the home folder.
const SSH_KEYS: &[&str] = &["id_ed25519", "id_ecdsa", "id_rsa"];

/// The host that a site names. Nothing is asked of it yet.
///
/// # Errors
///
/// If the system gives what is needed for connections to nobody.
pub fn named(
    target: &PublicationTarget,
    password: Option<String>,
) -> Result<Box<dyn RemoteHost>, HostError> {
    let home = std::env::home_dir().unwrap_or_default();
    let keys = match &target.key {
        Some(key) => vec![below_home(&home, key)],
        None => SSH_KEYS
            .iter()
            .map(|key| home.join(".ssh").join(key))
            .collect(),
    };
    let access = SshAccess {
        user: target.user.clone().unwrap_or_default(),
        keys,
        agent: true,
        password,
        fingerprint: target.fingerprint.clone(),
        known_hosts: None,
    };
    let host = target.host.as_deref().unwrap_or_default();
    let port = target.port.and_then(|port| u16::try_from(port).ok());
    let port = port.unwrap_or(SSH_PORT);
    let made = SftpHost::new(host, port, &target.folder.text, access);
    let made = made.map_err(|error| HostError::Unreachable(host.to_owned(), reason(&error)))?;
    Ok(Box::new(made))
}

/// A path that may begin in the home folder.
fn below_home(home: &Path, path: &str) -> PathBuf {
    match path.strip_prefix("~/") {
        Some(below) => home.join(below),
        None => PathBuf::from(path),
    }
}
