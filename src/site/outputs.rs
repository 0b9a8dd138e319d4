//! Every file that a site consists of, and what it is.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::address::fold;
use super::sections::part_path;
use super::{GroupKind, LIST_LENGTH, Output, OutputPath, Page, Site, number};
use crate::diagnostics::{Code, Diagnostic, Location};
use crate::language::Language;
use crate::source::SourceFile;

impl Site {
    /// The pages, which come first. An editor's page replaces a generated one at its address.
    pub(super) fn list_pages(&self) -> (OutputList<'_>, Vec<Diagnostic>) {
        let mut list = OutputList::default();
        list.taken.reserve(self.pages.len());
        let mut diagnostics = Vec::new();
        let pages = self
            .pages_with_id()
            .filter(|(_, page)| !page.document.is_index);
        let free = pages.filter(|(_, page)| {
            let file = Cow::Borrowed(&*page.document.file.path);
            list.take_unique(&page.path, file, &mut diagnostics)
        });
        // Nearly in their order: a tree of all is made at once.
        let outputs = free.map(|(id, page)| (page.path.clone(), Output::Page(id)));
        list.outputs = outputs.collect();
        (list, diagnostics)
    }

    /// Lists every output behind the pages; two files at one address are reported.
    pub(super) fn list_outputs<'s>(
        &'s self,
        mut list: OutputList<'s>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> BTreeMap<OutputPath, Output> {
        self.list_files(&mut list, diagnostics);
        self.list_images(&mut list, diagnostics);
        for (key, file) in self.files.iter().filter(|(_, file)| file.image.is_some()) {
            // What is made from an image has a longer name than its file.
            if OutputPath::new(format!("{key}.dithered.small.webp")).is_none() {
                let location = Location::File(file.shown.clone());
                diagnostics.push(Diagnostic::new(Code::BadFileName, location));
            }
        }
        for language in &self.languages {
            self.list_generated(*language, &mut list);
        }
        for (index, section) in self.sections.iter().enumerate() {
            let id = number(index);
            for part in 0..section.parts() {
                list.add(section.part_path(part), Output::Section(id, number(part)));
            }
            if self.config.base_url.is_some() && section.is_dated {
                list.add(section.feed_path(), Output::SectionFeed(id));
            }
        }
        for (index, group) in self.groups.iter().enumerate() {
            let id = number(index);
            for part in 0..group.parts() {
                list.add(group.part_path(part), Output::Group(id, number(part)));
            }
            if self.config.base_url.is_some() && group.kind == GroupKind::Campaign {
                list.add(group.feed_path(), Output::GroupFeed(id));
            }
        }
        if self.config.base_url.is_some() {
            list.add_named("sitemap.xml", Output::Sitemap);
        }
        list.add_named("robots.txt", Output::Robots);
        for host in &self.config.headers {
            if let Some(file) = host.value.file() {
                list.add_named(file, Output::Headers(host.value));
            }
        }
        self.list_data(&mut list);
        self.list_sheets(&mut list);
        for (path, file) in std::mem::take(&mut list.covered) {
            let diagnostic = Diagnostic::new(Code::OwnAddress, Location::File(file.into_owned()));
            diagnostics.push(diagnostic.with("address", path.as_str()));
        }
        self.list_aliases(&mut list, diagnostics);
        self.list_untranslated(&mut list);
        self.list_texts(&mut list);
        list.outputs
    }

    /// The earlier addresses of pages. One that another page or file has is a mistake, and so is one that no
    /// page can have.
    fn list_aliases<'s>(&'s self, list: &mut OutputList<'s>, diagnostics: &mut Vec<Diagnostic>) {
        let aliased = |page: &&Page| !page.document.common.aliases.is_empty();
        if self.pages.iter().find(aliased).is_none() {
            return;
        }
        list.take_all();
        for (id, page) in self.pages_with_id() {
            for alias in &page.document.common.aliases {
                let new = |code| Diagnostic::new(code, alias.location.clone());
                let Some(path) = OutputPath::of_earlier(&alias.text) else {
                    diagnostics.push(new(Code::BadAlias).with("value", &alias.text));
                    continue;
                };
                // A page at its earlier address needs no redirect to itself.
                if path == page.path {
                    continue;
                }
                match list.taken_by(&path) {
                    Some(other) => diagnostics.push(
                        new(Code::DuplicateAddress)
                            .help("help-alias")
                            .with("address", path.as_str())
                            .with("other", other),
                    ),
                    None => {
                        list.take(&path, Cow::Borrowed(&page.document.file.path));
                        list.outputs.insert(path, Output::Redirect(id));
                    }
                }
            }
        }
    }

    /// How many guides a language has.
    pub(super) fn guides(&self, language: Language) -> usize {
        let guides = self.pages.iter().filter(|page| {
            let document = &page.document;
            document.language == language && document.guide().is_some() && !document.is_index
        });
        guides.count()
    }

    /// A part of the report on the routes of procedures, `couverture.html`.
    pub fn coverage_path(&self, language: Language, part: usize) -> OutputPath {
        part_path(&self.named_path(language, "address-coverage"), part)
    }

    /// The table of the report on the routes of procedures, `couverture.csv`.
    pub fn coverage_data_path(&self, language: Language) -> OutputPath {
        let path = self.named_path(language, "address-coverage");
        let stem = path.as_str().trim_end_matches(".html");
        OutputPath::new(format!("{stem}.csv")).unwrap_or(path)
    }

    /// A part of the glossary, `glossaire.html`.
    pub fn glossary_path(&self, language: Language, part: usize) -> OutputPath {
        part_path(&self.named_path(language, "address-glossary"), part)
    }

    /// Archives and lists of sheets. The sheets themselves are listed when one is requested.
    fn list_sheets(&self, list: &mut OutputList) {
        for language in &self.languages {
            self.list_shelves(*language, list);
            if let Some(path) = self.sheet_list_path(*language) {
                list.add(path, Output::SheetList(*language));
                self.list_editions(*language, list);
            }
        }
    }

    fn list_generated(&self, language: Language, list: &mut OutputList) {
        let prefix = self.prefix(language);
        list.add(self.home(language), Output::Home(language));
        list.add_named(&format!("{prefix}404.html"), Output::NotFound(language));
        if self.config.base_url.is_some() {
            list.add_named(&format!("{prefix}atom.xml"), Output::SiteFeed(language));
        }
        if self.legal_page(language).is_none() {
            list.add(
                self.named_path(language, "address-legal"),
                Output::Legal(language),
            );
        }
        let path = self.named_path(language, "address-accessibility");
        list.add(path, Output::Accessibility(language));
        let guides = self.guides(language);
        if guides > 0 && self.config.report != Some(false) {
            for part in 0..super::sections::parts(guides) {
                let path = self.coverage_path(language, part);
                list.add(path, Output::Coverage(language, number(part)));
            }
            let path = self.coverage_data_path(language);
            list.add(path, Output::CoverageData(language));
        }
        self.list_search(language, list);
        let terms = self
            .glossary(language)
            .map_or(0, |glossary| glossary.entries.len());
        for part in 0..terms.div_ceil(LIST_LENGTH) {
            let path = self.glossary_path(language, part);
            list.add(path, Output::Glossary(language, number(part)));
        }
    }
}

/// Outputs by path, and the paths that no further output may use.
#[derive(Default)]
pub(super) struct OutputList<'s> {
    outputs: BTreeMap<OutputPath, Output>,
    /// The file behind each path of an editor's file, by its [key](OutputPath::collision_key).
    taken: FxHashMap<String, Cow<'s, str>>,
    /// An output of each folder that contains them, by the same key.
    folders: FxHashMap<String, OutputPath>,
    /// guichet's own pages that an editor's file replaces, with that file.
    covered: Vec<(OutputPath, Cow<'s, str>)>,
}

impl<'s> OutputList<'s> {
    /// Adds an output made from a file; two at one path are a mistake.
    pub(super) fn add_unique(
        &mut self,
        path: OutputPath,
        output: Output,
        file: impl Into<Cow<'s, str>>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        if self.take_unique(&path, file.into(), diagnostics) {
            self.outputs.insert(path, output);
        }
    }

    /// Takes a path for a file; whether it was free.
    fn take_unique(
        &mut self,
        path: &OutputPath,
        file: Cow<'s, str>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> bool {
        if let Some(other) = self.taken_by(path) {
            let location = Location::File(file.into_owned());
            diagnostics.push(
                Diagnostic::new(Code::DuplicateAddress, location)
                    .with("address", path.as_str())
                    .with("other", other),
            );
            return false;
        }
        self.take(path, file);
        true
    }

    /// What has this path on the least discerning file system of a reader or a host: a file of the site, or a
    /// path that guichet generates. A file and a folder cannot share a name either.
    fn taken_by(&self, path: &OutputPath) -> Option<&str> {
        let key = path.collision_key();
        let above = || {
            path.folders()
                .find_map(|folder| self.taken.get(&*fold(folder)))
        };
        let same = self.taken.get(&*key).or_else(above);
        let below = || self.folders.get(&*key).map(OutputPath::as_str);
        same.map(|file| &**file).or_else(below)
    }

    fn take(&mut self, path: &OutputPath, file: Cow<'s, str>) {
        let key = path.collision_key().into_owned();
        self.taken.insert(key, file);
        self.take_folders(path);
    }

    fn take_folders(&mut self, path: &OutputPath) {
        for folder in path.folders() {
            let key = fold(folder);
            // If a folder is known, so are those above it.
            if self.folders.contains_key(&*key) {
                break;
            }
            self.folders.insert(key.into_owned(), path.clone());
        }
    }

    /// Reserves the paths of the outputs that guichet generates.
    fn take_all(&mut self) {
        let paths: Vec<OutputPath> = self.outputs.keys().cloned().collect();
        for path in paths {
            self.take_folders(&path);
            let key = path.collision_key().into_owned();
            let shown = Cow::Owned(path.to_string());
            self.taken.entry(key).or_insert(shown);
        }
    }

    /// Adds what is made from an image, once for all pages that show it.
    pub(super) fn add_image(
        &mut self,
        path: OutputPath,
        output: Output,
        file: &SourceFile,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        if self.outputs.get(&path) != Some(&output) {
            self.add_unique(path, output, file.shown.clone(), diagnostics);
        }
    }

    /// Adds a generated output, unless an editor's file has its path.
    pub(super) fn add(&mut self, path: OutputPath, output: Output) {
        match self.taken.get(&*path.collision_key()) {
            None => {
                self.outputs.entry(path).or_insert(output);
            }
            // Any other file at such a path is intended, such as a `robots.txt`.
            Some(file) if path.as_str().ends_with(".html") => {
                self.covered.push((path, file.clone()));
            }
            Some(_) => {}
        }
    }

    fn add_named(&mut self, path: &str, output: Output) {
        if let Some(path) = OutputPath::new(path) {
            self.add(path, output);
        }
    }
}
