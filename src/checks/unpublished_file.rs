//! `unpublished-file`, `unknown-folder`: what is in the content folder and not published.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use super::offers::in_configuration;
use crate::diagnostics::{self, Code, Diagnostic, Location, Remedy};
use crate::edit::{FieldChange, FieldStep, FieldValue};
use crate::files::PUBLISHED;
use crate::percent::{ANGLE_BRACKETS, END_OF_PATH, encode_only};
use crate::site::{Site, Unpublished};
use crate::yaml::scalar;

/// Every file that no page names, and every listed folder that does not exist.
pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut free: BTreeMap<String, Option<Remedy>> = BTreeMap::new();
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
                        Some((folder, _)) => {
                            let free = free.entry(folder.to_owned());
                            let free = free.or_insert_with(|| free_folder(site, folder)).clone();
                            diagnostic
                                .with("folder", folder)
                                .help("help-folder")
                                .offers(free)
                        }
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

/// The field of the configuration that lists them.
fn free_files(site: &Site) -> FieldStep {
    let french = site.config.default_language().is_french();
    let key = if french {
        "fichiers-libres"
    } else {
        "free_files"
    };
    FieldStep::Field(key.to_owned())
}

/// The remedy that publishes all files of a folder, which the configuration then lists.
fn free_folder(site: &Site, folder: &str) -> Option<Remedy> {
    let path = vec![free_files(site)];
    let listed = site.config.free_files.listed().count();
    let name = FieldValue::Text(folder.to_owned());
    let change = match listed {
        0 => FieldChange::Set(path, FieldValue::List(vec![name])),
        listed => FieldChange::Insert(path, listed, name),
    };
    let fix = in_configuration(site, &[change])?;
    Some(Remedy::new("mend-free-folder", fix).with("folder", folder))
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
    for (at, (written, folder)) in site.config.free_files.listed().enumerate() {
        let inside = format!("{folder}/");
        let mut after = site.files.range(inside.clone()..);
        let is_there = site.files.contains_key(&*folder)
            || after
                .next()
                .is_some_and(|(key, _)| key.starts_with(&inside));
        if !is_there || folder.is_empty() {
            let new = Diagnostic::new(Code::UnknownFolder, written.location.clone())
                .with("folder", &written.text)
                .nearest(&folder, known.iter().copied());
            found.push(match diagnostics::nearest(&folder, known.iter().copied()) {
                Some(near) => new.offer_instead(scalar(near)),
                None => new,
            });
            if let Some(new) = found.last_mut() {
                let item = vec![free_files(site), FieldStep::Item(at)];
                let fix = in_configuration(site, &[FieldChange::Remove(item)]);
                *new = new
                    .clone()
                    .offers(fix.map(|fix| Remedy::new("mend-remove-item", fix)));
            }
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
