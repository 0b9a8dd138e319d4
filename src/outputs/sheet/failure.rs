//! Why a sheet could not be printed, and which words of its text the engine stops at: parts of the sheet are printed until
//! those are found.

use std::sync::Arc;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::subject_page;
use crate::diagnostics::Place;
use crate::press::{Job, Press, PressError};
use crate::site::{Site, Subject};

/// Why a sheet could not be printed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Failure {
    /// What happened, as messages tell them apart.
    cause: String,
    /// A measure or the engine's own words.
    detail: String,
    /// What in the text is the cause, where it was found.
    words: Option<Words>,
}

/// Words of a text that the engine cannot print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Words(String);

impl Failure {
    pub fn new(error: PressError, words: Option<Words>) -> Self {
        let (cause, detail) = match error {
            PressError::Mistakes(mistakes) => {
                let first = mistakes.into_iter().next();
                (
                    "refused",
                    first.map_or_else(String::new, |first| first.message),
                )
            }
            PressError::TooSlow(limit) => ("slow", limit.as_secs().to_string()),
            PressError::TooLarge(bytes) => ("memory", (bytes >> 20).to_string()),
            PressError::StackOverflow => ("stack", String::new()),
            PressError::Panicked(message) => ("panic", message),
            PressError::NoWorker(reason) => ("worker", reason),
        };
        Self {
            cause: cause.to_owned(),
            detail,
            words,
        }
    }

    /// Under which hash the failure of a print is kept.
    pub fn key(print: blake3::Hash) -> blake3::Hash {
        let mut hasher = blake3::Hasher::new();
        hasher.update(b"failure");
        hasher.update(print.as_bytes());
        hasher.finalize()
    }

    pub fn cause(&self) -> &str {
        &self.cause
    }

    pub fn detail(&self) -> &str {
        &self.detail
    }

    pub fn words(&self) -> Option<&Words> {
        self.words.as_ref()
    }
}

impl Words {
    /// The first of them, as a message shows them.
    pub fn shown(&self) -> String {
        const LONGEST: usize = 60;
        let mut shown: String = self.0.chars().take(LONGEST).collect();
        if self.0.chars().nth(LONGEST).is_some() {
            shown.push('…');
        }
        shown
    }

    /// Where they stand in the page's file. Between two words there may be marks of Markdown, and spaces of other kinds.
    pub fn place_in(&self, site: &Site, subject: Subject) -> Option<Place> {
        let file = &site.page(subject_page(site, subject)?).document.file;
        let words: Vec<&str> = self.0.split_whitespace().take(8).collect();
        let (first, rest) = words.split_first()?;
        let whole = file.text.match_indices(first).find_map(|(start, first)| {
            let mut end = start + first.len();
            for word in rest {
                // Farther apart are no neighbours.
                const FARTHEST: usize = 40;
                let after = &file.text[end..];
                end += after.find(word).filter(|gap| *gap <= FARTHEST)? + word.len();
            }
            Some(start..end)
        });
        let longest = || {
            let longest = words.iter().max_by_key(|word| word.len())?;
            let start = file.text.find(longest)?;
            Some(start..start + longest.len())
        };
        Some(Place {
            span: whole.or_else(longest)?,
            file: Arc::clone(file),
        })
    }
}

/// Whether the press prints the sheet without any of its text: then it is the text that ended the worker, not the machine that gives
/// none.
pub(super) fn prints_without_text(press: &Press, job: &Job) -> bool {
    let Ok(mut data) = serde_json::from_slice::<Json>(&job.data) else {
        return false;
    };
    for text in texts(&mut data) {
        NEUTRAL.clone_into(text);
    }
    if let Some(body) = data.get_mut("body") {
        *body = Json::Array(Vec::new());
    }
    let empty = Job {
        data: serde_json::to_vec(&data).unwrap_or_default(),
        ..job.clone()
    };
    press.print(&empty).is_ok()
}

/// The words at which the engine stops with this error; `None` where it is not the text alone that stops it, or no part of the
/// text alone.
pub(super) fn culprit(press: &Press, job: &Job, error: &PressError) -> Option<Words> {
    // Where a print takes all the time or memory that it may, the whole text is the cause.
    let may_be_told_quickly = matches!(
        error,
        PressError::Mistakes(_) | PressError::Panicked(_) | PressError::StackOverflow
    );
    if !may_be_told_quickly {
        return None;
    }
    let data: Json = serde_json::from_slice(&job.data).ok()?;
    let mut search = Search {
        press,
        job,
        error,
        prints: 0,
        until: Instant::now() + LONGEST,
    };
    search.words(data)
}

/// How many parts of a sheet are printed, and how long that may take. A thousand texts of a hundred words need some twenty.
const MOST_PRINTS: usize = 40;
const LONGEST: Duration = Duration::from_secs(20);

/// What stands in for a text that is left out. No part of a sheet may be empty that must not be.
const NEUTRAL: &str = "x";

struct Search<'p> {
    press: &'p Press,
    job: &'p Job,
    error: &'p PressError,
    prints: usize,
    until: Instant,
}

impl Search<'_> {
    fn words(&mut self, mut data: Json) -> Option<Words> {
        let count = texts(&mut data).len();
        let keep = |data: &Json, kept: &dyn Fn(usize) -> bool| {
            let mut part = data.clone();
            for (at, text) in texts(&mut part).into_iter().enumerate() {
                if !kept(at) {
                    NEUTRAL.clone_into(text);
                }
            }
            part
        };
        if self.fails(&keep(&data, &|_| false))? {
            return self.block(&data);
        }
        let last = self.first(count, |search, length| {
            search.fails(&keep(&data, &|at| at < length))
        })?;
        let whole = texts(&mut data)[last].clone();
        // Within that text, up to which word, and from which.
        let with = |search: &mut Self, words: &str| {
            let mut part = data.clone();
            let mut texts = texts(&mut part);
            for text in texts.iter_mut().skip(last + 1) {
                NEUTRAL.clone_into(text);
            }
            words.clone_into(texts[last]);
            search.fails(&part)
        };
        let words: Vec<&str> = whole.split_whitespace().collect();
        let to = self.first(words.len(), |search, length| {
            with(search, &words[..length].join(" "))
        });
        let to = to.map_or(words.len(), |to| to + 1);
        let from = self.first(to, |search, length| {
            with(search, &words[to - length..to].join(" "))
        });
        let from = from.map_or(0, |from| to - from - 1);
        let found = words.get(from..to)?.join(" ");
        // The dot at the end is not of the word, unless there is nothing else.
        let word = found.trim_end_matches(['.', ',', ';', ':', '!', '?']);
        let word = if word.is_empty() { &*found } else { word };
        (!word.is_empty()).then(|| Words(word.to_owned()))
    }

    /// The first words of the block of the text at which the engine stops whatever is written in it: a table, a list.
    fn block(&mut self, data: &Json) -> Option<Words> {
        let blocks = data.get("body")?.as_array()?;
        let with = |length: usize| {
            let mut part = data.clone();
            part["body"] = blocks[..length].to_vec().into();
            part
        };
        if blocks.is_empty() || self.fails(&with(0))? {
            return None;
        }
        let at = self.first(blocks.len(), |search, length| search.fails(&with(length)))?;
        let mut block = blocks[at].clone();
        let words = texts(&mut block)
            .into_iter()
            .map(|text| text.trim().to_owned());
        let words: Vec<String> = words.filter(|text| !text.is_empty()).take(8).collect();
        (!words.is_empty()).then(|| Words(words.join(" ")))
    }

    /// Of `count` things of which all fail and none does not, the one with which it begins: as many as `fails` is told, less
    /// the last, do not fail. `None` where the search has taken too long.
    fn first(
        &mut self,
        count: usize,
        mut fails: impl FnMut(&mut Self, usize) -> Option<bool>,
    ) -> Option<usize> {
        let (mut sound, mut failing) = (0, count);
        while failing > sound + 1 {
            let middle = sound.midpoint(failing);
            if fails(self, middle)? {
                failing = middle;
            } else {
                sound = middle;
            }
        }
        failing.checked_sub(1)
    }

    /// Whether these data stop the engine in the same way; `None` where that is no longer asked.
    fn fails(&mut self, data: &Json) -> Option<bool> {
        self.prints += 1;
        if self.prints > MOST_PRINTS || Instant::now() > self.until {
            return None;
        }
        let job = Job {
            data: serde_json::to_vec(data).ok()?,
            ..self.job.clone()
        };
        match self.press.print(&job) {
            Ok(_) => Some(false),
            Err(PressError::NoWorker(_)) => None,
            Err(error) => Some(is_alike(&error, self.error)),
        }
    }
}

fn is_alike(one: &PressError, other: &PressError) -> bool {
    match (one, other) {
        (PressError::Mistakes(one), PressError::Mistakes(other)) => {
            let start = |mistakes: &[crate::press::Mistake]| {
                let first = mistakes.first().map(|first| first.message.clone());
                first.map(|message| message.chars().take(30).collect::<String>())
            };
            start(one) == start(other)
        }
        _ => std::mem::discriminant(one) == std::mem::discriminant(other),
    }
}

/// The texts of a sheet that people read, in their order: not the names by which its template tells its parts.
fn texts(data: &mut Json) -> Vec<&mut String> {
    fn gather<'j>(json: &'j mut Json, is_text: bool, all: &mut Vec<&'j mut String>) {
        match json {
            Json::String(text) => {
                if is_text || text.contains(|c: char| !c.is_ascii() || c == ' ') {
                    all.push(text);
                }
            }
            Json::Array(items) => {
                for item in items {
                    gather(item, is_text, all);
                }
            }
            Json::Object(fields) => {
                for (key, field) in fields {
                    gather(field, matches!(&**key, "children" | "text"), all);
                }
            }
            Json::Null | Json::Bool(_) | Json::Number(_) => {}
        }
    }
    let mut all = Vec::new();
    gather(data, false, &mut all);
    all
}
