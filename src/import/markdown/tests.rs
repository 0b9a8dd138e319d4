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

fn paragraph(text: &str) -> MarkdownBlock {
    MarkdownBlock::Paragraph(vec![MarkdownInline::Text(text.to_owned())])
}

/// Without an empty line, a list that begins with another number than 1 is part of the paragraph above it, and two paragraphs of
/// an item below are one.
#[test]
fn lists_have_the_empty_lines_that_they_need() {
    let from = |start, below| {
        let below = MarkdownBlock::List(start, vec![below]);
        write(&[MarkdownBlock::List(None, vec![vec![paragraph("a"), below]])])
    };
    assert_eq!(from(Some(1), vec![paragraph("b")]), "- a\n  1. b\n");
    assert_eq!(from(Some(4), vec![paragraph("b")]), "- a\n\n  4. b\n");
    let two = vec![paragraph("b"), paragraph("c")];
    assert_eq!(from(None, two), "- a\n\n  - b\n\n    c\n");
}

#[test]
fn numbers_of_headings_need_no_escape() {
    let heading = |text: &str| {
        let text = vec![MarkdownInline::Text(text.to_owned())];
        write(&[MarkdownBlock::Heading {
            level: 2,
            text,
            case: false,
            anchor: None,
        }])
    };
    assert_eq!(heading("1. Objet"), "## 1. Objet\n");
    assert_eq!(heading("12) Objet"), "## 12) Objet\n");
    assert_eq!(heading("1\\ Objet"), "## 1\\\\ Objet\n");
}

/// Marks that Markdown would read around other words are left out.
#[test]
fn marks_are_read_around_the_same_words() {
    let text = |text: &str| MarkdownInline::Text(text.to_owned());
    let strong = |inner| MarkdownInline::Strong(vec![inner]);
    let emphasis = MarkdownInline::Emphasis(vec![text("b")]);
    assert_eq!(
        line(&[strong(text("a")), text(" "), emphasis.clone()]),
        "**a** *b*"
    );
    let code = MarkdownInline::Code("!".to_owned());
    assert_eq!(line(&[strong(code), emphasis, strong(text("c"))]), "`!`bc");
}

#[test]
fn footnotes_are_read_as_such() {
    let call = MarkdownBlock::Paragraph(vec![
        MarkdownInline::Text("a".to_owned()),
        MarkdownInline::Note("1".to_owned()),
    ]);
    let note = MarkdownBlock::Note("1".to_owned(), vec![paragraph("b"), paragraph("c")]);
    let markdown = write(&[call, note]);
    assert_eq!(markdown, "a[^1]\n\n[^1]: b\n\n    c\n");
    let calls = Parser::new_ext(&markdown, options())
        .filter(|event| matches!(event, Event::FootnoteReference(_)));
    assert_eq!(calls.count(), 1);
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
        MarkdownBlock::Alert(_, blocks)
        | MarkdownBlock::Note(_, blocks)
        | MarkdownBlock::Quote(blocks) => all(blocks),
        MarkdownBlock::Code(text) => text.clone(),
        MarkdownBlock::Rule => String::new(),
    }
}
