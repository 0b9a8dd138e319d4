//! Finds what an editor most likely did when a parser says that a text is not YAML.
//!
//! A parser stops where it cannot continue, and talks about tokens and block ends. Editors make only a few
//! kinds of mistake, so this looks for those in the lines around that position.

use std::ops::Range;

/// A mistake that editors make in YAML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YamlMistake {
    /// `title: Help: the steps`
    Colon,
    /// `title: "Help`
    Quote,
    /// `title: "Help" and more`
    AfterQuote,
    /// A line that begins with a tab.
    Tab,
    /// A line that is not a field and does not belong to one.
    Stray,
    /// A text with fields below it.
    FieldsBelow,
    /// A text with a list below it.
    ListBelow,
    /// A dash before the text of a field that takes no list.
    Dash,
    /// The name of a field without a colon after it.
    NoColon,
    /// A line indented too little or too much.
    Indent,
    /// None of these.
    Other,
}

impl YamlMistake {
    /// The mistake that made a parser stop at byte `at` for this reason, and where it is.
    pub fn find(text: &str, at: usize, reason: &str) -> (Self, Range<usize>) {
        let lines = lines_around(text, at);
        let found = lines.iter().find_map(|line| tab(text, line)).or_else(|| {
            lines
                .iter()
                .rev()
                .find_map(|line| value_mistake(text, line))
        });
        found.unwrap_or_else(|| {
            let of_indentation = ["indent", "block", "mapping", "simple key"];
            let mistake = if of_indentation.iter().any(|word| reason.contains(word)) {
                Self::Indent
            } else {
                Self::Other
            };
            (mistake, at..at)
        })
    }

    /// The name that messages use for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Colon => "colon",
            Self::Quote => "quote",
            Self::AfterQuote => "after-quote",
            Self::Tab => "tab",
            Self::Stray => "stray",
            Self::FieldsBelow => "fields-below",
            Self::ListBelow => "list-below",
            Self::Dash => "dash",
            Self::NoColon => "no-colon",
            Self::Indent => "indent",
            Self::Other => "other",
        }
    }

    /// The help line for it.
    pub fn help(self) -> &'static str {
        match self {
            Self::Colon => "help-colon",
            Self::Quote => "help-quote",
            Self::AfterQuote => "help-after-quote",
            Self::Tab => "help-tab",
            Self::Stray => "help-stray",
            Self::FieldsBelow => "help-fields-below",
            Self::ListBelow => "help-list-below",
            Self::Dash => "help-dash",
            Self::NoColon => "help-no-colon",
            Self::Indent => "help-indent",
            Self::Other => "help",
        }
    }
}

/// The line of byte `at`, with the one before it and the one after it, in order.
fn lines_around(text: &str, at: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        lines.push(start..start + line.trim_end().len());
        start += line.len();
    }
    let current = lines
        .iter()
        .rposition(|line| line.start <= at)
        .unwrap_or_default();
    let first = current.saturating_sub(1);
    lines
        .into_iter()
        .skip(first)
        .take(current - first + 2)
        .collect()
}

fn tab(text: &str, line: &Range<usize>) -> Option<(YamlMistake, Range<usize>)> {
    let indentation = text[line.clone()]
        .find(|c: char| !c.is_whitespace())
        .unwrap_or_default();
    let at = line.start + text[line.start..line.start + indentation].find('\t')?;
    Some((YamlMistake::Tab, at..at + 1))
}

/// A mistake in the value after `key: ` or `- ` on a line.
fn value_mistake(text: &str, line: &Range<usize>) -> Option<(YamlMistake, Range<usize>)> {
    let written = &text[line.clone()];
    let item = written.trim_start().trim_start_matches("- ").trim_start();
    let value = match item.split_once(": ") {
        Some((_, value)) if !item.starts_with(['"', '\'']) => value.trim_start(),
        _ => item,
    };
    let span = line.end - value.len()..line.end;
    match value.chars().next()? {
        quote @ ('"' | '\'') => match value[1..].find(quote) {
            None => Some((YamlMistake::Quote, span)),
            Some(close) => {
                let rest = value[close + 2..].trim_start();
                let complete = rest.is_empty() || rest.starts_with(['#', ':', quote]);
                (!complete).then_some((YamlMistake::AfterQuote, span))
            }
        },
        '[' | '{' | '|' | '>' | '&' | '*' | '#' => None,
        _ if value.contains(": ") || value.ends_with(':') && value.contains(' ') => {
            Some((YamlMistake::Colon, span))
        }
        _ => None,
    }
}
