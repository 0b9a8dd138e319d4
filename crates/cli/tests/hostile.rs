//! Malicious input: each gives a diagnostic, and never a panic, a hang or a file outside the site.
#![allow(clippy::unwrap_used, clippy::panic)]

mod site;

use site::TestSite;

/// The codes that a build reports for one page of this text.
fn codes(text: impl AsRef<[u8]>) -> Vec<String> {
    let site = TestSite::new(&[("guichet.yaml", "titre: Essai\ntextes: oui\n")]);
    site.write("content/guides/a.md", text);
    let run = site.run(&["check", "--no-sheets", "--format", "json"]);
    assert!(
        matches!(run.status, Some(0 | 1)),
        "{:?}: {}",
        run.status,
        run.stderr
    );
    let found: Vec<serde_json::Value> = serde_json::from_str(&run.stdout).unwrap();
    let mut codes: Vec<String> = found
        .iter()
        .map(|found| found["code"].as_str().unwrap().to_owned())
        .collect();
    codes.dedup();
    codes
}

#[test]
fn fifty_megabytes_of_brackets_are_not_read() {
    assert_eq!(codes("[".repeat(50_000_000)), ["file-too-large"]);
}

/// An eighth of the longest text that is read, all of it meaningful to Markdown: enough for quadratic code to take forever.
/// `benches/pathological.py` goes to the limit.
#[test]
fn no_text_within_the_limit_takes_forever() {
    const LIMIT: usize = 256 * 1024;
    for piece in [
        "[",
        "![",
        "](",
        "`",
        "*",
        "_",
        "*a_ ",
        "**",
        "> ",
        "- ",
        "1. ",
        "|",
        "|-",
        "<",
        "<a ",
        "<!--",
        "&",
        "#",
        "[^a]",
        "[^a]: ",
        "[a]: ",
        "~~",
        "\\",
        "\n\n",
        "    ",
        "a ",
        "[a](",
        "<div>",
        ": ",
        "> [!NOTE]\n",
        "\"",
        "« ",
        "a. ",
        "{#",
        "---\n",
        "$",
        "==",
    ] {
        let page = format!("---\ntitre: A\n---\n{}", piece.repeat(LIMIT / piece.len()));
        // The build ends, with or without diagnostics.
        codes(page);
    }
}

#[test]
fn nesting_beyond_sense_is_told() {
    for nested in [
        "> ".repeat(5000),
        "- ".repeat(5000),
        "*a **b ".repeat(5000),
        "![".repeat(5000) + &"](x)".repeat(5000),
    ] {
        codes(format!("---\ntitre: A\n---\n\n{nested}x\n"));
    }
    let nested = format!("---\ntitre: A\n---\n\n{}x\n", "> ".repeat(60));
    assert!(codes(nested).contains(&"too-deep".to_owned()));
}

#[test]
fn yaml_that_multiplies_or_nests_is_refused() {
    let mut bomb = String::from("---\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let list = vec![format!("*a{}", level - 1); 10].join(", ");
        bomb += &format!("a{level}: &a{level} [{list}]\n");
    }
    assert!(codes(bomb + "---\n").contains(&"bad-yaml".to_owned()));
    for (open, close) in [("[", "]"), ("{a: ", "}"), ("- ", "")] {
        let deep = format!(
            "---\ntitre: {}x{}\n---\n",
            open.repeat(20_000),
            close.repeat(20_000)
        );
        let found = codes(deep);
        assert!(
            found
                .iter()
                .any(|code| code == "bad-yaml" || code == "wrong-type"),
            "{found:?}"
        );
    }
    assert!(codes("---\na: &a [*a]\n---\n").contains(&"unknown-key".to_owned()));
}

#[test]
fn a_front_matter_of_a_hundred_thousand_keys_is_refused() {
    let keys: String = (0..100_000).map(|i| format!("k{i}: x\n")).collect();
    assert!(codes(format!("---\n{keys}---\n")).contains(&"bad-yaml".to_owned()));
}

/// Names that a file system or a terminal may misread.
#[cfg(unix)]
#[test]
fn hostile_file_names_stay_inside() {
    use std::os::unix::ffi::OsStrExt;
    let site = TestSite::new(&[("content/a.md", "---\ntitre: A\n---\n")]);
    for name in [
        "con:aux.md",
        "a\\..\\..\\b.md",
        "\u{1b}[31m.md",
        "nouvelle\nligne.md",
        " .md",
        "%2e%2e%2f.md",
        "..md",
    ] {
        site.write(&format!("content/{name}"), "---\ntitre: X\n---\n");
    }
    let bytes = std::ffi::OsStr::from_bytes(b"pas-utf8-\xff.md");
    std::fs::write(site.path("content").join(bytes), "---\ntitre: X\n---\n").unwrap();
    site.write(
        &format!("content/{}.md", "long".repeat(55)),
        "---\ntitre: X\n---\n",
    );
    let run = site.run(&["build", "--no-sheets"]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    assert!(
        run.stderr.matches("bad-file-name").count() >= 4,
        "{}",
        run.stderr
    );
    assert!(
        !run.stderr.contains('\u{1b}'),
        "a name could command the terminal: {:?}",
        run.stderr
    );
    assert!(!site.path("public").exists());
}

/// A pipe or a device in the content folder is not opened.
#[cfg(unix)]
#[test]
fn a_pipe_is_not_read() {
    let site = TestSite::new(&[("content/a.md", "---\ntitre: A\n---\n")]);
    let made = std::process::Command::new("mkfifo")
        .arg(site.path("content/pipe.md"))
        .status()
        .unwrap();
    assert!(made.success());
    let run = site.run(&["check", "--no-sheets", "--format", "json"]);
    assert_eq!(run.status, Some(0));
    assert!(run.stdout.contains("unpublished-file"), "{}", run.stdout);
}

/// A folder that links to one above itself is not followed in circles.
#[cfg(unix)]
#[test]
fn circles_of_links_end() {
    let site = TestSite::new(&[("content/x/a.md", "---\ntitre: A\n---\n")]);
    std::os::unix::fs::symlink("..", site.path("content/x/haut")).unwrap();
    std::os::unix::fs::symlink(site.path("content"), site.path("themes")).unwrap();
    let run = site.run(&["check", "--no-sheets", "--format", "json"]);
    assert!(run.stdout.contains("symbolic-link"), "{}", run.stdout);
}

/// A theme that loops or nests without end gives an error, and the build ends.
#[test]
fn a_theme_that_includes_itself_is_told() {
    let site = TestSite::new(&[("content/a.md", "---\ntitre: A\n---\n")]);
    site.write(
        "themes/default/templates/page.html",
        "{% include \"page.html\" %}",
    );
    let run = site.run(&["build", "--no-sheets"]);
    assert_eq!(run.status, Some(1));
    assert!(run.stderr.contains("template-error"), "{}", run.stderr);
}

/// Hundreds of thousands of different unexplained acronyms, and brackets that never close.
#[test]
fn capitals_without_end_are_read_once() {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n % 26).unwrap());
    let words: String = (0..60_000)
        .map(|i| {
            format!(
                "{}{}{}{} a ",
                letter(i),
                letter(i / 26),
                letter(i / 676),
                letter(i / 17_576)
            )
        })
        .collect();
    for text in [
        words,
        "(AB a ".repeat(60_000),
        "octroi à compter du ".repeat(30_000),
    ] {
        let found = codes(format!("---\ntitre: A\n---\n\n{text}\n"));
        assert!(found.contains(&"long-paragraph".to_owned()));
    }
}

/// Records with any content are read or reported, without a crash.
#[test]
fn records_of_any_kind_are_read_or_reported() {
    for piece in [
        "\"",
        ",",
        "\n",
        ";;\n",
        "a,b\n\"c",
        "é",
        "file,edition,recorded\n",
        "\u{0}",
    ] {
        let site = TestSite::new(&[("content/guides/a.md", "---\ntitre: A\n---\n")]);
        let text = piece.repeat(300_000 / piece.len());
        site.write("records/editions.csv", &text);
        site.write("records/coverage/2026-01-01.csv", &text);
        site.write("records/coverage/9999-99-99.csv", &text);
        let run = site.run(&["check", "--no-sheets", "--format", "json"]);
        assert!(
            matches!(run.status, Some(0 | 1)),
            "{piece:?}: {}",
            run.stderr
        );
    }
}

/// All of ten thousand dead links on one page are reported.
#[test]
fn ten_thousand_dead_links_are_all_reported() {
    let links: String = (0..10_000).map(|i| format!("[x](rien-{i}.md)\n")).collect();
    let site = TestSite::new(&[("content/a.md", &format!("---\ntitre: A\n---\n\n{links}"))]);
    let run = site.run(&["check", "--no-sheets", "--format", "json"]);
    let found: Vec<serde_json::Value> = serde_json::from_str(&run.stdout).unwrap();
    let dead = found.iter().filter(|found| found["code"] == "dead-link");
    assert_eq!(dead.count(), 10_000);
}

/// Long texts of one kind are printed, or the reason why not is reported.
#[cfg(feature = "sheets")]
#[test]
fn no_text_keeps_the_press_forever() {
    for piece in [
        "- ",
        "> ",
        "a ",
        "# a\n\n",
        "a\n\n",
        "| a ",
        "[a](b) ",
        "**a",
        "---\n\n",
        "<div>",
        "![](a.png)",
    ] {
        let site = TestSite::new(&[]);
        let page = format!("---\ntitre: A\n---\n{}", piece.repeat(20_000 / piece.len()));
        site.write("content/guides/a.md", page);
        let run = site.run(&["check", "--format", "json"]);
        assert!(
            matches!(run.status, Some(0 | 1)),
            "{piece:?}: {:?}: {}",
            run.status,
            run.stderr
        );
        assert!(
            !run.stdout.contains("sheet-failed"),
            "{piece:?}: {}",
            run.stdout
        );
    }
}

/// Reading a pipe would wait, and a device may never end: neither is opened anywhere.
#[cfg(unix)]
#[test]
fn what_is_no_file_is_not_waited_for() {
    use std::process::Command;
    let site = TestSite::new(&[("content/a.md", "---\ntitre: A\n---\nun\n")]);
    for path in [
        "source.xml",
        "content/glossary.yaml",
        "content/image.png",
        "records/editions.csv",
        "records/imports/wordpress.csv",
        "themes/default/style.css",
        "themes/default/templates/page.html",
        "themes/default/fonts/a.ttf",
    ] {
        std::fs::create_dir_all(site.path(path).parent().unwrap()).unwrap();
        let made = Command::new("mkfifo").arg(site.path(path)).status();
        assert!(made.unwrap().success());
    }
    let run = site.run(&["build", "--no-sheets"]);
    assert!(matches!(run.status, Some(0 | 1)), "{}", run.stderr);
    for source in ["source.xml", "/dev/zero"] {
        let run = site.run(&["import", "wordpress", source]);
        assert_eq!(run.status, Some(1), "{}", run.stderr);
    }
}

/// If the system allows no more threads, the work is done with those that exist.
#[cfg(target_os = "linux")]
#[test]
fn a_site_is_built_with_one_thread() {
    use std::os::unix::fs::PermissionsExt as _;
    let site = TestSite::new(&[("content/a.md", "---\ntitre: A\n---\nun\n")]);
    let command = site.command(&[]);
    let program = command.get_program();
    // The limit does not apply to the superuser, so another user builds; that user may have no access to the program's folder.
    let is_root = std::process::Command::new("id").arg("-u").output();
    let is_root = is_root.unwrap().stdout == b"0\n";
    let mut run = std::process::Command::new(if is_root { "setpriv" } else { "prlimit" });
    if is_root {
        std::fs::hard_link(program, site.path("guichet"))
            .or_else(|_| std::fs::copy(program, site.path("guichet")).map(|_| ()))
            .unwrap();
        for path in ["", "content"] {
            let everybody = std::fs::Permissions::from_mode(0o777);
            std::fs::set_permissions(site.path(path), everybody).unwrap();
        }
        run.args([
            "--reuid=64998",
            "--regid=64998",
            "--clear-groups",
            "prlimit",
        ]);
    }
    let program = match is_root {
        true => site.path("guichet"),
        false => program.into(),
    };
    let output = run
        .arg("--nproc=1:1")
        .arg(program)
        .args(["build", "--no-sheets"])
        .env("SOURCE_DATE_EPOCH", "1795564800")
        .current_dir(site.path(""))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    assert!(site.path("public/a.html").is_file(), "{said}");
}

/// With a thousand organizations of one kind and as many guides, no page lists more than it can show.
#[test]
fn many_counters_and_many_guides_have_pages_of_their_size() {
    let site = TestSite::new(&[("guichet.yaml", "titre: Essai\n")]);
    for number in 0..120 {
        site.write(
            &format!("content/organizations/o{number}.md"),
            format!(
                "---\ntitre: Mairie {number}\ntype: mairie\nadresse: [1 rue X, 99000 Ville]\n---\n"
            ),
        );
        site.write(
            &format!("content/guides/g{number}.md"),
            format!("---\ntitre: Guide {number}\nrésumé: Un guide.\ncanaux: {{ sur-place: [{{ lieu: mairie }}] }}\n---\nun\n"),
        );
    }
    site.build();
    let published = site.published();
    let page = |path: &str| String::from_utf8_lossy(&published[path]).into_owned();
    let guide = page("guides/g7.html");
    assert!(!guide.contains("Mairie 7"), "{guide}");
    assert!(guide.contains("../organizations/index.html"), "{guide}");
    let organization = page("organizations/o7.html");
    let services = organization.matches("../guides/g").count();
    assert_eq!(services, 100, "{organization}");
    assert!(
        organization.contains("../guides/index.html"),
        "{organization}"
    );
}

/// A WordPress export may nest quotes, lists and tags to any depth.
#[test]
fn no_page_of_an_export_takes_forever() {
    for piece in [
        "<ul><li>a",
        "<table><tr><td>a",
        "<b id=x>a",
        "<blockquote><p>a",
    ] {
        let site = TestSite::new(&[]);
        let text = piece.repeat(1_000_000 / piece.len());
        let item = format!(
            "<item><title>A</title><wp:post_id>1</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>\
             <content:encoded><![CDATA[{text}]]></content:encoded></item>"
        );
        site.write(
            "source.xml",
            format!("<rss xmlns:wp=\"w\" xmlns:content=\"c\"><channel>{item}</channel></rss>"),
        );
        let run = site.run(&["import", "wordpress", "source.xml", "--dry-run"]);
        assert_eq!(run.status, Some(0), "{piece}: {}", run.stderr);
    }
}
