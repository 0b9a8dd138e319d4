//! What is made of an image: how large, in which shades, and at which address.

use super::{Head, Kind};
use crate::model::ImageStyle;

/// What an image is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Purpose {
    /// To stand on a page.
    Page,
    /// To be looked at on its own, behind a link.
    Large,
    /// To be printed.
    Sheet,
}

/// How an image is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Recipe {
    /// What is shown.
    pub kind: Kind,
    /// What is kept of it; never the original.
    pub style: ImageStyle,
    /// The most pixels of its longer side.
    pub side: u32,
    /// The most bytes that it should take.
    pub budget: u32,
    /// Whether it is made in WebP too.
    pub webp: bool,
}

/// A link leads to a picture that fills a screen: twice the width of the column and more.
const LARGE: (u32, u32) = (1600, 150_000);

/// On paper a picture is 170 mm wide at most; 800 pixels are 120 to the inch, which a photocopier keeps.
const SHEET: (u32, u32) = (800, 24_000);

impl Recipe {
    /// The recipe for an image of this kind. On a page it has at most `side` pixels and `budget` bytes.
    pub fn new(kind: Kind, style: ImageStyle, purpose: Purpose, side: u32, budget: u32) -> Self {
        let (side, budget) = match purpose {
            Purpose::Page => (side, budget),
            Purpose::Large => (LARGE.0.max(side), LARGE.1.max(budget)),
            Purpose::Sheet => SHEET,
        };
        if kind == Kind::Vector {
            // Cleaned, it is the same for whatever it is made: one file at one address.
            return Self {
                kind,
                style: ImageStyle::Colour,
                side: 0,
                budget: 0,
                webp: false,
            };
        }
        Self {
            kind,
            style,
            side,
            budget,
            webp: purpose == Purpose::Page && has_webp(kind, style),
        }
    }

    /// The ending of the file that every browser loads.
    pub fn ending(&self) -> &'static str {
        ending(self.kind, self.style)
    }
}

fn has_webp(kind: Kind, style: ImageStyle) -> bool {
    // A PNG of four shades is as small as WebP makes it.
    kind != Kind::Vector && matches!(style, ImageStyle::Colour | ImageStyle::Grey)
}

fn ending(kind: Kind, style: ImageStyle) -> &'static str {
    match (kind, style) {
        (Kind::Vector, _) => "svg",
        (Kind::Photo, ImageStyle::Colour | ImageStyle::Grey) => "jpg",
        _ => "png",
    }
}

/// Width and height that fit into a square of `side` pixels; nothing is made larger.
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

impl Head {
    /// Width and height at which it is shown on a page.
    pub fn shown(&self, style: ImageStyle, side: u32) -> Option<(u32, u32)> {
        match self.kind {
            Kind::Vector => self.pixels,
            _ if style == ImageStyle::Original => self.pixels,
            _ => Some(fit(self.pixels?, side)),
        }
    }

    /// Where what is made of the file at `key` stands: the one that every browser loads, and the WebP beside it where there is one.
    ///
    /// The name of the file is kept whole, so that `plan.png` and `plan.jpg` remain two, and its own address remains free for itself.
    pub fn addresses(
        &self,
        key: &str,
        style: ImageStyle,
        purpose: Purpose,
    ) -> (String, Option<String>) {
        if self.kind == Kind::Vector || style == ImageStyle::Original {
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
            let head = Head {
                kind,
                pixels: None,
                moves: false,
            };
            head.addresses(key, style, purpose)
        };
        let colour = ImageStyle::Colour;
        assert_eq!(
            at("a/x.JPG", Kind::Photo, colour, Purpose::Page),
            ("a/x.small.JPG".into(), Some("a/x.small.JPG.webp".into()))
        );
        assert_eq!(
            at("x.png", Kind::Photo, colour, Purpose::Page),
            ("x.small.png.jpg".into(), Some("x.small.png.webp".into()))
        );
        assert_eq!(
            at("x.webp", Kind::Photo, colour, Purpose::Page),
            ("x.small.webp.jpg".into(), Some("x.small.webp".into()))
        );
        assert_eq!(
            at("x.png", Kind::Drawing, ImageStyle::Dithered, Purpose::Page),
            ("x.dithered.small.png".into(), None)
        );
        assert_eq!(
            at("x.jpeg", Kind::Photo, ImageStyle::Grey, Purpose::Large),
            ("x.grey.large.jpeg".into(), None)
        );
        assert_eq!(
            at("x.svg", Kind::Vector, colour, Purpose::Page),
            ("x.svg".into(), None)
        );
    }
}
