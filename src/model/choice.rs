//! Enumerations of the model: one of several words, in English or French.

use super::decoder::Decoder;
use crate::diagnostics::{self, Code, Diagnostic, Location};
use crate::spelling::{find, fold_key};
use crate::yaml::{Node, scalar};

/// Declares an enumeration of the model: `Variant = "name" | "alias"`; the first variant is the default.
#[macro_export]
macro_rules! choice {
    (
        $(#[doc = $doc:literal])*
        pub enum $Name:ident {
            $(#[doc = $first_doc:literal])+ $First:ident = $first_name:literal $(| $first_alias:literal)*
            $(, $(#[doc = $variant_doc:literal])+ $Variant:ident = $name:literal $(| $alias:literal)* )* $(,)?
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $Name {
            $(#[doc = $first_doc])+ #[default] $First,
            $( $(#[doc = $variant_doc])+ $Variant ),*
        }

        impl $Name {
            /// Every value, in the order in which they are declared.
            pub const ALL: &'static [Self] = &[Self::$First, $( Self::$Variant ),*];

            /// Every accepted name, English before French, with its value.
            pub const NAMES: &'static [(&'static str, Self)] = &[
                ($first_name, Self::$First), $( ($first_alias, Self::$First), )*
                $( ($name, Self::$Variant), $( ($alias, Self::$Variant), )* )*
            ];

            /// The value of a name, in English or French, with or without accents.
            pub fn parse(text: &str) -> Option<Self> {
                $crate::spelling::find(Self::NAMES, text)
            }

            /// For each value, the name that an editor of this language writes.
            pub fn shown_names(french: bool) -> Vec<&'static str> {
                $crate::model::choice::shown_names(Self::NAMES, french)
            }

            /// The name that an editor of this language writes.
            pub fn shown(self, french: bool) -> &'static str {
                $crate::model::choice::shown_name(Self::NAMES, self, french)
            }

            /// The English name.
            pub fn name(self) -> &'static str {
                match self { Self::$First => $first_name, $( Self::$Variant => $name ),* }
            }
        }

        impl $crate::model::record::Decode for $Name {
            const IS_WORD: bool = true;
            const CHOICES: Option<$crate::model::record::ChoiceNames> = Some(Self::shown_names);
            const INPUT: $crate::model::record::FieldInput = $crate::model::record::FieldInput::Choice;

            fn decode(node: &$crate::yaml::Node, decoder: &mut $crate::model::decoder::Decoder) -> Option<Self> {
                $crate::model::choice::decode_choice(Self::NAMES, node, decoder)
            }

            fn schema() -> serde_json::Value {
                let names: Vec<&str> = Self::NAMES.iter().map(|(name, _)| *name).collect();
                serde_json::json!({ "enum": names })
            }
        }
    };
}

/// Reads one of `names`; reports anything else, with the names and the nearest of them.
pub fn decode_choice<T: Copy + PartialEq>(
    names: &[(&str, T)],
    node: &Node,
    decoder: &mut Decoder,
) -> Option<T> {
    let written = decoder.text(node, "text")?;
    if let Some(value) = find(names, written) {
        return Some(value);
    }
    let location = decoder.location(node);
    let found = unknown_value(names, &[], written, decoder.french, location);
    decoder.report(found);
    None
}

/// The diagnostic about a text that is none of `names`, and none of `others`.
pub fn unknown_value<T: PartialEq>(
    names: &[(&str, T)],
    others: &[&str],
    written: &str,
    french: bool,
    location: Location,
) -> Diagnostic {
    let folded = fold_key(written);
    let mut known = shown_names(names, french);
    known.extend(others);
    let mut diagnostic = Diagnostic::new(Code::UnknownValue, location)
        .with("value", written)
        .with("known", known.join(", "));
    let candidates = names.iter().map(|(name, _)| *name);
    let candidates = candidates.chain(others.iter().copied());
    if let Some(near) = diagnostics::nearest_by(&folded, candidates, fold_key) {
        diagnostic = diagnostic.with("nearest", near).help("help-nearest");
        if diagnostics::is_slip_of_the_pen(&folded, &fold_key(near)) {
            diagnostic = diagnostic.instead(scalar(near));
        }
        return diagnostic.offer_instead(scalar(near));
    }
    match known.len() <= MOST_OFFERED {
        true => known.iter().fold(diagnostic, |diagnostic, name| {
            diagnostic.offer_instead(scalar(name))
        }),
        false => diagnostic,
    }
}

/// The most values to offer in place of one that does not exist.
pub const MOST_OFFERED: usize = 6;

/// The word that an editor of this language writes for a value: the first is English, the second French.
pub fn shown_name<T: PartialEq + Copy>(
    names: &[(&'static str, T)],
    value: T,
    french: bool,
) -> &'static str {
    let mut words = names.iter().filter(|(_, other)| *other == value);
    let first = words.next().map_or("", |(name, _)| *name);
    match words.next() {
        Some((second, _)) if french => second,
        _ => first,
    }
}

/// For each value, the word that an editor of this language writes: the first is English, the second French.
pub fn shown_names<'n, T: PartialEq>(names: &[(&'n str, T)], french: bool) -> Vec<&'n str> {
    let mut shown = Vec::new();
    for (index, (first, value)) in names.iter().enumerate() {
        if names[..index].iter().any(|(_, other)| other == value) {
            continue;
        }
        let second = names[index + 1..].iter().find(|(_, other)| other == value);
        shown.push(match second {
            Some((second, _)) if french => second,
            _ => *first,
        });
    }
    shown
}
