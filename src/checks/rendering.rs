//! The rules about what a build renders, from its first output to its last.

use std::sync::{Mutex, PoisonError};

use super::stage::Stage;
use super::weight::PageWeights;
use super::{Scope, running};
use crate::diagnostics::{Code, Diagnostic};
use crate::outputs::{Content, ImageWeight, Printing, Renderer, Weight};
use crate::site::{Output, OutputPath, Sheet, Site};

/// A page of the published site, once it is rendered.
pub struct RenderedPage<'r> {
    /// The site.
    pub site: &'r Site,
    /// The images that it loads.
    pub images: Vec<ImageWeight<'r>>,
}

/// A site of which everything is rendered.
pub struct Built {
    /// The pages that may exceed the budget and the largest of the others, heaviest first.
    pub weights: Vec<Weight>,
    /// The sheets that were replaced.
    pub replaced: Vec<Sheet>,
}

/// What the rules found while a site was rendered.
#[derive(Default)]
pub struct Outcome {
    /// What is wrong.
    pub found: Vec<Diagnostic>,
    /// The heaviest page.
    pub heaviest: Option<Weight>,
}

/// Runs the rules while several threads render the outputs of a site.
pub struct RenderingRules<'r> {
    renderer: &'r Renderer<'r>,
    printing: Option<&'r dyn Printing>,
    weights: PageWeights,
    found: Mutex<Vec<Diagnostic>>,
}

impl<'r> RenderingRules<'r> {
    /// Before the first output. `is_whole`: whether all outputs are rendered here, not a shard of them, of which
    /// each would report the same.
    pub fn begin(
        renderer: &'r Renderer<'r>,
        printing: Option<&'r dyn Printing>,
        is_whole: bool,
    ) -> Self {
        let mut found = Vec::new();
        if printing.is_some() && is_whole {
            for stage in running(renderer.site(), Scope::All) {
                if let Stage::Sheets(rule) = stage {
                    rule(renderer, &mut found);
                }
            }
        }
        Self {
            renderer,
            printing,
            weights: PageWeights::default(),
            found: Mutex::new(found),
        }
    }

    /// Looks at an output before it is rendered: only its print says what is wrong with a sheet.
    pub fn before(&self, output: &Output) {
        if let (Some(sheet), Some(printing)) = (output.sheet(), self.printing) {
            self.add(printing.diagnostics(sheet));
        }
    }

    /// Looks at a rendered output.
    pub fn after(&self, path: &OutputPath, output: &Output, content: &Content) {
        let Content::Bytes(bytes) = content else {
            return;
        };
        if !output.is_page() {
            return;
        }
        let page = RenderedPage {
            site: self.renderer.site(),
            images: self.renderer.images_of(output),
        };
        self.weights.add(&page, path, bytes);
        let mut found = Vec::new();
        for stage in running(page.site, Scope::All) {
            if let Stage::Rendered(rule) = stage {
                rule(&page, &mut found);
            }
        }
        self.add(found);
    }

    /// Adds what is wrong with a template.
    pub fn add(&self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        // A thread that panicked while holding the lock has left nothing half done.
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        found.extend(diagnostics);
    }

    /// After the last output.
    pub fn finish(self) -> Outcome {
        let site = self.renderer.site();
        let mut found = self
            .found
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        let replaced = self.printing.map(Printing::replaced);
        let built = Built {
            weights: self.weights.finish(),
            replaced: replaced.unwrap_or_default(),
        };
        for stage in running(site, Scope::All) {
            if let Stage::Build(rule) = stage {
                rule(site, &built, &mut found);
            }
        }
        Outcome {
            found,
            heaviest: built.weights.into_iter().next(),
        }
    }
}

/// Runs the rules about what all others have found, once these have run within a scope. `prints`: whether sheets
/// were printed.
pub fn check_found(site: &Site, scope: Scope, prints: bool, found: &mut Vec<Diagnostic>) {
    let ran = |code: Code| scope.holds(site, code) && (prints || !code.is_of_sheets());
    for stage in running(site, scope) {
        if let Stage::Found(rule) = stage {
            let more = rule(site, found, &ran);
            found.extend(more);
        }
    }
}
