//! What styles say of a text, as far as Markdown can say it: in the attribute of an element, and in the style sheet
//! that word processors copy with their text.

use std::collections::HashMap;

use crate::import::dom::{attribute, name};
use crate::markdown::dom::{DomNode, is_element, text_of};

/// What a style says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PastedStyle {
    pub bold: Option<bool>,
    pub italic: Option<bool>,
    /// Whether it is struck through.
    pub struck: bool,
    pub script: Option<PastedScript>,
    /// Whether its letters are those of a font of symbols.
    pub symbols: Option<bool>,
    /// Whether line ends of the source are those of the text.
    pub keeps_lines: Option<bool>,
    /// Whether it does not show.
    pub is_hidden: bool,
    /// Whether it begins a line of its own, or is part of one, whatever its element.
    pub is_block: Option<bool>,
    /// The level of the heading that Word takes it for.
    pub outline: Option<usize>,
    /// The level of the list of Word whose item it is.
    pub list_level: Option<usize>,
    /// Whether it is the number or bullet of an item, which Word writes out for programs that make none.
    pub is_mark: bool,
    /// Whether its no-break spaces are those of a program, not of a person.
    pub is_blank: bool,
    /// Whether it is a quotation only by its element: an indented text.
    pub is_indent: bool,
}

/// Where a text is beside the line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PastedScript {
    /// On it.
    #[default]
    Line,
    /// Above.
    Super,
    /// Below.
    Sub,
}

impl PastedStyle {
    /// Adds what declarations say: `font-weight:700;mso-list:l0 level1 lfo1`.
    fn read(&mut self, declarations: &str) {
        for declaration in declarations.split(';') {
            let Some((property, value)) = declaration.split_once(':') else {
                continue;
            };
            let property = property.trim().to_ascii_lowercase();
            let value = value.trim().to_ascii_lowercase();
            let value = value.trim_end_matches("!important").trim_end();
            self.declare(&property, value);
        }
    }

    fn declare(&mut self, property: &str, value: &str) {
        match property {
            "font-weight" => self.bold = weight(value).or(self.bold),
            "font-style" => self.italic = Some(matches!(value, "italic" | "oblique")),
            "font" => {
                let mut words = value.split_ascii_whitespace();
                self.bold = Some(words.clone().any(|word| weight(word) == Some(true)));
                self.italic = Some(words.any(|word| word == "italic"));
                self.symbols = Some(value.contains("wingdings"));
            }
            "font-family" | "mso-symbol-font-family" => {
                self.symbols = Some(
                    value
                        .trim_start_matches(['"', '\''])
                        .starts_with("wingdings"),
                );
            }
            "text-decoration" | "text-decoration-line" => {
                self.struck |= value.contains("line-through");
            }
            "vertical-align" => {
                self.script = match value {
                    "super" => Some(PastedScript::Super),
                    "sub" => Some(PastedScript::Sub),
                    "baseline" => Some(PastedScript::Line),
                    _ => self.script,
                }
            }
            "white-space" => {
                self.keeps_lines = Some(value.starts_with("pre") || value == "break-spaces");
            }
            "display" => match value {
                "none" => self.is_hidden = true,
                "inline" | "inline-block" | "contents" => self.is_block = Some(false),
                "block" | "flex" | "grid" | "list-item" => self.is_block = Some(true),
                _ => {}
            },
            "visibility" => self.is_hidden |= value == "hidden",
            // Words that are only read aloud.
            "clip" => {
                self.is_hidden |= value.starts_with("rect(0") || value.starts_with("rect(1px");
            }
            "border" | "border-left" => self.is_indent |= value.starts_with("none"),
            _ if property.starts_with("mso-") => self.declare_word(&property[4..], value),
            _ => {}
        }
    }

    /// Word's own properties.
    fn declare_word(&mut self, property: &str, value: &str) {
        match property {
            "hide" => self.is_hidden |= value == "all",
            "element" => {
                let is_apart = matches!(value, "comment-list" | "comment" | "header" | "footer");
                self.is_hidden |= is_apart;
            }
            "special-character" => self.is_hidden |= value == "comment",
            "outline-level" => {
                let level = value.parse().ok().filter(|level| (1..=9).contains(level));
                self.outline = level.or(self.outline);
            }
            "list" if value == "ignore" => self.is_mark = true,
            "list" => {
                let level = value
                    .split_ascii_whitespace()
                    .find_map(|word| word.strip_prefix("level"));
                let level = level.and_then(|level| level.parse::<usize>().ok());
                self.list_level = level.map(|level| level.clamp(1, 9));
            }
            "spacerun" | "tab-count" => self.is_blank = true,
            _ => {}
        }
    }
}

/// Whether a weight is bold; `None` if it is that of the text around it, or no weight.
fn weight(value: &str) -> Option<bool> {
    match value {
        "bold" | "bolder" => Some(true),
        "normal" | "lighter" => Some(false),
        _ => value.parse().ok().map(|weight: u32| weight >= 600),
    }
}

/// The style sheets of a text: what they say of elements with a class.
#[derive(Debug, Default)]
pub struct PastedSheet {
    /// By the name of the element, empty for any, and the class.
    rules: HashMap<(String, String), PastedStyle>,
}

/// An element with more classes than this has no other style of ours among them.
const MOST_CLASSES: usize = 20;

impl PastedSheet {
    /// Those of a parsed text.
    pub fn of(top: DomNode<'_>) -> Self {
        let mut sheet = Self::default();
        for style in top.descendants().filter(|node| is_element(node, "style")) {
            sheet.read(&text_of(style));
        }
        sheet
    }

    fn read(&mut self, css: &str) {
        let mut rest = css;
        while let Some(open) = rest.find('{') {
            let selectors = &rest[..open];
            let inside = &rest[open + 1..];
            // Rules for other media and Word's own (`@list`) are passed over, with the braces in them.
            let is_at_rule = bare(selectors).starts_with('@');
            let end = match is_at_rule {
                true => closing(inside),
                false => inside.find('}').unwrap_or(inside.len()),
            };
            if !is_at_rule {
                self.add(bare(selectors), &inside[..end]);
            }
            rest = inside.get(end + 1..).unwrap_or_default();
        }
    }

    fn add(&mut self, selectors: &str, declarations: &str) {
        let mut style = PastedStyle::default();
        style.read(declarations);
        if style == PastedStyle::default() {
            return;
        }
        for selector in selectors.split(',') {
            let Some((element, class)) = selector.trim().split_once('.') else {
                continue;
            };
            let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
            if !class.is_empty() && class.chars().all(is_name) && element.chars().all(is_name) {
                let key = (element.to_ascii_lowercase(), class.to_owned());
                self.rules.entry(key).or_default().read(declarations);
            }
        }
    }

    /// What the style sheets and its own attribute say of an element.
    pub fn style(&self, node: &DomNode<'_>) -> PastedStyle {
        let mut style = PastedStyle::default();
        if !self.rules.is_empty() {
            let classes = attribute(node, "class").unwrap_or_default();
            for class in classes.split_ascii_whitespace().take(MOST_CLASSES) {
                for element in ["", name(node)] {
                    let key = (element.to_owned(), class.to_owned());
                    if let Some(rule) = self.rules.get(&key) {
                        style = style.under(*rule);
                    }
                }
            }
        }
        if let Some(own) = attribute(node, "style") {
            style.read(own);
        }
        style
    }
}

impl PastedStyle {
    /// Both, where the second has the last word.
    fn under(self, over: Self) -> Self {
        Self {
            bold: over.bold.or(self.bold),
            italic: over.italic.or(self.italic),
            struck: over.struck || self.struck,
            script: over.script.or(self.script),
            symbols: over.symbols.or(self.symbols),
            keeps_lines: over.keeps_lines.or(self.keeps_lines),
            is_hidden: over.is_hidden || self.is_hidden,
            is_block: over.is_block.or(self.is_block),
            outline: over.outline.or(self.outline),
            list_level: over.list_level.or(self.list_level),
            is_mark: over.is_mark || self.is_mark,
            is_blank: over.is_blank || self.is_blank,
            is_indent: over.is_indent || self.is_indent,
        }
    }
}

/// A selector without the comments and marks of comments before it.
fn bare(selectors: &str) -> &str {
    let after_comment = selectors.rfind("*/").map_or(0, |end| end + 2);
    let text = selectors[after_comment..].trim();
    text.trim_start_matches("<!--")
        .trim_start_matches("-->")
        .trim_start()
}

/// Where the brace before this text is closed.
fn closing(text: &str) -> usize {
    let mut open = 1_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => open += 1,
            b'}' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_for_classes_are_read_and_others_passed_over() {
        let mut sheet = PastedSheet::default();
        sheet.read(
            "<!-- /* Style Definitions */ @font-face {font-family:Wingdings;} p.MsoNormal, li.Gras {font-weight:bold;} \
             @media print { .c1 {display:none} } .c1{mso-outline-level:2} p > .x {font-weight:bold} @list l0:level1 {mso-level-number-format:bullet;} -->",
        );
        let mut found: Vec<_> = sheet
            .rules
            .keys()
            .map(|(tag, class)| format!("{tag}.{class}"))
            .collect();
        found.sort();
        assert_eq!(found, [".c1", "li.Gras", "p.MsoNormal"]);
        let c1 = sheet.rules[&(String::new(), "c1".to_owned())];
        assert_eq!((c1.outline, c1.is_hidden), (Some(2), false));
    }
}
