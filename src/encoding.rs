//! Decodes bytes that are not UTF-8, if it is certain what they are: what Notepad and older word processors
//! in French-speaking offices write.
//!
//! UTF-16 announces itself in its first two bytes. Single-byte encodings do not: Windows-1252 and ISO-8859-15
//! are assumed only if the result is French, or at least does not look like another encoding read as one of
//! them.

/// The encoding of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Notepad's « Unicode », with a byte order mark.
    Utf16,
    /// Windows in Western Europe.
    Windows1252,
    /// Latin-9, used on systems other than Windows before UTF-8.
    Iso8859_15,
}

impl Encoding {
    /// Its name, as text editors show it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf16 => "UTF-16",
            Self::Windows1252 => "Windows-1252",
            Self::Iso8859_15 => "ISO-8859-15",
        }
    }
}

/// The characters of the bytes 0x80 to 0x9f in Windows-1252; a blank if there is none (WHATWG Encoding
/// Standard, index windows-1252).
const WINDOWS: [char; 32] = [
    '€', ' ', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', ' ', 'Ž', ' ', ' ', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', ' ', 'ž', 'Ÿ',
];

/// One non-French letter in this many may belong to a name.
const NAMES_IN: usize = 5;

/// The text of bytes that are not UTF-8, and its encoding; `None` if that is not certain.
pub fn decode(bytes: &[u8]) -> Option<(String, Encoding)> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => {
            let (text, encoding) = match is_latin_9(bytes) {
                true => (text(bytes, latin_9)?, Encoding::Iso8859_15),
                false => (text(bytes, windows)?, Encoding::Windows1252),
            };
            is_french(&text).then_some((text, encoding))
        }
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<(String, Encoding)> {
    let mut pairs = bytes.chunks_exact(2);
    let units = pairs
        .by_ref()
        .map(|pair| unit([pair[0], pair[1]]))
        .collect::<Vec<u16>>();
    if !pairs.remainder().is_empty() {
        return None;
    }
    let text = String::from_utf16(&units).ok()?;
    Some((text, Encoding::Utf16))
}

fn text(bytes: &[u8], character: fn(u8) -> Option<char>) -> Option<String> {
    bytes.iter().map(|byte| character(*byte)).collect()
}

fn windows(byte: u8) -> Option<char> {
    match byte {
        0x80..=0x9f => Some(WINDOWS[usize::from(byte - 0x80)]).filter(|c| *c != ' '),
        _ => latin_1(byte),
    }
}

fn latin_9(byte: u8) -> Option<char> {
    match byte {
        0x80..=0x9f => None,
        0xa4 => Some('€'),
        0xbc => Some('Œ'),
        0xbd => Some('œ'),
        0xbe => Some('Ÿ'),
        _ => latin_1(byte),
    }
}

/// `None` for control characters that no text contains.
fn latin_1(byte: u8) -> Option<char> {
    let is_control = byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c);
    (!is_control && byte != 0x7f).then_some(char::from(byte))
}

/// Whether bytes are ISO-8859-15: its « œ » would be a fraction within a word in Windows-1252, and its euro a
/// sign that nobody types.
fn is_latin_9(bytes: &[u8]) -> bool {
    let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    let is_sign = |(at, byte): (usize, &u8)| match byte {
        0xa4 => true,
        0xbc | 0xbd => letter(bytes.get(at + 1)),
        _ => false,
    };
    let has_windows = bytes.iter().any(|byte| (0x80..=0x9f).contains(byte));
    !has_windows && bytes.iter().enumerate().any(is_sign)
}

/// Whether nearly all non-ASCII characters are ones that French uses. Another encoding read as this one shows
/// other letters (« Ž » for the « é » of a Macintosh, « ‚ » for that of DOS, « Ã© » for UTF-8), and letters
/// where words have none.
fn is_french(text: &str) -> bool {
    const LETTERS: &str = "àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ";
    const SIGNS: &str = "«»‹›‘’“”–—…•·€°§±²³¼½¾×©®™£µ‰¡¿\u{a0}\u{ad}";
    let (mut french, mut foreign) = (0, 0);
    let mut before = ' ';
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let after = characters.peek().copied().unwrap_or(' ');
        let is_inside = before.is_alphabetic() && after.is_alphabetic();
        if !c.is_ascii() {
            match () {
                () if LETTERS.contains(c) => french += 1,
                // Only an apostrophe, or a dash or mark that belongs to them, is between two letters.
                () if SIGNS.contains(c) && (!is_inside || "’‘–·\u{ad}".contains(c)) => {}
                () => foreign += 1,
            }
        }
        before = c;
    }
    let is_utf8 = ["â€", "Â\u{a0}", "Â«", "Â»", "Â°"]
        .iter()
        .any(|pair| text.contains(pair));
    !is_utf8 && !holds_foreign_words(text) && foreign * NAMES_IN <= french
}

/// Whether three letters in a row are non-ASCII: no French word has that, except in capitals (« CRÉÉE » has
/// two).
fn holds_foreign_words(text: &str) -> bool {
    let mut row = 0;
    text.chars().any(|c| {
        row = if c.is_alphabetic() && !c.is_ascii() {
            row + 1
        } else {
            0
        };
        row == 3
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(text: &str, of: fn(u8) -> Option<char>) -> Vec<u8> {
        let byte = |c: char| (0..=255).find(|byte| of(*byte) == Some(c)).unwrap();
        text.chars().map(byte).collect()
    }

    const TEXT: &str = "Où s’adresser : à l’œuvre, « Le Goût » – 12 € l’été…\r\n";

    #[test]
    fn what_offices_write_is_read() {
        let read = decode(&bytes(TEXT, windows));
        assert_eq!(read, Some((TEXT.to_owned(), Encoding::Windows1252)));
        let latin = TEXT.replace('’', "'").replace('–', "-").replace('…', "...");
        let read = decode(&bytes(&latin, latin_9));
        assert_eq!(read, Some((latin, Encoding::Iso8859_15)));
        let name = "José Muñoz, né à Évry, a été reçu à la mairie";
        assert!(decode(&bytes(name, windows)).is_some());
        for order in [u16::to_le_bytes, u16::to_be_bytes] {
            let units = "\u{feff}Été 🌞".encode_utf16();
            let written: Vec<u8> = units.flat_map(order).collect();
            assert_eq!(decode(&written), Some(("Été 🌞".into(), Encoding::Utf16)));
            assert_eq!(decode(&written[..written.len() - 1]), None);
        }
    }

    /// The bytes of words in other languages and systems: none of them is Western European Windows.
    #[test]
    fn what_may_be_another_encoding_is_not_read() {
        let of_utf8 = "Une pièce d’identité".as_bytes();
        let mut cut = of_utf8.to_vec();
        cut.extend(b" \xe9t\xe9");
        let others: [&[u8]; 9] = [
            &cut,
            // « Où demander l'été à la mairie » on a Macintosh, and in DOS.
            b"O\x9d demander l'\x8et\x8e \x88 la mairie",
            b"O\x97 demander l'\x82t\x82 \x85 la mairie",
            // Russian in Windows-1251 and KOI8-R.
            b"\xc4\xee\xea\xf3\xec\xe5\xed\xf2\xfb",
            b"\xe4\xcf\xcb\xd5\xcd\xc5\xce\xd4\xd9",
            // Turkish in Windows-1254, Romanian in Windows-1250.
            b"Do\xf0um belgesi i\xe7in ba\xfevuru nas\xfdl yap\xfdl\xfdr",
            b"Cererea se face la prim\xe3rie, \xeen ora\xbaul dumneavoastr\xe3",
            // Arabic in Windows-1256, and bytes that are not text.
            b"\xe3\xcd\xe1 \xc7\xe1\xe6\xe1\xc7\xcf\xc9",
            b"\x89PNG\r\n\x1a\n\x00\xe9",
        ];
        for other in others {
            assert_eq!(decode(other), None, "{}", String::from_utf8_lossy(other));
        }
    }
}
