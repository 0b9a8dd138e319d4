//! The pages of each format, compared with reference pictures.

use std::collections::BTreeSet;
use std::path::Path;

use guichet_press::Engine;

use crate::common::{jobs, sample};

/// The pages of each format look as before: `SNAPSHOTS=overwrite cargo test --test sheets` accepts changes.
#[test]
fn sheets_look_as_they_did() {
    const DOTS_PER_INCH: f64 = 50.0;
    let folder =
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/sheets/pictures");
    let overwrite = std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite");
    let site = sample();
    let engine = Engine::new(&site.theme.plates);
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for (path, _, job) in jobs(&site) {
        let pages = engine.pictures(&job, DOTS_PER_INCH);
        let pages = pages.unwrap_or_else(|error| panic!("{path}: {error:?}"));
        for (index, actual) in pages.iter().enumerate() {
            let name = path.replace('/', "-").replace(".pdf", "");
            let name = format!("{name}-{}.png", index + 1);
            let file = folder.join(&name);
            seen.insert(name.clone());
            let actual = grey(actual);
            if overwrite {
                std::fs::write(&file, png_of(&actual)).unwrap();
                continue;
            }
            let Ok(expected) = std::fs::read(&file) else {
                wrong.push(format!("{name}: there is no such picture yet"));
                continue;
            };
            let expected = grey(&expected);
            if let Some(difference) = difference(&expected, &actual) {
                let new = Path::new(env!("CARGO_TARGET_TMPDIR")).join(&name);
                std::fs::write(&new, png_of(&actual)).unwrap();
                wrong.push(format!(
                    "{name}: {difference}; it looks now as {}",
                    new.display()
                ));
            }
        }
    }
    for entry in std::fs::read_dir(&folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if overwrite && !seen.contains(&name) {
            std::fs::remove_file(entry.path()).unwrap();
        } else if !seen.contains(&name) {
            wrong.push(format!("{name}: no sheet looks like this any more"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A picture in grey: width, height, one byte per pixel.
type Grey = (u32, u32, Vec<u8>);

fn grey(png: &[u8]) -> Grey {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    let samples = info.color_type.samples();
    let grey = pixels.chunks(samples).map(|pixel| pixel[0]).collect();
    (info.width, info.height, grey)
}

fn png_of((width, height, pixels): &Grey) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, *width, *height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(pixels).unwrap();
    writer.finish().unwrap();
    out
}

/// How two pictures differ, apart from the rounding of edges: one pixel in a thousand may differ by more than a quarter
/// of the range from black to white.
fn difference(expected: &Grey, actual: &Grey) -> Option<String> {
    if (expected.0, expected.1) != (actual.0, actual.1) {
        return Some(format!(
            "{}×{} became {}×{}",
            expected.0, expected.1, actual.0, actual.1
        ));
    }
    let pixels = expected.2.iter().zip(&actual.2);
    let changed = pixels.filter(|(a, b)| a.abs_diff(**b) > 64).count();
    (changed * 1000 > expected.2.len()).then(|| format!("{changed} pixels have changed"))
}
