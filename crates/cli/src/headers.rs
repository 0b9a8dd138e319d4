//! `guichet headers`: prints server configuration for the site's headers.

use clap::{Arg, ArgMatches, Command};

use super::commands::CommandEntry;
use super::grammar::Grammar;
use super::{Context, DONE, USAGE};
use guichet::model::Host;
use guichet::outputs::headers;
use guichet::project::Project;
use guichet::site::Extent;

pub(super) const COMMAND: CommandEntry = CommandEntry {
    name: "headers",
    grammar,
    run,
};

fn grammar(grammar: &Grammar<'_>, command: Command) -> Command {
    let hosts = Host::shown_names(false);
    let host = Arg::new("host")
        .required(true)
        .value_parser(hosts)
        .ignore_case(true);
    command.arg(host.help(grammar.text("help-headers-host")))
}

fn run(context: &Context, arguments: &ArgMatches) -> u8 {
    let named = arguments.get_one::<String>("host");
    let Some(host) = named.and_then(|name| Host::parse(name)) else {
        return USAGE;
    };
    let project = Project::read(&context.root);
    let (site, _) = project.site(Extent::default());
    tell!("{}", headers(&site, host).trim_end());
    DONE
}
