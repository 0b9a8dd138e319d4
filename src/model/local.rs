//! What the front matter of a local note says.

use super::channel::Channels;
use super::values::{Date, Placed};
use crate::{choice, record};

choice! {
    /// Where a local note appears.
    pub enum Position {
        /// Above the page's text.
        Before = "before" | "avant",
        /// Below it.
        After = "after" | "après",
    }
}

record! {
    /// The front matter of a local note.
    pub struct LocalFields {
        /// Its title; the theme has words for a note without one.
        title "title" | "titre" => title: Option<String>,
        /// Whether it appears above the page's text, or below.
        "position" => position: Option<Position>,
        /// Routes that replace the page's.
        "channels" | "canaux" => channels: Option<Channels>,
        /// The day on which a person last checked it.
        "reviewed" | "vérifié" => reviewed: Option<Placed<Date>>,
    }
}
