use std::fs;
use std::path::Path;

use guichet::diagnostics::{Code, Place, Remedy, TextFile};
use guichet::language::Language;
use guichet::messages;

use super::*;
use crate::typed::Units;

fn client(makes_files: bool) -> ClientSettings {
    ClientSettings {
        units: Units::Utf16,
        words: messages::of(Language::english()),
        tells_of_files: false,
        makes_files,
    }
}

fn open_text(root: &Path, text: &str) -> OpenText {
    let file = SiteFile {
        root: root.to_owned(),
        path: "content/a.md".to_owned(),
    };
    OpenText {
        uri: file.uri().unwrap(),
        file,
        text: Arc::new(TypedText::new(text.to_owned())),
        version: 1,
    }
}

fn remedy(path: &str, text: &str, edit: Edit) -> Remedy {
    Remedy::plain(Fix {
        file: Arc::new(TextFile::new(path, text)),
        edits: [edit].into(),
    })
}

/// The titles of the actions of a diagnostic that offers edits of its own file, of another one and of a new one, and what
/// they edit.
fn offered(makes_files: bool) -> Vec<(String, WorkspaceEdit)> {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    fs::create_dir(root.join("content")).unwrap();
    fs::write(root.join("content/b.md"), "\u{feff}é\r\nb\r\n").unwrap();
    let open = open_text(root, "ab\n");
    let edit = |span, text: &str| Edit {
        span,
        text: text.to_owned(),
    };
    let file = Arc::new(TextFile::new("content/a.md", "ab\n"));
    let place = Location::Place(Place { file, span: 0..1 });
    let found = Diagnostic::new(Code::DeadLink, place)
        .with("link", "b.md")
        .offers([
            remedy("content/a.md", "ab\n", edit(0..1, "x")),
            remedy("content/b.md", "é\nb\n", edit(3..4, "c\nd")),
            remedy("content/b.md", "something else", edit(0..1, "no")),
            remedy("content/c.md", "", edit(0..0, "new\n")),
            remedy("content/b.md", "", edit(0..0, "no")),
        ]);
    let found = [(Severity::Error, found)];
    let workspace = Workspace::new();
    workspace.open(open.clone());
    let range = LineRange::default();
    let actions = actions(&open, &found, range, None, &workspace, &client(makes_files));
    let actions = actions.into_iter();
    actions
        .map(|action| (action.title, action.edit.unwrap()))
        .collect()
}

#[test]
fn offers_may_change_other_files_and_make_new_ones() {
    let offers = offered(true);
    assert_eq!(offers.len(), 3, "{offers:?}");
    let edits = |index: usize| {
        let (_, edit): &(String, WorkspaceEdit) = &offers[index];
        let changes = edit.changes.as_ref().unwrap();
        changes.values().next().unwrap()[0].clone()
    };
    assert_eq!(edits(0).new_text, "x");
    // On disk, the other file has a byte order mark and lines that end with a return.
    let other = edits(1);
    assert_eq!(other.new_text, "c\r\nd");
    assert_eq!(
        (other.range.start.line, other.range.start.character),
        (1, 0)
    );
    assert_eq!((other.range.end.line, other.range.end.character), (1, 1));
    let new = offers[2].1.document_changes.as_ref().unwrap();
    let DocumentChanges::Operations(steps) = new else {
        panic!("{new:?}");
    };
    assert_eq!(steps.len(), 2);
    // A program that makes no files is offered none.
    assert_eq!(offered(false).len(), 2);
}

#[test]
fn kinds_hold_those_below_them() {
    let kind = |name: &str| [CodeActionKind::from(name.to_owned())];
    let all = CodeActionKind::SOURCE_FIX_ALL;
    for name in ["", "source", "source.fixAll"] {
        assert!(is_wanted(&all, Some(&kind(name))), "{name}");
    }
    for name in ["sour", "source.fixAll.guichet", "quickfix"] {
        assert!(!is_wanted(&all, Some(&kind(name))), "{name}");
    }
    assert!(is_wanted(&all, None));
}
