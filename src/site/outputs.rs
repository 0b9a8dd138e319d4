//! What a site consists of: every file, with what it is.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::sections::part_path;
use super::{GroupKind, OutputPath, PageId, Site, number};
use crate::diagnostics::{Code, Diagnostic, Location};
use crate::language::Language;
use crate::markdown::slug;
use crate::outputs::Output;
use crate::outputs::search::Plan;
use crate::source::SourceFile;

/// How many entries of the list from A to Z stand on one page: about 9 kB after gzip.
pub const INDEX_LENGTH: usize = 200;

impl Site {
    /// Lists every output; two files at one address are reported.
    pub(super) fn list_outputs(
        &self,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> BTreeMap<OutputPath, Output> {
        let mut list = OutputList::default();
        // Pages come first: where an editor's page stands at the address of a generated one, it takes its place.
        for (id, page) in self.pages_with_id() {
            if !page.document.is_index {
                let output = Output::Page(id);
                let location = Location::File(page.document.file.path.clone());
                list.add_unique(page.path.clone(), output, location, diagnostics);
            }
        }
        for (key, file) in self.files.iter().filter(|(_, file)| file.image.is_none()) {
            let location = Location::File(file.shown.clone());
            match OutputPath::new(key.clone()) {
                Some(path) => {
                    let output = Output::File(Arc::clone(file));
                    list.add_unique(path, output, location, diagnostics);
                }
                None => diagnostics.push(Diagnostic::new(Code::BadFileName, location)),
            }
        }
        self.list_images(&mut list, diagnostics);
        for (key, file) in self.files.iter().filter(|(_, file)| file.image.is_some()) {
            // What is made of an image has a longer name than its file.
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
        self.list_sheets(&mut list);
        self.list_aliases(&mut list, diagnostics);
        self.list_untranslated(&mut list);
        self.list_texts(&mut list);
        list.outputs
    }

    /// Each page as plain text, and the messages of the guides.
    fn list_texts(&self, list: &mut OutputList) {
        if !self.texts {
            return;
        }
        for (id, page) in self.pages_with_id() {
            if let Some(path) = self.text_path(id).filter(|_| !page.document.is_index) {
                list.add(path, Output::Text(id));
            }
        }
        for language in &self.languages {
            if self.guides(*language) > 0 {
                list.add(self.messages_path(*language), Output::Messages(*language));
            }
        }
    }

    /// The plain text of a page, beside it: `guides/x.txt`.
    pub fn text_path(&self, id: PageId) -> Option<OutputPath> {
        let path = self.page(id).path.as_str();
        OutputPath::new(format!("{}.txt", path.trim_end_matches(".html")))
    }

    /// The messages of the guides of a language, `messages.csv`.
    pub fn messages_path(&self, language: Language) -> OutputPath {
        let path = self.named_path(language, "address-messages");
        let stem = path.as_str().trim_end_matches(".html");
        OutputPath::new(format!("{stem}.csv")).unwrap_or(path)
    }

    /// The name of a file at the top of a kit, from a message of the theme: `ouvrir.html`.
    pub fn kit_path(&self, key: &str, ending: &str) -> String {
        let language = self.config.default_language();
        let name = slug(&self.theme.strings(language).catalogue.text(key));
        format!("{name}.{ending}")
    }

    /// How a kit is opened, step by step, in this language.
    pub fn kit_steps(&self, language: Language) -> Vec<String> {
        let words = &self.theme.strings(language).catalogue;
        let file = self.kit_path("address-kit", "html");
        let args = [("file", Cow::Borrowed(&*file))];
        ["kit-step-copy", "kit-step-open", "kit-step-print"]
            .into_iter()
            .map(|key| words.format(key, &args).into_owned())
            .collect()
    }

    /// For each page and each language that it is not translated into, a page at the address of the translation that says so and
    /// offers the others: from any page, a reader's language is one link away.
    fn list_untranslated(&self, list: &mut OutputList) {
        if self.languages.len() < 2 {
            return;
        }
        for (id, page) in self.pages_with_id() {
            let document = &page.document;
            let all = self.translations(&document.stem);
            // Of several translations, the first speaks for all.
            if document.is_index || all.first() != Some(&id) {
                continue;
            }
            for language in &self.languages {
                if !all
                    .iter()
                    .any(|id| self.page(*id).document.language == *language)
                {
                    let path = format!("{}{}.html", self.prefix(*language), document.address);
                    if let Some(path) = OutputPath::new(path) {
                        list.add(path, Output::Untranslated(id, *language));
                    }
                }
            }
        }
    }

    /// The addresses that pages had before. One that another page or file has is a mistake, and so is one that is no path.
    fn list_aliases(&self, list: &mut OutputList, diagnostics: &mut Vec<Diagnostic>) {
        for (id, page) in self.pages_with_id() {
            for alias in &page.document.common.aliases {
                let Some(path) = alias_path(&alias.text) else {
                    let diagnostic = Diagnostic::new(Code::BadAlias, alias.location.clone());
                    diagnostics.push(diagnostic.with("value", &alias.text));
                    continue;
                };
                // A page that stands where it stood before needs no sign to itself.
                if path == page.path {
                    continue;
                }
                let location = alias.location.clone();
                if list.outputs.contains_key(&path) {
                    let diagnostic = Diagnostic::new(Code::DuplicateAddress, location)
                        .with("address", path.as_str())
                        .with("other", path.as_str());
                    diagnostics.push(diagnostic);
                    continue;
                }
                list.add_unique(path, Output::Redirect(id), location, diagnostics);
            }
        }
    }

    /// How many guides a language has.
    fn guides(&self, language: Language) -> usize {
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

    /// The same as a table, `couverture.csv`.
    pub fn coverage_data_path(&self, language: Language) -> OutputPath {
        let path = self.named_path(language, "address-coverage");
        let stem = path.as_str().trim_end_matches(".html");
        OutputPath::new(format!("{stem}.csv")).unwrap_or(path)
    }

    /// The pages of a language that are found from A to Z, and by searching where it is not switched off: all but the texts of
    /// sections, by title.
    pub fn searched_pages(&self, language: Language) -> Vec<PageId> {
        let mut pages: Vec<(&str, PageId)> = self
            .pages_with_id()
            .map(|(id, page)| (&page.document, id))
            .filter(|(document, _)| document.language == language && !document.is_index)
            .map(|(document, id)| (document.sort_key.as_str(), id))
            .collect();
        pages.sort_unstable();
        pages.into_iter().map(|(_, id)| id).collect()
    }

    /// How many files the search of a language takes.
    pub fn search_plan(&self, language: Language) -> Plan {
        let documents = self.pages.iter().map(|page| &page.document);
        let searched = documents.filter(|d| d.language == language && !d.is_index);
        let (mut pages, mut words) = (0, 0);
        for document in searched {
            pages += 1;
            words += document.texts().map(|text| text.facts.words).sum::<usize>();
        }
        Plan::of(pages, words)
    }

    /// How many pages the list from A to Z takes with the form before it: one where all fits.
    pub fn index_parts(&self, language: Language) -> usize {
        let groups = self.groups_of(GroupKind::Keyword, language).count();
        let pages = self.pages.iter().map(|page| &page.document);
        let pages = pages.filter(|d| d.language == language && !d.is_index);
        match (groups + pages.count()).div_ceil(INDEX_LENGTH) {
            0 | 1 => 1,
            parts => parts + 1,
        }
    }

    /// The search page, `recherche.html`, or a part of its list from A to Z.
    pub fn search_path(&self, language: Language, part: usize) -> OutputPath {
        part_path(&self.named_path(language, "address-search"), part)
    }

    /// The folder of the search's files, from the top.
    pub fn search_folder(&self, language: Language) -> String {
        let path = self.search_path(language, 0);
        path.as_str().trim_end_matches(".html").to_owned()
    }

    fn list_search(&self, language: Language, list: &mut OutputList) {
        for part in 0..self.index_parts(language) {
            let path = self.search_path(language, part);
            list.add(path, Output::Search(language, number(part)));
        }
    }

    /// Every file of every search at its path, found when one is first asked for, as sheets are: the preview of a page can do without.
    pub(super) fn search_outputs(&self) -> &BTreeMap<OutputPath, Output> {
        self.search_files.get_or_init(|| {
            let languages = self.languages.iter().copied();
            let searched = languages.filter(|_| self.config.search != Some(false));
            let files = searched.flat_map(|language| {
                let folder = self.search_folder(language);
                let files = self.search_plan(language).files();
                files.filter_map(move |file| {
                    let path = OutputPath::new(format!("{folder}/{}.js", file.name()))?;
                    Some((path, Output::SearchFile(language, file)))
                })
            });
            files
                .filter(|(path, _)| !self.outputs.contains_key(path))
                .collect()
        })
    }

    /// Archives and lists of sheets. The sheets themselves are listed when one is asked for.
    fn list_sheets(&self, list: &mut OutputList) {
        for section in 0..self.sections.len() {
            if let Some(path) = self.archive_path(section) {
                list.add(path, Output::SheetArchive(number(section)));
            }
            for part in 0..self.sections[section].parts() {
                if let Some(path) = self.section_sheets_path(section, part) {
                    list.add(path, Output::SectionSheets(number(section), number(part)));
                }
            }
        }
        for language in &self.languages {
            if let Some(path) = self.sheet_list_path(*language) {
                list.add(path, Output::SheetList(*language));
                self.list_editions(*language, list);
            }
        }
    }

    #[cfg(feature = "sheets")]
    fn list_editions(&self, language: Language, list: &mut OutputList) {
        let sheets = self.sheet_pages(language);
        for part in 0..super::sections::parts(sheets) {
            let path = self.editions_path(language, part);
            list.add(path, Output::Editions(language, number(part)));
        }
        for letter in crate::outputs::sheet::alphabet() {
            let path = self.answers_path(language, letter);
            list.add(path, Output::EditionAnswers(language, letter));
        }
    }

    #[cfg(not(feature = "sheets"))]
    fn list_editions(&self, _: Language, _: &mut OutputList) {}

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
        if self
            .glossary(language)
            .is_some_and(|glossary| !glossary.entries.is_empty())
        {
            list.add(
                self.named_path(language, "address-glossary"),
                Output::Glossary(language),
            );
        }
    }
}

/// Where an earlier address stands: `/2019/05/greve/` is `2019/05/greve/index.html`.
fn alias_path(alias: &str) -> Option<OutputPath> {
    let path = alias.split(['?', '#']).next().unwrap_or_default();
    let path = path.trim_start_matches('/');
    let file = path.rsplit('/').next().unwrap_or_default();
    OutputPath::new(match (path.strip_suffix('/'), file.contains('.')) {
        (Some(folder), _) => format!("{folder}/index.html"),
        (None, true) => path.to_owned(),
        (None, false) => format!("{path}/index.html"),
    })
}

/// Outputs by path, and the paths that no further output may take.
#[derive(Default)]
pub(super) struct OutputList {
    outputs: BTreeMap<OutputPath, Output>,
    taken: HashMap<String, String>,
}

impl OutputList {
    /// Adds an output made from a file; two of them at one path are a mistake.
    fn add_unique(
        &mut self,
        path: OutputPath,
        output: Output,
        location: Location,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let key = path.collision_key();
        if let Some(other) = self.taken.get(&key) {
            diagnostics.push(
                Diagnostic::new(Code::DuplicateAddress, location)
                    .with("address", path.as_str())
                    .with("other", other),
            );
            return;
        }
        self.taken.insert(key, location.path().to_owned());
        self.outputs.insert(path, output);
    }

    /// Adds what is made of an image, once for all pages that show it.
    pub(super) fn add_image(
        &mut self,
        path: OutputPath,
        output: Output,
        file: &SourceFile,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        if self.outputs.get(&path) != Some(&output) {
            self.add_unique(
                path,
                output,
                Location::File(file.shown.clone()),
                diagnostics,
            );
        }
    }

    /// Adds a generated output, unless an editor's file stands there.
    fn add(&mut self, path: OutputPath, output: Output) {
        if !self.taken.contains_key(&path.collision_key()) {
            self.outputs.entry(path).or_insert(output);
        }
    }

    fn add_named(&mut self, path: &str, output: Output) {
        if let Some(path) = OutputPath::new(path) {
            self.add(path, output);
        }
    }
}
