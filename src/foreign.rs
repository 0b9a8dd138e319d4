//! Text in another language than its page: kept with its language as one value, and marked up by each output
//! in its own way.
//!
//! A screen reader reads `Caisse d’allocations familiales` on an English page as English unless it is marked
//! (WCAG 2.2, 3.1.2; RGAA 4.1, 8.7). Where the language of such a text is known, the text is put between
//! marks ([`mark`]), which survive templates. On a page, marks become elements ([`markup`]); the data of a
//! sheet has its texts without marks, and a list of those in another language ([`take`]).

use serde_json::{Value as Json, json};

use crate::language::Language;

/// Precedes the language tag. Three code points that are never assigned to a character (The Unicode Standard,
/// 23.7), and that are removed from everything that editors write ([`crate::invisible`]).
const OPEN: char = '\u{fdd0}';

/// Between the tag and the text.
const BEGIN: char = '\u{fdd1}';

/// After the text.
const CLOSE: char = '\u{fdd2}';

/// The text with its language.
pub fn mark(text: &str, language: Language) -> String {
    format!("{OPEN}{language}{BEGIN}{text}{CLOSE}")
}

/// The pieces of a text, inside and outside of marks.
enum MarkedPiece<'t> {
    Text(&'t str),
    Open(Language),
    Close,
}

/// Splits a text at its marks.
fn pieces(text: &str) -> impl Iterator<Item = MarkedPiece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if let Some(after) = rest.strip_prefix(CLOSE) {
            rest = after;
            return Some(MarkedPiece::Close);
        }
        if let Some((tag, after)) = rest
            .strip_prefix(OPEN)
            .and_then(|rest| rest.split_once(BEGIN))
            && let Some(language) = Language::parse(tag)
        {
            rest = after;
            return Some(MarkedPiece::Open(language));
        }
        let mut characters = rest.char_indices();
        characters.next()?;
        let end = characters
            .find(|(_, c)| matches!(*c, OPEN | CLOSE))
            .map_or(rest.len(), |(at, _)| at);
        let (piece, after) = rest.split_at(end);
        rest = after;
        // An incomplete mark is ignored.
        Some(MarkedPiece::Text(piece.strip_prefix(OPEN).unwrap_or(piece)))
    })
}

/// The text alone.
pub fn bare(text: &str) -> String {
    let pieces = pieces(text);
    pieces
        .filter_map(|piece| match piece {
            MarkedPiece::Text(text) => Some(text),
            MarkedPiece::Open(_) | MarkedPiece::Close => None,
        })
        .collect()
}

/// The context of a byte in a page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum HtmlContext {
    Text,
    /// In a tag; the open quotation mark, if any.
    Tag(Option<u8>),
}

/// Elements whose content is plain text to parsers.
const RAW: &[&str] = &["title", "script", "style", "textarea"];

/// The element for a text whose direction follows its first letter.
const ISOLATED: &str = "<bdi>";

/// A page of a language with an element around each text in another. Where no element is allowed, in an
/// attribute or the window title, only the text remains.
pub fn markup(html: Vec<u8>, language: Language) -> Vec<u8> {
    let mut buffer = [0; 4];
    let open = OPEN.encode_utf8(&mut buffer).as_bytes();
    if memchr::memmem::find(&html, open).is_none() {
        return html;
    }
    let Ok(text) = str::from_utf8(&html) else {
        return html;
    };
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut place = HtmlContext::Text;
    let mut raw: Option<&str> = None;
    let mut depth = 0_usize;
    let pieces = joined(pieces(text));
    for (at, piece) in pieces.iter().enumerate() {
        match *piece {
            MarkedPiece::Text(piece) => {
                (place, raw) = after(piece, place, raw);
                out.push_str(piece);
            }
            MarkedPiece::Open(other) if place == HtmlContext::Text && raw.is_none() => {
                // If an element already surrounds exactly the text, it can carry the attribute.
                let is_alone = out.ends_with(ISOLATED) && ends_with_its_element(&pieces[at + 1..]);
                if is_alone {
                    out.truncate(out.len() - 1);
                    out.push_str(&format!(" lang=\"{other}\""));
                } else {
                    depth += 1;
                    out.push_str(&format!("<span lang=\"{other}\""));
                }
                if !is_alone && other.direction() != language.direction() {
                    out.push_str(&format!(" dir=\"{}\"", other.direction()));
                }
                out.push('>');
            }
            MarkedPiece::Close if place == HtmlContext::Text && raw.is_none() && depth > 0 => {
                depth -= 1;
                out.push_str("</span>");
            }
            MarkedPiece::Open(_) | MarkedPiece::Close => {}
        }
    }
    out.into_bytes()
}

/// Whether the text that begins these pieces ends together with its element.
fn ends_with_its_element(pieces: &[MarkedPiece<'_>]) -> bool {
    let mut rest = pieces
        .iter()
        .skip_while(|piece| matches!(piece, MarkedPiece::Text(_)));
    let end = (rest.next(), rest.next());
    matches!(end, (Some(MarkedPiece::Close), Some(MarkedPiece::Text(rest))) if rest.starts_with("</bdi>"))
}

/// The pieces, with texts of one language separated by a comma merged: the lines of an address.
fn joined<'t>(pieces: impl Iterator<Item = MarkedPiece<'t>>) -> Vec<MarkedPiece<'t>> {
    let mut out: Vec<MarkedPiece<'t>> = Vec::new();
    let mut open: Vec<Language> = Vec::new();
    // The language of the last text on its own, and its end.
    let mut last: Option<(Language, usize)> = None;
    for piece in pieces {
        match &piece {
            MarkedPiece::Open(language) => {
                open.push(*language);
                if let Some((before, end)) = last.take()
                    && before == *language
                    && matches!(out.get(end..), Some([_, MarkedPiece::Text(", " | "، ")]))
                {
                    // A comma in their own language.
                    if language.direction() == "ltr" {
                        out.pop();
                        out.push(MarkedPiece::Text(", "));
                    }
                    out.remove(end);
                    continue;
                }
            }
            MarkedPiece::Close => {
                let closed = open.pop();
                last = closed.filter(|_| open.is_empty()).map(|it| (it, out.len()));
            }
            MarkedPiece::Text(_) => {}
        }
        out.push(piece);
    }
    out
}

/// The context after a piece of HTML, and the raw text element that it is in.
fn after<'r>(
    piece: &str,
    place: HtmlContext,
    raw: Option<&'r str>,
) -> (HtmlContext, Option<&'r str>)
where
    'static: 'r,
{
    let (mut place, mut raw) = (place, raw);
    let bytes = piece.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        place = match (place, byte) {
            (HtmlContext::Text, b'<') => {
                let rest = &bytes[at + 1..];
                match raw {
                    Some(name) if begins_with(rest, b"/", name) => {
                        raw = None;
                        HtmlContext::Tag(None)
                    }
                    Some(_) => HtmlContext::Text,
                    None => {
                        raw = RAW
                            .iter()
                            .find(|name| begins_with(rest, b"", name))
                            .copied();
                        HtmlContext::Tag(None)
                    }
                }
            }
            (HtmlContext::Tag(None), b'>') => HtmlContext::Text,
            (HtmlContext::Tag(None), quote @ (b'"' | b'\'')) => HtmlContext::Tag(Some(*quote)),
            (HtmlContext::Tag(Some(open)), quote) if open == *quote => HtmlContext::Tag(None),
            (place, _) => place,
        };
    }
    (place, raw)
}

fn begins_with(bytes: &[u8], sign: &[u8], name: &str) -> bool {
    let rest = bytes.strip_prefix(sign);
    let found = rest.and_then(|rest| rest.get(..name.len()));
    found.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
}

/// Removes the marks from all texts of a sheet's data.
pub fn strip(data: &mut Json) {
    each_text(data, &mut |text| {
        if text.contains(OPEN) {
            *text = bare(text);
        }
    });
}

/// Removes the marks from all texts of a sheet's data, and lists the marked texts, each with its language,
/// under `foreign`.
pub fn take(data: &mut Json) {
    let mut found: Vec<(Language, String)> = Vec::new();
    each_text(data, &mut |text| {
        if text.contains(OPEN) {
            gather(text, &mut found);
            *text = bare(text);
        }
    });
    found.sort();
    found.dedup();
    if let (false, Some(data)) = (found.is_empty(), data.as_object_mut()) {
        let list: Vec<Json> = found
            .iter()
            .map(|(language, text)| json!({ "lang": language, "said": text }))
            .collect();
        data.insert("foreign".to_owned(), list.into());
    }
}

/// Turns the list of texts, in their final form, into a pattern for each language, which templates search
/// for.
pub fn make_patterns(data: &mut Json) {
    let Some(Json::Array(list)) = data.get_mut("foreign") else {
        return;
    };
    let mut patterns: std::collections::BTreeMap<String, Vec<String>> = Default::default();
    for entry in std::mem::take(list) {
        if let (Some(lang), Some(said)) = (entry["lang"].as_str(), entry["said"].as_str()) {
            let texts = patterns.entry(lang.to_owned()).or_default();
            texts.push(pattern(said));
        }
    }
    for (lang, mut texts) in patterns {
        // Of two that begin at one place, the longer.
        texts.sort_by_key(|text| std::cmp::Reverse(text.len()));
        list.push(json!({ "lang": lang, "pattern": texts.join("|") }));
    }
}

/// A text as a regular expression that matches it, but not in the middle of a word.
fn pattern(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if is_letter(text.chars().next()) {
        out.push_str("\\b");
    }
    for c in text.chars() {
        if c.is_ascii_punctuation() && c != '<' && c != '>' {
            out.push('\\');
        }
        out.push(c);
    }
    if is_letter(text.chars().next_back()) {
        out.push_str("\\b");
    }
    out
}

fn gather(text: &str, found: &mut Vec<(Language, String)>) {
    let mut open: Vec<(Language, String)> = Vec::new();
    for piece in pieces(text) {
        match piece {
            MarkedPiece::Open(language) => open.push((language, String::new())),
            MarkedPiece::Text(text) => open.iter_mut().for_each(|(_, said)| said.push_str(text)),
            MarkedPiece::Close => found.extend(open.pop()),
        }
    }
}

fn each_text(data: &mut Json, see: &mut impl FnMut(&mut String)) {
    match data {
        Json::String(text) => see(text),
        Json::Array(items) => items.iter_mut().for_each(|item| each_text(item, see)),
        Json::Object(fields) => fields.values_mut().for_each(|field| each_text(field, see)),
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn french(text: &str) -> String {
        mark(text, Language::french())
    }

    fn page(html: &str, language: &str) -> String {
        let html = markup(html.as_bytes().to_vec(), Language::parse(language).unwrap());
        String::from_utf8(html).unwrap()
    }

    #[test]
    fn the_lines_of_an_address_are_one_text() {
        let lines = [french("3 rue X"), french("00000 Y"), french("France")];
        assert_eq!(
            page(&format!("<p><bdi>{}</bdi></p>", lines.join("، ")), "ar"),
            "<p><bdi lang=\"fr\">3 rue X, 00000 Y, France</bdi></p>"
        );
        assert_eq!(
            page(&format!("<p>{}</p>", lines.join(", ")), "en"),
            "<p><span lang=\"fr\">3 rue X, 00000 Y, France</span></p>"
        );
        let other = mark("B", Language::parse("es").unwrap());
        assert_eq!(
            page(&format!("<p>{}, {other} {}</p>", lines[0], lines[1]), "en"),
            "<p><span lang=\"fr\">3 rue X</span>, <span lang=\"es\">B</span> <span lang=\"fr\">00000 Y</span></p>"
        );
    }

    #[test]
    fn a_page_has_an_element_where_it_can_have_one() {
        let name = french("La <b>Caf</b>");
        assert_eq!(
            page(&format!("<p>At {name}.</p>"), "en"),
            "<p>At <span lang=\"fr\">La <b>Caf</b></span>.</p>"
        );
        assert_eq!(
            page(&format!("<p>{}</p>", french("Caf")), "ar"),
            "<p><span lang=\"fr\" dir=\"ltr\">Caf</span></p>"
        );
        let name = french("Caf");
        assert_eq!(
            page(
                &format!(
                    "<title>{name} – x</title><img alt='a > {name}'><a title=\"{name}\">{name}</a>"
                ),
                "en"
            ),
            "<title>Caf – x</title><img alt='a > Caf'><a title=\"Caf\"><span lang=\"fr\">Caf</span></a>"
        );
        assert_eq!(page("<p>x</p>", "en"), "<p>x</p>");
    }

    proptest! {
        #[test]
        fn no_mark_is_left(text in "[a<>\"'\u{fdd0}\u{fdd1}\u{fdd2}fr é]{0,60}") {
            let out = page(&french(&text), "en");
            prop_assert!(!out.contains([OPEN, CLOSE]), "{out:?}");
            prop_assert!(out.matches("<span").count() >= out.matches("</span").count());
        }

        // Texts in a page contain no HTML, or whole elements, and marks come in pairs.
        #[test]
        fn every_element_is_closed(parts in proptest::collection::vec(prop_oneof![
            "[a>\"' é]{0,5}".prop_map(|text| (false, text)),
            prop::sample::select(vec!["<b>", "</b>", "<i title=\"a > b\">", "<br/>", "<title>x</title>", "<bdi>", "</bdi>"])
                .prop_map(|tag| (false, tag.to_owned())),
            "[a>\"' é]{0,5}".prop_map(|text| (true, text)),
        ], 0..12), whole: bool) {
            let said = |(is_foreign, text): &(bool, String)| match is_foreign {
                true => french(text),
                false => text.clone(),
            };
            let text: String = parts.iter().map(said).collect();
            let text = if whole { french(&text) } else { text };
            let out = page(&text, "en");
            prop_assert!(!out.contains([OPEN, CLOSE]), "{out:?}");
            let opened = out.matches("<span").count();
            prop_assert_eq!(opened, out.matches("</span").count(), "{}", &out);
            // An element that was there already may carry the language instead.
            let asked = parts.iter().filter(|(is_foreign, _)| *is_foreign).count() + usize::from(whole);
            prop_assert_eq!(opened + out.matches("<bdi lang").count(), asked, "{}", out);
        }

        #[test]
        fn texts_are_what_they_were_without_their_marks(before in "[a-zé ]{0,9}", text in "[a-zé. ]{1,9}", after in "[a-zé ]{0,9}") {
            let whole = format!("{before}{}{after}", french(&text));
            let alone = format!("{before}{text}{after}");
            let shown = page(&format!("<p>{whole}</p>"), "en");
            prop_assert_eq!(shown, format!("<p>{before}<span lang=\"fr\">{text}</span>{after}</p>"));
            let mut data = json!({ "a": [whole] });
            take(&mut data);
            prop_assert_eq!(data, json!({ "a": [alone], "foreign": [{ "lang": "fr", "said": text }] }));
        }
    }
}
