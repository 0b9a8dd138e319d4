//! A session, and what is asked in it.

use std::sync::Arc;

use futures_util::future::try_join_all;
use russh::client;
use russh_sftp::client::RawSftpSession;
use russh_sftp::client::error::Error as SftpError;
use russh_sftp::protocol::{FileAttributes, OpenFlags, Packet, StatusCode};

use super::login::{KeyChecker, log_in};
use super::{CHUNK, PATIENCE, SftpHost};
use crate::HostError;

/// The request that renames over what is there (OpenSSH's PROTOCOL, 4.3).
const POSIX_RENAME: &str = "posix-rename@openssh.com";

pub struct SftpSession {
    pub sftp: RawSftpSession,
    /// Whether the host renames over what is there.
    replaces: bool,
    /// Held: what is asked goes over it.
    _connection: client::Handle<KeyChecker>,
}

impl SftpSession {
    /// Connects, makes sure that the host is the right one, and is let in.
    pub async fn open(host: &SftpHost) -> Result<Self, HostError> {
        let name = || host.host.clone();
        let unreachable = |reason: String| HostError::Unreachable(name(), reason);
        let config = client::Config {
            inactivity_timeout: None,
            keepalive_interval: Some(PATIENCE / 2),
            nodelay: true,
            ..client::Config::default()
        };
        let checker = KeyChecker::new(host);
        let verdict = Arc::clone(&checker.verdict);
        let address = (host.host.as_str(), host.port);
        let connect = client::connect(Arc::new(config), address, checker);
        let connected = tokio::time::timeout(PATIENCE, connect).await;
        let connected = connected.map_err(|_| unreachable("no answer".to_owned()))?;
        let mut connection = match connected {
            Ok(connection) => connection,
            Err(error) => {
                let verdict = verdict.lock().ok().and_then(|mut verdict| verdict.take());
                return Err(verdict.unwrap_or_else(|| unreachable(error.to_string())));
            }
        };
        log_in(&mut connection, host).await?;
        let cut = |error: String| HostError::Cut(error);
        let channel = connection.channel_open_session().await;
        let channel = channel.map_err(|error| cut(error.to_string()))?;
        let asked = channel.request_subsystem(true, "sftp").await;
        asked.map_err(|error| cut(error.to_string()))?;
        let sftp = RawSftpSession::new(channel.into_stream());
        sftp.set_timeout(PATIENCE.as_secs());
        let version = sftp.init().await;
        let version = version.map_err(|error| cut(error.to_string()))?;
        Ok(Self {
            sftp,
            replaces: version.extensions.contains_key(POSIX_RENAME),
            _connection: connection,
        })
    }

    /// What is in a folder.
    pub async fn entries(&self, path: &str) -> Result<Vec<(String, FileAttributes)>, SftpError> {
        let handle = self.sftp.opendir(path).await?.handle;
        let mut entries = Vec::new();
        loop {
            match self.sftp.readdir(handle.as_str()).await {
                Ok(names) => {
                    let names = names.files.into_iter();
                    entries.extend(names.map(|file| (file.filename, file.attrs)));
                }
                Err(SftpError::Status(status)) if status.status_code == StatusCode::Eof => break,
                Err(error) => return Err(error),
            }
        }
        self.sftp.close(handle).await?;
        Ok(entries)
    }

    /// The bytes of a file; `None` if there are more than `most`.
    pub async fn read(&self, path: &str, most: u64) -> Result<Option<Vec<u8>>, SftpError> {
        let opened = self
            .sftp
            .open(path, OpenFlags::READ, FileAttributes::empty());
        let handle = opened.await?.handle;
        let mut bytes = Vec::new();
        loop {
            let offset = bytes.len() as u64;
            if offset > most {
                return Ok(None);
            }
            match self.sftp.read(handle.as_str(), offset, CHUNK as u32).await {
                Ok(data) => bytes.extend(data.data),
                Err(SftpError::Status(status)) if status.status_code == StatusCode::Eof => break,
                Err(error) => return Err(error),
            }
        }
        self.sftp.close(handle).await?;
        Ok(Some(bytes))
    }

    /// Writes chunks, one after the other in the file and all on their way at once.
    pub async fn write(
        &self,
        handle: &str,
        mut offset: u64,
        chunks: Vec<Vec<u8>>,
    ) -> Result<(), SftpError> {
        let writes = chunks.into_iter().map(|chunk| {
            let at = offset;
            offset += chunk.len() as u64;
            self.sftp.write(handle, at, chunk)
        });
        try_join_all(writes).await.map(|_| ())
    }

    /// Renames a file over what is there, in one step; a host that cannot does so only where nothing is.
    pub async fn replace(&self, from: &str, to: &str) -> Result<(), SftpError> {
        if !self.replaces {
            return self.sftp.rename(from, to).await.map(|_| ());
        }
        let mut data = Vec::new();
        for path in [from, to] {
            let length = u32::try_from(path.len()).unwrap_or(u32::MAX);
            data.extend(length.to_be_bytes());
            data.extend(path.as_bytes());
        }
        match self.sftp.extended(POSIX_RENAME, data).await? {
            Packet::Status(status) if status.status_code == StatusCode::Ok => Ok(()),
            Packet::Status(status) => Err(SftpError::Status(status)),
            _ => Err(SftpError::UnexpectedPacket),
        }
    }

    /// Whether there is room where a file is; `None` if the host does not say.
    pub async fn has_room(&self, path: &str) -> Option<bool> {
        let disk = self.sftp.statvfs(path).await.ok()?;
        Some(disk.blocks_avail > 0)
    }
}
