//! Escapes text for XML: the only way in which feeds, site maps and books write what editors wrote.

use std::borrow::Cow;

use crate::markdown::escape;

/// A text for an element or a quoted attribute: escaped, and without the characters that XML forbids.
pub fn text(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_allowed) {
        return escape(text);
    }
    let kept: String = text.chars().filter(|c| is_allowed(*c)).collect();
    Cow::Owned(escape(&kept).into_owned())
}

/// Whether XML allows a character (XML 1.0, 2.2) and it is useful: the C1 controls and DEL, which XML allows
/// but discourages, are left out too.
fn is_allowed(c: char) -> bool {
    match c {
        '\t' | '\n' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        c => !c.is_control(),
    }
}

/// Whether an element or attribute name is valid in XML: HTML accepts almost any.
pub fn is_name(name: &str) -> bool {
    let mut letters = name.chars();
    letters
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic() || first == '_')
        && letters.all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Whatever a text contains, an element and an attribute with it can be parsed, and hold what XML can
        /// express.
        #[test]
        fn every_text_can_be_read_back(written in any::<String>()) {
            let document = format!("<a b=\"{0}\">{0}</a>", text(&written));
            let read = roxmltree::Document::parse(&document).unwrap();
            let kept: String = written.chars().filter(|c| is_allowed(*c)).collect();
            prop_assert_eq!(read.root_element().text().unwrap_or_default(), kept);
        }
    }

    #[test]
    fn what_xml_forbids_is_left_out() {
        assert_eq!(
            text("a\u{7}\u{1b}[31m\u{fffe}<b>\u{85}\tc\n"),
            "a[31m&lt;b&gt;\tc\n"
        );
    }
}
