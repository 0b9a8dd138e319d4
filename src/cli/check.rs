//! `guichet check`: everything that is wrong, and nothing written.

use std::sync::Arc;

use clap::ArgMatches;

use super::{Context, DONE, FAILED, due, explain, report, today};
use crate::build::{self, Options};
use crate::cache::Cache;
use crate::checks::Scope;
use crate::images::Studio;
use crate::model::values::Period;
use crate::project::Project;

pub(super) fn run(context: &Context, arguments: &ArgMatches) -> u8 {
    if let Some(name) = arguments.get_one::<String>("explain") {
        return explain::run(context, name);
    }
    if let Some(within) = arguments.get_one::<Period>("due") {
        return due::run(context, arguments, *within);
    }
    let project = Project::read(&context.root);
    let cache = Arc::new(Cache::open_existing(&context.root));
    let studio = Arc::new(Studio::new(Some(Arc::clone(&cache))));
    #[cfg(feature = "sheets")]
    let print_shop = context.print_shop(&project, arguments, &cache);
    let options = Options {
        drafts: arguments.get_flag("drafts"),
        day: today(arguments),
        texts: false,
        #[cfg(feature = "sheets")]
        print_shop: print_shop.as_ref(),
        studio: Some(&studio),
        scope: Scope::All,
        ..Options::default()
    };
    let found = build::check(&project, &options);
    report::diagnostics(context, &found, arguments);
    report::heaviest(context, &found);
    report::count(context, &found);
    if found.has_errors() { FAILED } else { DONE }
}
