//! Sheets for who sits before a screen: as pictures while their text is written, and several as one PDF to print.

use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::Prepared;
use super::print::Printer;
use crate::diagnostics::Diagnostic;
use crate::press::PagePicture;
use crate::site::Sheet;

/// A sheet as a screen shows it.
#[derive(Default)]
pub struct SheetPictures {
    /// How many pages it has; 0 if it cannot be set in type.
    pub pages: u32,
    /// The pages that were asked for, in order.
    pub pictures: Vec<PagePicture>,
    /// What is wrong with it, except for what only its PDF shows: its weight, and what PDF/UA and PDF/A forbid.
    pub diagnostics: Vec<Diagnostic>,
}

/// Several sheets to be printed at once.
pub struct SheetChoice {
    /// The pages of all that can be printed; `None` if none can.
    pub pdf: Option<Arc<[u8]>>,
    /// Those that cannot.
    pub missing: Vec<Sheet>,
    /// What is wrong with any of them.
    pub diagnostics: Vec<Diagnostic>,
}

impl Printer<'_> {
    /// A page of a sheet (from 1), or all of them, as pictures: of the format that is asked for, whether or not it fits or the site includes it. Nothing is
    /// printed for them, except for what a printer's copy consists of, and the latest pictures of a job are kept ([`PrintShop::draw`](crate::press::PrintShop::draw)).
    pub fn pictures(&self, sheet: Sheet, page: Option<u32>) -> SheetPictures {
        let Some(Prepared {
            job,
            mut diagnostics,
        }) = self.prepare(sheet)
        else {
            return SheetPictures {
                diagnostics: self.complaints_of(sheet.to_read()),
                ..SheetPictures::default()
            };
        };
        match self.shop.draw(&job, page) {
            Ok(drawing) => {
                diagnostics.extend(self.remarks(sheet, &drawing.facts));
                SheetPictures {
                    pages: drawing.facts.pages,
                    pictures: drawing.pictures,
                    diagnostics,
                }
            }
            Err(error) => {
                diagnostics.extend(self.first_complaints(sheet, &job, error));
                SheetPictures {
                    diagnostics,
                    ..SheetPictures::default()
                }
            }
        }
    }

    /// The pages of several sheets in one PDF, in this order. With `duplex`, each begins on the front of a sheet of paper. The PDF is tagged, but not
    /// archival.
    pub fn together(&self, sheets: &[Sheet], duplex: bool) -> SheetChoice {
        let printed: Vec<Option<Arc<[u8]>>> =
            sheets.par_iter().map(|sheet| self.copy(*sheet)).collect();
        let mut diagnostics: Vec<Diagnostic> = Vec::new();
        let mut missing = Vec::new();
        for (at, sheet) in sheets.iter().enumerate() {
            if sheets[..at].contains(sheet) {
                continue;
            }
            diagnostics.extend(self.complaints_of(*sheet));
            if printed[at].is_none() {
                missing.push(*sheet);
            }
        }
        let pdfs: Vec<Arc<[u8]>> = printed.into_iter().flatten().collect();
        let pdf = match &*pdfs {
            [] => None,
            // As it is: archival.
            [only] => Some(Arc::clone(only)),
            pdfs => match self.shop.press.join(pdfs, duplex) {
                Ok(pdf) => Some(pdf.into()),
                Err(error) => {
                    diagnostics.push(self.unjoined(error));
                    None
                }
            },
        };
        SheetChoice {
            pdf,
            missing,
            diagnostics,
        }
    }
}
