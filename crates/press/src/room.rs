//! Whether what a template has set stays within its room: on the paper, in its frame, beside its neighbours. Typst sets a word that is wider
//! than its column over its neighbour, without a warning.

use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst_layout::PagedDocument;

use guichet_wire::Remark;

/// Printers cannot print closer to the edge of the paper, in millimetres.
const UNPRINTABLE: f64 = 5.0;

/// How many things are named: fixing these reveals the rest.
const MOST: usize = 3;

/// How far text may reach out of its frame, and into other text, as a fraction of its size: hanging punctuation, slanted letters.
const TOLERANCE: f64 = 0.3;

/// A line of text, or the part of one in a single font, at its place on the page: from the baseline to the height of small letters,
/// so that lines set close are not taken for one upon the other.
struct TextRun<'d> {
    text: &'d str,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    size: f64,
    /// Whether it reaches out of a frame that holds it.
    is_out: bool,
}

/// The remark `too-wide`, with the words that are off the paper, out of their frame or on other text; `None` if there are none.
pub fn remark(document: &PagedDocument) -> Option<Remark> {
    let mut found: Vec<String> = Vec::new();
    let mut pieces = Vec::new();
    for page in document.pages() {
        pieces.clear();
        let (width, height) = (page.frame.width().to_pt(), page.frame.height().to_pt());
        gather(
            &page.frame,
            Transform::identity(),
            Some((0.0, width)),
            &mut pieces,
        );
        for text in out_of_room(&mut pieces, (width, height)) {
            let word = longest_word(text);
            if found.len() < MOST && !found.contains(&word) {
                found.push(word);
            }
        }
    }
    (!found.is_empty()).then(|| Remark {
        name: "too-wide".to_owned(),
        values: vec![("what".to_owned(), found.join(", "))],
    })
}

/// Gathers the pieces of a frame; `room` is where it may have text from left to right, on the page, unless it is turned.
fn gather<'d>(
    frame: &'d Frame,
    at: Transform,
    room: Option<(f64, f64)>,
    pieces: &mut Vec<TextRun<'d>>,
) {
    for (place, item) in frame.items() {
        let at = at.pre_concat(Transform::translate(place.x, place.y));
        match item {
            FrameItem::Group(group) => {
                let at = at.pre_concat(group.transform);
                let own = group.frame.kind().is_hard() && group.frame.width() > Abs::zero();
                let room = match (room, is_upright(at)) {
                    (Some(_), true) if own => {
                        let left = at.tx.to_pt();
                        Some((left, left + group.frame.width().to_pt()))
                    }
                    (room, true) => room,
                    (_, false) => None,
                };
                gather(&group.frame, at, room, pieces);
            }
            FrameItem::Text(text) if !text.text.trim().is_empty() => {
                let size = text.size.to_pt();
                let width = width_of(text).to_pt();
                let corners = [(0.0, 0.0), (width, -size * 0.45)]
                    .map(|(x, y)| Point::new(Abs::pt(x), Abs::pt(y)).transform(at));
                let [from, to] = corners.map(|corner| (corner.x.to_pt(), corner.y.to_pt()));
                let (left, right) = (from.0.min(to.0), from.0.max(to.0));
                let slack = size * TOLERANCE;
                pieces.push(TextRun {
                    text: &text.text,
                    left,
                    right,
                    top: from.1.min(to.1),
                    bottom: from.1.max(to.1),
                    size,
                    is_out: room
                        .is_some_and(|room| left < room.0 - slack || right > room.1 + slack),
                });
            }
            _ => {}
        }
    }
}

/// How wide a text is without the spaces at its end.
fn width_of(text: &typst::text::TextItem) -> Abs {
    let seen = text.text.trim_end().len();
    let glyphs = text.glyphs.iter();
    let glyphs = glyphs.filter(|glyph| usize::from(glyph.range.start) < seen);
    glyphs.map(|glyph| glyph.x_advance.at(text.size)).sum()
}

fn is_upright(at: Transform) -> bool {
    at.sx.is_one() && at.sy.is_one() && at.kx.is_zero() && at.ky.is_zero()
}

/// The texts that are off the paper, out of their frames or on others.
fn out_of_room<'d>(pieces: &mut [TextRun<'d>], (width, height): (f64, f64)) -> Vec<&'d str> {
    let margin = UNPRINTABLE * 72.0 / 25.4;
    let is_off = |piece: &TextRun<'_>| {
        piece.is_out
            || piece.left < margin
            || piece.right > width - margin
            || piece.top < margin
            || piece.bottom > height - margin
    };
    let off = pieces.iter().filter(|piece| is_off(piece));
    let mut found: Vec<&str> = off.map(|piece| piece.text).collect();
    pieces.sort_by(|a, b| a.top.total_cmp(&b.top));
    for (at, upper) in pieces.iter().enumerate() {
        let below = pieces[at + 1..].iter();
        let mut near = below.take_while(|lower| lower.top < upper.bottom);
        if let Some(lower) = near.find(|lower| meet(upper, lower)) {
            let longer = if lower.text.len() > upper.text.len() {
                lower
            } else {
                upper
            };
            found.push(longer.text);
        }
    }
    found
}

/// Whether two pieces overlap.
fn meet(a: &TextRun<'_>, b: &TextRun<'_>) -> bool {
    let slack = a.size.min(b.size) * TOLERANCE;
    let across = a.right.min(b.right) - a.left.max(b.left);
    let down = a.bottom.min(b.bottom) - a.top.max(b.top);
    across > slack && down > slack * 0.5
}

/// The longest word of a text, or its beginning where that is very long.
fn longest_word(text: &str) -> String {
    const SHOWN: usize = 40;
    let words = text.split_whitespace();
    let word = words
        .max_by_key(|word| word.chars().count())
        .unwrap_or_default();
    let end = word.char_indices().nth(SHOWN);
    end.map_or_else(|| word.to_owned(), |(end, _)| format!("{}…", &word[..end]))
}
