//! An editor's program, as far as the server can tell.

use std::io::{BufReader, Write as _};
use std::process::{Child, ChildStdin, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};

use crate::site::TestSite;

/// The longest time that a message is waited for: much longer than any takes.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running server and what it has said.
pub struct TestEditor<'s> {
    site: &'s TestSite,
    child: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Json>,
    last_id: u64,
    version: i32,
}

impl Drop for TestEditor<'_> {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

impl<'s> TestEditor<'s> {
    /// Starts the server, and tells it nothing yet.
    pub fn silent(site: &'s TestSite) -> Self {
        let mut child = site
            .command(&["lsp"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let (sender, messages) = channel();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        std::thread::spawn(move || {
            while let Some(message) = read(&mut output) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        Self {
            site,
            input: child.stdin.take(),
            child,
            messages,
            last_id: 0,
            version: 0,
        }
    }

    /// Starts the server with the site's folder open.
    pub fn start(site: &'s TestSite) -> Self {
        Self::start_with(site, &json!({}))
    }

    /// Starts the server with these parameters, besides the folder.
    pub fn start_with(site: &'s TestSite, more: &Json) -> Self {
        let mut editor = Self::silent(site);
        let folder = json!({ "uri": editor.uri(""), "name": "site" });
        let mut parameters = json!({
            "processId": null,
            "capabilities": {},
            "workspaceFolders": [folder],
        });
        for (name, value) in more.as_object().unwrap() {
            parameters[name] = value.clone();
        }
        editor.ask("initialize", &parameters);
        editor.tell("initialized", &json!({}));
        editor
    }

    /// The address of a file of the site.
    pub fn uri(&self, path: &str) -> String {
        let path = self.site.path(path).display().to_string();
        format!("file://{}", path.trim_end_matches('/'))
    }

    /// Writes these bytes as they are.
    pub fn write(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().unwrap();
        input.write_all(bytes).unwrap();
        input.flush().unwrap();
    }

    fn send(&mut self, message: &Json) {
        let body = message.to_string();
        let head = format!("Content-Length: {}\r\n\r\n", body.len());
        self.write((head + &body).as_bytes());
    }

    /// Sends a notification.
    pub fn tell(&mut self, method: &str, parameters: &Json) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": parameters }));
    }

    /// The whole answer to a request.
    pub fn answer(&mut self, method: &str, parameters: &Json) -> Json {
        self.last_id += 1;
        let id = self.last_id;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": parameters }));
        self.wait(|message| message["id"] == id && message.get("method").is_none())
    }

    /// The result of a request.
    pub fn ask(&mut self, method: &str, parameters: &Json) -> Json {
        let answer = self.answer(method, parameters);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// The next message that is wanted. Others are passed over.
    pub fn wait(&mut self, wanted: impl Fn(&Json) -> bool) -> Json {
        let begin = Instant::now();
        loop {
            let left = PATIENCE.saturating_sub(begin.elapsed());
            let message = self.messages.recv_timeout(left);
            let message = message.unwrap_or_else(|error| panic!("no such message: {error}"));
            if wanted(&message) {
                return message;
            }
        }
    }

    /// Opens a file with this text, and returns its diagnostics.
    pub fn open(&mut self, path: &str, text: &str) -> Vec<Json> {
        self.version += 1;
        let document = json!({
            "uri": self.uri(path),
            "languageId": "markdown",
            "version": self.version,
            "text": text,
        });
        self.tell("textDocument/didOpen", &json!({ "textDocument": document }));
        self.diagnostics(path)
    }

    /// Types another text in place of that of an open file, without waiting for its diagnostics.
    pub fn type_text(&mut self, path: &str, text: &str) {
        self.version += 1;
        let document = json!({ "uri": self.uri(path), "version": self.version });
        let parameters = json!({ "textDocument": document, "contentChanges": [{ "text": text }] });
        self.tell("textDocument/didChange", &parameters);
    }

    /// Types another text in place of that of an open file, and returns its diagnostics.
    pub fn change(&mut self, path: &str, text: &str) -> Vec<Json> {
        self.type_text(path, text);
        self.diagnostics(path)
    }

    /// The diagnostics of the newest text of an open file.
    pub fn diagnostics(&mut self, path: &str) -> Vec<Json> {
        let version = self.version;
        self.published(path, |parameters| parameters["version"] == version)
    }

    /// The next diagnostics of a file that are wanted.
    pub fn published(&mut self, path: &str, wanted: impl Fn(&Json) -> bool) -> Vec<Json> {
        let uri = self.uri(path);
        let message = self.wait(|message| {
            message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["uri"] == *uri
                && wanted(&message["params"])
        });
        message["params"]["diagnostics"].as_array().unwrap().clone()
    }

    /// What the server answers at the place of `|` in a text, which is opened or typed in place of the file's.
    pub fn at(&mut self, method: &str, path: &str, marked: &str) -> Json {
        let at = marked.find('|').unwrap();
        self.open(path, &marked.replacen('|', "", 1));
        let parameters = json!({
            "textDocument": { "uri": self.uri(path) },
            "position": position(marked, at),
        });
        self.ask(method, &parameters)
    }

    /// Ends its input, and waits until the server has ended.
    pub fn close(mut self) -> ExitStatus {
        self.input = None;
        self.end()
    }

    /// Waits until the server has ended.
    pub fn end(&mut self) -> ExitStatus {
        let begin = Instant::now();
        while begin.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("it does not end");
    }
}

/// A message of the server; `None` at the end of its output. Whatever is not a message fails the test.
fn read(output: &mut impl std::io::BufRead) -> Option<Json> {
    let mut length = None;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).unwrap() == 0 {
            return None;
        }
        match line.trim_end() {
            "" => break,
            line => {
                let (name, value) = line.split_once(": ").unwrap();
                if name == "Content-Length" {
                    length = value.parse().ok();
                }
            }
        }
    }
    let mut body = vec![0; length.unwrap()];
    output.read_exact(&mut body).unwrap();
    serde_json::from_slice(&body).unwrap()
}

/// The position of a byte, in lines and UTF-16 units.
pub fn position(text: &str, at: usize) -> Json {
    let before = &text[..at];
    let line = before.matches('\n').count();
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    json!({ "line": line, "character": before[start..].encode_utf16().count() })
}

/// The byte of a position, in lines and UTF-16 units.
fn byte(text: &str, position: &Json) -> usize {
    let line = usize::try_from(position["line"].as_u64().unwrap()).unwrap();
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let mut units = position["character"].as_u64().unwrap();
    let mut at = start;
    for c in text[start..].chars() {
        if units == 0 {
            break;
        }
        units -= c.len_utf16() as u64;
        at += c.len_utf8();
    }
    at
}

/// A text with the edits of an action, as a program makes them.
pub fn edited(text: &str, edits: &Json) -> String {
    let mut edits: Vec<&Json> = edits.as_array().unwrap().iter().collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(byte(text, &edit["range"]["start"])));
    let mut text = text.to_owned();
    for edit in edits {
        let start = byte(&text, &edit["range"]["start"]);
        let end = byte(&text, &edit["range"]["end"]);
        text.replace_range(start..end, edit["newText"].as_str().unwrap());
    }
    text
}

/// The words of a text that a range covers.
pub fn covered<'t>(text: &'t str, range: &Json) -> &'t str {
    &text[byte(text, &range["start"])..byte(text, &range["end"])]
}

/// The diagnostics of one code.
pub fn of_code<'d>(diagnostics: &'d [Json], code: &str) -> Vec<&'d Json> {
    diagnostics
        .iter()
        .filter(|diagnostic| diagnostic["code"] == code)
        .collect()
}
