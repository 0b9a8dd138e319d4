//! Bars as SVG, for pages and paper: outlines that a bad photocopy keeps, and no colour of their own.

use std::fmt::Write as _;

use crate::markdown::escape;

/// One bar.
pub struct Bar {
    /// What it counts.
    pub label: String,
    /// How many.
    pub count: usize,
    /// Of how many: the bar's full length.
    pub of: usize,
    /// What stands at its end, such as `12 (80 %)`.
    pub said: String,
}

const ROW: usize = 26;
const LABEL: usize = 145;
const LENGTH: usize = 170;
const WIDTH: usize = 420;

/// A chart of bars, one below the other; `title` says in words what it shows. It takes the colour of the text around it, and shrinks
/// to a small screen without ever growing.
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
