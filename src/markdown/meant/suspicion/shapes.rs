//! What a line looks like, whatever is around it.

/// Whether a line is short, and neither a heading nor the end of a sentence: the next one may have been meant
/// to stay below it.
pub fn is_short(line: &[u8]) -> bool {
    // As many characters as `ends` allows, most of them of one byte.
    const LONGEST: usize = 120;
    let line = line.trim_ascii_end();
    line.len() <= LONGEST
        && !line.starts_with(b"#")
        && !line.ends_with("…".as_bytes())
        && !matches!(line.last(), Some(b'.' | b'!' | b'?' | b'>'))
}

/// Whether a line is a rule.
pub fn is_rule(line: &[u8], sign: u8) -> bool {
    let mut signs = line.iter().filter(|byte| !byte.is_ascii_whitespace());
    signs.clone().all(|byte| *byte == sign) && signs.nth(2).is_some()
}

/// Whether a line is an item or a heading: a line of its own, whatever precedes it.
pub fn is_block(line: &[u8]) -> bool {
    let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let level = line.iter().take_while(|byte| **byte == b'#').count();
    match line[digits..] {
        [b'.' | b')', b' ', ..] if digits > 0 => true,
        [b'-' | b'*' | b'+', b' ', ..] if digits == 0 => true,
        _ => level > 0 && line.get(level) == Some(&b' '),
    }
}

/// Whether a word may continue on the next line.
pub fn is_cut(line: &[u8]) -> bool {
    let line = line.trim_ascii_end();
    line.ends_with(b"-")
        || line.ends_with(b"\xc2\xad")
        || line.ends_with(b"\xc2\xac")
        || line.ends_with(b"\xe2\x80\x90")
}

/// Whether a line may begin with a label, a day or the number of a footnote, as only a new line does.
pub fn is_opening(line: &[u8]) -> bool {
    // As many bytes as a label of thirty letters may have.
    const LONGEST: usize = 60;
    let line = line.trim_ascii_start();
    let start = line.iter().position(|byte| !matches!(byte, b'*' | b'_'));
    let line = &line[start.unwrap_or_default()..];
    let near = &line[..line.len().min(LONGEST)];
    match line {
        // A character to be shown as it is.
        [b'\\', sign, ..] => sign.is_ascii_punctuation(),
        [b'(', digit, ..] => digit.is_ascii_digit(),
        [b'a'..=b'z' | b'Q' | b'R', b'.', b' ', ..] => true,
        [b'c', b'/', b'o', ..] | [b'w', b'w', b'w', ..] | [b'h', b't', b't', b'p', ..] => true,
        [b'0'..=b'9', ..] => {
            let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
            matches!(line.get(digits), Some(b'h' | b' ' | b'/' | b'e' | 0xc2))
        }
        [b'A'..=b'Z' | 0xc3, ..] => {
            memchr::memchr(b':', near).is_some()
                || line.starts_with(b"Vu ")
                || line.starts_with(b"Attendu ")
                || line.starts_with("Considérant ".as_bytes())
        }
        [b'l' | b'm' | b'j' | b'v' | b's' | b'd', ..] => {
            // Names of days are short, and a number or a colon follows them.
            let end = line.iter().position(|byte| !byte.is_ascii_lowercase());
            let end = end.unwrap_or(line.len());
            let rest = line[end..].trim_ascii_start();
            (3..=8).contains(&end)
                && rest.first().is_some_and(|byte| {
                    byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b'-' | 0xe2)
                })
        }
        _ => false,
    }
}

/// Whether a line begins with a capital, a sign or a number that is not an item's.
pub fn opens_line(line: &[u8]) -> bool {
    let line = line.trim_ascii_start();
    if let Some(b'0'..=b'9') = line.first() {
        let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
        return !matches!(line.get(digits..), Some([b'.' | b')', b' ', ..]));
    }
    let mut letters = line.iter();
    let first = letters.find(|byte| !matches!(byte, b'*' | b'_' | b'[' | b'!'));
    first.is_some_and(|byte| {
        // Capitals with accents, and signs beyond ASCII; not characters that open a remark or a quotation.
        let opens_none = matches!(
            byte,
            b'(' | b'{' | b'<' | b'"' | b'\'' | b'`' | b'&' | b'\\' | b'~' | b'^' | b'|'
        );
        *byte >= 0xc3
            || byte.is_ascii_uppercase()
            || byte.is_ascii_digit()
            || *byte == b' '
            || byte.is_ascii_punctuation() && !opens_none
    })
}

/// Whether a line is what Markdown itself reads as the opening of a callout.
pub fn is_callout(line: &[u8]) -> bool {
    let names = [
        b"[!NOTE]".as_slice(),
        b"[!TIP]",
        b"[!IMPORTANT]",
        b"[!WARNING]",
        b"[!CAUTION]",
    ];
    names
        .iter()
        .any(|name| line.trim_ascii_end().eq_ignore_ascii_case(name))
}
