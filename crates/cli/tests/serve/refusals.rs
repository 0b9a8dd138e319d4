//! Requests that the preview refuses: those of other sites, and those for files that are not published.

use crate::preview::{RunningPreview, page};
use crate::site::TestSite;

/// Requests with a foreign host, and for paths outside the published site, are refused.
#[test]
fn foreign_hosts_and_foreign_paths_are_refused() {
    let site = TestSite::new(&[("content/a.md", &page("A", "un"))]);
    site.write("secret.txt", "secret");
    site.write("content/.cache/x.txt", "secret");
    let preview = RunningPreview::start(&site);
    let port = preview.port;
    for host in [
        "exemple.fr",
        &format!("exemple.fr:{port}"),
        "localhost",
        "localhost:1",
        &format!("localhost.exemple.fr:{port}"),
        "",
        "127.0.0.1",
    ] {
        let (status, body) = preview.ask("GET", "/a.html", host);
        assert!(status != 200 && !body.contains("<h1>"), "{host}: {status}");
        let (status, _) = preview.ask("GET", "/_guichet/events", host);
        assert!(status != 200, "{host}: {status}");
    }
    for path in [
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "//secret.txt",
        "/guides/../../secret.txt",
        "/.cache/x.txt",
        "/content/a.md",
        "/guichet.yaml",
        "/%00",
        "/a.html%00.txt",
        "/..\\secret.txt",
        "/%ff",
        "/a.html/",
        "/_guichet/x",
    ] {
        let (status, body) = preview.get(path);
        assert!(matches!(status, 400 | 404), "{path}: {status}");
        assert!(
            !body.contains("secret\n") && !body.ends_with("secret"),
            "{path}"
        );
    }
    assert_eq!(
        preview
            .ask("POST", "/a.html", &format!("localhost:{port}"))
            .0,
        405
    );
    assert_eq!(
        preview
            .ask("GET", "/a.html", &format!("127.0.0.1:{port}"))
            .0,
        200
    );
    assert_eq!(
        preview
            .ask("HEAD", "/a.html", &format!("localhost:{port}"))
            .0,
        200
    );
    let (status, body) = preview.get("/");
    assert!(status == 200 && body.contains("</html>"));
}

/// A page of another site loads nothing from the preview: no script of the search, which has the words of drafts, and no
/// page in a frame. Following a link works.
#[test]
fn other_sites_load_nothing() {
    let site = TestSite::new(&[("content/a.md", &page("A", "secret"))]);
    let preview = RunningPreview::start(&site);
    let host = format!("localhost:{}", preview.port);
    let ask = |path: &str, more: &[&str]| {
        let more = more.join("\r\n");
        preview.ask("GET", path, &format!("{host}\r\n{more}"))
    };
    let paths = [
        "/a.html",
        "/recherche/i.js",
        "/recherche/w0.js",
        "/_guichet/",
        "/_guichet/events",
        "/nulle-part",
    ];
    for path in paths {
        for from in ["cross-site", "same-site", "", "x"] {
            let site = format!("Sec-Fetch-Site: {from}");
            for more in [
                &[&*site, "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: script"][..],
                &[&*site, "Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty"],
                &[&*site, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"],
                &[&*site],
            ] {
                let (status, body) = ask(path, more);
                assert_eq!((status, body.as_str()), (403, ""), "{path} {more:?}");
            }
        }
        for origin in [
            "Origin: http://exemple.fr",
            "Origin: null",
            "Origin: http://localhost:1",
        ] {
            assert_eq!(ask(path, &[origin]).0, 403, "{path} {origin}");
        }
    }
    for more in [
        &[
            "Sec-Fetch-Site: same-origin",
            "Sec-Fetch-Mode: no-cors",
            "Sec-Fetch-Dest: script",
        ][..],
        &[
            "Sec-Fetch-Site: none",
            "Sec-Fetch-Mode: navigate",
            "Sec-Fetch-Dest: document",
        ],
        &[
            "Sec-Fetch-Site: cross-site",
            "Sec-Fetch-Mode: navigate",
            "Sec-Fetch-Dest: document",
        ],
        &[&*format!("Origin: http://{host}")],
    ] {
        assert_eq!(ask("/a.html", more).0, 200, "{more:?}");
        assert_eq!(ask("/recherche/i.js", more).0, 200, "{more:?}");
    }
    // For a browser that does not send these headers, the response says what other sites may not load.
    for path in ["/a.html", "/recherche/i.js", "/_guichet/", "/nulle-part"] {
        let head = preview.head(path).to_lowercase();
        for header in [
            "cross-origin-resource-policy: same-origin",
            "cross-origin-opener-policy: same-origin",
            "content-security-policy: frame-ancestors 'none'",
            "x-frame-options: deny",
        ] {
            assert!(head.contains(header), "{path}: {head}");
        }
    }
}
