//! Drawings: plans, screenshots, logos. Few colours and sharp lines, without the haze that a photograph's
//! format puts around letters; also dithered pictures.

use std::collections::BTreeSet;

use image::RgbImage;
use quantette::deps::palette::Srgb;
use quantette::deps::palette::cast::from_component_slice;
use quantette::{ImageRef, PaletteSize, Pipeline};
use webp::WebPConfig;

use super::decode::scaled;
use super::photo::luma;
use super::recipe::Recipe;
use crate::model::ImageStyle;

/// What is tried, from best to lightest: the scale, in thousandths, and the number of colours.
const STEPS: &[(u32, u16)] = &[(1000, 64), (1000, 16), (750, 16), (500, 16)];

/// What is tried for dithered shades: the scale, in thousandths, and the number of shades.
const DOTTED_STEPS: &[(u32, u16)] = &[(1000, 4), (1000, 2), (750, 2), (500, 2)];

/// A picture in few colours.
struct Indexed {
    width: u32,
    height: u32,
    palette: Vec<[u8; 3]>,
    pixels: Vec<u8>,
}

/// The PNG of a picture, and the WebP if the recipe asks for one: the first step within the budget, or the
/// last one.
pub fn encode(picture: &RgbImage, recipe: &Recipe) -> (Vec<u8>, Option<Vec<u8>>) {
    let is_dotted = recipe.style == ImageStyle::Dithered;
    let steps = if is_dotted { DOTTED_STEPS } else { STEPS };
    let mut made = (Vec::new(), None);
    for (thousandths, colours) in steps {
        let picture = match thousandths {
            1000 => picture.clone(),
            part => scaled(picture, *part),
        };
        let indexed = match recipe.style {
            ImageStyle::Dithered => dotted(&picture, *colours),
            ImageStyle::Grey => Indexed::new(&super::photo::grey(&picture), *colours),
            _ => Indexed::new(&picture, *colours),
        };
        let png = indexed.png().unwrap_or_default();
        let is_light = png.len() <= recipe.budget as usize;
        made = (png, Some(indexed));
        if is_light {
            break;
        }
    }
    let (png, indexed) = made;
    let webp = indexed.filter(|_| recipe.webp);
    (png, webp.map(|indexed| indexed.webp()))
}

impl Indexed {
    /// The picture in at most this many colours, or in its own if it has no more.
    fn new(picture: &RgbImage, colours: u16) -> Self {
        let (width, height) = picture.dimensions();
        let most = usize::from(colours);
        let mut seen = BTreeSet::new();
        for pixel in picture.pixels() {
            seen.insert(pixel.0);
            if seen.len() > most {
                return Self::reduced(picture, colours);
            }
        }
        let palette: Vec<[u8; 3]> = seen.into_iter().collect();
        let index = |pixel: &image::Rgb<u8>| {
            let at = palette.binary_search(&pixel.0).unwrap_or_default();
            u8::try_from(at).unwrap_or_default()
        };
        let pixels = picture.pixels().map(index).collect();
        Self {
            width,
            height,
            palette,
            pixels,
        }
    }

    fn reduced(picture: &RgbImage, colours: u16) -> Self {
        let (width, height) = picture.dimensions();
        let colours_of = |palette: &[Srgb<u8>]| {
            let colour = |colour: &Srgb<u8>| [colour.red, colour.green, colour.blue];
            palette.iter().map(colour).collect()
        };
        let pixels: &[Srgb<u8>] = from_component_slice(picture.as_raw());
        let input = ImageRef::new(width, height, pixels);
        let size = PaletteSize::try_from(colours).unwrap_or(PaletteSize::MAX);
        let reduced = input.map(|input| {
            Pipeline::new()
                .palette_size(size)
                .ditherer(None)
                .input_image(input)
                .output_srgb8_indexed_image()
        });
        match reduced {
            Ok(reduced) => Self {
                width,
                height,
                palette: colours_of(reduced.palette()),
                pixels: reduced.indices().to_vec(),
            },
            // Its sides are bounded, so it is never too large.
            Err(_) => dotted(picture, 4),
        }
    }

    fn png(&self) -> Option<Vec<u8>> {
        let (depth, bits) = match self.palette.len() {
            0..=2 => (png::BitDepth::One, 1_u32),
            3..=4 => (png::BitDepth::Two, 2),
            5..=16 => (png::BitDepth::Four, 4),
            _ => (png::BitDepth::Eight, 8),
        };
        let mut out = Vec::new();
        let mut encoder = png::Encoder::new(&mut out, self.width, self.height);
        encoder.set_depth(depth);
        if self.is_scale(bits) {
            encoder.set_color(png::ColorType::Grayscale);
        } else {
            encoder.set_color(png::ColorType::Indexed);
            encoder.set_palette(self.palette.concat());
        }
        encoder.set_compression(png::Compression::High);
        // Numbers next to each other need not be similar colours.
        encoder.set_filter(png::Filter::NoFilter);
        let mut writer = encoder.write_header().ok()?;
        let rows = self.pixels.chunks(self.width.max(1) as usize);
        let packed: Vec<u8> = rows.flat_map(|row| packed(row, bits as usize)).collect();
        writer.write_image_data(&packed).ok()?;
        writer.finish().ok()?;
        Some(out)
    }

    /// Whether the colours are what numbers of this many bits mean in a PNG without a palette, which a sheet stores with
    /// one byte for each dot instead of three.
    fn is_scale(&self, bits: u32) -> bool {
        let last = (1_usize << bits) - 1;
        let shade = |at: usize| u8::try_from(at * 255 / last).unwrap_or(u8::MAX);
        let mut shades = self.palette.iter().enumerate();
        self.palette.len() == last + 1 && shades.all(|(at, colour)| *colour == [shade(at); 3])
    }

    fn webp(&self) -> Vec<u8> {
        let colour = |index: &u8| self.palette.get(usize::from(*index)).copied();
        let pixels = self.pixels.iter().filter_map(colour).flatten().collect();
        let picture = RgbImage::from_raw(self.width, self.height, pixels);
        picture.map_or_else(Vec::new, |picture| {
            webp(&picture, |config| {
                config.lossless = 1;
                config.quality = 100.0;
                // The slowest method tries everything, for seconds on a dithered picture, and saves 1 % over
                // this one.
                config.method = 4;
            })
        })
    }
}

/// A row of numbers, each packed into this many bits.
fn packed(row: &[u8], bits: usize) -> impl Iterator<Item = u8> {
    row.chunks(8 / bits).map(move |pixels| {
        let bytes = pixels.iter().enumerate();
        bytes.fold(0, |byte, (at, pixel)| byte | pixel << (8 - bits * (at + 1)))
    })
}

/// Thresholds of an ordered 8 × 8 screen, in sixty-fourths (Bayer, 1973): neighbours differ as much as
/// possible. Because the screen repeats, the picture takes half of what scattered dots take.
const SCREEN: [[u16; 8]; 8] = screen();

const fn screen() -> [[u16; 8]; 8] {
    let mut screen = [[0; 8]; 8];
    let mut y = 0;
    while y < 8 {
        let mut x = 0;
        while x < 8 {
            // The bits of x ^ y and y, interleaved from the last to the first.
            let (mut value, mut bit) = (0, 0);
            while bit < 3 {
                value = value << 2 | (((x ^ y) >> bit & 1) << 1 | y >> bit & 1) as u16;
                bit += 1;
            }
            screen[y][x] = value;
            x += 1;
        }
        y += 1;
    }
    screen
}

/// The picture in this many shades of grey, including black and white, with dots for the shades in between.
fn dotted(picture: &RgbImage, shades: u16) -> Indexed {
    let last = shades.max(2) - 1;
    let pixels = picture.enumerate_pixels().map(|(x, y, pixel)| {
        // In 16 320 steps (255 × 64), so that the threshold falls between two of them.
        let light = u32::from(luma(pixel.0)) * u32::from(last) * 64;
        let threshold = u32::from(SCREEN[(y % 8) as usize][(x % 8) as usize]) * 255 + 127;
        let shade = (light + threshold) / (255 * 64);
        u8::try_from(shade.min(u32::from(last))).unwrap_or_default()
    });
    let shade = |index: u16| u8::try_from(index * 255 / last).unwrap_or(u8::MAX);
    Indexed {
        width: picture.width(),
        height: picture.height(),
        palette: (0..=last).map(|index| [shade(index); 3]).collect(),
        pixels: pixels.collect(),
    }
}

/// The WebP of a picture, with the best method unless another is set: for lossless pictures that one takes
/// seconds.
pub fn webp(picture: &RgbImage, configure: impl Fn(&mut WebPConfig)) -> Vec<u8> {
    let (width, height) = picture.dimensions();
    let encoder = webp::Encoder::from_rgb(picture, width, height);
    let Ok(mut config) = WebPConfig::new() else {
        return Vec::new();
    };
    config.method = 6;
    configure(&mut config);
    let encoded = encoder.encode_advanced(&config);
    encoded.map_or_else(|_| Vec::new(), |webp| webp.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::images::ImageKind;
    use crate::model::Colour;

    #[test]
    fn the_screen_has_each_threshold_once() {
        let all: BTreeSet<u16> = SCREEN.iter().flatten().copied().collect();
        assert_eq!(
            all.into_iter().collect::<Vec<_>>(),
            (0..64).collect::<Vec<_>>()
        );
        assert_eq!(&SCREEN[0][..4], [0, 32, 8, 40]);
    }

    #[test]
    fn dots_are_as_dark_as_what_they_stand_for() {
        for shade in [0, 40, 128, 200, 255] {
            let flat = RgbImage::from_pixel(64, 64, image::Rgb([shade; 3]));
            for shades in [2, 4] {
                let dotted = dotted(&flat, shades);
                let light = dotted
                    .pixels
                    .iter()
                    .map(|index| u64::from(dotted.palette[usize::from(*index)][0]));
                let mean = light.sum::<u64>() as f64 / 4096.0;
                assert!((mean - f64::from(shade)).abs() < 3.0, "{shade} {mean}");
            }
        }
    }

    #[test]
    fn shades_need_no_palette() {
        let mut picture = RgbImage::from_pixel(9, 2, image::Rgb([255; 3]));
        picture.put_pixel(3, 1, image::Rgb([0; 3]));
        for shades in [2, 4] {
            let png = dotted(&picture, shades).png().unwrap();
            assert!(!png.windows(4).any(|name| name == b"PLTE"));
            assert_eq!(image::load_from_memory(&png).unwrap().into_rgb8(), picture);
        }
    }

    #[test]
    fn few_colours_stay_as_they_are() {
        let mut picture = RgbImage::from_pixel(33, 7, image::Rgb([250, 240, 10]));
        picture.put_pixel(3, 3, image::Rgb([1, 2, 3]));
        picture.put_pixel(32, 6, image::Rgb([200, 2, 3]));
        let recipe = Recipe {
            kind: ImageKind::Drawing,
            style: ImageStyle::Colour,
            side: 480,
            budget: 9000,
            webp: true,
            ground: Colour::default(),
        };
        let (png, webp) = encode(&picture, &recipe);
        let decoded = |bytes: &[u8]| image::load_from_memory(bytes).unwrap().into_rgb8();
        assert_eq!(decoded(&png), picture);
        assert_eq!(decoded(&webp.unwrap()), picture);
    }
}
