//! Collects the pieces of a line, each with its look. Word processors cut words where nothing shows; here, what looks alike
//! is one piece again, and blanks are those between words.

use super::look::PastedLook;
use super::style::PastedScript;
use super::symbols;

/// A piece of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct PastedRun {
    pub look: PastedLook,
    pub token: PastedToken,
}

/// What is in a piece.
#[derive(Debug, Clone, PartialEq)]
pub enum PastedToken {
    Words(String),
    /// What is between two words: a space, or one space that does not break.
    Blank(char),
    Break,
    Note(String),
    Image(String, String),
    Box,
}

/// A line being read.
#[derive(Debug, Default)]
pub struct PastedLine {
    runs: Vec<PastedRun>,
}

impl PastedLine {
    /// Adds text of the source.
    pub fn text(&mut self, text: &str, look: PastedLook) {
        let mut words = String::new();
        for c in text.chars() {
            let c = match look.symbols || symbols::is_private(c) {
                true => symbols::symbol(c),
                false => c,
            };
            match c {
                // Where a word may be cut: the program that shows it decides.
                '\u{ad}' | '\u{200b}' | '\u{2060}' => {}
                c if c.is_whitespace() => {
                    self.words(&mut words, look);
                    self.blank(c, look);
                }
                c => words.push(c),
            }
        }
        self.words(&mut words, look);
    }

    fn words(&mut self, words: &mut String, look: PastedLook) {
        if words.is_empty() {
            return;
        }
        let look = look.marks();
        match self.runs.last_mut() {
            Some(PastedRun {
                look: before,
                token: PastedToken::Words(text),
            }) if *before == look => text.push_str(words),
            _ => self.push(look, PastedToken::Words(words.clone())),
        }
        words.clear();
    }

    /// A blank: several are one, and only a single no-break space is one that somebody typed.
    fn blank(&mut self, c: char, look: PastedLook) {
        let is_typed = matches!(c, '\u{a0}' | '\u{202f}') && !look.is_blank;
        let blank = if is_typed { c } else { ' ' };
        match self.runs.last_mut() {
            Some(PastedRun {
                token: PastedToken::Blank(before),
                ..
            }) => *before = ' ',
            _ => self.push(look.marks(), PastedToken::Blank(blank)),
        }
    }

    fn push(&mut self, look: PastedLook, token: PastedToken) {
        self.runs.push(PastedRun { look, token });
    }

    /// Ends a line of it. Returns whether one has just ended there: an empty line is between the two.
    pub fn line_end(&mut self, look: PastedLook) -> bool {
        let last = self.runs.iter().rev().find(|run| !run.is_blank());
        let is_second = last.is_some_and(|run| run.token == PastedToken::Break);
        self.push(look.marks(), PastedToken::Break);
        is_second
    }

    /// Adds the reference to a footnote.
    pub fn note(&mut self, label: String, look: PastedLook) {
        let look = PastedLook {
            link: None,
            script: PastedScript::Line,
            code: false,
            ..look.marks()
        };
        self.push(look, PastedToken::Note(label));
    }

    /// Adds an image.
    pub fn image(&mut self, address: String, alt: String, look: PastedLook) {
        let look = PastedLook {
            link: look.link,
            ..PastedLook::default()
        };
        self.push(look, PastedToken::Image(address, alt));
    }

    /// Adds a box to tick, if nothing precedes it.
    pub fn tick_box(&mut self) {
        if self.is_empty() {
            self.push(PastedLook::default(), PastedToken::Box);
        }
    }

    /// Whether nothing of it shows.
    pub fn is_empty(&self) -> bool {
        let is_nothing = |run: &PastedRun| run.is_blank() || run.token == PastedToken::Break;
        self.runs.iter().all(is_nothing)
    }

    /// Whether it has ended a line without words.
    pub fn is_empty_line(&self) -> bool {
        self.is_empty() && !self.runs.is_empty()
    }

    /// Its lines, and nothing remains of it. Blanks at their ends are gone.
    pub fn take(&mut self) -> Vec<Vec<PastedRun>> {
        let runs = std::mem::take(&mut self.runs);
        let mut lines = Vec::new();
        for line in runs.split(|run| run.token == PastedToken::Break) {
            let start = line.iter().position(|run| !run.is_blank());
            let end = line.iter().rposition(|run| !run.is_blank());
            if let (Some(start), Some(end)) = (start, end) {
                lines.push(line[start..=end].to_vec());
            }
        }
        lines
    }
}

impl PastedRun {
    pub fn is_blank(&self) -> bool {
        matches!(self.token, PastedToken::Blank(_))
    }

    /// Its words, if it has any.
    pub fn said(&self) -> Option<&str> {
        match &self.token {
            PastedToken::Words(words) => Some(words),
            _ => None,
        }
    }

    /// Whether it is code, in which no sign is a mark.
    pub fn is_code(&self) -> bool {
        self.look.code
    }

    /// Whether it is a box to tick.
    pub fn is_box(&self) -> bool {
        self.token == PastedToken::Box
    }
}

/// A line without the mark of an item at its start: a word with the blank after it, or the first letter of a word.
pub fn without_mark(line: &[PastedRun], mark: &str) -> Vec<PastedRun> {
    let mut line = line.to_vec();
    if let Some(PastedRun {
        token: PastedToken::Words(words),
        ..
    }) = line.first_mut()
    {
        words.drain(..mark.len());
        if words.is_empty() {
            line.remove(0);
        }
    }
    if line.first().is_some_and(PastedRun::is_blank) {
        line.remove(0);
    }
    line
}

/// Makes all of some lines bold.
pub fn embolden(lines: &mut [Vec<PastedRun>]) {
    for run in lines.iter_mut().flatten() {
        run.look.bold = !run.look.code;
    }
}
