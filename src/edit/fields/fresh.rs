//! Writes values that a text did not have, as an editor would.

use std::fmt::Write as _;

use super::FieldValue;
use crate::yaml;

/// How the rest of a text is indented, in spaces.
#[derive(Debug, Clone, Copy)]
pub(super) struct Indentation {
    /// Fields below the field that holds them.
    pub fields: usize,
    /// The dash of an item below the field that holds the list.
    pub items: usize,
}

/// Where a value begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Indicator {
    /// After the colon of a field.
    Colon,
    /// After the dash of an item.
    Dash,
}

impl Indentation {
    /// The text of a value, to stand right after its indicator, which `column` spaces precede: ` Aide`, or lines that
    /// begin with a line end. It has no line end of its own.
    pub fn written(self, value: &FieldValue, column: usize, indicator: Indicator) -> String {
        match (value, indicator) {
            (FieldValue::Nothing, _) => String::new(),
            (FieldValue::Text(text), _) => match text.trim_end_matches('\n').contains('\n') {
                true => block(text, column + self.fields)
                    .unwrap_or_else(|| format!(" {}", scalar(text))),
                false => format!(" {}", scalar(text)),
            },
            (FieldValue::List(items), Indicator::Colon) if !items.is_empty() => {
                let column = column + self.items;
                let mut out = String::new();
                for item in items {
                    out.push('\n');
                    out.push_str(&self.item(item, column));
                }
                out
            }
            (FieldValue::Record(fields), _) if !fields.is_empty() => {
                let column = match indicator {
                    Indicator::Colon => column + self.fields,
                    Indicator::Dash => column + 2,
                };
                let mut out = String::new();
                for (index, (name, value)) in fields.iter().enumerate() {
                    let line = self.field(name, value, column);
                    match (index, indicator) {
                        (0, Indicator::Dash) => {
                            out.push(' ');
                            out.push_str(line.trim_start_matches(' '));
                        }
                        _ => {
                            out.push('\n');
                            out.push_str(&line);
                        }
                    }
                }
                out
            }
            (value, _) => format!(" {}", flow(value)),
        }
    }

    /// A field on lines of its own, without the last line's end.
    pub fn field(self, name: &str, value: &FieldValue, column: usize) -> String {
        let spaces = " ".repeat(column);
        let value = self.written(value, column, Indicator::Colon);
        format!("{spaces}{}:{value}", scalar(name))
    }

    /// An item on lines of its own, without the last line's end.
    pub fn item(self, value: &FieldValue, column: usize) -> String {
        let spaces = " ".repeat(column);
        format!("{spaces}-{}", self.written(value, column, Indicator::Dash))
    }
}

/// A value between brackets, on one line.
pub(super) fn flow(value: &FieldValue) -> String {
    let mut out = String::new();
    write_flow(&mut out, value);
    out
}

fn write_flow(out: &mut String, value: &FieldValue) {
    match value {
        FieldValue::Nothing => out.push('~'),
        FieldValue::Text(text) => out.push_str(&flow_scalar(text)),
        FieldValue::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index > 0 { ", " } else { "" });
                write_flow(out, item);
            }
            out.push(']');
        }
        FieldValue::Record(fields) if fields.is_empty() => out.push_str("{}"),
        FieldValue::Record(fields) => {
            out.push('{');
            for (index, (name, value)) in fields.iter().enumerate() {
                out.push_str(if index > 0 { ", " } else { " " });
                out.push_str(&flow_field(name, value));
            }
            out.push_str(" }");
        }
    }
}

/// A field between braces.
pub(super) fn flow_field(name: &str, value: &FieldValue) -> String {
    format!("{}: {}", flow_scalar(name), flow(value))
}

/// A text on one line, without quotation marks where it means the same.
pub(super) fn scalar(text: &str) -> String {
    match is_plain(text) {
        true => text.to_owned(),
        false => double_quoted(text),
    }
}

/// The same between brackets.
pub(super) fn flow_scalar(text: &str) -> String {
    match text.contains(['{', '}', '[', ']', ',']) {
        true => double_quoted(text),
        false => scalar(text),
    }
}

/// A text between double quotation marks.
pub(super) fn double_quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            // Line ends for YAML, and what no editor sees.
            '\u{85}' | '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' | '\u{7f}' => {
                // Writing to a string does not fail.
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A text between single quotation marks, if it can stand there.
pub(super) fn single_quoted(text: &str) -> Option<String> {
    let is_line = !text.contains(['\n', '\t', '\u{85}', '\u{2028}', '\u{2029}']);
    is_line.then(|| format!("'{}'", text.replace('\'', "''")))
}

/// Whether a text needs no quotation marks: whether a field and an item with it are read as this text, and as nothing
/// else that an editor may have meant.
fn is_plain(text: &str) -> bool {
    if text.is_empty() || text.contains(['\n', '\t', '\u{85}', '\u{2028}', '\u{2029}']) {
        return false;
    }
    let lines = format!("a: {text}\nb:\n- {text}\n");
    let reading = yaml::read(&lines, &|_: &str| false);
    let wanted = FieldValue::Text(text.to_owned());
    let wanted = FieldValue::Record(vec![
        ("a".to_owned(), wanted.clone()),
        ("b".to_owned(), FieldValue::List(vec![wanted])),
    ]);
    FieldValue::of(&reading.node) == Some(wanted)
        && reading.slips.is_empty()
        && reading.errors.is_empty()
}

/// A text of several lines, below `|`; `None` if it cannot be written so.
fn block(text: &str, column: usize) -> Option<String> {
    let lines = block_lines(text, column)?;
    Some(format!(" |{}{lines}", chomping(text)))
}

/// The mark after `|` for the line ends below a text.
pub(super) fn chomping(text: &str) -> &'static str {
    if text.ends_with('\n') { "" } else { "-" }
}

/// The lines of a text, each after a line end and indented; `None` if it begins with a space or has nothing to see.
pub(super) fn block_lines(text: &str, column: usize) -> Option<String> {
    let text = text.trim_end_matches('\n');
    if text.starts_with([' ', '\n', '\t']) || text.trim().is_empty() {
        return None;
    }
    let mut out = String::new();
    for line in text.split('\n') {
        out.push('\n');
        if !line.is_empty() {
            out.push_str(&" ".repeat(column));
            out.push_str(line);
        }
    }
    Some(out)
}
