//! What editors write that is not quite YAML, where what they mean is sure: each is an edit to the text, which is read with it.
//!
//! A colon in an ordinary sentence, a tab, a bullet pasted from a word processor: none of them says anything else than what
//! it says on paper. The lines are read one by one, as an editor wrote them, and not as YAML's grammar would have them.

mod below;
mod scan;
mod values;

use std::borrow::Cow;
use std::ops::Range;

use super::Node;
use super::{Mistake, Value, Vocabulary, rule};

/// Bytes of a text, and what is read in their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Bytes of the text as it was written.
    pub span: Range<usize>,
    /// What is read instead.
    pub text: String,
}

/// Something that is not YAML, and what is read instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// What the editor did.
    pub kind: SlipKind,
    /// Where it is: bytes of the text as it was written.
    pub span: Range<usize>,
    /// What is read instead.
    pub edits: Vec<Edit>,
}

/// The kinds of [`Slip`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipKind {
    /// `titre: Tract : non à…`
    Colon,
    /// `titre: Aide #1`, of which YAML reads « Aide ».
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
    /// A value that begins with a mark that YAML keeps for itself.
    Mark,
    /// `!Attention` and `& Cie`, of which YAML makes a tag and an anchor.
    Tag,
    /// `• Une pièce` or `-Une pièce`
    Bullet,
    /// `titre = Aide`
    Separator,
    /// Lines that begin with tabs.
    Tab,
    /// A field that is set in under the one before it.
    Indent,
    /// A space that does not break beside a colon, or none: nothing that an editor need know.
    Space,
    /// `"C:\dossier"`, in which YAML looks for a sign of its own.
    Escape,
    /// `titre: > Une aide`: the sign that announces lines of text below it.
    Block,
    /// `"titre": "Aide",`
    Comma,
    /// `- titre: Aide`, where no list is.
    Item,
    /// `? titre: Aide`: a sign before a field.
    Sign,
    /// A line that is the text of the field above it, and is not set in.
    Under,
    /// A line `---` between fields, at which YAML would stop reading.
    Rule,
    /// A text with a list below it, whose first item it is.
    First,
    /// A text with fields below it, as one of which it was meant.
    Field,
    /// A text with lines below it that are no text, and may mean one thing or another: what they are is reported as a mistake.
    Unsure(Mistake),
}

impl SlipKind {
    /// The name by which messages know it.
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

    /// Whether a text that is YAML may hold it, and then says something else than its editor meant.
    fn is_valid_yaml(self) -> bool {
        matches!(
            self,
            Self::Comment
                | Self::CurlyQuotes
                | Self::Bullet
                | Self::Tag
                | Self::Space
                | Self::Rule
                | Self::Sign
                | Self::First
                | Self::Unsure(_)
        )
    }
}

/// Whether a text that is YAML may hold slips: what nearly all texts are spared is the search for them.
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
    // A list below a text is YAML too, and a part of the text.
    let mut before = None;
    text.lines().any(|line| {
        let bare = line.trim_start();
        let indentation = line.len() - bare.len();
        let is_below = before.is_some_and(|before| indentation > before);
        if !bare.is_empty() {
            let holds_text = !line.trim_end().ends_with([':', '|', '>', '-']);
            before = holds_text.then_some(indentation);
        }
        let mut characters = bare.chars();
        match characters.next() {
            Some('-' | '*') if is_below => true,
            Some('?') if bare.starts_with("? ") && bare.contains(':') => true,
            Some('-') => characters.next().is_some_and(char::is_alphabetic),
            Some(first) if first.is_ascii_digit() => true,
            Some(first) if first.is_ascii() => !line.is_ascii() && has_foreign_marks(line),
            Some(_) => true,
            None => false,
        }
    })
}

/// Spaces that do not break, and quotation marks that are not straight.
fn has_foreign_marks(line: &str) -> bool {
    line.contains(['\u{a0}', '\u{202f}', '“', '„'])
}

/// What is read in the place of a text: none where the text says what it says. `is_valid` tells whether it is YAML.
pub(super) fn find(text: &str, tab: usize, is_valid: bool, keys: &dyn Vocabulary) -> Vec<Slip> {
    let mut slips = scan::Scanner::new(text, tab, keys).slips();
    slips.retain(|slip| !is_valid || slip.kind.is_valid_yaml());
    slips
}

/// A text with edits in it, and the way back from each of its bytes.
pub(super) struct Mended {
    pub text: String,
    /// Of each edit the bytes of the new text and those of the old, in their order.
    pieces: Vec<(Range<usize>, Range<usize>)>,
}

impl Mended {
    /// The text with the edits of all slips; of two that touch the same bytes, the first is made.
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

    /// The bytes of the old text that these of the new one come from.
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

    /// Gives the values of a tree the places of the old text.
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

/// A text between quotation marks, as YAML reads it whole.
pub fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        format!("\"{text}\"")
    }
}

/// The words of several lines in one.
fn joined(text: &str) -> Cow<'_, str> {
    if text.contains('\n') {
        Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
    } else {
        Cow::Borrowed(text)
    }
}
