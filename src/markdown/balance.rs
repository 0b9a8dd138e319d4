//! Makes raw HTML close only what it opened, and end where its container ends.
//!
//! An editor's tags are surrounded by guichet's own. A `</div>` without its start tag would close a callout,
//! a `<b>` without its end would make the rest of the page bold, an unclosed `<table>` would draw the rest
//! into a cell, and a `<title>` or a missing quotation mark would swallow it.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::raw;

/// Removes tags that have no partner in the text around them and tags that no page may have, and closes what
/// stays open. Text between tags stays, except that of scripts and styles.
pub(super) fn balance<'e>(
    events: impl Iterator<Item = Event<'e>>,
) -> impl Iterator<Item = Event<'e>> {
    let mut balance = Balance::default();
    for event in events {
        balance.event(event);
    }
    balance.finish().into_iter()
}

/// How many tags may be open at once in a block of Markdown. Nobody nests that deep, and each end tag
/// searches through them.
const MOST: usize = 200;

/// A start tag whose end tag has not come.
struct OpenTag {
    name: String,
    /// Which event it is; `None` if it is removed, and its end tag must be too.
    event: Option<usize>,
    /// The event after the block of HTML that contains it, once that block has ended.
    end: Option<usize>,
    /// Whether it is in a block of HTML rather than in a line.
    in_block: bool,
}

#[derive(Default)]
struct Balance<'e> {
    out: Vec<Event<'e>>,
    /// What is open in each block or span of Markdown, outermost first.
    scopes: Vec<Vec<OpenTag>>,
    /// What is open outside of every block.
    outside: Vec<OpenTag>,
    /// The block of HTML that is being read.
    block: Option<String>,
    /// The element whose content is being removed, if it is inline: its name, and where it began.
    hidden: Option<(String, usize)>,
}

impl<'e> Balance<'e> {
    fn event(&mut self, event: Event<'e>) {
        match event {
            Event::Start(Tag::HtmlBlock) => {
                self.block = Some(String::new());
                self.out.push(event);
            }
            Event::Html(html) => match &mut self.block {
                Some(block) => block.push_str(&html),
                None => self.out.push(Event::Html(html)),
            },
            Event::End(TagEnd::HtmlBlock) => {
                let block = self.block.take().unwrap_or_default();
                self.html(&block, true);
                self.end_block();
                self.out.push(event);
            }
            Event::InlineHtml(html) => self.html(&html, false),
            Event::Start(_) => {
                self.hidden = None;
                self.out.push(event);
                self.scopes.push(Vec::new());
            }
            Event::End(_) => {
                // An element that hides part of a line hides only text.
                self.hidden = None;
                let scope = self.scopes.pop().unwrap_or_default();
                self.close(scope);
                self.out.push(event);
            }
            event => self.out.push(event),
        }
    }

    fn finish(mut self) -> Vec<Event<'e>> {
        let outside = std::mem::take(&mut self.outside);
        self.close(outside);
        self.out
    }

    fn scope(&mut self) -> &mut Vec<OpenTag> {
        self.scopes.last_mut().unwrap_or(&mut self.outside)
    }

    fn push(&mut self, html: String, in_block: bool) -> usize {
        self.out.push(match in_block {
            true => Event::Html(html.into()),
            false => Event::InlineHtml(html.into()),
        });
        self.out.len() - 1
    }

    fn html(&mut self, html: &str, in_block: bool) {
        let mut rest = html;
        while let Some(piece) = HtmlPiece::first(rest) {
            match piece {
                HtmlPiece::Text(text) => {
                    if !text.is_empty() {
                        self.push(text.replace('<', "&lt;"), in_block);
                    }
                    rest = &rest[text.len()..];
                }
                HtmlPiece::Nothing(length) => rest = &rest[length..],
                HtmlPiece::Start { name, tag } => {
                    rest = &rest[tag.len()..];
                    if raw::is_hidden(&name) {
                        rest = self.hide(&name, rest, in_block);
                    } else {
                        self.start(name, tag, in_block);
                    }
                }
                HtmlPiece::End { name, tag } => {
                    rest = &rest[tag.len()..];
                    self.end(&name, in_block);
                }
            }
        }
    }

    /// Removes a script or a style through its end; returns what follows.
    fn hide<'h>(&mut self, name: &str, rest: &'h str, in_block: bool) -> &'h str {
        if !in_block {
            self.hidden = Some((name.to_owned(), self.out.len()));
            return rest;
        }
        let mut ends = rest.match_indices("</").map(|(at, _)| at);
        let is_end = |at: &usize| {
            let found = rest.get(at + 2..at + 2 + name.len());
            found.is_some_and(|found| found.eq_ignore_ascii_case(name))
        };
        match ends.find(is_end) {
            Some(at) => {
                let after = &rest[at..];
                &after[after.find('>').map_or(after.len(), |end| end + 1)..]
            }
            None => "",
        }
    }

    fn start(&mut self, name: String, tag: &str, in_block: bool) {
        // An item ends the one before it.
        let ends = |open: &OpenTag| open.name == name && raw::may_stay_open(&name);
        self.scope().pop_if(|open| ends(open));
        let is_void = raw::is_void(&name) || tag.ends_with("/>") && !raw::is_allowed(&name);
        let parent = raw::parents(&name);
        let has_place = parent.is_empty()
            || self
                .scope()
                .iter()
                .any(|open| open.event.is_some() && parent.contains(&&*open.name));
        let is_kept = raw::is_allowed(&name)
            && raw::may_stand(&name, tag)
            && has_place
            && self.scope().len() < MOST;
        let event = is_kept.then(|| self.push(tag.to_owned(), in_block));
        if !is_void && self.scope().len() < MOST {
            self.scope().push(OpenTag {
                name,
                event,
                end: None,
                in_block,
            });
        }
    }

    fn end(&mut self, name: &str, in_block: bool) {
        if let Some((_, from)) = self.hidden.take_if(|(hidden, _)| hidden == name) {
            self.out.truncate(from);
            // What was opened or closed in it is gone too.
            let stays = |place: Option<usize>| place.is_none_or(|place| place < from);
            self.scope()
                .retain(|open| stays(open.event) && stays(open.end));
            return;
        }
        let Some(at) = self.scope().iter().rposition(|open| open.name == name) else {
            return;
        };
        let within = self.scope().split_off(at + 1);
        self.close(within);
        let is_kept = self.scope().pop().is_some_and(|open| open.event.is_some());
        if is_kept {
            self.push(format!("</{name}>"), in_block);
        }
    }

    /// A block of HTML has ended. What it leaves open may be closed later in the same list item or quotation;
    /// otherwise it is closed here.
    fn end_block(&mut self) {
        let here = self.push(String::new(), true);
        for open in self.scope() {
            if open.in_block && open.end.is_none() {
                open.end = Some(here);
            }
        }
    }

    /// Closes what has no end tag, at the end of its block or here.
    fn close(&mut self, scope: Vec<OpenTag>) {
        for open in scope.into_iter().rev() {
            if open.event.is_none() || raw::may_stay_open(&open.name) {
                continue;
            }
            let tag = format!("</{}>", open.name);
            match open.end.and_then(|end| self.out.get_mut(end)) {
                Some(Event::Html(html)) => *html = (html.to_string() + &tag).into(),
                _ => {
                    self.push(tag, open.in_block);
                }
            }
        }
    }
}

/// The first thing in a piece of HTML.
enum HtmlPiece<'h> {
    Text(&'h str),
    /// A comment or a declaration, by its length.
    Nothing(usize),
    Start {
        name: String,
        tag: &'h str,
    },
    End {
        name: String,
        tag: &'h str,
    },
}

impl<'h> HtmlPiece<'h> {
    fn first(html: &'h str) -> Option<Self> {
        if html.is_empty() {
            return None;
        }
        let next = html.find('<').unwrap_or(html.len());
        if next > 0 {
            return Some(Self::Text(&html[..next]));
        }
        let sign = html.as_bytes().get(1).copied();
        if let Some(comment) = html.strip_prefix("<!--") {
            let end = comment.find("-->").map(|end| end + 7);
            // `<!-->` and `<!--->` are complete comments.
            let short = [">", "->"]
                .iter()
                .find(|short| comment.starts_with(**short));
            let end = short.map(|short| short.len() + 4).or(end);
            return Some(Self::Nothing(end.unwrap_or(html.len())));
        }
        if html.starts_with("<![CDATA[") {
            return Some(Self::Nothing(
                html.find("]]>").map_or(html.len(), |end| end + 3),
            ));
        }
        // `<![if !supportLists]>`, which Word leaves around its bullets.
        let is_condition = ["<![if", "<![endif"]
            .iter()
            .any(|sign| html.starts_with(sign));
        let is_declaration = html
            .get(2..9)
            .is_some_and(|name| name.eq_ignore_ascii_case("doctype"));
        if sign == Some(b'?') || is_condition || is_declaration {
            return Some(Self::Nothing(
                html.find('>').map_or(html.len(), |end| end + 1),
            ));
        }
        let tag = tag(html);
        if let Some(tag) =
            tag.filter(|tag| sign != Some(b'/') && raw::is_text(&tag[1..tag.len() - 1]))
        {
            return Some(Self::Text(tag));
        }
        match (tag, sign) {
            (Some(tag), Some(b'/')) => Some(Self::End {
                name: name(&tag[2..]),
                tag,
            }),
            (Some(tag), _) => Some(Self::Start {
                name: name(&tag[1..]),
                tag,
            }),
            // A lone angle bracket.
            (None, _) => Some(Self::Text(
                &html[..html[1..].find('<').map_or(html.len(), |at| at + 1)],
            )),
        }
    }
}

fn name(tag: &str) -> String {
    let end = tag.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
    tag[..end.unwrap_or(tag.len())].to_ascii_lowercase()
}

/// The tag at the start of a text; `None` if the tag, or a quotation mark in it, is not closed.
fn tag(html: &str) -> Option<&str> {
    let rest = html[1..].strip_prefix('/').unwrap_or(&html[1..]);
    if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    // Anything longer than the longest tag is text.
    const LONGEST: usize = 5000;
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate().take(LONGEST) {
        match (quote, byte) {
            (Some(open), byte) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return Some(&html[..=at]),
            (None, b'<') if at > 0 => return None,
            (None, _) => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::Parser;

    use super::*;

    fn html(text: &str) -> String {
        let mut out = String::new();
        let events = balance(Parser::new_ext(text, crate::markdown::options()));
        pulldown_cmark::html::push_html(&mut out, events);
        out.replace('\n', "")
    }

    #[test]
    fn what_is_opened_ends_with_what_it_stands_in() {
        for (text, expected) in [
            (
                "Un <b>mot\n\n- a",
                "<p>Un <b>mot</b></p><ul><li>a</li></ul>",
            ),
            (
                "- a <b>b\n- c</b>",
                "<ul><li>a <b>b</b></li><li>c</li></ul>",
            ),
            ("a</div></b></ul> c", "<p>a c</p>"),
            ("**a <i>b** c</i>", "<p><strong>a <i>b</i></strong> c</p>"),
            ("<div>\n\na\n\n</div>", "<div><p>a</p></div>"),
            ("<div>\n\na", "<div></div><p>a</p>"),
            ("<div><b>\na\n</div>\n\nb", "<div><b>a</b></div><p>b</p>"),
            ("<table><tr><td>a\n\nb", "<table><tr><td>a</table><p>b</p>"),
            ("a <td>b</td> <li>c", "<p>a b c</p>"),
            ("a <title>b", "<p>a b</p>"),
            ("a <script>b</script> c", "<p>a  c</p>"),
            ("a <script>b", "<p>a b</p>"),
            ("<script>\nx\n</script>\n\nb", "<p>b</p>"),
            ("<p class=\"x>\n\nb", "&lt;p class=\"x><p>b</p>"),
            ("a <!-- b --!> c -->d", "<p>a d</p>"),
            ("<center>a</center>", "a"),
            ("<div>\n<!doctype html> <!a>\n</div>", "<div> &lt;!a></div>"),
            (
                "<div>\n<votre nom> <https://a.fr> <nom>\n</div>",
                "<div>&lt;votre nom> &lt;https://a.fr> </div>",
            ),
            ("a <img src=x> <a href=\"/b\">c</a>", "<p>a  c</p>"),
        ] {
            assert_eq!(html(text), expected, "{text}");
        }
    }
}
