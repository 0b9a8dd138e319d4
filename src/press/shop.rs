//! Everything that printing needs while the theme does not change.

use std::path::PathBuf;
use std::sync::Arc;

use super::{FontCoverage, Limits, Plates, Press, PrintEngine};
use crate::cache::Cache;

/// A press with its plates, and the prints that are kept.
pub struct PrintShop {
    /// Prints.
    pub press: Box<dyn PrintEngine>,
    /// Keeps prints from one build to the next.
    pub cache: Option<Arc<Cache>>,
    /// What the fonts can print.
    pub coverage: FontCoverage,
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
        }
    }
}
