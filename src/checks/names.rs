//! `unknown-organization`, `unknown-topic`, `unknown-campaign`: names that mean nothing on this site.

use super::likest::{self, Likest};
use super::offers;
use crate::diagnostics::{Code, Diagnostic, Edit, Fix, Location, Remedy};
use crate::edit::{FieldChange, FieldStep, FieldValue};
use crate::files::CONTENT;
use crate::markdown::slug;
use crate::model::channel::{InPerson, PhoneLine};
use crate::model::record::{Key, Record as _};
use crate::model::values::Localized;
use crate::model::{Channels, Listed, Located, is_answer};
use crate::site::{Counter, PageId, Site, bare_name};
use crate::spelling::{fold_key, is_folded};
use crate::yaml;

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let channels = document.guide().and_then(|guide| guide.channels.as_ref());
    let routes = channels
        .into_iter()
        .flat_map(Channels::required_organizations);
    let part_of = document
        .organization()
        .and_then(|organization| organization.part_of.as_ref());
    for name in routes.chain(part_of) {
        if site.counter_kind(&name.text) == Counter::Unknown {
            let likest = likest_records(site, &name.text);
            let diagnostic = unknown(site, &name.text, name.location.clone(), &likest);
            let keys = channels.and_then(|channels| keys_of_names(channels, name));
            let diagnostic = diagnostic.map(|diagnostic| match keys {
                Some(keys) => by_name(site, &name.text, diagnostic, keys),
                None => diagnostic,
            });
            let offered = |diagnostic| offered(site, &name.text, diagnostic, &likest);
            found.extend(diagnostic.map(offered));
        }
    }
    let mut listed = |code, name: Option<&Located>, list: &Listed<Localized>| {
        let Some(name) = name else { return };
        if list.entry(&name.text).is_some() {
            return;
        }
        let diagnostic = Diagnostic::new(code, name.location.clone()).with("name", &name.text);
        let (key, message) = match code {
            Code::UnknownTopic => ("topic", "mend-add-topic"),
            _ => ("campaign", "mend-add-campaign"),
        };
        let added = || added_to_list(site, key, message, &name.text);
        let removed = || document.offer_without("mend-remove-field", &[key], &[]);
        if list.is_empty() {
            let diagnostic = diagnostic.help("help-none");
            found.push(diagnostic.offers(added()).offers(removed()));
            return;
        }
        let near = list.near(&name.text);
        let names = near
            .iter()
            .map(|(key, title)| (key.as_str(), title.get(document.language)));
        let likest = likest::of(&name.text, names);
        let diagnostic = diagnostic.with("known", likest.shown());
        let diagnostic = match likest.first() {
            Some((key, true)) => diagnostic
                .with("nearest", key)
                .help("help-nearest")
                .instead(yaml::scalar(key)),
            Some((key, false)) => diagnostic.with("nearest", key).help("help-nearest"),
            None => diagnostic,
        };
        let diagnostic = likest.names().fold(diagnostic, |diagnostic, key| {
            diagnostic.offer_instead(yaml::scalar(key))
        });
        found.push(diagnostic.offers(added()).offers(removed()));
    };
    listed(
        Code::UnknownTopic,
        document.common.topic.as_ref(),
        &site.config.topics,
    );
    let campaign = document
        .article()
        .and_then(|article| article.campaign.as_ref());
    listed(Code::UnknownCampaign, campaign, &site.config.campaigns);
}

/// The remedy that adds a topic or a campaign to the configuration, with the name that a page has for it.
fn added_to_list(site: &Site, key: &str, message: &'static str, name: &str) -> Option<Remedy> {
    let french = site.config.default_language().is_french();
    let list = match (key, french) {
        ("topic", true) => "thèmes",
        ("topic", false) => "topics",
        (_, true) => "campagnes",
        (_, false) => "campaigns",
    };
    let short = slug(name);
    let id = match fold_key(&short) == fold_key(name) {
        true => short,
        false => name.to_owned(),
    };
    let mut letters = name.chars();
    let first = letters.next()?.to_uppercase();
    let title: String = first.chain(letters).collect();
    let path = [list.to_owned(), id].map(FieldStep::Field);
    let value = FieldValue::Text(title);
    let fix = offers::in_configuration(site, &[FieldChange::Set(path.into(), value)])?;
    Some(Remedy::new(message, fix).with("name", name))
}

/// Whether a folder has pages.
fn has_pages(site: &Site, folder: &str) -> bool {
    let after = site
        .pages
        .partition_point(|page| *page.document.file.path < *folder);
    let page = site.pages.get(after);
    page.is_some_and(|page| page.document.file.path.starts_with(folder))
}

/// Offers the organizations of the directory that an unknown one may be, and a page for it.
fn offered(site: &Site, written: &str, diagnostic: Diagnostic, likest: &Likest<'_>) -> Diagnostic {
    let bare = bare_name(written);
    if diagnostic.help == "help-draft" || is_answer(bare) {
        return diagnostic;
    }
    let diagnostic = likest.names().take(4).fold(diagnostic, |diagnostic, name| {
        diagnostic.offer_instead_as("mend-organization", yaml::scalar(name))
    });
    let name = slug(bare);
    if bare != written || name.is_empty() || bare.contains('/') {
        return diagnostic;
    }
    let folders = ["organizations", "organismes"].into_iter();
    let mut used = folders.filter(|folder| has_pages(site, &format!("{CONTENT}/{folder}/")));
    let key = format!("{}/{name}.md", used.next().unwrap_or("organizations"));
    if site.page_of_file(&format!("{CONTENT}/{key}")).is_some() || site.files.contains_key(&key) {
        return diagnostic;
    }
    let french = site.config.default_language().is_french();
    let title = if french { "titre" } else { "title" };
    let text = format!("---\n{title}: {}\n---\n", yaml::scalar(bare));
    let page = Fix::creating(format!("{CONTENT}/{key}"), text);
    diagnostic.offers([Remedy::new("mend-new-organization", page).with("name", bare)])
}

/// The publisher in the configuration must be an organization of the directory.
pub(super) fn check_publisher(site: &Site) -> Vec<Diagnostic> {
    publisher(site).into_iter().collect()
}

fn publisher(site: &Site) -> Option<Diagnostic> {
    let name = site.config.publisher.as_ref()?;
    let counter = site.counter_kind(&name.text);
    if matches!(counter, Counter::Organizations(_)) {
        return None;
    }
    let likest = likest_records(site, &name.text);
    let diagnostic = unknown(site, &name.text, name.location.clone(), &likest)?;
    // A kind of office is known wherever a guide names it, but cannot publish a site.
    let is_kind = matches!(counter, Counter::Kind(_)) && diagnostic.help != "help-draft";
    let diagnostic = match is_kind {
        true => diagnostic.help("help-publisher"),
        false => diagnostic,
    };
    Some(offered(site, &name.text, diagnostic, &likest))
}

/// `unknown-organization` for a name, with the remedy; `None` if its file exists and could not be read, which
/// is reported for the file.
pub(super) fn unknown_organization(
    site: &Site,
    name: &str,
    location: Location,
) -> Option<Diagnostic> {
    unknown(site, name, location, &likest_records(site, name))
}

/// The organizations of the directory most like a name.
fn likest_records<'s>(site: &'s Site, name: &str) -> Likest<'s> {
    let bare = bare_name(name);
    likest::of(bare, site.records_like(bare))
}

fn unknown(site: &Site, name: &str, location: Location, likest: &Likest<'_>) -> Option<Diagnostic> {
    if site.is_organization_unread(name) {
        return None;
    }
    let diagnostic = Diagnostic::new(Code::UnknownOrganization, location).with("name", name);
    Some(match site.draft_organization(name) {
        Some(file) => diagnostic.with("file", file).help("help-draft"),
        None => {
            let bare = bare_name(name);
            let names = site.directory.names(bare);
            let known = likest.shown();
            let is_empty = known.is_empty();
            let diagnostic = diagnostic.with("title", bare).with("known", known);
            let diagnostic = match (is_answer(bare), is_empty) {
                (true, true) => diagnostic.help("help-answer-none"),
                (true, false) => diagnostic.help("help-answer"),
                (false, true) => diagnostic.help("help-none"),
                (false, false) => diagnostic,
            };
            match bare != name && site.counter_kind(bare) != Counter::Unknown {
                true => diagnostic.with("nearest", bare).help("help-nearest"),
                false => match likest.spelled() {
                    Some(near) if !is_answer(bare) => {
                        diagnostic.with("nearest", near).help("help-nearest")
                    }
                    _ => diagnostic.nearest(bare, names),
                },
            }
        }
    })
}

/// Whether the value of `lieu:` can only be the name of a place: a path, an address, and the key of a record
/// that does not exist yet look different.
fn is_surely_a_name(site: &Site, written: &str) -> bool {
    let is_of_names = |c: char| c.is_alphanumeric() || c.is_whitespace() || "'’-().&«»".contains(c);
    let is_of_keys = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c);
    written.starts_with(char::is_alphabetic)
        && written.chars().all(is_of_names)
        && !written.chars().all(is_of_keys)
        && !site.directory.may_have(written)
}

/// The key under which a route names an organization of the directory, and the one for the name of any other.
fn keys_of_names(channels: &Channels, name: &Located) -> Option<[&'static Key; 2]> {
    let keys = |keys: &'static [Key], named: &str| {
        let key = |name: &str| keys.iter().find(|key| key.name == name);
        Some([key("at")?, key(named)?])
    };
    let mut places = channels.in_person.iter();
    if places.any(|route| route.at.as_ref() == Some(name)) {
        return keys(InPerson::KEYS, "name");
    }
    // Without the organization, a line needs a number of its own.
    let mut lines = channels.phone.iter();
    let is_line = lines.any(|line| {
        line.at.as_ref() == Some(name) && line.number.is_some() && line.label.is_none()
    });
    is_line.then(|| keys(PhoneLine::KEYS, "label")).flatten()
}

/// An organization that resembles neither one of the directory nor a draft still has a name: the fix is the key for that, `nom:`
/// instead of `lieu:`.
fn by_name(
    site: &Site,
    written_name: &str,
    diagnostic: Diagnostic,
    [of_directory, of_others]: [&Key; 2],
) -> Diagnostic {
    if bare_name(written_name) != written_name {
        return diagnostic;
    }
    let Location::Place(place) = &diagnostic.location else {
        return diagnostic;
    };
    let before = place.file.text.get(..place.span.start).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let Some(written) = line.trim_end().strip_suffix(':').map(str::trim_end) else {
        return diagnostic;
    };
    let blank = |c: char| c.is_whitespace() || matches!(c, '-' | '•' | '{' | ',');
    let key = written.rsplit(blank).next().unwrap_or_default();
    let folded = fold_key(key);
    if !of_directory.is(&folded) || !matches!(diagnostic.help, "help" | "help-none") {
        return diagnostic;
    }
    let meant = of_others.shown(!is_folded(of_directory.name, &folded));
    let start = place.span.start - line.len() + written.len() - key.len();
    let end = start + key.len();
    let key = key.to_owned();
    let diagnostic = diagnostic.help("help-name");
    let diagnostic = diagnostic.with("key", key).with("meant", meant);
    match is_surely_a_name(site, written_name) {
        true => diagnostic.fix(start..end, meant),
        false => {
            let text = meant.to_owned();
            let span = start..end;
            let fix = diagnostic.fix_here([Edit { span, text }]);
            diagnostic.offers(fix.map(Remedy::plain))
        }
    }
}
