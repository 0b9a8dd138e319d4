//! What is told of a value that was read as it was meant.

use super::Decoder;
use crate::diagnostics::{Code, Diagnostic, Location};
use crate::yaml::Node;

impl Decoder {
    /// Reports that a value was read as it was meant, and what would have said so: the mend is the YAML of `meant`.
    pub fn as_meant(&mut self, node: &Node, cause: &'static str, meant: &str) {
        let place = self.place(node);
        let written = self.file.text[place.span.clone()].to_owned();
        let dash = if self.unmarked.as_ref() == Some(&node.span) {
            "- "
        } else {
            ""
        };
        let meant = format!("{dash}{meant}");
        let diagnostic = Diagnostic::new(Code::AsMeant, Location::Place(place))
            .with("cause", cause)
            .with("written", written)
            .with("meant", &meant)
            .instead(meant);
        self.report(diagnostic);
    }

    /// Reports that an item of a list was read as several.
    pub fn as_items(&mut self, node: &Node, words: &[&str]) {
        let place = self.place(node);
        let (before, _) = place.around();
        let margin = before.trim_end().strip_suffix('-').filter(|margin| {
            // Behind another dash, a new line would begin another list.
            margin.chars().all(|c| c == ' ')
        });
        let lines = margin.map(|margin| words.join(&format!("\n{margin}- ")));
        let found = Diagnostic::new(Code::AsMeant, Location::Place(place))
            .with("cause", "items")
            .with("written", self.written(node));
        self.report(match lines {
            Some(lines) => found.help("help-items").instead(lines),
            None => found.help("help-items-by-hand"),
        });
    }

    /// Reports an answer in the place of words that a reader could use.
    pub fn without_answer(&mut self, node: &Node) {
        let found = Diagnostic::new(Code::AsMeant, self.location(node))
            .with("cause", "answer")
            .with("written", self.written(node));
        self.report(found.help("help-answer"));
    }

    /// Reports a value that says that there is none, as leaving it out does.
    pub fn without_value(&mut self, node: &Node) {
        let place = self.place(node);
        let (before, _) = place.around();
        let blanks = before.len() - before.trim_end().len();
        let span = place.span.start - blanks..place.span.end;
        let found = Diagnostic::new(Code::AsMeant, Location::Place(place))
            .with("cause", "none")
            .with("written", self.written(node));
        self.report(found.help("help-none").fix(span, ""));
    }

    /// Whether the key whose value is being read takes words of the editor's own.
    pub fn takes_words(&self) -> bool {
        self.wording.is_some()
    }

    /// Whether the file that is being read is a page.
    pub fn is_of_page(&self) -> bool {
        !self.file.path.ends_with(".yaml")
    }
}
