//! A small site in a temporary folder, and the real binary run in it.
#![allow(dead_code, clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;
use walkdir::WalkDir;

/// A site in a folder that is removed when the test ends.
pub struct TestSite {
    folder: TempDir,
}

/// The result of a run of the binary.
#[derive(Debug)]
pub struct Run {
    /// The exit status; `None` if a signal ended it.
    pub status: Option<i32>,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

impl TestSite {
    /// A site of these files, with a `guichet.yaml` if none is among them.
    pub fn new(files: &[(&str, &str)]) -> Self {
        let site = Self::empty();
        if !files.iter().any(|(path, _)| *path == "guichet.yaml") {
            site.write("guichet.yaml", "titre: Essai\n");
        }
        fs::create_dir_all(site.path("content")).unwrap();
        for (path, text) in files {
            site.write(path, text);
        }
        site
    }

    /// An empty folder.
    pub fn empty() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// A copy of a folder, symbolic links as they are.
    pub fn copy_of(folder: &Path) -> Self {
        let site = Self::empty();
        for entry in WalkDir::new(folder).min_depth(1) {
            let entry = entry.unwrap();
            let target = site
                .path("")
                .join(entry.path().strip_prefix(folder).unwrap());
            if entry.file_type().is_dir() {
                fs::create_dir_all(&target).unwrap();
            } else if entry.file_type().is_symlink() {
                #[cfg(unix)]
                std::os::unix::fs::symlink(fs::read_link(entry.path()).unwrap(), &target).unwrap();
            } else {
                fs::copy(entry.path(), &target).unwrap();
            }
        }
        site
    }

    /// A path in the site's folder.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.folder.path().join(relative)
    }

    /// Writes a file, with the folders above it.
    pub fn write(&self, relative: &str, text: impl AsRef<[u8]>) {
        let path = self.path(relative);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The text of a file.
    pub fn read(&self, relative: &str) -> String {
        let path = self.path(relative);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// The binary, ready to run in the site's folder, its language French unless the arguments say otherwise.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_guichet"));
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env("LANG", "fr_FR.UTF-8")
            // 25 November 2026: what is out of date is so on this day.
            .env("SOURCE_DATE_EPOCH", "1795564800")
            .stdin(Stdio::null());
        command
    }

    /// Runs the binary to its end.
    pub fn run(&self, arguments: &[&str]) -> Run {
        self.run_command(self.command(arguments))
    }

    /// Runs the binary as it was made ready, to its end.
    pub fn run_command(&self, mut command: Command) -> Run {
        let output = command.output().unwrap();
        // No-break spaces are shown as plain ones, which people can type in cases.
        let plain = |bytes| {
            let text = String::from_utf8(bytes).unwrap();
            text.replace(['\u{a0}', '\u{202f}'], " ")
        };
        Run {
            status: output.status.code(),
            stdout: plain(output.stdout),
            stderr: plain(output.stderr),
        }
    }

    /// Builds the site, which must succeed.
    pub fn build(&self) -> Run {
        let run = self.run(&["build", "--no-sheets"]);
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        run
    }

    /// Every published file with its bytes.
    pub fn published(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.path("public"))
    }
}

/// Every file below a folder with its bytes, by its path with `/`; none if the folder is missing.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    WalkDir::new(folder)
        .into_iter()
        .flatten()
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap();
            let path = path.to_string_lossy().replace('\\', "/");
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}
