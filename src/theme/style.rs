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

/// The style sheet as it stands in each page; nothing where it has a mistake.
pub(super) fn style_sheet(
    files: &BTreeMap<String, Arc<TextFile>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> String {
    let Some(file) = files.get("style.css") else {
        return String::new();
    };
    match minify(&file.text) {
        Ok(css) => css,
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
            String::new()
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
