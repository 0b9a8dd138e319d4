//! `guichet check --due 60d`: what is to be reviewed next, by maintainer.

use std::path::Path;

use clap::ArgMatches;
use serde_json::{Value as Json, json};

use super::{Context, DONE, today};
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
    match arguments.get_one::<String>("format").map(String::as_str) {
        Some("json") => tell!("{:#}", as_json(&site, &reviews)),
        _ => list(context, &site, &reviews, until),
    }
    match arguments.get_one::<std::path::PathBuf>("calendar") {
        Some(path) => write_calendar(context, &site, &reviews, path),
        None => DONE,
    }
}

fn list(context: &Context, site: &Site, reviews: &[(Option<String>, Vec<Review>)], until: Date) {
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

fn as_json(site: &Site, reviews: &[(Option<String>, Vec<Review>)]) -> Json {
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
    all.collect()
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
