//! How a text reads: its words and sentences, counted when somebody asks.

mod counter;

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use counter::Counter;

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

/// Reads a Markdown text and counts it.
pub fn prose(text: &str) -> Prose {
    let mut counter = Counter::default();
    // Headings, images, tables and code that are open: what stands there is no prose.
    let mut set_apart = 0_usize;
    for (event, span) in Parser::new_ext(text, super::options()).into_offset_iter() {
        match event {
            Event::Start(tag) => {
                if is_block(&tag) {
                    counter.end_block(false);
                }
                set_apart += usize::from(is_set_apart(&tag.to_end()));
            }
            Event::End(tag) => {
                set_apart -= usize::from(is_set_apart(&tag)).min(set_apart);
                match tag {
                    TagEnd::Paragraph => counter.end_block(true),
                    TagEnd::Item
                    | TagEnd::DefinitionListTitle
                    | TagEnd::DefinitionListDefinition => counter.end_block(false),
                    _ => {}
                }
            }
            Event::Text(text) if set_apart == 0 => counter.text(&text, &span),
            Event::Code(_) if set_apart == 0 => counter.object(&span),
            Event::SoftBreak | Event::HardBreak => counter.line_end(),
            _ => {}
        }
    }
    counter.finish()
}

fn is_set_apart(tag: &TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Heading(_) | TagEnd::Image | TagEnd::Table | TagEnd::CodeBlock
    )
}

/// Whether text before this belongs to another block.
fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

#[cfg(test)]
mod tests {
    use super::*;

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
