//! Why something could not be read or written, as the value of a message.
//!
//! What the system or a parser said stays in its own words until a message shows it: a catalogue asks here which words of the reader's
//! language say the same.

use std::error::Error;
use std::io::{self, ErrorKind};

/// The message for each kind of error.
const KINDS: &[(ErrorKind, &str)] = &[
    (ErrorKind::NotFound, "system-not-found"),
    (ErrorKind::PermissionDenied, "system-permission"),
    (ErrorKind::NotADirectory, "system-not-a-folder"),
    (ErrorKind::IsADirectory, "system-is-a-folder"),
    (ErrorKind::AlreadyExists, "system-exists"),
    (ErrorKind::DirectoryNotEmpty, "system-exists"),
    (ErrorKind::UnexpectedEof, "system-cut"),
    (ErrorKind::StorageFull, "system-full"),
    (ErrorKind::QuotaExceeded, "system-full"),
    (ErrorKind::ReadOnlyFilesystem, "system-read-only"),
    (ErrorKind::InvalidFilename, "system-name"),
    (ErrorKind::AddrInUse, "system-address"),
    (ErrorKind::FileTooLarge, "system-large"),
    (ErrorKind::InvalidData, "system-content"),
    (ErrorKind::InvalidInput, "system-content"),
    (ErrorKind::Unsupported, "system-unsupported"),
    (ErrorKind::Other, OTHER),
];

/// The message for errors of no other kind.
const OTHER: &str = "system-other";

/// What stands in front of the number of an error of the system: `Not a directory (os error 20)`.
const NUMBER: &str = "(os error ";

/// Why an error happened: what the system says, wherever that is among its causes, else its kind and its own words. Messages take it as
/// `$reason` or `$detail`.
pub fn reason(error: &(dyn Error + 'static)) -> String {
    of_system(error).unwrap_or_else(|| format!("{}: {error}", ErrorKind::Other))
}

/// The same for a content that a parser refuses, from what the parser says of it.
pub fn of_content(said: &str) -> String {
    format!("{}: {said}", ErrorKind::InvalidData)
}

fn of_system(error: &(dyn Error + 'static)) -> Option<String> {
    let Some(found) = error.downcast_ref::<io::Error>() else {
        return of_system(error.source()?);
    };
    let Some(inner) = found.get_ref() else {
        return Some(found.to_string());
    };
    Some(of_system(inner).unwrap_or_else(|| format!("{}: {inner}", found.kind())))
}

/// The message for a reason, and what was said in other words than the reader's; `None` if the reason is in the reader's words already.
pub(crate) fn message(reason: &str) -> Option<(&'static str, Option<&str>)> {
    if let Some((_, number)) = reason.rsplit_once(NUMBER)
        && let Some(number) = number.strip_suffix(')')
        && let Ok(number) = number.parse()
    {
        return Some(match of_number(number) {
            Some(key) => (key, None),
            None => (OTHER, Some(reason)),
        });
    }
    KINDS.iter().find_map(|(kind, key)| {
        let rest = reason.strip_prefix(&kind.to_string())?;
        match (kind, rest.strip_prefix(": ")) {
            (ErrorKind::Other, Some("outside of the site")) => Some(("system-outside", None)),
            (ErrorKind::InvalidInput, None) => Some(("system-not-a-file", None)),
            (_, Some(said)) => Some((key, Some(said))),
            (_, None) => rest.is_empty().then_some((*key, None)),
        }
    })
}

/// The message for an error that the system numbers.
fn of_number(number: i32) -> Option<&'static str> {
    const TOO_MANY_FILES: i32 = 24;
    const LOOP_OF_LINKS: i32 = 40;
    match number {
        TOO_MANY_FILES => return Some("system-too-many-files"),
        LOOP_OF_LINKS => return Some("system-loop-of-links"),
        _ => {}
    }
    let found = io::Error::from_raw_os_error(number).kind();
    let mut kinds = KINDS.iter();
    let (_, key) = kinds.find(|(kind, _)| *kind == found)?;
    Some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_that_of_the_system_among_its_causes_or_of_its_kind() {
        let system = || io::Error::from_raw_os_error(13);
        let parser = || io::Error::new(ErrorKind::InvalidData, "no such block");
        let cases = [
            (system(), "system-permission", None),
            (io::Error::other(system()), "system-permission", None),
            (ErrorKind::IsADirectory.into(), "system-is-a-folder", None),
            (ErrorKind::InvalidInput.into(), "system-not-a-file", None),
            (parser(), "system-content", Some("no such block")),
            (
                io::Error::other(parser()),
                "system-content",
                Some("no such block"),
            ),
            (io::Error::other("odd"), OTHER, Some("odd")),
            (
                io::Error::other("outside of the site"),
                "system-outside",
                None,
            ),
        ];
        for (error, key, said) in cases {
            let reason = reason(&error);
            assert_eq!(message(&reason), Some((key, said)), "{reason}");
        }
        let unusual = reason(&io::Error::from_raw_os_error(5));
        assert_eq!(message(&unusual), Some((OTHER, Some(&*unusual))));
        let odd = reason(&std::fmt::Error);
        assert_eq!(message(&odd).map(|(key, _)| key), Some(OTHER));
        let content = of_content("expected `}`");
        let said = Some(("system-content", Some("expected `}`")));
        assert_eq!(message(&content), said);
        for own in ["F1.xml", "", "(os error x)", "une raison"] {
            assert_eq!(message(own), None, "{own}");
        }
    }
}
