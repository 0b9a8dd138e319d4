//! SVG drawings: their size, and what they may not contain.

use std::borrow::Cow;

use quick_xml::escape::unescape;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, BytesText, Event};
use quick_xml::{Reader, Writer};
use svg_hush::{Filter, data_url_filter};

use super::extent::is_bounded;
use super::{Damage, ImageHeader, ImageKind};

/// What is removed from a drawing: what could run or load something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsafe {
    /// What it is, as written: `<script>`, `onload`, `href`.
    pub what: String,
    /// Its byte position.
    pub at: usize,
}

/// Elements that run code, or embed a page in the drawing.
const ACTIVE: &[&str] = &[
    "script",
    "foreignObject",
    "iframe",
    "embed",
    "object",
    "handler",
    "audio",
    "video",
];

/// Checks the header of a drawing, which must be one that can be cleaned.
///
/// # Errors
///
/// If it is not XML, or not a drawing.
pub fn head(text: &str) -> Result<ImageHeader, Damage> {
    clean(text.as_bytes())?;
    Ok(ImageHeader {
        kind: ImageKind::Vector,
        pixels: root(text).and_then(|root| size(&root)),
        moves: false,
    })
}

/// The drawing without what could run or load something, and without what only its drawing program
/// understands.
pub fn clean(svg: &[u8]) -> Result<Vec<u8>, Damage> {
    let text = std::str::from_utf8(svg).map_err(|_| Damage::NotAnImage)?;
    if !is_bounded(text) {
        return Err(Damage::NotAnImage);
    }
    let mut filter = Filter::new();
    filter.set_data_url_filter(data_url_filter::allow_standard_images);
    let mut out = Vec::with_capacity(svg.len());
    let cleaned = filter.filter(svg, &mut out);
    cleaned.map_err(|_| Damage::NotAnImage)?;
    let filtered = String::from_utf8(out).map_err(|_| Damage::NotAnImage)?;
    if unsafe_parts(&filtered).is_empty() {
        return Ok(filtered.into_bytes());
    }
    // The filter keeps addresses on the same site, but a sheet has none, and nobody meant to show those
    // files.
    let clean = without_unsafe_parts(&filtered).ok_or(Damage::NotAnImage)?;
    match unsafe_parts(&clean).is_empty() {
        true => Ok(clean.into_bytes()),
        false => Err(Damage::NotAnImage),
    }
}

/// The drawing without what [`unsafe_parts`] finds in it.
fn without_unsafe_parts(svg: &str) -> Option<String> {
    let mut reader = Reader::from_str(svg);
    let mut writer = Writer::new(Vec::with_capacity(svg.len()));
    let mut in_style = false;
    loop {
        let event = match reader.read_event().ok()? {
            Event::Eof => return String::from_utf8(writer.into_inner()).ok(),
            Event::Start(element) => {
                in_style = local_name(&element) == "style";
                Event::Start(harmless(&element)?)
            }
            Event::Empty(element) => Event::Empty(harmless(&element)?),
            Event::End(end) => {
                in_style = false;
                Event::End(end)
            }
            Event::Text(text) if in_style => {
                let css = String::from_utf8_lossy(&text);
                let css = within(&css);
                match loads(&css) {
                    true => continue,
                    false => Event::Text(BytesText::from_escaped(css.into_owned())),
                }
            }
            Event::CData(css) if in_style && loads(&String::from_utf8_lossy(&css)) => continue,
            event => event,
        };
        writer.write_event(event).ok()?;
    }
}

/// An element without the attributes that could run or load something; nothing if the element itself could.
fn harmless<'e>(element: &BytesStart<'e>) -> Option<BytesStart<'e>> {
    let name = local_name(element);
    if ACTIVE.contains(&name.as_str()) {
        return None;
    }
    let mut kept = element.clone();
    kept.clear_attributes();
    for attribute in element.attributes().flatten() {
        let value = String::from_utf8_lossy(&attribute.value);
        let value = within(&value).into_owned().into_bytes();
        let attribute = Attribute {
            key: attribute.key,
            value: value.into(),
        };
        if !is_unsafe(&name, &attribute) {
            kept.push_attribute(attribute);
        }
    }
    Some(kept.into_owned())
}

/// A style in which every `url(…)` is a part of the drawing or an image in it.
fn within(css: &str) -> Cow<'_, str> {
    // As long as the text, byte for byte.
    let small = css.to_ascii_lowercase();
    if !leads_out(&small) {
        return Cow::Borrowed(css);
    }
    let mut out = String::with_capacity(css.len());
    let mut done = 0;
    while let Some(at) = small[done..].find("url(") {
        let begin = done + at + "url(".len();
        out.push_str(&css[done..begin]);
        done = match stays(&small[begin..]) {
            true => begin,
            false => small[begin..]
                .find(')')
                .map_or(small.len(), |at| begin + at),
        };
    }
    out.push_str(&css[done..]);
    Cow::Owned(out)
}

/// Everything in a drawing that could run or load something.
pub fn unsafe_parts(text: &str) -> Vec<Unsafe> {
    let mut found = Vec::new();
    let mut reader = Reader::from_str(text);
    let mut in_style = false;
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let mut add = |what: String| {
            // The element begins at `at`; the part in question is somewhere in it.
            let within = text
                .get(at..)
                .and_then(|rest| rest.find(what.trim_matches(['<', '>'])));
            found.push(Unsafe {
                at: at + within.unwrap_or(0),
                what,
            });
        };
        match reader.read_event() {
            Ok(Event::Start(element)) => {
                in_style = local_name(&element) == "style";
                parts_of(&element, &mut add);
            }
            Ok(Event::Empty(element)) => parts_of(&element, &mut add),
            Ok(Event::End(_)) => in_style = false,
            Ok(Event::Text(css)) if in_style && loads(&String::from_utf8_lossy(&css)) => {
                add("<style>".to_owned());
            }
            Ok(Event::CData(css)) if in_style && loads(&String::from_utf8_lossy(&css)) => {
                add("<style>".to_owned());
            }
            Ok(Event::DocType(types)) if holds(&types, "<!ENTITY") => add("<!ENTITY>".to_owned()),
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => {}
        }
    }
}

fn parts_of(element: &BytesStart<'_>, add: &mut impl FnMut(String)) {
    let name = local_name(element);
    if ACTIVE.contains(&name.as_str()) {
        return add(format!("<{name}>"));
    }
    for attribute in element.attributes().with_checks(false).flatten() {
        if is_unsafe(&name, &attribute) {
            add(String::from_utf8_lossy(attribute.key.local_name().as_ref()).into_owned());
        }
    }
}

/// Whether an attribute could run or load something.
fn is_unsafe(element: &str, attribute: &Attribute<'_>) -> bool {
    let key = attribute.key.local_name();
    let key = String::from_utf8_lossy(key.as_ref()).to_ascii_lowercase();
    let value = String::from_utf8_lossy(&attribute.value);
    let value = unescape(&value).unwrap_or(Cow::Borrowed(&value));
    let value = value.to_ascii_lowercase();
    let value = value.trim();
    // A person decides to follow a link. An image does not show a part of its own drawing.
    let stays = match element {
        "a" => true,
        "image" | "feImage" => value.starts_with("data:image/"),
        _ => value.starts_with('#') || value.starts_with("data:image/"),
    };
    (key == "href" && !stays) || key.starts_with("on") || runs(value) || leads_out(value)
}

/// Whether a style loads something.
fn loads(css: &str) -> bool {
    let css = css.to_ascii_lowercase();
    css.contains("@import") || leads_out(&css)
}

/// Whether a lower-case value is a program to anything that reads addresses as browsers do: they skip control
/// characters.
fn runs(value: &str) -> bool {
    let mut letters = value.chars().filter(|c| !c.is_control() && *c != ' ');
    "javascript:"
        .chars()
        .all(|letter| letters.next() == Some(letter))
}

/// Whether an address in a style leads out of the drawing; everything is lower-case.
fn leads_out(css: &str) -> bool {
    let mut urls = css.split("url(").skip(1);
    urls.any(|url| !stays(url))
}

/// Whether an address is in the drawing. An empty one, which the filter leaves for those that it does not
/// understand, loads nothing.
fn stays(url: &str) -> bool {
    let url = url.trim_start().trim_start_matches(['"', '\'']);
    url.is_empty() || url.starts_with(['#', ')']) || url.starts_with("data:image/")
}

fn holds(bytes: &[u8], what: &str) -> bool {
    String::from_utf8_lossy(bytes).contains(what)
}

fn local_name(element: &BytesStart<'_>) -> String {
    String::from_utf8_lossy(element.local_name().as_ref()).into_owned()
}

/// The first element.
fn root(text: &str) -> Option<BytesStart<'static>> {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event().ok()? {
            Event::Start(root) | Event::Empty(root) => return Some(root.into_owned()),
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// Width and height of a drawing in CSS pixels: as declared, or from its coordinates (SVG 2, 8.2 and 8.6).
fn size(root: &BytesStart<'_>) -> Option<(u32, u32)> {
    let value = |name: &str| {
        let attribute = root.try_get_attribute(name).ok()??;
        Some(String::from_utf8_lossy(&attribute.value).into_owned())
    };
    let length = |name: &str| length(&value(name)?);
    let coordinates = || {
        let view = value("viewBox")?;
        let numbers: Vec<f64> = view
            .split([' ', ',', '\t', '\n'])
            .filter(|number| !number.is_empty())
            .map(|number| number.parse().ok())
            .collect::<Option<_>>()?;
        match numbers[..] {
            [_, _, width, height] => Some((width, height)),
            _ => None,
        }
    };
    let (width, height) = match (length("width"), length("height")) {
        (Some(width), Some(height)) => (width, height),
        // If one is given, the other follows from the aspect ratio of the coordinates.
        (Some(width), None) => coordinates().map(|(w, h)| (width, width * h / w))?,
        (None, Some(height)) => coordinates().map(|(w, h)| (height * w / h, height))?,
        (None, None) => coordinates()?,
    };
    let pixels = |length: f64| {
        let whole = length.round();
        (1.0..=100_000.0).contains(&whole).then_some(whole as u32)
    };
    Some((pixels(width)?, pixels(height)?))
}

/// A length in CSS pixels, 96 to the inch.
fn length(text: &str) -> Option<f64> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.');
    let (number, unit) = text.split_at(end.unwrap_or(text.len()));
    let per_unit = match unit {
        "" | "px" => 1.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        _ => return None,
    };
    Some(number.parse::<f64>().ok()? * per_unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pixels(root: &str) -> Option<(u32, u32)> {
        head(&format!("<svg xmlns='http://www.w3.org/2000/svg' {root}/>"))
            .unwrap()
            .pixels
    }

    #[test]
    fn a_drawing_has_the_size_that_it_says() {
        assert_eq!(pixels("width='120' height='60px'"), Some((120, 60)));
        assert_eq!(pixels("width='25.4mm' height='1in'"), Some((96, 96)));
        assert_eq!(pixels("viewBox='0 0 300 150'"), Some((300, 150)));
        assert_eq!(pixels("width='100%' viewBox='0,0, 30 15'"), Some((30, 15)));
        assert_eq!(pixels("width='60' viewBox='0 0 30 15'"), Some((60, 30)));
        assert_eq!(pixels("width='1e9' height='-3'"), None);
        assert_eq!(pixels(""), None);
    }

    #[test]
    fn what_could_run_or_load_is_found_and_taken_out() {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' onload='a()'>\
            <script>alert(1)</script><style>@import 'x.css'; b{fill:url(http://e.org/x)} c{fill:url(#d)}</style>\
            <image xlink:href='http://e.org/pixel.png'/><use href='#d'/><a href='javascript:a()'><path d='M0 0' fill='url(#d)'/></a>\
            <foreignObject><p>x</p></foreignObject><rect style='fill: url( //e.org/a )'/></svg>";
        let found: Vec<String> = unsafe_parts(svg)
            .into_iter()
            .map(|part| part.what)
            .collect();
        assert_eq!(
            found,
            [
                "onload",
                "<script>",
                "<style>",
                "href",
                "href",
                "<foreignObject>",
                "style"
            ]
        );
        let clean = String::from_utf8(clean(svg.as_bytes()).unwrap()).unwrap();
        for gone in [
            "alert",
            "import",
            "javascript",
            "e.org",
            "foreign",
            "onload",
            "pixel",
        ] {
            assert!(!clean.contains(gone), "{gone}: {clean}");
        }
        assert!(clean.contains("url(#d)") && clean.contains("M0 0"));
    }

    #[test]
    fn nothing_leads_out_of_a_drawing() {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>\
            <image href='/etc/passwd' width='9'/><image xlink:href='file:///etc/passwd'/><image href='x.png'/><image href='#d'/>\
            <image href='data:image/png;base64,AAAA'/><filter id='f'><feImage href='../.env'/></filter>\
            <use href='other.svg#d'/><use xlink:href='#d'/><a href='https://e.org/'><path id='d' d='M0 0'/></a></svg>";
        let clean = String::from_utf8(clean(svg.as_bytes()).unwrap()).unwrap();
        for gone in ["passwd", "x.png", "env", "other"] {
            assert!(!clean.contains(gone), "{gone}: {clean}");
        }
        assert_eq!(clean.matches("#d").count(), 1, "{clean}");
        for kept in ["data:image/png;base64,AAAA", "width"] {
            assert!(clean.contains(kept), "{kept}: {clean}");
        }
    }

    #[test]
    fn what_is_no_drawing_is_refused() {
        for bad in [
            "",
            "text",
            "<svg>",
            "<html/>",
            "<svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>",
            "<svg xmlns='http://www.w3.org/2000/svg'></a></svg>",
        ] {
            assert_eq!(head(bad), Err(Damage::NotAnImage), "{bad}");
        }
    }
}
