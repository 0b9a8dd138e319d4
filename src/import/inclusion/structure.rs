//! The page of a structure.

use super::contacts::{InclusionContacts, kept};
use super::offices::OfficeTraits;
use super::record::{InclusionFields, InclusionRecord};
use super::text;
use super::{HOME, LICENCE, NAMED};
use crate::diagnostics::{Code, Diagnostic, Location};
use crate::import::front::{self, FrontFields, FrontValue};
use crate::import::loose::shortened;
use crate::import::markdown::{self, MarkdownBlock, MarkdownInline};
use crate::import::page_paths;
use crate::import::xml::one_line;
use crate::markdown::slug;
use crate::model::kind_words;
use crate::model::kinds::Organization;
use crate::model::networks::kinds_of;
use crate::model::values::{PhoneNumber, Url};
use crate::model::{Common, FactSource};
use crate::site::KNOWN_KINDS;

/// The heading of the services that have no page of their own.
const SERVICES: &str = "## Services";

/// Longer names are not read to their end by anybody.
const LONGEST_NAME: usize = 200;

/// A structure that gets a page.
pub struct TakenStructure<'s> {
    pub record: &'s InclusionRecord,
    pub name: String,
    pub kinds: Vec<String>,
    pub contacts: InclusionContacts,
    pub traits: OfficeTraits,
    /// The code of its commune.
    pub commune: String,
}

impl<'s> TakenStructure<'s> {
    pub fn of(record: &'s InclusionRecord) -> Self {
        let fields = record.fields();
        let contacts = InclusionContacts::of(&fields);
        let name = shortened(&record.name, LONGEST_NAME);
        let mut networks: Vec<String> = Vec::new();
        for key in ["reseaux_porteurs", "labels_nationaux", "typologie"] {
            networks.extend(fields.names(key));
        }
        let networks: Vec<String> = networks
            .iter()
            .map(|network| slug(&network.replace('_', "-")))
            .filter(|network| !network.is_empty() && network.len() <= LONGEST_NAME)
            // *Autre* is no kind.
            .filter(|network| network != "autre")
            .collect();
        let kinds = kinds_of(&networks, &slug(&name));
        let dialled = contacts
            .phones
            .iter()
            .map(|phone| phone.dialled().to_owned());
        let traits = OfficeTraits {
            name: OfficeTraits::words(&name),
            postcode: contacts.postcode.clone(),
            street: contacts.street.clone(),
            kinds: kinds.clone(),
            phones: dialled.collect(),
            siret: fields.line("siret").replace(' ', ""),
        };
        Self {
            record,
            name,
            kinds,
            contacts,
            traits,
            commune: fields.commune(),
        }
    }

    /// The names that its file may have. None of them is a kind of office: a guide that names the kind means all of that kind.
    pub fn names(&self) -> Vec<String> {
        let name = page_paths::stem(&self.name);
        let name = if name.is_empty() {
            "structure".to_owned()
        } else {
            name
        };
        let place = if self.commune.len() == 5 {
            slug(&self.commune)
        } else {
            "inclusion".to_owned()
        };
        let apart = format!("{name}-{place}");
        let is_kind = !name.contains('-') || self.kinds.contains(&name);
        let names = [Some(name).filter(|_| !is_kind), Some(apart)];
        names.into_iter().flatten().collect()
    }

    /// The text of its page, and what could not be read. `services` are those without a page of their own.
    pub fn page(&self, path: &str, services: &str, french: bool) -> (String, Vec<Diagnostic>) {
        let fields = self.record.fields();
        let contacts = &self.contacts;
        let mut unread = contacts.unread.clone();
        let (own, others) = self
            .kinds
            .split_first()
            .map_or(("", &[][..]), |(own, others)| (own.as_str(), others));
        let title = match slug(&self.name).is_empty() {
            true => {
                unread.push(("name", self.record.id.clone()));
                "Structure".to_owned()
            }
            false => self.name.clone(),
        };
        let (resume, detail) = description(&fields);
        let blocks = text::blocks(&detail, path).into_iter();
        let mut blocks: Vec<MarkdownBlock> = blocks.map(apart).collect();
        let summary = match resume.is_empty() {
            true => text::summary(&mut blocks),
            false => Some(resume),
        };
        let mut front = FrontFields::new(french);
        front.set::<Common>("title", title);
        front.set::<Common>("summary", summary);
        front.set::<Organization>("kind", in_words(own));
        front.set::<Organization>("acts_as", others.to_vec());
        front.set::<Organization>("address", contacts.address.clone());
        let point = contacts.coordinates.map(|point| point.to_string());
        front.set::<Organization>("coordinates", FrontValue::Bare(point.unwrap_or_default()));
        front.set::<Organization>("phones", phones(contacts, french));
        front.set::<Organization>("email", contacts.email.clone());
        front.set::<Organization>("website", contacts.website.clone());
        front.set::<Organization>("hours", contacts.hours.clone());
        front.set::<Organization>("hours_note", contacts.hours_note.clone());
        dated(&mut front, self.record, &fields, &mut unread, french);
        let more = more(&fields, &mut unread);
        if !more.is_empty() {
            let items = more
                .into_iter()
                .map(|line| vec![MarkdownBlock::Paragraph(line)]);
            blocks.push(MarkdownBlock::List(None, items.collect()));
        }
        let text = markdown::write(&blocks) + &kept(&unread);
        let text = with_services(&front::page(&front, &text), services);
        (text, told(path, unread))
    }
}

/// A kind as its page has it: in words if nobody has a name for it, `Mission de quartier`, or `ARCQ` if it is likely to be an acronym.
/// Guides that ask for one name or the other mean the same.
fn in_words(kind: &str) -> String {
    let is_named = KNOWN_KINDS.contains(&kind) || kind_words::name_of(kind, false, false).is_some();
    let is_acronym = kind.len() <= 5 && !kind.contains('-');
    match (is_named, is_acronym) {
        (true, _) => kind.to_owned(),
        (false, true) => kind.to_uppercase(),
        (false, false) => kind_words::in_words(kind),
    }
}

/// What a record says of itself: in short, and at length.
pub fn description(fields: &InclusionFields) -> (String, String) {
    let resume = fields.text("presentation_resume");
    let detail = fields.first(&["description", "presentation_detail"]);
    let is_line = !resume.trim().contains('\n') && !resume.contains(['<', '[', '*', '#', '|']);
    match (resume.is_empty(), detail.is_empty()) {
        (false, true) => (String::new(), resume),
        // The beginning of the same text.
        (false, false) if detail.starts_with(resume.trim_end_matches(['…', '.', ' '])) => {
            (String::new(), detail)
        }
        (false, false) if is_line => {
            let resume = one_line(crate::invisible::read(&resume).trim());
            (shortened(&resume, LONGEST_NAME * 2), detail)
        }
        (false, false) => (String::new(), format!("{resume}\n\n{detail}")),
        (true, _) => (String::new(), detail),
    }
}

/// The numbers of a structure; what is beside one is its label.
fn phones(contacts: &InclusionContacts, french: bool) -> Vec<FrontValue> {
    let label = &contacts.phone_words;
    let phone = |phone: &crate::model::values::Phone| {
        let printed = one_line(&phone.printed());
        if label.is_empty() || label.len() > LONGEST_NAME {
            return printed.into();
        }
        let mut number = FrontFields::new(french);
        number.set::<PhoneNumber>("number", printed);
        number.set::<PhoneNumber>("label", label.clone());
        number.into()
    };
    contacts.phones.iter().map(phone).collect()
}

/// The day of the last change at the source, and the attribution that the licence requires.
pub fn dated(
    front: &mut FrontFields,
    record: &InclusionRecord,
    fields: &InclusionFields,
    unread: &mut Vec<(&'static str, String)>,
    french: bool,
) {
    let day = record
        .changed
        .map(|day| day.to_string())
        .unwrap_or_default();
    let written = fields.line("date_maj");
    if day.is_empty() && !written.is_empty() {
        unread.push(("date", shortened(&written, LONGEST_NAME)));
    }
    front.set::<Common>("reviewed", FrontValue::Bare(day.clone()));
    let producer = fields.line("source");
    let name = match slug(&producer).is_empty() || producer.len() > LONGEST_NAME {
        true => NAMED.to_owned(),
        false => format!("{NAMED}, {producer}"),
    };
    let licence = [fields.line("licence"), fields.line("license")];
    let licence = licence
        .into_iter()
        .find(|said| !said.is_empty() && said.len() <= LONGEST_NAME);
    let address = Url::parse(&fields.line("lien_source"));
    let address = address.map_or(HOME.to_owned(), |url| url.as_str().to_owned());
    let mut source = FrontFields::new(french);
    source
        .set::<FactSource>("name", name)
        .set::<FactSource>("id", record.id.clone())
        .set::<FactSource>("date", FrontValue::Bare(day))
        .set::<FactSource>("license", licence.unwrap_or_else(|| LICENCE.to_owned()))
        .set::<FactSource>("url", address);
    front.set::<Common>("source", source);
}

/// What fits no field: where to read about access, other labels, and what could not be read.
fn more(
    fields: &InclusionFields,
    unread: &mut Vec<(&'static str, String)>,
) -> Vec<Vec<MarkdownInline>> {
    let mut lines = Vec::new();
    let mut note = |what: &str, said: &str| {
        let words = format!("{what}\u{a0}: {}", shortened(said, 1_000));
        lines.push(vec![MarkdownInline::Text(words)]);
    };
    for (what, value) in unread.iter() {
        match *what {
            "phone" => note("Téléphone", value),
            "email" => note("Courriel", value),
            "website" => note("Site", value),
            _ => {}
        }
    }
    let labels = fields.texts("labels_autres");
    if !labels.is_empty() {
        note("Labels", &labels.join(", "));
    }
    let access = fields.first(&["accessibilite_lieu", "accessibilite"]);
    match Url::parse(&access) {
        Some(url) => {
            let words = vec![MarkdownInline::Text(
                "Accès pour les personnes handicapées (Acceslibre)".to_owned(),
            )];
            lines.push(vec![MarkdownInline::Link(url.as_str().to_owned(), words)]);
        }
        None if access.is_empty() => {}
        None => unread.push(("website", shortened(&access, LONGEST_NAME))),
    }
    lines
}

/// The diagnostics for what could not be read.
pub fn told(path: &str, unread: Vec<(&'static str, String)>) -> Vec<Diagnostic> {
    let told = |(what, value): (&'static str, String)| {
        Diagnostic::new(Code::ImportValue, Location::File(path.to_owned()))
            .with("what", what)
            .with("value", value)
    };
    unread.into_iter().map(told).collect()
}

/// The end of a page that lists services; empty for none.
pub fn services(lines: Vec<Vec<MarkdownInline>>) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let items = lines
        .into_iter()
        .map(|line| vec![MarkdownBlock::Paragraph(line)]);
    let list = markdown::write(&[MarkdownBlock::List(None, items.collect())]);
    format!("{SERVICES}\n\n{list}")
}

/// A block of the record's own text: a heading that would be taken for the one of its services is a line in bold, because what follows that
/// one is replaced.
fn apart(block: MarkdownBlock) -> MarkdownBlock {
    let is_ours = |text: &[MarkdownInline]| {
        let title = one_line(&markdown::plain(text));
        SERVICES.strip_prefix("## ") == Some(title.as_str())
    };
    match block {
        MarkdownBlock::Heading { level: 2, text, .. } if is_ours(&text) => {
            MarkdownBlock::Paragraph(vec![MarkdownInline::Strong(text)])
        }
        block => block,
    }
}

/// Where the services of a page begin.
fn services_at(page: &str) -> Option<usize> {
    page.rfind(&format!("\n{SERVICES}\n")).map(|at| at + 1)
}

/// The services that a page lists.
pub fn services_of(page: &str) -> &str {
    services_at(page)
        .and_then(|at| page.get(at..))
        .unwrap_or_default()
}

/// A page with these services instead of those that it lists.
pub fn with_services(page: &str, services: &str) -> String {
    let end = services_at(page).unwrap_or(page.len());
    let text = page.get(..end).unwrap_or(page).trim_end();
    match services.is_empty() {
        true => format!("{text}\n"),
        false => format!("{text}\n\n{services}"),
    }
}
