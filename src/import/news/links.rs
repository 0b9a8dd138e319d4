//! Takes links to what is gone out of a text, and keeps those of earlier articles alive.

use std::collections::BTreeSet;
use std::path::Path;

use crate::files::CONTENT;
use crate::import::merge::{ImportChanges, ReadError};
use crate::percent::decode;
use crate::site::join;

/// In articles of earlier imports, links to pages that are gone become their words: nothing else is changed.
pub(super) fn keep_links_alive(
    root: &Path,
    changes: &mut ImportChanges,
    folder: &str,
) -> Result<(), ReadError> {
    let earlier: BTreeSet<String> = changes.known_below(folder).map(str::to_owned).collect();
    for path in earlier {
        let Some(text) = changes.text_of(root, &path)? else {
            continue;
        };
        let below = folder.strip_prefix(CONTENT).unwrap_or(folder);
        let is_gone = |destination: &str| {
            // An editor's link to another site, or to a name with spaces.
            let is_here = !destination.contains("://");
            let target = join(below, &decode(destination)).filter(|_| is_here);
            let target = target.map(|target| format!("{CONTENT}/{target}"));
            target
                .is_some_and(|target| target.ends_with(".md") && !changes.will_stand(root, &target))
        };
        let whole = without_links(&text, is_gone);
        if whole != text {
            changes.amend(root, &path, whole);
        }
    }
    Ok(())
}

/// The text with the words of these links in place of the links.
pub(in crate::import) fn without_links(text: &str, is_gone: impl Fn(&str) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("](") {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let target = &after[2..];
        let end = target.find([')', '\n']).unwrap_or(target.len());
        let destination = target[..end].trim_matches(['<', '>']);
        let is_dead = target[end..].starts_with(')') && is_gone(destination);
        let opens = is_dead.then(|| opening(&out)).flatten();
        match opens {
            Some(opens) => {
                out.remove(opens);
                rest = &target[end + 1..];
            }
            None => {
                out.push_str("](");
                rest = target;
            }
        }
    }
    out.push_str(rest);
    out
}

/// Where the square bracket opens that would be closed at the end of a text.
fn opening(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    for (at, letter) in text.char_indices().rev() {
        let is_escaped = text[..at].ends_with('\\');
        match letter {
            '\n' if text[..at].ends_with('\n') => return None,
            ']' if !is_escaped => open += 1,
            '[' if !is_escaped && open == 0 => return Some(at),
            '[' if !is_escaped => open -= 1,
            _ => {}
        }
    }
    None
}
