//! `guichet theme eject`: the built-in theme as files that can be changed.

use clap::ArgMatches;

use super::{Context, DONE, USAGE};
use guichet::theme;

pub(super) fn run(context: &Context, arguments: &ArgMatches) -> u8 {
    let Some(("eject", arguments)) = arguments.subcommand() else {
        return USAGE;
    };
    let name = arguments
        .get_one::<String>("name")
        .map_or("default", String::as_str);
    if name.is_empty() || name.contains(['/', '\\', '.']) {
        return context.fail("theme-bad-name", &[("name", name)]);
    }
    let folder = context.root.join("themes").join(name);
    match theme::eject(&folder) {
        Ok(written) => {
            for path in &written {
                let shown = path.strip_prefix(&context.root).unwrap_or(path);
                tell!("{}", shown.display());
            }
            let count = written.len().to_string();
            complain!(
                "{}",
                context.say("theme-ejected", &[("count", &count), ("name", name)])
            );
            DONE
        }
        Err(error) => {
            let path = folder.display().to_string();
            context.not_written(&path, &error)
        }
    }
}
