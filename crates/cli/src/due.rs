//! `guichet check --due 60d`: what is to be reviewed next, by maintainer.

use std::path::Path;

use clap::ArgMatches;
use serde_json::{Value as Json, json};

use super::{Context, DONE, printing, today};
use guichet::model::values::{Date, Period};
use guichet::project::Project;
use guichet::reviews::{self, Review, Why};
use guichet::site::{Extent, Site};

pub(super) fn run(context: &Context, arguments: &ArgMatches, within: Period) -> u8 {
    if !context.root.join(guichet::model::config::FILE).is_file() {
        return context.no_site();
    }
    let project = Project::read(&context.root);
    let day = today(arguments);
    let extent = Extent::on(day).with_drafts(arguments.get_flag("drafts"));
    let (site, _) = project.site(extent);
    let until = within.after(day).unwrap_or(day);
    let reviews = reviews::due(&site, until);
    (printing::FORMS.of(arguments).reviews)(context, &site, &reviews, until);
    match arguments.get_one::<std::path::PathBuf>("calendar") {
        Some(path) => write_calendar(context, &site, &reviews, path),
        None => DONE,
    }
}

/// Prints the reviews of a site up to a day, by keeper.
pub(super) type PrintReviews = fn(&Context, &Site, &[(Option<String>, Vec<Review>)], Date);

/// Prints reviews for people.
pub(super) fn list(
    context: &Context,
    site: &Site,
    reviews: &[(Option<String>, Vec<Review>)],
    until: Date,
) {
    let count: usize = reviews.iter().map(|(_, reviews)| reviews.len()).sum();
    let args = [
        ("count", &*count.to_string()),
        ("until", &*until.to_string()),
    ];
    tell!("{}", context.say("due-title", &args));
    for (keeper, reviews) in reviews {
        let keeper = keeper.clone();
        tell!(
            "\n{}",
            keeper.unwrap_or_else(|| context.say("due-no-keeper", &[]))
        );
        for review in reviews {
            let document = &site.page(review.page).document;
            let why = why(context, site, review);
            tell!("  {}  {why}  {}", review.due, document.file.path);
            tell!("              {}", document.common.title);
        }
    }
}

fn why(context: &Context, site: &Site, review: &Review) -> String {
    let key = match review.why {
        Why::NeverReviewed => "due-never",
        Why::Expires if review.due < site.day => "due-expired",
        Why::Expires => "due-expires",
        Why::Due if review.due < site.day => "due-overdue",
        Why::Due => "due-due",
    };
    context.say(key, &[])
}

/// Prints reviews as one JSON array.
pub(super) fn list_as_json(
    _: &Context,
    site: &Site,
    reviews: &[(Option<String>, Vec<Review>)],
    _: Date,
) {
    let all = reviews.iter().flat_map(|(keeper, reviews)| {
        reviews.iter().map(move |review| {
            let document = &site.page(review.page).document;
            json!({
                "keeper": keeper,
                "due": review.due.to_string(),
                "why": review.why.name(),
                "file": document.file.path,
                "title": document.common.title,
            })
        })
    });
    let all: Json = all.collect();
    tell!("{all:#}");
}

fn write_calendar(
    context: &Context,
    site: &Site,
    reviews: &[(Option<String>, Vec<Review>)],
    path: &Path,
) -> u8 {
    let text = reviews::calendar(site, reviews, |review| {
        let title = &site.page(review.page).document.common.title;
        context.say(
            &format!("due-event-{}", review.why.name()),
            &[("title", title)],
        )
    });
    let shown = path.display().to_string();
    match std::fs::write(path, text) {
        Ok(()) => {
            complain!("{}", context.say("due-calendar", &[("path", &shown)]));
            DONE
        }
        Err(error) => context.not_written(&shown, &error),
    }
}
