//! `unpublished-file`, `unknown-folder`: what is in the content folder and not published.

use std::cell::LazyCell;
use std::collections::BTreeSet;

use crate::diagnostics::{Code, Diagnostic, Location};
use crate::files::PUBLISHED;
use crate::percent::{ANGLE_BRACKETS, END_OF_PATH, encode_only};
use crate::site::{Site, Unpublished};

/// Every file that no page names, and every listed folder that does not exist.
pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = site
        .unpublished_files()
        .into_iter()
        .map(|(key, file, why)| {
            let location = Location::File(file.shown.clone());
            let diagnostic = Diagnostic::new(Code::UnpublishedFile, location);
            match why {
                Unpublished::Unnamed => {
                    let diagnostic = diagnostic.with("cause", "unnamed").with("link", link(key));
                    match key.rsplit_once('/') {
                        Some((folder, _)) => diagnostic.with("folder", folder).help("help-folder"),
                        None => diagnostic,
                    }
                }
                Unpublished::Kind => diagnostic
                    .with("cause", "kind")
                    .with("published", PUBLISHED.join(", "))
                    .help("help-kind"),
                Unpublished::OfServer => diagnostic
                    .with("cause", "server")
                    .with("path", key)
                    .help("help-server"),
            }
        })
        .collect();
    unknown_folders(site, &mut found);
    found
}

/// A link to a file that works on any page.
fn link(key: &str) -> String {
    let name = key.rsplit('/').next().unwrap_or(key);
    let words = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let words = words.replace(['_', '[', ']', '*', '`', '<'], " ");
    // Between `<` and `>`, a path may contain blanks and parentheses.
    let is_plain = |c: char| !c.is_whitespace() && !matches!(c, '(' | ')' | '<' | '>');
    let path = encode_only(key, END_OF_PATH);
    match path.chars().all(is_plain) {
        true => format!("[{words}](/{path})"),
        false => format!("[{words}](</{}>)", encode_only(&path, ANGLE_BRACKETS)),
    }
}

fn unknown_folders(site: &Site, found: &mut Vec<Diagnostic>) {
    let keys = || site.files.keys().filter_map(|key| key.rsplit_once('/'));
    let known = LazyCell::new(|| keys().map(|(folder, _)| folder).collect::<BTreeSet<&str>>());
    for (written, folder) in site.config.free_files.listed() {
        let inside = format!("{folder}/");
        let mut after = site.files.range(inside.clone()..);
        let is_there = site.files.contains_key(&*folder)
            || after
                .next()
                .is_some_and(|(key, _)| key.starts_with(&inside));
        if !is_there || folder.is_empty() {
            found.push(
                Diagnostic::new(Code::UnknownFolder, written.location.clone())
                    .with("folder", &written.text)
                    .nearest(&folder, known.iter().copied()),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown;
    use crate::percent::decode;
    use crate::site::join;
    use proptest::prelude::*;

    proptest! {
        /// The link in the help line works, and leads to the file.
        #[test]
        fn the_link_leads_to_the_file(name in "[a-zé _()<>%#?&;*'`\\[-]{1,12}", folder in "[a-z é()]{0,4}") {
            let key = join("", &format!("{folder}/{name}.pdf")).unwrap();
            prop_assume!(!name.trim().is_empty() && !key.contains("//") && key == key.trim());
            let link = link(&key);
            let facts = markdown::facts(&link);
            prop_assert_eq!(facts.links.len(), 1, "{}", link);
            let path = decode(&facts.links[0].destination);
            prop_assert_eq!(join("x/y", &path), Some(key));
        }
    }
}
