//! A running workshop, as a browser sees it.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::Duration;

use serde_json::Value as Json;

use crate::site::TestSite;

/// A running workshop; it ends with the test.
pub struct RunningWorkshop {
    child: Child,
    pub port: u16,
    /// The query that lets a browser in.
    pub key: String,
    pub cookie: String,
    /// What its pages send in a header.
    pub of_pages: String,
    /// What is in the addresses of what they show.
    pub of_views: String,
}

/// An answer.
pub struct WorkshopAnswer {
    pub status: u16,
    /// The status line and the headers.
    pub head: String,
    pub body: Vec<u8>,
}

impl WorkshopAnswer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn json(&self) -> Json {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|_| panic!("{} {}", self.head, self.text()))
    }
}

impl Drop for RunningWorkshop {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

impl RunningWorkshop {
    pub fn open(site: &TestSite) -> Self {
        Self::open_with(site, &[])
    }

    pub fn open_with(site: &TestSite, arguments: &[&str]) -> Self {
        let given = ["atelier", "--no-open", "--port", "0"];
        let mut child = site
            .command(&[&given, arguments].concat())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        said.read_line(&mut line).unwrap();
        let address = line.trim().rsplit("http://localhost:").next().unwrap();
        let (port, key) = address
            .split_once("/?")
            .unwrap_or_else(|| panic!("{line:?}"));
        let mut workshop = Self {
            child,
            port: port.parse().unwrap(),
            key: key.to_owned(),
            cookie: String::new(),
            of_pages: String::new(),
            of_views: String::new(),
        };
        let opened = workshop.ask("GET", &format!("/?{key}"), &[], b"");
        assert_eq!(opened.status, 200, "{}", opened.head);
        let cookie = opened.head.split("set-cookie: ").nth(1).unwrap();
        workshop.cookie = cookie.split(';').next().unwrap().to_owned();
        let page = opened.text();
        let keys = page.split("\"guichet-keys\" content=\"").nth(1).unwrap();
        let (of_pages, of_views) = keys.split('"').next().unwrap().split_once(' ').unwrap();
        workshop.of_pages = of_pages.to_owned();
        workshop.of_views = of_views.to_owned();
        workshop
    }

    /// The answer to a request with these headers, besides `Host` where they have none.
    pub fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> WorkshopAnswer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(60)))
            .unwrap();
        let mut head = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
        if !headers.iter().any(|(name, _)| *name == "host") {
            head += &format!("host: localhost:{}\r\n", self.port);
        }
        for (name, value) in headers {
            head += &format!("{name}: {value}\r\n");
        }
        head += &format!("content-length: {}\r\n\r\n", body.len());
        stream.write_all(head.as_bytes()).unwrap();
        // A server that refuses a body need not read all of it.
        let _ = stream.write_all(body);
        let mut response = Vec::new();
        stream.read_to_end(&mut response).ok();
        let end = response.windows(4).position(|end| end == b"\r\n\r\n");
        let end = end.unwrap_or(response.len());
        let head = String::from_utf8_lossy(&response[..end]).into_owned();
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok());
        WorkshopAnswer {
            status: status.unwrap_or(0),
            head,
            body: response.get(end + 4..).unwrap_or_default().to_vec(),
        }
    }

    /// What the workshop's own pages get.
    pub fn get(&self, path: &str) -> WorkshopAnswer {
        let headers = [
            ("cookie", &*self.cookie),
            ("sec-fetch-site", "same-origin"),
            ("x-guichet", &self.of_pages),
        ];
        self.ask("GET", &self.with_key(path), &headers, b"")
    }

    /// A path with the key that the pages put into what they show: `/apercu/a.html`.
    pub fn with_key(&self, path: &str) -> String {
        let mut parts = path.splitn(3, '/').skip(1);
        match (parts.next(), parts.next()) {
            (Some(kind @ ("apercu" | "fiche" | "feuille" | "image")), Some(rest)) => {
                format!("/{kind}/{}/{rest}", self.of_views)
            }
            (Some("api"), Some("events")) => format!("{path}?cle={}", self.of_views),
            _ => path.to_owned(),
        }
    }

    /// The headers of what the workshop's own pages send.
    pub fn own_headers(&self) -> Vec<(&'static str, String)> {
        vec![
            ("cookie", self.cookie.clone()),
            ("origin", format!("http://localhost:{}", self.port)),
            ("sec-fetch-site", "same-origin".to_owned()),
            ("x-guichet", self.of_pages.clone()),
            ("content-type", "application/json".to_owned()),
        ]
    }

    /// What the workshop's own pages get for what they send.
    pub fn post(&self, path: &str, body: &Json) -> WorkshopAnswer {
        let headers = self.own_headers();
        let headers: Vec<(&str, &str)> = headers
            .iter()
            .map(|(name, value)| (*name, &**value))
            .collect();
        self.ask("POST", path, &headers, body.to_string().as_bytes())
    }

    /// As [`get`](Self::get), of what is there.
    pub fn json(&self, path: &str) -> Json {
        let answer = self.get(path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        answer.json()
    }

    /// As [`post`](Self::post), of what is accepted.
    pub fn done(&self, path: &str, body: &Json) -> Json {
        let answer = self.post(path, body);
        assert_eq!(answer.status, 200, "{path} {body}: {}", answer.text());
        answer.json()
    }

    /// A text as its file has it.
    pub fn page(&self, path: &str) -> Json {
        self.json(&format!("/api/page?path={}", encoded(path)))
    }
}

/// A value of a query.
pub fn encoded(value: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._/".contains(&byte);
    let bytes = value.bytes().map(|byte| match plain(byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    });
    bytes.collect()
}
