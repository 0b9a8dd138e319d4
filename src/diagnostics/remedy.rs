//! Ways to mend that only the editor can choose between, as data; and the words of any correction, for a button.

use std::borrow::Cow;
use std::sync::Arc;

use super::{Diagnostic, Edit, Fix, Location, TextFile, printable};
use crate::catalogue::Catalogue;

/// One way to mend, among others: unlike [`Diagnostic::fix`], it is never applied unless the editor chooses it.
///
/// It may change another file than the one that the diagnostic points into, and create one
/// ([`edit::mend_one`](crate::edit::mend_one)).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedy {
    /// The message that says what it does: `mend-…`.
    pub message: &'static str,
    /// The message's arguments, as `(argument, value)`.
    pub args: Vec<(&'static str, String)>,
    /// What to change.
    pub fix: Fix,
}

impl Remedy {
    /// A remedy with words of its own.
    pub fn new(message: &'static str, fix: Fix) -> Self {
        Self {
            message,
            args: Vec::new(),
            fix,
        }
    }

    /// A remedy whose words tell what is written.
    pub fn plain(fix: Fix) -> Self {
        let (message, text) = fix.said();
        let remedy = Self::new(message, fix);
        match text {
            Some(text) => remedy.with("text", text),
            None => remedy,
        }
    }

    /// Adds an argument of the message, short enough for a button.
    pub fn with(mut self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.args.push((name, brief(value.as_ref())));
        self
    }

    /// What it does, in the imperative: « Écrire « 2026-11-03 » ».
    pub fn words(&self, catalogue: &Catalogue) -> String {
        let args: Vec<(&str, Cow<'_, str>)> = self
            .args
            .iter()
            .map(|(name, value)| (*name, Cow::Borrowed(value.as_str())))
            .collect();
        catalogue.format(self.message, &args).into_owned()
    }
}

/// The most ways to mend one diagnostic: nobody reads more buttons.
const MOST: usize = 12;

impl Diagnostic {
    /// Adds ways to mend, in the order in which to show them. Leaves out those that do what another one, or the fix,
    /// does already.
    pub fn offers(mut self, remedies: impl IntoIterator<Item = Remedy>) -> Self {
        let mut offers = std::mem::take(&mut self.offers).into_vec();
        for remedy in remedies {
            let is_known = self.fix.as_ref() == Some(&remedy.fix)
                || offers.iter().any(|other| other.fix == remedy.fix);
            if !is_known && offers.len() < MOST {
                offers.push(remedy);
            }
        }
        self.offers = offers.into();
        self
    }

    /// Offers this text in place of everything that the diagnostic points to. Does nothing if it points into no text.
    pub fn offer_instead(self, text: impl Into<String>) -> Self {
        let text = text.into();
        let remedy = match &self.location {
            Location::Place(place) if place.file.text.get(place.span.clone()) != Some(&*text) => {
                let span = place.span.clone();
                Some(Remedy::plain(Fix {
                    file: Arc::clone(&place.file),
                    edits: [Edit { span, text }].into(),
                }))
            }
            _ => None,
        };
        self.offers(remedy)
    }

    /// As [`offer_instead`](Self::offer_instead), with this message, whose argument `text` is the text.
    pub fn offer_instead_as(self, message: &'static str, text: impl Into<String>) -> Self {
        let text = text.into();
        let Location::Place(place) = &self.location else {
            return self;
        };
        let span = place.span.clone();
        let fix = self.fix_here([Edit {
            span,
            text: text.clone(),
        }]);
        self.offers(fix.map(|fix| Remedy::new(message, fix).with("text", text)))
    }

    /// Offers edits to the text that the diagnostic points into, with this message. Does nothing if it points into no
    /// text.
    pub fn offer_edits(self, message: &'static str, edits: impl IntoIterator<Item = Edit>) -> Self {
        let fix = self.fix_here(edits);
        self.offers(fix.map(|fix| Remedy::new(message, fix)))
    }

    /// Edits to the text that the diagnostic points into, if it points into one.
    pub fn fix_here(&self, edits: impl IntoIterator<Item = Edit>) -> Option<Fix> {
        match &self.location {
            Location::Place(place) => Some(Fix {
                file: Arc::clone(&place.file),
                edits: edits.into_iter().collect(),
            }),
            Location::File(_) | Location::Site => None,
        }
    }
}

impl Fix {
    /// The fix that makes a new file with this text. It is not applied if there is one at the path.
    pub fn creating(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            file: Arc::new(TextFile::new(path, "")),
            edits: [Edit {
                span: 0..0,
                text: text.into(),
            }]
            .into(),
        }
    }

    /// The fix that turns the text of a file into another one, in one edit; `None` if they are the same.
    pub fn between(file: &Arc<TextFile>, wanted: &str) -> Option<Self> {
        let text = &*file.text;
        if text == wanted {
            return None;
        }
        let pairs = || text.chars().zip(wanted.chars());
        let alike = pairs().take_while(|(a, b)| a == b);
        let start: usize = alike.map(|(c, _)| c.len_utf8()).sum();
        let (rest, wanted_rest) = (&text[start..], &wanted[start..]);
        let ends = rest.chars().rev().zip(wanted_rest.chars().rev());
        let alike = ends.take_while(|(a, b)| a == b);
        let end: usize = alike.map(|(c, _)| c.len_utf8()).sum();
        Some(Self {
            file: Arc::clone(file),
            edits: [Edit {
                span: start..text.len() - end,
                text: wanted_rest[..wanted_rest.len() - end].to_owned(),
            }]
            .into(),
        })
    }

    /// What it does, in the imperative, as a button has it: « Écrire « 3 novembre » », « Retirer « titre: » ».
    pub fn words(&self, catalogue: &Catalogue) -> String {
        match self.said() {
            (message, Some(text)) => {
                let args = [("text", Cow::Owned(brief(&text)))];
                catalogue.format(message, &args).into_owned()
            }
            (message, None) => catalogue.text(message).into_owned(),
        }
    }

    /// The message that tells what it does, and the text that it adds, removes or writes.
    fn said(&self) -> (&'static str, Option<String>) {
        let [edit] = &*self.edits else {
            return match self.edits.is_empty() {
                true => ("mend-save", None),
                false => ("mend-correct", None),
            };
        };
        let text = &*self.file.text;
        let gone = text.get(edit.span.clone()).unwrap_or_default();
        match (gone.trim().is_empty(), edit.text.trim().is_empty()) {
            (true, true) => ("mend-correct", None),
            (_, true) => ("mend-remove", Some(gone.to_owned())),
            (is_new, false) => {
                let (before, after) = around(text, edit);
                let new = unquoted(&edit.text);
                match is_new && before.is_empty() && after.is_empty() {
                    true => ("mend-add", Some(new.to_owned())),
                    false => ("mend-write", Some(format!("{before}{new}{after}"))),
                }
            }
        }
    }
}

/// A value without the quotation marks that only YAML needs.
fn unquoted(text: &str) -> &str {
    let inner = text
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    let is_plain = |inner: &&str| !inner.contains(['"', '\\']);
    inner.filter(is_plain).unwrap_or(text)
}

/// The rest of the word that an edit changes a part of, before and after it: nobody knows what « Écrire « é » » writes.
fn around<'t>(text: &'t str, edit: &Edit) -> (&'t str, &'t str) {
    let before = text.get(..edit.span.start).unwrap_or_default();
    let after = text.get(edit.span.end..).unwrap_or_default();
    let is_inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let begins = is_inside(edit.text.chars().next());
    let ends = is_inside(edit.text.chars().next_back());
    let word = before.trim_end_matches(char::is_alphanumeric);
    let rest = after.trim_start_matches(char::is_alphanumeric);
    (
        if begins { &before[word.len()..] } else { "" },
        if ends {
            &after[..after.len() - rest.len()]
        } else {
            ""
        },
    )
}

/// The first line of a text that has any letters, cut to the length of a button.
fn brief(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let line = printable(lines.next().unwrap_or_default());
    let is_whole = lines.next().is_none() && line.chars().count() <= LONGEST;
    match is_whole {
        true => line,
        false => {
            let cut: String = line.chars().take(LONGEST).collect();
            format!("{}…", cut.trim_end_matches(['…', ' ']))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::apply;
    use crate::language::Language;
    use crate::messages;

    fn file(text: &str) -> Arc<TextFile> {
        Arc::new(TextFile::new("a.md", text))
    }

    fn words(text: &str, start: usize, end: usize, new: &str) -> String {
        let fix = Fix {
            file: file(text),
            edits: [Edit {
                span: start..end,
                text: new.to_owned(),
            }]
            .into(),
        };
        let catalogue = messages::of(Language::english());
        let said = fix.words(&catalogue);
        assert_eq!(Remedy::plain(fix).words(&catalogue), said);
        said
    }

    #[test]
    fn buttons_say_what_is_written() {
        assert_eq!(words("le 3/11", 3, 7, "2026-11-03"), "Write “2026-11-03”");
        assert_eq!(words("titr: A", 4, 4, "e"), "Write “titre”");
        assert_eq!(words("x www.a.fr", 2, 2, "https://"), "Add “https://”");
        assert_eq!(words("a\nb", 2, 2, "\n---\n"), "Add “---”");
        assert_eq!(words("a\nb: c\n", 2, 7, ""), "Remove “b: c”");
        assert_eq!(words("a  b", 1, 2, ""), "Correct");
        assert_eq!(words("a: 01", 3, 5, "\"02\""), "Write “02”");
        let long = words("", 0, 0, &"mot ".repeat(40));
        assert!(long.chars().count() < 80 && long.ends_with("…”"), "{long}");
        assert_eq!(words("", 0, 0, "un\ndeux\n"), "Add “un…”");
    }

    #[test]
    fn the_fix_between_two_texts_makes_one_from_the_other() {
        for (from, to) in [
            ("aab", "ab"),
            ("é", "è"),
            ("a", "ab"),
            ("", "a"),
            ("aa", "aaa"),
        ] {
            let fix = Fix::between(&file(from), to).unwrap();
            assert_eq!(apply(from, &fix.edits).as_deref(), Some(to));
        }
        assert_eq!(Fix::between(&file("a"), "a"), None);
    }

    #[test]
    fn no_way_to_mend_is_offered_twice() {
        let location = Location::Place(super::super::Place {
            file: file("abc"),
            span: 0..1,
        });
        let found = Diagnostic::new(super::super::Code::BadDate, location);
        let found = found.instead("x").offer_instead("x");
        let found = found
            .offer_instead("a")
            .offer_instead("y")
            .offer_instead("y");
        let offered = found.offers.iter().map(|remedy| &*remedy.fix.edits[0].text);
        assert_eq!(offered.collect::<Vec<_>>(), ["y"]);
        let many = (0..100).fold(found, |found, n| found.offer_instead(n.to_string()));
        assert_eq!(many.offers.len(), MOST);
    }
}
