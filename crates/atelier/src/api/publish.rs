//! The site goes to its readers.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use guichet::build::{self, BuildOptions, Report};
use guichet::cache::Cache;
use guichet::checks::Scope;
use guichet::diagnostics::Severity;
use guichet::edit::WriteError;
use guichet::images::Studio;
use guichet::model::{TargetKind, publication};
use guichet::press::PrintShop;
use guichet::project::Project;
use guichet::publish::{PublishChange, PublishChanges};
use guichet::site::{Output, OutputPath, PageOrder, Site, Subject};
use serde::Deserialize;
use serde_json::{Value as Json_, json};

use super::{Shared, apart};
use crate::answer::{PageAnswer, Refusal, answer};
use crate::workshop::Workshop;

#[derive(Deserialize)]
pub(super) struct PublishRequest {
    #[serde(default)]
    dry: bool,
    /// What the host asked for.
    password: Option<String>,
}

/// `POST /api/publish`: what changes for readers; unless `dry`, it is published. What is typed and not saved plays no
/// part in it.
pub(super) async fn publish(
    State(workshop): Shared,
    Json(request): Json<PublishRequest>,
) -> PageAnswer {
    let done = apart(Arc::clone(&workshop), move |workshop| {
        // One build at a time.
        let publishing = workshop.publishing.lock();
        let _publishing = publishing.unwrap_or_else(PoisonError::into_inner);
        published(workshop, request.dry, request.password)
    });
    let done = done.await?;
    if !request.dry {
        // What was newer than the published site is not any more.
        workshop.reread(Vec::new()).await?;
    }
    Ok(done)
}

fn published(workshop: &Workshop, dry: bool, password: Option<String>) -> PageAnswer {
    let project = {
        // Of files that nobody is writing; while it is built, they may be.
        let _writing = workshop.writing();
        Project::read(&workshop.root)
    };
    let cache = Arc::new(Cache::open(&workshop.root));
    let studio = Arc::new(Studio::new(Some(Arc::clone(&cache))));
    let shop = workshop
        .options
        .press
        .clone()
        .map(|press| PrintShop::open(&project.theme.plates, press, Some(cache)));
    let options = BuildOptions::on(workshop.options.extent.day)
        .with_scope(Scope::Publishing)
        .with_print_shop(shop.as_ref())
        .with_studio(&studio);
    let (site, found) = build::assemble(&project, &options);
    let out = project.config.published_folder(&workshop.root);
    let refused = |error: &guichet::publish::PublishError| {
        let words = error.message(&workshop.messages);
        Refusal::in_words(StatusCode::CONFLICT, "publish", words)
    };
    let (report, changes) = match dry {
        true => {
            let (report, changes) =
                build::compare(&site, found, &out, &options).map_err(|error| refused(&error))?;
            (report, Some(changes))
        }
        false => (
            build::publish(&project, &site, found, &out, &options)
                .map_err(|error| refused(&error))?,
            None,
        ),
    };
    if report.published.is_some() {
        sent(workshop, &site, &out, password)?;
    }
    answer(told(workshop, &site, &report, changes.as_ref()))
}

/// The file that is there while what was built last has not arrived at the host.
fn unsent(workshop: &Workshop) -> PathBuf {
    workshop.root.join(guichet::cache::FOLDER).join("unsent")
}

/// Sends what is published to the host that the site names, if it names one.
fn sent(
    workshop: &Workshop,
    site: &Site,
    out: &Path,
    password: Option<String>,
) -> Result<(), Refusal> {
    let Some(target) = site.config.target(None).filter(|_| is_to_host(site)) else {
        return Ok(());
    };
    // Whatever happens on the way: what is built has not arrived until it is said to.
    let unsent = unsent(workshop);
    let noted = unsent.parent().map_or(Ok(()), fs::create_dir_all);
    let noted = noted.and_then(|()| fs::write(&unsent, ""));
    noted.map_err(|error| {
        let error = WriteError::of(&unsent.display().to_string())(error);
        Refusal::unwritten(&workshop.messages, &error)
    })?;
    let sent = (workshop.options.send)(target, site, out, password);
    if sent.is_ok() {
        // One that stays makes somebody publish once more.
        let _ = fs::remove_file(&unsent);
    }
    sent.map_err(|refused| {
        let (status, code) = match refused.wants_password {
            true => (StatusCode::CONFLICT, "password"),
            false => (StatusCode::BAD_GATEWAY, "publish"),
        };
        Refusal::in_words(status, code, refused.words)
    })
}

/// Whether a site goes to a host.
fn is_to_host(site: &Site) -> bool {
    let target = site.config.target(None);
    target.is_some_and(|target| target.way() != TargetKind::Folder)
}

/// Where a site is published, as it names it: a host, or a folder.
pub(super) fn target(site: &Site) -> &str {
    let named = site.config.target(None);
    named.map_or(publication::FOLDER, |target| match &target.host {
        Some(host) if target.way() != TargetKind::Folder => host,
        _ => &target.folder.text,
    })
}

/// What a build found, and what it changes for readers.
fn told(
    workshop: &Workshop,
    site: &Site,
    report: &Report,
    changes: Option<&PublishChanges>,
) -> Json_ {
    let errors: Vec<Json_> = report
        .diagnostics
        .iter()
        .filter(|(severity, _)| *severity == Severity::Error)
        .map(|(_, found)| {
            let path = found.location.path();
            let page = site.page_of_file(path);
            json!({
                "path": path,
                "title": page.map(|id| &site.page(id).document.common.title),
                "line": found.location.line_and_column().map(|(line, _)| line),
                "message": found.message(&workshop.messages),
            })
        })
        .collect();
    let warnings = report.diagnostics.len() - errors.len();
    let listed = |change: PublishChange| {
        let paths = changes
            .map(|changes| changes.of(change))
            .unwrap_or_default();
        // Lists, and what stands in for a page that is not translated, follow from these.
        let pages = paths.iter().filter_map(|path| {
            let title = page_title(site, path);
            let is_gone = change == PublishChange::Gone && path.ends_with(".html");
            let title = title.or_else(|| is_gone.then(|| (*path).to_owned()));
            Some(json!({ "title": title?, "address": path }))
        });
        pages.collect::<Vec<_>>()
    };
    let sheets = |change: PublishChange, what: &str| {
        let paths = changes
            .map(|changes| changes.of(change))
            .unwrap_or_default();
        let sheets = paths.iter().filter(|path| path.ends_with(".pdf"));
        sheets
            .map(|path| {
                let (title, format) = sheet_at(workshop, site, path);
                json!({ "title": title, "format": format, "path": path, "what": what })
            })
            .collect::<Vec<_>>()
    };
    let all_sheets = [
        sheets(PublishChange::New, "new"),
        sheets(PublishChange::Changed, "changed"),
        sheets(PublishChange::Gone, "gone"),
    ]
    .concat();
    json!({
        "errors": errors.len(),
        "found": errors,
        "warnings": warnings,
        "new": listed(PublishChange::New),
        "changed": listed(PublishChange::Changed),
        "gone": listed(PublishChange::Gone),
        "sheets": all_sheets,
        "pages": report.pages,
        "target": target(site),
        "unsent": is_to_host(site) && unsent(workshop).exists(),
        "published": report.published.is_some(),
    })
}

/// The title of the editor's page at a path; `None` if there is another file.
fn page_title(site: &Site, path: &str) -> Option<String> {
    let output = site.output(&OutputPath::new(path)?)?;
    let title = |id| site.page(id).document.common.title.clone();
    output.page().filter(|_| output.is_page()).map(title)
}

/// The title of the page that a sheet is of, and the name of its format. Of one that is not there any more, its path is
/// known.
fn sheet_at(workshop: &Workshop, site: &Site, path: &str) -> (String, String) {
    let output = OutputPath::new(path).and_then(|path| site.output(&path));
    let Some(sheet) = output.and_then(Output::sheet) else {
        return (path.to_owned(), "PDF".to_owned());
    };
    let title = match sheet.subject {
        Subject::Page(id) => site.page(id).document.common.title.clone(),
        _ => path.to_owned(),
    };
    let reading = sheet.order == PageOrder::Reading && sheet.format.facts().imposition.is_some();
    let format = site
        .theme
        .format_name(sheet.format, reading, workshop.language());
    (title, format)
}
