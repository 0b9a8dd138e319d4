//! A running preview, as a browser sees it.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::Duration;

use crate::site::TestSite;

/// A running preview; it ends with the test.
pub struct RunningPreview {
    child: Child,
    pub port: u16,
}

impl Drop for RunningPreview {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

impl RunningPreview {
    pub fn start(site: &TestSite) -> Self {
        Self::start_with(site, &["serve", "--port", "0"])
    }

    pub fn start_with(site: &TestSite, arguments: &[&str]) -> Self {
        let mut child = site
            .command(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let port = line
            .trim()
            .trim_end_matches('/')
            .rsplit(':')
            .next()
            .unwrap();
        let port = port
            .parse()
            .unwrap_or_else(|_| panic!("no port in {line:?}"));
        Self { child, port }
    }

    /// The status line and headers of the answer to a request for this path.
    pub fn head(&self, path: &str) -> String {
        let response = self.respond("GET", path, &format!("localhost:{}", self.port));
        response.split("\r\n\r\n").next().unwrap().to_owned()
    }

    /// Status and body of a request for this path, with this `Host`.
    pub fn ask(&self, method: &str, path: &str, host: &str) -> (u16, String) {
        let response = self.respond(method, path, host);
        let status = response
            .split(' ')
            .nth(1)
            .and_then(|code| code.parse().ok())
            .unwrap_or(0);
        let body = response
            .split_once("\r\n\r\n")
            .map_or("", |(_, body)| body)
            .to_owned();
        (status, body)
    }

    fn respond(&self, method: &str, path: &str, host: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut response = Vec::new();
        stream.read_to_end(&mut response).ok();
        String::from_utf8_lossy(&response).into_owned()
    }

    pub fn get(&self, path: &str) -> (u16, String) {
        self.ask("GET", path, &format!("localhost:{}", self.port))
    }

    /// The stream of versions: a line for each.
    pub fn events(&self) -> BufReader<TcpStream> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        // Shorter than the interval between two keep-alives: a change without an event is a failure.
        stream
            .set_read_timeout(Some(Duration::from_secs(8)))
            .unwrap();
        write!(
            stream,
            "GET /_guichet/events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n",
            self.port
        )
        .unwrap();
        let mut events = BufReader::new(stream);
        next_event(&mut events);
        events
    }
}

/// Waits for the next version.
pub fn next_event(events: &mut BufReader<TcpStream>) -> String {
    loop {
        let mut line = String::new();
        let read = events.read_line(&mut line);
        assert!(read.is_ok_and(|bytes| bytes > 0), "no event for a change");
        if let Some(version) = line.strip_prefix("data: ") {
            return version.trim().to_owned();
        }
    }
}

pub fn page(title: &str, text: &str) -> String {
    format!("---\ntitre: {title}\n---\n\n{text}\n")
}
