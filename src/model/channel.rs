//! The routes of a procedure (CPSV-AP: Channel) and the people and papers met on them.

use serde_json::{Value as Json, json};

use super::decoder::Decoder;
use super::record::{Decode, Inner};
use super::values::{FormNumber, Hours, Located, Phone, PhoneNumber, Placed, PostalAddress, Url};
use crate::yaml::{Node, Value};
use crate::{choice, record};

pub use super::cost::{Cost, PricedCost};

choice! {
    /// Whether one must make an appointment before going.
    pub enum Appointment {
        /// No appointment is needed.
        None = "none" | "aucun" | "non" | "no" | "sans" | "sans rendez-vous" | "pas nécessaire" | "pas besoin",
        /// One can make an appointment; the second name is the French one, which is the same word.
        Possible = "possible" | "possible" | "optional" | "facultatif" | "avec ou sans" | "avec ou sans rendez-vous",
        /// One had better make an appointment.
        Recommended = "recommended" | "conseillé" | "recommandé" | "souhaité" | "advised",
        /// One must make an appointment.
        Required = "required" | "obligatoire" | "oui" | "yes" | "sur rendez-vous" | "avec rendez-vous" | "nécessaire",
    }
}

record! {
    /// A place where one is received by a person.
    pub struct InPerson {
        shorthand "at";
        /// An organization of the directory, or a kind of organization.
        "at" | "lieu" => at: Option<Located>,
        /// The name of a place, where the directory does not have it.
        "name" | "nom" => name: Option<String>,
        /// Where on the Internet the nearest one is found, where the directory does not have it.
        "find" | "trouver" => find: Option<Url>,
        /// Its address.
        "address" | "adresse" => address: Option<Placed<PostalAddress>>,
        /// Its telephone numbers.
        "phone" | "téléphone" | "tel" | "tél" | "phones" | "téléphones" => phones: Vec<PhoneNumber>,
        /// Its opening hours, in words or in the OSM opening_hours syntax.
        "hours" | "horaires" => hours: Option<Placed<Hours>>,
        /// Whether an appointment is needed.
        "appointment" | "rendez-vous" | "rdv" => appointment: Option<Appointment>,
        /// Who or what this route is for.
        text "when" | "quand" => when: Option<String>,
        /// Anything else worth knowing before going.
        text "note" | "remarque" => note: Option<String>,
    }
}

record! {
    /// A form to fill in.
    pub struct Form {
        shorthand "title";
        /// Its official number, such as `12100*02`.
        "number" | "numéro" => number: Option<FormNumber>,
        /// What it is called.
        "title" | "titre" => title: String,
        /// Where one gets it on paper.
        text "where" | "où" => place: Option<String>,
        /// Where it can be read or downloaded.
        "url" | "adresse" | "lien" => url: Option<Placed<Url>>,
        /// Anything else, such as whom it is for or who answers for it.
        text "note" | "remarque" => note: Option<String>,
    }
}

/// Where a letter goes: an organization of the directory, or an address written out.
#[derive(Debug, Clone, PartialEq)]
pub enum Recipient {
    /// An organization or a kind of organization.
    Organization(Located),
    /// A name and an address.
    Written(WrittenRecipient),
}

impl Default for Recipient {
    fn default() -> Self {
        Self::Organization(Located::default())
    }
}

record! {
    /// A recipient who is not in the directory.
    pub struct WrittenRecipient {
        /// The name on the envelope.
        "name" | "nom" => name: String,
        /// The lines below it.
        "address" | "adresse" => address: Option<Placed<PostalAddress>>,
    }
}

impl Decode for Recipient {
    const FIELDS: Option<Inner> = WrittenRecipient::FIELDS;

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        match &node.value {
            Value::Scalar(text) if text.trim().contains(['\n', ',']) => {
                let mut lines = text
                    .split(['\n', ','])
                    .map(str::trim)
                    .filter(|l| !l.is_empty());
                let name = lines.next().unwrap_or_default().to_owned();
                let lines = lines.map(super::values::clean).collect();
                Some(Self::Written(WrittenRecipient {
                    name,
                    address: Some(Placed {
                        value: PostalAddress { lines },
                        location: decoder.location(node),
                    }),
                }))
            }
            Value::Scalar(_) => Located::decode(node, decoder).map(Self::Organization),
            _ => WrittenRecipient::decode(node, decoder).map(Self::Written),
        }
    }

    fn schema() -> Json {
        json!({ "anyOf": [{ "type": "string" }, WrittenRecipient::schema()] })
    }
}

record! {
    /// The route by post.
    pub struct Paper {
        shorthand "send_to";
        /// The forms to fill in, or the letter to write.
        "forms" | "formulaires" | "formulaire" | "form" => forms: Vec<Form>,
        /// Where to send them.
        "send_to" | "envoyer-à" => send_to: Option<Recipient>,
        /// Who or what this route is for.
        text "when" | "quand" => when: Option<String>,
        /// Anything else worth knowing before writing, such as a registered letter.
        text "note" | "remarque" => note: Option<String>,
    }
}

record! {
    /// A telephone line on which a person answers.
    pub struct PhoneLine {
        shorthand "number";
        /// The organization that answers.
        "at" | "organisme" | "lieu" => at: Option<Located>,
        /// The number, where it is not that of the organization.
        "number" | "numéro" => number: Option<Placed<Phone>>,
        /// What the line is called.
        "label" | "libellé" | "name" | "nom" => label: Option<String>,
        /// When someone answers, in words or in the OSM opening_hours syntax.
        "hours" | "horaires" => hours: Option<Placed<Hours>>,
        /// What a call costs.
        text "price" | "prix" => price: Option<String>,
        /// Who or what this route is for.
        text "when" | "quand" => when: Option<String>,
        /// Anything else worth knowing before calling.
        text "note" | "remarque" => note: Option<String>,
    }
}

record! {
    /// A service on the Internet.
    pub struct Online {
        shorthand "url";
        /// Its address.
        "url" | "adresse" | "lien" => url: Url,
        /// What it is called.
        link "label" | "libellé" => label: Option<String>,
        /// The account that it asks for, such as FranceConnect.
        "account" | "compte" => account: Option<String>,
        /// Who or what this route is for.
        text "when" | "quand" => when: Option<String>,
        /// Anything else worth knowing before starting.
        text "note" | "remarque" => note: Option<String>,
    }
}

record! {
    /// The routes of a procedure.
    pub struct Channels {
        /// At a counter, with a person.
        "in_person" | "sur-place" => in_person: Vec<InPerson>,
        /// By post.
        "paper" | "papier" | "courrier" | "par-courrier" => paper: Vec<Paper>,
        /// By telephone.
        "phone" | "téléphone" | "tel" | "tél" => phone: Vec<PhoneLine>,
        /// On the Internet.
        "online" | "en-ligne" | "internet" => online: Vec<Online>,
    }
}

record! {
    /// The declaration that a procedure has no other route than the one on the Internet.
    pub struct OnlineOnly {
        shorthand "since";
        /// Since when: a day, or words.
        "since" | "depuis" => since: Option<String>,
        /// Who contests it.
        "contested_by" | "contesté-par" => contested_by: Vec<String>,
        /// Anything else, such as who helps.
        text "note" | "remarque" => note: Option<String>,
    }
}

/// A way to do a procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Route {
    /// At a counter, with a person.
    InPerson,
    /// By post.
    Paper,
    /// By telephone.
    Phone,
    /// On the Internet.
    Online,
}

impl Route {
    /// All of them, those off the Internet first.
    pub const ALL: [Self; 4] = [Self::InPerson, Self::Paper, Self::Phone, Self::Online];

    /// Its name in data, which is its key in front matter.
    pub fn name(self) -> &'static str {
        match self {
            Self::InPerson => "in_person",
            Self::Paper => "paper",
            Self::Phone => "phone",
            Self::Online => "online",
        }
    }

    /// The end of its messages' names.
    pub fn message(self) -> &'static str {
        match self {
            Self::InPerson => "in-person",
            _ => self.name(),
        }
    }
}

/// Which of the four routes a procedure has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Routes {
    /// At a counter, with a person.
    pub in_person: bool,
    /// By post.
    pub paper: bool,
    /// By telephone.
    pub phone: bool,
    /// On the Internet.
    pub online: bool,
}

impl Routes {
    /// Whether this one is there.
    pub fn has(self, route: Route) -> bool {
        match route {
            Route::InPerson => self.in_person,
            Route::Paper => self.paper,
            Route::Phone => self.phone,
            Route::Online => self.online,
        }
    }

    /// Whether at least one does not need the Internet.
    pub fn off_line(self) -> bool {
        self.in_person || self.paper || self.phone
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

impl Channels {
    /// The routes that are named. An empty route (`paper: {}`) does not count.
    pub fn routes(&self) -> Routes {
        fn said<R: Default + PartialEq>(routes: &[R]) -> bool {
            routes.iter().any(|route| *route != R::default())
        }
        Routes {
            in_person: said(&self.in_person),
            paper: said(&self.paper),
            phone: said(&self.phone),
            online: said(&self.online),
        }
    }

    /// Whether no route is named at all.
    pub fn is_empty(&self) -> bool {
        self.routes().is_empty()
    }

    /// Every organization that must be in the directory: a page works without one whose name a route gives, in person or by telephone.
    pub fn required_organizations(&self) -> impl Iterator<Item = &Located> {
        let named = |at: &Located| {
            let is_it = |other: &Option<Located>| {
                let other = other.as_ref();
                other.is_some_and(|other| other.text == at.text)
            };
            let is_place = |route: &InPerson| route.name.is_some() && is_it(&route.at);
            let is_line = |line: &PhoneLine| line.label.is_some() && is_it(&line.at);
            self.in_person.iter().any(is_place) || self.phone.iter().any(is_line)
        };
        self.organizations().filter(move |at| !named(at))
    }

    /// Every organization that a route names.
    pub fn organizations(&self) -> impl Iterator<Item = &Located> {
        let in_person = self.in_person.iter().filter_map(|route| route.at.as_ref());
        let paper = self.paper.iter().filter_map(|route| match &route.send_to {
            Some(Recipient::Organization(organization)) => Some(organization),
            _ => None,
        });
        let phone = self.phone.iter().filter_map(|route| route.at.as_ref());
        in_person.chain(paper).chain(phone)
    }
}

record! {
    /// A paper to bring or to send (CPSV-AP: Evidence).
    pub struct Evidence {
        shorthand "name";
        /// What it is.
        text "name" | "nom" | "pièce" => name: String,
        /// A condition on it, such as its age.
        text "note" | "remarque" => note: Option<String>,
        /// In which case it is asked for.
        text "when" | "quand" => when: Option<String>,
    }
}
