//! Nested lists, as copied from word processors: each level has its own bullet, and no line is indented.

/// Bullets of Word's second and third levels. Each is also an ordinary bullet if no other precedes it.
const LOWER: &[char] = &['o', '§', '▪', '\u{f0a7}'];

/// The bullets of the open levels, each with the columns that it takes.
#[derive(Default)]
pub struct Levels {
    open: Vec<(char, usize)>,
}

impl Levels {
    /// Something other than a list: what follows starts afresh.
    pub fn close(&mut self) {
        self.open.clear();
    }

    /// An item with this bullet, whose words begin this many columns after those of the level above. Returns
    /// how many columns to indent it.
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
