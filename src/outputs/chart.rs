//! Bar charts as SVG, for pages and paper: outlines that survive a bad photocopy, and no colour of their own.

use crate::xml::XmlDocument;

/// One bar.
pub struct Bar {
    /// Its label.
    pub label: String,
    /// How many.
    pub count: usize,
    /// Out of how many: the full length of the bar.
    pub of: usize,
    /// The text at its end, such as `12 (80 %)`.
    pub said: String,
}

const ROW: usize = 26;
const LABEL: usize = 145;
const LENGTH: usize = 170;
const WIDTH: usize = 420;

/// A chart of bars, one below another; `title` describes it in words. It takes the colour of the surrounding
/// text, and shrinks on a small screen but never grows.
pub fn bars(title: &str, bars: &[Bar]) -> String {
    let figures = bars.iter().map(|bar| format!("{} {}", bar.label, bar.said));
    let label = format!("{title} ({})", figures.collect::<Vec<_>>().join(", "));
    let height = (bars.len() * ROW).to_string();
    let view = format!("0 0 {WIDTH} {height}");
    let attributes = [
        ("viewBox", &*view),
        ("width", "100%"),
        ("height", &height),
        ("preserveAspectRatio", "xMinYMin"),
        ("role", "img"),
        ("aria-label", &label),
        ("fill", "currentColor"),
        ("stroke", "currentColor"),
        ("font-size", "15"),
    ];
    let mut svg = XmlDocument::part();
    svg.around("svg", &attributes, |svg| {
        for (index, bar) in bars.iter().enumerate() {
            row(index * ROW, bar, svg);
        }
    });
    svg.finish()
}

/// The label of a bar, its frame, the bar, and the text at its end.
fn row(top: usize, bar: &Bar, svg: &mut XmlDocument) {
    let full = bar.of.max(1);
    let length = bar.count.min(full) * LENGTH / full;
    let words = |svg: &mut XmlDocument, x: usize, words: &str| {
        let [x, y] = [x, top + 18].map(|number| number.to_string());
        svg.element("text", &[("x", &x), ("y", &y), ("stroke", "none")], words);
    };
    let outline = |svg: &mut XmlDocument, width: usize, fill: &[(&str, &str)]| {
        let [x, y, width] = [LABEL, top + 5, width].map(|number| number.to_string());
        let size = [("x", &*x), ("y", &*y), ("width", &*width), ("height", "16")];
        svg.empty("rect", &[&size[..], fill].concat());
    };
    words(svg, 0, &bar.label);
    outline(svg, LENGTH, &[("fill", "none")]);
    outline(svg, length, &[]);
    words(svg, LABEL + LENGTH + 10, &bar.said);
}
