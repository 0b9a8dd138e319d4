//! Which characters the fonts of a theme have, and which fonts of the reserve a text needs.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use typst::foundations::Bytes;
use typst::text::FontInfo;

use super::{Files, Plates};

/// The characters that the fonts have.
pub struct Coverage {
    /// Those of the fonts that every job is printed with.
    base: Vec<FontInfo>,
    /// Each folder of the reserve, in the order of names.
    reserve: Vec<Folder>,
}

#[derive(Default)]
struct Folder {
    infos: Vec<FontInfo>,
    fonts: Files,
}

impl Coverage {
    /// Reads the fonts among the plates.
    pub fn of(plates: &Plates) -> Self {
        let fonts = plates.files().iter();
        let fonts = fonts.filter(|(path, _)| path.starts_with("fonts/"));
        let mut folders: BTreeMap<&str, Folder> = BTreeMap::new();
        for (path, bytes) in plates.reserve() {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            let folder = folders.entry(folder).or_default();
            folder.infos.extend(infos(bytes));
            folder.fonts.push((path.clone(), Arc::clone(bytes)));
        }
        Self {
            base: fonts.flat_map(|(_, bytes)| infos(bytes)).collect(),
            reserve: folders.into_values().collect(),
        }
    }

    /// Whether a font has the character.
    pub fn contains(&self, c: char) -> bool {
        has(&self.base, c) || self.reserve.iter().any(|folder| has(&folder.infos, c))
    }

    /// The fonts of the reserve that print what others cannot: for each character, all fonts of the first folder that has it.
    pub fn fonts_for(&self, characters: &BTreeSet<char>) -> Files {
        let beyond = characters.iter().filter(|c| !has(&self.base, **c));
        let folders: BTreeSet<usize> = beyond
            .filter_map(|c| {
                let mut folders = self.reserve.iter();
                folders.position(|folder| has(&folder.infos, *c))
            })
            .collect();
        let folders = folders.into_iter().map(|at| &self.reserve[at]);
        folders
            .flat_map(|folder| folder.fonts.iter().cloned())
            .collect()
    }
}

fn infos(font: &Arc<[u8]>) -> Vec<FontInfo> {
    let bytes = Bytes::new(font.to_vec());
    FontInfo::iter(&bytes).collect()
}

fn has(infos: &[FontInfo], c: char) -> bool {
    infos.iter().any(|info| info.coverage.contains(c as u32))
}
