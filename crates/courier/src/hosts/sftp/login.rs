//! Whether the host is the right one, and whether it lets the user in.

use std::sync::{Arc, Mutex};

use russh::client::{self, Handle};
use russh::keys::agent::AgentIdentity;
use russh::keys::agent::client::AgentClient;
use russh::keys::{
    Error as KeyError, HashAlg, PrivateKeyWithHashAlg, PublicKey, PublicKeyOrCertificate,
    check_known_hosts, check_known_hosts_path, load_secret_key,
};

use super::{SftpHost, SshAccess};
use crate::HostError;

/// Knows the host by its key.
pub struct KeyChecker {
    host: String,
    port: u16,
    access: SshAccess,
    /// Why the host was refused.
    pub verdict: Arc<Mutex<Option<HostError>>>,
}

impl KeyChecker {
    pub fn new(host: &SftpHost) -> Self {
        Self {
            host: host.host.clone(),
            port: host.port,
            access: host.access.clone(),
            verdict: Arc::default(),
        }
    }

    /// Why a key is refused; nothing if it is the host's.
    fn refusal(&self, key: &PublicKey) -> Option<HostError> {
        let host = self.host.clone();
        let fingerprint = key.fingerprint(HashAlg::Sha256).to_string();
        if let Some(expected) = &self.access.fingerprint {
            let is_same = fingerprint.trim_end_matches('=') == expected.trim_end_matches('=');
            return (!is_same).then_some(HostError::Impostor { host, fingerprint });
        }
        let known = match &self.access.known_hosts {
            Some(path) => check_known_hosts_path(&host, self.port, key, path),
            None => check_known_hosts(&host, self.port, key),
        };
        match known {
            Ok(true) => None,
            Err(KeyError::KeyChanged { .. }) => Some(HostError::Impostor { host, fingerprint }),
            _ => Some(HostError::Untrusted { host, fingerprint }),
        }
    }
}

impl client::Handler for KeyChecker {
    type Error = russh::Error;

    async fn check_server_key(
        &mut self,
        shown: &PublicKeyOrCertificate,
    ) -> Result<bool, Self::Error> {
        let key = match shown {
            PublicKeyOrCertificate::PublicKey { key, .. } => key.clone(),
            PublicKeyOrCertificate::Certificate(certificate) => {
                PublicKey::from(certificate.public_key().clone())
            }
        };
        let refusal = self.refusal(&key);
        let is_known = refusal.is_none();
        if let Ok(mut verdict) = self.verdict.lock() {
            *verdict = refusal;
        }
        Ok(is_known)
    }
}

/// Tries what there is until the host lets the user in.
pub async fn log_in(connection: &mut Handle<KeyChecker>, host: &SftpHost) -> Result<(), HostError> {
    let access = &host.access;
    let cut = |error: &dyn std::fmt::Display| HostError::Cut(error.to_string());
    let hash = connection.best_supported_rsa_hash().await;
    let hash = hash.map_err(|error| cut(&error))?.flatten();
    if access.agent && with_agent(connection, &access.user, hash).await == Some(true) {
        return Ok(());
    }
    for path in &access.keys {
        // A key that is not there, or that has a passphrase, is the agent's to use.
        let Ok(key) = load_secret_key(path, None) else {
            continue;
        };
        let key = PrivateKeyWithHashAlg::new(Arc::new(key), hash);
        let answer = connection.authenticate_publickey(&*access.user, key).await;
        if answer.map_err(|error| cut(&error))?.success() {
            return Ok(());
        }
    }
    if let Some(password) = &access.password {
        let answer = connection.authenticate_password(&*access.user, &**password);
        if answer.await.map_err(|error| cut(&error))?.success() {
            return Ok(());
        }
    }
    Err(HostError::NotLetIn {
        host: host.host.clone(),
        user: access.user.clone(),
    })
}

/// Tries the agent's keys; `None` if there is no agent.
async fn with_agent(
    connection: &mut Handle<KeyChecker>,
    user: &str,
    hash: Option<HashAlg>,
) -> Option<bool> {
    let mut agent = AgentClient::connect_env().await.ok()?;
    for identity in agent.request_identities().await.ok()? {
        let AgentIdentity::PublicKey { key, .. } = identity else {
            continue;
        };
        let answer = connection
            .authenticate_publickey_with(user, key, hash, &mut agent)
            .await
            .ok()?;
        if answer.success() {
            return Some(true);
        }
    }
    Some(false)
}
