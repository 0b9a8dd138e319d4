//! Texts that somebody is editing: the site as it will be once they are saved.

use std::sync::Arc;

use super::Project;
use crate::diagnostics::{Diagnostic, TextFile};
use crate::files::{self, CONTENT};
use crate::model::WrittenFile;
use crate::model::config::{self, Config};
use crate::source::{Source, is_ignored};

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

    /// Reads a text in place of the configuration's file; `None` reads the file again. Where that changes the languages
    /// of the site, the content is read again: the language of a page depends on them.
    pub fn hold_settings(&mut self, text: Option<&str>) {
        let languages = self.config.all_languages();
        self.settings_draft =
            text.map(|text| Arc::new(TextFile::new(config::FILE, &*files::as_read(text))));
        self.read_settings();
        if self.config.all_languages() != languages {
            self.read_content();
        }
    }

    /// Whether the text of a file at this path below the content folder is read, by its name.
    pub fn reads(path: &str) -> bool {
        let is_ignored = |part: &str| is_ignored(std::ffi::OsStr::new(part));
        let ending = path.rsplit_once('.').map(|(_, ending)| ending);
        let ending = ending.unwrap_or_default().to_ascii_lowercase();
        matches!(&*ending, "md" | "markdown" | "yaml" | "yml") && !path.split('/').any(is_ignored)
    }

    /// The configuration: the text that somebody is editing, or the file.
    pub(super) fn read_configuration(&self) -> (Config, Option<WrittenFile>, Vec<Diagnostic>) {
        match &self.settings_draft {
            Some(file) => {
                let (config, written, found) = Config::parse(file);
                (config, Some(written), found)
            }
            None => Config::read(&self.root),
        }
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

    #[test]
    fn a_configuration_that_is_held_is_read_in_place_of_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir(root.join("content")).unwrap();
        fs::write(root.join("guichet.yaml"), "title: Essai\n").unwrap();
        fs::write(root.join("content/a.en.md"), "---\ntitle: One\n---\n").unwrap();
        let mut project = Project::read(root);
        let before = state(&project);
        project.hold_settings(Some("title: Essai\nlangues: [fr, en]\ncouleurr: bleu\n"));
        let (_, found) = state(&project);
        assert!(found.contains(&"guichet.yaml".to_owned()), "{found:?}");
        // The page is in one of the site's languages now.
        assert!(!found.contains(&"content/a.en.md".to_owned()), "{found:?}");
        project.hold_settings(None);
        assert_eq!(state(&project), before);
        assert!(before.1.contains(&"content/a.en.md".to_owned()));
    }

    #[test]
    fn names_tell_which_texts_are_read() {
        for path in ["a.md", "guides/a.MARKDOWN", "glossary.yaml"] {
            assert!(Project::reads(path), "{path}");
        }
        for path in ["a.jpg", "a", "guides/.a.md", ".git/a.md", "a.md~"] {
            assert!(!Project::reads(path), "{path}");
        }
    }
}
