//! What strangers try: other sites in the same browser, other programs on the same machine, files that are not the
//! site's.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use serde_json::{Value as Json, json};

use crate::site::TestSite;
use crate::workshop::RunningWorkshop;

const PAGE: &str = "---\ntitre: A\n---\nUn.\n";

fn site() -> TestSite {
    TestSite::new(&[("content/a.md", PAGE)])
}

/// A text that nobody but the workshop may write.
fn save() -> Vec<u8> {
    json!({ "path": "content/new.md", "text": "x", "base": null })
        .to_string()
        .into_bytes()
}

#[test]
fn only_the_workshop_itself_reads_and_writes() {
    let site = site();
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    let own = workshop.own_headers();
    let with = |changed: &[(&'static str, &str)]| {
        let mut headers = own.clone();
        for (name, value) in changed {
            headers.retain(|(other, _)| other != name);
            if !value.is_empty() {
                headers.push((name, (*value).to_owned()));
            }
        }
        headers
    };
    let host = format!("localhost:{}", workshop.port);
    let rebound = format!("attaquant.exemple.fr:{}", workshop.port);
    let other_port = format!("http://localhost:{}", workshop.port ^ 1);
    let guessed = format!(
        "{}=0123456789abcdef0123456789abcdef",
        workshop.cookie.split('=').next().unwrap()
    );
    let refused = [
        // A form or a fetch of another site.
        with(&[
            ("origin", "https://exemple.fr"),
            ("sec-fetch-site", "cross-site"),
        ]),
        with(&[("origin", "https://exemple.fr"), ("sec-fetch-site", "")]),
        with(&[("origin", "null")]),
        with(&[("origin", "")]),
        // Another program of this machine, whose pages the browser sends the cookie to, too.
        with(&[("origin", &other_port), ("sec-fetch-site", "same-site")]),
        // A name that leads to this machine.
        with(&[("host", &rebound), ("origin", &format!("http://{rebound}"))]),
        // Nobody has been let in.
        with(&[("cookie", "")]),
        with(&[("cookie", &guessed)]),
        with(&[(
            "cookie",
            workshop.key.replace("cle", "guichet-atelier").as_str(),
        )]),
        // A form cannot send it.
        with(&[("x-guichet", "")]),
    ];
    for headers in refused {
        let headers: Vec<(&str, &str)> = headers.iter().map(|(n, v)| (*n, &**v)).collect();
        for path in ["/api/save", "/api/publish", "/api/upload?name=a.pdf"] {
            let answer = workshop.ask("POST", path, &headers, &save());
            assert!(
                matches!(answer.status, 403 | 421),
                "{headers:?}: {}",
                answer.status
            );
        }
    }
    assert!(!site.path("content/new.md").exists());
    let reading = [
        vec![],
        vec![("cookie", &*guessed)],
        vec![
            ("cookie", &*workshop.cookie),
            ("sec-fetch-site", "cross-site"),
        ],
        vec![("cookie", &*workshop.cookie), ("host", &*rebound)],
        vec![
            ("cookie", &*workshop.cookie),
            ("origin", "https://exemple.fr"),
        ],
        // The cookie alone.
        vec![("cookie", &*workshop.cookie)],
        vec![
            ("cookie", &*workshop.cookie),
            ("x-guichet", &*workshop.of_views),
        ],
        // The key of the pages alone, which is in no address.
        vec![("x-guichet", &*workshop.of_pages)],
    ];
    for headers in reading {
        for path in [
            "/api/desk",
            "/api/page?path=content/a.md",
            "/apercu/a.html",
            "/apercu/0123456789abcdef0123456789abcdef/a.html",
            "/api/events",
            "/api/events?cle=",
            "/fiche/a4/content/a.md",
            "/feuille/a4/content/a.md?page=0",
            "/image/content/a.png",
        ] {
            let answer = workshop.ask("GET", path, &headers, b"");
            assert!(
                matches!(answer.status, 403 | 421),
                "{path} {headers:?}: {}",
                answer.status
            );
            assert!(!answer.text().contains("Un."));
        }
    }
    // Who has only a key that addresses show reads and writes nothing with it.
    for path in ["/apercu/a.html", "/api/events", "/assets/app.js"] {
        let path = workshop.with_key(path);
        assert_eq!(workshop.ask("GET", &path, &[], b"").status, 403, "{path}");
    }
    // Nothing is said twice, and a port is a number.
    let twice =
        |name: &'static str, value: &str| [own.clone(), vec![(name, value.to_owned())]].concat();
    let odd = [
        twice("origin", "https://exemple.fr"),
        twice("origin", &format!("http://{host}")),
        twice("sec-fetch-site", "same-origin"),
        [twice("host", &host), twice("host", &rebound)].concat(),
        with(&[("host", &format!("localhost:+{}", workshop.port))]),
        with(&[("host", &format!("localhost:0{}", workshop.port))]),
        with(&[("host", "localhost")]),
    ];
    for headers in odd {
        let headers: Vec<(&str, &str)> = headers.iter().map(|(n, v)| (*n, &**v)).collect();
        let answer = workshop.ask("GET", "/api/page?path=content/a.md", &headers, b"");
        assert!(
            matches!(answer.status, 400 | 403 | 421),
            "{headers:?}: {}",
            answer.status
        );
    }
    // Without the key of the terminal, the page has no others; with it, as often as it is opened.
    let cookie = [("cookie", &*workshop.cookie)];
    let page = workshop.ask("GET", "/", &cookie, b"");
    assert_eq!(page.status, 200);
    assert!(!page.text().contains(&workshop.of_pages) && !page.text().contains(&workshop.of_views));
    let again = workshop.ask("GET", &format!("/?{}", workshop.key), &[], b"");
    assert!(again.head.contains(&workshop.cookie) && again.text().contains(&workshop.of_pages));
    // The start page says how to come in, and gives no cookie for a wrong key.
    for path in [
        "/",
        "/?cle=0",
        "/?cle=",
        "/?cle=0123456789abcdef0123456789abcdef",
    ] {
        let answer = workshop.ask("GET", path, &[("host", &host)], b"");
        assert_eq!(answer.status, 403, "{path}");
        assert!(!answer.head.contains("set-cookie"), "{path}");
    }
    assert_eq!(workshop.get("/").status, 200);
    // A WebSocket of another site is a request like any other.
    let upgrade = [
        ("cookie", &*workshop.cookie),
        ("origin", "https://exemple.fr"),
        ("upgrade", "websocket"),
    ];
    assert_eq!(
        workshop.ask("GET", "/api/events", &upgrade, b"").status,
        403
    );
}

#[test]
fn no_path_leads_out_of_the_site() {
    let site = site();
    site.write("secret.md", "secret");
    site.write("content/.git/config", "secret");
    #[cfg(unix)]
    std::os::unix::fs::symlink(site.path("secret.md"), site.path("content/lien.md")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(site.path("."), site.path("content/dossier")).unwrap();
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    for path in [
        "../secret.md",
        "content/../secret.md",
        "secret.md",
        "/etc/passwd",
        "content/.git/config",
        "content/lien.md",
        "content/dossier/secret.md",
        "content/a.md/../../secret.md",
        "content\\..\\secret.md",
        "themes/x.css",
        "public/index.html",
        "",
    ] {
        let read = workshop.get(&format!(
            "/api/page?path={}",
            crate::workshop::encoded(path)
        ));
        assert!(
            matches!(read.status, 400 | 404 | 422),
            "{path}: {}",
            read.status
        );
        assert!(!read.text().contains("secret\""), "{path}");
        for (what, body) in [
            (
                "/api/save",
                json!({ "path": path, "text": "x", "base": null }),
            ),
            ("/api/delete", json!({ "paths": [path] })),
            ("/api/rename", json!({ "path": "content/a.md", "to": path })),
            ("/api/duplicate", json!({ "path": path, "title": "B" })),
        ] {
            let answer = workshop.post(what, &body);
            assert!(
                (400..600).contains(&answer.status),
                "{what} {path}: {}",
                answer.status
            );
        }
    }
    for path in [
        "/apercu/../secret.md",
        "/apercu/..%2fsecret.md",
        "/assets/..%2fsrc%2flib.rs",
        "/apercu/content/a.md",
        "/image/guichet.yaml",
        "/image/content/..%2fsecret.png",
        "/image/content/a.md",
    ] {
        let answer = workshop.get(path);
        assert!(
            matches!(answer.status, 400 | 404),
            "{path}: {}",
            answer.status
        );
    }
    let up = workshop.post(
        "/api/new",
        &json!({ "kind": "page", "title": "B", "section": "content/../.." }),
    );
    assert_eq!(up.status, 400);
    assert_eq!(
        std::fs::read_to_string(site.path("secret.md")).unwrap(),
        "secret"
    );
    assert!(!site.path("../b.md").exists() && !site.path("b.md").exists());
}

#[test]
fn too_much_is_refused_and_the_desk_goes_on() {
    let site = site();
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    // A gigabyte is announced: nothing of it is kept.
    let headers = workshop.own_headers();
    let mut stream = TcpStream::connect(("127.0.0.1", workshop.port)).unwrap();
    let mut head = format!(
        "POST /api/upload?name=film.pdf HTTP/1.1\r\nhost: localhost:{}\r\nconnection: close\r\ncontent-length: {}\r\n",
        workshop.port,
        1u64 << 30
    );
    for (name, value) in &headers {
        head += &format!("{name}: {value}\r\n");
    }
    stream.write_all((head + "\r\n").as_bytes()).unwrap();
    let part = vec![b'x'; 1 << 20];
    for _ in 0..64 {
        if stream.write_all(&part).is_err() {
            break;
        }
    }
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok();
    assert!(answer.is_empty() || answer.contains(" 413 "), "{answer}");
    assert!(!site.path("content/film.pdf").exists());

    let long = "x".repeat(3 << 20);
    for path in ["/api/hold", "/api/save"] {
        let body = json!({ "path": "content/a.md", "text": long, "base": null });
        assert_eq!(workshop.post(path, &body).status, 413, "{path}");
    }
    let odd: [(&str, &[u8]); 5] = [
        ("/api/hold", b""),
        ("/api/hold", b"{"),
        ("/api/hold", b"{\"path\": 3}"),
        ("/api/save", b"[]"),
        ("/api/print", b"{\"sheets\": [\"\\u0000\"]}"),
    ];
    for (path, body) in odd {
        let headers: Vec<(&str, &str)> = headers.iter().map(|(n, v)| (*n, &**v)).collect();
        let answer = workshop.ask("POST", path, &headers, body);
        assert!(
            (400..500).contains(&answer.status),
            "{path}: {}",
            answer.status
        );
    }

    // Two hundred windows wait for news.
    let windows: Vec<TcpStream> = (0..200)
        .map(|_| {
            let mut stream = TcpStream::connect(("127.0.0.1", workshop.port)).unwrap();
            let head = format!(
                "GET {} HTTP/1.1\r\nhost: localhost:{}\r\ncookie: {}\r\n\r\n",
                workshop.with_key("/api/events"),
                workshop.port,
                workshop.cookie
            );
            stream.write_all(head.as_bytes()).unwrap();
            stream
        })
        .collect();
    let mut first = [0; 12];
    (&windows[0]).read_exact(&mut first).unwrap();
    assert_eq!(&first, b"HTTP/1.1 200");
    assert_eq!(workshop.json("/api/desk")["total"], 1);
    let held = workshop.done(
        "/api/hold",
        &json!({ "path": "content/a.md", "text": PAGE.replace("Un", "Deux") }),
    );
    assert_eq!(held["title"], "A");
    assert!(workshop.get("/apercu/a.html").text().contains("Deux."));
    drop(windows);
    assert_eq!(workshop.json("/api/desk")["total"], 1);
}

#[test]
fn who_says_half_of_it_does_not_stay() {
    let site = site();
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    let half = |head: &str| {
        let mut stream = TcpStream::connect(("127.0.0.1", workshop.port)).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        stream
    };
    // As many as there are places, and more.
    let mut halves: Vec<TcpStream> = (0..400)
        .map(|_| half("GET / HTTP/1.1\r\nhost: x"))
        .collect();
    assert_eq!(workshop.json("/api/desk")["total"], 1);
    let mut rest = Vec::new();
    halves[0].read_to_end(&mut rest).ok();
    assert!(!String::from_utf8_lossy(&rest).contains("200"));
}

#[test]
fn of_thousands_of_mistakes_the_first_are_shown() {
    let links: String = (0..300)
        .map(|at| format!("[a](absent-{at}.md)\n"))
        .collect();
    let deep: String = (0..1200)
        .map(|level| format!("{}k{level}:\n", " ".repeat(level)))
        .collect();
    let many = format!("---\ntitre: A\nsujet: x\n---\n{links}");
    let site = TestSite::new(&[
        ("content/a.md", &*many),
        ("content/b.md", &*format!("---\ntitre: B\n{deep}---\nUn.\n")),
    ]);
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    let held = workshop.done(
        "/api/hold",
        &json!({ "path": "content/a.md", "text": many }),
    );
    let shown = held["diagnostics"].as_array().unwrap();
    assert_eq!(shown.len(), 200);
    let is_error = |found: &Json| found["severity"] == "error";
    assert!(shown.iter().all(is_error));
    let places: Vec<_> = shown.iter().map(|found| found["from"].as_u64()).collect();
    assert!(places.is_sorted());
    let more = &held["more"];
    assert_eq!(more["errors"], 101, "{more}");
    assert!(more["warnings"].as_u64().is_some(), "{more}");
    let page = workshop.page("content/b.md");
    let codes = page["diagnostics"].as_array().unwrap().iter();
    let codes: Vec<_> = codes.map(|found| found["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["unknown-key", "bad-yaml"]);
    assert_eq!(page["more"], json!({ "errors": 0, "warnings": 0 }));
}

#[test]
fn no_script_of_a_text_runs() {
    let hostile = "---\ntitre: A <script>alert(1)</script>\n---\n<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n[x](javascript:alert(1))\n\n<iframe src=\"/api/desk\"></iframe>\n";
    let site = TestSite::new(&[("content/a.md", hostile)]);
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    let page = workshop.get("/apercu/a.html");
    let text = page.text();
    assert!(
        !text.contains("<script>alert")
            && !text.contains("onerror")
            && !text.contains("javascript:"),
        "{text}"
    );
    // Whatever else it may contain, no script runs in it, and it can reach nothing.
    assert!(
        page.head
            .contains("content-security-policy: sandbox allow-same-origin; default-src 'none'"),
        "{}",
        page.head
    );
    assert!(!page.head.contains("x-frame-options"), "{}", page.head);
    let shell = workshop.get("/");
    assert!(
        shell.head.contains("script-src 'self'") && shell.head.contains("frame-ancestors 'none'"),
        "{}",
        shell.head
    );
    let policy = shell
        .head
        .split("content-security-policy: ")
        .nth(1)
        .unwrap();
    let policy = policy.split("\r\n").next().unwrap();
    assert!(!policy.contains("unsafe"), "{policy}");
    let opened = workshop.get("/api/page?path=content/a.md");
    assert!(
        opened.head.contains("application/json") && opened.head.contains("nosniff"),
        "{}",
        opened.head
    );
}
