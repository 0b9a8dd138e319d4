//! Links: to other fiches, to words of the glossary, to other sites, and the size of downloads.

use super::shelf::{Public, is_sound};
use super::text::Converter;
use crate::import::markdown::{MarkdownInline, is_blank, plain};
use crate::import::xml::{Element, one_line};
use crate::markdown::slug;
use crate::media_types;
use crate::model::values::Url;
use crate::percent::{BLANK, HASH, encode_only};
use crate::site::relative;

impl Converter<'_> {
    /// A link to another fiche, a service or an abbreviation.
    pub fn link_to(
        &mut self,
        element: &Element,
        mut inner: Vec<MarkdownInline>,
    ) -> Vec<MarkdownInline> {
        let id = element.attribute("LienPublication").unwrap_or_default();
        if matches!(element.attribute("type"), Some("Sigle" | "Acronyme")) {
            return self.explained(id, inner);
        }
        let target = self.target(id, element);
        if is_blank(&inner) {
            inner = vec![MarkdownInline::Text(
                self.shelf.title(id, self.public_of(element)),
            )];
        }
        match target {
            Some(target) => vec![MarkdownInline::Link(target, inner)],
            None => inner,
        }
    }

    /// A link to a definition, or to a chapter of the same page.
    pub fn link_within(
        &mut self,
        element: &Element,
        inner: Vec<MarkdownInline>,
    ) -> Vec<MarkdownInline> {
        let id = element.attribute("LienID").unwrap_or_default();
        match element.attribute("type") {
            Some("Chapitre") if self.anchors.contains(id) => {
                vec![MarkdownInline::Link(format!("#{}", slug(id)), inner)]
            }
            Some("Chapitre") => inner,
            Some(kind) if kind.starts_with("Fiche") => match self.target(id, element) {
                Some(target) => vec![MarkdownInline::Link(target, inner)],
                None => inner,
            },
            _ => self.explained(id, inner),
        }
    }

    /// Words that the glossary explains.
    /// The words alone if the source does not say what they mean.
    fn explained(&mut self, id: &str, inner: Vec<MarkdownInline>) -> Vec<MarkdownInline> {
        if !is_sound(id) || is_blank(&inner) {
            return inner;
        }
        let said = self.terms.get(id).map_or("", String::as_str);
        match self.shelf.term_key(self.item.public, id, said) {
            Some(key) => vec![MarkdownInline::Link(format!("glossary:{key}"), inner)],
            None => {
                self.missing.terms.push(one_line(&plain(&inner)));
                inner
            }
        }
    }

    pub fn link_out(
        &mut self,
        element: &Element,
        inner: Vec<MarkdownInline>,
    ) -> Vec<MarkdownInline> {
        let Some(address) = self.address(element) else {
            return inner;
        };
        let inner = if is_blank(&inner) {
            vec![MarkdownInline::Text(address.clone())]
        } else {
            inner
        };
        let mut out = vec![MarkdownInline::Link(address, inner)];
        out.extend(weight(element).map(|weight| MarkdownInline::Text(format!(" ({weight})"))));
        out
    }

    /// The web address of an element, repaired if it contains blanks; reports one that cannot be followed.
    pub fn address(&mut self, element: &Element) -> Option<String> {
        let written = element.attribute("URL")?;
        let mended = mended(written);
        if mended.is_none() {
            self.unsound(element, written);
        }
        mended
    }

    fn public_of(&self, element: &Element) -> Public {
        let named = element.attribute("audience").and_then(Public::of);
        named.unwrap_or(self.item.public)
    }

    /// The target of an identifier: the page of the site, otherwise the official address.
    pub fn target(&self, id: &str, element: &Element) -> Option<String> {
        if !is_sound(id) {
            return None;
        }
        let public = self.public_of(element);
        match self.shelf.find(id, public) {
            Some(item) if item.path == self.item.path => None,
            Some(item) => Some(relative(&self.item.path, &item.path)),
            None => match self.shelf.standing(id, public) {
                Some(path) => Some(relative(&self.item.path, path)),
                None => Some(public.address(id)),
            },
        }
    }
}

/// A title as a link to its address; the address itself if there is no title.
pub fn linked(address: Option<String>, title: Vec<MarkdownInline>) -> Vec<MarkdownInline> {
    match address {
        Some(address) if is_blank(&title) => {
            vec![MarkdownInline::Link(
                address.clone(),
                vec![MarkdownInline::Text(address)],
            )]
        }
        Some(address) => vec![MarkdownInline::Link(address, title)],
        None => title,
    }
}

/// A web address that can be followed; `None` if it cannot be repaired.
pub fn mended(written: &str) -> Option<String> {
    let address = encode_only(written.trim(), BLANK);
    let address = match address.strip_prefix("www.") {
        Some(_) => format!("http://{address}"),
        None => address.into_owned(),
    };
    // Only the first `#` begins a fragment; a second one is an ordinary character.
    let address = match address.split_once('#') {
        Some((before, fragment)) => format!("{before}#{}", encode_only(fragment, HASH)),
        None => address,
    };
    Url::parse(&address).map(|url| url.as_str().to_owned())
}

/// What people call formats, by the endings of the files that have them.
const FORMATS: &[(&str, &[&str])] = &[
    ("PDF", &[".pdf"]),
    ("Word", &[".doc", ".docx", ".docm", ".dotx"]),
    ("tableur", &[".xls", ".xlsx", ".xlsm", ".ods"]),
    ("ODT", &[".odt"]),
    ("RTF", &[".rtf"]),
];

/// The format and size of a download: `PDF, 446,2 Ko`, so that people who pay for their data know beforehand.
pub fn weight(element: &Element) -> Option<String> {
    let format = element.attribute("format").unwrap_or_default();
    let format = format.split(';').next().unwrap_or_default();
    let format = FORMATS.iter().find(|(_, endings)| {
        let mut endings = endings.iter();
        endings.any(|ending| media_types::of(ending).eq_ignore_ascii_case(format))
    });
    let format = format.map(|(name, _)| *name);
    let weight = element
        .attribute("poids")
        .filter(|weight| *weight != "0")
        .map(|weight| {
            weight
                .replace('.', ",")
                .replace("KB", "Ko")
                .replace("MB", "Mo")
                .replace("GB", "Go")
        });
    let parts: Vec<String> = format
        .map(str::to_owned)
        .into_iter()
        .chain(weight)
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
