//! Text → words in the form that search and lists from A to Z compare: lower case, without accents, in
//! letters that a keyboard can type.

use std::collections::BTreeMap;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Longer words are file numbers or mistakes; nobody searches for them.
const LONGEST: usize = 40;

/// Reads words, and records which letters it replaced, so that a browser can do the same.
#[derive(Debug, Default)]
pub struct LetterReader {
    /// Each letter outside ASCII and its replacement: `é` is `e`, `œ` is `oe`.
    pub letters: BTreeMap<char, String>,
    word: String,
    /// The word as written, in lower case.
    spelled: String,
    /// The parts of a hyphenated word, joined: `autoentrepreneur`.
    joined: String,
    spelled_together: String,
    parts: usize,
    /// Letters with a full stop after each, joined: `caf` for `C.A.F.`
    initials: String,
    spelled_initials: String,
}

impl LetterReader {
    /// Calls `see` with each word of a text in its normalised form, and as written in lower case. A
    /// hyphenated word is seen part by part and as a whole: people write `auto-entrepreneur` either way.
    pub fn words(&mut self, text: &str, mut see: impl FnMut(&str, &str)) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let mut run = at;
            let mut has_capitals = false;
            while let Some(byte) = bytes.get(run)
                && byte.is_ascii_alphanumeric()
            {
                has_capitals |= byte.is_ascii_uppercase();
                run += 1;
            }
            if run > at {
                let after = bytes.get(run).copied().unwrap_or(b' ');
                match self.is_whole(run - at, after) && !has_capitals {
                    true if is_searched(&text[at..run]) => see(&text[at..run], &text[at..run]),
                    true => {}
                    false => self.push(&text[at..run], has_capitals),
                }
                at = run;
                continue;
            }
            let Some(letter) = text[at..].chars().next() else {
                break;
            };
            at += letter.len_utf8();
            if letter == '.' && self.is_initial() {
                self.initials.push_str(&self.word);
                self.spelled_initials.push_str(&self.spelled);
                self.word.clear();
                self.spelled.clear();
            } else if letter.is_ascii() {
                self.part(letter == '-', &mut see);
            } else {
                self.letter(letter, &mut see);
            }
        }
        self.part(false, &mut see);
    }

    /// Whether this many ASCII letters and digits, as in most words, are a complete word: nothing before
    /// belongs to it, nor does the next character.
    fn is_whole(&self, length: usize, after: u8) -> bool {
        let is_first = self.spelled.is_empty() && self.initials.is_empty() && self.parts == 0;
        is_first && after.is_ascii() && after != b'-' && (after != b'.' || length > 1)
    }

    fn push(&mut self, run: &str, has_capitals: bool) {
        for word in [&mut self.word, &mut self.spelled] {
            let start = word.len();
            word.push_str(run);
            if has_capitals {
                word[start..].make_ascii_lowercase();
            }
        }
    }

    fn letter(&mut self, letter: char, see: &mut impl FnMut(&str, &str)) {
        if is_mark(letter) {
            self.spelled.push(letter);
            return;
        }
        if !letter.is_alphanumeric() {
            // U+2010 and U+2011 are hyphens, the second one without a break.
            return self.part(matches!(letter, '\u{2010}' | '\u{2011}'), see);
        }
        self.spelled.extend(letter.to_lowercase());
        for lower in letter.to_lowercase().filter(|lower| !is_mark(*lower)) {
            let plain = plain(lower);
            if !lower.is_ascii() && !plain.is_empty() && !plain.chars().eq([lower]) {
                self.letters.entry(lower).or_insert_with(|| plain.clone());
            }
            self.word.push_str(&plain);
        }
    }

    /// Whether the word so far is a single letter, and not part of a hyphenated word.
    fn is_initial(&self) -> bool {
        let mut letters = self.word.chars();
        self.parts == 0
            && letters.next().is_some_and(char::is_alphabetic)
            && letters.next().is_none()
    }

    /// The end of a word, or of a part of a hyphenated one.
    fn part(&mut self, goes_on: bool, see: &mut impl FnMut(&str, &str)) {
        if !self.initials.is_empty() {
            // `C.A.F`: the last full stop is often omitted.
            if self.is_initial() {
                self.initials.push_str(&std::mem::take(&mut self.word));
                self.spelled_initials.push_str(&self.spelled);
            }
            if is_searched(&self.initials) {
                see(&self.initials, &self.spelled_initials);
            }
            self.initials.clear();
            self.spelled_initials.clear();
        }
        if !self.word.is_empty() {
            if is_searched(&self.word) {
                see(&self.word, &self.spelled);
            }
            if goes_on || self.parts > 0 {
                self.joined.push_str(&self.word);
                self.spelled_together.push_str(&self.spelled);
                self.parts += 1;
            }
            self.word.clear();
        }
        self.spelled.clear();
        if !goes_on && self.parts > 0 {
            if self.parts > 1 && is_searched(&self.joined) {
                see(&self.joined, &self.spelled_together);
            }
            self.joined.clear();
            self.spelled_together.clear();
            self.parts = 0;
        }
    }
}

/// Whether a word can be searched for: single letters mean nothing, and browsers compare strings by UTF-16
/// units.
fn is_searched(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next();
    let is_number = first.is_some_and(char::is_numeric);
    (is_number || letters.next().is_some())
        && word.len() <= LONGEST
        && (word.is_ascii() || word.chars().all(|letter| letter.len_utf16() == 1))
}

/// Combining marks, and the vowels and strokes that Arabic omits.
fn is_mark(letter: char) -> bool {
    is_combining_mark(letter) || letter == '\u{640}'
}

/// The normalised form of a lower-case letter.
fn plain(letter: char) -> String {
    let mut plain = String::new();
    decompose_compatible(letter, |part| match part {
        part if is_mark(part) => {}
        'œ' => plain.push_str("oe"),
        'æ' => plain.push_str("ae"),
        'ß' => plain.push_str("ss"),
        'ø' => plain.push('o'),
        'ł' => plain.push('l'),
        'đ' => plain.push('d'),
        'ı' => plain.push('i'),
        // Arabic is often typed with these instead of the others.
        'ة' => plain.push('ه'),
        'ى' => plain.push('ي'),
        'ٱ' => plain.push('ا'),
        part if part.is_alphanumeric() => plain.extend(part.to_lowercase()),
        _ => {}
    });
    plain
}

/// The sort key of a text in lists from A to Z: its words, separated by spaces.
pub fn sort_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() {
            key.push(letter.to_ascii_lowercase());
        } else if !letter.is_ascii() && letter.is_alphanumeric() {
            key.extend(letter.to_lowercase().map(plain));
        } else if !is_mark(letter) && !key.is_empty() && !key.ends_with(' ') {
            key.push(' ');
        }
    }
    key.truncate(key.trim_end().len());
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        LetterReader::default().words(text, |word, _| all.push(word.to_owned()));
        all
    }

    #[test]
    fn words_are_compared_without_accents_and_with_or_without_hyphens() {
        assert_eq!(
            words("Carte d’IDENTITÉ : le cœur, 12100*02"),
            ["carte", "identite", "le", "coeur", "12100", "02"]
        );
        assert_eq!(
            words("auto-entrepreneur"),
            ["auto", "entrepreneur", "autoentrepreneur"]
        );
        assert_eq!(
            words("la C.A.F., le R.S.A. ou l’A.P.L : M. Martin"),
            ["la", "caf", "le", "rsa", "ou", "apl", "martin"]
        );
        assert_eq!(words("l’a- b"), Vec::<String>::new());
        assert_eq!(words("بِطاقَةُ أُسرة"), ["بطاقه", "اسره"]);
        assert_eq!(words("Посвідка ЙДЕ"), ["посвідка", "иде"]);
        assert_eq!(words("İstanbul ışık"), ["istanbul", "isik"]);
    }

    #[test]
    fn the_letters_met_are_told() {
        let mut reader = LetterReader::default();
        reader.words("Été, cœur, ÉTÉ", |_, spelled| {
            assert!(["été", "cœur"].contains(&spelled));
        });
        let letters: Vec<(char, String)> = reader.letters.into_iter().collect();
        assert_eq!(letters, [('é', "e".to_owned()), ('œ', "oe".to_owned())]);
    }

    #[test]
    fn titles_sort_by_their_words() {
        assert_eq!(
            sort_key("« Éco-prêt » à taux zéro !"),
            "eco pret a taux zero"
        );
        assert_eq!(sort_key("بِطاقة"), "بطاقه");
    }
}
