//! Diagnostics in machine-readable forms: JSON, SARIF, the workflow commands of GitHub Actions, GitLab's code
//! quality.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::Arc;

use serde_json::{Value as Json, json};

use super::{Code, Diagnostic, DiagnosticKind, Edit, Fix, Place, Severity, explanations, print};
use crate::catalogue::Catalogue;
use crate::percent::{COMMAND_DATA, COMMAND_PROPERTY, encode_only};

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning | Severity::Off => "warning",
    }
}

/// Message and help as one text.
fn full_message(diagnostic: &Diagnostic, catalogue: &Catalogue) -> String {
    let message = diagnostic.message(catalogue);
    match diagnostic.help_line(catalogue) {
        Some(help) => format!("{message}\n{help}"),
        None => message,
    }
}

/// One array of objects.
pub(super) fn json(found: &[(Severity, &Diagnostic)], catalogue: &Catalogue) -> String {
    let entries: Vec<Json> = found
        .iter()
        .map(|(severity, diagnostic)| {
            let position = diagnostic.location.line_and_column();
            json!({
                "code": diagnostic.code.name(),
                "severity": level(*severity),
                "file": diagnostic.location.path(),
                "line": position.map(|(line, _)| line),
                "column": position.map(|(_, column)| column),
                "message": diagnostic.message(catalogue),
                "help": diagnostic.help_line(catalogue),
                "fix": diagnostic.fix.as_ref().map(fix),
                "offers": diagnostic.offers.iter().map(|remedy| json!({
                    "words": remedy.words(catalogue),
                    "file": remedy.fix.file.path,
                    "edits": fix(&remedy.fix),
                })).collect::<Vec<_>>(),
            })
        })
        .collect();
    format!("{:#}\n", Json::Array(entries))
}

/// The edits of a fix to its file, with lines and columns from 1.
fn fix(fix: &Fix) -> Json {
    let edit = |edit: &Edit| {
        let ([line, column], [end_line, end_column]) = ends(fix, edit);
        json!({
            "line": line,
            "column": column,
            "end_line": end_line,
            "end_column": end_column,
            "text": edit.text,
        })
    };
    Json::Array(fix.edits.iter().map(edit).collect())
}

/// Line and column, from 1, of the two ends of an edit.
fn ends(fix: &Fix, edit: &Edit) -> ([usize; 2], [usize; 2]) {
    let at = |at: usize| {
        let file = Arc::clone(&fix.file);
        let (line, column) = Place { file, span: at..at }.line_and_column();
        [line, column]
    };
    (at(edit.span.start), at(edit.span.end))
}

/// A SARIF 2.1.0 log with one run (OASIS, Static Analysis Results Interchange Format, 2020).
pub(super) fn sarif(found: &[(Severity, &Diagnostic)], catalogue: &Catalogue) -> String {
    let results: Vec<Json> = found
        .iter()
        .map(|(severity, diagnostic)| {
            let mut physical = json!({ "artifactLocation": { "uri": diagnostic.location.path() } });
            if let Some((line, column)) = diagnostic.location.line_and_column() {
                physical["region"] = json!({ "startLine": line, "startColumn": column });
            }
            let mut result = json!({
                "ruleId": diagnostic.code.name(),
                "level": level(*severity),
                "message": { "text": full_message(diagnostic, catalogue) },
            });
            let certain = diagnostic.fix.iter().map(|fix| {
                let words = diagnostic.help_line(catalogue).unwrap_or_default();
                sarif_fix(fix, &words)
            });
            let offers = diagnostic.offers.iter();
            let offers = offers.map(|remedy| sarif_fix(&remedy.fix, &remedy.words(catalogue)));
            let fixes: Vec<Json> = certain.chain(offers).collect();
            if !fixes.is_empty() {
                result["fixes"] = json!(fixes);
            }
            if !diagnostic.location.path().is_empty() {
                result["locations"] = json!([{ "physicalLocation": physical }]);
            }
            result
        })
        .collect();
    let language = catalogue.language();
    let rules: Vec<Json> = Code::ALL
        .iter()
        .map(|code| {
            let page = explanations::page(*code, language);
            json!({
                "id": code.name(),
                "shortDescription": { "text": explanations::summary(*code, language) },
                "help": { "text": page, "markdown": page },
                "defaultConfiguration": { "level": level(code.default_severity()) },
            })
        })
        .collect();
    let driver = json!({ "name": "guichet", "version": env!("CARGO_PKG_VERSION"), "rules": rules });
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{ "tool": { "driver": driver }, "columnKind": "unicodeCodePoints", "results": results }],
    });
    format!("{log:#}\n")
}

/// A fix object of SARIF (3.55).
fn sarif_fix(fix: &Fix, words: &str) -> Json {
    let replacement = |edit: &Edit| {
        let ([line, column], [end_line, end_column]) = ends(fix, edit);
        json!({
            "deletedRegion": {
                "startLine": line,
                "startColumn": column,
                "endLine": end_line,
                "endColumn": end_column,
            },
            "insertedContent": { "text": edit.text },
        })
    };
    let replacements: Vec<Json> = fix.edits.iter().map(replacement).collect();
    json!({
        "description": { "text": words },
        "artifactChanges": [{
            "artifactLocation": { "uri": fix.file.path },
            "replacements": replacements,
        }],
    })
}

/// `::error file=…,line=…::message`, one per line. Actions shows ten errors and ten warnings of a step beside
/// the code, the first that it gets. So errors come first, and after the first of each kind the others go
/// into a collapsed group of the log.
pub(super) fn github(kinds: &[DiagnosticKind<'_>], catalogue: &Catalogue) -> String {
    let mut out = String::new();
    let mut by_severity: Vec<&DiagnosticKind<'_>> = kinds.iter().collect();
    by_severity.sort_by_key(|kind| Reverse(kind.severity));
    for kind in by_severity {
        let (whole, others) = kind.found.split_at(kind.whole);
        for diagnostic in whole {
            annotate(&mut out, kind.severity, diagnostic, catalogue);
        }
        if let (false, Some(code)) = (others.is_empty(), kind.code) {
            // Writing to a string does not fail.
            let _ = writeln!(out, "::group::{} (+{})", code.name(), others.len());
            for diagnostic in others {
                let place = print::place(&diagnostic.location);
                let message = diagnostic.message(catalogue).replace('\n', " ");
                let _ = writeln!(out, "{place}: {message}");
            }
            out.push_str("::endgroup::\n");
        }
    }
    out
}

fn annotate(out: &mut String, severity: Severity, diagnostic: &Diagnostic, catalogue: &Catalogue) {
    // Writing to a string does not fail.
    let _ = write!(out, "::{} ", level(severity));
    let path = diagnostic.location.path();
    if !path.is_empty() {
        let _ = write!(out, "file={},", property(path));
    }
    if let Some((line, column)) = diagnostic.location.line_and_column() {
        let _ = write!(out, "line={line},col={column},");
    }
    let message = full_message(diagnostic, catalogue);
    let message = data(&message);
    let _ = writeln!(out, "title={}::{message}", diagnostic.code.name());
}

/// A GitLab code quality report: an array of findings, each with a fingerprint for comparing runs.
pub(super) fn gitlab(found: &[(Severity, &Diagnostic)], catalogue: &Catalogue) -> String {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let entries: Vec<Json> = found
        .iter()
        .map(|(severity, diagnostic)| {
            let message = diagnostic.message(catalogue);
            let what = format!(
                "{}\0{}\0{message}",
                diagnostic.code.name(),
                diagnostic.location.path()
            );
            // Not the line, which moves with each edit above it; a count tells repeated findings in a file
            // apart.
            let turn = seen.entry(what.clone()).or_default();
            let fingerprint = blake3::hash(format!("{what}\0{turn}").as_bytes());
            *turn += 1;
            let line = diagnostic
                .location
                .line_and_column()
                .map_or(1, |(line, _)| line);
            json!({
                "description": full_message(diagnostic, catalogue),
                "check_name": diagnostic.code.name(),
                "fingerprint": fingerprint.to_hex().as_str(),
                "severity": if *severity == Severity::Error { "major" } else { "minor" },
                "location": { "path": diagnostic.location.path(), "lines": { "begin": line } },
            })
        })
        .collect();
    format!("{:#}\n", Json::Array(entries))
}

/// A command ends at the end of its line, so line ends are encoded.
fn data(text: &str) -> Cow<'_, str> {
    encode_only(text, COMMAND_DATA)
}

fn property(text: &str) -> Cow<'_, str> {
    encode_only(text, COMMAND_PROPERTY)
}
