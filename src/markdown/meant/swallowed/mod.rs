//! Text that Markdown takes for something else and that readers would never see: `<nom>`, `[Attention]:
//! fermé`, `## Aide {APL}`, and what follows a comment that is never closed.

mod tags;

use std::collections::HashSet;

use super::reading::Reading;
use super::{MarkKind, PassFindings, links, near};

pub use tags::is_element;

pub fn look(reading: &Reading<'_>, found: &mut PassFindings) {
    tags::look(reading, found);
    guillemets(reading, found);
    references(reading, found);
    attributes(reading, found);
    rules(reading, found);
    more_than(reading, found);
    unclosed(reading, found);
    in_html(reading, found);
}

/// `<<Bonjour>>` means quotation marks.
fn guillemets(reading: &Reading<'_>, found: &mut PassFindings) {
    let source = reading.source;
    for group in &reading.groups {
        let end = group.span().end;
        for (at, _) in group.places(source, "<") {
            let rest = source.get(at..end).unwrap_or_default();
            let Some(inside) = rest
                .strip_prefix("<<")
                .filter(|_| !source[..at].ends_with('<'))
            else {
                continue;
            };
            let Some(close) = near(inside)
                .find(">>")
                .filter(|close| !inside[..*close].contains('<'))
            else {
                continue;
            };
            let words = &inside[..close];
            if words.contains(char::is_alphanumeric) && !inside[close..].starts_with(">>>") {
                let lead = words.len() - words.trim_start().len();
                let trail = words.len() - words.trim_end().len();
                let close = at + 2 + close;
                found.edit(at..at + 2 + lead, "«");
                found.edit(close - trail..close + 2, "»");
            }
        }
    }
}

/// `[Attention]: fermé` is not an address.
fn references(reading: &Reading<'_>, found: &mut PassFindings) {
    let called: HashSet<&str> = reading.called.iter().map(String::as_str).collect();
    for (name, address, span) in &reading.references {
        if called.contains(name.to_lowercase().as_str()) {
            continue;
        }
        if links::is_address(address) {
            found.mark(MarkKind::Reference, span.clone());
        } else {
            found.edit(span.start..span.start, "\\");
        }
    }
}

/// `## Aide {APL}`: words in braces that are neither an anchor nor a class.
fn attributes(reading: &Reading<'_>, found: &mut PassFindings) {
    for span in &reading.attributes {
        let heading = &reading.source[span.clone()];
        if let Some(open) = heading.rfind('{') {
            // An escape would not keep the parser from reading it.
            let at = span.start + open;
            found.edit(at..at + 1, "&#123;");
        }
    }
}

/// A line of dashes under a sentence is a rule, and does not make the sentence a heading.
fn rules(reading: &Reading<'_>, found: &mut PassFindings) {
    for span in &reading.headings {
        let heading = reading.source[span.clone()].trim_end();
        // A heading without words is none.
        if heading
            .bytes()
            .all(|byte| matches!(byte, b'#' | b' ' | b'\t'))
        {
            let line = reading.source[span.clone()].trim_end_matches(['\n', '\r']);
            found.edit(span.start..span.start + line.len(), "");
        }
        let Some((text, line)) = heading.rsplit_once('\n') else {
            continue;
        };
        let line = line.trim_start_matches([' ', '>', '\t']);
        let is_line = line.trim_end().bytes().all(|byte| byte == b'-')
            || line.trim_end().bytes().all(|byte| byte == b'=');
        let text = text.trim_end();
        // An e-mail signature follows two dashes and a space.
        let is_signature = line.starts_with("--")
            && line.trim_end().len() == 2
            && reading.source[span.start + heading.len()..].starts_with(" \n");
        let is_sentence = is_signature
            || text.ends_with(['.', ';', ',', '!'])
            || text.contains('\n')
            || text.chars().count() > 120;
        if !is_line || !is_sentence || heading.starts_with('#') {
            continue;
        }
        let at = span.start + heading.len() - line.len();
        let end = at + line.trim_end().len();
        match line.trim_end().len() {
            2 if line.starts_with("--") => found.edit(at..end, ""),
            1 | 2 => found.edit(at..at, "\\"),
            _ => {
                found.edit(at..end, "* * *");
            }
        }
    }
}

/// `> 60 ans` on one line means “more than”, and is not a quotation.
fn more_than(reading: &Reading<'_>, found: &mut PassFindings) {
    for span in &reading.quotes {
        let quote = reading.source[span.clone()].trim_end();
        let Some(rest) = quote.strip_prefix('>').filter(|rest| !rest.contains('\n')) else {
            continue;
        };
        if rest.trim_start().starts_with(|c: char| c.is_ascii_digit()) {
            found.edit(span.start..span.start, "\\");
        }
    }
}

/// Fences, comments, scripts and styles that extend to the end of the text because nothing closes them.
fn unclosed(reading: &Reading<'_>, found: &mut PassFindings) {
    let source = reading.source;
    for span in &reading.fences {
        let block = &source[span.clone()];
        let mark = block.as_bytes().first().copied().unwrap_or_default();
        let first = block.lines().next().unwrap_or_default();
        let last = block
            .trim_end()
            .lines()
            .last()
            .unwrap_or_default()
            .trim_matches([' ', '\t', '>']);
        let count = first.bytes().take_while(|byte| *byte == mark).count();
        let is_closed = block.trim_end().lines().count() > 1
            && last.len() >= count
            && last.bytes().all(|byte| byte == mark);
        if !is_closed && span.end >= reading.text.end {
            found.mark(MarkKind::Fence, span.start..span.start + first.len());
        }
    }
    for span in &reading.html_blocks {
        let block = &source[span.clone()];
        if span.end < reading.text.end {
            continue;
        }
        let begins = block.trim_start();
        let lower = begins[..begins.floor_char_boundary(9)].to_ascii_lowercase();
        let ends = [
            ("<!--", "-->"),
            ("<script", "</script"),
            ("<style", "</style"),
            ("<?", "?>"),
            ("<![cdata", "]]>"),
        ];
        let open = ends.iter().find(|(open, _)| lower.starts_with(open));
        if let Some((open, close)) = open
            && !block.to_ascii_lowercase().contains(close)
        {
            let start = span.start + block.len() - block.trim_start().len();
            found.mark(MarkKind::Hidden, start..start + open.len());
        }
    }
}

/// Markdown is not read between tags on lines of their own.
fn in_html(reading: &Reading<'_>, found: &mut PassFindings) {
    for span in &reading.html_blocks {
        let block = &reading.source[span.clone()];
        let opens = block.trim_start().to_ascii_lowercase();
        if ["<!--", "<script", "<style", "<pre", "<?", "<!"]
            .iter()
            .any(|open| opens.starts_with(open))
        {
            continue;
        }
        let strong = block
            .match_indices("**")
            .map(|(at, _)| at)
            .collect::<Vec<_>>();
        let place = match strong[..] {
            [first, second, ..] => Some(first..second + 2),
            _ => block.find("](").map(|at| {
                let start = block[..at].rfind('[').unwrap_or(at);
                let end = block[at..].find(')').map_or(at + 2, |end| at + end + 1);
                start..end
            }),
        };
        if let Some(place) = place {
            found.mark(
                MarkKind::InHtml,
                span.start + place.start..span.start + place.end,
            );
        }
    }
}
