//! Finds out why a sheet could not be printed, and which words the engine stops at, by printing parts of it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::subject_page;
use crate::diagnostics::Place;
use crate::press::{Job, PressError, PrintEngine};
use crate::site::{Site, Subject};

/// Why a sheet could not be printed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct PrintFailure {
    /// The kind of failure, for messages.
    cause: String,
    /// A limit, or the engine's own words.
    detail: String,
    /// The cause in the text, if it was found.
    words: Option<UnprintableWords>,
}

/// Words of a text that the engine cannot print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct UnprintableWords(String);

impl PrintFailure {
    pub fn new(error: PressError, words: Option<UnprintableWords>) -> Self {
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

    /// The hash under which a print's failure is cached.
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

    pub fn words(&self) -> Option<&UnprintableWords> {
        self.words.as_ref()
    }
}

/// The first words of a text, as shown in a message.
pub(super) fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut shown: String = text.chars().take(LONGEST).collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

impl UnprintableWords {
    /// The first of them, as shown in a message.
    pub fn shown(&self) -> String {
        shown(&self.0)
    }

    /// Where they are in the page's file. Two words may have Markdown markup, and other spaces, between them.
    pub fn place_in(&self, site: &Site, subject: Subject) -> Option<Place> {
        let file = &site.page(subject_page(site, subject)?).document.file;
        let words: Vec<&str> = self.0.split_whitespace().take(8).collect();
        let (first, rest) = words.split_first()?;
        let whole = file.text.match_indices(first).find_map(|(start, first)| {
            let mut end = start + first.len();
            for word in rest {
                // Farther apart, they are not adjacent.
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

/// Whether the press prints the sheet without any of its text: then the text ended the worker, not a lack of
/// memory.
pub(super) fn prints_without_text(press: &dyn PrintEngine, job: &Job) -> bool {
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

/// The words at which the engine stops with this error; `None` if the text alone is not the cause, or no part
/// of it alone is.
pub(super) fn culprit(
    press: &dyn PrintEngine,
    job: &Job,
    error: &PressError,
) -> Option<UnprintableWords> {
    // If a print exhausts its time or memory, the whole text is the cause.
    let may_be_told_quickly = matches!(
        error,
        PressError::Mistakes(_) | PressError::Panicked(_) | PressError::StackOverflow
    );
    if !may_be_told_quickly {
        return None;
    }
    let data: Json = serde_json::from_slice(&job.data).ok()?;
    let mut search = CulpritSearch {
        press,
        job,
        error,
        prints: 0,
        until: Instant::now() + LONGEST,
    };
    search.words(data)
}

/// How many parts of a sheet are printed, and for how long at most. A thousand texts of a hundred words need
/// some twenty.
const MOST_PRINTS: usize = 40;
const LONGEST: Duration = Duration::from_secs(20);

/// Replaces a text that is left out, because some parts of a sheet may not be empty.
const NEUTRAL: &str = "x";

struct CulpritSearch<'p> {
    press: &'p dyn PrintEngine,
    job: &'p Job,
    error: &'p PressError,
    prints: usize,
    until: Instant,
}

impl CulpritSearch<'_> {
    fn words(&mut self, mut data: Json) -> Option<UnprintableWords> {
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
        // Within that text, the last word of the cause, and the first.
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
        // The final full stop is not part of the word, unless there is nothing else.
        let word = found.trim_end_matches(['.', ',', ';', ':', '!', '?']);
        let word = if word.is_empty() { &*found } else { word };
        (!word.is_empty()).then(|| UnprintableWords(word.to_owned()))
    }

    /// The first words of the block at which the engine stops whatever its text: a table, a list.
    fn block(&mut self, data: &Json) -> Option<UnprintableWords> {
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
        (!words.is_empty()).then(|| UnprintableWords(words.join(" ")))
    }

    /// The smallest number of leading things that fails, given that all `count` fail and none of them does
    /// not. `None` if the search has taken too long.
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

    /// Whether these data stop the engine in the same way; `None` if the budget for asking is spent.
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
            let start = |mistakes: &[crate::press::TemplateMistake]| {
                let first = mistakes.first().map(|first| first.message.clone());
                first.map(|message| message.chars().take(30).collect::<String>())
            };
            start(one) == start(other)
        }
        _ => std::mem::discriminant(one) == std::mem::discriminant(other),
    }
}

/// The texts of a sheet that people read, in order: not the names that its template uses for its parts.
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
