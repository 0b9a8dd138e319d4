//! Places in a text as browsers count them: in UTF-16 units.

/// How many UTF-16 units precede bytes of a text.
pub(crate) struct Utf16Places<'t> {
    text: &'t str,
    /// The byte and the unit of every so many bytes.
    marks: Vec<(usize, usize)>,
}

/// A mark every so many bytes.
const STRIDE: usize = 4096;

impl<'t> Utf16Places<'t> {
    pub fn of(text: &'t str) -> Self {
        let mut marks = vec![(0, 0)];
        let (mut byte, mut unit) = (0, 0);
        while byte < text.len() {
            let end = text.floor_char_boundary(byte + STRIDE).max(byte + 1);
            let end = text.ceil_char_boundary(end.min(text.len()));
            unit += units(text.get(byte..end).unwrap_or_default());
            byte = end;
            marks.push((byte, unit));
        }
        Self { text, marks }
    }

    /// The units before a byte; of the character that it is inside of, before that.
    pub fn at(&self, byte: usize) -> usize {
        let byte = self.text.floor_char_boundary(byte.min(self.text.len()));
        let next = self.marks.partition_point(|(mark, _)| *mark <= byte);
        let (mark, unit) = self
            .marks
            .get(next.wrapping_sub(1))
            .copied()
            .unwrap_or_default();
        unit + units(self.text.get(mark..byte).unwrap_or_default())
    }
}

fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn places_are_counted_as_browsers_do(part in "[aé€😀\n]{0,9}", times in 1usize..900) {
            let text = part.repeat(times);
            let places = Utf16Places::of(&text);
            for (byte, _) in text.char_indices().step_by(97) {
                prop_assert_eq!(places.at(byte), text[..byte].encode_utf16().count());
            }
            prop_assert_eq!(places.at(usize::MAX), text.encode_utf16().count());
        }
    }
}
