//! The kinds of page: guide, article, organization, plain page, legal notice; and what all of them share.

use super::channel::{Channels, Evidence, OnlineOnly, Routes};
use super::cost::Cost;
use super::values::{
    Coordinates, Date, Email, Hours, Keyword, Located, Period, PhoneNumber, Placed, PostalAddress,
    Url,
};
use super::{Exceptions, SheetFormat};
use crate::{choice, record};

choice! {
    /// What kind of page a document is.
    pub enum Kind {
        /// Any page.
        Page = "page",
        /// A guide to a procedure or a right (CPSV-AP: Public Service).
        Guide = "guide",
        /// A dated text of the publisher.
        Article = "article",
        /// A counter, office or union (CPSV-AP: Public Organisation).
        Organization = "organization" | "organisme",
        /// The legal notice, completed with what the configuration knows of the publisher.
        Legal = "legal" | "mentions-légales",
    }
}

record! {
    /// What a page says of its own kind, where that is not the kind of its folder.
    pub struct PageKind {
        /// What kind of page it is.
        "kind" | "type" => kind: Option<Kind>,
    }
}

impl Kind {
    /// The order of sections by what people look for first: guides, articles, the directory, other pages.
    pub fn rank(self) -> u8 {
        match self {
            Self::Guide => 0,
            Self::Article => 1,
            Self::Organization => 2,
            Self::Page | Self::Legal => 3,
        }
    }
}

choice! {
    /// Whether a guide describes a procedure or only explains.
    pub enum Nature {
        /// Something is to be done, by one route or another.
        Procedure = "procedure" | "procédure" | "démarche",
        /// There is nothing to do: the guide explains.
        Information = "information",
    }
}

record! {
    /// Where the facts of a page come from.
    pub struct FactSource {
        shorthand "name";
        /// Who publishes them.
        "name" | "nom" => name: String,
        /// In the text of a section: the file that the pages below it come from.
        "file" | "fichier" => file: Option<String>,
        /// Their identifier there.
        "id" | "identifiant" => id: Option<String>,
        /// The day they were last updated there.
        "date" => date: Option<Date>,
        /// The licence under which they may be reused.
        "license" | "licence" => licence: Option<String>,
        /// Their address.
        "url" | "adresse" | "lien" => url: Option<Url>,
    }
}

impl FactSource {
    /// Their identifier, if a reader can ask for it: one that was made for programs is as long as a line.
    pub fn spoken_id(&self) -> Option<&String> {
        /// `F1341`, `12100*02`; a UUID has 36 characters.
        const LONGEST: usize = 16;
        self.id.as_ref().filter(|id| id.chars().count() <= LONGEST)
    }
}

record! {
    /// A text of law (CPSV-AP: Legal Resource).
    pub struct LegalResource {
        shorthand "title";
        /// Its title.
        "title" | "titre" => title: String,
        /// Its address.
        "url" | "adresse" | "lien" => url: Option<Url>,
    }
}

record! {
    /// What every page has.
    pub struct Common {
        /// The page's title.
        title "title" | "titre" | "name" | "nom" => title: String,
        /// What the page says, in one or two sentences.
        text "summary" | "résumé" => summary: Option<String>,
        /// The end of the page's address, where it is not the file's name.
        "slug" | "adresse-page" => slug: Option<Located>,
        /// Addresses that the page had before, on this site or another: `/2019/05/greve/`. They lead to it.
        "aliases" | "anciennes-adresses" => aliases: Vec<Located>,
        /// The day of publication.
        "date" => date: Option<Date>,
        /// The day on which a person last checked the page.
        "reviewed" | "vérifié" => reviewed: Option<Placed<Date>>,
        /// How often it must be checked.
        "review_every" | "vérifier-tous-les" => review_every: Option<Period>,
        /// The last day on which what the page says holds.
        "valid_until" | "valable-jusqu'au" => valid_until: Option<Placed<Date>>,
        /// For a translation: the code of the original's text that it was made from, as `guichet check` tells it.
        "translated_from" | "traduit-de" => translated_from: Option<Located>,
        /// Who keeps the page up to date.
        "maintainer" | "responsable" => maintainer: Option<String>,
        /// Words under which the page is found.
        "keywords" | "mots-clés" => keywords: Vec<Keyword>,
        /// The topic of the configuration that it belongs to (CPSV-AP: Thematic Area).
        "topic" | "thème" => topic: Option<Located>,
        /// Other pages to read, as paths to their files.
        "related" | "voir-aussi" => related: Vec<Located>,
        /// What is printed.
        "sheets" | "fiches" => sheets: Option<Vec<Placed<SheetFormat>>>,
        /// Where the facts come from.
        "source" => source: Vec<FactSource>,
        /// Rules that the page is excepted from, each with the reason.
        "allow" | "exceptions" => allow: Exceptions,
        /// Not published yet.
        "draft" | "brouillon" => draft: Option<bool>,
    }
}

impl Common {
    /// The day on which a person last checked the page.
    pub fn reviewed_on(&self) -> Option<Date> {
        self.reviewed.as_ref().map(|reviewed| reviewed.value)
    }
}

record! {
    /// What a guide adds.
    pub struct Guide {
        /// How it is done: the routes.
        "channels" | "canaux" | "voies" => channels: Option<Channels>,
        /// That there is no other route than the one on the Internet, since when and who contests it.
        "online_only" | "internet-seulement" => online_only: Option<Placed<OnlineOnly>>,
        /// The papers to bring or send.
        "evidence" | "pièces" => evidence: Vec<Evidence>,
        /// What it costs.
        text "cost" | "coût" => cost: Vec<Cost>,
        /// How long the answer takes.
        text "processing_time" | "délai" => processing_time: Option<String>,
        /// By when it must be done.
        text "deadline" | "date-limite" | "échéance" => deadline: Option<String>,
        /// What to do when refused: to whom, by when, how on paper.
        text "appeal" | "recours" => appeal: Vec<String>,
        /// What one gets.
        text "output" | "résultat" => output: Option<String>,
        /// The texts of law.
        "legal" | "textes" => legal: Vec<LegalResource>,
        /// The competent authority.
        "authority" | "autorité" => authority: Option<String>,
        /// Whom it is for.
        text "audience" | "public" => audience: Vec<String>,
        /// Whether there is something to do, or only to know.
        "nature" => nature: Option<Nature>,
    }
}

impl Guide {
    /// The routes that the guide names.
    pub fn routes(&self) -> Routes {
        let channels = self.channels.as_ref();
        channels.map(Channels::routes).unwrap_or_default()
    }

    /// Whether it only explains: there is nothing to do.
    pub fn informs(&self) -> bool {
        self.nature == Some(Nature::Information)
    }
}

record! {
    /// An image with its alternative text.
    pub struct Image {
        shorthand "src";
        /// The path to its file.
        "src" | "fichier" => src: Located,
        /// What it shows, for those who do not see it.
        text "alt" | "texte" => alt: Option<String>,
        /// What everybody reads below it: where it is, who made it.
        text "caption" | "légende" => caption: Option<String>,
    }
}

record! {
    /// A file to download.
    pub struct Attachment {
        shorthand "file";
        /// The path to it.
        "file" | "fichier" => file: Located,
        /// What it is called.
        link "title" | "titre" => title: Option<String>,
    }
}

record! {
    /// What an article adds.
    pub struct Article {
        /// Who wrote it.
        "authors" | "auteurs" | "author" | "auteur" => authors: Vec<String>,
        /// The line of action of the configuration that it belongs to.
        "campaign" | "campagne" => campaign: Option<Located>,
        /// A picture.
        "image" => image: Option<Image>,
        /// A few words in large type at the head of its tract, for those who walk past.
        text "hook" | "accroche" => hook: Option<String>,
        /// What it asks readers to do: come on Tuesday, sign, call. In a block below the text, and on its tract above the telephone.
        text "call" | "appel" => call: Option<String>,
        /// Files that go with it.
        "attachments" | "pièces-jointes" => attachments: Vec<Attachment>,
    }
}

record! {
    /// How to get there and in.
    pub struct Access {
        /// Whether one enters without a step.
        "step_free" | "sans-marche" | "plain-pied" => step_free: Option<bool>,
        /// Buses, stations, stops.
        text "transport" | "transports" => transport: Vec<String>,
        /// Anything else, such as a hearing loop or a lift.
        text "note" | "remarque" => note: Option<String>,
    }
}

record! {
    /// What an organization adds.
    pub struct Organization {
        /// What it is: mairie, caf, cpam, mdph, france-services, syndicat…
        "kind" | "type" => kind: Option<String>,
        /// Other kinds of office that are in the same place under the same name: a guide that sends readers to one of them sends them here.
        "acts_as" | "tient-lieu-de" => acts_as: Vec<Keyword>,
        /// Its address, where people go.
        "address" | "adresse" => address: Option<Placed<PostalAddress>>,
        /// Where letters go, if that is somewhere else.
        "postal_address" | "adresse-postale" => postal_address: Option<Placed<PostalAddress>>,
        /// Where it is on a map: its latitude and longitude in degrees (WGS 84), `48.04, -1.60`.
        "coordinates" | "coordonnées" => coordinates: Option<Coordinates>,
        /// Its telephone numbers.
        "phones" | "téléphones" | "phone" | "téléphone" | "tel" => phones: Vec<PhoneNumber>,
        /// Its email address.
        "email" | "courriel" => email: Option<Email>,
        /// Its site.
        "website" | "site" => website: Option<Url>,
        /// Its opening hours, in words or in the OSM opening_hours syntax.
        "hours" | "horaires" => hours: Option<Placed<Hours>>,
        /// Anything to know about the hours.
        text "hours_note" | "remarque-horaires" => hours_note: Option<String>,
        /// How to get there and in.
        "access" | "accès" => access: Option<Access>,
        /// Whom it serves: places or people.
        text "serves" | "dessert" => serves: Vec<String>,
        /// The organization that it is a part of.
        "part_of" | "fait-partie-de" => part_of: Option<Located>,
    }
}

impl Organization {
    /// The kinds of office that it is, as written: its own, then those that it acts as.
    pub fn kinds(&self) -> impl Iterator<Item = &str> {
        let others = self.acts_as.iter().map(|kind| kind.0.as_str());
        self.kind.as_deref().into_iter().chain(others)
    }

    /// Where letters to it go.
    pub fn letters_to(&self) -> Option<&Placed<PostalAddress>> {
        self.postal_address.as_ref().or(self.address.as_ref())
    }

    /// Whether it is a public one: a union and an association are not.
    pub fn is_public(&self) -> bool {
        !matches!(self.kind.as_deref(), Some("syndicat" | "association"))
    }
}
