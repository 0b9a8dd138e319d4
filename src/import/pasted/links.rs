//! Where pasted links lead.

use std::ops::Range;

use crate::markdown::{links_itself, telephones};
use crate::model::values::{Phone, Url};
use crate::percent::{BLANK, decode, encode_only};

/// Services that put an address of their own before the real one: a part of their host and path, and the
/// parameter that has the real one.
const DETOURS: &[(&str, &str, &str)] = &[
    (".safelinks.protection.outlook.com", "/", "url"),
    ("www.google.com", "/url", "q"),
    ("www.google.fr", "/url", "q"),
    ("l.facebook.com", "/l.php", "u"),
];

/// The address of a link that readers can follow: a web address, an e-mail address or a telephone number. `None` if
/// it is none: a place in the same document, a file on somebody's disk, a script.
pub fn address(href: &str) -> Option<String> {
    let href = href.replace(['\n', '\r', '\t'], "");
    let href = href.trim();
    let scheme = href
        .split_once(':')
        .map(|(scheme, _)| scheme.to_ascii_lowercase());
    match scheme.as_deref()? {
        "http" | "https" => {
            let direct = direct(href);
            let whole = encode_only(direct.as_deref().unwrap_or(href), BLANK);
            Url::parse(&whole).map(|url| url.as_str().to_owned())
        }
        "mailto" => {
            let is_one = href.contains('@') && !href.contains(char::is_whitespace);
            is_one.then(|| format!("mailto:{}", &href["mailto:".len()..]))
        }
        scheme @ ("tel" | "sms") => {
            let number: String = href[scheme.len() + 1..]
                .chars()
                .filter(|c| c.is_ascii_digit() || matches!(c, '+' | '*' | '#'))
                .collect();
            (!number.is_empty()).then(|| format!("{scheme}:{number}"))
        }
        _ => None,
    }
}

/// The address that a service leads to after it has counted the visit.
fn direct(href: &str) -> Option<String> {
    let (_, rest) = href.split_once("://")?;
    let (place, query) = rest.split_once('?')?;
    let (host, path) = place.split_at(place.find('/').unwrap_or(place.len()));
    let is_detour = |(service, page, _): &&(&str, &str, &str)| {
        host.ends_with(service) && path.eq_ignore_ascii_case(page)
    };
    let (_, _, parameter) = DETOURS.iter().find(is_detour)?;
    let query = query.split('#').next().unwrap_or_default();
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let (_, target) = pairs.find(|(key, _)| key == parameter)?;
    let target = decode(target).into_owned();
    Url::parse(&target).map(|_| target)
}

/// Whether guichet makes a link to an address of this part of a text by itself.
pub fn says_itself(text: &str, part: &Range<usize>, address: &str) -> bool {
    let Some(number) = address.strip_prefix("tel:") else {
        return links_itself(text, part, address);
    };
    let Some(phone) = Phone::parse(number) else {
        return false;
    };
    telephones(text).any(|(place, written)| place == *part && written.link() == phone.link())
}

/// The address of an image that can be shown: one on the web.
pub fn image_address(source: &str) -> Option<String> {
    address(source).filter(|address| address.starts_with("http"))
}
