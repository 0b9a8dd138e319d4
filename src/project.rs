//! A site's folder in memory: its configuration, theme and documents, each with what is wrong with it.
//!
//! `build` reads a project once; `serve` keeps one and reads again only what changed.

mod drafts;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostics::{Code, Diagnostic, Location, TextFile};
use crate::document::{Document, LocalNote, is_local, page_of_local};
use crate::files::{self, CONTENT};
use crate::language::Language;
use crate::model::WrittenFile;
use crate::model::config::{self, Config};
use crate::records::Records;
use crate::site::{Extent, Glossary, Site, SiteParts, Topics};
use crate::source::{Source, SourceFile};
use crate::theme::{Theme, ThemeChoice};

/// A site's folder in memory.
pub struct Project {
    /// The folder that holds `guichet.yaml`.
    pub root: PathBuf,
    /// The configuration.
    pub config: Arc<Config>,
    /// The theme.
    pub theme: Arc<Theme>,
    documents: BTreeMap<String, (Arc<Document>, Vec<Diagnostic>)>,
    glossaries: BTreeMap<String, (Language, Glossary, Vec<Diagnostic>)>,
    /// The fields with the editor's own words in the configuration and in each glossary.
    written: BTreeMap<String, Arc<WrittenFile>>,
    topics: BTreeMap<String, (Topics, Vec<Diagnostic>)>,
    locals: BTreeMap<String, (Arc<LocalNote>, Vec<Diagnostic>)>,
    files: BTreeMap<String, Arc<SourceFile>>,
    /// What the site has recorded of its past.
    pub records: Arc<Records>,
    /// What is wrong with the configuration, the theme and the records.
    settings: Vec<Diagnostic>,
    /// What is wrong with files that could not be read, by displayed path.
    unread: Vec<Diagnostic>,
    /// The texts of files that somebody is editing, by their paths below the content folder: read in place of what the
    /// files hold.
    drafts: BTreeMap<String, String>,
    /// That of the configuration, if somebody is editing it.
    settings_draft: Option<Arc<TextFile>>,
}

impl Project {
    /// Reads the site at `root`.
    pub fn read(root: &Path) -> Self {
        let mut project = Self {
            root: root.to_owned(),
            config: Arc::default(),
            theme: Arc::new(Theme::load(root, &ThemeChoice::in_languages(&[Language::french()])).0),
            documents: BTreeMap::new(),
            glossaries: BTreeMap::new(),
            written: BTreeMap::new(),
            topics: BTreeMap::new(),
            locals: BTreeMap::new(),
            files: BTreeMap::new(),
            records: Arc::default(),
            settings: Vec::new(),
            unread: Vec::new(),
            drafts: BTreeMap::new(),
            settings_draft: None,
        };
        project.read_settings();
        project.read_content();
        project
    }

    /// Reads configuration, theme and records again.
    pub fn read_settings(&mut self) {
        let (config, written, mut diagnostics) = self.read_configuration();
        self.written.remove(config::FILE);
        if let Some(written) = written {
            self.written
                .insert(config::FILE.to_owned(), Arc::new(written));
        }
        let (theme, more) = Theme::load(&self.root, &ThemeChoice::of(&config));
        diagnostics.extend(more);
        let (records, more) = Records::read(&self.root);
        diagnostics.extend(more);
        self.records = Arc::new(records);
        self.config = Arc::new(config);
        self.theme = Arc::new(theme);
        self.settings = diagnostics;
    }

    /// Reads all content again.
    pub fn read_content(&mut self) {
        self.documents.clear();
        self.glossaries.clear();
        self.written.retain(|key, _| key == config::FILE);
        self.topics.clear();
        self.locals.clear();
        self.files.clear();
        self.unread.clear();
        let (mut source, mut diagnostics) = Source::read(&self.root);
        // A folder that is not a site has no pages: that is reported once.
        if !self.root.join(config::FILE).exists() {
            diagnostics.retain(|diagnostic| diagnostic.location.path() != CONTENT);
        }
        self.with_drafts(&mut source, &mut diagnostics, "");
        self.take(source, diagnostics);
    }

    /// Reads the files and folders at these paths below the content folder again: changed, new or gone.
    pub fn refresh<'p>(&mut self, paths: impl Iterator<Item = &'p str>) {
        for written in paths {
            let normal = files::normal(written);
            let path = &*normal;
            let below = |key: &str| {
                path.is_empty()
                    || key == path
                    || key
                        .strip_prefix(path)
                        .is_some_and(|rest| rest.starts_with('/'))
            };
            self.documents.retain(|key, _| !below(key));
            self.glossaries.retain(|key, _| !below(key));
            self.written
                .retain(|key, _| key == config::FILE || !below(key));
            self.topics.retain(|key, _| !below(key));
            self.locals.retain(|key, _| !below(key));
            self.files.retain(|key, _| !below(key));
            self.unread.retain(|diagnostic| {
                let shown = diagnostic.location.path();
                let key = shown
                    .strip_prefix(CONTENT)
                    .map(|key| files::normal(key.trim_start_matches('/')));
                !key.is_some_and(|key| below(&key))
            });
            let file = self.root.join(CONTENT).join(written);
            let (mut source, mut diagnostics) = match file.symlink_metadata() {
                Ok(_) => Source::read_below(&self.root, written),
                Err(_) => (Source::default(), Vec::new()),
            };
            self.with_drafts(&mut source, &mut diagnostics, written);
            self.take(source, diagnostics);
        }
    }

    fn take(&mut self, source: Source, diagnostics: Vec<Diagnostic>) {
        let languages = self.config.all_languages();
        let (pages, glossaries): (Vec<_>, Vec<_>) = source
            .texts
            .into_iter()
            .partition(|(key, _)| is_markdown(key));
        let (locals, pages): (Vec<_>, Vec<_>) =
            pages.into_iter().partition(|(key, _)| is_local(key));
        for (key, file) in locals {
            let (note, diagnostics) = LocalNote::parse(&file);
            self.locals.insert(key, (Arc::new(note), diagnostics));
        }
        let documents: Vec<_> = pages
            .into_par_iter()
            .map(|(key, file)| {
                let (document, diagnostics) = Document::parse(&key, file, &languages);
                (key, (Arc::new(document), diagnostics))
            })
            .collect();
        self.documents.extend(documents);
        for (key, file) in glossaries {
            self.take_yaml(key, &file, &languages);
        }
        self.files.extend(source.files);
        self.unread.extend(diagnostics);
    }

    fn take_yaml(&mut self, key: String, file: &Arc<TextFile>, languages: &[Language]) {
        if Topics::is_named(&key) {
            self.topics.insert(key, Topics::parse(file));
            return;
        }
        match Glossary::language_of(&key, languages) {
            Some(language) => {
                let (glossary, found) = Glossary::parse(file);
                let written = WrittenFile {
                    file: Arc::clone(file),
                    language,
                    fields: found.written.into(),
                };
                self.written.insert(key.clone(), Arc::new(written));
                self.glossaries
                    .insert(key, (language, glossary, found.diagnostics));
            }
            None => {
                let location = Location::File(file.path.clone());
                self.unread.push(
                    Diagnostic::new(Code::UnpublishedFile, location)
                        .with("cause", "kind")
                        .help("help-yaml"),
                );
            }
        }
    }

    /// The site of this folder, and everything that is wrong with it so far.
    pub fn site(&self, extent: Extent) -> (Site, Vec<Diagnostic>) {
        let mut diagnostics = self.settings.clone();
        let unread = self.unread.iter();
        diagnostics.extend(unread.filter(|found| !self.is_as_it_is(found)).cloned());
        diagnostics.extend(
            self.documents
                .values()
                .flat_map(|(_, found)| found.iter().cloned()),
        );
        diagnostics.extend(
            self.glossaries
                .values()
                .flat_map(|(_, _, found)| found.iter().cloned()),
        );
        diagnostics.extend(
            self.topics
                .values()
                .flat_map(|(_, found)| found.iter().cloned()),
        );
        diagnostics.extend(
            self.locals
                .values()
                .flat_map(|(_, found)| found.iter().cloned()),
        );
        let (documents, lonely) = self.documents_with_notes();
        diagnostics.extend(lonely);
        let parts = SiteParts {
            config: self.config_with_topics(),
            theme: Arc::clone(&self.theme),
            documents,
            files: self.files.clone(),
            glossaries: self.merged_glossaries(),
            written: self.written.values().cloned().collect(),
            records: Arc::clone(&self.records),
            unread: self.unread_files(),
            extent,
        };
        let (site, more) = Site::assemble(parts);
        diagnostics.extend(more);
        (site, diagnostics)
    }

    /// The files of the content folder that could not be read, with their diagnostics.
    fn unread_files(&self) -> BTreeMap<String, Code> {
        let files = self.unread.iter().filter_map(|diagnostic| {
            let path = diagnostic.location.path().strip_prefix(CONTENT)?;
            let key = files::normal(path.trim_start_matches('/'));
            // A drawing that was only cleaned can be used, and so can a file in another encoding; a damaged
            // image is known, but shows nothing.
            let file = self.files.get(&*key);
            let is_there = matches!(diagnostic.code, Code::UnsafeSvg | Code::AsMeant)
                || file.is_some_and(|file| file.image.is_some() || file.is_document);
            (!is_there).then(|| (key.into_owned(), diagnostic.code))
        });
        files.collect()
    }

    /// Whether a diagnostic is about an image in a folder that is served unchanged: guichet need not be able
    /// to read it.
    fn is_as_it_is(&self, diagnostic: &Diagnostic) -> bool {
        let of_images = matches!(diagnostic.code, Code::BadImage | Code::UnsafeSvg);
        let shown = || diagnostic.location.path().strip_prefix(CONTENT);
        let key = || shown().map(|key| files::normal(key.trim_start_matches('/')));
        of_images && key().is_some_and(|key| self.config.is_free(&key))
    }

    /// The documents, merged with their local notes, and the notes without a page.
    fn documents_with_notes(&self) -> (Vec<Arc<Document>>, Vec<Diagnostic>) {
        let languages = self.config.all_languages();
        let mut notes: BTreeMap<(String, Language), &Arc<LocalNote>> = BTreeMap::new();
        for (key, (note, _)) in &self.locals {
            notes.insert(page_of_local(key, &languages), note);
        }
        let mut with_note = |document: &Arc<Document>| {
            if notes.is_empty() {
                return Arc::clone(document);
            }
            match notes.remove(&(document.stem.clone(), document.language)) {
                Some(note) => Arc::new(document.with_local(Arc::clone(note))),
                None => Arc::clone(document),
            }
        };
        let documents = self.documents.values().map(|(document, _)| document);
        let documents = documents.map(&mut with_note).collect();
        let lonely = notes.values().map(|note| {
            let location = Location::File(note.file.path.clone());
            Diagnostic::new(Code::LocalWithoutPage, location)
        });
        (documents, lonely.collect())
    }

    /// The configuration, with the topics from content folders.
    fn config_with_topics(&self) -> Arc<Config> {
        if self.topics.is_empty() {
            return Arc::clone(&self.config);
        }
        let mut config = Config::clone(&self.config);
        for (topics, _) in self.topics.values() {
            topics.add_to(&mut config.topics);
        }
        Arc::new(config)
    }

    /// One glossary per language; if two define the same key, the one nearest to the top wins.
    fn merged_glossaries(&self) -> BTreeMap<Language, Glossary> {
        let mut by_language: BTreeMap<Language, Vec<(usize, &Glossary)>> = BTreeMap::new();
        for (key, (language, glossary, _)) in &self.glossaries {
            let depth = key.matches('/').count();
            by_language
                .entry(*language)
                .or_default()
                .push((depth, glossary));
        }
        let by_language = by_language.into_iter();
        by_language
            .map(|(language, mut all)| {
                all.sort_by_key(|(depth, _)| *depth);
                let merged = match all.as_slice() {
                    [(_, only)] => Glossary::clone(only),
                    all => Glossary::merged(all.iter().map(|(_, glossary)| *glossary)),
                };
                (language, merged.typeset(language))
            })
            .collect()
    }

    /// The folder of the site that contains `start`: the nearest one upwards with a `guichet.yaml`, otherwise
    /// `start` itself.
    pub fn find_root(start: &Path) -> PathBuf {
        let absolute = std::path::absolute(start).unwrap_or_else(|_| start.to_owned());
        absolute
            .ancestors()
            .find(|folder| folder.join(crate::model::config::FILE).is_file())
            .unwrap_or(&absolute)
            .to_owned()
    }
}

fn is_markdown(key: &str) -> bool {
    let end = key
        .rsplit_once('.')
        .map(|(_, end)| end.to_ascii_lowercase());
    matches!(end.as_deref(), Some("md" | "markdown"))
}
