//! Steps that replace nothing unseen: two names exchange what they name, or a file goes to a name that is free.

use std::fs::{self, File};
use std::io;
use std::path::Path;

/// Exchanges what two paths name in one step.
///
/// # Errors
///
/// [`io::ErrorKind::Unsupported`] if the system or the file system cannot.
pub(crate) fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "android", target_os = "macos"))]
    {
        use rustix::fs::RenameFlags;
        renamed(a, b, RenameFlags::EXCHANGE)
    }
    #[cfg(not(any(target_os = "linux", target_os = "android", target_os = "macos")))]
    {
        let _ = (a, b);
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// Moves a file to a path that nothing has; whatever has it already stays.
///
/// # Errors
///
/// [`io::ErrorKind::AlreadyExists`] if the path is taken; if the file cannot be moved.
pub(crate) fn move_to_free(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "android", target_os = "macos"))]
    {
        use rustix::fs::RenameFlags;
        match renamed(from, to, RenameFlags::NOREPLACE) {
            Err(error) if error.kind() == io::ErrorKind::Unsupported => {}
            done => return done,
        }
    }
    move_in_steps(from, to)
}

/// Takes the name, then puts the file there: for systems that cannot do both in one step.
fn move_in_steps(from: &Path, to: &Path) -> io::Result<()> {
    drop(File::create_new(to)?);
    fs::rename(from, to).inspect_err(|_| {
        // What holds the name is empty, and ours.
        let _ = fs::remove_file(to);
    })
}

#[cfg(any(target_os = "linux", target_os = "android", target_os = "macos"))]
fn renamed(from: &Path, to: &Path, how: rustix::fs::RenameFlags) -> io::Result<()> {
    use rustix::fs::{CWD, renameat_with};
    use rustix::io::Errno;
    renameat_with(CWD, from, CWD, to, how).map_err(|error| match error {
        // What old systems and some file systems say of a flag that they do not know.
        Errno::INVAL | Errno::NOSYS | Errno::NOTSUP => io::ErrorKind::Unsupported.into(),
        other => other.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_taken_stays() {
        let folder = tempfile::tempdir().unwrap();
        let (a, b) = (folder.path().join("a"), folder.path().join("b"));
        for moved in [move_to_free, move_in_steps] {
            fs::write(&a, "a").unwrap();
            fs::write(&b, "b").unwrap();
            let taken = moved(&a, &b).unwrap_err();
            assert_eq!(taken.kind(), io::ErrorKind::AlreadyExists);
            assert_eq!(fs::read(&b).unwrap(), b"b");
            fs::remove_file(&b).unwrap();
            moved(&a, &b).unwrap();
            assert_eq!((a.exists(), fs::read(&b).unwrap()), (false, b"a".to_vec()));
            assert!(moved(&a, &folder.path().join("c")).is_err());
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        }
    }
}
