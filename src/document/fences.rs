//! Where the head of a file ends and its text begins: the lines `---`, also where an editor left one out.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};
use crate::model::schema::is_key;

/// Where front matter and Markdown stand in a file.
pub(super) struct Parts {
    pub front: Option<Range<usize>>,
    pub body: Range<usize>,
}

impl Parts {
    fn body(text: &str) -> Self {
        Self {
            front: None,
            body: 0..text.len(),
        }
    }
}

/// Splits a file. A front matter stands between two lines `---`, the first of which may come after blank lines. Four dashes are
/// as good as three, and so is the long dash that a word processor makes of them; where a line of dashes is missing beside
/// fields, that is reported, and the fields are read nevertheless.
pub(super) fn split(file: &Arc<TextFile>, diagnostics: &mut Vec<Diagnostic>) -> Parts {
    let text = &*file.text;
    let start = text.len() - text.trim_start().len();
    let start = text[..start].rfind('\n').map_or(0, |end| end + 1);
    let first = line(text, start);
    let is_open = is_fence(&text[first.clone()]);
    if is_open && &text[first.clone()] != "---" && !begins_with_field(&text[first.end..]) {
        // A line across the page.
        return Parts::body(text);
    }
    if !is_open && !begins_with_field(&text[start..]) {
        return Parts::body(text);
    }
    let front = if is_open {
        (first.end + 1).min(text.len())
    } else {
        start
    };
    match closing(text, front, is_open) {
        Some(close) if is_open => Parts {
            front: Some(front..close.start),
            body: (close.end + 1).min(text.len())..text.len(),
        },
        Some(close) => {
            diagnostics.push(missing(file, first, "before").fix(start..start, "---\n"));
            Parts {
                front: Some(front..close.start),
                body: (close.end + 1).min(text.len())..text.len(),
            }
        }
        None if is_open && !begins_with_field(&text[front..]) => Parts::body(text),
        None => {
            let end = end_of_fields(text, front);
            let break_before = text[..end].ends_with('\n');
            let fence = if break_before { "---\n" } else { "\n---\n" };
            let unclosed = missing(file, first, if is_open { "after" } else { "both" });
            diagnostics.push(if is_open {
                unclosed.fix(end..end, fence)
            } else {
                unclosed.fixes([edit(start, "---\n"), edit(end, fence)])
            });
            Parts {
                front: Some(front..end),
                body: end..text.len(),
            }
        }
    }
}

fn edit(at: usize, text: &str) -> crate::diagnostics::Edit {
    crate::diagnostics::Edit {
        span: at..at,
        text: text.to_owned(),
    }
}

fn missing(file: &Arc<TextFile>, span: Range<usize>, case: &'static str) -> Diagnostic {
    let place = Place {
        file: Arc::clone(file),
        span,
    };
    Diagnostic::new(Code::UnclosedFrontMatter, Location::Place(place)).with("case", case)
}

/// The line that begins at a byte, without its end.
fn line(text: &str, start: usize) -> Range<usize> {
    let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    start..end
}

/// A line of three dashes or more, or of the long ones that word processors make of them.
fn is_fence(line: &str) -> bool {
    let line = line.trim_end();
    let long = line.contains(['–', '—']);
    line.chars().all(|c| matches!(c, '-' | '–' | '—')) && (line.len() >= 3 || long)
}

/// Whether the first line that is not blank is a field that guichet knows.
fn begins_with_field(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.next().is_some_and(is_field)
}

/// `titre: …`, at the beginning of a line.
fn is_field(line: &str) -> bool {
    let is_set_in = line.starts_with(char::is_whitespace);
    let key = line.split(':').next().unwrap_or_default();
    !is_set_in && key.len() < line.len() && is_key(key) && !line[key.len() + 1..].starts_with("//")
}

/// The line that ends a front matter; in one that no line opens it may only come below fields.
fn closing(text: &str, front: usize, is_open: bool) -> Option<Range<usize>> {
    let mut at = front;
    for written in text[front..].split_inclusive('\n') {
        let bare = written.trim_end();
        if is_fence(bare) || bare == "..." {
            return Some(at..at + written.trim_end_matches('\n').len());
        }
        if !is_open && !may_be_yaml(written) {
            return None;
        }
        at += written.len();
    }
    None
}

/// Whether a line could stand in a front matter: a field, something below it, or nothing.
fn may_be_yaml(line: &str) -> bool {
    let bare = line.trim_end();
    bare.is_empty()
        || bare.starts_with([' ', '\t', '-', '•', '#', ']', '}'])
        || bare.contains(':') && !bare.starts_with("##")
}

/// Where the fields end that nothing closes: before the first blank line after which no field follows, or the first line that can
/// be none.
fn end_of_fields(text: &str, front: usize) -> usize {
    let mut end = front;
    let mut at = front;
    let mut after_blank = false;
    for written in text[front..].split_inclusive('\n') {
        let blank = written.trim().is_empty();
        let goes_on = if after_blank {
            is_field(written)
        } else {
            may_be_yaml(written) && !written.starts_with("# ") && !written.starts_with("##")
        };
        if !blank && !goes_on {
            break;
        }
        at += written.len();
        if blank {
            after_blank = true;
        } else {
            after_blank = false;
            end = at;
        }
    }
    end
}
