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
//! A whole build, as `guichet build` does it:
//!
//! ```
//! # let folder = tempfile::tempdir().unwrap();
//! # std::fs::write(folder.path().join("guichet.yaml"), "title: Essai\n").unwrap();
//! # std::fs::create_dir(folder.path().join("content")).unwrap();
//! # std::fs::write(folder.path().join("content/note.md"), "---\ntitle: Note\n---\nUn mot.\n").unwrap();
//! use guichet::build::{self, Options};
//! use guichet::project::Project;
//!
//! let project = Project::read(folder.path());
//! let report = build::build(&project, &folder.path().join("public"), &Options::default())?;
//! assert!(report.published.is_some());
//! assert!(folder.path().join("public/note.html").is_file());
//! # Ok::<(), guichet::publish::PublishError>(())
//! ```
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::panic))]

// The order in which data flows. A module knows those of the groups above its own, and none besides
// (`tests/arrows.rs`).

// Letters, spellings, the encoding of addresses, media types, threads, and writing into a site's folder.
pub mod encoding;
pub mod invisible;
pub mod letters;
mod media_types;
mod percent;
pub mod spelling;
pub mod threads;
pub mod writing;

// Languages, and what is kept between builds.
pub mod cache;
pub mod language;

// Words by language, and the pipe to the press.
pub mod catalogue;
mod foreign;
pub mod plain_words;
pub mod press;

// What is wrong, and the tool's own words.
pub mod diagnostics;
pub mod messages;

// Files and YAML as somebody wrote them.
pub mod files;
pub mod yaml;

// Edits of files, and names that mean something elsewhere.
pub mod edit;
pub mod reserved;

// Everything that editors write in YAML, as typed values.
pub mod model;

// Images, Markdown, records and themes, each without a site.
pub mod images;
pub mod markdown;
pub mod records;
pub mod theme;

// A file of the content folder.
pub mod document;
pub mod source;
pub mod xml;

// What a site consists of.
pub mod site;

// What can be said of a whole site; a site's folder; other people's files.
pub mod coverage;
pub mod import;
pub mod project;
pub mod reviews;

// How a site looks.
pub mod outputs;

// What is wrong with a site; its published folder.
pub mod checks;
pub mod publish;

// The commands.
pub mod build;
#[cfg(feature = "serve")]
pub mod serve;

// What leaves a finished site.
pub mod bundle;
