//! The one list of commands. Each has a file, with its name, its grammar and what runs it.

use clap::{ArgMatches, Command};

use super::grammar::Grammar;
use super::*;

/// A command.
pub(super) struct CommandEntry {
    /// The word after `guichet`. The message `help-NAME` says what it does.
    pub name: &'static str,
    /// Adds its arguments.
    pub grammar: fn(&Grammar<'_>, Command) -> Command,
    /// Runs it, and returns the exit status.
    pub run: fn(&Context, &ArgMatches) -> u8,
}

impl CommandEntry {
    /// The key of the message that says what it does.
    pub fn help(&self) -> String {
        format!("help-{}", self.name)
    }
}

/// Every command, in the order of `guichet --help`.
pub(super) const COMMANDS: &[CommandEntry] = &[
    init::COMMAND,
    new::COMMAND,
    build::COMMAND,
    check::COMMAND,
    publish::COMMAND,
    #[cfg(feature = "atelier")]
    atelier::COMMAND,
    #[cfg(feature = "serve")]
    serve::COMMAND,
    #[cfg(feature = "lsp")]
    lsp::COMMAND,
    #[cfg(feature = "sheets")]
    sheet::COMMAND,
    report::COMMAND,
    bundle::COMMAND,
    headers::COMMAND,
    hours::COMMAND,
    record::COMMAND,
    import::COMMAND,
    schema::COMMAND,
    theme::COMMAND,
    completions::COMMAND,
    man::COMMAND,
];

/// Runs the command that was given. The grammar accepts exactly one listed command.
pub(super) fn dispatch(context: &Context, matches: &ArgMatches) -> u8 {
    let Some((name, arguments)) = matches.subcommand() else {
        return USAGE;
    };
    let command = COMMANDS.iter().find(|command| command.name == name);
    command.map_or(USAGE, |command| (command.run)(context, arguments))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use guichet::import::{IMPORTERS, Importer};

    /// What a command or an importer needs besides its entry, and does not have.
    #[test]
    fn each_command_and_importer_has_all_that_it_needs() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let read = |path: &str| std::fs::read_to_string(root.join(path)).unwrap();
        let mut missing = Vec::new();
        let mut require = |is_there: bool, what: String| {
            if !is_there {
                missing.push(what);
            }
        };
        let imports = IMPORTERS.iter().flat_map(|Importer { name, .. }| {
            [
                format!("help-import-{name}"),
                format!("import-source-{name}"),
            ]
        });
        let keys: Vec<String> = COMMANDS.iter().map(CommandEntry::help).collect();
        let keys = keys.into_iter().chain(imports);
        for key in keys {
            for file in ["src/messages/fr.ftl", "src/messages/en.ftl"] {
                let is_there = read(file).contains(&format!("\n{key} = "));
                require(is_there, format!("`{key}` in {file}"));
            }
        }
        let readme = read("README.md");
        for command in COMMANDS {
            let line = format!("guichet {}", command.name);
            require(readme.contains(&line), format!("`{line}` in README.md"));
        }
        let page = read("docs/import.md");
        let cases = std::fs::read_dir(root.join("tests/suite")).unwrap();
        let cases = cases.map(|case| case.unwrap().path().join("command"));
        let cases: Vec<String> = cases
            .filter_map(|path| std::fs::read_to_string(path).ok())
            .collect();
        for Importer { name, .. } in IMPORTERS {
            let line = format!("guichet import {name} ");
            require(page.contains(&line), format!("`{line}` in docs/import.md"));
            let command = format!("import {name} ");
            let has_case = cases.iter().any(|case| case.contains(&command));
            require(has_case, format!("a case of tests/suite with `{command}`"));
        }
        assert!(missing.is_empty(), "missing:\n{}", missing.join("\n"));
    }
}
