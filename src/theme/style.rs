//! The style sheet, minified for old browsers.

use std::collections::BTreeMap;
use std::sync::Arc;

use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};

/// The oldest browsers whose CSS the style sheet is written down to (the budget of reach: a browser of 2014 to 2016).
fn oldest_browsers() -> Targets {
    let version = |major: u32| Some(major << 16);
    Targets::from(Browsers {
        chrome: version(30),
        firefox: version(48),
        safari: version(9),
        ios_saf: version(9),
        ..Browsers::default()
    })
}

/// The style sheet for both directions of writing.
#[derive(Debug, Default)]
pub struct Styles {
    /// For languages that are written from left to right.
    pub left_to_right: String,
    /// For the others: left and right are exchanged.
    pub right_to_left: String,
}

/// Exchanges the words `left` and `right`, whole or as a part of a property's name.
fn mirror(css: &str) -> String {
    let mut mirrored = String::with_capacity(css.len());
    let is_letter = |c: char| c.is_ascii_alphabetic();
    let mut rest = css;
    while let Some(at) = rest.find(is_letter) {
        mirrored.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(|c| !is_letter(c)).unwrap_or(rest.len());
        mirrored.push_str(match &rest[..end] {
            "left" => "right",
            "right" => "left",
            word => word,
        });
        rest = &rest[end..];
    }
    mirrored + rest
}

/// The style sheet as it stands in each page; nothing where it has a mistake.
pub(super) fn style_sheet(
    files: &BTreeMap<String, Arc<TextFile>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Styles {
    let Some(file) = files.get("style.css") else {
        return Styles::default();
    };
    match minify(&file.text) {
        Ok(css) => Styles {
            left_to_right: css,
            // What is sound in one direction is so in the other.
            right_to_left: minify(&mirror(&file.text)).unwrap_or_default(),
        },
        Err((line, reason)) => {
            let start: usize = file
                .text
                .split_inclusive('\n')
                .take(line)
                .map(str::len)
                .sum();
            let place = Place {
                file: Arc::clone(file),
                span: start..start,
            };
            diagnostics.push(
                Diagnostic::new(Code::StyleSheet, Location::Place(place)).with("reason", reason),
            );
            Styles::default()
        }
    }
}

/// The style sheet for old browsers, without a byte too many; or the line (from 0) and the mistake in it.
fn minify(css: &str) -> Result<String, (usize, String)> {
    let mut sheet = StyleSheet::parse(css, ParserOptions::default()).map_err(|error| {
        let line = error.loc.as_ref().map_or(0, |loc| loc.line as usize);
        (line, error.kind.to_string())
    })?;
    let targets = oldest_browsers();
    sheet
        .minify(MinifyOptions {
            targets,
            ..MinifyOptions::default()
        })
        .map_err(|error| (0, error.kind.to_string()))?;
    let printed = sheet
        .to_css(PrinterOptions {
            minify: true,
            targets,
            ..PrinterOptions::default()
        })
        .map_err(|error| (0, error.kind.to_string()))?;
    if printed.code.contains("</") {
        return Err((0, "</".to_owned()));
    }
    Ok(printed.code)
}

#[cfg(test)]
mod tests {
    use super::mirror;

    #[test]
    fn left_and_right_are_exchanged_as_words() {
        assert_eq!(
            mirror(".x{margin-left:1em;text-align:right;float:leftover}"),
            ".x{margin-right:1em;text-align:left;float:leftover}"
        );
    }
}
