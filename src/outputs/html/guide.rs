//! A guide: its routes first, those off the Internet before the one on it.

use serde::Serialize;

use super::Scene;
use super::card::{Card, Website};
use crate::model::channel::{Form, Online, Paper};
use crate::model::{Cost, Guide, Recipient};
use crate::outputs::words::{Words, capitalised};

/// A guide's structured part in words.
#[derive(Serialize)]
pub struct GuideView {
    in_person: Vec<Card>,
    paper: Vec<PaperView>,
    phone: Vec<Card>,
    online: Vec<OnlineView>,
    has_routes: bool,
    evidence: Vec<EvidenceView>,
    costs: Vec<String>,
    processing_time: Option<String>,
    deadline: Option<String>,
    appeal: Vec<String>,
    output: Option<String>,
    audience: Vec<String>,
    authority: Option<String>,
    legal: Vec<LegalView>,
}

#[derive(Serialize)]
struct PaperView {
    forms: Vec<FormView>,
    recipients: Vec<Card>,
    when: Option<String>,
    note: Option<String>,
}

#[derive(Serialize)]
struct FormView {
    title: String,
    number: Option<String>,
    place: Option<String>,
    website: Option<Website>,
}

#[derive(Serialize)]
struct OnlineView {
    website: Website,
    label: String,
    account: Option<String>,
    when: Option<String>,
    note: Option<String>,
}

#[derive(Serialize)]
struct EvidenceView {
    name: String,
    note: Option<String>,
    when: Option<String>,
}

#[derive(Serialize)]
struct LegalView {
    title: String,
    url: Option<String>,
}

impl Scene<'_> {
    /// The view of a guide.
    pub fn guide(&self, guide: &Guide) -> GuideView {
        let words = Words::new(self.site, self.language);
        let channels = guide.channels.clone().unwrap_or_default();
        let place = |route| Card::of_place(self.site, route, &words, self.language);
        let line = |route| Card::of_line(self.site, route, &words, self.language);
        GuideView {
            has_routes: !channels.is_empty(),
            in_person: channels.in_person.iter().flat_map(place).collect(),
            paper: channels
                .paper
                .iter()
                .map(|route| self.paper(route, &words))
                .collect(),
            phone: channels.phone.iter().flat_map(line).collect(),
            online: channels
                .online
                .iter()
                .map(|route| online(route, &words))
                .collect(),
            evidence: guide
                .evidence
                .iter()
                .map(|evidence| EvidenceView {
                    name: words.set(&evidence.name),
                    note: words.set_option(evidence.note.as_ref()),
                    when: words.set_option(evidence.when.as_ref()),
                })
                .collect(),
            costs: guide
                .cost
                .iter()
                .map(|cost| self.cost(cost, &words))
                .collect(),
            processing_time: words.sentence(guide.processing_time.as_ref()),
            deadline: words.sentence(guide.deadline.as_ref()),
            appeal: guide.appeal.iter().map(|step| words.set(step)).collect(),
            output: words.set_option(guide.output.as_ref()),
            audience: guide.audience.iter().map(|who| words.set(who)).collect(),
            authority: words.set_option(guide.authority.as_ref()),
            legal: guide
                .legal
                .iter()
                .map(|text| LegalView {
                    title: words.set(&text.title),
                    url: text.url.as_ref().map(|url| url.as_str().to_owned()),
                })
                .collect(),
        }
    }

    fn paper(&self, route: &Paper, words: &Words<'_>) -> PaperView {
        let recipients = match &route.send_to {
            None => Vec::new(),
            Some(Recipient::Organization(name)) => {
                let cards = Card::of_name(self.site, &name.text, words, self.language);
                // On an envelope stand a name and an address; hours and telephones belong to other routes.
                let envelope = |card: Card| Card {
                    name: card.name,
                    path: card.path,
                    address: card.address,
                    ..Card::default()
                };
                cards.into_iter().map(envelope).collect()
            }
            Some(Recipient::Written(recipient)) => vec![Card {
                name: words.set(&recipient.name),
                address: recipient
                    .address
                    .as_ref()
                    .map(|address| address.lines.iter().map(|line| words.set(line)).collect())
                    .unwrap_or_default(),
                ..Card::default()
            }],
        };
        PaperView {
            forms: route
                .forms
                .iter()
                .map(|form| form_view(form, words))
                .collect(),
            recipients,
            when: words.sentence(route.when.as_ref()),
            note: words.set_option(route.note.as_ref()),
        }
    }

    fn cost(&self, cost: &Cost, words: &Words<'_>) -> String {
        match cost {
            Cost::Free => words.text("cost-free"),
            Cost::Amount(priced) => words.cost(priced),
            Cost::Words(text) => capitalised(words.set(text)),
        }
    }
}

fn form_view(form: &Form, words: &Words<'_>) -> FormView {
    FormView {
        title: words.set(&form.title),
        number: form.number.clone(),
        place: words.set_option(form.place.as_ref()),
        website: form.url.as_ref().map(|url| Website {
            url: url.as_str().to_owned(),
            short: url.short().to_owned(),
        }),
    }
}

fn online(route: &Online, words: &Words<'_>) -> OnlineView {
    let website = Website {
        url: route.url.as_str().to_owned(),
        short: route.url.short().to_owned(),
    };
    OnlineView {
        label: route
            .label
            .as_ref()
            .map_or_else(|| website.short.clone(), |label| words.set(label)),
        website,
        account: words.set_option(route.account.as_ref()),
        when: words.sentence(route.when.as_ref()),
        note: words.set_option(route.note.as_ref()),
    }
}
