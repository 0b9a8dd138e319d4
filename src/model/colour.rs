//! The colour of a site, and the shades that its pages and sheets need of it.

use serde_json::{Value as Json, json};

use super::decoder::Decoder;
use super::record::{Decode, FieldInput};
use crate::diagnostics::{Code, Diagnostic};
use crate::spelling::find;
use crate::yaml::{Node, scalar};

/// A colour of which text can be written on white, and on which white text can be written: its contrast with
/// white is at least 7 to 1 (WCAG 2.2, 1.4.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Colour(Rgb);

/// Red, green and blue, as screens mix them (sRGB), from 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Rgb([u8; 3]);

const WHITE: Rgb = Rgb([255; 3]);
const BLACK: Rgb = Rgb([0; 3]);

/// The background of pages in dark mode.
const NIGHT: Rgb = Rgb([0x11; 3]);

/// The least contrast of text of any size for people with low vision (WCAG 2.2, 1.4.6).
const LEAST_CONTRAST: f64 = 7.0;

/// Names for those who do not know numbers. Each has the contrast.
const NAMES: &[(&str, Colour)] = &[
    ("blue", Colour::of(0x0b_4a_75)),
    ("bleu", Colour::of(0x0b_4a_75)),
    ("navy", Colour::of(0x1b_2e_5a)),
    ("marine", Colour::of(0x1b_2e_5a)),
    ("teal", Colour::of(0x00_54_54)),
    ("canard", Colour::of(0x00_54_54)),
    ("green", Colour::of(0x14_55_2b)),
    ("vert", Colour::of(0x14_55_2b)),
    ("red", Colour::of(0x9b_11_1e)),
    ("rouge", Colour::of(0x9b_11_1e)),
    ("burgundy", Colour::of(0x6d_14_2f)),
    ("bordeaux", Colour::of(0x6d_14_2f)),
    ("purple", Colour::of(0x5a_26_80)),
    ("violet", Colour::of(0x5a_26_80)),
    ("brown", Colour::of(0x6b_3a_12)),
    ("brun", Colour::of(0x6b_3a_12)),
    ("grey", Colour::of(0x46_46_46)),
    ("gris", Colour::of(0x46_46_46)),
    ("black", Colour::of(0)),
    ("noir", Colour::of(0)),
];

impl Rgb {
    const fn of(number: u32) -> Self {
        let [_, red, green, blue] = number.to_be_bytes();
        Self([red, green, blue])
    }

    /// Reads `#0b4a75` or `#069`, with or without the sign.
    fn parse(text: &str) -> Option<Self> {
        let digits = text.trim();
        let digits = digits.strip_prefix('#').unwrap_or(digits);
        let is_number = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = u32::from_str_radix(digits, 16).ok().filter(|_| is_number)?;
        match digits.len() {
            6 => Some(Self::of(number)),
            3 => {
                let twice = |digit: u32| (digit & 0xf) * 0x11;
                let number = twice(number >> 8) << 16 | twice(number >> 4) << 8 | twice(number);
                Some(Self::of(number))
            }
            _ => None,
        }
    }

    /// How bright it is, from 0 to 1 (relative luminance, WCAG 2.2).
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|channel| {
            let share = f64::from(channel) / 255.0;
            match share <= 0.040_45 {
                true => share / 12.92,
                false => ((share + 0.055) / 1.055).powf(2.4),
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast of two colours, from 1 to 21 (WCAG 2.2).
    fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// Mixed with another, of which it takes so many hundredths.
    fn mixed(self, other: Self, hundredths: u32) -> Self {
        let mut mixed = self.0;
        for (channel, other) in mixed.iter_mut().zip(other.0) {
            let sum = u32::from(*channel) * (100 - hundredths) + u32::from(other) * hundredths;
            *channel = u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX);
        }
        Self(mixed)
    }

    /// With as little of `other` as gives it the contrast with `ground`; `other` has it.
    fn towards(self, other: Self, ground: Self) -> Self {
        let shades = (0..100).map(|hundredths| self.mixed(other, hundredths));
        let mut legible = shades.filter(|shade| shade.contrast(ground) >= LEAST_CONTRAST);
        legible.next().unwrap_or(other)
    }

    /// As style sheets write it: `#0b4a75`.
    fn hex(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Default for Colour {
    /// A dark green that goes with nothing in particular: what a site has that sets none.
    fn default() -> Self {
        Self::of(0x00_4d_40)
    }
}

impl Colour {
    const fn of(number: u32) -> Self {
        Self(Rgb::of(number))
    }

    /// As style sheets and sheets write it: `#0b4a75`.
    pub fn hex(self) -> String {
        self.0.hex()
    }

    /// Red, green and blue, from 0 to 255.
    pub fn channels(self) -> [u8; 3] {
        self.0.0
    }

    /// A background for dark text, and for text in the colour itself: mostly white.
    pub fn tint(self) -> String {
        let tints = (92..100).map(|hundredths| self.0.mixed(WHITE, hundredths));
        let mut legible = tints.filter(|tint| self.0.contrast(*tint) >= LEAST_CONTRAST);
        legible.next().unwrap_or(WHITE).hex()
    }

    /// For lines and frames: between it and white.
    pub fn line(self) -> String {
        self.0.mixed(WHITE, 55).hex()
    }

    /// What it becomes on the dark backgrounds of a page at night: as bright as it must be to be read.
    pub fn by_night(self) -> String {
        let bright = self.0.mixed(WHITE, 30).towards(WHITE, NIGHT);
        bright.towards(WHITE, self.dark()).hex()
    }

    /// A background for light text at night: mostly black.
    pub fn night_tint(self) -> String {
        self.dark().hex()
    }

    fn dark(self) -> Rgb {
        self.0.mixed(BLACK, 70).mixed(NIGHT, 30)
    }

    /// The names that an editor of this language may write.
    fn shown_names(french: bool) -> String {
        crate::model::choice::shown_names(NAMES, french).join(", ")
    }
}

impl Decode for Colour {
    const INPUT: FieldInput = FieldInput::Colour;

    const IS_WORD: bool = true;

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let written = decoder.text(node, "text")?;
        if let Some(colour) = find(NAMES, written) {
            return Some(colour);
        }
        let Some(colour) = Rgb::parse(written) else {
            let found = Diagnostic::new(Code::BadColour, decoder.location(node))
                .with("value", written)
                .with("known", Self::shown_names(decoder.french));
            decoder.report(found);
            return None;
        };
        if colour.contrast(WHITE) >= LEAST_CONTRAST {
            return Some(Self(colour));
        }
        let darker = colour.towards(BLACK, WHITE).hex();
        let found = Diagnostic::new(Code::FaintColour, decoder.location(node))
            .with("value", written)
            // A whole number, rounded down, reads the same in every language, and is never 7.
            .with("contrast", format!("{:.0}", colour.contrast(WHITE).floor()))
            .with("darker", &*darker)
            .instead(scalar(&darker));
        decoder.report(found);
        None
    }

    fn schema() -> Json {
        let names: Vec<&str> = NAMES.iter().map(|(name, _)| *name).collect();
        json!({ "anyOf": [
            { "enum": names },
            { "type": "string", "pattern": "^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$" },
        ] })
    }
}

#[cfg(test)]
mod tests {
    use super::{BLACK, Colour, LEAST_CONTRAST, NAMES, NIGHT, Rgb, WHITE};

    /// Figures of the examples of WCAG 2.2 and of WebAIM's contrast checker.
    #[test]
    fn contrast_is_that_of_wcag() {
        let contrast = |one: &str, two: &str| {
            let (one, two) = (Rgb::parse(one), Rgb::parse(two));
            (one.zip(two)).map_or(0.0, |(one, two)| {
                (one.contrast(two) * 100.0).floor() / 100.0
            })
        };
        assert!((contrast("#fff", "#000") - 21.0).abs() < 0.001);
        assert!((contrast("#767676", "#fff") - 4.54).abs() < 0.001);
        assert!((contrast("#595959", "ffffff") - 7.0).abs() < 0.01);
    }

    #[test]
    fn every_shade_of_every_colour_can_be_read() {
        let named = NAMES.iter().map(|(_, colour)| colour.0);
        let mixed = (0..=255).step_by(17).flat_map(|red| {
            let rest = (0..=255).step_by(17);
            rest.flat_map(move |green| {
                (0..=255)
                    .step_by(51)
                    .map(move |blue| Rgb([red, green, blue]))
            })
        });
        let default = Colour::default().0;
        for colour in named.clone().chain([default]) {
            assert!(colour.contrast(WHITE) >= LEAST_CONTRAST, "{colour:?}");
        }
        for colour in named.chain(mixed) {
            let day = colour.towards(BLACK, WHITE);
            assert!(day.contrast(WHITE) >= LEAST_CONTRAST, "{colour:?}");
            let day = Colour(day);
            // Text, links and titles on what is a background.
            for (ground, ink) in [
                (day.tint(), "#222".to_owned()),
                (day.tint(), day.hex()),
                (NIGHT.hex(), day.by_night()),
                (day.night_tint(), day.by_night()),
                (day.night_tint(), "#eee".to_owned()),
            ] {
                let pair = Rgb::parse(&ground).zip(Rgb::parse(&ink));
                assert!(
                    pair.is_some_and(|(ground, ink)| ground.contrast(ink) >= LEAST_CONTRAST),
                    "{colour:?} {ground}"
                );
            }
        }
    }

    #[test]
    fn a_colour_is_a_number_of_three_or_six_digits() {
        assert_eq!(Rgb::parse("#069"), Rgb::parse("006699"));
        assert_eq!(Rgb::parse(" #0B4a75 "), Some(Rgb([0x0b, 0x4a, 0x75])));
        for wrong in [
            "",
            "#",
            "#12",
            "#12345",
            "+12345",
            "#éa0",
            "12345678",
            "rgb(0,0,0)",
        ] {
            assert_eq!(Rgb::parse(wrong), None, "{wrong}");
        }
    }
}
