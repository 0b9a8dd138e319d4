//! Gives tables that an editor wrote as HTML the frame in which those of Markdown scroll.

/// What every frame of a table begins with; [`super::blocks`] writes the same.
pub(super) const FRAME: &str = "<div class=\"t\" tabindex=\"0\" role=\"group\" aria-label=\"";

/// Puts each table of a sanitised text that has none into a frame with this label, which is escaped. A table within a table scrolls
/// with it.
pub(super) fn tables(html: String, label: &str) -> String {
    if !html.contains("<table") {
        return html;
    }
    let mut out = String::with_capacity(html.len() + 100);
    // How many tables are open, and whether the outermost has a frame of ours.
    let mut open = 0_usize;
    let mut is_ours = false;
    let mut rest = &*html;
    while let Some(at) = rest
        .find("<table")
        .into_iter()
        .chain(rest.find("</table>"))
        .min()
    {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, after) = tag.split_at(end);
        let is_end = tag.starts_with("</");
        if !is_end {
            if open == 0 {
                is_ours = !is_framed(&out);
                if is_ours {
                    out.push_str(FRAME);
                    out.push_str(label);
                    out.push_str("\">");
                }
            }
            open += 1;
        }
        out.push_str(tag);
        if is_end {
            open = open.saturating_sub(1);
            if open == 0 && std::mem::take(&mut is_ours) {
                out.push_str("</div>");
            }
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Whether a text ends with the beginning of a frame.
fn is_framed(html: &str) -> bool {
    let tag = html.rfind('<').and_then(|at| html.get(at..));
    tag.is_some_and(|tag| tag.starts_with("<div class=\"t\"") && tag.ends_with('>'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_table_has_one_frame() {
        let framed = |html: &str| tables(html.to_owned(), "Tableau");
        let frame = |table: &str| format!("{FRAME}Tableau\">{table}</div>");
        let table = "<table><tbody><tr><td>a</td></tr></tbody></table>";
        assert_eq!(framed(table), frame(table));
        assert_eq!(framed(&frame(table)), frame(table));
        let two = format!("<p>x</p>{table}<p>y</p>{}", frame(table));
        let expected = format!("<p>x</p>{}<p>y</p>{}", frame(table), frame(table));
        assert_eq!(framed(&two), expected);
        let nested = format!("<table class=\"a\"><tr><td>{table}</td></tr></table>\n");
        assert_eq!(framed(&nested), format!("{}\n", frame(nested.trim_end())));
        assert_eq!(framed("<p>&lt;table&gt;</p>"), "<p>&lt;table&gt;</p>");
        // What the sanitiser writes has no other "<" than those of tags.
        let title = crate::markdown::raw::sanitise("<abbr title=\"<table onx=1>\">a</abbr>");
        assert!(!title.contains("<table"), "{title}");
    }
}
