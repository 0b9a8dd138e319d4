//! The page of an office.

use super::contacts::OfficeContacts;
use super::hours;
use super::names::as_said;
use super::record::{OfficeFields, OfficeRecord};
use crate::diagnostics::{Code, Diagnostic, Location};
use crate::import::front::{self, FrontFields, FrontValue};
use crate::import::markdown::{self, MarkdownBlock, MarkdownInline};
use crate::import::wordpress::html::PostReader;
use crate::import::wordpress::links::LinkMap;
use crate::markdown::slug;
use crate::model::kinds::Organization;
use crate::model::values::{Date, Url};
use crate::model::{Common, FactSource};

/// The licence of the directory, and whom to credit.
const LICENCE: &str = "Licence Ouverte 2.0";
const NAME: &str = "Annuaire de l’administration, DILA";
/// The address at which the whole directory is published.
pub const DOWNLOAD: &str =
    "https://lecomarquage.service-public.gouv.fr/donnees_locales_v4/all_latest.tar.bz2";
const HOME: &str = "https://lannuaire.service-public.gouv.fr/";

/// The text of the page of an office with these kinds, at this path, and what could not be read.
pub fn page(
    office: &OfficeRecord,
    kinds: &[String],
    path: &str,
    french: bool,
) -> (String, Vec<Diagnostic>) {
    let fields = office.fields();
    let contacts = OfficeContacts::of(&fields, french);
    let hours = hours::hours(
        &fields.items("plage_ouverture"),
        &fields.line("commentaire_plage_ouverture"),
    );
    let mut unread = contacts.unread.clone();
    unread.extend(hours.unread.iter().map(|line| ("hours", line.clone())));
    let (own, others) = kinds
        .split_first()
        .map_or(("", kinds), |(own, others)| (own.as_str(), others));
    let mut front = FrontFields::new(french);
    let title = match slug(&office.name).is_empty() {
        true => {
            unread.push(("name", office.id.clone()));
            own.replace('-', " ")
        }
        false => as_said(&office.name, &contacts.towns),
    };
    front.set::<Common>("title", title);
    front.set::<Organization>("kind", own);
    front.set::<Organization>("acts_as", others.to_vec());
    front.set::<Organization>("address", contacts.address);
    front.set::<Organization>("postal_address", contacts.postal_address);
    let point = contacts.coordinates.map(|point| point.to_string());
    front.set::<Organization>("coordinates", FrontValue::Bare(point.unwrap_or_default()));
    front.set::<Organization>("phones", contacts.phones);
    front.set::<Organization>("email", contacts.email);
    front.set::<Organization>("website", contacts.website);
    front.set::<Organization>("hours", hours.written);
    front.set::<Organization>("hours_note", hours.note);
    front.set::<Organization>("access", contacts.access);
    front.set::<Common>("keywords", names(&fields));
    let day = office
        .changed
        .map(|day| day.to_string())
        .unwrap_or_default();
    let written = fields.line("date_modification");
    if day.is_empty() && !written.is_empty() {
        unread.push(("date", written));
    }
    front.set::<Common>("reviewed", FrontValue::Bare(day.clone()));
    front.set::<Common>("source", source(office, &fields, day, french));
    let text = markdown::write(&text(&fields, contacts.more, path));
    let told = |(what, value): (&'static str, String)| {
        Diagnostic::new(Code::ImportValue, Location::File(path.to_owned()))
            .with("what", what)
            .with("value", value)
    };
    (
        front::page(&front, &text),
        unread.into_iter().map(told).collect(),
    )
}

/// Other names under which people look for an office.
fn names(fields: &OfficeFields) -> Vec<String> {
    let former = fields.items("ancien_nom");
    let former = former.iter().map(crate::import::loose::line);
    let names = std::iter::once(fields.line("sigle")).chain(former);
    names
        .filter(|name| !slug(name).is_empty() && !name.contains([',', ';']))
        .collect()
}

/// The attribution that the licence requires.
fn source(office: &OfficeRecord, fields: &OfficeFields, day: String, french: bool) -> FrontFields {
    let address = fields.line("url_service_public");
    let address = Url::parse(&address).map_or(HOME.to_owned(), |url| url.as_str().to_owned());
    let mut source = FrontFields::new(french);
    source
        .set::<FactSource>("name", NAME)
        .set::<FactSource>("id", office.id.clone())
        .set::<FactSource>("date", FrontValue::Bare(day))
        .set::<FactSource>("license", LICENCE)
        .set::<FactSource>("url", address);
    source
}

/// What the pages of the directory come from: the file, and the day of the last change in what was taken of it.
pub fn dataset(file: &str, day: Option<Date>, french: bool) -> FrontFields {
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    front::dataset(french, [NAME, file, &day, LICENCE, DOWNLOAD])
}

/// What the source says in sentences, then what fits no field.
fn text(fields: &OfficeFields, more: Vec<Vec<MarkdownInline>>, path: &str) -> Vec<MarkdownBlock> {
    let nowhere = LinkMap::new(HOME.trim_end_matches('/'), std::iter::empty());
    let mut blocks = Vec::new();
    for key in [
        "mission",
        "information_complementaire",
        "service_disponible",
    ] {
        let text = fields.text(key);
        blocks.extend(PostReader::new(&nowhere, path).without_codes(&text));
    }
    if !more.is_empty() {
        let items = more
            .into_iter()
            .map(|line| vec![MarkdownBlock::Paragraph(line)]);
        blocks.push(MarkdownBlock::List(None, items.collect()));
    }
    blocks
}
