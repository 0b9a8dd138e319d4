//! Decodes the pixels of a file and brings them to size.

use std::io::Cursor;
use std::sync::{Mutex, PoisonError};

use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageReader, Limits, RgbImage};

use super::recipe::fit;
use super::whole::{is_cut_jpeg, without_packed_remarks};
use super::{Damage, MOST_PIXELS, ground};
use crate::model::Colour;
use crate::reasons::reason;

/// Images with more pixels than a common telephone's are decoded one at a time: at 16 bits per channel, one
/// takes a gigabyte.
const MANY_PIXELS: u64 = 16_000_000;

/// The most memory for one decoded image: [`MOST_PIXELS`] with four channels of 16 bits.
const MOST_MEMORY: u64 = MOST_PIXELS * 8;

/// The picture in a file, upright, on white where it is transparent or on `ground` if white would hide it, with
/// a longer side of at most `side` pixels. Of an animation, the first frame. Holds `large` while a very large
/// picture is decoded.
pub fn decode(
    file: &[u8],
    side: u32,
    ground: Colour,
    large: &Mutex<()>,
) -> Result<RgbImage, Damage> {
    let damaged = |_| Damage::NotAnImage;
    if is_cut_jpeg(file) {
        return Err(Damage::Cut);
    }
    let file = without_packed_remarks(file);
    let mut reader = ImageReader::new(Cursor::new(&*file))
        .with_guessed_format()
        .map_err(|error| Damage::Unreadable(reason(&error)))?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(damaged)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MOST_PIXELS {
        return Err(Damage::TooLarge);
    }
    let turn = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let guard =
        (pixels > MANY_PIXELS).then(|| large.lock().unwrap_or_else(PoisonError::into_inner));
    let decoded = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    let opaque = match decoded.color().has_alpha() {
        true => ground::flat(&decoded.into_rgba8(), ground).into(),
        false => decoded,
    };
    let mut small = resized(opaque, fit((width, height), side));
    drop(guard);
    small.apply_orientation(turn);
    Ok(small.into_rgb8())
}

/// Resizes a picture. Large ones are averaged over areas first, which costs a tenth of a filter and leaves
/// enough pixels for it.
fn resized(picture: DynamicImage, (width, height): (u32, u32)) -> DynamicImage {
    if (picture.width(), picture.height()) == (width, height) {
        return picture;
    }
    let picture = match picture.width() / width.max(1) {
        0..4 => picture,
        _ => picture.thumbnail_exact(width * 3, height * 3),
    };
    picture.resize_exact(width, height, FilterType::Lanczos3)
}

/// A picture scaled down, in thousandths of its size.
pub fn scaled(picture: &RgbImage, thousandths: u32) -> RgbImage {
    let part = |pixels: u32| {
        let part = u64::from(pixels) * u64::from(thousandths) / 1000;
        u32::try_from(part).unwrap_or(pixels).max(1)
    };
    let (width, height) = (part(picture.width()), part(picture.height()));
    image::imageops::resize(picture, width, height, FilterType::Lanczos3)
}
