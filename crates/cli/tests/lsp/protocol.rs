//! Whatever a program sends, in whatever order, the server goes on; and it ends when it should.

use serde_json::json;

use crate::editor::{TestEditor, of_code};
use crate::site::TestSite;

const PAGE: &str = "---\ntitr: A\n---\n";

fn site() -> TestSite {
    TestSite::new(&[("content/a.md", PAGE)])
}

#[test]
fn it_ends_at_exit_and_with_its_input() {
    let site = site();
    let mut editor = TestEditor::start(&site);
    editor.ask("shutdown", &json!(null));
    editor.tell("exit", &json!(null));
    assert!(editor.end().success());

    let mut editor = TestEditor::start(&site);
    editor.open("content/a.md", PAGE);
    assert!(editor.close().success());
    assert!(TestEditor::silent(&site).close().success());
}

#[test]
fn what_it_does_not_know_does_not_stop_it() {
    let site = site();
    let mut editor = TestEditor::start(&site);
    let answer = editor.answer("guichet/unknown", &json!({}));
    assert_eq!(answer["error"]["code"], -32601);
    editor.tell("guichet/unknown", &json!({}));
    // A file that is not open.
    editor.type_text("content/a.md", "---\ntitre: B\n---\n");
    let close = json!({ "textDocument": { "uri": editor.uri("content/a.md") } });
    editor.tell("textDocument/didClose", &close);
    editor.tell("textDocument/didSave", &close);
    let position = json!({ "line": 9, "character": 9 });
    let mut parameters = close;
    parameters["position"] = position;
    let answer = editor.ask("textDocument/completion", &parameters);
    assert!(answer.is_null(), "{answer}");
    // Parameters that are not what they should be.
    editor.tell("textDocument/didOpen", &json!({ "textDocument": 1 }));
    assert!(
        editor
            .answer("textDocument/hover", &json!([]))
            .get("error")
            .is_some()
    );
    // A message that is not JSON, with half a letter in it.
    editor.write(b"Content-Length: 4\r\n\r\n{\"\xc3\"");
    let found = editor.open("content/a.md", PAGE);
    assert_eq!(of_code(&found, "unknown-key").len(), 1);
    // Positions beyond the text.
    for method in ["completion", "hover", "definition"] {
        let mut at = json!({ "textDocument": { "uri": editor.uri("content/a.md") } });
        for (line, character) in [(0, 900), (900, 0), (1, u32::MAX)] {
            at["position"] = json!({ "line": line, "character": character });
            editor.ask(&format!("textDocument/{method}"), &at);
        }
    }
    // A message that ends in its middle.
    editor.write(b"Content-Length: 400\r\n\r\n{\"jsonrpc\"");
    assert!(editor.close().success());
}

#[test]
fn requests_before_the_beginning_are_refused() {
    let site = site();
    let mut editor = TestEditor::silent(&site);
    editor.tell("textDocument/didChange", &json!({}));
    let answer = editor.answer("textDocument/hover", &json!({}));
    assert_eq!(answer["error"]["code"], -32002);
    assert!(editor.close().success());
}

#[test]
fn files_of_no_site_get_nothing_but_a_note() {
    let site = TestSite::new(&[("sous/guichet.yaml", "titre: Autre\n"), ("notes.md", PAGE)]);
    site.write("sous/content/b.md", PAGE);
    let mut editor = TestEditor::start(&site);
    let document = json!({
        "uri": editor.uri("notes.md"),
        "languageId": "markdown",
        "version": 1,
        "text": PAGE,
    });
    editor.tell("textDocument/didOpen", &json!({ "textDocument": document }));
    let note = editor.wait(|message| message["method"] == "window/logMessage");
    let note = note["params"]["message"].as_str().unwrap();
    assert!(note.contains("notes.md"), "{note}");
    // The nearest site above a file is its own.
    let found = editor.open("sous/content/b.md", PAGE);
    assert_eq!(of_code(&found, "unknown-key").len(), 1);

    let empty = TestSite::empty();
    let mut editor = TestEditor::start(&empty);
    let note = editor.wait(|message| message["method"] == "window/logMessage");
    let note = note["params"]["message"].as_str().unwrap();
    assert!(note.contains("guichet.yaml"), "{note}");
}
