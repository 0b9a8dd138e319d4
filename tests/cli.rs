//! The commands as a new user runs them.
#![allow(clippy::unwrap_used, clippy::panic)]

mod site;

use site::Site;

/// Every command that `init` and `new` tell of, from an empty folder to a published site, in both languages.
#[test]
fn from_an_empty_folder_to_a_published_site() {
    for lang in ["fr", "en"] {
        let site = Site::empty();
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
    let site = Site::new(&[]);
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
    let site = Site::empty();
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
    let site = Site::empty();
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
    let site = Site::new(&[("content/a.md", "---\ntitre: A\n---\n")]);
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

/// `check` finds what `build` finds, says it in the forms that machines read, and writes nothing.
#[test]
fn check_writes_nothing() {
    let site = Site::new(&[("content/a.md", "---\ntitre: A\n---\n\n[mort](b.md)\n")]);
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

/// A configuration can lower what does not harm the site, and the site is published then.
#[test]
fn a_check_can_be_a_warning_or_off() {
    let site = Site::new(&[("content/a.md", "---\ntitre: A\n---\n\n[mort](b.md)\n")]);
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
