//! guichet turns Markdown guides to public procedures into a very light static site and printable sheets.
//!
//! Data flows one way, and each stage is a function from values to values and diagnostics:
//!
//! ```text
//! content/ *.md ──source──▶ Source ──document──▶ Document ──site──▶ Site ──outputs()──▶ [Output]
//! guichet.yaml ──config──▶ Config ───────────────────────────▲                            │ render
//! themes/…     ──theme───▶ Theme  ───────────────────────────┘                            ▼
//!                                                 public/ ◀──publish (atomic)── bytes of each output
//! ```
//!
//! A program can use the library as the command line does. Seven modules are meant for that: [`project`] reads a site,
//! [`build`] checks and publishes it, [`diagnostics`] says what is wrong with it, [`edit`] corrects it, [`import`]
//! brings in other people's content, and [`coverage`] counts the routes of procedures. [`model`] has what editors write as
//! typed values, opening hours among them. These lead to [`site`], [`document`], [`language`], [`messages`] and
//! [`publish`]. All other modules are hidden: they may change at any time.
//!
//! # Build a site
//!
//! [`project::Project::read`] reads a folder and never fails: what cannot be read becomes a diagnostic. Errors prevent
//! publishing, and the folder that was published before stays as it is.
//!
//! ```
//! # let folder = tempfile::tempdir()?;
//! # let folder = folder.path();
//! # std::fs::write(folder.join("guichet.yaml"), "title: Essai\n")?;
//! # std::fs::create_dir(folder.join("content"))?;
//! # std::fs::write(folder.join("content/note.md"), "---\ntitle: Note\n---\nUn mot.\n")?;
//! use guichet::build::{self, BuildOptions};
//! use guichet::project::Project;
//!
//! let project = Project::read(folder);
//! let report = build::build(&project, &folder.join("public"), &BuildOptions::default())?;
//! assert!(report.published.is_some());
//! assert!(folder.join("public/note.html").is_file());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Ask what is wrong
//!
//! [`build::check`] does everything but publish. A [`Diagnostic`](diagnostics::Diagnostic) has a stable name, a place
//! and, when it is printed, words in the editor's language.
//!
//! ```
//! # let folder = tempfile::tempdir()?;
//! # let folder = folder.path();
//! # std::fs::write(folder.join("guichet.yaml"), "title: Essai\n")?;
//! # std::fs::create_dir(folder.join("content"))?;
//! use guichet::build::{self, BuildOptions};
//! use guichet::diagnostics::{self, Code, Format, Reach, Severity};
//! use guichet::language::Language;
//! use guichet::messages;
//! use guichet::project::Project;
//!
//! let page = "---\ntitle: Card\n---\nAsk for [the form](form.md).\n";
//! std::fs::write(folder.join("content/card.md"), page)?;
//! let report = build::check(&Project::read(folder), &BuildOptions::default());
//! let dead = report.diagnostics.iter().find(|(_, found)| found.code == Code::DeadLink);
//! let (severity, dead) = dead.ok_or("no dead link")?;
//! assert_eq!(*severity, Severity::Error);
//! assert_eq!(dead.location.path(), "content/card.md");
//! assert_eq!(dead.location.line_and_column(), Some((4, 9)));
//!
//! let messages = messages::of(Language::english());
//! let found = [(*severity, dead)];
//! let text = diagnostics::print(&found, &messages, Format::Text { colour: false }, &Reach::All);
//! assert!(text.contains("content/card.md:4:9"), "{text}");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Correct it
//!
//! A diagnostic whose remedy is certain carries a [`Fix`](diagnostics::Fix). [`edit::mend`] writes fixes into the
//! site's files.
//!
//! ```
//! # let folder = tempfile::tempdir()?;
//! # let folder = folder.path();
//! # std::fs::write(folder.join("guichet.yaml"), "titre: Essai\n")?;
//! # std::fs::create_dir(folder.join("content"))?;
//! use guichet::build::{self, BuildOptions};
//! use guichet::edit::mend;
//! use guichet::project::Project;
//!
//! let page = folder.join("content/carte.md");
//! std::fs::write(&page, "---\ntitr: Carte\n---\nÀ la mairie.\n")?;
//! let report = build::check(&Project::read(folder), &BuildOptions::default());
//! let mended = mend(folder, &report.diagnostics)?;
//! assert_eq!((mended[0].line, &*mended[0].before), (2, "titr: Carte"));
//! let text = std::fs::read_to_string(&page)?;
//! assert!(text.contains("titre: Carte"), "{text}");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Import content
//!
//! An importer makes files of a source without writing any. [`import::merge::compare`] decides what happens to each of
//! them, so that nothing that an editor changed is lost, and the changes are written at the end.
//!
//! ```
//! # let source = tempfile::tempdir()?;
//! # let source = source.path();
//! # std::fs::create_dir(source.join("content"))?;
//! # std::fs::write(source.join("content/moving.md"), "+++\ntitle = \"Moving\"\n+++\nTell the town hall.\n")?;
//! # let folder = tempfile::tempdir()?;
//! # let folder = folder.path();
//! # std::fs::write(folder.join("guichet.yaml"), "title: Essai\nlanguage: en\n")?;
//! use guichet::import::{generators, merge};
//!
//! let (before, ledger, _) = merge::before(folder, "hugo")?;
//! let import = generators::hugo(source, &before)?;
//! let changes = merge::compare(folder, &import, ledger)?;
//! assert_eq!(changes.added, ["content/moving.md"]);
//! changes.write(folder, "hugo")?;
//! assert!(std::fs::read_to_string(folder.join("content/moving.md"))?.contains("title: Moving"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Count the routes of procedures
//!
//! [`coverage::Coverage`] lists the guides of a site and the ways in which each procedure can be done.
//!
//! ```
//! # let folder = tempfile::tempdir()?;
//! # let folder = folder.path();
//! # std::fs::write(folder.join("guichet.yaml"), "title: Essai\nlanguage: en\n")?;
//! # std::fs::create_dir_all(folder.join("content/guides"))?;
//! use guichet::coverage::Coverage;
//! use guichet::project::Project;
//! use guichet::site::Extent;
//!
//! let guide = "---\ntitle: Card\nchannels:\n  phone: [{number: 3939}]\n---\nCall us.\n";
//! std::fs::write(folder.join("content/guides/card.md"), guide)?;
//! let (site, _) = Project::read(folder).site(Extent::default());
//! let totals = Coverage::of(&site, site.config.default_language()).totals();
//! assert_eq!((totals.procedures, totals.phone, totals.online), (1, 1, 0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Read opening hours
//!
//! [`Hours`](model::hours::Hours) reads what people write, in French, in English or in the syntax of OpenStreetMap.
//!
//! ```
//! use guichet::model::hours::Hours;
//!
//! let hours = Hours::read("du lundi au vendredi de 9h à 12h, fermé en août");
//! assert_eq!(hours.unwrap().written, "Mo-Fr 09:00-12:00; Aug off");
//! assert!(Hours::read("quand le guichet est ouvert").is_err());
//! ```
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::panic))]

// The order in which data flows. A module knows those of the groups above its own, and none besides.

// Letters, spellings, the encoding of addresses, media types, threads, reasons of errors, and writing into a site's folder.
mod encoding;
mod invisible;
#[doc(hidden)]
pub mod letters;
#[doc(hidden)]
pub mod media_types;
mod percent;
#[doc(hidden)]
pub mod reasons;
#[doc(hidden)]
pub mod spelling;
#[doc(hidden)]
pub mod threads;
#[doc(hidden)]
pub mod writing;

// Languages, and what is kept between builds.
#[doc(hidden)]
pub mod cache;
pub mod language;

// Words by language, and the pipe to the press.
#[doc(hidden)]
pub mod catalogue;
mod foreign;
mod plain_words;
#[doc(hidden)]
pub mod press;

// The tool's own words.
pub mod messages;

// What is wrong.
pub mod diagnostics;

// Files and YAML as somebody wrote them.
#[doc(hidden)]
pub mod files;
#[doc(hidden)]
pub mod yaml;

// Edits of files, and names that mean something elsewhere.
pub mod edit;
mod reserved;

// Everything that editors write in YAML, as typed values.
pub mod model;

// Images, Markdown, records and themes, each without a site.
#[doc(hidden)]
pub mod images;
#[doc(hidden)]
pub mod markdown;
#[doc(hidden)]
pub mod records;
#[doc(hidden)]
pub mod theme;

// A file of the content folder.
pub mod document;
mod source;
mod xml;

// What a site consists of.
pub mod site;

// What can be said of a whole site; what its files may name; a site's folder; other people's files.
#[doc(hidden)]
pub mod candidates;
pub mod coverage;
pub mod import;
pub mod project;
#[doc(hidden)]
pub mod reviews;

// How a site looks.
#[doc(hidden)]
pub mod outputs;

// What is wrong with a site; its published folder.
#[doc(hidden)]
pub mod checks;
pub mod publish;

// A site that is being worked on.
#[doc(hidden)]
#[cfg(feature = "serve")]
pub mod live;

// The commands.
pub mod build;
#[doc(hidden)]
#[cfg(feature = "serve")]
pub mod serve;

// What leaves a finished site; what the workshop does to the files of one.
#[doc(hidden)]
pub mod atelier;
#[doc(hidden)]
pub mod bundle;
