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

pub mod encoding;
mod foreign;
pub mod invisible;
pub mod language;
pub mod letters;
pub mod plain_words;
pub mod reserved;
pub mod spelling;
pub mod threads;

pub mod catalogue;
pub mod messages;

pub mod diagnostics;

pub mod yaml;

pub mod cache;
pub mod files;
pub mod images;
pub mod source;

pub mod coverage;

pub mod model;

pub mod markdown;
pub mod xml;

pub mod document;

pub mod press;

pub mod theme;

pub mod site;

pub mod checks;

pub mod outputs;

pub mod publish;
pub mod records;
pub mod reviews;

pub mod project;

pub mod edit;
pub mod import;
pub mod writing;

pub mod build;
pub mod bundle;

#[cfg(feature = "serve")]
pub mod serve;
