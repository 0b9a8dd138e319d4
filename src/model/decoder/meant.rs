//! Reports values that were read as they were meant.

use super::Decoder;
use crate::diagnostics::{Code, Diagnostic, Edit, Location};
use crate::model::record::{Decode, Record};
use crate::spelling::fold_key;
use crate::yaml::{Node, Value};

impl Decoder {
    /// Reports that a value was read as it was meant, with its exact form: the fix is the YAML of `meant`.
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
            // After another dash, a new line would begin another list.
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

    /// Reports an answer to a form question in place of words for readers.
    pub fn without_answer(&mut self, node: &Node) {
        let found = Diagnostic::new(Code::AsMeant, self.location(node))
            .with("cause", "answer")
            .with("written", self.written(node));
        self.report(found.help("help-answer"));
    }

    /// Reports a value that means “none”, as leaving it out does.
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

    /// The text in a list of one, where no list is expected.
    pub fn alone<'n, T: Decode>(&mut self, key: &Node, value: &'n Node) -> Option<&'n Node> {
        let Value::Sequence(items) = &value.value else {
            return None;
        };
        let [item] = items.as_slice() else {
            return None;
        };
        let takes_text = T::FIELDS.is_none_or(|(_, shorthand)| shorthand.is_some());
        if T::IS_LIST || T::TAKES_LINES || !takes_text || !matches!(item.value, Value::Scalar(_)) {
            return None;
        }
        let end = self.place(value).span.end;
        let written = self.file.text.get(self.place(key).span.end..end)?;
        let start = self.place(key).span.end + written.find(':')? + 1;
        let meant = self.written(item).trim_end().to_owned();
        let found = Diagnostic::new(Code::AsMeant, self.location(item))
            .with("cause", "alone")
            .with("meant", &meant);
        self.report(match meant.contains('\n') {
            true => found.help("help-alone-by-hand"),
            false => found
                .help("help-alone")
                .fix(start..end, format!(" {meant}")),
        });
        Some(item)
    }

    /// The fields of a record, each with a dash before it, as if there were no dashes.
    pub(super) fn undashed<R: Record>(&mut self, node: &Node) -> Option<Node> {
        let Value::Sequence(items) = &node.value else {
            return None;
        };
        let is_field = |(key, _): &(Node, Node)| matches!(&key.value, Value::Scalar(name) if R::KEYS.iter().any(|key| key.is(&fold_key(name))));
        let mut entries = Vec::new();
        let mut edits = Vec::new();
        let mut columns = Vec::new();
        for item in items {
            let Value::Mapping(fields) = &item.value else {
                return None;
            };
            let place = self.place(item);
            let (before, _) = place.around();
            if !fields.iter().all(is_field) || before.trim() != "-" {
                return None;
            }
            let dash = place.span.start - before.len() + before.find('-')?;
            edits.push(Edit {
                span: dash..dash + 1,
                text: " ".to_owned(),
            });
            columns.push(before.len());
            entries.extend(fields.iter().cloned());
        }
        columns.dedup();
        if columns.len() != 1 {
            return None;
        }
        let found = Diagnostic::new(Code::AsMeant, self.location(&items[0]))
            .with("cause", "dashes")
            .help("help-dashes");
        self.report(found.fixes(edits));
        Some(Node {
            span: node.span.clone(),
            value: Value::Mapping(entries),
        })
    }

    /// Withdraws reports of missing fields in a record when an unknown field, reported since, is the cause.
    /// `is_it` decides that from the two reports.
    pub fn forgive(
        &mut self,
        record: &Node,
        since: usize,
        is_it: impl Fn(&Diagnostic, &Diagnostic) -> bool,
    ) {
        let start = self.place(record).span.start;
        let is_missing = |found: &Diagnostic| {
            let here =
                matches!(&found.location, Location::Place(place) if place.span == (start..start));
            here && matches!(found.code, Code::MissingKey | Code::MissingTitle)
        };
        let mut all = self.diagnostics.iter().skip(since);
        if !all.any(|found| found.code == Code::UnknownKey) {
            return;
        }
        let later = self
            .diagnostics
            .split_off(since.min(self.diagnostics.len()));
        let unknown = || later.iter().filter(|found| found.code == Code::UnknownKey);
        let keep = later
            .iter()
            .filter(|found| !is_missing(found) || !unknown().any(|cause| is_it(cause, found)));
        self.diagnostics.extend(keep.cloned());
    }

    /// Whether the current key takes the editor's own words.
    pub fn takes_words(&self) -> bool {
        self.wording.is_some()
    }

    /// Whether the current file is a page.
    pub fn is_of_page(&self) -> bool {
        !self.file.path.ends_with(".yaml")
    }
}
