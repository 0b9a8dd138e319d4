//! Reads the header of an image file: enough to know how to show it, without decoding it.

use std::fs::File;
use std::io::{BufReader, Cursor, Read as _, Seek as _};
use std::path::Path;

use image::codecs::png::PngDecoder;
use image::{ColorType, ExtendedColorType, ImageDecoder, ImageFormat, ImageReader};

use super::whole::without_packed_remarks;
use super::{Damage, LARGEST_FILE, MOST_PIXELS};

use crate::reasons::reason;

/// What the header of an image file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImageHeader {
    /// What it shows.
    pub kind: ImageKind,
    /// Width and height in pixels, upright; `None` for an SVG without a size.
    pub pixels: Option<(u32, u32)>,
    /// Whether it is animated.
    pub moves: bool,
}

/// What an image shows, judging by its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ImageKind {
    /// A photograph, or anything else that changes from pixel to pixel.
    Photo,
    /// Areas of one colour and sharp lines: a plan, a screenshot, a logo.
    Drawing,
    /// An SVG drawing.
    Vector,
}

/// How much of a file is read for its header. Cameras put a thumbnail before the size of the picture.
const READ: u64 = 256 * 1024;

/// Reads the header of the bitmap at `path`; `ending` is its extension in lower case.
///
/// # Errors
///
/// If the file cannot be read, is not an image, or has more than [`MOST_PIXELS`].
pub fn head(path: &Path, ending: &str) -> Result<ImageHeader, Damage> {
    let unreadable = |error: std::io::Error| Damage::Unreadable(reason(&error));
    if ending == "avif" {
        return Err(Damage::Format);
    }
    let mut file = crate::files::open_file(path).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?.len();
    if size > LARGEST_FILE {
        return Err(Damage::TooLarge);
    }
    let mut bytes = Vec::new();
    file.by_ref()
        .take(READ)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    let found = match of_bytes(&bytes, size) {
        // The part that was read may have ended before the header did.
        Err(Damage::NotAnImage) if size > READ => {
            file.read_to_end(&mut bytes).map_err(unreadable)?;
            of_bytes(&bytes, size)
        }
        found => found,
    };
    let found = found?;
    let (width, height) = found.pixels;
    if width == 0 || height == 0 {
        return Err(Damage::NotAnImage);
    }
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Damage::TooLarge);
    }
    let moves = match found.format {
        Some(ImageFormat::Gif) => has_two_frames(file),
        format => says_it_moves(format, &bytes),
    };
    Ok(ImageHeader {
        kind: found.kind,
        pixels: Some(found.pixels),
        moves,
    })
}

/// Whether a GIF has a second frame; decodes none.
fn has_two_frames(mut file: File) -> bool {
    let mut options = gif::DecodeOptions::new();
    options.skip_frame_decoding(true);
    let decoder = file
        .rewind()
        .ok()
        .and_then(|()| options.read_info(BufReader::new(file)).ok());
    decoder.is_some_and(|mut decoder| {
        let mut next = || matches!(decoder.next_frame_info(), Ok(Some(_)));
        next() && next()
    })
}

/// Whether the header of a file announces more than one frame.
fn says_it_moves(format: Option<ImageFormat>, bytes: &[u8]) -> bool {
    match format {
        Some(ImageFormat::Png) => PngDecoder::new(Cursor::new(&*without_packed_remarks(bytes)))
            .is_ok_and(|decoder| decoder.is_apng().unwrap_or(false)),
        // A flag of the extended form (RFC 9649, 2.7.1).
        Some(ImageFormat::WebP) => {
            bytes.get(12..16) == Some(b"VP8X") && bytes.get(20).is_some_and(|flags| flags & 2 != 0)
        }
        _ => false,
    }
}

/// What the first bytes of a file say.
struct Seen {
    format: Option<ImageFormat>,
    kind: ImageKind,
    pixels: (u32, u32),
}

/// What the first bytes of a file of `size` bytes say.
fn of_bytes(bytes: &[u8], size: u64) -> Result<Seen, Damage> {
    let plain = without_packed_remarks(bytes);
    let mut reader = ImageReader::new(Cursor::new(&*plain))
        .with_guessed_format()
        .map_err(|_| Damage::NotAnImage)?;
    // The image itself is not decoded here, so it may exceed the reader's own bound.
    reader.no_limits();
    let format = reader.format();
    let mut decoder = reader.into_decoder().map_err(|_| Damage::NotAnImage)?;
    let (width, height) = decoder.dimensions();
    let kind = match format {
        Some(ImageFormat::Jpeg) => ImageKind::Photo,
        Some(ImageFormat::WebP) if !is_lossless_webp(bytes) => ImageKind::Photo,
        _ => match is_plain(&decoder, size) {
            true => ImageKind::Drawing,
            false => ImageKind::Photo,
        },
    };
    // Cameras record the rotation as metadata instead of rotating the pixels.
    let turned = decoder
        .orientation()
        .is_ok_and(|orientation| matches!(orientation.to_exif(), 5..=8));
    let pixels = match turned {
        true => (height, width),
        false => (width, height),
    };
    Ok(Seen {
        format,
        kind,
        pixels,
    })
}

/// The overhead of any file besides its pixels; an icon is not a photograph, whatever it shows.
const FRAME: u64 = 4096;

/// Whether a losslessly packed image is so small that it must consist of areas and lines: a photograph takes
/// a byte and a half per pixel in colour and half a byte in grey, a drawing a tenth of that.
fn is_plain(decoder: &impl ImageDecoder, size: u64) -> bool {
    let (width, height) = decoder.dimensions();
    let pixels = (u64::from(width) * u64::from(height)).max(1);
    let is_grey = matches!(
        decoder.color_type(),
        ColorType::L8 | ColorType::L16 | ColorType::La8 | ColorType::La16
    );
    let few = matches!(
        decoder.original_color_type(),
        ExtendedColorType::L1 | ExtendedColorType::L2 | ExtendedColorType::L4
    );
    let thousandths = if is_grey { 150 } else { 500 };
    few || size.saturating_sub(FRAME) * 1000 / pixels < thousandths
}

/// Whether a WebP begins with a lossless picture (RFC 9649, 2.5 and 2.6).
fn is_lossless_webp(bytes: &[u8]) -> bool {
    bytes.get(12..16) == Some(b"VP8L")
}
