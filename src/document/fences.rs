//! Finds where the front matter of a file ends and its text begins: the lines `---`, even if an editor left
//! one out or wrote another.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostics::{Code, Diagnostic, Edit, Location, Place, TextFile};
use crate::markdown::slug;
use crate::model::schema::{self, is_key};
use crate::yaml::{FenceLine, rule, scalar};

/// The positions of front matter and Markdown in a file.
pub(super) struct FileParts {
    pub front: Option<Range<usize>>,
    pub body: Range<usize>,
}

impl FileParts {
    fn body(text: &str) -> Self {
        Self {
            front: None,
            body: 0..text.len(),
        }
    }
}

/// No editor writes more lines than this above the front matter, or in its second part.
const MOST_LINES: usize = 40;

/// Splits a file. Front matter is between two lines `---`, the first of which may follow blank lines. Four
/// dashes are accepted, and so is the long dash of a word processor. Another line of marks beside fields is
/// accepted and reported. If a line is missing beside fields, or something precedes them, that is reported
/// and the fields are read anyway.
pub(super) fn split(file: &Arc<TextFile>, diagnostics: &mut Vec<Diagnostic>) -> FileParts {
    let text = &*file.text;
    let start = text.len() - text.trim_start().len();
    let start = text[..start].rfind('\n').map_or(0, |end| end + 1);
    let first = line(text, start);
    let written = &text[first.clone()];
    let glued = before_field(written);
    let opens = rule(written)
        .filter(|_| written.trim_end() != "...")
        .or(glued.map(|_| FenceLine::Sure));
    let front = match (opens, glued) {
        (_, Some(field)) => start + field,
        (Some(_), None) => (first.end + 1).min(text.len()),
        (None, None) => start,
    };
    let is_head = || begins_with_field(&text[front..], opens.is_some());
    match opens {
        Some(_) if written == "---" => {}
        // Another rule in the page.
        Some(_) if !is_head() => return FileParts::body(text),
        Some(FenceLine::Like) => diagnostics.push(meant(file, &first)),
        Some(FenceLine::Sure) => diagnostics.extend(glued.map(|_| on_one_line(file, start..front))),
        None if !is_head() => return behind(file, &first, diagnostics),
        None => {}
    }
    let is_open = opens.is_some();
    match closing(text, front, opens.map(|_| indentation(written))) {
        Some(close) => {
            if !is_open {
                let above = Diagnostic::new(Code::AsMeant, place(file, first));
                let above = above.with("cause", "above").help("help-above");
                diagnostics.push(above.fix(start..start, "---\n"));
            }
            if rule(&text[close.clone()]) == Some(FenceLine::Like) {
                diagnostics.push(meant(file, &close));
            }
            let body = after(text, &close);
            let doubled = line(text, body);
            let is_doubled = rule(&text[doubled.clone()]) == Some(FenceLine::Sure)
                && !text[front..close.start].trim().is_empty();
            let body = if is_doubled {
                diagnostics.push(doubled_rule(file, &doubled));
                after(text, &doubled)
            } else {
                body
            };
            // The line that opens it, a second time.
            let again = line(text, front);
            let is_again = again.end < close.start && rule(&text[again.clone()]).is_some();
            let front = if is_again { again.end + 1 } else { front };
            FileParts {
                front: Some(front..close.start),
                body: body..text.len(),
            }
        }
        None if is_open && !is_head() => FileParts::body(text),
        None => {
            let end = end_of_fields(text, front);
            let case = if is_open { "after" } else { "both" };
            let unclosed = missing(file, first, case);
            // `---Le texte`: the delimiter without its line end.
            let dashes = text[end..].len() - text[end..].trim_start_matches('-').len();
            let close = match dashes {
                3.. => edit(end + dashes, "\n"),
                _ if text[..end].ends_with('\n') => edit(end, "---\n"),
                _ => edit(end, "\n---\n"),
            };
            let body = if dashes >= 3 { end + dashes } else { end };
            diagnostics.push(match is_open {
                true => unclosed.fixes([close]),
                false => unclosed.fixes([edit(start, "---\n"), close]),
            });
            FileParts {
                front: Some(front..end),
                body: body..text.len(),
            }
        }
    }
}

/// Front matter with something above it: the title, a comment, a first sentence.
fn behind(
    file: &Arc<TextFile>,
    first: &Range<usize>,
    diagnostics: &mut Vec<Diagnostic>,
) -> FileParts {
    let text = &*file.text;
    let Some((open, close)) = head_below(text, first.end) else {
        return FileParts::body(text);
    };
    let front = after(text, &open);
    let body = after(text, &close);
    let above = text[..open.start].trim();
    let found = missing(file, first.clone(), "behind");
    let taken = Edit {
        span: 0..open.start,
        text: String::new(),
    };
    let fields = || {
        let lines = text[front..close.start].lines();
        let lines = lines.filter(|line| !line.starts_with(char::is_whitespace));
        lines.filter_map(|line| line.split_once(':'))
    };
    let mut titles = fields().filter(|(name, _)| schema::is_title(name));
    let title = titles.next().map(|(_, value)| value);
    let heading = above.strip_prefix("# ").filter(|rest| !rest.contains('\n'));
    let found = match (heading, title) {
        (Some(heading), Some(title)) if slug(heading) == slug(title) => found.fixes([taken]),
        (Some(heading), None) => {
            let french = !schema::in_english(fields().map(|(name, _)| name));
            let name = schema::title().map_or("title", |key| key.shown(french));
            let field = format!("{name}: {}\n", scalar(heading.trim()));
            found.fixes([taken, edit(front, &field)])
        }
        // A page has one title; only its editor knows which.
        _ if above.lines().any(|line| line.starts_with("# ")) => found,
        _ => {
            let end = if text[..body].ends_with('\n') {
                ""
            } else {
                "\n"
            };
            found.fixes([taken, edit(body, &format!("{end}\n{above}\n"))])
        }
    };
    diagnostics.push(found);
    FileParts {
        front: Some(front..close.start),
        body: body..text.len(),
    }
}

/// The two delimiters of front matter that begins below the first lines of a text.
fn head_below(text: &str, from: usize) -> Option<(Range<usize>, Range<usize>)> {
    let mut at = from + 1;
    for _ in 0..MOST_LINES {
        if at >= text.len() {
            return None;
        }
        let open = line(text, at);
        at = open.end + 1;
        if rule(&text[open.clone()]) == Some(FenceLine::Sure)
            && text
                .get(at..)
                .is_some_and(|rest| rest.lines().next().is_some_and(is_field))
        {
            let close = closing(text, at, None)?;
            return Some((open, close));
        }
    }
    None
}

fn edit(at: usize, text: &str) -> Edit {
    Edit {
        span: at..at,
        text: text.to_owned(),
    }
}

fn place(file: &Arc<TextFile>, span: Range<usize>) -> Location {
    Location::Place(Place {
        file: Arc::clone(file),
        span,
    })
}

fn missing(file: &Arc<TextFile>, span: Range<usize>, case: &'static str) -> Diagnostic {
    Diagnostic::new(Code::UnclosedFrontMatter, place(file, span)).with("case", case)
}

/// Reports that a line was read as `---`.
fn meant(file: &Arc<TextFile>, line: &Range<usize>) -> Diagnostic {
    Diagnostic::new(Code::AsMeant, place(file, line.clone()))
        .with("cause", "fence")
        .with("written", file.text[line.clone()].trim())
        .with("meant", "---")
        .instead("---")
}

/// Where the first field begins on the very line that opens the front matter: `--- titre: Acte`.
fn before_field(line: &str) -> Option<usize> {
    let bare = line.trim_start_matches(['-', '–', '—']);
    let marks = &line[..line.len() - bare.len()];
    let field = bare.trim_start_matches([' ', '\u{a0}']);
    (rule(marks) == Some(FenceLine::Sure) && is_field(field)).then(|| line.len() - field.len())
}

/// Reports that a field follows the dashes on their line; `dashes` is what precedes it.
fn on_one_line(file: &Arc<TextFile>, dashes: Range<usize>) -> Diagnostic {
    let field = line(&file.text, dashes.end);
    Diagnostic::new(Code::AsMeant, place(file, dashes.start..field.end))
        .with("cause", "first-field")
        .with("meant", &file.text[field])
        .help("help-first-field")
        .fix(dashes, "---\n")
}

/// Reports one line `---` too many.
fn doubled_rule(file: &Arc<TextFile>, line: &Range<usize>) -> Diagnostic {
    Diagnostic::new(Code::AsMeant, place(file, line.clone()))
        .with("cause", "rule")
        .with("written", file.text[line.clone()].trim())
        .help("help-rule")
        .fix(line.start..after(&file.text, line), "")
}

/// The line that begins at a byte, without its line end.
fn line(text: &str, start: usize) -> Range<usize> {
    let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    start..end
}

/// The start of the line after this one.
fn after(text: &str, line: &Range<usize>) -> usize {
    (line.end + 1).min(text.len())
}

/// The bytes of the blanks at the start of a line.
fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Whether the first line that is not blank is a field that guichet knows, possibly below another line of
/// dashes.
fn begins_with_field(text: &str, is_open: bool) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let mut first = lines.next().unwrap_or_default();
    if is_open && rule(first) == Some(FenceLine::Sure) {
        first = lines.next().unwrap_or_default();
    }
    first = first.strip_prefix("? ").unwrap_or(first);
    // `titre = Acte`, as in TOML.
    let named = |name: &str| name.len() < first.len() && is_key(name);
    is_field(first.trim_start()) && (is_open || is_field(first))
        || is_open && named(first.split(" =").next().unwrap_or_default())
}

/// `titre: …`, at the start of a line.
fn is_field(line: &str) -> bool {
    let is_set_in = line.starts_with(char::is_whitespace);
    let key = line.split(':').next().unwrap_or_default();
    !is_set_in && key.len() < line.len() && is_key(key) && !line[key.len() + 1..].starts_with("//")
}

/// The line that closes front matter; without an opening line, it must be below fields. `open` is the indent
/// of the opening line.
fn closing(text: &str, front: usize, open: Option<usize>) -> Option<Range<usize>> {
    let mut at = front;
    for written in text[front..].split_inclusive('\n') {
        let end = at + written.trim_end_matches('\n').len();
        let below = at + written.len();
        let set_in = indentation(written);
        let closes = match rule(written) {
            _ if set_in > 0 && open != Some(set_in) => false,
            // Doubled.
            Some(_) if text[front..at].trim().is_empty() => {
                !begins_with_field(&text[below..], false)
            }
            Some(FenceLine::Sure) => !goes_on(&text[below..]),
            Some(FenceLine::Like) => !begins_with_field(&text[below..], false),
            None => false,
        };
        if closes {
            return Some(at..end);
        }
        if open.is_none() && !may_be_yaml(written) {
            return None;
        }
        at = below;
    }
    None
}

/// Whether front matter continues below a line of dashes: with fields as typed there, not as in a text, up to
/// another such line.
fn goes_on(text: &str) -> bool {
    let is_typed = |line: &str| {
        let key = line.split(':').next().unwrap_or_default();
        is_field(line) && key.starts_with(char::is_lowercase) && !key.ends_with(char::is_whitespace)
    };
    // What is below a field, and was cut off from it.
    let is_set_in = |line: &str| {
        let bare = line.trim_start();
        line.starts_with([' ', '\t']) && (bare.starts_with("- ") || is_typed(bare))
    };
    let mut fields = 0;
    for (index, line) in text.lines().take(MOST_LINES).enumerate() {
        if rule(line) == Some(FenceLine::Sure) && indentation(line) == 0 {
            return fields > 0;
        }
        match is_typed(line) || index == 0 && is_set_in(line) {
            true => fields += 1,
            false if line.trim().is_empty() && fields == 0 => {}
            false
                if fields > 0 && line.starts_with([' ', '\t', '-']) && !line.trim().is_empty() => {}
            false => return false,
        }
    }
    false
}

/// Whether a line could be part of front matter: a field, something below one, or nothing.
fn may_be_yaml(line: &str) -> bool {
    let bare = line.trim_end();
    bare.is_empty()
        || bare.starts_with([' ', '\t', '-', '•', '#', ']', '}'])
        || bare.contains(':') && !bare.starts_with("##")
}

/// The end of fields that nothing closes: before the first blank line after which no field follows, or the
/// first line that cannot be one.
fn end_of_fields(text: &str, front: usize) -> usize {
    let mut end = front;
    let mut at = front;
    let mut after_blank = false;
    for written in text[front..].split_inclusive('\n') {
        let blank = written.trim().is_empty();
        let goes_on = if after_blank {
            is_field(written)
        } else {
            may_be_yaml(written)
                && !["# ", "##", "---"]
                    .iter()
                    .any(|mark| written.starts_with(mark))
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
