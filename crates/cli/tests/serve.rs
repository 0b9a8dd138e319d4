//! The preview, driven over HTTP as a browser and an editor drive it.
#![cfg(feature = "serve")]
#![allow(clippy::unwrap_used, clippy::panic)]

mod site;

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::Duration;

use site::TestSite;

/// A running preview; it ends with the test.
struct RunningPreview {
    child: Child,
    port: u16,
}

impl Drop for RunningPreview {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

impl RunningPreview {
    fn start(site: &TestSite) -> Self {
        Self::start_with(site, &["serve", "--port", "0"])
    }

    fn start_with(site: &TestSite, arguments: &[&str]) -> Self {
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
    fn head(&self, path: &str) -> String {
        let response = self.respond("GET", path, &format!("localhost:{}", self.port));
        response.split("\r\n\r\n").next().unwrap().to_owned()
    }

    /// Status and body of a request for this path, with this `Host`.
    fn ask(&self, method: &str, path: &str, host: &str) -> (u16, String) {
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

    fn get(&self, path: &str) -> (u16, String) {
        self.ask("GET", path, &format!("localhost:{}", self.port))
    }

    /// The stream of versions: a line for each.
    fn events(&self) -> BufReader<TcpStream> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        // Shorter than the time between two signs of life on the stream: a change that is not told is a failure.
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
fn next_event(events: &mut BufReader<TcpStream>) -> String {
    loop {
        let mut line = String::new();
        let read = events.read_line(&mut line);
        assert!(read.is_ok_and(|bytes| bytes > 0), "no change was told");
        if let Some(version) = line.strip_prefix("data: ") {
            return version.trim().to_owned();
        }
    }
}

fn page(title: &str, text: &str) -> String {
    format!("---\ntitre: {title}\n---\n\n{text}\n")
}

/// A sheet is printed when it is asked for: what has been saved is on it, and so is what has changed in its template.
#[cfg(feature = "sheets")]
#[test]
fn a_sheet_shows_each_edit() {
    let site = TestSite::new(&[("content/guides/g.md", &page("Un guide", "Un texte."))]);
    let preview = RunningPreview::start(&site);
    let mut events = preview.events();
    let (status, first) = preview.get("/guides/g-a4.pdf");
    assert_eq!(status, 200);
    assert!(first.starts_with("%PDF-1.7"));
    assert_eq!(preview.get("/guides/g-a4.pdf").1, first);
    site.write("content/guides/g.md", page("Un guide", "Un autre texte."));
    next_event(&mut events);
    let second = preview.get("/guides/g-a4.pdf").1;
    assert_ne!(second, first);
    site.write("themes/default/sheets/a4.typ", "Rien de plus, #x");
    next_event(&mut events);
    let (status, body) = preview.get("/guides/g-a4.pdf");
    assert_eq!(status, 500);
    assert!(body.contains("themes/default/sheets/a4.typ"), "{body}");
    assert_eq!(preview.get("/guides/g.html").0, 200);
    std::fs::remove_file(site.path("themes/default/sheets/a4.typ")).unwrap();
    next_event(&mut events);
    assert_eq!(preview.get("/guides/g-a4.pdf").1, second);
}

/// So is an image: what stands at its address is made of the file as it is now.
#[test]
fn an_image_shows_each_edit() {
    let picture = |shade: u8| {
        let mut file = std::io::Cursor::new(Vec::new());
        let picture = image::RgbImage::from_pixel(60, 40, image::Rgb([shade, 0, 0]));
        picture
            .write_to(&mut file, image::ImageFormat::Png)
            .unwrap();
        file.into_inner()
    };
    let site = TestSite::new(&[("content/a.md", &page("Une image", "![Un carré](a.png)"))]);
    site.write("content/a.png", picture(200));
    let preview = RunningPreview::start(&site);
    let mut events = preview.events();
    assert!(preview.get("/a.html").1.contains("src=\"a.small.png\""));
    let (status, first) = preview.get("/a.small.png");
    assert_eq!(status, 200);
    assert_eq!(preview.get("/a.png").0, 404);
    site.write("content/a.png", picture(90));
    next_event(&mut events);
    let (status, second) = preview.get("/a.small.png");
    assert_eq!(status, 200);
    assert_ne!(second, first);
    site.write("content/a.png", "damaged");
    next_event(&mut events);
    assert!(preview.get("/a.html").1.contains("bad-image"));
}

/// Writes this text to the page.
type Save<'s> = &'s dyn Fn(&str);

/// Every way in which editors save: after each, the page is the new one by the time that the browser is told.
#[test]
fn each_editors_way_of_saving_is_seen() {
    let site = TestSite::new(&[("content/guides/a.md", &page("A", "version 0"))]);
    let preview = RunningPreview::start(&site);
    let mut events = preview.events();
    let path = site.path("content/guides/a.md");
    let beside = |name: &str| site.path("content/guides").join(name);
    let ways: [(&str, Save<'_>); 6] = [
        ("write in place", &|text| fs::write(&path, text).unwrap()),
        ("truncate, then write", &|text| {
            let mut file = fs::File::create(&path).unwrap();
            file.flush().unwrap();
            file.write_all(text.as_bytes()).unwrap();
        }),
        ("write beside, rename over (Helix, VS Code)", &|text| {
            fs::write(beside(".a.md.tmp123"), text).unwrap();
            fs::rename(beside(".a.md.tmp123"), &path).unwrap();
        }),
        ("move away, write anew (Vim's backup)", &|text| {
            fs::rename(&path, beside("a.md~")).unwrap();
            fs::write(&path, text).unwrap();
            fs::remove_file(beside("a.md~")).unwrap();
        }),
        ("delete, write anew", &|text| {
            fs::remove_file(&path).unwrap();
            fs::write(&path, text).unwrap();
        }),
        ("write in pieces", &|text| {
            let mut file = fs::File::create(&path).unwrap();
            for piece in text.as_bytes().chunks(7) {
                file.write_all(piece).unwrap();
                file.sync_all().unwrap();
            }
        }),
    ];
    for (number, (way, save)) in ways.iter().enumerate() {
        let text = format!("version {}", number + 1);
        save(&page("A", &text));
        // The dust may settle twice; what counts is that the browser is told once the new page stands.
        for round in 0.. {
            next_event(&mut events);
            if preview.get("/guides/a.html").1.contains(&text) {
                break;
            }
            assert!(round < 5, "{way}: the new text is not shown");
        }
    }
}

#[test]
fn new_moved_and_deleted_files_and_folders_are_seen() {
    let site = TestSite::new(&[("content/a.md", &page("A", "un"))]);
    let preview = RunningPreview::start(&site);
    let mut events = preview.events();
    let mut until = |path: &str, status: u16| {
        for round in 0.. {
            if preview.get(path).0 == status {
                return;
            }
            assert!(round < 6, "{path} is not {status}");
            next_event(&mut events);
        }
    };
    site.write("content/b.md", page("B", "deux"));
    until("/b.html", 200);
    fs::rename(site.path("content/b.md"), site.path("content/c.md")).unwrap();
    until("/c.html", 200);
    until("/b.html", 404);
    // A whole folder, two deep, written before anyone watches it.
    site.write("content/vie/locale/d.md", page("D", "quatre"));
    until("/vie/locale/d.html", 200);
    site.write("content/vie/locale/e.md", page("E", "cinq"));
    until("/vie/locale/e.html", 200);
    fs::rename(site.path("content/vie"), site.path("content/villes")).unwrap();
    until("/villes/locale/e.html", 200);
    until("/vie/locale/e.html", 404);
    site.write("content/villes/locale/f.md", page("F", "six"));
    until("/villes/locale/f.html", 200);
    fs::remove_dir_all(site.path("content/villes")).unwrap();
    until("/villes/locale/d.html", 404);
    site.write("content/note.txt", "du texte");
    site.write("content/g.md", page("G", "[La note](note.txt)"));
    until("/note.txt", 200);
    fs::remove_file(site.path("content/g.md")).unwrap();
    until("/note.txt", 404);
}

#[test]
fn configuration_and_theme_are_seen() {
    let site = TestSite::new(&[("content/a.md", &page("A", "un"))]);
    let preview = RunningPreview::start(&site);
    let mut events = preview.events();
    let mut until = |said: &str| {
        for round in 0.. {
            if preview.get("/a.html").1.contains(said) {
                return;
            }
            assert!(round < 6, "{said} is not shown");
            next_event(&mut events);
        }
    };
    site.write("guichet.yaml", "titre: Autre nom\n");
    until("Autre nom");
    site.write("themes/default/i18n/fr.ftl", "home = Début\n");
    until(">Début<");
    site.write("themes/default/style.css", "body { margin: 7px }\n");
    until("margin:7px");
    site.write(
        "themes/default/templates/page.html",
        "{% extends \"base.html\" %}{% block main %}<h1>Mien</h1>{% endblock %}",
    );
    until("<h1>Mien</h1>");
    fs::remove_dir_all(site.path("themes")).unwrap();
    until(">Accueil<");
    site.write("content/glossary.yaml", "un: le premier nombre\n");
    until("le premier nombre");
}

/// What a link leads to is seen under the link's name, in the content and beside it.
#[cfg(unix)]
#[test]
fn the_target_of_a_link_is_seen() {
    use std::os::unix::fs::symlink;
    let site = TestSite::new(&[
        ("content/vrai.md", &page("Vrai", "un")),
        ("content/plan.txt", "un"),
        ("content/t.md", &page("T", "[Trois](trois.txt)")),
    ]);
    symlink("vrai.md", site.path("content/lien.md")).unwrap();
    let preview = RunningPreview::start(&site);
    let mut events = preview.events();
    let mut until = |path: &str, said: &str| {
        for round in 0.. {
            if preview.get(path).1.contains(said) {
                return;
            }
            assert!(round < 6, "{path}: {said} is not shown");
            next_event(&mut events);
        }
    };
    until("/lien.html", "<p>un</p>");
    site.write("content/vrai.md", page("Vrai", "deux"));
    until("/lien.html", "<p>deux</p>");
    symlink("plan.txt", site.path("content/trois.txt")).unwrap();
    until("/trois.txt", "un");
    site.write("content/plan.txt", "trois");
    until("/trois.txt", "trois");
    site.write("content/autre.md", page("Autre", "quatre"));
    fs::remove_file(site.path("content/lien.md")).unwrap();
    symlink("autre.md", site.path("content/lien.md")).unwrap();
    until("/lien.html", "<p>quatre</p>");
}

/// A folder that gets another name is missed, and found again; one that a link leads to may be exchanged for another.
#[cfg(unix)]
#[test]
fn a_site_folder_that_is_renamed_or_exchanged_is_seen() {
    use std::os::unix::fs::symlink;
    let place = TestSite::empty();
    for (folder, said) in [("site-1", "un"), ("site-2", "deux")] {
        place.write(&format!("{folder}/guichet.yaml"), "titre: Essai\n");
        place.write(&format!("{folder}/content/a.md"), page("A", said));
    }
    symlink("site-1", place.path("site")).unwrap();
    let preview = RunningPreview::start_with(&place, &["serve", "--port", "0", "--site", "site"]);
    let mut events = preview.events();
    let mut until = |said: &str| {
        for round in 0.. {
            if preview.get("/a.html").1.contains(said) {
                return;
            }
            assert!(round < 6, "{said} is not shown");
            next_event(&mut events);
        }
    };
    until("<p>un</p>");
    fs::rename(place.path("site-1"), place.path("parti")).unwrap();
    until("no-configuration");
    fs::rename(place.path("parti"), place.path("site-1")).unwrap();
    until("<p>un</p>");
    place.write("site-1/content/a.md", page("A", "trois"));
    until("<p>trois</p>");
    fs::remove_file(place.path("site")).unwrap();
    symlink("site-2", place.path("site")).unwrap();
    until("<p>deux</p>");
    place.write("site-2/content/a.md", page("A", "quatre"));
    until("<p>quatre</p>");
}

/// A mistake is shown on the page with its file and line, and is gone once it is mended.
#[test]
fn mistakes_are_shown_on_the_page_until_they_are_mended() {
    let site = TestSite::new(&[("content/a.md", &page("A", "un"))]);
    let preview = RunningPreview::start(&site);
    let mut events = preview.events();
    let mut until = |said: &str, shown: bool| {
        for round in 0.. {
            let (_, body) = preview.get("/a.html");
            if body.contains(said) == shown {
                return;
            }
            assert!(round < 6, "{said}: {body}");
            next_event(&mut events);
        }
    };
    site.write("content/a.md", page("A", "[mort](rien.md)"));
    until("content/a.md:5:1", true);
    until("dead-link", true);
    site.write("content/a.md", "---\n? [a\n---\n");
    until("bad-yaml", true);
    site.write(
        "themes/default/templates/page.html",
        "{% extends \"base.html\" %}{% block main %}{{ oups.x }}{% endblock %}",
    );
    until("themes/default/templates/page.html:1:", true);
    fs::remove_dir_all(site.path("themes")).unwrap();
    site.write("content/a.md", page("A", "réparé"));
    until("réparé", true);
    until("bad-yaml", false);
    until("template-error", false);
    let (status, body) = preview.get("/_guichet/");
    assert!(status == 200 && body.contains("Rien à signaler"), "{body}");
}

/// Requests that a page of another site could make, and paths that lead out of the site, are refused.
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

/// A page of another site loads nothing of the preview: neither a script of its search, which knows the words of drafts, nor a page in a
/// frame. A link that somebody follows works.
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
    // Where a browser says nothing, the answer tells it what to keep apart.
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

/// It answers on the loopback address alone, and where a port is taken, on the next one.
#[test]
fn the_next_free_port_is_taken() {
    let site = TestSite::new(&[("content/a.md", &page("A", "un"))]);
    let first = RunningPreview::start_with(&site, &["serve", "--port", "18431"]);
    let second = RunningPreview::start_with(&site, &["serve", "--port", &first.port.to_string()]);
    assert!(second.port > first.port);
    assert_eq!(second.get("/a.html").0, 200);
    let listening = fs::read_to_string("/proc/net/tcp").unwrap_or_default();
    let wanted = format!(":{:04X} 00000000:0000 0A", second.port);
    for line in listening.lines().filter(|line| line.contains(&wanted)) {
        assert!(line.contains("0100007F:"), "not on loopback: {line}");
    }
}

/// The preview shows what would be published, but for the panel and the script that reloads.
#[test]
fn the_preview_is_the_page() {
    let site = TestSite::copy_of(
        &std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
            .join("tests/suite/guide"),
    );
    site.build();
    // With its sheets, a page would say how long they are once they have been printed.
    let preview = RunningPreview::start_with(&site, &["serve", "--port", "0", "--no-sheets"]);
    for (path, bytes) in site.published() {
        if path == ".guichet" {
            continue;
        }
        let (status, body) = preview.get(&format!("/{path}"));
        assert_eq!(status, 200, "{path}");
        let without = match body.split_once("<script>(function () {\nfunction check(version)") {
            Some((before, after)) => before.to_owned() + after.split_once("</script>").unwrap().1,
            None => body,
        };
        assert_eq!(without, String::from_utf8_lossy(&bytes), "{path}");
    }
}

/// A browser that is sent octets offers to save them, and `nosniff` forbids it to guess.
#[test]
fn every_file_is_sent_with_its_media_type() {
    let mut text = String::new();
    for ending in guichet::files::PUBLISHED {
        text += &format!("- [Fichier {ending}](f.{ending})\n");
    }
    let site = TestSite::new(&[
        (
            "guichet.yaml",
            "titre: Essai\nadresse: https://exemple.fr/\nen-têtes: [apache, netlify]\nrecherche: oui\n",
        ),
        ("content/a.md", &page("A", &text)),
    ]);
    for ending in guichet::files::PUBLISHED {
        site.write(&format!("content/f.{ending}"), "f");
    }
    site.build();
    let preview = RunningPreview::start_with(&site, &["serve", "--port", "0", "--no-sheets"]);
    let mut endings = std::collections::BTreeSet::new();
    for path in site.published().keys() {
        let is_for_server = matches!(
            &**path,
            ".guichet" | ".htaccess" | "_headers" | "_redirects"
        );
        if is_for_server {
            continue;
        }
        let head = preview.head(&format!("/{path}")).to_lowercase();
        assert!(head.starts_with("http/1.1 200"), "{path}: {head}");
        assert!(head.contains("\r\ncontent-type: "), "{path}: {head}");
        assert!(!head.contains("octet-stream"), "{path}: {head}");
        endings.extend(path.rsplit('.').next().map(str::to_owned));
    }
    for ending in guichet::files::PUBLISHED
        .iter()
        .chain(&["html", "js", "xml"])
    {
        assert!(endings.contains(*ending), "{ending} in {endings:?}");
    }
}

/// The pages of the preview do not wait for their sheets, and lead to those that are asked for; one that does not fit leads on.
#[cfg(feature = "sheets")]
#[test]
fn a_sheet_that_does_not_fit_leads_to_what_stands_in() {
    let sentence =
        |number| format!("Le mardi {number}, la permanence a répondu à douze personnes.\n\n");
    let text: String = (1..150).map(sentence).collect();
    let article = format!("---\ntitre: Long\ndate: 2026-09-01\n---\n\n{text}");
    let site = TestSite::new(&[
        (
            "guichet.yaml",
            "titre: Essai\nfiches: { article: [tract] }\n",
        ),
        ("content/articles/long.md", &article),
        (
            "content/articles/court.md",
            "---\ntitre: Court\ndate: 2026-09-01\n---\n\nUn texte.\n",
        ),
    ]);
    let preview = RunningPreview::start(&site);
    let host = format!("127.0.0.1:{}", preview.port);
    let status = |path: &str| preview.ask("HEAD", path, &host).0;
    assert_eq!(status("/articles/long-tract.pdf"), 307);
    assert_eq!(status("/articles/long-a4.pdf"), 200);
    assert_eq!(status("/articles/court-tract.pdf"), 200);
    assert_eq!(status("/articles/court-a4.pdf"), 404);
}
