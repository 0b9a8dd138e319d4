//! Shortcodes and template tags: Markdown replaces what it can express; the rest stays visible.

use std::sync::Arc;

use super::dialect::Dialect;
use super::{Map, SourcePage};
use crate::diagnostics::{Code, Diagnostic, Location, Place, floor_char_boundary};
use crate::site::relative;

/// The text of a page without shortcodes, and the ones that are not understood.
pub fn convert(dialect: Dialect, page: &SourcePage, map: &Map) -> (String, Vec<Diagnostic>) {
    let start = page.front.body;
    let text = &page.file.text[start..];
    let mut out = String::with_capacity(text.len());
    let mut found = Vec::new();
    let mut done = 0;
    let mut in_code = false;
    while let Some(tag) = next_tag(text, done) {
        let before = &text[done..tag.start];
        in_code ^= before.matches("\n```").count() % 2 == 1;
        out.push_str(before);
        let written = &text[tag.start..tag.end];
        done = tag.end;
        match replaced(dialect, &tag, page, map) {
            Some(new) => out.push_str(&new),
            None => {
                // Within code it is visible anyway.
                out.push_str(&if in_code {
                    written.to_owned()
                } else {
                    visible(written)
                });
                let place = Place {
                    file: Arc::clone(&page.file),
                    span: start + tag.start..start + tag.end,
                };
                let diagnostic = Diagnostic::new(Code::ImportShortcode, Location::Place(place));
                found.push(diagnostic.with("code", written));
            }
        }
    }
    out.push_str(&text[done..]);
    (out, found)
}

/// A tag: its bytes with its marks, and the words in it.
struct ShortcodeTag<'t> {
    start: usize,
    end: usize,
    words: &'t str,
    /// Whether it is `{% … %}`.
    is_block: bool,
}

/// Bytes of a tag.
const LONGEST: usize = 4000;

fn next_tag(text: &str, from: usize) -> Option<ShortcodeTag<'_>> {
    let mut at = from;
    loop {
        let start = at + text.get(at..)?.find('{')?;
        let rest = &text[start..];
        let (open, close, is_block) = match rest.as_bytes().get(1) {
            Some(b'{') => (2, "}}", false),
            Some(b'%') => (2, "%}", true),
            _ => {
                at = start + 1;
                continue;
            }
        };
        // A tag takes few lines; one that does not end soon is text.
        let near = &rest[..floor_char_boundary(rest, LONGEST)];
        match near.find(close) {
            Some(end) => {
                let marks: &[char] = &['<', '>', '%', '-', ' ', '\n', '\t'];
                return Some(ShortcodeTag {
                    start,
                    end: start + end + close.len(),
                    words: rest[open..end.max(open)].trim_matches(marks),
                    is_block,
                });
            }
            None => at = start + 2,
        }
    }
}

/// A tag in code, which readers see and Markdown leaves alone.
fn visible(written: &str) -> String {
    let longest = written.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    format!("{fence}{}{fence}", written.replace('\n', " "))
}

fn replaced(
    dialect: Dialect,
    tag: &ShortcodeTag<'_>,
    page: &SourcePage,
    map: &Map,
) -> Option<String> {
    let (name, rest) = tag
        .words
        .split_once([' ', '(', '\n'])
        .unwrap_or((tag.words, ""));
    match (dialect, name) {
        (Dialect::Hugo, "ref" | "relref") => {
            let wanted = first_text(rest)?;
            let file = found(&wanted, page, map)?;
            Some(relative(&page.place.target, file))
        }
        (Dialect::Hugo | Dialect::Zola, "figure" | "image" | "img") => figure(rest, page, map),
        (Dialect::Zola, "get_url") => {
            let path = attribute(rest, "path")?;
            let file = found(path.strip_prefix("@/").unwrap_or(&path), page, map)?;
            Some(relative(&page.place.target, file))
        }
        (Dialect::Jekyll, "post_url") => {
            let target = map.post(rest.trim())?;
            Some(relative(&page.place.target, target))
        }
        (Dialect::Jekyll, "link") => {
            let target = map.file(rest.trim())?;
            Some(relative(&page.place.target, target))
        }
        (Dialect::Jekyll, "highlight") => Some(format!(
            "```{}",
            rest.split_whitespace().next().unwrap_or_default()
        )),
        (Dialect::Jekyll, "endhighlight") => Some("```".to_owned()),
        (Dialect::Jekyll, "raw" | "endraw") if tag.is_block => Some(String::new()),
        (Dialect::Jekyll, "site.baseurl" | "site.url") => Some(String::new()),
        (Dialect::Jekyll, _)
            if tag.words.ends_with("relative_url") || tag.words.ends_with("absolute_url") =>
        {
            first_text(tag.words)
        }
        _ => None,
    }
}

/// The file that a reference names: by its path below the texts, its path from the page, or its name alone.
fn found<'m>(wanted: &str, page: &SourcePage, map: &'m Map) -> Option<&'m String> {
    let wanted = wanted
        .split('#')
        .next()
        .unwrap_or_default()
        .trim_matches('/');
    let bare = wanted.trim_end_matches(".md").trim_end_matches("/index");
    let folder = page
        .file
        .path
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder);
    let names = [
        format!("{folder}/{bare}"),
        format!("content/{bare}"),
        bare.to_owned(),
    ];
    let name = (!bare.contains('/')).then_some(bare);
    map.text(&names, name)
}

/// `src="a.png" alt="…" caption="…"` → an image with its caption below.
fn figure(rest: &str, page: &SourcePage, map: &Map) -> Option<String> {
    let source = attribute(rest, "src").or_else(|| attribute(rest, "path"))?;
    let target = super::resolved(
        &source,
        &page.place.target,
        &page.file.path,
        map,
        Dialect::Hugo,
    )
    .unwrap_or(source);
    let caption = attribute(rest, "caption").or_else(|| attribute(rest, "title"));
    let alt = attribute(rest, "alt")
        .or_else(|| caption.clone())
        .unwrap_or_default();
    let image = crate::import::markdown::line(&[crate::import::markdown::MarkdownInline::Image(
        target, alt,
    )]);
    Some(match caption {
        Some(caption) => format!("{image}\n\n*{caption}*"),
        None => image,
    })
}

/// The value of `name="…"` or `name=…`.
fn attribute(text: &str, name: &str) -> Option<String> {
    let mut from = 0;
    loop {
        let at = from + text[from..].find(name)?;
        let before_is_word = text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let rest = text[at + name.len()..].trim_start();
        if let (false, Some(value)) = (before_is_word, rest.strip_prefix('=')) {
            let value = value.trim_start();
            return match value.chars().next()? {
                quote @ ('"' | '\'' | '`') => value[1..].split(quote).next().map(str::to_owned),
                _ => value.split([' ', ',', ')']).next().map(str::to_owned),
            };
        }
        from = at + name.len();
    }
}

/// The first text in quotes.
fn first_text(text: &str) -> Option<String> {
    let at = text.find(['"', '\'', '`'])?;
    let quote = text[at..].chars().next()?;
    text[at + 1..].split(quote).next().map(str::to_owned)
}
