//! Where a service or an organization is, and how it is reached.

use crate::model::Organization;
use crate::model::kinds::Access;
use crate::model::values::{Coordinates, Email, Hours, Phone, PhoneNumber, PostalAddress, Url};

/// A telephone number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedPhone<'s> {
    /// The number.
    pub number: &'s Phone,
    /// Whom one reaches.
    pub label: Option<&'s str>,
    /// What a call costs, in the editor's words.
    pub price: Option<&'s str>,
}

impl<'s> OfferedPhone<'s> {
    /// A number of a contact point.
    pub fn of(phone: &'s PhoneNumber) -> Self {
        Self {
            number: &phone.number.value,
            label: phone.label.as_deref(),
            price: phone.price.as_deref(),
        }
    }

    /// Whom one reaches and what a call costs; empty if neither is said.
    pub fn remark(&self) -> String {
        let parts: Vec<&str> = self.label.into_iter().chain(self.price).collect();
        parts.join(", ")
    }
}

/// A place or a contact point.
#[derive(Debug, Clone, Default)]
pub struct OfferedPlace<'s> {
    /// What it is called.
    pub name: Option<String>,
    /// Its postal address.
    pub address: Option<&'s PostalAddress>,
    /// Where letters go, if that is somewhere else.
    pub letters: Option<&'s PostalAddress>,
    /// Where it is on a map.
    pub coordinates: Option<Coordinates>,
    /// Its telephone numbers.
    pub phones: Vec<OfferedPhone<'s>>,
    /// Its email address.
    pub email: Option<&'s Email>,
    /// Its site.
    pub website: Option<&'s Url>,
    /// Its opening hours.
    pub hours: Option<&'s Hours>,
    /// What to know about them.
    pub hours_note: Option<&'s str>,
    /// How to get there and in.
    pub access: Option<&'s Access>,
}

impl<'s> OfferedPlace<'s> {
    /// That of an organization.
    pub fn of_organization(title: &str, organization: &'s Organization) -> Self {
        Self {
            name: Some(title.to_owned()),
            address: organization.address.as_ref().map(|address| &address.value),
            letters: organization
                .postal_address
                .as_ref()
                .map(|address| &address.value),
            coordinates: organization.coordinates,
            phones: organization.phones.iter().map(OfferedPhone::of).collect(),
            email: organization.email.as_ref(),
            website: organization.website.as_ref(),
            hours: organization.hours.as_ref().map(|hours| &hours.value),
            hours_note: organization.hours_note.as_deref(),
            access: organization.access.as_ref(),
        }
    }

    /// One of which only the name is known.
    pub fn named(name: String) -> Self {
        Self {
            name: Some(name),
            ..Self::default()
        }
    }

    /// This place with what `other` says instead.
    #[must_use]
    pub fn instead(self, other: Self) -> Self {
        Self {
            name: other.name.or(self.name),
            // What is known of the directory's address says nothing about another.
            coordinates: self.coordinates.filter(|_| other.address.is_none()),
            address: other.address.or(self.address),
            letters: other.letters.or(self.letters),
            phones: match other.phones.is_empty() {
                true => self.phones,
                false => other.phones,
            },
            email: other.email.or(self.email),
            website: other.website.or(self.website),
            // A note on the directory's hours says nothing about others.
            hours_note: self.hours_note.filter(|_| other.hours.is_none()),
            hours: other.hours.or(self.hours),
            access: other.access.or(self.access),
        }
    }

    /// Its postal address on one line.
    pub fn address_line(&self) -> Option<String> {
        let lines = &self.address?.lines;
        (!lines.is_empty()).then(|| lines.join(", "))
    }
}
