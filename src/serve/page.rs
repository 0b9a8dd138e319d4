//! What the preview adds to a page: its mistakes, a bar that leads to them, and the script that reloads it.

use std::cmp::Reverse;
use std::fmt::Write as _;

use super::http;
use crate::catalogue::Catalogue;
use crate::checks::{self, Scope};
use crate::diagnostics::{self, Diagnostic, Reach, Severity, kinds, place, rest_line};
use crate::live::Snapshot;
use crate::markdown::escape;
use crate::site::Output;

/// Reloads the page when the site has a new version; the comments are in the file.
const SCRIPT: &str = include_str!("reload.js");

/// The page with the reload script, its mistakes at the top, and their count at the foot of the window.
pub(super) fn with_preview(
    html: Vec<u8>,
    snapshot: &Snapshot,
    output: &Output,
    messages: &Catalogue,
) -> Vec<u8> {
    let Ok(mut html) = String::from_utf8(html) else {
        return Vec::new();
    };
    let found = found_on(snapshot, output);
    let end = html.rfind("</body>").unwrap_or(html.len());
    html.insert_str(end, &(bar(&found, messages) + &script(snapshot.version)));
    if let Some(at) = html.find("<body>") {
        html.insert_str(at + "<body>".len(), &panel(&found, messages));
    }
    html.into_bytes()
}

/// A page to show in place of one that cannot be rendered.
pub(super) fn broken(snapshot: &Snapshot, diagnostic: &Diagnostic, messages: &Catalogue) -> String {
    let mut found = vec![diagnostic.clone()];
    found.extend(snapshot.found.iter().cloned());
    let found = checks::judge(&snapshot.site, found);
    let intro = messages.text("serve-broken-page");
    document(
        &intro,
        &list(&found, &Reach::Few, messages),
        snapshot.version,
        messages,
    )
}

/// The page of everything that is wrong with the site, or of everything that one rule finds.
pub(super) fn problems(snapshot: &Snapshot, reach: &Reach, messages: &Catalogue) -> String {
    let found = snapshot.diagnostics();
    let text = if found.is_empty() {
        format!("<p>{}</p>", escape(&messages.text("nothing-wrong")))
    } else {
        list(&found, reach, messages)
    };
    document(
        &messages.text("serve-problems-title"),
        &text,
        snapshot.version,
        messages,
    )
}

fn document(title: &str, text: &str, version: u64, messages: &Catalogue) -> String {
    let title = escape(title);
    let lang = messages.language();
    format!(
        "<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>guichet</title>\
         <meta name=\"viewport\" content=\"width=device-width\"><link rel=\"icon\" href=\"data:,\"></head>\
         <body style=\"max-width:45em;margin:2em auto;padding:0 1em;font:112%/1.5 sans-serif\">\
         <h1>{title}</h1>{text}{}</body></html>",
        script(version)
    )
}

/// What is wrong with the current page, and with files that could not be read at all.
fn found_on(snapshot: &Snapshot, output: &Output) -> Vec<(Severity, Diagnostic)> {
    let mut found = snapshot.found.clone();
    if let Some(id) = output.page() {
        found.extend(checks::check_page(&snapshot.site, id, Scope::All));
    }
    checks::judge(&snapshot.site, found)
}

/// The box at the top of the page.
fn panel(found: &[(Severity, Diagnostic)], messages: &Catalogue) -> String {
    if found.is_empty() {
        return String::new();
    }
    let title = escape(&messages.text("serve-problems-title")).into_owned();
    format!(
        "<div id=\"{BOX}\" tabindex=\"-1\" lang=\"{}\" dir=\"ltr\" style=\"margin:1em 0;padding:.5em 1em;border:3px solid #b00020;background:#fff;color:#111;\
         font:16px/1.4 sans-serif;position:relative;z-index:9\"><p><b><a style=\"color:#111\" href=\"{}\">{title}</a></b></p>{}</div>",
        messages.language(),
        http::PROBLEMS,
        list(found, &Reach::Few, messages)
    )
}

/// A bar at the foot of the window, wherever the reader has scrolled: the number of mistakes, and a link to
/// the box. It is part of the page's flow, so it hides nothing at the end, and keyboard focus stops above it.
fn bar(found: &[(Severity, Diagnostic)], messages: &Catalogue) -> String {
    let all: Vec<_> = found
        .iter()
        .map(|(severity, one)| (*severity, one))
        .collect();
    let Some(count) = diagnostics::summary(&all, messages) else {
        return String::new();
    };
    let title = messages.text("serve-problems-title");
    format!(
        "<style>html{{scroll-padding-bottom:4em}}@media print{{#{BOX},#{BOX}-bar{{display:none}}}}</style>\
         <p id=\"{BOX}-bar\" lang=\"{}\" dir=\"ltr\" style=\"position:sticky;bottom:0;z-index:9;margin:0;padding:.5em 1em;border-top:3px solid #b00020;\
         background:#fff;color:#111;font:16px/1.4 sans-serif\"><a style=\"color:#111\" href=\"#{BOX}\">{}</a></p>",
        messages.language(),
        escape(&format!("{count} · {title}")),
    )
}

/// The anchor of the box.
const BOX: &str = "guichet-problems";

/// The first of each kind, the most severe first, and a link to all of a kind that has more.
fn list(found: &[(Severity, Diagnostic)], reach: &Reach, messages: &Catalogue) -> String {
    let found: Vec<(Severity, &Diagnostic)> = found
        .iter()
        .map(|(severity, diagnostic)| (*severity, diagnostic))
        .collect();
    let mut kinds = kinds(&found, reach);
    kinds.sort_by_key(|kind| Reverse(kind.severity));
    let mut out = String::from("<ul>");
    for kind in &kinds {
        for diagnostic in kind.found.iter().take(kind.whole + kind.lines) {
            item(&mut out, kind.severity, diagnostic, messages);
        }
        if let (Some(line), Some(code)) = (rest_line(kind, messages), kind.code) {
            // Writing to a string does not fail.
            let _ = write!(
                out,
                "<li><a style=\"color:inherit\" href=\"{}?{}\">{}</a></li>",
                http::PROBLEMS,
                code.name(),
                escape(&line),
            );
        }
    }
    out.push_str("</ul>");
    out
}

fn item(out: &mut String, severity: Severity, diagnostic: &Diagnostic, messages: &Catalogue) {
    let severity = match severity {
        Severity::Error => messages.text("severity-error"),
        Severity::Warning | Severity::Off => messages.text("severity-warning"),
    };
    // Writing to a string does not fail.
    let _ = write!(
        out,
        "<li><b>{}</b> [{}] {}<br><code>{}</code>",
        escape(&severity),
        diagnostic.code.name(),
        escape(&diagnostic.message(messages)),
        escape(&place(&diagnostic.location)),
    );
    if let Some(help) = diagnostic.help_line(messages) {
        let _ = write!(out, "<br><i>{}</i>", escape(&help));
    }
    out.push_str("</li>");
}

fn script(version: u64) -> String {
    let lines = SCRIPT.lines().map(str::trim_start);
    let code = lines.filter(|line| !line.starts_with("//"));
    let code = code.collect::<Vec<_>>().join("\n");
    format!(
        "<script>{}</script>",
        code.replace("VERSION", &version.to_string())
            .replace("EVENTS", http::EVENTS)
    )
}
