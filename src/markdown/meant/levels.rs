//! Lists within lists, as word processors copy them: each level has a bullet of its own, and no line is indented.

/// Bullets of Word's second and third levels. Each is also a bullet of its own where no other stands before it.
const LOWER: &[char] = &['o', '§', '▪', '\u{f0a7}'];

/// The bullets of the levels that are open, each with the columns that it takes.
#[derive(Default)]
pub struct Levels {
    open: Vec<(char, usize)>,
}

impl Levels {
    /// Something else than a list: what follows begins anew.
    pub fn close(&mut self) {
        self.open.clear();
    }

    /// An item with this bullet, whose words begin so many columns behind those of the level above it. Gives by how many columns it is to be
    /// indented.
    pub fn item(&mut self, bullet: char, width: usize) -> usize {
        let is_same = |(other, _): &(char, usize)| *other == bullet;
        match self.open.iter().position(is_same) {
            Some(level) => self.open.truncate(level),
            None if LOWER.contains(&bullet) => {}
            None => self.open.clear(),
        }
        let indent = self.open.iter().map(|(_, width)| width).sum();
        self.open.push((bullet, width));
        indent
    }
}
