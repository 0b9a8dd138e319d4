//! `guichet.yaml` → [`Config`].

use std::path::Path;
use std::sync::Arc;

use serde_json::Value as Json;

use super::severities::Severities;
use crate::diagnostics::{Code, Diagnostic, Location, Severity, TextFile};
use crate::files;
use crate::language::Language;
use crate::model::decoder::Decoder;
use crate::model::record::Record;
use crate::model::values::{Localized, Period, Url};
use crate::model::{
    Colour, ContentEncoding, DataVocabulary, FreeFiles, Host, ImageSide, ImageStyle, Ink, Listed,
    Located, Look, Placed, PublicationTarget, SheetFormat, WrittenFile,
};
use crate::plain_words::OwnWords;
use crate::record;

/// The name of the configuration's file.
pub const FILE: &str = "guichet.yaml";

record! {
    /// What is printed unless a page says otherwise.
    pub struct SheetDefaults {
        /// For guides.
        "guide" => guide: Option<Vec<Placed<SheetFormat>>>,
        /// For articles.
        "article" => article: Option<Vec<Placed<SheetFormat>>>,
        /// For organizations.
        "organization" | "organisme" => organization: Option<Vec<Placed<SheetFormat>>>,
        /// For other pages.
        "page" => page: Option<Vec<Placed<SheetFormat>>>,
    }
}

record! {
    /// How heavy things may be, in bytes.
    pub struct Budget {
        /// A page with its images, compressed by gzip.
        "page" => page: Option<u32>,
        /// One image, as it is published.
        "image" => image: Option<u32>,
        /// A printed sheet.
        "sheet" | "fiche" => sheet: Option<u32>,
    }
}

record! {
    /// How images are shown, unless a page says otherwise.
    pub struct ImageDefaults {
        /// What they keep of what their files show.
        "style" => style: Option<ImageStyle>,
        /// The most pixels of their longer side.
        "size" | "taille" => size: Option<ImageSide>,
    }
}

record! {
    /// The picture of the home page.
    pub struct HomeImage {
        shorthand "src";
        /// The path to its file below `content/`.
        "src" | "fichier" => src: Located,
        /// What it shows, for those who do not see it.
        text "alt" | "texte" => alt: Option<Localized>,
    }
}

record! {
    /// The site's configuration.
    pub struct Config {
        /// The site's title, in one language or in each: `{ fr: …, ar: … }`.
        title "title" | "titre" => title: Localized,
        /// What the site is, in one sentence.
        text "summary" | "résumé" => summary: Option<Localized>,
        /// A notice to readers, at the top of the home page and on every sheet, such as that the site is a demonstration.
        text "notice" | "avertissement" => notice: Option<Localized>,
        /// The colour of titles, rules and links: a name, or a number such as `"#0b4a75"`, dark enough to be read on white.
        "colour" | "couleur" | "color" => colour: Option<Colour>,
        /// The logo at the head of every page and sheet: the path to a drawing (SVG) or an image below `content/`.
        "logo" => logo: Option<Located>,
        /// A few words below the site's name: a motto, or what the publisher is.
        text "motto" | "devise" => motto: Option<Localized>,
        /// The look of pages and sheets.
        "look" | "apparence" => look: Option<Look>,
        /// How much toner sheets may take: `économe` for those who pay for it.
        "ink" | "encre" => ink: Option<Ink>,
        /// The picture of the home page.
        "image" => image: Option<HomeImage>,
        /// Its address, for feeds, site map, QR codes and data only.
        "base_url" | "adresse" => base_url: Option<Url>,
        /// The language of its pages.
        "language" | "langue" => language: Option<Language>,
        /// All its languages.
        "languages" | "langues" => languages: Vec<Language>,
        /// The organization that publishes it.
        "publisher" | "éditeur" => publisher: Option<Located>,
        /// The person who answers for what is published.
        "editor_in_chief" | "directeur-de-publication" => editor_in_chief: Option<String>,
        /// Who hosts it: name, address, telephone.
        "host" | "hébergeur" => host: Option<String>,
        /// The licence of its texts.
        text "licence" => licence: Option<Localized>,
        /// Its topics: identifier and title, in one language or in each.
        title "topics" | "thèmes" => topics: Listed<Localized>,
        /// Its lines of action: identifier and title.
        title "campaigns" | "campagnes" => campaigns: Listed<Localized>,
        /// What is printed for each kind of page.
        "sheets" | "fiches" => sheets: Option<SheetDefaults>,
        /// How often pages must be checked.
        "review_every" | "vérifier-tous-les" => review_every: Option<Period>,
        /// The severity of each check.
        "checks" | "contrôles" => checks: Severities,
        /// Whether the report on the routes of procedures is a page of the site.
        "report" | "rapport" => report: Option<bool>,
        /// Whether the site can be searched with JavaScript; without it, the list from A to Z remains.
        "search" | "recherche" => search: Option<bool>,
        /// Whether each page is also published as plain text, and each guide as a message for mobile telephones.
        "texts" | "textes" => texts: Option<bool>,
        /// The vocabularies in which what the site offers is also published, for other programs.
        "data" | "données" => data: Vec<Placed<DataVocabulary>>,
        /// The encodings of the compressed copies of texts, for hosts that send them as they are.
        "precompressed" | "compression" => precompressed: Vec<Placed<ContentEncoding>>,
        /// The hosts for which headers are published: how long files are kept, and what pages may load.
        "headers" | "en-têtes" => headers: Vec<Placed<Host>>,
        /// Where it goes when it is published; several places have names.
        "publication" => publication: Vec<PublicationTarget>,
        /// Folders below `content/` that are served as they are, whether a page names their files or not.
        "free_files" | "fichiers-libres" => free_files: FreeFiles,
        /// How images are shown.
        "images" => images: Option<ImageDefaults>,
        /// Words that are too hard, each with plainer ones; `no` for a word of guichet's own list that is meant.
        "jargon" => jargon: OwnWords,
        /// How heavy pages, images and sheets may be.
        "budget" => budget: Option<Budget>,
        /// The theme: `default`, or a folder below `themes/`.
        "theme" | "habillage" => theme: Option<Located>,
    }
}

/// One TCP flight: ten segments of 1 460 bytes (RFC 6928's initial window).
const PAGE_BUDGET: u32 = 14_600;

/// Two thirds of a page's own budget: a page with one image is still one flight.
const IMAGE_BUDGET: u32 = 9_000;

/// Twice what four pages of text with boxes and a QR code weigh.
const SHEET_BUDGET: u32 = 60_000;

impl Config {
    /// Reads `guichet.yaml` below `root`. Where it cannot be read, returns the default and a diagnostic. What is words of the editor's own
    /// in it comes with it.
    pub fn read(root: &Path) -> (Self, Option<WrittenFile>, Vec<Diagnostic>) {
        let path = root.join(FILE);
        if !path.is_file() {
            let diagnostic =
                Diagnostic::new(Code::NoConfiguration, Location::File(FILE.to_owned()));
            let diagnostic = match root.is_dir() {
                true => diagnostic.with("cause", "file"),
                false => diagnostic
                    .with("cause", "folder")
                    .with("folder", root.display().to_string())
                    .help("help-folder"),
            };
            return (Self::default(), None, vec![diagnostic]);
        }
        match files::read_written(&path, FILE) {
            Ok((file, remark)) => {
                let (config, written, mut diagnostics) = Self::parse(&Arc::new(file));
                diagnostics.extend(remark);
                (config, Some(written), diagnostics)
            }
            Err(diagnostic) => (Self::default(), None, vec![diagnostic]),
        }
    }

    /// Reads the text of `guichet.yaml`, with what is words of the editor's own in it.
    pub fn parse(file: &Arc<TextFile>) -> (Self, WrittenFile, Vec<Diagnostic>) {
        let (node, mut decoder) = Decoder::read(file, 0..file.text.len());
        let config = decoder.record::<Self>(&node).unwrap_or_default();
        for target in &config.publication {
            target
                .missing(decoder.french)
                .into_iter()
                .for_each(|missing| decoder.report(missing));
        }
        let found = decoder.findings();
        let written = WrittenFile {
            file: Arc::clone(file),
            language: config.default_language(),
            fields: found.written.into(),
        };
        (config, written, found.diagnostics)
    }

    /// Whether a file below the content folder is served as it is: its folder, or the file itself, is listed.
    pub fn is_free(&self, key: &str) -> bool {
        self.free_files.hold(key)
    }

    /// Whether it is listed by itself.
    pub fn is_free_by_name(&self, key: &str) -> bool {
        self.free_files.hold_by_name(key)
    }

    /// The language of pages whose file name says nothing.
    pub fn default_language(&self) -> Language {
        self.language.unwrap_or_default()
    }

    /// Every language of the site, the default one first.
    pub fn all_languages(&self) -> Vec<Language> {
        let default = self.default_language();
        let mut all = vec![default];
        for language in &self.languages {
            if !all.contains(language) {
                all.push(*language);
            }
        }
        all
    }

    /// The severity of a code on this site.
    pub fn severity(&self, code: Code) -> Severity {
        self.checks.of(code).unwrap_or(code.default_severity())
    }

    /// The most that a page may weigh with its images, in bytes after gzip.
    pub fn page_budget(&self) -> u32 {
        self.budget
            .as_ref()
            .and_then(|b| b.page)
            .unwrap_or(PAGE_BUDGET)
    }

    /// The most pixels of an image's longer side on a page.
    pub fn image_side(&self) -> u32 {
        let asked = self.images.as_ref().and_then(|images| images.size);
        asked.unwrap_or_default().0
    }

    /// What images keep of what their files show, where a page says nothing.
    pub fn image_style(&self) -> ImageStyle {
        let asked = self.images.as_ref().and_then(|images| images.style);
        asked.unwrap_or_default()
    }

    /// The most that one image may weigh as it is published, in bytes.
    pub fn image_budget(&self) -> u32 {
        self.budget
            .as_ref()
            .and_then(|b| b.image)
            .unwrap_or(IMAGE_BUDGET)
    }

    /// The most that a sheet of `pages` pages may weigh, in bytes: what is configured for four pages, and 10 000 for each
    /// further one.
    pub fn sheet_budget(&self, pages: u32) -> u64 {
        let four = self.budget.as_ref().and_then(|budget| budget.sheet);
        u64::from(four.unwrap_or(SHEET_BUDGET)) + 10_000 * u64::from(pages.saturating_sub(4))
    }

    /// The absolute address of a path of the site, where `base_url` is set.
    pub fn absolute(&self, path: &str) -> Option<String> {
        let base = self.base_url.as_ref()?.as_str();
        let slash = if base.ends_with('/') { "" } else { "/" };
        Some(format!("{base}{slash}{path}"))
    }
}

/// The JSON Schema of `guichet.yaml`.
pub fn schema() -> Json {
    crate::model::schema::shared(crate::model::record::object_schema(&[Config::KEYS], false))
}
