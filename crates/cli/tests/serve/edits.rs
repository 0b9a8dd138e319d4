//! Each change of a site's folder is shown, however it was made.

use std::fs;
use std::io::Write as _;

use crate::preview::{RunningPreview, next_event, page};
use crate::site::TestSite;

/// An image is made from its file as last saved.
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

/// Text editors save in many ways: after each, the page is up to date by the time the browser is notified.
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
        // One save may cause several events; what counts is that one of them comes with the new page.
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

/// A mistake is shown on the page with its file and line until it is corrected.
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
