//! The formats of sheets on the command line.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command};

use guichet::model::SheetFormat;

/// Parses the name of a sheet's format. The error lists the formats, in French or in English.
#[derive(Clone)]
pub(super) struct Formats(pub bool);

impl TypedValueParser for Formats {
    type Value = SheetFormat;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<SheetFormat, clap::Error> {
        let format = value
            .to_str()
            .and_then(|name| SheetFormat::parse(name).or_else(|| SheetFormat::own(name)));
        format.ok_or_else(|| {
            let shown = |text: String| ContextValue::String(text);
            let known = SheetFormat::shown_names(self.0)
                .into_iter()
                .map(str::to_owned);
            let mut error = clap::Error::new(ErrorKind::InvalidValue).with_cmd(command);
            error.insert(
                ContextKind::InvalidArg,
                shown(argument.map(ToString::to_string).unwrap_or_default()),
            );
            error.insert(
                ContextKind::InvalidValue,
                shown(value.to_string_lossy().into_owned()),
            );
            error.insert(
                ContextKind::ValidValue,
                ContextValue::Strings(known.collect()),
            );
            error
        })
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let names = SheetFormat::shown_names(self.0).into_iter();
        Some(Box::new(names.map(PossibleValue::new)))
    }
}
