//! Why a site was not sent.

use std::borrow::Cow;
use std::io;
use std::path::PathBuf;

use guichet::catalogue::Catalogue;
use guichet::reasons;

/// What a host answers instead of doing what it is asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum HostError {
    /// The connection was lost, or the host did not answer in time: another try may succeed.
    #[error("the connection was cut: {0}")]
    Cut(String),
    /// Nobody answers at that address.
    #[error("{0} cannot be reached: {1}")]
    Unreachable(String, String),
    /// The host is not known to be the one that it says: the fingerprint of its key.
    #[error("{host} shows a key that is not known: {fingerprint}")]
    Untrusted {
        /// Its name.
        host: String,
        /// SHA-256, as `ssh` writes it.
        fingerprint: String,
    },
    /// It shows another key than it should: somebody may stand between, or it was changed.
    #[error("{host} shows another key than it should: {fingerprint}")]
    Impostor {
        /// Its name.
        host: String,
        /// SHA-256, as `ssh` writes it.
        fingerprint: String,
    },
    /// It does not let this user in.
    #[error("{host} does not let {user} in")]
    NotLetIn {
        /// Its name.
        host: String,
        /// Who asked.
        user: String,
    },
    /// There is no more room.
    #[error("{0}: the host's disk is full")]
    Full(String),
    /// A file cannot take the place of another there by renaming.
    #[error("{0}: the host does not replace a file by renaming")]
    CannotReplace(String),
    /// It is not allowed, or does not work.
    #[error("{0}: {1}")]
    Refused(String, String),
}

impl HostError {
    /// Whether the same may succeed a little later.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Cut(_))
    }
}

/// Why a site was not sent, or not all of it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CourierError {
    /// The host refused or could not be reached.
    #[error(transparent)]
    Host(#[from] HostError),
    /// The folder on the host holds files that guichet did not put there: some of their names.
    #[error("the folder holds files that guichet did not put there: {}", .0.join(", "))]
    NotOurs(Vec<String>),
    /// A file that guichet did not put there has the place of one to send.
    #[error("{0} is there, and guichet did not put it there")]
    Occupied(String),
    /// Somebody is publishing there at the moment: who, and since when, in their own words.
    #[error("{0} is publishing there")]
    Locked(String),
    /// The record on the host is damaged, or of a later version of guichet.
    #[error("the record of what is there cannot be read: {0}")]
    Unread(String),
    /// A file of the published folder could not be read.
    #[error("{}: {}", .0.display(), .1)]
    Local(PathBuf, #[source] io::Error),
    /// The published folder was built anew meanwhile.
    #[error("{} changed while it was sent", .0.display())]
    Rebuilt(PathBuf),
}

impl HostError {
    /// The key of its message, and what that is about.
    fn words(&self) -> (&'static str, Vec<(&'static str, String)>) {
        let of = |host: &String, fingerprint: &String| {
            vec![("host", host.clone()), ("fingerprint", fingerprint.clone())]
        };
        match self {
            Self::Cut(reason) => ("host-cut", vec![("reason", reason.clone())]),
            Self::Unreachable(host, reason) => {
                let said = vec![("host", host.clone()), ("reason", reason.clone())];
                ("host-unreachable", said)
            }
            Self::Untrusted { host, fingerprint } => ("host-untrusted", of(host, fingerprint)),
            Self::Impostor { host, fingerprint } => ("host-impostor", of(host, fingerprint)),
            Self::NotLetIn { host, user } => {
                let said = vec![("host", host.clone()), ("user", user.clone())];
                ("host-not-let-in", said)
            }
            Self::Full(path) => ("host-full", vec![("path", path.clone())]),
            Self::CannotReplace(path) => ("host-cannot-replace", vec![("path", path.clone())]),
            Self::Refused(path, reason) => {
                let said = vec![("path", path.clone()), ("reason", reason.clone())];
                ("host-refused", said)
            }
        }
    }
}

impl CourierError {
    /// The error, in the editor's language.
    pub fn message(&self, catalogue: &Catalogue) -> String {
        let (key, said) = match self {
            Self::Host(error) => error.words(),
            Self::NotOurs(names) => ("host-not-ours", vec![("names", names.join(", "))]),
            Self::Occupied(path) => ("host-occupied", vec![("path", path.clone())]),
            Self::Locked(words) => ("host-locked", vec![("words", words.clone())]),
            Self::Unread(path) => ("host-unread", vec![("path", path.clone())]),
            Self::Local(path, error) => {
                let path = path.display().to_string();
                let said = vec![("path", path), ("reason", reasons::reason(error))];
                ("import-unreadable-source", said)
            }
            Self::Rebuilt(path) => ("host-rebuilt", vec![("path", path.display().to_string())]),
        };
        let said: Vec<(&str, Cow<'_, str>)> = said
            .into_iter()
            .map(|(name, value)| (name, Cow::Owned(value)))
            .collect();
        catalogue.format(key, &said).into_owned()
    }
}
