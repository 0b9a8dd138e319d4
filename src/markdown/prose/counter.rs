//! Counts words, sentences and paragraphs of running text, letter by letter.

use std::collections::HashSet;
use std::ops::Range;

use super::{LONG_PARAGRAPH, LONG_SENTENCE, Prose};

/// Counts a text piece by piece. The report on a large site goes through every letter, so the work for each
/// is small.
#[derive(Debug, Default)]
pub(super) struct ProseCounter {
    prose: Prose,
    word: Word,
    /// The abbreviations so far.
    known: HashSet<String>,
    /// How many abbreviations were known before the last run, if that was one: two capitalised words in a row
    /// are emphasis, not abbreviations.
    shout: Option<usize>,
    sentence: Stretch,
    paragraph: Stretch,
    /// A strong mark has been read: what follows decides whether the sentence ends.
    mark: bool,
}

/// How many items have been recorded with a position.
#[derive(Debug)]
pub(super) struct FoundSoFar {
    pub long_sentences: usize,
    pub long_paragraphs: usize,
    pub capitals: usize,
}

/// A run of characters without a space, and where it is in the source.
#[derive(Debug, Default)]
struct Word {
    letters: usize,
    /// Whether it has a letter or digit at all.
    counts: bool,
    start: usize,
    end: usize,
}

/// A range of words, from the first to the last.
#[derive(Debug, Default)]
struct Stretch {
    words: usize,
    start: usize,
    end: usize,
}

impl ProseCounter {
    /// Running text at `span` of the source.
    pub fn text(&mut self, text: &str, span: &Range<usize>) {
        // The replacement of an entity or a backslash differs in length from the source.
        let exact = text.len() == span.len();
        let starts = |at: usize| span.start + if exact { at } else { 0 };
        let ends = |at: usize| if exact { span.start + at } else { span.end };
        let mut at = 0;
        let mut run = LetterRun::default();
        while let Some(c) = text[at..].chars().next() {
            let here = at;
            at += c.len_utf8();
            let class = Class::of(c);
            match class {
                Class::Lower | Class::Upper | Class::Digit => {
                    if !self.word.counts {
                        self.word.counts = true;
                        self.word.start = starts(here);
                    }
                    // `3.14`, `10:30`, `a.b`: no sentence ends inside a word.
                    self.mark = false;
                    self.word.letters += usize::from(class != Class::Digit);
                    run.add(class, here);
                    if class == Class::Lower {
                        let (letters, bytes) = lower_case(&text.as_bytes()[at..]);
                        self.word.letters += letters;
                        at += bytes;
                    }
                    continue;
                }
                Class::Join if run.length > 0 => continue,
                Class::Space => {
                    self.word.end = ends(here);
                    self.end_word();
                    if self.mark {
                        self.mark = false;
                        self.end_sentence();
                    }
                }
                Class::Mark => self.mark = true,
                Class::Join | Class::Other => {}
            }
            if run.length > 0 {
                self.end_run(&run, &text[..here], |from, to| starts(from)..ends(to));
                run = LetterRun::default();
            }
        }
        if run.length > 0 {
            self.end_run(&run, text, |from, to| starts(from)..ends(to));
        }
        // The word may continue in the next piece.
        self.word.end = span.end;
    }

    /// A line end within a paragraph.
    pub fn line_end(&mut self) {
        self.end_word();
        if std::mem::take(&mut self.mark) {
            self.end_sentence();
        }
    }

    /// Code or an image: a word that says nothing about readability.
    pub fn object(&mut self, span: &Range<usize>) {
        if !self.word.counts {
            self.word.counts = true;
            self.word.start = span.start;
        }
        self.word.end = span.end;
        self.mark = false;
    }

    /// The end of a block of text.
    pub fn end_block(&mut self, is_paragraph: bool) {
        self.end_word();
        self.mark = false;
        self.end_sentence();
        self.shout = None;
        let Stretch { words, start, end } = std::mem::take(&mut self.paragraph);
        if is_paragraph && words > LONG_PARAGRAPH {
            self.prose.long_paragraphs.push((start..end, words));
        }
    }

    /// How many items have been recorded with a position so far.
    pub fn found(&self) -> FoundSoFar {
        FoundSoFar {
            long_sentences: self.prose.long_sentences.len(),
            long_paragraphs: self.prose.long_paragraphs.len(),
            capitals: self.prose.capitals.len(),
        }
    }

    pub fn finish(mut self) -> Prose {
        self.end_block(false);
        self.prose
    }

    fn end_word(&mut self) {
        if !self.word.counts {
            return;
        }
        self.prose.words += 1;
        self.prose.long_words += usize::from(self.word.letters > 6);
        if self.sentence.words == 0 {
            self.sentence.start = self.word.start;
        }
        self.sentence.words += 1;
        self.sentence.end = self.word.end;
        self.word.counts = false;
        self.word.letters = 0;
    }

    fn end_sentence(&mut self) {
        let Stretch { words, start, end } = std::mem::take(&mut self.sentence);
        if words == 0 {
            return;
        }
        self.prose.sentences += 1;
        if words > LONG_SENTENCE {
            self.prose.long_sentences.push((start..end, words));
        }
        if self.paragraph.words == 0 {
            self.paragraph.start = start;
        }
        self.paragraph.words += words;
        self.paragraph.end = end;
    }

    /// A run of letters, digits, hyphens and slashes ends at the end of `text`; collects its abbreviations.
    /// `2069-A-SD` and `CO2` are references, `société civile-SCI` explains itself, and `A` is a letter.
    fn end_run(
        &mut self,
        run: &LetterRun,
        text: &str,
        place: impl Fn(usize, usize) -> Range<usize>,
    ) {
        if run.capitals < 2 || run.is_plain {
            self.shout = None;
            return;
        }
        if let Some(before) = self.shout {
            for (word, _) in self.prose.capitals.drain(before..) {
                self.known.remove(&word);
            }
            return;
        }
        self.shout = Some(self.prose.capitals.len());
        let words = text[run.start..].split(['-', '/']);
        for word in words.filter(|word| word.chars().count() > 1) {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            if self.known.insert(word.to_owned()) {
                let span = place(start, start + word.len());
                self.prose.capitals.push((word.to_owned(), span));
            }
        }
    }
}

/// How many lower-case letters some UTF-8 starts with, and how many bytes they take: those of ASCII and of
/// Latin-1, which are nearly all. The rest is examined one by one.
fn lower_case(bytes: &[u8]) -> (usize, usize) {
    let (mut letters, mut at) = (0, 0);
    loop {
        match bytes[at..] {
            [b'a'..=b'z', ..] => at += 1,
            // U+00DF to U+00FF, without the division sign.
            [0xc3, 0x9f..=0xb6 | 0xb8..=0xbf, ..] => at += 2,
            _ => return (letters, at),
        }
        letters += 1;
    }
}

/// A run of letters, digits and what joins them.
#[derive(Debug, Default)]
struct LetterRun {
    start: usize,
    /// Letters and digits.
    length: usize,
    capitals: usize,
    /// Whether it has a lower-case letter or a digit.
    is_plain: bool,
}

impl LetterRun {
    fn add(&mut self, class: Class, at: usize) {
        if self.length == 0 {
            self.start = at;
        }
        self.length += 1;
        if class == Class::Upper {
            self.capitals += 1;
        } else {
            self.is_plain = true;
        }
    }
}

/// How a character relates to a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// A letter that is not a capital.
    Lower,
    Upper,
    Digit,
    /// The next word begins after it.
    Space,
    /// A sentence may end with it.
    Mark,
    /// It joins parts of one word.
    Join,
    Other,
}

impl Class {
    /// This runs on each character of each text: the commonest are recognised without Unicode tables.
    fn of(c: char) -> Self {
        match c {
            'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' | 'œ' => Self::Lower,
            ' ' | '\t' | '\n' | '\r' => Self::Space,
            'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Œ' => Self::Upper,
            '0'..='9' => Self::Digit,
            '.' | '!' | '?' | ':' | ';' | '…' => Self::Mark,
            '-' | '/' => Self::Join,
            // A narrow or no-break space before `;` or within a number: the word continues.
            '\0'..='\u{bf}' | '×' | '÷' | '’' | '–' | '—' | '“' | '”' | '€' | '\u{202f}' => {
                Self::Other
            }
            c if c.is_uppercase() => Self::Upper,
            c if c.is_alphabetic() => Self::Lower,
            c if c.is_numeric() => Self::Digit,
            c if c.is_whitespace() => Self::Space,
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lower_case_letters_are_counted_with_their_bytes() {
        for text in [
            "",
            "a",
            "mots",
            "abcdefgh",
            "abcdefghi jk",
            "anticonstitutionnellement",
            "préfecture É",
            "çà et là",
            "a`b{c",
            "zzzzzzz{",
            "été÷x",
            "naïveté à l’aube",
        ] {
            let letters = text.chars().take_while(|c| c.is_lowercase());
            let expected = letters.clone().count();
            let bytes = letters.map(char::len_utf8).sum::<usize>();
            assert_eq!(lower_case(text.as_bytes()), (expected, bytes), "{text}");
        }
    }
}
