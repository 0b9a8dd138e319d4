//! The contact card: who, where, when, by telephone.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::voice::Voice;
use super::words::Words;
use crate::markdown::slug;
use crate::model::kinds::Access;
use crate::model::values::{Hours, Phone, PhoneNumber, Placed, PostalAddress, Tariff, Url};
use crate::model::{Appointment, channel::InPerson, channel::PhoneLine};
use crate::site::{Counter, PageId, Site};

/// A telephone number, for reading and for dialling.
#[derive(Debug, Clone, Serialize)]
pub struct PhoneView {
    /// `01 99 00 00 00`, with no-break spaces.
    pub printed: String,
    /// `tel:+33199000000`.
    pub link: String,
    /// Whom one reaches.
    pub label: Option<String>,
    /// What a call costs: what the editor says, otherwise what the number implies.
    pub price: Option<String>,
}

impl PhoneView {
    /// The view of a number.
    pub fn new(phone: &Phone, price: Option<&String>, words: &Words<'_>) -> Self {
        let told = match phone.tariff() {
            Tariff::Free => Some("price-free"),
            Tariff::Premium => Some("price-premium"),
            Tariff::Ordinary | Tariff::Unknown => None,
        };
        let told = told.map(|key| words.text(key));
        let is_premium = phone.tariff() == Tariff::Premium;
        Self {
            printed: phone.typeset(),
            link: phone.link(),
            label: None,
            price: match (words.set_option(price), told) {
                (Some(price), Some(told)) if is_premium => Some(format!("{told}, {price}")),
                (Some(price), _) => Some(price),
                (None, told) => told,
            },
        }
    }

    fn of(number: &PhoneNumber, words: &Words<'_>) -> Self {
        Self {
            label: words.set_option(number.label.as_ref()),
            ..Self::new(&number.number.value, number.price.as_ref(), words)
        }
    }
}

/// A contact point.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Card {
    /// Its name.
    pub name: String,
    /// The address of its page from the top.
    pub path: Option<String>,
    /// The lines of its postal address.
    pub address: Vec<String>,
    /// The lines of the address for letters, if it is another. Like any field that is added later, it is omitted when empty, so that the
    /// editions of existing sheets do not change.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub postal_address: Vec<String>,
    /// Its telephone numbers.
    pub phones: Vec<PhoneView>,
    /// Its email address.
    pub email: Option<String>,
    /// Its site.
    pub website: Option<Website>,
    /// Opening hours in words, one line per rule.
    pub hours: Vec<String>,
    /// A note on the hours.
    pub hours_note: Option<String>,
    /// How to get there and in: whether there is step-free access, if known; stops and lines; a note.
    pub access: Vec<String>,
    /// Whom it serves.
    pub serves: Vec<String>,
    /// Whether to make an appointment, in words.
    pub appointment: Option<String>,
    /// Who or what the route is for.
    pub when: Option<Value>,
    /// Where to find the nearest one online; omitted when empty, as above.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub find: Option<Website>,
    /// Anything else.
    pub note: Option<Value>,
}

/// A web address as a link and as people copy it from paper.
#[derive(Debug, Clone, Serialize)]
pub struct Website {
    /// In full.
    pub url: String,
    /// Without scheme and trailing slash.
    pub short: String,
}

impl From<&Url> for Website {
    fn from(url: &Url) -> Self {
        Self {
            url: url.as_str().to_owned(),
            short: url.short().to_owned(),
        }
    }
}

impl Card {
    /// The card on an organization's own page.
    pub fn of_page(site: &Site, id: PageId, words: &Words<'_>) -> Self {
        let page = site.page(id);
        let words = &words.reading(site, &page.document);
        let mut card = Self {
            name: words.set(&page.document.common.title),
            path: Some(site.page_path(id).encoded()),
            ..Self::default()
        };
        let Some(organization) = page.document.organization() else {
            return card;
        };
        card.address = address(organization.address.as_ref(), words);
        card.postal_address = address(organization.postal_address.as_ref(), words);
        card.phones = organization
            .phones
            .iter()
            .map(|number| PhoneView::of(number, words))
            .collect();
        card.email = organization
            .email
            .as_ref()
            .map(|email| email.as_str().to_owned());
        card.website = organization.website.as_ref().map(Website::from);
        card.hours = hours(organization.hours.as_ref(), words);
        card.hours_note = words.set_option(organization.hours_note.as_ref());
        card.serves = organization
            .serves
            .iter()
            .map(|who| words.set(who))
            .collect();
        if let Some(access) = &organization.access {
            card.access = way_in(access, words);
        }
        card
    }

    /// Whether it says more than a name.
    pub fn says_how(&self) -> bool {
        let Self {
            name: _,
            path: _,
            address,
            postal_address,
            phones,
            email,
            website,
            hours,
            hours_note,
            access,
            serves,
            appointment,
            when,
            find,
            note,
        } = self;
        let lists = [address, postal_address, hours, access, serves];
        let texts = [email, hours_note, appointment];
        lists.iter().any(|list| !list.is_empty())
            || texts.iter().any(|text| text.is_some())
            || [when, note].iter().any(|text| text.is_some())
            || [website, find].iter().any(|site| site.is_some())
            || !phones.is_empty()
    }

    /// The cards of organizations grouped by kind, from A to Z.
    pub fn by_kind(site: &Site, ids: &[PageId], words: &Words<'_>) -> Vec<(String, Vec<Self>)> {
        let mut kinds: BTreeMap<(String, String), Vec<Self>> = BTreeMap::new();
        for id in ids {
            let organization = site.page(*id).document.organization();
            let kind = organization.and_then(|organization| organization.kind.as_ref());
            let title = kind.map_or_else(|| words.text("kind-other"), |kind| words.kinds(kind));
            let card = Self::of_page(site, *id, words);
            kinds.entry((slug(&title), title)).or_default().push(card);
        }
        let kinds = kinds.into_iter();
        kinds.map(|((_, title), cards)| (title, cards)).collect()
    }

    /// The cards for a name in `at:`: one per organization, or one that says which kind to look for.
    pub fn of_name(
        site: &Site,
        name: &str,
        words: &Words<'_>,
        language: crate::language::Language,
    ) -> Vec<Self> {
        match site.counter(name, language, MOST_CARDS + 1) {
            Counter::Organizations(ids) if ids.len() > MOST_CARDS => {
                vec![Self::of_many(site, &ids, name, words)]
            }
            Counter::Organizations(ids) => ids
                .into_iter()
                .map(|id| Self::of_page(site, id, words))
                .collect(),
            Counter::Kind(kind) => {
                vec![Self {
                    name: words.kind(&kind),
                    ..Self::default()
                }]
            }
            Counter::Unknown => Vec::new(),
        }
    }

    /// The card that replaces more organizations than a page can show: their kind, and where the directory
    /// lists them.
    fn of_many(site: &Site, ids: &[PageId], name: &str, words: &Words<'_>) -> Self {
        let first = ids.first().map(|id| &site.page(*id).document);
        let list = first.and_then(|first| site.section(first.folder(), first.language));
        let path = list.map(|section| section.part_path(0).encoded());
        let address = path.as_ref().and_then(|path| site.config.absolute(path));
        let find = address.and_then(|address| Url::parse(&address));
        Self {
            name: words.kinds(name),
            path,
            find: find.as_ref().map(Website::from),
            ..Self::default()
        }
    }

    /// The cards of a route in person.
    pub fn of_place(voice: &Voice<'_>, route: &InPerson) -> Vec<Self> {
        let words = &voice.words;
        let mut cards = match &route.at {
            Some(at) => Self::of_name(voice.site, &at.text, words, voice.language),
            None => Vec::new(),
        };
        if cards.is_empty() {
            cards.push(Self::default());
        }
        for card in &mut cards {
            // On the way to a counter, e-mail, the address for letters and the area served are of no use; the
            // organization's own page has them.
            *card = Self {
                postal_address: Vec::new(),
                email: None,
                website: None,
                serves: Vec::new(),
                ..std::mem::take(card)
            };
            // The directory is more specific than what the guide says to look for.
            let is_in_directory = card.path.is_some();
            if let (Some(name), false) = (&route.name, is_in_directory) {
                card.name = words.set(name);
            }
            if route.address.is_some() {
                card.address = address(route.address.as_ref(), words);
            }
            if !is_in_directory || card.address.is_empty() && card.find.is_none() {
                card.find = route.find.as_ref().map(Website::from);
            }
            if !route.phones.is_empty() {
                let numbers = route.phones.iter();
                card.phones = numbers.map(|number| PhoneView::of(number, words)).collect();
            }
            if route.hours.is_some() {
                card.hours = hours(route.hours.as_ref(), words);
            }
            card.appointment = route.appointment.map(|appointment| {
                words.text(match appointment {
                    Appointment::None => "appointment-none",
                    Appointment::Possible => "appointment-possible",
                    Appointment::Recommended => "appointment-recommended",
                    Appointment::Required => "appointment-required",
                })
            });
            card.when = voice.explain_sentence(route.when.as_ref());
            card.note = voice.explain_option(route.note.as_ref());
        }
        cards
    }

    /// The cards of a telephone route.
    pub fn of_line(voice: &Voice<'_>, route: &PhoneLine) -> Vec<Self> {
        let words = &voice.words;
        let mut cards: Vec<Self> = match &route.at {
            Some(at) => Self::of_name(voice.site, &at.text, words, voice.language),
            None => vec![Self::default()],
        };
        for card in &mut cards {
            // On the telephone, the address and access are of no use.
            *card = Self {
                name: std::mem::take(&mut card.name),
                path: card.path.take(),
                phones: std::mem::take(&mut card.phones),
                hours: std::mem::take(&mut card.hours),
                ..Self::default()
            };
            if let Some(label) = &route.label {
                card.name = words.set(label);
            }
            if let Some(number) = &route.number {
                card.phones = vec![PhoneView::new(&number.value, route.price.as_ref(), words)];
            } else if let (Some(phone), Some(price)) = (card.phones.first_mut(), &route.price) {
                phone.price = Some(words.set(price));
            }
            if route.hours.is_some() {
                card.hours = hours(route.hours.as_ref(), words);
            }
            card.when = voice.explain_sentence(route.when.as_ref());
            card.note = voice.explain_option(route.note.as_ref());
        }
        cards
    }
}

/// The most organizations of a kind that a page shows with their address. A hundred would be three times the
/// budget of a page, and thirty pages on a sheet.
const MOST_CARDS: usize = 30;

fn way_in(access: &Access, words: &Words<'_>) -> Vec<String> {
    let step_free = access.step_free.map(|step_free| {
        words.text(if step_free {
            "step-free"
        } else {
            "not-step-free"
        })
    });
    let transport = access.transport.iter().map(|line| words.set(line));
    let note = words.set_option(access.note.as_ref());
    step_free.into_iter().chain(transport).chain(note).collect()
}

/// Opening hours in words, one line per rule.
fn hours(hours: Option<&Placed<Hours>>, words: &Words<'_>) -> Vec<String> {
    hours
        .map(|hours| words.hours(&hours.value))
        .unwrap_or_default()
}

/// The lines of a postal address.
pub fn address(address: Option<&Placed<PostalAddress>>, words: &Words<'_>) -> Vec<String> {
    let lines = address.map(|address| address.value.lines.iter());
    let lines = lines.into_iter().flatten();
    lines.map(|line| words.line(line)).collect()
}
