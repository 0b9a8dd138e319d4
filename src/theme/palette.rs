//! The site's colour in the style sheet.

use std::borrow::Cow;

use crate::model::Colour;

/// The style sheet with the shades of a colour in place of `var(--accent)`, `var(--accent-tint)`, …
///
/// They are put in here, and not by the browser: those of 2014 know no variables, and each page is lighter without.
pub(super) fn coloured(css: &str, colour: Colour) -> Cow<'_, str> {
    let shades = [
        ("var(--accent)", colour.hex()),
        ("var(--accent-tint)", colour.tint()),
        ("var(--accent-line)", colour.line()),
        ("var(--accent-night)", colour.by_night()),
        ("var(--accent-night-tint)", colour.night_tint()),
    ];
    shades
        .iter()
        .fold(Cow::Borrowed(css), |css, (name, shade)| {
            match css.contains(name) {
                true => css.replace(name, shade).into(),
                false => css,
            }
        })
}
