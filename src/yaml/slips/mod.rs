//! Corrects what editors write that is not quite YAML, if its meaning is certain: each slip is an edit to the
//! text, which is then read.
//!
//! A colon in an ordinary sentence, a tab, a bullet pasted from a word processor: each has one obvious
//! meaning on paper. The lines are read one by one, as an editor wrote them, rather than by YAML's grammar.

mod below;
mod scan;
mod values;

use std::borrow::Cow;
use std::ops::Range;

use super::{Node, Value, Vocabulary, YamlMistake, rule};
use crate::diagnostics::Edit;

/// Something that is not YAML, and what is read instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// What the editor did.
    pub kind: SlipKind,
    /// Where it is: bytes of the text as written.
    pub span: Range<usize>,
    /// What is read instead.
    pub edits: Vec<Edit>,
}

/// The kinds of [`Slip`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipKind {
    /// `titre: Tract : non à…`
    Colon,
    /// `titre: Aide #1`, of which YAML reads only « Aide ».
    Comment,
    /// `titre: "Aide`
    Quote,
    /// `titre: "Aide" et plus`
    AfterQuote,
    /// `titre: 'L'aide'`
    InnerQuote,
    /// `titre: “Aide”`
    CurlyQuotes,
    /// `- { nom: Un justificatif`
    Bracket,
    /// `coût: *gratuit*`
    Emphasis,
    /// A value that begins with a character reserved by YAML.
    Mark,
    /// `!Attention` and `& Cie`, which YAML reads as a tag and an anchor.
    Tag,
    /// `• Une pièce` or `-Une pièce`
    Bullet,
    /// `titre = Aide`
    Separator,
    /// Lines that begin with tabs.
    Tab,
    /// A field indented below the previous one.
    Indent,
    /// A no-break space beside a colon, or none: nothing that an editor needs to know.
    Space,
    /// `"C:\dossier"`, in which YAML looks for an escape.
    Escape,
    /// `titre: > Une aide`: the indicator of a block text, before text on the same line.
    Block,
    /// `"titre": "Aide",`
    Comma,
    /// `- titre: Aide`, where there is no list.
    Item,
    /// `? titre: Aide`: an indicator before a field.
    Sign,
    /// A line that continues the text of the field above it but is not indented.
    Under,
    /// A line `---` between fields, where YAML would stop reading.
    Rule,
    /// A text with a list below it, of which it is the first item.
    First,
    /// A text with fields below it, as one of which it was meant.
    Field,
    /// A text with ambiguous lines below it: they are reported as a mistake.
    Unsure(YamlMistake),
}

impl SlipKind {
    /// The name that messages use for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Colon => "colon",
            Self::Comment => "comment",
            Self::Quote => "quote",
            Self::AfterQuote => "after-quote",
            Self::InnerQuote => "inner-quote",
            Self::CurlyQuotes => "curly-quotes",
            Self::Bracket => "bracket",
            Self::Emphasis => "emphasis",
            Self::Mark | Self::Tag => "mark",
            Self::Bullet => "bullet",
            Self::Separator => "separator",
            Self::Tab => "tab",
            Self::Indent => "indent",
            Self::Space => "space",
            Self::Escape => "escape",
            Self::Block => "block",
            Self::Comma => "comma",
            Self::Item => "item",
            Self::Sign => "sign",
            Self::Under => "under",
            Self::Rule => "rule",
            Self::First => "first",
            Self::Field => "field",
            Self::Unsure(mistake) => mistake.name(),
        }
    }

    /// Whether valid YAML may contain it, with another meaning than its editor's.
    fn is_valid_yaml(self) -> bool {
        matches!(
            self,
            Self::Comment
                | Self::CurlyQuotes
                | Self::Bullet
                | Self::Separator
                | Self::Tag
                | Self::Space
                | Self::Rule
                | Self::Sign
                | Self::First
                | Self::Unsure(_)
        )
    }
}

/// Whether valid YAML may contain slips; spares nearly all texts the search for them.
pub(super) fn may_hold(text: &str) -> bool {
    let comment = |(at, _): (usize, &str)| {
        let after = text[at + 2..].chars().next();
        after.is_some_and(char::is_alphanumeric)
    };
    if text.match_indices(" #").any(comment) || text.contains(" !") || text.contains(" &") {
        return true;
    }
    if text.lines().skip(1).any(|line| rule(line).is_some()) {
        return true;
    }
    let is_value = |c: char| c.is_alphanumeric() || matches!(c, '"' | '{' | '[');
    // YAML also reads a list below a text, as part of the text.
    let mut before = None;
    text.lines().any(|line| {
        let bare = line.trim_start();
        let indentation = line.len() - bare.len();
        let is_below = before.is_some_and(|before| indentation > before);
        if !bare.is_empty() {
            let holds_text = !line.trim_end().ends_with([':', '|', '>', '-']);
            before = holds_text.then_some(indentation);
        }
        // A key without a space after it, or with another sign.
        let first = bare.split_once(':');
        if first.is_some_and(|(key, value)| value.starts_with(is_value) || key.contains(['=', ';']))
        {
            return true;
        }
        let mut characters = bare.chars();
        match characters.next() {
            Some('-' | '*') if is_below => true,
            Some('?') if bare.starts_with("? ") && bare.contains(':') => true,
            Some('_' | '[') => true,
            Some('-') => {
                let is_glued = characters.next().is_some_and(char::is_alphabetic);
                let is_marked = bare[1..].trim_start().starts_with(['«', '_']);
                is_glued || is_marked || has_foreign_marks(line)
            }
            Some(first) if first.is_ascii_digit() => true,
            Some(first) if first.is_ascii() => !line.is_ascii() && has_foreign_marks(line),
            Some(_) => true,
            None => false,
        }
    })
}

/// No-break spaces, and typographic quotation marks.
fn has_foreign_marks(line: &str) -> bool {
    line.contains(['\u{a0}', '\u{202f}', '“', '„'])
}

/// What is read in place of a text: nothing if the text already says what it means. `is_valid` says whether
/// it is YAML.
pub(super) fn find(text: &str, tab: usize, is_valid: bool, keys: &dyn Vocabulary) -> Vec<Slip> {
    let mut slips = scan::Scanner::new(text, tab, keys).slips();
    slips.retain(|slip| !is_valid || slip.kind.is_valid_yaml());
    slips
}

/// A text with its edits applied, and the mapping of its bytes back to the original.
pub(super) struct MendedText {
    pub text: String,
    /// For each edit, the bytes of the new text and of the old one, in order.
    pieces: Vec<(Range<usize>, Range<usize>)>,
}

impl MendedText {
    /// Applies the edits of all slips; of two that touch the same bytes, only the first.
    pub fn new(text: &str, slips: &[Slip]) -> Self {
        let mut edits: Vec<&Edit> = slips.iter().flat_map(|slip| &slip.edits).collect();
        edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
        let mut out = String::with_capacity(text.len() + 64);
        let mut pieces = Vec::with_capacity(edits.len());
        let mut at = 0;
        for edit in edits {
            if edit.span.start < at {
                continue;
            }
            out.push_str(&text[at..edit.span.start]);
            let start = out.len();
            out.push_str(&edit.text);
            pieces.push((start..out.len(), edit.span.clone()));
            at = edit.span.end;
        }
        out.push_str(&text[at..]);
        Self { text: out, pieces }
    }

    /// The bytes of the old text that these bytes of the new one come from.
    pub fn back(&self, span: &Range<usize>) -> Range<usize> {
        let start = self.position(span.start, |old| old.start);
        let end = self.position(span.end, |old| old.end);
        start..end.max(start)
    }

    fn position(&self, at: usize, inside: fn(&Range<usize>) -> usize) -> usize {
        let before = self.pieces.partition_point(|(new, _)| new.start <= at);
        match before.checked_sub(1).map(|index| &self.pieces[index]) {
            Some((new, old)) if at < new.end => inside(old),
            Some((new, old)) => old.end + (at - new.end),
            None => at,
        }
    }

    /// Maps the values of a tree to positions of the old text.
    pub fn place(&self, node: &mut Node) {
        node.span = self.back(&node.span);
        match &mut node.value {
            Value::Null | Value::Scalar(_) => {}
            Value::Sequence(items) => items.iter_mut().for_each(|item| self.place(item)),
            Value::Mapping(entries) => {
                for (key, value) in entries {
                    self.place(key);
                    self.place(value);
                }
            }
        }
    }
}

/// A text between quotation marks, so that YAML reads all of it.
pub fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        format!("\"{text}\"")
    }
}

/// The words of several lines on one line.
fn joined(text: &str) -> Cow<'_, str> {
    if text.contains('\n') {
        Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
    } else {
        Cow::Borrowed(text)
    }
}
