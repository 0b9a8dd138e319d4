//! Everything that printing needs while the theme does not change.

use std::path::PathBuf;
use std::sync::Arc;

use super::easel::Easel;
use super::{Drawing, FontCoverage, Job, Limits, Plates, Press, PressError, PrintEngine};
use crate::cache::Cache;

/// A press with its plates, and the prints that are kept.
pub struct PrintShop {
    /// Prints.
    pub press: Box<dyn PrintEngine>,
    /// Keeps prints from one build to the next.
    pub cache: Option<Arc<Cache>>,
    /// What the fonts can print.
    pub coverage: FontCoverage,
    easel: Easel,
}

impl PrintShop {
    /// Opens a shop; `program` is guichet itself, which its workers are started from.
    pub fn open(plates: &Arc<Plates>, program: PathBuf, cache: Option<Arc<Cache>>) -> Self {
        let press = Press::new(Arc::clone(plates), program, Limits::default());
        Self::with(Box::new(press), cache)
    }

    /// A shop with this press.
    pub fn with(press: Box<dyn PrintEngine>, cache: Option<Arc<Cache>>) -> Self {
        let coverage = FontCoverage::of(press.plates());
        Self {
            press,
            cache,
            coverage,
            easel: Easel::default(),
        }
    }

    /// A page of a job (from 1) as a screen shows it, or all of them. Drawings of late are at hand.
    ///
    /// # Errors
    ///
    /// As [`PrintEngine::draw`].
    pub fn draw(&self, job: &Job, page: Option<u32>) -> Result<Drawing, PressError> {
        let key = job.key(self.press.plates());
        if let Some(drawing) = self.easel.get(key, page) {
            return Ok(drawing);
        }
        let drawing = self.press.draw(job, page)?;
        self.easel.put(key, page, drawing.clone());
        Ok(drawing)
    }
}
