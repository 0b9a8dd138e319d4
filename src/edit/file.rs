//! Edits of the text that was read from a file, made in the file.

use std::ops::Range;

use super::{WrittenPlaces, apply};
use crate::diagnostics::Edit;
use crate::files::as_read;

/// A file with all edits, which refer to the text that was read from it; new lines end as the file's own do, and what
/// no edit covers stays byte for byte, whatever cannot be seen in it. Only where what stays would be read otherwise
/// beside what is new — two line ends as one, a change of direction that now has an end — the lines of the edit are
/// written anew. `None` if [`apply`] returns `None`, or if the new text itself is not read as it is.
pub fn apply_to_file(written: &str, edits: &[Edit]) -> Option<String> {
    let read = as_read(written);
    let wanted = apply(&read, edits)?;
    let file = FileAsRead {
        written,
        read: &read,
        places: WrittenPlaces::of(written, &read),
    };
    let is_as_wanted = |edited: &String| as_read(edited) == wanted;
    let edited = apply(written, &file.in_place(edits)).filter(is_as_wanted);
    edited.or_else(|| apply(written, &file.by_lines(edits)?).filter(is_as_wanted))
}

/// A file and what was read from it.
struct FileAsRead<'t> {
    written: &'t str,
    read: &'t str,
    places: WrittenPlaces,
}

impl FileAsRead<'_> {
    /// Edits of the text that was read as edits of the file.
    fn in_place(&self, edits: &[Edit]) -> Vec<Edit> {
        let in_file = |edit: &Edit| {
            let start = self.places.start(edit.span.start);
            let end = match edit.span.is_empty() {
                true => start,
                false => self.end(edit.span.end),
            };
            Edit {
                span: start..end,
                text: self.with_its_ends(&edit.text),
            }
        };
        edits.iter().map(in_file).collect()
    }

    /// The same with whole lines, and with the ends of lines before them that would run together with what follows.
    fn by_lines(&self, edits: &[Edit]) -> Option<Vec<Edit>> {
        let mut edits: Vec<&Edit> = edits.iter().collect();
        edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
        let mut runs: Vec<(Range<usize>, Vec<Edit>)> = Vec::new();
        for edit in edits {
            let lines = self.lines_around(&edit.span)?;
            match runs.last_mut().filter(|(run, _)| lines.start < run.end) {
                Some((run, inside)) => {
                    run.end = run.end.max(lines.end);
                    inside.push(edit.clone());
                }
                None => runs.push((lines, vec![edit.clone()])),
            }
        }
        let anew = runs.into_iter().map(|(run, mut inside)| {
            for edit in &mut inside {
                edit.span = edit.span.start - run.start..edit.span.end - run.start;
            }
            let end = match run.end == self.read.len() {
                true => self.written.len(),
                false => self.end(run.end),
            };
            let text = apply(self.read.get(run.clone())?, &inside)?;
            Some(Edit {
                span: self.end(run.start)..end,
                text: self.with_its_ends(&text),
            })
        });
        anew.collect()
    }

    /// The lines around bytes of the text that was read.
    fn lines_around(&self, span: &Range<usize>) -> Option<Range<usize>> {
        let mut start = self
            .read
            .get(..span.start)?
            .rfind('\n')
            .map_or(0, |at| at + 1);
        let rest = self.read.get(span.end..)?;
        let end = rest
            .find('\n')
            .map_or(self.read.len(), |at| span.end + at + 1);
        while start > 0 && self.written.get(..self.end(start))?.ends_with('\r') {
            start -= 1;
        }
        Some(start..end)
    }

    /// The end, in the file, of the character before a byte of the text that was read.
    fn end(&self, read: usize) -> usize {
        self.places.end(self.written, self.read, read)
    }

    /// A text whose lines end as those of the file do.
    fn with_its_ends(&self, text: &str) -> String {
        let (pairs, returns) = (self.written.contains("\r\n"), self.written.contains('\r'));
        match (pairs, returns && !self.written.contains('\n')) {
            (true, _) => text.replace('\n', "\r\n"),
            (false, true) => text.replace('\n', "\r"),
            (false, false) => text.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn edit(span: Range<usize>, text: &str) -> Edit {
        let text = text.to_owned();
        Edit { span, text }
    }

    proptest! {
        /// Editing the file and then reading it is the same as editing the text that was read, whatever is in it.
        #[test]
        fn what_is_saved_is_what_was_meant(
            written in "\u{feff}?([a-cé]|\r\n|\n|\r|\u{feff}|\u{b}|\u{200b}|\u{ad}|\u{202b}|\u{202c}|\u{2067}|\u{2069}){0,14}",
            first in (0usize..16, 0usize..6, "[x\n]{0,3}"),
            second in (0usize..16, 0usize..6, "[x\n\u{ad}]{0,3}"),
        ) {
            let read = as_read(&written);
            let edits = [first, second].map(|(at, length, text)| {
                let at = read.floor_char_boundary(at);
                edit(at..read.floor_char_boundary(at + length), &text)
            });
            for edits in [&edits[..1], &edits[..]] {
                let expected = apply(&read, edits);
                let edited = apply_to_file(&written, edits);
                let read_again = edited.as_deref().map(|edited| as_read(edited).into_owned());
                // A direction of which one end is taken away: such a text is never typed, since it is read before it is shown.
                let is_readable = expected.as_deref().is_none_or(|text| as_read(text) == text);
                prop_assert_eq!(read_again, expected.filter(|_| is_readable));
            }
            let untouched = apply_to_file(&written, &[]);
            prop_assert_eq!(untouched, Some(written));
        }

        /// What is not touched stays byte for byte.
        #[test]
        fn what_no_edit_covers_stays(
            written in "\u{feff}?([a-cé]|\r\n|\n|\r[ab]|\u{feff}|\u{b}|\u{200b}|\u{ad}|\u{85}){0,14}",
            at in 0usize..24,
            length in 0usize..6,
            text in "x(\ny)?",
        ) {
            let read = as_read(&written);
            let at = read.floor_char_boundary(at);
            let end = read.floor_char_boundary(at + length);
            let edited = apply_to_file(&written, &[edit(at..end, &text)]).unwrap();
            let new = edited.find('x').unwrap();
            let (before, rest) = edited.split_at(new);
            let length = rest.find('y').map_or(1, |y| y + 1);
            let after = &rest[length..];
            prop_assert!(written.starts_with(before) && written.ends_with(after));
            prop_assert!(before.len() + after.len() <= written.len());
            prop_assert_eq!(as_read(before), &read[..at]);
            prop_assert_eq!(as_read(after), &read[end..]);
            // Of what is between, nothing but what was replaced is gone.
            let gone = &written[before.len()..written.len() - after.len()];
            prop_assert_eq!(as_read(gone), &read[at..end]);
            prop_assert!(at != end || gone.is_empty());
        }
    }

    #[test]
    fn lines_that_would_run_together_are_written_anew() {
        let gone = |written: &str, span: Range<usize>| apply_to_file(written, &[edit(span, "")]);
        assert_eq!(gone("a\rb\nc\r", 2..3).as_deref(), Some("a\n\nc\r"));
        assert_eq!(gone("\r\rb\nc", 2..3).as_deref(), Some("\n\n\nc"));
    }
}
