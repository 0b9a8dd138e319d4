//! Corrections, made as a program makes them.

use serde_json::{Value as Json, json};

use crate::editor::{TestEditor, edited, of_code};
use crate::site::TestSite;

const PAGE: &str = "---\r\ntitr: Été 😀\r\nrésum: Un mot.\r\n---\r\nÀ 😀.\r\n";

fn actions(editor: &mut TestEditor<'_>, line: u32, only: Option<&str>) -> Vec<Json> {
    let place = json!({ "line": line, "character": 1 });
    let mut context = json!({ "diagnostics": [] });
    if let Some(only) = only {
        context["only"] = json!([only]);
    }
    let parameters = json!({
        "textDocument": { "uri": editor.uri("content/a.md") },
        "range": { "start": place, "end": place },
        "context": context,
    });
    let actions = editor.ask("textDocument/codeAction", &parameters);
    actions.as_array().unwrap().clone()
}

fn edits(editor: &TestEditor<'_>, action: &Json) -> Json {
    action["edit"]["changes"][editor.uri("content/a.md")].clone()
}

#[test]
fn an_action_makes_its_diagnostic_go() {
    let site = TestSite::new(&[("content/a.md", PAGE)]);
    let mut editor = TestEditor::start(&site);
    let found = editor.open("content/a.md", PAGE);
    assert_eq!(of_code(&found, "unknown-key").len(), 2, "{found:?}");
    let quick = actions(&mut editor, 1, Some("quickfix"));
    let certain = |action: &&Json| action["isPreferred"] == true;
    let quick: Vec<&Json> = quick.iter().filter(certain).collect();
    assert_eq!(quick.len(), 1, "{quick:?}");
    assert_eq!(quick[0]["kind"], "quickfix");
    assert_eq!(quick[0]["diagnostics"][0]["code"], "unknown-key");
    assert_eq!(quick[0]["title"], "Écrire «\u{a0}titre\u{a0}»");
    let text = edited(PAGE, &edits(&editor, quick[0]));
    assert_eq!(text, PAGE.replace("titr:", "titre:"));
    let found = editor.change("content/a.md", &text);
    assert_eq!(of_code(&found, "unknown-key").len(), 1, "{found:?}");
    // Nothing is left to do where nothing is wrong.
    assert!(actions(&mut editor, 1, Some("quickfix")).is_empty());
}

#[test]
fn one_action_corrects_all_that_is_certain() {
    let site = TestSite::new(&[("content/a.md", PAGE)]);
    let mut editor = TestEditor::start(&site);
    editor.open("content/a.md", PAGE);
    for only in [Some("source"), Some("source.fixAll"), None] {
        let actions = actions(&mut editor, 4, only);
        assert_eq!(actions.len(), 1, "{only:?}: {actions:?}");
        assert_eq!(actions[0]["kind"], "source.fixAll");
        let text = edited(PAGE, &edits(&editor, &actions[0]));
        let wanted = PAGE.replace("titr:", "titre:").replace("résum:", "résumé:");
        assert_eq!(text, wanted);
    }
    assert!(actions(&mut editor, 4, Some("refactor")).is_empty());
    // An action is for the text as it was just typed.
    let text = PAGE.replace("Été", "L’été à la mer");
    editor.type_text("content/a.md", &text);
    let all = actions(&mut editor, 4, Some("source.fixAll"));
    let text = edited(&text, &edits(&editor, &all[0]));
    let found = editor.change("content/a.md", &text);
    assert!(of_code(&found, "unknown-key").is_empty(), "{found:?}");
}
