//! The media type of a file, by the ending of its name.

/// That of a file of which nothing is known.
const OCTETS: &str = "application/octet-stream";

/// The media type of a file (IANA), by the ending of its name in any case; `application/octet-stream` if nothing is
/// known of it.
pub fn of(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    match &*ending.to_ascii_lowercase() {
        // The library has older names for these two (RFC 7303, RFC 6350).
        "xml" => "application/xml",
        "vcf" => "text/vcard",
        ending => mime_guess::from_ext(ending).first_raw().unwrap_or(OCTETS),
    }
}

/// Whether a file is text, by the ending of its name: compression makes it much smaller, where other kinds of files are packed already.
pub fn is_text(path: &str) -> bool {
    let media_type = of(path);
    let ends = ["xml", "json", "javascript", "rtf"];
    media_type.starts_with("text/") || ends.iter().any(|end| media_type.ends_with(end))
}

/// The value of the header `Content-Type` for a file. Text is in UTF-8.
pub fn content_type(path: &str) -> String {
    let media_type = of(path);
    match media_type.starts_with("text/") || media_type == "application/xml" {
        true => format!("{media_type}; charset=utf-8"),
        false => media_type.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::{IMAGES, PUBLISHED};

    #[test]
    fn every_file_that_pages_offer_has_a_media_type() {
        for ending in IMAGES.iter().chain(PUBLISHED) {
            assert_ne!(of(&format!("a/b.{ending}")), OCTETS, "{ending}");
        }
        for ending in IMAGES {
            assert!(of(&format!("a.{ending}")).starts_with("image/"), "{ending}");
        }
    }

    #[test]
    fn text_is_worth_compressing() {
        let texts = [
            "csv", "geojson", "gpx", "html", "ics", "js", "rtf", "svg", "txt", "vcf", "xml",
        ];
        let others = [
            "docx", "epub", "jpg", "mp3", "ods", "pdf", "webm", "zip", "unknown",
        ];
        for ending in texts {
            assert!(is_text(&format!("a.{ending}")), "{ending}");
        }
        for ending in others {
            assert!(!is_text(&format!("a.{ending}")), "{ending}");
        }
    }

    #[test]
    fn media_types_are_those_of_the_ending() {
        let cases = [
            ("a/livre.EPUB", "application/epub+zip"),
            ("annonce.webm", "video/webm"),
            ("index.html", "text/html; charset=utf-8"),
            ("atom.xml", "application/xml; charset=utf-8"),
            ("recherche/search.js", "text/javascript; charset=utf-8"),
            ("plan.svg", "image/svg+xml"),
            ("data/cpsv-ap.jsonld", "application/ld+json"),
            ("data/hsds/services.json", "application/json"),
            ("carte.vcf", "text/vcard; charset=utf-8"),
            ("a.html/plan", OCTETS),
            ("xml", OCTETS),
            ("", OCTETS),
        ];
        for (path, expected) in cases {
            assert_eq!(content_type(path), expected, "{path}");
        }
    }
}
