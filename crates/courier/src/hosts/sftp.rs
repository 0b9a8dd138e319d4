//! SFTP, over SSH.

mod login;
mod session;

use std::io::{self, Read};
use std::path::PathBuf;
use std::time::Duration;

use russh_sftp::client::error::Error as SftpError;
use russh_sftp::protocol::{FileAttributes, OpenFlags, StatusCode};
use tokio::runtime::Runtime;

use crate::{HostError, RemoteEntry, RemoteFolder, RemoteHost};
use session::SftpSession;

/// A host that does not answer for this time is cut off.
const PATIENCE: Duration = Duration::from_secs(30);

/// What is written and read at once: what every server takes (draft-ietf-secsh-filexfer-02, 3).
const CHUNK: usize = 32_768;

/// How many chunks are on their way at once.
const AT_ONCE: usize = 16;

/// How a user is let in, and how the host is known. What is tried: the agent's keys, the keys of files, the password.
#[derive(Debug, Clone, Default)]
pub struct SshAccess {
    /// The name of the user.
    pub user: String,
    /// Files of private keys without a passphrase.
    pub keys: Vec<PathBuf>,
    /// Whether to ask the agent that runs for this user.
    pub agent: bool,
    /// The password.
    pub password: Option<String>,
    /// The fingerprint of the host's key, `SHA256:…`; without it, the host must be in `known_hosts`.
    pub fingerprint: Option<String>,
    /// The file of hosts that are known; without it, that of the user.
    pub known_hosts: Option<PathBuf>,
}

/// A folder of a host that is reached by SFTP.
pub struct SftpHost {
    runtime: Runtime,
    host: String,
    port: u16,
    folder: String,
    access: SshAccess,
}

impl SftpHost {
    /// A folder, by its path from where the user is let in or from the top.
    ///
    /// # Errors
    ///
    /// If the system gives no threads.
    pub fn new(host: &str, port: u16, folder: &str, access: SshAccess) -> io::Result<Self> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()?;
        Ok(Self {
            runtime,
            host: host.to_owned(),
            port,
            folder: folder.trim_end_matches('/').to_owned(),
            access,
        })
    }
}

impl RemoteHost for SftpHost {
    fn connect(&self) -> Result<Box<dyn RemoteFolder + '_>, HostError> {
        let session = self.runtime.block_on(SftpSession::open(self))?;
        Ok(Box::new(SftpFolder {
            host: self,
            session,
        }))
    }
}

struct SftpFolder<'h> {
    host: &'h SftpHost,
    session: SftpSession,
}

impl SftpFolder<'_> {
    /// The path on the host.
    fn full(&self, path: &str) -> String {
        match (&*self.host.folder, path) {
            ("", "") => ".".to_owned(),
            ("", path) => path.to_owned(),
            (folder, "") => folder.to_owned(),
            (folder, path) => format!("{folder}/{path}"),
        }
    }

    /// Waits for an answer of the host.
    fn wait<T>(
        &self,
        path: &str,
        answer: impl Future<Output = Result<T, SftpError>>,
    ) -> Result<T, HostError> {
        let answer = self.host.runtime.block_on(answer);
        answer.map_err(|error| understood(path, &error))
    }
}

/// What the protocol's error means.
fn understood(path: &str, error: &SftpError) -> HostError {
    match error {
        SftpError::Status(status) => match status.status_code {
            StatusCode::NoConnection | StatusCode::ConnectionLost => {
                HostError::Cut(error.to_string())
            }
            code => HostError::Refused(path.to_owned(), code.to_string()),
        },
        SftpError::Limited(_) => HostError::Refused(path.to_owned(), error.to_string()),
        _ => HostError::Cut(error.to_string()),
    }
}

/// Whether a host says that there is nothing at a path.
fn is_missing(error: &SftpError) -> bool {
    matches!(error, SftpError::Status(status) if status.status_code == StatusCode::NoSuchFile)
}

/// The answer, or nothing if nothing is there.
fn if_there<T>(answer: Result<T, SftpError>) -> Result<Option<T>, SftpError> {
    match answer {
        Ok(answer) => Ok(Some(answer)),
        Err(error) if is_missing(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

impl RemoteFolder for SftpFolder<'_> {
    fn list(&mut self, folder: &str) -> Result<Vec<RemoteEntry>, HostError> {
        let full = self.full(folder);
        let entries = self.wait(folder, async {
            if_there(self.session.entries(&full).await)
        })?;
        let entries = entries.unwrap_or_default().into_iter();
        let entries = entries.filter(|(name, _)| name != "." && name != "..");
        Ok(entries
            .map(|(name, attributes)| RemoteEntry {
                name,
                size: attributes.is_regular().then(|| attributes.len()),
            })
            .collect())
    }

    fn read(&mut self, path: &str, most: u64) -> Result<Option<Vec<u8>>, HostError> {
        let full = self.full(path);
        let read = self.wait(path, async {
            if_there(self.session.read(&full, most).await)
        })?;
        match read {
            Some(None) => Err(HostError::Refused(path.to_owned(), "too large".to_owned())),
            Some(bytes) => Ok(bytes),
            None => Ok(None),
        }
    }

    fn put(
        &mut self,
        path: &str,
        part: &str,
        _: u64,
        content: &mut dyn Read,
    ) -> Result<(), HostError> {
        let (from, to) = (self.full(part), self.full(path));
        let flags = OpenFlags::WRITE | OpenFlags::CREATE | OpenFlags::TRUNCATE;
        let open = self
            .session
            .sftp
            .open(&*from, flags, FileAttributes::empty());
        let handle = self.wait(path, open)?.handle;
        let mut offset = 0;
        loop {
            let chunks = chunks(content)
                .map_err(|error| HostError::Refused(path.to_owned(), error.to_string()))?;
            if chunks.is_empty() {
                break;
            }
            let length: usize = chunks.iter().map(Vec::len).sum();
            let written = self.wait(path, self.session.write(&handle, offset, chunks));
            if let Err(HostError::Refused(path, reason)) = written {
                let room = self.host.runtime.block_on(self.session.has_room(&from));
                return Err(match room {
                    Some(false) => HostError::Full(path),
                    _ => HostError::Refused(path, reason),
                });
            }
            written?;
            offset += length as u64;
        }
        self.wait(path, self.session.sftp.close(handle))?;
        self.host
            .runtime
            .block_on(self.session.replace(&from, &to))
            .map_err(|error| match error {
                SftpError::Status(status) if status.status_code != StatusCode::ConnectionLost => {
                    HostError::CannotReplace(path.to_owned())
                }
                error => understood(path, &error),
            })
    }

    fn remove(&mut self, path: &str) -> Result<(), HostError> {
        let full = self.full(path);
        let removed = async { if_there(self.session.sftp.remove(&*full).await) };
        self.wait(path, removed).map(|_| ())
    }

    fn make_folder(&mut self, path: &str) -> Result<bool, HostError> {
        let full = self.full(path);
        let made = self.session.sftp.mkdir(&*full, FileAttributes::empty());
        match self.wait(path, made) {
            Ok(_) => Ok(true),
            Err(HostError::Refused(path, reason)) => {
                let there = async { if_there(self.session.sftp.stat(&*full).await) };
                match self.wait(&path, there)? {
                    Some(there) if there.attrs.is_dir() => Ok(false),
                    _ => Err(HostError::Refused(path, reason)),
                }
            }
            Err(error) => Err(error),
        }
    }

    fn remove_folder(&mut self, path: &str) -> Result<(), HostError> {
        let full = self.full(path);
        match self.wait(path, self.session.sftp.rmdir(&*full)) {
            // It is not empty, or somebody else's.
            Ok(_) | Err(HostError::Refused(..)) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

/// Reads as much as is sent at once, in chunks; nothing at the end.
fn chunks(content: &mut dyn Read) -> io::Result<Vec<Vec<u8>>> {
    let mut bytes = Vec::new();
    content
        .take((AT_ONCE * CHUNK) as u64)
        .read_to_end(&mut bytes)?;
    Ok(bytes.chunks(CHUNK).map(<[u8]>::to_vec).collect())
}
