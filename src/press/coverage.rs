//! Which characters the fonts of a theme have, and which fonts of the reserve a text needs.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use ttf_parser::{Face, fonts_in_collection};

use super::{Files, Plates};
use crate::language::is_from_right_to_left;

/// The characters that the fonts have.
pub struct FontCoverage {
    /// Those of the fonts that every job is printed with, sorted.
    base: Vec<u32>,
    /// Whether one of those has the table `kern`.
    has_old_kerning: bool,
    /// Each folder of the reserve, in the order of names.
    reserve: Vec<FontFolder>,
}

#[derive(Default)]
struct FontFolder {
    /// The characters of its fonts, sorted.
    characters: Vec<u32>,
    fonts: Files,
    /// Whether one of them keeps its kerning in the table `kern`, as fonts did before OpenType.
    has_old_kerning: bool,
}

impl FontCoverage {
    /// Reads the fonts among the plates.
    pub fn of(plates: &Plates) -> Self {
        let files = plates.files().iter();
        let fonts: Vec<_> = files
            .filter(|(path, _)| path.starts_with("fonts/"))
            .collect();
        let mut folders: BTreeMap<&str, FontFolder> = BTreeMap::new();
        for (path, bytes) in plates.reserve() {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            let folder = folders.entry(folder).or_default();
            folder.characters.extend(characters(bytes));
            folder.has_old_kerning |= has_old_kerning(bytes);
            folder.fonts.push((path.clone(), Arc::clone(bytes)));
        }
        let sorted = |mut characters: Vec<u32>| {
            characters.sort_unstable();
            characters.dedup();
            characters
        };
        let reserve = folders.into_values().map(|folder| FontFolder {
            characters: sorted(folder.characters),
            ..folder
        });
        let base = fonts.iter().flat_map(|(_, bytes)| characters(bytes));
        Self {
            base: sorted(base.collect()),
            has_old_kerning: fonts.iter().any(|(_, bytes)| has_old_kerning(bytes)),
            reserve: reserve.collect(),
        }
    }

    /// Whether a font has the character.
    pub fn contains(&self, c: char) -> bool {
        has(&self.base, c) || self.reserve.iter().any(|folder| has(&folder.characters, c))
    }

    /// Whether a text must be printed with kerning. rustybuzz 0.20 gives the letters of a line from right to left in the wrong order where
    /// it is to leave out the kerning that a font has in its table `kern`, and Typst then stops.
    pub fn needs_kerning(&self, characters: &BTreeSet<char>) -> bool {
        let mut needed = self.needed(characters).into_iter();
        characters.iter().any(|c| is_from_right_to_left(*c))
            && (self.has_old_kerning || needed.any(|folder| folder.has_old_kerning))
    }

    /// The fonts of the reserve that print what others cannot: for each character, all fonts of the first folder that has it.
    pub fn fonts_for(&self, characters: &BTreeSet<char>) -> Files {
        let folders = self.needed(characters).into_iter();
        folders
            .flat_map(|folder| folder.fonts.iter().cloned())
            .collect()
    }

    fn needed(&self, characters: &BTreeSet<char>) -> Vec<&FontFolder> {
        let beyond = characters.iter().filter(|c| !has(&self.base, **c));
        let folders: BTreeSet<usize> = beyond
            .filter_map(|c| {
                let mut folders = self.reserve.iter();
                folders.position(|folder| has(&folder.characters, *c))
            })
            .collect();
        let folders = folders.into_iter().map(|at| &self.reserve[at]);
        folders.collect()
    }
}

/// Whether a font has the table `kern` (OpenType 1.9, Organization of an OpenType font).
fn has_old_kerning(font: &[u8]) -> bool {
    let count = font.get(4..6).map_or(0, |count| {
        usize::from(u16::from_be_bytes([count[0], count[1]]))
    });
    let tables = font.get(12..).unwrap_or_default().chunks_exact(16);
    tables.take(count).any(|table| table.starts_with(b"kern"))
}

/// The characters that the tables of a file of fonts list (`cmap`, OpenType 1.9); none of what is no font.
fn characters(file: &[u8]) -> Vec<u32> {
    let mut found = Vec::new();
    for index in 0..fonts_in_collection(file).unwrap_or(1) {
        let Ok(face) = Face::parse(file, index) else {
            continue;
        };
        let tables = face.tables().cmap.into_iter().flat_map(|map| map.subtables);
        for table in tables.filter(ttf_parser::cmap::Subtable::is_unicode) {
            table.codepoints(|character| found.push(character));
        }
    }
    found
}

fn has(characters: &[u32], c: char) -> bool {
    characters.binary_search(&u32::from(c)).is_ok()
}
