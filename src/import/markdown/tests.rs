//! What is written is read back as the same text, whatever its characters.

use pulldown_cmark::{Event, Parser};

use super::*;
use crate::markdown::options;
use proptest::prelude::*;

fn inlines() -> impl Strategy<Value = Vec<Inline>> {
    let text = "[ a-zA-Z0-9éÀ«»’'\"!#$%&()*+,./:;<=>?@\\[\\\\\\]^_`{|}~\u{a0}-]{0,12}";
    let leaf = prop_oneof![
        4 => text.prop_map(Inline::Text),
        1 => "[a-z ]{0,6}".prop_map(Inline::Code),
        1 => Just(Inline::Break),
    ];
    let piece = leaf.prop_recursive(3, 12, 4, |inner| {
        let inner = prop::collection::vec(inner, 0..4);
        prop_oneof![
            inner.clone().prop_map(Inline::Strong),
            inner.clone().prop_map(Inline::Emphasis),
            inner.clone().prop_map(Inline::Superscript),
            ("(https://a\\.fr/[a-z_&()]{0,5}|\\.\\./a b\\.md)", inner)
                .prop_map(|(to, inner)| Inline::Link(to, inner)),
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

    /// The same in a heading, a list item, a cell of either kind of table, and a callout.
    #[test]
    fn blocks_read_as_what_they_say(inlines in inlines(), other in inlines(), level in 2usize..8) {
        let paragraph = |line: &[Inline]| Block::Paragraph(line.to_vec());
        let cell = |heads, line: &[Inline]| Cell { heads, blocks: vec![paragraph(line)], ..Cell::default() };
        let row = |heads| vec![cell(heads, &inlines), cell(heads, &other)];
        let plain_table = Table { rows: vec![row(Heads::Column), row(Heads::Nothing)] };
        let other_table = Table { rows: vec![row(Heads::Row), row(Heads::Nothing)] };
        for block in [
            Block::Heading { level, text: inlines.clone(), case: true, anchor: None },
            Block::List(None, vec![vec![paragraph(&inlines), paragraph(&other)], vec![Block::List(Some(3), vec![vec![paragraph(&other)]])]]),
            Block::Table(plain_table),
            Block::Table(other_table),
            Block::Alert("NOTE", vec![paragraph(&inlines)]),
        ] {
            let expected = letters(&said_by(&block));
            let markdown = write(&[block]);
            prop_assert_eq!(letters(&said(&markdown)), expected, "{}", markdown);
        }
    }
}

fn said_by(block: &Block) -> String {
    let all = |blocks: &[Block]| blocks.iter().map(said_by).collect::<String>();
    match block {
        Block::Paragraph(line) | Block::Heading { text: line, .. } => plain(line),
        Block::List(_, items) => items.iter().map(|item| all(item)).collect(),
        Block::Table(table) => table
            .rows
            .iter()
            .flatten()
            .map(|cell| all(&cell.blocks))
            .collect(),
        Block::Alert(_, blocks) | Block::Quote(blocks) => all(blocks),
        Block::Code(text) => text.clone(),
        Block::Rule => String::new(),
    }
}
