//! Decides what is made of an image: its size, its shades and its address.

use super::{ImageHeader, ImageKind};
use crate::model::{Colour, ImageStyle};

/// What an image is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Purpose {
    /// To be shown on a page.
    Page,
    /// To be viewed on its own, behind a link.
    Large,
    /// To be printed.
    Sheet,
    /// To stand at the head of every page: the site's logo.
    Logo,
    /// To stand beside an article in a list.
    Thumbnail,
}

/// How to make an image.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Recipe {
    /// What it shows.
    pub kind: ImageKind,
    /// What is kept of it; never the original file.
    pub style: ImageStyle,
    /// The longer side, in pixels, at most.
    pub side: u32,
    /// The size in bytes that it should not exceed.
    pub budget: u32,
    /// Whether a WebP is made too.
    pub webp: bool,
    /// What a white picture on nothing is put on, so that it can be seen.
    pub ground: Colour,
}

/// A link leads to a picture that fills a screen: more than twice the width of the column.
const LARGE: (u32, u32) = (1600, 150_000);

/// A logo is shown 48 pixels tall and at most 192 wide. One that is at most twice as wide as tall is sharp on screens with two pixels to
/// a point.
const LOGO: (u32, u32) = (192, 5_000);

/// Beside an article: five lines wide, twice as many pixels.
const THUMBNAIL: (u32, u32) = (THUMBNAIL_SIDE, 4_000);

/// The longer side of a picture in a list, in pixels.
pub const THUMBNAIL_SIDE: u32 = 180;

/// On paper a picture of 4 by 3 is at most 124 mm wide; 600 pixels are 123 per inch, which a photocopier preserves.
const SHEET: (u32, u32) = (600, 11_000);

impl Recipe {
    /// The recipe for an image of this kind. On a page it has at most `side` pixels and `budget` bytes.
    pub fn new(
        kind: ImageKind,
        style: ImageStyle,
        purpose: Purpose,
        side: u32,
        budget: u32,
        ground: Colour,
    ) -> Self {
        let (side, budget) = match purpose {
            Purpose::Page => (side, budget),
            Purpose::Large => (LARGE.0.max(side), LARGE.1.max(budget)),
            Purpose::Sheet => SHEET,
            Purpose::Logo => LOGO,
            Purpose::Thumbnail => THUMBNAIL,
        };
        if kind == ImageKind::Vector {
            // A cleaned drawing is the same for every use: one file at one address.
            return Self {
                kind,
                style: ImageStyle::Colour,
                side: 0,
                budget: 0,
                webp: false,
                ground,
            };
        }
        Self {
            kind,
            style,
            side,
            budget,
            webp: purpose == Purpose::Page && has_webp(kind, style),
            ground,
        }
    }

    /// The extension of the file that every browser loads.
    pub fn ending(&self) -> &'static str {
        ending(self.kind, self.style)
    }
}

fn has_webp(kind: ImageKind, style: ImageStyle) -> bool {
    // A PNG of four shades is as small as its WebP.
    kind != ImageKind::Vector && matches!(style, ImageStyle::Colour | ImageStyle::Grey)
}

fn ending(kind: ImageKind, style: ImageStyle) -> &'static str {
    match (kind, style) {
        (ImageKind::Vector, _) => "svg",
        (ImageKind::Photo, ImageStyle::Colour | ImageStyle::Grey) => "jpg",
        _ => "png",
    }
}

/// Width and height that fit into a square of `side` pixels; nothing is enlarged.
pub fn fit((width, height): (u32, u32), side: u32) -> (u32, u32) {
    let longer = width.max(height);
    if longer <= side {
        return (width, height);
    }
    let scale = |pixels: u32| {
        let scaled =
            (u64::from(pixels) * u64::from(side) * 2 + u64::from(longer)) / (2 * u64::from(longer));
        u32::try_from(scaled).unwrap_or(side).max(1)
    };
    (scale(width), scale(height))
}

impl ImageHeader {
    /// Width and height at which it is shown on a page.
    pub fn shown(&self, style: ImageStyle, side: u32) -> Option<(u32, u32)> {
        match self.kind {
            ImageKind::Vector => self.pixels,
            _ if style == ImageStyle::Original => self.pixels,
            _ => Some(fit(self.pixels?, side)),
        }
    }

    /// The addresses of what is made from the file at `key`: the one that every browser loads, and the WebP,
    /// if any.
    ///
    /// Keeps the whole name of the file, so that `plan.png` and `plan.jpg` stay distinct and the original's
    /// own address stays free.
    pub fn addresses(
        &self,
        key: &str,
        style: ImageStyle,
        purpose: Purpose,
    ) -> (String, Option<String>) {
        if self.kind == ImageKind::Vector || style == ImageStyle::Original {
            return (key.to_owned(), None);
        }
        let (stem, old) = key.rsplit_once('.').unwrap_or((key, ""));
        let shade = match style {
            ImageStyle::Grey => ".grey",
            ImageStyle::Dithered => ".dithered",
            ImageStyle::Colour | ImageStyle::Original => "",
        };
        let size = match purpose {
            Purpose::Large => ".large",
            Purpose::Logo => ".logo",
            Purpose::Thumbnail => ".thumbnail",
            Purpose::Page | Purpose::Sheet => ".small",
        };
        let named = |ending: &str| {
            let same = match old.to_ascii_lowercase().as_str() {
                "jpeg" => ending == "jpg",
                old => ending == old,
            };
            match same {
                true => format!("{stem}{shade}{size}.{old}"),
                false => format!("{stem}{shade}{size}.{old}.{ending}"),
            }
        };
        let webp = purpose == Purpose::Page && has_webp(self.kind, style);
        (named(ending(self.kind, style)), webp.then(|| named("webp")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn images_fit_and_never_grow() {
        assert_eq!(fit((4000, 3000), 480), (480, 360));
        assert_eq!(fit((3000, 4000), 480), (360, 480));
        assert_eq!(fit((200, 100), 480), (200, 100));
        assert_eq!(fit((100_000, 3), 480), (480, 1));
    }

    #[test]
    fn each_file_has_addresses_of_its_own() {
        let at = |key, kind, style, purpose| {
            let head = ImageHeader {
                kind,
                pixels: None,
                moves: false,
            };
            head.addresses(key, style, purpose)
        };
        let colour = ImageStyle::Colour;
        assert_eq!(
            at("a/x.JPG", ImageKind::Photo, colour, Purpose::Page),
            ("a/x.small.JPG".into(), Some("a/x.small.JPG.webp".into()))
        );
        assert_eq!(
            at("x.png", ImageKind::Photo, colour, Purpose::Page),
            ("x.small.png.jpg".into(), Some("x.small.png.webp".into()))
        );
        assert_eq!(
            at("x.webp", ImageKind::Photo, colour, Purpose::Page),
            ("x.small.webp.jpg".into(), Some("x.small.webp".into()))
        );
        assert_eq!(
            at(
                "x.png",
                ImageKind::Drawing,
                ImageStyle::Dithered,
                Purpose::Page
            ),
            ("x.dithered.small.png".into(), None)
        );
        assert_eq!(
            at("x.jpeg", ImageKind::Photo, ImageStyle::Grey, Purpose::Large),
            ("x.grey.large.jpeg".into(), None)
        );
        assert_eq!(
            at("x.svg", ImageKind::Vector, colour, Purpose::Page),
            ("x.svg".into(), None)
        );
    }
}
