//! How a site is assembled from what was read.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::named_paths::prefix;
use super::ranks::Ranks;
use super::{Directory, Extent, Glossary, OutputPath, Page, Site, groups, sections, translations};
use crate::diagnostics::{Code, Diagnostic, Location};
use crate::document::Document;
use crate::language::Language;
use crate::model::WrittenFile;
use crate::model::config::Config;
use crate::records::Records;
use crate::source::SourceFile;
use crate::theme::Theme;

/// What a site is assembled from.
pub struct SiteParts {
    /// The configuration.
    pub config: Arc<Config>,
    /// The look.
    pub theme: Arc<Theme>,
    /// The documents, sorted by file.
    pub documents: Vec<Arc<Document>>,
    /// Every other file.
    pub files: BTreeMap<String, Arc<SourceFile>>,
    /// What abbreviations stand for.
    pub glossaries: BTreeMap<Language, Glossary>,
    /// What is words of the editor's own in files that are no pages.
    pub written: Vec<Arc<WrittenFile>>,
    /// What the site has recorded of its past.
    pub records: Arc<Records>,
    /// Files that could not be read, by their path below the content folder, and what was reported of each.
    pub unread: BTreeMap<String, Code>,
    /// What of it is published.
    pub extent: Extent,
}

impl Site {
    /// Assembles a site. Mistakes that concern several files (two pages at one address) come back beside it.
    pub fn assemble(parts: SiteParts) -> (Self, Vec<Diagnostic>) {
        let SiteParts {
            config,
            theme,
            documents,
            files,
            glossaries,
            written,
            records,
            unread,
            extent,
        } = parts;
        let mut diagnostics = Vec::new();
        let texts = extent.texts || config.texts == Some(true);
        let default = config.default_language();
        let (documents, drafts): (Vec<_>, Vec<_>) = documents
            .into_iter()
            .partition(|document| extent.drafts || document.common.draft != Some(true));
        let mut pages = pages(documents, &config, &mut diagnostics);
        // An edit is shown only once all this is known of all pages: no core waits for another longer than it must.
        let ranks = Ranks::of(&pages);
        let ((by_stem, directory), (sections, groups)) = rayon::join(
            || (translations::by_stem(&pages), Directory::gather(&pages)),
            || {
                rayon::join(
                    || sections::gather(&pages, &ranks, default, &theme),
                    || groups::gather(&pages, &ranks, &config, &theme),
                )
            },
        );
        groups::enter(&groups, &mut pages);
        let languages: Vec<Language> = config
            .all_languages()
            .into_iter()
            .filter(|language| {
                *language == default || pages.iter().any(|page| page.document.language == *language)
            })
            .collect();
        let mut site = Self {
            config,
            theme,
            pages,
            files,
            sections,
            groups,
            directory,
            glossaries,
            written,
            languages,
            prints: extent.sheets,
            texts,
            day: extent.day,
            records,
            drafts,
            unread,
            by_stem,
            sheet_plan: OnceLock::new(),
            search_files: OnceLock::new(),
            services: OnceLock::new(),
            alike: OnceLock::new(),
            absent: OnceLock::new(),
            datasets: OnceLock::new(),
            outputs: BTreeMap::new(),
        };
        let plan = || {
            site.sheet_plan();
        };
        let ((), (list, found)) = rayon::join(plan, || site.list_pages());
        diagnostics.extend(found);
        site.outputs = site.list_outputs(list, &mut diagnostics);
        (site, diagnostics)
    }
}

/// The pages of documents, each in the folder of its language. A home page without a title has that of the site.
fn pages(
    documents: Vec<Arc<Document>>,
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Page> {
    let default = config.default_language();
    let page = |document: Arc<Document>| {
        let document = match document.common.title.is_empty() {
            true => Arc::new(document.titled(config.title.get(document.language))),
            false => document,
        };
        let prefix = prefix(document.language, default);
        match OutputPath::new(format!("{prefix}{}.html", document.address)) {
            Some(path) => Ok(Page {
                document,
                path,
                groups: Vec::new(),
            }),
            None => Err(Location::File(document.file.path.clone())),
        }
    };
    let made: Vec<Result<Page, Location>> = documents.into_par_iter().map(page).collect();
    let pages = made.into_iter().filter_map(|page| {
        page.map_err(|location| diagnostics.push(Diagnostic::new(Code::BadFileName, location)))
            .ok()
    });
    pages.collect()
}
