//! What is wrong, and exactly where.

use serde_json::json;

use crate::editor::{TestEditor, covered, of_code};
use crate::site::TestSite;

const PAGE: &str =
    "---\r\ntitr: Été 😀 à la mairie\r\n---\r\nÀ 😀 côté, [le reste](reste.md) est là.\r\n";

#[test]
fn diagnostics_are_where_programs_look_for_them() {
    let site = TestSite::new(&[("content/a.md", PAGE)]);
    let mut editor = TestEditor::start(&site);
    let found = editor.open("content/a.md", PAGE);
    let key = of_code(&found, "unknown-key")[0];
    assert_eq!(covered(PAGE, &key["range"]), "titr", "{key}");
    assert_eq!(key["severity"], 1);
    assert_eq!(key["source"], "guichet");
    assert!(key["message"].as_str().unwrap().contains('\n'), "{key}");
    let link = of_code(&found, "dead-link")[0];
    let range = json!({
        "start": { "line": 3, "character": 11 },
        "end": { "line": 3, "character": 31 },
    });
    assert_eq!(link["range"], range);
    assert_eq!(covered(PAGE, &link["range"]), "[le reste](reste.md)");
}

#[test]
fn a_program_that_counts_bytes_gets_bytes() {
    let site = TestSite::new(&[("content/a.md", PAGE)]);
    let general = json!({ "general": { "positionEncodings": ["utf-8", "utf-16"] } });
    let mut editor = TestEditor::start_with(&site, &json!({ "capabilities": general }));
    let found = editor.open("content/a.md", PAGE);
    let link = of_code(&found, "dead-link")[0];
    assert_eq!(link["range"]["start"]["character"], 16);
    assert_eq!(link["range"]["end"]["character"], 36);
}

#[test]
fn all_files_are_told_at_start_and_each_that_changes_later() {
    let site = TestSite::new(&[
        ("content/a.md", "---\ntitre: A\n---\n[B](b.md)\n"),
        ("content/b.md", "---\ntitr: B\n---\n"),
    ]);
    let mut editor = TestEditor::start(&site);
    let found = editor.published("content/b.md", |_| true);
    assert_eq!(of_code(&found, "unknown-key").len(), 1);
    // A link to a heading that is gone is wrong on the page that has the link.
    editor.open("content/b.md", "---\ntitre: B\n---\n## Où\n");
    editor.open("content/a.md", "---\ntitre: A\n---\n[B](b.md#ou)\n");
    editor.type_text("content/b.md", "---\ntitre: B\n---\n## Quand\n");
    let found = editor.published("content/a.md", |_| true);
    assert_eq!(of_code(&found, "dead-anchor").len(), 1, "{found:?}");
    // What is not saved is forgotten once it is closed.
    let document = json!({ "textDocument": { "uri": editor.uri("content/b.md") } });
    editor.tell("textDocument/didClose", &document);
    let found = editor.published("content/b.md", |parameters| {
        parameters.get("version").is_none()
    });
    assert_eq!(of_code(&found, "unknown-key").len(), 1);
}

#[test]
fn what_is_typed_fast_is_told_once() {
    let site = TestSite::new(&[("content/a.md", "---\ntitre: A\n---\n")]);
    let mut editor = TestEditor::start(&site);
    editor.open("content/a.md", "---\ntitre: A\n---\n");
    for count in 0..50 {
        let text = format!("---\ntitre: A\n---\n[b](b{count}.md)\n");
        editor.type_text("content/a.md", &text);
    }
    let found = editor.diagnostics("content/a.md");
    let dead = of_code(&found, "dead-link");
    let message = dead[0]["message"].as_str().unwrap();
    assert!(message.contains("b49.md"), "{message}");
}

#[test]
fn the_configuration_is_read_as_it_is_typed() {
    let site = TestSite::new(&[("content/a.md", "---\ntitre: A\n---\n")]);
    let mut editor = TestEditor::start(&site);
    let found = editor.open("guichet.yaml", "titre: Essai\ncouleurr: bleu\n");
    let key = of_code(&found, "unknown-key");
    assert_eq!(key[0]["range"]["start"]["line"], 1, "{found:?}");
    let found = editor.change("guichet.yaml", "titre: Essai\ncouleur: bleu\n");
    assert!(of_code(&found, "unknown-key").is_empty(), "{found:?}");
}

#[test]
fn messages_are_in_the_language_of_the_program() {
    let page = "---\ntitr: A\n---\n";
    let site = TestSite::new(&[("content/a.md", page)]);
    for (locale, word) in [
        ("en-GB", "possible field"),
        ("fr", "champs"),
        ("de", "champs"),
    ] {
        let mut editor = TestEditor::start_with(&site, &json!({ "locale": locale }));
        let found = editor.open("content/a.md", page);
        let message = of_code(&found, "unknown-key")[0]["message"].to_string();
        assert!(message.contains(word), "{locale}: {message}");
    }
}

#[test]
fn files_that_change_on_disk_are_read_again() {
    let site = TestSite::new(&[("content/a.md", "---\ntitre: A\n---\n[B](b.md)\n")]);
    let mut editor = TestEditor::start(&site);
    let found = editor.published("content/a.md", |_| true);
    assert_eq!(of_code(&found, "dead-link").len(), 1);
    site.write("content/b.md", "---\ntitre: B\n---\n");
    let changes = json!([{ "uri": editor.uri("content/b.md"), "type": 1 }]);
    editor.tell(
        "workspace/didChangeWatchedFiles",
        &json!({ "changes": changes }),
    );
    let found = editor.published("content/a.md", |_| true);
    assert!(of_code(&found, "dead-link").is_empty(), "{found:?}");
}
