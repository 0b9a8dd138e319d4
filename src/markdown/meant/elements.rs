//! Headings, images and quotations in the HTML of other programs. Pages accept none of them as HTML; where
//! they are on their own, they become Markdown.

use std::ops::Range;

use super::reading::Reading;
use super::{PassFindings, near};
use crate::files::names_image;

pub fn look(reading: &Reading<'_>, found: &mut PassFindings) {
    let source = reading.source;
    for span in &reading.html_blocks {
        headings(source, span, found);
        images(source, span, found);
    }
    for span in &reading.inline_html {
        let tag = &source[span.clone()];
        if is_tag(tag, "img")
            && let Some(image) = image(tag, "")
        {
            found.edit(span.clone(), image);
        }
    }
    let blocks = reading.html_blocks.iter().chain(&reading.inline_html);
    let mut done = 0;
    for span in blocks.filter(|span| source[(*span).clone()].trim_start().starts_with("<quote>")) {
        if span.start >= done {
            done = quotation(source, span, found).unwrap_or(done);
        }
    }
}

/// Whether HTML begins with a tag of this name.
fn is_tag(html: &str, name: &str) -> bool {
    let rest = html.strip_prefix('<').unwrap_or_default();
    rest.get(..name.len())
        .is_some_and(|begins| begins.eq_ignore_ascii_case(name))
        && rest[name.len()..]
            .starts_with(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/'))
}

/// The end of a tag that begins here.
fn tag_end(html: &str) -> Option<usize> {
    near(html).find('>').map(|at| at + 1)
}

/// The value of an attribute of a tag.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let lower = tag.to_ascii_lowercase();
    let mark = format!("{name}=");
    let at = lower.match_indices(&mark).map(|(at, _)| at).find(|at| {
        lower[..*at].ends_with(|c: char| c.is_ascii_whitespace() || matches!(c, '"' | '\''))
    })?;
    let value = tag.get(at + mark.len()..)?;
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    Some(match quote {
        Some(quote) => value[1..].split(quote).next().unwrap_or_default(),
        None => value
            .split([' ', '>'])
            .next()
            .unwrap_or_default()
            .trim_end_matches('/'),
    })
}

/// Whether only spaces precede a byte on its line.
fn starts_line(source: &str, at: usize) -> bool {
    let before = source[..at].trim_end_matches([' ', '\t']);
    before.is_empty() || before.ends_with('\n')
}

/// Open elements in which Markdown is not possible.
#[derive(Default)]
struct OpenElements {
    elements: usize,
    /// The end of the comment that is open.
    comment: usize,
}

impl OpenElements {
    /// Handles the tag that begins there.
    fn see(&mut self, block: &str, at: usize) {
        const NAMES: &[&str] = &[
            "ul",
            "ol",
            "dl",
            "table",
            "blockquote",
            "pre",
            "script",
            "style",
        ];
        let html = &block[at..];
        if at < self.comment {
            return;
        }
        if html.starts_with("<!--") {
            let end = memchr::memmem::find(html.as_bytes(), b"-->");
            self.comment = end.map_or(block.len(), |end| at + end);
        }
        if NAMES.iter().any(|name| is_tag(html, name)) {
            self.elements += 1;
        } else if let Some(rest) = html.strip_prefix("</") {
            let end = rest
                .find(|c: char| !c.is_ascii_alphanumeric())
                .unwrap_or(rest.len());
            let name = rest[..end].to_ascii_lowercase();
            if NAMES.contains(&name.as_str()) {
                self.elements = self.elements.saturating_sub(1);
            }
        }
    }

    /// Whether Markdown is possible at this byte.
    fn is_free(&self, at: usize) -> bool {
        self.elements == 0 && at >= self.comment
    }
}

/// `<h2 id="a">Titre</h2>`
fn headings(source: &str, block: &Range<usize>, found: &mut PassFindings) {
    let text = &source[block.clone()];
    let (mut from, mut open) = (0, OpenElements::default());
    while let Some(at) = text[from..].find('<').map(|at| from + at) {
        from = at + 1;
        open.see(text, at);
        let Some(level) = (1..=6).find(|level| is_tag(&text[at..], &format!("h{level}"))) else {
            continue;
        };
        let close = format!("</h{level}>");
        let Some(opened) = tag_end(&text[at..]).map(|end| at + end) else {
            continue;
        };
        let inside = near(&text[opened..]);
        let Some(length) = inside.to_ascii_lowercase().find(&close) else {
            continue;
        };
        let words = inside[..length]
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let end = opened + length + close.len();
        from = end;
        let has_blocks = ["<h", "<p", "<div", "<img", "<ul", "<ol", "<table"]
            .iter()
            .any(|tag| words.to_ascii_lowercase().contains(tag));
        let is_alone = starts_line(source, block.start + at);
        if words.is_empty() || has_blocks || !is_alone || !open.is_free(at) {
            continue;
        }
        let is_name = |id: &&str| {
            !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        let id = attribute(&text[at..opened], "id").filter(is_name);
        let id = id.map_or_else(String::new, |id| format!(" {{#{id}}}"));
        let line = format!("\n\n{} {}{id}\n\n", "#".repeat(level), escaped(&words));
        found.edit(block.start + at..block.start + end, line);
    }
}

/// The words of HTML with a backslash before what Markdown would take for markup; its tags stay.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut in_tag = false;
    for c in words.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            '*' | '_' | '[' | ']' | '`' | '#' | '{' | '|' if !in_tag => out.push('\\'),
            _ => {}
        }
        out.push(c);
    }
    out
}

/// `<figure><img src="plan.png" alt="…"><figcaption>…</figcaption></figure>`, and an image on its own in a
/// block or in a paragraph of HTML.
fn images(source: &str, block: &Range<usize>, found: &mut PassFindings) {
    // An image with its addresses and its caption.
    const LONGEST: usize = 3000;
    let text = &source[block.clone()];
    let lower = text.to_ascii_lowercase();
    let (mut from, mut open) = (0, OpenElements::default());
    while let Some(at) = lower[from..].find('<').map(|at| from + at) {
        from = at + 1;
        open.see(&lower, at);
        let name = ["figure", "p", "div", "img"]
            .into_iter()
            .find(|name| is_tag(&lower[at..], name));
        let Some(name) = name else { continue };
        let end = match name {
            "img" => tag_end(&lower[at..]),
            name => {
                let close = format!("</{name}>");
                let near = &lower[at..lower.floor_char_boundary(at + LONGEST)];
                near.find(&close).map(|end| end + close.len())
            }
        };
        let Some(end) = end.map(|end| at + end) else {
            continue;
        };
        if !starts_line(source, block.start + at) || !open.is_free(at) {
            continue;
        }
        if let Some(image) = only_image(&text[at..end]) {
            found.edit(
                block.start + at..block.start + end,
                format!("\n\n{image}\n\n"),
            );
            from = end;
        }
    }
}

/// An element that contains an image, perhaps with its caption, and nothing else, as Markdown.
fn only_image(html: &str) -> Option<String> {
    let lower = html.to_ascii_lowercase();
    let at = lower.find("<img")?;
    let end = at + tag_end(&html[at..])?;
    let after = &html[end..];
    let (caption, after) = match after.to_ascii_lowercase().find("<figcaption") {
        None => ("", after.to_owned()),
        Some(open) => {
            let inside = open + tag_end(&after[open..])?;
            let close = inside + after[inside..].to_ascii_lowercase().find("</figcaption>")?;
            let rest = format!(
                "{}{}",
                &after[..open],
                &after[close + "</figcaption>".len()..]
            );
            (&after[inside..close], rest)
        }
    };
    let around = format!("{}{after}", &html[..at]);
    // Programs wrap images in a link to the image itself; any other link means more.
    let leads_elsewhere = around
        .to_ascii_lowercase()
        .match_indices("<a ")
        .any(|(link, _)| !names_image(attribute(&around[link..], "href").unwrap_or_default()));
    let is_alone = words(&around).trim().is_empty() && !leads_elsewhere;
    is_alone.then(|| image(&html[at..end], &words(caption)))?
}

/// The text between HTML tags.
fn words(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        rest = rest[open..]
            .find('>')
            .map_or("", |close| &rest[open + close + 1..]);
    }
    out.push_str(rest);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An image of the site as Markdown; `None` for one of another site.
fn image(tag: &str, caption: &str) -> Option<String> {
    let file = attribute(tag, "src")?.trim();
    let is_image = names_image(file);
    // The files of the other program's site are not beside the page.
    let is_ours = is_image && !file.starts_with('/') && !file.contains([':', '<', '>', '\n']);
    let alt = attribute(tag, "alt").unwrap_or_default();
    let alt = escaped(&alt.split_whitespace().collect::<Vec<_>>().join(" "));
    let file = if file.contains([' ', '(', ')']) {
        format!("<{file}>")
    } else {
        file.to_owned()
    };
    let title = match caption {
        "" => String::new(),
        caption => format!(
            " \"{}\"",
            caption.replace('\\', "\\\\").replace('"', "\\\"")
        ),
    };
    is_ours.then(|| format!("![{alt}]({file}{title})"))
}

/// `<quote>…</quote>` of SPIP. Returns its end.
fn quotation(source: &str, span: &Range<usize>, found: &mut PassFindings) -> Option<usize> {
    const CLOSE: &str = "</quote>";
    // No real quotation is longer.
    const LONGEST: usize = 5000;
    let text = &source[span.start..];
    let open = span.start + text.len() - text.trim_start().len();
    let inside = open + "<quote>".len();
    let rest = &source[inside..source.floor_char_boundary((inside + LONGEST).min(source.len()))];
    let close = inside + rest.find(CLOSE)?;
    if !starts_line(source, open) || source[inside..close].contains("<quote") {
        return None;
    }
    let words = source[inside..close].trim_matches(['\n', '\r', ' ']);
    let start = inside + source[inside..close].find(words).unwrap_or_default();
    found.edit(open..start, "\n\n> ");
    for (at, _) in words.match_indices('\n') {
        let at = start + at + 1;
        found.edit(at..at, "> ");
    }
    let end = close + CLOSE.len();
    found.edit(start + words.len()..end, "\n\n");
    Some(end)
}
