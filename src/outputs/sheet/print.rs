//! Prints each sheet once for all outputs that need it, and not at all if the cache has it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::failure::PrintFailure;
use super::{Prepared, prepare, prepare_printing};
use crate::diagnostics::Diagnostic;
use crate::images::Studio;
use crate::outputs::{Printing, SheetFacts};
use crate::press::{PressError, Print, PrintFacts, PrintShop};
use crate::site::{PageOrder, Sheet, Site};

/// Prints the sheets of one site.
pub struct Printer<'s> {
    pub(super) site: &'s Site,
    pub(super) shop: &'s PrintShop,
    studio: &'s Studio,
    printed: Mutex<HashMap<Sheet, Arc<OnceLock<PrintOutcome>>>>,
}

/// The result for a sheet.
struct PrintOutcome {
    /// What is known about it, unless it could not be printed.
    facts: Option<PrintFacts>,
    diagnostics: Vec<Diagnostic>,
    /// Whether its text is too long for the format: for its paper, or for its limits on time and memory.
    is_misfit: bool,
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

    /// The PDF of a sheet, whether or not the site includes it; `None` if it cannot be printed.
    pub fn copy(&self, sheet: Sheet) -> Option<Arc<[u8]>> {
        self.bytes(sheet)
    }

    /// Everything that is wrong with a sheet, whether or not the site includes it.
    pub fn complaints_of(&self, sheet: Sheet) -> Vec<Diagnostic> {
        let slot = self.outcome(sheet);
        let outcome = slot.get();
        outcome.map_or_else(Vec::new, |outcome| outcome.diagnostics.clone())
    }

    /// The result for a sheet. It is printed now if necessary, while others that ask for it wait.
    fn outcome(&self, sheet: Sheet) -> Arc<OnceLock<PrintOutcome>> {
        let slot = Arc::clone(self.printed().entry(sheet).or_default());
        slot.get_or_init(|| self.produce(sheet));
        slot
    }

    fn printed(&self) -> std::sync::MutexGuard<'_, HashMap<Sheet, Arc<OnceLock<PrintOutcome>>>> {
        self.printed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn produce(&self, sheet: Sheet) -> PrintOutcome {
        let Some(Prepared {
            job,
            mut diagnostics,
        }) = self.prepare(sheet)
        else {
            // The reading copy has already said why.
            return PrintOutcome::failed(Vec::new());
        };
        let key = job.key(self.shop.press.plates());
        if let Some(facts) = self.cached::<PrintFacts>(key) {
            diagnostics.extend(self.remarks(sheet, &facts));
            return PrintOutcome::printed(facts, diagnostics, Kept::Cached(key));
        }
        if let Some(failure) = self.cached::<PrintFailure>(PrintFailure::key(key)) {
            diagnostics.push(self.failed(sheet, &job, &failure));
            return PrintOutcome::failed(diagnostics);
        }
        match self.shop.press.print(&job) {
            Ok(print) => {
                diagnostics.extend(self.remarks(sheet, &print.facts));
                let facts = print.facts.clone();
                PrintOutcome::printed(facts, diagnostics, self.keep(key, print))
            }
            Err(error) => {
                let is_misfit = self.is_too_long(sheet, &error);
                diagnostics.extend(match is_misfit {
                    true => vec![self.too_long(sheet, &error)],
                    false => self.complaints(sheet, &job, key, error),
                });
                PrintOutcome {
                    is_misfit,
                    ..PrintOutcome::failed(diagnostics)
                }
            }
        }
    }

    /// What a sheet is printed from; `None` for the printer's copy of one that cannot be printed.
    pub(super) fn prepare(&self, sheet: Sheet) -> Option<Prepared> {
        match sheet.order {
            PageOrder::Reading => {
                let coverage = &self.shop.coverage;
                Some(prepare(self.site, sheet, coverage, self.studio))
            }
            PageOrder::Printing => self.prepare_printing(sheet),
        }
    }

    /// Whether the text is the cause of this error, and a roomier format takes its place.
    pub(super) fn is_too_long(&self, sheet: Sheet, error: &PressError) -> bool {
        // The site's own templates may be the cause, and are then named.
        matches!(error, PressError::TooLarge(_) | PressError::TooSlow(_))
            && self.site.stand_in(sheet).is_some()
            && !self.site.theme.has_own_sheets()
    }

    fn prepare_printing(&self, sheet: Sheet) -> Option<Prepared> {
        let reading = sheet.to_read();
        let slot = self.outcome(reading);
        let pages = slot.get()?.facts.as_ref()?.pages;
        let pdf = self.bytes(reading)?;
        Some(Prepared {
            job: prepare_printing(self.site, sheet, pages, pdf)?,
            diagnostics: Vec::new(),
        })
    }

    pub(super) fn cached<F: serde::de::DeserializeOwned>(&self, key: blake3::Hash) -> Option<F> {
        self.shop.cache.as_ref()?.facts(key)
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

    /// Whether a sheet does not fit its paper and is replaced.
    fn is_replaced(&self, sheet: Sheet) -> bool {
        self.site.stand_in(sheet).is_some() && {
            let slot = self.outcome(sheet.to_read());
            slot.get().is_some_and(|outcome| outcome.is_misfit)
        }
    }

    /// Whether the site includes this sheet, if it can be printed: it was requested and fits, or replaces one
    /// that does not.
    fn is_wanted(&self, sheet: Sheet) -> bool {
        if self.site.asks_for(sheet) {
            return !self.is_replaced(sheet);
        }
        let replaced = self.site.stood_in_for(sheet);
        replaced.into_iter().any(|asked| self.is_replaced(asked))
    }
}

impl Printing for Printer<'_> {
    fn settled(&self, asked: Sheet) -> Option<Sheet> {
        let sheet = match self.site.stand_in(asked) {
            Some(stand_in) if self.is_replaced(asked) => stand_in,
            _ => asked,
        };
        let slot = self.outcome(sheet);
        slot.get()?.facts.as_ref().map(|_| sheet)
    }

    fn facts(&self, sheet: Sheet) -> Option<SheetFacts> {
        if !self.is_wanted(sheet) {
            return None;
        }
        let slot = self.outcome(sheet);
        let facts = slot.get()?.facts.as_ref()?;
        Some(SheetFacts {
            pages: facts.pages,
            bytes: facts.bytes,
        })
    }

    fn print(&self, sheet: Sheet) -> Option<Arc<[u8]>> {
        self.is_wanted(sheet).then(|| self.bytes(sheet))?
    }

    fn diagnostics(&self, sheet: Sheet) -> Vec<Diagnostic> {
        // A replacement is reported once for the site.
        if self.is_wanted(sheet) {
            self.complaints_of(sheet)
        } else {
            Vec::new()
        }
    }

    fn replaced(&self) -> Vec<Sheet> {
        let printed = self.printed();
        let outcomes = printed.iter();
        let is_misfit = |slot: &OnceLock<PrintOutcome>| slot.get().is_some_and(|o| o.is_misfit);
        let misfits = outcomes.filter(|(_, slot)| is_misfit(slot));
        let mut replaced: Vec<Sheet> = misfits
            .map(|(sheet, _)| *sheet)
            .filter(|sheet| sheet.order == PageOrder::Reading && self.site.asks_for(*sheet))
            .filter(|sheet| self.site.stand_in(*sheet).is_some())
            .collect();
        replaced.sort_unstable();
        replaced
    }
}

impl PrintOutcome {
    fn printed(facts: PrintFacts, diagnostics: Vec<Diagnostic>, copy: Kept) -> Self {
        Self {
            is_misfit: facts.remarks.iter().any(super::said::is_misfit),
            facts: Some(facts),
            diagnostics,
            copy: Some(copy),
        }
    }

    fn failed(diagnostics: Vec<Diagnostic>) -> Self {
        Self {
            facts: None,
            diagnostics,
            is_misfit: false,
            copy: None,
        }
    }
}
