//! The one list of commands: the name of each, its grammar and what runs it.

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
    CommandEntry {
        name: "init",
        grammar: |grammar, command| grammar.init(command),
        run: init::run,
    },
    CommandEntry {
        name: "new",
        grammar: |grammar, command| grammar.new_page(command),
        run: new::run,
    },
    CommandEntry {
        name: "build",
        grammar: |grammar, command| grammar.build(command),
        run: build::run,
    },
    CommandEntry {
        name: "check",
        grammar: |grammar, command| grammar.check(command),
        run: check::run,
    },
    #[cfg(feature = "serve")]
    CommandEntry {
        name: "serve",
        grammar: |grammar, command| grammar.serve(command),
        run: serve::run,
    },
    #[cfg(feature = "sheets")]
    CommandEntry {
        name: "sheet",
        grammar: |grammar, command| grammar.sheet(command),
        run: sheet::run,
    },
    CommandEntry {
        name: "report",
        grammar: |grammar, command| grammar.report(command),
        run: coverage::run,
    },
    CommandEntry {
        name: "bundle",
        grammar: |grammar, command| grammar.bundle(command),
        run: bundle::run,
    },
    CommandEntry {
        name: "headers",
        grammar: |grammar, command| grammar.headers(command),
        run: headers::run,
    },
    CommandEntry {
        name: "hours",
        grammar: |grammar, command| grammar.hours(command),
        run: hours::run,
    },
    CommandEntry {
        name: "record",
        grammar: |grammar, command| grammar.record(command),
        run: record::run,
    },
    CommandEntry {
        name: "import",
        grammar: |grammar, command| grammar.import(command),
        run: import::run,
    },
    CommandEntry {
        name: "schema",
        grammar: |grammar, command| grammar.schema(command),
        run: arguments::schema,
    },
    CommandEntry {
        name: "theme",
        grammar: |grammar, command| grammar.theme(command),
        run: theme::run,
    },
    CommandEntry {
        name: "completions",
        grammar: |grammar, command| grammar.completions(command),
        run: arguments::completions,
    },
    CommandEntry {
        name: "man",
        grammar: |_, command| command,
        run: arguments::man,
    },
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
        let imports = IMPORTERS
            .iter()
            .map(|importer| format!("import-{}", importer.name));
        let keys: Vec<String> = COMMANDS.iter().map(CommandEntry::help).collect();
        let keys = keys
            .into_iter()
            .chain(imports.map(|name| format!("help-{name}")));
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
