//! Minifies the style sheet for old browsers.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

use super::ThemeChoice;
use super::mirror::mirror;
use super::palette::coloured;
use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};

/// The oldest browsers that the style sheet is compiled for (the budget of reach: a browser of 2014 to 2016).
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
    /// For left-to-right languages.
    pub left_to_right: String,
    /// For the others: left and right are swapped.
    pub right_to_left: String,
}

/// The style sheet as embedded in each page: `style.css`, and what the look adds (`looks/town.css`). A site that has
/// written its own `style.css` gets a look only if it asks for one. What has a mistake is left out.
pub(super) fn style_sheet(
    files: &BTreeMap<String, Arc<TextFile>>,
    own: &BTreeSet<String>,
    choice: &ThemeChoice,
    diagnostics: &mut Vec<Diagnostic>,
) -> Styles {
    let look = match choice.look {
        None if own.contains("style.css") => None,
        look => Some(format!("looks/{}.css", look.unwrap_or_default().name())),
    };
    let paths = std::iter::once("style.css".to_owned()).chain(look);
    let mut styles = Styles::default();
    for file in paths.filter_map(|path| files.get(&path)) {
        let css = coloured(&file.text, choice.colour);
        match minify(&css).and_then(|minified| Ok((minified, minify(&mirror(&css))?))) {
            Ok((minified, mirrored)) => {
                styles.left_to_right += &minified;
                styles.right_to_left += &mirrored;
            }
            Err(mistake) => diagnostics.push(mistake.diagnostic(file)),
        }
    }
    styles
}

/// Deeper than any real style sheet: the parser recurses.
const DEEPEST: usize = 32;

/// How many times nested rules may repeat `&`. Old browsers do not know it, so each is expanded to everything
/// that its rule is nested in: three levels with ten each would be a thousand.
const MOST_PARENTS: usize = 1000;

/// What is wrong with a style sheet.
struct StyleMistake {
    /// The line, from 0.
    line: usize,
    /// Why, for the message.
    cause: &'static str,
    /// The parser's message, in English.
    reason: String,
}

impl StyleMistake {
    fn new(line: usize, reason: String) -> Self {
        Self {
            line,
            cause: "other",
            reason,
        }
    }

    /// As it is reported of the file.
    fn diagnostic(self, file: &Arc<TextFile>) -> Diagnostic {
        let lines = file.text.split_inclusive('\n').take(self.line);
        let start: usize = lines.map(str::len).sum();
        let place = Place {
            file: Arc::clone(file),
            span: start..start,
        };
        Diagnostic::new(Code::StyleSheet, Location::Place(place))
            .with("cause", self.cause)
            .with("reason", self.reason)
    }
}

/// Where rules or brackets are nested too deeply, or repeat their parents too often.
fn nested_too_deep(css: &str) -> Option<StyleMistake> {
    let nested = |at: usize| StyleMistake {
        line: css.as_bytes()[..at].iter().filter(|b| **b == b'\n').count(),
        cause: "nested",
        reason: String::new(),
    };
    // For each open bracket, how many times its content is written.
    let mut open: Vec<usize> = Vec::new();
    let mut parents = 0;
    let mut bytes = css.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'/' if css.as_bytes().get(at + 1) == Some(&b'*') => {
                let length = css[at + 2..].find("*/")? + 3;
                bytes.nth(length - 1);
            }
            b'"' | b'\'' => {
                while let Some((_, inner)) = bytes.next() {
                    match inner {
                        b'\\' => _ = bytes.next(),
                        b'\n' => break,
                        inner if inner == byte => break,
                        _ => {}
                    }
                }
            }
            b'\\' => _ = bytes.next(),
            b'&' => parents += 1,
            b'{' | b'(' | b'[' => {
                let around = open.last().copied().unwrap_or(1);
                let times = match byte {
                    b'{' => around.saturating_mul(std::mem::take(&mut parents).max(1)),
                    _ => around,
                };
                open.push(times);
                if open.len() > DEEPEST || times > MOST_PARENTS {
                    return Some(nested(at));
                }
            }
            b'}' | b')' | b']' => {
                open.pop();
                if byte == b'}' {
                    parents = 0;
                }
            }
            b';' => parents = 0,
            _ => {}
        }
    }
    None
}

/// The style sheet for old browsers, minified.
fn minify(css: &str) -> Result<String, StyleMistake> {
    if let Some(mistake) = nested_too_deep(css) {
        return Err(mistake);
    }
    let mut sheet = StyleSheet::parse(css, ParserOptions::default()).map_err(|error| {
        let line = error.loc.as_ref().map_or(0, |loc| loc.line as usize);
        StyleMistake::new(line, error.kind.to_string())
    })?;
    let targets = oldest_browsers();
    sheet
        .minify(MinifyOptions {
            targets,
            ..MinifyOptions::default()
        })
        .map_err(|error| StyleMistake::new(0, error.kind.to_string()))?;
    let printed = sheet
        .to_css(PrinterOptions {
            minify: true,
            targets,
            ..PrinterOptions::default()
        })
        .map_err(|error| StyleMistake::new(0, error.kind.to_string()))?;
    if printed.code.contains("</") {
        return Err(StyleMistake::new(0, "</".to_owned()));
    }
    Ok(printed.code)
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn nesting_is_bounded_before_it_is_parsed() {
        let nested = |open: &str, close: &str, times: usize| {
            format!("{}{}", open.repeat(times), close.repeat(times))
        };
        let refused = |css: &str| minify(css).is_err_and(|mistake| mistake.cause == "nested");
        for (open, close) in [
            ("a{b", "}"),
            ("@media screen{", "}"),
            ("a:not(", ")"),
            ("[", "]"),
            ("& &{", "}"),
        ] {
            assert!(refused(&nested(open, close, 100_000)), "{open}");
        }
        assert!(refused(&format!("a{{{}", nested("& &{", "}", 20))));
        // Other brackets are not taken for nesting.
        for css in [
            format!("a{{content:\"{}\"}}", "{(".repeat(100)),
            format!("/* {} */a{{color:red}}", "{[".repeat(100)),
            format!("a{{{}}}", "& b{color:red}".repeat(5000)),
            "a{b{color:red}}".repeat(5000),
        ] {
            assert!(minify(&css).is_ok(), "{}", &css[..20]);
        }
    }
}
