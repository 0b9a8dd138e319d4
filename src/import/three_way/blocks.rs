//! Cuts a text into the blocks that are compared, and writes the comments in which the source's words follow an editor's.

use std::borrow::Cow;
use std::collections::HashSet;

use super::front::end;
use crate::import::ledger::{BlockHash, mark};

/// What begins a comment in a text; the source's words are on the lines after it.
const OPENS: &str = "<!-- guichet import:";
const CLOSES: &str = "-->";

/// What begins each line of such a comment in front matter.
const FRONT: &str = "# guichet import: ";

/// The blocks of a text: a key of the front matter with everything below it, a paragraph, a list, a comment with the source's words.
/// Together they are the text.
pub(super) fn blocks(text: &str) -> Vec<&str> {
    let mut blocks = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let mut in_front = text.starts_with("---\n");
    let mut in_comment = false;
    let mut after_blank = false;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let is_blank = line.trim().is_empty();
        let opens = !in_front && !in_comment && opens_comment(&text[at..]);
        let begins = if in_front {
            number > 0 && !line.starts_with([' ', '\t', '-', '#']) && !is_blank
                || line.trim_end() == "---"
        } else {
            opens || after_blank && !is_blank && !in_comment
        };
        if begins && at > start {
            blocks.push(&text[start..at]);
            start = at;
        }
        if in_front && number > 0 && line.trim_end() == "---" {
            in_front = false;
            // The line that ends the front matter is a block of its own.
            at += line.len();
            blocks.push(&text[start..at]);
            start = at;
            after_blank = false;
            continue;
        }
        let closes = (in_comment || opens) && line.contains(CLOSES);
        in_comment = (in_comment || opens) && !closes;
        after_blank = is_blank || closes;
        at += line.len();
    }
    if start < text.len() {
        blocks.push(&text[start..]);
    }
    blocks
}

/// Whether a comment begins here, and ends before another one begins.
fn opens_comment(rest: &str) -> bool {
    rest.strip_prefix(OPENS).is_some_and(|rest| {
        let next = rest.find(OPENS).unwrap_or(rest.len());
        rest[..next].contains(CLOSES)
    })
}

/// Whether a block of a text is a heading.
pub(super) fn is_heading(block: &str) -> bool {
    block.starts_with('#')
}

/// The comment with the source's words.
pub(super) fn comment(words: &str) -> String {
    // What would end the comment does not.
    let words = words.trim().replace("-->", "\u{2010}\u{2010}>");
    let words = words.replace("--!>", "\u{2010}\u{2010}!>");
    format!("{OPENS}\n{words}\n{CLOSES}\n")
}

/// Whether a block is a comment with nothing but words that the source had when it was last imported.
pub(super) fn is_settled(block: &str, base: &HashSet<BlockHash>) -> bool {
    let words = block.trim_end().strip_prefix(OPENS);
    let words = words.and_then(|words| words.strip_suffix(CLOSES));
    words.is_some_and(|words| {
        let words = blocks(words.trim());
        words.iter().all(|block| base.contains(&mark(block)))
    })
}

/// The comment in front matter, with the source's words.
pub(super) fn front_comment(words: &str) -> String {
    let lines = words.trim_end().lines();
    lines.map(|line| format!("{FRONT}{line}\n")).collect()
}

/// Whether a text begins with such a comment.
pub(in crate::import) fn is_front_comment(text: &str) -> bool {
    text.starts_with(FRONT)
}

/// A block of front matter without comments that hold nothing but words that the source had when it was last imported.
pub(super) fn without_settled(block: &str, base: &HashSet<BlockHash>) -> String {
    let mut out = String::with_capacity(block.len());
    let mut lines = block.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let Some(first) = line.strip_prefix(FRONT) else {
            out.push_str(line);
            continue;
        };
        let mut comment = line.to_owned();
        let mut words = first.to_owned();
        while let Some(line) = lines.next_if(|line| {
            line.strip_prefix(FRONT)
                .is_some_and(|rest| rest.starts_with([' ', '-']))
        }) {
            comment.push_str(line);
            words.push_str(&line[FRONT.len()..]);
        }
        if !base.contains(&mark(&words)) {
            out.push_str(&comment);
        }
    }
    out
}

/// Where a text has comments with the source's words: bytes of the text. Data is all front matter.
pub(super) fn unsettled(text: &str, is_data: bool) -> Vec<usize> {
    let mut found = Vec::new();
    if !text.contains("guichet import:") {
        return found;
    }
    let all = blocks(text);
    let front = match is_data {
        true => all.len(),
        false => end(&all).unwrap_or_default(),
    };
    let mut at = 0;
    for (number, block) in all.into_iter().enumerate() {
        if number >= front {
            found.extend(block.starts_with(OPENS).then_some(at));
            at += block.len();
            continue;
        }
        let mut is_inside = false;
        for line in block.split_inclusive('\n') {
            let words = line.strip_prefix(FRONT);
            // The next line of the same comment.
            let goes_on = is_inside && words.is_some_and(|words| words.starts_with([' ', '-']));
            is_inside = words.is_some();
            found.extend((is_inside && !goes_on).then_some(at));
            at += line.len();
        }
    }
    found
}

/// A page without its comments that have the source's words.
pub(super) fn without_comments(text: &str) -> Cow<'_, str> {
    if !text.contains("guichet import:") {
        return Cow::Borrowed(text);
    }
    let all = blocks(text);
    let front = end(&all).unwrap_or_default();
    let mut out = String::with_capacity(text.len());
    for (number, block) in all.into_iter().enumerate() {
        if number < front {
            let lines = block.split_inclusive('\n');
            out.extend(lines.filter(|line| !line.starts_with(FRONT)));
        } else if !block.starts_with(OPENS) {
            out.push_str(block);
        }
    }
    Cow::Owned(out)
}
