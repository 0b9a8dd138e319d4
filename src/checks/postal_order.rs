//! `postal-order`: an envelope is read from its last line upwards: town and postcode, then the street (NF
//! Z10-011, La Poste). Only the country may be below them.

use super::contacts::addresses;
use super::offers::written;
use crate::diagnostics::{Code, Diagnostic, Edit};
use crate::markdown::slug;
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    for address in addresses(&site.page(id).document) {
        if let Some(case) = mistake(&address.value.lines) {
            let diagnostic = Diagnostic::new(Code::PostalOrder, address.location.clone());
            let diagnostic = diagnostic.with("case", case);
            found.push(match case {
                "order" => in_order(diagnostic, &address.value.lines),
                _ => diagnostic,
            });
        }
    }
}

/// The countries most common on French envelopes. The post asks for capitals, so any other line in capitals
/// counts as one too.
const COUNTRIES: &[&str] = &[
    "algerie",
    "allemagne",
    "belgique",
    "espagne",
    "france",
    "italie",
    "luxembourg",
    "maroc",
    "monaco",
    "pays-bas",
    "portugal",
    "royaume-uni",
    "suisse",
    "tunisie",
];

/// Offers the lines in postal order, if each is on a line of its own.
fn in_order(diagnostic: Diagnostic, lines: &[String]) -> Diagnostic {
    let Some((text, place)) = written(&diagnostic) else {
        return diagnostic;
    };
    let mut at = 0;
    let mut spans = Vec::new();
    for line in lines {
        let Some(start) = text.get(at..).and_then(|rest| rest.find(line.as_str())) else {
            return diagnostic;
        };
        let span = at + start..at + start + line.len();
        if text[at..span.start].matches('\n').count() != 1 && !spans.is_empty() {
            return diagnostic;
        }
        at = span.end;
        spans.push(span);
    }
    let is_country = |line: &&String| is_country(line);
    let (towns, streets): (Vec<&String>, Vec<_>) =
        lines.iter().partition(|line| has_postcode(line));
    let (countries, streets): (Vec<&String>, Vec<_>) = streets.into_iter().partition(is_country);
    let wanted = [streets, towns, countries].concat();
    let start = place.span.start;
    let edits = spans.into_iter().zip(wanted).map(|(span, line)| Edit {
        span: start + span.start..start + span.end,
        text: line.clone(),
    });
    let edits: Vec<Edit> = edits.collect();
    diagnostic.offer_edits("mend-postal-order", edits)
}

fn mistake(lines: &[String]) -> Option<&'static str> {
    let abroad = lines
        .last()
        .is_some_and(|line| is_country(line) && slug(line) != "france");
    let mut towns = (0..lines.len()).filter(|index| has_postcode(&lines[*index]));
    match (towns.next(), towns.next()) {
        // Other countries write their postcodes differently.
        (None, _) => (!abroad).then_some("missing"),
        (Some(_), Some(_)) => Some("twice"),
        (Some(town), None) => match &lines[town + 1..] {
            [] => None,
            [country] if is_country(country) => None,
            _ => Some("order"),
        },
    }
}

/// A French postcode and a town: five digits, then a name.
fn has_postcode(line: &str) -> bool {
    let line = line.strip_prefix("F-").unwrap_or(line);
    let Some((postcode, town)) = line.split_once([' ', '\u{a0}', '\u{202f}']) else {
        return false;
    };
    let is_postcode = postcode.len() == 5 && postcode.bytes().all(|b| b.is_ascii_digit());
    is_postcode && town.trim_start().starts_with(char::is_alphabetic)
}

fn is_country(line: &str) -> bool {
    let in_capitals = line
        .chars()
        .all(|c| c.is_uppercase() || matches!(c, ' ' | '-'));
    in_capitals || COUNTRIES.contains(&slug(line).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_town_stands_last_or_before_the_country() {
        let mistake =
            |text: &str| mistake(&text.split(" / ").map(str::to_owned).collect::<Vec<_>>());
        for sound in [
            "1 place de la Mairie / 00000 Exempleville",
            "Bâtiment B / 1200 route de Lyon / BP 12 / 00000 Exempleville Cedex",
            "1 place de la Mairie / F-00000 Exempleville / FRANCE",
            "10 rue Haute / 1000 Bruxelles / Belgique",
        ] {
            assert_eq!(mistake(sound), None, "{sound}");
        }
        assert_eq!(
            mistake("00000 Exempleville / 1 place de la Mairie"),
            Some("order")
        );
        assert_eq!(
            mistake("1 place de la Mairie / Exempleville"),
            Some("missing")
        );
    }
}
