//! The marks of list items: those that Word writes out, and those that people type.

/// The mark of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListMark {
    Bullet,
    /// A box to tick.
    Box,
    Number(u64),
}

impl ListMark {
    /// What Word writes out before an item: `·`, `o`, `3.`, `b)`, `2.1.`.
    pub fn written(mark: &str) -> Self {
        let mark = mark.trim().trim_start_matches('(');
        if mark.starts_with(BOXES) {
            return Self::Box;
        }
        let Some(number) = mark.strip_suffix(['.', ')', '°', '-']) else {
            return mark.parse().map_or(Self::Bullet, Self::Number);
        };
        // Of `2.1`, the list of its level has the last number.
        let last = number.trim_end().rsplit('.').next().unwrap_or_default();
        let lower = last.to_ascii_lowercase();
        match last.parse() {
            Ok(number) => Self::Number(number),
            Err(_) => roman(&lower)
                .or_else(|| letter(&lower))
                .map_or(Self::Bullet, Self::Number),
        }
    }

    /// The number that a list has if its first item has this mark.
    pub fn start(self) -> Option<u64> {
        match self {
            Self::Number(number) => Some(number),
            Self::Bullet | Self::Box => None,
        }
    }
}

/// Signs that people print as boxes to tick.
const BOXES: [char; 4] = ['☐', '□', '❏', '❑'];

/// A number in Roman figures, if it is not more likely a letter.
fn roman(mark: &str) -> Option<u64> {
    if mark != "i" && mark.len() < 2 || mark.len() > 6 {
        return None;
    }
    let value = |c| {
        Some(match c {
            'i' => 1,
            'v' => 5,
            'x' => 10,
            'l' => 50,
            _ => return None,
        })
    };
    let figures = mark.chars().map(value).collect::<Option<Vec<u64>>>()?;
    let next = figures.iter().skip(1).copied().chain([0]);
    let sum = |sum: i64, (figure, next): (u64, u64)| {
        let figure = figure.cast_signed();
        if figure < next.cast_signed() {
            sum - figure
        } else {
            sum + figure
        }
    };
    let total = figures.iter().copied().zip(next).fold(0, sum);
    u64::try_from(total).ok()
}

/// The place of a letter in the alphabet.
fn letter(mark: &str) -> Option<u64> {
    match mark.as_bytes() {
        [letter @ b'a'..=b'z'] => Some(u64::from(letter - b'a') + 1),
        _ => None,
    }
}

/// A mark that somebody typed at the start of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypedMark {
    /// A sign that is nothing but a bullet.
    Bullet,
    /// A box to tick.
    Box,
    /// A hyphen or a dash, which may be part of the text.
    Dash,
    /// A number, which may be part of the text.
    Number(u64),
}

impl TypedMark {
    /// That of a word at the start of a paragraph, and whether a blank follows: the mark, and its bytes.
    pub fn of(word: &str, before_blank: bool) -> Option<(Self, &str)> {
        const BULLETS: [char; 9] = ['•', '‣', '▪', '●', '■', '◦', '➢', '❖', '·'];
        let first = word.chars().next()?;
        let sign = &word[..first.len_utf8()];
        let is_alone = sign == word && before_blank;
        match first {
            // In Markdown text nobody means anything else by it, even without a blank.
            '•' if !word[sign.len()..].is_empty() || before_blank => Some((Self::Bullet, sign)),
            _ if !before_blank => None,
            c if BULLETS.contains(&c) && is_alone => Some((Self::Bullet, sign)),
            c if BOXES.contains(&c) && is_alone => Some((Self::Box, sign)),
            '-' | '–' | '*' if is_alone => Some((Self::Dash, sign)),
            _ => {
                let number = word.strip_suffix(['.', ')'])?;
                let is_short = number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit());
                let number = number.parse().ok().filter(|_| is_short)?;
                Some((Self::Number(number), word))
            }
        }
    }

    /// Whether it alone makes an item.
    pub fn is_certain(self) -> bool {
        matches!(self, Self::Bullet | Self::Box)
    }

    /// Whether an item with this mark comes before one with the other.
    pub fn precedes(self, next: Self) -> bool {
        match (self, next) {
            (Self::Number(number), Self::Number(next)) => next == number + 1,
            (mark, next) => mark == next,
        }
    }

    /// The mark of the item.
    pub fn list_mark(self) -> ListMark {
        match self {
            Self::Bullet | Self::Dash => ListMark::Bullet,
            Self::Box => ListMark::Box,
            Self::Number(number) => ListMark::Number(number),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_word_writes_before_items_is_read() {
        for (written, mark) in [
            ("·  ", ListMark::Bullet),
            ("o ", ListMark::Bullet),
            ("-", ListMark::Bullet),
            ("☐", ListMark::Box),
            ("3.", ListMark::Number(3)),
            ("12)", ListMark::Number(12)),
            ("2.1.", ListMark::Number(1)),
            ("(b)", ListMark::Number(2)),
            ("i.", ListMark::Number(1)),
            ("xiv.", ListMark::Number(14)),
            ("C.", ListMark::Number(3)),
        ] {
            assert_eq!(ListMark::written(written), mark, "{written}");
        }
    }
}
