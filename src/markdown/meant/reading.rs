//! A text as the parser reads it, mapped to its source.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use super::groups::{TextGroup, TextGroupKind, TextPiece};

/// What the passes over a text need to know about it.
#[derive(Default)]
pub struct Reading<'t> {
    pub source: &'t str,
    /// All of it except the blank lines around it.
    pub text: Range<usize>,
    /// Blocks of running text: paragraphs, headings, cells.
    pub groups: Vec<TextGroup>,
    /// The lines of each block of indented code.
    pub indented: Vec<Vec<Range<usize>>>,
    /// Fenced code blocks.
    pub fences: Vec<Range<usize>>,
    /// Tables: the number of columns, the position of the header, the positions of the rows.
    pub tables: Vec<TypedTable>,
    /// Emphasised text with its marks, and how many marks open it.
    pub emphases: Vec<(Range<usize>, usize)>,
    /// Inline raw HTML.
    pub inline_html: Vec<Range<usize>>,
    /// Blocks of raw HTML.
    pub html_blocks: Vec<Range<usize>>,
    /// Headings with an attribute that is neither an anchor nor a class.
    pub attributes: Vec<Range<usize>>,
    /// Headings.
    pub headings: Vec<Range<usize>>,
    /// Numbered lists.
    pub lists: Vec<List>,
    /// Bullet lists.
    pub bullets: Vec<Range<usize>>,
    /// Quotations.
    pub quotes: Vec<Range<usize>>,
    /// References to footnotes.
    pub calls: Vec<(String, Range<usize>)>,
    /// Footnotes.
    pub notes: Vec<(String, Range<usize>)>,
    /// Addresses that links refer to by name: name, address, position.
    pub references: Vec<(String, String, Range<usize>)>,
    /// The names that links refer to.
    pub called: Vec<String>,
}

pub struct TypedTable {
    pub columns: usize,
    pub head: Range<usize>,
    pub span: Range<usize>,
    pub rows: Vec<Range<usize>>,
}

pub struct List {
    pub span: Range<usize>,
    pub items: Vec<Range<usize>>,
}

/// The current position of the parser.
#[derive(Default)]
struct ParserState {
    group: Option<TextGroup>,
    next: Option<TextGroupKind>,
    /// Open spans of text, each by its number.
    spans: Vec<usize>,
    count: usize,
    code: Option<bool>,
    html: bool,
    depth: usize,
    /// The open lists: the positions of those that are numbered.
    lists: Vec<Option<usize>>,
}

impl<'t> Reading<'t> {
    pub fn of(source: &'t str) -> Self {
        let mut reading = Self {
            source,
            text: source.len() - source.trim_start().len()..source.trim_end().len(),
            ..Self::default()
        };
        let mut state = ParserState::default();
        let parser = Parser::new_ext(source, crate::markdown::options());
        let references = parser.reference_definitions().iter();
        reading.references = references
            .map(|(name, link)| (name.to_owned(), link.dest.to_string(), link.span.clone()))
            .collect();
        reading.references.sort_by_key(|(_, _, span)| span.start);
        for (event, span) in parser.into_offset_iter() {
            reading.event(event, span, &mut state);
        }
        reading.finish(&mut state);
        reading
    }

    fn finish(&mut self, state: &mut ParserState) {
        self.groups.extend(state.group.take());
    }

    fn event(&mut self, event: Event<'_>, span: Range<usize>, state: &mut ParserState) {
        match event {
            Event::Start(tag) => self.start(tag, span, state),
            Event::End(tag) => self.end(tag, span, state),
            Event::Text(_) if state.code == Some(true) => {
                if let Some(lines) = self.indented.last_mut() {
                    lines.push(span);
                }
            }
            Event::Text(_) if state.code.is_some() || state.html => {}
            Event::Text(text) => {
                let is_typed = self.source.get(span.clone()) == Some(&*text);
                self.piece(span, is_typed, state);
            }
            Event::Html(_) => {
                if let Some(last) = self.html_blocks.last_mut() {
                    last.end = span.end;
                }
            }
            Event::InlineHtml(_) => {
                self.inline_html.push(span.clone());
                group(state).object(span);
            }
            Event::FootnoteReference(label) => {
                self.calls.push((label.to_string(), span.clone()));
                group(state).object(span);
            }
            Event::TaskListMarker(_) => {}
            Event::Code(_) => group(state).object(span),
            Event::SoftBreak => group(state).line_end(false),
            Event::HardBreak => group(state).line_end(true),
            Event::Rule => self.finish(state),
            Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Range<usize>, state: &mut ParserState) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {
                let mark = self.source.as_bytes().get(span.start);
                let run = self.source.as_bytes()[span.start..].iter().take(2);
                let run = run.take_while(|byte| Some(*byte) == mark).count();
                let marks = if matches!(tag, Tag::Emphasis) { 1 } else { run };
                self.emphases.push((span.clone(), marks));
                self.open(&span, state);
                return;
            }
            Tag::Link { id, .. } | Tag::Image { id, .. } => {
                self.called.push(id.to_lowercase());
                self.open(&span, state);
                return;
            }
            Tag::Superscript | Tag::Subscript => {
                self.open(&span, state);
                return;
            }
            _ => {}
        }
        self.finish(state);
        state.next = None;
        state.depth += 1;
        match tag {
            Tag::Paragraph => state.next = Some(TextGroupKind::Paragraph),
            Tag::List(first) => {
                state.lists.push(first.map(|_| self.lists.len()));
                if first.is_none() {
                    self.bullets.push(span);
                } else {
                    self.lists.push(List {
                        span,
                        items: Vec::new(),
                    });
                }
            }
            Tag::Item => {
                state.next = Some(TextGroupKind::Item);
                let list = state.lists.last().copied().flatten();
                if let Some(list) = list.and_then(|list| self.lists.get_mut(list)) {
                    list.items.push(span);
                }
            }
            Tag::Heading { attrs, .. } => {
                state.next = Some(TextGroupKind::Heading);
                if attrs.iter().any(|(_, value)| value.is_none()) {
                    self.attributes.push(span.clone());
                }
                self.headings.push(span);
            }
            Tag::Table(columns) => self.tables.push(TypedTable {
                columns: columns.len(),
                head: span.start..span.start,
                span,
                rows: Vec::new(),
            }),
            Tag::TableHead => {
                if let Some(table) = self.tables.last_mut() {
                    table.head = span;
                }
            }
            Tag::TableRow => {
                if let Some(table) = self.tables.last_mut() {
                    table.rows.push(span);
                }
            }
            Tag::TableCell => state.next = Some(TextGroupKind::Cell),
            Tag::CodeBlock(kind) => {
                let is_indented = matches!(kind, CodeBlockKind::Indented);
                state.code = Some(is_indented);
                match is_indented {
                    true => self.indented.push(Vec::new()),
                    false => self.fences.push(span),
                }
            }
            Tag::HtmlBlock => {
                state.html = true;
                self.html_blocks.push(span);
            }
            Tag::BlockQuote(_) => self.quotes.push(span),
            Tag::FootnoteDefinition(label) => {
                self.notes.push((label.to_string(), span));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, span: Range<usize>, state: &mut ParserState) {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image => {
                state.spans.pop();
                if let Some(group) = &mut state.group {
                    group.to(span.end);
                }
                return;
            }
            TagEnd::CodeBlock => state.code = None,
            TagEnd::HtmlBlock => state.html = false,
            TagEnd::List(_) => {
                state.lists.pop();
            }
            _ => {}
        }
        state.depth = state.depth.saturating_sub(1);
        self.finish(state);
    }

    fn open(&self, span: &Range<usize>, state: &mut ParserState) {
        state.count += 1;
        let (number, at) = (state.count, span.start);
        group(state).object(at..at);
        state.spans.push(number);
    }

    fn piece(&mut self, span: Range<usize>, is_typed: bool, state: &mut ParserState) {
        let parent = state.spans.last().copied().unwrap_or_default();
        let escaped = self.source[..span.start].ends_with('\\');
        group(state).piece(TextPiece {
            span,
            parent,
            is_typed,
            escaped,
        });
    }
}

/// The group being read; a new one if there is none.
fn group(state: &mut ParserState) -> &mut TextGroup {
    let (kind, depth) = (state.next.unwrap_or(TextGroupKind::Other), state.depth);
    state
        .group
        .get_or_insert_with(|| TextGroup::new(kind, depth))
}
