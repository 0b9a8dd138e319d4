//! What the reader of a text knows about the fields that it may contain.

use crate::spelling::fold_key;

/// The fields that an editor may write, and where.
pub trait Vocabulary {
    /// Whether this is the name of a field, at any level.
    fn is_key(&self, name: &str) -> bool;

    /// Classifies a field indented below another one, or below an item of its list, that already has a text.
    /// `path` is the names of the fields that lead there from the top, the one with the text last.
    fn under(&self, _path: &[&str], _name: &str) -> Under {
        Under::Beside
    }

    /// Whether a field of this name may stand beside the last field of this path.
    fn is_beside(&self, _path: &[&str], _name: &str) -> bool {
        false
    }

    /// Whether two names beside the last field of this path are those of one field.
    fn is_same(&self, _path: &[&str], name: &str, other: &str) -> bool {
        fold_key(name) == fold_key(other)
    }

    /// Where the last field of this path comes among those beside it; `None` if it is not known.
    fn rank(&self, _path: &[&str]) -> Option<usize> {
        None
    }

    /// Whether the last field of this path takes a list.
    fn is_list(&self, _path: &[&str]) -> bool {
        false
    }

    /// Whether the last field of this path takes one value, and certainly no list.
    fn is_single(&self, _path: &[&str]) -> bool {
        false
    }
}

/// What a field below a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Under {
    /// A field of the record that the text abbreviates: the text alone is this field of it.
    Field(&'static str),
    /// A field that belongs beside the one with the text.
    Beside,
    /// It is ambiguous.
    Unsure,
}

impl<F: Fn(&str) -> bool> Vocabulary for F {
    fn is_key(&self, name: &str) -> bool {
        self(name)
    }
}
