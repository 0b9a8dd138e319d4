//! A sheet → its PDF, printed once for all outputs that need it, and not at all where the cache has it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::{Prepared, prepare, prepare_printing, subject_file, subject_page};
use crate::diagnostics::{Code, Diagnostic, Location, Place};
use crate::images::Studio;
use crate::model::SheetFormat;
use crate::outputs::{Printing, SheetFacts};
use crate::press::{Job, Mistake, PressError, Print, PrintFacts, PrintShop, Remark};
use crate::site::{Order, Sheet, Site};

/// Prints the sheets of one site.
pub struct Printer<'s> {
    site: &'s Site,
    shop: &'s PrintShop,
    studio: &'s Studio,
    printed: Mutex<HashMap<Sheet, Arc<OnceLock<Outcome>>>>,
}

/// What became of a sheet.
struct Outcome {
    /// What is known of it, unless it could not be printed.
    facts: Option<PrintFacts>,
    diagnostics: Vec<Diagnostic>,
    /// Where its bytes are.
    copy: Option<Kept>,
}

enum Kept {
    Cached(blake3::Hash),
    InMemory(Arc<[u8]>),
}

impl<'s> Printer<'s> {
    /// A printer for `site`.
    pub fn new(site: &'s Site, shop: &'s PrintShop, studio: &'s Studio) -> Self {
        Self {
            site,
            shop,
            studio,
            printed: Mutex::default(),
        }
    }

    /// What became of a sheet; it is printed now if it has not been, while others who ask for it wait.
    fn outcome(&self, sheet: Sheet) -> Arc<OnceLock<Outcome>> {
        let slot = Arc::clone(
            self.printed
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .entry(sheet)
                .or_default(),
        );
        slot.get_or_init(|| self.produce(sheet));
        slot
    }

    fn produce(&self, sheet: Sheet) -> Outcome {
        let Prepared {
            job,
            mut diagnostics,
        } = match sheet.order {
            Order::Reading => prepare(self.site, sheet, &self.shop.coverage, self.studio),
            Order::Printing => match self.prepare_printing(sheet) {
                Some(prepared) => prepared,
                // The reading copy has said why.
                None => return Outcome::failed(Vec::new()),
            },
        };
        let key = job.key(self.shop.press.plates());
        if let Some(facts) = self
            .shop
            .cache
            .as_ref()
            .and_then(|cache| cache.facts::<PrintFacts>(key))
        {
            diagnostics.extend(self.remarks(sheet, &facts));
            return Outcome {
                facts: Some(facts),
                diagnostics,
                copy: Some(Kept::Cached(key)),
            };
        }
        match self.shop.press.print(&job) {
            Ok(print) => {
                diagnostics.extend(self.remarks(sheet, &print.facts));
                Outcome {
                    facts: Some(print.facts.clone()),
                    diagnostics,
                    copy: Some(self.keep(key, print)),
                }
            }
            Err(error) => {
                diagnostics.extend(self.complaints(sheet, &job, error));
                Outcome::failed(diagnostics)
            }
        }
    }

    fn prepare_printing(&self, sheet: Sheet) -> Option<Prepared> {
        let reading = Sheet {
            order: Order::Reading,
            ..sheet
        };
        let pages = self.facts(reading)?.pages;
        let pdf = self.bytes(reading)?;
        Some(Prepared {
            job: prepare_printing(self.site, sheet, pages, pdf),
            diagnostics: Vec::new(),
        })
    }

    fn keep(&self, key: blake3::Hash, print: Print) -> Kept {
        match &self.shop.cache {
            Some(cache) if cache.put(key, &print.facts, &print.pdf) => Kept::Cached(key),
            _ => Kept::InMemory(print.pdf.into()),
        }
    }

    fn bytes(&self, sheet: Sheet) -> Option<Arc<[u8]>> {
        let slot = self.outcome(sheet);
        match slot.get()?.copy.as_ref()? {
            Kept::InMemory(pdf) => Some(Arc::clone(pdf)),
            Kept::Cached(key) => {
                let kept = |key| self.shop.cache.as_ref()?.bytes(key).map(Arc::from);
                // Someone has emptied or damaged the cache since.
                kept(*key).or_else(|| match self.produce(sheet).copy? {
                    Kept::InMemory(pdf) => Some(pdf),
                    Kept::Cached(key) => kept(key),
                })
            }
        }
    }

    /// Where a page asks for a sheet; its file where the configuration does.
    fn location(&self, sheet: Sheet) -> Location {
        let page = subject_page(self.site, sheet.subject);
        let own = page.and_then(|id| self.site.page(id).document.common.sheets.as_ref());
        let asked = own.and_then(|own| own.iter().find(|format| format.value == sheet.format));
        asked.map_or_else(
            || Location::File(subject_file(self.site, sheet.subject)),
            |format| format.location.clone(),
        )
    }

    /// A sheet's format as an editor of this site writes it.
    fn format(&self, sheet: Sheet) -> &'static str {
        let language = self.site.config.default_language();
        sheet.format.shown(language.is_french())
    }

    /// What a template said of its print.
    fn remarks(&self, sheet: Sheet, facts: &PrintFacts) -> Vec<Diagnostic> {
        let remarks = facts.remarks.iter();
        let remarks = remarks.map(|remark| self.remark(sheet, remark));
        remarks.chain(self.weight(sheet, facts)).collect()
    }

    /// What to say of a sheet that is heavier than the budget. A printer's copy weighs what the copy to read weighs.
    fn weight(&self, sheet: Sheet, facts: &PrintFacts) -> Option<Diagnostic> {
        // Two texts, and the letters of two scripts.
        let texts = u64::from(sheet.format == SheetFormat::Bilingual) + 1;
        let budget = self.site.config.sheet_budget(facts.pages) * texts;
        let is_heavy = sheet.order == Order::Reading && facts.bytes > budget;
        is_heavy.then(|| {
            Diagnostic::new(Code::SheetTooHeavy, self.location(sheet))
                .with("format", self.format(sheet))
                .with("weight", facts.bytes.to_string())
                .with("budget", budget.to_string())
        })
    }

    fn remark(&self, sheet: Sheet, remark: &Remark) -> Diagnostic {
        let code = match &*remark.name {
            "does-not-fit" => Code::DoesNotFit,
            _ => Code::SheetRemark,
        };
        let values: Vec<&str> = remark
            .values
            .iter()
            .map(|(_, value)| value.as_str())
            .collect();
        Diagnostic::new(code, self.location(sheet))
            .with("format", self.format(sheet))
            .with("what", values.join(", "))
    }

    /// Why a sheet could not be printed.
    fn complaints(&self, sheet: Sheet, job: &Job, error: PressError) -> Vec<Diagnostic> {
        let failed = |cause: &str, detail: String| {
            Diagnostic::new(Code::SheetFailed, self.location(sheet))
                .with("format", self.format(sheet))
                .with("template", &job.template)
                .with("cause", cause)
                .with("detail", detail)
        };
        match error {
            PressError::Mistakes(mistakes) => mistakes
                .iter()
                .map(|mistake| self.mistake(sheet, mistake))
                .collect(),
            PressError::TooSlow(limit) => vec![failed("slow", limit.as_secs().to_string())],
            PressError::TooLarge(bytes) => vec![failed("memory", (bytes >> 20).to_string())],
            PressError::StackOverflow => vec![failed("stack", String::new())],
            PressError::Panicked(message) => vec![failed("panic", message)],
            PressError::NoWorker(reason) => vec![failed("worker", reason)],
        }
    }

    fn mistake(&self, sheet: Sheet, mistake: &Mistake) -> Diagnostic {
        // Typst tells of a damaged picture at the line of the template that shows it; the editor must mend the picture.
        let is_image = [
            "failed to decode image",
            "failed to parse SVG",
            "unknown image format",
        ]
        .iter()
        .any(|start| mistake.message.starts_with(start));
        if is_image {
            return Diagnostic::new(Code::BadImage, self.location(sheet))
                .with("cause", "damaged")
                .with("reason", &mistake.message);
        }
        let file = mistake.file.as_ref();
        let place = file
            .and_then(|file| self.site.theme.file(file))
            .map(|file| Place {
                file: Arc::clone(file),
                span: mistake.span.clone(),
            });
        let location = place.map_or_else(|| self.location(sheet), Location::Place);
        Diagnostic::new(Code::Template, location).with("reason", &mistake.message)
    }
}

impl Printing for Printer<'_> {
    fn facts(&self, sheet: Sheet) -> Option<SheetFacts> {
        let slot = self.outcome(sheet);
        let facts = slot.get()?.facts.as_ref()?;
        Some(SheetFacts {
            pages: facts.pages,
            bytes: facts.bytes,
        })
    }

    fn print(&self, sheet: Sheet) -> Option<Arc<[u8]>> {
        self.bytes(sheet)
    }

    fn diagnostics(&self, sheet: Sheet) -> Vec<Diagnostic> {
        let slot = self.outcome(sheet);
        slot.get()
            .map(|outcome| outcome.diagnostics.clone())
            .unwrap_or_default()
    }
}

impl Outcome {
    fn failed(diagnostics: Vec<Diagnostic>) -> Self {
        Self {
            facts: None,
            diagnostics,
            copy: None,
        }
    }
}
