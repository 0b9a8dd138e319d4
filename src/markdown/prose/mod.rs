//! Measures how texts read: words and sentences, counted on demand.

mod counter;

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::language::Language;
use crate::model::{Wording, WrittenFile};
use counter::ProseCounter;

/// What can be said about how a text reads. Spans are in bytes of the text; headings, tables and code are
/// left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose {
    /// Words, counted by the spaces between them.
    pub words: usize,
    /// Words of more than six letters.
    pub long_words: usize,
    /// Sentences, and other stretches of text between two strong marks (`.` `!` `?` `:` `;`) or the ends of a
    /// block.
    pub sentences: usize,
    /// Sentences of more than [`LONG_SENTENCE`] words, with their number of words.
    pub long_sentences: Vec<(Range<usize>, usize)>,
    /// Paragraphs of more than [`LONG_PARAGRAPH`] words, likewise.
    pub long_paragraphs: Vec<(Range<usize>, usize)>,
    /// Words of two or more capitals, each at its first occurrence.
    pub capitals: Vec<(String, Range<usize>)>,
}

/// The number of words above which a sentence is reported as long.
pub const LONG_SENTENCE: usize = 35;

/// The number of words above which a paragraph is reported as long.
pub const LONG_PARAGRAPH: usize = 100;

/// A text with fewer words is too short to be measured.
const MEASURABLE: usize = 100;

/// The readability index LIX of some texts together: words per sentence plus long words per hundred words.
/// Below 30 a text is very easy, above 60 very hard; newspapers have about 45. It needs no syllables and no
/// word list, so it works in any language (C.-H. Björnsson, *Läsbarhet*, Stockholm 1968; J. Anderson, "Lix
/// and Rix", *Journal of Reading* 26, 1983). `None` for texts of fewer than 100 words.
pub fn lix<'p>(texts: impl Iterator<Item = &'p Prose>) -> Option<u32> {
    let (mut words, mut sentences, mut long) = (0, 0, 0);
    for prose in texts {
        words += prose.words;
        sentences += prose.sentences;
        long += prose.long_words;
    }
    if words < MEASURABLE || sentences == 0 {
        return None;
    }
    let length = words as f64 / sentences as f64;
    let share = 100.0 * long as f64 / words as f64;
    // Both terms are at most some thousands.
    Some((length + share).round() as u32)
}

impl Prose {
    /// Measures the fields of a file that is not a page, in one language; positions are in bytes of the file.
    pub fn of_file(file: &WrittenFile, language: Language) -> Self {
        prose_of_page(file.fields(language), "", Range::clone)
    }
}

/// Measures a page as a reader meets it: the texts of its fields, each at its bytes of the file, then its
/// Markdown; titles and the words of links are left out. `place` maps bytes of the Markdown to bytes of the
/// file; all positions returned are in the file.
pub fn prose_of_page<'t>(
    fields: impl Iterator<Item = (Wording, Cow<'t, str>, Range<usize>)>,
    text: &str,
    place: impl Fn(&Range<usize>) -> Range<usize>,
) -> Prose {
    let mut counter = ProseCounter::default();
    for (wording, field, span) in fields {
        match wording {
            Wording::Title | Wording::Link => continue,
            // Where an escape stands for something else, positions cannot be mapped.
            Wording::Markdown if field.len() == span.len() => {
                count(&mut counter, &field, span.start);
            }
            Wording::Text | Wording::Markdown => counter.text(&field, &span),
        }
        counter.end_block(true);
    }
    let fields = counter.found();
    count(&mut counter, text, 0);
    let mut prose = counter.finish();
    for (span, _) in &mut prose.long_sentences[fields.long_sentences..] {
        *span = place(span);
    }
    for (span, _) in &mut prose.long_paragraphs[fields.long_paragraphs..] {
        *span = place(span);
    }
    for (_, span) in &mut prose.capitals[fields.capitals..] {
        *span = place(span);
    }
    prose
}

/// Counts a Markdown text that begins at byte `offset` of the text that positions refer to.
fn count(counter: &mut ProseCounter, text: &str, offset: usize) {
    // Open headings, images, tables and code: their text is not prose.
    let mut set_apart = 0_usize;
    for (event, span) in Parser::new_ext(text, super::options()).into_offset_iter() {
        let span = span.start + offset..span.end + offset;
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

    fn prose(text: &str) -> Prose {
        prose_of_page(std::iter::empty(), text, Range::clone)
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
    fn fields_are_counted_with_the_text_each_where_it_stands() {
        let file = format!(
            "note: {}; Apa et CAF. --- Un début. {}et la MSA.",
            "mot ".repeat(36),
            "mot ".repeat(40)
        );
        let body = file.find("---").unwrap() + 4;
        let note = (
            Wording::Text,
            Cow::Borrowed(&file[6..body - 5]),
            6..body - 5,
        );
        let name = (Wording::Title, Cow::Borrowed("XYZ"), 0..3);
        let found = prose_of_page([name, note].into_iter(), &file[body..], |span| {
            span.start + body..span.end + body
        });
        let sentences = found.long_sentences.iter();
        let sentences: Vec<(&str, usize)> = sentences
            .map(|(span, words)| (file[span.clone()].split(' ').next().unwrap(), *words))
            .collect();
        assert_eq!(sentences, [("mot", 36), ("mot", 43)]);
        let capitals = found.capitals.iter();
        let capitals: Vec<&str> = capitals.map(|(_, span)| &file[span.clone()]).collect();
        assert_eq!(capitals, ["CAF", "MSA"]);
        assert_eq!(found.words, 36 + 3 + 2 + 43);
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
        assert_eq!(lix([prose(&sentence.repeat(10))].iter()), Some(10 + 30));
        assert_eq!(lix([prose(sentence)].iter()), None);
        // Fields are read with the text.
        let half = prose(&sentence.repeat(5));
        assert_eq!(lix([half.clone(), half].iter()), Some(10 + 30));
    }
}
