//! An address as a QR code.

use fast_qr::qr::QRBuilder;
use fast_qr::{ECL, Mode};
use serde::Serialize;

use super::text::SheetImages;

/// A QR code for templates.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QrCode {
    /// The number of modules on a side; the template adds the quiet zone around it (4 modules, ISO/IEC
    /// 18004).
    modules: usize,
    /// The picture's name for the template.
    file: String,
}

/// The pixels of a module's side: enough for viewers that smooth pictures, few enough to cost no bytes.
const PIXELS: usize = 3;

/// The code of an address, with error correction for a bad photocopy (M: 15 %); `None` for text too long for
/// any code.
///
/// As a one-bit picture it takes 300 bytes of a sheet; drawn as lines, 2 500.
pub fn code(url: &str, files: &SheetImages) -> Option<QrCode> {
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
