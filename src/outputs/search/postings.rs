//! Scores how well a page matches a word, and encodes that in a few characters.

/// Where a word occurs on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// In its title.
    Title,
    /// Among its keywords.
    Keyword,
    /// In a heading.
    Heading,
    /// Anywhere else.
    Text,
}

/// How many times a word occurs on a page, and where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    fields: u8,
    times: u8,
}

impl Standing {
    /// Counts one more occurrence.
    pub fn add(&mut self, field: Field) {
        self.fields |= 1 << field as u8;
        self.times = self.times.saturating_add(1);
    }

    /// Adds another form of the same word.
    pub fn join(&mut self, other: Self) {
        self.fields |= other.fields;
        self.times = self.times.saturating_add(other.times);
    }

    /// Whether it occurs where people look first: in a title, a heading or among the keywords.
    pub fn is_prominent(self) -> bool {
        self.fields & !(1 << Field::Text as u8) != 0
    }

    fn has(self, field: Field) -> bool {
        self.fields & 1 << field as u8 != 0
    }

    /// How well a page matches the word. A word of a short title counts more than one of a long title. In a
    /// text, its share counts, and each further occurrence adds less (as in BM25: Robertson and Zaragoza,
    /// 2009).
    pub fn weight(self, title_words: usize, length: f64) -> f64 {
        let mut weight = 0.0;
        if self.has(Field::Title) {
            weight += TITLE * 1.6 / (1.0 + 0.1 * title_words as f64);
        }
        if self.has(Field::Keyword) {
            weight += KEYWORD;
        }
        if self.has(Field::Heading) {
            weight += HEADING;
        }
        let times = f64::from(self.times);
        weight + times * 2.2 / (times + 1.2 * (0.25 + 0.75 * length))
    }
}

const TITLE: f64 = 8.0;
const KEYWORD: f64 = 5.0;
const HEADING: f64 = 3.0;

/// The weight of rare words: the logarithm of the inverse share of pages. Zero for a word that all pages
/// contain.
pub fn rarity(pages: usize, with_it: usize) -> f64 {
    let (pages, with_it) = (pages as f64, with_it as f64);
    (1.0 + (pages - with_it + 0.5) / (with_it + 0.5)).ln()
}

/// The ratio between two levels of a score: the browser computes 1.5 to the power of the level.
const STEP: f64 = 1.5;

/// Matches below this are left out.
const LEAST: f64 = 0.25;

/// The most pages listed for one word, the best matches: nobody reads further.
const MOST: usize = 1500;

/// Encodes which pages match a word, by descending level: the level, the number of pages, and the step from
/// each to the next. `None` for matches not worth a byte.
pub fn write(scores: &[(u32, f64)]) -> Option<String> {
    let mut leveled: Vec<(u32, u32)> = scores
        .iter()
        .filter(|(_, score)| *score >= LEAST)
        .map(|(page, score)| (((score / LEAST).ln() / STEP.ln()).round() as u32, *page))
        .collect();
    leveled.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    leveled.truncate(MOST);
    let mut text = String::new();
    for group in leveled.chunk_by(|a, b| a.0 == b.0) {
        number(group[0].0, &mut text);
        number(u32::try_from(group.len()).unwrap_or(u32::MAX), &mut text);
        let mut before = 0;
        for (_, page) in group {
            number(page - before, &mut text);
            before = *page;
        }
    }
    (!text.is_empty()).then_some(text)
}

/// The characters `#` to `[` end a number, 57 of them; `]` to `~` precede, 34 of them. None is special in a
/// JavaScript string, and none is a space or `!`, which separate words.
fn number(number: u32, text: &mut String) {
    let mut rest = number / 57;
    let mut head = Vec::new();
    while rest > 0 {
        head.push((rest % 34) as u8 + b']');
        rest /= 34;
    }
    text.extend(head.iter().rev().map(|byte| char::from(*byte)));
    text.push(char::from((number % 57) as u8 + b'#'));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Decodes as the script of the search page does.
    fn read(text: &str) -> Vec<u32> {
        let (mut numbers, mut n) = (Vec::new(), 0);
        for byte in text.bytes() {
            if byte > 92 {
                n = n * 34 + u32::from(byte) - 93;
            } else {
                numbers.push(n * 57 + u32::from(byte) - 35);
                n = 0;
            }
        }
        numbers
    }

    #[test]
    fn numbers_come_back() {
        let mut text = String::new();
        let numbers = [
            0,
            1,
            56,
            57,
            58,
            1937,
            1938,
            65_891,
            65_892,
            2_000_000,
            u32::MAX / 64,
        ];
        for n in numbers {
            number(n, &mut text);
        }
        assert_eq!(read(&text), numbers);
        assert!(!text.contains(['"', '\\', ' ', '!']));
    }

    #[test]
    fn pages_are_told_by_falling_level() {
        let text = write(&[(3, 10.0), (7, 1.0), (9, 10.0), (11, 0.2)]).unwrap();
        assert_eq!(read(&text), [9, 2, 3, 6, 3, 1, 7]);
        assert_eq!(write(&[(1, 0.2)]), None);
    }

    #[test]
    fn a_title_weighs_more_than_a_keyword_a_heading_or_the_text() {
        let weight = |field| {
            let mut standing = Standing::default();
            standing.add(field);
            standing.weight(5, 1.0)
        };
        let order = [Field::Title, Field::Keyword, Field::Heading, Field::Text].map(weight);
        assert!(
            order.windows(2).all(|pair| pair[0] > pair[1] + 1.0),
            "{order:?}"
        );
    }
}
