//! Values of fields, without their places in a text, and changes to them.

use super::FieldError;
use crate::invisible;
use crate::yaml::{Node, Under, Value, Vocabulary};

/// The value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldValue {
    /// Nothing is written.
    Nothing,
    /// A text; numbers and dates are texts.
    Text(String),
    /// A list.
    List(Vec<FieldValue>),
    /// Fields, in order.
    Record(Vec<(String, FieldValue)>),
}

/// A step from a value to one inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldStep {
    /// The field with this name, or with another name of the same field.
    Field(String),
    /// The item at this position, from 0.
    Item(usize),
}

/// A change to the fields of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldChange {
    /// Gives the field at this path a value. Adds the field, those that lead to it, and one item at the end of a list.
    Set(Vec<FieldStep>, FieldValue),
    /// Removes a field or an item, and what is empty without it.
    Remove(Vec<FieldStep>),
    /// Puts an item before the one at this position of the list at this path, or at its end.
    Insert(Vec<FieldStep>, usize, FieldValue),
    /// Moves an item of the list at this path to a position of the list without it.
    Move(Vec<FieldStep>, usize, usize),
}

impl FieldValue {
    /// The value of a node; `None` if a key in it is not a text.
    pub fn of(node: &Node) -> Option<Self> {
        Some(match &node.value {
            Value::Null => Self::Nothing,
            Value::Scalar(text) => Self::Text(text.clone()),
            Value::Sequence(items) => {
                Self::List(items.iter().map(Self::of).collect::<Option<_>>()?)
            }
            Value::Mapping(entries) => {
                let entry = |(key, value): &(Node, Node)| match &key.value {
                    Value::Scalar(name) => Some((name.clone(), Self::of(value)?)),
                    _ => None,
                };
                Self::Record(entries.iter().map(entry).collect::<Option<_>>()?)
            }
        })
    }

    /// The fields of a whole text, which may have none.
    pub(super) fn of_fields(node: &Node) -> Option<Self> {
        match node.value {
            Value::Null => Some(Self::Record(Vec::new())),
            _ => Self::of(node),
        }
    }

    /// Whether two values say the same: line ends below a text say nothing.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Nothing, Self::Nothing) => true,
            (Self::Text(a), Self::Text(b)) => a.trim_end_matches('\n') == b.trim_end_matches('\n'),
            (Self::List(a), Self::List(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.is_same(b))
            }
            (Self::Record(a), Self::Record(b)) => {
                let mut pairs = a.iter().zip(b);
                a.len() == b.len() && pairs.all(|(a, b)| a.0 == b.0 && a.1.is_same(&b.1))
            }
            _ => false,
        }
    }

    /// The same value as a file may hold it: without invisible characters, and with `\n` line ends.
    fn visible(&self) -> Self {
        match self {
            Self::Nothing => Self::Nothing,
            Self::Text(text) => {
                let text = text.replace("\r\n", "\n").replace('\r', "\n");
                Self::Text(invisible::read(&text).into_owned())
            }
            Self::List(items) => Self::List(items.iter().map(Self::visible).collect()),
            Self::Record(fields) => {
                let field = |(name, value): &(String, Self)| (name.clone(), value.visible());
                Self::Record(fields.iter().map(field).collect())
            }
        }
    }

    /// Makes one change.
    pub(super) fn change(
        &mut self,
        change: &FieldChange,
        names: &dyn Vocabulary,
    ) -> Result<(), FieldError> {
        let mut path = Vec::new();
        let at = &mut Walk {
            names,
            path: &mut path,
        };
        match change {
            FieldChange::Set(steps, value) => self.set(steps, value.visible(), at),
            FieldChange::Remove(steps) => self.remove(steps, at).map(|_| ()),
            FieldChange::Insert(steps, position, value) => {
                let list = self.list(steps, at)?;
                if *position > list.len() {
                    return Err(FieldError::NoSuchPlace);
                }
                list.insert(*position, value.visible());
                Ok(())
            }
            FieldChange::Move(steps, from, to) => {
                let list = self.list(steps, at)?;
                if *from >= list.len() || *to >= list.len() {
                    return Err(FieldError::NoSuchPlace);
                }
                let item = list.remove(*from);
                list.insert(*to, item);
                Ok(())
            }
        }
    }

    fn set(
        &mut self,
        steps: &[FieldStep],
        value: Self,
        at: &mut Walk<'_, '_>,
    ) -> Result<(), FieldError> {
        match steps.split_first() {
            None => {
                *self = value;
                Ok(())
            }
            Some((step, rest)) => self.inside(step, at)?.set(rest, value, at),
        }
    }

    /// The value after one step, which is made if it is not there.
    fn inside<'v>(
        &'v mut self,
        step: &FieldStep,
        at: &mut Walk<'_, '_>,
    ) -> Result<&'v mut Self, FieldError> {
        match step {
            FieldStep::Field(name) => {
                self.widen(name, at)?;
                let Self::Record(fields) = self else {
                    return Err(FieldError::NoSuchPlace);
                };
                let index = match at.find(fields, name) {
                    Some(index) => index,
                    None => {
                        let index = at.place(fields, name);
                        fields.insert(index, (name.clone(), Self::Nothing));
                        index
                    }
                };
                let (name, value) = fields.get_mut(index).ok_or(FieldError::NoSuchPlace)?;
                at.path.push(name.clone());
                Ok(value)
            }
            FieldStep::Item(index) => {
                // A text where a list may stand is a list of one.
                if *index == 0 && matches!(self, Self::Text(_) | Self::Record(_)) {
                    return Ok(self);
                }
                let list = self.as_list()?;
                if *index == list.len() {
                    list.push(Self::Nothing);
                }
                list.get_mut(*index).ok_or(FieldError::NoSuchPlace)
            }
        }
    }

    /// Makes a record of nothing, or of a text that abbreviates one.
    fn widen(&mut self, name: &str, at: &Walk<'_, '_>) -> Result<(), FieldError> {
        match self {
            Self::Record(_) => Ok(()),
            Self::Nothing => {
                *self = Self::Record(Vec::new());
                Ok(())
            }
            Self::Text(text) => {
                let path: Vec<&str> = at.path.iter().map(String::as_str).collect();
                let Under::Field(short) = at.names.under(&path, name) else {
                    return Err(FieldError::NoSuchPlace);
                };
                let text = Self::Text(std::mem::take(text));
                *self = Self::Record(vec![(short.to_owned(), text)]);
                Ok(())
            }
            Self::List(_) => Err(FieldError::NoSuchPlace),
        }
    }

    fn as_list(&mut self) -> Result<&mut Vec<Self>, FieldError> {
        match self {
            Self::Nothing => *self = Self::List(Vec::new()),
            Self::Text(_) | Self::Record(_) => {
                let one = std::mem::replace(self, Self::Nothing);
                *self = Self::List(vec![one]);
            }
            Self::List(_) => {}
        }
        match self {
            Self::List(items) => Ok(items),
            _ => Err(FieldError::NoSuchPlace),
        }
    }

    fn list<'v>(
        &'v mut self,
        steps: &[FieldStep],
        at: &mut Walk<'_, '_>,
    ) -> Result<&'v mut Vec<Self>, FieldError> {
        match steps.split_first() {
            None => self.as_list(),
            Some((step, rest)) => self.inside(step, at)?.list(rest, at),
        }
    }

    /// Removes what is at the end of a path; says whether this value is empty now.
    fn remove(&mut self, steps: &[FieldStep], at: &mut Walk<'_, '_>) -> Result<bool, FieldError> {
        let Some((step, rest)) = steps.split_first() else {
            return Ok(true);
        };
        match (self, step) {
            (Self::Record(fields), FieldStep::Field(name)) => {
                // What is not there need not go.
                let Some(index) = at.find(fields, name) else {
                    return Ok(false);
                };
                let Some((written, value)) = fields.get_mut(index) else {
                    return Ok(false);
                };
                at.path.push(written.clone());
                if value.remove(rest, at)? {
                    fields.remove(index);
                }
                Ok(fields.is_empty())
            }
            (Self::List(items), FieldStep::Item(index)) => {
                let item = items.get_mut(*index).ok_or(FieldError::NoSuchPlace)?;
                if item.remove(rest, at)? {
                    items.remove(*index);
                }
                Ok(items.is_empty())
            }
            (one @ (Self::Text(_) | Self::Record(_)), FieldStep::Item(0)) => one.remove(rest, at),
            (Self::Nothing, _) => Ok(false),
            _ => Err(FieldError::NoSuchPlace),
        }
    }
}

/// Where a change has got to: the names of the fields that lead there.
struct Walk<'w, 'n> {
    names: &'n dyn Vocabulary,
    path: &'w mut Vec<String>,
}

impl Walk<'_, '_> {
    fn below<'s>(&'s self, name: &'s str) -> Vec<&'s str> {
        let path = self.path.iter().map(String::as_str);
        path.chain([name]).collect()
    }

    /// The field of this name, or with another of its names.
    fn find(&self, fields: &[(String, FieldValue)], name: &str) -> Option<usize> {
        let path = self.below(name);
        fields.iter().position(|(written, _)| {
            // Of two that mean the same, the first counts.
            written == name || self.names.is_same(&path, name, written)
        })
    }

    /// Where a new field belongs: below those that come before it, but never first, where its file says what it is.
    fn place(&self, fields: &[(String, FieldValue)], name: &str) -> usize {
        let rank = |name: &str| self.names.rank(&self.below(name));
        let Some(own) = rank(name) else {
            return fields.len();
        };
        let is_before =
            |(written, _): &(String, FieldValue)| rank(written).is_some_and(|rank| rank < own);
        let last = fields.iter().rposition(is_before);
        last.map_or(fields.len().min(1), |index| index + 1)
    }
}
