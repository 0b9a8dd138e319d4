//! The texts of records: Markdown that nobody checked, often with HTML in it, and no more often than not plain lines. What is kept can
//! be published: no image, no link that leads nowhere, no heading above those of the page.

use pulldown_cmark::{Event, Options, Parser, html};

use crate::import::loose::shortened;
use crate::import::markdown::{self, MarkdownBlock, MarkdownInline, MarkdownTable, mapped};
use crate::import::wordpress::html::PostReader;
use crate::import::wordpress::links::LinkMap;
use crate::import::xml::one_line;
use crate::invisible;
use crate::model::values::{Email, Url};

/// Where links lead that lead from a site that nobody knows.
const NOWHERE: &str = "https://nowhere.invalid";

/// In bytes: anything longer is not a summary.
const LONGEST_SUMMARY: usize = 320;

/// Shorter ones are an abbreviation with its full stop.
const SHORTEST_SENTENCE: usize = 20;

/// The blocks of a text, for the page at this path.
pub fn blocks(text: &str, path: &str) -> Vec<MarkdownBlock> {
    let text = invisible::read(text);
    let lines: Vec<String> = text.lines().map(as_markdown).collect();
    let text = lines.join("\n");
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut page = String::new();
    // What people type on two lines is two lines.
    let events = Parser::new_ext(&text, options).map(|event| match event {
        Event::SoftBreak => Event::HardBreak,
        event => event,
    });
    html::push_html(&mut page, events);
    let nowhere = LinkMap::new(NOWHERE, std::iter::empty());
    let blocks = PostReader::new(&nowhere, path).without_codes(&page);
    let mut above = 1;
    let sound = blocks.into_iter().map(|block| match block {
        MarkdownBlock::Heading { level, text, .. } => {
            above = level.clamp(2, above + 1);
            MarkdownBlock::Heading {
                level: above,
                text: words(&text),
                case: false,
                anchor: None,
            }
        }
        block => sound(block),
    });
    sound.collect()
}

/// A line as people type it: bullets are lists, and a paragraph that is moved to the right is one.
fn as_markdown(line: &str) -> String {
    let typed = line.trim_start();
    for bullet in ['•', '·', '▪', '●', '–', '→', '➔'] {
        if let Some(rest) = typed.strip_prefix(bullet) {
            return format!("- {}", rest.trim_start());
        }
    }
    let is_item =
        typed.starts_with(['-', '*', '+', '>']) || typed.starts_with(|c: char| c.is_ascii_digit());
    match is_item {
        true => line.to_owned(),
        false => typed.to_owned(),
    }
}

/// A block within others, of which none is a heading of the page.
fn sound(block: MarkdownBlock) -> MarkdownBlock {
    let all = |blocks: Vec<MarkdownBlock>| blocks.into_iter().map(sound).collect();
    match block {
        MarkdownBlock::Paragraph(line) => MarkdownBlock::Paragraph(words(&line)),
        MarkdownBlock::Heading { text, .. } => {
            MarkdownBlock::Paragraph(vec![MarkdownInline::Strong(words(&text))])
        }
        MarkdownBlock::List(start, items) => {
            MarkdownBlock::List(start, items.into_iter().map(all).collect())
        }
        MarkdownBlock::Alert(_, blocks) | MarkdownBlock::Quote(blocks) => {
            MarkdownBlock::Quote(all(blocks))
        }
        MarkdownBlock::Table(table) => {
            let mut rows = table.rows;
            for cell in rows.iter_mut().flatten() {
                cell.blocks = all(std::mem::take(&mut cell.blocks));
            }
            MarkdownBlock::Table(MarkdownTable { rows })
        }
        block => block,
    }
}

/// A line whose links lead somewhere, without images.
fn words(line: &[MarkdownInline]) -> Vec<MarkdownInline> {
    let is_address = |to: &str| {
        Url::parse(to).is_some() && !to.starts_with(NOWHERE)
            || to
                .strip_prefix("mailto:")
                .is_some_and(|to| Email::parse(to).is_some())
    };
    mapped(line, &|inline| match inline {
        MarkdownInline::Link(to, inner) if !is_address(&to) => inner,
        MarkdownInline::Image(_, said) => vec![MarkdownInline::Text(said)],
        inline => vec![inline],
    })
}

/// Takes the first sentence or two out of a text, if they are only words: a summary has no links.
pub fn summary(blocks: &mut Vec<MarkdownBlock>) -> Option<String> {
    let Some(MarkdownBlock::Paragraph(line)) = blocks.first() else {
        return None;
    };
    let end = line
        .iter()
        .position(|piece| *piece == MarkdownInline::Break);
    let (first, rest) = line.split_at(end.unwrap_or(line.len()));
    if !is_plain(first) {
        return None;
    }
    let said = one_line(&markdown::plain(first));
    let mut rest: Vec<MarkdownInline> = rest.iter().skip(1).cloned().collect();
    // A line that introduces a list stays with it.
    if said.ends_with(':') || said.is_empty() {
        return None;
    }
    let summary = match said.len() <= LONGEST_SUMMARY {
        true => said,
        false => {
            let end = sentence_end(&said)?;
            let (sentence, others) = said.split_at(end);
            let others = MarkdownInline::Text(others.trim_start().to_owned());
            if !rest.is_empty() {
                rest.insert(0, MarkdownInline::Break);
            }
            rest.insert(0, others);
            sentence.to_owned()
        }
    };
    match rest.is_empty() {
        true => drop(blocks.remove(0)),
        false => {
            if let Some(block) = blocks.first_mut() {
                *block = MarkdownBlock::Paragraph(rest);
            }
        }
    }
    Some(summary)
}

/// Where the last sentence ends that a summary has room for.
fn sentence_end(text: &str) -> Option<usize> {
    let mut ends = text
        .match_indices(['.', '!', '?', '…'])
        .map(|(at, mark)| at + mark.len());
    ends.rfind(|end| {
        let rest = text.get(*end..).unwrap_or_default();
        (SHORTEST_SENTENCE..=LONGEST_SUMMARY).contains(end)
            && rest.starts_with(' ')
            && rest.trim_start().starts_with(char::is_uppercase)
    })
}

/// The first sentence of a text, in words; a part of it if it is long.
pub fn first_sentence(text: &str) -> String {
    let mut blocks = blocks(text, "");
    if let Some(said) = summary(&mut blocks) {
        let ends = said.match_indices(['.', '!', '?']).map(|(at, _)| at + 1);
        let mut ends = ends.filter(|end| {
            *end >= SHORTEST_SENTENCE && said.get(*end..).is_some_and(|rest| rest.starts_with(' '))
        });
        return said
            .get(..ends.next().unwrap_or(said.len()))
            .unwrap_or_default()
            .to_owned();
    }
    let first = blocks.iter().find_map(|block| match block {
        MarkdownBlock::Paragraph(line) => Some(one_line(&markdown::plain(line))),
        _ => None,
    });
    shortened(&first.unwrap_or_default(), LONGEST_SUMMARY)
}

/// Whether a line is only words.
fn is_plain(line: &[MarkdownInline]) -> bool {
    line.iter().all(|piece| match piece {
        MarkdownInline::Text(_) => true,
        MarkdownInline::Strong(inner) | MarkdownInline::Emphasis(inner) => is_plain(inner),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        markdown::write(&blocks(text, "content/a.md"))
    }

    #[test]
    fn a_text_is_what_its_author_meant_and_can_be_published() {
        for (text, said) in [
            ("Un.\nDeux.", "Un.\\\nDeux.\n"),
            ("• Un\n• Deux", "- Un\n- Deux\n"),
            ("    Un texte", "Un texte\n"),
            ("# Titre\n#### Sous-titre", "## Titre\n\n### Sous-titre\n"),
            ("- # Titre", "- **Titre**\n"),
            (
                "<b>Aide</b> [ici](https://x.example/)",
                "**Aide** [ici](https://x.example/)\n",
            ),
            ("[a](b.md) [c](#d) ![e](f.png)", "a c Image : e\n"),
            (
                "[a](javascript:x) <a href=\"mailto:a@b.example\">b</a>",
                "a [b](mailto:a@b.example)\n",
            ),
            ("<script>x</script>", ""),
        ] {
            assert_eq!(written(text), said, "{text}");
        }
    }

    #[test]
    fn the_first_sentences_are_the_summary() {
        let long = "Un atelier pour tous les habitants de la commune. ".repeat(20);
        for (text, summary, rest) in [
            ("Une aide.", "Une aide.", ""),
            ("Une aide.\n\nEt plus.", "Une aide.", "Et plus.\n"),
            ("Une aide.\nEt plus.", "Une aide.", "Et plus.\n"),
            ("Il faut :\n- a", "", "Il faut :\n\n- a\n"),
            (
                "[Une aide](https://x.example/)",
                "",
                "[Une aide](https://x.example/)\n",
            ),
        ] {
            let mut blocks = blocks(text, "content/a.md");
            assert_eq!(super::summary(&mut blocks).unwrap_or_default(), summary);
            assert_eq!(markdown::write(&blocks), rest, "{text}");
        }
        let mut blocks = blocks(&long, "content/a.md");
        let said = super::summary(&mut blocks).unwrap_or_default();
        assert!(
            said.len() <= LONGEST_SUMMARY && said.ends_with('.'),
            "{said}"
        );
        let rest = markdown::write(&blocks);
        assert_eq!(format!("{said} {rest}").trim(), long.trim());
        assert_eq!(
            first_sentence(&long),
            "Un atelier pour tous les habitants de la commune."
        );
    }
}
