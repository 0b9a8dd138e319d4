//! `guichet init`: a small site that builds, with what publishes it.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use include_dir::{Dir, include_dir};

use super::{Context, DONE, today};
use crate::config;
use crate::language::Language;

static FRENCH: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/skeleton/fr");
static ENGLISH: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/skeleton/en");
static SHARED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/skeleton/shared");

pub(super) fn run(context: &Context, arguments: &ArgMatches) -> u8 {
    let folder = arguments
        .get_one::<PathBuf>("dir")
        .cloned()
        .unwrap_or_else(|| PathBuf::from("."));
    let shown = folder.display().to_string();
    if folder.join(config::FILE).exists() {
        return context.fail("init-exists", &[("path", &shown)]);
    }
    let english = context.messages.language() == Language::english();
    let skeleton = if english { &ENGLISH } else { &FRENCH };
    for part in [skeleton, &SHARED] {
        if let Err(error) = write(part, &folder, &today(arguments).to_string()) {
            return context.not_written(&shown, &error);
        }
    }
    tell!("{}", context.say("init-done", &[("path", &shown)]));
    tell!();
    if folder != Path::new(".") {
        tell!("{}", context.say("init-cd", &[("path", &shown)]));
    }
    tell!("{}", context.say("init-next", &[]));
    DONE
}

/// Writes the files that are not there yet, `TODAY` in them replaced.
fn write(dir: &Dir<'_>, folder: &Path, today: &str) -> std::io::Result<()> {
    for file in dir.files() {
        let path = folder.join(file.path());
        if path.exists() {
            continue;
        }
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        match file.contents_utf8() {
            Some(text) => std::fs::write(&path, text.replace("TODAY", today))?,
            None => std::fs::write(&path, file.contents())?,
        }
    }
    dir.dirs().try_for_each(|below| write(below, folder, today))
}
