//! The running text of a Markdown text, piece by piece as it was written.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// Calls `see` with each piece of running text and the byte of the source where it begins. Skips code, and
/// pieces that an escape or entity makes shorter than their source, whose letters do not appear in it.
pub fn running_text(text: &str, mut see: impl FnMut(&str, usize)) {
    let mut in_code = false;
    // Adjacent pieces are joined: quotation marks and ampersands split them for the parser, not for readers.
    let mut open: Option<std::ops::Range<usize>> = None;
    for (event, span) in Parser::new_ext(text, super::options()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(piece) if !in_code && text.get(span.clone()) == Some(&*piece) => {
                match &mut open {
                    Some(open) if open.end == span.start => open.end = span.end,
                    _ => {
                        if let Some(done) = open.replace(span) {
                            see(&text[done.clone()], done.start);
                        }
                    }
                }
                continue;
            }
            // The next line of the same paragraph.
            Event::SoftBreak => {
                if let Some(open) = &mut open
                    && open.end == span.start
                {
                    open.end = span.end;
                }
                continue;
            }
            _ => {}
        }
        if let Some(done) = open.take() {
            see(&text[done.clone()], done.start);
        }
    }
    if let Some(done) = open {
        see(&text[done.clone()], done.start);
    }
}
