//! How texts look, and where their links lead.

use std::collections::HashMap;

use super::style::{PastedScript, PastedStyle};

/// How a piece of text looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PastedLook {
    pub bold: bool,
    pub italic: bool,
    pub struck: bool,
    pub code: bool,
    pub script: PastedScript,
    /// Its link, among [`PastedLinks`].
    pub link: Option<u32>,
    /// Whether its letters are those of a font of symbols.
    pub symbols: bool,
    /// Whether line ends of the source are its own.
    pub keeps_lines: bool,
    /// Whether its no-break spaces are those of a program.
    pub is_blank: bool,
}

impl PastedLook {
    /// That of an element within it.
    pub fn within(mut self, name: &str, style: &PastedStyle) -> Self {
        match name {
            "strong" | "b" => self.bold = true,
            "em" | "i" | "cite" | "dfn" => self.italic = true,
            "del" | "s" | "strike" => self.struck = true,
            "sup" => self.script = PastedScript::Super,
            "sub" => self.script = PastedScript::Sub,
            "code" | "kbd" | "samp" | "tt" => self.code = true,
            "pre" => self.keeps_lines = true,
            _ => {}
        }
        self.bold = style.bold.unwrap_or(self.bold);
        self.italic = style.italic.unwrap_or(self.italic);
        self.struck |= style.struck;
        self.script = style.script.unwrap_or(self.script);
        self.symbols = style.symbols.unwrap_or(self.symbols);
        self.keeps_lines = style.keeps_lines.unwrap_or(self.keeps_lines);
        self.is_blank |= style.is_blank;
        self
    }

    /// What only Markdown's marks show of it. Code has no other marks: beside each other, two pieces of it would be one.
    pub fn marks(self) -> Self {
        let is_text = !self.code;
        Self {
            bold: self.bold && is_text,
            italic: self.italic && is_text,
            struck: self.struck && is_text,
            script: if is_text {
                self.script
            } else {
                PastedScript::Line
            },
            symbols: false,
            keeps_lines: false,
            is_blank: false,
            ..self
        }
    }

    /// The look of something without a look of its own between two pieces: that of both.
    pub fn between(self, before: Self, after: Self) -> Self {
        let all = |look: fn(&Self) -> bool| look(&before) && look(&after) && look(&self);
        let link = self
            .link
            .filter(|_| before.link == self.link && after.link == self.link);
        let is_one = before.script == self.script && after.script == self.script;
        Self {
            bold: before.bold && after.bold,
            italic: before.italic && after.italic,
            struck: all(|look| look.struck),
            code: all(|look| look.code),
            script: if is_one {
                self.script
            } else {
                PastedScript::Line
            },
            link,
            ..Self::default()
        }
    }
}

/// The addresses of a text's links.
#[derive(Debug, Default)]
pub struct PastedLinks {
    addresses: Vec<String>,
    numbers: HashMap<String, u32>,
}

impl PastedLinks {
    /// The number of an address.
    pub fn number(&mut self, address: String) -> u32 {
        let next = u32::try_from(self.addresses.len()).unwrap_or(u32::MAX);
        *self.numbers.entry(address).or_insert_with_key(|address| {
            self.addresses.push(address.clone());
            next
        })
    }

    /// The address with a number.
    pub fn address(&self, number: u32) -> &str {
        let found = self.addresses.get(number as usize);
        found.map_or("", String::as_str)
    }
}
