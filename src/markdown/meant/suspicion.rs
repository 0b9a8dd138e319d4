//! Whether a text may contain a mark that was meant otherwise than Markdown reads it. Most contain none and
//! are read no further. This runs on every text of a site; it looks at the first letters of each line and at
//! the bytes that such marks have in common.

use std::sync::LazyLock;

use memchr::memchr_iter;
use memchr::memmem::Finder;

/// Columns separated by spaces.
static SPACES: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b"  "));

/// Leader dots before a price.
static DOTS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b"...."));

/// Whether such a mark may be present. A false alarm costs a second reading; a mark that is missed stays as
/// typed.
pub fn suspects(text: &str) -> bool {
    anywhere(text) || lines(text)
}

/// Marks that may be anywhere in a line.
fn anywhere(text: &str) -> bool {
    let bytes = text.as_bytes();
    if memchr::memchr3(b'<', b'{', b'\t', bytes).is_some()
        || memchr::memchr(b'~', bytes).is_some()
        || DOTS.find(bytes).is_some()
    {
        return true;
    }
    let mut notes = FootnotesSoFar::default();
    memchr_iter(b']', bytes).any(|at| bracket(bytes, at, &mut notes))
        || stars(bytes, b'*')
        || stars(bytes, b'_')
}

/// The footnotes of a text so far.
#[derive(Default)]
struct FootnotesSoFar<'t> {
    /// The names of those that are defined.
    written: Vec<&'t [u8]>,
    /// How many times one is referenced.
    calls: usize,
}

/// Whether something unusual surrounds a closing bracket.
fn bracket<'t>(bytes: &'t [u8], at: usize, notes: &mut FootnotesSoFar<'t>) -> bool {
    // For each bracket, look back no further, and through no more footnotes, than real texts need.
    const FARTHEST: usize = 1000;
    const MOST: usize = 30;
    let start = at.saturating_sub(FARTHEST);
    let before = bytes[start..at].iter().rposition(|byte| *byte == b'[');
    let before = before.map(|before| start + before);
    let inside = before.map_or(&bytes[at..at], |open| &bytes[open + 1..at]);
    let is_note = inside.first() == Some(&b'^');
    let next = bytes.get(at + 1);
    match next {
        // A link, or one around a footnote reference.
        Some(b'(') if before.is_some() => memchr::memchr(b']', inside).is_some(),
        Some(b':') if is_note => {
            let again = notes.written.contains(&inside) || notes.written.len() == MOST;
            notes.written.push(inside);
            again
                || matches!(
                    bytes.get(at + 2..at + 4),
                    None | Some([b'\n', _] | [_, b'\n'])
                )
        }
        Some(b':') => true,
        Some(b'(' | b'[' | b']') => true,
        _ if is_note => {
            notes.calls += 1;
            // Its text, somewhere below.
            let mark = [b"[", inside, b"]:"].concat();
            notes.calls > MOST || memchr::memmem::find(bytes, &mark).is_none()
        }
        // A box of a list: the line's opening covers what precedes it.
        _ if matches!(inside, [b' ' | b'x' | b'X']) => false,
        _ => {
            let opens = before.unwrap_or(0);
            // (texte)[adresse], [[note]], [texte->adresse], [caption id="…"], [/caption]
            opens > 0 && matches!(bytes[opens - 1], b')' | b'[')
                || inside.is_empty()
                || inside.contains(&b'=')
                || inside.first() == Some(&b'?')
                || memchr::memmem::find(inside, b"->").is_some()
                || inside.iter().all(|byte| {
                    byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'/' | b'-' | b'_')
                })
        }
    }
}

/// Pairs of marks that neither open nor close, marks without a partner, and stars within words and numbers.
fn stars(bytes: &[u8], sign: u8) -> bool {
    let is_space = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_whitespace);
    let (mut at, mut open) = (0, false);
    while let Some(next) = memchr::memchr(sign, &bytes[at..]).map(|next| at + next) {
        let run = bytes[next..]
            .iter()
            .take_while(|byte| **byte == sign)
            .count();
        at = next + run;
        let before = next.checked_sub(1).map(|before| &bytes[before]);
        let after = bytes.get(at);
        if run == 1 {
            // Within a word or a number, or after one and before a sign.
            let joins = before.is_some_and(|b| b.is_ascii_alphanumeric() || *b >= 0x80);
            let is_odd = joins && !opens_word_before(bytes, next) || before == Some(&b'-');
            if sign == b'*' && is_odd && !(joins && is_space(after)) {
                return true;
            }
            continue;
        }
        if run > 2 {
            continue;
        }
        let (left, right) = (is_space(before), is_space(after));
        let is_letter =
            |byte: Option<&u8>| byte.is_some_and(|b| b.is_ascii_alphanumeric() || *b >= 0x80);
        let fits = match open {
            false => !right && !is_letter(before),
            true => !left && !is_letter(after),
        };
        // With a sign inside the marks and a letter outside, Markdown does not read them.
        if !fits {
            return true;
        }
        open = !open;
    }
    open
}

/// Whether the emphasis that ends here began in the same word: `Une *car*te`.
fn opens_word_before(bytes: &[u8], at: usize) -> bool {
    // No word is longer.
    const LONGEST: usize = 60;
    let near = &bytes[at.saturating_sub(LONGEST)..at];
    let word = near.iter().rposition(u8::is_ascii_whitespace);
    near.get(word.map_or(0, |word| word + 1)) == Some(&b'*')
}

/// Marks at the start of a line.
fn lines(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut start = 0;
    let mut state = LineState::default();
    let mut has_star_items = false;
    for end in memchr_iter(b'\n', bytes).chain([bytes.len()]) {
        // A remark for a star above looks like an item.
        if !has_star_items && bytes[start..end].starts_with(b"* ") {
            has_star_items = true;
            if has_call(&bytes[..start]) {
                return true;
            }
        }
        if state.is_odd(&bytes[start..end]) {
            return true;
        }
        start = end + 1;
    }
    // A lone row at the end.
    state.bars.is_some() && state.rows == 1
}

/// Whether a word ends with a star.
fn has_call(bytes: &[u8]) -> bool {
    let mut stars = memchr_iter(b'*', bytes);
    stars.any(|at| {
        let before = at.checked_sub(1).map(|before| bytes[before]);
        before.is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b')' | b'%') || b >= 0x80)
            && bytes.get(at + 1).is_none_or(|b| {
                b.is_ascii_whitespace() || matches!(b, b'|' | b')' | b',' | b'.' | b';')
            })
    })
}

/// What the previous lines say about a line.
#[derive(Default)]
struct LineState {
    /// Whether the previous line holds text.
    after_text: bool,
    /// Whether the previous line is a row of a table, and the bars of its header.
    bars: Option<usize>,
    /// The rows so far.
    rows: usize,
    /// Whether the paragraph or list has begun with a number.
    in_numbers: bool,
    /// The number of the previous item.
    number: Option<u32>,
    /// Whether the previous line is short and not a whole sentence.
    is_short: bool,
    /// Whether the previous line ends with a hyphen.
    is_cut: bool,
    /// Whether it ends with a colon or an exclamation.
    announces: bool,
    is_cry: bool,
    /// The indent of the previous item, if a list has started and not ended.
    item: Option<usize>,
    /// Whether this is the first line of an item.
    opens: bool,
    /// How many marks of items and quotations stand before what is looked at.
    depth: usize,
}

impl LineState {
    fn is_odd(&mut self, line: &[u8]) -> bool {
        let text = line.trim_ascii_start();
        let indent = line.len() - text.len();
        let (after_text, bars) = (
            std::mem::replace(&mut self.after_text, !text.is_empty()),
            self.bars.take(),
        );
        let Some(first) = text.first() else {
            return bars.is_some() && self.rows == 1;
        };
        if indent >= 4 && !after_text {
            return true;
        }
        if memchr::memchr(b'|', text).is_some() {
            return self.row(text, bars);
        }
        // A table that no second line declared as one.
        if bars.is_some() && self.rows == 1 {
            return true;
        }
        // A quotation has lines of its own, and the first line of an item continues nothing.
        let opens = std::mem::take(&mut self.opens);
        if *first != b'>' && self.goes_on(text, indent) && after_text && !opens {
            return true;
        }
        // An item indented by four or more relative to what is above it is part of that text.
        let is_item = is_block(text) && *first != b'#';
        let floor = self.item.map_or(4, |item| item + 6);
        if is_item && after_text && indent >= floor {
            return true;
        }
        match is_item {
            true => self.item = Some(indent),
            false if !after_text && indent == 0 => self.item = None,
            false => {}
        }
        if matches!(first, b'*' | b'_' | b'-') && is_rule(text, *first) {
            self.after_text = false;
        }
        if SPACES.find(text.trim_ascii()).is_some() {
            return true;
        }
        if indent == 0 && !first.is_ascii_digit() {
            self.number = None;
        }
        let in_numbers = self.in_numbers && after_text;
        self.in_numbers = in_numbers || first.is_ascii_digit();
        let spaced = |after: usize| matches!(text.get(after), None | Some(b' ' | b'\r'));
        match first {
            b'#' => {
                let level = text.iter().take_while(|byte| **byte == b'#').count();
                let words = text.trim_ascii_end();
                // What follows a heading does not continue a text.
                self.after_text = !spaced(level);
                !spaced(level) || words.iter().all(|byte| matches!(byte, b'#' | b' '))
            }
            // An added amount.
            b'+' if spaced(1) && text.get(2).is_some_and(u8::is_ascii_digit) => true,
            // A line of SPIP.
            b'_' if spaced(1) && text.len() > 2 => true,
            b'-' | b'+' | b'=' | b'_' => {
                let run = text.iter().take_while(|byte| *byte == first).count();
                let is_line = text[run..].trim_ascii().is_empty();
                match is_line {
                    true => after_text || *first == b'=',
                    false if spaced(1) => self.is_odd_within(&text[2..], after_text, true),
                    false => true,
                }
            }
            b'*' if spaced(1) => {
                text.len() < 2
                    || text.get(2) == Some(&b':')
                    || text.len() > 2 && self.is_odd_within(&text[2..], after_text, true)
            }
            b'*' => text.get(1) != Some(&b'*') && memchr_iter(b'*', text).count() == 1,
            b'0'..=b'9' => {
                let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
                let rest = text[digits..].trim_ascii_start();
                let gap = text.len() - digits - rest.len();
                match rest.first() {
                    Some(b'.' | b')') if gap == 0 => {
                        // No item number has more digits.
                        const MOST: usize = 9;
                        let number = &text[..digits.min(MOST)];
                        let number = number
                            .iter()
                            .fold(0, |number, digit| number * 10 + u32::from(digit - b'0'));
                        let before = self.number.replace(number);
                        before.is_some_and(|before| number != before && number != before + 1)
                            || !spaced(digits + 1)
                            || text.get(digits + 2) == Some(&b'+')
                            || after_text && !in_numbers && text[..digits] != *b"1"
                    }
                    Some(b'.' | b')' | b'/' | b'-' | 0xc2 | 0xe2) => true,
                    _ => false,
                }
            }
            b'a'..=b'z' => text.get(1) == Some(&b')'),
            b'[' => matches!(text.get(1), Some(b' ' | b']' | b'x' | b'X')),
            b'>' => {
                let rest = text[1..].trim_ascii_start();
                rest.first().is_some_and(u8::is_ascii_digit)
                    || text.len() - rest.len() > 4
                    || self.is_odd_within(rest, after_text, false)
            }
            b':' => text.starts_with(b":::"),
            b'`' => text.starts_with(b"```"),
            // No-break spaces and middle dots, but not French quotation marks.
            0xc2 => text.get(1) != Some(&0xab),
            // Bullets and dashes, but neither quotation marks nor characters of other scripts.
            0xe2 => !matches!(
                text.get(1..3),
                Some([0x80, 0x98 | 0x99 | 0x9c | 0x9d | 0xa6])
            ),
            0xef => true,
            _ => false,
        }
    }

    /// Whether Markdown joins a line to the previous one, probably against its meaning: the previous line is
    /// short, cut or announces something, or this one begins as only a new line does.
    fn goes_on(&mut self, text: &[u8], indent: usize) -> bool {
        let was_short = std::mem::replace(&mut self.is_short, is_short(text));
        let was_cut = std::mem::replace(&mut self.is_cut, is_cut(text));
        let end = text.trim_ascii_end().last();
        let announced = std::mem::replace(&mut self.announces, end == Some(&b':'));
        let is_cry = matches!(end, Some(b'!' | b'?'));
        let are_cries = std::mem::replace(&mut self.is_cry, is_cry) && is_cry;
        let follows = was_short && opens_line(text) || was_cut || announced || are_cries;
        // An image is also on its own line.
        let is_block = is_block(text) && (indent < 4 || text[0] != b'#');
        !is_block && (follows || is_opening(text) || text.starts_with(b"!["))
    }

    /// The text after the mark of an item or a quotation.
    fn is_odd_within(&mut self, rest: &[u8], after_text: bool, is_item: bool) -> bool {
        const DEEPEST: usize = 8;
        if self.depth == DEEPEST {
            return false;
        }
        let rest = rest.trim_ascii_start();
        let is_box = matches!(rest, [b'[', b' ' | b'x' | b'X', b']', b' ', ..]);
        self.after_text = after_text;
        self.opens = is_item;
        self.depth += 1;
        let is_odd = !is_box && self.is_odd(rest);
        self.depth -= 1;
        self.opens = false;
        self.after_text |= is_item;
        is_odd
    }

    /// Whether a row is not part of a whole table, or is longer than its header.
    fn row(&mut self, text: &[u8], bars: Option<usize>) -> bool {
        let count = memchr_iter(b'|', text).count();
        self.rows = if bars.is_some() { self.rows + 1 } else { 1 };
        self.bars = Some(bars.unwrap_or(count));
        let has_no_words = text
            .iter()
            .all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'\r'));
        // Empty cells declare no table.
        let is_delimiter = has_no_words && text.contains(&b'-');
        match self.rows {
            1 => has_no_words,
            2 => !is_delimiter || bars != Some(count),
            _ => bars.is_none_or(|head| count > head),
        }
    }
}

/// Whether a line is short, and neither a heading nor the end of a sentence: the next one may have been meant
/// to stay below it.
fn is_short(line: &[u8]) -> bool {
    // As many characters as `ends` allows, most of them of one byte.
    const LONGEST: usize = 120;
    let line = line.trim_ascii_end();
    line.len() <= LONGEST
        && !line.starts_with(b"#")
        && !line.ends_with("…".as_bytes())
        && !matches!(line.last(), Some(b'.' | b'!' | b'?' | b'>'))
}

/// Whether a line is a rule.
fn is_rule(line: &[u8], sign: u8) -> bool {
    let mut signs = line.iter().filter(|byte| !byte.is_ascii_whitespace());
    signs.clone().all(|byte| *byte == sign) && signs.nth(2).is_some()
}

/// Whether a line is an item or a heading: a line of its own, whatever precedes it.
fn is_block(line: &[u8]) -> bool {
    let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let level = line.iter().take_while(|byte| **byte == b'#').count();
    match line[digits..] {
        [b'.' | b')', b' ', ..] if digits > 0 => true,
        [b'-' | b'*' | b'+', b' ', ..] if digits == 0 => true,
        _ => level > 0 && line.get(level) == Some(&b' '),
    }
}

/// Whether a word may continue on the next line.
fn is_cut(line: &[u8]) -> bool {
    let line = line.trim_ascii_end();
    line.ends_with(b"-")
        || line.ends_with(b"\xc2\xad")
        || line.ends_with(b"\xc2\xac")
        || line.ends_with(b"\xe2\x80\x90")
}

/// Whether a line may begin with a label, a day or the number of a footnote, as only a new line does.
fn is_opening(line: &[u8]) -> bool {
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
fn opens_line(line: &[u8]) -> bool {
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
