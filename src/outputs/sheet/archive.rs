//! All sheets of a shelf as one zip, for people who print them.

use std::collections::HashSet;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::outputs::{Content, Renderer, settled};
use crate::site::{OutputPath, Sheet, Shelf};

/// The archive of the sheets that could be printed. The same sheets give the same bytes, so its entries have
/// no time. PDFs are compressed already.
pub fn archive(renderer: &Renderer<'_>, shelf: Shelf) -> Content {
    let site = renderer.site;
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let Some(printing) = renderer.printing else {
        return Content::Missing;
    };
    let sheets = settled(Some(printing), site.sheets_of_shelf(shelf));
    if sheets.is_empty() {
        return Content::Missing;
    }
    let sheets: Vec<(Sheet, OutputPath)> = sheets
        .into_iter()
        .filter_map(|sheet| Some((sheet, site.sheet_path(sheet)?)))
        .collect();
    // The pages of a topic can be in several folders, and two of them can have one name.
    let names: HashSet<&str> = sheets.iter().map(|(_, path)| file_name(path)).collect();
    let has_folders = names.len() < sheets.len();
    for (sheet, path) in &sheets {
        let Some(pdf) = printing.print(*sheet) else {
            continue;
        };
        let name = match has_folders {
            true => path.as_str(),
            false => file_name(path),
        };
        // Writing to memory fails only for names that are too long, and paths are not.
        let written = zip.start_file(name, options).is_ok() && zip.write_all(&pdf).is_ok();
        if !written {
            return Content::Missing;
        }
    }
    zip.finish()
        .map_or(Content::Missing, |bytes| Content::Bytes(bytes.into_inner()))
}

fn file_name(path: &OutputPath) -> &str {
    path.as_str().rsplit('/').next().unwrap_or_default()
}
