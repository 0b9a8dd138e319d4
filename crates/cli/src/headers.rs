//! `guichet headers`: prints server configuration for the site's headers.

use clap::ArgMatches;

use super::{Context, DONE, USAGE};
use guichet::model::Host;
use guichet::outputs::headers;
use guichet::project::Project;
use guichet::site::Extent;

pub(super) fn run(context: &Context, arguments: &ArgMatches) -> u8 {
    let named = arguments.get_one::<String>("host").map(String::as_str);
    let found = Host::NAMES.iter().find(|(name, _)| Some(*name) == named);
    let Some((_, host)) = found else {
        return USAGE;
    };
    let project = Project::read(&context.root);
    let (site, _) = project.site(Extent::default());
    tell!("{}", headers(&site, *host).trim_end());
    DONE
}
