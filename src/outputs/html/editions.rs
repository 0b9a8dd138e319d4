//! Whether an edition is still valid: the current code of every sheet, and the answer for each code ever
//! recorded.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;
use tera::Context;

use super::Scene;
use super::frame::{Frame, Link};
use super::lists::part_views;
use crate::outputs::sheet::{Current, letters, title};
use crate::outputs::words::Words;
use crate::records::EditionRecord;
use crate::site::{LIST_LENGTH, Subject, edition_letters};

/// A sheet and its current edition.
#[derive(Serialize)]
struct CurrentView {
    title: String,
    path: String,
    /// The four characters: the month before them says when the page was checked, not whether the sheet is
    /// valid.
    code: String,
}

/// A code, and each sheet that has had it. Two sheets may share one by chance: their titles tell them apart.
#[derive(Serialize)]
struct CodeView {
    code: String,
    sheets: Vec<AnswerView>,
}

/// What is known about one edition.
#[derive(Serialize)]
struct AnswerView {
    edition: String,
    title: String,
    path: Option<String>,
    /// Whether it is still valid.
    holds: bool,
    /// The edition that replaced it; `None` if the sheet is no longer published.
    replaced_by: Option<String>,
    /// What has changed since, in chronological order.
    changes: Vec<ChangeView>,
}

#[derive(Serialize)]
struct ChangeView {
    /// When it was recorded; `None` for a change not yet recorded.
    day: Option<String>,
    changed: String,
}

/// What has changed since an edition: what later records say, and what differs in the current edition.
fn changes(
    record: &EditionRecord,
    later: &[&EditionRecord],
    now: Option<&Current>,
    words: &Words<'_>,
) -> Vec<ChangeView> {
    let recorded = later.iter().map(|later| ChangeView {
        day: Some(words.date(later.recorded)),
        changed: words.set(&later.changed),
    });
    let last = later.last().copied().unwrap_or(record);
    let unrecorded = now.and_then(|now| {
        let is_new = letters(&last.edition) != now.edition.code;
        let changed = is_new.then(|| now.edition.changes_since(&last.parts, words))?;
        Some(ChangeView { day: None, changed })
    });
    recorded.chain(unrecorded).collect()
}

impl Scene<'_> {
    /// The title of what a sheet prints.
    fn title_of(&self, current: &Current) -> String {
        match current.subject {
            Subject::Page(id) => self.voice.words.title(self.site, id),
            other => title(&self.voice, other),
        }
    }

    /// The current code of every sheet: one part of the list.
    pub fn editions(&self, part: usize) -> (&'static str, Frame, Context) {
        let words = self.voice.words;
        let editions = self.renderer.editions();
        let current = editions.in_language(self.site, self.language);
        let shown = current.chunks(LIST_LENGTH).nth(part).unwrap_or_default();
        let sheets: Vec<CurrentView> = shown
            .iter()
            .map(|current| CurrentView {
                title: self.title_of(current),
                path: self.href_of(current),
                code: current.edition.code.clone(),
            })
            .collect();
        let parts = current.len().div_ceil(LIST_LENGTH);
        let path = |part| self.site.editions_path(self.language, part);
        let mut context = Context::new();
        context.insert("sheets", &sheets);
        context.insert("letters", &self.letters());
        context.insert("parts", &part_views(parts, part, path));
        let frame = self.named_frame("editions-title", "address-editions", &words);
        ("editions.html", frame, context)
    }

    /// The address of the page that a sheet prints.
    fn href_of(&self, current: &Current) -> String {
        self.href(current.page)
    }

    fn letters(&self) -> Vec<Link> {
        edition_letters()
            .map(|letter| Link {
                title: letter.to_string(),
                path: self.site.answers_path(self.language, letter).encoded(),
            })
            .collect()
    }

    /// The answer for every edition whose code begins with this character.
    pub fn edition_answers(&self, letter: char) -> (&'static str, Frame, Context) {
        let site = self.site;
        let words = self.voice.words;
        let mut codes: BTreeMap<String, Vec<AnswerView>> = BTreeMap::new();
        let current = self.renderer.editions().in_language(site, self.language);
        for current in &current {
            let answer = || AnswerView {
                edition: current.edition.to_string(),
                title: self.title_of(current),
                path: Some(self.href_of(current)),
                holds: true,
                replaced_by: None,
                changes: Vec::new(),
            };
            if current.edition.code.starts_with(letter) {
                let sheets = codes.entry(current.edition.code.clone()).or_default();
                sheets.push(answer());
            }
        }
        let file_of = |current: &&Current| site.page(current.page).document.file.path.as_str();
        let by_file: HashMap<&str, &Current> = current
            .iter()
            .map(|current| (file_of(current), *current))
            .collect();
        for (record, later) in self.past(letter) {
            let file = &record.file;
            let now = by_file.get(file.as_str());
            let code = letters(&record.edition).to_owned();
            // An edition with the content of an earlier one is the current one.
            if now.is_some_and(|now| now.edition.code == code) {
                continue;
            }
            // A page that no longer has a sheet may still exist.
            let page = site.page_of_file(file).map(|id| site.page(id));
            let title = page.map_or(&record.title, |page| &page.document.common.title);
            let sheets = codes.entry(code).or_default();
            sheets.push(AnswerView {
                edition: record.edition.clone(),
                title: words.set(if title.is_empty() { file } else { title }),
                path: page.map(|page| page.path.encoded()),
                holds: false,
                replaced_by: now.map(|now| now.edition.to_string()),
                changes: changes(record, &later, now.copied(), &words),
            });
        }
        let codes: Vec<CodeView> = codes
            .into_iter()
            .map(|(code, sheets)| CodeView { code, sheets })
            .collect();
        let mut context = Context::new();
        context.insert("codes", &codes);
        context.insert("letters", &self.letters());
        let mut breadcrumbs = self.breadcrumbs_below_home();
        breadcrumbs.push(Link {
            title: words.text("editions-title"),
            path: site.editions_path(self.language, 0).encoded(),
        });
        let frame = Frame {
            title: words.format("editions-letter", &[("letter", &letter.to_string())]),
            breadcrumbs,
            ..Frame::default()
        };
        ("edition-answers.html", frame, context)
    }

    /// The recorded editions of this language whose code begins with this character, each with those that
    /// followed it.
    fn past(&self, letter: char) -> Vec<(&EditionRecord, Vec<&EditionRecord>)> {
        let all = self.site.records.editions.as_deref().unwrap_or_default();
        let mut past = Vec::new();
        let mut later: HashMap<&str, Vec<&EditionRecord>> = HashMap::new();
        // From the latest to the earliest, so that a record's successors come before it.
        for record in all.iter().rev() {
            if self.site.language_of_file(&record.file) != self.language {
                continue;
            }
            let after = later.entry(&record.file).or_default();
            if letters(&record.edition).starts_with(letter) {
                past.push((record, after.iter().rev().copied().collect()));
            }
            after.push(record);
        }
        past
    }
}
