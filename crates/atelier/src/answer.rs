//! Answers to requests: JSON, or why there is none.

use std::borrow::Cow;

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use guichet::atelier::{HalfRenamed, SaveError};
use guichet::catalogue::Catalogue;
use guichet::edit::{MendError, WriteError};
use guichet::reasons::reason;
use serde_json::{Value as Json_, json};

use crate::open_texts::Whereabouts;

/// The answer to a request of the workshop's pages.
pub(crate) type PageAnswer = Result<Response, Refusal>;

/// Why a request was refused, in the words of people.
#[derive(Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    /// What the pages know it by.
    code: &'static str,
    words: String,
    more: Json_,
}

impl Refusal {
    /// With words of the catalogue.
    pub fn new(
        status: StatusCode,
        code: &'static str,
        messages: &Catalogue,
        key: &str,
        args: &[(&str, &str)],
    ) -> Self {
        let args: Vec<(&str, Cow<'_, str>)> = args
            .iter()
            .map(|(name, value)| (*name, Cow::Borrowed(*value)))
            .collect();
        Self {
            status,
            code,
            words: messages.format(key, &args).into_owned(),
            more: json!({}),
        }
    }

    /// With words that are there already.
    pub fn in_words(status: StatusCode, code: &'static str, words: String) -> Self {
        Self {
            status,
            code,
            words,
            more: json!({}),
        }
    }

    /// The workshop is closing: nobody reads the words.
    pub fn stopped() -> Self {
        Self {
            status: StatusCode::SERVICE_UNAVAILABLE,
            code: "stopped",
            words: String::new(),
            more: json!({}),
        }
    }

    /// There is no such page or file.
    pub fn missing(messages: &Catalogue, path: &str) -> Self {
        let status = StatusCode::NOT_FOUND;
        Self::new(
            status,
            "missing",
            messages,
            "atelier-missing",
            &[("path", path)],
        )
    }

    /// The path is not one that the workshop writes to.
    pub fn outside(messages: &Catalogue, path: &str) -> Self {
        let status = StatusCode::BAD_REQUEST;
        Self::new(
            status,
            "outside",
            messages,
            "atelier-outside",
            &[("path", path)],
        )
    }

    /// The file is not what the browser began from.
    pub fn changed(messages: &Catalogue, path: &str) -> Self {
        let status = StatusCode::CONFLICT;
        Self::new(
            status,
            "changed",
            messages,
            "atelier-changed",
            &[("path", path)],
        )
    }

    /// The page went somewhere else.
    pub fn went(messages: &Catalogue, path: &str, to: &Whereabouts) -> Self {
        let status = StatusCode::GONE;
        match to {
            Whereabouts::Moved(to) => {
                let args = [("path", path), ("to", &**to)];
                Self::new(status, "moved", messages, "atelier-moved", &args).with("to", to.as_str())
            }
            Whereabouts::Deleted => {
                let args = [("path", path)];
                Self::new(status, "deleted", messages, "atelier-deleted", &args)
            }
        }
    }

    /// Its form does not know how to change this field.
    pub fn unclear(messages: &Catalogue) -> Self {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        Self::new(status, "unclear", messages, "atelier-unclear", &[])
    }

    /// There is a file of that name.
    pub fn taken(messages: &Catalogue, path: &str) -> Self {
        let status = StatusCode::CONFLICT;
        Self::new(status, "taken", messages, "new-exists", &[("path", path)])
    }

    /// A file could not be written.
    pub fn unwritten(messages: &Catalogue, error: &WriteError) -> Self {
        if error.source.kind() == std::io::ErrorKind::AlreadyExists {
            return Self::taken(messages, &error.path);
        }
        let args = [("path", &*error.path), ("reason", &*reason(&error.source))];
        let status = StatusCode::INTERNAL_SERVER_ERROR;
        Self::new(status, "disk", messages, "write-failed", &args)
    }

    /// A text was not saved.
    pub fn unsaved(messages: &Catalogue, path: &str, error: &SaveError) -> Self {
        match error {
            SaveError::Write(error) => Self::unwritten(messages, error),
            _ => Self::changed(messages, path),
        }
    }

    /// A page was not renamed.
    pub fn unmoved(messages: &Catalogue, error: &HalfRenamed) -> Self {
        let why = match &error.why {
            MendError::Write(why) if error.stuck.is_empty() => {
                let args = [("path", &*why.path), ("reason", &*reason(&why.source))];
                let status = StatusCode::INTERNAL_SERVER_ERROR;
                return Self::new(status, "disk", messages, "atelier-not-renamed", &args);
            }
            why => Self::unmended(messages, why),
        };
        if error.stuck.is_empty() {
            return why;
        }
        let files = error.stuck.join(", ");
        let args = [("why", &*why.words), ("files", &*files)];
        let status = StatusCode::INTERNAL_SERVER_ERROR;
        Self::new(status, "disk", messages, "atelier-half-renamed", &args)
    }

    /// A correction was not written.
    pub fn unmended(messages: &Catalogue, error: &MendError) -> Self {
        match error {
            MendError::Changed(path) => Self::changed(messages, path),
            MendError::Write(error) => Self::unwritten(messages, error),
            _ => Self::changed(messages, ""),
        }
    }

    /// Adds a field to the answer.
    pub fn with(mut self, name: &str, value: impl Into<Json_>) -> Self {
        if let Some(fields) = self.more.as_object_mut() {
            fields.insert(name.to_owned(), value.into());
        }
        self
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut body = self.more;
        if let Some(fields) = body.as_object_mut() {
            fields.insert("error".to_owned(), self.words.into());
            fields.insert("code".to_owned(), self.code.into());
        }
        (self.status, Json(body)).into_response()
    }
}

/// JSON for the workshop's pages.
pub(crate) fn answer(value: impl serde::Serialize) -> PageAnswer {
    Ok(Json(value).into_response())
}
