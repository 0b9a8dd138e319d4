//! The importers, and what each of them reads.

use std::io;
use std::path::Path;

use super::glance::SourceMark;
use super::{Before, Import, annuaire, generators, inclusion, places, service_public, wordpress};

/// An importer, as it is named on the command line.
#[non_exhaustive]
pub struct Importer {
    /// Its name, and that of the file that remembers what it wrote. The message `help-import-NAME` says what it
    /// imports.
    pub name: &'static str,
    /// What it reads, for the help: `DIR|ZIP`.
    pub source: &'static str,
    /// The address at which its source is published, if it is one for all.
    pub download: Option<&'static str>,
    /// How its source is recognized: one of these is enough. The message `import-source-NAME` says what it is.
    pub marks: &'static [SourceMark],
    /// The options that it has beside those of all importers.
    pub options: &'static [ImportOption],
    /// The folder of articles in which each import tells readers what is new, if it does.
    pub articles: Option<&'static str>,
    /// Reads the source.
    pub run: fn(&Path, &Before) -> io::Result<Import>,
}

/// An option of an importer, whose values are in [`Before::choices`]. The message `help-import-NAME-OPTION` says
/// what it selects.
#[derive(Debug)]
#[non_exhaustive]
pub struct ImportOption {
    /// Its name on the command line: `commune` is `--commune`.
    pub name: &'static str,
    /// What a value looks like, for the help: `CODE`. It may be given more than once, or several values with commas.
    pub value: &'static str,
}

impl Importer {
    /// The importer of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        IMPORTERS.iter().find(|importer| importer.name == name)
    }
}

/// Every importer.
pub const IMPORTERS: &[Importer] = &[
    Importer {
        name: service_public::NAME,
        source: "DIR|ZIP",
        download: Some(service_public::DOWNLOAD),
        marks: &[
            SourceMark::holds(&["<publication ", "id=\""]),
            SourceMark::holds(&["<servicecomplementaire "]),
        ],
        options: &[],
        articles: Some(service_public::ARTICLES),
        run: service_public::import,
    },
    Importer {
        name: annuaire::NAME,
        source: "FILE",
        download: Some(annuaire::DOWNLOAD),
        marks: &[
            SourceMark::holds(&["\"service\"", "\"id\""]),
            SourceMark::holds(&["type_service_local"]),
            SourceMark::holds(&["plage_ouverture", "code_insee_commune"]),
        ],
        options: places::OPTIONS,
        articles: None,
        run: annuaire::import,
    },
    Importer {
        name: inclusion::NAME,
        source: "FILE|DIR|ZIP",
        download: Some(inclusion::DOWNLOAD),
        marks: &[
            SourceMark::holds(&["date_maj", "code_insee"]),
            SourceMark::holds(&["date_maj", "lien_source"]),
            SourceMark::holds(&["structure_id"]),
        ],
        options: places::OPTIONS,
        articles: None,
        run: inclusion::import,
    },
    Importer {
        name: "hugo",
        source: "DIR",
        download: None,
        marks: &[
            SourceMark::named("hugo.toml"),
            SourceMark::named("hugo.yaml"),
            SourceMark::named("hugo.json"),
            SourceMark::named("archetypes/"),
            SourceMark::named("config/_default/"),
            SourceMark::says("config.toml", &["baseurl"]),
            SourceMark::says("config.yaml", &["baseurl"]),
            SourceMark::says("config.yml", &["baseurl"]),
        ],
        options: &[],
        articles: None,
        run: generators::hugo,
    },
    Importer {
        name: "zola",
        source: "DIR",
        download: None,
        marks: &[
            SourceMark::named("zola.toml"),
            SourceMark::says("config.toml", &["base_url"]),
        ],
        options: &[],
        articles: None,
        run: generators::zola,
    },
    Importer {
        name: "jekyll",
        source: "DIR",
        download: None,
        marks: &[
            SourceMark::named("_config.yml"),
            SourceMark::named("_config.yaml"),
            SourceMark::named("_posts/"),
        ],
        options: &[],
        articles: None,
        run: generators::jekyll,
    },
    Importer {
        name: wordpress::NAME,
        source: "FILE.xml",
        download: None,
        marks: &[
            SourceMark::holds(&["<rss", "wordpress.org/export"]),
            SourceMark::holds(&["<rss", "xmlns:wp="]),
            SourceMark::holds(&["<rss", "<wp:"]),
        ],
        options: &[],
        articles: None,
        run: wordpress::import,
    },
];
