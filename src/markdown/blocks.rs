//! Makes tables scroll on their own, gives callouts a title, and turns task lists into boxes.

use pulldown_cmark::{Alignment, BlockQuoteKind, Event, Tag, TagEnd};

use super::frames::FRAME;
use super::html::{Rendering, escape};

/// Replaces the markup of tables, GFM alerts and task lists with the page's lighter markup.
pub(super) fn restyle<'e>(
    events: impl Iterator<Item = Event<'e>>,
    rendering: &Rendering<'_>,
) -> impl Iterator<Item = Event<'e>> {
    let mut table = OpenTable::default();
    let mut alerts: Vec<bool> = Vec::new();
    let strings = rendering.strings;
    let is_right_to_left = strings.language().is_right_to_left();
    events.map(move |event| match event {
        Event::TaskListMarker(done) => Event::Html(if done { "☑ " } else { "☐ " }.into()),
        Event::Start(Tag::BlockQuote(kind)) => {
            alerts.push(kind.is_some());
            match kind {
                Some(kind) => {
                    let (key, class) = alert_look(kind);
                    let title = escape(&strings.text(key)).into_owned();
                    Event::Html(
                        format!("<section class=\"{class}\" role=\"note\"><p><b>{title}</b></p>\n")
                            .into(),
                    )
                }
                None => Event::Start(Tag::BlockQuote(None)),
            }
        }
        Event::End(TagEnd::BlockQuote(kind)) => {
            if alerts.pop().unwrap_or(false) {
                Event::Html("</section>\n".into())
            } else {
                Event::End(TagEnd::BlockQuote(kind))
            }
        }
        Event::Start(Tag::Table(alignments)) => {
            table = OpenTable {
                alignments,
                ..OpenTable::default()
            };
            let label = escape(&strings.text("table")).into_owned();
            Event::Html(format!("{FRAME}{label}\"><table>").into())
        }
        Event::Start(Tag::TableHead) => {
            table.head = true;
            Event::Html("<thead><tr>".into())
        }
        Event::End(TagEnd::TableHead) => {
            table.head = false;
            table.column = 0;
            Event::Html("</tr></thead>\n<tbody>".into())
        }
        Event::Start(Tag::TableRow) => {
            table.column = 0;
            Event::Html("<tr>".into())
        }
        Event::End(TagEnd::TableRow) => Event::Html("</tr>\n".into()),
        Event::End(TagEnd::Table) => Event::Html("</tbody></table></div>\n".into()),
        Event::Start(Tag::TableCell) => Event::Html(match is_right_to_left {
            // A cell may hold nothing but an address, which is read from left to right.
            true => table.cell().replace('>', " dir=\"auto\">").into(),
            false => table.cell().into(),
        }),
        Event::End(TagEnd::TableCell) => {
            Event::Html(if table.head { "</th>" } else { "</td>" }.into())
        }
        event => event,
    })
}

/// Marks the items of task lists: their box replaces the bullet.
pub(super) fn task_lists<'e>(
    events: impl Iterator<Item = Event<'e>>,
) -> impl Iterator<Item = Event<'e>> {
    let mut events = events.peekable();
    let mut paragraph = None;
    std::iter::from_fn(move || {
        let event = paragraph.take().or_else(|| events.next())?;
        if event != Event::Start(Tag::Item) {
            return Some(event);
        }
        // In a list with blank lines between its items, the marker is inside a paragraph.
        paragraph = events.next_if(|next| *next == Event::Start(Tag::Paragraph));
        let is_task = matches!(events.peek(), Some(Event::TaskListMarker(_)));
        Some(if is_task {
            Event::Html("<li class=\"box\">".into())
        } else {
            event
        })
    })
}

/// The message for its title, and its class: a warning stands out more than a remark.
fn alert_look(kind: BlockQuoteKind) -> (&'static str, &'static str) {
    match kind {
        BlockQuoteKind::Note => ("alert-note", "alert"),
        BlockQuoteKind::Tip => ("alert-tip", "alert"),
        BlockQuoteKind::Important => ("alert-important", "alert warning"),
        BlockQuoteKind::Warning => ("alert-warning", "alert warning"),
        BlockQuoteKind::Caution => ("alert-caution", "alert warning"),
    }
}

#[derive(Default)]
struct OpenTable {
    alignments: Vec<Alignment>,
    column: usize,
    head: bool,
}

impl OpenTable {
    /// The opening tag of the next cell; a class keeps the alignment of number columns.
    fn cell(&mut self) -> &'static str {
        let right = self.alignments.get(self.column) == Some(&Alignment::Right);
        self.column += 1;
        match (self.head, right) {
            (true, true) => "<th scope=\"col\" class=\"r\">",
            (true, false) => "<th scope=\"col\">",
            (false, true) => "<td class=\"r\">",
            (false, false) => "<td>",
        }
    }
}
