//! Which characters the fonts of a theme have.

use typst::foundations::Bytes;
use typst::text::FontInfo;

use super::Plates;

/// The characters that at least one font has.
pub struct Coverage(Vec<FontInfo>);

impl Coverage {
    /// Reads the fonts among the plates.
    pub fn of(plates: &Plates) -> Self {
        let fonts = plates.files().iter();
        let fonts = fonts.filter(|(path, _)| path.starts_with("fonts/"));
        let infos = fonts.flat_map(|(_, bytes)| {
            let bytes = Bytes::new(bytes.to_vec());
            FontInfo::iter(&bytes).collect::<Vec<_>>()
        });
        Self(infos.collect())
    }

    /// Whether a font has the character.
    pub fn contains(&self, c: char) -> bool {
        self.0.iter().any(|info| info.coverage.contains(c as u32))
    }
}
