//! A diagnostic as an error of the library's functions: one line in English, which no editor reads.

use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::sync::LazyLock;

use super::{Diagnostic, Location, place};
use crate::catalogue::Catalogue;
use crate::language::Language;
use crate::messages;

impl Display for Diagnostic {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        static ENGLISH: LazyLock<Catalogue> = LazyLock::new(|| messages::of(Language::english()));
        if self.location != Location::Site {
            write!(formatter, "{}: ", place(&self.location))?;
        }
        write!(
            formatter,
            "{} [{}]",
            self.message(&ENGLISH),
            self.code.name()
        )
    }
}

impl Error for Diagnostic {}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostics::{Code, Place, TextFile};

    #[test]
    fn a_diagnostic_is_one_line_of_english() {
        let file = Arc::new(TextFile::new("content/a.md", "---\ntitel: Card\n---\n"));
        let place = Location::Place(Place { file, span: 4..9 });
        let found = Diagnostic::new(Code::UnknownKey, place).with("key", "titel");
        let shown = found.to_string();
        assert!(shown.starts_with("content/a.md:2:1: "), "{shown}");
        assert!(shown.ends_with("[unknown-key]"), "{shown}");
        let of_site = Diagnostic::new(Code::UnknownCheck, Location::Site).with("name", "x");
        assert!(!of_site.to_string().starts_with(':'), "{of_site}");
    }
}
