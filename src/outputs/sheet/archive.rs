//! All sheets of a section as one zip, for people who print them.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::outputs::{Content, Renderer, settled};

/// The archive of the sheets that could be printed. The same sheets give the same bytes, so its entries have
/// no time. PDFs are compressed already.
pub fn archive(renderer: &Renderer<'_>, section: usize) -> Content {
    let site = renderer.site;
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let Some(printing) = renderer.printing else {
        return Content::Missing;
    };
    let sheets = settled(Some(printing), site.sheets_of_section(section));
    if sheets.is_empty() {
        return Content::Missing;
    }
    for sheet in sheets {
        let (Some(path), Some(pdf)) = (site.sheet_path(sheet), printing.print(sheet)) else {
            continue;
        };
        let name = path.as_str().rsplit('/').next().unwrap_or_default();
        // Writing to memory fails only for names that are too long, and paths are not.
        let written = zip.start_file(name, options).is_ok() && zip.write_all(&pdf).is_ok();
        if !written {
            return Content::Missing;
        }
    }
    zip.finish()
        .map_or(Content::Missing, |bytes| Content::Bytes(bytes.into_inner()))
}
