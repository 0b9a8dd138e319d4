//! The pages of the site, chosen and sorted; and what is to be done today.

use std::collections::BTreeMap;

use axum::extract::{Query, State};
use guichet::diagnostics::{Code, Severity};
use guichet::letters::sort_key as fold;
use guichet::model::config;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::desk_index::DeskRow;
use super::{Shared, apart};
use crate::answer::{PageAnswer, answer};
use crate::workshop::Workshop;

#[derive(Deserialize)]
#[serde(default)]
pub(super) struct DeskQuery {
    q: String,
    kind: String,
    section: Option<String>,
    state: String,
    sort: String,
    from: usize,
    count: usize,
}

impl Default for DeskQuery {
    fn default() -> Self {
        Self {
            q: String::new(),
            kind: String::new(),
            section: None,
            state: String::new(),
            sort: String::new(),
            from: 0,
            count: 100,
        }
    }
}

/// The most rows of one answer.
const MOST: usize = 500;

/// `GET /api/desk`
pub(super) async fn desk(State(workshop): Shared, Query(query): Query<DeskQuery>) -> PageAnswer {
    apart(workshop, move |workshop| {
        let desk = workshop.desk();
        let wanted = fold(&query.q);
        let words: Vec<&str> = wanted.split_whitespace().collect();
        let is_found = |row: &&DeskRow| {
            (query.kind.is_empty() || row.kind == query.kind)
                && query
                    .section
                    .as_deref()
                    .is_none_or(|section| section.is_empty() || is_in(row, section))
                && words.iter().all(|word| row.folded.contains(word))
        };
        let all = desk.rows.iter().chain(&desk.others);
        let found: Vec<&DeskRow> = all.filter(is_found).collect();
        let mut shown: Vec<&DeskRow> = found
            .iter()
            .copied()
            .filter(|row| is_state(row, &query.state))
            .collect();
        match &*query.sort {
            "path" => shown.sort_by(|a, b| a.path.cmp(&b.path)),
            // What has never been reviewed comes first.
            "review" => shown.sort_by(|a, b| {
                (&a.due, &a.reviewed, &a.folded).cmp(&(&b.due, &b.reviewed, &b.folded))
            }),
            _ => shown.sort_by(|a, b| a.folded.cmp(&b.folded)),
        }
        let count = |state: &str| found.iter().filter(|row| is_state(row, state)).count();
        let counts: BTreeMap<&str, usize> =
            STATES.iter().map(|state| (*state, count(state))).collect();
        let total = shown.len();
        let rows: Vec<&DeskRow> = shown
            .into_iter()
            .skip(query.from)
            .take(query.count.min(MOST))
            .collect();
        let version = workshop.snapshot().version;
        let check = workshop.check();
        answer(json!({
            "version": version,
            "checked": check.version == version,
            "check_failed": check.is_stumbled,
            "total": total,
            "counts": counts,
            "rows": rows,
            "todo": todo(workshop, &desk.rows),
        }))
    })
    .await
}

/// The states by which pages are chosen.
const STATES: &[&str] = &["all", "draft", "errors", "warnings", "overdue", "changed"];

fn is_state(row: &DeskRow, state: &str) -> bool {
    match state {
        "draft" => row.draft,
        "errors" => row.errors > 0,
        "warnings" => row.warnings > 0,
        "overdue" => row.overdue,
        "changed" => row.changed,
        _ => true,
    }
}

fn is_in(row: &DeskRow, section: &str) -> bool {
    let rest = row.section.strip_prefix(section.trim_end_matches('/'));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Something to be done.
#[derive(Serialize)]
struct DeskTask {
    what: &'static str,
    count: usize,
    /// The state that shows it, or the one page that has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    label: String,
}

/// What is to be done today, the most urgent first.
fn todo(workshop: &Workshop, rows: &[DeskRow]) -> Vec<DeskTask> {
    let check = workshop.check();
    let mut tasks = Vec::new();
    let mut add = |what: &'static str, paths: Vec<&str>, state: Option<&'static str>| {
        let count = paths.len();
        if count == 0 {
            return;
        }
        let key = format!("atelier-todo-{what}");
        let args = [("count", count.to_string().into())];
        tasks.push(DeskTask {
            what,
            count,
            state: state.filter(|_| count > 1),
            path: (count == 1 || state.is_none())
                .then(|| paths.first().map(|path| (*path).to_owned()))
                .flatten(),
            label: workshop.messages.format(&key, &args).into_owned(),
        });
    };
    let with = |is_it: &dyn Fn(Severity, Code) -> bool| -> Vec<&str> {
        let found = check.found.iter().filter(|(_, found)| {
            found
                .iter()
                .any(|(severity, one)| is_it(*severity, one.code))
        });
        found
            .map(|(path, _)| match path.as_str() {
                "" => config::FILE,
                path => path,
            })
            .collect()
    };
    let rows_with = |is_it: fn(&DeskRow) -> bool| {
        rows.iter()
            .filter(|row| is_it(row))
            .map(|row| row.path.as_str())
            .collect()
    };
    add(
        "errors",
        with(&|severity, _| severity == Severity::Error),
        Some("errors"),
    );
    add("reviews", rows_with(|row| row.overdue), Some("overdue"));
    add(
        "counters",
        with(&|_, code| matches!(code, Code::NoCounter | Code::UnknownOrganization)),
        None,
    );
    add(
        "translations",
        with(&|_, code| code == Code::TranslationBehind),
        None,
    );
    add("drafts", rows_with(|row| row.draft), Some("draft"));
    tasks
}
