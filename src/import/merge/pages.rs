//! What an import brings that is new on pages.

use std::collections::BTreeMap;

use super::ImportChanges;
use crate::files::CONTENT;
use crate::import::front::{is_draft, list_of};
use crate::import::ledger::BlockHash;
use crate::import::news::{PageFate, PageNews, points, points_seen, title_of};
use crate::import::{Import, ImportedContent};
use crate::model::Common;

impl ImportChanges {
    /// Remembers what the source has changed on a page, and what readers will see of it: `after` is the page as it will be.
    pub(super) fn tell_changed(
        &mut self,
        path: &str,
        base: &[BlockHash],
        ours: &str,
        theirs: &str,
        after: &str,
    ) {
        let (points, is_newer) = points(base, ours, theirs);
        let seen = match is_draft(after) {
            true => Vec::new(),
            false => points_seen(ours, after),
        };
        self.news.push(PageNews {
            path: path.to_owned(),
            title: title_of(path, after),
            fate: PageFate::Changed,
            points,
            seen,
            is_newer,
            replaced_by: None,
        });
    }

    /// Remembers for readers that a page goes; one that an editor has changed stays.
    pub(super) fn tell_withdrawn(
        &mut self,
        path: &str,
        ours: &[u8],
        replacements: &BTreeMap<String, (String, String)>,
    ) {
        if !is_page(path) {
            return;
        }
        let text = String::from_utf8_lossy(ours).replace("\r\n", "\n");
        self.news.push(PageNews {
            title: title_of(path, &text),
            fate: PageFate::Withdrawn,
            points: Vec::new(),
            seen: Vec::new(),
            is_newer: true,
            replaced_by: replacements.get(path).cloned(),
            path: path.to_owned(),
        });
    }

    /// The new pages of folders that have been imported before: elsewhere, all is new.
    pub(super) fn tell_added(&mut self, import: &Import, known: &[String]) {
        let folders = import.scope.iter().map(|folder| format!("{folder}/"));
        let folders: Vec<String> = folders
            .filter(|folder| known.iter().any(|path| path.starts_with(folder.as_str())))
            .collect();
        for path in self.added.iter().filter(|path| is_page(path)) {
            let content = import.files.get(path);
            let is_in = folders
                .iter()
                .any(|folder| path.starts_with(folder.as_str()));
            if let (Some(ImportedContent::Text(text)), true) = (content, is_in) {
                self.news.push(PageNews {
                    path: path.clone(),
                    title: title_of(path, text),
                    fate: PageFate::Added,
                    points: Vec::new(),
                    seen: Vec::new(),
                    is_newer: true,
                    replaced_by: None,
                });
            }
        }
    }
}

/// Whether a file is a page, not the text of a section, which lists pages.
pub(super) fn is_page(path: &str) -> bool {
    path.ends_with(".md") && !path.ends_with("/_index.md")
}

/// The pages that give the address of another: that other's file, with their title and file.
pub(super) fn replacements(import: &Import) -> BTreeMap<String, (String, String)> {
    let mut found = BTreeMap::new();
    for (path, content) in &import.files {
        let ImportedContent::Text(text) = content else {
            continue;
        };
        for address in list_of::<Common>(text, "aliases") {
            let bare = address.trim_start_matches('/').trim_end_matches(".html");
            let page = (title_of(path, text), path.clone());
            found.insert(format!("{CONTENT}/{bare}.md"), page);
        }
    }
    found
}
