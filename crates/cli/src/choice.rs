//! Words of which a command takes one: each is named once, with what it stands for.

use clap::{Arg, ArgMatches};

use super::grammar::Grammar;

/// An argument that is one of several words.
pub(super) struct Choice<T: 'static> {
    /// The name of the argument.
    pub name: &'static str,
    /// The message that says what it is for.
    pub help: &'static str,
    /// The word that is meant where none is given, and what it stands for.
    pub first: (&'static str, T),
    /// The other words.
    pub others: &'static [(&'static str, T)],
}

impl<T: Copy> Choice<T> {
    fn words(&self) -> impl Iterator<Item = &(&'static str, T)> {
        std::iter::once(&self.first).chain(self.others)
    }

    /// `--name WORD`.
    pub fn option(&self, grammar: &Grammar<'_>) -> Arg {
        let argument = self.argument(grammar).long(self.name);
        argument.hide_default_value(true)
    }

    /// `WORD`.
    pub fn argument(&self, grammar: &Grammar<'_>) -> Arg {
        let words: Vec<&str> = self.words().map(|(word, _)| *word).collect();
        let argument = Arg::new(self.name).default_value(self.first.0);
        argument.value_parser(words).help(grammar.text(self.help))
    }

    /// What the given word stands for. The grammar accepts no other.
    pub fn of(&self, arguments: &ArgMatches) -> T {
        let given = arguments.get_one::<String>(self.name);
        let mut words = self.words();
        let chosen = words.find(|(word, _)| given.is_some_and(|given| given == word));
        chosen.unwrap_or(&self.first).1
    }
}
