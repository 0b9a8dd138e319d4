//! Where the characters of a text as guichet reads it ([`as_read`](crate::files::as_read)) are in the text as it was
//! written: there, lines may end in two bytes, and there are characters that nobody sees.

/// Maps bytes of a text as read to bytes of the same text as written, and back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenPlaces {
    /// Where the two texts begin to advance together.
    strides: Vec<Stride>,
    /// The length of the text as written.
    length: usize,
    /// The length of a byte order mark at its beginning.
    mark: usize,
}

/// From here on, a byte of the one text is a byte of the other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Stride {
    read: usize,
    written: usize,
}

impl WrittenPlaces {
    /// The places of a text as written and as read: the one read from it has its characters in their order, without
    /// some of them.
    pub fn of(written: &str, read: &str) -> Self {
        let mark = match written.starts_with('\u{feff}') {
            true => '\u{feff}'.len_utf8(),
            false => 0,
        };
        Self {
            strides: strides(written, read),
            length: written.len(),
            mark,
        }
    }

    /// The byte of the text as written that begins the character at a byte of the text as read.
    pub fn start(&self, read: usize) -> usize {
        let next = self.strides.partition_point(|stride| stride.read <= read);
        let stride = self.strides.get(next.wrapping_sub(1)).copied();
        let stride = stride.unwrap_or_default();
        (stride.written + (read - stride.read)).clamp(self.mark, self.length)
    }

    /// The byte of the text as written that follows the character before a byte of the text as read: invisible
    /// characters after it are not part of it. `written` and `read` are the two texts.
    pub fn end(&self, written: &str, read: &str, at: usize) -> usize {
        let Some(last) = read.get(..at).and_then(|read| read.chars().next_back()) else {
            return self.mark;
        };
        let start = self.start(at - last.len_utf8());
        start + written.get(start..).map_or(0, first_length)
    }

    /// The byte of the text as read at a byte of the text as written; the next one where that one is not read.
    pub fn read_at(&self, written: usize, read: &str) -> usize {
        let next = self
            .strides
            .partition_point(|stride| stride.written <= written);
        let stride = self.strides.get(next.wrapping_sub(1)).copied();
        let stride = stride.unwrap_or_default();
        let end = self.strides.get(next).map_or(read.len(), |next| next.read);
        let at = (stride.read + (written - stride.written)).min(end);
        read.floor_char_boundary(at)
    }
}

/// The length of the first character, where `\r\n` is one.
fn first_length(written: &str) -> usize {
    match written.starts_with("\r\n") {
        true => 2,
        false => written.chars().next().map_or(0, char::len_utf8),
    }
}

/// Whether a character that was written is read as this one.
fn is_same(written: char, read: char) -> bool {
    match written {
        '\r' => read == '\n',
        // The line ends of other programs are read as spaces.
        '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => read == ' ',
        written => written == read,
    }
}

fn strides(written: &str, read: &str) -> Vec<Stride> {
    let mut strides: Vec<Stride> = Vec::new();
    let mut wanted = read.char_indices().peekable();
    // Where the two are after the last character that both have.
    let mut here = Stride::default();
    let mut after_return = false;
    for (at, c) in written.char_indices() {
        let is_second = after_return && c == '\n';
        after_return = c == '\r';
        let next = wanted.next_if(|(_, wanted)| !is_second && is_same(c, *wanted));
        let Some((read_at, wanted)) = next else {
            continue;
        };
        let there = Stride {
            read: read_at,
            written: at,
        };
        if there != here {
            strides.push(there);
        }
        let length = first_length(&written[at..]);
        // A return and a line end are read as one: what follows begins anew.
        here = Stride {
            read: read_at + wanted.len_utf8(),
            written: at + length,
        };
        if wanted.len_utf8() != length {
            strides.push(here);
        }
    }
    strides
}
