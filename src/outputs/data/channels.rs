//! The ways to do a procedure, each with the place to which it leads.

use super::offer::{Offer, OfferedChannel};
use super::place::{OfferedPhone, OfferedPlace};
use crate::model::channel::{Appointment, Channels, InPerson, Online, Paper, PhoneLine};
use crate::model::{Recipient, Route};
use crate::outputs::words::Words;
use crate::site::Counter;

/// The most organizations of a kind to which a route leads one by one: as many as a page shows.
const MOST_ORGANIZATIONS: usize = 30;

/// The ways that a guide names, in the order in which pages show them. Organizations of the directory are those of the offer.
pub fn channels_of<'s>(
    offer: &Offer<'s>,
    words: Words<'s>,
    channels: &'s Channels,
) -> Vec<OfferedChannel<'s>> {
    let mut gatherer = ChannelGatherer {
        offer,
        words,
        channels: Vec::new(),
    };
    gatherer.gather(channels);
    gatherer.channels
}

/// The ways to do one procedure.
struct ChannelGatherer<'o, 's> {
    offer: &'o Offer<'s>,
    words: Words<'s>,
    channels: Vec<OfferedChannel<'s>>,
}

impl<'s> ChannelGatherer<'_, 's> {
    fn gather(&mut self, channels: &'s Channels) {
        channels
            .in_person
            .iter()
            .for_each(|route| self.in_person(route));
        channels.paper.iter().for_each(|route| self.paper(route));
        channels.phone.iter().for_each(|route| self.phone(route));
        channels.online.iter().for_each(|route| self.online(route));
    }

    /// Where a name in `at:` leads: each organization that it means, or one place that is called like their kind.
    fn places(&self, name: &str) -> Vec<(Option<usize>, OfferedPlace<'s>)> {
        let site = self.offer.site;
        let kind = |name: String| vec![(None, OfferedPlace::named(name))];
        match site.counter(name, self.words.language(), MOST_ORGANIZATIONS + 1) {
            Counter::Organizations(ids) if ids.len() > MOST_ORGANIZATIONS => {
                kind(self.words.kind(name))
            }
            Counter::Organizations(ids) => {
                let found = ids.iter().filter_map(|id| {
                    let at = self.offer.position(*id)?;
                    Some((Some(at), self.offer.organizations.get(at)?.place.clone()))
                });
                found.collect()
            }
            Counter::Kind(name) => kind(self.words.kind(&name)),
            Counter::Unknown => Vec::new(),
        }
    }

    fn add(
        &mut self,
        route: Route,
        at: (Option<usize>, OfferedPlace<'s>),
        notes: &[Option<String>],
    ) {
        let alike = self
            .channels
            .iter()
            .filter(|channel| channel.route == route);
        self.channels.push(OfferedChannel {
            route,
            number: alike.count() + 1,
            organization: at.0,
            place: at.1,
            online: None,
            forms: &[],
            notes: notes.iter().flatten().cloned().collect(),
        });
    }

    fn in_person(&mut self, route: &'s InPerson) {
        let mut places = match &route.at {
            Some(at) => self.places(&at.text),
            None => Vec::new(),
        };
        if places.is_empty() {
            places.push((None, OfferedPlace::default()));
        }
        let appointment = route.appointment.map(|appointment| {
            self.words.text(match appointment {
                Appointment::None => "appointment-none",
                Appointment::Possible => "appointment-possible",
                Appointment::Recommended => "appointment-recommended",
                Appointment::Required => "appointment-required",
            })
        });
        for (organization, place) in places {
            // At a counter, the site of the organization is of no use.
            let place = OfferedPlace {
                website: None,
                ..place
            };
            let place = place.instead(OfferedPlace {
                // The directory is more specific than what the guide says to look for.
                name: route.name.clone().filter(|_| organization.is_none()),
                address: route.address.as_ref().map(|address| &address.value),
                phones: route.phones.iter().map(OfferedPhone::of).collect(),
                hours: route.hours.as_ref().map(|hours| &hours.value),
                website: route.find.as_ref().filter(|_| organization.is_none()),
                ..OfferedPlace::default()
            });
            let notes = [appointment.clone(), route.when.clone(), route.note.clone()];
            self.add(Route::InPerson, (organization, place), &notes);
        }
    }

    fn paper(&mut self, route: &'s Paper) {
        let mut places = match &route.send_to {
            Some(Recipient::Organization(name)) => self.places(&name.text),
            Some(Recipient::Written(recipient)) => {
                let place = OfferedPlace {
                    address: recipient.address.as_ref().map(|address| &address.value),
                    ..OfferedPlace::named(recipient.name.clone())
                };
                vec![(None, place)]
            }
            None => Vec::new(),
        };
        if places.is_empty() {
            places.push((None, OfferedPlace::default()));
        }
        for (organization, place) in places {
            // An envelope needs a name and an address.
            let place = OfferedPlace {
                name: place.name,
                address: place.letters.or(place.address),
                ..OfferedPlace::default()
            };
            let notes = [route.when.clone(), route.note.clone()];
            self.add(Route::Paper, (organization, place), &notes);
            if let Some(channel) = self.channels.last_mut() {
                channel.forms = &route.forms;
            }
        }
    }

    fn phone(&mut self, route: &'s PhoneLine) {
        let mut places = match &route.at {
            Some(at) => self.places(&at.text),
            None => Vec::new(),
        };
        if places.is_empty() {
            places.push((None, OfferedPlace::default()));
        }
        for (organization, place) in places {
            let number = route.number.as_ref().map(|number| OfferedPhone {
                number: &number.value,
                label: route.label.as_deref(),
                price: route.price.as_deref(),
            });
            // On the telephone, the address and the site are of no use.
            let place = OfferedPlace {
                name: route.label.clone().or(place.name),
                phones: number.map_or(place.phones, |number| vec![number]),
                hours: route
                    .hours
                    .as_ref()
                    .map(|hours| &hours.value)
                    .or(place.hours),
                ..OfferedPlace::default()
            };
            let notes = [route.when.clone(), route.note.clone()];
            self.add(Route::Phone, (organization, place), &notes);
        }
    }

    fn online(&mut self, route: &'s Online) {
        let account = route.account.as_ref();
        let account = account.map(|account| format!("{} {account}", self.words.text("account")));
        let notes = [account, route.when.clone(), route.note.clone()];
        let place = OfferedPlace {
            name: route.label.clone(),
            website: Some(&route.url),
            ..OfferedPlace::default()
        };
        self.add(Route::Online, (None, place), &notes);
        if let Some(channel) = self.channels.last_mut() {
            channel.online = Some(route);
        }
    }
}
