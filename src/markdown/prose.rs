//! How a text reads: its words and sentences are counted while its facts are gathered.

use std::ops::Range;

/// What there is to say of how a text reads. Spans are in bytes of the text; headings, tables and code are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose {
    /// Words, as the spaces between them tell.
    pub words: usize,
    /// Words of more than six letters.
    pub long_words: usize,
    /// Sentences, and other stretches of text between two strong marks (`.` `!` `?` `:` `;`) or the ends of a block.
    pub sentences: usize,
    /// Sentences of more than [`LONG_SENTENCE`] words, with their number of words.
    pub long_sentences: Vec<(Range<usize>, usize)>,
    /// Paragraphs of more than [`LONG_PARAGRAPH`] words, likewise.
    pub long_paragraphs: Vec<(Range<usize>, usize)>,
    /// Words of two capitals and more, each where it stands first.
    pub capitals: Vec<(String, Range<usize>)>,
}

/// From how many words on a sentence is told to be long.
pub const LONG_SENTENCE: usize = 35;

/// From how many words on a paragraph is told to be long.
pub const LONG_PARAGRAPH: usize = 100;

/// A text shorter than this, in words, is too short to be measured.
const MEASURABLE: usize = 100;

impl Prose {
    /// The readability index LIX: words a sentence, and long words in a hundred words. Below 30 a text is very easy, above 60
    /// very hard; newspapers have about 45. It needs no syllables and no word list, so that it serves in any language (C.-H.
    /// Björnsson, *Läsbarhet*, Stockholm 1968; J. Anderson, "Lix and Rix", *Journal of Reading* 26, 1983). `None` for
    /// texts of fewer than 100 words.
    pub fn lix(&self) -> Option<u32> {
        if self.words < MEASURABLE || self.sentences == 0 {
            return None;
        }
        let length = self.words as f64 / self.sentences as f64;
        let long = 100.0 * self.long_words as f64 / self.words as f64;
        // Both terms are at most some thousands.
        Some((length + long).round() as u32)
    }
}

/// Counts a text piece by piece.
#[derive(Debug, Default)]
pub(super) struct Counter {
    prose: Prose,
    word: Word,
    /// How many words in capitals were known before the last run, where that was one: two in a row are a shout, not
    /// abbreviations.
    shout: Option<usize>,
    sentence: Stretch,
    paragraph: Stretch,
    /// A strong mark has been read: what follows it tells whether the sentence ends.
    mark: bool,
}

/// A run of characters without a space.
#[derive(Debug, Default)]
struct Word {
    letters: usize,
    /// Whether it has a letter or digit at all.
    counts: bool,
}

/// Some words, from the first to the last.
#[derive(Debug, Default)]
struct Stretch {
    words: usize,
    span: Range<usize>,
}

impl Stretch {
    fn add(&mut self, span: &Range<usize>) {
        if self.words == 0 {
            self.span.start = span.start;
        }
        self.words += 1;
        self.span.end = span.end;
    }

    fn take(&mut self) -> (Range<usize>, usize) {
        let Self { words, span } = std::mem::take(self);
        (span, words)
    }
}

impl Counter {
    /// Running text that stands at `span` of the source.
    pub fn text(&mut self, text: &str, span: &Range<usize>) {
        // What an entity or a backslash stands for has another length than what was written.
        let exact = text.len() == span.len();
        let place = |from: usize, to: usize| {
            if exact {
                span.start + from..span.start + to
            } else {
                span.clone()
            }
        };
        let mut start = 0;
        let mut run = Run::default();
        for (at, c) in text.char_indices() {
            let class = Class::of(c);
            match class {
                Class::Lower | Class::Upper | Class::Digit => {
                    // `3.14`, `10:30`, `a.b`: no sentence ends inside a word.
                    self.mark = false;
                    self.word.counts = true;
                    self.word.letters += usize::from(class != Class::Digit);
                    run.add(class, at);
                    continue;
                }
                Class::Join if run.length > 0 => continue,
                Class::Space => {
                    self.end_word(&place(start, at));
                    start = at + c.len_utf8();
                    if std::mem::take(&mut self.mark) {
                        self.end_sentence();
                    }
                }
                Class::Mark => self.mark = true,
                Class::Join | Class::Other => {}
            }
            if run.length > 0 {
                self.end_run(&std::mem::take(&mut run), &text[..at], &place);
            }
        }
        if run.length > 0 {
            self.end_run(&run, text, &place);
        }
        self.extend_word(&place(start, text.len()));
    }

    /// A line end within a paragraph.
    pub fn line_end(&mut self, at: usize) {
        self.end_word(&(at..at));
        if std::mem::take(&mut self.mark) {
            self.end_sentence();
        }
    }

    /// Code, an image: a word that says nothing of how the text reads.
    pub fn object(&mut self, span: &Range<usize>) {
        self.word.counts = true;
        self.mark = false;
        self.extend_word(span);
    }

    /// The end of a block of text.
    pub fn end_block(&mut self, is_paragraph: bool) {
        let end = self.sentence.span.end;
        self.end_word(&(end..end));
        self.mark = false;
        self.end_sentence();
        self.shout = None;
        let (span, words) = self.paragraph.take();
        if is_paragraph && words > LONG_PARAGRAPH {
            self.prose.long_paragraphs.push((span, words));
        }
    }

    pub fn finish(mut self) -> Prose {
        self.end_block(false);
        self.prose
    }

    /// The piece ends within a word, which may go on in the next.
    fn extend_word(&mut self, span: &Range<usize>) {
        if self.word.counts {
            self.sentence.span.end = span.end;
            if self.sentence.words == 0 {
                self.sentence.span.start = span.start;
            }
        }
    }

    fn end_word(&mut self, span: &Range<usize>) {
        let Word { letters, counts } = std::mem::take(&mut self.word);
        if !counts {
            return;
        }
        self.prose.words += 1;
        self.prose.long_words += usize::from(letters > 6);
        self.sentence.add(span);
        self.paragraph.add(span);
    }

    fn end_sentence(&mut self) {
        let (span, words) = self.sentence.take();
        if words > 0 {
            self.prose.sentences += 1;
        }
        if words > LONG_SENTENCE {
            self.prose.long_sentences.push((span, words));
        }
    }

    /// A run of letters, digits, hyphens and slashes is over, at the end of `text`: the words in capitals of it are gathered.
    /// `2069-A-SD` and `CO2` are references, `société civile-SCI` explains itself, and `A` is a letter.
    fn end_run(&mut self, run: &Run, text: &str, place: impl Fn(usize, usize) -> Range<usize>) {
        if run.capitals < 2 || run.is_plain {
            self.shout = None;
            return;
        }
        if let Some(before) = self.shout {
            self.prose.capitals.truncate(before);
            return;
        }
        self.shout = Some(self.prose.capitals.len());
        let words = text[run.start..].split(|c: char| matches!(c, '-' | '/'));
        for word in words.filter(|word| word.chars().count() > 1) {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            if !self.prose.capitals.iter().any(|(known, _)| known == word) {
                let span = place(start, start + word.len());
                self.prose.capitals.push((word.to_owned(), span));
            }
        }
    }
}

/// A run of letters, digits and what joins them.
#[derive(Debug, Default)]
struct Run {
    start: usize,
    /// Letters and digits.
    length: usize,
    capitals: usize,
    /// Whether it has a lower-case letter or a digit.
    is_plain: bool,
}

impl Run {
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

/// What a character is to a word.
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
    /// Each character of each text is looked at: the commonest are told apart without a table of Unicode.
    fn of(c: char) -> Self {
        match c {
            'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' | 'œ' => Self::Lower,
            ' ' | '\t' | '\n' | '\r' => Self::Space,
            'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Œ' => Self::Upper,
            '0'..='9' => Self::Digit,
            '.' | '!' | '?' | ':' | ';' | '…' => Self::Mark,
            '-' | '/' => Self::Join,
            // A narrow or no-break space stands before `;` and within numbers: the word goes on.
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

    fn prose(text: &str) -> Prose {
        super::super::facts(text).prose
    }

    #[test]
    fn words_and_sentences_are_counted_as_people_count_them() {
        let read =
            prose("Une carte coûte 25,50 €. L’administration répond !\n\n- à Paris ;\n- à 10:30.");
        assert_eq!((read.words, read.sentences, read.long_words), (10, 4, 1));
        assert_eq!(prose("Une *car*te coûte `x` cher").words, 5);
        assert_eq!(
            prose("# Titre\n\n| a | b |\n|---|---|\n| c d | e |\n").words,
            0
        );
    }

    #[test]
    fn long_sentences_and_paragraphs_are_found_where_they_stand() {
        let long = "mot ".repeat(40);
        let text = format!("Un début. {long}fin. Une suite.");
        let found = prose(&text).long_sentences;
        assert_eq!(found.len(), 1);
        let (span, words) = &found[0];
        assert_eq!(*words, 41);
        assert!(
            text[span.clone()].starts_with("mot ") && text[span.clone()].ends_with("fin."),
            "{span:?}"
        );
        let paragraph = "Un mot de plus. ".repeat(30);
        let found = prose(&paragraph).long_paragraphs;
        assert_eq!(found, [(0..paragraph.trim_end().len(), 120)]);
    }

    #[test]
    fn capitals_are_abbreviations_unless_they_are_shouted() {
        let found = |text| -> Vec<String> {
            prose(text)
                .capitals
                .into_iter()
                .map(|(word, _)| word)
                .collect()
        };
        assert_eq!(
            found("L’APL, la CAF et l’APL, mais pas Urssaf ni A4"),
            ["APL", "CAF"]
        );
        assert_eq!(found("NE PAS JETER. La CAF"), ["CAF"]);
        assert_eq!(found("2069-A-SD, CO2, la CA-MSA"), ["CA", "MSA"]);
    }

    #[test]
    fn lix_is_words_a_sentence_and_long_words_in_a_hundred() {
        // 10 words a sentence, 2 of them long: 10 + 20.
        let sentence = "Le guichet remplit administration de la ville a la fin. ";
        assert_eq!(prose(&sentence.repeat(10)).lix(), Some(10 + 30));
        assert_eq!(prose(sentence).lix(), None);
    }
}
