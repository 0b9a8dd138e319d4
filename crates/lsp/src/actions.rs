//! What a program may do about a mistake: the corrections that are certain, one by one or all at once, and those between
//! which only the editor can choose.

use std::collections::HashMap;
use std::sync::Arc;

use guichet::diagnostics::{Diagnostic, Edit, Fix, Location, Severity};
use guichet::edit::apply;
use guichet::files::{LARGEST_TEXT, read_file};
use tower_lsp_server::ls_types::{
    CodeAction, CodeActionKind, CreateFile, DocumentChangeOperation, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, Range as LineRange, ResourceOp, TextDocumentEdit,
    TextEdit, Uri, WorkspaceEdit,
};

use crate::findings;
use crate::typed::TypedText;
use crate::workspace::{ClientSettings, OpenText, SiteFile, Workspace};

/// The actions for a range of an open text, of the kinds that are asked for.
pub(crate) fn actions(
    open: &OpenText,
    found: &[(Severity, Diagnostic)],
    range: LineRange,
    only: Option<&[CodeActionKind]>,
    workspace: &Workspace,
    client: &ClientSettings,
) -> Vec<CodeAction> {
    let text = &*open.text;
    let start = text.read_at(range.start, client.units);
    let end = text.read_at(range.end, client.units);
    let mut actions = Vec::new();
    if is_wanted(&CodeActionKind::QUICKFIX, only) {
        for one in found {
            let is_here = match &one.1.location {
                Location::Place(place) => place.span.start <= end && start <= place.span.end,
                // What is wrong with the file as a whole is shown on its first line.
                _ => range.start.line == 0,
            };
            if !is_here {
                continue;
            }
            let shown = findings::shown(std::slice::from_ref(one), Some(text), client);
            let certain = one
                .1
                .fix
                .iter()
                .map(|fix| (fix, fix.words(&client.words), true));
            let offers = one.1.offers.iter();
            let offers = offers.map(|offer| (&offer.fix, offer.words(&client.words), false));
            for (fix, title, is_certain) in certain.chain(offers) {
                let Some(edit) = edit_of(fix, open, workspace, client) else {
                    continue;
                };
                actions.push(CodeAction {
                    title,
                    kind: Some(CodeActionKind::QUICKFIX),
                    diagnostics: Some(shown.clone()),
                    edit: Some(edit),
                    is_preferred: is_certain.then_some(true),
                    ..CodeAction::default()
                });
            }
        }
    }
    let all = all_edits(found, text);
    if !all.is_empty() && is_wanted(&CodeActionKind::SOURCE_FIX_ALL, only) {
        let edits = text_edits(text, &all, client);
        actions.push(CodeAction {
            title: client.words.text("lsp-mend-all").into_owned(),
            kind: Some(CodeActionKind::SOURCE_FIX_ALL),
            edit: Some(changes(open.uri.clone(), edits)),
            ..CodeAction::default()
        });
    }
    actions
}

/// Whether actions of a kind are asked for: kinds contain those whose names begin with theirs, up to a dot.
fn is_wanted(kind: &CodeActionKind, only: Option<&[CodeActionKind]>) -> bool {
    let holds = |wanted: &CodeActionKind| {
        let rest = kind.as_str().strip_prefix(wanted.as_str());
        rest.is_some_and(|rest| {
            wanted.as_str().is_empty() || rest.is_empty() || rest.starts_with('.')
        })
    };
    only.is_none_or(|only| only.iter().any(holds))
}

/// The edits that correct a diagnostic in this text.
fn edits_of<'d>(found: &'d Diagnostic, text: &TypedText) -> Option<&'d [Edit]> {
    let fix = found.fix.as_ref()?;
    let is_for_it = &*fix.file.text == text.read();
    is_for_it.then_some(&*fix.edits)
}

/// The edits of all diagnostics, without those of the later of two that touch the same bytes.
fn all_edits(found: &[(Severity, Diagnostic)], text: &TypedText) -> Vec<Edit> {
    let mut all: Vec<Edit> = Vec::new();
    for edits in found.iter().filter_map(|(_, one)| edits_of(one, text)) {
        let new = || edits.iter().filter(|edit| !all.contains(edit));
        let touches = new().any(|edit| {
            let mut others = all.iter();
            others
                .any(|other| edit.span.start <= other.span.end && other.span.start <= edit.span.end)
        });
        let more: Vec<Edit> = new().cloned().collect();
        if !touches && apply(text.read(), &more).is_some() {
            all.extend(more);
        }
    }
    all
}

/// A correction as a program makes it: of the open text, of another file, or of a file that is not there yet. `None` if
/// the file is not what was read.
fn edit_of(
    fix: &Fix,
    open: &OpenText,
    workspace: &Workspace,
    client: &ClientSettings,
) -> Option<WorkspaceEdit> {
    if fix.edits.is_empty() {
        return None;
    }
    let file = SiteFile {
        root: open.file.root.clone(),
        path: fix.file.path.clone(),
    };
    let other = workspace.text_of(&file);
    let (uri, text) = match other {
        Some(other) => (other.uri, other.text),
        None => {
            let path = file.root.join(&file.path);
            if fix.file.text.is_empty() && path.symlink_metadata().is_err() {
                return creation(&file, fix, client);
            }
            let bytes = read_file(&path, LARGEST_TEXT as u64).ok()?;
            let text = TypedText::new(String::from_utf8(bytes).ok()?);
            (file.uri()?, Arc::new(text))
        }
    };
    let is_for_it = *text.read() == *fix.file.text;
    is_for_it.then(|| changes(uri, text_edits(&text, &fix.edits, client)))
}

/// The edit that makes a file, for a program that can.
fn creation(file: &SiteFile, fix: &Fix, client: &ClientSettings) -> Option<WorkspaceEdit> {
    if !client.makes_files {
        return None;
    }
    let uri = file.uri()?;
    let new_text = apply("", &fix.edits)?;
    let edit = TextEdit {
        range: LineRange::default(),
        new_text,
    };
    let create = CreateFile {
        uri: uri.clone(),
        options: None,
        annotation_id: None,
    };
    let text = TextDocumentEdit {
        text_document: OptionalVersionedTextDocumentIdentifier { uri, version: None },
        edits: vec![OneOf::Left(edit)],
    };
    Some(WorkspaceEdit {
        document_changes: Some(DocumentChanges::Operations(vec![
            DocumentChangeOperation::Op(ResourceOp::Create(create)),
            DocumentChangeOperation::Edit(text),
        ])),
        ..WorkspaceEdit::default()
    })
}

fn changes(uri: Uri, edits: Vec<TextEdit>) -> WorkspaceEdit {
    WorkspaceEdit {
        changes: Some(HashMap::from([(uri, edits)])),
        ..WorkspaceEdit::default()
    }
}

/// Edits of the text as read, as edits of the text as typed.
fn text_edits(text: &TypedText, edits: &[Edit], client: &ClientSettings) -> Vec<TextEdit> {
    let end = text.line_end();
    let edits = edits.iter().map(|edit| TextEdit {
        range: text.range(&edit.span, client.units),
        new_text: match end {
            "\n" => edit.text.clone(),
            end => edit.text.replace('\n', end),
        },
    });
    edits.collect()
}

#[cfg(test)]
#[path = "actions/tests.rs"]
mod tests;
