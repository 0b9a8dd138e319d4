//! What is written is read back as the same text, whatever its characters.

use pulldown_cmark::{Event, Parser};

use super::*;
use crate::markdown::options;
use proptest::prelude::*;

fn inlines() -> impl Strategy<Value = Vec<MarkdownInline>> {
    let text = "[ a-zA-Z0-9éÀ«»’'\"!#$%&()*+,./:;<=>?@\\[\\\\\\]^_`{|}~\u{a0}-]{0,12}";
    let leaf = prop_oneof![
        4 => text.prop_map(MarkdownInline::Text),
        1 => "[a-z ]{0,6}".prop_map(MarkdownInline::Code),
        1 => Just(MarkdownInline::Break),
    ];
    let piece = leaf.prop_recursive(3, 12, 4, |inner| {
        let inner = prop::collection::vec(inner, 0..4);
        prop_oneof![
            inner.clone().prop_map(MarkdownInline::Strong),
            inner.clone().prop_map(MarkdownInline::Emphasis),
            inner.clone().prop_map(MarkdownInline::Superscript),
            ("(https://a\\.fr/[a-z_&()]{0,5}|\\.\\./a b\\.md)", inner)
                .prop_map(|(to, inner)| MarkdownInline::Link(to, inner)),
        ]
    });
    prop::collection::vec(piece, 0..6)
}

/// All text of a Markdown text, block after block.
fn said(markdown: &str) -> String {
    let mut out = String::new();
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => out.push(' '),
            _ => {}
        }
    }
    out
}

fn letters(text: &str) -> Vec<char> {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    /// Whatever a line says, its Markdown says the same: no character is lost, and none becomes markup.
    #[test]
    fn a_line_reads_as_what_it_says(inlines in inlines()) {
        let markdown = line(&inlines);
        prop_assert_eq!(letters(&said(&markdown)), letters(&plain(&inlines)), "{}", markdown);
    }

    /// A heading, a list item, a cell of either kind of table and a callout say what their lines say.
    #[test]
    fn blocks_read_as_what_they_say(inlines in inlines(), other in inlines(), level in 2usize..8) {
        let paragraph = |line: &[MarkdownInline]| MarkdownBlock::Paragraph(line.to_vec());
        let cell = |heads, line: &[MarkdownInline]| MarkdownCell { heads, blocks: vec![paragraph(line)], ..MarkdownCell::default() };
        let row = |heads| vec![cell(heads, &inlines), cell(heads, &other)];
        let plain_table = MarkdownTable { rows: vec![row(Heads::Column), row(Heads::Nothing)] };
        let other_table = MarkdownTable { rows: vec![row(Heads::Row), row(Heads::Nothing)] };
        for block in [
            MarkdownBlock::Heading { level, text: inlines.clone(), case: true, anchor: None },
            MarkdownBlock::List(None, vec![vec![paragraph(&inlines), paragraph(&other)], vec![MarkdownBlock::List(Some(3), vec![vec![paragraph(&other)]])]]),
            MarkdownBlock::Table(plain_table),
            MarkdownBlock::Table(other_table),
            MarkdownBlock::Alert("NOTE", vec![paragraph(&inlines)]),
        ] {
            let expected = letters(&said_by(&block));
            let markdown = write(&[block]);
            prop_assert_eq!(letters(&said(&markdown)), expected, "{}", markdown);
        }
    }
}

fn said_by(block: &MarkdownBlock) -> String {
    let all = |blocks: &[MarkdownBlock]| blocks.iter().map(said_by).collect::<String>();
    match block {
        MarkdownBlock::Paragraph(line) | MarkdownBlock::Heading { text: line, .. } => plain(line),
        MarkdownBlock::List(_, items) => items.iter().map(|item| all(item)).collect(),
        MarkdownBlock::Table(table) => table
            .rows
            .iter()
            .flatten()
            .map(|cell| all(&cell.blocks))
            .collect(),
        MarkdownBlock::Alert(_, blocks) | MarkdownBlock::Quote(blocks) => all(blocks),
        MarkdownBlock::Code(text) => text.clone(),
        MarkdownBlock::Rule => String::new(),
    }
}
