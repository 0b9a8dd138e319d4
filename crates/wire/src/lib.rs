//! What guichet and its press say to each other.
//!
//! The press ([`guichet-press`](../guichet_press/index.html)) runs in processes of its own. This crate is all that it shares with the
//! program that asks: what a print is made of ([`Plates`], [`Job`]), what comes of it ([`Print`], [`Drawing`], [`TemplateMistake`]), and how both go over a
//! pipe ([`write`], [`read`]). It knows neither sites nor Typst, so that a change to one never makes cargo compile the other.

mod messages;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use messages::{Answer, Bounds, JobHead, Request, read, write};

/// The command line word that makes a program a worker.
pub const WORKER: &str = "sheet-worker";

/// What is printed with: the theme's templates, its fonts, and the words of each language.
#[derive(Debug, Default)]
pub struct Plates {
    /// Files by path: `sheets/a4.typ`, `fonts/Name.ttf`, `words/fr.json`.
    files: BTreeMap<String, Arc<[u8]>>,
    /// Fonts that are brought out only for a text that needs them, by path: `fonts/arabic/Name.ttf`.
    reserve: BTreeMap<String, Arc<[u8]>>,
    hash: [u8; 32],
}

impl Plates {
    /// Takes files by path. Fonts in a folder of their own below `fonts/` are the reserve: they do not come with each job, and a print
    /// depends on none that it does not use.
    pub fn new(files: BTreeMap<String, Arc<[u8]>>) -> Self {
        let is_reserve = |path: &str| {
            let font = path.strip_prefix("fonts/");
            font.is_some_and(|font| font.contains('/'))
        };
        let (reserve, files): (BTreeMap<_, _>, BTreeMap<_, _>) =
            files.into_iter().partition(|(path, _)| is_reserve(path));
        let mut hasher = blake3::Hasher::new();
        for (path, bytes) in &files {
            hash_part(&mut hasher, path.as_bytes());
            hash_part(&mut hasher, bytes);
        }
        let hash = *hasher.finalize().as_bytes();
        Self {
            files,
            reserve,
            hash,
        }
    }

    /// The fonts of the reserve by path.
    pub fn reserve(&self) -> &BTreeMap<String, Arc<[u8]>> {
        &self.reserve
    }

    /// The files by path.
    pub fn files(&self) -> &BTreeMap<String, Arc<[u8]>> {
        &self.files
    }

    /// The words of a language, as JSON; empty for a language without strings.
    pub fn words(&self, language: &str) -> &str {
        let words = self.files.get(&format!("words/{language}.json"));
        words.map_or("", |words| std::str::from_utf8(words).unwrap_or(""))
    }

    /// The BLAKE3 hash of all of them.
    pub fn hash(&self) -> [u8; 32] {
        self.hash
    }
}

/// Files by the path under which a template finds them.
pub type Files = Vec<(String, Arc<[u8]>)>;

/// What one print is made of, besides the plates.
#[derive(Debug, Clone, Default)]
pub struct Job {
    /// The template: `sheets/a4.typ`.
    pub template: String,
    /// What it prints, as JSON; it reads it from `/sheet.json`.
    pub data: Vec<u8>,
    /// Images and other files that it may read, by path: `files/0.png`; and fonts of the reserve, `fonts/arabic/Name.ttf`.
    pub files: Files,
    /// What identifies the document over its editions: its address.
    pub ident: String,
    /// Whether the PDF must be PDF/UA-1 and PDF/A-2a. Only what is placed from another PDF cannot be.
    pub archival: bool,
}

impl Job {
    /// The BLAKE3 hash of all that the print depends on: the job, the plates, the press itself.
    pub fn key(&self, plates: &Plates) -> blake3::Hash {
        let mut hasher = blake3::Hasher::new();
        hash_part(&mut hasher, PRESS.as_bytes());
        hash_part(&mut hasher, &plates.hash);
        hash_part(&mut hasher, self.template.as_bytes());
        hash_part(&mut hasher, &self.data);
        hash_part(&mut hasher, self.ident.as_bytes());
        hash_part(&mut hasher, &[u8::from(self.archival)]);
        for (path, bytes) in &self.files {
            hash_part(&mut hasher, path.as_bytes());
            hash_part(&mut hasher, bytes);
        }
        hasher.finalize()
    }
}

/// What makes the same job look the same: a new edition of Typst or of the press prints anew.
const PRESS: &str = concat!(
    "guichet ",
    env!("CARGO_PKG_VERSION"),
    ", Typst 0.15, press 3"
);

fn hash_part(hasher: &mut blake3::Hasher, part: &[u8]) {
    hasher.update(&(part.len() as u64).to_le_bytes());
    hasher.update(part);
}

/// A finished print.
#[derive(Debug, Clone, PartialEq)]
pub struct Print {
    /// The file.
    pub pdf: Vec<u8>,
    /// What is known of it.
    pub facts: PrintFacts,
}

/// The pages of a job as a screen shows them.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// Those that were asked for, in order.
    pub pictures: Vec<PagePicture>,
    /// What is known of the whole.
    pub facts: PrintFacts,
}

/// The picture of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct PagePicture {
    /// The number of the page, from 1.
    pub page: u32,
    /// SVG: sharp at any size, without scripts, and with nothing from outside.
    pub svg: Arc<[u8]>,
}

/// What is known of a print, or of a drawing.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PrintFacts {
    /// How many pages it has.
    pub pages: u32,
    /// How many bytes its file has; 0 for a drawing.
    pub bytes: u64,
    /// What the template had to say of it.
    pub remarks: Vec<Remark>,
    /// What Typst had to say of the template, each once: a font that is missing, a layout that does not settle.
    pub warnings: Vec<TemplateMistake>,
}

/// What a template says of a print, as `metadata((name: "does-not-fit", what: …)) <remark>`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Remark {
    /// What it is about.
    pub name: String,
    /// The values that it names.
    pub values: Vec<(String, String)>,
}

/// A mistake in a template, or what Typst warns of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TemplateMistake {
    /// The file it is in, where it is in one: `sheets/a4.typ`.
    pub file: Option<String>,
    /// Its bytes there.
    pub span: std::ops::Range<usize>,
    /// What is wrong, in the engine's words (English), with its hints.
    pub message: String,
}
