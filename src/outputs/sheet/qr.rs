//! An address as a QR code.

use fast_qr::qr::QRBuilder;
use fast_qr::{ECL, Mode};
use serde::Serialize;

use super::text::Files;

/// A QR code for templates.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QrCode {
    /// How many modules it has on a side; the light border around it (4 modules, ISO/IEC 18004) is the template's.
    modules: usize,
    /// The picture's name for the template.
    file: String,
}

/// How many pixels a module takes on a side: enough for viewers that blur pictures, few enough to cost no bytes.
const PIXELS: usize = 3;

/// The code of an address, with error correction for a bad photocopy (M: 15 %); `None` for what is too long for any.
///
/// As a picture of one bit a pixel it takes 300 bytes of a sheet; drawn as lines, 2 500.
pub fn code(url: &str, files: &Files) -> Option<QrCode> {
    let built = QRBuilder::new(url.to_owned())
        .ecl(ECL::M)
        .mode(Mode::Byte)
        .build()
        .ok()?;
    let modules = built.size;
    let side = modules * PIXELS;
    let mut rows = Vec::with_capacity(side * side.div_ceil(8));
    for y in 0..modules {
        let row = &built[y];
        let mut bits = vec![0xff_u8; side.div_ceil(8)];
        for x in (0..side).filter(|x| row[x / PIXELS].value()) {
            bits[x / 8] &= !(0x80 >> (x % 8));
        }
        for _ in 0..PIXELS {
            rows.extend_from_slice(&bits);
        }
    }
    let file = files.add("png", png(u32::try_from(side).ok()?, &rows)?);
    Some(QrCode { modules, file })
}

/// A square picture in black and white.
fn png(side: u32, rows: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, side, side);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(rows).ok()?;
    writer.finish().ok()?;
    Some(out)
}
