//! Encodes photographs as well as their budget allows.

use image::RgbImage;
use jpeg_encoder::{ColorType, Encoder};

use super::decode::scaled;
use super::recipe::Recipe;
use crate::model::ImageStyle;

/// What is tried, from best to lightest: the scale, in thousandths, and the quality. The first step within
/// the budget is taken; a scaled picture is shown as large as the others.
const STEPS: &[(u32, u8)] = &[
    (1000, 60),
    (1000, 45),
    (1000, 30),
    (750, 38),
    (750, 26),
    (500, 30),
];

/// The JPEG of a picture, and the WebP if the recipe asks for one.
pub fn encode(picture: RgbImage, recipe: &Recipe) -> (Vec<u8>, Option<Vec<u8>>) {
    let picture = match recipe.style == ImageStyle::Grey {
        true => grey(&picture),
        false => picture,
    };
    // A scan or an old photograph without colour is a fifth smaller without colour channels.
    let colour = match is_grey(&picture) {
        true => ColorType::Luma,
        false => ColorType::Rgb,
    };
    let fallback = lightest(&picture, recipe.budget, |picture, quality| {
        jpeg(picture, colour, quality)
    });
    let webp = recipe.webp.then(|| lightest(&picture, recipe.budget, webp));
    (fallback, webp)
}

/// The first of the [`STEPS`] within the budget, or the last one.
fn lightest(picture: &RgbImage, budget: u32, encode: impl Fn(&RgbImage, u8) -> Vec<u8>) -> Vec<u8> {
    let mut last = Vec::new();
    for (thousandths, quality) in STEPS {
        last = match thousandths {
            1000 => encode(picture, *quality),
            part => encode(&scaled(picture, *part), *quality),
        };
        if last.len() <= budget as usize {
            break;
        }
    }
    last
}

pub fn grey(picture: &RgbImage) -> RgbImage {
    let mut grey = picture.clone();
    for pixel in grey.pixels_mut() {
        pixel.0 = [luma(pixel.0); 3];
    }
    grey
}

/// How light a colour is (ITU-R BT.601, 2.5.1, as in JPEG).
pub fn luma([red, green, blue]: [u8; 3]) -> u8 {
    let sum = 299 * u32::from(red) + 587 * u32::from(green) + 114 * u32::from(blue);
    u8::try_from((sum + 500) / 1000).unwrap_or(u8::MAX)
}

/// Whether at most one pixel in a thousand has a visible colour.
fn is_grey(picture: &RgbImage) -> bool {
    const SEEN: u8 = 16;
    let coloured = picture.pixels().filter(|pixel| {
        let [red, green, blue] = pixel.0;
        red.max(green).max(blue) - red.min(green).min(blue) > SEEN
    });
    let pixels = picture.width() as usize * picture.height() as usize;
    coloured.count() * 1000 <= pixels
}

/// Progressive: on a slow line, the whole picture appears after the first tenth and then sharpens.
fn jpeg(picture: &RgbImage, colour: ColorType, quality: u8) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, quality);
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    let grey: Vec<u8>;
    let pixels = match colour {
        ColorType::Luma => {
            grey = picture.pixels().map(|pixel| luma(pixel.0)).collect();
            &grey
        }
        _ => picture.as_raw(),
    };
    let side = |pixels: u32| u16::try_from(pixels).unwrap_or(u16::MAX);
    let (width, height) = (side(picture.width()), side(picture.height()));
    // The recipe bounds the sides, and writing to a vector does not fail.
    let _ = encoder.encode(pixels, width, height, colour);
    out
}

fn webp(picture: &RgbImage, quality: u8) -> Vec<u8> {
    super::drawing::webp(picture, |config| config.quality = f32::from(quality))
}
