//! Bar charts as SVG, for pages and paper: outlines that survive a bad photocopy, and no colour of their own.

use std::fmt::Write as _;

use crate::markdown::escape;

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
    let height = bars.len() * ROW;
    let figures = bars.iter().map(|bar| format!("{} {}", bar.label, bar.said));
    let label = format!("{title} ({})", figures.collect::<Vec<_>>().join(", "));
    let mut svg = format!(
        "<svg viewBox=\"0 0 {WIDTH} {height}\" width=\"100%\" height=\"{height}\" preserveAspectRatio=\"xMinYMin\" role=\"img\" aria-label=\"{}\" fill=\"currentColor\" stroke=\"currentColor\" font-size=\"15\">",
        escape(&label)
    );
    for (index, bar) in bars.iter().enumerate() {
        let top = index * ROW;
        let full = bar.of.max(1);
        let length = bar.count.min(full) * LENGTH / full;
        // Writing to a string does not fail.
        let _ = write!(
            svg,
            "<text x=\"0\" y=\"{text}\" stroke=\"none\">{label}</text>\
             <rect x=\"{LABEL}\" y=\"{y}\" width=\"{LENGTH}\" height=\"16\" fill=\"none\"/>\
             <rect x=\"{LABEL}\" y=\"{y}\" width=\"{length}\" height=\"16\"/>\
             <text x=\"{end}\" y=\"{text}\" stroke=\"none\">{said}</text>",
            text = top + 18,
            y = top + 5,
            end = LABEL + LENGTH + 10,
            label = escape(&bar.label),
            said = escape(&bar.said),
        );
    }
    svg.push_str("</svg>");
    svg
}
