//! Civic information, in the words of CPSV-AP, the European vocabulary of public services, and the configuration of a
//! site: everything that an editor writes in YAML.
//!
//! Each record is one table (see [`record`]) of its keys, French aliases, types and meaning. `guichet
//! schema`, the reading of front matter and the suggestions for mistyped keys all derive from it.

pub mod channel;
pub mod choice;
pub mod colour;
pub mod config;
pub mod cost;
mod data;
pub mod decoder;
pub mod exceptions;
pub mod free_files;
pub mod hosting;
pub mod hours;
pub mod image;
pub mod kind_words;
pub mod kinds;
mod list;
pub mod listed;
mod local;
pub mod look;
pub mod networks;
pub mod publication;
pub mod record;
pub mod schema;
pub mod severities;
pub mod sheet;
pub mod values;
pub mod written;

pub use channel::{Appointment, Channels, Evidence, Recipient, Route, Routes};
pub use colour::Colour;
pub use cost::Cost;
pub use data::DataVocabulary;
pub use exceptions::Exceptions;
pub use free_files::FreeFiles;
pub use hosting::{ContentEncoding, Host};
pub use image::{ImageSide, ImageStyle};
pub use kinds::{Article, Common, FactSource, Guide, Kind, Organization};
pub use list::is_answer;
pub use listed::Listed;
pub use local::{LocalFields, Position};
pub use look::{Ink, Look};
pub use publication::{PublicationTarget, TargetKind};
pub use sheet::{Imposition, SheetFormat};
pub use values::{Located, Placed};
pub use written::{Wording, WrittenField, WrittenFile};

#[cfg(test)]
mod tests;
