//! Files that come from elsewhere into the content folder.

use std::path::Path;

use crate::files::{IMAGES, PUBLISHED};
use crate::markdown::slug;

/// The name under which the site keeps a file: plain letters, and the ending of what its bytes are. `None` if pages do
/// not offer such files, or if an image is none.
pub fn upload_name(name: &str, bytes: &[u8]) -> Option<String> {
    const LONGEST: usize = 60;
    let name = Path::new(name.rsplit(['/', '\\']).next().unwrap_or(name));
    let ending = name.extension()?.to_str()?.to_ascii_lowercase();
    let is_image = IMAGES.contains(&&*ending);
    if !is_image && !PUBLISHED.contains(&&*ending) {
        return None;
    }
    let known = image::guess_format(bytes).ok().and_then(|format| {
        let endings = format.extensions_str();
        endings
            .iter()
            .any(|known| *known == ending)
            .then_some(&*ending)
            .or(endings.first().copied())
    });
    // A drawing is text, and AVIF is shown as it is.
    let ending = match (is_image, known) {
        (true, Some(known)) if IMAGES.contains(&known) => known.to_owned(),
        (true, _) if matches!(&*ending, "svg" | "avif") => ending,
        (true, _) => return None,
        (false, _) => ending,
    };
    let mut stem = slug(&name.file_stem()?.to_string_lossy());
    stem.truncate(LONGEST);
    let stem = match stem.trim_matches('-') {
        "" => "image",
        stem => stem,
    };
    Some(format!("{stem}.{ending}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain_and_true() {
        let png = b"\x89PNG\r\n\x1a\n";
        for (name, bytes, kept) in [
            ("Photo de l’été.PNG", &png[..], Some("photo-de-l-ete.png")),
            ("C:\\images\\photo.jpg", png, Some("photo.png")),
            ("../../etc/passwd.pdf", b"%PDF-", Some("passwd.pdf")),
            ("plan.svg", b"<svg/>", Some("plan.svg")),
            ("é.png", png, Some("e.png")),
            ("？.png", png, Some("image.png")),
            ("a.png", b"<script>", None),
            ("a.exe", b"MZ", None),
            ("a.html", b"<p>", None),
            ("a.md", b"x", None),
            ("png", png, None),
        ] {
            assert_eq!(upload_name(name, bytes).as_deref(), kept, "{name}");
        }
    }
}
