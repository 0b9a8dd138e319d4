//! Marks at the start of a line, and lines that Markdown joins against their meaning.

use std::sync::LazyLock;

use memchr::memchr_iter;
use memchr::memmem::Finder;

use super::shapes::{is_block, is_callout, is_cut, is_opening, is_rule, is_short, opens_line};

/// Columns separated by spaces.
static SPACES: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b"  "));

pub fn suspects(text: &str) -> bool {
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
            b'[' => match text.get(1) {
                Some(b'!') => !is_callout(text),
                second => matches!(second, Some(b' ' | b']' | b'x' | b'X')),
            },
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
