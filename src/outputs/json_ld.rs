//! Describes a page for machines: schema.org in JSON-LD.

use serde_json::{Map, Value as Json, json};

use super::words::Words;
use crate::document::Details;
use crate::markdown::slug;
use crate::model::channel::{InPerson, Online, Paper, PhoneLine};
use crate::model::values::{Coordinates, Phone, PostalAddress};
use crate::model::{Article, Guide, Organization, Recipient};
use crate::site::{Counter, Page, PageId, Site};

/// The JSON-LD of a page, safe inside a `<script>` element; `None` for pages that are only text.
pub fn json_ld(site: &Site, id: PageId) -> Option<String> {
    let page = site.page(id);
    let mut object = match &page.document.details {
        Details::Guide(guide) => service(site, page, guide),
        Details::Article(article) => written_article(site, page, article),
        Details::Organization(organization) => office(page, organization),
        Details::Page | Details::Legal => return None,
    };
    object.insert("@context".into(), json!("https://schema.org"));
    // Inside `<script>`, only `<` could end the element or start a comment.
    Some(Json::Object(object).to_string().replace('<', "\\u003c"))
}

fn object(kind: &str) -> Map<String, Json> {
    let mut object = Map::new();
    object.insert("@type".into(), json!(kind));
    object
}

fn service(site: &Site, page: &Page, guide: &Guide) -> Map<String, Json> {
    let mut out = object("GovernmentService");
    out.insert("name".into(), json!(page.document.common.title));
    if let Some(authority) = &guide.authority {
        out.insert(
            "provider".into(),
            json!({ "@type": "GovernmentOrganization", "name": authority }),
        );
    }
    let Some(channels) = &guide.channels else {
        return out;
    };
    let in_person = channels
        .in_person
        .iter()
        .map(|route| place(site, page, route));
    let paper = channels
        .paper
        .iter()
        .filter_map(|route| letter(site, page, route));
    let phone = channels
        .phone
        .iter()
        .filter_map(|route| line(site, page, route));
    let online = channels.online.iter().map(website);
    let all: Vec<Json> = in_person.chain(paper).chain(phone).chain(online).collect();
    if !all.is_empty() {
        out.insert("availableChannel".into(), json!(all));
    }
    out
}

fn channel(key: &str, value: &Json) -> Json {
    json!({ "@type": "ServiceChannel", key: value })
}

/// The organization that a name on this page refers to, if it is one.
fn organization<'s>(
    site: &'s Site,
    page: &Page,
    name: &str,
) -> Option<(&'s Page, &'s Organization)> {
    let Counter::Organizations(ids) = site.counter(name, page.document.language, 1) else {
        return None;
    };
    let page = site.page(*ids.first()?);
    Some((page, page.document.organization()?))
}

fn place(site: &Site, page: &Page, route: &InPerson) -> Json {
    let known = route
        .at
        .as_ref()
        .and_then(|at| organization(site, page, &at.text));
    let geo = known
        .as_ref()
        .and_then(|(_, organization)| geo(organization));
    let (name, address) = match &known {
        Some((page, organization)) => (
            Some(page.document.common.title.as_str()),
            organization.address.as_ref().map(|address| &address.value),
        ),
        None => (
            route.name.as_deref(),
            route.address.as_ref().map(|address| &address.value),
        ),
    };
    let kind = route.at.as_ref().map(|at| {
        let words = Words::new(site, page.document.language);
        words.find(&format!("kind-{}", slug(&at.text)))
    });
    let mut place = object("Place");
    if let Some(name) = name.or(kind.flatten().as_deref()) {
        place.insert("name".into(), json!(name));
    }
    if let Some(address) = address {
        place.insert("address".into(), json!(one_line(address)));
    }
    if let Some(geo) = geo {
        place.insert("geo".into(), geo);
    }
    channel("serviceLocation", &Json::Object(place))
}

fn letter(site: &Site, page: &Page, route: &Paper) -> Option<Json> {
    let address = match route.send_to.as_ref()? {
        Recipient::Written(recipient) => &recipient.address.as_ref()?.value,
        Recipient::Organization(name) => {
            &organization(site, page, &name.text)?.1.letters_to()?.value
        }
    };
    Some(channel("servicePostalAddress", &json!(one_line(address))))
}

fn line(site: &Site, page: &Page, route: &PhoneLine) -> Option<Json> {
    let number = |phone: &Phone| phone.dialled().to_owned();
    let number = match (&route.number, &route.at) {
        (Some(phone), _) => number(&phone.value),
        (None, Some(at)) => {
            let (_, organization) = organization(site, page, &at.text)?;
            number(&organization.phones.first()?.number.value)
        }
        (None, None) => return None,
    };
    Some(channel("servicePhone", &json!(number)))
}

fn website(route: &Online) -> Json {
    channel("serviceUrl", &json!(route.url.as_str()))
}

fn one_line(address: &PostalAddress) -> String {
    address.lines.join(", ")
}

fn written_article(site: &Site, page: &Page, article: &Article) -> Map<String, Json> {
    let mut out = object("Article");
    let common = &page.document.common;
    out.insert("headline".into(), json!(common.title));
    if let Some(date) = common.date {
        out.insert("datePublished".into(), json!(date.to_string()));
    }
    if !article.authors.is_empty() {
        out.insert("author".into(), json!(article.authors));
    }
    out.insert(
        "publisher".into(),
        json!(site.publisher_name(page.document.language)),
    );
    out
}

/// Where an organization is on a map.
fn geo(organization: &Organization) -> Option<Json> {
    let Coordinates {
        latitude,
        longitude,
    } = organization.coordinates?;
    Some(json!({ "@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude }))
}

fn office(page: &Page, organization: &Organization) -> Map<String, Json> {
    let mut out = object(if organization.is_public() {
        "GovernmentOffice"
    } else {
        "Organization"
    });
    out.insert("name".into(), json!(page.document.common.title));
    if let Some(address) = &organization.address {
        out.insert("address".into(), json!(one_line(&address.value)));
    }
    if let Some(geo) = geo(organization) {
        out.insert("geo".into(), geo);
    }
    if let Some(phone) = organization.phones.first() {
        out.insert("telephone".into(), json!(phone.number.value.dialled()));
    }
    if let (Some(hours), true) = (&organization.hours, organization.is_public()) {
        out.insert("openingHours".into(), json!(hours.value.written));
    }
    out
}
