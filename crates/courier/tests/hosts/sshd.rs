//! OpenSSH's server, on this machine alone.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use guichet_courier::hosts::SshAccess;
use tempfile::TempDir;

/// A server that runs until it is dropped.
pub struct Sshd {
    pub port: u16,
    pub folder: TempDir,
    process: Child,
}

impl Sshd {
    /// Starts it; each connection runs what `subsystem` says.
    pub fn start(subsystem: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        for key in ["host", "user", "stranger"] {
            let made = Command::new("ssh-keygen")
                .args(["-q", "-t", "ed25519", "-N", "", "-f"])
                .arg(path(key))
                .status();
            assert!(made.expect("ssh-keygen is installed").success());
        }
        fs::copy(path("user.pub"), path("authorized")).unwrap();
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let process = run(&folder, port, subsystem);
        Self {
            port,
            folder,
            process,
        }
    }

    /// Starts it again at the same place, with another subsystem.
    pub fn restart(&mut self, subsystem: &str) {
        self.stop();
        self.process = run(&self.folder, self.port, subsystem);
    }

    fn stop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What lets the user of the tests in.
    pub fn access(&self) -> SshAccess {
        SshAccess {
            user: user(),
            keys: vec![self.path("user")],
            fingerprint: Some(fingerprint(&self.path("host.pub"))),
            ..SshAccess::default()
        }
    }
}

impl Drop for Sshd {
    fn drop(&mut self) {
        self.stop();
    }
}

fn run(folder: &TempDir, port: u16, subsystem: &str) -> Child {
    let at = folder.path().display();
    let config = format!(
        "ListenAddress 127.0.0.1\nPort {port}\nHostKey {at}/host\nAuthorizedKeysFile {at}/authorized\nPidFile none\n\
         StrictModes no\nUsePAM no\nPasswordAuthentication no\nPermitRootLogin yes\nMaxStartups 100\nSubsystem sftp {subsystem}\n"
    );
    fs::write(folder.path().join("config"), config).unwrap();
    // It wants this folder, and makes it only where the system starts it.
    let _ = fs::create_dir_all("/run/sshd");
    let process = Command::new("/usr/sbin/sshd")
        .args(["-D", "-e", "-f"])
        .arg(folder.path().join("config"))
        .stderr(Stdio::null())
        .spawn()
        .expect("openssh-server is installed");
    let start = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "sshd does not answer"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
    process
}

/// The name of whoever runs the tests.
fn user() -> String {
    let said = Command::new("id").arg("-un").output().unwrap();
    String::from_utf8(said.stdout).unwrap().trim().to_owned()
}

/// The fingerprint of a key, as ssh-keygen writes it.
fn fingerprint(key: &Path) -> String {
    let said = Command::new("ssh-keygen")
        .arg("-lf")
        .arg(key)
        .output()
        .unwrap();
    let said = String::from_utf8(said.stdout).unwrap();
    said.split(' ').nth(1).unwrap().to_owned()
}
