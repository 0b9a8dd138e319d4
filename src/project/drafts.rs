//! Texts that somebody is editing: the site as it will be once they are saved.

use std::sync::Arc;

use super::Project;
use crate::diagnostics::{Diagnostic, TextFile};
use crate::files::{self, CONTENT};
use crate::source::Source;

impl Project {
    /// Reads a text in place of the file at this path below the content folder, which need not exist; `None` reads the
    /// file again.
    pub fn hold(&mut self, path: &str, text: Option<String>) {
        match text {
            Some(text) => self.drafts.insert(path.to_owned(), text),
            None => self.drafts.remove(path),
        };
        self.refresh(std::iter::once(path));
    }

    /// Puts the texts that somebody is editing in place of those of their files.
    pub(super) fn with_drafts(
        &self,
        source: &mut Source,
        diagnostics: &mut Vec<Diagnostic>,
        below: &str,
    ) {
        for (path, text) in &self.drafts {
            let rest = path.strip_prefix(below);
            if !rest
                .is_some_and(|rest| below.is_empty() || rest.is_empty() || rest.starts_with('/'))
            {
                continue;
            }
            let key = files::normal(path).into_owned();
            let shown = format!("{CONTENT}/{path}");
            diagnostics.retain(|found| found.location.path() != shown);
            let file = TextFile::new(&shown, &*files::as_read(text));
            source.texts.insert(key, Arc::new(file));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::site::Extent;

    /// The titles of the pages and the files with mistakes.
    fn state(project: &Project) -> (Vec<String>, Vec<String>) {
        let (site, found) = project.site(Extent::default());
        let titles = site
            .pages_with_id()
            .map(|(_, page)| page.document.common.title.clone());
        let paths = found.iter().map(|found| found.location.path().to_owned());
        (titles.collect(), paths.collect())
    }

    #[test]
    fn a_text_that_is_held_is_read_in_place_of_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir(root.join("content")).unwrap();
        fs::write(root.join("guichet.yaml"), "title: Essai\n").unwrap();
        fs::write(root.join("content/a.md"), "---\ntitre: Un\n---\n").unwrap();
        let mut project = Project::read(root);
        let before = state(&project);
        assert_eq!(before.0, ["Un"]);

        project.hold(
            "a.md",
            Some("---\r\ntitre: Deux\r\ncoleur: x\r\n---\r\n".to_owned()),
        );
        project.hold("b.md", Some("---\ntitre: Trois\n---\n".to_owned()));
        let (titles, found) = state(&project);
        assert_eq!(titles, ["Deux", "Trois"]);
        assert!(found.contains(&"content/a.md".to_owned()), "{found:?}");
        // Reading the folder again does not lose them.
        project.read_content();
        assert_eq!(state(&project), (titles, found));

        project.hold("a.md", None);
        project.hold("b.md", None);
        assert_eq!(state(&project), before);
    }
}
