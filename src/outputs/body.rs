//! The text of a page with its local note, for pages and sheets.

use crate::document::Document;
use crate::markdown::{self, Facts};

/// The HTML of a document's text with that of its local note, each rendered by `render` from its text, its
/// facts and the number of footnotes above it.
pub fn html_of(
    document: &Document,
    title: &str,
    render: impl Fn(&str, &Facts, usize) -> String,
) -> String {
    let render = |text: &str, facts: &Facts, above: usize| match text.trim().is_empty() {
        true => String::new(),
        false => render(text, facts, above),
    };
    let Some(note) = &document.local else {
        return render(document.text(), &document.facts, 0);
    };
    let mut notes = 0;
    let mut render = |text: &str, facts: &Facts| {
        let html = render(text, facts, notes);
        notes += markdown::count_notes(&html);
        html
    };
    let local = |html: String| {
        let title = note.fields.title.as_deref().unwrap_or(title);
        let title = markdown::typeset(title, document.language);
        let title = markdown::escape(&title).into_owned();
        match html.is_empty() {
            true => html,
            false => {
                format!(
                    "<section class=\"alert\" role=\"note\"><p><b>{title}</b></p>\n{html}</section>\n"
                )
            }
        }
    };
    if note.is_before() {
        let above = local(render(note.text(), &note.facts));
        above + &render(document.text(), &document.facts)
    } else {
        let above = render(document.text(), &document.facts);
        above + &local(render(note.text(), &note.facts))
    }
}
