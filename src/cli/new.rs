//! `guichet new`: a page to fill in, with the keys of its kind in the site's language.

use std::path::Path;

use clap::ArgMatches;

use super::{Context, DONE, USAGE, today};
use crate::config::Config;
use crate::language::Language;
use crate::markdown::slug;
use crate::yaml::scalar;

/// The pages to fill in: kind, folder, French text, English text. `TITLE` and `TODAY` are replaced.
const PAGES: &[(&str, &str, &str, &str)] = &[
    (
        "guide",
        "guides/",
        include_str!("pages/guide.fr.md"),
        include_str!("pages/guide.en.md"),
    ),
    (
        "article",
        "articles/",
        include_str!("pages/article.fr.md"),
        include_str!("pages/article.en.md"),
    ),
    (
        "organization",
        "organizations/",
        include_str!("pages/organization.fr.md"),
        include_str!("pages/organization.en.md"),
    ),
    (
        "page",
        "",
        include_str!("pages/page.fr.md"),
        include_str!("pages/page.en.md"),
    ),
];

pub(super) fn run(context: &Context, arguments: &ArgMatches) -> u8 {
    let kind = arguments
        .get_one::<String>("kind")
        .map_or("", String::as_str);
    let title = arguments
        .get_one::<String>("title")
        .map_or("", String::as_str)
        .trim();
    let Some((_, folder, french, english)) = PAGES.iter().find(|(name, ..)| *name == kind) else {
        return USAGE;
    };
    if !context.root.join(crate::config::FILE).is_file() {
        return context.no_site();
    }
    if !title.contains(char::is_alphanumeric) {
        return context.fail("new-bad-title", &[]);
    }
    let (config, ..) = Config::read(&context.root);
    let template = if config.default_language() == Language::english() {
        english
    } else {
        french
    };
    let text = template
        .replace("TITLE", &scalar(title))
        .replace("TODAY", &today(arguments).to_string());
    let mut name = slug(title);
    // A name longer than this is cut by some systems, and by paper.
    name.truncate(80);
    let shown = format!("content/{folder}{}.md", name.trim_end_matches('-'));
    let path = context.root.join(&shown);
    if path.exists() {
        return context.fail("new-exists", &[("path", &shown)]);
    }
    match write(&path, &text) {
        Ok(()) => {
            tell!("{}", context.say("new-done", &[("path", &shown)]));
            DONE
        }
        Err(error) => context.not_written(&shown, &error),
    }
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent)?;
    }
    std::fs::write(path, text)
}
