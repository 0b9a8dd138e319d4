//! Writes a line so that each character is read as itself.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::MarkdownInline;
use crate::import::xml::one_line;
use crate::markdown::options;
use crate::percent::{ANGLE_BRACKETS, encode_only};

/// The Markdown of one line.
pub fn line(inlines: &[MarkdownInline]) -> String {
    if let Some((MarkdownInline::Box, rest)) = inlines.split_first() {
        return format!("[ ] {}", line(rest));
    }
    let inlines = tidy(inlines);
    for effort in [Effort::Plain, Effort::Bare, Effort::Escaped] {
        let mut writer = LineWriter {
            effort,
            out: String::new(),
        };
        writer.inlines(&inlines);
        if effort == Effort::Escaped || reads_as(&writer.out, &marked(&inlines, effort)) {
            return writer.out;
        }
    }
    String::new()
}

/// The text of a line, without markup.
pub fn plain(inlines: &[MarkdownInline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            MarkdownInline::Text(text)
            | MarkdownInline::Code(text)
            | MarkdownInline::Image(_, text) => out.push_str(text),
            // As it reads where its footnote is not.
            MarkdownInline::Note(label) => out.push_str(&format!("[^{label}]")),
            MarkdownInline::Break => out.push(' '),
            MarkdownInline::Box => {}
            MarkdownInline::Strong(inner)
            | MarkdownInline::Emphasis(inner)
            | MarkdownInline::Struck(inner)
            | MarkdownInline::Superscript(inner)
            | MarkdownInline::Link(_, inner) => out.push_str(&plain(inner)),
        }
    }
    out
}

/// Whether a line is empty.
pub fn is_blank(inlines: &[MarkdownInline]) -> bool {
    let image = |inline: &MarkdownInline| matches!(inline, MarkdownInline::Image(..));
    plain(inlines).trim().is_empty() && !inlines.iter().any(image)
}

/// How much escaping makes a line read as intended.
#[derive(Clone, Copy, PartialEq)]
enum Effort {
    /// Emphasis as usually written, and escapes where a character could be markup.
    Plain,
    /// No emphasis: Markdown does not read it beside some punctuation.
    Bare,
    /// Every punctuation character escaped.
    Escaped,
}

struct LineWriter {
    effort: Effort,
    out: String,
}

impl LineWriter {
    fn inlines(&mut self, inlines: &[MarkdownInline]) {
        for inline in inlines {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &MarkdownInline) {
        match inline {
            MarkdownInline::Text(text) => self.text(text),
            MarkdownInline::Strong(inner) => self.wrapped("**", inner),
            MarkdownInline::Emphasis(inner) => self.wrapped("*", inner),
            MarkdownInline::Struck(inner) => self.wrapped("~~", inner),
            MarkdownInline::Superscript(inner) => {
                self.out += "<sup>";
                self.inlines(inner);
                self.out += "</sup>";
            }
            // Beside other marks, code is written as plain text.
            MarkdownInline::Code(text) if self.effort == Effort::Escaped => self.text(text),
            MarkdownInline::Code(text) => {
                let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
                let fence = "`".repeat(longest + 1);
                let pad = if text.starts_with('`') || text.ends_with('`') {
                    " "
                } else {
                    ""
                };
                self.out += &format!("{fence}{pad}{text}{pad}{fence}");
            }
            MarkdownInline::Link(to, inner) => {
                self.out.push('[');
                self.inlines(inner);
                self.out += &format!("]({})", destination(to));
            }
            MarkdownInline::Image(file, alt) => {
                self.out += "![";
                self.text(alt);
                self.out += &format!("]({})", destination(file));
            }
            MarkdownInline::Note(label) => self.out += &format!("[^{label}]"),
            MarkdownInline::Break => self.out += "\\\n",
            MarkdownInline::Box => {}
        }
    }

    fn wrapped(&mut self, mark: &str, inner: &[MarkdownInline]) {
        let mark = if self.effort == Effort::Plain {
            mark
        } else {
            ""
        };
        self.out += mark;
        self.inlines(inner);
        self.out += mark;
    }

    fn text(&mut self, text: &str) {
        let mut characters = text.chars().peekable();
        while let Some(c) = characters.next() {
            let before = self.out.chars().next_back();
            let next = characters.peek().copied();
            let is_markup = match c {
                '\\' | '`' | '*' | '[' | ']' | '<' | '{' | '}' | '~' => true,
                c if self.effort == Effort::Escaped && c.is_ascii_punctuation() => true,
                '_' => {
                    let inner = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                    !(inner(before) && inner(next))
                }
                '&' => next.is_some_and(|c| c.is_ascii_alphabetic() || c == '#'),
                _ => false,
            };
            if is_markup || (at_start(&self.out) && opens_block(c, characters.clone())) {
                self.out.push('\\');
            } else if at_start(&self.out) && c.is_ascii_digit() {
                // `3.` and `3)` at the start of a line begin a list: the mark behind the number is escaped.
                self.number(c, &mut characters);
                continue;
            }
            self.out.push(c);
        }
    }

    fn number(&mut self, first: char, rest: &mut std::iter::Peekable<std::str::Chars<'_>>) {
        self.out.push(first);
        while let Some(digit) = rest.next_if(char::is_ascii_digit) {
            self.out.push(digit);
        }
        if rest.peek().is_some_and(|c| matches!(c, '.' | ')')) {
            self.out.push('\\');
            self.out.extend(rest.next());
        }
    }
}

fn at_start(out: &str) -> bool {
    out.is_empty() || out.ends_with('\n')
}

/// Whether this character would begin a block at the start of a line.
fn opens_block(c: char, rest: impl Iterator<Item = char>) -> bool {
    let mut rest = rest;
    match c {
        '#' | '>' | '=' | '|' | '~' | ':' => true,
        '-' | '+' => rest.next().is_none_or(|next| next == ' ' || next == c),
        _ => false,
    }
}

/// A destination that ends where it should: in angle brackets where it holds blanks or round brackets.
fn destination(to: &str) -> String {
    let sound =
        !to.is_empty() && !to.contains([' ', '(', ')', '<', '>', '\\', '\n', '*', '_', '&']);
    if sound {
        return to.to_owned();
    }
    let escaped = encode_only(to, ANGLE_BRACKETS)
        .replace(['\n', '\r'], "")
        .replace('&', "&amp;");
    if escaped.contains([' ', '(', ')']) || escaped.is_empty() {
        format!("<{escaped}>")
    } else {
        escaped
    }
}

/// The text of a line, part by part, with what its marks say of each: strong, emphasized, struck.
#[derive(Default, PartialEq)]
struct MarkedText(Vec<(String, [bool; 3])>);

impl MarkedText {
    fn push(&mut self, text: &str, marks: [bool; 3]) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some((before, same)) if *same == marks => before.push_str(text),
            _ => self.0.push((text.to_owned(), marks)),
        }
    }

    fn extend(&mut self, inlines: &[MarkdownInline], marks: [bool; 3]) {
        let [strong, emphasis, struck] = marks;
        for inline in inlines {
            match inline {
                MarkdownInline::Strong(inner) => self.extend(inner, [true, emphasis, struck]),
                MarkdownInline::Emphasis(inner) => self.extend(inner, [strong, true, struck]),
                MarkdownInline::Struck(inner) => self.extend(inner, [strong, emphasis, true]),
                MarkdownInline::Superscript(inner) | MarkdownInline::Link(_, inner) => {
                    self.extend(inner, marks);
                }
                leaf => self.push(&plain(std::slice::from_ref(leaf)), marks),
            }
        }
    }
}

/// What a line says, as an effort writes it.
fn marked(inlines: &[MarkdownInline], effort: Effort) -> MarkedText {
    let mut text = MarkedText::default();
    match effort {
        Effort::Plain => text.extend(inlines, [false; 3]),
        Effort::Bare | Effort::Escaped => text.push(&plain(inlines), [false; 3]),
    }
    text
}

/// Whether a line is read as one paragraph with this content.
fn reads_as(markdown: &str, expected: &MarkedText) -> bool {
    let mut said = MarkedText::default();
    let mut depth = 0;
    let mut open = [0_usize; 3];
    let mark = |tag: TagEnd| match tag {
        TagEnd::Strong => Some(0),
        TagEnd::Emphasis => Some(1),
        TagEnd::Strikethrough => Some(2),
        _ => None,
    };
    for event in Parser::new_ext(markdown, options()) {
        match &event {
            Event::Start(tag) => mark(tag.to_end()).into_iter().for_each(|at| open[at] += 1),
            Event::End(tag) => mark(*tag).into_iter().for_each(|at| open[at] -= 1),
            _ => {}
        }
        let marks = open.map(|open| open > 0);
        match event {
            Event::Start(
                Tag::Paragraph
                | Tag::Strong
                | Tag::Emphasis
                | Tag::Strikethrough
                | Tag::Link { .. }
                | Tag::Image { .. },
            ) => depth += 1,
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Strong
                | TagEnd::Emphasis
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image,
            ) => depth -= 1,
            Event::Text(text) | Event::Code(text) if depth > 0 => said.push(&text, marks),
            Event::SoftBreak | Event::HardBreak => said.push(" ", marks),
            Event::InlineHtml(tag) if matches!(&*tag, "<sup>" | "</sup>") => {}
            _ => return false,
        }
    }
    said == *expected
}

/// Pieces with single spaces between words, and none at the ends or just inside emphasis or a link.
fn tidy(inlines: &[MarkdownInline]) -> Vec<MarkdownInline> {
    let mut out = Vec::new();
    let mut space = Space::None;
    for inline in inlines {
        tidy_into(inline, &mut space, &mut out);
    }
    while out.last() == Some(&MarkdownInline::Break) {
        out.pop();
    }
    out
}

/// Replaces each piece with the result of `change`, innermost first.
pub fn mapped(
    inlines: &[MarkdownInline],
    change: &impl Fn(MarkdownInline) -> Vec<MarkdownInline>,
) -> Vec<MarkdownInline> {
    let piece = |inline: &MarkdownInline| {
        let inner = |inner: &[MarkdownInline]| mapped(inner, change);
        change(match inline {
            MarkdownInline::Strong(pieces) => MarkdownInline::Strong(inner(pieces)),
            MarkdownInline::Emphasis(pieces) => MarkdownInline::Emphasis(inner(pieces)),
            MarkdownInline::Struck(pieces) => MarkdownInline::Struck(inner(pieces)),
            MarkdownInline::Superscript(pieces) => MarkdownInline::Superscript(inner(pieces)),
            MarkdownInline::Link(to, pieces) => MarkdownInline::Link(to.clone(), inner(pieces)),
            inline => inline.clone(),
        })
    };
    inlines.iter().flat_map(piece).collect()
}

/// The space due before the next word.
#[derive(Clone, Copy, PartialEq)]
enum Space {
    /// None: the line begins here, or has just ended with a word.
    None,
    /// One, if a word follows and one precedes.
    Owed,
}

fn tidy_into(inline: &MarkdownInline, space: &mut Space, out: &mut Vec<MarkdownInline>) {
    match inline {
        MarkdownInline::Text(text) | MarkdownInline::Code(text)
            if text.chars().all(is_blank_character) =>
        {
            if !text.is_empty() {
                *space = Space::Owed;
            }
        }
        MarkdownInline::Text(text) => {
            if text.starts_with(is_blank_character) {
                *space = Space::Owed;
            }
            pay(space, out);
            append_text(&one_line(text), out);
            if text.ends_with(is_blank_character) {
                *space = Space::Owed;
            }
        }
        MarkdownInline::Code(text) => {
            pay(space, out);
            out.push(MarkdownInline::Code(one_line(text)));
        }
        MarkdownInline::Break => {
            *space = Space::None;
            if !matches!(out.last(), None | Some(MarkdownInline::Break)) {
                out.push(MarkdownInline::Break);
            }
        }
        MarkdownInline::Box => {}
        MarkdownInline::Note(label) => {
            pay(space, out);
            out.push(MarkdownInline::Note(label.clone()));
        }
        MarkdownInline::Image(file, alt) => {
            pay(space, out);
            out.push(MarkdownInline::Image(file.clone(), one_line(alt)));
        }
        MarkdownInline::Strong(inner) => tidy_wrapped(inner, space, out, MarkdownInline::Strong),
        MarkdownInline::Emphasis(inner) => {
            tidy_wrapped(inner, space, out, MarkdownInline::Emphasis);
        }
        MarkdownInline::Struck(inner) => tidy_wrapped(inner, space, out, MarkdownInline::Struck),
        MarkdownInline::Superscript(inner) => {
            tidy_wrapped(inner, space, out, MarkdownInline::Superscript);
        }
        MarkdownInline::Link(to, inner) => {
            // Links cannot nest: the outer one wins.
            let inner = mapped(inner, &|inline| match inline {
                MarkdownInline::Link(_, inner) => inner,
                inline => vec![inline],
            });
            tidy_wrapped(&inner, space, out, |inner| {
                MarkdownInline::Link(to.clone(), inner)
            });
        }
    }
}

fn tidy_wrapped(
    inner: &[MarkdownInline],
    space: &mut Space,
    out: &mut Vec<MarkdownInline>,
    wrap: impl FnOnce(Vec<MarkdownInline>) -> MarkdownInline,
) {
    if starts_blank(inner) {
        *space = Space::Owed;
    }
    let mut inside = Vec::new();
    let mut inner_space = Space::None;
    for inline in inner {
        tidy_into(inline, &mut inner_space, &mut inside);
    }
    while inside.last() == Some(&MarkdownInline::Break) {
        inside.pop();
    }
    if !inside.is_empty() {
        pay(space, out);
        out.push(wrap(inside));
    }
    if inner_space == Space::Owed {
        *space = Space::Owed;
    }
}

fn starts_blank(inlines: &[MarkdownInline]) -> bool {
    match inlines.first() {
        Some(MarkdownInline::Text(text)) => text.starts_with(is_blank_character),
        Some(
            MarkdownInline::Strong(inner)
            | MarkdownInline::Emphasis(inner)
            | MarkdownInline::Struck(inner)
            | MarkdownInline::Superscript(inner)
            | MarkdownInline::Link(_, inner),
        ) => starts_blank(inner),
        _ => false,
    }
}

fn pay(space: &mut Space, out: &mut Vec<MarkdownInline>) {
    let after_word = !matches!(out.last(), None | Some(MarkdownInline::Break));
    if *space == Space::Owed && after_word {
        append_text(" ", out);
    }
    *space = Space::None;
}

fn append_text(text: &str, out: &mut Vec<MarkdownInline>) {
    if let Some(MarkdownInline::Text(before)) = out.last_mut() {
        before.push_str(text);
    } else {
        out.push(MarkdownInline::Text(text.to_owned()));
    }
}

fn is_blank_character(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}
