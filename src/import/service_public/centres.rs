//! Turns contact centres into organizations, each with the numbers, addresses and text of the source.

use super::fiche::{attribution, dataset};
use super::headings;
use super::shelf::{OfficialShelf, Public, ShelfItem, is_sound};
use super::text::Converter;
use crate::import::front::{self, FrontFields};
use crate::import::markdown::{self, MarkdownBlock};
use crate::import::xml::{Element, XmlNode, one_line};
use crate::markdown::telephones;
use crate::model::Common;
use crate::model::kinds::Organization;
use crate::model::values::{Phone, PhoneNumber};

/// The folder of their pages.
pub const FOLDER: &str = "content/organizations/service-public";

/// Whether a contact point is nationwide, and has more than a name.
pub fn is_centre(element: &Element) -> bool {
    element.name == "OuSAdresser"
        && matches!(
            element.attribute("type"),
            Some("Centre de contact" | "National")
        )
        && element.child("Texte").is_some()
}

/// The identifiers of the contact centres that a file describes.
pub fn ids(root: &Element) -> Vec<String> {
    let centres = root.descendants().filter(|element| is_centre(element));
    let ids = centres.filter_map(|centre| centre.attribute("ID"));
    ids.filter(|id| is_sound(id)).map(str::to_owned).collect()
}

/// The page of a contact centre. Its numbers and its address are fields, so that any guide can dial them; its text has what is not said
/// there, so that each is to be corrected in one place.
pub fn page(me: &mut Converter<'_>, item: &ShelfItem, root: &Element, element: &Element) -> String {
    let mut front = FrontFields::new(true);
    let title = element.text_of("Titre");
    front.set::<Common>(
        "title",
        title.unwrap_or_else(|| "Centre de contact".to_owned()),
    );
    front.set::<Organization>("kind", "centre-de-contact");
    let numbers = numbers(element);
    let lines = postal_address(element);
    let phones = numbers.iter().map(|(number, label)| {
        let mut fields = FrontFields::new(true);
        fields
            .set::<PhoneNumber>("number", number.clone())
            .set::<PhoneNumber>("label", label.clone());
        front::FrontValue::from(fields)
    });
    front.set::<Organization>("phones", phones.collect::<Vec<_>>());
    let address = element
        .child("RessourceWeb")
        .and_then(|web| me.address(web));
    front.set::<Organization>("website", address);
    front.set::<Organization>("address", lines.clone());
    attribution(&mut front, item, root);
    let mut element = element.clone();
    leave_out(&mut element, &|part| is_said(part, &numbers, &lines));
    let element = &element;
    // What a fiche adds about the centre (`Complement`) is a note of its route.
    let parts = element.elements().filter(|part| {
        ![
            "Titre",
            "RessourceWeb",
            "PivotLocal",
            "Complement",
            "Source",
        ]
        .contains(&&*part.name)
    });
    let mut text: Vec<MarkdownBlock> = parts
        .flat_map(|part| me.inside(element, |me| me.one(part, 2)))
        .collect();
    headings::settle(&mut text);
    front::page(&front, &markdown::write(&text))
}

/// The text of their section.
pub fn section(shelf: &OfficialShelf) -> (String, String) {
    let mut front = FrontFields::new(true);
    front.set::<Common>("title", "Numéros et adresses pour toute la France");
    let public = shelf.publics().into_iter().next();
    dataset(
        &mut front,
        public.unwrap_or(Public::Particuliers),
        &shelf.name,
        shelf.changed.as_deref(),
    );
    (format!("{FOLDER}/_index.md"), front::page(&front, ""))
}

/// The telephone numbers of a contact point, with whom each reaches if its line says so: `Retraité : 0 970 82
/// 33 35`. Numbers in a chapter about letters or mail do not count.
fn numbers(element: &Element) -> Vec<(String, Option<String>)> {
    let mut found: Vec<(String, Option<String>)> = Vec::new();
    for paragraph in element
        .descendants()
        .filter(|part| part.name == "Paragraphe")
    {
        let text = paragraph.text();
        let is_fax =
            text.to_lowercase().contains("télécopie") || text.to_lowercase().contains("fax");
        if is_fax {
            continue;
        }
        let mut all: Vec<String> = strong_numbers(paragraph);
        all.extend(telephones(&text).map(|(_, phone)| one_line(&phone.printed())));
        for number in all {
            if found.len() == MOST_NUMBERS {
                return found;
            }
            if found
                .iter()
                .any(|(other, _)| dialled(other) == dialled(&number))
            {
                continue;
            }
            let label = text
                .split_once(':')
                .map(|(label, _)| label.trim().to_owned());
            let label = label
                .filter(|label| label.len() <= 60 && !label.chars().any(|c| c.is_ascii_digit()));
            found.push((number, label));
        }
    }
    found
}

/// Whether a paragraph says nothing but one of these numbers, with its label, or this address.
fn is_said(paragraph: &Element, numbers: &[(String, Option<String>)], address: &[String]) -> bool {
    let text = paragraph.text();
    let lines = text.split(" - ").map(str::trim);
    if paragraph.name != "Paragraphe" || text.is_empty() {
        return false;
    }
    if !address.is_empty() && lines.eq(address.iter().map(String::as_str)) {
        return true;
    }
    let (label, number) = match text.split_once(':') {
        Some((label, number)) => (Some(label.trim()), number.trim()),
        None => (None, text.trim()),
    };
    let called = dialled(number);
    let is_it = |(other, named): &(String, Option<String>)| {
        dialled(other) == called && named.as_deref() == label
    };
    called.is_some() && numbers.iter().any(is_it)
}

/// Leaves out parts of an element at any depth, and the chapters of which nothing else is left. Returns whether there was one.
fn leave_out(element: &mut Element, is_out: &impl Fn(&Element) -> bool) -> bool {
    let mut found = false;
    element.children.retain_mut(|child| {
        let XmlNode::Element(part) = child else {
            return true;
        };
        if is_out(part) {
            found = true;
            return false;
        }
        let is_less = leave_out(part, is_out);
        found |= is_less;
        let mut rest = part.elements().filter(|inner| inner.name != "Titre");
        !(is_less && rest.next().is_none())
    });
    found
}

/// With more numbers than this, nobody can choose one.
const MOST_NUMBERS: usize = 20;

/// Short numbers (`39 39`) are recognised only where the source emphasises them.
fn strong_numbers(paragraph: &Element) -> Vec<String> {
    let strong = paragraph
        .descendants()
        .filter(|part| part.name == "MiseEnEvidence");
    strong
        .map(Element::text)
        .filter(|text| Phone::parse(text).is_some())
        .collect()
}

/// A number as it is dialled, whether written for France or from abroad.
fn dialled(number: &str) -> Option<String> {
    Phone::parse(number).map(|phone| phone.dialled().to_owned())
}

/// The address in a chapter `Par courrier` that is one line of parts separated by dashes and ends with a
/// postcode and a town.
fn postal_address(element: &Element) -> Vec<String> {
    let chapters = element.descendants().filter(|part| part.name == "Chapitre");
    let mut by_post = chapters.filter(|chapter| {
        let title = chapter.text_of("Titre").unwrap_or_default().to_lowercase();
        title.contains("courrier") && !title.contains("courriel")
    });
    let Some(chapter) = by_post.next() else {
        return Vec::new();
    };
    let mut paragraphs = chapter.elements().filter(|part| part.name == "Paragraphe");
    let (Some(paragraph), None) = (paragraphs.next(), paragraphs.next()) else {
        return Vec::new();
    };
    let has_links = paragraph
        .children
        .iter()
        .any(|child| matches!(child, XmlNode::Element(_)));
    let text = paragraph.text();
    let lines: Vec<String> = text
        .split(" - ")
        .map(|line| line.trim().to_owned())
        .collect();
    let last_is_town = lines.last().is_some_and(|line| {
        line.len() > 6
            && line.as_bytes()[..5].iter().all(u8::is_ascii_digit)
            && line.as_bytes()[5] == b' '
    });
    if has_links || lines.len() < 2 || !last_is_town {
        return Vec::new();
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::xml::parse;

    #[test]
    fn what_a_field_says_is_no_text() {
        let xml = "<OuSAdresser><Texte><Chapitre><Titre>Par téléphone</Titre><Paragraphe>Numéro unique : +33 1 99 00 00 10</Paragraphe>\
            </Chapitre><Chapitre><Titre>À l’étranger</Titre><Paragraphe>01 99 00 00 11</Paragraphe><Paragraphe>De 9h à 12h.</Paragraphe>\
            <Paragraphe>Urgences : 01 99 00 00 12, la nuit</Paragraphe></Chapitre><Chapitre><Titre>Par courrier</Titre>\
            <Paragraphe>1 rue du Lac - 35990 Villefictive</Paragraphe></Chapitre></Texte></OuSAdresser>";
        let mut element = parse(xml).unwrap();
        let numbers = numbers(&element);
        let address = postal_address(&element);
        assert_eq!((numbers.len(), address.len()), (3, 2));
        leave_out(&mut element, &|part| is_said(part, &numbers, &address));
        let left: Vec<String> = element
            .descendants()
            .filter(|part| matches!(part.name.as_str(), "Titre" | "Paragraphe"))
            .map(Element::text)
            .collect();
        assert_eq!(
            left,
            [
                "À l’étranger",
                "De 9h à 12h.",
                "Urgences : 01 99 00 00 12, la nuit"
            ]
        );
    }
}
