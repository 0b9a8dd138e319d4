//! The commands as a new user runs them.
#![allow(clippy::unwrap_used, clippy::panic)]

mod site;

use site::TestSite;

/// What `new` writes is not published unchanged: a page that is no longer a draft is refused while it has text of the
/// template, and a contact point has no invented facts.
#[test]
fn templates_do_not_go_out() {
    let site = TestSite::new(&[]);
    for (kind, path, sound) in [
        ("guide", "content/guides/essai.md", false),
        ("article", "content/articles/essai.md", false),
        ("page", "content/essai.md", false),
        ("organization", "content/organizations/essai.md", true),
    ] {
        assert_eq!(site.run(&["new", kind, "Essai"]).status, Some(0));
        let text = site.read(path);
        let published: Vec<&str> = text
            .lines()
            .filter(|line| !line.starts_with("brouillon"))
            .collect();
        site.write(path, published.join("\n"));
        let run = site.run(&["check", "--no-sheets"]);
        assert_eq!(
            run.status,
            Some(i32::from(!sound)),
            "{kind}: {}",
            run.stderr
        );
        assert_eq!(
            !sound,
            run.stderr.contains("template-text"),
            "{kind}: {}",
            run.stderr
        );
        std::fs::remove_file(site.path(path)).unwrap();
    }
}

/// The answers given to `init` are on the pages, and lines without an answer are left out.
#[test]
fn a_new_site_says_nothing_that_is_invented() {
    let site = TestSite::empty();
    assert_eq!(site.run(&["init", "a"]).status, Some(0));
    let told = [
        "init",
        "b",
        "--nom",
        "Union locale",
        "--commune",
        "Saint-Aubin",
        "--telephone",
        "01 99 00 00 12",
    ];
    assert_eq!(site.run(&told).status, Some(0));
    // A number that is still to be given counts as none.
    let later = site.run(&["init", "d", "--phone", "À préciser"]);
    assert_eq!(later.status, Some(0), "{}", later.stderr);
    let page = std::fs::read_to_string(site.path("d/content/organizations/mairie.md")).unwrap();
    assert!(!page.contains("préciser"), "{page}");
    let wrong = site.run(&["init", "c", "--phone", "le standard"]);
    assert_eq!(wrong.status, Some(2), "{}", wrong.stderr);
    for folder in ["a", "b"] {
        let run = site.run(&["--site", folder, "build", "--no-sheets"]);
        assert_eq!(run.status, Some(0), "{}", run.stderr);
    }
    let pages = |folder: &str| -> String {
        let files = site::files(&site.path(&format!("{folder}/public"))).into_iter();
        let pages = files.filter(|(path, _)| path.ends_with(".html"));
        pages
            .map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned())
            .collect()
    };
    let (silent, told) = (pages("a"), pages("b"));
    for invented in ["Exemple", "tel:", "00000", "plain-pied"] {
        assert!(!silent.contains(invented), "{invented}");
    }
    for said in ["Union locale", "Saint-Aubin", "tel:+33199000012"] {
        assert!(told.contains(said), "{said}");
    }
    assert!(!told.contains("Mairie"));
}

/// A missing folder is not reported as unreadable: the message says that `init` creates it, and it does.
#[test]
fn a_folder_that_is_not_there_is_told_as_such() {
    let site = TestSite::empty();
    for command in [
        &["build"][..],
        &["check"],
        &["report"],
        &["record"],
        &["sheet", "content/a.md"],
        &["new", "guide", "Essai"],
    ] {
        let run = site.run(&[&["--site", "mon-site"], command].concat());
        assert_eq!(run.status, Some(1), "{command:?}");
        let told = run.stderr.matches("n’existe pas").count();
        assert_eq!(told, 1, "{command:?}: {}", run.stderr);
        assert!(run.stderr.contains("guichet init"), "{}", run.stderr);
        assert!(!run.stderr.contains("droit de le lire"), "{}", run.stderr);
    }
    assert_eq!(site.run(&["init", "mon-site"]).status, Some(0));
    let run = site.run(&["--site", "mon-site", "check", "--no-sheets"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
}

/// Every command that `init` and `new` suggest works, from an empty folder to a published site, in both languages.
#[test]
fn from_an_empty_folder_to_a_published_site() {
    for lang in ["fr", "en"] {
        let site = TestSite::empty();
        let run = site.run(&["init", "mon-site", "--lang", lang]);
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        assert!(site.path("mon-site/.gitlab-ci.yml").is_file());
        assert!(site.path("mon-site/.github/workflows/pages.yml").is_file());
        let at = |arguments: &[&str]| {
            let mut all = vec!["--site", "mon-site", "--lang", lang];
            all.extend(arguments);
            site.run(&all)
        };
        let check = at(&["check"]);
        assert_eq!(
            (check.status, check.stderr.lines().count()),
            (Some(0), 2),
            "{}",
            check.stderr
        );
        for (kind, path) in [
            ("guide", "guides/l-ete-a-nimes.md"),
            ("article", "articles/l-ete-a-nimes.md"),
            ("organization", "organizations/l-ete-a-nimes.md"),
            ("page", "l-ete-a-nimes.md"),
        ] {
            let run = at(&["new", kind, "L’été : à Nîmes"]);
            assert_eq!(run.status, Some(0), "{}", run.stderr);
            assert!(
                site.path(&format!("mon-site/content/{path}")).is_file(),
                "{path}"
            );
            let again = at(&["new", kind, "L’été : à Nîmes"]);
            assert_eq!(again.status, Some(1), "{}", again.stdout);
        }
        let build = at(&["build", "--drafts"]);
        assert_eq!(build.status, Some(0), "{}", build.stderr);
        let last = build.stderr.lines().last().unwrap();
        assert!(
            ["Rien à signaler.", "Nothing to report."].contains(&last),
            "{}",
            build.stderr
        );
        assert!(
            site.path("mon-site/public/guides/l-ete-a-nimes.html")
                .is_file()
        );
        let second = site.run(&["init", "mon-site", "--lang", lang]);
        assert_eq!(second.status, Some(1), "a second init must not overwrite");
    }
}

#[test]
fn usage_errors_are_explained_and_exit_with_2() {
    let site = TestSite::new(&[]);
    for (arguments, said) in [
        (&["buld"][..], "la commande « buld » n’existe pas"),
        (&["build", "--dratfs"], "« --dratfs »"),
        (
            &["new", "gide", "X"],
            "Possibles : guide, article, organization, page",
        ),
        (&["new", "guide"], "il manque"),
        (&["build", "--shard", "9/3"], "9/3"),
    ] {
        let run = site.run(arguments);
        assert_eq!(run.status, Some(2), "{arguments:?}: {}", run.stderr);
        assert!(run.stderr.contains(said), "{arguments:?}: {}", run.stderr);
    }
    assert_eq!(site.run(&[]).status, Some(2));
}

#[test]
fn help_speaks_both_languages_and_the_environment_chooses() {
    let site = TestSite::empty();
    let french = site.run(&["--help"]).stdout;
    let english = site.run(&["--help", "--lang", "en"]).stdout;
    assert!(french.contains("Crée un petit site") && english.contains("Make a small site"));
    let mut command = site.command(&["--help"]);
    let by_environment = command.env("LC_ALL", "en_GB.UTF-8").output().unwrap();
    assert_eq!(String::from_utf8(by_environment.stdout).unwrap(), english);
    for text in [&french, &english] {
        assert!(!text.contains("Print help"), "{text}");
    }
}

#[test]
fn schema_man_and_completions_are_written() {
    let site = TestSite::empty();
    for file in ["page", "config", "glossary"] {
        let run = site.run(&["schema", file]);
        let schema: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        assert!(schema.is_object());
    }
    let pages = site.run(&["schema"]).stdout;
    for key in [
        "sur-place",
        "in_person",
        "pièces",
        "evidence",
        "vérifié",
        "reviewed",
    ] {
        assert!(pages.contains(&format!("\"{key}\"")), "{key}");
    }
    assert!(site.run(&["man"]).stdout.starts_with(".ie"));
    for shell in ["bash", "zsh", "fish", "powershell"] {
        assert!(
            site.run(&["completions", shell]).stdout.contains("guichet"),
            "{shell}"
        );
    }
}

#[test]
fn an_ejected_theme_changes_nothing_until_it_is_changed() {
    let site = TestSite::new(&[("content/a.md", "---\ntitre: A\n---\n")]);
    site.build();
    let before = site.published();
    let run = site.run(&["theme", "eject"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    site.build();
    assert_eq!(before, site.published());
    let template = site.read("themes/default/templates/page.html");
    site.write(
        "themes/default/templates/page.html",
        template.replace("<h1>", "<h1 class=\"x\">"),
    );
    site.build();
    assert!(site.read("public/a.html").contains("<h1 class=\"x\">"));
}

/// `check` finds what `build` finds, prints it in the formats for machines, and writes nothing.
#[test]
fn check_writes_nothing() {
    let site = TestSite::new(&[("content/a.md", "---\ntitre: A\n---\n\n[mort](b.md)\n")]);
    let run = site.run(&["check"]);
    assert_eq!(run.status, Some(1));
    assert!(run.stderr.contains("dead-link"));
    assert!(!site.path("public").exists());
    let json = site.run(&["check", "--format", "json"]).stdout;
    let found: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(found[0]["code"], "dead-link");
    let github = site.run(&["check", "--format", "github"]).stdout;
    assert!(
        github.starts_with("::error file=content/a.md,line=5,col=1,title=dead-link::"),
        "{github}"
    );
    let sarif = site.run(&["check", "--format", "sarif"]).stdout;
    let sarif: serde_json::Value = serde_json::from_str(&sarif).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "dead-link");
}

/// A configuration can lower the severity of what does not harm the site, which is then published.
#[test]
fn a_check_can_be_a_warning_or_off() {
    let site = TestSite::new(&[("content/a.md", "---\ntitre: A\n---\n\n[mort](b.md)\n")]);
    site.write(
        "guichet.yaml",
        "titre: Essai\nchecks: { dead-link: warn }\n",
    );
    let run = site.build();
    assert!(
        run.stderr.contains("attention[dead-link]"),
        "{}",
        run.stderr
    );
    site.write(
        "guichet.yaml",
        "titre: Essai\ncontrôles: { dead-link: non }\n",
    );
    assert!(site.build().stderr.contains("Rien à signaler"));
}

/// A calendar of reviews is one that other programs read: lines of at most 75 bytes, ended as RFC 5545 asks.
#[test]
fn reviews_are_written_as_a_calendar() {
    let title = "Un titre très long, avec des virgules ; des points-virgules et des lettres accentuées é è à ù";
    let page = format!("---\ntitre: \"{title}\"\nvérifié: 2025-01-01\nresponsable: Nadia\n---\n");
    let site = TestSite::new(&[("content/guides/a.md", &page)]);
    let words = ["check", "--due", "60d", "--calendar", "revisions.ics"];
    assert_eq!(site.run(&words).status, Some(0));
    let calendar = site.read("revisions.ics");
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.ends_with("END:VCALENDAR\r\n"));
    for line in calendar.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains('\n'), "{line}");
    }
    let unfolded = calendar.replace("\r\n ", "");
    let escaped = title.replace(',', "\\,").replace(';', "\\;");
    // Overdue since January: listed on the day of the command.
    for wanted in [
        "DTSTART;VALUE=DATE:20261125".to_owned(),
        "UID:content-guides-a-md-due@guichet".to_owned(),
        format!("SUMMARY:Revoir : {escaped}"),
        "DESCRIPTION:Nadia\\ncontent/guides/a.md".to_owned(),
    ] {
        let plain = unfolded.replace(['\u{a0}', '\u{202f}'], " ");
        assert!(plain.contains(&wanted), "{wanted} not in:\n{plain}");
    }
    let before = calendar;
    site.run(&words);
    assert_eq!(site.read("revisions.ics"), before);
}

/// An edition is recorded once, and again only when it changes, with the parts that have changed.
#[cfg(feature = "sheets")]
#[test]
fn editions_are_recorded_as_they_change() {
    let guide = |cost: &str, reviewed: &str| {
        format!(
            "---\ntitre: A\nvérifié: {reviewed}\ncoût: {cost}\ncanaux: {{ sur-place: {{ nom: Au marché }} }}\n---\n"
        )
    };
    let site = TestSite::new(&[("content/guides/a.md", &guide("12", "2026-01-01"))]);
    let record = |day: &str| site.run(&["record", "--today", day]);
    assert_eq!(record("2026-01-02").status, Some(0));
    let first = site.read("records/editions.csv");
    assert_eq!(first.lines().count(), 2, "{first}");
    // Checked again and found right: the same edition.
    site.write("content/guides/a.md", guide("12", "2026-06-01"));
    assert!(
        record("2026-06-02")
            .stdout
            .contains("Aucune fiche n’a changé")
    );
    assert_eq!(site.read("records/editions.csv"), first);
    site.write("content/guides/a.md", guide("15", "2026-07-01"));
    record("2026-07-02");
    let second = site.read("records/editions.csv");
    let added = second.strip_prefix(&first).unwrap();
    assert!(
        added.contains("2026-07-02,le coût ou les délais,"),
        "{added}"
    );
    assert!(site.path("records/coverage/2026-07-02.csv").is_file());
    // What cannot be published is not recorded.
    site.write(
        "content/guides/b.md",
        "---\ntitre: B\ncanaux: { en-ligne: https://exemple.fr }\n---\n",
    );
    let run = record("2026-08-01");
    assert_eq!(run.status, Some(1));
    assert!(run.stderr.contains("online-only"), "{}", run.stderr);
    assert_eq!(site.read("records/editions.csv"), second);
}

/// The report as one file is complete: with absolute addresses and the readability of each guide.
#[test]
fn the_report_stands_alone_as_html() {
    let text = "Venez à la mairie avec une photo. ".repeat(20);
    let page = format!("---\ntitre: A\ncanaux: {{ sur-place: {{ nom: Ici }} }}\n---\n\n{text}\n");
    let site = TestSite::new(&[
        (
            "guichet.yaml",
            "titre: Essai\nadresse: https://exemple.fr/\n",
        ),
        ("content/guides/a.md", &page),
    ]);
    let run = site.run(&["report", "--format", "html", "--out", "rapport.html"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let html = site.read("rapport.html");
    // Seven words a sentence, none of them long.
    for wanted in [
        "<svg",
        "href=\"https://exemple.fr/guides/a.html\"",
        "Lix&nbsp;7<",
    ] {
        assert!(html.contains(wanted), "{wanted} not in:\n{html}");
    }
}

/// A sheet says that its review is overdue, and keeps its edition code.
#[cfg(feature = "sheets")]
#[test]
fn a_stale_sheet_says_so_and_is_the_same_edition() {
    let page = "---\ntitre: A\nvérifié: 2026-01-01\ncanaux: { sur-place: { nom: Ici } }\n---\n";
    let site = TestSite::new(&[("content/guides/a.md", page)]);
    let data = |day: &str| -> serde_json::Value {
        let run = site.run(&["sheet", "content/guides/a.md", "--data", "--today", day]);
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        serde_json::from_str(&run.stdout).unwrap()
    };
    let (fresh, stale) = (data("2026-12-31"), data("2027-01-02"));
    assert_eq!(fresh["overdue"], serde_json::Value::Null);
    let overdue = stale["overdue"].as_str().unwrap();
    assert!(overdue.contains("1er janvier 2027"), "{overdue}");
    assert_eq!(fresh["edition"], stale["edition"]);
}

/// Whoever reads the help in French finds none of the parser's own words in it.
#[test]
fn the_help_of_each_command_is_in_french() {
    let site = TestSite::empty();
    let below = |parents: &[&str]| -> Vec<String> {
        let help = site.run(&[parents, &["--help"]].concat());
        assert_eq!(help.status, Some(0), "{}", help.stderr);
        let said = help.stdout;
        for line in said.lines().filter(|line| line.ends_with(':')) {
            assert!(line.ends_with(" :"), "{parents:?}: {line}");
        }
        for english in [
            "COMMAND>",
            "Commands",
            "Usage:",
            "Arguments",
            "Print",
            "NUMBER",
            "FILE",
            "DIR",
            "default:",
            "possible values",
        ] {
            assert!(
                !said.contains(english),
                "{parents:?}: {english} in:\n{said}"
            );
        }
        // The name of a value is in capitals: others are identifiers of the program.
        let values = said
            .split('<')
            .skip(1)
            .filter_map(|rest| rest.split_once('>'));
        for (value, _) in values.filter(|(value, _)| *value != "fr|en" && *value != "60d") {
            assert_eq!(
                value,
                value.to_uppercase().replace(".XML", ".xml"),
                "{said}"
            );
        }
        let list = said
            .split_once("Commandes :\n")
            .map_or("", |(_, list)| list);
        let list = list.split("\n\n").next().unwrap_or_default().lines();
        let names = list.filter_map(|line| line.strip_prefix("  "));
        let names = names.filter(|line| !line.starts_with(' '));
        names
            .filter_map(|line| Some(line.split_once(' ')?.0.to_owned()))
            .collect()
    };
    let commands = below(&[]);
    assert!(commands.len() > 10, "{commands:?}");
    let mut inner = 0;
    for command in &commands {
        for name in below(&[command]) {
            inner += 1;
            below(&[command, &name]);
        }
    }
    assert!(inner > 7, "{inner}");
}
