//! A guide: its routes first, the offline ones before the online one.

use serde::Serialize;
use tera::Value;

use super::card::{Card, Website, address};
use super::voice::Voice;
use super::words::Words;
use crate::model::channel::{Channels, Form, Online, OnlineOnly, Paper};
use crate::model::values::{Date, FormNumber};
use crate::model::{Cost, Guide, Recipient};

/// What a guide's page shows above its text: what one gets, for whom, the routes, the documents.
#[derive(Serialize)]
pub struct OpeningView {
    output: Option<Value>,
    audience: Vec<String>,
    in_person: Vec<Card>,
    paper: Vec<PaperView>,
    phone: Vec<Card>,
    online: Vec<OnlineView>,
    has_routes: bool,
    online_only: Option<OnlineOnlyView>,
    evidence: Vec<EvidenceView>,
}

/// What it shows below its text: cost and time, appeal, references.
#[derive(Serialize)]
pub struct RestView {
    costs: Vec<String>,
    processing_time: Option<Value>,
    deadline: Option<Value>,
    appeal: Vec<Value>,
    authority: Option<String>,
    legal: Vec<LegalView>,
}

/// The notice that a procedure has only an online route.
#[derive(Serialize)]
struct OnlineOnlyView {
    text: String,
    contested: Option<String>,
    note: Option<Value>,
}

#[derive(Serialize)]
struct PaperView {
    forms: Vec<FormView>,
    recipients: Vec<Card>,
    when: Option<Value>,
    note: Option<Value>,
}

#[derive(Serialize)]
struct FormView {
    title: String,
    /// `Cerfa n° 12100*02, 2e édition`.
    number: Option<String>,
    place: Option<String>,
    website: Option<Website>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Value>,
}

#[derive(Serialize)]
struct OnlineView {
    website: Website,
    label: String,
    account: Option<String>,
    when: Option<Value>,
    note: Option<Value>,
}

#[derive(Serialize)]
struct EvidenceView {
    name: Value,
    note: Option<Value>,
    when: Option<Value>,
}

#[derive(Serialize)]
struct LegalView {
    title: String,
    url: Option<String>,
}

impl Voice<'_> {
    /// What is above a guide's text.
    pub fn guide_opening(&self, guide: &Guide) -> OpeningView {
        let words = &self.words;
        let none = Channels::default();
        let channels = guide.channels.as_ref().unwrap_or(&none);
        OpeningView {
            output: self.explain_option(guide.output.as_ref()),
            audience: guide.audience.iter().map(|who| words.set(who)).collect(),
            in_person: channels
                .in_person
                .iter()
                .flat_map(|route| Card::of_place(self, route))
                .collect(),
            paper: channels
                .paper
                .iter()
                .map(|route| self.paper(route))
                .collect(),
            phone: channels
                .phone
                .iter()
                .flat_map(|route| Card::of_line(self, route))
                .collect(),
            online: channels
                .online
                .iter()
                .map(|route| self.online(route))
                .collect(),
            has_routes: !channels.is_empty(),
            online_only: guide
                .online_only
                .as_ref()
                .map(|declared| self.online_only(&declared.value)),
            evidence: guide
                .evidence
                .iter()
                .map(|evidence| EvidenceView {
                    name: self.explain(&evidence.name),
                    note: self.explain_option(evidence.note.as_ref()),
                    when: self.explain_option(evidence.when.as_ref()),
                })
                .collect(),
        }
    }

    /// What is below a guide's text.
    pub fn guide_rest(&self, guide: &Guide) -> RestView {
        let words = &self.words;
        RestView {
            costs: guide.cost.iter().map(|cost| self.cost(cost)).collect(),
            processing_time: self.explain_sentence(guide.processing_time.as_ref()),
            deadline: self.explain_sentence(guide.deadline.as_ref()),
            appeal: guide.appeal.iter().map(|step| self.explain(step)).collect(),
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

    fn online_only(&self, declared: &OnlineOnly) -> OnlineOnlyView {
        let words = &self.words;
        let text = match &declared.since {
            None => words.text("online-only"),
            Some(since) => match Date::parse(since) {
                Some(day) => words.format("online-only-since-day", &[("day", &words.date(day))]),
                None => words.format("online-only-since", &[("since", &words.set(since))]),
            },
        };
        let who: Vec<String> = declared
            .contested_by
            .iter()
            .map(|who| words.set(who))
            .collect();
        let contested = || words.format("online-only-contested", &[("who", &words.list(&who))]);
        OnlineOnlyView {
            text,
            contested: (!who.is_empty()).then(contested),
            note: self.explain_option(declared.note.as_ref()),
        }
    }

    fn paper(&self, route: &Paper) -> PaperView {
        let words = &self.words;
        let recipients = match &route.send_to {
            None => Vec::new(),
            Some(Recipient::Organization(name)) => {
                let cards = Card::of_name(self.site, &name.text, words, self.language);
                // An envelope needs a name and an address; hours and telephones belong to other routes.
                let envelope = |card: Card| Card {
                    name: card.name,
                    path: card.path,
                    address: match card.postal_address.is_empty() {
                        true => card.address,
                        false => card.postal_address,
                    },
                    ..Card::default()
                };
                cards.into_iter().map(envelope).collect()
            }
            Some(Recipient::Written(recipient)) => vec![Card {
                name: words.set(&recipient.name),
                address: address(recipient.address.as_ref(), words),
                ..Card::default()
            }],
        };
        PaperView {
            forms: route
                .forms
                .iter()
                .map(|form| form_view(form, self))
                .collect(),
            recipients,
            when: self.explain_sentence(route.when.as_ref()),
            note: self.explain_option(route.note.as_ref()),
        }
    }

    fn online(&self, route: &Online) -> OnlineView {
        let words = &self.words;
        let website = Website::from(&route.url);
        OnlineView {
            label: route
                .label
                .as_ref()
                .map_or_else(|| website.short.clone(), |label| words.set(label)),
            website,
            account: words.set_option(route.account.as_ref()),
            when: self.explain_sentence(route.when.as_ref()),
            note: self.explain_option(route.note.as_ref()),
        }
    }

    fn cost(&self, cost: &Cost) -> String {
        let words = &self.words;
        match cost {
            Cost::Free => words.text("cost-free"),
            Cost::Amount(priced) => words.cost(priced),
            Cost::Words(text) => words.sentence(text),
        }
    }
}

fn form_number(number: &FormNumber, words: &Words<'_>) -> String {
    let Some(cerfa) = number.cerfa else {
        return words.format("form-number", &[("number", &number.number)]);
    };
    let key = if cerfa.is_notice {
        "form-cerfa-notice"
    } else {
        "form-cerfa"
    };
    let shown = words.format(key, &[("number", &number.number)]);
    match cerfa.edition {
        Some(edition) => {
            let edition = words.format("form-edition", &[("edition", &edition.to_string())]);
            format!("{shown}, {edition}")
        }
        None => shown,
    }
}

fn form_view(form: &Form, voice: &Voice<'_>) -> FormView {
    let words = &voice.words;
    FormView {
        title: words.set(&form.title),
        number: form
            .number
            .as_ref()
            .map(|number| form_number(number, words)),
        place: words.set_option(form.place.as_ref()),
        website: form.url.as_ref().map(|url| Website::from(&url.value)),
        note: voice.explain_option(form.note.as_ref()),
    }
}
